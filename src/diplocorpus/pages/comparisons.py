"""The page of a comparison: two accounts of one encounter in two columns."""

from __future__ import annotations

from diplocorpus.pages.cards import speaker_name
from diplocorpus.pages.templating import render
from diplocorpus.results.comparison import Aspect, Comparison, Item

_HEADINGS = {
    Aspect.TOPIC: "What is told",
    Aspect.FRAMEWORK: "Frameworks",
    Aspect.COMMITMENT: "Commitments",
    Aspect.STANCE: "Positions",
}


def comparison_page(comparison: Comparison) -> str:
    """Return one self-contained HTML page: what both accounts mention side by side, what they tell differently, what only one has."""
    sections = [(_HEADINGS[aspect], sorted(comparison.of(aspect), key=_told)) for aspect in Aspect if comparison.of(aspect)]
    return render("comparison.html.jinja", comparison=comparison, sections=sections, speaker=speaker_name)


def _told(item: Item) -> tuple[bool, str]:
    """Order what both mention before what only A, then only B has."""
    return item.only is not None, item.only or ""
