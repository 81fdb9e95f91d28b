"""A parse as plain data: who hangs on whom."""

from __future__ import annotations

from diplocorpus.text.parse import Parse

#        0    1   2    3    4     5
WORDS = "Lowe saw Paul Ott, asleep".replace(",", " ,").split()
PARSE = Parse((1, 1, 3, 1, 1, 1), ("nsubj", "ROOT", "compound", "dobj", "punct", "oprd"), ("NNP", "VBD", "NNP", "NNP", ",", "JJ"))


def test_children_are_found_by_relation() -> None:
    """In text order, all of them where no relation is named."""
    assert PARSE.children(1) == (0, 3, 4, 5)
    assert PARSE.children(1, "oprd", "nsubj") == (0, 5)
    assert PARSE.children(0) == ()


def test_an_extent_is_a_token_with_all_below_it() -> None:
    """First up to, not including, last."""
    assert PARSE.extent(3) == (2, 4)
    assert PARSE.extent(1) == (0, len(WORDS))


def test_a_path_leads_up_to_the_root() -> None:
    """The head first; a root has none above it."""
    assert list(PARSE.path(2)) == [3, 1]
    assert list(PARSE.path(1)) == []


def test_modals_are_no_verbs() -> None:
    """Tags of the Penn Treebank tell."""
    assert PARSE.is_verb(1)
    assert not Parse((0,), ("aux",), ("MD",)).is_verb(0)
