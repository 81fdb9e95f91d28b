"""Spark: read Parquet, analyse each batch, write Parquet. `nox -s spark` runs it over the folder that it is given."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any


def analyze_with_spark(source: str, target: str, master: str = "local[2,4]") -> int:
    """Analyse a folder of Parquet files into another; a task is tried four times, so that a worker may die."""
    from pyspark.sql import SparkSession

    def analyzed(batches: Iterator[Any]) -> Iterator[Any]:
        from diplocorpus import analyze_batch

        for batch in batches:
            yield from analyze_batch(batch).to_batches()

    spark = SparkSession.builder.master(master).getOrCreate()
    schema = "id string, document_sha256 string, analysis string, error string"
    spark.read.parquet(source).mapInArrow(analyzed, schema).write.parquet(target)
    return int(spark.read.parquet(target).count())


if __name__ == "__main__":
    sys.stdout.write(f"{analyze_with_spark(*sys.argv[1:3])} rows\n")
