"""Sentences over tokens: quotations stay whole, abbreviations do not end one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter

_ABBREVIATION = re.compile(
    r"(?:[A-Z]|[A-Z](?:\.[A-Z])+|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sen|Rep|Gov|St|No|"
    r"Amb|Hon|Rev|Fr|Maj|Brig|Adm|Cdr|Capt|Sgt|Ret|Retd|Rtd|Eng|Engr|Ing|Pres|Min|Smt|Mt|Ft|Art|Arts|Sec|Vol|Fig|Rs|para|paras|approx|vs|Jr|Sr|Inc|Ltd|Co|Corp|etc|e\.g|i\.e|a\.m|p\.m|H\.E)\.",
)
_CAN_CLOSE_SENTENCE = frozenset({"jr.", "sr.", "a.m.", "p.m.", "etc.", "inc.", "ltd.", "co.", "corp.", "d.c."})
_OPENERS = frozenset(
    """
    to as today since from under also first all some many no the a an in on at he she it they we this that these
    those his her their its our during following according after for while both when such there particular
    mr. mr both participants amid later earlier then together also
    """.split()
)
_TITLES = frozenset("president vice minister premier prime secretary deputy foreign chancellor king ambassador senior special".split())
"""What opens a sentence behind `p.m.` and `D.C.`, and goes on behind `U.S.`."""

_LEAD_ON = frozenset({"h.e.", "e.g.", "i.e.", "mr.", "mrs.", "ms.", "dr.", "no."})
"""Abbreviations that always have something to follow."""

_REPORTS = frozenset(
    "said says say told added asked wrote stressed noted explained continued replied warned argued insisted tweeted".split()
)
_TERMINALS = frozenset({".", "!", "?"})
_LONGEST = 1_000
"""Tokens of a sentence at most: what has no full stop for so long is a table or no prose, and rules read a sentence as a whole."""


def pair_quotes(words: Sequence[str], glued: Sequence[bool], breaks: frozenset[int]) -> tuple[tuple[int, int], ...]:
    """Return the token pairs of double quotation marks; a paragraph's end closes a mark left open.

    A mark opens where a space stands before it and none after it.
    """
    pairs: list[tuple[int, int]] = []
    opened: int | None = None
    for index, word in enumerate(words):
        if opened is not None and index in breaks:
            opened = None
        if word not in ('"', "''", "``"):
            continue
        tight_left = glued[index]
        tight_right = index + 1 < len(words) and glued[index + 1]
        if opened is None:
            if not tight_left or tight_right:
                opened = index
        else:
            pairs.append((opened, index))
            opened = None
    return tuple(pairs)


def _opens(word: str, abbreviation: str) -> bool:
    """Tell whether a word behind an abbreviation opens a sentence: "U.S. President Lowe" goes on, "5 p.m. President Lowe" does not."""
    if not word[:1].isupper():
        return False
    closes = abbreviation.lower() in _CAN_CLOSE_SENTENCE
    return word.lower() in _OPENERS or (closes and word.lower() in _TITLES)


def _ends_here(words: Sequence[str], glued: Sequence[bool], index: int) -> bool:
    """Tell whether a sentence may end with the token at `index`."""
    word = words[index]
    following = words[index + 1] if index + 1 < len(words) else ""
    if word in _TERMINALS:
        if not following:
            return True
        if index and glued[index] and _ABBREVIATION.fullmatch(words[index - 1] + word):
            return _opens(following, words[index - 1] + word)
        return following[:1].isupper() or following[:1].isdigit() or following in ('"', "''", "``", ")", "]", "-", "–", "*", "•")
    if word.endswith(".") and len(word) > 1 and word.lower() not in _LEAD_ON and _opens(following, word):
        return bool(_ABBREVIATION.fullmatch(word)) and (word.lower() in _CAN_CLOSE_SENTENCE or "." in word[:-1])
    return False


_OPENING_PAIR = re.compile(r"(?<!\S)''(?=\S)")
_CLOSING_PAIR = re.compile(r"''(?!\w)")


_SINGLE = re.compile(r"(?m)(?<![\w'])'(?P<said>[A-Z](?:[^'\"\n]|'(?=\w))*[.,!?])'(?!\w)")
_DOUBLE = re.compile(r'(?m)^.*".*$')


def straighten(text: str) -> str:
    """Write doubled apostrophes, and single ones around speech, as quotation marks; the length stays.

    `''Well,'' he said` and `'Well,' he said`, the latter in paragraphs that have no other marks.
    """
    if "''" in text:
        text = _CLOSING_PAIR.sub('" ', _OPENING_PAIR.sub(' "', text))
    if "'" not in text:
        return text
    doubled = [match.span() for match in _DOUBLE.finditer(text)]
    return _SINGLE.sub(
        lambda match: match[0] if _lies_in(match.start(), doubled) else f'"{match["said"]}"',
        text,
    )


def _lies_in(place: int, ranges: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a place lies in one of some ranges, which are in order and apart from each other."""
    found = bisect_right(ranges, place, key=itemgetter(0))
    return found > 0 and place < ranges[found - 1][1]


def split(words: Sequence[str], glued: Sequence[bool], breaks: Sequence[int], quotes: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return token ranges of sentences, cut where they are longer than any; `breaks` are the tokens that open a paragraph."""
    inside = bytearray(len(words) + 1)
    for opening, closing in quotes:
        for index in range(opening, closing):
            inside[index] = 1
    starts = set(breaks)
    for index, word in enumerate(words):
        if word[-1] not in _TERMINALS or not _ends_here(words, glued, index):
            continue
        end = index + 1
        while end < len(words) and words[end] in (")", "]") and glued[end]:
            end += 1
        if inside[index]:
            # A quotation that closes right here may end the sentence with it.
            if end < len(words) and words[end] in ('"', "''") and not inside[end] and _goes_on(words, end) is False:
                starts.add(end + 1)
            continue
        starts.add(end)
    ordered = [*sorted(start for start in starts if start < len(words)), len(words)]
    return [(first, min(end, first + _LONGEST)) for start, end in pairwise(ordered) for first in range(start, end, _LONGEST)]


def _goes_on(words: Sequence[str], closing: int) -> bool:
    """Tell whether a sentence goes on after a closing quotation mark: in lower case, or `" Lowe said`."""
    following = words[closing + 1] if closing + 1 < len(words) else ""
    if words[closing - 1] in ("?", "!"):
        # `"Why?" the envoy asked`: only a full stop closes the sentence around a quotation.
        for word in words[closing + 1 : closing + 9]:
            if word in _REPORTS:
                return True
            if word in (".", ",", '"', ";"):
                break
    return not (following[:1].isupper() or following in ('"', "''", "``"))
