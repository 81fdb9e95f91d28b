"""The day of publication that metadata gives."""

from __future__ import annotations

import re
import warnings
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache

_ISO = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})(?:[T ]\d{1,2}:\d{2}\S*(?: ?\S+)?)?\Z")
_PARTIAL = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?\Z|--(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?\Z")
_COMPACT = re.compile(r"(?:19|20)\d{6}\Z")
_NUMERIC = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")


def published_day(value: object) -> str | None:
    """Return the ISO date (or `2021-03`, `2021`) that a value of metadata gives, as it stands there, zone ignored.

    None where it gives no day for sure: `03/04/2021` may be March or April, "two days ago" counts from an unknown day.
    """
    if isinstance(value, datetime):
        return value.date().isoformat() if value == value else None  # noqa: PLR0124 - pandas' NaT is a datetime
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str) or len(value) > 80:
        return str(value) if isinstance(value, int) and not isinstance(value, bool) and 1900 <= value <= 2100 else None
    return _day_of(value.strip())


@lru_cache(maxsize=4096)
def _day_of(text: str) -> str | None:
    if match := _ISO.match(text):
        return _calendar(match["day"])
    if _PARTIAL.match(text):
        return text
    if _COMPACT.match(text):
        return _calendar(f"{text[:4]}-{text[4:6]}-{text[6:]}")
    if match := _NUMERIC.match(text):
        first, second, year = map(int, match.groups())
        if first <= 12 and second <= 12 and first != second:
            return None
        month, day = (first, second) if first <= 12 else (second, first)
        return _calendar(f"{year}-{month:02}-{day:02}")
    if not _YEAR.search(text) or not re.search(r"[A-Za-z]{3}", text):
        return None
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return _by_words(text)


def _calendar(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def _by_words(text: str) -> str | None:
    """Let dateparser read "29 April 2021" and "March 2021"."""
    from dateparser.date import DateDataParser

    parser = DateDataParser(languages=["en"], settings={"PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["month", "year"]})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found = parser.get_date_data(text)
        except (ValueError, OverflowError, RecursionError):
            return None
    if found.date_obj is None:
        return None
    day = found.date_obj.date().isoformat()
    return day if found.period in ("day", "time") else day[:7]
