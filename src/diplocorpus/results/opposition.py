"""Whom an expression of opposition is against: the parties that act in its words, never those that suffer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from diplocorpus.patterns.parties import NameKind, parties

_WORD = re.compile(r"\w+(?:[.&-]\w+)*\.?|[’']s?\b")
_ACTING = frozenset({"by", "from"})
"""Prepositions before whoever acts: "attacks by Freedonia", "pressure from Freedonia"."""

_LED_BY = frozenset("a all an any every its such the their these this those unilateral illegal unjustified".split())
"""Words that may stand between the verb and the first noun phrase's actor: "opposes any Freedonian blockade"."""

_GOING_ON = frozenset({"and", "or", "'s", "’s", "'", "’"})
"""Words behind an actor after which a further one may stand."""

_LONGEST = 5


@cache
def _names() -> dict[tuple[str, ...], tuple[str, NameKind]]:
    """Return party and kind of name by its words."""
    found: dict[tuple[str, ...], tuple[str, NameKind]] = {}
    for entry in parties().values():
        for name in entry.wordings:
            if entry.kind != "place" and not name.shared:
                found.setdefault(tuple(_WORD.findall(name.text)), (entry.code, name.kind))
    return found


def opposed_parties(words: str) -> Iterator[str]:
    """Yield the parties that act in what is opposed; `words` are those behind the verb.

    A party acts where it opens the words as a possessor or adjective ("Freedonia's blockade", "US sanctions") or is all
    of them, and behind "by" and "from". "Interference in Ruritania's affairs" is nobody's.
    """
    tokens = _WORD.findall(words)
    place, opening, acting = 0, True, False
    while place < len(tokens):
        found = _at(tokens, place)
        if found is None:
            word = tokens[place].lower()
            acting = word in _ACTING or (acting and (word in _GOING_ON or word in _LED_BY))
            opening = opening and word in _LED_BY
            place += 1
            continue
        party, kind, end = found
        acting = acting or (opening and _acts(tokens, place, end, kind))
        if acting:
            yield party
        opening, place = False, end


def _at(tokens: list[str], place: int) -> tuple[str, NameKind, int] | None:
    """Return the party that is named from a token on, the kind of its name, and where the name ends."""
    for length in range(min(_LONGEST, len(tokens) - place), 0, -1):
        if found := _names().get(tuple(tokens[place : place + length])):
            return *found, place + length
    return None


def _acts(tokens: list[str], place: int, end: int, kind: NameKind) -> bool:
    """Tell whether a name that opens the words is whoever acts; "Taiwan independence" is not Taiwan's act."""
    possessive = end < len(tokens) and tokens[end][0] in "’'"
    abbreviated = "".join(tokens[place:end]).replace(".", "").isupper()
    return possessive or abbreviated or kind in ("demonym", "prefix") or end == len(tokens)
