"""Names of people as they are compared: accents, hyphens and transliterations fall together.

"Erdoğan" and "Erdogan", "Kim Jong-un" and "Kim Jong Un", "Mirziyoyev" and "Mirziyaev" are one name written twice. What
differs between transliterations is mostly vowels and a few ways to write one consonant, so that long parts are
compared by their consonants; short ones, which consonants do not tell apart (Li and Lee, Zhang and Jiang), by letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable, Iterable
from functools import lru_cache
from typing import Generic, TypeVar

ItemT = TypeVar("ItemT", bound=Hashable)

_LEFT_OUT = frozenset({"jr", "sr", "ii", "iii", "al", "el", "ul"})
"""Parts that one writer gives and another leaves out."""

_FATHERS = frozenset("bin ibn bint binti ben".split())
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a"})
_CONSONANTS = (
    ("shch", "s"),
    ("dzh", "j"),
    ("zh", "j"),
    ("dj", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("ck", "k"),
    ("ks", "x"),
    ("q", "k"),
    ("w", "v"),
    ("tz", "ts"),
)
_INITIALS = re.compile(r"(?:\w\.)+|\w")
_LONG = 6
"""Letters from which on a part is compared by its consonants."""

_MIDDLE = 5
"""Letters from which on the ways to write one consonant count as one: Kowal and Koval, Qasym and Kasym, but not Qin and Kin."""

_ENOUGH = 3
"""Letters that a skeleton must have to stand for a name; fewer are shared by too many."""


@lru_cache(maxsize=16_384)
def fold(text: str) -> str:
    """Return a text without case, accents and apostrophes: "Erdoğan" gives "erdogan", "O'Brien" "obrien"."""
    bare = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(char for char in bare if not unicodedata.combining(char) and char not in "'’ʻʼ`‘")


@lru_cache(maxsize=16_384)
def name_parts(name: str) -> tuple[str, ...]:
    """Return the parts of a name, folded, hyphens taken for spaces, without initials, "Jr." and the Arabic article."""
    parts = _all_parts(name)
    kept = [part for part in parts if not _INITIALS.fullmatch(part) and part.strip(".") not in _LEFT_OUT]
    return tuple(kept or parts)


def _all_parts(name: str) -> list[str]:
    return [part for part in re.split(r"[\s,‐-]+", fold(name)) if part]


@lru_cache(maxsize=16_384)
def initials_agree(name: str, other: str) -> bool:
    """Tell whether no initial of a name is written out otherwise in another: "S. Ott" may be Sylvia Ott, not Paul Ott."""
    for one, two in ((name, other), (other, name)):
        own, key, first_letters = _initials(one), name_key(one), {part[0] for part in name_parts(one)}
        instead = {part[0] for part in name_parts(two) if part_key(part) not in key} | (_initials(two) - first_letters)
        if own and instead and own.isdisjoint(instead):
            return False
    return True


def _initials(name: str) -> set[str]:
    return {letter for part in _all_parts(name) if _INITIALS.fullmatch(part) for letter in part if letter != "."}


@lru_cache(maxsize=16_384)
def part_key(part: str) -> str:
    """Return what a folded part of a name has in common with its other transliterations."""
    text = re.sub(r"(\w)\1", r"\1", part)
    if len(text) < _MIDDLE:
        return text
    long = len(text) >= _LONG
    for written, sound in _CONSONANTS:
        text = text.replace(written, sound)
    text = re.sub(r"(\w)\1", r"\1", text)
    if not long:
        return text
    feminine = "a" if re.search(r"(?:ov|ev|in|sky|ski)a$|skaya$", text) else ""
    skeleton = re.sub(r"^[aeiouy]+", "e", text)
    skeleton = skeleton[:1] + re.sub(r"[aeiouy]", "", skeleton[1:])
    return skeleton + feminine if len(skeleton) >= _ENOUGH else part


@lru_cache(maxsize=16_384)
def name_key(name: str) -> tuple[str, ...]:
    """Return the key under which all spellings of a full name fall together."""
    return tuple(part_key(part) for part in name_parts(name))


@lru_cache(maxsize=16_384)
def is_variant(name: str, other: str) -> bool:
    """Tell whether two names may be one person's: one is the other, shortened or turned round, in some spelling."""
    own, others = sorted((name_key(name), name_key(other)), key=len)
    return (contains(others, own) or _close(name, other)) and initials_agree(name, other)


def _close(name: str, other: str) -> bool:
    """Tell whether two full names differ only in how a given name is written: "Yusuf Ott" and "Youssef Ott".

    The surname must be the same; of the rest the first letter, the first vowel and the consonants count, and an `a` at
    the end, so that Hassan and Hussein, Maria and Mario stay apart.
    """
    own, others = name_parts(name), name_parts(other)
    if min(len(own), len(others)) < 2 or part_key(own[-1]) != part_key(others[-1]):
        return False
    return "".join(own) == "".join(others) or tuple(map(_sound, own[:-1])) == tuple(map(_sound, others[:-1]))


def _sound(part: str) -> str:
    """Return what a given name has in common with its other spellings; a short one as it is."""
    text = re.sub(r"(\w)\1", r"\1", part)
    if len(text) < _MIDDLE:
        return text
    for written, sound in (*_CONSONANTS, ("oo", "u"), ("ou", "u"), ("o", "u"), ("e", "i"), ("y", "i")):
        text = text.replace(written, sound)
    vowel = re.search(r"[aiu]", text[1:])
    return text[0] + (vowel[0] if vowel else "") + re.sub(r"[aiu]", "", text[1:]) + ("a" if text.endswith("a") else "")


def contains(name: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Tell whether the key of a name holds that of a part of it, in order ("Jan Ott" in "Jan Paul Ott") or turned round ("Ott Jan")."""
    return bool(part) and any(_in_order(turned, part) for turned in (name, (*name[-1:], *name[:-1]), (*name[1:], *name[:1])))


def spoken_keys(name: str) -> set[str]:
    """Return the keys of the first and last word of a name, which people go by; not of a father's name ("bin Salman")."""
    spoken = [word for word in name.replace(",", "").split() if word not in ("Jr.", "Sr.")]
    if len(spoken) > 2 and spoken[-2].lower() in _FATHERS:
        spoken = spoken[:1]
    return {part_key(part) for word in {spoken[0], spoken[-1]} for part in (fold(word), *name_parts(word)[:1])}


class NameIndex(Generic[ItemT]):
    """Items by the parts of their names, so that a name is compared with those only that share a part with it."""

    def __init__(self) -> None:
        self._numbers: dict[ItemT, int] = {}
        self._bearers: dict[str, dict[ItemT, None]] = {}

    def add(self, name: str, item: ItemT) -> None:
        """Know an item under a name; it may have several."""
        self._numbers.setdefault(item, len(self._numbers))
        for part in name_key(name):
            self._bearers.setdefault(part, {})[item] = None

    def sharing(self, parts: Iterable[str]) -> list[ItemT]:
        """Return the items that have one of some keys of parts in a name, in the order in which they were added."""
        found = {item for part in parts for item in self._bearers.get(part, ())}
        return sorted(found, key=self._numbers.__getitem__)


def _in_order(name: tuple[str, ...], part: tuple[str, ...]) -> bool:
    rest = iter(name)
    return all(piece in rest for piece in part)
