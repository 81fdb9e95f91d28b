"""A Dask cluster gives what a plain loop gives, though a worker is killed."""

from __future__ import annotations

import hashlib
import os
import signal
import sys
import threading
import time
import warnings
from collections.abc import Iterator
from pathlib import Path

import dask
import pytest
from distributed import Client, LocalCluster, WorkerPlugin

from diplocorpus import Analyzer, Document, ExtractorSpec, Meeting, analyze_dask, analyze_to_folder, default_extractors
from diplocorpus.engines.runs import Run

NOTES = [
    Document(id=f"note{n}", text=f"Chinese President Lin Tao met Kenyan President Paul Ott for the {n}th time. " * 20) for n in range(300)
]


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    """Two worker processes of one thread each."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with (
            dask.config.set({"distributed.scheduler.allowed-failures": 1}),
            LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,  # type: ignore[no-untyped-call]
            Client(cluster) as found,  # type: ignore[no-untyped-call]
        ):
            yield found


def digest(run: Run) -> str:
    """Return a hash of all rows of a run."""
    return hashlib.sha256(repr(list(run.rows())).encode()).hexdigest()


def _importing_from(folder: str) -> WorkerPlugin:
    """Let workers, those that take a dead one's place too, import from a folder."""

    class Importing(WorkerPlugin):
        """Made here, so that it is sent whole: workers cannot import this module."""

        def setup(self, worker: object) -> None:
            """Run in the worker."""
            sys.path.insert(0, folder)

    return Importing()


@pytest.mark.filterwarnings("ignore")
def test_a_worker_that_is_killed_changes_nothing(client: Client, tmp_path: Path) -> None:
    """The rows are those of a plain loop, to the letter."""
    processes = client.run(os.getpid)
    done = threading.Event()

    def kill_one_at_work() -> None:
        while not done.is_set() and not list(tmp_path.glob("cluster/part-*")):
            time.sleep(0.01)
        os.kill(next(iter(processes.values())), signal.SIGKILL)

    killer = threading.Thread(target=kill_one_at_work)
    killer.start()
    run = analyze_dask(NOTES, client, tmp_path / "cluster", part_size=20)
    done.set()
    killer.join()
    assert digest(run) == digest(analyze_to_folder(NOTES, tmp_path / "plain", part_size=20))
    assert (run.manifest.complete, run.manifest.documents) == (True, len(NOTES))


@pytest.mark.filterwarnings("ignore")
def test_a_run_begun_at_home_goes_on_in_the_cluster(client: Client, tmp_path: Path) -> None:
    """It is the same folder."""
    first = analyze_to_folder(NOTES[:60], tmp_path / "out", part_size=20)
    first.parts[-1].unlink()
    run = analyze_dask(NOTES[:60], client, tmp_path / "out", part_size=20, resume=True)
    assert [analysis.document.id for analysis in run] == [note.id for note in NOTES[:60]]


@pytest.mark.filterwarnings("ignore")
def test_a_document_that_kills_every_worker_is_named(client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others of its part are analysed."""
    (tmp_path / "killing.py").write_text(
        "import os, signal\n\ndef extract(document, findings):\n    if document.document.text == 'DEADLY':\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n    return ()\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    extract = __import__("killing").extract
    client.run(sys.path.insert, 0, str(tmp_path))
    client.register_plugin(_importing_from(str(tmp_path)))
    analyzer = Analyzer([*default_extractors(), ExtractorSpec(name="test.killing", extract=extract, produces=Meeting)])
    documents = [NOTES[0], Document(id="deadly", text="DEADLY"), NOTES[1]]
    run = analyze_dask(documents, client, tmp_path / "out", analyzer=analyzer)
    assert [analysis.document.id for analysis in run] == ["note0", "note1"]
    assert set(run.failures) == {"deadly"}
