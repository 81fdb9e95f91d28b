"""The table of states and organisations, read once from `data/parties.csv`: one row a party and language."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Literal, cast

import attrs

from diplocorpus.patterns.loading import data_file

NameKind = Literal["name", "demonym", "prefix", "seat"]
"""What a wording is: `China`, `Chinese`, the `Sino` of Sino-Kazakh, `Beijing`."""

PartyKind = Literal["state", "territory", "former", "organization", "place"]

_COLUMNS: dict[str, NameKind] = {"names": "name", "demonyms": "demonym", "prefixes": "prefix", "seats": "seat"}
_NAME = re.compile(r"(?P<text>.+?)(?P<shared>\?)?(?: \[(?P<times>[^\]]+)\])?")


@attrs.frozen
class PartyName:
    """What a party is called.

    `shared` marks a wording that others bear as well or that is mostly something else (Congo, Male): it means the party
    where the text names it otherwise. `times` are the stretches in which it was in use, both days included, "" for an
    open end; none where that is no matter.
    """

    text: str
    kind: NameKind
    shared: bool = False
    times: tuple[tuple[str, str], ...] = ()

    def used_on(self, day: str) -> bool:
        """Tell whether the wording was in use on a day, or some of a month or year."""
        return not self.times or any(
            (not since or since[: len(day)] <= day[: len(since)]) and (not until or day[: len(until)] <= until[: len(day)])
            for since, until in self.times
        )


@attrs.frozen
class PartyEntry:
    """A state, territory or organisation with what readouts call it; the first name is the usual one.

    `alpha2` is the two-letter code of ISO 3166-1, None where there is none. A `former` state is a party up to its end
    only. The entry of kind `place` lists names that hold a party's name without meaning it (South China Sea).
    """

    code: str
    alpha2: str | None
    kind: PartyKind
    wordings: tuple[PartyName, ...]

    @property
    def name(self) -> str:
        """The usual name."""
        return self.wordings[0].text


def _wordings(row: dict[str, str]) -> Iterator[PartyName]:
    for column, kind in _COLUMNS.items():
        for cell in filter(None, row[column].split("|")):
            match = _NAME.fullmatch(cell)
            assert match is not None, cell
            times = [part.strip().split("/") for part in (match["times"] or "").split(",") if part]
            yield PartyName(
                match["text"],
                kind,
                match["shared"] is not None,
                tuple((since.replace("..", ""), until.replace("..", "")) for since, until in times),
            )


@cache
def parties(language: str = "en") -> dict[str, PartyEntry]:
    """Return the table by code, with what the parties are called in a language."""
    with data_file("parties.csv").open(encoding="utf-8") as file:
        return {
            row["code"]: PartyEntry(row["code"], row["alpha2"] or None, cast("PartyKind", row["kind"]), tuple(_wordings(row)))
            for row in csv.DictReader(file)
            if row["language"] == language
        }


@cache
def seats() -> dict[str, str]:
    """Return the state that sits in a place, by the place's name: KEN by Nairobi; none where several do, as in Brussels."""
    found: dict[str, set[str]] = {}
    for entry in parties().values():
        for name in entry.wordings:
            if name.kind == "seat":
                found.setdefault(name.text, set()).add(entry.code)
    return {place: codes.pop() for place, codes in found.items() if len(codes) == 1}


def named_since(text: str) -> Iterator[Callable[[str], bool]]:
    """Yield, for each name in a text that came up at a known time, what tells whether a day is not before it.

    The day may be partial. Old names live on, so that none bounds a text from above.
    """
    for name, since in _newer_names():
        if name in text and re.search(rf"\b{re.escape(name)}\b", text):
            yield partial(_not_before, since)


@cache
def _newer_names() -> tuple[tuple[str, str], ...]:
    """Return the names that came up at a known time, with that time."""
    return tuple(
        (name.text, name.times[0][0])
        for entry in parties().values()
        for name in entry.wordings
        if entry.kind != "former" and name.times and name.times[0][0]
    )


def _not_before(since: str, day: str) -> bool:
    return since[: len(day)] <= day[: len(since)]
