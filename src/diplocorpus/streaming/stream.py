"""Analyses of documents as they come: on one core or several, with progress, in bounded memory."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Generator, Iterable, Iterator, Sized
from contextlib import closing
from typing import Literal

from diplocorpus.analyzer import Analyzer, default_analyzer, passed_over, warn_of_passed_over
from diplocorpus.errors import DiplocorpusWarning, ExtractionError
from diplocorpus.models.analysis import Analysis
from diplocorpus.models.documents import Document
from diplocorpus.streaming.progress import progress_bar
from diplocorpus.streaming.worker import Outcome

OnFailure = Literal["raise", "skip"] | Callable[[ExtractionError], object]
"""What to do about a document that cannot be analysed: raise, pass over with a warning at the end, or call."""


def analyze_stream(
    documents: Iterable[Document],
    *,
    workers: int = 1,
    analyzer: Analyzer | None = None,
    on_error: OnFailure = "raise",
    progress: bool = False,
) -> Iterator[Analysis]:
    """Yield the analysis of each document, in order, whatever the number of workers; documents are read as they are needed.

    `workers` above 1 analyses in that many processes; they do not run the calling script again, so it needs no main
    guard, but extractors of one's own must stand in a module that can be imported. A document on which a worker dies
    (killed, out of memory) is tried once more; if that kills too it gives a WorkerDiedError and the others go on.

    `on_error` decides about documents that fail: `raise` (the default), `skip` with one warning at the end, or a function
    that is called with each ExtractionError. `progress` shows a bar with rate and time left on standard error.

    Raises ExtractorFailedError and WorkerDiedError where `on_error` is `raise`, WorkerStartError where no worker can be
    started.
    """
    if workers < 1:
        raise ValueError(f"workers is at least 1, not {workers}")
    if not callable(on_error) and on_error not in ("raise", "skip"):
        raise ValueError(f"on_error is 'raise', 'skip' or a function, not {on_error!r}")
    return _stream(documents, workers, analyzer or default_analyzer(), on_error, progress)


def _stream(documents: Iterable[Document], workers: int, analyzer: Analyzer, on_error: OnFailure, progress: bool) -> Iterator[Analysis]:
    total = len(documents) if isinstance(documents, Sized) else None
    skipped: list[ExtractionError] = []
    languages: list[str | None] = []
    with closing(outcomes(documents, workers=workers, analyzer=analyzer)) as found, progress_bar(total, shown=progress) as advance:
        for document, outcome in found:
            advance(1)
            if passed_over(document):
                languages.append(document.language)
            if isinstance(outcome, Analysis):
                yield outcome
            elif callable(on_error):
                on_error(outcome)
            elif on_error == "raise":
                raise outcome
            else:
                skipped.append(outcome)
    warn_of_passed_over(languages)
    if skipped:
        warnings.warn(f"{len(skipped)} documents failed and are left out; the first: {skipped[0]}", DiplocorpusWarning, stacklevel=2)


def outcomes(documents: Iterable[Document], *, workers: int, analyzer: Analyzer) -> Generator[tuple[Document, Outcome]]:
    """Yield each document with its analysis or what went wrong, in order."""
    if workers > 1:
        from diplocorpus.streaming.pool import Pool

        with closing(Pool(analyzer, workers)) as pool:
            yield from pool.outcomes(documents)
        return
    for document in documents:
        try:
            outcome: Outcome = analyzer.analyze(document)
        except ExtractionError as error:
            outcome = error
        yield document, outcome
