"""Which sentences are about which meeting."""

from __future__ import annotations

from collections.abc import Iterator

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.meetings.findings import Encounter, Gathering, Segment
from diplocorpus.extractors.people.findings import Mention, MentionKind, Naming, Person
from diplocorpus.extractors.speech.findings import Clause
from diplocorpus.models.events import MeetingKind, MeetingStatus
from diplocorpus.text.annotated import AnnotatedDocument

_MANY = frozenset({MeetingKind.MULTILATERAL, MeetingKind.CONFERENCE})

_Start = tuple[int, tuple[Gathering, ...]]
"""The sentence at which the text turns to some meetings, worded together."""


def _worded(gatherings: list[Gathering]) -> Iterator[_Start]:
    """Yield the sentences that word an encounter, with all meetings that it tells of."""
    by_encounter: dict[Encounter, list[Gathering]] = {}
    for gathering in gatherings:
        for encounter in gathering.worded[:1] if gathering.kind in _MANY else gathering.worded:
            by_encounter.setdefault(encounter, []).append(gathering)
    for encounter, told in by_encounter.items():
        yield encounter.sentence, tuple(told)


def _returns(document: AnnotatedDocument, clauses: tuple[Clause, ...], gatherings: list[Gathering], worded: set[int]) -> Iterator[_Start]:
    """Yield sentences in which somebody of another meeting takes the word: the text is back at that meeting."""
    reported = [gathering for gathering in gatherings if gathering.kind not in _MANY]
    if len(reported) < 2:
        return
    attended: dict[Person | None, list[Gathering]] = {}
    for gathering in reported:
        for person in dict.fromkeys(gathering.people):
            attended.setdefault(person, []).append(gathering)
    for clause in clauses:
        for mention in clause.subject if clause.past and not clause.relative and not clause.shared else ():
            of = attended.get(mention.person, ())
            number = document.sentence_number(mention.first)
            if len(of) == 1 and number not in worded:
                yield number, (of[0],)
                break


def _named_sides(document: AnnotatedDocument, mentions: tuple[Mention, ...], people: tuple[Person, ...]) -> tuple[str, ...]:
    """Return the two sides of a text that reports no meeting: those called sides, those of its title, or those of its people."""
    sides = list(dict.fromkeys(m.party for m in mentions if m.kind is MentionKind.PARTY and m.party and m.head == "side"))
    if len(sides) != 2:
        heads = [sentence for sentence in document.sentences if sentence.heading]
        sides = list(dict.fromkeys(hit.code for head in heads for hit in document.parties_in(head.first, head.last)))
    if len(sides) != 2:
        sides = list(dict.fromkeys(person.party for person in people if person.party and not person.former))
    return tuple(sides) if len(sides) == 2 else ()


def extract_segments(document: AnnotatedDocument, findings: Findings) -> Iterator[Segment]:
    """Yield the stretches of sentences that belong to one meeting each; the first reaches back to the start."""
    reported = [g for g in findings.of(Gathering) if g.status is MeetingStatus.REPORTED]
    spoken = [g for g in reported if g.kind is not MeetingKind.CORRESPONDENCE]
    numbers = {encounter.sentence for gathering in reported for encounter in gathering.worded}
    returns = [start for start in _returns(document, findings.of(Clause), reported, numbers) if start[1][0] in spoken]
    starts = sorted([*_worded(spoken), *returns], key=lambda item: item[0])
    if not starts and reported:
        starts = [(0, (reported[0],))]
    people = tuple(dict.fromkeys(naming.person for naming in findings.of(Naming)))
    if not starts and (sides := _named_sides(document, findings.of(Mention), people)):
        yield Segment("", 0, len(document.sentences), sides, tuple(person for person in people if person.party in sides))
    for index, (number, told) in enumerate(starts):
        first = 0 if index == 0 else number
        last = starts[index + 1][0] if index + 1 < len(starts) else len(document.sentences)
        if last <= first:
            continue
        present = list(dict.fromkeys(p for gathering in told for p in gathering.people))
        sides = tuple(
            dict.fromkeys([*(p.party for p in present if p.party), *(party for gathering in told for party in gathering.parties)])
        )
        yield Segment(told[0].id, first, last, sides, tuple(present))
