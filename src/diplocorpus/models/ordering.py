"""String enums whose members are ordered as they are written down."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Ordered(StrEnum):
    """A StrEnum that compares by position, not by spelling; the last member is the greatest."""

    rank: int
    """Position on the scale, 0 for the first member."""

    def __init__(self, _value: str) -> None:
        self.rank = len(type(self).__members__)

    def __lt__(self, other: str | Self) -> bool:
        return self.rank < other.rank if isinstance(other, type(self)) else NotImplemented

    def __le__(self, other: str | Self) -> bool:
        return self.rank <= other.rank if isinstance(other, type(self)) else NotImplemented

    def __gt__(self, other: str | Self) -> bool:
        return self.rank > other.rank if isinstance(other, type(self)) else NotImplemented

    def __ge__(self, other: str | Self) -> bool:
        return self.rank >= other.rank if isinstance(other, type(self)) else NotImplemented

    __hash__ = str.__hash__
