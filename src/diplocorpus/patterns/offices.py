"""Offices by their wordings: which title is which office, and when the people that a text names held theirs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, partial

from diplocorpus.models.events import Level
from diplocorpus.models.offices import OfficeHolder
from diplocorpus.patterns.loading import own_packs
from diplocorpus.patterns.officeholders import OfficeHolders

_WORD = re.compile(r"[\w'’ʻ-]+(?:\.[\w'’ʻ-]+)*|[.,;:()]|\n\s*\n")
_PROVISIONAL = re.compile(r"^(?:acting|interim|caretaker) ")
_OTHER = frozenset({"former", "then", "late", "ex", "first", "founding", "alternate", "shadow"})
"""What makes another office of a title, or one of the past: "first President of Ruritania", "Alternate Prime Minister"."""
_REACH = 10
"""Words in front of a name within which its title stands: "President of the Democratic Socialist Republic of ..."."""

_LONGEST_NAME = 5
_SAME = {
    "role.pm_abbreviation": "role.prime_minister",
    "role.cpc_general_secretary": "role.party_general_secretary",
    "role.eu_high_representative": "role.high_representative",
}
"""Offices that two patterns word: one heeds capitals, or names the state."""

_LINKS = frozenset({"of", "the", "for", "to"})


@cache
def _wordings() -> dict[str, str]:
    return {
        _plain(wording.text): _SAME.get(pattern.id, pattern.id)
        for pattern in own_packs().patterns("level")
        for wording in pattern.wordings()
    }


def _plain(title: str) -> str:
    return " ".join(title.casefold().replace("-", " ").split())


@cache
def office_of(role: str) -> str | None:
    """Return the id of the office that a title words, the same for all its wordings; None for one that is not known."""
    return _wordings().get(_PROVISIONAL.sub("", _plain(role)))


def rank_of(role: str) -> tuple[str, Level] | None:
    """Return the office that a title words and its level, None for one that is not known."""
    office = office_of(role)
    return (office, _levels()[office]) if office else None


def rank_in(office: str, party: str) -> Level | None:
    """Return the level of an office in a state where it is another than elsewhere, None where it is not."""
    return _levels_by_party().get((office, party))


@cache
def _levels_by_party() -> dict[tuple[str, str], Level]:
    return {(pattern.id, code): Level(label) for pattern in own_packs().patterns("level") for code, label in pattern.label_in.items()}


@cache
def _levels() -> dict[str, Level]:
    return {pattern.id: Level(pattern.label) for pattern in own_packs().patterns("level")}


def may_be(office: str, role: str, row_role: str) -> bool:
    """Tell whether an office as a text words it may be that of a row: the same one, or its short form ("Secretary")."""
    other = office_of(row_role)
    general = (
        office in ("role.secretary", "role.minister")
        and _plain(row_role).split()[0] != "deputy"
        and _plain(role) in _plain(row_role).split()
    )
    return other == _SAME.get(office, office) or general


def served(text: str, table: OfficeHolders) -> Iterator[Callable[[str], bool]]:
    """Yield, for each office-holder that a text names with the title, what tells whether the office was held on a day.

    The day may be partial. Only full names with a title of theirs in front count, and none with `former` or `then`.
    """
    words = _WORD.findall(text)
    index = 0
    while index < len(words):
        length, rows = _name_at(words, index, table)
        if rows:
            offices = set(_titles(words[max(0, index - _REACH) : index]))
            for office in sorted(offices):
                held = tuple(row for row in rows if office_of(row.role) == office)
                if held:
                    yield partial(_any_on, held)
        index += max(1, length)


def _any_on(rows: tuple[OfficeHolder, ...], day: str) -> bool:
    return any(row.holds_on(day) for row in rows)


def _name_at(words: list[str], index: int, table: OfficeHolders) -> tuple[int, tuple[OfficeHolder, ...]]:
    if not words[index][0].isupper():
        return 0, ()
    for length in range(_LONGEST_NAME, 1, -1):
        part = words[index : index + length]
        if len(part) == length and part[-1][0].isupper() and (rows := table.named(" ".join(part).removesuffix("'s").removesuffix("’s"))):
            return length, rows
    return 0, ()


def _titles(before: list[str]) -> Iterator[str]:
    """Yield the offices titled in the words that lead up to a name, the longest wordings; none of the past."""
    start = len(before)
    while start and _leads_up(before, start - 1):
        start -= 1
    title = [_plain(word) for word in before[start:]]
    if _OTHER & {word for item in [*title, *map(str.lower, before[max(0, start - 1) : start])] for word in item.split()}:
        return
    taken: set[int] = set()
    for length in range(len(title), 0, -1):
        for first in range(len(title) - length + 1):
            office = _wordings().get(" ".join(title[first : first + length]))
            if office and taken.isdisjoint(range(first, first + length)):
                taken.update(range(first, first + length))
                yield office


def _leads_up(words: list[str], index: int) -> bool:
    """Tell whether a word may stand in a title; "and" joins two offices of one person, not what follows a name."""
    if words[index] == "and":
        return index > 0 and words[index - 1].lower() in _title_words()
    return words[index][0].isupper() or words[index].lower() in _LINKS | _title_words()


@cache
def _title_words() -> frozenset[str]:
    return frozenset(word for wording in _wordings() for word in wording.split())
