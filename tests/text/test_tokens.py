"""Tokens are what spaCy makes of the whole text, remembered in bounded memory."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocorpus.text import tokens

SPACY = tokens.blank_english()
PIECES = st.sampled_from(
    ["Lowe", "didn't", "U.S.-China", 'part:"We', "5p.m.", "(Ott),", "...", ":-)", ":", ")", "Feb.", "2024.", "co-operation", " ", "\n\n", "\u2003", "'s", "a.m.", "—", '"']
)  # fmt: skip


@given(st.lists(PIECES, max_size=20).map("".join) | st.text(max_size=40))
def test_a_stretch_is_cut_as_it_is_in_its_text(text: str) -> None:
    """How it is cut depends on nothing beyond the spaces around it."""
    whole = [token for token in SPACY.tokenizer(text) if not token.text.isspace()]
    lexemes, starts, ends = tokens.tokenizer()(text)
    words = tuple(lexeme.text for lexeme in lexemes)
    assert words == tuple(token.text for token in whole)
    assert starts == tuple(token.idx for token in whole)
    assert [text[start:end] for start, end in zip(starts, ends, strict=True)] == list(words)


def test_memory_is_bounded_whatever_new_words_come(monkeypatch: pytest.MonkeyPatch) -> None:
    """All is forgotten before more is remembered than there is room for."""
    monkeypatch.setattr(tokens, "_ROOM", 50)
    tokenizer = tokens.Tokenizer()
    for number in range(4):
        assert len(tokenizer.lexemes(" ".join(f"Person{number}x{index}" for index in range(40)))) == 40
        assert len(tokenizer) <= 50
    assert [lexeme.text for lexeme in tokenizer.lexemes("Lowe didn't.")] == ["Lowe", "did", "n't", "."]


def test_a_stretch_longer_than_any_word_is_cut_in_pieces() -> None:
    """So that time grows with its length alone; nothing of it is lost."""
    stretch = "," * 50_000
    words, starts, ends = tokens.tokenizer()(f"Lowe {stretch} met")
    assert (starts[0], ends[-1]) == (0, len(stretch) + len("Lowe  met"))
    assert sum(len(word.text) for word in words) == len("Lowe") + len(stretch) + len("met")
