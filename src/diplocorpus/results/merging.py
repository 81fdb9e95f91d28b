"""One meeting told by several documents: reports merged, every source kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

import attrs

from diplocorpus.models.analysis import Analysis
from diplocorpus.models.days import days_from, whole_day
from diplocorpus.models.documents import Document
from diplocorpus.models.events import Level, Meeting, MeetingKind, MeetingMode, MeetingStatus, PartyCode
from diplocorpus.models.spans import Frozen
from diplocorpus.patterns.names import is_variant
from diplocorpus.results.sameness import same_meeting
from diplocorpus.results.table import Table

ValueT = TypeVar("ValueT")


class MergedMeeting(Frozen):
    """A meeting with all documents that report it.

    Where they differ, a value is that of most of them, of the first where none has more. `parties` and `participants`
    are all that any of them names, people under their fullest names. `document_ids` and `meeting_ids` (of the records
    in these documents) stand side by side, in the order of the corpus; `publishers` are those of them that are known.
    """

    id: str
    date: str | None
    until: str | None
    kind: MeetingKind
    mode: MeetingMode | None
    place: str | None
    venue: str | None
    occasion: str | None
    parties: tuple[PartyCode, ...]
    participants: tuple[str, ...]
    level: Level | None
    sources: int
    document_ids: tuple[str, ...]
    meeting_ids: tuple[str, ...]
    publishers: tuple[str, ...]


class MeetingReport(Frozen):
    """One of the records that report a merged meeting."""

    merged_meeting_id: str
    document_id: str
    meeting_id: str


def meeting_reports(merged: Iterable[MergedMeeting]) -> Table[MeetingReport]:
    """Return a row for each document that reports a merged meeting, as a table that links the two."""
    return Table(
        "meeting_reports",
        MeetingReport,
        (
            MeetingReport(merged_meeting_id=meeting.id, document_id=document, meeting_id=record)
            for meeting in merged
            for document, record in zip(meeting.document_ids, meeting.meeting_ids, strict=True)
        ),
    )


@attrs.frozen(eq=False)
class _Report:
    """A meeting in its document."""

    document: Document
    meeting: Meeting


def merge_meetings(analyses: Iterable[Analysis]) -> Table[MergedMeeting]:
    """Return a row for each meeting that the documents report, told by one of them or several, by day.

    Two reports are of one meeting where `same_meeting` says so. Two meetings of one document never are, nor are two of
    one publisher on different days. Meetings only referred to or announced are left out.
    """
    groups: list[list[_Report]] = []
    by_day: dict[str, list[list[_Report]]] = {}
    for report in _reports(analyses):
        near = (group for day in _around(report.meeting.date) for group in by_day.get(day, ()))
        group = next((group for group in near if _belongs(report, group)), None)
        if group is None:
            group = []
            groups.append(group)
        if not any(group is other for other in by_day.setdefault(report.meeting.date or "", [])):
            by_day[report.meeting.date or ""].append(group)
        group.append(report)
    ordered = sorted(groups, key=lambda group: _most(r.meeting.date for r in group) or "~")
    return Table("merged_meetings", MergedMeeting, (_merged(f"M{number}", group) for number, group in enumerate(ordered, 1)))


def _reports(analyses: Iterable[Analysis]) -> Iterator[_Report]:
    for analysis in analyses:
        for meeting in analysis.meetings:
            if meeting.status is MeetingStatus.REPORTED:
                yield _Report(analysis.document, meeting)


def _around(day: str | None) -> tuple[str, ...]:
    """Return the days under which a report of the same meeting may be filed."""
    middle = whole_day(day)
    if middle is None:
        return (day,) if day else ()
    return tuple(found.isoformat() for shift in (0, -1, 1) if (found := days_from(middle, shift)))


def _belongs(report: _Report, group: list[_Report]) -> bool:
    """Tell whether a report is of the meeting of a group: the same as one of its reports, and different from none."""
    if any(report.document.id == other.document.id or _on_another_day(report, other) for other in group):
        return False
    verdicts = [same_meeting(report.meeting, other.meeting) for other in group]
    return any(verdicts) and not any(verdict.differs for verdict in verdicts)


def _on_another_day(report: _Report, other: _Report) -> bool:
    """Tell whether one publisher has two reports on different days: its clock is one, so that these are two meetings."""
    if report.document.publisher is None or report.document.publisher != other.document.publisher:
        return False
    (first, last), (other_first, other_last) = ((each.meeting.date, each.meeting.until or each.meeting.date) for each in (report, other))
    if first is None or last is None or other_first is None or other_last is None or {len(first), len(other_first)} != {10}:
        return False
    return last < other_first or other_last < first


def _most(values: Iterable[ValueT | None]) -> ValueT | None:
    """Return the value that occurs most often, the first of those that do; None where there is none."""
    known = [value for value in values if value is not None]
    return Counter(known).most_common(1)[0][0] if known else None


def _merged(identifier: str, group: list[_Report]) -> MergedMeeting:
    meetings = [report.meeting for report in group]
    kind = _most(meeting.kind for meeting in meetings)
    assert kind is not None
    return MergedMeeting(
        id=identifier,
        date=_most(meeting.date for meeting in meetings),
        until=_most(meeting.until for meeting in meetings),
        kind=kind,
        mode=_most(meeting.mode for meeting in meetings),
        place=_most(meeting.place for meeting in meetings),
        venue=_most(meeting.venue for meeting in meetings),
        occasion=_most(meeting.occasion for meeting in meetings),
        parties=tuple(sorted({party for meeting in meetings for party in meeting.parties})),
        participants=tuple(_people(meetings)),
        level=_most(meeting.level for meeting in meetings),
        sources=len(group),
        document_ids=tuple(report.document.id for report in group),
        meeting_ids=tuple(meeting.id for meeting in meetings),
        publishers=tuple(dict.fromkeys(report.document.publisher for report in group if report.document.publisher)),
    )


def _people(meetings: Iterable[Meeting]) -> list[str]:
    """Return the names of all participants, variants of one name under the fullest."""
    names: list[tuple[str, str | None]] = []
    for participant in (p for meeting in meetings for p in meeting.participants):
        known = next(
            (i for i, (name, party) in enumerate(names) if party == participant.party and is_variant(name, participant.name)), None
        )
        if known is None:
            names.append((participant.name, participant.party))
        elif len(participant.name) > len(names[known][0]):
            names[known] = (participant.name, participant.party)
    return [name for name, _ in names]
