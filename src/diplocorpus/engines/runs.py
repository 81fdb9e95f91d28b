"""Results in a folder that a run can be killed over at any moment and go on from.

A run is a folder with `manifest.json` and Parquet parts of a fixed number of documents. Each file appears whole or not
at all, so what stands there is right, and what is missing is done by the next attempt.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import ValidationError
from pydantic_core import from_json

from diplocorpus.analyzer import Analyzer, default_analyzer
from diplocorpus.corpus import Loadable, iter_documents
from diplocorpus.engines.batches import fingerprint, result_table
from diplocorpus.errors import CorpusError, RunExistsError, RunMismatchError
from diplocorpus.extras import load_extra
from diplocorpus.models.analysis import Analysis
from diplocorpus.models.documents import Document
from diplocorpus.models.spans import Frozen
from diplocorpus.streaming.progress import progress_bar
from diplocorpus.streaming.stream import outcomes
from diplocorpus.writing import whole_file

if TYPE_CHECKING:
    import pyarrow as pa

MANIFEST = "manifest.json"
PART_SIZE = 1000


class Manifest(Frozen):
    """What the results of a run depend on: `rules` as in the provenance of an analysis, with a hash of all phrases.

    `complete` is true once all documents are done; `documents` and `failed` are known then.
    """

    format: Literal[1] = 1
    rules: Mapping[str, Any]
    part_size: int
    complete: bool = False
    documents: int | None = None
    failed: int | None = None


class Run:
    """The results in a folder: iterate over them for the analyses, in order."""

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        """Open a folder of results.

        Raises RunMismatchError where it holds none that this version can read.
        """
        self.folder = Path(folder)
        try:
            text = (self.folder / MANIFEST).read_text(encoding="utf-8")
            self.manifest = Manifest.model_validate_json(text)
        except FileNotFoundError as error:
            raise RunMismatchError(folder, "no manifest.json is here") from error
        except ValidationError as error:
            raise RunMismatchError(folder, f"its manifest cannot be read: {error.errors()[0]['msg']}") from error

    @property
    def parts(self) -> tuple[Path, ...]:
        """The Parquet files, in order, up to the first that is missing."""
        found: list[Path] = []
        while (part := self.part(len(found))).exists():
            found.append(part)
        return tuple(found)

    def part(self, number: int) -> Path:
        """Return the path of a part."""
        return self.folder / f"part-{number:06}.parquet"

    def rows(self, *columns: str) -> Iterator[dict[str, str | None]]:
        """Yield the rows of all parts: `id`, `document_sha256`, `analysis` and `error`, or only the columns that are named."""
        parquet = load_extra("pyarrow.parquet", "parquet")
        for part in self.parts:
            yield from parquet.read_table(str(part), columns=list(columns) or None).to_pylist()

    def __iter__(self) -> Iterator[Analysis]:
        for row in self.rows("analysis"):
            if row["analysis"] is not None:
                yield Analysis.model_validate_json(row["analysis"])

    @property
    def failures(self) -> dict[str, str]:
        """Why each document that could not be analysed was not, by id."""
        return {str(row["id"]): row["error"] for row in self.rows("id", "error") if row["error"] is not None}

    def write(self, number: int, table: pa.Table) -> None:
        """Write a part, whole or not at all."""
        with whole_file(self.part(number)) as partial:
            load_extra("pyarrow.parquet", "parquet").write_table(table, str(partial), compression="zstd")

    def remaining(self, documents: Iterator[Document]) -> Iterator[Document]:
        """Yield the documents that are not done yet, after those that are have been compared with the parts.

        Raises RunMismatchError where they are not the same.
        """
        for number, row in enumerate(self.rows("id", "document_sha256"), 1):
            document = next(documents, None)
            if document is None or (document.id, fingerprint(document)) != (row["id"], row["document_sha256"]):
                what = "is missing" if document is None else "has changed" if document.id == row["id"] else f"is {document.id!r}"
                raise RunMismatchError(self.folder, f"document {number} was {row['id']!r} and {what} now")
        yield from documents

    def finish(self) -> None:
        """Say in the manifest that all is done, with the numbers of documents and failures."""
        errors = [row["error"] for row in self.rows("error")]
        failed = sum(error is not None for error in errors)
        self.manifest = self.manifest.model_copy(update={"complete": True, "documents": len(errors), "failed": failed})
        _write_manifest(self.folder, self.manifest)

    def __repr__(self) -> str:
        return f"Run({str(self.folder)!r}: {len(self.parts)} parts, {'complete' if self.manifest.complete else 'not complete'})"


def open_run(folder: str | os.PathLike[str], analyzer: Analyzer, *, resume: bool, part_size: int) -> Run:
    """Begin a run in a folder, or go on with the one that is there.

    Raises RunExistsError where there is one and it is not to be resumed, RunMismatchError where it was made with other
    rules or versions.
    """
    path = Path(folder)
    wanted = Manifest(rules=_rules(analyzer), part_size=part_size)
    if not (path / MANIFEST).exists():
        path.mkdir(parents=True, exist_ok=True)
        _write_manifest(path, wanted)
        return Run(path)
    if not resume:
        raise RunExistsError(folder)
    run = Run(path)
    if run.manifest.part_size != part_size:
        raise RunMismatchError(folder, f"its parts hold {run.manifest.part_size} documents, not {part_size}")
    known = from_json(wanted.model_dump_json())["rules"]
    changed = [name for name in {**run.manifest.rules, **known} if run.manifest.rules.get(name) != known.get(name)]
    if changed:
        raise RunMismatchError(folder, f"{', '.join(changed)} changed since its first part was written")
    for leftover in path.glob(".*.parquet.*"):
        leftover.unlink()
    return run


def _rules(analyzer: Analyzer) -> dict[str, Any]:
    phrases = "\n".join(item.model_dump_json(by_alias=True) for item in (*analyzer.packs.packs, *analyzer.packs.layouts))
    known = analyzer.provenance(Document(id="rules", text="")).model_dump(exclude={"source_sha256"})
    return {**known, "phrases_sha256": hashlib.sha256(phrases.encode()).hexdigest()}


def _write_manifest(folder: Path, manifest: Manifest) -> None:
    with whole_file(folder / MANIFEST) as partial:
        partial.write_text(manifest.model_dump_json(indent=1) + "\n", encoding="utf-8")


def analyze_to_folder(
    source: Loadable,
    folder: str | os.PathLike[str],
    *,
    resume: bool = False,
    workers: int = 1,
    analyzer: Analyzer | None = None,
    part_size: int = PART_SIZE,
    on_error: Literal["raise", "skip"] | Callable[[CorpusError], object] = "raise",
    progress: bool = False,
) -> Run:
    """Analyse documents into a folder of Parquet parts; killed at any moment and started again with `resume`, it goes on.

    `source` and `on_error` are those of `iter_documents`, `workers` those of `analyze_stream`; `part_size` is the number
    of documents that are written, and at worst done again, together. A document that cannot be analysed is not lost: the
    run names it under `failures`. What a killed run and its resumption give is what one run gives.

    Raises RunExistsError where the folder holds results and `resume` is not set, RunMismatchError where it is and the
    rules, the versions or the documents are not those of the first attempt.
    """
    analyzer = analyzer or default_analyzer()
    run = open_run(folder, analyzer, resume=resume, part_size=part_size)
    number = len(run.parts)
    documents = run.remaining(iter_documents(source, on_error=on_error))
    with closing(outcomes(documents, workers=workers, analyzer=analyzer)) as found, progress_bar(None, shown=progress) as advance:
        while part := list(islice(found, part_size)):
            run.write(number, result_table(part))
            number += 1
            advance(len(part))
    run.finish()
    return run
