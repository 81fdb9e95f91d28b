"""What a text says of itself in its head: date stamp, dateline, agency."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

import attrs

from diplocorpus.models.documents import Dateline
from diplocorpus.models.spans import Span
from diplocorpus.patterns.layouts import GENERAL, Layouts, PublisherLayout, Use, fitting, own_layouts, possible
from diplocorpus.patterns.loading import read_toml
from diplocorpus.patterns.masking import HEAD_REACH, front_matter_end, plain_page
from diplocorpus.patterns.parties import seats
from diplocorpus.patterns.templates import MONTH, Form, Page

__all__ = ["MONTH", "MONTHS", "WEEKDAYS", "Head", "front_matter", "month_number", "read_day", "read_head", "safe_date"]

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

_ISO_STAMP = re.compile(r"\s*(?:date |Date: ?|date: ?)?(?P<iso>(?:19|20)\d{2}-\d{2}-\d{2})\b")
_NUMBERS = re.compile(r"(?P<year>(?:19|20)\d{2})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})")
_SLASHED = re.compile(r"(?P<first>\d{1,2})(?P<mark>[-/])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d{2})")
_DOTTED = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d{2})")
_WORDS = re.compile(
    rf"(?:(?P<month>{MONTH}) (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?[ -](?P<month2>{MONTH}))(?:st|nd|rd|th)?"
    r"(?:,?[ -](?:Juche \d{2,3} \()?(?P<year>(?:19|20)\d{2}))?\b"
)
_OPENS = re.compile(r"|\s|.?[\n.!?)\"|*]|[\s.!?)\"\d|*]\s", re.DOTALL)
_NO_PLACE = frozenset("in at on from the to by since until after before today yesterday".split())
_TAIL_REACH = 200
"""Characters from the end in which a house may date its release: "Strelsau\\n7 March 2024"."""

_FRONT_DATES = ("date", "published", "published_time", "publish_date", "publication_date", "pubdate")


@attrs.frozen
class Head:
    """What the head of a text fixes: a stamped day, a dateline with month and day, the agency that signs it."""

    stamp: date | None = None
    dateline: Dateline | None = None
    month_day: tuple[int, int] | None = None
    front: Mapping[str, str] = attrs.field(factory=dict)
    """What a block of `key: value` lines above the text says."""


def month_number(name: str) -> int:
    """Return 1..12 for a month's name or short form."""
    return MONTHS[name.rstrip(".").lower()]


def safe_date(year: int, month: int, day: int) -> date | None:
    """Return a date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_day(text: str) -> tuple[int | None, int, int] | None:
    """Return year (or None), month and day of the first date in a text, in whatever order they stand; None for none."""
    if match := _NUMBERS.search(text) or _DOTTED.search(text):
        return int(match["year"]), int(match["month"]), int(match["day"])
    if (match := _SLASHED.search(text)) and (found := _day_and_month(int(match["first"]), int(match["second"]))):
        return int(match["year"]), *found
    if match := _WORDS.search(text):
        year = int(match["year"]) if match["year"] else None
        return year, month_number(match["month"] or match["month2"]), int(match["day"] or match["day2"])
    return None


def _day_and_month(first: int, second: int) -> tuple[int, int] | None:
    """Return month and day of two numbers where they can be read one way only: 25/08 and 08/25, but not 05/08."""
    if first > 12 or first == second:
        return second, first
    return (first, second) if second > 12 else None


def front_matter(text: str) -> dict[str, str]:
    """Return the `key: value` lines of the block between two `---` that opens a Markdown file, keys in lower case."""
    found: dict[str, str] = {}
    key = ""
    for line in text[: front_matter_end(text)].splitlines()[1:-1]:
        if line[:1].isspace() and key:
            found[key] += f" {line.strip()}"
        elif ":" in line:
            key, _, value = line.partition(":")
            key = key.strip().lower()
            found[key] = value.strip()
    return {key: value.strip("'\" ") for key, value in found.items()}


@cache
def _plain_agencies() -> dict[str, str]:
    table = read_toml("publishers.toml")
    return {mark.lower(): entry["name"] for entry in table["publisher"] for mark in entry["marks"]}


@cache
def agencies() -> frozenset[str]:
    """Return the names of the agencies of which no layout is known."""
    return frozenset(_plain_agencies().values())


@cache
def agency_parties() -> dict[str, str]:
    """Return the state whose own agency it is by an agency's name, for those without a layout."""
    return {entry["name"]: entry["party"] for entry in read_toml("publishers.toml")["publisher"] if "party" in entry}


def _agency(mark: str, layouts: Layouts) -> str | None:
    """Return the name that records use for an agency's mark."""
    for layout in layouts.called(mark):
        if layout.name and mark.casefold() in {own.casefold() for own in layout.marks}:
            return layout.name
    return _plain_agencies().get(mark.lower())


def _title_case(place: str) -> str:
    return re.sub(r"[A-Z][A-Z'’]*", lambda m: m.group()[0] + m.group()[1:].lower(), place)


def _place_in(groups: Mapping[str, str | None]) -> str:
    return _title_case(groups.get("PLACE") or "") or groups.get("Place") or ""


def _day_in(groups: Mapping[str, str | None]) -> str | None:
    return groups.get("day") or groups.get("date")


def _as_date(text: str) -> date | None:
    found = read_day(text)
    return safe_date(found[0], found[1], found[2]) if found and found[0] else None


def _stamps(page: Page, layouts: Layouts, publisher: str | None, host: str | None) -> Iterator[tuple[int, int, date]]:
    """Yield where stamps stand, how long they are (negative, so that the longest sorts first), and their days."""
    stamps = possible(layouts, page)[Use.STAMP]
    fit = fitting(layouts, page, publisher=publisher, host=host) if stamps else ()
    for form, layout in stamps:
        if layout.publisher not in fit or not form.has_parts(page.text):
            continue
        # Only a publisher that is known to date its pages below the text is looked at there.
        for match in form.finditer(page, 0, HEAD_REACH if layout.publisher == GENERAL else None):
            if day := _as_date(match["date"]):
                yield match.start(), match.start() - match.end(), day
                break


def _find_stamp(page: Page, front: Mapping[str, str], layouts: Layouts, publisher: str | None, host: str | None) -> date | None:
    for key in _FRONT_DATES:
        if key in front and (day := _as_date(front[key])):
            return day
    if match := _ISO_STAMP.match(page.text, front_matter_end(page.text)):
        return _as_date(match["iso"])
    return min(_stamps(page, layouts, publisher, host), default=(0, 0, None))[2] or _closing_day(page, layouts)


def _closing_day(page: Page, layouts: Layouts) -> date | None:
    """Return the day that the last lines of a text give, in a line of its own."""
    length = len(page.text)
    for form, layout in possible(layouts, page)[Use.STAMP]:
        for match in form.finditer(page, max(0, length - _TAIL_REACH)) if layout.publisher == GENERAL and form.line else ():
            if day := _as_date(match["date"]):
                return day
    return None


def _is_dateline(plain: str, match: re.Match[str], form: Form, layout: PublisherLayout, layouts: Layouts) -> bool:
    if layout.publisher != GENERAL:
        return True
    groups = match.groupdict()
    if (form.line or not form.wording.endswith("--")) and "agency" not in groups:
        # A place and a day alone; another name than a place's may stand there, too: "Press Release, 7 March 2024".
        opens = form.line or _OPENS.fullmatch(plain[max(0, match.start() - 2) : match.start()]) is not None
        return opens and (_place_in(groups) in seats() or f"in {_place_in(groups)}" in plain)
    if _place_in(groups).partition(" ")[0].lower() in _NO_PLACE:
        return False
    if _day_in(groups) is None:
        # Without a day only a known agency makes one: "NATO (North Atlantic Treaty Organization) --" is none.
        return _agency(groups.get("agency") or "", layouts) is not None
    if groups.get("agency") and not groups.get("PLACE") and not (read_day(_day_in(groups) or "") or (None,))[0]:
        return _agency(groups["agency"], layouts) is not None  # "in Strelsau, March 7 (a Friday) --" is none
    # What no agency signs opens a line or follows a sentence: "a dialogue in Washington, D.C., May 7 - the third" is none.
    return bool(groups.get("agency")) or _OPENS.fullmatch(plain[max(0, match.start() - 2) : match.start()]) is not None


def _datelines(page: Page, layouts: Layouts) -> Iterator[tuple[int, int, re.Match[str], PublisherLayout]]:
    head = page.text[:HEAD_REACH]
    for form, layout in possible(layouts, page)[Use.DATELINE]:
        for match in form.finditer(page, 0, HEAD_REACH) if form.has_parts(head) else ():
            if _is_dateline(page.text, match, form, layout, layouts):
                yield match.start(), -match.end(), match, layout
                break


def read_head(text: str, layouts: Layouts | None = None, *, publisher: str | None = None, host: str | None = None) -> Head:
    """Read the head of a text: header stamp, front matter and dateline, each where it stands.

    `publisher` and `host` are what is known besides the text.
    """
    layouts = own_layouts() if layouts is None else layouts
    page = plain_page(text)
    front = front_matter(text)
    stamp = _find_stamp(page, front, layouts, publisher, host)
    found = min(_datelines(page, layouts), key=lambda item: item[:2], default=None)
    if found is None:
        return Head(stamp=stamp, front=front)
    match, layout = found[2], found[3]
    groups = match.groupdict()
    mark = (groups.get("agency") or "").strip(" -–—")
    agency = layout.name if layout.publisher != GENERAL else _agency(mark, layouts) or mark or None
    stated, month_day = None, None
    day = read_day(_day_in(groups) or "")
    if day and safe_date(day[0] or 2000, day[1], day[2]):
        month_day = day[1], day[2]
        stated = f"{day[0]:04}-{day[1]:02}-{day[2]:02}" if day[0] else f"--{day[1]:02}-{day[2]:02}"
    span = Span(start=match.start(), end=match.end(), text=text[match.start() : match.end()])
    dateline = Dateline(place=_place_in(groups), date=stated, agency=agency, span=span)
    return Head(stamp, dateline, month_day, front)
