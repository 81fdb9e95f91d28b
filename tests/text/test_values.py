"""Values are told apart by what they hold, or by which object they are."""

from __future__ import annotations

from diplocorpus.text.values import value


@value
class Pair:
    """Two numbers."""

    first: int
    last: int = 0


@value(eq=False)
class Thing:
    """Something that is only itself."""

    name: str


def test_values_that_hold_the_same_are_one() -> None:
    """Also in sets and as keys."""
    assert Pair(1) == Pair(1, 0) != Pair(2)
    assert {Pair(1), Pair(1, 0)} == {Pair(1)}


def test_things_are_only_themselves() -> None:
    """Whatever they hold."""
    thing = Thing("clock")
    assert thing != Thing("clock")
    assert thing in {thing}
    assert Thing("clock") not in {thing}
