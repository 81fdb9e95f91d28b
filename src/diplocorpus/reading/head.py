"""What a text says of itself in its head: date stamp, dateline, agency."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import attrs

from diplocorpus.models.documents import Dateline
from diplocorpus.models.spans import Span
from diplocorpus.patterns.loading import read_toml

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sept sep",
         "october oct", "november nov", "december dec"), 1
    )
    for name in names.split()
}  # fmt: skip
"""Month names and agencies' short forms, lower case without the point, to 1..12."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_HEAD_REACH = 1_200
"""Characters from the start in which a stamp or dateline may stand: titles and photo captions come before it."""

_ISO_STAMP = re.compile(r"\A\s*(?:date |Date: ?|date: ?)?(?P<iso>(?:19|20)\d{2}-\d{2}-\d{2})\b")
_PAGE_STAMP = re.compile(
    rf"(?P<clock>\d{{1,2}}:\d{{2}}),? (?P<month>{MONTH}) (?P<day>\d{{1,2}}), (?P<year>(?:19|20)\d{{2}})"
    rf"|(?:Updated|Published|Released): ?(?P<month2>{MONTH}) (?P<day2>\d{{1,2}}), (?P<year2>(?:19|20)\d{{2}})"
)
_DATELINE = re.compile(
    r"(?<![\w.])(?P<place>[A-Z][A-Z'’.\-]+(?:[ \-/][A-Z][A-Z'’.\-]+){0,3})(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?"
    rf"(?:, (?P<month>{MONTH}) (?P<day>\d{{1,2}})(?:, (?P<year>\d{{4}}))?\s*(?:\((?P<agency>[A-Z][\w .-]{{1,30}})\))?"
    r"|\. (?P<agency2>[A-Z]{4,}))\s*(?:--|—|–|-)\s*"
)


@attrs.frozen
class Head:
    """What the head of a text fixes: a stamped day, a dateline with month and day, the publisher that it names."""

    stamp: date | None = None
    dateline: Dateline | None = None
    month_day: tuple[int, int] | None = None
    publisher: str | None = None


def month_number(name: str) -> int:
    """Return 1..12 for a month's name or short form."""
    return MONTHS[name.rstrip(".").lower()]


def safe_date(year: int, month: int, day: int) -> date | None:
    """Return a date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _agencies() -> dict[str, str]:
    """Agency marks, lower case, to the names that records use."""
    table = read_toml("publishers.toml")
    return {mark.lower(): entry["name"] for entry in table["publisher"] for mark in entry["marks"]}


def _title_case(place: str) -> str:
    return re.sub(r"[A-Z][A-Z'’]*", lambda m: m.group()[0] + m.group()[1:].lower(), place)


def _find_stamp(text: str) -> date | None:
    if match := _ISO_STAMP.match(text):
        year, month, day = map(int, match["iso"].split("-"))
        return safe_date(year, month, day)
    if match := _PAGE_STAMP.search(text, 0, _HEAD_REACH):
        name = match["month"] or match["month2"]
        return safe_date(int(match["year"] or match["year2"]), month_number(name), int(match["day"] or match["day2"]))
    return None


def read_head(text: str) -> Head:
    """Read the head of a text: header stamp, dateline and publisher, each where it stands."""
    stamp = _find_stamp(text)
    match = _DATELINE.search(text, 0, _HEAD_REACH)
    if match is None:
        return Head(stamp=stamp)
    agency = match["agency"] or match["agency2"]
    name = _agencies().get(agency.strip().lower()) if agency else None
    month_day = (month_number(match["month"]), int(match["day"])) if match["month"] else None
    stated = None
    if month_day:
        stated = f"{match['year']}-{month_day[0]:02}-{month_day[1]:02}" if match["year"] else f"--{month_day[0]:02}-{month_day[1]:02}"
        if safe_date(int(match["year"] or 2000), *month_day) is None:
            stated, month_day = None, None
    span = Span(start=match.start(), end=match.end(), text=match.group())
    dateline = Dateline(place=_title_case(match["place"]), date=stated, agency=name or (agency.strip() if agency else None), span=span)
    return Head(stamp, dateline, month_day, dateline.agency)
