"""Commands that make something of many documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

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
