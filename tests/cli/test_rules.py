"""Commands that show the rules."""

from __future__ import annotations

from collections.abc import Callable

from typer.testing import Result

from diplocorpus import available_extractors


def test_extractors_are_listed_with_what_they_give(run: Callable[..., Result]) -> None:
    """Those that give records; the steps before them on request."""
    shown = run("extractors").stdout
    assert all(f" {name} " in shown for name in ("meetings", "attributions", "commitments", "frameworks", "stances", "partnerships"))
    assert " clauses " not in shown
    steps = run("extractors", "--steps").stdout
    assert all(f" {name} " in steps for name in available_extractors())


def test_patterns_are_found_by_their_words(run: Callable[..., Result]) -> None:
    """Inflected as a text would have them, with the examples on request; the count goes to standard error."""
    done = run("patterns", "standing ready to", "--vocabulary", "strength")
    assert "ready.stand-ready" in done.stdout
    assert "1 pattern" in done.stderr
    assert "Ruritania" not in done.stdout
    assert "Ruritania" in run("patterns", "--label", "ready", "--examples").stdout


def test_where_no_pattern_is_found_no_table_is_shown(run: Callable[..., Result]) -> None:
    """That is no error."""
    done = run("patterns", "qapla'")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "diplocorpus: 0 patterns\n")
