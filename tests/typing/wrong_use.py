"""What users must not write: each line is an error of mypy and of pyright, and both complain where it is none."""

from __future__ import annotations

from collections.abc import Iterator

from diplocorpus import (
    Analyzer,
    AnnotatedDocument,
    Commitment,
    Document,
    ExtractorSpec,
    Findings,
    Meeting,
    Record,
    Span,
    analyze,
    compare,
    extract_commitments,
    load_corpus,
)

corpus = load_corpus("readouts/")
analysis = analyze("a text")
commitment = analysis.commitments[0]

load_corpus("readouts/", on_error="ignore")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
load_corpus("readouts/", ids="name")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
load_corpus("readouts/", encodings="utf-8")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
load_corpus(3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
extract_commitments(analysis)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
extract_commitments("a text", min_strength=3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
analyze(corpus)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
compare(analysis)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]

commitment.committers.append("KEN")  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
print(commitment.speaker.upper())  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
print(commitment.bound_by)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownArgumentType, reportUnknownMemberType]
print(commitment.strength < 3)  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue, reportUnknownArgumentType]
print(analysis.document.dateline.place)  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
Document(id="a")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Document(id="a", text="b", heading="c")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Span(start=0, end="1", text="a")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def no_findings(document: AnnotatedDocument) -> Iterator[Meeting]:
    """Lacks what was found before."""
    return iter(())


ExtractorSpec("acme.gifts", no_findings, Meeting)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
ExtractorSpec("acme.gifts", "find_gifts", Meeting)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
ExtractorSpec("acme.gifts", lambda document, findings: (), Meeting, requires=Commitment)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Analyzer([extract_commitments])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
Analyzer(packs=["mine.toml"], extractor=["acme.gifts"])  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


class Gift(Record):
    """A record of a plug-in."""

    words: Span


def find_gifts(document: AnnotatedDocument, findings: Findings, /) -> Iterator[Gift]:
    """Forgets that a record has evidence."""
    yield Gift(words=document.span(0, 1))  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
