"""Commands that make something of many documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

from diplocorpus import LedgerEntry, Table, Timeline, read_ledger
from diplocorpus.results.comparison import Comparison


def test_a_report_is_a_file_or_a_folder(run: Callable[..., Result]) -> None:
    """By its name; with quotations or without."""
    assert run("report", "seeds", "-o", "report.html", "--title", "Five & more").exit_code == 0
    page = Path("report.html").read_text(encoding="utf-8")
    assert "<h1>Five &amp; more</h1>" in page
    assert "is ready to" in page
    assert run("report", "seeds", "-o", "report").exit_code == 0
    assert len(list(Path("report/documents").iterdir())) == 5
    assert run("report", "seeds", "-o", "bare.html", "--no-text").exit_code == 0
    assert "is ready to" not in Path("bare.html").read_text(encoding="utf-8")


def test_two_accounts_are_compared_in_text_json_and_html(run: Callable[..., Result]) -> None:
    """Each is a file with one document."""
    a, b = "seeds/000_18217ffa183c9fbf.txt", "seeds/003_ea65e4f9bbd5d8f2.txt"
    assert "ENCOUNTER" in run("compare", a, b).stdout
    assert Comparison.model_validate_json(run("compare", a, b, "--json").stdout).a.document_id == "000_18217ffa183c9fbf"
    assert run("compare", a, b, "-o", "both.html").exit_code == 0
    assert "Two accounts of one encounter" in Path("both.html").read_text(encoding="utf-8")
    done = run("compare", a, "seeds")
    assert done.exit_code == 2
    assert "5 documents" in done.stderr


def test_a_timeline_is_printed_or_given_as_json(run: Callable[..., Result]) -> None:
    """Of a framework or a phrase."""
    assert "first seen: 2020-06-16" in run("timeline", "SCO", "seeds").stdout
    assert Timeline.model_validate_json(run("timeline", "core interests", "seeds", "--json").stdout).documents == 4


def test_a_ledger_is_printed_or_written_and_gone_on_with(run: Callable[..., Result]) -> None:
    """What was written beside an entry is there again."""
    assert "adheres to the one-China principle" in run("ledger", "seeds", "--min-strength", "affirmed").stdout
    assert run("ledger", "seeds", "-o", "ledger.csv").exit_code == 0
    first, *others = read_ledger("ledger.csv")
    Table("ledger", LedgerEntry, [first.model_copy(update={"outcome": "kept"}), *others]).to_csv("filled.csv")
    assert run("ledger", "seeds", "--previous", "filled.csv", "-o", "next.csv").exit_code == 0
    assert [entry.outcome for entry in read_ledger("next.csv") if entry.outcome] == ["kept"]
