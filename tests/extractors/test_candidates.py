"""Spans from outside become records only where the text bears them out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocorpus import Analyzer, Document, analyze, candidate_extractor, check_candidates, default_extractors
from diplocorpus.errors import DiplocorpusWarning
from diplocorpus.testing import assert_evidence, make_document
from diplocorpus.testing.strategies import documents, spans

TEXT = "Lowe praised the dam. Ott praised the port."

ITEMS = [
    ("offsets that fit", {"start": 17, "end": 20, "text": "dam"}, (17, "candidate.offsets")),
    ("offsets that are off, words in one place", {"start": 3, "end": 6, "text": "dam"}, (17, "candidate.text")),
    ("no offsets, words in one place", {"text": "port"}, (38, "candidate.text")),
    ("offsets that fit words in two places", {"start": 26, "end": 33, "text": "praised"}, (26, "candidate.offsets")),
    ("offsets that are off, words in two places", {"start": 27, "end": 34, "text": "praised"}, "occur more than once"),
    ("words that are not there", {"start": 0, "end": 4, "text": "Hill"}, "do not occur"),
    ("a negative offset", {"start": -5, "end": -1, "text": "port"}, (38, "candidate.text")),
    ("no words", {"start": 4, "end": 5, "text": " "}, "no words"),
]


@pytest.mark.parametrize(("why", "item", "expected"), ITEMS, ids=[row[0] for row in ITEMS])
def test_a_span_is_placed_or_rejected(why: str, item: dict[str, object], expected: object) -> None:
    """With the way it was placed, or the reason."""
    checked = check_candidates(make_document(TEXT), [{"label": "work", "score": 0.5, **item}])
    if isinstance(expected, str):
        assert expected in checked.rejected[0].reason
        assert checked.accepted == ()
    else:
        assert [(c.span.start, c.rules[0], c.score) for c in checked.accepted] == [(*expected, 0.5)]  # type: ignore[misc]


def test_langextract_is_read_with_its_attributes() -> None:
    """Extractions that it could not align have no interval."""
    proposed = {
        "extractions": [
            {
                "extraction_class": "work",
                "extraction_text": "dam",
                "char_interval": {"start_pos": 17, "end_pos": 20},
                "attributes": {"of": "Lowe"},
            },
            {"extraction_class": "work", "extraction_text": "canal", "char_interval": None},
        ]
    }
    checked = check_candidates(make_document(TEXT), proposed, "langextract")
    assert [(c.label, str(c.span), c.attributes) for c in checked.accepted] == [("work", "dam", {"of": "Lowe"})]
    assert [rejected.text for rejected in checked.rejected] == ["canal"]


def test_the_other_format_is_told() -> None:
    """Rather than found to hold nothing."""
    with pytest.raises(ValueError, match="a mapping is no gliner"):
        check_candidates(make_document(TEXT), {"extractions": []})
    with pytest.raises(ValueError, match="a list is no langextract"):
        check_candidates(make_document(TEXT), [], "langextract")


def test_candidates_stand_beside_our_records() -> None:
    """As extensions, with a warning for what was rejected; documents without any have none."""
    found = {"test": [{"text": "dam", "label": "work"}, {"text": "canal", "label": "work"}]}
    analyzer = Analyzer([*default_extractors(), candidate_extractor("acme.works", found)])
    with pytest.warns(DiplocorpusWarning, match="1 spans rejected in document 'test'; the first, 'canal'"):
        analysis = analyzer.analyze(make_document(TEXT))
    assert [str(c.span) for c in analysis.extensions["acme.works"]] == ["dam"]  # type: ignore[union-attr]
    assert_evidence(analysis)
    assert analysis.records == analyze(make_document(TEXT)).records
    assert analyzer.analyze(make_document(TEXT, id="other")).extensions["acme.works"] == ()


@given(st.data())
def test_right_offsets_are_always_accepted(data: st.DataObject) -> None:
    """Whatever the text; a span of blanks has no words."""
    document: Document = data.draw(documents(st.text(min_size=1)))
    span = data.draw(spans(document))
    checked = check_candidates(document, [{"label": "x", "start": span.start, "end": span.end, "text": span.text}])
    assert [c.span for c in checked.accepted] == ([span] if span.text.strip() else [])
