"""An expression that runs only where one of some words stands loses nothing by it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplocorpus.extractors.meetings import anchors, attendance, dates

SPARED = {
    # why it is run: the expression, the words without which it is not
    "what is ahead": (anchors._AHEAD, anchors._OF_AHEAD),
    "what is recalled": (anchors._RECALLS, anchors._OF_RECALLS),
    "who attended": (attendance._ATTENDS, attendance._OPENINGS),
    "who was there too": (attendance._BESIDE, attendance._OPENINGS),
    "a weekday": (dates._WEEKDAY, dates._OF_WEEKDAY),
    "a day near the news": (dates._RELATIVE, dates._OF_RELATIVE),
}


@pytest.mark.parametrize("why", SPARED)
@settings(max_examples=500)
@given(st.data())
def test_each_match_holds_one_of_the_words(why: str, data: st.DataObject) -> None:
    """So that a word added to one and not to the other is noticed."""
    expression, words = SPARED[why]
    match = expression.search(data.draw(st.from_regex(re.compile(expression.pattern, re.ASCII))))
    assert match is None or not words.isdisjoint(re.findall(r"[a-z-]+", match[0].lower()))
