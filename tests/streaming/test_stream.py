"""Analyses as they come: the same records on any number of workers, and no document lost when one dies."""

from __future__ import annotations

import itertools
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from diplocorpus import Analyzer, Document, ExtractorSpec, Meeting, analyze_stream, default_extractors, load_corpus
from diplocorpus.errors import DiplocorpusWarning, ExtractionError, ExtractorFailedError, WorkerDiedError, WorkerStartError

SEEDS = load_corpus(Path(__file__).parents[2] / "seeds")

DEADLY = '''
"""An extractor that kills its process on some documents."""
import os, signal
from pathlib import Path

def extract(document, findings):
    text = document.document.text
    if text.startswith("DEADLY "):
        os.kill(os.getpid(), signal.SIGKILL)
    if text.startswith("ONCE ") and not (mark := Path(text.split()[1])).exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if text.startswith("BROKEN "):
        raise KeyError("x")
    return iter(())
'''


def notes(*texts: str) -> list[Document]:
    """Return documents with texts, between others."""
    return [Document(id=f"note{number}", text=text) for number, text in enumerate(texts)]


@pytest.fixture
def deadly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Analyzer:
    """Our extractors and one that kills the process that it runs in."""
    (tmp_path / "deadly.py").write_text(DEADLY, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    module = __import__("deadly")
    monkeypatch.delitem(sys.modules, "deadly")
    sys.modules["deadly"] = module
    return Analyzer([*default_extractors(), ExtractorSpec(name="test.deadly", extract=module.extract, produces=Meeting)])


def test_two_workers_give_what_one_gives() -> None:
    """The same records in the same order, batches or not."""
    documents = [document.model_copy(update={"id": f"{document.id}-{n}"}) for n in range(8) for document in SEEDS]
    assert list(analyze_stream(documents, workers=2)) == list(analyze_stream(documents))


def test_a_document_that_kills_its_worker_twice_is_named_and_the_others_are_analysed(deadly: Analyzer) -> None:
    """Its neighbours of the same batch, too."""
    documents = notes("Lowe met Ott.", "DEADLY text", *["Lowe met Ott."] * 40, "DEADLY again")
    failures: list[ExtractionError] = []
    found = list(analyze_stream(documents, workers=2, analyzer=deadly, on_error=failures.append))
    assert [analysis.document.id for analysis in found] == [document.id for document in documents if "DEADLY" not in document.text]
    assert [(type(error), vars(error)) for error in failures] == [
        (WorkerDiedError, {"document_id": "note1", "status": -9}),
        (WorkerDiedError, {"document_id": "note42", "status": -9}),
    ]


def test_a_document_whose_worker_died_once_is_tried_again(deadly: Analyzer, tmp_path: Path) -> None:
    """A worker may be killed for what another process did."""
    documents = notes("Lowe met Ott.", f"ONCE {tmp_path / 'killed'}", "Ott met Lowe.")
    found = list(analyze_stream(documents, workers=2, analyzer=deadly))
    assert [analysis.document.id for analysis in found] == ["note0", "note1", "note2"]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_failing_extractor_raises_where_nothing_else_is_asked(deadly: Analyzer, workers: int) -> None:
    """On one core and on several."""
    with pytest.raises(ExtractorFailedError, match=r"'test\.deadly' failed on document 'note1'"):
        list(analyze_stream(notes("Lowe met Ott.", "BROKEN text"), workers=workers, analyzer=deadly))


@pytest.mark.parametrize("workers", [1, 2])
def test_failures_that_are_skipped_are_counted_in_one_warning(deadly: Analyzer, workers: int) -> None:
    """Nothing is lost silently."""
    stream = analyze_stream(notes("BROKEN text", "Lowe met Ott.", "BROKEN text"), workers=workers, analyzer=deadly, on_error="skip")
    with pytest.warns(DiplocorpusWarning, match="2 documents failed and are left out"):
        assert [analysis.document.id for analysis in stream] == ["note1"]


def test_an_extractor_that_no_other_process_can_import_is_refused() -> None:
    """The message says what to do."""
    analyzer = Analyzer([*default_extractors(), ExtractorSpec(name="test.local", extract=lambda document, findings: (), produces=Meeting)])
    with pytest.raises(WorkerStartError, match="module that can be imported"):
        list(analyze_stream(SEEDS, workers=2, analyzer=analyzer))


def test_a_script_needs_no_main_guard(tmp_path: Path) -> None:
    """Workers do not run it again; what it defines itself they cannot know, and say so."""
    script = tmp_path / "script.py"
    script.write_text(
        textwrap.dedent("""
        from diplocorpus import Analyzer, Document, ExtractorSpec, Meeting, analyze_stream, default_extractors
        print("run")
        documents = [Document(id=str(n), text="Chinese Premier Lin Tao met Kenyan President Paul Ott in Nairobi.") for n in range(3)]
        print(sum(len(analysis.meetings) for analysis in analyze_stream(documents, workers=2)))
        def extract(document, findings):
            return ()
        mine = Analyzer([*default_extractors(), ExtractorSpec(name="mine", extract=extract, produces=Meeting)])
        try:
            list(analyze_stream(documents, workers=2, analyzer=mine))
        except Exception as error:
            print(type(error).__name__)
        """),
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["run", "3", "WorkerStartError"]


def test_documents_are_read_only_as_they_are_needed() -> None:
    """An endless source is no trouble, nor is stopping early."""
    read = itertools.count()

    def endless() -> Iterator[Document]:
        for number in read:
            yield Document(id=str(number), text="Lowe met Ott.")

    stream = analyze_stream(endless(), workers=2)
    assert [analysis.document.id for analysis in itertools.islice(stream, 3)] == ["0", "1", "2"]
    stream.close()  # type: ignore[attr-defined]
    assert next(read) < 200


def test_progress_goes_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    """Standard output is the user's."""
    list(analyze_stream(SEEDS, progress=True))
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "5/5" in shown.err


@pytest.mark.parametrize(("argument", "value"), [("workers", 0), ("on_error", "ignore")])
def test_a_wrong_argument_is_refused_at_once(argument: str, value: object) -> None:
    """Before anything is read."""
    with pytest.raises(ValueError, match=argument):
        analyze_stream(SEEDS, **{argument: value})  # type: ignore[arg-type]
