"""Whole days: read from ISO dates, and counted from each other within the calendar."""

from __future__ import annotations

import re
from datetime import date, timedelta

_WHOLE = re.compile(r"\d{4}-\d{2}-\d{2}")


def whole_day(value: str | None) -> date | None:
    """Return the day that an ISO date names, None for a month, a year, a day without year, one that no calendar has, or nothing."""
    if value is None or not _WHOLE.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None  # 30 February


def days_from(day: date, count: int) -> date | None:
    """Return the day that lies so many days after another, before it where `count` is negative; None past the calendar's ends.

    Databases write 0001-01-01 and 9999-12-31 where they know no day.
    """
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None
