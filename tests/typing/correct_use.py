"""What users write, with the types that they get; mypy and pyright read it, nothing runs it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import assert_type

import pandas as pd

from diplocorpus import (
    Analysis,
    Analyzer,
    AnnotatedDocument,
    Attribution,
    Commitment,
    Comparison,
    Corpus,
    CorpusAnalysis,
    Document,
    Extractor,
    ExtractorSpec,
    Findings,
    FrameworkReference,
    Level,
    Meeting,
    Participant,
    Record,
    Report,
    Span,
    Strength,
    analyze,
    analyze_stream,
    compare,
    default_extractors,
    extract_attributions,
    extract_commitments,
    extract_frameworks,
    extract_meetings,
    iter_documents,
    load_analyses,
    load_corpus,
    report,
)
from diplocorpus.errors import CorpusError, ExtractionError
from diplocorpus.testing import find, make_document, parse_marked

corpus = load_corpus("readouts/", on_error="collect")
assert_type(corpus, Corpus)
assert_type(corpus[0], Document)
assert_type(corpus["a"], Document)
assert_type(corpus[1:3], Corpus)
assert_type(corpus.errors, tuple[CorpusError, ...])
assert_type(corpus.filter(lambda document: document.date is not None), Corpus)
assert_type(load_corpus([Path("a.txt"), "b.txt"]), Corpus)
assert_type(load_corpus([{"id": "a", "text": "Lowe met Ott."}]), Corpus)
assert_type(iter_documents("dump.jsonl", on_error=print), Iterator[Document])

for source in ("a text", Document(id="a", text="a text"), corpus):
    assert_type(extract_meetings(source), list[Meeting])
    assert_type(extract_attributions(source), list[Attribution])
    assert_type(extract_commitments(source, min_strength="ready"), list[Commitment])
    assert_type(extract_frameworks(source), list[FrameworkReference])

analysis = analyze("a text")
assert_type(analysis, Analysis)
assert_type(analysis.document.date, str | None)
assert_type(analysis.records, tuple[Record, ...])
assert_type(analysis.to_html(), str)
for commitment in analysis.commitments:
    assert_type(commitment, Commitment)
    assert_type(commitment.committers, tuple[str, ...])
    assert_type(commitment.strength, Strength)
    assert_type(commitment.strength >= Strength.READY, bool)
    assert_type(commitment.trigger, Span)
    assert_type([action.text for action in commitment.actions], list[str])
for meeting in analysis.meetings:
    assert_type(meeting.participants, tuple[Participant, ...])
    assert_type(meeting.level, Level | None)

analyses = corpus.analyze(workers=2, progress=True)
assert_type(analyses, CorpusAnalysis)
assert_type(analyses["a"], Analysis)
assert_type(analyses[:2], CorpusAnalysis)
assert_type(analyses.tables, tuple[str, ...])
assert_type(analyses.to_pandas("commitments", explode="actions"), pd.DataFrame)
assert_type(analyses.report(title="Readouts"), Report)
assert_type(report(analyses), Report)
assert_type(compare(analyses[0], analyses[1]), Comparison)
assert_type(load_analyses("out.jsonl", extractors=["acme.gifts"]), CorpusAnalysis)

failures: list[CorpusError | ExtractionError] = []
assert_type(analyze_stream(corpus, workers=2, on_error=failures.append), Iterator[Analysis])


class Gift(Record):
    """A record of a plug-in."""

    words: Span
    worth: float | None = None


def find_gifts(document: AnnotatedDocument, findings: Findings, /) -> Iterator[Gift]:
    """Read what others found, yield what this one finds."""
    for found in findings.of(Commitment):
        assert_type(found, Commitment)
    for hit in document.hits.get("gift", ()):
        words = document.span(hit.first, hit.last)
        yield Gift(words=words, evidence=(words,), rules=(hit.pattern.id,))


extractor: Extractor[Gift] = find_gifts
spec = ExtractorSpec("acme.gifts", extractor, produces=Gift, requires=(Commitment,), packs=(Path("gifts.toml"),))
analyzer = Analyzer([*default_extractors(), spec, "example.warnings"], packs=["mine.toml", Path("other.toml")])
assert_type(analyzer.analyze(corpus[0]), Analysis)
assert_type(analyzer.extensions, dict[str, type[Record]])
for gift in analysis.extensions["acme.gifts"]:
    if isinstance(gift, Gift):
        assert_type(gift.worth, float | None)

document = make_document("Lowe met Ott.", published="2021-03-04")
assert_type(document, Document)
assert_type(parse_marked("Lowe [met] Ott.")["met"], Span)
assert_type(find(analysis.commitments, strength="ready"), Commitment)
