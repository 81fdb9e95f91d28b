"""The page of one document: its text with the evidence marked, and every record beside it."""

from __future__ import annotations

from collections import Counter

import attrs

from diplocorpus.models.analysis import Analysis
from diplocorpus.models.discourse import Strength
from diplocorpus.models.events import MeetingStatus
from diplocorpus.pages.cards import KINDS, Card, cards, style_of
from diplocorpus.pages.marking import Paragraph, paragraphs
from diplocorpus.pages.naming import in_words, party_name
from diplocorpus.pages.templating import render


@attrs.frozen
class Group:
    """The cards of one kind under their heading."""

    kind: str
    heading: str
    style: str
    cards: tuple[Card, ...]


def document_page(analysis: Analysis, *, home: str | None = None) -> str:
    """Return one self-contained HTML page: the text with its evidence marked by kind, and each record.

    `home` is the address of a page to lead back to.
    """
    shown = cards(analysis)
    text = marked(analysis, shown)
    counts = Counter(party for card in shown for party in card.parties)
    return render(
        "document.html.jinja",
        analysis=analysis,
        document=analysis.document,
        headline=headline(analysis),
        groups=groups(shown),
        paragraphs=text,
        places=_places(text),
        parties=sorted(counts.items(), key=lambda item: (-item[1], party_name(item[0]))),
        strengths=tuple(Strength),
        home=home,
    )


def headline(analysis: Analysis) -> str:
    """Return what a document is called: its title, else who met, else its id.

    >>> from diplocorpus import analyze
    >>> headline(analyze("Kenyan President Anna Lowe and Chilean President Paul Ott met in Nairobi on Monday."))
    'Meeting of Chile and Kenya'
    """
    if analysis.document.title:
        return analysis.document.title
    for meeting in analysis.meetings:
        if meeting.status is MeetingStatus.REPORTED and meeting.parties:
            *first, last = map(party_name, meeting.parties)
            return f"{in_words(meeting.kind).capitalize()} of {', '.join(first)}{' and ' if first else ''}{last}"
    return analysis.document.id


def groups(shown: tuple[Card, ...]) -> tuple[Group, ...]:
    """Return cards kind by kind."""
    kinds = dict.fromkeys(card.kind for card in shown)
    found = {kind: tuple(card for card in shown if card.kind == kind) for kind in kinds}
    return tuple(Group(kind, KINDS.get(kind, kind), style_of(kind), members) for kind, members in found.items())


def marked(analysis: Analysis, shown: tuple[Card, ...]) -> tuple[Paragraph, ...]:
    """Return the text of a document with the spans of the cards marked."""
    anchors = ((card.id, card.anchor) for card in shown if card.anchor)
    return paragraphs(analysis.document.text, (mark for card in shown for mark in card.marks), anchors)


def _places(text: tuple[Paragraph, ...]) -> dict[str, int]:
    """Return the number of the paragraph in which each record begins."""
    found: dict[str, int] = {}
    for paragraph in text:
        for segment in paragraph.segments:
            for mark in segment.marks:
                found.setdefault(mark.record, paragraph.number)
    return found
