"""The year of a day that comes without one: candidates, kept by constraints from the text.

A year is given only when one candidate is left; nothing is guessed.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator
from functools import cache, partial

import attrs

from diplocorpus.patterns.loading import read_toml
from diplocorpus.patterns.officeholders import own_officeholders
from diplocorpus.patterns.offices import served
from diplocorpus.patterns.parties import named_since
from diplocorpus.reading.head import WEEKDAYS, safe_date

Constraint = Callable[[int], bool]

FIRST_YEAR, LAST_YEAR = 1945, 2100
"""Years that a readout may have been published in; wide, so that it never decides alone."""

_ANNIVERSARY = re.compile(r"(?P<n>\d{1,3})(?:st|nd|rd|th) (?:founding )?anniversary of (?:the )?(?P<of>[^.]{5,140})", re.IGNORECASE)
_CENTENARY = re.compile(r"\bcentenary of (?:the )?(?P<of>[^.]{3,80})", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(this|next|last) year\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:on |said |, )(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b")
_SHIFT = {"this": 0, "next": 1, "last": -1}
_OPENING = 500
"""Characters in which the people whose offices bound the year are looked for."""


@attrs.frozen
class _Anchors:
    anniversaries: tuple[tuple[str, tuple[str, ...], int], ...]
    """Phrase, names that must stand in the text too, year."""
    not_before: tuple[tuple[str, int], ...]


@cache
def _anchors() -> _Anchors:
    table = read_toml("anchors.toml")
    return _Anchors(
        tuple((phrase, tuple(entry.get("needs", ())), entry["year"]) for entry in table["anniversary"] for phrase in entry["phrases"]),
        tuple((phrase, entry["year"]) for entry in table["not_before"] for phrase in entry["phrases"]),
    )


def _sentences(text: str) -> Iterator[str]:
    yield from re.split(r"(?<=[.!?])\s+(?=[A-Z])|\n\s*\n", text)


def _anniversary_years(text: str) -> Iterator[int]:
    """Yield the years that "the Nth anniversary of X this year" gives for anchored X."""
    lower = text.lower()
    if " year" not in lower or not ("anniversary of" in lower or "centenary of" in lower):
        return
    for sentence in _sentences(text):
        relative = _RELATIVE.search(sentence)
        if relative is None:
            continue
        found = [(int(match["n"]), match["of"], match.end()) for match in _ANNIVERSARY.finditer(sentence)]
        # "the 100th anniversary of A as well as the 30th anniversary of B": the first match may swallow the second.
        found += [
            (int(m["n"]), m["of"], m.end())
            for first in _ANNIVERSARY.finditer(sentence)
            for m in _ANNIVERSARY.finditer(sentence, first.start("of"))
        ]
        found += [(100, match["of"], match.end()) for match in _CENTENARY.finditer(sentence)]
        for count, subject, _ in found:
            own = re.split(r"\bas well as\b|\band the \d", subject)[0]
            for phrase, needs, year in _anchors().anniversaries:
                if phrase.lower() in own.lower() and all(name in text for name in needs):
                    yield year + count - _SHIFT[relative[1].lower()]


def _falls_on(month: int, day: int, weekday: int, year: int) -> bool:
    found = safe_date(year, month, day)
    return found is not None and found.weekday() == weekday


def _constraints(text: str, month: int, day: int, weekday_of_it: str | None) -> Iterator[Constraint]:
    """Yield what the text says of its year; each constraint tells whether a candidate may stay."""
    body = text[:1_500]
    if weekday_of_it:
        yield partial(_falls_on, month, day, WEEKDAYS.index(weekday_of_it.lower()))
    elif weekday := _WEEKDAY.search(body):
        number = WEEKDAYS.index(weekday[1].lower())

        def weekday_fits(year: int) -> bool:
            # News of Monday's call is dated Monday or the day after.
            day_of_news = safe_date(year, month, day)
            return day_of_news is not None and (day_of_news.weekday() - number) % 7 in (0, 1)

        yield weekday_fits
    for anniversary in sorted(set(_anniversary_years(text))):
        yield partial(operator.eq, anniversary)
    bounds = [year for phrase, year in _anchors().not_before if phrase in text]
    if bounds:
        yield partial(operator.le, max(bounds))
    # The opening names who took part; further down a text tells of the past.
    for allows in (*served(text[:_OPENING], own_officeholders()), *named_since(text)):
        yield partial(_allowed, allows, month, day)


def _allowed(allows: Callable[[str], bool], month: int, day: int, year: int) -> bool:
    return allows(f"{year}-{month:02}-{day:02}")


def infer_year(text: str, month: int, day: int, weekday: str | None = None) -> int | None:
    """Return the one year that all constraints of the text leave for a month and day, else None.

    `weekday` is the name of the weekday that the text gives the day itself ("Monday, May 9").
    """
    left = [year for year in range(FIRST_YEAR, LAST_YEAR + 1) if safe_date(year, month, day)]
    for allows in _constraints(text, month, day, weekday):
        left = [year for year in left if allows(year)]
        if not left:
            return None
    return left[0] if len(left) == 1 else None
