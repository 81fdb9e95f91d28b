"""Which event a record is: the table of codes is whole, and says who acts upon whom."""

from __future__ import annotations

from typing import Any

import pytest

from diplocorpus import Attribution, Commitment, Document, Meeting, MeetingKind, Polarity, Span, Stance, Strength
from diplocorpus.patterns.loading import own_packs
from diplocorpus.results.coding import NoEvent, code_commitment, code_meeting, code_stance, code_table

WORDS = "Kenya is ready to expand trade and opposes Kenya's and Peru's tariffs, Lowe said."
DOCUMENT = Document(id="a", text=WORDS)
SPAN = DOCUMENT.span(6, 17)


def meeting(**fields: Any) -> Meeting:
    """Return a meeting of Chile and Kenya."""
    given: dict[str, Any] = {"id": "m1", "kind": "meeting", "parties": ("CHL", "KEN"), "anchor": SPAN, "evidence": (SPAN,)}
    return Meeting(**(given | fields))


MEETINGS: dict[str, Any] = {
    # why: fields, (PLOVER, mode, CAMEO), sources, recipients
    "a telephone": ({"kind": "phone_call"}, ("CONSULT", "phone", "041"), ("CHL", "KEN"), ()),
    "a video is no telephone to CAMEO": ({"kind": "video_call"}, ("CONSULT", "phone", "040"), ("CHL", "KEN"), ()),
    "nobody knows where": ({}, ("CONSULT", None, "040"), ("CHL", "KEN"), ()),
    "a visitor acts upon the host": ({"place": "Nairobi"}, ("CONSULT", "visit", "042"), ("CHL",), ("KEN",)),
    "a state is a place too": ({"kind": "visit", "place": "Chile"}, ("CONSULT", "visit", "042"), ("KEN",), ("CHL",)),
    "on a third party's ground": ({"place": "Lima"}, ("CONSULT", "third-party", "044"), ("CHL", "KEN"), ()),
    "a town that the table does not know": ({"place": "Strelsau"}, ("CONSULT", None, "040"), ("CHL", "KEN"), ()),
    "one party at home is no visit": ({"parties": ("KEN",), "place": "Nairobi"}, ("CONSULT", "third-party", "044"), ("KEN",), ()),
    "many": ({"kind": "multilateral", "place": "Lima"}, ("CONSULT", "multilateral", "040"), ("CHL", "KEN"), ()),
    "a ceremony is a symbol": ({"kind": "ceremony"}, (None, None, "017"), ("CHL", "KEN"), ()),
    "no parties": ({"parties": ()}, (None, None, None), (), ()),
    "still to come": ({"status": "announced", "place": "Nairobi"}, ("CONSULT", "visit", "036"), ("CHL",), ("KEN",)),
}


@pytest.mark.parametrize("why", MEETINGS)
def test_a_meeting_is_a_consultation(why: str) -> None:
    """Its kind and its ground give mode and code."""
    fields, codes, sources, recipients = MEETINGS[why]
    coding = code_meeting(meeting(**fields))
    assert (coding.plover, coding.mode, coding.cameo) == codes
    assert (coding.sources, coding.recipients) == (sources, recipients)


def test_when_a_meeting_is_stands_in_its_context() -> None:
    """PLOVER tells the past and the future so."""
    assert "historical" in code_meeting(meeting(status="referenced")).contexts
    assert "future" in code_meeting(meeting(status="announced")).contexts
    assert not {"historical", "future"} & set(code_meeting(meeting()).contexts)


def commitment(**fields: Any) -> Commitment:
    """Return a commitment of Kenya towards Chile."""
    given: dict[str, Any] = {
        "id": "c1",
        "strength": "ready",
        "committers": ("KEN",),
        "counterparts": ("CHL",),
        "trigger": SPAN,
        "evidence": (SPAN,),
    }
    return Commitment(**(given | fields))


LOWE = Attribution(id="a1", speaker="Anna Lowe", party="KEN", cue=SPAN, evidence=(SPAN,))


def words(wording: str) -> Span:
    """Return the span of words in the document."""
    start = WORDS.index(wording)
    return DOCUMENT.span(start, start + len(wording))


TRADE, TARIFFS = words("expand trade"), words("Kenya's and Peru's tariffs")

COMMITMENTS: dict[str, Any] = {
    # why: fields, who speaks, (PLOVER, CAMEO), sources, recipients, why it is no event
    "readiness": ({}, LOWE, ("AGREE", "030"), ("KEN",), ("CHL",), None),
    "readiness to trade": ({"actions": (TRADE,)}, LOWE, ("AGREE", "0311"), ("KEN",), ("CHL",), None),
    "a pledge": ({"strength": "pledged"}, LOWE, ("AGREE", "030"), ("KEN",), ("CHL",), None),
    "an agreement of both": ({"strength": "agreed", "committers": ("CHL", "KEN"), "counterparts": ()}, None, ("AGREE", "030"), ("CHL", "KEN"), (), None),
    "a signature": ({"strength": "agreed", "rules": ("agreed.sign",)}, None, ("SUPPORT", "057"), ("KEN",), ("CHL",), None),
    "support": ({"strength": "affirmed"}, LOWE, ("SUPPORT", "051"), ("KEN",), ("CHL",), None),
    "opposition to nobody by name": ({"strength": "affirmed", "polarity": "negative"}, LOWE, ("ACCUSE", "110"), ("KEN",), (), None),
    "a promise not to act": ({"strength": "pledged", "polarity": "negative"}, LOWE, (None, None), ("KEN",), ("CHL",), NoEvent.RESTRAINT),
    "an exhortation of both is an appeal to the other": ({"strength": "proposed", "committers": ("CHL", "KEN")}, LOWE, (None, "020"), ("KEN",), ("CHL",), NoEvent.EXHORTATION),
    "an exhortation of the other": ({"strength": "proposed", "committers": ("CHL",)}, LOWE, (None, "020"), ("KEN",), ("CHL",), NoEvent.EXHORTATION),
    "an exhortation of oneself": ({"strength": "proposed"}, LOWE, (None, None), ("KEN",), ("CHL",), NoEvent.EXHORTATION),
    "a hope for oneself": ({"strength": "hoped"}, LOWE, (None, "013"), ("KEN",), ("CHL",), NoEvent.HOPE),
    "a hope for the other": ({"strength": "hoped", "committers": ("CHL",)}, LOWE, (None, "020"), ("KEN",), ("CHL",), NoEvent.EXHORTATION),
    "an appeal of nobody": ({"strength": "proposed", "committers": ("CHL",)}, None, (None, None), (), (), NoEvent.NOBODY),
    "nobody is bound": ({"committers": ()}, LOWE, (None, None), (), (), NoEvent.NOBODY),
}  # fmt: skip


@pytest.mark.parametrize("why", COMMITMENTS)
def test_a_commitment_has_an_event_or_a_reason(why: str) -> None:
    """The bound act towards their counterparts, a speaker appeals to the others."""
    fields, speaker, codes, sources, recipients, reason = COMMITMENTS[why]
    coding = code_commitment(commitment(**fields), DOCUMENT, speaker)
    assert (coding.plover, coding.cameo) == codes
    assert (coding.sources, coding.recipients) == (sources, recipients)
    assert coding.no_event is reason


def test_the_opposed_are_recipients_the_opposing_are_not() -> None:
    """Nor are counterparts, whom opposition may protect."""
    coding = code_commitment(commitment(strength="affirmed", polarity="negative", actions=(TARIFFS,)), DOCUMENT, LOWE)
    assert coding.recipients == ("PER",)


def test_a_condition_makes_an_event_hypothetical() -> None:
    """PLOVER tells it so."""
    assert "hypothetical" in code_commitment(commitment(conditional=True), DOCUMENT, LOWE).contexts


STANCES: dict[str, Any] = {
    # why: fields, (PLOVER, CAMEO), why it is no event
    "a principle upheld": ({"level": 4}, ("SUPPORT", "051"), None),
    "one's own policy": ({"level": 2}, (None, None), NoEvent.NOT_SIDED),
    "distance": ({"level": 0, "polarity": "negative"}, (None, None), NoEvent.NOT_SIDED),
    "only urged": ({"level": 4, "commits": False}, (None, None), NoEvent.NOT_TAKEN),
    "its own matter": ({"level": 6, "holder": "CHN"}, (None, None), NoEvent.NOT_SIDED),
    "held by nobody": ({"level": 6, "holder": None}, (None, None), NoEvent.NOBODY),
    "core interests supported": ({"matter": "CORE_ONLY", "rank": 6}, ("SUPPORT", "051"), None),
    "core interests understood": ({"matter": "CORE_ONLY", "rank": 2}, (None, None), NoEvent.NOT_SIDED),
}


@pytest.mark.parametrize("why", STANCES)
def test_a_stance_is_support_where_it_goes_that_far(why: str) -> None:
    """Of the party whose matter it is."""
    fields, codes, reason = STANCES[why]
    given: dict[str, Any] = {"id": "s1", "matter": "ONE_CHINA", "holder": "KEN", "evidence": (SPAN,)}
    coding = code_stance(Stance(**(given | fields)))
    assert (coding.plover, coding.cameo, coding.no_event) == (*codes, reason)
    assert coding.recipients == (("CHN",) if coding.plover else ())


def test_every_kind_and_every_strength_has_an_entry() -> None:
    """What is no event says why."""
    for kind in MeetingKind:
        assert code_meeting(meeting(kind=kind)).cameo is not None
    for strength in Strength:
        for polarity in Polarity:
            coding = code_commitment(commitment(strength=strength, polarity=polarity, committers=("CHL", "KEN")), DOCUMENT, LOWE)
            assert (coding.plover is None) == (coding.no_event is not None)


def test_every_code_is_a_string_of_digits_and_every_rule_exists() -> None:
    """A leading zero is part of a code."""
    table = code_table()
    entries: list[Any] = [*table.meeting, table.announced, *table.commitment, *table.stance, *table.topic]
    codes = [entry.cameo for entry in entries if entry.cameo] + [entry.reverse for entry in table.meeting if entry.reverse]
    assert all(isinstance(code, str) and code.isdigit() and code.startswith(("0", "1")) and 3 <= len(code) <= 4 for code in codes)
    known = {pattern.id for pattern in own_packs().patterns("strength")}
    assert {rule for entry in table.commitment for rule in entry.rules} <= known


TOPICS = [
    (topic, text, fits)
    for topic in code_table().topic
    for fits, texts in ((True, topic.examples), (False, topic.counterexamples))
    for text in texts
]


@pytest.mark.parametrize(("topic", "text", "fits"), TOPICS, ids=lambda value: value if isinstance(value, str) else "")
def test_a_topic_is_found_in_its_examples(topic: Any, text: str, *, fits: bool) -> None:
    """And not in its counterexamples."""
    assert topic.found_in(text) is fits
