"""Templates are looked for only where they can stand, and found wherever they do."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocorpus.patterns.templates import FULL_DATE, MONTH_AND_DAY, Forms, Page, forms, stamp_forms

TEMPLATES = ["Statement by <Name> on <Place>", "<date>, <clock>", "Updated: <date>", "<Place> (<agency>)", "See ... below"]
PIECES = st.sampled_from(
    ["Statement by Anna Lowe", " on Strelsau", "4 July 2024", ", ", "08:23", "\n", "Updated: ", "Strelsau (Kurier)", "See the note", " below", "x" * 700, " "]
)  # fmt: skip


@given(st.sampled_from(TEMPLATES), st.lists(PIECES, max_size=14).map("".join))
def test_a_form_is_found_wherever_its_expression_is(template: str, text: str) -> None:
    """Looking around what a form needs finds what looking at the whole text finds."""
    for form in (*forms([template], capture=True), *stamp_forms([template])):
        assert [match.span() for match in form.finditer(Page.of(text))] == [match.span() for match in form.pattern.finditer(text)]


DATES = st.sampled_from(
    ["4 July 2024", "July 4th, 2024", "Sept. 30, 2019", "30th September,2019", "2024-07-04", "2024/7/4", "04.07.2024", "1.2.1999", "2024.07.04", "Tues., 9 May",
     "9th May", "in 2025", "The Mayor", "May 2024", "2024", "7", "1", ", ", " ", "\n", "th"]
)  # fmt: skip


@given(st.lists(DATES, max_size=14).map("".join))
def test_a_page_knows_all_its_dates(text: str) -> None:
    """In any of the forms that slots for dates take."""
    found = Page.of(text).dates
    for slot, date in (("<date>", FULL_DATE), ("<day>", MONTH_AND_DAY)):
        assert list(found.get(slot, ())) == [match.span() for match in re.finditer(date, text)]


@pytest.mark.parametrize(
    ("template", "text", "reason"),
    [
        ("Updated: <date>", "Updated: today", "no year"),
        ("<date> at <clock>", "4 July 2024 at noon", "no time of day"),
        ("Statement by <Name>", "A Statement of Anna Lowe", "a word is missing"),
    ],
)
def test_a_text_without_what_a_form_needs_is_not_searched(template: str, text: str, reason: str) -> None:
    """It is not even possible."""
    page = Page.of(text)
    possible = Forms((form, None) for form in forms([template])).possible(page.words)
    assert not any(form.has_parts(text) for form, _ in possible), reason
