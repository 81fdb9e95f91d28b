"""What extractors tell each other: values that live within one analysis and are never written out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import attrs

from diplocorpus.text.along import Along, Cover, HoldingT, LocatedT

FindingT = TypeVar("FindingT")


@attrs.frozen
class Findings:
    """What the extractors before have found, by type, in text order."""

    _by_type: dict[type, tuple[object, ...]] = attrs.field(factory=dict)
    _along: dict[type, tuple[object, Along[Any]]] = attrs.field(factory=dict, eq=False, repr=False)
    _cover: dict[type, tuple[object, Cover[Any]]] = attrs.field(factory=dict, eq=False, repr=False)
    """Look-ups, each with the findings that it is of; shared with the findings that come of these by `plus`."""

    def of(self, kind: type[FindingT]) -> tuple[FindingT, ...]:
        """Return the findings of a type, empty where there are none."""
        return self._by_type.get(kind, ())  # type: ignore[return-value]

    def along(self, kind: type[LocatedT]) -> Along[LocatedT]:
        """Return the findings of a type that stand at a token, to be looked up by token range."""
        items = self.of(kind)
        known = self._along.get(kind)
        if known is None or known[0] is not items:
            known = self._along[kind] = items, Along(items)
        return known[1]

    def cover(self, kind: type[HoldingT]) -> Cover[HoldingT]:
        """Return the findings of a type that hold stretches of the text, to be looked up by what they hold."""
        items = self.of(kind)
        known = self._cover.get(kind)
        if known is None or known[0] is not items:
            known = self._cover[kind] = items, Cover((finding, finding.holds) for finding in items)
        return known[1]

    def plus(self, kind: type, found: Iterable[object]) -> Findings:
        """Return findings with some more of a type, the same ones where there are none."""
        more = tuple(found)
        return Findings({**self._by_type, kind: self._by_type.get(kind, ()) + more}, self._along, self._cover) if more else self

    def __iter__(self) -> Iterator[object]:
        for found in self._by_type.values():
            yield from found
