"""Every exception and warning that diplocorpus raises.

::

    DiplocorpusError
        CorpusError
            DocumentNotFoundError       (also FileNotFoundError)
            DocumentFormatError
                DocumentEncodingError
            ReadLimitError
            MissingExtraError           (also ImportError)
            DuplicateDocumentError
            CorpusReadError             (also ExceptionGroup)
        PatternError
            PatternFormatError
            PatternConflictError
            TableFormatError
        PluginError
            UnknownExtractorError
            PluginLoadError
            ExtractorNeedError
            ExtractorCycleError
            ExtractorConflictError
        PipelineError
            PipelineNotFoundError
            PipelineUnfitError
        ExtractionError
            ExtractorFailedError
            WorkerDiedError
            WorkerStartError
        RunError
            RunExistsError
            RunMismatchError
        SchemaVersionError
        EvaluationError
            GoldFormatError
            PredictionFormatError
            TextMismatchError
        ResultFormatError
    DiplocorpusWarning                  (UserWarning)
    DiplocorpusDeprecationWarning       (DeprecationWarning)

A message says what happened, where, and what to do; the same facts are attributes. Not finding something is
not an error: an unknown state or a missing dateline gives fewer records.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Self


class DiplocorpusError(Exception):
    """Base of every error that diplocorpus raises on purpose; every one can be pickled."""

    def __reduce__(self) -> tuple[Callable[..., DiplocorpusError], tuple[object, ...]]:
        return _revived, (type(self), self.args, vars(self))


def _revived(kind: type[DiplocorpusError], args: tuple[object, ...], facts: Mapping[str, object]) -> DiplocorpusError:
    """Make a pickled error anew from its message and facts: constructors take facts only."""
    error = kind.__new__(kind, *args)
    error.args = args
    vars(error).update(facts)
    return error


class CorpusError(DiplocorpusError):
    """A source of documents could not be read.

    `path` says which (`archive.zip!member` within an archive), `row` the row of a table or line of a dump, counted
    from 1, `reason` why; each is None or "" where there is nothing to say.
    """

    path: str | None = None
    row: int | None = None
    reason: str = ""


class DocumentNotFoundError(CorpusError, FileNotFoundError):
    """Nothing stands at a path, or a folder or glob holds no file that can be read."""

    def __init__(self, source: str | Path, reason: str = "no such file or folder") -> None:
        self.source = self.path = str(source)
        self.reason = reason
        super().__init__(f"{self.source}: {reason}; check the path (it is taken from the current folder)")


class DocumentFormatError(CorpusError):
    """A file or row is there but is nothing that can be read as a document."""

    def __init__(self, source: str | Path, reason: str, remedy: str, *, row: int | None = None) -> None:
        self.source = self.path = str(source)
        self.reason = reason
        self.remedy = remedy
        if row is not None:
            self.row = row
        super().__init__(f"{_where(self.source, row)}: {reason}; {remedy}")


class DocumentEncodingError(DocumentFormatError):
    """Bytes are no text in the encoding that was named or found; `offset` is the first such byte, counted from 0."""

    def __init__(self, source: str | Path, encoding: str, offset: int, *, row: int | None = None) -> None:
        self.encoding = encoding
        self.offset = offset
        super().__init__(source, f"not {encoding} at byte {offset}", 'name the encoding with encoding="..."', row=row)


class ReadLimitError(CorpusError):
    """A source is larger than a limit allows, as an archive that unpacks without end is."""

    def __init__(self, source: str | Path, reason: str, limit: str, *, row: int | None = None) -> None:
        self.source = self.path = str(source)
        self.reason = reason
        self.limit = limit
        if row is not None:
            self.row = row
        super().__init__(f"{_where(self.source, row)}: {reason}; if it is to be read, raise the limit: limits=Limits({limit}=...)")


class MissingExtraError(CorpusError, ImportError):  # pyright: ignore[reportIncompatibleVariableOverride] - `path` is ours
    """Something, a file at `path` where one is, needs a library that is not installed; `extra` brings it."""

    def __init__(self, library: str, extra: str, source: str | None = None) -> None:
        self.library = library
        self.extra = extra
        self.reason = f"{library} is not installed"
        if source is not None:
            self.path = source
        super().__init__(f"{f'{source}: ' if source else ''}{self.reason}; install diplocorpus[{extra}]")


def _where(source: str, row: int | None = None, location: str = "") -> str:
    return source + ("" if row is None else f", row {row}") + (f": {location}" if location else "")


class DuplicateDocumentError(CorpusError):
    """Two documents of one corpus have the same id."""

    def __init__(self, document_id: str, first: str, second: str) -> None:
        self.document_id = document_id
        self.first = first
        self.second = self.path = second
        self.reason = f"two documents have the id {document_id!r}"
        super().__init__(f'{self.reason}: {first} and {second}; rename one, or load with ids="path" (--ids path)')


class CorpusReadError(CorpusError, ExceptionGroup[CorpusError]):
    """Some documents of a source could not be read; `exceptions` holds an error for each."""

    def __new__(cls, message: str, exceptions: Sequence[CorpusError]) -> Self:
        """Make the group."""
        return super().__new__(cls, message, exceptions)

    def derive(self, excs: Sequence[CorpusError]) -> CorpusReadError:  # type: ignore[override]
        """Return a group of some of the exceptions, as `split` needs it."""
        return CorpusReadError(self.message, excs)


class PatternError(DiplocorpusError):
    """A pattern pack cannot be used."""


class PatternFormatError(PatternError):
    """A pattern pack is not well formed."""

    def __init__(self, path: str | Path, location: str, reason: str) -> None:
        self.path = str(path)
        self.location = location
        self.reason = reason
        super().__init__(f"{_where(self.path, location=location)}: {reason}; see the page on pattern packs for what an entry may say")


class PatternConflictError(PatternError):
    """Two patterns claim the same id, or the same phrase for different labels."""

    def __init__(self, what: str, first: str, second: str) -> None:
        self.what = what
        self.first = first
        self.second = second
        super().__init__(f"{what} stands in both {first} and {second}; keep it in one of them")


class TableFormatError(PatternError):
    """A table of office-holders is not well formed; `row` is a line counted from 1, `field` a column, None where none is at fault."""

    def __init__(self, path: str | Path, row: int | None, field: str | None, reason: str) -> None:
        self.path = str(path)
        self.row = row
        self.field = field
        self.reason = reason
        where = _where(self.path, row) + (f", field {field!r}" if field else "")
        super().__init__(f"{where}: {reason}; see the page on office-holders for what a table may say")


class PluginError(DiplocorpusError):
    """An extractor cannot be used."""


class UnknownExtractorError(PluginError):
    """No extractor goes by a name."""

    def __init__(self, name: str, available: Iterable[str]) -> None:
        self.name = name
        self.available = tuple(sorted(available))
        super().__init__(f"no extractor is named {name!r}; available: {', '.join(self.available) or 'none'}")


class PluginLoadError(PluginError):
    """An extractor or pattern pack is installed but cannot be loaded; `what` says which of them it is."""

    def __init__(self, name: str, distribution: str, reason: str, what: str = "extractor") -> None:
        self.name = name
        self.distribution = distribution
        self.reason = reason
        self.what = what
        super().__init__(f"{what} {name!r} of {distribution} cannot be loaded: {reason}; reinstall or report to its author")


class ExtractorNeedError(PluginError):
    """An extractor needs records of a type that none produces, neither of those that were chosen nor of our own."""

    def __init__(self, name: str, needs: str) -> None:
        self.name = name
        self.needs = needs
        super().__init__(f"extractor {name!r} needs {needs}, which no extractor produces; choose one that does, too")


class ExtractorCycleError(PluginError):
    """Extractors need each other's records in a circle."""

    def __init__(self, names: Iterable[str], reason: str) -> None:
        self.names = tuple(names)
        self.reason = reason
        super().__init__(f"extractors cannot be ordered ({', '.join(self.names)}): {reason}; change what they require")


class ExtractorConflictError(PluginError):
    """Two extractors have the same name."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"two extractors are named {name!r}; a name must be unique, prefix yours with your project's")


class PipelineError(DiplocorpusError):
    """A spaCy pipeline cannot be used."""


class PipelineNotFoundError(PipelineError):
    """No pipeline of a name is installed, and no folder of that path holds one."""

    def __init__(self, name: str, available: Iterable[str]) -> None:
        self.name = name
        self.available = tuple(sorted(available))
        super().__init__(
            f"no spaCy pipeline {name!r}; install it (python -m spacy download {name}) or name one that is installed: "
            f"{', '.join(self.available) or 'there is none'}"
        )


class PipelineUnfitError(PipelineError):
    """A pipeline gives no parse of English."""

    def __init__(self, name: str, reason: str) -> None:
        self.name = name
        self.reason = reason
        super().__init__(f"the spaCy pipeline {name} {reason}; give a trained English one with tagger and parser")


class ExtractionError(DiplocorpusError):
    """A document could not be analysed."""


class ExtractorFailedError(ExtractionError):
    """An extractor raised, or yielded something that it did not promise."""

    def __init__(self, extractor: str, document_id: str, reason: str) -> None:
        self.extractor = extractor
        self.document_id = document_id
        self.reason = reason
        super().__init__(
            f"extractor {extractor!r} failed on document {document_id!r}: {reason}; "
            "leave it out of Analyzer(extractors=...) to go on without it"
        )


class WorkerDiedError(ExtractionError):
    """Two worker processes died on a document; `status` is the exit status of the second, negative where a signal ended it."""

    def __init__(self, document_id: str, status: int) -> None:
        self.document_id = document_id
        self.status = status
        super().__init__(
            f"two workers died on document {document_id!r} (exit status {status}) and it was passed over; "
            "analyse it by itself to see why: it may need more memory than there is"
        )


class WorkerStartError(ExtractionError):
    """A worker process cannot be started with an analyzer."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(
            f"no worker can be started: {reason}; put extractors into a module that can be imported (not the script that is run), "
            "or analyse with workers=1"
        )


class RunError(DiplocorpusError):
    """A folder of results cannot be written to or read."""


class RunExistsError(RunError):
    """A folder holds results already."""

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self.folder = os.fspath(folder)
        super().__init__(f"{self.folder}: results are here already; resume them (resume=True, --resume) or name another folder")


class RunMismatchError(RunError):
    """Results cannot be mixed with those of a folder, since rules, versions or documents are not the same."""

    def __init__(self, folder: str | os.PathLike[str], reason: str) -> None:
        self.folder = os.fspath(folder)
        self.reason = reason
        super().__init__(f"{self.folder}: {reason}; results of both would not compare, so start anew in another folder")


class SchemaVersionError(DiplocorpusError):
    """An analysis is written in a version of the wire format that this library does not read."""

    def __init__(self, version: int, current: int) -> None:
        self.version = version
        self.current = current
        super().__init__(
            f"the analysis is of version {version} of the wire format, this library reads up to {current}; "
            "install the version of diplocorpus that wrote it, or a later one"
        )


class EvaluationError(DiplocorpusError):
    """Predictions cannot be scored against gold annotations."""


class GoldFormatError(EvaluationError):
    """A gold annotation is not well formed."""

    def __init__(self, path: str | Path, location: str, reason: str) -> None:
        self.path = str(path)
        self.location = location
        self.reason = reason
        super().__init__(f"{_where(self.path, location=location)}: {reason}; see the page on gold formats for what an annotation may say")


class PredictionFormatError(EvaluationError):
    """A prediction is not well formed."""

    def __init__(self, path: str | Path, location: str, reason: str) -> None:
        self.path = str(path)
        self.location = location
        self.reason = reason
        where = _where(self.path, location=location)
        super().__init__(f"{where}: {reason}; write one analysis a line, each document once, as `diplocorpus analyze` does")


class TextMismatchError(EvaluationError):
    """A prediction was made on another text than the gold annotation."""

    def __init__(self, document_id: str, reason: str) -> None:
        self.document_id = document_id
        self.reason = reason
        super().__init__(
            f"document {document_id!r}: {reason}; offsets count the code points of the file as decoded, half open: "
            "analyse the very text that was annotated"
        )


class ResultFormatError(DiplocorpusError):
    """A file of analyses or a table cannot be read back; `row` is its line or row, counted from 1."""

    def __init__(self, path: str | Path, row: int, reason: str) -> None:
        self.path = str(path)
        self.row = row
        self.reason = reason
        super().__init__(f"{self.path}, row {row}: {reason}; read only what diplocorpus wrote, with its columns and fields as they were")


class DiplocorpusWarning(UserWarning):
    """Something that a user should know but that stops nothing."""


class DiplocorpusDeprecationWarning(DeprecationWarning):
    """A name or argument that will go away."""
