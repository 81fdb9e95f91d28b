"""Commands that find records: where data goes, what fails, what is written whole."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from diplocorpus import load_analyses, load_corpus
from diplocorpus.errors import MissingExtraError

SENTENCE = (
    "Kenya is ready to expand trade with Chile, Kenyan President Anna Lowe told Chilean President Paul Ott in a phone call on Monday."
)


def test_lines_are_analyses_in_order(run: Callable[..., Result]) -> None:
    """The same on standard output as in a file, and on two workers as on one."""
    lines = run("analyze", "seeds").stdout
    run("analyze", "seeds", "-o", "out.jsonl", "--workers", "2")
    assert Path("out.jsonl").read_text(encoding="utf-8") == lines
    assert [json.loads(line)["document"]["id"] for line in lines.splitlines()] == [document.id for document in load_corpus("seeds")]


def test_what_failed_is_named_and_the_rest_is_written(run: Callable[..., Result]) -> None:
    """Status 1."""
    Path("rows.csv").write_text(f'id,text\na,"{SENTENCE}"\na,again\nb,\n', encoding="utf-8")
    done = run("analyze", "rows.csv", "-o", "out.jsonl")
    assert done.exit_code == 1
    assert "row 2" in done.stderr
    assert "2 of 3 documents failed, the others are written" in done.stderr
    assert load_analyses("out.jsonl").ids == ("a",)


def test_files_of_one_name_are_told_apart_on_request(run: Callable[..., Result]) -> None:
    """By their folders; what fails otherwise says how."""
    for folder in ("a", "b"):
        Path("both", folder).mkdir(parents=True)
        Path("both", folder, "x.txt").write_text(SENTENCE, encoding="utf-8")
    assert "--ids path" in run("analyze", "both", "-o", "out.jsonl").stderr
    assert run("analyze", "both", "--ids", "path", "-o", "out.jsonl").exit_code == 0
    assert load_analyses("out.jsonl").ids == ("a/x.txt", "b/x.txt")


def test_an_extra_that_is_missing_is_told_before_the_work(run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    """Not after hours of it, and no empty folder is left."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    done = run("analyze", "seeds", "--format", "parquet", "-o", "tables")
    assert isinstance(done.exception, MissingExtraError)
    assert "diplocorpus[parquet]" in str(done.exception)
    assert not Path("tables").exists()


def test_a_file_appears_whole_or_not_at_all(run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    """What stood there stays, and no half of it lies about."""
    Path("out.jsonl").write_text("before", encoding="utf-8")

    def break_down(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("diplocorpus.models.analysis.Analysis.model_dump_json", break_down)
    assert run("analyze", "seeds", "-o", "out.jsonl").exit_code != 0
    assert Path("out.jsonl").read_text(encoding="utf-8") == "before"
    assert sorted(file.name for file in Path().iterdir()) == ["out.jsonl", "seeds"]


@pytest.mark.parametrize("arguments", [[], ["--format", "csv"]], ids=["json lines", "csv"])
def test_the_documents_words_may_be_left_out(arguments: list[str], run: Callable[..., Result]) -> None:
    """In every format."""
    assert run("analyze", "seeds", "--no-text", *arguments, "-o", "out").exit_code == 0
    written = "".join(file.read_text(encoding="utf-8") for file in (Path("out").iterdir() if arguments else [Path("out")]))
    assert "UZB" in written
    assert "stands ready" not in written


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_tables_are_files_in_a_folder(kind: str, run: Callable[..., Result]) -> None:
    """One a kind of record."""
    assert run("analyze", "seeds", "--format", kind, "-o", "tables").exit_code == 0
    assert {f"{name}.{kind}" for name in ("documents", "meetings", "participants", "commitments")} <= {
        file.name for file in Path("tables").iterdir()
    }


def test_a_database_is_one_file(run: Callable[..., Result]) -> None:
    """With the tables that the files would be."""
    duckdb = pytest.importorskip("duckdb")
    assert run("analyze", "seeds", "--format", "duckdb", "-o", "out.duckdb").exit_code == 0
    with duckdb.connect("out.duckdb", read_only=True) as database:
        assert database.sql("select count(*) from documents").fetchall() == [(5,)]


def test_what_analyze_wrote_is_read_and_not_analysed_again(run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside documents that are still to be analysed."""
    run("analyze", "seeds", "-o", "out.jsonl")
    Path("new.txt").write_text(SENTENCE, encoding="utf-8")
    rows = run("meetings", "out.jsonl", "new.txt").stdout
    assert "Xi Jinping" in rows
    assert "Anna Lowe" in rows


def test_a_pack_of_ones_own_is_used(run: Callable[..., Result]) -> None:
    """As in Python."""
    Path("mine.toml").write_text(
        'schema = 1\npack = "mine"\nversion = "1"\nlanguage = "en"\nvocabulary = "strength"\n'
        '[[pattern]]\nid = "mine.hand"\nlabel = "ready"\nphrases = ["gives its hand to"]\ntakes = ["to"]\nexamples = ["Kenya gives its hand to trade."]\n',
        encoding="utf-8",
    )
    Path("new.txt").write_text("Kenya gives its hand to expand trade with Chile, Kenyan President Anna Lowe said.", encoding="utf-8")
    assert "expand trade" not in run("commitments", "new.txt").stdout
    assert "expand trade" in run("commitments", "new.txt", "--pack", "mine.toml").stdout


def test_commitments_can_be_narrowed(run: Callable[..., Result]) -> None:
    """By strength and by party; markup in a text is text."""
    Path("new.txt").write_text(SENTENCE.replace("trade", "[bold]trade[/bold]"), encoding="utf-8")
    assert "[bold]trade[/bold]" in run("commitments", "new.txt").stdout
    assert "trade" in run("commitments", "new.txt", "--party", "CHL").stdout
    assert "trade" not in run("commitments", "new.txt", "--party", "FRA").stdout
    assert "trade" not in run("commitments", "new.txt", "--min-strength", "pledged").stdout


def test_meetings_say_who_met(run: Callable[..., Result]) -> None:
    """How, at what level, and in which document."""
    Path("new.txt").write_text(SENTENCE, encoding="utf-8")
    row = run("meetings", "new.txt", "--party", "KEN").stdout
    for cell in ("phone call", "head of state", "CHL, KEN", "Anna Lowe", "Paul Ott", "new"):
        assert cell in row
    assert "Anna Lowe" not in run("meetings", "new.txt", "--party", "FRA").stdout


def test_a_run_is_resumed_and_read_like_any_result(run: Callable[..., Result], tmp_path: Path) -> None:
    """Its folder is what other commands take."""
    first = run("analyze", "seeds", "--resume", "-o", "results")
    again = run("analyze", "seeds", "--resume", "-o", "results")
    assert (first.exit_code, again.exit_code) == (0, 0), first.output + again.output
    assert run("meetings", "results").stdout == run("meetings", "seeds").stdout


def test_a_run_over_other_documents_is_not_mixed(run: Callable[..., Result]) -> None:
    """Status 1, and what has changed is said."""
    run("analyze", "seeds", "--resume", "-o", "results")
    done = run("analyze", "seeds/000_18217ffa183c9fbf.txt", "--resume", "-o", "results")
    assert done.exit_code != 0


@pytest.mark.parametrize("arguments", [["--resume"], ["--resume", "-o", "out", "--format", "csv"]])
def test_a_run_needs_a_folder_of_its_own(run: Callable[..., Result], arguments: list[str]) -> None:
    """Wrong usage."""
    assert run("analyze", "seeds", *arguments).exit_code == 2
