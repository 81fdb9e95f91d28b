"""Hypothesis strategies for documents and records; needs the extra `testing`."""

from __future__ import annotations

from diplocorpus.errors import MissingExtraError
from diplocorpus.models.discourse import Commitment, Polarity, Strength
from diplocorpus.models.documents import Document
from diplocorpus.models.spans import Span

try:
    from hypothesis import strategies as st
except ImportError as error:
    raise MissingExtraError("hypothesis", "testing") from error

_SIDES = (("China", "Chinese", "Lin Tao", "CHN"), ("Kenya", "Kenyan", "Paul Ott", "KEN"), ("Chile", "Chilean", "Ada Lowe", "CHL"))
_OFFICES = ("President", "Prime Minister", "Foreign Minister")
_MET = ("met with", "held talks with", "held a phone conversation with")
_ACTS = ("expand trade", "deepen cooperation in agriculture", "build two railways", "support each other", "oppose protectionism")
_FORCES = ("will", "is ready to", "hopes to", "should", "pledged to")

ids = st.text(st.characters(categories=["Ll", "Nd"], include_characters="-_"), min_size=1, max_size=12)
"""Ids of documents."""

dates = st.dates().map(lambda day: day.isoformat()) | st.dates().map(lambda day: f"--{day:%m-%d}")
"""Whole dates and dates without a year, as records hold them."""


@st.composite
def readouts(draw: st.DrawFn) -> str:
    """Texts that read like short readouts of two sides, with at least one meeting and one statement of what binds."""
    (_, left, speaker, _), (state, right, guest, _) = draw(st.permutations(_SIDES))[:2]
    offices = draw(st.tuples(st.sampled_from(_OFFICES), st.sampled_from(_OFFICES)))
    opening = f"{left} {offices[0]} {speaker} {draw(st.sampled_from(_MET))} {right} {offices[1]} {guest} on Monday."
    sentences = [
        f"{guest.split()[-1]} said {state} {force} {act}."
        for force, act in draw(st.lists(st.tuples(st.sampled_from(_FORCES), st.sampled_from(_ACTS)), min_size=1, max_size=4))
    ]
    return "\n\n".join([opening, *sentences])


def documents(texts: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Document]:
    """Documents, of readouts and of arbitrary texts, or of the texts of a strategy."""
    texts = readouts() | st.text(max_size=300) if texts is None else texts
    return st.builds(Document, id=ids, text=texts, published=st.none() | st.dates().map(lambda day: day.isoformat()))


@st.composite
def spans(draw: st.DrawFn, document: Document) -> Span:
    """Spans of a document that has a text, each of at least one character."""
    start = draw(st.integers(0, len(document.text) - 1))
    return document.span(start, draw(st.integers(start + 1, len(document.text))))


@st.composite
def commitments(draw: st.DrawFn, document: Document) -> Commitment:
    """Commitments with evidence in a document; they are well formed, not sensible."""
    trigger = draw(spans(document))
    parties = st.lists(st.sampled_from([code for *_, code in _SIDES]), unique=True, max_size=2).map(sorted).map(tuple)
    return Commitment(
        id=draw(ids),
        speaker=draw(st.none() | st.sampled_from([name for _, _, name, _ in _SIDES])),
        committers=draw(parties),
        counterparts=draw(parties),
        strength=draw(st.sampled_from(Strength)),
        polarity=draw(st.sampled_from(Polarity)),
        trigger=trigger,
        actions=tuple(draw(st.lists(spans(document), max_size=2))),
        evidence=(trigger,),
    )
