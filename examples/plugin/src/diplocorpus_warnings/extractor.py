"""The extractor: a warning for each hit of the pack's phrases, with the attribution that it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from diplocorpus import AnnotatedDocument, Attribution, ExtractorSpec, Findings, Record, Span

PACK = Path(__file__).with_name("warnings.toml")
"""The phrases."""


class Gravity(StrEnum):
    """How grave a warning is."""

    CAUTION = "caution"
    THREAT = "threat"


class Warned(Record):
    """A warning: its words, how grave they are, and who gave it."""

    words: Span
    gravity: Gravity
    speaker: str | None = None


def extract_warnings(document: AnnotatedDocument, findings: Findings, /) -> Iterator[Warned]:
    """Yield the warnings of a document in text order."""
    for hit in document.hits.get("warning", ()):
        words = document.span(hit.first, hit.last)
        said = [
            attribution
            for attribution in findings.of(Attribution)
            if any(content.start <= words.start and words.end <= content.end for content in attribution.content)
        ]
        yield Warned(
            words=words,
            gravity=Gravity(hit.pattern.label),
            speaker=said[-1].speaker if said else None,
            evidence=(words,),
            rules=(hit.pattern.id,),
        )


SPEC = ExtractorSpec("example.warnings", extract_warnings, produces=Warned, requires=(Attribution,), packs=(PACK,))
"""What the entry point names; the pack comes along with the extractor."""
