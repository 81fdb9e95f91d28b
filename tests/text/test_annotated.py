"""What is looked up in a prepared document is what a walk over its tokens finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diplocorpus.models.documents import Document
from diplocorpus.patterns.loading import own_packs
from diplocorpus.text.annotate import Annotator

ANNOTATE = Annotator(own_packs())
WORDS = st.sampled_from(["The", "the", "Kenyan", "President", "Éva", "éva", "met", "Japan", "'s", "minister", "9", "."])
TEXTS = st.lists(WORDS, max_size=30).map(" ".join)


@given(TEXTS, st.frozensets(st.sampled_from(["the", "éva", "japan", "9", "ott", "The"])))
def test_words_stand_where_a_walk_finds_them(text: str, words: frozenset[str]) -> None:
    """In order, whatever their case in the text; what is asked for is in lower case."""
    document = ANNOTATE(Document(id="x", text=text))
    assert document.places(words) == [index for index, lower in enumerate(document.lower) if lower in words]


@given(TEXTS)
def test_capitals_are_those_of_any_alphabet(text: str) -> None:
    """Not of ours alone."""
    document = ANNOTATE(Document(id="x", text=text))
    assert document.capitals == tuple(index for index, word in enumerate(document.words) if word[0].isupper())


def test_every_token_of_a_party_is_of_its_naming() -> None:
    """So that whoever stands in a name of several words knows whose it is."""
    document = ANNOTATE(Document(id="x", text="South Africa and Kenya met."))
    assert {index: hit.code for index, hit in document.party_at.items()} == {0: "ZAF", 1: "ZAF", 3: "KEN"}


@given(TEXTS)
def test_the_text_of_a_token_is_the_word(text: str) -> None:
    """And that of several the words with the spaces of the text."""
    document = ANNOTATE(Document(id="x", text=text))
    for index, word in enumerate(document.words):
        assert document.text(index, index + 1) == word
        assert document.text(index, index) == ""
