"""Closed vocabularies that readers of a text ask for all the time."""

from __future__ import annotations

from typing import Self


class Mark:
    """One of a few, each one object; those of a subclass are the names that it annotates.

    It is no Enum: before Python 3.12 naming a member of one costs as much as calling a function does, and readers of a text
    name word classes and kinds of mentions hundreds of times a page.
    """

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __init_subclass__(cls) -> None:
        for name in cls.__annotations__:
            setattr(cls, name, cls(name))

    @classmethod
    def named(cls, name: str) -> Self:
        """Return the one of a name."""
        found: Self = getattr(cls, name)
        return found

    def __reduce__(self) -> tuple[object, ...]:
        return type(self).named, (self.name,)

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"
