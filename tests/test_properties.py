"""What holds for any text."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from diplocorpus import Analysis, Analyzer, Document, Span, analyze, load_corpus
from diplocorpus.patterns.loading import own_packs
from diplocorpus.text import annotate
from diplocorpus.text.annotated import AnnotatedDocument

WORDS = [
    "Kenya", "Chile", "Kenyan", "President", "Anna Lowe", "Premier", "Paul Ott", "Lowe", "Ott", "he", "she", "his country", "the two sides",
    "said", "added", "noted that", "adding that", "stressed", "is ready to", "stands ready to", "should", "will", "agreed to", "opposes",
    "pledged to", "hopes to", "called for", "the one-China principle", "Belt and Road Initiative", "work with", "expand trade", "deepen",
    "cooperation", "and", "to", "the", "in a phone conversation with", "met with", "visited", "on Monday", "March 4", "2024",
    "told", "that", "invited", "reads", "according to", "it was noted", "for his part", "we", "our", "of", "by", "as", "which", "not", "were discussed",
    "Minister of Foreign Affairs of", "Mr.", "H.E.", "(1)", "1.", ":", "?", "!", "SCO", "(SCO)", "the Initiative", "Taiwan", "does not support", "'s",
    "II", "IV", "JD", "LOWE", "DE", "Jr.", "May", "Jan", "May 9", "U.S.", "Foreign Minister", "former", "counterpart", "delegation", "envoy",
    "Washington", "by the end of", "next year", "comprehensive strategic partnership",
    ",", ".", ";", "\"", "“", "”", "'", "(", ")", "\n\n", "\n", " ", "--", "NAIROBI, March 4 (Xinhua) --", "date 2024-03-05", "**", "🕊", "é",
]  # fmt: skip
"""Pieces of readouts, so that random texts reach the rules."""

readouts = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
texts = st.one_of(st.text(), readouts)

TOLD = [
    *(line for document in load_corpus("sample") for line in document.text.splitlines() if line.strip()),
    *(line for pack in own_packs().packs for pattern in pack.pattern for line in (*pattern.examples, *pattern.counterexamples)),
]
"""Paragraphs and sentences of readouts."""

CLAUSES = [clause for told in TOLD for clause in re.split(r"(?<=[.,;:!?])\s+", told)]


def recombined(chance: random.Random) -> Document:
    """Return what was told in another order, with a title or none, whole or cut anywhere: as real pages are told, and broken off."""
    parts = chance.choices(chance.choice((TOLD, CLAUSES, CLAUSES)), k=chance.randint(1, 8))
    text = chance.choice((" ", "\n\n")).join(parts)
    words = [word for word in re.findall(r"\w+|\W", text) if chance.random() > chance.choice((0, 0, 0.15))]
    first = chance.choice((0, 0, chance.randrange(len(words) or 1)))
    title = chance.choice((None, None, chance.choice(CLAUSES), chance.choice(TOLD)[: chance.randint(3, 120)]))
    return Document(id="x", text="".join(words[first:]), title=title)


def spans(value: object) -> Iterator[Span]:
    """Yield every span within a record, at whatever depth."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from spans(getattr(value, name))


@given(texts)
def test_every_span_of_every_record_holds_the_text_between_its_offsets(text: str) -> None:
    """And no text raises."""
    analysis = analyze(text)
    assert analysis.document.text == text
    for span in spans((*analysis.records, analysis.document.dateline)):
        assert span.text == text[span.start : span.end]


@pytest.mark.parametrize("number", range(10))
def test_sentences_in_another_order_and_cut_anywhere_raise_nothing(number: int) -> None:
    """A rule that looks at the word beside another finds the end of the text where it never stood before."""
    chance = random.Random(number)  # noqa: S311
    for _ in range(250):
        document = recombined(chance)
        assert analyze(document).document.text == document.text


class Bounded(tuple[object, ...]):
    """A sequence that refuses a place before its first."""

    __slots__ = ()

    def __getitem__(self, place: Any) -> Any:
        """Return what stands at a place, or raise."""
        places = (place.start or 0, place.stop or 0) if isinstance(place, slice) else (place,)
        if min(places) < 0:
            message = f"place {place} is asked for, before the first"
            raise IndexError(message)
        return super().__getitem__(place)


@pytest.fixture
def bounded(monkeypatch: pytest.MonkeyPatch) -> Analyzer:
    """Return an analyzer whose prepared documents refuse a place before their first token."""

    def refusing(**given: Any) -> AnnotatedDocument:
        sequences = {name: Bounded(value) for name, value in given.items() if type(value) is tuple}
        return AnnotatedDocument(**given | sequences)

    monkeypatch.setattr(annotate, "AnnotatedDocument", refusing)
    return Analyzer()


@pytest.mark.parametrize("number", range(5))
def test_no_rule_looks_at_the_end_of_a_text_for_what_stands_before_its_first_word(bounded: Analyzer, number: int) -> None:
    """Where index - 1 is -1 a tuple gives its last item: a wrong record and no failure."""
    chance = random.Random(number)  # noqa: S311
    for _ in range(600):
        words = re.findall(r"\S+\s*", chance.choice(TOLD))
        first = chance.randrange(len(words))
        text = "".join(words[first : first + chance.randint(1, 14)])
        assert bounded.analyze(text).document.text == text


WRAPPED = {
    "a stance": '"decided to uphold the one-China policy with a view to',
    "a peer": "Kenyan counterpart and",
    "a title": "strategic partners of",
    "a weekday": "Monday praised Chile and spoke on",
    "a quotation": 'one-China "',
    "a side": "the Kenyan side included Presidential Aide Anna Lowe,",
    "a family": "and his wife Ada arrived in Chile and",
}


@pytest.mark.parametrize("what", WRAPPED)
def test_a_text_that_breaks_off_is_not_its_own_beginning(bounded: Analyzer, what: str) -> None:
    """Each of these made a rule read the last word as the one before the first."""
    assert bounded.analyze(WRAPPED[what]).document.text == WRAPPED[what]


ONCE_RAISED = {
    "a house whose name says whose it is": ("President Lowe met Pope Leo at the Apostolic Palace.", None),
    "a meeting that the title alone tells of": ("DHAKA, March 3 (BSS) - Premier Paul Ott today sought Kenya's cooperation.", "The two met"),
    "a cue of several words at the end": ("Today, President Anna J. The officials shared their perspectives", None),
    "a name at the end in place of a verb": ("of Jr. Secretary, State Anna J.", None),
}


@pytest.mark.parametrize("what", ONCE_RAISED)
def test_what_once_raised_does_not(what: str) -> None:
    """Found among sentences of real pages put into another order; the words are ours."""
    text, title = ONCE_RAISED[what]
    assert analyze(Document(id="x", text=text, title=title)).document.text == text


@given(readouts)
def test_every_analysis_survives_json(text: str) -> None:
    """What is written reads back equal."""
    analysis = analyze(text)
    assert Analysis.model_validate_json(analysis.model_dump_json()) == analysis


@given(readouts)
def test_the_same_text_gives_the_same_analysis(text: str) -> None:
    """Byte for byte."""
    assert analyze(text).model_dump_json() == analyze(text).model_dump_json()


@given(readouts)
def test_ids_are_unique_and_links_lead_somewhere(text: str) -> None:
    """Within the document."""
    analysis = analyze(text)
    ids = [record.model_dump()["id"] for record in analysis.records]
    assert len(ids) == len(set(ids))
    meetings = {None, *(meeting.id for meeting in analysis.meetings)}
    attributions = {None, *(attribution.id for attribution in analysis.attributions)}
    assert {attribution.meeting_id for attribution in analysis.attributions} <= meetings
    assert {commitment.meeting_id for commitment in analysis.commitments} <= meetings
    assert {commitment.attribution_id for commitment in analysis.commitments} <= attributions
    assert {stance.attribution_id for stance in analysis.stances} <= attributions


@given(readouts)
def test_parties_are_sorted_and_named_once(text: str) -> None:
    """So that lists of codes can be compared."""
    analysis = analyze(text)
    lists = [meeting.parties for meeting in analysis.meetings]
    lists += [codes for commitment in analysis.commitments for codes in (commitment.committers, commitment.counterparts)]
    for codes in lists:
        assert list(codes) == sorted(set(codes))


NOTHING = {"empty": "", "blank": " \n\n\t ", "another language": "Фредония и Руритания", "one mark": "“", "a name alone": "Anna Lowe"}


@pytest.mark.parametrize("what", NOTHING)
def test_a_text_that_says_nothing_gives_an_empty_analysis(what: str) -> None:
    """Not finding something is no error."""
    assert analyze(Document(id="x", text=NOTHING[what])).records == ()
