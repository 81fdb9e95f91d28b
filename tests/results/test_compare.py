"""Two accounts of one encounter: what both tell, what only one mentions, what they tell differently."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocorpus import Comparison, Document, analyze, compare, load_corpus

HERE = Document(
    id="here",
    publisher="White House",
    published="2024-03-04",
    text="""Readout of the President's Call with President Paul Ott of Chile

President Anna Lowe of Kenya spoke by phone today with President Paul Ott of Chile. President Lowe pledged that Kenya will reopen \
the port of Mombasa to Chilean ships. She reaffirmed Kenya's one-China policy. The two leaders discussed the drought in Peru. \
President Lowe raised concerns about illegal fishing in Chilean waters.""",
)
THERE = Document(
    id="there",
    publisher="Xinhua",
    published="2024-03-05",
    text="""SANTIAGO, March 4 (Xinhua) -- Chilean President Paul Ott held a phone conversation with Kenyan President Anna Lowe on Monday.

Kenya is ready to reopen the port of Mombasa to ships from Chile, Lowe said, adding that Kenya adheres to the one-China principle \
and supports the Belt and Road Initiative. Ott said the Peruvian drought calls for joint relief. Ott invited Lowe to visit Santiago \
in May.""",
)
BOTH = compare(HERE, THERE)


def differences(aspect: str) -> dict[str, list[tuple[str, str | None, str | None]]]:
    """Return what both mention and in what they differ, by label."""
    found: dict[str, list[tuple[str, str | None, str | None]]] = {}
    for item in BOTH.of(aspect):
        if item.only is None:
            found.setdefault(item.label, []).extend((d.what, d.a, d.b) for d in item.differences)
    return found


def only(aspect: str, side: str) -> list[str]:
    """Return what only one side mentions, in its words."""
    return [place.span.text for item in BOTH.of(aspect) if item.only == side for place in (*item.a, *item.b)]


def test_both_accounts_are_named_with_their_length() -> None:
    """The title is no sentence of the account."""
    assert (BOTH.a.publisher, BOTH.a.date, BOTH.a.words, BOTH.b.publisher_party) == ("White House", "2024-03-04", 52, "CHN")
    assert BOTH.a.title == "Readout of the President's Call with President Paul Ott of Chile"


def test_what_both_say_of_the_encounter_is_agreed() -> None:
    """Kind, day, level, parties, people."""
    assert BOTH.agreed == (
        "kind: phone_call",
        "date: 2024-03-04",
        "level: head_of_state",
        "parties: CHL, KEN",
        "participants: Anna Lowe, Paul Ott",
    )


def test_who_is_reported_to_speak_is_counted() -> None:
    """An account may leave one side without a word."""
    assert [(fact.what, fact.a, fact.b) for fact in BOTH.facts] == [("statements of KEN", "3", "2"), ("statements of CHL", None, "2")]


def test_one_thing_worded_twice_is_one_topic() -> None:
    """Two sentences of one account may stand against one of the other."""
    drought = [item for item in BOTH.of("topic") if "drought" in item.label]
    assert [(len(item.a), len(item.b)) for item in drought] == [(1, 1)]
    port = [item for item in BOTH.of("topic") if "mombasa" in item.label]
    assert [(len(item.a), len(item.b)) for item in port] == [(2, 1)]


def test_a_topic_of_one_account_is_mentioned_only_there() -> None:
    """Nothing is denied."""
    assert only("topic", "a") == ["President Lowe raised concerns about illegal fishing in Chilean waters."]
    assert only("topic", "b") == ["Ott invited Lowe to visit Santiago in May."]


def test_a_pledge_here_is_readiness_there() -> None:
    """The same act of the same party, bound otherwise."""
    assert ("strength", "pledged", "ready") in differences("commitment")["KEN"]


def test_a_commitment_that_is_only_told_there_says_so() -> None:
    """The other account has a sentence of it, which binds nobody."""
    assert ("strength", None, "affirmed") in differences("commitment")["KEN"]
    assert only("commitment", "b") == ["supports the Belt and Road Initiative", "invited Lowe to visit Santiago in May"]


def test_a_policy_is_not_a_principle() -> None:
    """In the framework's wording and in the position."""
    assert differences("framework")["One-China principle or policy"] == [("worded", "one-China policy", "one-China principle")]
    assert differences("stance")["KEN on ONE_CHINA"][0] == ("object", "policy", "principle")
    assert ("level", "2", "4") in differences("stance")["KEN on ONE_CHINA"]


def test_a_framework_of_one_account_is_mentioned_only_there() -> None:
    """By its full name."""
    assert [(item.label, item.only) for item in BOTH.of("framework") if item.only] == [("Belt and Road Initiative", "b")]


def test_every_place_holds_the_words_of_its_document() -> None:
    """With whoever says so."""
    for item in BOTH.items:
        for places, document in ((item.a, HERE), (item.b, THERE)):
            for place in places:
                assert document.text[place.span.start : place.span.end] == place.span.text
    [concern] = [item for item in BOTH.items if item.only == "a"]
    assert (concern.a[0].speaker, concern.a[0].party) == ("Anna Lowe", "KEN")


def test_sides_can_be_swapped() -> None:
    """What only A mentions is then what only B mentions."""
    back = compare(THERE, HERE)
    assert {item.a for item in back.only_a} == {item.b for item in BOTH.only_b}
    assert {item.b for item in back.only_b} == {item.a for item in BOTH.only_a}
    assert len(back.shared) == len(BOTH.shared)


def test_an_account_compared_with_itself_is_alike_in_everything() -> None:
    """Analysed or not."""
    for document in (HERE, load_corpus("seeds/")[0]):
        same = compare(document, analyze(document))
        assert [*same.only_a, *same.only_b, *same.differing, *same.facts] == []
        assert len(same.of("framework")) == len({reference.framework for reference in analyze(document).frameworks})


def test_nothing_is_compared_where_nothing_is_said() -> None:
    """An empty text mentions nothing."""
    assert compare("", "").items == ()
    assert {item.only for item in compare(HERE, "").items} == {"a"}


def test_a_comparison_reads_as_text() -> None:
    """Absence is told as what only one mentions."""
    text = str(BOTH)
    assert "KEN: strength: pledged (A), ready (B)" in text
    assert 'concerns illegal fishing waters: mentioned only by A\n  A "President Lowe raised concerns' in text
    assert text.endswith("What only one account mentions is not denied by the other.")
    assert "den" not in text.removesuffix("What only one account mentions is not denied by the other.").lower().replace("president", "")


def test_a_comparison_survives_json() -> None:
    """It is a record."""
    assert Comparison.model_validate_json(BOTH.model_dump_json()) == BOTH


WORDS = [
    "Kenya",
    "Chile",
    "Lowe",
    "said",
    "is ready to",
    "reopen the port",
    "met",
    "on Monday",
    "the one-China principle",
    "supports",
    ".",
    "and",
    "\n\n",
]
readouts = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)


@given(readouts, readouts)
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    """And every item has a place."""
    for item in compare(Document(id="a", text=one), Document(id="b", text=other)).items:
        assert item.a or item.b
        assert all(difference.a != difference.b for difference in item.differences)


@pytest.mark.parametrize("aspect", ["topics", ""])
def test_an_unknown_aspect_is_an_error(aspect: str) -> None:
    """A misspelling gives no empty answer."""
    with pytest.raises(ValueError, match="not a valid Aspect"):
        BOTH.of(aspect)


def test_line_breaks_are_no_other_wording() -> None:
    """They are the file's."""
    comparison = compare("Kenya supports the Belt and Road Initiative.", "Kenya supports the Belt and\nRoad Initiative.")
    [framework] = comparison.of("framework")
    assert framework.differences == ()
    assert "Belt and Road Initiative: mentioned by both" in str(comparison)
