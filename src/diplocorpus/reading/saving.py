"""Documents to JSON Lines and Parquet files that read back equal."""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import islice
from typing import Any

from pydantic_core import from_json, to_json

from diplocorpus.extras import load_extra
from diplocorpus.models.documents import Document
from diplocorpus.writing import whole_file

NESTED = ("dateline", "provenance", "metadata")
"""Fields that a Parquet file holds as JSON."""

_BATCH = 1000


def write_jsonl(documents: Iterable[Document], path: str | os.PathLike[str]) -> None:
    """Write a document a line."""
    with whole_file(path) as partial, partial.open("w", encoding="utf-8", newline="\n") as file:
        for document in documents:
            file.write(document.model_dump_json() + "\n")


def write_parquet(documents: Iterable[Document], path: str | os.PathLike[str]) -> None:
    """Write a document a row.

    Raises MissingExtraError where the extra `parquet` is not installed.
    """
    arrow = load_extra("pyarrow", "parquet")
    parquet = load_extra("pyarrow.parquet", "parquet")
    schema = arrow.schema([(name, arrow.string()) for name in Document.model_fields])
    waiting = iter(documents)
    with whole_file(path) as partial, parquet.ParquetWriter(str(partial), schema) as writer:
        while rows := [_flat(document) for document in islice(waiting, _BATCH)]:
            writer.write_table(arrow.Table.from_pylist(rows, schema=schema))


def _flat(document: Document) -> dict[str, Any]:
    fields = document.model_dump(mode="json")
    return {**fields, **{name: to_json(fields[name]).decode() for name in NESTED}}


def unflat(fields: dict[str, Any]) -> dict[str, Any]:
    """Return a row of a Parquet file that diplocorpus wrote with its nested fields as they were.

    Raises ValueError where they are no JSON.
    """
    return {**fields, **{name: from_json(fields[name]) for name in NESTED if isinstance(fields.get(name), str)}}
