"""The tool that writes the page on measured quality anew."""

from __future__ import annotations

import measured

from diplocorpus import evaluate

GOLD = {"id": "note", "document": {"date": "--03-04"}, "meetings": [{"kind": "visit", "parties": ["KEN"]}]}
FOUND = {"document": {"id": "note", "date": "--03-04"}, "meetings": []}


def test_a_table_has_a_row_a_measure_and_columns_for_each_set() -> None:
    """A set that lacks a measure leaves its cells empty."""
    first, second = evaluate([GOLD], [FOUND]), evaluate([{"id": "note", "meetings": []}], [FOUND])
    lines = measured.tables({"first": first, "second": second}).splitlines()
    assert "| `meetings` | 0.000 | 0.000 | 0.000 | 1 | 0.000 | 0.000 | 0.000 | 0 |" in lines
    assert "| `document.date` | 1.000 | 1 |  |  |" in lines


def test_only_what_stands_between_the_marks_is_replaced() -> None:
    """Writing twice changes nothing more."""
    sets = {"first": evaluate([GOLD], [FOUND])}
    once = measured.rewrite("before\n<!-- figures -->\nstale\n<!-- end of figures -->\nafter\n", sets)
    assert once.startswith("before\n<!-- figures -->\n")
    assert once.endswith("<!-- end of figures -->\nafter\n")
    assert "stale" not in once
    assert measured.rewrite(once, sets) == once


def test_the_page_holds_figures() -> None:
    """Written by the tool, both tables."""
    marked = measured.MARKED.search(measured.PAGE.read_text(encoding="utf-8"))
    assert marked is not None
    assert "`commitments.full`" in marked[0]
    assert "`document.date`" in marked[0]


def test_a_set_is_named_with_its_gold_and_its_texts() -> None:
    """Three words each; else the usage is printed."""
    assert measured.main(["seeds", "gold"]) == measured.main([]) == 2
