"""The ledger: who is bound to what over a corpus, said once or many times, with room for what became of it."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import Annotated

import attrs
from pydantic import Field

from diplocorpus.models.analysis import Analysis
from diplocorpus.models.days import whole_day
from diplocorpus.models.discourse import Commitment, Polarity, Strength
from diplocorpus.models.documents import Document
from diplocorpus.models.spans import Frozen, Span, Wording
from diplocorpus.results.likeness import Likeness, telling_words
from diplocorpus.results.table import Table

SAME_ACT = 0.5
"""How alike the words of two acts are that are one, where they share enough words to tell."""

SAME_SHORT_ACT = 0.75
"""How alike they are where they share few, and no framework: `regional security` alone makes no two acts one."""

_ENOUGH_WORDS = 3

ANSWERED_WITHIN = timedelta(days=366)
"""How long after the last mention of an act a like one of the other side still answers it: what is said ten years on is another."""


Place = Annotated[str, Field(pattern=r"(?s)^.+:[0-9]+-[0-9]+$")]
"""`document:start-end`."""


class LedgerEntry(Frozen):
    """One act that parties are bound to, with all places where they are said to be.

    `action` is the act in the words of the strongest commitment, `trigger` the words that carry its `strength`,
    `strongest_id` the document that has them; of equally strong ones the earliest. `first` and `last` are the days of the
    earliest and latest document with a full date. `places` are `document:start-end`, code points into the documents.
    `mirrored` tells that a counterpart is bound to a like act towards those bound here, not more than a year apart, or
    that all bound agreed to it together. `publisher_parties` are those in whose own texts it stands. `conditional` is
    true where every commitment is, `specific` where any is. `outcome` and `note` are the user's: nothing
    here says what became of a pledge.
    """

    id: str
    committers: tuple[str, ...]
    counterparts: tuple[str, ...]
    action: Wording
    frameworks: tuple[str, ...]
    polarity: Polarity
    strength: Strength
    trigger: Wording
    strongest_id: str
    first: str | None
    last: str | None
    documents: int
    places: tuple[Place, ...]
    speakers: tuple[str, ...]
    publishers: tuple[str, ...]
    publisher_parties: tuple[str, ...]
    mirrored: bool
    conditional: bool
    specific: bool
    outcome: str | None = None
    note: str | None = None


@attrs.frozen(eq=False)
class _Act:
    """One action of a commitment in its document."""

    document: Document
    commitment: Commitment
    action: Span
    frameworks: tuple[str, ...]
    number: int

    @property
    def place(self) -> str:
        return f"{self.document.id}:{self.action.start}-{self.action.end}"

    @cached_property
    def date(self) -> str:
        return self.document.date or "~"

    @property
    def parties(self) -> tuple[frozenset[str], Polarity]:
        return frozenset(self.commitment.committers), self.commitment.polarity


def ledger(
    analyses: Iterable[Analysis], *, min_strength: Strength | str = Strength.READY, previous: Table[LedgerEntry] | None = None
) -> Table[LedgerEntry]:
    """Return an entry for each act that somebody is bound to, repeated ones together, in order of their first day.

    Acts are one where the same parties are bound, towards the same others as far as both tell, to what is worded alike;
    what binds less than `min_strength` is left out. `previous` is an earlier ledger: its outcomes and notes go over to the
    entries at the same places, and what it tells of other documents stays.
    """
    analyses = tuple(analyses)
    acts = list(_acts(analyses, Strength(min_strength)))
    likeness = Likeness([act.action.text for act in acts])
    groups = _groups(acts, likeness)
    mirrored = _mirrored(groups, likeness)
    entries = [_entry(group, mirrored=number in mirrored) for number, group in enumerate(groups)]
    if previous is not None:
        entries = _continued(entries, previous, {analysis.document.id for analysis in analyses})
    return Table("ledger", LedgerEntry, sorted(entries, key=lambda entry: (entry.first or "~", entry.id)))


def read_ledger(path: str | os.PathLike[str]) -> Table[LedgerEntry]:
    """Return the ledger that `to_csv` wrote and somebody has filled in.

    Raises DocumentNotFoundError where there is no file, ResultFormatError where it is no ledger.
    """
    return Table.read_csv(path, "ledger", LedgerEntry)


def _acts(analyses: Iterable[Analysis], least: Strength) -> Iterator[_Act]:
    number = 0
    for analysis in analyses:
        for commitment in analysis.commitments:
            if commitment.strength < least or not commitment.committers:
                continue
            for action in commitment.actions:
                named = (reference.framework for reference in analysis.frameworks if action.overlaps(reference.span))
                yield _Act(analysis.document, commitment, action, tuple(dict.fromkeys(named)), number)
                number += 1


def _groups(acts: Sequence[_Act], likeness: Likeness) -> list[list[_Act]]:
    """Return the acts, those that are one in one list, led by the earliest.

    Each is compared with the first of a list only, so that a chain of small changes does not join what differs.
    """
    groups: list[list[_Act]] = []
    by_parties: dict[object, list[list[_Act]]] = defaultdict(list)
    for act in sorted(acts, key=lambda act: (act.date, act.number)):
        known = by_parties[act.parties]
        fitting = [group for group in known if _towards_the_same(group[0], act) and _are_alike(group[0], act, likeness)]
        if fitting:
            max(fitting, key=lambda group: likeness.between(group[0].number, act.number)).append(act)
        else:
            known.append([act])
            groups.append(known[-1])
    return groups


def _towards_the_same(one: _Act, other: _Act) -> bool:
    own, others = set(one.commitment.counterparts), set(other.commitment.counterparts)
    return own == others or not own or not others


def _are_alike(one: _Act, other: _Act, likeness: Likeness) -> bool:
    """Tell whether two acts are worded alike; where both name frameworks, one of these is the same."""
    alike = likeness.between(one.number, other.number)
    shared = {*one.frameworks} & {*other.frameworks}
    if alike < SAME_ACT or (one.frameworks and other.frameworks and not shared):
        return False
    return bool(shared) or alike >= SAME_SHORT_ACT or len(telling_words([one.action.text, other.action.text])) >= _ENOUGH_WORDS


def _mirrored(groups: Sequence[Sequence[_Act]], likeness: Likeness) -> set[int]:
    """Return the places of groups to whose act a counterpart is bound as well, towards those who are bound."""
    by_bound: dict[str, list[Sequence[_Act]]] = defaultdict(list)
    for group in groups:
        for party in group[0].commitment.committers:
            by_bound[party].append(group)
    found = set()
    for place, group in enumerate(groups):
        together = any(len(act.commitment.committers) > 1 and act.commitment.strength is Strength.AGREED for act in group)
        if together or any(_answers(other, group, likeness) for party in group[0].commitment.counterparts for other in by_bound[party]):
            found.add(place)
    return found


def _answers(others: Sequence[_Act], acts: Sequence[_Act], likeness: Likeness) -> bool:
    other, act = others[0], acts[0]
    towards = set(other.commitment.counterparts) & set(act.commitment.committers)
    fits = other.commitment.polarity is act.commitment.polarity and not set(other.commitment.committers) & set(act.commitment.committers)
    return bool(towards) and fits and _are_alike(other, act, likeness) and _at_one_time(others, acts)


def _at_one_time(others: Sequence[_Act], acts: Sequence[_Act]) -> bool:
    """Tell whether no more than a year lies between two acts, as far as both are dated."""
    days, other_days = ([date.fromisoformat(day) for day in _days(group)] for group in (acts, others))
    if not days or not other_days:
        return True
    return days[0] - other_days[-1] <= ANSWERED_WITHIN and other_days[0] - days[-1] <= ANSWERED_WITHIN


def _days(acts: Iterable[_Act]) -> list[str]:
    """Return the full dates of the documents, in order."""
    return sorted(act.document.date for act in acts if act.document.date and whole_day(act.document.date))


def _entry(group: Sequence[_Act], *, mirrored: bool) -> LedgerEntry:
    strongest = max(group, key=lambda act: act.commitment.strength.rank)  # the first of equals, and the group is in order of date
    commitments = [act.commitment for act in group]
    dates = _days(group)
    documents = {act.document.id: act.document for act in group}.values()
    return LedgerEntry(
        id=group[0].place,
        committers=group[0].commitment.committers,
        counterparts=tuple(sorted({party for commitment in commitments for party in commitment.counterparts})),
        action=strongest.action.text,
        frameworks=tuple(dict.fromkeys(framework for act in group for framework in act.frameworks)),
        polarity=group[0].commitment.polarity,
        strength=strongest.commitment.strength,
        trigger=strongest.commitment.trigger.text,
        strongest_id=strongest.document.id,
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        documents=len(documents),
        places=tuple(act.place for act in group),
        speakers=tuple(dict.fromkeys(commitment.speaker for commitment in commitments if commitment.speaker)),
        publishers=tuple(dict.fromkeys(document.publisher for document in documents if document.publisher)),
        publisher_parties=tuple(dict.fromkeys(document.publisher_party for document in documents if document.publisher_party)),
        mirrored=mirrored,
        conditional=all(commitment.conditional for commitment in commitments),
        specific=any(commitment.specific for commitment in commitments),
    )


def _continued(entries: Sequence[LedgerEntry], previous: Iterable[LedgerEntry], known: set[str]) -> list[LedgerEntry]:
    """Return entries with what users wrote beside those of an earlier ledger, and what that has of other documents.

    An entry is found again by its places, which may have grown or shrunk with the rules. One that is not found keeps
    what was written beside it.
    """
    by_document: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for document_id, start, end in _places(entry):
            by_document[document_id].append((start, end, number))
    continued = list(entries)
    for entry in previous:
        again = [
            number
            for document_id, start, end in _places(entry)
            for other_start, other_end, number in by_document[document_id]
            if start < other_end and other_start < end and set(entries[number].committers) == set(entry.committers)
        ]
        if again:
            for number in dict.fromkeys(again):
                now = continued[number]
                written = {"outcome": _joined(now.outcome, entry.outcome), "note": _joined(now.note, entry.note)}
                continued[number] = now.model_copy(update=written)
        elif entry.outcome or entry.note or not {document_id for document_id, _, _ in _places(entry)} <= known:
            continued.append(entry)
    return continued


def _places(entry: LedgerEntry) -> Iterator[tuple[str, int, int]]:
    for place in entry.places:
        document_id, _, span = place.rpartition(":")
        start, _, end = span.partition("-")
        yield document_id, int(start), int(end)


def _joined(one: str | None, other: str | None) -> str | None:
    if one is None or other is None or other in one.split("\n"):
        return one or other
    return f"{one}\n{other}"
