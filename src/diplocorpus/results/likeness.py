"""How alike short texts are, by the pieces of their words: `strengthen`, `strengthened` and `strengthening` share most of theirs.

A text is the set of the four-letter pieces of its words, the frequent words of English left out; each piece counts the
more, the fewer of the texts have it (Spärck Jones 1972), and two texts are as alike as the cosine between them.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache

from diplocorpus.patterns.loading import own_packs
from diplocorpus.patterns.words import words

_WORD = re.compile(r"[^\W_][\w'’-]*")
_POSSESSIVE = re.compile(r"['’]s?$")
_PIECE = 4
_PIECES_OF_A_MARK = 6
"""As many as a long word has."""

_STEM = 6
"""Letters by which forms of one word are told, a final s left out: `sanctions`, `sanctioned`."""

_OF_READOUTS = frozenset(
    """
    call calls conversation countries country discuss discussed discussing discussion exchange exchanged express expressed expressing
    including importance important issue issues leader leaders matter matters meeting meetings met minister ministers official officials
    other president presidents readout secretary side sides spoke talk talks talked today told two
    """.split()
)
"""Words that most readouts have, whatever they are about."""


@cache
def _saying_nothing() -> frozenset[str]:
    """Return the words that say nothing of what a text is about: those of grammar, of readouts, and verbs of speech."""
    verbs = {wording.text.split()[0] for pattern in own_packs().patterns("cue") for wording in pattern.wordings()}
    return words().closed | _OF_READOUTS | verbs


class Likeness:
    """Compares a fixed set of texts.

    `besides` are words that count for nothing, such as the names that all of them hold. `marks` are, for each text, what
    it is known to name (parties, frameworks) whatever the wording; each counts as a word.
    """

    def __init__(self, texts: Sequence[str], besides: Collection[str] = (), marks: Sequence[Collection[str]] = ()) -> None:
        passed_over = _saying_nothing() | {word for phrase in besides for word in words_of(phrase)}
        self._pieces = [frozenset(_pieces(text, passed_over)) for text in texts]
        for place, known in enumerate(marks):
            self._pieces[place] |= {f"{mark}/{number}" for mark in known for number in range(_PIECES_OF_A_MARK)}
        common = Counter(piece for pieces in self._pieces for piece in pieces)
        self._weights = {piece: math.log((1 + len(texts)) / (0.5 + number)) ** 2 for piece, number in common.items()}
        self._lengths = [math.sqrt(sum(self._weights[piece] for piece in pieces)) for pieces in self._pieces]

    def between(self, one: int, other: int) -> float:
        """Return how alike two of the texts are, from 0 to 1, by their places."""
        if not (length := self._lengths[one] * self._lengths[other]):
            return 0.0
        return min(1.0, sum(self._weights[piece] for piece in self._pieces[one] & self._pieces[other]) / length)

    def says_something(self, place: int) -> bool:
        """Tell whether anything of a text counts."""
        return bool(self._pieces[place])


def words_of(text: str) -> Iterator[str]:
    """Yield the words of a text in lower case."""
    return (match.group().lower() for match in _WORD.finditer(text))


def telling_words(texts: Sequence[str], besides: Collection[str] = ()) -> list[str]:
    """Return the words that all the texts share in some form, in the order of the first, the frequent left out."""
    passed_over = _saying_nothing() | {word for phrase in besides for word in words_of(phrase)}
    stems = [{_stem(word) for word in words_of(text)} for text in texts]
    found: dict[str, str] = {}
    for word in words_of(texts[0]):
        if word not in passed_over and len(word) > 3 and all(_stem(word) in others for others in stems):
            found.setdefault(_stem(word), word)
    return list(found.values())


def _stem(word: str) -> str:
    return _POSSESSIVE.sub("", word)[:_STEM].rstrip("s")


def _pieces(text: str, passed_over: Collection[str]) -> Iterator[str]:
    for word in words_of(text):
        if word not in passed_over and (len(word) > 2 or word.isdigit()):
            framed = f"^{_POSSESSIVE.sub('', word)}$"
            yield from (framed[start : start + _PIECE] for start in range(max(1, len(framed) - _PIECE + 1)))


def aligned(
    left: Sequence[int], right: Sequence[int], likeness: Likeness, least: float, fits: Callable[[int, int], bool] = lambda _, __: True
) -> list[tuple[int, int]]:
    """Return pairs of places, one of the left with one of the right, the most alike first; each stands in one pair at most.

    Pairs that are less alike than `least`, or that do not fit, are none.
    """
    ranked = sorted((-likeness.between(one, other), one, other) for one in left for other in right if fits(one, other))
    taken: set[int] = set()
    pairs = []
    for distance, one, other in ranked:
        if -distance < least:
            break
        if one not in taken and other not in taken:
            taken |= {one, other}
            pairs.append((one, other))
    return pairs
