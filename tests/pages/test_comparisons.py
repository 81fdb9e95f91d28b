"""The page of a comparison."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from diplocorpus import Document
from diplocorpus.results.compare import compare
from diplocorpus.results.comparison import Comparison

A = "Kenyan President Anna Lowe told Chilean President Paul Ott in a phone call that Kenya will expand the railway to Strelsau. <script>alert(1)</script>"
B = "Chilean President Paul Ott and Kenyan President Anna Lowe spoke by phone. Lowe said that Kenya hopes to expand the railway to Strelsau. Ott welcomed fisheries talks."


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    """Return two invented accounts side by side."""
    return compare(Document(id="<a>", text=A), Document(id="b", text=B, title="B & more"))


def test_both_columns_hold_all_that_either_account_mentions(comparison: Comparison, open_page: Callable[..., Any]) -> None:
    """Each place once, as the text has it, on its own side; what a side lacks is said to be not mentioned."""
    page = open_page(comparison.to_html())
    for side in ("a", "b"):
        shown = page.locator(f"[data-side='Account {side.upper()}'] q").all_text_contents()
        assert sorted(shown) == sorted(place.span.text for item in comparison.items for place in getattr(item, side))
    lacking = sum(item.only is not None for item in comparison.items)
    assert page.get_by_text("not mentioned", exact=True).count() == lacking > 0
    assert "is not denied by the other" in page.locator("footer").inner_text()


def test_what_the_accounts_hold_is_shown_as_text(comparison: Comparison) -> None:
    """Nothing of it runs."""
    page = comparison.to_html()
    assert "<script" not in page
    assert "B &amp; more" in page
    assert re.findall(r"""\bsrc=|@import|url\(""", page) == []


def test_all_sides_together_are_called_so() -> None:
    """Not by the word that records have for them."""
    page = compare(A + " The two leaders stressed that trade must grow.", "The two leaders stressed that trade must grow.").to_html()
    assert "<small>All sides together</small>" in page
    assert "<small>JOINT</small>" not in page
