"""What extractors tell each other: values that live within one analysis and are never written out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import attrs

from diplocorpus.text.along import Along, Cover, HoldingT, LocatedT

FindingT = TypeVar("FindingT")


@attrs.define
class Findings:
    """What the extractors before have found, by type, in text order; whoever runs them adds what each has found."""

    _by_type: dict[type, tuple[object, ...]] = attrs.field(factory=dict, init=False)
    _along: dict[type, Along[Any]] = attrs.field(factory=dict, init=False, eq=False, repr=False)
    _cover: dict[type, Cover[Any]] = attrs.field(factory=dict, init=False, eq=False, repr=False)
    """Look-ups, made when they are first asked for."""

    def of(self, kind: type[FindingT]) -> tuple[FindingT, ...]:
        """Return the findings of a type, empty where there are none."""
        return self._by_type.get(kind, ())  # type: ignore[return-value]

    def along(self, kind: type[LocatedT]) -> Along[LocatedT]:
        """Return the findings of a type that stand at a token, to be looked up by token range."""
        made = self._along.get(kind)
        if made is None:
            made = self._along[kind] = Along(self.of(kind))
        return made

    def cover(self, kind: type[HoldingT]) -> Cover[HoldingT]:
        """Return the findings of a type that hold stretches of the text, to be looked up by what they hold."""
        made = self._cover.get(kind)
        if made is None:
            made = self._cover[kind] = Cover((finding, finding.holds) for finding in self.of(kind))
        return made

    def add(self, kind: type, found: Iterable[object]) -> None:
        """Add some more findings of a type."""
        more = tuple(found)
        if more:
            self._by_type[kind] = self._by_type.get(kind, ()) + more
            self._along.pop(kind, None)
            self._cover.pop(kind, None)

    def __iter__(self) -> Iterator[object]:
        for found in self._by_type.values():
            yield from found
