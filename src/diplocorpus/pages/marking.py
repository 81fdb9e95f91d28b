"""A text cut where evidence begins and ends, so that spans that nest or cross can all be shown."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import attrs

from diplocorpus.models.spans import Frozen, Span

_GAP = re.compile(r"\n\s*\n\s*")
_ANCHORS = ("trigger", "cue", "anchor", "span")
"""Fields, first choice first, whose words stand for the whole record."""


@attrs.frozen
class Mark:
    """A span of a record in the text: which record, which of its fields the span fills (`trigger`), and how it looks."""

    record: str
    role: str
    style: str
    start: int
    end: int


@attrs.frozen
class Segment:
    """A stretch of text that the same marks cover from end to end, widest first.

    `opens` is the record whose anchor begins here; `gap` tells the white space between paragraphs.
    """

    text: str
    marks: tuple[Mark, ...]
    opens: str | None
    gap: bool


@attrs.frozen
class Paragraph:
    """Segments up to and with a blank line; `wrapped` where the lines are broken at a width, so that they may flow anew."""

    number: int
    segments: tuple[Segment, ...]
    wrapped: bool


def fields_of(record: object) -> dict[str, Any]:
    """Return the fields of a record, or of one that was read back from JSON as a plain mapping."""
    if isinstance(record, Mapping):
        return {str(name): _restored(value) for name, value in record.items()}
    return {name: getattr(record, name) for name in type(record).model_fields} if isinstance(record, Frozen) else {}


def _restored(value: object) -> object:
    """Return what JSON made of spans and tuples as spans and tuples."""
    if isinstance(value, Mapping) and set(value) == {"start", "end", "text"}:
        return Span.model_validate(value)
    return tuple(_restored(item) for item in value) if isinstance(value, (list, tuple)) else value


def spans_of(record: object) -> Iterator[tuple[str, Span]]:
    """Yield the spans of a record, each with the field that it fills; `evidence` only where no other field has that span."""
    seen = set()
    fields = fields_of(record)
    for name, value in fields.items():
        if name != "evidence":
            for span in _spans_in(value):
                seen.add((span.start, span.end))
                yield name, span
    for span in fields.get("evidence", ()):
        if (span.start, span.end) not in seen:
            yield "evidence", span


def _spans_in(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans_in(item)
    elif isinstance(value, (Frozen, Mapping)):
        for item in fields_of(value).values():
            yield from _spans_in(item)


def anchor_role(roles: Sequence[str]) -> str | None:
    """Return which of a record's fields has the words that stand for it: trigger, cue, anchor or span, else the first."""
    return next((role for role in _ANCHORS if role in roles), roles[0] if roles else None)


def paragraphs(text: str, marks: Iterable[Mark], anchors: Iterable[tuple[str, str]]) -> tuple[Paragraph, ...]:
    """Return a text as paragraphs of segments, which put together give the text again, character by character.

    `anchors` are pairs of record and field. Marks that do not lie in the text are left out. Work grows with the number
    of segments times the marks that cover one.
    """
    kept = sorted((mark for mark in marks if mark.start < mark.end <= len(text)), key=lambda mark: (mark.start, -mark.end))
    bounds = tuple(_bounds(text))
    cuts = sorted({0, len(text), *(cut for bound in bounds for cut in bound), *(cut for mark in kept for cut in (mark.start, mark.end))})
    places = {cut: place for place, cut in enumerate(cuts)}
    segments = tuple(_segments(text, kept, cuts, set(anchors), {start for _, start, _ in bounds}))
    return tuple(
        Paragraph(number, segments[places[start] : places[end]], _is_wrapped(text[start:gap]))
        for number, (start, gap, end) in enumerate(bounds, 1)
    )


def _segments(text: str, marks: list[Mark], cuts: list[int], anchors: set[tuple[str, str]], gaps: set[int]) -> Iterator[Segment]:
    starting: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        starting[mark.start].append(mark)
    covering: list[Mark] = []
    for start, end in pairwise(cuts):
        covering = [*(mark for mark in covering if mark.end > start), *starting[start]]
        opening = [mark for mark in starting[start] if (mark.record, mark.role) in anchors]
        anchors -= {(mark.record, mark.role) for mark in opening}
        yield Segment(text[start:end], tuple(covering), opening[-1].record if opening else None, start in gaps)


def _bounds(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield where each paragraph begins, where its white space begins, and where the next one begins."""
    start = 0
    for gap in _GAP.finditer(text):
        if gap.start() > start:
            yield start, gap.start(), gap.end()
            start = gap.end()
    if start < len(text):
        yield start, len(text), len(text)


def _is_wrapped(text: str) -> bool:
    """Tell whether all lines but the last are as long as those of a text that was broken at a width."""
    *lines, _ = text.split("\n")
    return bool(lines) and all(50 <= len(line) <= 100 for line in lines)
