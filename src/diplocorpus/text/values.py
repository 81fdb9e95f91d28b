"""The decorator of what is made by the hundred for each document: hits, mentions, clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

__all__ = ["value"]

if TYPE_CHECKING:
    from attrs import frozen as value
else:

    def value(cls: type | None = None, *, eq: bool = True) -> object:
        """Make a class one of values, which are compared by what they hold and not changed.

        That they are not is held by the type checker alone: `attrs.frozen` holds it at run time, too, which makes building one
        take three times as long.
        """
        return attrs.define(cls, eq=eq, unsafe_hash=eq or None)
