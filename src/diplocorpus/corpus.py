"""Collections of documents: files in, documents out, analyses on demand."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any, Literal, overload

from diplocorpus.analyses import CorpusAnalysis
from diplocorpus.analyzer import Analyzer
from diplocorpus.errors import CorpusError, CorpusReadError, DuplicateDocumentError
from diplocorpus.models.documents import Document
from diplocorpus.reading.duplicates import group, told
from diplocorpus.reading.files import Ids, Options
from diplocorpus.reading.formats import FORMATS
from diplocorpus.reading.limits import Limits
from diplocorpus.reading.rows import known_columns
from diplocorpus.reading.saving import write_jsonl, write_parquet
from diplocorpus.reading.sources import read_sources
from diplocorpus.results.merging import MergedMeeting
from diplocorpus.results.table import Table
from diplocorpus.streaming.stream import OnFailure, analyze_stream

SAMPLE = "sample"
"""The name of a corpus that the package brings: invented readouts in the manner of several publishers."""

OnError = Literal["raise", "skip", "collect"]
Loadable = str | os.PathLike[str] | Document | Mapping[str, Any] | Iterable[Any]
"""A path, folder, glob or address, a frame or data set, or an iterable of paths, mappings and documents."""


class Corpus(Sequence[Document]):
    """An immutable sequence of documents with unique ids.

    `corpus[0]` gives a document by position, `corpus["id"]` by id. `errors` holds an error for each source that could
    not be read, where it was loaded with `on_error="collect"`: `error.path`, `error.row`, `error.reason`.
    """

    def __init__(self, documents: Iterable[Document], errors: Iterable[CorpusError] = ()) -> None:
        self._documents = tuple(documents)
        self.errors = tuple(errors)
        self._by_id: dict[str, Document] = {}
        for document in self._documents:
            other = self._by_id.setdefault(document.id, document)
            if other is not document:
                raise _clash(other, document)

    @overload
    def __getitem__(self, key: int | str) -> Document: ...
    @overload
    def __getitem__(self, key: slice) -> Corpus: ...
    def __getitem__(self, key: int | str | slice) -> Document | Corpus:
        """Return a document by position or id, or a corpus of a slice.

        Raises IndexError or KeyError where there is none.
        """
        if isinstance(key, str):
            return self._by_id[key]
        if isinstance(key, slice):
            return Corpus(self._documents[key])
        return self._documents[key]

    def __len__(self) -> int:
        return len(self._documents)

    def __iter__(self) -> Iterator[Document]:
        return iter(self._documents)

    def __contains__(self, item: object) -> bool:
        return item in self._by_id if isinstance(item, str) else item in self._documents

    def __repr__(self) -> str:
        failed = f", {len(self.errors)} errors" if self.errors else ""
        return f"Corpus({len(self)} documents{failed})"

    def filter(self, predicate: Callable[[Document], bool]) -> Corpus:
        """Return a corpus of the documents for which `predicate` is true."""
        return Corpus(document for document in self if predicate(document))

    def duplicates(self, *, threshold: float = 0.8) -> tuple[tuple[Document, ...], ...]:
        """Return the groups of two or more documents that tell of one event in nearly the same words.

        `threshold` is the share of four-word sequences that two texts must have in common below their heads. Names,
        numbers and dates must agree as well, and of texts under 60 words also the title and every word: two calls that
        are told in the same line on different days stay two.
        """
        return tuple(tuple(self._documents[place] for place in places) for places in group(self._documents, threshold) if len(places) > 1)

    def deduplicate(self, *, threshold: float = 0.8) -> Corpus:
        """Return a corpus with the first document of each group of `duplicates`.

        What is known of the others (id, title, dates, publisher, provenance) is kept under `metadata["duplicates"]`.
        """
        kept = []
        for first, *others in group(self._documents, threshold):
            document = self._documents[first]
            if others:
                known = [*document.metadata.get("duplicates", ()), *(told(self._documents[place]) for place in others)]
                document = document.model_copy(update={"metadata": {**document.metadata, "duplicates": known}})
            kept.append(document)
        return Corpus(kept, self.errors)

    def to_jsonl(self, path: str | os.PathLike[str]) -> None:
        """Write a document a line; `load_corpus` reads the file back into equal documents.

        The file appears whole or not at all.
        """
        write_jsonl(self, path)

    def to_parquet(self, path: str | os.PathLike[str]) -> None:
        """Write a document a row; `load_corpus` reads the file back into equal documents.

        Raises MissingExtraError where the extra `parquet` is not installed.
        """
        write_parquet(self, path)

    def analyze(
        self, *, analyzer: Analyzer | None = None, workers: int = 1, progress: bool = False, on_error: OnFailure = "raise"
    ) -> CorpusAnalysis:
        """Return the analysis of each document, in order; those in other languages than English are empty, with a warning.

        The arguments, and the errors, are those of `analyze_stream`.
        """
        found = analyze_stream(self, workers=workers, analyzer=analyzer, on_error=on_error, progress=progress)
        return CorpusAnalysis(found, {} if analyzer is None else analyzer.extensions)

    def meetings(self, *, analyzer: Analyzer | None = None, workers: int = 1, progress: bool = False) -> Table[MergedMeeting]:
        """Return a row for each meeting that the documents report, reports of one meeting merged and every source kept.

        It is `analyze(...).merged_meetings()`; keep the analyses where you need more than that.
        """
        return self.analyze(analyzer=analyzer, workers=workers, progress=progress).merged_meetings()


def iter_documents(
    source: Loadable,
    *,
    pattern: str = "**/*",
    format: str | None = None,  # noqa: A002 - the word that pandas users know
    encoding: str | None = None,
    columns: Mapping[str, str | Iterable[str]] | None = None,
    publisher: str | None = None,
    language: str | None = None,
    ids: Ids = "stem",
    limits: Limits | None = None,
    on_error: Literal["raise", "skip"] | Callable[[CorpusError], object] = "raise",
) -> Iterator[Document]:
    """Yield the documents that `load_corpus` would load, one in memory at a time; ids are not compared.

    `on_error` may be a function: it is called with each error, and reading goes on. All other arguments are those of
    `load_corpus`.
    """
    options = _options(pattern, format, encoding, columns, publisher, language, ids, limits)
    return _documents(read_sources(_sampled(source), options), on_error)


def _documents(results: Iterable[Document | CorpusError], on_error: object) -> Iterator[Document]:
    for result in results:
        if isinstance(result, Document):
            yield result
        elif callable(on_error):
            on_error(result)
        elif on_error == "raise":
            raise result


def load_corpus(
    source: Loadable,
    *,
    pattern: str = "**/*",
    format: str | None = None,  # noqa: A002 - the word that pandas users know
    encoding: str | None = None,
    columns: Mapping[str, str | Iterable[str]] | None = None,
    publisher: str | None = None,
    language: str | None = None,
    ids: Ids = "stem",
    limits: Limits | None = None,
    on_error: OnError = "raise",
) -> Corpus:
    """Read documents from files in many formats, folders, archives, addresses, tables, data sets, mappings.

    `source` is a path, folder, glob or address, a list of those, a pandas, polars or Arrow table, a data set, or an
    iterable of mappings or documents; `"sample"` is a small corpus of invented readouts that the package brings, where
    nothing else has that name. Documents come in order of path. The keywords:

    `pattern` (`"**/*"`)
        what a folder is searched for.
    `format` (found from content and name)
        text, markdown, html, json, jsonl, csv, tsv, parquet, feed, pdf, docx.
    `encoding` (byte order mark, UTF-8, else guessed)
        the encoding of all files.
    `columns`
        which column or key holds `text`, `title`, `date`, `url`, `id`, `publisher`, `language`, where the usual names do
        not: `columns={"text": "article"}`. What is not mapped goes to `metadata`.
    `publisher`, `language`
        set for all documents.
    `ids` (`"stem"`)
        `"path"` makes ids of paths below the folder. Rows take theirs from the id column, else `stem-row`.
    `limits`
        a changed `diplocorpus.reading.limits.Limits`.

    `on_error` decides about what cannot be read: `raise` (the error, or a CorpusReadError that holds all), `skip`, or
    `collect` in `Corpus.errors`.

    Raises DocumentNotFoundError where nothing is there, DocumentFormatError where a file or row gives no document,
    ReadLimitError where it is too large, MissingExtraError where its format needs a library, DuplicateDocumentError
    where two documents have one id.
    """
    if on_error not in ("raise", "skip", "collect"):
        raise ValueError(f"on_error is 'raise', 'skip' or 'collect', not {on_error!r}")
    options = _options(pattern, format, encoding, columns, publisher, language, ids, limits)
    documents: dict[str, Document] = {}
    errors: list[CorpusError] = []
    for result in read_sources(_sampled(source), options):
        if isinstance(result, CorpusError):
            errors.append(result)
        elif (other := documents.setdefault(result.id, result)) is not result:
            errors.append(_clash(other, result))
    if errors and on_error == "raise":
        raise errors[0] if len(errors) == 1 else CorpusReadError(f"{len(errors)} sources could not be read", errors)
    return Corpus(documents.values(), errors if on_error == "collect" else ())


def _sampled(source: Loadable) -> Loadable:
    """Return the folder of the package's sample in place of its name, unless something of that name is there."""
    if isinstance(source, str) and source == SAMPLE and not os.path.exists(SAMPLE):
        return str(files("diplocorpus") / "sample")
    return source


def _options(
    pattern: str,
    format: str | None,  # noqa: A002
    encoding: str | None,
    columns: Mapping[str, str | Iterable[str]] | None,
    publisher: str | None,
    language: str | None,
    ids: Ids,
    limits: Limits | None,
) -> Options:
    """Return the arguments as the readers take them.

    Raises ValueError where one is not what can be chosen.
    """
    if format is not None and format not in FORMATS:
        raise ValueError(f"format {format!r} is not read; choose one of {', '.join(FORMATS)}")
    if ids not in ("stem", "path"):
        raise ValueError(f"ids is 'stem' or 'path', not {ids!r}")
    return Options(
        pattern=pattern,
        format=format,
        encoding=encoding,
        columns=known_columns(columns),
        publisher=publisher,
        language=language,
        ids=ids,
        limits=limits or Limits(),
    )


def _clash(first: Document, second: Document) -> DuplicateDocumentError:
    return DuplicateDocumentError(second.id, place_of(first), place_of(second))


def place_of(document: Document) -> str:
    """Return where a document comes from as messages name it."""
    source = document.provenance
    path = f"{source.path or 'a document'}{'!' + source.member if source.member else ''}"
    return path if source.row is None else f"{path}, row {source.row}"
