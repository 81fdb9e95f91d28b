"""Where the people of a meeting do not fit the table of office-holders: the text wins, a warning is kept."""

from __future__ import annotations

from collections.abc import Iterator

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.people.findings import Naming
from diplocorpus.models.days import days_from, whole_day
from diplocorpus.models.events import Meeting, Participant, Tenure
from diplocorpus.models.offices import Discrepancy, OfficeHolder
from diplocorpus.patterns.names import name_parts
from diplocorpus.patterns.offices import office_of
from diplocorpus.text.annotated import AnnotatedDocument

_NOT_HELD = frozenset({Tenure.FORMER, Tenure.ELECT})


def extract_discrepancies(document: AnnotatedDocument, findings: Findings) -> Iterator[Discrepancy]:
    """Yield a warning for each participant whose office, state and day the table contradicts.

    Compared are offices that the table has for the person of that full name: held on other days, or for another state.
    """
    namings = {naming.person.name: naming for naming in reversed(findings.of(Naming))}
    number = 0
    for meeting in findings.of(Meeting):
        for participant in meeting.participants:
            known = _contradicting(document, meeting, participant)
            naming = namings.get(participant.name)
            if known and naming is not None:
                number += 1
                yield Discrepancy(
                    id=f"w{number}",
                    meeting_id=meeting.id,
                    name=participant.name,
                    role=participant.role or "",
                    party=participant.party or "",
                    date=meeting.date or "",
                    terms=known,
                    evidence=(document.span(naming.first, naming.last),),
                    rules=("officeholders",),
                )


def _contradicting(document: AnnotatedDocument, meeting: Meeting, participant: Participant) -> tuple[OfficeHolder, ...]:
    """Return the terms that contradict a participant, none where all is well or nothing can be said."""
    role, party, day = participant.role, participant.party, meeting.date
    if role is None or party is None or day is None or day.startswith("-") or participant.tenure in _NOT_HELD:
        return ()
    if "role" in participant.completed or len(name_parts(participant.name)) < 2:
        return ()
    office = office_of(role)
    rows = tuple(
        row for row in document.packs.officeholders.terms(participant.name) if office is not None and office_of(row.role) == office
    )
    fits = any(row.party == party and (row.holds_on(day) or row.holds_on(_day_before(day))) for row in rows)
    return () if fits else rows


def _day_before(day: str) -> str:
    """Return the day before, by which a report may be late; a month or year as it is."""
    told = whole_day(day)
    before = days_from(told, -1) if told else None
    return before.isoformat() if before else day
