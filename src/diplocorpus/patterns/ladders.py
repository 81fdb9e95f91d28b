"""Where titles of partnerships rank, a ladder a state's own system, and since when relations are known to have them."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

import attrs
from pydantic import Field

from diplocorpus.errors import PatternFormatError
from diplocorpus.models.spans import Frozen
from diplocorpus.patterns.schema import NonEmpty
from diplocorpus.patterns.validating import validated

_NEW_ERA = "_NE"


class RankedTitle(Frozen):
    """A title by its canonical id, with its place: a higher one is the closer."""

    id: NonEmpty
    rank: float
    note: str | None = None


class Ladder(Frozen):
    """The titles of one state's own system; ranks of different ladders do not compare.

    `parties` are those whose relations it is for, `note` says whose reading the order is. A title "for a new era" ranks
    as without, unless it is listed.
    """

    schema_: Annotated[Literal[1], Field(alias="schema")]
    ladder: NonEmpty
    version: NonEmpty
    parties: Annotated[tuple[NonEmpty, ...], Field(min_length=1)]
    note: str | None = None
    title: Annotated[tuple[RankedTitle, ...], Field(min_length=1)]

    def rank(self, canonical: str) -> float | None:
        """Return the place of a title; None where it does not stand on this ladder."""
        ranks = {title.id: title.rank for title in self.title}
        return ranks.get(canonical, ranks.get(canonical.removesuffix(_NEW_ERA)))


Ladders = tuple[Ladder, ...]
"""The ladders in use; a relation ranks on the first that is for one of its parties and has its title."""


@attrs.frozen
class PartnershipTerm:
    """Since when a relation has a title: a day, month or year; `source` is the address of what says so."""

    dyad: tuple[str, str]
    title: str
    since: str
    source: str


def parse_ladder(text: str, path: str) -> Ladder:
    """Read a ladder from TOML text; `path` names it in errors.

    Raises PatternFormatError where it is no TOML, has unknown keys, or names a title twice.
    """
    ladder = validated(Ladder, text, path)
    seen: set[str] = set()
    for index, title in enumerate(ladder.title):
        if title.id in seen:
            raise PatternFormatError(path, f"title.{index}.id", f"title {title.id!r} stands twice")
        seen.add(title.id)
    return ladder


@cache
def own_ladders() -> Ladders:
    """Return the ladders of the package, China's first."""
    folder = files("diplocorpus.patterns").joinpath("data", "ladders")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    found = [parse_ladder(folder.joinpath(name).read_text(encoding="utf-8"), name) for name in names]
    return tuple(sorted(found, key=lambda ladder: (-len(ladder.title), ladder.ladder)))


def merged_ladders(extra: Iterable[Ladder]) -> Ladders:
    """Return a user's ladders, then ours that they do not replace: the same name replaces, a new one adds."""
    added = {ladder.ladder: ladder for ladder in extra}
    return (*added.values(), *(ladder for ladder in own_ladders() if ladder.ladder not in added))


@cache
def partnership_terms() -> dict[tuple[str, str], tuple[PartnershipTerm, ...]]:
    """Return the terms of relations that a source dates, by dyad, the earliest first."""
    found: dict[tuple[str, str], list[PartnershipTerm]] = {}
    with files("diplocorpus.patterns").joinpath("data", "partnership_terms.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            first, second = sorted((row["party"], row["other"]))
            term = PartnershipTerm((first, second), row["title"], row["since"], row["source"])
            found.setdefault(term.dyad, []).append(term)
    return {dyad: tuple(sorted(terms, key=lambda term: term.since)) for dyad, terms in found.items()}
