"""The day that metadata gives."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocorpus.reading.published import published_day

DAYS = {
    # why: value, day
    "ISO": ("2021-04-29", "2021-04-29"),
    "with a clock and a zone": ("2021-01-24 15:22:38-05:00", "2021-01-24"),
    "with a T and a Z": ("2021-01-24T23:22:38Z", "2021-01-24"),
    "feeds": ("Wed, 09 Feb 2022 20:07:40 +0000", "2022-02-09"),
    "the day as it stands there, not as it is in Greenwich": ("Wed, 09 Feb 2022 23:07:40 -0500", "2022-02-09"),
    "in words": ("29 April 2021", "2021-04-29"),
    "American words": ("April 29, 2021", "2021-04-29"),
    "a month": ("March 2021", "2021-03"),
    "a partial ISO date": ("2021-03", "2021-03"),
    "a year": (2021, "2021"),
    "without hyphens": ("20210429", "2021-04-29"),
    "only one reading": ("29/04/2021", "2021-04-29"),
    "the same either way": ("04.04.2021", "2021-04-04"),
    "two readings": ("03/04/2021", None),
    "counted from an unknown day": ("two days ago", None),
    "no year": ("April 29", None),
    "a day that the calendar lacks": ("2021-02-30", None),
    "no date": ("President Lowe met Premier Ott in 2021", None),
    "seconds since 1970 or anything else": (1_619_654_400, None),
    "nothing": (None, None),
    "a float that says nothing": (float("nan"), None),
    "a date": (date(2021, 4, 29), "2021-04-29"),
    "a time": (datetime(2021, 4, 29, 23, tzinfo=UTC), "2021-04-29"),
}


@pytest.mark.parametrize("why", DAYS)
def test_a_day_is_read_where_it_is_sure(why: str) -> None:
    """And only there."""
    value, expected = DAYS[why]
    assert published_day(value) == expected


@given(st.one_of(st.text(), st.integers(), st.floats(), st.datetimes(), st.from_regex(r"\d{1,2}[ ./-]\w{1,9}[ ./-]\d{4}")))
def test_any_value_gives_a_day_or_none(value: object) -> None:
    """Metadata hold anything."""
    published_day(value)
