"""String enums whose members are ordered as they are written down."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Ordered(StrEnum):
    """A StrEnum that compares by position, not by spelling; the last member is the greatest."""

    @property
    def rank(self) -> int:
        """Position on the scale, 0 for the first member."""
        return list(type(self)).index(self)

    def _rank_of(self, other: object) -> int | None:
        return other.rank if isinstance(other, type(self)) else None

    def __lt__(self, other: str | Self) -> bool:
        rank = self._rank_of(other)
        return NotImplemented if rank is None else self.rank < rank

    def __le__(self, other: str | Self) -> bool:
        rank = self._rank_of(other)
        return NotImplemented if rank is None else self.rank <= rank

    def __gt__(self, other: str | Self) -> bool:
        rank = self._rank_of(other)
        return NotImplemented if rank is None else self.rank > rank

    def __ge__(self, other: str | Self) -> bool:
        rank = self._rank_of(other)
        return NotImplemented if rank is None else self.rank >= rank

    __hash__ = str.__hash__
