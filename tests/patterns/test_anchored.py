"""Expressions that are looked for around their anchors find what they find in the whole text."""

from __future__ import annotations

import itertools
import re

from hypothesis import given
from hypothesis import strategies as st

from diplocorpus.patterns.anchored import Anchored, stretches

YEAR = Anchored(re.compile(r"\b(?:by|in) (?:early )?(20\d\d)\b"), re.compile(r"20\d\d"), reach=20)
PIECES = st.sampled_from(["by ", "in early ", "2030", "2031", " ", "\n", "talks ", "x" * 30])


@given(st.lists(PIECES, max_size=20).map("".join))
def test_an_anchored_expression_is_found_wherever_it_is(text: str) -> None:
    """Once each, in order."""
    assert [match.span() for match in YEAR.finditer(text)] == [match.span() for match in YEAR.expression.finditer(text)]


@given(st.integers(0, 60), st.sets(st.integers(0, 59)), st.integers(0, 9))
def test_stretches_stand_apart_and_hold_all_around_their_places(length: int, places: set[int], reach: int) -> None:
    """In order, and never beyond the text."""
    inside = sorted(place for place in places if place < length)
    found = list(stretches(inside, reach, 0, length))
    assert all(before[1] < after[0] for before, after in itertools.pairwise(found))
    assert all(any(o <= max(0, p - reach) and min(length, p + reach) <= c for o, c in found) for p in inside if reach)
