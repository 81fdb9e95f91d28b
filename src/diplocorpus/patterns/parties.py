"""The table of states and organisations, read once from `data/parties.csv`."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from typing import Literal

import attrs

from diplocorpus.patterns.loading import data_file

NameKind = Literal["name", "demonym", "seat"]


@attrs.frozen
class PartyEntry:
    """A state, territory or organisation with what readouts call it.

    The row of kind `place` lists names that hold a party's name without meaning it (South China Sea).
    """

    code: str
    kind: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    seats: tuple[str, ...]

    def wordings(self) -> Iterator[tuple[str, NameKind]]:
        """Yield every wording and what it is."""
        for name in self.names:
            yield name, "name"
        for demonym in self.demonyms:
            yield demonym, "demonym"
        for seat in self.seats:
            yield seat, "seat"


def _split(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split("|") if part.strip())


@cache
def parties() -> dict[str, PartyEntry]:
    """Return the table by code."""
    with data_file("parties.csv").open(encoding="utf-8") as file:
        return {
            row["code"]: PartyEntry(row["code"], row["kind"], _split(row["names"]), _split(row["demonyms"]), _split(row["seats"]))
            for row in csv.DictReader(file)
        }
