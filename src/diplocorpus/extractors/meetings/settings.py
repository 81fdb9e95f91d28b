"""Where each meeting took place and at what larger event: place, venue, occasion, mode and format."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.meetings.findings import Day, Encounter, Gathering, Setting
from diplocorpus.extractors.people.findings import Naming
from diplocorpus.models.events import MeetingFormat, MeetingKind, MeetingMode, MeetingStatus
from diplocorpus.patterns.parties import parties, seats
from diplocorpus.text.annotated import AnnotatedDocument, Sentence
from diplocorpus.text.places import event_from, place_from, venue_from
from diplocorpus.text.tagging import FINITE, Tag

_MODES = {
    MeetingKind.PHONE_CALL: MeetingMode.PHONE,
    MeetingKind.VIDEO_CALL: MeetingMode.VIDEO,
    MeetingKind.MEETING: MeetingMode.IN_PERSON,
}
_TOPIC = frozenset("about regarding concerning over amid since focusing concentrating despite against".split())
_TALKS = frozenset("talks meeting summit consultations discussions dialogue negotiations conference lunch dinner breakfast".split())
_VISIT = frozenset("visit visits trip tour stay travel travels".split())
_TRAVELS = frozenset("traveled travelled visited visiting flew went arrived returned".split())
_HELD = frozenset("took held occurred began continued".split())
_VISITS = frozenset("state official working private goodwill".split())
_ON_DAYS = frozenset({"on", "from", "today", "yesterday"})
_TOPIC_REACH = 12
_VENUE_REACH = 10
"""Tokens in which a capital may stand behind `at`, a venue between them."""


class _Scene:
    """Reads where the meetings of one document took place."""

    def __init__(self, document: AnnotatedDocument, findings: Findings) -> None:
        self.document = document
        self.taken = {i for naming in findings.of(Naming) for i in range(naming.first, naming.last)}
        self.days = {day.start for day in findings.of(Day)}

    def setting(self, gathering: Gathering) -> Setting:
        place = venue = occasion = None
        formats: list[MeetingFormat] = []
        modes: list[MeetingMode] = []
        for encounter in gathering.worded:
            sentence = self.document.sentences[encounter.sentence]
            found = {hit.pattern.label for hit in self.document.hits_in("circumstance", sentence.first, sentence.last)}
            formats += [form for form in MeetingFormat if form in found]
            modes += [mode for mode in MeetingMode if mode in found]
            occasion = occasion or self._occasion(sentence)
            if self._remote(gathering, found):
                continue
            place = place or self._place(sentence, encounter)
            venue = venue or self._venue(sentence)
        mode = _MODES.get(gathering.kind) or next(iter(modes), None)
        if place is None and not self._remote(gathering, set(modes)) and gathering.status is MeetingStatus.REPORTED:
            place = self._elsewhere(gathering)
        return Setting(gathering, place, venue, occasion, mode, tuple(dict.fromkeys(formats)))

    def _remote(self, gathering: Gathering, found: set[str] | set[MeetingMode]) -> bool:
        if gathering.kind in (MeetingKind.PHONE_CALL, MeetingKind.VIDEO_CALL, MeetingKind.CORRESPONDENCE):
            return True
        return MeetingMode.VIDEO in found

    # Places ----------------------------------------------------------------------------------------------------------

    def _place(self, sentence: Sentence, encounter: Encounter) -> str | None:
        """Return the place said of an encounter in its sentence, that of the dateline for `here`."""
        hit, document = encounter.hit, self.document
        if "here" in document.lower[hit.last : sentence.last] and document.document.dateline:
            return document.document.dateline.place
        lead = self._leading(sentence, hit.first)
        welcomed = hit.pattern.id == "meeting.receive"
        event = hit.pattern.label in (MeetingKind.MULTILATERAL, MeetingKind.CONFERENCE)
        return self._within(hit.last, sentence.last, welcomed=welcomed, event=event) or lead

    def _leading(self, sentence: Sentence, stop: int) -> str | None:
        """Return the place in what opens a sentence ("During his visit to Zenda, ..."), or directly behind its verb ("said in Zenda")."""
        document = self.document
        opening = True
        for index in range(sentence.first, stop):
            if document.tags[index] in FINITE:
                opening = False
            if not self._opens_place(index, welcomed=False):
                continue
            direct = index > sentence.first and document.tags[index - 1] in (Tag.VBD, Tag.VBN, Tag.ADV)
            if opening or direct or document.lower[index] in ("visiting", "visited"):
                place = place_from(document, index + 1, sentence.last, self.taken)
                if place is not None and place.last <= stop:
                    return place.name
        return None

    def _within(self, first: int, stop: int, *, welcomed: bool = False, event: bool = False) -> str | None:
        """Return the place in what is said of an encounter behind it: up to its topic, a clause or the next sentence.

        The topic of an event belongs to its name: "the summit on trade in Zenda".
        """
        document, index = self.document, first
        while index < stop:
            if self._opens_place(index, welcomed=welcomed):
                place = place_from(document, index + 1, stop, self.taken)
                if place is not None:
                    return place.name
            if document.lower[index] == "at" and (seat := self._seat_of_venue(index + 1, stop)):
                return seat
            if self._turns_away(index) and not (event and document.lower[index] in ("on", "for")):
                held = self._held_behind(index, stop)
                if held is None:
                    break
                index = held
            index += 1
        return None

    def _held_behind(self, index: int, stop: int) -> int | None:
        """Return the `held` behind the topic of an encounter: "consultations on trade were [held] in Zenda"."""
        lower = self.document.lower
        if lower[index] not in ("on", "regarding", "about", "concerning"):
            return None
        reach = range(index + 1, min(stop - 1, index + _TOPIC_REACH))
        was = next((i for i in reach if self.document.tags[i] in FINITE), None)
        return was + 1 if was is not None and (lower[was : was + 2] == ("took", "place") or lower[was + 1] == "held") else None

    def _seat_of_venue(self, index: int, stop: int) -> str | None:
        """Return the capital that stands behind a venue that begins at a token: "[Hentzau House], Nairobi"."""
        document = self.document
        for hit in document.parties_in(index, min(stop, index + _VENUE_REACH)):
            venue = range(index, hit.first - 1)
            named = all(document.words[i][0].isupper() or document.lower[i] in ("the", "of", "'s", "'") for i in venue)
            if hit.kind == "seat" and hit.first > index + 1 and named and document.words[hit.first - 1] == ",":
                return document.text(hit.first, hit.last)
        return None

    def _opens_place(self, index: int, *, welcomed: bool) -> bool:
        lower = self.document.lower
        if lower[index] == "in":
            return True
        if lower[index] == "to":
            return welcomed or bool(set(lower[max(0, index - 2) : index]) & (_VISIT | _TRAVELS))
        return lower[index] in ("visiting", "visited")

    def _turns_away(self, index: int) -> bool:
        """Tell whether the text goes on to something else than the encounter: its topic, a finite verb, a purpose."""
        document = self.document
        lower, tag = document.lower[index], document.tags[index]
        if index in self.taken:
            return False
        if tag in FINITE:
            return not (lower in _HELD or set(document.lower[index + 1 : index + 3]) & {"held", "place"})
        following = document.lower[index + 1 : index + 7]
        if lower == "on":
            dated = index + 1 < len(document) and document.starts[index + 1] in self.days
            return not dated and not set(following[:2]) & {"sidelines", "margins", "fringes", "occasion"}
        if lower == "for":
            return not set(following) & (_VISIT | _TALKS)
        if lower == "to":
            return index + 1 < len(document) and document.tag_at(index + 1) is Tag.VB
        return lower in _TOPIC or tag is Tag.SUB or document.words[index] == ";"

    def _elsewhere(self, gathering: Gathering) -> str | None:
        """Return the place from a sentence that takes the meeting up ("The talks were held in Zenda") or tells of the journey to it."""
        document = self.document
        if self._taken_up is not None:
            return self._taken_up
        number = gathering.worded[0].sentence if gathering.worded else 0
        if document.document.dateline and self._told_here < number:
            return document.document.dateline.place
        for sentence in document.sentences[max(0, number - 2) : number]:
            for index in range(sentence.first, sentence.last):
                if document.lower[index] in _TRAVELS and not sentence.heading:
                    return self._journey(index, sentence)
                if document.lower[index] == "in" and (place := self._told_in(index, sentence)):
                    return place
        return self._at_seat(gathering)

    def _at_seat(self, gathering: Gathering) -> str | None:
        """Return where news is dated that two sides met, if that is the seat of one of them."""
        dateline = self.document.document.dateline
        if dateline is None or dateline.place is None or gathering.kind is not MeetingKind.MEETING:
            return None
        home = seats().get(dateline.place) in gathering.sides
        return dateline.place if home or dateline.place in {parties()[code].name for code in gathering.sides} else None

    @cached_property
    def _taken_up(self) -> str | None:
        """The first place that is said of a meeting where a sentence takes it up."""
        document = self.document
        for hit in document.hits.get("encounter", ()):
            sentence = document.sentence_of(hit.first)
            takes_up = document.lower[sentence.first] in ("the", "their", "this") and hit.first - sentence.first <= 2
            called = hit.pattern.id == "phone.call" and document.lower[hit.last : hit.last + 2] == ("was", "held")  # a courtesy call
            if (hit.pattern.label == MeetingKind.MEETING or called) and not sentence.heading and takes_up:
                place = self._within(hit.last, sentence.last)
                if place is not None:
                    return place
        return None

    @cached_property
    def _told_here(self) -> int:
        """The number of the first sentence that tells of something done `here`, that behind the last one where none does."""
        document = self.document
        for index, lower in enumerate(document.lower):
            if lower == "here" and index > document.sentence_of(index).first and document.tags[index - 1] is Tag.VBD:
                return document.sentence_number(index)
        return len(document.sentences)

    def _told_in(self, index: int, sentence: Sentence) -> str | None:
        """Return where somebody spoke or was on the day: "said [in Zenda] on Thursday", in front of what tells of the talks there."""
        document = self.document
        if sentence.heading or index == sentence.first or document.tags[index - 1] not in (Tag.VBD, Tag.BE):
            return None
        place = place_from(document, index + 1, sentence.last, self.taken)
        dated = place is not None and document.lower_at(place.last) in _ON_DAYS
        return place.name if place is not None and dated else None

    def _journey(self, verb: int, sentence: Sentence) -> str | None:
        """Return where a journey went, where it went to one place only: "traveled to Zenda", not "to Zenda and Strelsau"."""
        document = self.document
        first = verb + 2 if document.lower[verb + 1 : verb + 2] in (("to",), ("in",)) else verb + 1
        place = place_from(document, first, sentence.last, self.taken)
        several = place is not None and document.lower[place.last : place.last + 1] == ("and",)
        return None if place is None or several else place.name

    # Venues and occasions --------------------------------------------------------------------------------------------

    def _venue(self, sentence: Sentence) -> str | None:
        for index in range(sentence.first, sentence.last):
            if self.document.lower[index] in ("at", "in", "to"):
                venue = venue_from(self.document, index + 1, sentence.last, self.taken)
                if venue is not None:
                    return venue
        return None

    def _occasion(self, sentence: Sentence) -> str | None:
        """Return the larger event: on whose sidelines, which somebody attends, what is launched or opened, what visit it belongs to."""
        document = self.document
        for hit in document.hits_in("circumstance", sentence.first, sentence.last):
            if hit.pattern.label == MeetingFormat.SIDELINES and document.lower[hit.last - 1] == "of":
                return event_from(document, hit.last, sentence.last)
        for index in range(sentence.first, sentence.last - 1):
            lower = document.lower[index]
            if lower in ("attend", "attending") and document.tags[index] in (Tag.VB, Tag.VBG):
                return event_from(document, index + 1, sentence.last)
            if lower in ("launch", "opening", "inauguration") and document.lower[max(0, index - 2) : index] == ("at", "the"):
                return event_from(document, index, sentence.last)
            if lower == "visit" and document.lower_at(index - 1) in _VISITS:
                return f"{document.words[index - 1]} {document.words[index]}"
        return None


def extract_settings(document: AnnotatedDocument, findings: Findings) -> Iterator[Setting]:
    """Yield where each gathering took place, in their order.

    A meeting whose place is not told took place where others of the same parties did, if that is one place, and on
    the sidelines of an event where that was held.
    """
    scene = _Scene(document, findings)
    found = [scene.setting(gathering) for gathering in findings.of(Gathering)]
    for setting in found:
        yield setting if setting.place or setting.mode is not MeetingMode.IN_PERSON else _beside(setting, found)


def _beside(setting: Setting, found: list[Setting]) -> Setting:
    if setting.gathering.status is not MeetingStatus.REPORTED:
        return setting
    others = [other for other in found if other.gathering.status is MeetingStatus.REPORTED and other.place]
    same = {other.place for other in others if other.gathering.sides == setting.gathering.sides}
    events = {other.place for other in others if other.gathering.kind is MeetingKind.MULTILATERAL}
    if not same and MeetingFormat.SIDELINES in setting.formats:
        same = events
    return setting.at(next(iter(same))) if len(same) == 1 else setting
