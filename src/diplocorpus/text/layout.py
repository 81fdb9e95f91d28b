"""The parts of a document: masked text, paragraphs, headings, and what somebody said word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from diplocorpus.models.documents import Document
from diplocorpus.patterns.layouts import Layouts, own_layouts
from diplocorpus.patterns.masking import blank, mask
from diplocorpus.patterns.turns import Turn, turns

_BREAK = re.compile(r"\n[ \t]*\n\s*")
_ITEM = re.compile(r"[ \t]{0,8}(?:[-•·▪*]|\d{1,2}[.)]|\(\d{1,2}\))[ \t]")
_ITEM_BREAK = re.compile(rf"\n(?={_ITEM.pattern})")
_CLOSERS = "\"')]"
_TERMINALS = tuple(".!?:;")
_LEFT_OPEN = re.compile(r"(?:\b(?:of|for|to|the|a|an|and|or|in|on|with|by|from|at|as|its|their|his|her)|,)$")
_GAP = re.compile(r"\n\s*")
_CUT = re.compile(r"<(?:…|\.\.\.)>|(?m:^[ \t]*(?:\*[ \t]*){3,}$)")
"""Where a transcript leaves something out or ends: `<…>`, `* * *`."""


@attrs.frozen
class Paragraph:
    """Characters `start` up to, not including, `end`; headings are titles and what stands before a dateline.

    In a transcript `transcript` is set, and `speaker` holds where the name stands under which the words go. A label
    is a paragraph of its own, a heading.
    """

    start: int
    end: int
    heading: bool = False
    transcript: bool = False
    speaker: tuple[int, int] | None = None


@attrs.frozen
class Layout:
    """The masked text, as long as the original, and its paragraphs."""

    masked: str
    paragraphs: tuple[Paragraph, ...]


def _hard_wrapped(text: str) -> bool:
    lengths = sorted(len(line) for line in text.split("\n") if line.strip())
    return len(lengths) >= 4 and lengths[-1] <= 100 and lengths[len(lengths) // 2] >= 40


def _breaks(text: str, masked: str) -> list[tuple[int, int]]:
    """Return the gaps between paragraphs: blank lines, items of lists, and single newlines where lines are not wrapped by width."""
    if not _hard_wrapped(text):
        return [match.span() for match in _GAP.finditer(masked)]
    found = [match.span() for match in _BREAK.finditer(masked)]
    covered = {index for start, end in found for index in range(start, end)}
    return sorted([*found, *(match.span() for match in _ITEM_BREAK.finditer(text) if match.start() not in covered)])


def _ends(piece: str) -> bool:
    """Tell whether a piece without space around it ends as a sentence does, in brackets or quotation marks or not."""
    return piece.rstrip(_CLOSERS).endswith(_TERMINALS)


def _bounds(text: str, masked: str, labels: list[Turn]) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs; one that breaks off (see `lay_out`) goes on in the next, unless that is a speaker's."""
    opens = {turn.start for turn in labels}
    start = 0
    for gap_start, gap_end in [*_breaks(text, masked), (len(masked), len(masked))]:
        piece = masked[start:gap_start].strip()
        if piece:
            broken_off = gap_end < len(masked) and gap_end not in opens and not _ends(piece)
            if broken_off and (masked[gap_end].islower() or _LEFT_OPEN.search(piece, max(0, len(piece) - 8))):
                continue
            yield start, gap_start
        start = gap_end


def _cut_at_labels(bounds: list[tuple[int, int]], labels: list[Turn]) -> Iterator[tuple[int, int, Turn | None]]:
    """Yield the paragraphs cut before and after the labels in them; with a label goes its turn."""
    queue = list(labels)
    for start, end in bounds:
        position = start
        while queue and queue[0].start < end:
            turn = queue.pop(0)
            if turn.start < position or turn.end > end:
                continue
            yield position, turn.start, None
            yield turn.start, turn.end, turn
            position = turn.end
        yield position, end, None


def _with_speakers(text: str, pieces: Iterator[tuple[int, int, Turn | None]]) -> Iterator[Paragraph]:
    """Yield paragraphs with the speaker in force; a cut ends a transcript until the next label."""
    speaker: tuple[int, int] | None = None
    last = 0
    for start, end, turn in pieces:
        if speaker and _CUT.search(text, last, start):
            speaker = None
        last = start
        if turn:
            speaker = turn.start, turn.name_end
        yield Paragraph(start, end, heading=turn is not None, transcript=speaker is not None, speaker=speaker)


def lay_out(document: Document, layouts: Layouts | None = None) -> Layout:
    """Mask boilerplate and find the paragraphs of a document.

    A paragraph that breaks off (it ends in an article, preposition or comma, or the next opens in lower case) goes on
    in the next one: extractors of web pages cut lines there.
    """
    layouts = own_layouts() if layouts is None else layouts
    masked = mask(document.text, layouts, publisher=document.publisher, metadata=document.metadata)
    if document.dateline:
        masked = blank(masked, [(document.dateline.span.start, document.dateline.span.end)])
    labels = list(turns(masked))
    bounds = list(_bounds(document.text, masked, labels))
    head_end = document.dateline.span.start if document.dateline else 0
    paragraphs: list[Paragraph] = []
    for index, found in enumerate(_with_speakers(document.text, _cut_at_labels(bounds, labels))):
        start, end = found.start, found.end
        if start < head_end < end:
            if masked[start:head_end].strip():
                paragraphs.append(Paragraph(start, head_end, heading=True))
            start = head_end
        piece = masked[start:end].strip()
        if not piece:
            continue
        item = _ITEM.match(document.text, start) is not None
        title = not item and not _ends(piece) and len(piece) < 200 and index < 3 and len(bounds) > 1
        heading = found.heading or end <= head_end or (title and not found.transcript)
        paragraphs.append(Paragraph(start, end, heading, found.transcript, found.speaker))
    return Layout(masked, tuple(paragraphs))
