"""The table of office-holders, read once from `data/officeholders.csv`."""

from __future__ import annotations

import csv
from functools import cache

import attrs

from diplocorpus.models.events import Level
from diplocorpus.patterns.loading import data_file


@attrs.frozen
class OfficeHolder:
    """A row of the table of office-holders."""

    name: str
    party: str
    role: str
    level: Level
    since: str
    until: str


@cache
def office_holders() -> dict[str, tuple[OfficeHolder, ...]]:
    """Return the table by full name and by alias."""
    table: dict[str, list[OfficeHolder]] = {}
    with data_file("officeholders.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            holder = OfficeHolder(row["name"], row["party"], row["role"], Level(row["level"]), row["since"], row["until"])
            for name in (row["name"], *filter(None, row["aliases"].split("|"))):
                table.setdefault(name, []).append(holder)
    return {name: tuple(holders) for name, holders in table.items()}


@cache
def surnames() -> dict[str, tuple[OfficeHolder, ...]]:
    """Return the table by last and first part of the names."""
    table: dict[str, list[OfficeHolder]] = {}
    for name, holders in office_holders().items():
        for part in {name.split()[-1], name.split()[0]}:
            table.setdefault(part, []).extend(holder for holder in holders if holder.name == name)
    return {part: tuple(holders) for part, holders in table.items()}


def _serves(holder: OfficeHolder, day: str) -> bool:
    if not day or day.startswith("--"):
        return True
    return holder.since <= day and (not holder.until or day <= holder.until + "~")


def terms(name: str, role: str | None, day: str) -> tuple[OfficeHolder, ...]:
    """Return the terms of office of a person, those that cover a day where any does.

    A single word is taken for a surname where the table has one person of it (with that role, if one is given).
    """
    holders = office_holders().get(name, ())
    if not holders and len(name.split()) == 1:
        holders = tuple(h for h in surnames().get(name, ()) if role is None or h.role.lower() == role.lower())
        if len({h.name for h in holders}) != 1:
            return ()
    return tuple(holder for holder in holders if _serves(holder, day)) or holders
