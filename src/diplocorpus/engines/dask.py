"""The same run on a Dask cluster: the scheduler's workers analyse, the client reads the documents and writes the parts."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice
from pickle import dumps, loads
from typing import TYPE_CHECKING, Any, Literal

from diplocorpus.analyzer import Analyzer, default_analyzer
from diplocorpus.corpus import Loadable, iter_documents
from diplocorpus.engines.batches import result_table
from diplocorpus.engines.runs import PART_SIZE, Run, open_run
from diplocorpus.errors import CorpusError, WorkerDiedError
from diplocorpus.extras import load_extra
from diplocorpus.models.documents import Document
from diplocorpus.streaming.progress import progress_bar
from diplocorpus.streaming.stream import outcomes

if TYPE_CHECKING:
    import pyarrow as pa
    from distributed import Client

_AHEAD = 2
"""Parts in hand for each thread of the cluster: one at work, one waiting."""


@lru_cache(maxsize=1)
def _revived(analyzer: bytes) -> Analyzer:
    found: Analyzer = loads(analyzer)  # noqa: S301 - sent by the client of the same cluster
    return found


def _analyze_part(documents: list[Document], analyzer: bytes | None) -> pa.Table:
    """Analyse a part in a worker of the cluster; the analyzer is built once a process."""
    chosen = default_analyzer() if analyzer is None else _revived(analyzer)
    return result_table(outcomes(documents, workers=1, analyzer=chosen))


def analyze_dask(
    source: Loadable,
    client: Client,
    folder: str | os.PathLike[str],
    *,
    resume: bool = False,
    analyzer: Analyzer | None = None,
    part_size: int = PART_SIZE,
    on_error: Literal["raise", "skip"] | Callable[[CorpusError], object] = "raise",
    progress: bool = False,
) -> Run:
    """Analyse documents on a Dask cluster into a folder of Parquet parts, the same as `analyze_to_folder` writes.

    `client` is a `distributed.Client`; the arguments are those of `analyze_to_folder`, and a run begun by one can be
    resumed by the other. Documents are read and parts are written where the client is, so the cluster needs no common
    disk, only diplocorpus installed. A part whose worker dies is done by another worker; where several die on it, its
    documents are tried one by one, and those that kill again are among the run's `failures`.

    Raises MissingExtraError where the extra `cluster` is not installed, RunExistsError and RunMismatchError as
    `analyze_to_folder` does.
    """
    load_extra("distributed", "cluster")
    run = open_run(folder, analyzer or default_analyzer(), resume=resume, part_size=part_size)
    sent = None if analyzer is None else dumps(analyzer)
    documents = run.remaining(iter_documents(source, on_error=on_error))
    parts = iter(lambda: list(islice(documents, part_size)), [])
    with progress_bar(None, shown=progress) as advance:
        for number, table in enumerate(_analyzed(client, parts, sent), len(run.parts)):
            run.write(number, table)
            advance(table.num_rows)
    run.finish()
    return run


def _analyzed(client: Client, parts: Iterator[list[Document]], analyzer: bytes | None) -> Iterator[pa.Table]:
    """Yield the rows of each part, in order; a bounded number of parts is in the cluster's hands."""
    pending: deque[tuple[list[Document], Any]] = deque()
    while True:
        threads: dict[str, int] = client.nthreads()  # type: ignore[no-untyped-call]
        reach = _AHEAD * max(1, sum(threads.values()))
        for part in islice(parts, max(0, reach - len(pending))):
            pending.append((part, client.submit(_analyze_part, part, analyzer, pure=False)))
        if not pending:
            return
        part, future = pending.popleft()
        yield _result(client, part, future, analyzer)


def _result(client: Client, part: list[Document], future: Any, analyzer: bytes | None) -> pa.Table:
    killed = load_extra("distributed", "cluster").scheduler.KilledWorker
    try:
        return future.result()
    except killed:
        if len(part) == 1:
            return result_table([(part[0], WorkerDiedError(part[0].id, -9))])
    tables = [_result(client, [one], client.submit(_analyze_part, [one], analyzer, pure=False), analyzer) for one in part]
    return load_extra("pyarrow", "parquet").concat_tables(tables)
