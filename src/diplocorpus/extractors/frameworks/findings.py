"""What the extractors of frameworks tell each other: names, what stands for them, and what is done with them."""

from __future__ import annotations

from diplocorpus.models.frameworks import FrameworkRelation
from diplocorpus.patterns.schema import Label
from diplocorpus.text.values import value


@value(eq=False)
class FrameworkName:
    """A place where a framework is named, before it is known whether a body only acts there."""

    first: int
    last: int
    label: Label
    rule: str


@value(eq=False)
class Anaphor:
    """A place where a noun stands for a framework that was named before: "the initiative", "this format"."""

    first: int
    last: int
    antecedent: FrameworkName
    rule: str


@value
class FrameworkTie:
    """What is done with the framework that is named, or stood for, from token `at` on.

    `first` up to `last` are the words that say so; they stand before the name or right after it. `aligned` are the
    tokens of what is docked with the framework.
    """

    at: int
    relation: FrameworkRelation
    first: int
    last: int
    rule: str
    shown: bool = False
    """Whether words behind the name show that something is done there: "its [NATO] membership"."""
    aligned: tuple[int, int] | None = None


@value
class ActingBody:
    """A body whose name, from token `at` on, is that of one who acts."""

    at: int
