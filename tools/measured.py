"""Writes the figures of the page on measured quality anew.

usage: python tools/measured.py NAME GOLD TEXTS [NAME GOLD TEXTS ...]

Each set has a name, a folder or file of gold annotations, and the folder of its texts (`*.txt`).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from diplocorpus import Evaluation, evaluate, load_corpus

PAGE = Path(__file__).resolve().parent.parent / "docs" / "explanation" / "measured.md"

MARKED = re.compile(r"(?s)(<!-- figures -->\n).*?(<!-- end of figures -->)")


def tables(sets: Mapping[str, Evaluation]) -> str:
    """Return what was found and what of it is right as Markdown tables, a group of columns for each set."""
    found = sorted({name for scores in sets.values() for name in scores.found})
    right = sorted({name for scores in sets.values() for name in scores.right})
    head = [cell for name in sets for cell in (f"{name}: precision", "recall", "F1", "in gold")]
    lines = [_row("found", *head), _row("---", *["---:"] * len(head))]
    for name in found:
        cells = [cell for scores in sets.values() for cell in _found_cells(scores, name)]
        lines.append(_row(f"`{name}`", *cells))
    head = [cell for name in sets for cell in (f"{name}: accuracy", "of")]
    lines += ["", _row("right", *head), _row("---", *["---:"] * len(head))]
    for name in right:
        cells = [cell for scores in sets.values() for cell in _right_cells(scores, name)]
        lines.append(_row(f"`{name}`", *cells))
    return "\n".join(lines)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _found_cells(scores: Evaluation, name: str) -> list[str]:
    score = scores.found.get(name)
    return ["", "", "", ""] if score is None else [f"{score.precision:.3f}", f"{score.recall:.3f}", f"{score.f1:.3f}", str(score.gold)]


def _right_cells(scores: Evaluation, name: str) -> list[str]:
    score = scores.right.get(name)
    return ["", ""] if score is None else [f"{score.accuracy:.3f}", str(score.n)]


def rewrite(page: str, sets: Mapping[str, Evaluation]) -> str:
    """Return the page with its figures replaced."""
    return MARKED.sub(lambda match: f"{match[1]}\n{tables(sets)}\n\n{match[2]}", page)


def main(arguments: Sequence[str]) -> int:
    """Analyse the sets, score them, and write the page."""
    if not arguments or len(arguments) % 3:
        print(__doc__, file=sys.stderr)
        return 2
    sets = {
        name: evaluate(gold, load_corpus(texts, pattern="*.txt").analyze())
        for name, gold, texts in zip(arguments[::3], arguments[1::3], arguments[2::3], strict=True)
    }
    PAGE.write_text(rewrite(PAGE.read_text(encoding="utf-8"), sets), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
