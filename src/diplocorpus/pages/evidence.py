"""The records of a corpus as a report lists them: a heading, a short passage, and what they can be counted by."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import singledispatch
from itertools import combinations

import attrs

from diplocorpus.models.analysis import Analysis
from diplocorpus.models.discourse import Attribution, Commitment
from diplocorpus.models.documents import Document
from diplocorpus.models.events import Meeting, MeetingStatus
from diplocorpus.models.frameworks import FrameworkReference
from diplocorpus.models.partnerships import Partnership
from diplocorpus.models.stances import Stance
from diplocorpus.pages.cards import KINDS, Card, cards, parties_of
from diplocorpus.pages.marking import fields_of
from diplocorpus.pages.naming import date_in_words, in_words
from diplocorpus.results.merging import MergedMeeting, merge_meetings
from diplocorpus.results.people import speakers

LONGEST_PASSAGE = 200
"""So many characters of a record's evidence are quoted; the page of its document has all of it."""

NO_YEAR = "no year"
"""The period of documents whose year is not known."""

REFERENCED = "referenced"
"""The kind of meetings that documents only refer to."""

EVIDENCE_KINDS = {"meetings": KINDS["meetings"], REFERENCED: "Meetings only referred to", **KINDS}
"""The kinds of evidence, with their headings."""

_UNLISTED = ("OTHER_NAMED", "NUMBERED_SLOGAN")
"""Frameworks that no pack lists, which are told apart by their names alone."""

Facets = Mapping[str, Sequence[str]]
"""What a record can be counted by: `{"bound": ["CHN"], "strength": ["ready"]}`."""


@attrs.frozen
class Evidence:
    """A record in a report.

    `document` is the place of its document in the corpus. `passage` are the words before its anchor, the anchor, and the
    words behind; all are empty where quotations are left out. `others` are the further reports of the same meeting: the
    places of their documents, with the ids of the records there.
    """

    kind: str
    document: int
    id: str
    heading: str
    badge: str | None
    passage: tuple[str, str, str]
    facets: Facets
    others: tuple[tuple[int, str], ...] = ()

    @property
    def row(self) -> list[object]:
        """The evidence as the script of the page reads it."""
        return [
            self.document,
            self.id,
            self.heading,
            self.badge or 0,
            *self.passage,
            dict(self.facets),
            *([self.others] if self.others else []),
        ]


def evidence_of(
    analyses: Sequence[Analysis], merged: Iterable[MergedMeeting] | None = None, *, kinds: Collection[str] | None = None, text: bool = True
) -> Iterator[Evidence]:
    """Yield the evidence of every record, or of some kinds, document by document; `text=False` leaves quotations out.

    A meeting is there once, however many documents report it. `merged` are the meetings where they are merged already.
    """
    period = periods(analyses)
    reports = _reports(analyses, merge_meetings(analyses) if merged is None else merged) if kinds is None or "meetings" in kinds else {}
    names = speakers(analyses) if kinds is None or "attributions" in kinds else {}
    for place, analysis in enumerate(analyses):
        for card in cards(analysis, kinds):
            key = analysis.document.id, card.id
            facets = {**_facets(card.record), "period": (period(analysis.document.date),)}
            passage = _passage(analysis.document, card) if text else ("", "", "")
            found = Evidence(card.kind, place, card.id, card.heading, card.badge, passage, facets)
            if card.kind == "meetings":
                if isinstance(card.record, Meeting) and card.record.status is MeetingStatus.REFERENCED:
                    yield attrs.evolve(found, kind=REFERENCED, badge=None)
                elif key in reports:
                    meeting, others = reports[key]
                    yield _of_meeting(found, meeting, others, period)
                continue
            if key in names:
                found = attrs.evolve(found, facets={**facets, "speaker": (names[key],)})
            yield found


_Reports = Mapping[tuple[str, str], tuple[MergedMeeting, tuple[tuple[int, str], ...]]]


def _reports(analyses: Sequence[Analysis], merged: Iterable[MergedMeeting]) -> _Reports:
    """Return each meeting by the ids of the first document that reports it and of the record there, with the other reports."""
    places = {analysis.document.id: place for place, analysis in enumerate(analyses)}
    found = {}
    for meeting in merged:
        first, *others = zip(meeting.document_ids, meeting.meeting_ids, strict=True)
        found[first] = meeting, tuple((places[document], record) for document, record in others)
    return found


def _of_meeting(
    found: Evidence, meeting: MergedMeeting, others: tuple[tuple[int, str], ...], period: Callable[[str | None], str]
) -> Evidence:
    """Return the evidence of a report with what all reports of the meeting say."""
    kind = in_words(meeting.kind).capitalize()
    facets = {
        "meeting": (meeting.id,),
        "party": meeting.parties,
        "pair": ["|".join(pair) for pair in combinations(meeting.parties, 2)],
        "kind": (str(meeting.kind),),
        "period": (period(meeting.date),),
    }
    heading = f"{kind}, {date_in_words(meeting.date)}" if meeting.date else kind
    return attrs.evolve(found, heading=heading, badge=f"{meeting.sources} accounts" if others else None, facets=facets, others=others)


def periods(analyses: Sequence[Analysis]) -> Callable[[str | None], str]:
    """Return what gives a date its period: a year, where the corpus spans less than three a quarter, less than seven months a month."""
    known = sorted(date for analysis in analyses if (date := analysis.document.date) and len(date) >= 7 and not date.startswith("-"))
    months = 12 * (int(known[-1][:4]) - int(known[0][:4])) + int(known[-1][5:7]) - int(known[0][5:7]) if known else 0

    def period(date: str | None) -> str:
        if not date or date.startswith("-"):
            return NO_YEAR
        if months >= 36 or len(date) < 7:
            return date[:4]
        return date[:7] if months < 7 else f"{date[:4]} Q{(int(date[5:7]) + 2) // 3}"

    return period


def _passage(document: Document, card: Card) -> tuple[str, str, str]:
    """Return the stretch from the first to the last mark of a record, its ends cut where it is long."""
    if not card.marks:
        return "", "", ""
    anchor = next((mark for mark in card.marks if mark.role == card.anchor), card.marks[0])
    start, end = min(mark.start for mark in card.marks), max(mark.end for mark in card.marks)
    spare = max(0, LONGEST_PASSAGE - (anchor.end - anchor.start))
    first = max(start, anchor.start - spare // 3)
    last = min(end, anchor.end + spare - (anchor.start - first))
    before, words, after = document.text[first : anchor.start], document.text[anchor.start : anchor.end], document.text[anchor.end : last]
    return (
        ("… " if first > start else "") + _flowing(before),
        _flowing(words[:LONGEST_PASSAGE]),
        _flowing(after) + (" …" if last < end else ""),
    )


def _flowing(words: str) -> str:
    """Return words with line breaks as spaces, and half surrogate pairs, which no file can hold, replaced."""
    return "".join(" " if letter in "\r\n\t" else letter for letter in words).encode("utf-8", "replace").decode("utf-8")


@singledispatch
def _facets(record: object) -> dict[str, Sequence[str]]:
    return {"party": parties_of(fields_of(record))}


@_facets.register
def _(record: Attribution) -> dict[str, Sequence[str]]:
    return {"speaker": (record.speaker,) if record.speaker else (), "party": (record.party,) if record.party else ()}


@_facets.register
def _(record: Commitment) -> dict[str, Sequence[str]]:
    return {"bound": record.committers, "strength": (str(record.strength),), "framework": record.frameworks}


@_facets.register
def _(record: FrameworkReference) -> dict[str, Sequence[str]]:
    return {"framework": (record.name if record.framework in _UNLISTED else record.framework,)}


@_facets.register
def _(record: Stance) -> dict[str, Sequence[str]]:
    taken = record.commits and not record.historical and record.holder
    level = "none" if record.level is None else str(record.level)
    return {"holder": (record.holder,) if taken and record.holder else (), "level": (level,)}


@_facets.register
def _(record: Partnership) -> dict[str, Sequence[str]]:
    return {"dyad": ("|".join(record.dyad),) if record.dyad else (), "title": (record.title.canonical,), "event": (str(record.event),)}
