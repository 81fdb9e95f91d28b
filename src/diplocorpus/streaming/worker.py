"""What runs in a worker process: documents come in on standard input, analyses go out on standard output.

The frames are pickles: the parent's module path, the analyzer, then lists of documents, each answered by one analysis
or error a document, its length in front. A process of its own command, unlike a forked or spawned one, never runs the
user's script again, so no main guard is needed.
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

LENGTH = 8
"""Bytes of the length in front of an answer."""

READY = "ready"
"""The answer of a worker that has its analyzer; anything else says why it has none."""


def _requests(source: BinaryIO) -> Iterator[Any]:
    with contextlib.suppress(EOFError):
        while True:
            yield pickle.load(source)  # noqa: S301 - written by the parent process alone


def _serve(source: BinaryIO, target: BinaryIO) -> None:
    def answer(value: object) -> None:
        frame = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        target.write(len(frame).to_bytes(LENGTH, "big"))
        target.write(frame)
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
        for document in documents:
            try:
                answer(analyzer.analyze(document))
            except ExtractionError as error:
                answer(error)


def main() -> None:
    """Serve until standard input ends; what extractors print goes to standard error."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as target:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        _serve(sys.stdin.buffer, target)


if __name__ == "__main__":
    main()
