"""The picture of the first page: a sentence of a document and what was found in it, as SVG."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from html import escape

import attrs

from diplocorpus.models.analysis import Analysis
from diplocorpus.models.discourse import Attribution
from diplocorpus.models.spans import Span

_COLUMNS = 48
_CHAR = 9.6
_TEXT = 16
_TRACK = 22
_BARE = 6
_MARGIN = 20
_COLOURS = {"speech": "#2a6f97", "commitment": "#b5530a", "framework": "#4d7c2a"}


@attrs.frozen
class Mark:
    """A stretch of text under which a bar is drawn, in a track of its own kind, with a label."""

    span: Span
    kind: str
    label: str


def marks_of(analysis: Analysis, attribution: Attribution) -> Iterator[Mark]:
    """Yield what is marked of a speech: who speaks, who is bound to what, and the frameworks that are named."""
    if attribution.source is not None:
        yield Mark(attribution.source, "speech", f"source: {attribution.speaker}")
    yield Mark(attribution.cue, "speech", "cue")
    for commitment in analysis.commitments:
        if commitment.attribution_id == attribution.id:
            towards = f" towards {' and '.join(commitment.counterparts)}" if commitment.counterparts else ""
            yield Mark(commitment.trigger, "commitment", f"{commitment.strength}: {' and '.join(commitment.committers)}{towards}")
            yield from (Mark(action, "commitment", "action") for action in commitment.actions)
    for reference in analysis.frameworks:
        if any(content.start <= reference.span.start and reference.span.end <= content.end for content in attribution.content):
            yield Mark(reference.span, "framework", f"framework: {reference.framework}")


def picture(analysis: Analysis, attribution: Attribution) -> str:
    """Return a speech as SVG: its words in lines, below each line the marks, a row or more a kind."""
    marks = list(marks_of(analysis, attribution))
    text = analysis.document.text
    ends = [(mark.span.start, mark.span.end) for mark in marks] + [(content.start, content.end) for content in attribution.content]
    start, last = min(first for first, _ in ends), max(end for _, end in ends) + 1
    lines, parts, height = list(_lines(text, start, last)), [], _MARGIN
    for begin, end in lines:
        height += _TEXT + 4
        parts.append(_words(text[begin:end], height))
        for kind, colour in _COLOURS.items():
            drawn = [mark for mark in marks if mark.kind == kind and mark.span.start < end and begin < mark.span.end]
            for row in _rows(drawn, begin):
                parts += [_bar(mark, begin, end, height, colour) for mark in row]
                height += _TRACK if any(mark.span.start >= begin for mark in row) else _BARE
        height += 12
    width = _COLUMNS * _CHAR + 2 * _MARGIN
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height}" role="img">'
    card = f'<rect width="{width:g}" height="{height}" rx="8" fill="#fff" stroke="#ddd"/>'
    return "\n".join([head, card, *parts, "</svg>", ""])


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    place = start
    for line in textwrap.wrap(text[start:end], _COLUMNS):
        place = text.index(line, place)
        yield place, place + len(line)
        place += len(line)


def _rows(marks: list[Mark], begin: int) -> list[list[Mark]]:
    """Return marks in as many rows as keep their labels from running into each other."""
    rows: list[list[Mark]] = []
    for mark in marks:
        free = [row for row in rows if _label_end(row[-1], begin) < mark.span.start - begin]
        free[0].append(mark) if free else rows.append([mark])
    return rows


def _label_end(mark: Mark, begin: int) -> float:
    """Return the column in which a mark's label ends."""
    return mark.span.end - begin if mark.span.start < begin else max(mark.span.end, mark.span.start + 0.72 * len(mark.label) + 1) - begin


def _words(line: str, height: float) -> str:
    length = f'textLength="{len(line) * _CHAR:g}" lengthAdjust="spacingAndGlyphs"'
    return f'<text x="{_MARGIN}" y="{height}" font-family="monospace" font-size="{_TEXT}" {length} fill="#222">{escape(line)}</text>'


def _bar(mark: Mark, begin: int, end: int, height: float, colour: str) -> str:
    left = _MARGIN + (max(mark.span.start, begin) - begin) * _CHAR
    right = _MARGIN + (min(mark.span.end, end) - begin) * _CHAR
    bar = f'<rect x="{left:g}" y="{height + 4}" width="{right - left:g}" height="3" rx="1" fill="{colour}"/>'
    if mark.span.start < begin:
        return bar
    label = f'<text x="{left:g}" y="{height + 20}" font-family="sans-serif" font-size="13" fill="{colour}">{escape(mark.label)}</text>'
    return bar + label
