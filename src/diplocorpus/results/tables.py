"""The tables of a corpus: one a kind of record, one a kind of record within a record, and one of the documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any

import attrs

from diplocorpus.models.analysis import Analysis
from diplocorpus.models.documents import Document
from diplocorpus.models.spans import Frozen, Record
from diplocorpus.results.flat import Slot, exploded, members, row_type, slots
from diplocorpus.results.table import Table

Types = Mapping[str, type[Record]]
"""The types of the records of extractors that are not our own, by extractor name."""


@attrs.frozen
class Origin:
    """What a row is made of: the document, the record, its place among its like from 1, the origin of what holds it."""

    document: Document
    record: Any
    position: int = 1
    holder: Origin | None = None


@attrs.frozen
class Kind:
    """A kind of table: its columns, each read from an origin, and the origins of an analysis.

    `key` are the columns that tell rows apart, `links` those that name rows of other tables, by table.
    """

    name: str
    columns: tuple[Slot, ...]
    origins: Callable[[Analysis], Iterator[Origin]]
    key: tuple[str, ...]
    links: Mapping[str, tuple[str, ...]] = {}


_DOCUMENT_ID = Slot("document_id", "document_id", str, lambda origin: origin.document.id)
_HOLDER = Slot("holder_position", "holder_position", int, lambda origin: origin.holder.position)
_POSITION = Slot("position", "position", int, lambda origin: origin.position)
_CONTEXT = (
    Slot("document_date", "document_date", str | None, lambda origin: origin.document.date),
    Slot("publisher", "publisher", str | None, lambda origin: origin.document.publisher),
    Slot("publisher_party", "publisher_party", str | None, lambda origin: origin.document.publisher_party),
)
"""What every row says of its document, so that most questions need one table only."""


@cache
def kinds() -> dict[str, Kind]:
    """Return our tables by name, each after those that its rows refer to.

    Fields of an analysis that hold the same kind of record are one table, under the name of the first.
    """
    found = {"documents": Kind("documents", _columns(Document), _of_document, ("id",))}
    fields: dict[type[Frozen], list[str]] = {}
    for name, record in members(Analysis):
        fields.setdefault(record, []).append(name)
    for record, (name, *others) in fields.items():
        columns = (_DOCUMENT_ID, *_columns(record), *_CONTEXT)
        found[name] = Kind(name, columns, _of_analysis(name, *others), ("document_id", "id"), _links(columns, found))
        for inner, member in members(record):
            if inner in found:
                raise TypeError(f"two kinds of records are named {inner!r}")
            holder = Slot(_link(name), _link(name), str, lambda origin: origin.holder.record.id)
            columns = (_DOCUMENT_ID, holder, _POSITION, *_columns(member), *_CONTEXT)
            key = ("document_id", holder.name, "position")
            found[inner] = Kind(inner, columns, _of_records(found[name], inner), key, _links(columns, found))
    return found


def _link(table_name: str) -> str:
    """Return the column that names a row of a table."""
    return f"{table_name.removesuffix('s')}_id"


def _links(columns: Sequence[Slot], others: Iterable[str]) -> dict[str, tuple[str, ...]]:
    names = {slot.name for slot in columns}
    found: dict[str, tuple[str, ...]] = {other: ("document_id", _link(other)) for other in others if _link(other) in names}
    return found | {"documents": ("document_id",)}


def _columns(record: type[Frozen]) -> tuple[Slot, ...]:
    """Return the columns of a record, evidence and rules behind the others, each read from an origin."""
    last = list(Record.model_fields)
    ordered = sorted(slots(record), key=lambda slot: last.index(slot.field) if slot.field in last else -1)
    return tuple(attrs.evolve(slot, read=_of_record(slot)) for slot in ordered)


def _of_record(slot: Slot) -> Callable[[Any], Any]:
    return lambda origin: slot.read(origin.record)


def _of_document(analysis: Analysis) -> Iterator[Origin]:
    yield Origin(analysis.document, analysis.document)


def _of_analysis(*names: str) -> Callable[[Analysis], Iterator[Origin]]:
    return lambda analysis: (Origin(analysis.document, record) for name in names for record in getattr(analysis, name))


def _of_records(outer: Kind, inner: str) -> Callable[[Analysis], Iterator[Origin]]:
    return lambda analysis: (
        Origin(analysis.document, member, position, holder)
        for holder in outer.origins(analysis)
        for position, member in enumerate(getattr(holder.record, inner), 1)
    )


def table(
    analyses: Sequence[Analysis], name: str, *, explode: str | None = None, text: bool = True, types: Types = MappingProxyType({})
) -> Table[Any]:
    """Return the table of a kind of record, of ours or of an extractor that is not.

    `types` tells of what type the records of an extractor are, where it may have found nothing. `explode` names a field
    that holds a list: a row for each of its values, one row with the value missing where it is empty. `text=False` leaves
    out every column that holds the documents' own words; offsets stay.

    Raises ValueError where there is no such table or no such list.
    """
    kind = kinds().get(name) or _stranger(analyses, name, types)
    columns = [slot for slot in kind.columns if text or not slot.copied]
    if explode is not None:
        columns = exploded(columns, explode)
    row = row_type("".join(map(str.capitalize, f"{name}_row".replace(".", "_").split("_"))), columns)
    return Table(name, row, _rows(analyses, kind, row, columns, explode))


def _rows(analyses: Iterable[Analysis], kind: Kind, row: type[Frozen], columns: Sequence[Slot], explode: str | None) -> Iterator[Frozen]:
    for analysis in analyses:
        for origin in kind.origins(analysis):
            values = {slot.name: slot.read(origin) for slot in columns}
            if explode is None:
                yield row.model_validate(values)
                continue
            lists = {slot.name: values[slot.name] for slot in columns if slot.field == explode}
            for place in range(max(1, *map(len, lists.values()))):
                yield row.model_validate(values | {name: cells[place] if cells else None for name, cells in lists.items()})


def all_kinds(analyses: Iterable[Analysis], types: Types = MappingProxyType({})) -> dict[str, Kind]:
    """Return all tables that there are of analyses, ours first, each after those that its rows refer to."""
    found = dict(kinds())
    for name, record in known_types(analyses, types).items():
        found |= strangers_kinds(name, record)
    return found


def known_types(analyses: Iterable[Analysis], types: Types = MappingProxyType({})) -> dict[str, type[Record]]:
    """Return the types of the records of extractors that are not our own, by name: those told, and those of what was found."""
    found = dict(types)
    for analysis in analyses:
        for name, records in analysis.extensions.items():
            if records and isinstance(records[0], Record):
                found.setdefault(name, type(records[0]))
    return found


@cache
def strangers_kinds(name: str, record: type[Record]) -> dict[str, Kind]:
    """Return the tables of an extractor that is not our own: of its records, and of records within them as `name.field`."""
    columns = _free_of_clashes((_DOCUMENT_ID, _POSITION, *_columns(record)))
    found = {name: Kind(name, columns, _of_extension(name), ("document_id", "position"), {"documents": ("document_id",)})}
    for inner, member in members(record):
        columns = _free_of_clashes((_DOCUMENT_ID, _HOLDER, _POSITION, *_columns(member)))
        links = {name: ("document_id", _HOLDER.name), "documents": ("document_id",)}
        own = f"{name}.{inner}"
        found[own] = Kind(own, columns, _of_records(found[name], inner), ("document_id", _HOLDER.name, "position"), links)
    return found


def _free_of_clashes(columns: Sequence[Slot]) -> tuple[Slot, ...]:
    """Return columns with those of the document that have no other name."""
    taken = {slot.name for slot in columns}
    return (*columns, *(slot for slot in _CONTEXT if slot.name not in taken))


def _stranger(analyses: Sequence[Analysis], name: str, types: Types) -> Kind:
    """Return the kind of table of an extractor that is not our own."""
    known = known_types(analyses, types)
    for extractor, record in known.items():
        if name in (found := strangers_kinds(extractor, record)):
            return found[name]
    if not any(name in analysis.extensions for analysis in analyses):
        raise ValueError(f"no table is named {name!r}; choose one of {', '.join([*kinds(), *known])}")
    if any(analysis.extensions.get(name) for analysis in analyses):
        raise ValueError(f"the records of {name!r} were read from JSON and have lost their type; load_analyses(..., extractors=[{name!r}])")
    raise ValueError(f"the extractor {name!r} found nothing, so that its columns are not known; load_analyses(..., extractors=[{name!r}])")


def _of_extension(name: str) -> Callable[[Analysis], Iterator[Origin]]:
    return lambda analysis: (
        Origin(analysis.document, record, position)
        for position, record in enumerate(analysis.extensions.get(name, ()), 1)
        if isinstance(record, Record)
    )
