"""Every exception and warning that diplocorpus raises.

::

    DiplocorpusError
        CorpusError
            DocumentNotFoundError       (also FileNotFoundError)
            DocumentFormatError
            DuplicateDocumentError
            CorpusReadError             (also ExceptionGroup)
        PatternError
            PatternFormatError
            PatternConflictError
        PluginError
            UnknownExtractorError
            PluginLoadError
            ExtractorCycleError
            ExtractorConflictError
        ExtractionError
            ExtractorFailedError
        EvaluationError
            GoldFormatError
            PredictionFormatError
            TextMismatchError
    DiplocorpusWarning                  (UserWarning)
    DiplocorpusDeprecationWarning       (DeprecationWarning)

A message says what happened, where, and what to do; the same facts are attributes. Not finding something is
not an error: an unknown state or a missing dateline gives fewer records.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Self


class DiplocorpusError(Exception):
    """Base of every error that diplocorpus raises on purpose."""


class CorpusError(DiplocorpusError):
    """A source of documents could not be read."""


class DocumentNotFoundError(CorpusError, FileNotFoundError):
    """Nothing stands at a path, or a folder or glob holds no file that can be read."""

    def __init__(self, source: str | Path, reason: str = "no such file or folder") -> None:
        self.source = str(source)
        self.reason = reason
        super().__init__(f"{self.source}: {reason}; check the path (it is taken from the current folder)")


class DocumentFormatError(CorpusError):
    """A file is there but is not text that can be read."""

    def __init__(self, source: str | Path, reason: str, remedy: str) -> None:
        self.source = str(source)
        self.reason = reason
        self.remedy = remedy
        super().__init__(f"{self.source}: {reason}; {remedy}")


class DuplicateDocumentError(CorpusError):
    """Two documents of one corpus have the same id."""

    def __init__(self, document_id: str, first: str, second: str) -> None:
        self.document_id = document_id
        self.first = first
        self.second = second
        super().__init__(
            f"two documents have the id {document_id!r}: {first} and {second}; "
            'rename one, or load with ids="path" so that ids keep the folder'
        )


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
        where = f"{self.path}: {location}" if location else self.path
        super().__init__(f"{where}: {reason}; see the page on pattern packs for what an entry may say")


class PatternConflictError(PatternError):
    """Two patterns claim the same id, or the same phrase for different labels."""

    def __init__(self, what: str, first: str, second: str) -> None:
        self.what = what
        self.first = first
        self.second = second
        super().__init__(f"{what} stands in both {first} and {second}; keep it in one of them")


class PluginError(DiplocorpusError):
    """An extractor cannot be used."""


class UnknownExtractorError(PluginError):
    """No extractor goes by a name."""

    def __init__(self, name: str, available: Iterable[str]) -> None:
        self.name = name
        self.available = tuple(sorted(available))
        super().__init__(f"no extractor is named {name!r}; available: {', '.join(self.available) or 'none'}")


class PluginLoadError(PluginError):
    """An extractor is installed but cannot be loaded."""

    def __init__(self, name: str, distribution: str, reason: str) -> None:
        self.name = name
        self.distribution = distribution
        self.reason = reason
        super().__init__(f"extractor {name!r} of {distribution} cannot be loaded: {reason}; reinstall or report to its author")


class ExtractorCycleError(PluginError):
    """Extractors need each other's records in a circle, or need records that none produces."""

    def __init__(self, names: Iterable[str], reason: str) -> None:
        self.names = tuple(names)
        self.reason = reason
        super().__init__(f"extractors cannot be ordered ({', '.join(self.names)}): {reason}; change what they require")


class ExtractorConflictError(PluginError):
    """Two extractors have the same name."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"two extractors are named {name!r}; a name must be unique, prefix yours with your project's")


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


class EvaluationError(DiplocorpusError):
    """Predictions cannot be scored against gold annotations."""


class GoldFormatError(EvaluationError):
    """A gold annotation is not well formed."""

    def __init__(self, path: str | Path, location: str, reason: str) -> None:
        self.path = str(path)
        self.location = location
        self.reason = reason
        where = f"{self.path}: {location}" if location else self.path
        super().__init__(f"{where}: {reason}; see the page on gold formats for what an annotation may say")


class PredictionFormatError(EvaluationError):
    """A prediction is not well formed."""

    def __init__(self, path: str | Path, location: str, reason: str) -> None:
        self.path = str(path)
        self.location = location
        self.reason = reason
        where = f"{self.path}: {location}" if location else self.path
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


class DiplocorpusWarning(UserWarning):
    """Something that a user should know but that stops nothing."""


class DiplocorpusDeprecationWarning(DeprecationWarning):
    """A name or argument that will go away."""
