"""Until when: the days, months and years by which something is to be done, as far as the document's own date tells them.

"By June 2026", "before the end of this year", "within six months", "next year". What lies in the past is no deadline,
nor is a year that only names something (Agenda 2030).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import MAXYEAR, date

from diplocorpus.extractors.commitments.findings import Deadline
from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.meetings.findings import Day
from diplocorpus.models.days import days_from, whole_day
from diplocorpus.patterns.anchored import Anchored
from diplocorpus.text.annotated import AnnotatedDocument

_BY = r"(?P<by>by|before|until|till|no later than|not later than|prior to|within|in time for)"
_AT = r"(?:in|on|during|from|for|at|over|later|early|late)"
_PART = (
    r"(?:(?:the )?(?:very )?(?:(?:end|close|start|beginning|middle|course) of|(?:first|second) half of|"
    r"(?:first|second|third|fourth|last) quarter of|(?:spring|summer|autumn|fall|winter)(?: of)?|early|late|mid) ?-?)?"
)
_LEADS = re.compile(rf"\b(?:{_BY}|{_AT}) (?:the )?{_PART}$", re.IGNORECASE)
_YEAR = Anchored(
    re.compile(rf"\b(?:{_BY}|{_AT}) (?:the )?{_PART}(?P<year>20\d\d)(?:\s?[-–/]\s?(?P<last>20\d\d))?\b(?![-–]\w)", re.IGNORECASE),
    re.compile(r"20\d\d"),
)
_RELATIVE = Anchored(
    re.compile(
        rf"\b(?:(?:{_BY}|{_AT}) )?(?:the )?{_PART}(?P<which>this|next|the coming|the|current) (?P<unit>year|month)\b(?! of|-)",
        re.IGNORECASE,
    ),
    re.compile(" (?:year|month)", re.IGNORECASE),
)
_NAMED_BY = 60
"""Characters within which an anniversary makes a year its own: "the 30th anniversary of ties this year"."""

_NUMBERS: dict[str, int] = dict(zip("one two three four five six seven eight nine ten twelve".split(), (*range(1, 11), 12), strict=True))
_SPAN = Anchored(
    re.compile(
        r"\b(?:within|over|in|during) (?:the )?(?:(?:next|coming|following) )?"
        rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)}) (?P<unit>day|week|month|year)s?\b",
        re.IGNORECASE,
    ),
    re.compile(" (?:day|week|month|year)", re.IGNORECASE),
)


def _of_year(value: str) -> int | None:
    return int(value[:4]) if value[:4].isdigit() else None


def _later(anchor: date, count: int, unit: str) -> str | None:
    """Return when a stretch from a day on ends, no finer than its unit: two years from then are a year; None past the calendar's end."""
    if unit in ("day", "week"):
        day = days_from(anchor, count * (7 if unit == "week" else 1))
        return day.isoformat() if day else None
    months = anchor.year * 12 + anchor.month - 1 + count * (12 if unit == "year" else 1)
    year = f"{months // 12:04}"
    if months // 12 > MAXYEAR:
        return None
    return year if unit == "year" else f"{year}-{months % 12 + 1:02}"


def _named(document: AnnotatedDocument, days: tuple[Day, ...]) -> Iterator[Deadline]:
    """Yield the days, months and years that are named, with their preposition."""
    text = document.masked
    for day in days:
        lead = _LEADS.search(text, max(0, day.start - 40), day.start)
        if lead is not None and day.year_stated:
            yield Deadline(day.last or day.value, day.start, day.end, lead["by"] is not None)
    for match in _YEAR.finditer(text):
        yield Deadline(str(int(match["last"] or match["year"])), match.start(), match.end(), match["by"] is not None)


def _reckoned(document: AnnotatedDocument, anchor: date) -> Iterator[Deadline]:
    """Yield what is told from the document's own day on."""
    text = document.masked
    for match in _RELATIVE.finditer(text):
        unit, which = match["unit"].lower(), match["which"].lower()
        names = "anniversary" in text[max(0, match.start() - _NAMED_BY) : match.start()]
        if (which == "the" and match["by"] is None) or names:
            continue
        value = _later(anchor, 1 if which in ("next", "the coming") else 0, unit)
        if value is not None:
            yield Deadline(value, match.start(), match.end(), match["by"] is not None)
    for match in _SPAN.finditer(text):
        count = int(match["count"]) if match["count"].isdigit() else _NUMBERS[match["count"].lower()]
        value = _later(anchor, count, match["unit"].lower())
        if value is not None:
            yield Deadline(value, match.start(), match.end(), True)


def extract_deadlines(document: AnnotatedDocument, findings: Findings) -> Iterator[Deadline]:
    """Yield the deadlines that a document names, in text order; offsets are characters."""
    dated = document.document.date or ""
    anchor = whole_day(dated)
    found = [*_named(document, findings.of(Day)), *(_reckoned(document, anchor) if anchor else ())]
    year = _of_year(dated)
    for deadline in sorted(found, key=lambda deadline: deadline.start):
        ahead = deadline.value >= dated[: len(deadline.value)] if year else deadline.limit
        if ahead:
            yield deadline
