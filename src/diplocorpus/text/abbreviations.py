"""Abbreviations that a document introduces itself: `Full Name (ABBR)`, `ABBR (Full Name)`.

Full names are found by the letters of their abbreviations, from the last one to the first, the first of which opens a
word (Schwartz and Hearst 2003, "A simple algorithm for identifying abbreviation definitions in biomedical text").
"""

from __future__ import annotations

import attrs

from diplocorpus.text.annotated import AnnotatedDocument

_LEADS = frozenset(
    {"the", "hereinafter", "hereafter", "or", "also", "known", "as", "referred", "to", "called", "abbreviated", '"', "-", ","}
)
_LONGEST_SHORT = 10


@attrs.frozen
class Definition:
    """A bracket that introduces an abbreviation.

    `short` is the abbreviation, `first` and `last` are the tokens of the full name, empty (equal) where its letters do
    not give the abbreviation; `opens` and `closes` are those of the bracket.
    """

    short: str
    first: int
    last: int
    opens: int
    closes: int


def is_abbreviation(word: str) -> bool:
    """Tell whether a word looks like an abbreviation of a name: letters mostly in capitals, at least two of them."""
    capitals = sum(char.isupper() for char in word)
    return 2 <= len(word) <= _LONGEST_SHORT and word[0].isalnum() and capitals >= 2 and capitals * 2 >= sum(map(str.isalpha, word))


def definitions(document: AnnotatedDocument) -> tuple[Definition, ...]:
    """Return the abbreviations that a document introduces in brackets, in text order."""
    found = []
    for opens in [index for index, word in enumerate(document.words) if word == "("] if "(" in document.masked else ():
        sentence = document.sentence_of(opens)
        closes = next((i for i in range(opens + 1, min(sentence.last, opens + 16)) if document.words[i] == ")"), None)
        if closes is None:
            continue
        short = _short(document, opens + 1, closes)
        if short is not None:
            last = opens - 1 if opens - 1 > sentence.first and document.words[opens - 1] in ('"', "'") else opens
            found.append(Definition(short, *_full_name(document, sentence.first, last, short), opens, closes))
        elif opens > sentence.first and is_abbreviation(document.words[opens - 1]):
            first, last = _full_name(document, opens + 1, closes, document.words[opens - 1])
            if first < last:
                found.append(Definition(document.words[opens - 1], first, last, opens - 1, opens))
    return tuple(found)


def _short(document: AnnotatedDocument, first: int, last: int) -> str | None:
    """Return the abbreviation that is all that a bracket holds, but for "hereinafter the"."""
    held = [i for i in range(first, last) if document.lower[i] not in _LEADS]
    return document.words[held[0]] if len(held) == 1 and is_abbreviation(document.words[held[0]]) else None


def _full_name(document: AnnotatedDocument, floor: int, last: int, short: str) -> tuple[int, int]:
    """Return the tokens before `last` whose letters give an abbreviation, an empty range where there are none."""
    letters = [char for char in short.lower() if char.isalnum()]
    floor = max(floor, last - min(len(letters) + 5, len(letters) * 2) - 1)
    wanted = len(letters) - 1
    for index in range(last - 1, floor - 1, -1):
        word = document.lower[index]
        at = len(word)
        while wanted >= 0:
            at = word.rfind(letters[wanted], 0, at)
            if at < 0:
                break
            if wanted == 0:
                if at == 0 and document.words[index][0].isupper():
                    return index, last
                continue
            wanted -= 1
    return last, last
