"""What two accounts of one encounter have in common and what only one of them mentions: records, and how they read."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from textwrap import shorten

from diplocorpus.models.spans import Frozen, Span


class Aspect(StrEnum):
    """What is compared: sentences about one thing, frameworks, commitments, positions."""

    TOPIC = "topic"
    FRAMEWORK = "framework"
    COMMITMENT = "commitment"
    STANCE = "stance"


class Account(Frozen):
    """One of the two documents: how its publisher tells the encounter."""

    document_id: str
    title: str | None
    publisher: str | None
    publisher_party: str | None
    date: str | None
    words: int

    def __str__(self) -> str:
        head = ", ".join(part for part in (self.publisher, self.date, f"{self.words} words") if part)
        return f"{head}: {self.title}" if self.title else head


class Place(Frozen):
    """Where one account tells something, and who says so there.

    `record_id` is the record that it was read from, None for a sentence. `speaker` is None where nobody is quoted.
    """

    record_id: str | None = None
    span: Span
    speaker: str | None = None
    party: str | None = None

    def __str__(self) -> str:
        said = f" ({self.speaker})" if self.speaker else ""
        return f'"{shorten(self.span.text, 160, placeholder=" ...")}"{said}'


class Difference(Frozen):
    """What the two accounts say differently: a strength, an object of a position, a date. None is not told."""

    what: str
    a: str | None
    b: str | None

    def __str__(self) -> str:
        return f"{self.what}: {self.a or 'not told'} (A), {self.b or 'not told'} (B)"


class Item(Frozen):
    """Something that one account or both mention, with all places.

    An account without places does not mention it, which denies nothing. `label` says what it is: the words that topics
    share, the name of a framework, who is bound, whose position it is.
    """

    aspect: Aspect
    label: str
    a: tuple[Place, ...] = ()
    b: tuple[Place, ...] = ()
    differences: tuple[Difference, ...] = ()

    @property
    def only(self) -> str | None:
        """`a` or `b` where only that account mentions it."""
        return None if self.a and self.b else "a" if self.a else "b"

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        both = "mentioned by both" if self.aspect in (Aspect.TOPIC, Aspect.FRAMEWORK) else "alike"
        told = f"mentioned only by {self.only.upper()}" if self.only else "; ".join(map(str, self.differences)) or both
        yield f"{self.label}: {told}"
        for side, places in (("A", self.a), ("B", self.b)):
            for place in places:
                yield f"  {side} {place}"


class Comparison(Frozen):
    """Two accounts of one encounter, side by side.

    `facts` are what they say of the encounter itself, where they differ in it; `agreed` what both say. `items` are what
    they mention, in the order of A, then what only B has.
    """

    a: Account
    b: Account
    agreed: tuple[str, ...] = ()
    facts: tuple[Difference, ...] = ()
    items: tuple[Item, ...] = ()

    def of(self, aspect: Aspect | str) -> tuple[Item, ...]:
        """Return the items of an aspect."""
        return tuple(item for item in self.items if item.aspect == Aspect(aspect))

    @property
    def shared(self) -> tuple[Item, ...]:
        """What both mention."""
        return tuple(item for item in self.items if item.only is None)

    @property
    def only_a(self) -> tuple[Item, ...]:
        """What only A mentions."""
        return tuple(item for item in self.items if item.only == "a")

    @property
    def only_b(self) -> tuple[Item, ...]:
        """What only B mentions."""
        return tuple(item for item in self.items if item.only == "b")

    @property
    def differing(self) -> tuple[Item, ...]:
        """What both mention, in other words or ranked otherwise."""
        return tuple(item for item in self.shared if item.differences)

    def to_html(self) -> str:
        """Return a self-contained page with the two accounts in two columns."""
        from diplocorpus.pages.comparisons import comparison_page

        return comparison_page(self)

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield f"A  {self.a}"
        yield f"B  {self.b}"
        yield ""
        yield "ENCOUNTER"
        yield from (f"both: {fact}" for fact in self.agreed)
        yield from map(str, self.facts)
        for aspect in Aspect:
            if items := self.of(aspect):
                yield ""
                yield f"{aspect.upper()}S"
                yield from map(str, sorted(items, key=lambda item: (item.only is not None, item.only or "")))
        yield ""
        yield "What only one account mentions is not denied by the other."
