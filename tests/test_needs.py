"""An extractor that is not run, because a document has nothing of what it needs, would have found nothing there."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from hypothesis import given

from diplocorpus import Analyzer, AnnotatedDocument, ExtractorSpec, Findings, default_extractors, load_corpus
from diplocorpus.testing.strategies import readouts

IDLE: set[str] = set()
"""The extractors that there was nothing for, so far."""


def watched(spec: ExtractorSpec) -> ExtractorSpec:
    """Return an extractor that is always run, and fails where it finds something without what it needs."""

    def extract(document: AnnotatedDocument, findings: Findings, /) -> Iterator[object]:
        idle = not spec.may_find(document, findings)
        for found in spec.extract(document, findings):
            assert not idle, f"found {found} without any of {spec.needs}"
            yield found
        if idle:
            IDLE.add(spec.name)

    return attrs.evolve(spec, extract=extract, needs=())


WATCHED = Analyzer([watched(spec) for spec in default_extractors()])


def test_nothing_is_found_without_what_is_needed() -> None:
    """In no document of the seeds and the sample nor in any paragraph by itself; each extractor has one that it passes over."""
    for document in (*load_corpus("seeds/"), *load_corpus("sample")):
        for text in (document.text, *filter(str.strip, document.text.split("\n"))):
            WATCHED.analyze(document.model_copy(update={"text": text}))
    assert {spec.name for spec in default_extractors() if spec.needs} <= IDLE


@given(readouts())
def test_nothing_is_found_without_what_is_needed_in_any_text(text: str) -> None:
    """However its pieces fall together."""
    WATCHED.analyze(text)


def test_what_is_needed_is_required() -> None:
    """Types come from extractors before, vocabularies from packs; without either it is not run."""
    ran = []

    def extract(document: AnnotatedDocument, _: Findings, /) -> Iterator[object]:
        ran.append(document.document.text)
        return iter(())

    spec = ExtractorSpec("acme.gifts", extract, int, (str,), needs=("strength", Findings))
    assert spec.requires == (str, Findings)
    analyzer = Analyzer([attrs.evolve(spec, requires=(), needs=("strength",))])
    for text in ("Kenya will buy a clock.", "A clock is here."):
        analyzer.analyze(text)
    assert ran == ["Kenya will buy a clock."]
