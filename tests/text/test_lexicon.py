"""A tree of phrases finds what comparing every phrase with every place finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diplocorpus.text.lexicon import PhraseTree

WORDS = st.lists(st.sampled_from("abc"), max_size=12)
PHRASES = st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=4), max_size=8)


@given(PHRASES, WORDS)
def test_every_phrase_is_found_at_every_place(phrases: list[list[str]], words: list[str]) -> None:
    """Overlapping ones too, each with its own entry, by where they begin and then by length."""
    tree: PhraseTree[int] = PhraseTree()
    for number, phrase in enumerate(phrases):
        tree.add(phrase, number)
    found = list(tree.find(words))
    assert found == sorted(found, key=lambda item: item[:2])
    places = range(len(words))
    expected = [(at, at + len(p), n) for n, p in enumerate(phrases) for at in places if words[at : at + len(p)] == p]
    assert sorted(found) == sorted(expected)
    assert bool(tree) == bool(phrases)


def test_a_phrase_that_is_added_twice_for_one_entry_is_found_once() -> None:
    """Two spellings of a wording may be the same words."""
    tree: PhraseTree[str] = PhraseTree()
    tree.add(["one", "china"], "entry")
    tree.add(["one", "china"], "entry")
    assert list(tree.find(["one", "china"])) == [(0, 2, "entry")]
