"""Which of the people named are in the table of office-holders, and with which terms."""

from __future__ import annotations

from collections.abc import Iterator

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.people.findings import Listed
from diplocorpus.models.events import Level
from diplocorpus.models.offices import OfficeHolder
from diplocorpus.patterns.names import name_parts
from diplocorpus.patterns.officeholders import is_surname
from diplocorpus.patterns.offices import may_be
from diplocorpus.text.acquaintances import Sketch, Sketched
from diplocorpus.text.annotated import AnnotatedDocument

_BELOW = frozenset({Level.VICE_MINISTER, Level.AMBASSADOR, Level.EXPERT})


def _terms(document: AnnotatedDocument, sketch: Sketch) -> tuple[OfficeHolder, ...]:
    """Return what the table has on a person, the terms that cover the day of the news first; nothing where several fit.

    Of a name of one word it must be told by the office or the state who is meant.
    """
    rows = document.packs.officeholders.terms(sketch.name)
    if sketch.party is not None and not sketch.assumed:
        rows = tuple(row for row in rows if row.party == sketch.party)
    day = document.document.date
    serving = tuple(row for row in rows if day is None or row.holds_on(day))
    if len(name_parts(sketch.name)) == 1:
        # "President Xi" is whoever is president on the day; "Xi" alone must be the only one of the surname in office.
        if sketch.role is None:
            serving = tuple(row for row in serving if is_surname(sketch.name, row))
        elif sketch.office is not None:
            serving = tuple(row for row in serving if may_be(sketch.office, sketch.role, row.role))
        else:
            return ()
        rows = serving
    if len({row.name for row in rows}) != 1:
        rows = serving
    if len({row.name for row in rows}) != 1 or _outranked(sketch, serving):
        return ()
    return (*sorted(serving, key=lambda row: row.level, reverse=True), *(row for row in rows if row not in serving))


def _outranked(sketch: Sketch, serving: tuple[OfficeHolder, ...]) -> bool:
    """Tell whether a text gives a rank that nobody of those offices bears: an ambassador of that name is a namesake."""
    return sketch.level in _BELOW and any(row.level >= Level.MINISTER for row in serving)


def extract_office_terms(document: AnnotatedDocument, findings: Findings) -> Iterator[Listed]:
    """Yield the people of a document who are in the table of office-holders, in order of first naming."""
    for sketch in dict.fromkeys(naming.sketch for naming in findings.of(Sketched)):
        terms = _terms(document, sketch)
        if terms:
            yield Listed(sketch, terms)
