"""A text cut into segments: nothing is lost, and every span can be put together again."""

from __future__ import annotations

from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from diplocorpus.pages.marking import Mark, paragraphs

TEXTS = st.text(alphabet="ab \n\r.𐍈é", max_size=60)
SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted), max_size=8)


@given(TEXTS, SPANS)
def test_segments_put_together_are_the_text_and_each_span(text: str, spans: list[list[int]]) -> None:
    """However the spans nest, touch or cross; those that are empty or lie outside leave no trace."""
    marks = [Mark(f"c{number}", "action", "commitments-extent", *span) for number, span in enumerate(spans)]
    found = [segment for paragraph in paragraphs(text, marks, ()) for segment in paragraph.segments]
    assert "".join(segment.text for segment in found) == text
    for mark in marks:
        covered = [segment.text for segment in found if mark in segment.marks]
        wanted = text[mark.start : mark.end] if mark.end <= len(text) else ""
        assert "".join(covered) == wanted
        assert [inside for inside, _ in groupby(found, lambda segment: mark in segment.marks)].count(True) == bool(wanted)  # noqa: B023


def test_a_text_is_cut_at_blank_lines_only() -> None:
    """White space behind a paragraph belongs to it."""
    cut = paragraphs("Lowe met Ott.\nThey spoke.\n \n\tOtt left.\n", (), ())
    assert [[(segment.text, segment.gap) for segment in paragraph.segments] for paragraph in cut] == [
        [("Lowe met Ott.\nThey spoke.", False), ("\n \n\t", True)],
        [("Ott left.\n", False)],
    ]


LINE = "Lowe told Ott that the railway to Strelsau should be built before"


def test_lines_broken_at_a_width_may_flow_anew() -> None:
    """Lines of a list may not."""
    wrapped, listed = paragraphs(f"{LINE}\n{LINE}\nthe spring.\n\nLowe asked for:\n- a railway\n- a port", (), ())
    assert (wrapped.wrapped, listed.wrapped) == (True, False)


def test_a_record_is_opened_once_where_its_anchor_begins() -> None:
    """An anchor that another mark cuts in two is still one place to go to; of two that begin together the inner one opens."""
    marks = [
        Mark("c1", "trigger", "commitments-anchor", 0, 4),
        Mark("f1", "span", "frameworks-anchor", 2, 6),
        Mark("a1", "cue", "attributions-anchor", 0, 6),
    ]
    [paragraph] = paragraphs("abcdef", marks, [("c1", "trigger"), ("f1", "span"), ("a1", "cue")])
    assert [(segment.text, segment.opens) for segment in paragraph.segments] == [("ab", "c1"), ("cd", "f1"), ("ef", None)]
