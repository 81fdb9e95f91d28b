"""The tables of a corpus as one DuckDB database, with keys and a view for each common question."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import attrs

from diplocorpus.extras import load_extra
from diplocorpus.models.analysis import Analysis
from diplocorpus.results.columns import Column, ColumnType
from diplocorpus.results.merging import meeting_reports, merge_meetings
from diplocorpus.results.table import Table
from diplocorpus.results.tables import Types, all_kinds, table
from diplocorpus.writing import whole_file

_TYPES = {ColumnType.STRING: "VARCHAR", ColumnType.INTEGER: "BIGINT", ColumnType.NUMBER: "DOUBLE", ColumnType.BOOLEAN: "BOOLEAN"}


def write_duckdb(
    analyses: Sequence[Analysis], path: str | os.PathLike[str], *, text: bool = True, types: Types = MappingProxyType({})
) -> None:
    """Write every table and that of merged meetings, with primary and foreign keys, and the views of `views.sql`.

    Closed vocabularies are enums, so that strengths compare by strength. The file appears whole or not at all.

    Raises MissingExtraError where the extra `duckdb` is not installed.
    """
    duckdb = load_extra("duckdb", "duckdb")
    load_extra("pyarrow", "duckdb")
    with whole_file(path) as partial:
        partial.unlink()
        with duckdb.connect(str(partial)) as connection:
            vocabularies: dict[tuple[str, ...], str] = {}
            keys: dict[str, tuple[str, ...]] = {}
            for keyed in keyed_tables(analyses, text=text, types=types):
                keys[keyed.rows.name] = keyed.key
                for statement in (*_new_types(keyed.rows, vocabularies), _table(keyed, keys, vocabularies)):
                    connection.execute(statement)
                connection.register("rows", keyed.rows.to_arrow())
                connection.execute(f'INSERT INTO "{keyed.rows.name}" SELECT * FROM rows')  # noqa: S608 - a name of a table of ours
                connection.unregister("rows")
            for view in files("diplocorpus.results").joinpath("views.sql").read_text(encoding="utf-8").split(";\n"):
                connection.execute(view)


@attrs.frozen
class KeyedTable:
    """A table with the columns that tell its rows apart, and those that name rows of other tables, by table."""

    rows: Table[Any]
    key: tuple[str, ...]
    links: Mapping[str, tuple[str, ...]]


def keyed_tables(analyses: Sequence[Analysis], *, text: bool, types: Types = MappingProxyType({})) -> Iterator[KeyedTable]:
    """Yield all tables, each after those that its rows refer to."""
    for name, kind in all_kinds(analyses, types).items():
        yield KeyedTable(table(analyses, name, text=text, types=types), kind.key, kind.links)
    merged = merge_meetings(analyses)
    yield KeyedTable(merged, ("id",), {})
    key = ("document_id", "meeting_id")
    yield KeyedTable(meeting_reports(merged), key, {"merged_meetings": ("merged_meeting_id",), "meetings": key})


def _new_types(made: Table[Any], types: dict[tuple[str, ...], str]) -> Iterator[str]:
    """Yield the statements that make the closed vocabularies that no table before had."""
    for column in made.columns:
        if column.values and column.values not in types:
            types[column.values] = column.name if column.name not in types.values() else f"{made.name}_{column.name}"
            yield f'CREATE TYPE "{types[column.values]}" AS ENUM ({", ".join(map(_quoted, column.values))})'


def _table(made: KeyedTable, keys: Mapping[str, tuple[str, ...]], types: dict[tuple[str, ...], str]) -> str:
    lines = [_column(column, types) for column in made.rows.columns]
    lines.append(f"PRIMARY KEY ({_names(made.key)})")
    for other, columns in made.links.items():
        lines.append(f'FOREIGN KEY ({_names(columns)}) REFERENCES "{other}" ({_names(keys[other])})')
    return f'CREATE TABLE "{made.rows.name}" ({", ".join(lines)})'


def _column(column: Column, types: dict[tuple[str, ...], str]) -> str:
    kind = f'"{types[column.values]}"' if column.values else _TYPES[column.type]
    return f'"{column.name}" {kind}{"[]" if column.many else ""}{"" if column.nullable else " NOT NULL"}'


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
