"""Meetings, commitments and stances as political events, in the terms of PLOVER and CAMEO."""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from pydantic_core import to_json

from diplocorpus.errors import DiplocorpusWarning
from diplocorpus.models.analysis import Analysis
from diplocorpus.models.events import Level, Meeting
from diplocorpus.models.spans import Frozen, Span, Wording
from diplocorpus.patterns.parties import parties
from diplocorpus.results.coding import Coding, NoEvent, PloverType, code_commitment, code_meeting, code_stance, code_table, no_event
from diplocorpus.results.table import Table
from diplocorpus.writing import whole_file

CODEBOOK = "plover-0.7"


class Event(Frozen):
    """A record as an event: what, in both schemes, by whom, towards whom, when.

    `sources` act and `recipients` are acted upon; where all take part alike, all are sources. `no_event` says why a
    record has no PLOVER type; it may have a CAMEO code all the same. `date` is the day of the meeting, else of the
    document. `start` and `end` bound the record's evidence.
    """

    document_id: str
    record: Literal["meeting", "commitment", "stance"]
    record_id: str
    meeting_id: str | None
    date: str | None
    sources: tuple[str, ...]
    recipients: tuple[str, ...]
    plover: PloverType | None
    mode: str | None
    contexts: tuple[str, ...]
    quad: int | None
    cameo: str | None
    no_event: NoEvent | None
    start: int
    end: int
    text: Wording | None = None
    publisher: str | None
    publisher_party: str | None


class DyadicEvent(Frozen):
    """An event as CAMEO has it: one source, one target, one code; encounters are told from each side."""

    document_id: str
    record_id: str
    date: str | None
    source: str
    target: str
    code: str


def events(analyses: Iterable[Analysis], *, text: bool = True) -> Table[Event]:
    """Return a row for each meeting, commitment and stance: the event that it is, or why it is none.

    What a stance says is coded once: a commitment in the same words is `same_words`. `text=False` leaves the words out.
    """
    return Table("events", Event, (event for analysis in analyses for event, _ in _coded(analysis, text=text)))


def _coded(analysis: Analysis, *, text: bool) -> Iterator[tuple[Event, Coding]]:
    document = analysis.document
    sayings = {attribution.id: attribution for attribution in analysis.attributions}
    for meeting in (*analysis.meetings, *analysis.announced):
        coding = code_meeting(meeting)
        yield _event(analysis, "meeting", meeting.id, meeting.id, meeting.date, meeting.evidence, coding, text), coding
    taken: list[Span] = []
    for stance in analysis.stances:
        coding = code_stance(stance)
        taken += stance.evidence if coding.plover else ()
        yield _event(analysis, "stance", stance.id, stance.meeting_id, document.date, stance.evidence, coding, text), coding
    for commitment in analysis.commitments:
        if any(commitment.trigger.overlaps(span) for span in taken):
            coding = no_event(NoEvent.SAME_WORDS)
        else:
            coding = code_commitment(commitment, document, sayings.get(commitment.attribution_id or ""))
        yield _event(analysis, "commitment", commitment.id, commitment.meeting_id, document.date, commitment.evidence, coding, text), coding


def _event(
    analysis: Analysis,
    record: Literal["meeting", "commitment", "stance"],
    record_id: str,
    meeting_id: str | None,
    date: str | None,
    evidence: Sequence[Span],
    coding: Coding,
    text: bool,
) -> Event:
    document = analysis.document
    return Event(
        document_id=document.id,
        record=record,
        record_id=record_id,
        meeting_id=meeting_id,
        date=date,
        sources=coding.sources,
        recipients=coding.recipients,
        plover=coding.plover,
        mode=coding.mode,
        contexts=coding.contexts,
        quad=coding.quad,
        cameo=coding.cameo,
        no_event=coding.no_event,
        start=min(span.start for span in evidence),
        end=max(span.end for span in evidence),
        text=" ... ".join(span.text for span in evidence) if text else None,
        publisher=document.publisher,
        publisher_party=document.publisher_party,
    )


def cameo_events(analyses: Iterable[Analysis]) -> Table[DyadicEvent]:
    """Return the events that have a CAMEO code, a row for each pair of source and target.

    Where all parties take part alike, each is the source once and the target once. An event without a target, and a
    pair of a party with itself, has no row.
    """
    return Table(
        "cameo",
        DyadicEvent,
        (row for analysis in analyses for event, coding in _coded(analysis, text=False) for row in _pairs(event, coding)),
    )


def _pairs(event: Event, coding: Coding) -> Iterator[DyadicEvent]:
    if event.cameo is None:
        return
    found = [(source, target, event.cameo) for source in event.sources for target in event.recipients or event.sources if source != target]
    if coding.reverse is not None:
        found += [(target, source, coding.reverse) for source, target, _ in found]
    for source, target, code in found:
        yield DyadicEvent(
            document_id=event.document_id, record_id=event.record_id, date=event.date, source=source, target=target, code=code
        )


def write_plover(analyses: Iterable[Analysis], path: str | os.PathLike[str], *, text: bool = True) -> None:
    """Write the PLOVER events as JSON Lines with the field names of the PLOVER manual, an event a line.

    PLOVER requires a date: events without a full one are left out, with a warning that counts them.
    """
    undated = 0
    with whole_file(path) as partial, partial.open("wb") as file:
        for analysis in analyses:
            for event, _ in _coded(analysis, text=text):
                if event.plover is not None and re.fullmatch(r"\d{4}-\d{2}-\d{2}", event.date or ""):
                    file.write(to_json(_record(event, analysis, text=text)) + b"\n")
                else:
                    undated += event.plover is not None
    if undated:
        warnings.warn(
            f"{undated} events have no full date and were left out; give documents a date to have them", DiplocorpusWarning, stacklevel=3
        )


def _record(event: Event, analysis: Analysis, *, text: bool) -> dict[str, Any]:
    """Return an event under the names that PLOVER has for its fields; what is absent is left out."""
    document = analysis.document
    meeting = next((meeting for meeting in (*analysis.meetings, *analysis.announced) if meeting.id == event.meeting_id), None)
    present = meeting if event.record == "meeting" else None
    citation = {
        "url": document.metadata.get("url"),
        "title": document.title if text else None,
        "publication": document.publisher,
        "language": document.language,
        "coder": f"diplocorpus {analysis.provenance.library}, event codes {code_table().version}",
        "codebook": CODEBOOK,
    }
    record = {
        "id": f"{event.document_id}/{event.record_id}",
        "date": event.date,
        "source": [actor for party in event.sources for actor in _actors(party, present)],
        "recipient": [actor for party in event.recipients for actor in _actors(party, present)],
        "event": [event.plover],
        "mode": [event.mode] if event.mode else None,
        "context": list(event.contexts),
        "quad_code": event.quad,
        "event_loc": {"name": meeting.place} if meeting is not None and meeting.place and event.record == "meeting" else None,
        "link": f"{event.document_id}/{event.meeting_id}" if event.meeting_id and event.record != "meeting" else None,
        "text": event.text,
        "text_info": {"start": event.start, "end": event.end},
        "cite_info": {name: value for name, value in citation.items() if value},
    }
    return {name: value for name, value in record.items() if value not in (None, [])}


def _actors(party: str, meeting: Meeting | None) -> Iterator[dict[str, str]]:
    """Yield an actor for each of a party's people in a meeting, else one for the party."""
    entry = parties().get(party)
    code = {"code": "IGO", "identifier_text": party} if entry is not None and entry.kind == "organization" else {"code": party}
    people = [person for person in meeting.participants if person.party == party] if meeting is not None else []
    for person in people:
        official = person.level is not None and person.level > Level.EXPERT
        yield (
            code | ({"sector": "GOV"} if official else {}) | {"actor_text": person.name} | ({"office": person.role} if person.role else {})
        )
    if not people:
        yield code if code["code"] == "IGO" else code | {"sector": "GOV"}
