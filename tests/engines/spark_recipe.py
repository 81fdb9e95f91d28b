"""Spark: read Parquet, analyse each batch, write Parquet. `nox -s spark` runs it, and kills a worker on the way."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from diplocorpus import analyze_batch


def analyze_with_spark(source: str, target: str, analyze: Callable[[Any], Any] = analyze_batch, master: str = "local[2,4]") -> None:
    """Analyse a folder of Parquet files into another; a task is tried four times, so that a worker may die."""
    from pyspark.sql import SparkSession

    def analyzed(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            yield from analyze(batch).to_batches()

    spark = SparkSession.builder.master(master).getOrCreate()
    schema = "id string, document_sha256 string, analysis string, error string"
    spark.read.parquet(source).mapInArrow(analyzed, schema).write.parquet(target)


def _check(source: str, target: str) -> int:
    """Run the recipe with a worker that kills itself once; tell whether the rows are those of a plain loop."""
    import pyarrow.parquet as pq

    died = Path(target).with_name("died")

    def once_fatal(batch: Any) -> Any:
        if not died.exists():
            died.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return analyze_batch(batch)

    analyze_with_spark(source, target, once_fatal)
    found = pq.read_table(target).sort_by("id")
    expected = analyze_batch(pq.read_table(source)).sort_by("id")
    same = died.exists() and found.to_pylist() == expected.to_pylist()
    sys.stdout.write(f"{found.num_rows} rows, a worker was killed, {'the same as' if same else 'OTHER THAN'} those of a plain loop\n")
    return 0 if same else 1


if __name__ == "__main__":
    raise SystemExit(_check(*sys.argv[1:3]))
