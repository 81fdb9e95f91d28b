"""Records as rows of plain values: row types are read off the record types, so that a new field is a new column.

A span gives three columns: its words, `_start` and `_end`. A record within a record gives columns with its name in
front, a mapping one column of JSON. Tuples of values or spans stay lists; tuples of records are tables of their own.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_args, get_origin

import attrs
from pydantic import create_model
from pydantic.fields import FieldInfo

from diplocorpus.models.spans import Copied, Frozen, Span
from diplocorpus.results.columns import unwrapped

Reader = Callable[[Any], Any]
"""What takes a value out of a record."""


@attrs.frozen
class Slot:
    """A column of a record: its `field` of the record, the type of a value, how it is read, whether it is the text's own words."""

    name: str
    field: str
    annotation: Any
    read: Reader
    copied: bool = False
    many: bool = False

    @property
    def full_annotation(self) -> Any:
        """The type as a row has it."""
        return types.GenericAlias(tuple, (self.annotation, ...)) if self.many else self.annotation


def slots(record: type[Frozen]) -> Iterator[Slot]:
    """Yield the columns that a record type gives, in the order of its fields."""
    for name, field in record.model_fields.items():
        yield from _of_field(name, field.annotation, _getter(name), copied=is_copied(field))


def _getter(name: str) -> Reader:
    return lambda value: None if value is None else getattr(value, name)


def _of_field(name: str, annotation: Any, read: Reader, *, copied: bool) -> Iterator[Slot]:
    plain, nullable = unwrapped(annotation)
    if get_origin(plain) is tuple:
        member, _ = unwrapped(get_args(plain)[0])
        if member is Span:
            yield from _span_slots(name, read, many=True, nullable=False)
        elif not _is_record(member):
            yield Slot(name, name, member, lambda record: read(record) or (), copied, many=True)
    elif plain is Span:
        yield from _span_slots(name, read, many=False, nullable=nullable)
    elif _is_record(plain):
        for inner in slots(plain):
            yield attrs.evolve(
                inner,
                name=f"{name}_{inner.name}",
                field=name,
                annotation=inner.annotation | None if nullable and not inner.many else inner.annotation,
                read=_chained(read, inner.read),
            )
    elif isinstance(origin := get_origin(plain), type) and issubclass(origin, Mapping):
        yield Slot(name, name, str | None, lambda record: _as_json(read(record)), copied=True)
    else:
        yield Slot(name, name, plain | None if nullable else plain, read, copied)


def _chained(outer: Reader, inner: Reader) -> Reader:
    return lambda record: inner(outer(record))


def _span_slots(name: str, read: Reader, *, many: bool, nullable: bool) -> Iterator[Slot]:
    kinds: tuple[tuple[str, str, Any], ...] = (("", "text", str), ("_start", "start", int), ("_end", "end", int))
    for suffix, attribute, kind in kinds:
        yield Slot(
            name + suffix,
            name,
            kind | None if nullable else kind,
            _each(read, attribute) if many else _chained(read, _getter(attribute)),
            copied=attribute == "text",
            many=many,
        )


def _each(read: Reader, attribute: str) -> Reader:
    return lambda record: tuple(getattr(item, attribute) for item in read(record) or ())


def is_copied(field: FieldInfo) -> bool:
    """Tell whether a field holds the document's own words."""
    return any(isinstance(mark, Copied) for mark in field.metadata) or _is_marked(field.annotation)


def _is_marked(annotation: Any) -> bool:
    """Tell whether `Wording` stands anywhere in an annotation."""
    marks = getattr(annotation, "__metadata__", ())
    return any(isinstance(mark, Copied) for mark in marks) or any(_is_marked(part) for part in get_args(annotation))


def _is_record(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Frozen)


def _as_json(value: Mapping[str, Any] | None) -> str | None:
    return json.dumps(dict(value), ensure_ascii=False, sort_keys=True, default=str) if value else None


def members(record: type[Frozen]) -> Iterator[tuple[str, type[Frozen]]]:
    """Yield the fields of a record type that hold tuples of records (no spans), with the type of these."""
    for name, field in record.model_fields.items():
        plain, _ = unwrapped(field.annotation)
        if get_origin(plain) is tuple:
            member, _ = unwrapped(get_args(plain)[0])
            if _is_record(member) and member is not Span:
                yield name, member


def exploded(columns: list[Slot], field: str) -> list[Slot]:
    """Return columns with one value of a field's list a row, missing where the list is empty.

    Raises ValueError where the field is no list.
    """
    if not any(slot.many and slot.field == field for slot in columns):
        lists = sorted({slot.field for slot in columns if slot.many})
        raise ValueError(f"explode is a field that holds a list, one of {', '.join(lists)}; not {field!r}")
    return [
        attrs.evolve(slot, many=False, annotation=slot.annotation | None) if slot.many and slot.field == field else slot for slot in columns
    ]


def row_type(name: str, columns: list[Slot]) -> type[Frozen]:
    """Return the record type of a table's rows."""
    names = [slot.name for slot in columns]
    if len(names) != len(set(names)):
        raise TypeError(f"{name}: two fields give the same column ({', '.join(sorted({n for n in names if names.count(n) > 1}))})")
    fields: dict[str, Any] = {slot.name: (slot.full_annotation, ...) for slot in columns}
    return create_model(name, __base__=Frozen, **fields)
