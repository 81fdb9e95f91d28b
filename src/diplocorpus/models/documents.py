"""A document: text that never changes, and what its head says of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from diplocorpus.models.spans import Frozen, Span, Wording

_PARTIAL_DATE = re.compile(
    r"(?:(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?)?"
    r"|--(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?|---(?:0[1-9]|[12]\d|3[01]))"
)


def _check_partial_date(value: str) -> str:
    if not _PARTIAL_DATE.fullmatch(value):
        raise ValueError(f"{value!r} is no ISO date; write 2021-04-29, 2021-04, 2021, or --04-29 where the year is unknown")
    return value


PartialDate = Annotated[str, AfterValidator(_check_partial_date)]
"""An ISO 8601 date that may lack what is not known: `2021-04-29`, `2023-11`, `2022`, `--07-09` (no year)."""


class DateBasis(StrEnum):
    """Where a date comes from."""

    STATED = "stated"
    HEADER = "header"
    DATELINE = "dateline"
    WEEKDAY = "weekday"
    INFERRED = "inferred"
    METADATA = "metadata"
    UNKNOWN = "unknown"


def _check_characters(value: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"half a character stands at {error.start}: decode the text with errors='replace'") from error
    return value


class Dateline(Frozen):
    """The line that opens an agency report: `BEIJING, April 29 (Xinhua) --`."""

    place: str | None
    date: PartialDate | None
    agency: str | None
    span: Span


class Genre(StrEnum):
    """What kind of text a document is."""

    READOUT = "readout"
    REPORT = "report"
    JOINT_STATEMENT = "joint_statement"
    TRANSCRIPT = "transcript"
    PRESS_CONFERENCE = "press_conference"
    ANNOUNCEMENT = "announcement"
    LETTER = "letter"


class Source(Frozen):
    """Where a document's text was read from and how.

    `path` is the file, `member` the file inside an archive, `row` the row of a table or line of a dump, counted from
    1. `publisher_basis` says why the publisher is taken to be that.
    """

    path: str | None = None
    member: str | None = None
    row: int | None = None
    encoding: str | None = None
    format: str | None = None
    publisher_basis: str | None = None


class Document(Frozen):
    """A readout or report: its text, unedited, and what is known of it.

    `text` is the decoded text, newlines, stamps and boilerplate included: all offsets of all records count its code
    points. `date` is the day the news is dated, `published` the day of a stamp or of the publisher's metadata; both
    may be partial (`--07-09`). `publisher_party` is the state or organisation whose own body or agency publishes it.
    Build one with `Document(id=..., text=...)`; what is absent is worked out from the
    text when the document is analysed or loaded with `load_corpus`.
    """

    id: Annotated[str, Field(min_length=1)]
    text: Annotated[Wording, AfterValidator(_check_characters)]
    title: Wording | None = None
    date: PartialDate | None = None
    date_basis: DateBasis | None = None
    published: PartialDate | None = None
    dateline: Dateline | None = None
    publisher: str | None = None
    publisher_party: str | None = None
    genre: Genre | None = None
    language: str | None = None
    provenance: Source = Source()
    metadata: Mapping[str, Any] = {}

    def span(self, start: int, end: int) -> Span:
        """Return the span of `text[start:end]`.

        Raises IndexError where the two do not lie in order within the text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"[{start}:{end}] does not lie in the {len(self.text)} characters of document {self.id!r}")
        return Span(start=start, end=end, text=self.text[start:end])

    def __hash__(self) -> int:
        return hash((self.id, self.text))

    def __repr__(self) -> str:
        return f"Document(id={self.id!r}, date={self.date!r}, publisher={self.publisher!r}, {len(self.text)} characters)"

    __str__ = __repr__
