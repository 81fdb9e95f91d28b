"""Documents for tests, and texts with spans marked in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import attrs

from diplocorpus.models.documents import Document
from diplocorpus.models.spans import Span

_MARK = re.compile(r"\[(?:(?P<label>\w+):)?(?P<text>[^\[\]]*)\]")


def make_document(text: str, **known: Any) -> Document:
    """Return a document with a text; `id` is `test` unless it is among what is known.

    Raises pydantic.ValidationError where what is known is no field of a document.
    """
    return Document(**{"id": "test", **known, "text": text})


@attrs.frozen
class Marked:
    """A text without its marks, and the spans that were marked, by label, in text order."""

    document: Document
    spans: Mapping[str, tuple[Span, ...]]

    def __getitem__(self, label: str) -> Span:
        """Return the only span of a label.

        Raises KeyError where there is none, ValueError where there are several.
        """
        [span] = self.spans[label]
        return span


def parse_marked(text: str, **known: Any) -> Marked:
    """Return the document of a text in which spans are marked, with the spans.

    `Ott said Kenya [trigger:is ready to] [action:expand trade].` marks two. A mark without a label has the label `""`.
    Offsets are those of the text without marks. What is known of the document is given as for `make_document`.
    """
    found: list[tuple[str, int, int]] = []
    plain, last = "", 0
    for match in _MARK.finditer(text):
        plain += text[last : match.start()]
        found.append((match["label"] or "", len(plain), len(plain) + len(match["text"])))
        plain += match["text"]
        last = match.end()
    document = make_document(plain + text[last:], **known)
    spans: dict[str, tuple[Span, ...]] = {}
    for label, start, end in found:
        spans[label] = (*spans.get(label, ()), document.span(start, end))
    return Marked(document, spans)
