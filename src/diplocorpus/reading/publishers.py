"""Who published a document, and how that is known: what it was given as, its own words, its address."""

from __future__ import annotations

import re
from functools import cache

from diplocorpus.models.documents import Document
from diplocorpus.patterns.layouts import Layouts, Use, possible
from diplocorpus.patterns.masking import HEAD_REACH, host_of, plain_page
from diplocorpus.patterns.parties import NameKind, parties
from diplocorpus.patterns.templates import owners
from diplocorpus.reading.head import Head, agency_parties

_TAIL_REACH = 600
_BODY_REACH = 4_000
_BODIES = frozenset(
    """
    government ministry minister ministers president presidency presidential premier chancellor chancellery department office
    secretariat cabinet parliament embassy mission consulate mfa mofa king queen palace court diwan
    """.split()
)
"""What a body of a state is called; without such a word the name of a state is that of a newspaper."""


def publisher_of(document: Document, head: Head, layouts: Layouts) -> tuple[str | None, str | None]:
    """Return the publisher's name and the basis: `given`, `dateline`, `header`, `text` or `url`; None and None for neither.

    The look of a text alone names nobody: others write and reprint in the same form.
    """
    if document.publisher is not None:
        return document.publisher, document.provenance.publisher_basis or "given"
    if head.dateline and head.dateline.agency:
        return head.dateline.agency, "dateline"
    page = plain_page(document.text)
    forms, length = possible(layouts, page), len(page.text)
    for layout in owners(forms[Use.HEADER], page, (0, HEAD_REACH), (max(0, length - _TAIL_REACH), length)):
        if layout.name:
            return layout.name, "header"
    for layout in owners(forms[Use.CREDIT], page, (0, _BODY_REACH)):
        if layout.name:
            return layout.name, "text"
    host = host_of(document.metadata) or host_of(head.front)
    if host:
        for layout in layouts.at(host):
            if layout.name:
                return layout.name, "url"
    return None, None


def party_of(publisher: str | None, layouts: Layouts) -> str | None:
    """Return the party whose own body or agency a publisher is, or None where it is nobody's or not known."""
    if publisher is None:
        return None
    known = (layout.party for layout in layouts.called(publisher))
    return next(known, None) or agency_parties().get(publisher) or _named_in(publisher)


def _named_in(publisher: str) -> str | None:
    """Return the party that a body's own name tells: "Ministry of Foreign Affairs of Japan", "Australian Government", "African Union".

    Of two the first: "Embassy of China in Kenya".
    """
    words = re.findall(r"[^\s,;:()]+", publisher.casefold().replace("’s", "").replace("'s", ""))
    body = not _BODIES.isdisjoint(words)
    for first in range(len(words)):
        for last in range(len(words), first, -1):
            code, kind = _party_names().get(" ".join(words[first:last]), (None, None))
            whole = last - first == len(words) and (kind == "seat" or (code and parties()[code].kind == "organization"))
            if whole or (body and kind in ("name", "demonym")):
                return code
    return None


@cache
def _party_names() -> dict[str, tuple[str, NameKind]]:
    """Return what each party is called by nobody else, in lower case, with its code and the kind of the wording."""
    return {
        name.text.casefold(): (entry.code, name.kind)
        for entry in parties().values()
        if entry.kind in ("state", "territory", "organization")
        for name in entry.wordings
        if not name.shared
    }
