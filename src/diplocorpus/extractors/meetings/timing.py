"""When each meeting took place: which of the days named belongs to it, and what stands in where none does."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.meetings.findings import Day, Encounter, Gathering, Timing
from diplocorpus.models.days import days_from, whole_day
from diplocorpus.models.documents import DateBasis
from diplocorpus.models.events import MeetingStatus
from diplocorpus.patterns.words import words
from diplocorpus.text.along import Along
from diplocorpus.text.annotated import AnnotatedDocument, Sentence
from diplocorpus.text.phrases import encounter_tokens
from diplocorpus.text.tagging import FINITE, Tag

_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_OTHER_TIME = re.compile(r"\b(?:[Pp]rior to|[Aa]head of|[Bb]efore|[Dd]uring (?:his|her|their) (?:time|stay|visit)|fringes)\b")
_SAME_DAY = re.compile(r"\b(?:the|that) same day\b", re.IGNORECASE)
_LEAD = frozenset("on in at the of from between late early earlier afternoon morning evening day date also , - –".split())
_HOURS = frozenset("the morning afternoon evening night late early of earlier".split())
_JOINTS = frozenset("on from between in at ( ,".split())
_OF_THE_NEWS = frozenset("today yesterday tomorrow tonight this last".split())
_VISITS = frozenset("visit visited travelled traveled arrived trip".split())
_JOINS_ON = frozenset({Tag.VBD, Tag.VBN, Tag.ADV, Tag.DET, Tag.ADJ})
_HELD = frozenset({"held", "convened", "conducted"})
_AWAY = frozenset("since after following ahead before until preparations preparation regarding concerning scheduled due".split())
_MONTH = re.compile(r"\d{4}(?:-\d{2})?")
_NEWS_REACH = 6
"""Sentences from the start within which an encounter without a day of its own is the day's news."""


class _Clock:
    """Finds the day of each meeting of one document."""

    def __init__(self, document: AnnotatedDocument, findings: Findings) -> None:
        self.document = document
        self.days = Along(findings.of(Day), attrgetter("start"))
        self.anchored = encounter_tokens(document)

    def timing(self, gathering: Gathering, earlier: list[Timing]) -> Timing:
        for encounter in gathering.worded:
            day = self._own_day(encounter, gathering.status)
            if day is not None and (not _MONTH.fullmatch(day.value) or not self.document.document.date):
                value = self._ahead(day) if gathering.status is MeetingStatus.ANNOUNCED else day.value
                return Timing(gathering, value, day.basis, day.last)
        sentence = self.document.sentence_of(gathering.anchor[0])
        start, end = self.document.starts[sentence.first], self.document.ends[sentence.last - 1]
        if gathering.status is not MeetingStatus.REPORTED:
            year = _YEAR.search(self.document.masked, start, end) if gathering.status is MeetingStatus.REFERENCED else None
            return Timing(gathering, year[0], DateBasis.STATED) if year else Timing(gathering)
        if earlier and _SAME_DAY.search(self.document.masked, start, end):
            return Timing(gathering, earlier[-1].date, earlier[-1].basis)
        number = gathering.worded[0].sentence if gathering.worded else 0
        aside = number > _NEWS_REACH or (number and _OTHER_TIME.search(self.document.masked, start, end))
        if aside and earlier:
            return Timing(gathering)
        for other in self.document.sentences[: number + 2]:
            for day in () if other.heading else self._days_of(other):
                if not day.year_stated and day.basis is not DateBasis.INFERRED and self._of_main_verb(day, other):
                    return Timing(gathering, day.value, day.basis, day.last)
        news = self.document.document.date
        return Timing(gathering, news, self.document.document.date_basis or DateBasis.UNKNOWN) if news else Timing(gathering)

    def _ahead(self, day: Day) -> str:
        """Return the day of what is to come: "will meet on Friday" is the next Friday."""
        news = self.document.document.date
        told = whole_day(day.value) if day.basis is DateBasis.WEEKDAY and news and day.value < news else None
        ahead = days_from(told, 7) if told else None
        return ahead.isoformat() if ahead else day.value

    def _days_of(self, sentence: Sentence) -> list[Day]:
        start, end = self.document.starts[sentence.first], self.document.ends[sentence.last - 1]
        return [day for day in self.days.within(start, end) if day.end <= end]

    def _own_day(self, encounter: Encounter, status: MeetingStatus) -> Day | None:
        """Return the day in the sentence of an encounter that is the encounter's own."""
        sentence = self.document.sentences[encounter.sentence]
        if sentence.heading:
            return None
        days = self._days_of(sentence)
        leading = [day for day in days if self._leads(day, sentence)]
        behind = [day for day in days if self._follows(day, encounter)]
        beside = [day for day in days if self._precedes(day, encounter, status) or self._of_main_verb(day, sentence)]
        return next(iter((*leading, *behind, *beside)), None)

    def _token(self, day: Day) -> int:
        return bisect_left(self.document.starts, day.start)

    def _joint(self, day: Day) -> int:
        """Return the token in front of a day, its weekday and time of day passed over: "[on] the evening of Friday, May 9"."""
        index = self._token(day) - 1
        document = self.document
        while index >= 0 and (document.words[index] in words().weekdays or document.lower[index] in _HOURS or self._comma(index)):
            index -= 1
        return index

    def _comma(self, index: int) -> bool:
        return self.document.words[index] == "," and index > 0 and self.document.words[index - 1] in words().weekdays

    def _leads(self, day: Day, sentence: Sentence) -> bool:
        """Tell whether a day opens its sentence: "On the afternoon of July 5, ..."."""
        lead = range(sentence.first, self._token(day))
        return all(self.document.lower[i] in _LEAD or self.document.words[i] in words().weekdays for i in lead)

    def _follows(self, day: Day, encounter: Encounter) -> bool:
        """Tell whether a day behind the anchor is said of it: not of what was agreed, scheduled or named in between."""
        document, first, joint = self.document, self._token(day), self._joint(day)
        stated = day.basis is DateBasis.WEEKDAY or document.lower[first] in _OF_THE_NEWS
        if first < encounter.hit.last or (encounter.hit.pattern.id == "meeting.discuss" and not stated):
            return False
        aside, closed = False, -1
        for index in range(encounter.hit.last, joint + 1):
            if index <= closed:
                continue
            if document.lower[index] in ("who", "which") and document.words[index - 1] == ",":
                closed = next((i for i in range(index, joint) if document.words[i] == ","), -1)
                if index < closed >= joint - 1:
                    continue  # "met with Ott, who is visiting Kenya, on March 5"
            tag, lower = document.tags[index], document.lower[index]
            if self._takes_place(index):
                continue
            aside = aside or lower in ("for", "sidelines", "margins", "fringes")
            other = index in self.anchored and not aside
            if tag in (FINITE | {Tag.SUB}) or other or lower in _AWAY or document.words[index] == ";":
                return False
            acting = tag is Tag.VBG and index not in self.anchored and document.tag_at(index + 1) is not Tag.NAME
            if not stated and (acting or tag in (Tag.VB, Tag.VBN)):
                return False
        timed = document.lower[first - 1] == "of" and document.lower_at(first - 2) in _HOURS  # "met Ott the evening of May 5"
        joins = timed or document.lower[joint] in _JOINTS or joint == encounter.hit.last - 1
        return joins or (stated and document.tags[joint] not in (Tag.DET, Tag.POSS, Tag.APOS, Tag.ADJ))

    def _takes_place(self, index: int) -> bool:
        """Tell whether a token is one of "were held", "took place", which tell of no other event."""
        lower = self.document.lower
        held = lower[index] in _HELD and (self.document.tag_at(index - 1) is Tag.BE or lower[index - 1] in ("was", "were"))
        was = lower[index] in ("was", "were") and self.document.lower_at(index + 1) in _HELD
        return held or was or lower[index : index + 2] == ("took", "place")

    def _precedes(self, day: Day, encounter: Encounter, status: MeetingStatus) -> bool:
        """Tell whether a day stands directly before the anchor: "Lowe on Tuesday met with", of what is recalled "the May 7 call"."""
        document = self.document
        last = bisect_left(document.starts, day.end)
        between = range(last, encounter.hit.first)
        sentence_first = document.sentences[encounter.sentence].first
        light = all(document.tags[i] in (Tag.ADV, Tag.BE, Tag.HAVE) or document.lower[i] in (",", "also") for i in between)
        if light and len(between) <= 3 and last <= encounter.hit.first:
            return document.lower[self._joint(day)] in _JOINTS or status is not MeetingStatus.REPORTED
        there = document.words[last : last + 1] == (",",) and document.lower_at(last + 1) == "where"
        joined = document.lower_at(last) == "and" and all(document.tags[i] in _JOINS_ON for i in between[1:])
        if (there or joined) and last < encounter.hit.first and not _VISITS.isdisjoint(document.lower[sentence_first : self._token(day)]):
            return True  # "visited Zenda on May 5, where she met", "paid a visit to Kenya on May 5 and held talks"
        return status is MeetingStatus.REFERENCED and last <= encounter.hit.first and len(between) <= 4

    def _of_main_verb(self, day: Day, sentence: Sentence) -> bool:
        """Tell whether a day is that of a finite verb beside it: "Lowe said on Thursday", "Lowe on Thursday said"."""
        joint = self._joint(day)
        on = joint >= sentence.first and self.document.lower[joint] == "on"
        verb = joint - 1 if on else joint
        if verb >= sentence.first and self.document.tags[verb] in (Tag.VBD, Tag.VBZ):
            return True
        after = bisect_left(self.document.starts, day.end)
        return on and after < sentence.last and self.document.tags[after] is Tag.VBD and self.document.tags[verb] is Tag.NAME


def extract_timings(document: AnnotatedDocument, findings: Findings) -> Iterator[Timing]:
    """Yield the day of each gathering, in their order."""
    clock = _Clock(document, findings)
    found: list[Timing] = []
    for gathering in findings.of(Gathering):
        found.append(clock.timing(gathering, found))
    yield from found
