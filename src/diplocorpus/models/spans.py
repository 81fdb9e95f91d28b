"""The ground of every record: text positions and how a record came to be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field


class Copied:
    """Marks what is copied from a document, so that it can be left out where the text may not be shared."""


Wording = Annotated[str, Copied()]
"""Words copied from a document: a title, a phrase kept as it stands."""


class Frozen(BaseModel):
    """Base of all public data: immutable, hashable, refusing unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=False)


class Span(Frozen):
    """A stretch of a document's text.

    `start` and `end` are Python string indices (code points) into `Document.text`, half open, and
    `text == document.text[start:end]` always holds.
    """

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    text: str

    def model_post_init(self, context: Any, /) -> None:
        """Hold the offsets against the text; once, and not again for each record that the span becomes part of."""
        if self.end - self.start != len(self.text):
            raise ValueError(f"a span of {self.end - self.start} characters cannot hold {len(self.text)}")

    def __str__(self) -> str:
        return self.text

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a character."""
        return self.start < other.end and other.start < self.end


class Record(Frozen):
    """Base of everything that an extractor reports to the user.

    `evidence` holds the characters that prove the record, never empty; `rules` the ids of the patterns and rules
    that fired.
    """

    evidence: Annotated[tuple[Span, ...], Field(min_length=1)]
    rules: tuple[str, ...] = ()


class Provenance(Frozen):
    """What an analysis depended on, so that a different result can be explained.

    `pipeline` is the name and version of the trained spaCy pipeline that it was made with, None without one.
    """

    library: str
    packs: Mapping[str, str] = {}
    extractors: tuple[str, ...] = ()
    pipeline: str | None = None
    source_sha256: str

    def model_post_init(self, context: Any, /) -> None:
        """Keep the mapping from being changed after the fact."""
        object.__setattr__(self, "packs", dict(self.packs))
