"""A tree of phrases finds what comparing every phrase with every place finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diplocorpus.text.lexicon import PhraseTree

WORDS = st.lists(st.sampled_from("abc"), max_size=12)
PHRASES = st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=4), max_size=8)


def found(tree: PhraseTree[int], words: list[str]) -> list[tuple[int, int, int]]:
    """Return each whole phrase found, with its entry."""
    return [(first, last, entry) for first, last, branch in tree.find(words) for entry in tree.entries[branch]]


@given(PHRASES, WORDS)
def test_every_phrase_is_found_at_every_place(phrases: list[list[str]], words: list[str]) -> None:
    """Overlapping ones too, each with its own entry, by where they begin and then by length."""
    tree: PhraseTree[int] = PhraseTree()
    for number, phrase in enumerate(phrases):
        tree.add(phrase, number)
    matches = found(tree, words)
    assert matches == sorted(matches, key=lambda item: item[:2])
    places = range(len(words))
    expected = [(at, at + len(p), n) for n, p in enumerate(phrases) for at in places if words[at : at + len(p)] == p]
    assert sorted(matches) == sorted(expected)
    assert bool(tree) == bool(phrases)


@given(PHRASES, PHRASES, WORDS, st.integers(0, 12), st.integers(0, 12))
def test_what_follows_behind_a_gap_is_looked_for_behind_its_own_front_only(
    fronts: list[list[str]], endings: list[list[str]], words: list[str], start: int, stop: int
) -> None:
    """The branch of a front holds the tree of its endings, which is searched like any other, from one word to another."""
    tree: PhraseTree[int] = PhraseTree()
    phrases = list(zip(fronts, endings, strict=False))
    for number, (front, ending) in enumerate(phrases):
        tree.add(front, number, ending)
    assert found(tree, words) == []
    matches = [
        (first, last, opens, ends, entry)
        for first, last, branch in tree.find(words)
        if branch in tree.behind
        for opens, ends, ending in tree.behind[branch].find(words, start, min(stop, len(words)))
        for entry in tree.behind[branch].entries[ending]
    ]
    places = range(len(words))
    expected = [
        (at, at + len(front), opens, opens + len(ending), number)
        for number, (front, ending) in enumerate(phrases)
        for at in places
        for opens in places[start:stop]
        if words[at : at + len(front)] == front and words[opens : opens + len(ending)] == ending
    ]
    assert sorted(matches) == sorted(expected)


def test_a_phrase_that_is_added_twice_for_one_entry_is_found_once() -> None:
    """Two spellings of a wording may be the same words."""
    tree: PhraseTree[int] = PhraseTree()
    tree.add(["one", "china"], 1)
    tree.add(["one", "china"], 1)
    assert found(tree, ["one", "china"]) == [(0, 2, 1)]
