"""Who published a document, and how that is known: what it was given as, its own words, its address."""

from __future__ import annotations

from diplocorpus.models.documents import Document
from diplocorpus.patterns.layouts import Layouts
from diplocorpus.patterns.masking import HEAD_REACH, ONE_FOR_ONE, host_of
from diplocorpus.reading.head import Head, agency_parties

_TAIL_REACH = 600
_BODY_REACH = 4_000


def publisher_of(document: Document, head: Head, layouts: Layouts) -> tuple[str | None, str | None]:
    """Return the publisher's name and the basis: `given`, `dateline`, `header`, `text` or `url`; None and None for neither.

    The look of a text alone names nobody: others write and reprint in the same form.
    """
    if document.publisher is not None:
        return document.publisher, document.provenance.publisher_basis or "given"
    if head.dateline and head.dateline.agency:
        return head.dateline.agency, "dateline"
    plain = document.text.translate(ONE_FOR_ONE)
    named = [layout for layout in layouts if layout.name]
    tail = max(0, len(plain) - _TAIL_REACH)
    for layout in named:
        if layout.header_finder.finds(plain, 0, HEAD_REACH) or layout.header_finder.finds(plain, tail):
            return layout.name, "header"
    for layout in named:
        if layout.credit_finder.finds(plain, 0, _BODY_REACH):
            return layout.name, "text"
    host = host_of(document.metadata) or host_of(head.front)
    if host:
        for layout in named:
            if layout.is_at(host):
                return layout.name, "url"
    return None, None


def party_of(publisher: str | None, layouts: Layouts) -> str | None:
    """Return the party whose own body or agency a publisher is, or None where it is nobody's or not known."""
    if publisher is None:
        return None
    known = (layout.party for layout in layouts if layout.is_called(publisher))
    return next(known, None) or agency_parties().get(publisher)
