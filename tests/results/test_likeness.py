"""How alike short texts are: forms of a word fall together, words that say nothing do not count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocorpus.results.likeness import Likeness, aligned, telling_words

PORT = "Ruritania will reopen the port of Strelsau to foreign ships"
TEXTS = [
    PORT,
    "The reopening of Strelsau's ports to a foreign ship was discussed",
    "Freedonia hopes to send more students to Ruritania",
    "The president told the other side that they should discuss the issue",
    "",
]


def test_forms_of_a_word_fall_together() -> None:
    """Number, tense and possession change the end of a word."""
    likeness = Likeness(TEXTS)
    assert likeness.between(0, 1) > 0.5
    assert likeness.between(0, 2) < 0.2


def test_words_that_say_nothing_do_not_count() -> None:
    """Grammar, verbs of speech, what all readouts are about; an empty text is like nothing, not even itself."""
    likeness = Likeness(TEXTS)
    assert [likeness.says_something(place) for place in range(5)] == [True, True, True, False, False]
    assert likeness.between(3, 3) == likeness.between(4, 4) == 0


def test_names_can_be_left_out() -> None:
    """All sentences of a readout hold them."""
    assert Likeness(TEXTS).between(0, 2) > Likeness(TEXTS, besides=["Ruritania", "Freedonia"]).between(0, 2) == 0


def test_what_texts_are_known_to_name_counts_whatever_the_wording() -> None:
    """The same party under two names."""
    texts = ["The Zubrowkan crisis", "Events east of the border", *TEXTS]
    assert Likeness(texts).between(0, 1) == 0
    assert Likeness(texts, marks=[{"ZUB"}, {"ZUB"}]).between(0, 1) > 0.15


def test_each_is_aligned_once_the_most_alike_first() -> None:
    """And only what fits."""
    likeness = Likeness([PORT, "the port of Strelsau", PORT, "ships to Strelsau"])
    assert aligned([0, 1], [2, 3], likeness, 0.1) == [(0, 2), (1, 3)]
    assert aligned([0, 1], [2, 3], likeness, 0.99) == [(0, 2)]
    assert aligned([0], [2, 3], likeness, 0.1, lambda _, other: other == 3) == [(0, 3)]


def test_shared_words_are_given_as_the_first_text_has_them() -> None:
    """They label what two texts tell of."""
    assert telling_words([PORT, "reopening the ports to ships"]) == ["reopen", "port", "ships"]
    assert telling_words([PORT, "reopening the ports to ships"], besides=["Port"]) == ["reopen", "ships"]


@given(st.lists(st.text(max_size=60), min_size=1, max_size=5))
def test_likeness_is_symmetric_and_bounded(texts: list[str]) -> None:
    """A text is most like itself."""
    likeness = Likeness(texts)
    for one in range(len(texts)):
        for other in range(len(texts)):
            assert 0 <= likeness.between(one, other) <= 1
            assert likeness.between(one, other) == pytest.approx(likeness.between(other, one))
        assert likeness.between(one, one) == pytest.approx(1 if likeness.says_something(one) else 0)
