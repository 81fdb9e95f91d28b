"""Same-length masking, paragraphs and headings."""

from __future__ import annotations

import re

import attrs

from diplocorpus.models.documents import Document

_ONE_FOR_ONE = str.maketrans(
    {
        "‘": "'", "’": "'", "ʼ": "'", "`": "'", "ʻ": "'",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "「": '"', "」": '"',
        "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u200b": " ", "\ufeff": " ", "\t": " ", "\r": " ",
        "‐": "-", "‑": "-",
    }
)  # fmt: skip
"""Typography that readers of text should not have to know; every value is one character long."""

_MARKUP = re.compile(r"\*\*|</?(?:sup|sub|b|i|em|strong)>|(?m:^\s*\\?#(?:[ \\]*#)*\s*$)")
_CREDIT = re.compile(r"\((?:Xinhua|TASS|AP|AFP|Reuters|Kazinform)(?:/[^()\n]{2,60})?\)")
_CAPTION = re.compile(r"(?m)^.{20,400}?[.!?] (?:Photo by )?[A-Z][\w.-]+(?: [A-Z][\w.-]+){1,3} ?/ ?[A-Z][\w ]{2,30}$")
_TRAILER = re.compile(r"(?m)^\s*(?:Source|Enditem|Editor|\(Web editor: [^)]*\)|[A-Z][\w .]+ contributed to this (?:story|report)\.?)\s*$")
_BREAK = re.compile(r"\n[ \t\u00a0]*\n\s*")
_TERMINAL = re.compile(r"[.!?:;][\"')\]]*\s*$")
_LEFT_OPEN = re.compile(r"(?:\b(?:of|for|to|the|a|an|and|or|in|on|with|by|from|at|as|its|their|his|her)|,)\s*$")


@attrs.frozen
class Paragraph:
    """Characters `start` up to, not including, `end`; headings are titles and what stands before a dateline."""

    start: int
    end: int
    heading: bool = False


@attrs.frozen
class Layout:
    """The masked text, as long as the original, and its paragraphs."""

    masked: str
    paragraphs: tuple[Paragraph, ...]


def _blank(text: str, spans: list[tuple[int, int]]) -> str:
    chars = list(text)
    for start, end in spans:
        for index in range(start, end):
            if chars[index] != "\n":
                chars[index] = " "
    return "".join(chars)


def _boilerplate(document: Document, text: str) -> list[tuple[int, int]]:
    spans = [match.span() for pattern in (_MARKUP, _CREDIT, _CAPTION, _TRAILER) for match in pattern.finditer(text)]
    stamp = re.match(r"\s*date \d{4}-\d{2}-\d{2}\b", text)
    if stamp:
        spans.append(stamp.span())
    if document.dateline:
        spans.append((document.dateline.span.start, document.dateline.span.end))
    return spans


def _hard_wrapped(text: str) -> bool:
    lines = [line for line in text.split("\n") if line.strip()]
    return len(lines) >= 4 and max(map(len, lines)) <= 100 and sorted(map(len, lines))[len(lines) // 2] >= 40


def _breaks(text: str) -> list[tuple[int, int]]:
    """Return the gaps between paragraphs: blank lines, and single newlines where lines are not wrapped by width."""
    if _hard_wrapped(text):
        return [match.span() for match in _BREAK.finditer(text)]
    return [match.span() for match in re.finditer(r"\n\s*", text)]


def lay_out(document: Document) -> Layout:
    """Mask boilerplate and find the paragraphs of a document.

    A paragraph that breaks off (it ends in an article, preposition or comma, or the next opens in lower case) goes on
    in the next one: extractors of web pages cut lines there.
    """
    text = document.text.translate(_ONE_FOR_ONE)
    masked = _blank(text, _boilerplate(document, text))
    bounds: list[tuple[int, int]] = []
    start = 0
    for gap_start, gap_end in [*_breaks(masked), (len(masked), len(masked))]:
        piece = masked[start:gap_start]
        follows = masked[gap_end : gap_end + 1]
        if gap_end < len(masked) and piece.strip() and not _TERMINAL.search(piece) and (_LEFT_OPEN.search(piece) or follows.islower()):
            continue
        if piece.strip():
            bounds.append((start, gap_start))
        start = gap_end
    head_end = document.dateline.span.start if document.dateline else 0
    paragraphs: list[Paragraph] = []
    for index, (opens, last) in enumerate(bounds):
        first = opens
        if first < head_end < last:
            if masked[first:head_end].strip():
                paragraphs.append(Paragraph(first, head_end, heading=True))
            first = head_end
        piece = masked[first:last].strip()
        title = not _TERMINAL.search(piece) and len(piece) < 200 and index < 3 and len(bounds) > 1
        paragraphs.append(Paragraph(first, last, heading=last <= head_end or title))
    return Layout(masked, tuple(paragraphs))
