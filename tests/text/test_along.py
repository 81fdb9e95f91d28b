"""Look-up by place gives what looking at everything gives."""

import attrs
from hypothesis import given
from hypothesis import strategies as st

from diplocorpus.text.along import Along, Cover

TOKENS = st.integers(0, 30)
RANGES = st.lists(st.tuples(TOKENS, TOKENS), max_size=4)


@attrs.frozen
class Found:
    """A thing at a token."""

    at: int


@given(st.lists(TOKENS), TOKENS, TOKENS)
def test_what_stands_within_a_range_is_what_a_look_at_everything_gives(places: list[int], first: int, last: int) -> None:
    """In the order in which it was found, also where that is not the order of the text."""
    found = [Found(place) for place in places]
    within = Along(found).within(first, last)
    expected = [each for each in found if first <= each.at < last]
    assert [id(each) for each in within] == [id(each) for each in expected]


@given(st.lists(RANGES), TOKENS)
def test_what_holds_a_token_is_what_a_look_at_everything_gives(ranges: list[list[tuple[int, int]]], token: int) -> None:
    """Once each, in the order given, however its ranges overlap."""
    cover = Cover(enumerate(ranges))
    assert list(cover.holding(token)) == [n for n, own in enumerate(ranges) if any(first <= token < last for first, last in own)]
    assert cover.first_holding(token) == next(iter(cover.holding(token)), None)
    around = [last - first for own in ranges for first, last in own if first <= token < last]
    inner = cover.innermost(token)
    assert (inner is None) == (not around)
    assert inner is None or min(around) in [last - first for first, last in ranges[inner] if first <= token < last]
