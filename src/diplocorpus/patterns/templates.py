"""Lines and phrases of publishers as templates: plain words with slots, compiled to expressions that run in linear time.

`The {below|following} is attributable to ...:` reads as it looks. Braces give alternatives, `...` stands for anything
within a line, `--` for any dash, a space for any space or one line break. Slots: `<date>` a full date, `<day>` a month
and day, `<clock>` a time of day, `<PLACE>` and `<Place>` a place in capitals or not, `<Name>` a name, `<agency>` what an
agency signs with, `<n>` a number.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Generic, TypeVar

import attrs

from diplocorpus.patterns.anchored import Anchored, stretches
from diplocorpus.patterns.schema import expand

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
"""A month's name, in capitals or not, or an agency's short form."""

_SPACE = r"(?:[ \t]{1,4}\n?|\n)[ \t]{0,4}"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?[,،]? )?"
_YEAR = r"(?:19|20)\d{2}"
_BEHIND_DAY = rf"(?:,? {_YEAR}\b|, Juche \d{{2,3}} \({_YEAR}\))"
"""The year behind month and day, as North Korea counts them too."""

_ORDINAL = r"(?:st|nd|rd|th)?"

MONTH_AND_DAY = rf"(?:{MONTH} \d{{1,2}}{_ORDINAL}|\d{{1,2}}{_ORDINAL} {MONTH})\b"
"""`May 9` or `9 May`."""

FULL_DATE = (
    rf"{_WEEKDAY}(?:{MONTH} \d{{1,2}}{_ORDINAL},? {_YEAR}|\d{{1,2}}{_ORDINAL} {MONTH},? {_YEAR}"
    rf"|\d{{1,2}}-{MONTH}-{_YEAR}|{_YEAR}(?:-\d{{2}}-\d{{2}}|/\d{{1,2}}/\d{{1,2}}|\.\d{{2}}\.\d{{2}})|\d{{1,2}}[./-]\d{{1,2}}[./-]{_YEAR})\b"
)
"""A date with its year: `July 4, 2024`, `4 July 2024`, `4-July-2024`, `2024-07-04`, `04.07.2024`, `24/07/2024`."""

CLOCK = (
    r"\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\b\.?)?"
    r"(?: ?\(?(?:GMT|UTC|E[SD]?T|CES?T|(?:Moscow|Beijing|local)(?: time)?)\b(?:[+-]\d{1,2})?\)?)?"
)
"""A time of day: `08:23`, `13:45 Moscow time`."""

_UPPER_PLACE = r"(?<![\w.])[A-Z][A-Z'’.\-]+(?:[ \-/][A-Z][A-Z'’.\-]+){0,3}"
_WORD = r"[A-Z][\w.'’\-]{0,30}"

SLOTS = {
    "date": FULL_DATE,
    "day": rf"{MONTH_AND_DAY}{_BEHIND_DAY}?",
    "clock": CLOCK,
    "PLACE": _UPPER_PLACE,
    "Place": rf"(?<![\w.]){_WORD}(?: {_WORD}){{0,3}}",
    "Name": rf"{_WORD}(?: {_WORD}){{0,5}}",
    "agency": r"[A-Z][\w .\-]{1,30}",
    "n": r"\d{1,4}",
}
"""What may stand between angle brackets, and the expression behind it."""

_LONGEST = {"date": 40, "day": 40, "clock": 40, "PLACE": 160, "Place": 128, "Name": 192, "agency": 32, "n": 4}
"""The characters that a slot takes at most."""

GAP = r"[^\n]{0,160}?"
_PIECE = re.compile(r"<(\w+)>| ?\.\.\. ?|--| +|[^<.\- ]+|.")


def _piece(match: re.Match[str], capture: bool) -> str:
    found = match.group()
    if slot := match[1]:
        return f"(?P<{slot}>{SLOTS[slot]})" if capture else f"(?:{SLOTS[slot]})"
    if "..." in found:
        # A space beside a gap keeps to its line, or the gap would take the next line.
        return rf"[ \t]{{0,4}}{GAP}" if found != "..." else GAP
    if found == "--":
        # A range of days is no dash: "May 23-24".
        return r"\s{0,3}(?:-{2,3}|[—–-](?!\d))\s{0,3}"
    return _SPACE if found.isspace() else re.escape(found)


def faults(template: str) -> str | None:
    """Return what is wrong with a template, or None: unknown slots, no words, or two gaps."""
    unknown = [slot for slot in re.findall(r"<(\w+)>", template) if slot not in SLOTS]
    if unknown:
        return f"<{unknown[0]}> is no slot; there are {', '.join(f'<{slot}>' for slot in SLOTS)}"
    for wording in expand(template):
        # Two gaps in one line would make the time to search it grow with the square of its length.
        if wording.count("...") > 1:
            return "'...' may stand once"
        if not wording.replace("...", "").strip():
            return "a template needs words"
    return None


def expression(wording: str, *, capture: bool = False) -> str:
    """Return the regular expression of one wording of a template; with `capture`, slots are groups by their own names."""
    pieces = "".join(_piece(match, capture) for match in _PIECE.finditer(re.sub(r" ?-- ?", "--", wording)))
    # Words are matched whole.
    opens = r"(?<!\w)" if re.match(r"\w", wording) else ""
    closes = r"(?!\w)" if re.search(r"\w$", wording) else ""
    return f"{opens}{pieces}{closes}"


OwnerT = TypeVar("OwnerT")

_LINE_END = r"[ \t]{0,40}$"
_WORDS = re.compile(r"\w+")
_WHOLE_WORD = re.compile(r"(?<![\w\0])\w+(?![\w\0])")
_OPEN = re.compile(r"<\w+>| ?\.\.\. ?")
"""What stands for words that nobody knows, and for a part of the word beside it."""

_BY_A_DAY = r"(?:(?<=\d[ -]...)|(?<=\d\w\w ...)|[A-Za-z]{0,6}\.? \d)"
"""Behind the first three letters of a month: a day stands before it or after it."""

_NAMED = "|".join(
    f"{name}{_BY_A_DAY}" for month in "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split() for name in (month, month.upper())
)
_NUMBERED = r"19\d\d[-/.]\d|20\d\d[-/.]\d|[./-]19\d\d|[./-]20\d\d"
_DATES = {
    "<date>": Anchored(re.compile(FULL_DATE), re.compile(f"{_NAMED}|{_NUMBERED}"), reach=60),
    "<day>": Anchored(re.compile(MONTH_AND_DAY), re.compile(_NAMED), reach=40),
}


@attrs.frozen(eq=False)
class Page:
    """A text that forms are looked for in, and what tells soon which of them it cannot hold."""

    text: str
    dates: Mapping[str, Sequence[tuple[int, int]]]
    """Where dates stand, by the slot that they may fill; no slot without any."""
    words: frozenset[str]
    """The words of the text, the slots that its dates may fill, and "", which what needs neither is found under."""

    @classmethod
    def of(cls, text: str) -> Page:
        """Return the page of a text."""
        dates = {slot: found for slot, dated in _DATES.items() if (found := [match.span() for match in dated.finditer(text)])}
        words = _WORDS.findall(text)
        words += ("", *dates)
        return cls(text, dates, frozenset(words))

    def with_text(self, text: str) -> Page:
        """Return the page of another text, as long, that has no word and no date which this one lacks."""
        return self if text == self.text else Page(text, self.dates, self.words)


@attrs.frozen(eq=False, slots=False)
class Form:
    """One wording of a template; with `capture` its slots are groups, as a `line` it fills its line.

    It is looked for around the dates or the longest part that it needs, so that a long text costs what it holds of them.
    """

    wording: str
    capture: bool = False
    line: bool = False

    @cached_property
    def expression(self) -> str:
        """The regular expression."""
        found = expression(self.wording, capture=self.capture)
        return rf"^[ \t]{{0,40}}{found}{_LINE_END}" if self.line else found

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression compiled, which most texts never ask for."""
        return re.compile(self.expression, re.MULTILINE)

    @cached_property
    def dated(self) -> str | None:
        """The slot that a date must fill."""
        return next((slot for slot in _DATES if slot in self.wording), None)

    @cached_property
    def behind(self) -> re.Pattern[str]:
        """What must follow a date that fills the slot."""
        rest = self.wording.partition(self.dated or "<date>")[2]
        year = f"{_BEHIND_DAY}?" if self.dated == "<day>" else ""
        return re.compile(year + expression(rest) + (_LINE_END if self.line else ""), re.MULTILINE)

    @cached_property
    def words(self) -> frozenset[str]:
        """What each page with a match has among its words."""
        return frozenset((*_WHOLE_WORD.findall(_OPEN.sub("\0", self.wording)), *([self.dated] if self.dated else [])))

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """What stands in each match, the longest first."""
        parts = re.split(r"<\w+>|\.\.\.|--|\s+", self.wording.replace("<clock>", " : "))
        return tuple(sorted({"", *parts}, key=lambda part: (len(part), part), reverse=True))

    @cached_property
    def reach(self) -> int:
        """The characters that a match has at most."""
        spaces = self.wording.count(" ") + self.wording.count("--")
        slots = sum(_LONGEST[slot] for slot in re.findall(r"<(\w+)>", self.wording))
        return len(self.wording) + 9 * spaces + slots + (170 if "..." in self.wording else 0) + (80 if self.line else 0)

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """What it needs besides words."""
        return tuple(part for part in self.needs if part and part not in self.words)

    def has_parts(self, text: str) -> bool:
        """Tell whether a text that has its words has its other parts."""
        for part in self.parts:  # noqa: SIM110 called often
            if part not in text:
                return False
        return True

    def finditer(self, page: Page, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Yield the matches between two positions."""
        for first, last in self._stretches(page, start, len(page.text) if end is None else end):
            yield from self.pattern.finditer(page.text, first, last)

    def occurs(self, page: Page, start: int, end: int) -> bool:
        """Tell whether there is a match between two positions."""
        for first, last in self._stretches(page, start, end) if self.has_parts(page.text) else ():
            if self.pattern.search(page.text, first, last):
                return True
        return False

    def _stretches(self, page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
        found = stretches(self._places(page, start, end), self.reach, start, end)
        return _to_line_ends(page.text, found, end) if self.line else found

    def _places(self, page: Page, start: int, end: int) -> Iterator[int]:
        if self.dated is not None:
            dates = page.dates.get(self.dated, ())
            for first, last in dates[bisect_left(dates, (start, start)) : bisect_left(dates, (end, end))]:
                if self.behind.match(page.text, last, end):
                    yield first
        elif not self.needs[0]:
            yield from range(start, end, self.reach)
        else:
            place = page.text.find(self.needs[0], start, end)
            while place >= 0:
                yield place
                place = page.text.find(self.needs[0], place + 1, end)


def _to_line_ends(text: str, stretches: Iterable[tuple[int, int]], end: int) -> Iterator[tuple[int, int]]:
    done = 0
    for first, last in stretches:
        newline = text.find("\n", last, end)
        yield max(first, done), (done := end if newline < 0 else newline)


Owned = tuple[Form, OwnerT]


class Forms(Generic[OwnerT]):
    """Forms in order, with an owner each, by a word that each needs: a page is searched for those only whose word it has."""

    def __init__(self, forms: Iterable[Owned[OwnerT]]) -> None:
        every = list(forms)
        needed = Counter(word for form, _ in every for word in form.words)
        self._by_word: dict[str, list[tuple[int, Form, OwnerT]]] = {}
        for place, (form, owner) in enumerate(every):
            rarest = min(form.words, key=lambda word: (needed[word], -len(word), word), default="")
            self._by_word.setdefault(rarest, []).append((place, form, owner))
        self._words = frozenset(self._by_word)

    def possible(self, words: frozenset[str]) -> list[Owned[OwnerT]]:
        """Return, in order, the forms that a page of some words may hold."""
        found = [entry for word in self._words & words for entry in self._by_word[word] if entry[1].words <= words]
        found.sort()
        return [(form, owner) for _, form, owner in found]


def owners(possible: Iterable[Owned[OwnerT]], page: Page, *within: tuple[int, int]) -> Iterator[OwnerT]:
    """Yield, in order, whose forms occur in a page, or in one of some stretches of it."""
    for form, owner in possible:
        if any(form.occurs(page, first, last) for first, last in within or ((0, len(page.text)),)):
            yield owner


def forms(templates: Iterable[str], *, capture: bool = False, line: bool = False) -> Iterator[Form]:
    """Yield a form for each wording of some templates."""
    for template in templates:
        for wording in expand(template):
            yield Form(wording, capture, line)


def stamp_forms(templates: Iterable[str]) -> Iterator[Form]:
    """Yield the forms of stamps, slots as groups; one without words or a time of day must fill its line."""
    for template in templates:
        worded = re.search(r"\w", re.sub(r"<\w+>", "", template)) is not None or "<clock>" in template
        yield from forms([template], capture=True, line=not worded)
