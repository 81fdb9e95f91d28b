"""Spans from outside (GLiNER, langextract, a prompted model) as records: checked against the text first."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, cast

import attrs

from diplocorpus.errors import DiplocorpusWarning
from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.protocols import ExtractorSpec
from diplocorpus.models.candidates import Candidate, CheckedCandidates, RejectedCandidate
from diplocorpus.models.documents import Document
from diplocorpus.text.annotated import AnnotatedDocument

CandidateFormat = Literal["gliner", "langextract"]
"""`gliner`: a list of `{"start", "end", "text", "label", "score"}`. `langextract`: a mapping with `extractions`, each with
`extraction_class`, `extraction_text`, `char_interval` (`start_pos`, `end_pos`, or null) and `attributes`."""

Proposed = Mapping[str, Any] | Iterable[Mapping[str, Any]]


@attrs.frozen
class _Proposal:
    label: str
    text: str
    start: int | None
    end: int | None
    score: float | None
    attributes: Mapping[str, Any]


def _proposals(proposed: Proposed, form: CandidateFormat) -> Iterator[_Proposal]:
    if isinstance(proposed, Mapping) is not (form == "langextract"):
        told = "a mapping" if isinstance(proposed, Mapping) else "a list"
        raise ValueError(f"{told} is no {form}; choose the other format: gliner is a list of spans, langextract a mapping")
    if form == "gliner":
        for item in cast("Iterable[Mapping[str, Any]]", proposed):
            yield _Proposal(str(item["label"]), str(item["text"]), item.get("start"), item.get("end"), item.get("score"), {})
        return
    fields = cast("Mapping[str, Any]", proposed)
    for item in fields.get("extractions") or ():
        place = item.get("char_interval") or {}
        label, text = str(item["extraction_class"]), str(item["extraction_text"])
        yield _Proposal(label, text, place.get("start_pos"), place.get("end_pos"), None, item.get("attributes") or {})


def check_candidates(document: Document, proposed: Proposed, form: CandidateFormat = "gliner") -> CheckedCandidates:
    """Check another tool's spans against a document's text.

    A span is accepted where its offsets (code points, half open) hold its words, or where the words occur in one place
    of the text only, which is then taken. Others are rejected with a reason: models that are prompted give offsets that
    are off, and words that are not there.

    Raises ValueError where what is given is in the other format, KeyError where an item lacks what its format has.
    """
    accepted: list[Candidate] = []
    rejected: list[RejectedCandidate] = []
    for item in _proposals(proposed, form):
        found = _placed(document.text, item)
        if isinstance(found, str):
            rejected.append(RejectedCandidate(label=item.label, text=item.text, start=item.start, end=item.end, reason=found))
            continue
        span = document.span(found, found + len(item.text))
        rule = "candidate.offsets" if (item.start, item.end) == (span.start, span.end) else "candidate.text"
        accepted.append(
            Candidate(label=item.label, span=span, score=item.score, attributes=item.attributes, evidence=(span,), rules=(rule,))
        )
    return CheckedCandidates(accepted=tuple(accepted), rejected=tuple(rejected))


def _placed(text: str, item: _Proposal) -> int | str:
    """Return where the words of a proposal begin, or why they are nowhere."""
    if not item.text.strip():
        return "it has no words"
    if item.start is not None and item.start >= 0 and text[item.start : item.end] == item.text:
        return item.start
    first = text.find(item.text)
    if first < 0:
        return "its words do not occur in the text"
    if text.find(item.text, first + 1) >= 0:
        return "its offsets do not fit, and its words occur more than once"
    return first


def candidate_extractor(name: str, proposed: Mapping[str, Proposed], form: CandidateFormat = "gliner") -> ExtractorSpec:
    """Return an extractor that gives another tool's spans, by document id, as records of type `Candidate`.

    They stand under `analysis.extensions[name]` and in whatever is made of analyses; a document whose spans are not all
    accepted gives a DiplocorpusWarning with their number.
    """

    def extract(document: AnnotatedDocument, findings: Findings, /) -> Iterator[Candidate]:
        checked = check_candidates(document.document, proposed.get(document.document.id, () if form == "gliner" else {}), form)
        if checked.rejected:
            number, first = len(checked.rejected), checked.rejected[0]
            message = f"{name}: {number} spans rejected in document {document.document.id!r}; the first, {first.text!r}: {first.reason}"
            warnings.warn(message, DiplocorpusWarning, stacklevel=2)
        yield from checked.accepted

    return ExtractorSpec(name, extract, produces=Candidate)
