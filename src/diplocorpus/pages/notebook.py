"""How records show in a notebook: a fragment that suits light and dark, with nothing to run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from diplocorpus.models.analysis import Analysis
from diplocorpus.models.discourse import Strength
from diplocorpus.pages.cards import KINDS, cards
from diplocorpus.pages.documents import groups, headline, marked
from diplocorpus.pages.templating import render
from diplocorpus.results.table import Table

MOST_PARAGRAPHS = 60
"""So many paragraphs of a document are shown; the page of the document has them all."""

MOST_ROWS = 10
"""So many rows of a table are shown, and so many documents of a corpus."""


def analysis_fragment(analysis: Analysis) -> str:
    """Return an analysis as a notebook shows it: what it is, how much was found, the text with its evidence marked."""
    shown = cards(analysis)
    text = marked(analysis, shown)
    return render(
        "notebook-analysis.html.jinja",
        headline=headline(analysis),
        document=analysis.document,
        groups=groups(shown),
        headings={card.id: card for card in shown},
        paragraphs=text[:MOST_PARAGRAPHS],
        left_out=max(0, len(text) - MOST_PARAGRAPHS),
    )


def corpus_fragment(analyses: Sequence[Analysis]) -> str:
    """Return the analyses of a corpus as a notebook shows them: totals and the first documents."""
    strengths = Counter(c.strength for analysis in analyses for c in analysis.commitments)
    first = analyses[:MOST_ROWS]
    return render(
        "notebook-corpus.html.jinja",
        kinds=KINDS,
        count=len(analyses),
        totals={kind: sum(len(getattr(analysis, kind)) for analysis in analyses) for kind in KINDS},
        strengths=[(strength, strengths[strength]) for strength in Strength],
        rows=[(analysis, headline(analysis)) for analysis in first],
    )


def table_fragment(table: Table[Any]) -> str:
    """Return the first rows of a table as a notebook shows them."""
    columns = [column.name for column in table.columns]
    rows = [[_cell(getattr(row, column)) for column in columns] for row in table[:MOST_ROWS]]
    return render("notebook-table.html.jinja", name=table.name, columns=columns, rows=rows, count=len(table))


def _cell(value: object) -> object:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return "" if value is None else value
