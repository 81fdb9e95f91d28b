"""The factory `diplocorpus` for spaCy pipelines: `nlp.add_pipe("diplocorpus")`.

spaCy imports this module whenever a pipeline is made, since it is an entry point; it imports nothing but spaCy itself
before a component is built.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

if TYPE_CHECKING:
    from diplocorpus.analyzer import Analyzer
    from diplocorpus.models.analysis import Analysis

KEY = "diplocorpus"
"""The name of the factory, of the extension attribute, and of the span group."""


@lru_cache(maxsize=256)
def _read(line: str) -> Analysis:
    from diplocorpus.analyzer import record_types
    from diplocorpus.models.analysis import Analysis
    from diplocorpus.offers import EXTRACTORS, offered
    from diplocorpus.plugins import as_specs

    analysis = Analysis.model_validate_json(line)
    # The pipeline named them; where they are not installed, their records stay mappings.
    return analysis.with_types(record_types(as_specs(analysis.extensions.keys() & offered(EXTRACTORS).keys())))


def _analysis(doc: Doc) -> Analysis | None:
    """Return the analysis that a Doc carries as JSON, which survives `to_bytes` and other processes."""
    line = doc.user_data.get(KEY)
    return _read(line) if line else None


@Language.factory(KEY, default_config={"extractors": None, "packs": []}, assigns=["doc._.diplocorpus", "doc.spans"])
def create(nlp: Language, name: str, extractors: list[str] | None, packs: list[str]) -> DiplocorpusComponent:
    """Build the component; `extractors` are names, `packs` paths or names of pattern packs."""
    return DiplocorpusComponent(extractors, packs)


class DiplocorpusComponent:
    """Analyses each Doc: the Analysis goes to `doc._.diplocorpus`, the evidence of its records to `doc.spans["diplocorpus"]`.

    Spans bear the kind of record as their label and the record's id as theirs; a span that ends within a token is
    widened to it. Packs are read when the first Doc comes, since a pipeline that was saved brings its own.
    `doc.user_data["document"]`, a mapping, may say what is known of the document: id, title, published, publisher.
    """

    def __init__(self, extractors: list[str] | None, packs: list[str]) -> None:
        self._extractors = extractors
        self._sources: list[Any] = packs
        if not Doc.has_extension(KEY):
            Doc.set_extension(KEY, getter=_analysis)

    @cached_property
    def _analyzer(self) -> Analyzer:
        from diplocorpus.analyzer import Analyzer, default_analyzer

        return Analyzer(self._extractors, self._sources) if self._extractors is not None or self._sources else default_analyzer()

    def __call__(self, doc: Doc) -> Doc:
        """Analyse a Doc and return it."""
        from diplocorpus.models.documents import Document

        known = {"id": "doc", **doc.user_data.get("document", {}), "text": doc.text}
        analysis = self._analyzer.analyze(Document.model_validate(known))
        doc.user_data[KEY] = analysis.model_dump_json()
        doc.spans[KEY] = SpanGroup(doc, name=KEY, spans=list(_spans(doc, analysis)))
        return doc

    def to_bytes(self, exclude: Any = ()) -> bytes:
        """Return the packs that were added, as spaCy saves components."""
        data: bytes = spacy.util.to_bytes({"packs": self._packs}, exclude)
        return data

    def from_bytes(self, data: bytes, exclude: Any = ()) -> DiplocorpusComponent:
        """Take the packs that `to_bytes` gave."""
        spacy.util.from_bytes(data, {"packs": self._take}, exclude)
        return self

    def to_disk(self, path: str | Path, exclude: Any = ()) -> None:
        """Save the packs that were added."""

        def write(file: Path) -> None:
            file.write_bytes(self._packs())

        spacy.util.to_disk(path, {"packs.json": write}, exclude)

    def from_disk(self, path: str | Path, exclude: Any = ()) -> DiplocorpusComponent:
        """Take the packs that `to_disk` saved."""
        spacy.util.from_disk(path, {"packs.json": lambda file: self._take(file.read_bytes())}, exclude)
        return self

    def _packs(self) -> bytes:
        from pydantic_core import to_json

        return to_json([pack.model_dump(mode="json", by_alias=True, exclude_defaults=True) for pack in self._analyzer.packs.added])

    def _take(self, saved: bytes) -> None:
        from pydantic_core import from_json

        from diplocorpus.patterns.layouts import PublisherLayout
        from diplocorpus.patterns.schema import Pack

        self._sources = [(PublisherLayout if "publisher" in fields else Pack).model_validate(fields) for fields in from_json(saved)]
        vars(self).pop("_analyzer", None)


def _spans(doc: Doc, analysis: Analysis) -> Any:
    from diplocorpus.models.spans import Record

    strangers = (record for records in analysis.extensions.values() for record in records if isinstance(record, Record))
    for record in (*analysis.records, *strangers):
        for evidence in record.evidence:
            span = doc.char_span(evidence.start, evidence.end, alignment_mode="expand")
            if span is not None and span.text.strip():
                yield Span(doc, span.start, span.end, label=type(record).__name__, span_id=getattr(record, "id", ""))
