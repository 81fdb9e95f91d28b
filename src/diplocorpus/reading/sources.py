"""Whatever a user has at hand, to documents: paths, frames, data sets, mappings, documents."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from diplocorpus.errors import CorpusError, DocumentFormatError
from diplocorpus.models.documents import Document
from diplocorpus.reading.dating import describe
from diplocorpus.reading.files import Options, build, read_blob
from diplocorpus.reading.finding import find
from diplocorpus.reading.rows import Place, Row


def _frame_rows(source: Any) -> Iterable[Any] | None:
    """Return the rows of a pandas, polars or Arrow table as mappings, None where the source is none of them."""
    library = type(source).__module__.partition(".")[0]
    if library == "pandas" and hasattr(source, "itertuples"):
        names = [str(name) for name in source.columns]
        return (dict(zip(names, cells, strict=True)) for cells in source.itertuples(index=False, name=None))
    if library == "polars":
        frame = source.collect() if hasattr(source, "collect") else source
        rows: Iterable[Any] = frame.iter_rows(named=True)
        return rows
    if library == "pyarrow" and hasattr(source, "to_batches"):
        return (row for batch in source.to_batches(max_chunksize=64) for row in batch.to_pylist())
    return None


def read_sources(source: Any, options: Options) -> Iterator[Document | CorpusError]:
    """Yield every document of a source, and an error for each that could not be read; nothing of ours is raised."""
    if isinstance(source, (str, os.PathLike)):
        yield from _read_path(source, options)
        return
    if isinstance(source, (Document, Mapping)):
        if isinstance(source, Mapping) and source and all(hasattr(value, "column_names") for value in source.values()):
            names = ", ".join(map(str, source))
            yield DocumentFormatError("the data set given", f"it has several splits ({names})", "give one: data[...]")
            return
        source = [source]
    rows = _frame_rows(source)
    for number, item in enumerate(source if rows is None else rows, 1):
        yield from _read_item(item, number, options)


def _read_path(source: str | os.PathLike[str], options: Options) -> Iterator[Document | CorpusError]:
    for blob in find(source, options.pattern):
        if isinstance(blob, CorpusError):
            yield blob
        else:
            yield from read_blob(blob, options)


def _read_item(item: Any, number: int, options: Options) -> Iterator[Document | CorpusError]:
    if isinstance(item, Document):
        yield describe(item)
    elif isinstance(item, Mapping):
        yield build(Row(item, number), Place(None, None, "row"), options)
    elif isinstance(item, (str, os.PathLike)):
        yield from _read_path(item, options)
    else:
        reason = f"a {type(item).__name__}, which is no document"
        yield DocumentFormatError("the rows given", reason, "give paths, mappings or documents", row=number)
