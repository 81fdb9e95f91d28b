"""Who held which office when, and where a text and the table of office-holders differ."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from diplocorpus.models.documents import PartialDate
from diplocorpus.models.events import Level, PartyCode
from diplocorpus.models.spans import Frozen, Record

NonEmpty = Annotated[str, Field(min_length=1, pattern=r"\S")]


class Certainty(StrEnum):
    """How sure a row of the table of office-holders is."""

    CHECKED = "checked"
    """The page at `source` was read and says so."""
    RECALLED = "recalled"
    """General knowledge, not looked up."""
    GIVEN = "given"
    """From a user's own table, which does not say."""


class OfficeHolder(Frozen):
    """A person's term in an office, from `since` to `until`, both days included.

    `aliases` are names that other spellings of `name` do not cover. Days may be partial: a term `since` 2023-04 began
    in that month. `until` is None where the term runs on. `source` is the address of a public page; of two, with a space
    between them, the first says when the term began and the second when it ended.
    """

    name: NonEmpty
    aliases: tuple[NonEmpty, ...] = ()
    party: PartyCode
    role: NonEmpty
    level: Level
    since: PartialDate
    until: PartialDate | None = None
    certainty: Certainty = Certainty.GIVEN
    source: NonEmpty | None = None

    @model_validator(mode="after")
    def _in_order(self) -> OfficeHolder:
        for value in (self.since, self.until):
            if value is not None and value.startswith("-"):
                raise ValueError(f"{value!r} has no year")
        if self.until is not None and not _meets(self.since, self.until):
            raise ValueError(f"the term ends on {self.until}, before it begins on {self.since}")
        return self

    def holds_on(self, day: PartialDate) -> bool:
        """Tell whether the term covers a day, or some of a month or year; a day without its year is covered by any term."""
        return day.startswith("-") or (_meets(self.since, day) and (self.until is None or _meets(day, self.until)))

    def __str__(self) -> str:
        return f"{self.name}, {self.role} of {self.party}, {self.since} to {self.until or 'now'}"


def _meets(earlier: str, later: str) -> bool:
    """Tell whether one partial date may lie on or before another: 2023-04 may lie before 2023-04-01."""
    length = min(len(earlier), len(later))
    return earlier[:length] <= later[:length]


class Discrepancy(Record):
    """Where a text and the table of office-holders differ on who took part in a meeting; the records follow the text.

    `name`, `role` and `party` are what the text says, `date` is that of the meeting, `terms` are what the table has
    instead. One of the three is wrong: the text, the date that was worked out, or the table.
    """

    id: str
    meeting_id: str
    name: str
    role: str
    party: PartyCode
    date: PartialDate
    terms: tuple[OfficeHolder, ...]

    @property
    def message(self) -> str:
        """The difference in a sentence."""
        known = "; ".join(f"{row.role} of {row.party} {row.since} to {row.until or 'now'}" for row in self.terms)
        return f"{self.name} is {self.role} of {self.party} on {self.date} in the text; in the table: {known}"

    def __str__(self) -> str:
        return self.message
