"""The analysis of one document: all its records, JSON in and out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import Field, SerializeAsAny, model_validator

from diplocorpus.models.discourse import Attribution, Commitment
from diplocorpus.models.documents import Document
from diplocorpus.models.events import Meeting
from diplocorpus.models.frameworks import FrameworkReference
from diplocorpus.models.offices import Discrepancy
from diplocorpus.models.partnerships import Partnership
from diplocorpus.models.spans import Frozen, Provenance, Record
from diplocorpus.models.stances import Stance
from diplocorpus.models.versions import upgraded


class Analysis(Frozen):
    """Everything found in one document, in text order, linked by ids.

    `meetings` are encounters that took place, `announced` those still to come. `warnings` say where the text and the
    table of office-holders differ. `model_dump_json()` gives one line of the wire format, `model_validate_json()` reads
    it back. `extensions` holds the records of extractors that are not our own, by extractor name; read back from JSON
    they are plain mappings until `with_types` says what they are.
    """

    schema_version: Literal[1] = 1
    document: Document
    meetings: tuple[Meeting, ...] = ()
    announced: tuple[Meeting, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    frameworks: tuple[FrameworkReference, ...] = ()
    stances: tuple[Stance, ...] = ()
    partnerships: tuple[Partnership, ...] = ()
    warnings: tuple[Discrepancy, ...] = ()
    extensions: Mapping[str, tuple[SerializeAsAny[Record] | Mapping[str, Any], ...]] = Field(default_factory=dict)
    provenance: Provenance

    @model_validator(mode="before")
    @classmethod
    def _of_this_version(cls, fields: Any) -> Any:
        return upgraded(fields)

    @property
    def records(self) -> tuple[Record, ...]:
        """Our own records, kind by kind."""
        return (*self.meetings, *self.announced, *self.attributions, *self.commitments, *self.frameworks, *self.stances, *self.partnerships)

    def with_types(self, types: Mapping[str, type[Record]]) -> Analysis:
        """Return the analysis with extensions that were read from JSON as records again, of the types by extractor name.

        Raises pydantic.ValidationError where one has not the fields of its type.
        """
        known = {name: kind for name, kind in types.items() if name in self.extensions}
        if not known:
            return self
        read = {
            name: tuple(kind.model_validate(dict(found)) if isinstance(found, Mapping) else found for found in self.extensions[name])
            for name, kind in known.items()
        }
        return self.model_copy(update={"extensions": {**self.extensions, **read}})

    def to_html(self) -> str:
        """Return a self-contained page that shows the text with its evidence marked, and every record beside it."""
        from diplocorpus.pages.documents import document_page

        return document_page(self)

    def _repr_html_(self) -> str:
        from diplocorpus.pages.notebook import analysis_fragment

        return analysis_fragment(self)

    def __repr__(self) -> str:
        return (
            f"Analysis({self.document.id!r}: {len(self.meetings)} meetings, {len(self.attributions)} attributions, "
            f"{len(self.commitments)} commitments, {len(self.frameworks)} frameworks)"
        )

    __str__ = __repr__
