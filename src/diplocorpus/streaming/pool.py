"""Worker processes that analyse documents: in order, in bounded memory, and none of them takes the run down when it dies."""

from __future__ import annotations

import pickle
import subprocess
import sys
import threading
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice

from diplocorpus.analyzer import Analyzer
from diplocorpus.errors import WorkerDiedError, WorkerStartError
from diplocorpus.models.documents import Document
from diplocorpus.streaming.worker import LENGTH, READY, Outcome

BATCH = 32
"""Documents that a worker is given at a time: enough to make waiting negligible, few enough to be done again."""

_DEATHS = 2
"""Workers that a document may cost before it is passed over."""


_GONE = (EOFError, OSError, ValueError, pickle.UnpicklingError)
"""What the pipes of a dead process raise; ValueError where they are closed already."""


class _Worker:
    """One process, started with an analyzer."""

    def __init__(self, analyzer: bytes) -> None:
        command = [sys.executable, "-m", "diplocorpus.streaming.worker"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - our own module
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.requests, self.answers = self.process.stdin, self.process.stdout
        try:
            self._ask(sys.path, analyzer)
            state = pickle.loads(self._answer())  # noqa: S301 - written by our own worker alone
        except _GONE:
            state = f"it ended with status {self.end()}"
        if state != READY:
            self.end()
            raise WorkerStartError(state)

    def _ask(self, *requests: object) -> None:
        for request in requests:
            pickle.dump(request, self.requests, pickle.HIGHEST_PROTOCOL)
        self.requests.flush()

    def _answer(self) -> bytes:
        length = int.from_bytes(self._read(LENGTH), "big")
        return self._read(length)

    def _read(self, size: int) -> bytes:
        found = self.answers.read(size)
        if len(found) < size:
            raise EOFError
        return found

    def analyze(self, documents: list[Document]) -> Iterator[bytes]:
        """Yield what becomes of each document, pickled; ends early where the process dies."""
        try:
            self._ask(documents)
            for _ in documents:
                yield self._answer()
        except _GONE:
            return

    def end(self) -> int:
        """Kill the process and return its exit status, negative where a signal ended it."""
        self.process.kill()
        status = self.process.wait()
        for pipe in (self.requests, self.answers):
            try:
                pipe.close()
            except OSError:
                continue
        return status


class Pool:
    """Workers with one analyzer, to be closed after use.

    Raises WorkerStartError where the analyzer cannot be sent to another process.
    """

    def __init__(self, analyzer: Analyzer, workers: int) -> None:
        try:
            self._analyzer = pickle.dumps(analyzer)
        except (pickle.PicklingError, AttributeError, TypeError) as error:
            raise WorkerStartError(str(error)) from error
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="diplocorpus")
        self._own = threading.local()
        self._workers: set[_Worker] = set()
        self._reach = 2 * workers
        self._lock = threading.Lock()
        self._closed = False

    def outcomes(self, documents: Iterable[Document]) -> Iterator[tuple[Document, Outcome]]:
        """Yield each document with what became of it, in order; no more are read ahead than keeps the workers busy."""
        source = iter(documents)
        pending: deque[tuple[list[Document], Future[list[bytes | WorkerDiedError]]]] = deque()
        while True:
            while len(pending) < self._reach and (batch := list(islice(source, BATCH))):
                pending.append((batch, self._threads.submit(self._analyze, batch)))
            if not pending:
                return
            batch, future = pending.popleft()
            for document, answer in zip(batch, future.result(), strict=True):
                # Made one by one: many at a time would be looked at by the garbage collector again and again.
                yield document, pickle.loads(answer) if isinstance(answer, bytes) else answer  # noqa: S301

    def _analyze(self, batch: list[Document]) -> list[bytes | WorkerDiedError]:
        """Analyse a batch in this thread's worker; the document on which a worker dies is tried once more, in another."""
        deaths: Counter[str] = Counter()
        found: list[bytes | WorkerDiedError] = []
        while len(found) < len(batch) and not self._closed:
            worker = self._worker()
            found.extend(worker.analyze(batch[len(found) :]))
            if len(found) == len(batch) or self._closed:
                break
            status = self._discard(worker)
            culprit = batch[len(found)]
            deaths[culprit.id] += 1
            if deaths[culprit.id] == _DEATHS:
                found.append(WorkerDiedError(culprit.id, status))
        return found

    def _worker(self) -> _Worker:
        worker: _Worker | None = getattr(self._own, "worker", None)
        if worker is None:
            worker = self._own.worker = _Worker(self._analyzer)
            with self._lock:
                self._workers.add(worker)
                if self._closed:
                    worker.end()
        return worker

    def _discard(self, worker: _Worker) -> int:
        self._own.worker = None
        with self._lock:
            self._workers.discard(worker)
        return worker.end()

    def close(self) -> None:
        """End the workers at once, whatever they are at."""
        with self._lock:
            self._closed = True
            for worker in self._workers:
                worker.end()
        self._threads.shutdown(wait=True, cancel_futures=True)
