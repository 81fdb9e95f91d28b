"""Datelines, stamps and agencies at the head of a text."""

from __future__ import annotations

import pytest

from diplocorpus.reading.head import read_head

LEAD = "Premier Anna Lowe met her guest Paul Ott."

DATELINES = {
    # why: head, place, date, agency
    "the common form": ("STRELSAU, March 7 (Xinhua) -- ", "Strelsau", "--03-07", "Xinhua"),
    "a short month": ("STRELSAU, Sept. 7 (Xinhua) -- ", "Strelsau", "--09-07", "Xinhua"),
    "a long dash": ("STRELSAU, March 7 (AFP) — ", "Strelsau", "--03-07", "AFP"),
    "a place of two words": ("NEW STRELSAU, March 7 (AP) -- ", "New Strelsau", "--03-07", "AP"),
    "a place with its country": ("STRELSAU, Ruritania, March 7 (Xinhua) -- ", "Strelsau", "--03-07", "Xinhua"),
    "a point instead of brackets": ("STRELSAU. KAZINFORM - ", "Strelsau", None, "Kazinform"),
    "a place in small letters with a full date": ("Strelsau, March 7, 2024 - ", "Strelsau", "2024-03-07", None),
    "a date in figures": ("Strelsau, 07.03.2024 - ", "Strelsau", "2024-03-07", None),
    "an agency behind a comma": ("Strelsau, March 7, 2024, SPA -- ", "Strelsau", "2024-03-07", "SPA"),
    "three dashes, a place in small letters": ("Strelsau, 7 Mar (ONA) --- ", "Strelsau", "--03-07", "ONA"),
    "an agency between strokes": ("Strelsau, March 7, 2024 /MONTSAME/.", "Strelsau", "2024-03-07", "Montsame"),
    "a year of two counts": ("Strelsau, March 7, Juche 113 (2024) (KCNA) -- ", "Strelsau", "2024-03-07", "KCNA"),
    "no agency": ("STRELSAU, March 7 -- ", "Strelsau", "--03-07", None),
    "an agency that no table knows stays as printed": ("STRELSAU, March 7 (Kurier) -- ", "Strelsau", "--03-07", "Kurier"),
}

NONE = {
    "a sentence that begins with a date": "March 7 was a holiday -- and a cold one.",
    "what only a known agency signs": "Strelsau, March 7 (Kurier) -- ",
    "a full date behind a preposition": "In Strelsau, March 7, 2024 - a cold day - ",
    "a place in capitals within a sentence": "The STRELSAU Process opened -- at last.",
    "an empty text": "",
}


@pytest.mark.parametrize("why", DATELINES)
def test_a_dateline_is_read(why: str) -> None:
    """Place in title case, date without an invented year, agency by its usual name."""
    head, place, day, agency = DATELINES[why]
    dateline = read_head(head + LEAD).dateline
    assert dateline is not None
    assert (dateline.place, dateline.date, dateline.agency) == (place, day, agency)


@pytest.mark.parametrize("why", DATELINES)
def test_the_span_of_a_dateline_is_its_characters(why: str) -> None:
    """Up to the first word of the news, wherever the dateline stands."""
    head = DATELINES[why][0]
    text = f"Lowe meets Ott\n\n{head}{LEAD}"
    dateline = read_head(text).dateline
    assert dateline is not None
    assert dateline.span.text == text[dateline.span.start : dateline.span.end] == head


@pytest.mark.parametrize(
    ("head", "place", "day"),
    [("Strelsau, March 7, AZERTAC", "Strelsau", "--03-07"), ("Strelsau, March 7, 2024, AZERTAC", "Strelsau", "2024-03-07")],
)
def test_an_agency_signs_a_line_of_its_own(head: str, place: str, day: str) -> None:
    """Without a dash."""
    dateline = read_head(f"{head}\n\n{LEAD}").dateline
    assert dateline is not None
    assert (dateline.place, dateline.date, dateline.agency, dateline.span.text) == (place, day, "Azertac", head)


@pytest.mark.parametrize(
    ("head", "place", "day"),
    [
        ("Nairobi, 7 March 2024", "Nairobi", "2024-03-07"),
        ("Nairobi, March 7", "Nairobi", "--03-07"),
        ("Strelsau, 7 MARCH 2024", "Strelsau", "2024-03-07"),
    ],
)
def test_a_house_dates_its_release_in_a_line(head: str, place: str, day: str) -> None:
    """A capital, or a place that the text tells of."""
    dateline = read_head(f"Lowe meets Ott\n{head}\n\n{LEAD} They met in Strelsau.").dateline
    assert dateline is not None
    assert (dateline.place, dateline.date, dateline.agency, dateline.span.text) == (place, day, None, head)


@pytest.mark.parametrize("line", ["Press Release, 7 March 2024", "Statement, 7 March 2024"])
def test_a_line_that_names_no_place_is_a_stamp_only(line: str) -> None:
    """What kind of paper it is is no place."""
    head = read_head(f"{line}\n\n{LEAD}")
    assert (head.dateline, str(head.stamp)) == (None, "2024-03-07")


@pytest.mark.parametrize(
    ("stamp", "day"), [("25/08/2024", "2024-08-25"), ("08/25/2024", "2024-08-25"), ("7-7-2024", "2024-07-07"), ("08/07/2024", "None")]
)
def test_a_day_in_figures_is_read_where_it_can_be_read_one_way_only(stamp: str, day: str) -> None:
    """Some write the month first, others the day."""
    assert str(read_head(f"{stamp}\n\n{LEAD}").stamp) == day


@pytest.mark.parametrize("foot", ["7 March 2024", "NAIROBI\n7 MARCH 2024", "Press Office\n7-March-2024"])
def test_a_release_may_be_dated_below(foot: str) -> None:
    """In one of its last lines."""
    assert str(read_head(f"{LEAD}\n\n{foot}\n").stamp) == "2024-03-07"


@pytest.mark.parametrize("stamp", ["07.03.2024 EEAS Press Team", "Thursday، 7 March 2024", "Thursday, 7 March 2024"])
def test_a_stamp_is_read_with_what_stands_beside_it(stamp: str) -> None:
    """A house's signature, an Arabic comma."""
    assert str(read_head(f"{stamp}\n\n{LEAD}").stamp) == "2024-03-07"


@pytest.mark.parametrize("why", NONE)
def test_what_only_looks_like_a_dateline_is_none(why: str) -> None:
    """Fewer facts rather than wrong ones."""
    assert read_head(NONE[why] + LEAD).dateline is None


def test_a_dateline_far_down_is_part_of_the_text() -> None:
    """A document quotes others."""
    assert read_head("They had tea. " * 200 + DATELINES["the common form"][0] + LEAD).dateline is None
