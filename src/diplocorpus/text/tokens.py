"""Tokens: what spaCy's English tokenizer cuts a text into, each stretch between spaces cut once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import chain
from operator import add
from typing import Any, cast

from spacy.lang.en import English
from spacy.language import Language

_ROOM = 100_000
"""Stretches whose tokens are remembered before all are forgotten, and spaCy's vocabulary with them: about 60 megabytes."""


class Tokenizer:
    """Cuts texts into tokens; white space has none.

    A token never holds white space, so that how a stretch between spaces is cut does not depend on what stands around it.
    """

    def __init__(self) -> None:
        self._nlp = blank_english()
        self._pieces: dict[str, tuple[str, ...]] = {}

    def __len__(self) -> int:
        """Return how many stretches are remembered."""
        return len(self._pieces)

    def __call__(self, text: str) -> tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...]]:
        """Return the tokens of a text, with where each starts and ends."""
        words = tuple(self.words(text))
        starts: list[int] = []
        end = 0
        for word in words:
            start = text.find(word, end)
            starts.append(start)
            end = start + len(word)
        return words, tuple(starts), tuple(map(add, starts, map(len, words)))

    def words(self, text: str) -> list[str]:
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
            # Neither forgets a word by itself.
            self._nlp, self._pieces = blank_english(), {}
            new = list(dict.fromkeys(stretches))
        found = iter([token.text for token in self._nlp.tokenizer(" ".join(new))] if new else ())
        for stretch in new:
            pieces: list[str] = []
            left = len(stretch)
            while left:
                pieces.append(next(found))
                left -= len(pieces[-1])
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
