"""Which days a text names, and which of them is a meeting's own."""

from __future__ import annotations

import pytest

from diplocorpus import Document, analyze

WHEN = [
    # how the day is worded, what follows, why
    ("on Thursday", "2021-04-29", "the same day counts"),
    ("on Tuesday", "2021-04-27", "the last one before"),
    ("Friday", "2021-04-23", "an agency leaves `on` out"),
    ("yesterday", "2021-04-28", "against the document's day"),
    ("this morning", "2021-04-29", "the same day"),
    ("on April 20", "2021-04-20", "near the document's day, its year is beyond doubt"),
    ("on December 20", "2020-12-20", "the one before, not the one to come"),
    ("on August 20", "--08-20", "far from the document's day the year is open"),
    ("on April 20, 2021", "2021-04-20", "stated"),
    ("on 20 April 2021", "2021-04-20", "in the other order"),
    ("on the evening of Tuesday, April 20", "2021-04-20", "with weekday and time of day"),
    ("on April 20 to discuss the election of May 9", "2021-04-20", "what is discussed has days of its own"),
    ("to discuss the April 20 election", "2021-04-29", "a day that qualifies a noun is not the meeting's"),
    ("ahead of the summit scheduled for May 2", "2021-04-29", "nor is that of what is to come"),
    ("in a hall opened in March 2019", "2021-04-29", "nor a month"),
]


@pytest.mark.parametrize(("words", "expected", "why"), WHEN)
def test_a_meeting_takes_the_day_that_is_said_of_it(words: str, expected: str, why: str) -> None:
    """Else the document's."""
    text = f"Chinese President Lin Tao met with Kenyan President Paul Ott in Nairobi {words}."
    [meeting] = analyze(Document(id="d", text=text, date="2021-04-29")).meetings
    assert (meeting.date, meeting.place) == (expected, "Nairobi"), why


LEADS = [
    ("On April 20, Chinese President Lin Tao met with Kenyan President Paul Ott.", "2021-04-20", "a day opens the sentence"),
    ("Chinese President Lin Tao on Tuesday met with Kenyan President Paul Ott.", "2021-04-27", "or stands before the verb"),
    ("Trade had grown, Chinese President Lin Tao said Tuesday during a meeting with Kenyan President Paul Ott.", "2021-04-27", "or behind the cue"),
    ("On the afternoon of April 20 local time, Chinese President Lin Tao met with Kenyan President Paul Ott.", "2021-04-20", "local time"),
    ("Trade had grown, Chinese President Lin Tao said on Tuesday. Lin met with Kenyan President Paul Ott.", "2021-04-27", "the lede's day"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), LEADS)
def test_a_day_may_stand_before_its_meeting(text: str, expected: str, why: str) -> None:
    """In the opening of the sentence, before its verb, or with the cue that reports it."""
    assert analyze(Document(id="d", text=text, date="2021-04-29")).meetings[0].date == expected, why


RANGES = [
    ("from July 25 to 27", "2021-07-25", "2021-07-27"),
    ("on July 25-27", "2021-07-25", "2021-07-27"),
    ("from 25 to 27 July", "2021-07-25", "2021-07-27"),
    ("from July 30 to August 1", "2021-07-30", "2021-08-01"),
    ("on July 25 and 26, 2021", "2021-07-25", "2021-07-26"),
    ("on July 25", "2021-07-25", None),
]


@pytest.mark.parametrize(("words", "first", "last"), RANGES)
def test_a_meeting_of_several_days_has_a_first_and_a_last_one(words: str, first: str, last: str | None) -> None:
    """`date` and `until`."""
    text = f"Chinese President Lin Tao met with Kenyan President Paul Ott {words}."
    [meeting] = analyze(Document(id="d", text=text, date="2021-08-02")).meetings
    assert (meeting.date, meeting.until) == (first, last)


def test_a_day_without_a_year_stays_so_where_the_document_has_none() -> None:
    """Nothing is invented."""
    [meeting] = analyze("Chinese President Lin Tao met with Kenyan President Paul Ott on April 20.").meetings
    assert (meeting.date, meeting.date_basis) == ("--04-20", "stated")


def test_the_basis_tells_a_year_worked_out_from_one_that_is_written() -> None:
    """`inferred` against `stated`."""
    text = "Chinese President Lin Tao met with Kenyan President Paul Ott on April 20{}."
    bases = [analyze(Document(id="d", text=text.format(year), date="2021-04-29")).meetings[0].date_basis for year in ("", ", 2021")]
    assert bases == ["inferred", "stated"]


def test_what_is_announced_for_a_weekday_takes_the_next_one() -> None:
    """What took place takes the last one."""
    text = "Chinese President Lin Tao will meet with Kenyan President Paul Ott on Tuesday."
    [meeting] = analyze(Document(id="d", text=text, date="2021-04-29")).announced
    assert meeting.date == "2021-05-04"
