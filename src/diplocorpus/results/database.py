"""The tables of a corpus as one DuckDB database, with keys and a view for each common question."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import Any

from diplocorpus.extras import load_extra
from diplocorpus.models.analysis import Analysis
from diplocorpus.results.columns import Column, ColumnType
from diplocorpus.results.table import Table
from diplocorpus.results.tables import kinds, table
from diplocorpus.writing import whole_file

_TYPES = {ColumnType.STRING: "VARCHAR", ColumnType.INTEGER: "BIGINT", ColumnType.NUMBER: "DOUBLE", ColumnType.BOOLEAN: "BOOLEAN"}


def write_duckdb(analyses: Sequence[Analysis], path: str | os.PathLike[str], *, text: bool = True) -> None:
    """Write every table of our records, with primary and foreign keys, and the views of `views.sql`.

    Closed vocabularies are enums, so that strengths compare by strength. The file appears whole or not at all.

    Raises MissingExtraError where the extra `duckdb` is not installed.
    """
    duckdb = load_extra("duckdb", "duckdb")
    load_extra("pyarrow", "duckdb")
    with whole_file(path) as partial:
        partial.unlink()
        with duckdb.connect(str(partial)) as connection:
            for statement in statements(analyses, text=text):
                connection.execute(statement)
            for name in kinds():
                connection.from_arrow(table(analyses, name, text=text).to_arrow()).insert_into(name)


def statements(analyses: Sequence[Analysis], *, text: bool = True) -> Iterator[str]:
    """Yield the statements that make types, tables and views."""
    types: dict[tuple[str, ...], str] = {}
    for name in kinds():
        made = table(analyses[:0], name, text=text)
        for column in made.columns:
            if column.values and column.values not in types:
                types[column.values] = column.name if column.name not in types.values() else f"{name}_{column.name}"
                yield f'CREATE TYPE "{types[column.values]}" AS ENUM ({", ".join(map(_quoted, column.values))})'
        yield _table(made, types)
    yield from (
        view for view in files("diplocorpus.results").joinpath("views.sql").read_text(encoding="utf-8").split(";\n") if view.strip()
    )


def _table(made: Table[Any], types: dict[tuple[str, ...], str]) -> str:
    kind = kinds()[made.name]
    lines = [_column(column, types) for column in made.columns]
    lines.append(f"PRIMARY KEY ({_names(kind.key)})")
    for other, columns in kind.links.items():
        lines.append(f'FOREIGN KEY ({_names(columns)}) REFERENCES "{other}" ({_names(kinds()[other].key)})')
    return f'CREATE TABLE "{made.name}" ({", ".join(lines)})'


def _column(column: Column, types: dict[tuple[str, ...], str]) -> str:
    kind = f'"{types[column.values]}"' if column.values else _TYPES[column.type]
    return f'"{column.name}" {kind}{"[]" if column.many else ""}{"" if column.nullable else " NOT NULL"}'


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
