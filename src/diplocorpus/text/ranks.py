"""How high an office ranks: that of a title, and the highest of those that a title joins."""

from __future__ import annotations

from diplocorpus.models.events import Level
from diplocorpus.patterns.parties import parties
from diplocorpus.text.annotated import Hit
from diplocorpus.text.titles import STACKS, TitleReader


def rank_at(hit: Hit, party: str | None) -> Level:
    """Return the rank of an office in a state or body; presidents of organisations stand with heads of government."""
    level = Level(hit.pattern.label_in.get(party or "", hit.pattern.label))
    if level is Level.HEAD_OF_STATE and party is not None and parties()[party].kind == "organization":
        return Level.HEAD_OF_GOVERNMENT
    return level


def stack_rank(reader: TitleReader, hit: Hit, end: int, party: str | None) -> tuple[Level, str]:
    """Return the rank and the id of the highest of the offices that a title joins: "Foreign Minister and Prime Minister"."""
    lower = reader.document.lower
    level, highest = rank_at(hit, party), hit
    for index in range(hit.last, end):
        other = reader.roles.get(index)
        if other is not None and lower[index - 1] in STACKS and (rank := rank_at(other, party)) > level:
            level, highest = rank, other
    return level, highest.pattern.id
