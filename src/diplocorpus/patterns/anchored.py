"""Expressions looked for only around what they cannot match without, so that a text costs what it holds of that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs


def stretches(places: Iterable[int], reach: int, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches around some places between two positions, in order and apart from each other.

    An expression of which no match is longer than `reach` is found there as in the whole text.
    """
    opens, closes = start, start - 1
    for place in places:
        if place - reach > closes:
            if closes > opens:
                yield opens, closes
            opens = max(start, place - reach)
        closes = min(end, place + reach)
    if closes > opens:
        yield opens, closes


@attrs.frozen
class Anchored:
    """An expression, what stands in every match of it and is soon found, and the characters that a match has at most."""

    expression: re.Pattern[str]
    anchor: re.Pattern[str]
    reach: int = 160

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches in a text."""
        places = (match.start() for match in self.anchor.finditer(text))
        for first, last in stretches(places, self.reach, 0, len(text)):
            yield from self.expression.finditer(text, first, last)
