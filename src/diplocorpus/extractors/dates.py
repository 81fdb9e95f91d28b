"""Days in running text: "on Thursday", "today", "April 29", "May 7 this year" -> an ISO date, partial where the year is unknown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from diplocorpus.extractors.findings import Day, Findings
from diplocorpus.models.documents import DateBasis
from diplocorpus.reading.head import MONTH, WEEKDAYS
from diplocorpus.text.annotated import AnnotatedDocument

_DAY = re.compile(
    rf"\b(?:(?P<month>{MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month2>{MONTH}))\b(?:,? (?P<year>(?:19|20)\d{{2}})\b)?"
)
_MONTH_YEAR = re.compile(rf"\b(?P<month>{MONTH}) (?P<year>(?:19|20)\d{{2}})\b")
_WEEKDAY = re.compile(r"\b(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b")
_RELATIVE = re.compile(r"\b(?P<relative>today|yesterday|this (?:morning|afternoon|evening))\b", re.IGNORECASE)


def _document_day(document: AnnotatedDocument) -> date | None:
    """Return the day the document is dated, where it is whole."""
    value = document.document.date
    return date.fromisoformat(value) if value and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value) else None


@lru_cache(maxsize=512)
def _clean_month_day(month: str, day: str) -> tuple[int, int] | None:
    """Let dateparser read a clean "April 29"; words that only look like a date give None."""
    import dateparser

    parsed = dateparser.parse(f"{month.rstrip('.')} {day} 2000", languages=["en"], settings={"PARSERS": ["absolute-time"]})
    return (parsed.month, parsed.day) if parsed else None


def _weekday_before(day: date, name: str) -> date:
    """Return the last such weekday on or before a day; the same day counts."""
    return day - timedelta(days=(day.weekday() - WEEKDAYS.index(name.lower())) % 7)


def extract_days(document: AnnotatedDocument, findings: Findings) -> Iterator[Day]:
    """Yield the days that a document names, in text order; offsets are characters."""
    start, end = 0, len(document.masked)
    anchor = _document_day(document)
    found: list[Day] = []
    text = document.masked
    for match in _DAY.finditer(text, start, end):
        parts = _clean_month_day(match["month"] or match["month2"], match["day"] or match["day2"])
        if parts is None:
            continue
        tail = f"{parts[0]:02}-{parts[1]:02}"
        if match["year"]:
            found.append(Day(f"{match['year']}-{tail}", DateBasis.STATED, *match.span(), True))
        elif anchor and (anchor.month, anchor.day) == parts:
            found.append(Day(anchor.isoformat(), DateBasis.STATED, *match.span()))
        else:
            found.append(Day(f"--{tail}", DateBasis.STATED, *match.span()))
    for match in _WEEKDAY.finditer(text, start, end):
        if anchor and not any(day.start - 14 <= match.start() <= day.end for day in found):
            found.append(Day(_weekday_before(anchor, match["weekday"]).isoformat(), DateBasis.WEEKDAY, *match.span()))
    for match in _RELATIVE.finditer(text, start, end):
        if anchor:
            shift = timedelta(days=1) if match["relative"].lower() == "yesterday" else timedelta(0)
            found.append(Day((anchor - shift).isoformat(), DateBasis.STATED, *match.span()))
    for match in _MONTH_YEAR.finditer(text, start, end):
        if not any(day.start < match.end() and match.start() < day.end for day in found):
            parts = _clean_month_day(match["month"], "1")
            if parts:
                found.append(Day(f"{match['year']}-{parts[0]:02}", DateBasis.STATED, *match.span(), True))
    yield from sorted(found, key=lambda day: day.start)
