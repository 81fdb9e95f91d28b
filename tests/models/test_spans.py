"""Spans: the characters that prove a record."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from diplocorpus.models.documents import Document
from diplocorpus.models.spans import Provenance, Record, Span

SENTENCE = "Ruritania — “old friend” of Zubrówka 🕊 — is ready to talk."


@given(st.text(min_size=1), st.data())
def test_a_span_of_a_document_holds_the_text_between_its_offsets(text: str, data: st.DataObject) -> None:
    """Whatever the text: the law that all evidence obeys."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = Document(id="x", text=text).span(start, end)
    assert (span.start, span.end, span.text) == (start, end, text[start:end])


def test_offsets_count_code_points() -> None:
    """A dove is one character, however many bytes or UTF-16 units it takes."""
    document = Document(id="x", text=SENTENCE)
    start = SENTENCE.index("is ready to")
    assert document.span(start, start + 11).text == "is ready to"


OUTSIDE = {
    "before the text": (-1, 3),
    "behind the text": (0, len(SENTENCE) + 1),
    "back to front": (5, 3),
}


@pytest.mark.parametrize("where", OUTSIDE)
def test_a_span_outside_the_text_is_an_index_error(where: str) -> None:
    """Silently clipped offsets would prove something else; the message names the document."""
    with pytest.raises(IndexError, match="'note-7'"):
        Document(id="note-7", text=SENTENCE).span(*OUTSIDE[where])


REFUSED = {
    "a length that does not fit": {"start": 3, "end": 9, "text": "Ott"},
    "a negative start": {"start": -3, "end": 0, "text": "Ott"},
    "an end before the start": {"start": 3, "end": 0, "text": ""},
    "a field that there is not": {"start": 0, "end": 3, "text": "Ott", "label": "person"},
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_span_that_cannot_be_is_refused(what: str) -> None:
    """Also when it is read from a file."""
    with pytest.raises(ValidationError):
        Span.model_validate(REFUSED[what])


NEIGHBOURS = {
    # second span against [3:9], whether they share a character
    "apart": (10, 12, False),
    "touching, since ends are open": (9, 12, False),
    "sharing the last character": (8, 12, True),
    "inside": (4, 6, True),
    "the same": (3, 9, True),
    "an empty span shares nothing at the edge": (3, 3, False),
}


@pytest.mark.parametrize("what", NEIGHBOURS)
def test_spans_overlap_where_they_share_a_character(what: str) -> None:
    """In either order."""
    start, end, shared = NEIGHBOURS[what]
    first, second = Span(start=3, end=9, text="abcdef"), Span(start=start, end=end, text="x" * (end - start))
    assert first.overlaps(second) is second.overlaps(first) is shared


def test_a_span_reads_as_its_text() -> None:
    """So that printing a record's words needs no attribute."""
    assert str(Span(start=0, end=4, text="Lowe")) == "Lowe"


def test_a_record_needs_evidence() -> None:
    """What nothing proves is not reported."""
    with pytest.raises(ValidationError, match="evidence"):
        Record(evidence=())


def test_a_record_is_frozen() -> None:
    """Records can be shared between analyses and threads."""
    record = Record(evidence=(Span(start=0, end=4, text="Lowe"),))
    with pytest.raises(ValidationError, match="frozen"):
        record.rules = ("say.say",)  # type: ignore[misc]


def test_spans_can_be_counted_and_kept_in_sets() -> None:
    """Equal spans are one."""
    assert len({Span(start=0, end=4, text="Lowe"), Span(start=0, end=4, text="Lowe")}) == 1


def test_provenance_keeps_its_own_copy_of_the_packs() -> None:
    """A change of the mapping that it was made from changes nothing."""
    packs = {"triggers": "2026.1"}
    provenance = Provenance(library="0.1.0", packs=packs, source_sha256="0" * 64)
    packs["triggers"] = "2027.1"
    assert provenance.packs == {"triggers": "2026.1"}
