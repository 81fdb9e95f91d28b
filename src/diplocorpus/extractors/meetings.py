"""Meetings as records: who met whom, at what level, how, when and where."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diplocorpus.extractors.findings import Day, Encounter, Findings, Gathering
from diplocorpus.models.documents import DateBasis
from diplocorpus.models.events import Level, Meeting, MeetingKind, MeetingStatus, Participant
from diplocorpus.text.annotated import AnnotatedDocument, Sentence
from diplocorpus.text.places import occasion_in, place_in, venue_in

_REMOTE = frozenset({MeetingKind.PHONE_CALL, MeetingKind.VIDEO_CALL, MeetingKind.CORRESPONDENCE})
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_BEFORE_EVENT = re.compile(r"\b(?:[Pp]rior to|[Aa]head of|[Bb]efore|[Dd]uring (?:his|her|their) (?:time|stay|visit)|also met|fringes)\b")


class _Recorder:
    """Makes the records of one document."""

    def __init__(self, document: AnnotatedDocument, findings: Findings) -> None:
        self.document = document
        self.days = findings.of(Day)

    def meeting(self, gathering: Gathering) -> Meeting:
        document = self.document
        encounter = next((e for e in gathering.worded if not document.sentences[e.sentence].heading), gathering.worded[0])
        place, venue, occasion = self._where(gathering)
        value, basis = self._when(gathering)
        anchor = document.span(encounter.hit.first, encounter.hit.last)
        return Meeting(
            id=gathering.id,
            kind=gathering.kind,
            status=gathering.status,
            date=value,
            date_basis=basis,
            place=place,
            venue=venue,
            occasion=occasion,
            parties=tuple(sorted(gathering.sides)),
            participants=tuple(Participant(name=p.name, role=p.role, party=gathering.party(p), level=p.level) for p in gathering.people),
            level=self._level(gathering),
            anchor=anchor,
            evidence=(anchor,),
            rules=(encounter.hit.pattern.id,),
        )

    def _by_video(self, encounter: Encounter) -> bool:
        sentence = self.document.sentences[encounter.sentence]
        return any(h.pattern.label == "video" for h in self.document.hits_in("circumstance", sentence.first, sentence.last))

    def _where(self, gathering: Gathering) -> tuple[str | None, str | None, str | None]:
        place = venue = occasion = None
        for encounter in gathering.worded:
            sentence = self.document.sentences[encounter.sentence]
            occasion = occasion or occasion_in(self.document, sentence, encounter.hit)
            if gathering.kind in _REMOTE or (self._by_video(encounter) and gathering.kind is MeetingKind.MULTILATERAL):
                continue
            place = place or place_in(self.document, sentence, encounter.hit)
            if place is None and "here" in self.document.lower[encounter.hit.last : sentence.last] and self.document.document.dateline:
                place = self.document.document.dateline.place
            venue = venue or venue_in(self.document, sentence)
        remote = gathering.kind in _REMOTE or any(self._by_video(e) for e in gathering.worded)
        if place is None and not remote and gathering.status is not MeetingStatus.REFERENCED:
            for hit in self.document.hits.get("encounter", ()):
                sentence = self.document.sentence_of(hit.first)
                if (
                    hit.pattern.label == "meeting"
                    and not sentence.heading
                    and self.document.lower[sentence.first] in ("the", "their", "this")
                    and hit.first - sentence.first <= 2
                ):
                    place = place or place_in(self.document, sentence, hit)
        return place, venue, occasion

    def _days_of(self, sentence: Sentence) -> list[Day]:
        start, end = self.document.starts[sentence.first], self.document.ends[sentence.last - 1]
        return [day for day in self.days if start <= day.start and day.end <= end]

    def _when(self, gathering: Gathering) -> tuple[str | None, DateBasis]:
        document = self.document
        for encounter in gathering.worded:
            days = self._days_of(document.sentences[encounter.sentence])
            near = sorted(days, key=lambda day: abs(day.start - document.starts[encounter.hit.first]))
            if near and not document.sentences[encounter.sentence].heading:
                return near[0].value, near[0].basis
        if gathering.status is not MeetingStatus.REPORTED:
            sentence = document.sentences[gathering.worded[0].sentence]
            year = _YEAR.search(document.masked, document.starts[sentence.first], document.ends[sentence.last - 1])
            return (year[0], DateBasis.STATED) if year else (None, DateBasis.UNKNOWN)
        first = gathering.worded[0]
        sentence = document.sentences[first.sentence]
        if _BEFORE_EVENT.search(document.text(sentence.first, sentence.last)) or first.sentence > 6:
            return None, DateBasis.UNKNOWN
        for earlier in document.sentences[: first.sentence + 2]:
            days = [] if earlier.heading else self._days_of(earlier)
            days = [day for day in days if not day.year_stated]
            if days:
                return days[0].value, days[0].basis
        value = document.document.date
        return (value, document.document.date_basis or DateBasis.UNKNOWN) if value else (None, DateBasis.UNKNOWN)

    def _level(self, gathering: Gathering) -> Level | None:
        """Return the highest level on the lower side; of a multilateral encounter, the highest present."""
        highest: dict[str | None, Level] = {}
        for person in gathering.people:
            if person.level is not None:
                party = gathering.party(person)
                highest[party] = max(person.level, highest.get(party, person.level))
        if not highest:
            return None
        return max(highest.values()) if gathering.kind is MeetingKind.MULTILATERAL else min(highest.values())


def extract_meetings(document: AnnotatedDocument, findings: Findings) -> Iterator[Meeting]:
    """Yield the meetings of a document: those reported first, then those only referred to."""
    recorder = _Recorder(document, findings)
    for gathering in findings.of(Gathering):
        yield recorder.meeting(gathering)
