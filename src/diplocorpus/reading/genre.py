"""What kind of text a document is: readout, report, joint statement, transcript, press conference, announcement, letter."""

from __future__ import annotations

import re
from functools import cache

from diplocorpus.models.documents import Document, Genre
from diplocorpus.patterns.layouts import GENERAL, Layouts, fitting
from diplocorpus.patterns.loading import read_toml
from diplocorpus.patterns.masking import host_of, plain_page
from diplocorpus.patterns.templates import Forms, Page, forms, owners
from diplocorpus.patterns.turns import Turn, turns

_OPENING_REACH = 700
_BLOCKS = re.compile(r"\n[ \t]*\n")
_ENDS = re.compile(r"[.!?][\"')]*(?:\s|$)")
_SENTENCE_END = re.compile(r"[.!?](?<=[a-z)\"\d].) (?=[\"(]?[A-Z])")

_PLANNED = re.compile(
    r"\b(?:will(?: also| virtually| jointly| both)? (?:virtually )?(?:meet|host|co-host|hold|visit|travel|pay|attend|chair|co-chair|lead"
    r"|speak|depart|arrive|undertake|convene|conduct|receive|welcome|join|participate|take part)"
    r"|(?:is|are) (?:scheduled|set|due|expected|planned|going) to"
    r" (?:meet|host|hold|visit|travel|pay|attend|chair|welcome|join|receive|speak|arrive)"
    r"|looks? forward to (?:welcoming|hosting|meeting)|(?:is|are) to (?:meet|visit|pay|hold|attend|host))\b"
)
_SCHEDULED = re.compile(
    r"will(?: also)? (?:(?:virtually )?meet\b|hold (?:a |an |the )?(?:\w+ ){0,3}(?:talks|meeting|summit|conversation)\b"
    r"|pay (?:a|an) (?:\w+ ){0,3}visit|visit|travel|attend|chair|arrive)"
)
"""What still is a plan where the sentence says who told it: "will pay a state visit, a spokesperson said"."""

_HAPPENED = re.compile(
    r"\b(?:met|spoke|held|had|hosted|said|told|took|led|paid|made|gave|saw|sent|went|[a-z]{2,}ed"
    r"|(?:is|was|were|has|have|are) (?:being )?[a-z]+ed|stands|expects|believes|hopes|discussing|meeting with)\b"
)
_TOLD = re.compile(r"\b(?:said|told|stressed|noted|added|pointed out|announced|according to)\b")

_LETTER = re.compile(
    r"\b(?:sent|exchanged|extended|sends|replied to|conveyed)(?: \w+){0,4} "
    r"(?:congratulatory (?:message|letter|telegram)s?|messages? of \w+|letters?|telegrams?|condolences|congratulations|greetings)\b"
)
_MET = re.compile(r"\b(?:met|meeting|talks|spoke|conversation|phone|call|received|visit|hosted)\b")
_DID = r"\b(?:met|spoke|held|had|hosted|welcomed|joined|received|called|convened)\b"
_OWN_ACCOUNT = re.compile(
    rf"{_DID}.{{0,120}}\b(?:today|yesterday|this (?:morning|afternoon|evening|week))\b"
    rf"|\b(?:[Tt]oday|[Yy]esterday|[Tt]his (?:morning|afternoon|evening))\b.{{0,160}}{_DID}"
)


@cache
def _titles() -> Forms[Genre]:
    return Forms((form, Genre(entry["genre"])) for entry in read_toml("genres.toml")["title"] for form in forms(entry["phrases"]))


def genre_of_title(title: str) -> Genre | None:
    """Return the genre that a title tells, or None."""
    page = Page.of(title)
    return next(owners(_titles().possible(page.words), page), None)


def genre_of_opening(opening: str) -> Genre | None:
    """Return the genre that the first sentence of a body tells, or None."""
    plan = _PLANNED.search(opening)
    if plan and not _HAPPENED.search(opening, 0, plan.start()):
        told = _TOLD.search(opening, plan.end())
        if not told or _SCHEDULED.match(opening, plan.start()):
            return Genre.ANNOUNCEMENT
    letter = _LETTER.search(opening)
    if letter and not _MET.search(opening, 0, letter.start()):
        return Genre.LETTER
    return None


def opening_of(body: str) -> str:
    """Return the first sentence of a body that is one: titles above it have no end."""
    for block in _BLOCKS.split(body[: 4 * _OPENING_REACH].strip()):
        words = block.split()
        if len(words) > 4 and _ENDS.search(folded := " ".join(words)):
            end = _SENTENCE_END.search(folded)
            return folded[: min(_OPENING_REACH, end.start() + 1 if end else _OPENING_REACH)]
    return ""


def _genre_of_turns(body: str, found: list[Turn]) -> Genre | None:
    """Return what the labels of speakers make of a text in which nothing is told before the first of them."""
    if not found or opening_of(body[: found[0].start]):
        return None
    return Genre.PRESS_CONFERENCE if sum(turn.asks for turn in found) >= 2 else Genre.TRANSCRIPT


def genre_of(masked: str, body_start: int, title: str | None, publisher: str | None, document: Document, layouts: Layouts) -> Genre | None:
    """Return the genre of a document, or None where neither title, opening, form nor publisher tells it.

    `masked` is the text with its boilerplate blank, `body_start` where its dateline ends. An announcement is told by
    its opening before its title, since what is titled a meeting may still be to come.
    """
    body = masked[body_start:]
    named = genre_of_title(title) if title else None
    if named in (Genre.JOINT_STATEMENT, Genre.PRESS_CONFERENCE, Genre.LETTER):
        return named
    opening = opening_of(body)
    opened = genre_of_opening(opening)
    if opened is not None and not (opened is Genre.LETTER and named is Genre.READOUT):
        return opened
    form = _genre_of_turns(body, list(turns(body)))
    if form is not None:
        return form
    if named is Genre.TRANSCRIPT or (named is Genre.ANNOUNCEMENT and not _HAPPENED.search(opening)):
        return named
    if body_start and not masked.startswith("\n", body_start):
        return Genre.REPORT
    for layout in layouts.called(publisher) if publisher else ():
        if layout.genre:
            return layout.genre
    if named is Genre.READOUT:
        return named
    fit = fitting(layouts, plain_page(document.text), host=host_of(document.metadata))
    fits = {layout.genre for layout in layouts if layout.publisher in fit and layout.publisher != GENERAL}
    if len(fits) == 1:
        return fits.pop()
    return Genre.READOUT if _OWN_ACCOUNT.search(opening) else None
