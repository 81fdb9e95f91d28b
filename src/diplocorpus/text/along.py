"""Look-up of findings by where they stand in a text, so that reading a sentence costs nothing of the rest."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, Protocol, TypeVar


class Located(Protocol):
    """What stands at one token of a text."""

    @property
    def at(self) -> int:
        """Token that it is looked up by."""
        ...


LocatedT = TypeVar("LocatedT", bound=Located)
ItemT = TypeVar("ItemT")


class Along(Generic[LocatedT]):
    """Findings of one type, in the order in which they were found, looked up by token range."""

    __slots__ = ("_items", "_order", "_places")

    def __init__(self, items: Sequence[LocatedT]) -> None:
        places = [item.at for item in items]
        self._items = items
        self._order = sorted(range(len(items)), key=places.__getitem__)
        self._places = [places[index] for index in self._order]

    def within(self, first: int, last: int) -> list[LocatedT]:
        """Return what stands at tokens `first` up to, not including, `last`."""
        opens = bisect_left(self._places, first)
        return [self._items[index] for index in sorted(self._order[opens : bisect_left(self._places, last, opens)])] if first < last else []

    def __iter__(self) -> Iterator[LocatedT]:
        return iter(self._items)


class Cover(Generic[ItemT]):
    """Items by the tokens that they hold, built from pairs of an item and its token ranges."""

    __slots__ = ("_holders",)

    def __init__(self, items: Iterable[tuple[ItemT, Iterable[tuple[int, int]]]]) -> None:
        self._holders: dict[int, list[ItemT]] = {}
        for item, ranges in items:
            for token in {token for first, last in ranges for token in range(first, last)}:
                self._holders.setdefault(token, []).append(item)

    def holding(self, token: int) -> Sequence[ItemT]:
        """Return the items that hold a token, in the order in which they were given."""
        return self._holders.get(token, ())
