"""The day a document is dated: candidate years, kept by constraints from the text.

A year is resolved only when one candidate is left; otherwise the date stays partial (`--07-09`).
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, partial

import attrs

from diplocorpus.models.documents import DateBasis, Document
from diplocorpus.patterns.loading import read_toml
from diplocorpus.reading.head import MONTH, WEEKDAYS, Head, month_number, read_head, safe_date

Constraint = Callable[[int], bool]

FIRST_YEAR, LAST_YEAR = 1945, 2100
"""Years that a readout may have been published in; wide, so that it never decides alone."""

_ANNIVERSARY = re.compile(r"(?P<n>\d{1,3})(?:st|nd|rd|th) (?:founding )?anniversary of (?:the )?(?P<of>[^.]{5,140})", re.IGNORECASE)
_CENTENARY = re.compile(r"\bcentenary of (?:the )?(?P<of>[^.]{3,80})", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(this|next|last) year\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:on |said |, )(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b")
_FULL_DATE = re.compile(
    r"(?:\A|(?<=\n)|(?<=[.!?] ))On (?:(?P<weekday>[A-Z][a-z]+day), )?"
    rf"(?:(?P<month>{MONTH}) (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}}) (?P<month2>{MONTH}))"
    r"(?:,? (?P<year>(?:19|20)\d{2}))?\b(?! this year)"
)
_SHIFT = {"this": 0, "next": 1, "last": -1}


@attrs.frozen
class _Anchors:
    anniversaries: tuple[tuple[str, tuple[str, ...], int], ...]
    """Phrase, names that must stand in the text too, year."""
    not_before: tuple[tuple[str, int], ...]


@cache
def _anchors() -> _Anchors:
    table = read_toml("anchors.toml")
    return _Anchors(
        tuple((phrase, tuple(entry.get("needs", ())), entry["year"]) for entry in table["anniversary"] for phrase in entry["phrases"]),
        tuple((phrase, entry["year"]) for entry in table["not_before"] for phrase in entry["phrases"]),
    )


def _sentences(text: str) -> Iterator[str]:
    yield from re.split(r"(?<=[.!?])\s+(?=[A-Z])|\n\s*\n", text)


def _anniversary_years(text: str) -> Iterator[int]:
    """Yield the years that "the Nth anniversary of X this year" gives for anchored X."""
    for sentence in _sentences(text):
        relative = _RELATIVE.search(sentence)
        if relative is None:
            continue
        found = [(int(match["n"]), match["of"], match.end()) for match in _ANNIVERSARY.finditer(sentence)]
        # "the 100th anniversary of A as well as the 30th anniversary of B": the first match may swallow the second.
        found += [
            (int(m["n"]), m["of"], m.end())
            for first in _ANNIVERSARY.finditer(sentence)
            for m in _ANNIVERSARY.finditer(sentence, first.start("of"))
        ]
        found += [(100, match["of"], match.end()) for match in _CENTENARY.finditer(sentence)]
        for count, subject, _ in found:
            own = re.split(r"\bas well as\b|\band the \d", subject)[0]
            for phrase, needs, year in _anchors().anniversaries:
                if phrase.lower() in own.lower() and all(name in text for name in needs):
                    yield year + count - _SHIFT[relative[1].lower()]


def _constraints(text: str, month: int, day: int) -> Iterator[Constraint]:
    """Yield what the text says of its year; each constraint tells whether a candidate may stay."""
    body = text[:1_500]
    if weekday := _WEEKDAY.search(body):
        number = WEEKDAYS.index(weekday[1].lower())

        def weekday_fits(year: int) -> bool:
            # News of Monday's call is dated Monday or the day after.
            day_of_news = safe_date(year, month, day)
            return day_of_news is not None and (day_of_news.weekday() - number) % 7 in (0, 1)

        yield weekday_fits
    for anniversary in sorted(set(_anniversary_years(text))):
        yield partial(operator.eq, anniversary)
    bounds = [year for phrase, year in _anchors().not_before if phrase in text]
    if bounds:
        yield partial(operator.le, max(bounds))


def infer_year(text: str, month: int, day: int) -> int | None:
    """Return the one year that all constraints of the text leave for a month and day, else None."""
    constraints = tuple(_constraints(text, month, day))
    left = [
        year for year in range(FIRST_YEAR, LAST_YEAR + 1) if safe_date(year, month, day) and all(allows(year) for allows in constraints)
    ]
    return left[0] if len(left) == 1 else None


def _nearest_year(stamp: date, month: int, day: int) -> int | None:
    """Return the year in which month and day fall on or shortly before a stamp (news may be stamped a day early)."""
    for year in (stamp.year, stamp.year - 1, stamp.year + 1):
        candidate = safe_date(year, month, day)
        if candidate and -2 <= (stamp - candidate).days < 200:
            return year
    return None


def _resolve(text: str, head: Head, published: str | None) -> tuple[str | None, DateBasis]:
    stamp = head.stamp
    if stamp is None and published and re.fullmatch(r"\d{4}-\d{2}-\d{2}", published):
        stamp = date.fromisoformat(published)
    if head.month_day:
        month, day = head.month_day
        assert head.dateline is not None
        assert head.dateline.date is not None
        if not head.dateline.date.startswith("--"):
            return head.dateline.date, DateBasis.DATELINE
        if stamp and (year := _nearest_year(stamp, month, day)):
            same = (stamp.month, stamp.day) == (month, day)
            return f"{year}-{month:02}-{day:02}", DateBasis.HEADER if same else DateBasis.DATELINE
        if year := infer_year(text, month, day):
            return f"{year}-{month:02}-{day:02}", DateBasis.INFERRED
        return head.dateline.date, DateBasis.UNKNOWN
    if head.stamp:
        return head.stamp.isoformat(), DateBasis.HEADER
    if stamp:
        return stamp.isoformat(), DateBasis.METADATA
    return _stated(text)


def _stated(text: str) -> tuple[str | None, DateBasis]:
    """Take the day that the opening states of its own event: "On July 9, a conference was held"."""
    opening = "\n\n".join(piece for piece in re.split(r"\n\s*\n", text.strip())[:2])[:600]
    match = _FULL_DATE.search(opening)
    if match is None:
        return None, DateBasis.UNKNOWN
    month, day = month_number(match["month"] or match["month2"]), int(match["day"] or match["day2"])
    if safe_date(2000, month, day) is None:
        return None, DateBasis.UNKNOWN
    if match["year"]:
        return f"{match['year']}-{month:02}-{day:02}", DateBasis.STATED
    if year := infer_year(text, month, day):
        return f"{year}-{month:02}-{day:02}", DateBasis.INFERRED
    return f"--{month:02}-{day:02}", DateBasis.UNKNOWN


def describe(document: Document) -> Document:
    """Return the document with its head read: dateline, publisher, date and its basis, stamp, title.

    What the document already has stays; describing twice changes nothing.
    """
    if document.date_basis is not None:
        return document
    head = read_head(document.text)
    published = document.published or (head.stamp.isoformat() if head.stamp else None)
    if document.date is not None:
        found: tuple[str | None, DateBasis] = (document.date, DateBasis.METADATA)
    else:
        found = _resolve(document.text, head, document.published)
    return document.model_copy(
        update={
            "dateline": document.dateline or head.dateline,
            "publisher": document.publisher or head.publisher,
            "published": published,
            "date": found[0],
            "date_basis": found[1],
            "title": document.title or _title(document.text, head),
        }
    )


def _title(text: str, head: Head) -> str | None:
    """Take the first line as title where it stands by itself and does not end as a sentence."""
    lead = text[: head.dateline.span.start] if head.dateline else text
    lead = re.sub(r"\A\s*date \d{4}-\d{2}-\d{2}\s*", "", lead)
    first, gap, rest = lead.lstrip().partition("\n")
    first = re.split(r"\s*\( ?[A-Z]\w+ ?\)\s*\d{1,2}:\d{2}", first)[0].strip()
    alone = bool(rest.startswith(("\n", "\r\n")) or rest.strip() == "") and (bool(gap) or head.dateline is not None)
    return first if first and alone and len(first) < 250 and first[-1] not in ".:;," else None
