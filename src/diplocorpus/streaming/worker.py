"""What runs in a worker process: documents come in on standard input, analyses go out on standard output.

The frames are pickles: the parent's module path, the analyzer, then lists of documents, each answered by one analysis
or error a document; what the answers to a list share is sent once. A process of its own command, unlike a forked or
spawned one, never runs the user's script again, so no main guard is needed.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import signal
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO

from diplocorpus.errors import ExtractionError
from diplocorpus.models.analysis import Analysis

Outcome = Analysis | ExtractionError
"""What becomes of a document."""

READY = "ready"
"""The answer of a worker that has its analyzer; anything else says why it has none."""


def _requests(source: BinaryIO) -> Iterator[Any]:
    with contextlib.suppress(EOFError):
        while True:
            yield pickle.load(source)  # noqa: S301 - written by the parent process alone


def _serve(source: BinaryIO, target: BinaryIO) -> None:
    def answer(value: object, pickler: pickle.Pickler | None = None) -> None:
        (pickler or pickle.Pickler(target, pickle.HIGHEST_PROTOCOL)).dump(value)
        target.flush()

    requests = _requests(source)
    sys.path[:] = next(requests, sys.path)
    try:
        analyzer = pickle.loads(next(requests))  # noqa: S301
    except Exception as error:
        answer(f"{type(error).__name__}: {error}")
        return
    analyzer.prepare()
    gc.freeze()  # what is there now stays until the process ends: no use in looking for garbage among it
    answer(READY)
    for documents in requests:
        shared = pickle.Pickler(target, pickle.HIGHEST_PROTOCOL)
        for document in documents:
            try:
                answer(analyzer.analyze(document), shared)
            except ExtractionError as error:
                answer(error, shared)


def main() -> None:
    """Serve until standard input ends; what extractors print goes to standard error."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as target:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        _serve(sys.stdin.buffer, target)


if __name__ == "__main__":
    main()
