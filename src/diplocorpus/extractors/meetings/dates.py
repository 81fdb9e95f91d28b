"""Days in running text: "on Thursday", "today", "April 29", "from 3 to 5 May", "May 7, 2020" -> ISO dates with their basis.

A day without a year is given the year of the document's own date where that leaves no doubt: where it lies in the
months before it or the weeks after. Otherwise it stays partial.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import chain

import attrs

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.meetings.findings import Day
from diplocorpus.models.days import days_from, whole_day
from diplocorpus.models.documents import DateBasis
from diplocorpus.patterns.anchored import Anchored
from diplocorpus.reading.head import MONTH, WEEKDAYS, month_number, safe_date
from diplocorpus.text.annotated import AnnotatedDocument

_ORDINAL = r"(?:st|nd|rd|th)?"
_TO = r"\s?(?:-|–|—|to|and|through|&)\s?"
_YEAR = r"(?:,? (?P<year>(?:19|20)\d{2})\b)?"
_DAY = re.compile(
    rf"\b(?:(?P<month>{MONTH})\s(?P<day>\d{{1,2}}){_ORDINAL}(?:{_TO}(?P<until>\d{{1,2}}){_ORDINAL}(?!\d|\s?(?:{MONTH}|%|a\.m|p\.m)))?"
    rf"|(?:(?P<from>\d{{1,2}}){_ORDINAL}{_TO})?(?P<day2>\d{{1,2}}){_ORDINAL}\s(?:of )?(?P<month2>{MONTH}))(?!\w){_YEAR}"
)
_NUMERIC = Anchored(
    re.compile(
        r"\b(?:(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d{2})"
        r"|(?P<year2>(?:19|20)\d{2})-(?P<month2>\d{2})-(?P<day2>\d{2}))\b"
    ),
    re.compile(r"\d[.-]\d"),
    12,
)
_MONTH_YEAR = re.compile(rf"\b(?P<month>{MONTH}),? (?P<year>(?:19|20)\d{{2}})\b")
_MONTH = re.compile("Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")
_BEFORE_MONTH, _BEHIND_MONTH = 24, 50
"""Characters around a month's name that a day or a range of days has at most, and what must not follow it."""

_WEEKDAY = re.compile(r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?!'s)")
_RELATIVE = re.compile(
    r"(?P<relative>today|yesterday|tomorrow|tonight|last night|this (?:morning|afternoon|evening))\b(?!'s)", re.IGNORECASE
)
_OF_WEEKDAY = frozenset(WEEKDAYS)
_OF_RELATIVE = frozenset("today yesterday tomorrow tonight last this".split())
_SHIFT = {"yesterday": -1, "last night": -1, "tomorrow": 1}
_JOINED = re.compile(r"\s?(?:-|–|—|to|through|until)\s?")
_BEHIND_DAY, _BEFORE_DAY = 4, 15
"""Characters around a weekday in which the day that it belongs to stands: "Friday, May 9", "May 9 (Friday)"."""

_COMING = re.compile(r"\b(?:next|coming) $", re.IGNORECASE)

PAST_DAYS, COMING_DAYS = 150, 45
"""How far from the document's own day a day without a year may lie so that its year is beyond doubt."""


def _weekday_before(day: date, name: str) -> date | None:
    """Return the last such weekday on or before a day; the same day counts."""
    return days_from(day, -((day.weekday() - WEEKDAYS.index(name.lower())) % 7))


def _nearby(anchor: date, month: int, day: int) -> date | None:
    """Return the one day of that month and number that lies near the document's own."""
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        found = safe_date(year, month, day)
        if found and -COMING_DAYS <= (anchor - found).days <= PAST_DAYS:
            return found
    return None


def _around_months(text: str) -> list[tuple[int, int]]:
    """Return the stretches of a text around the names of months, in order and apart from each other."""
    found: list[tuple[int, int]] = []
    for match in _MONTH.finditer(text):
        first, last = max(0, match.start() - _BEFORE_MONTH), match.start() + _BEHIND_MONTH
        if found and first <= found[-1][1]:
            first = found.pop()[0]
        found.append((first, last))
    return found


def _days_of_month(text: str, months: Sequence[tuple[int, int]], anchor: date | None) -> Iterator[Day]:
    for match in chain.from_iterable(_DAY.finditer(text, first, last) for first, last in months):
        month = month_number(match["month"] or match["month2"])
        first, last = int(match["day"] or match["from"] or match["day2"]), match["until"] or (match["from"] and match["day2"])
        if safe_date(2000, month, first) is None:
            continue
        stated = int(match["year"]) if match["year"] else None
        basis = DateBasis.STATED
        if stated is None and anchor is not None and (found := _nearby(anchor, month, first)):
            stated, basis = found.year, DateBasis.STATED if found == anchor else DateBasis.INFERRED
        prefix = f"{stated:04}" if stated else "-"
        if stated and safe_date(stated, month, first) is None:
            continue
        until = (
            f"{prefix}-{month:02}-{int(last):02}" if last and first < int(last) and safe_date(stated or 2000, month, int(last)) else None
        )
        yield Day(f"{prefix}-{month:02}-{first:02}", basis, *match.span(), year_stated=bool(match["year"]), last=until)
    for match in _NUMERIC.finditer(text):
        day = safe_date(*(int(match[name] or match[f"{name}2"]) for name in ("year", "month", "day")))
        if day is not None:
            yield Day(day.isoformat(), DateBasis.STATED, *match.span(), year_stated=True)


def _joined(days: list[Day], text: str) -> Iterator[Day]:
    """Yield the days with "July 23 to August 2" as one range; the year stands behind the last one."""
    held: Day | None = None
    for day in days:
        if held is not None and held.last is None and _JOINED.fullmatch(text, held.end, day.start):
            value = day.value[:4] + held.value[1:] if held.value.startswith("--") and not day.value.startswith("--") else held.value
            held = attrs.evolve(held, value=value, last=day.value, end=day.end, year_stated=day.year_stated)
            continue
        if held is not None:
            yield held
        held = day
    if held is not None:
        yield held


def _at(document: AnnotatedDocument, openings: frozenset[str], expression: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield the matches of an expression that begin with one of some words."""
    found = (expression.match(document.masked, document.starts[index]) for index in document.places(openings))
    return filter(None, found)


def _near_the_news(document: AnnotatedDocument, anchor: date, held: set[int]) -> Iterator[Day]:
    """Yield the days that are counted from the document's own ("on Thursday", "today"); `held` are the characters of days."""
    for match in _at(document, _OF_WEEKDAY, _WEEKDAY):
        beside = not held.isdisjoint(range(match.start() - _BEHIND_DAY, match.start() + _BEFORE_DAY))
        day = None if beside else _weekday_before(anchor, match["weekday"])
        if day is not None and not _COMING.search(document.masked, max(0, match.start() - 8), match.start()):
            yield Day(day.isoformat(), DateBasis.WEEKDAY, *match.span())
    for match in _at(document, _OF_RELATIVE, _RELATIVE):
        day = days_from(anchor, _SHIFT.get(match["relative"].lower(), 0))
        if day is not None:
            yield Day(day.isoformat(), DateBasis.STATED, *match.span())


def _without_year(document: AnnotatedDocument) -> Iterator[Day]:
    """Yield the days counted from a document's own whose year is not known: "today", and "yesterday" but on March 1."""
    month, day = map(int, (document.document.date or "").removeprefix("--").split("-"))
    for match in _at(document, _OF_RELATIVE, _RELATIVE):
        shift = _SHIFT.get(match["relative"].lower(), 0)
        found = {date(year, month, day) + timedelta(days=shift) for year in (2000, 2001)} if (month, day) != (2, 29) else set()
        if len(values := {f"--{one.month:02}-{one.day:02}" for one in found}) == 1:
            yield Day(values.pop(), DateBasis.STATED, *match.span())


def extract_days(document: AnnotatedDocument, findings: Findings) -> Iterator[Day]:
    """Yield the days that a document names, in text order; offsets are characters."""
    anchor, text = whole_day(document.document.date), document.masked
    partial = anchor is None and (document.document.date or "").startswith("--")
    months = _around_months(text)
    found = list(_joined(sorted(_days_of_month(text, months, anchor), key=lambda day: day.start), text))
    held = {place for day in found for place in range(day.start, day.end)}
    for day in _without_year(document) if partial else ():
        found.append(day)
        held.update(range(day.start, day.end))
    for day in _near_the_news(document, anchor, held) if anchor else ():
        found.append(day)
        held.update(range(day.start, day.end))
    for match in chain.from_iterable(_MONTH_YEAR.finditer(text, first, last) for first, last in months):
        if held.isdisjoint(range(*match.span())):
            held.update(range(*match.span()))
            value = f"{int(match['year'])}-{month_number(match['month']):02}"
            found.append(Day(value, DateBasis.STATED, *match.span(), year_stated=True))
    yield from sorted(found, key=lambda day: day.start)
