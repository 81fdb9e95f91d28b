"""Look-up of findings by where they stand in a text, so that reading a sentence costs nothing of the rest.

Places are tokens, or characters where the findings say so.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from operator import attrgetter
from typing import Generic, Protocol, TypeVar


class Located(Protocol):
    """What stands at one token of a text."""

    @property
    def at(self) -> int:
        """Token that it is looked up by."""
        ...


class Holding(Protocol):
    """What holds ranges of a text."""

    @property
    def holds(self) -> Iterable[tuple[int, int]]:
        """The ranges that it is looked up by, each up to, not including, its end."""
        ...


LocatedT = TypeVar("LocatedT", bound=Located)
HoldingT = TypeVar("HoldingT", bound=Holding)
ItemT = TypeVar("ItemT")


class Along(Generic[ItemT]):
    """Findings of one type, in the order in which they were found, looked up by range; `place` tells where one stands."""

    __slots__ = ("_items", "_numbers", "_places")

    def __init__(self, items: Sequence[ItemT], place: Callable[[ItemT], int] = attrgetter("at")) -> None:
        places = list(map(place, items))
        self._items = items
        self._places = sorted(places)
        self._numbers: Sequence[int] | None = None
        """The position among the items of what stands at each place, None where they are in text order."""
        if self._places != places:
            self._numbers = sorted(range(len(items)), key=places.__getitem__)

    def within(self, first: int, last: int) -> list[ItemT]:
        """Return what stands at places `first` up to, not including, `last`."""
        if not self._places or first >= last:
            return []
        opens = bisect_left(self._places, first)
        closes = bisect_left(self._places, last, opens)
        if self._numbers is None:
            return list(self._items[opens:closes])
        return [self._items[number] for number in sorted(self._numbers[opens:closes])]

    def __iter__(self) -> Iterator[ItemT]:
        return iter(self._items)


class Cover(Generic[ItemT]):
    """Items by the places that they hold, built from pairs of an item and its ranges."""

    __slots__ = ("_ends", "_items", "_numbers", "_reach", "_starts")

    def __init__(self, items: Iterable[tuple[ItemT, Iterable[tuple[int, int]]]]) -> None:
        self._items: list[ItemT] = []
        held: list[tuple[int, int, int]] = []
        for number, (item, ranges) in enumerate(items):
            self._items.append(item)
            held.extend((first, last, number) for first, last in ranges)
        held.sort()
        self._starts = [first for first, _, _ in held]
        self._ends = [last for _, last, _ in held]
        self._numbers = [number for _, _, number in held]
        self._reach = list(accumulate(self._ends, max))
        """The furthest end so far: where it is behind, nothing before holds the place."""

    def _holding(self, place: int) -> list[int]:
        """Return the numbers of the items that hold a place, in any order, one that does so twice two times."""
        index = bisect_right(self._starts, place)
        numbers = []
        while index and self._reach[index - 1] > place:
            index -= 1
            if self._ends[index] > place:
                numbers.append(self._numbers[index])
        return numbers

    def holding(self, place: int) -> Sequence[ItemT]:
        """Return the items that hold a place, in the order in which they were given."""
        numbers = self._holding(place)
        return [self._items[number] for number in sorted(set(numbers))] if numbers else ()

    def innermost(self, place: int) -> ItemT | None:
        """Return the item whose range around a place is the shortest, the last of those as short; None where none holds it."""
        index = bisect_right(self._starts, place)
        found: ItemT | None = None
        shortest = 0
        while index and self._reach[index - 1] > place:
            index -= 1
            length = self._ends[index] - self._starts[index]
            if self._ends[index] > place and (found is None or length < shortest):
                found, shortest = self._items[self._numbers[index]], length
        return found

    def first_holding(self, place: int) -> ItemT | None:
        """Return the first of the items that hold a place, None where none does."""
        numbers = self._holding(place)
        return self._items[min(numbers)] if numbers else None
