"""The day a document is dated, and all else that its head says: `describe`.

A day without a year stays partial (`--07-09`) unless the text leaves one year only.
"""

from __future__ import annotations

import re
from datetime import date

from diplocorpus.models.days import whole_day
from diplocorpus.models.documents import DateBasis, Document, Genre
from diplocorpus.patterns.layouts import Layouts, own_layouts
from diplocorpus.patterns.masking import host_of, mask
from diplocorpus.patterns.templates import MONTH
from diplocorpus.reading.genre import genre_of, opening_of
from diplocorpus.reading.head import Head, month_number, read_head, safe_date
from diplocorpus.reading.publishers import party_of, publisher_of
from diplocorpus.reading.titles import title_of
from diplocorpus.reading.years import infer_year

_OPENING_DATE = re.compile(
    r"On (?:the (?:morning|afternoon|evening|night) of )?(?:(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),? )?"
    rf"(?:the )?(?:(?P<month>{MONTH}) (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}}) (?P<month2>{MONTH}))(?:st|nd|rd|th)?"
    r"(?:,? (?P<year>(?:19|20)\d{2}))?\b(?! this year)"
)


def _nearest_year(stamp: date, month: int, day: int) -> int | None:
    """Return the year in which month and day fall on or shortly before a stamp (news may be stamped a day early)."""
    for year in (stamp.year, stamp.year - 1, stamp.year + 1):
        candidate = safe_date(year, month, day)
        if candidate and -2 <= (stamp - candidate).days < 200:
            return year
    return None


def _resolve(masked: str, head: Head, published: str | None, genre: Genre | None) -> tuple[str | None, DateBasis]:
    stamp = head.stamp
    if stamp is None:
        stamp = whole_day(published)
    if head.month_day:
        month, day = head.month_day
        assert head.dateline is not None
        assert head.dateline.date is not None
        if not head.dateline.date.startswith("--"):
            return head.dateline.date, DateBasis.DATELINE
        if stamp and (year := _nearest_year(stamp, month, day)):
            same = (stamp.month, stamp.day) == (month, day)
            return f"{year:04}-{month:02}-{day:02}", DateBasis.HEADER if same else DateBasis.DATELINE
        if year := infer_year(masked, month, day):
            return f"{year:04}-{month:02}-{day:02}", DateBasis.INFERRED
        return head.dateline.date, DateBasis.UNKNOWN
    if head.stamp:
        return head.stamp.isoformat(), DateBasis.HEADER
    if published:
        return published, DateBasis.METADATA
    # What an announcement states is the day of what is to come.
    return (None, DateBasis.UNKNOWN) if genre is Genre.ANNOUNCEMENT else _stated(masked)


def _stated(masked: str) -> tuple[str | None, DateBasis]:
    """Take the day that the opening states of its own event: "On July 9, a conference was held"."""
    match = _OPENING_DATE.match(opening_of(masked)) if "On " in masked else None
    if match is None:
        return None, DateBasis.UNKNOWN
    month, day = month_number(match["month"] or match["month2"]), int(match["day"] or match["day2"])
    if safe_date(int(match["year"] or 2000), month, day) is None:
        return None, DateBasis.UNKNOWN
    if match["year"]:
        return f"{match['year']}-{month:02}-{day:02}", DateBasis.STATED
    if year := infer_year(masked, month, day, match["weekday"]):
        return f"{year:04}-{month:02}-{day:02}", DateBasis.INFERRED
    return f"--{month:02}-{day:02}", DateBasis.UNKNOWN


def describe(document: Document, layouts: Layouts | None = None) -> Document:
    """Return the document with its head read: dateline, publisher, date, stamp, title and genre, each with its basis.

    What the document already has stays; describing twice changes nothing. With layouts of one's own, what is still
    absent is looked for again.
    """
    if document.date_basis is not None and (layouts is None or layouts is own_layouts()):
        return document
    layouts = own_layouts() if layouts is None else layouts
    head = read_head(document.text, layouts, publisher=document.publisher, host=host_of(document.metadata))
    dateline = document.dateline or head.dateline
    publisher, basis = publisher_of(document, head, layouts)
    masked = mask(document.text, layouts, publisher=publisher, metadata=document.metadata)
    title = document.title or title_of(document.text, masked, head)
    body = dateline.span.end if dateline else 0
    genre = document.genre or genre_of(masked, body, title, publisher, document, layouts)
    found: tuple[str | None, DateBasis]
    if document.date is not None:
        found = document.date, document.date_basis or DateBasis.METADATA
    else:
        found = _resolve(masked, head, document.published, genre)
    known = document.provenance
    return document.model_copy(
        update={
            "dateline": dateline,
            "publisher": publisher,
            "publisher_party": document.publisher_party or party_of(publisher, layouts),
            "published": document.published or (head.stamp.isoformat() if head.stamp else None),
            "date": found[0],
            "date_basis": found[1],
            "title": title,
            "genre": genre,
            "provenance": known if basis == known.publisher_basis else known.model_copy(update={"publisher_basis": basis}),
        }
    )
