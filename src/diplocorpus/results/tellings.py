"""One account of an encounter, prepared to be compared: its sentences, what each names, and who speaks where."""

from __future__ import annotations

import attrs

from diplocorpus.analyzer import analyze
from diplocorpus.models.analysis import Analysis
from diplocorpus.models.discourse import Attribution, Commitment
from diplocorpus.models.documents import Document
from diplocorpus.models.spans import Record, Span
from diplocorpus.models.stances import Stance
from diplocorpus.patterns.parties import parties
from diplocorpus.results.comparison import Account, Place
from diplocorpus.results.prepared import prepared

Comparable = Analysis | Document | str

_SHORTEST = 4
"""Words of a sentence that tells something."""


@attrs.frozen
class Telling:
    """An analysis with its sentences and `marks`, the third parties and frameworks that each sentence names."""

    analysis: Analysis
    sentences: tuple[Span, ...]
    marks: tuple[frozenset[str], ...]

    @property
    def account(self) -> Account:
        """What a comparison says of the document as a whole."""
        document = self.analysis.document
        return Account(
            document_id=document.id,
            title=document.title,
            publisher=document.publisher,
            publisher_party=document.publisher_party,
            date=document.date,
            words=sum(len(sentence.text.split()) for sentence in self.sentences),
        )

    @property
    def names(self) -> set[str]:
        """What the parties and people who met are called: sentences hold them whatever they tell of."""
        found: set[str] = set()
        for meeting in self.analysis.meetings:
            found |= {word for person in meeting.participants for word in (person.name, person.role or "")}
            for code in meeting.parties:
                found |= {name.text for name in parties()[code].wordings} if code in parties() else {code}
        return found

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        """The commitments, one within another of the same party left out: "pledged that it [will come]"."""
        hulls = [(self.hull(commitment), commitment) for commitment in self.analysis.commitments]
        return tuple(
            commitment
            for hull, commitment in hulls
            if not any(
                hull != outer and outer.start <= hull.start and hull.end <= outer.end and other.committers == commitment.committers
                for outer, other in hulls
            )
        )

    def hull(self, record: Record) -> Span:
        """Return the stretch of text from the first character of a record's evidence to the last."""
        return self.analysis.document.span(min(part.start for part in record.evidence), max(part.end for part in record.evidence))

    def sentence(self, span: Span) -> Place:
        """Return a sentence with whoever is first reported to speak in it."""
        speaking = (
            attribution
            for attribution in self.analysis.attributions
            if any(content.overlaps(span) for content in attribution.content or (attribution.cue,))
        )
        return _place(span, next(speaking, None))

    def record(self, record: Commitment | Stance) -> Place:
        """Return where a record stands, with whoever says it."""
        said = next((attribution for attribution in self.analysis.attributions if attribution.id == record.attribution_id), None)
        return _place(self.hull(record), said, record.id)


def _place(span: Span, said: Attribution | None, record_id: str | None = None) -> Place:
    speaker, party = (said.speaker, said.party) if said is not None else (None, None)
    return Place(record_id=record_id, span=span, speaker=speaker, party=party)


def tell(source: Comparable) -> Telling:
    """Return an account prepared; a document or text is analysed first."""
    analysis = source if isinstance(source, Analysis) else analyze(source)
    annotated = prepared(analysis.document)
    own = {party for meeting in analysis.meetings for party in meeting.parties}
    spans, marks = [], []
    for sentence in annotated.sentences:
        if sentence.last - sentence.first >= _SHORTEST and not sentence.heading:
            span = annotated.span(sentence.first, sentence.last)
            named = {hit.code for hit in annotated.parties_in(sentence.first, sentence.last)} - own
            spans.append(span)
            marks.append(frozenset(named | {reference.framework for reference in analysis.frameworks if span.overlaps(reference.span)}))
    return Telling(analysis, tuple(spans), tuple(marks))
