"""CSV, TSV and Parquet tables, one row in memory at a time."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from diplocorpus.errors import CorpusError, ReadLimitError
from diplocorpus.extras import load_extra
from diplocorpus.models.documents import Document
from diplocorpus.reading.decoding import Lines
from diplocorpus.reading.limits import read_whole
from diplocorpus.reading.rows import Opened, Row, Rows, assign, no_text
from diplocorpus.reading.saving import NESTED, unflat

_DELIMITERS = ",;\t|"


def _delimiter(header: str, file: Opened, preferred: str) -> str:
    """Return what parts the header into columns of which one holds the text, else what parts it most often."""
    ranked = sorted(_DELIMITERS, key=lambda mark: (mark != preferred or mark not in header, -header.count(mark)))
    for mark in ranked:
        try:
            names = [name.strip() for name in next(csv.reader([header], delimiter=mark), [])]
        except csv.Error as error:
            raise file.fault(f"no table ({error})", "save it with newlines at the ends of rows, or name its format with format=") from error
        if "text" in assign(names, file.columns):
            return mark
    return ranked[0]


class _RowText:
    """Feeds csv the lines of a table and bounds what one row may take, which an open quote would not."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._limit = lines.limits.line_bytes
        self.taken = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.taken += len(line.raw)
            if self.taken > self._limit:
                reason = f"a row is longer than {self._limit:,} bytes; is a quote left open?"
                raise ReadLimitError(self._lines.where, reason, "line_bytes", row=line.number)
            yield self._lines.text(line)


def _read_delimited(file: Opened, name: str, preferred: str) -> Rows:
    # The limit is the process's, not the reader's; a higher one harms nobody, and rows are bounded by _RowText.
    csv.field_size_limit(max(csv.field_size_limit(), file.limits.line_bytes))
    lines = Lines(file.stream, file.where, file.limits, file.encoding)
    source = _RowText(lines)
    feed = iter(source)
    first = next((line for line in feed if line.strip()), "")
    delimiter = _delimiter(first, file, preferred)

    def whole() -> Iterator[str]:
        yield first
        yield from feed

    reader = csv.reader(whole(), delimiter=delimiter)
    try:
        header = [name.strip() for name in next(reader, [])]
    except csv.Error as error:
        raise file.fault(f"no table ({error})", "name its format with format=") from error
    if not header:
        raise file.fault("the table is empty", 'remove it, or load with on_error="skip"')
    if "text" not in assign(header, file.columns):
        raise file.fault(*no_text(header, file.columns))
    number = 0
    while True:
        source.taken = 0
        number += 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise file.fault(f"no table from here on ({error})", "check its quotes", number) from error
        if cells is None:
            return
        if len(cells) > len(header):
            yield file.fault(f"{len(cells)} cells under {len(header)} columns", "put cells that hold the delimiter in quotes", number)
        elif cells:
            yield Row(dict(zip(header, cells, strict=False)), number, lines.used, name)
        else:
            number -= 1


def read_csv(file: Opened) -> Rows:
    """Yield the rows of a table parted by commas, semicolons, bars or tabs."""
    return _read_delimited(file, "csv", ",")


def read_tsv(file: Opened) -> Rows:
    """Yield the rows of a table parted by tabs."""
    return _read_delimited(file, "tsv", "\t")


def read_parquet(file: Opened) -> Rows:
    """Yield the rows of a Parquet file, a small batch in memory at a time.

    Raises MissingExtraError where the extra `parquet` is not installed.
    """
    parquet = load_extra("pyarrow.parquet", "parquet")
    seekable = file.stream.seekable()
    source = file.stream if seekable else io.BytesIO(read_whole(file.stream, file.where, file.limits))
    try:
        table = parquet.ParquetFile(source)
        header = list(table.schema_arrow.names)
        batches = table.iter_batches(batch_size=64)
    except Exception as error:
        raise file.fault(f"no Parquet file ({type(error).__name__})", "write it again") from error
    if "text" not in assign(header, file.columns):
        raise file.fault(*no_text(header, file.columns))
    own = {*NESTED, "date_basis"} <= set(header) <= set(Document.model_fields)
    number = 0
    while True:
        try:
            batch = next(batches, None)
            rows = [] if batch is None else batch.to_pylist()
        except CorpusError:
            raise
        except Exception as error:
            raise file.fault(f"damaged ({type(error).__name__})", "write it again", number + 1) from error
        if batch is None:
            return
        for fields in rows:
            number += 1
            yield _parquet_row(fields, number, file) if own else Row(fields, number, None, "parquet")


def _parquet_row(fields: dict[str, Any], number: int, file: Opened) -> Row | CorpusError:
    """Return a row that diplocorpus wrote."""
    try:
        return Row(unflat(fields), number, None, "parquet")
    except ValueError:
        return file.fault("nested fields that are no JSON", "write it again with to_parquet", number)
