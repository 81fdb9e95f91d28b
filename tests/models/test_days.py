"""Whole days are counted within the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from diplocorpus import Document, analyze
from diplocorpus.models.days import days_from, whole_day


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-02-29", date(2024, 2, 29)),
        ("2024-02", None),
        ("2024", None),
        ("--02-29", None),
        ("2023-02-29", None),
        (None, None),
    ],
)
def test_only_a_whole_date_is_a_day(value: str | None, day: date | None) -> None:
    """A month, a year and a day without year are none."""
    assert whole_day(value) == day


def test_days_are_counted_across_months() -> None:
    """Forwards and backwards."""
    assert days_from(date(2024, 2, 28), 2) == date(2024, 3, 1)
    assert days_from(date(2024, 3, 1), -2) == date(2024, 2, 28)


@pytest.mark.parametrize(("day", "count"), [(date.min, -1), (date.max, 1)])
def test_past_the_ends_of_the_calendar_there_is_no_day(day: date, count: int) -> None:
    """Which is no failure."""
    assert days_from(day, count) is None


@pytest.mark.parametrize("field", ["date", "published"])
@pytest.mark.parametrize("placeholder", ["0001-01-01", "9999-12-31", "2023-02-29"])
def test_a_page_stamped_with_a_day_that_is_none_is_analysed(placeholder: str, field: str) -> None:
    """Databases write the first two where they know no day, forms take the third."""
    text = (
        "President Anna Lowe met Premier Paul Ott on Friday, after talks on March 4 and yesterday. "
        "Lowe said Kenya will build a road next month, a port within 10 days and a dam within 8 years. They meet again tomorrow."
    )
    (meeting,) = analyze(Document.model_validate({"id": "x", "text": text, field: placeholder})).meetings
    assert [participant.name for participant in meeting.participants] == ["Anna Lowe", "Paul Ott"]
