"""A table: rows that are records, written in the forms that people work in."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from diplocorpus.errors import DocumentNotFoundError, ResultFormatError
from diplocorpus.extras import load_extra
from diplocorpus.models.spans import Frozen
from diplocorpus.results.columns import Column, ColumnType, columns_of
from diplocorpus.writing import whole_file

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

RowT = TypeVar("RowT", bound=Frozen)

SEPARATOR = ";"
"""What stands between the values of a list in a cell of a CSV file."""

_PART = re.compile(r"((?:[^;\\]|\\.)*)(;|\Z)", re.DOTALL)
_MARK = re.compile(r"\\(.)", re.DOTALL)

_PANDAS = {ColumnType.STRING: "string", ColumnType.INTEGER: "Int64", ColumnType.NUMBER: "Float64", ColumnType.BOOLEAN: "boolean"}


class Table(Sequence[RowT], Generic[RowT]):
    """An immutable sequence of rows, each a frozen record of the type `row`, with the columns that its fields give.

    `table[0]` is a row, `table[1:3]` a table. A missing value is None in a row, NA in pandas, null in Arrow, polars and
    Parquet, an empty cell in CSV. Codes in a list are lists everywhere but in CSV, where `;` stands between them.
    """

    def __init__(self, name: str, row: type[RowT], rows: Iterable[RowT] = ()) -> None:
        self.name = name
        self.row = row
        self.columns: tuple[Column, ...] = columns_of(row)
        self._rows = tuple(rows)

    @overload
    def __getitem__(self, key: int) -> RowT: ...
    @overload
    def __getitem__(self, key: slice) -> Table[RowT]: ...
    def __getitem__(self, key: int | slice) -> RowT | Table[RowT]:
        """Return a row, or a table of a slice."""
        if isinstance(key, slice):
            return Table(self.name, self.row, self._rows[key])
        return self._rows[key]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[RowT]:
        return iter(self._rows)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Table):
            return NotImplemented
        return (self.name, self.columns) == (other.name, other.columns) and list(self._values()) == list(other._values())

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Table({self.name!r}: {len(self)} rows of {', '.join(column.name for column in self.columns)})"

    def _repr_html_(self) -> str:
        from diplocorpus.pages.notebook import table_fragment

        return table_fragment(self)

    def to_arrow(self) -> pa.Table:
        """Return an Arrow table; a closed vocabulary is plain strings in it.

        Raises MissingExtraError where the extra `parquet` is not installed.
        """
        arrow = load_extra("pyarrow", "parquet")
        schema = arrow.schema([_arrow_field(arrow, column) for column in self.columns])
        table: pa.Table = arrow.table(list(self._cells().values()), schema=schema)
        return table

    def to_pandas(self) -> pd.DataFrame:
        """Return a data frame with nullable types; a closed vocabulary is categorical, in its order where it has one.

        Raises MissingExtraError where the extra `pandas` is not installed.
        """
        pandas = load_extra("pandas", "pandas")
        cells = self._cells()
        frame: pd.DataFrame = pandas.DataFrame({column.name: _pandas_series(pandas, column, cells[column.name]) for column in self.columns})
        return frame

    def to_polars(self) -> pl.DataFrame:
        """Return a data frame; a closed vocabulary is an `Enum`.

        Raises MissingExtraError where the extra `polars` is not installed.
        """
        polars = load_extra("polars", "polars")
        frame: pl.DataFrame = polars.DataFrame(self._cells(), schema={column.name: _polars_type(polars, column) for column in self.columns})
        return frame

    def to_csv(self, path: str | os.PathLike[str]) -> None:
        """Write a row a line under a header, as UTF-8 with the line ends of RFC 4180; a missing value is an empty cell.

        The values of a list stand with `;` between them; a `;` or backslash within one has a backslash before it. The
        file appears whole or not at all.
        """
        with whole_file(path) as partial, partial.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([column.name for column in self.columns])
            writer.writerows([cell_text(cell) for cell in values] for values in self._values())

    def to_jsonl(self, path: str | os.PathLike[str]) -> None:
        """Write a row a line as a JSON object, as UTF-8; lists are lists, a missing value is null.

        The file appears whole or not at all.
        """
        with whole_file(path) as partial, partial.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(row.model_dump_json() + "\n" for row in self._rows)

    def to_parquet(self, path: str | os.PathLike[str]) -> None:
        """Write a Parquet file, which appears whole or not at all.

        Raises MissingExtraError where the extra `parquet` is not installed.
        """
        table = self.to_arrow()
        with whole_file(path) as partial:
            load_extra("pyarrow.parquet", "parquet").write_table(table, str(partial))

    @classmethod
    def read_csv(cls, path: str | os.PathLike[str], name: str, row: type[RowT]) -> Table[RowT]:
        """Return the table that `to_csv` wrote, equal to what was written; `row` is the type of its rows.

        Columns may stand in another order. Raises DocumentNotFoundError where there is no file, ResultFormatError where
        a column is missing or unknown, or a cell does not fit.
        """
        if not os.path.isfile(path):
            raise DocumentNotFoundError(os.fspath(path), "no such file")
        table = cls(name, row)
        with open(path, encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            header = next(reader, [])
            if odd := sorted({*header} ^ {column.name for column in table.columns}):
                raise ResultFormatError(os.fspath(path), 1, f"the columns are not those of {name}: {', '.join(odd)}")
            columns = {column.name: column for column in table.columns}
            rows = []
            for number, cells in enumerate(reader, 2):
                try:
                    values = {title: _from_cell(cell, columns[title]) for title, cell in zip(header, cells, strict=True)}
                    rows.append(row.model_validate(values))
                except ValueError as error:
                    raise ResultFormatError(os.fspath(path), number, str(error).replace("\n", " ")) from error
        return cls(name, row, rows)

    def _values(self) -> Iterator[list[Any]]:
        """Yield the plain values of each row."""
        for row in self._rows:
            yield [_plain(getattr(row, column.name)) for column in self.columns]

    def _cells(self) -> dict[str, list[Any]]:
        """Return the plain values of each column."""
        values = list(self._values())
        return {column.name: [row[place] for row in values] for place, column in enumerate(self.columns)}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, StrEnum) else value


def cell_text(value: Any) -> str:
    """Return a value as it stands in a cell of a CSV file."""
    if isinstance(value, list | tuple):
        return SEPARATOR.join(cell_text(item).replace("\\", "\\\\").replace(SEPARATOR, f"\\{SEPARATOR}") for item in value)
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def _from_cell(cell: str, column: Column) -> Any:
    """Return what a cell of a CSV file holds; the row's type reads numbers, truth values and vocabularies from words."""
    if column.many:
        return tuple(_parts(cell)) if cell else ()
    return None if cell == "" and column.nullable else cell


def _parts(cell: str) -> Iterator[str]:
    for part in _PART.finditer(cell):
        yield _MARK.sub(r"\1", part[1])
        if not part[2]:
            return


def _arrow_field(arrow: Any, column: Column) -> Any:
    kinds = {
        ColumnType.STRING: arrow.string(),
        ColumnType.INTEGER: arrow.int64(),
        ColumnType.NUMBER: arrow.float64(),
        ColumnType.BOOLEAN: arrow.bool_(),
    }
    kind = kinds[column.type]
    return arrow.field(column.name, arrow.list_(kind) if column.many else kind, nullable=column.nullable)


def _pandas_series(pandas: Any, column: Column, cells: list[Any]) -> Any:
    if column.many:
        return pandas.Series(cells, dtype="object")
    if column.values:
        return pandas.Series(pandas.Categorical(cells, categories=list(column.values), ordered=column.ordered))
    return pandas.Series(cells, dtype=_PANDAS[column.type])


def _polars_type(polars: Any, column: Column) -> Any:
    kinds = {
        ColumnType.STRING: polars.Enum(column.values) if column.values else polars.String,
        ColumnType.INTEGER: polars.Int64,
        ColumnType.NUMBER: polars.Float64,
        ColumnType.BOOLEAN: polars.Boolean,
    }
    return polars.List(kinds[column.type]) if column.many else kinds[column.type]
