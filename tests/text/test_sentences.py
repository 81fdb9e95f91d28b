"""Where sentences end: not at abbreviations, not inside quotations."""

from __future__ import annotations

import pytest

from diplocorpus.models.documents import Document
from diplocorpus.patterns.loading import own_packs
from diplocorpus.text.annotate import Annotator

ANNOTATE = Annotator(own_packs())

SPLIT = [
    # text with a bar where a sentence ends: why
    "Lowe met U.S. President Ott and U.S. Secretary of State Lin.| They spoke.",
    "They met in Washington, D.C.| Secretary Lowe was glad.",
    "They met in the U.S.| The talks went well.",
    "They met at 5 p.m.| President Lowe was glad.",
    "They met on Jan. 10 and again on Sept. 5 in St. Petersburg.| It rained.",
    "H.E. Mr. Lowe read point No. 5 and Art. 7 of the list.| Nobody spoke.",
    "A U.N. Special Envoy and Brig. Gen. Ott came.| They left.",
    "It cost $5.5 million, or Rs. 40 crore.| He paid.",
    '"It rains. We stay," Lowe said.| Ott went.',
    'He said: "It rains."| Ott went.',
    '"Why?" the envoy asked.| Ott went.',
]


@pytest.mark.parametrize("marked", SPLIT)
def test_a_sentence_ends_where_it_should(marked: str) -> None:
    """Capitals behind an abbreviation open one only where they can."""
    document = ANNOTATE(Document(id="x", text=marked.replace("|", "")))
    assert [document.text(s.first, s.last) for s in document.sentences] == [part.strip() for part in marked.split("|")]


def test_a_sentence_without_end_is_cut() -> None:
    """Rules read a sentence as a whole, and what has no full stop for a thousand words is none; every token stays in one."""
    document = ANNOTATE(Document(id="x", text="he said that " * 2_000))
    assert max(sentence.last - sentence.first for sentence in document.sentences) == 1_000
    assert [sentence.first for sentence in document.sentences[1:]] == [sentence.last for sentence in document.sentences[:-1]]
    assert document.sentences[-1].last == len(document)
