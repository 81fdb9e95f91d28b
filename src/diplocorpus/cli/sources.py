"""The documents and analyses that a command works on: options that say where they are, errors counted on the way."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import attrs
import typer

from diplocorpus.cli.console import complain, refuse
from diplocorpus.errors import CorpusError, DocumentNotFoundError, DuplicateDocumentError, ExtractionError

if TYPE_CHECKING:
    from diplocorpus.analyses import CorpusAnalysis
    from diplocorpus.analyzer import Analyzer
    from diplocorpus.models.analysis import Analysis
    from diplocorpus.models.documents import Document

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Files, folders, globs, archives or addresses of readouts, or what `analyze` wrote (.jsonl, or the folder of --resume).",
        show_default=False,
    ),
]
Encoding = Annotated[str | None, typer.Option(help="Encoding of the files; found by itself if left out.")]
InputFormat = Annotated[str | None, typer.Option(help="Format of the files (text, html, csv, jsonl ...); found by itself if left out.")]
Columns = Annotated[list[str] | None, typer.Option("--column", help="Which column holds what, as text=article; may be repeated.")]


class IdsOf(StrEnum):
    """What the ids of documents are made of: the files' names, or their paths below the folder."""

    STEM = "stem"
    PATH = "path"


Ids = Annotated[IdsOf, typer.Option(help="What ids of documents are made of: file names, or paths where folders hold files of one name.")]
Packs = Annotated[list[str] | None, typer.Option("--pack", help="Pattern pack or publisher's layout to add; may be repeated.")]
Extractors = Annotated[list[str] | None, typer.Option("--extractor", help="Extractor to add, by name; may be repeated.")]
Workers = Annotated[int, typer.Option(min=1, help="Processes to analyse with.")]
Text = Annotated[bool, typer.Option("--text/--no-text", help="Quote the documents, or leave their words out.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="File to write; standard output if left out.")]


MANIFEST = "manifest.json"
"""The file by which a folder of results is known."""


@attrs.define
class Run:
    """Analyses documents one after the other, says on standard error what failed, and counts it."""

    paths: list[str]
    encoding: str | None = None
    input_format: str | None = None
    columns: list[str] | None = None
    packs: list[str] | None = None
    extractors: list[str] | None = None
    workers: int = 1
    ids: IdsOf = IdsOf.STEM
    done: int = 0
    failed: int = 0

    def analyses(self) -> Iterator[Analysis]:
        """Yield the analyses, in order; those that were read are given as they are.

        Ends with the status of wrong usage where there is nothing at a path or an option makes no sense.
        """
        from diplocorpus.streaming.stream import analyze_stream

        ready = [path for path in self.paths if _is_analysed(path)]
        documents = self._documents([path for path in self.paths if path not in ready])
        analyzer = self._analyzer  # a wrong option ends it before anything is written
        for path in ready:
            yield from self._counted(_read(path))
        if documents is not None:
            stream = analyze_stream(documents, workers=self.workers, analyzer=analyzer, on_error=self._fail, progress=sys.stderr.isatty())
            yield from self._counted(stream)

    def corpus(self) -> CorpusAnalysis:
        """Return all analyses, with a table of each extractor that was named."""
        from diplocorpus.analyses import CorpusAnalysis

        return CorpusAnalysis(self.analyses(), self._analyzer.extensions if self._analyzer else {})

    def resume(self, folder: Path) -> None:
        """Analyse into a folder of parts, after those that are there; documents that fail are among its rows."""
        from diplocorpus.engines.runs import analyze_to_folder

        found = analyze_to_folder(
            self._documents(self.paths) or (),
            folder,
            resume=True,
            workers=self.workers,
            analyzer=self._analyzer,
            on_error=self._fail,
            progress=sys.stderr.isatty(),
        )
        self.done = (found.manifest.documents or 0) - (found.manifest.failed or 0)
        for reason in found.failures.values():
            self.failed += 1
            complain(reason)

    def finish(self) -> None:
        """End with status 1 where a document failed."""
        if self.failed:
            complain(f"{self.failed} of {self.done + self.failed} documents failed, the others are written")
            raise typer.Exit(1)

    def _counted(self, analyses: Iterable[Analysis]) -> Iterator[Analysis]:
        for analysis in analyses:
            self.done += 1
            yield analysis

    def _fail(self, error: CorpusError | ExtractionError) -> None:
        self.failed += 1
        complain(error)

    def _documents(self, paths: list[str]) -> Iterator[Document] | None:
        from diplocorpus.corpus import iter_documents
        from diplocorpus.reading.finding import find

        missing = [first for path in paths if isinstance(first := next(find(path), None), DocumentNotFoundError)]
        if missing:
            refuse("\ndiplocorpus: ".join(map(str, missing)))
        if not paths:
            return None
        pairs = dict(_pair(column) for column in self.columns or ())
        try:
            found = iter_documents(
                paths, encoding=self.encoding, format=self.input_format, columns=pairs, ids=self.ids.value, on_error=self._fail
            )
        except ValueError as error:
            refuse(error, error)
        return self._told_apart(found)

    def _told_apart(self, documents: Iterable[Document]) -> Iterator[Document]:
        """Yield the documents but those whose id another one has."""
        from diplocorpus.corpus import place_of

        places: dict[str, str] = {}
        for document in documents:
            place = place_of(document)
            if document.id in places:
                self._fail(DuplicateDocumentError(document.id, places[document.id], place))
            else:
                places[document.id] = place
                yield document

    @cached_property
    def _analyzer(self) -> Analyzer | None:
        from diplocorpus.analyzer import Analyzer
        from diplocorpus.errors import PatternError, PluginError
        from diplocorpus.plugins import default_extractors

        if not self.packs and not self.extractors:
            return None
        try:
            return Analyzer([*default_extractors(), *(self.extractors or ())], packs=self.packs or ())
        except (PatternError, PluginError, DocumentNotFoundError) as error:
            refuse(error, error)


def _pair(column: str) -> tuple[str, str]:
    field, equals, name = column.partition("=")
    if not equals or not name:
        refuse(f"--column {column!r} does not say which column holds what; write it as text=article")
    return field.strip(), name


def _is_analysed(path: str) -> bool:
    """Tell whether a file holds analyses in the wire format, by its first characters, or a folder a run's results."""
    file = Path(path)
    if file.is_dir():
        return (file / MANIFEST).is_file()
    if file.suffix != ".jsonl" or not file.is_file():
        return False
    with file.open("rb") as lines:
        return lines.read(17) == b'{"schema_version"'


def _read(path: str) -> Iterable[Analysis]:
    from diplocorpus.analyses import load_analyses
    from diplocorpus.engines import runs

    if Path(path).is_dir():
        return runs.Run(path)

    return load_analyses(path)
