"""Results in a folder: killed at any moment and resumed, they are those of one run."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocorpus import Analyzer, Document, analyze_batch, analyze_to_folder, default_extractors, load_corpus
from diplocorpus.engines.runs import Run
from diplocorpus.errors import RunExistsError, RunMismatchError

SEEDS = load_corpus(Path(__file__).parents[2] / "seeds")
NOTES = [Document(id=f"note{n}", text=f"Chinese President Lin Tao met Kenyan President Paul Ott on May {n}, 2021.") for n in range(1, 24)]


def rows(folder: Path) -> list[dict[str, Any]]:
    """Return all rows of a run."""
    return list(Run(folder).rows())


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """The rows of one clean run over the notes."""
    folder = tmp_path_factory.mktemp("runs") / "whole"
    analyze_to_folder(NOTES, folder, part_size=5)
    return rows(folder)


def test_a_run_holds_the_analyses(tmp_path: Path) -> None:
    """In order, equal to those made in memory."""
    run = analyze_to_folder(SEEDS, tmp_path / "out", part_size=2)
    assert list(run) == list(SEEDS.analyze())
    assert (run.manifest.complete, run.manifest.documents, run.manifest.failed, len(run.parts)) == (True, 5, 0, 3)


@pytest.mark.parametrize("kept", range(6))
def test_a_run_goes_on_after_any_part(tmp_path: Path, whole: list[dict[str, Any]], kept: int) -> None:
    """With half-written files of the attempt that was killed about."""
    run = analyze_to_folder(NOTES, tmp_path, part_size=5)
    for part in run.parts[kept:]:
        part.unlink()
    leftover = tmp_path / ".part-000009.parquet.x1"
    leftover.write_bytes(b"PAR1")
    (tmp_path / "manifest.json").write_text(run.manifest.model_copy(update={"complete": False}).model_dump_json(), encoding="utf-8")
    resumed = analyze_to_folder(NOTES, tmp_path, part_size=5, resume=True)
    assert rows(tmp_path) == whole
    assert resumed.manifest.complete
    assert not leftover.exists()


def test_a_run_that_is_killed_ends_as_one_that_is_not(tmp_path: Path, whole: list[dict[str, Any]]) -> None:
    """Killed as soon as its first part is there, as often as it takes."""
    corpus = tmp_path / "notes.jsonl"
    corpus.write_text("".join(note.model_dump_json(include={"id", "text"}) + "\n" for note in NOTES), encoding="utf-8")
    code = f"from diplocorpus import analyze_to_folder as run; run({str(corpus)!r}, {str(tmp_path / 'out')!r}, part_size=5, resume=True)"
    for _ in range(20):
        process = subprocess.Popen([sys.executable, "-c", code])
        before = len(list((tmp_path / "out").glob("part-*")))
        while process.poll() is None and len(list((tmp_path / "out").glob("part-*"))) == before:
            time.sleep(0.01)
        if process.poll() is None:
            os.kill(process.pid, signal.SIGKILL)
        if process.wait() == 0:
            break
    assert Run(tmp_path / "out").manifest.complete
    assert [(row["id"], json.loads(row["analysis"])["meetings"]) for row in rows(tmp_path / "out")] == [
        (row["id"], json.loads(row["analysis"])["meetings"]) for row in whole
    ]


def test_a_folder_with_results_is_not_written_to_unasked(tmp_path: Path) -> None:
    """The message says how to go on."""
    analyze_to_folder(NOTES[:2], tmp_path)
    with pytest.raises(RunExistsError, match="resume"):
        analyze_to_folder(NOTES[:2], tmp_path)


CHANGES = [
    ("other extractors", {"analyzer": Analyzer([spec for spec in default_extractors() if spec.name != "stances"])}, "extractors"),
    ("another part size", {"part_size": 7}, "parts hold 5 documents"),
]


@pytest.mark.parametrize(("change", "arguments", "said"), CHANGES, ids=[row[0] for row in CHANGES])
def test_a_run_does_not_mix_results_of_different_rules(tmp_path: Path, change: str, arguments: dict[str, object], said: str) -> None:
    """It says what has changed, and nothing is touched."""
    analyze_to_folder(NOTES, tmp_path, part_size=5)
    before = rows(tmp_path)
    with pytest.raises(RunMismatchError, match=said):
        analyze_to_folder(NOTES, tmp_path, resume=True, **{"part_size": 5, **arguments})  # type: ignore[arg-type]
    assert rows(tmp_path) == before


def test_a_phrase_more_is_another_rule(tmp_path: Path) -> None:
    """Even where the pack's author forgot to raise its version."""
    analyze_to_folder(NOTES, tmp_path / "out", part_size=5)
    pack = tmp_path / "mine.toml"
    pack.write_text(
        'schema = 1\npack = "triggers"\nversion = "2026.1"\nlanguage = "en"\nvocabulary = "strength"\n[[pattern]]\nid = "mine"\n'
        'label = "pledged"\nphrases = ["gives its word to"]\nexamples = ["Kenya gives its word to pay."]\n',
        encoding="utf-8",
    )
    with pytest.raises(RunMismatchError, match="phrases_sha256"):
        analyze_to_folder(NOTES, tmp_path / "out", part_size=5, resume=True, analyzer=Analyzer(packs=[pack]))


DOCUMENTS = [
    ("a document changed", [NOTES[0].model_copy(update={"text": "Nobody met."}), *NOTES[1:]], "document 1 was 'note1' and has changed now"),
    ("another order", [NOTES[1], NOTES[0], *NOTES[2:]], "document 1 was 'note1' and is 'note2' now"),
    ("a document gone", NOTES[:3], "document 4 was 'note4' and is missing now"),
]


@pytest.mark.parametrize(("change", "documents", "said"), DOCUMENTS, ids=[row[0] for row in DOCUMENTS])
def test_a_run_does_not_mix_results_of_different_documents(tmp_path: Path, change: str, documents: list[Document], said: str) -> None:
    """The first that differs is named."""
    analyze_to_folder(NOTES, tmp_path, part_size=5)
    with pytest.raises(RunMismatchError, match=said):
        analyze_to_folder(documents, tmp_path, part_size=5, resume=True)


def test_a_folder_without_results_is_no_run(tmp_path: Path) -> None:
    """Opening it says so."""
    with pytest.raises(RunMismatchError, match=r"no manifest\.json"):
        Run(tmp_path)


@given(cut=st.integers(0, len(NOTES)))
def test_batches_can_be_cut_anywhere(cut: int, whole: list[dict[str, Any]]) -> None:
    """The rows of two batches are those of one, so that an engine may cut as it likes."""
    table = pa.Table.from_pylist([{"id": note.id, "text": note.text} for note in NOTES])
    found = pa.concat_tables([analyze_batch(table[:cut]), analyze_batch(table[cut:])]).to_pylist()
    assert [(row["id"], row["error"]) for row in found] == [(row["id"], None) for row in whole]


def test_a_row_without_text_says_so() -> None:
    """It is neither lost nor fatal."""
    found = analyze_batch(pa.Table.from_pylist([{"id": "a", "text": "Lowe met Ott."}, {"id": "b", "text": None}])).to_pylist()
    assert [(row["id"], row["analysis"] is None) for row in found] == [("a", False), (None, True)]
    assert "row 2" in found[1]["error"]


def test_parts_are_plain_parquet(tmp_path: Path) -> None:
    """Four columns of strings, which any tool reads."""
    run = analyze_to_folder(NOTES[:3], tmp_path)
    schema = pq.read_schema(run.parts[0])
    assert schema.names == ["id", "document_sha256", "analysis", "error"]
    assert set(schema.types) == {pa.string()}
