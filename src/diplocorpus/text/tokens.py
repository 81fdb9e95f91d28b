"""Tokens: what spaCy's English tokenizer cuts a text into, each stretch between spaces cut once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import chain
from typing import Any, cast

from spacy.lang.en import English
from spacy.language import Language

from diplocorpus.patterns.words import words as word_lists
from diplocorpus.text.lexemes import Lexeme

_LONGEST = 400
"""Characters of a stretch without spaces that are cut at once, more than a word or an address has: time grows with their square."""

_ROOM = 100_000
"""Stretches whose tokens are remembered before all are forgotten, and spaCy's vocabulary with them: about 60 megabytes."""


class Tokenizer:
    """Cuts texts into tokens; white space has none.

    A token never holds white space, so that how a stretch between spaces is cut does not depend on what stands around it.
    """

    def __init__(self) -> None:
        self._nlp = blank_english()
        self._words = word_lists()
        self._pieces: dict[str, tuple[Lexeme, ...]] = {}
        self._lexemes: dict[str, Lexeme] = {}

    def __len__(self) -> int:
        """Return how many stretches are remembered."""
        return len(self._pieces)

    def __call__(self, text: str) -> tuple[list[Lexeme], tuple[int, ...], tuple[int, ...]]:
        """Return the tokens of a text, with where each starts and ends."""
        lexemes = self.lexemes(text)
        starts: list[int] = []
        end = 0
        for lexeme in lexemes:
            word = lexeme.text
            start = text.find(word, end)
            starts.append(start)
            end = start + len(word)
        return lexemes, tuple(starts), tuple([start + len(lexeme.text) for start, lexeme in zip(starts, lexemes, strict=True)])

    def lexemes(self, text: str) -> list[Lexeme]:
        """Return the tokens of a text alone."""
        stretches = text.split()
        try:
            pieces = [self._pieces[stretch] for stretch in stretches]
        except KeyError:
            self._learn(stretches)
            pieces = [self._pieces[stretch] for stretch in stretches]
        return list(chain.from_iterable(pieces))

    def _learn(self, stretches: Iterable[str]) -> None:
        """Have those stretches cut that were not met before, all at once."""
        new = [stretch for stretch in dict.fromkeys(stretches) if stretch not in self._pieces]
        if len(self._pieces) + len(new) > _ROOM and self._pieces:
            # None of them forgets a word by itself.
            self._nlp, self._pieces, self._lexemes = blank_english(), {}, {}
            new = list(dict.fromkeys(stretches))
        short = [stretch[first : first + _LONGEST] for stretch in new for first in range(0, len(stretch), _LONGEST)]
        found = iter([token.text for token in self._nlp.tokenizer(" ".join(short))] if new else ())
        for stretch in new:
            pieces: list[Lexeme] = []
            left = len(stretch)
            while left:
                word = next(found)
                if word not in self._lexemes:
                    self._lexemes[word] = Lexeme.of(word, self._words)
                pieces.append(self._lexemes[word])
                left -= len(word)
            self._pieces[stretch] = tuple(pieces)


@cache
def tokenizer() -> Tokenizer:
    """Return the tokenizer that all texts and phrases share."""
    return Tokenizer()


class _Defaults(English.Defaults):  # type: ignore[misc, valid-type]
    # Pages lose the space in front of a quotation (`in part:"We ..."`): a mark always stands by itself.
    # So do the dashes of `U.S.-China` and `Russia‒Kenya` and the sign of `China+Central Asia`.
    infixes = (
        *(English.Defaults.infixes or ()),
        r"(?<=[A-Z]\.)[-–—‒/](?=[A-Z])",
        "(?<=[A-Za-z])‒(?=[A-Za-z])",
        r"(?<=[A-Za-z])\+(?=[A-Z])",
        '"',
        ':(?=")',
        '(?<=[a-z])[.,](?=")',
    )


class _English(English):  # type: ignore[no-untyped-call]
    Defaults = _Defaults


def blank_english() -> Language:
    """Return spaCy's pipeline for English with nothing in it but the tokenizer, which knows what pages leave out."""
    nlp: Any = _English()
    nlp.vocab.lex_attr_getters = {}  # of a token only its text is asked for
    return cast("Language", nlp)
