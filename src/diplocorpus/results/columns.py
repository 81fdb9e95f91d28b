"""What a table's columns hold, read off the fields of its row record."""

from __future__ import annotations

import types
from enum import StrEnum
from typing import Any, Literal, Union, get_args, get_origin

from diplocorpus.models.ordering import Ordered
from diplocorpus.models.spans import Frozen


class ColumnType(StrEnum):
    """What one value of a column is."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"


_TYPES = {str: ColumnType.STRING, int: ColumnType.INTEGER, float: ColumnType.NUMBER, bool: ColumnType.BOOLEAN}


class Column(Frozen):
    """A column of a table.

    `many` tells that a cell holds a list; a list is never missing, only empty. `nullable` that a cell may be missing.
    `values` is the closed vocabulary where there is one, from the least to the greatest where it is `ordered`.
    """

    name: str
    type: ColumnType
    many: bool = False
    nullable: bool = False
    values: tuple[str, ...] = ()
    ordered: bool = False
    description: str | None = None


def columns_of(row: type[Frozen]) -> tuple[Column, ...]:
    """Return the columns of a row record, one a field.

    Raises TypeError where a field is no string, number, truth value, closed vocabulary, or tuple of those.
    """
    return tuple(_column(name, field.annotation, field.description) for name, field in row.model_fields.items())


def _column(name: str, annotation: Any, description: str | None) -> Column:
    annotation, nullable = unwrapped(annotation)
    many = get_origin(annotation) is tuple
    if many:
        annotation, optional = unwrapped(get_args(annotation)[0])
        if nullable or optional:
            raise TypeError(f"column {name!r}: a list is never missing, nor is what it holds")
    values: tuple[str, ...] = ()
    ordered = False
    if get_origin(annotation) is Literal:
        values, annotation = get_args(annotation), str
    elif isinstance(annotation, type) and issubclass(annotation, StrEnum):
        values, ordered, annotation = tuple(annotation), issubclass(annotation, Ordered), str
    if annotation not in _TYPES:
        raise TypeError(f"column {name!r} cannot hold {annotation!r}; a row holds strings, numbers, truth values and tuples of them")
    return Column(
        name=name,
        type=_TYPES[annotation],
        many=many,
        nullable=nullable,
        values=tuple(map(str, values)),
        ordered=ordered,
        description=description,
    )


def unwrapped(annotation: Any) -> tuple[Any, bool]:
    """Return an annotation without its marks and without None, and whether None was allowed."""
    while hasattr(annotation, "__metadata__"):
        annotation = annotation.__origin__
    if get_origin(annotation) in (Union, types.UnionType):
        rest = [member for member in get_args(annotation) if member is not type(None)]
        if len(rest) == 1:
            return unwrapped(rest[0])[0], len(get_args(annotation)) > 1
    return annotation, False
