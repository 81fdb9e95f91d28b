"""Codes, dates and vocabulary members in the words that a reader expects."""

from __future__ import annotations

from functools import cache

from diplocorpus.patterns.loading import own_packs
from diplocorpus.patterns.parties import parties

_MONTHS = "January February March April May June July August September October November December".split()


def party_name(code: str) -> str:
    """Return what a party is usually called; the code itself where nobody knows it.

    >>> party_name("UZB"), party_name("RURITANIA")
    ('Uzbekistan', 'RURITANIA')
    """
    entry = parties().get(code)
    return entry.name if entry else code


@cache
def _framework_names() -> dict[str, str]:
    return {label.id: label.name for label in own_packs().labels("framework").values()}


def framework_name(code: str) -> str:
    """Return the full name of a framework; the id itself where a user's pack brought it."""
    return _framework_names().get(code, code)


def date_in_words(date: str | None) -> str:
    """Return an ISO date, which may be partial, as it is written in English; "" where there is none.

    >>> date_in_words("2021-04-29"), date_in_words("--04-29"), date_in_words("2021-04"), date_in_words("---05")
    ('29 April 2021', '29 April', 'April 2021', 'day 5')
    """
    if not date:
        return ""
    if date.startswith("---"):
        return f"day {int(date[3:])}"
    year, month, day = ("", *date[2:].split("-"), "")[:3] if date.startswith("--") else (*date.split("-"), "", "")[:3]
    return " ".join(part for part in (day and str(int(day)), month and _MONTHS[int(month) - 1], year) if part)


def in_words(value: object) -> str:
    """Return a member of a vocabulary, or a field's name, as words.

    >>> in_words("head_of_state")
    'head of state'
    """
    return str(value).replace("_", " ")
