"""Word classes: what stands alone, and what its neighbours decide."""

from __future__ import annotations

import pytest

from diplocorpus.models.documents import Document
from diplocorpus.patterns.loading import own_packs
from diplocorpus.text.annotate import Annotator

ANNOTATE = Annotator(own_packs())

DECIDED = [
    # text, word, its class: why
    ("Lowe stressed the need for calm.", "stressed", "VBD"),
    ("Lowe noted continued progress.", "continued", "VBN"),  # directly behind a verb, in front of a noun
    ("It was an unprovoked and unjustified attack.", "unjustified", "VBN"),  # joined to a modifier
    ("They want a stable, unified country.", "unified", "VBN"),
    ("They want an effective and professionally calibrated plan.", "calibrated", "VBN"),
    ("The deal must be made and kept in full.", "kept", "VBN"),  # joined to a passive
    ("Freedonia remains committed to peace.", "committed", "VBN"),
    ("The talks held in Strelsau went well.", "held", "VBN"),  # behind its noun, in front of a preposition
    ("He praised the visit, scheduled for May.", "scheduled", "VBN"),
    ("The envoy met the press, talked about trade and left.", "talked", "VBD"),
    ("They want a free and open sea.", "open", "ADJ"),
    ("They want to free and open the sea.", "open", "VB"),
    ("Ruritania and Freedonia support the plan.", "support", "VB"),  # two names for a subject
    ("He spoke of trade between Ruritania and Freedonia support the poor need.", "support", "NOUN"),
    ("Lowe, in her turn, smiled.", "turn", "ADV"),  # an adverb of several words
]


@pytest.mark.parametrize(("text", "word", "tag"), DECIDED)
def test_neighbours_decide_what_a_word_is(text: str, word: str, tag: str) -> None:
    """Rules of a textbook chunker, without a model."""
    document = ANNOTATE(Document(id="x", text=text))
    assert document.tags[document.words.index(word)].name == tag
