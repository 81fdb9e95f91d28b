"""The whole analysis as one function on Arrow batches: a row a document in, a row a document out.

This is all that a distributed engine needs: pure, picklable, with an analyzer built once a process.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from diplocorpus.analyzer import Analyzer, default_analyzer
from diplocorpus.corpus import iter_documents
from diplocorpus.errors import CorpusError
from diplocorpus.extras import load_extra
from diplocorpus.models.analysis import Analysis
from diplocorpus.models.documents import Document
from diplocorpus.streaming.stream import outcomes
from diplocorpus.streaming.worker import Outcome

if TYPE_CHECKING:
    import pyarrow as pa

COLUMNS = ("id", "document_sha256", "analysis", "error")
"""What a row of results says, all strings: `analysis` is one line of the wire format, `error` says why there is none."""


_Row = tuple[str | None, str | None, str | None, str | None]


def fingerprint(document: Document) -> str:
    """Return the SHA-256 of a document, text and all that is known of it but where it was read from."""
    return hashlib.sha256(document.model_dump_json(exclude={"provenance"}).encode("utf-8", "surrogatepass")).hexdigest()


def result_table(outcomes: Iterable[tuple[Document, Outcome]]) -> pa.Table:
    """Return the rows of some documents.

    Raises MissingExtraError where the extra `parquet` is not installed.
    """
    rows: list[_Row] = []
    for document, outcome in outcomes:
        line, error = (outcome.model_dump_json(), None) if isinstance(outcome, Analysis) else (None, str(outcome))
        rows.append((document.id, fingerprint(document), line, error))
    return _table(rows)


def _table(rows: list[_Row]) -> pa.Table:
    arrow = load_extra("pyarrow", "parquet")
    schema = arrow.schema([(name, arrow.string()) for name in COLUMNS])
    columns = zip(*rows, strict=True) if rows else ((),) * len(COLUMNS)
    table: pa.Table = arrow.Table.from_arrays([arrow.array(column, arrow.string()) for column in columns], schema=schema)
    return table


def analyze_batch(batch: pa.RecordBatch | pa.Table, *, analyzer: Analyzer | None = None) -> pa.Table:
    """Return a row with the analysis of each row of a batch: `id`, `document_sha256`, `analysis` (JSON), `error`, all strings.

    The batch has a column `text` and may have `id`, `title`, `published`, `publisher`, `url`, `language`, as
    `load_corpus` takes them. A row that is no document, or cannot be analysed, has null for an analysis and says why.

    Raises MissingExtraError where the extra `parquet` is not installed.
    """
    arrow = load_extra("pyarrow", "parquet")
    table = arrow.Table.from_batches([batch]) if isinstance(batch, arrow.RecordBatch) else batch
    unread: list[CorpusError] = []
    found = result_table(outcomes(iter_documents(table, on_error=unread.append), workers=1, analyzer=analyzer or default_analyzer()))
    if not unread:
        return found
    return arrow.concat_tables([found, _table([(None, None, None, str(error)) for error in unread])])
