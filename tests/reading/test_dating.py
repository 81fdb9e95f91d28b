"""The day a document is dated: what the head says, and the year that the text leaves."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocorpus.models.documents import DateBasis, Document
from diplocorpus.reading.dating import describe
from diplocorpus.reading.head import month_number, safe_date
from diplocorpus.reading.years import infer_year

LEAD = "Premier Anna Lowe met her guest Paul Ott."

DATED = {
    # why: text, date, basis
    "a stamp and a dateline of the same day: the stamp gives the year":
        (f"date 2022-03-07 STRELSAU, March 7 (Xinhua) -- {LEAD}", "2022-03-07", DateBasis.HEADER),
    "a stamp of the day after: the news is dated by its dateline":
        (f"date 2022-03-08 STRELSAU, March 7 (Xinhua) -- {LEAD}", "2022-03-07", DateBasis.DATELINE),
    "a stamp in January for news of December: the year before":
        (f"date 2022-01-01 STRELSAU, Dec. 31 (Xinhua) -- {LEAD}", "2021-12-31", DateBasis.DATELINE),
    "a stamp a day early, across the year: the year after":
        (f"date 2021-12-31 STRELSAU, Jan. 1 (Xinhua) -- {LEAD}", "2022-01-01", DateBasis.DATELINE),
    "a stamp and no dateline":
        (f"date 2022-03-07 {LEAD}", "2022-03-07", DateBasis.HEADER),
    "a bare ISO date as first word":
        (f"2022-03-07\n{LEAD}", "2022-03-07", DateBasis.HEADER),
    "a page's clock and date above the text":
        (f"Lowe meets Ott\n\n09:15, March 7, 2022\n\n{LEAD}", "2022-03-07", DateBasis.HEADER),
    "a page's line of updates":
        (f"Lowe meets Ott\n\nUpdated: March 7, 2022\n\n{LEAD}", "2022-03-07", DateBasis.HEADER),
    "a line of date and clock, as presidents' pages have it":
        (f"Talks with Paul Ott\n\nMarch 7, 2022, 13:45\n\nThe Castle, Strelsau\n\n{LEAD}", "2022-03-07", DateBasis.HEADER),
    "a date in the British order on a line by itself":
        (f"Lowe meets Ott\n\n7 March 2022\n\n{LEAD}", "2022-03-07", DateBasis.HEADER),
    "a place and a date on a line by themselves":
        (f"Lowe meets Ott\n\nStrelsau, 7 March 2022\n\n{LEAD}", "2022-03-07", DateBasis.HEADER),
    "a weekday before the date":
        (f"Lowe meets Ott\n\nMonday, March 7, 2022\n\n{LEAD}", "2022-03-07", DateBasis.HEADER),
    "a date with no-break spaces, as pages have it":
        (f"Lowe meets Ott\n\nMarch\u00a07,\u00a02022\n\n{LEAD}", "2022-03-07", DateBasis.HEADER),
    "a published line in the British order":
        (f"Lowe meets Ott\nPublished 7 March 2022\n\n{LEAD}", "2022-03-07", DateBasis.HEADER),
    "an ISO date and a clock on a line":
        (f"Lowe meets Ott\nUpdated: 2022-03-07 08:23\n{LEAD}", "2022-03-07", DateBasis.HEADER),
    "an ISO date in front matter":
        (f"---\ntags: readouts\ndate: '2022-03-07'\ntitle: Lowe meets Ott\n---\n \n{LEAD}", "2022-03-07", DateBasis.HEADER),
    "a moment of publication in front matter":
        (f"---\npublished_time: 2022-03-07 22:03:10-04:00\n---\n{LEAD}", "2022-03-07", DateBasis.HEADER),
    "a line of dashes that closes nothing is no front matter":
        (f"---\ndate: 2022-03-07\n{LEAD}", None, DateBasis.UNKNOWN),
    "a publication date below the text, where the publisher is known to put it":
        (f"{LEAD} <…>\n\nPublication status\nPublished in section: News\nPublication date: March 7, 2022, 18:30", "2022-03-07", DateBasis.HEADER),
    "a full date within a sentence is no stamp":
        (f"Lowe remembered the flood of March 7, 2022 and the help that followed.\n\n{LEAD}", None, DateBasis.UNKNOWN),
    "a dateline with its year":
        (f"STRELSAU, March 7, 2022 (AP) -- {LEAD}", "2022-03-07", DateBasis.DATELINE),
    "a dateline without a year, and nothing else to go by":
        (f"STRELSAU, March 7 (Xinhua) -- {LEAD}", "--03-07", DateBasis.UNKNOWN),
    "an impossible stamp is none":
        (f"date 2022-02-30 {LEAD}", None, DateBasis.UNKNOWN),
    "an impossible day in a dateline is none":
        (f"STRELSAU, Feb. 30 (Xinhua) -- {LEAD}", None, DateBasis.UNKNOWN),
    "an opening that states the day of its event, with the year":
        (f"On March 7, 2022, a conference was held in Strelsau.\n\n{LEAD}", "2022-03-07", DateBasis.STATED),
    "the same in the British order":
        (f"On 7 March 2022 a conference was held in Strelsau.\n\n{LEAD}", "2022-03-07", DateBasis.STATED),
    "an opening that states the day without the year":
        (f"On March 7, a conference was held in Strelsau.\n\n{LEAD}", "--03-07", DateBasis.UNKNOWN),
    "an opening with weekday and day":
        (f"On Monday, May 9, Premier Anna Lowe met her guest Paul Ott.\n\n{LEAD}", "--05-09", DateBasis.UNKNOWN),
    "the same with an anniversary that leaves one year, on which the weekday falls":
        ("On Monday, May 9, Lowe met Ott. This year marks the 71st anniversary of the founding of the United Nations.", "2016-05-09", DateBasis.INFERRED),
    "the same with an anniversary of a year in which the day has another weekday":
        ("On Monday, May 9, Lowe met Ott. This year marks the 70th anniversary of the founding of the United Nations.", "--05-09", DateBasis.UNKNOWN),
    "a time of day before the date":
        ("On the afternoon of July 5, 2024 local time, Foreign Minister Lowe met Ott.", "2024-07-05", DateBasis.STATED),
    "the day of what is to come is not the day of its announcement":
        ("On May 9, 2022, Premier Lowe will host Paul Ott for talks in Strelsau.", None, DateBasis.UNKNOWN),
    "a second sentence tells of another day":
        (f"{LEAD} On March 7, 2022, they had met before.", None, DateBasis.UNKNOWN),
    "a range of days within a sentence is no dateline":
        ("Ruritania and Graustark will hold talks in Washington, D.C., May 23-24.", None, DateBasis.UNKNOWN),
    "a date deep in the text is about something else":
        (f"{LEAD}\n\nThey had tea.\n\nOn March 7, 2022, a conference was held.", None, DateBasis.UNKNOWN),
    "no date at all":
        (LEAD, None, DateBasis.UNKNOWN),
}  # fmt: skip


@pytest.mark.parametrize("why", DATED)
def test_a_document_is_dated_by_what_its_head_says(why: str) -> None:
    """The date and where it comes from."""
    text, expected, basis = DATED[why]
    document = describe(Document(id="x", text=text))
    assert (document.date, document.date_basis) == (expected, basis)


YEARS = {
    # why: text, month, day, year
    "an anniversary this year fixes it":
        ("This year marks the 70th anniversary of the founding of the United Nations.", 4, 29, 2015),
    "an anniversary next year":
        ("Next year marks the 70th anniversary of the founding of the United Nations.", 4, 29, 2014),
    "an anniversary last year":
        ("Last year marked the 70th anniversary of the founding of the United Nations.", 4, 29, 2016),
    "the second of two anniversaries in a sentence counts too":
        ("This year marks the 9th anniversary of the tea house as well as the 70th anniversary of the founding of the United Nations.", 4, 29, 2015),
    "an anniversary without a year that it is in says nothing":
        ("They recalled the 70th anniversary of the founding of the United Nations.", 4, 29, None),
    "an anniversary of what no anchor holds says nothing":
        ("This year marks the 70th anniversary of the founding of the Strelsau Process.", 4, 29, None),
    "two anniversaries that contradict each other leave no year":
        (("This year marks the 70th anniversary of the founding of the United Nations. "
         "This year marks the 50th anniversary of the founding of the United Nations."), 4, 29, None),
    "a weekday alone leaves several years":
        ("Lowe met Ott, the court said on Thursday.", 4, 29, None),
    "a weekday that fits the anniversary":
        ("Lowe met Ott, the court said on Wednesday. This year marks the 70th anniversary of the founding of the United Nations.", 4, 29, 2015),
    "news of the evening before is dated the day after":
        ("Lowe met Ott on Tuesday. This year marks the 70th anniversary of the founding of the United Nations.", 4, 29, 2015),
    "a weekday that does not fit the anniversary leaves no year":
        ("Lowe met Ott on Friday. This year marks the 70th anniversary of the founding of the United Nations.", 4, 29, None),
    "two offices held at the same time in one year only":
        ("Chinese Foreign Minister Qin Gang met with Kazakh Foreign Minister Murat Nurtleu.", 5, 12, 2023),
    "an office held too long to fix the year, with a weekday that does":
        ("Premier Li Keqiang met with Prime Minister Askar Mamin on Friday.", 9, 13, 2019),
    "offices further down tell of the past":
        ("Lowe met Ott. " * 40 + "Chinese Foreign Minister Qin Gang met with Kazakh Foreign Minister Murat Nurtleu.", 5, 12, None),
    "a name that came up later than the office ended":
        ("Premier Li Keqiang met with Prime Minister Askar Mamin of North Macedonia and Eswatini, on Türkiye.", 9, 13, None),
    "a day that the year does not have":
        ("This year marks the 70th anniversary of the founding of the United Nations.", 2, 29, None),
    "nothing to go by":
        (LEAD, 4, 29, None),
}  # fmt: skip


@pytest.mark.parametrize("why", YEARS)
def test_a_year_is_worked_out_only_where_one_is_left(why: str) -> None:
    """Never guessed: None where the text leaves several, or none."""
    text, month, day, expected = YEARS[why]
    assert infer_year(text, month, day) == expected


def test_a_year_that_is_worked_out_says_so() -> None:
    """The basis tells a reader how far to trust it."""
    text = f"STRELSAU, April 29 (Xinhua) -- {LEAD} This year marks the 70th anniversary of the founding of the United Nations."
    document = describe(Document(id="x", text=text))
    assert (document.date, document.date_basis) == ("2015-04-29", DateBasis.INFERRED)


def test_the_stamp_is_the_day_of_publication() -> None:
    """It differs from the day of the news."""
    document = describe(Document(id="x", text=f"date 2022-03-08 STRELSAU, March 7 (Xinhua) -- {LEAD}"))
    assert (document.date, document.published) == ("2022-03-07", "2022-03-08")


GIVEN = {
    # why: what the caller knows, date, basis
    "a date that the caller gives stands": ({"date": "2019-05-05"}, "2019-05-05", DateBasis.METADATA),
    "a day of publication gives the year of the dateline": ({"published": "2019-03-07"}, "2019-03-07", DateBasis.HEADER),
    "a partial day of publication gives none": ({"published": "2019-03"}, "--03-07", DateBasis.UNKNOWN),
}


@pytest.mark.parametrize("why", GIVEN)
def test_what_the_caller_knows_comes_before_the_text(why: str) -> None:
    """The metadata of a publisher is better than arithmetic."""
    known, expected, basis = GIVEN[why]
    document = describe(Document.model_validate({"id": "x", "text": f"STRELSAU, March 7 (Xinhua) -- {LEAD}", **known}))
    assert (document.date, document.date_basis) == (expected, basis)


def test_the_day_of_publication_dates_an_announcement_too() -> None:
    """Its own dates are of what is to come."""
    document = describe(Document(id="x", text="On May 9, 2022, Lowe will host Ott.", published="2022-05-02"))
    assert (document.date, document.date_basis) == ("2022-05-02", DateBasis.METADATA)


def test_a_day_of_publication_dates_a_text_that_has_no_date() -> None:
    """And the basis says that the text did not."""
    document = describe(Document(id="x", text=LEAD, published="2019-03-07"))
    assert (document.date, document.date_basis) == ("2019-03-07", DateBasis.METADATA)


@pytest.mark.parametrize("why", DATED)
def test_describing_twice_changes_nothing(why: str) -> None:
    """A document that was loaded can be analysed without a second look at its head."""
    once = describe(Document(id="x", text=DATED[why][0]))
    assert describe(once) == once


TITLES = {
    # why: text, title
    "a line by itself above the text": (f"Lowe meets Ott\n\n{LEAD}", "Lowe meets Ott"),
    "a line above a dateline": (f"Lowe meets Ott\nSTRELSAU, March 7 (Xinhua) -- {LEAD}", "Lowe meets Ott"),
    "a sentence is no title": (f"{LEAD}\n\nThey had tea.", None),
    "a stamp is no title": (f"date 2022-03-07 {LEAD}", None),
    "nothing above the dateline": (f"STRELSAU, March 7 (Xinhua) -- {LEAD}", None),
    "a title that is wrapped": ("Lowe meets Ott in the\nold town of Strelsau\n\n" + LEAD, "Lowe meets Ott in the old town of Strelsau"),
    "a title in bold": (f"**Lowe meets Ott**\n\n{LEAD}", "Lowe meets Ott"),
    "an office is no title": (f"Office of the Spokesperson\n\nThe below is attributable to Spokesperson Anna Hentzau:\n\n{LEAD}", None),
    "a title in front matter": (f"---\ntitle: 'Lowe meets Ott'\n---\n{LEAD}", "Lowe meets Ott"),
    "an empty text": ("", None),
}


@pytest.mark.parametrize("why", TITLES)
def test_a_first_line_that_stands_alone_is_the_title(why: str) -> None:
    """It does not end as a sentence."""
    text, expected = TITLES[why]
    assert describe(Document(id="x", text=text)).title == expected


@given(st.text())
def test_any_text_can_be_described(text: str) -> None:
    """Odd characters give fewer facts, never an exception, and the text stays."""
    document = describe(Document(id="x", text=text))
    assert document.text == text
    assert document.date_basis is not None


@given(st.dates(min_value=date(1946, 1, 1), max_value=date(2099, 12, 30)), st.sampled_from(["%B", "%b."]))
def test_any_stamped_day_is_read_back(day: date, form: str) -> None:
    """In full and in short months, the short ones with their point."""
    text = f"date {day.isoformat()} STRELSAU, {day.strftime(form)} {day.day} (Xinhua) -- {LEAD}"
    assert describe(Document(id="x", text=text)).date == day.isoformat()


@pytest.mark.parametrize(("name", "number"), [("January", 1), ("Sept.", 9), ("Sep", 9), ("MAY", 5), ("Dec.", 12)])
def test_a_month_is_known_by_its_short_forms(name: str, number: int) -> None:
    """As agencies print them."""
    assert month_number(name) == number


def test_a_day_that_the_calendar_lacks_is_none() -> None:
    """Also the leap day of a common year."""
    assert safe_date(2023, 2, 29) is None
    assert safe_date(2024, 2, 29) == date(2024, 2, 29)
