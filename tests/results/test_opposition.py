"""Whom opposition is against: whoever acts in its words, never whoever suffers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocorpus.results.opposition import opposed_parties

CASES = {
    # words behind the verb: who is opposed
    "external interference in Kenya's internal affairs": [],
    "any country interfering in the internal affairs of Chile": [],
    "Kenya's blockade of the strait": ["KEN"],
    "the Kenyan blockade of Chilean ports": ["KEN"],
    "any Kenyan interference in Chile's elections": ["KEN"],
    "unilateral US sanctions on Cuba": ["USA"],
    "attacks by Kenya on Chile": ["KEN"],
    "attacks on Chile by Kenya and Peru": ["KEN", "PER"],
    "attacks by Kenya, Peru and others": ["KEN", "PER"],
    "pressure from the European Union": ["EU"],
    "Kenya": ["KEN"],
    "Taiwan independence": [],
    "the use of force against Kenya": [],
    "sanctions on Kenya": [],
    "the policies of Kenya": [],
    "hegemony and power politics": [],
    "moves to bring Chile under Kenya's influence": [],
    "": [],
}


@pytest.mark.parametrize("words", CASES)
def test_only_who_acts_is_opposed(words: str) -> None:
    """Where it cannot be told, nobody is."""
    assert list(opposed_parties(words)) == CASES[words]


@given(
    st.lists(
        st.sampled_from(["Kenya", "Kenyan", "'s", "by", "from", "in", "and", ",", "US", "the", "affairs", "é", "(", ""]), max_size=12
    ).map(" ".join)
)
def test_whoever_is_opposed_is_named(words: str) -> None:
    """And no words raise."""
    named = {"KEN": "Kenya", "USA": "US"}
    assert all(named[party] in words for party in opposed_parties(words))
