"""Collections of documents: files in, documents out, analyses on demand."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, overload

from diplocorpus.analyzer import Analyzer, default_analyzer
from diplocorpus.errors import CorpusError, CorpusReadError, DocumentFormatError, DuplicateDocumentError
from diplocorpus.models.analysis import Analysis
from diplocorpus.models.documents import Document
from diplocorpus.reading.dating import describe
from diplocorpus.reading.files import iter_sources, read_file

OnError = Literal["raise", "skip", "collect"]
Loadable = str | Path | Iterable[str | Path | Document | Mapping[str, Any]]


class Corpus(Sequence[Document]):
    """An immutable sequence of documents with unique ids.

    `corpus[0]` gives a document by position, `corpus["id"]` by id. `errors` holds an error for each source that could
    not be read, where it was loaded with `on_error="collect"`.
    """

    def __init__(self, documents: Iterable[Document], errors: Iterable[CorpusError] = ()) -> None:
        self._documents = tuple(documents)
        self.errors = tuple(errors)
        self._by_id: dict[str, Document] = {}
        for document in self._documents:
            other = self._by_id.setdefault(document.id, document)
            if other is not document:
                raise DuplicateDocumentError(document.id, other.provenance.path or "a document", document.provenance.path or "a document")

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

    def analyze(self, *, analyzer: Analyzer | None = None) -> tuple[Analysis, ...]:
        """Return the analysis of each document, in order."""
        chosen = analyzer or default_analyzer()
        return tuple(chosen.analyze(document) for document in self)


def load_corpus(
    source: Loadable,
    *,
    pattern: str = "**/*",
    encoding: str | None = None,
    publisher: str | None = None,
    on_error: OnError = "raise",
    ids: Literal["stem", "path"] = "stem",
) -> Corpus:
    """Read documents from a file, a folder, a glob, a list of those, or an iterable of documents or mappings.

    Documents come in order of path; their ids are the files' stems, or with `ids="path"` their paths below the folder.
    A folder is searched with `pattern`. `on_error` decides about files that cannot be read: `raise` (one error, or a
    CorpusReadError that holds all), `skip`, or `collect` them in `Corpus.errors`.

    Raises DocumentNotFoundError where nothing is there, DocumentFormatError where a file is no text,
    DuplicateDocumentError where two files have one id.
    """
    documents: list[Document] = []
    errors: list[CorpusError] = []
    for load in _loads(source, pattern, encoding, publisher, ids):
        try:
            documents.extend(load())
        except CorpusError as error:
            errors.append(error)
    if errors and on_error == "raise":
        raise errors[0] if len(errors) == 1 else CorpusReadError(f"{len(errors)} sources could not be read", errors)
    return Corpus(documents, errors if on_error == "collect" else ())


def _loads(source: Loadable, pattern: str, encoding: str | None, publisher: str | None, ids: str) -> Iterator[Callable[[], list[Document]]]:
    """Yield a loader for each single source, so that one that fails leaves the others be."""
    items: list[Any] = [source] if isinstance(source, (str, os.PathLike)) else list(source)
    for number, item in enumerate(items):
        if isinstance(item, Document):
            yield lambda item=item: [describe(item)]  # type: ignore[misc]
        elif isinstance(item, Mapping):
            yield lambda item=item, number=number: [_from_mapping(item, number)]  # type: ignore[misc]
        else:
            yield from _file_loads(item, pattern, encoding, publisher, ids)


def _file_loads(
    item: str | Path, pattern: str, encoding: str | None, publisher: str | None, ids: str
) -> Iterator[Callable[[], list[Document]]]:
    try:
        found = list(iter_sources([item], pattern))
    except CorpusError as error:

        def fail(error: CorpusError = error) -> list[Document]:
            raise error

        yield fail
        return
    for path, base in found:
        name = path.stem if ids == "stem" else path.relative_to(base).as_posix()
        yield lambda path=path, name=name: [read_file(path, document_id=name, encoding=encoding, publisher=publisher)]  # type: ignore[misc]


def _from_mapping(row: Mapping[str, Any], number: int) -> Document:
    """Make a document of a mapping with `text`, and `id` (its position else); unknown keys go to `metadata`."""
    text = row.get("text")
    if not isinstance(text, str):
        raise DocumentFormatError(f"row {number}", "no text under the key 'text'", "give each mapping a str under 'text'")
    known = {key: row[key] for key in ("title", "date", "publisher", "published", "language") if row.get(key) is not None}
    rest = {key: value for key, value in row.items() if key not in known and key not in ("text", "id")}
    return describe(Document(id=str(row.get("id", number)), text=text, metadata=rest, **known))
