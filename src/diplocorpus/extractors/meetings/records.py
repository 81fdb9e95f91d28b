"""Meetings as records: who met whom, at what level, how, when and where."""

from __future__ import annotations

from collections.abc import Iterator

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.meetings.findings import Concluded, Gathering, Manner, Setting, Timing
from diplocorpus.models.events import Level, Meeting, MeetingKind
from diplocorpus.text.annotated import AnnotatedDocument

_CALLS = frozenset({MeetingKind.PHONE_CALL, MeetingKind.VIDEO_CALL})


class _Recorder:
    """Makes the records of one document."""

    def __init__(self, document: AnnotatedDocument, findings: Findings) -> None:
        self.document = document
        self.settings = {setting.gathering.id: setting for setting in findings.of(Setting)}
        self.manners = {manner.gathering.id: manner for manner in findings.of(Manner)}
        self.outcomes = {concluded.gathering.id: concluded.outcomes for concluded in findings.of(Concluded)}
        self.timings = {timing.gathering.id: timing for timing in findings.of(Timing)}

    def meeting(self, gathering: Gathering) -> Meeting:
        setting = self.settings[gathering.id]
        timing = self.timings[gathering.id]
        manner = self.manners[gathering.id]
        anchor = self.document.span(*gathering.anchor)
        return Meeting(
            id=gathering.id,
            kind=gathering.kind,
            status=gathering.status,
            date=timing.date,
            date_basis=timing.basis,
            until=timing.until,
            place=setting.place,
            venue=setting.venue,
            occasion=setting.occasion,
            mode=setting.mode,
            formats=setting.formats,
            duration_minutes=manner.duration_minutes,
            atmosphere=manner.atmosphere,
            parties=tuple(sorted(gathering.sides)),
            participants=tuple(
                person.participant(gathering.party(person), delegate=person in gathering.delegates) for person in gathering.people
            ),
            level=self._level(gathering),
            hosts=manner.hosts,
            visitors=manner.visitors,
            requested_by=manner.requested_by,
            outcomes=self.outcomes.get(gathering.id, ()),
            anchor=anchor,
            evidence=(anchor,),
            rules=gathering.rules,
        )

    def _level(self, gathering: Gathering) -> Level | None:
        """Return the highest level on the lower side; of an encounter of more than two sides, the highest present.

        Whose side is not known counts only where no two sides are.
        """
        highest: dict[str | None, Level] = {}
        for person in gathering.people:
            if person.level is not None:
                party = gathering.party(person)
                highest[party] = max(person.level, highest.get(party, person.level))
        if len(highest) > 2:
            highest.pop(None, None)
        if not highest:
            return None
        many = gathering.kind is MeetingKind.MULTILATERAL or (gathering.kind in _CALLS and len(highest) > 2)
        return max(highest.values()) if many else min(highest.values())


def extract_meetings(document: AnnotatedDocument, findings: Findings) -> Iterator[Meeting]:
    """Yield the meetings of a document: those reported first, then those only referred to."""
    recorder = _Recorder(document, findings)
    for gathering in findings.of(Gathering):
        yield recorder.meeting(gathering)
