"""Commands that make something of many documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from typer.testing import Result


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
