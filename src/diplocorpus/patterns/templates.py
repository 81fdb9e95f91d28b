"""Lines and phrases of publishers as templates: plain words with slots, compiled to expressions that run in linear time.

`The {below|following} is attributable to ...:` reads as it looks. Braces give alternatives, `...` stands for anything
within a line, `--` for any dash, a space for any space or one line break. Slots: `<date>` a full date, `<day>` a month
and day, `<clock>` a time of day, `<PLACE>` and `<Place>` a place in capitals or not, `<Name>` a name, `<agency>` what an
agency signs with, `<n>` a number.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache, cached_property, lru_cache
from typing import Generic, TypeVar

import attrs

from diplocorpus.patterns.anchored import Anchored, stretches
from diplocorpus.patterns.schema import expand

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
"""A month's name or an agency's short form."""

_SPACE = r"(?:[ \t]{1,4}\n?|\n)[ \t]{0,4}"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? )?"
_YEAR = r"(?:19|20)\d{2}"
_ORDINAL = r"(?:st|nd|rd|th)?"

MONTH_AND_DAY = rf"(?:{MONTH} \d{{1,2}}{_ORDINAL}|\d{{1,2}}{_ORDINAL} {MONTH})\b"
"""`May 9` or `9 May`."""

FULL_DATE = (
    rf"{_WEEKDAY}(?:{MONTH} \d{{1,2}}{_ORDINAL},? {_YEAR}|\d{{1,2}}{_ORDINAL} {MONTH},? {_YEAR}"
    rf"|{_YEAR}(?:-\d{{2}}-\d{{2}}|/\d{{1,2}}/\d{{1,2}}|\.\d{{2}}\.\d{{2}})|\d{{1,2}}\.\d{{1,2}}\.{_YEAR})\b"
)
"""A date with its year: `July 4, 2024`, `4 July 2024`, `2024-07-04`, `04.07.2024`."""

CLOCK = (
    r"\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\b\.?)?"
    r"(?: ?\(?(?:GMT|UTC|E[SD]?T|CES?T|(?:Moscow|Beijing|local)(?: time)?)\b(?:[+-]\d{1,2})?\)?)?"
)
"""A time of day: `08:23`, `13:45 Moscow time`."""

_UPPER_PLACE = r"(?<![\w.])[A-Z][A-Z'’.\-]+(?:[ \-/][A-Z][A-Z'’.\-]+){0,3}"
_WORD = r"[A-Z][\w.'’\-]{0,30}"

SLOTS = {
    "date": FULL_DATE,
    "day": rf"{MONTH_AND_DAY}(?:,? {_YEAR}\b)?",
    "clock": CLOCK,
    "PLACE": _UPPER_PLACE,
    "Place": rf"(?<![\w.]){_WORD}(?: {_WORD}){{0,3}}",
    "Name": rf"{_WORD}(?: {_WORD}){{0,5}}",
    "agency": r"[A-Z][\w .\-]{1,30}",
    "n": r"\d{1,4}",
}
"""What may stand between angle brackets, and the expression behind it."""

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
        return r"\s{0,3}(?:--|[—–-](?!\d))\s{0,3}"
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


@cache
def expression(template: str, *, capture: bool = False) -> str:
    """Return the regular expression of a template; with `capture`, slots are groups by their own names.

    A template with `capture` may not have alternatives, since a group can be named once.
    """
    wordings = [re.sub(r" ?-- ?", "--", wording) for wording in expand(template)]
    pieces = ["".join(_piece(match, capture) for match in _PIECE.finditer(wording)) for wording in wordings]
    joined = pieces[0] if len(pieces) == 1 else f"(?:{'|'.join(pieces)})"
    # Words are matched whole.
    opens = r"(?<!\w)" if re.match(r"\w", template.strip().lstrip("{")) else ""
    closes = r"(?!\w)" if re.search(r"\w\}?$", template.strip()) else ""
    return f"{opens}{joined}{closes}"


OwnerT = TypeVar("OwnerT")

_REACH = 600
"""Characters to either side of what a form needs within which all of a match stands."""


_DATES = {
    "<date>": Anchored(re.compile(FULL_DATE), re.compile(_YEAR), reach=60),
    "<day>": Anchored(re.compile(MONTH_AND_DAY), re.compile(r"\d"), reach=40),
}


@lru_cache(maxsize=8)
def _dates(slot: str, text: str) -> tuple[int, ...]:
    """Return where dates stand that may fill a slot; kept, since all dated forms of all publishers ask in turn."""
    return tuple(match.start() for match in _DATES[slot].finditer(text))


@lru_cache(maxsize=4)
def _words(text: str) -> frozenset[str]:
    """Return the words of a text, and "", which what needs no word is found under; kept like its dates."""
    return frozenset(("", *re.findall(r"\w+", text)))


@attrs.frozen(slots=False)
class Form:
    """An expression, and what it cannot match without: whole words, parts, the longest first, a date for its slot.

    It is looked for around the dates or the longest part only, so that a long text costs what it holds of them.
    """

    words: frozenset[str]
    needs: tuple[str, ...]
    dated: str | None
    expression: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression compiled, which most texts never ask for."""
        return re.compile(self.expression, re.MULTILINE)

    @classmethod
    def of(cls, wording: str, expression: str) -> Form:
        """Return the form of one wording."""
        parts = dict.fromkeys(["", *re.split(r"<\w+>|\.\.\.|--|\s+", wording.replace("<clock>", " : "))])
        return cls(
            frozenset(re.findall(r"(?<![\w<>.])\w+(?![\w<>.])", wording)),
            tuple(sorted(parts, key=len, reverse=True)),
            next((slot for slot in _DATES if slot in wording), None),
            expression,
        )

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Yield the matches between two positions."""
        end = len(text) if end is None else end
        if self.dated is not None and not _dates(self.dated, text):
            return
        if self.words <= _words(text) and all(text.find(part, start, end) >= 0 for part in self.needs):
            for first, last in stretches(text, self._places(text, start, end), _REACH, start, end):
                yield from self.pattern.finditer(text, first, last)

    def _places(self, text: str, start: int, end: int) -> Iterator[int]:
        if self.dated is not None:
            dates = _dates(self.dated, text)
            yield from dates[bisect_left(dates, start - _REACH) : bisect_left(dates, end)]
        elif not self.needs[0]:
            yield from range(start, end, _REACH)
        else:
            place = text.find(self.needs[0], start, end)
            while place >= 0:
                yield place
                place = text.find(self.needs[0], place + 1, end)


class Forms(Generic[OwnerT]):
    """Forms with an owner each, by a word that each needs: a text is searched for those only whose word it has."""

    def __init__(self, forms: Iterable[tuple[Form, OwnerT]]) -> None:
        self._by_word: dict[str, list[tuple[Form, OwnerT]]] = {}
        for form, owner in forms:
            self._by_word.setdefault(max(form.words, key=len, default=""), []).append((form, owner))

    def found_in(self, text: str, start: int = 0, end: int | None = None) -> Iterator[OwnerT]:
        """Yield whose forms occur between two positions, in no order."""
        for word in self._by_word.keys() & _words(text):
            for form, owner in self._by_word[word]:
                if next(form.finditer(text, start, end), None) is not None:
                    yield owner


class Finder:
    """Tells whether any of some templates occurs in a text."""

    def __init__(self, phrases: Iterable[str], lines: Iterable[str] = ()) -> None:
        found = [(wording, expression(wording)) for template in phrases for wording in expand(template)]
        found += [(wording, whole_line([wording])) for template in lines for wording in expand(template)]
        self.forms = tuple(Form.of(*pair) for pair in found)
        self._index = Forms((form, None) for form in self.forms)

    def finds(self, text: str, start: int = 0, end: int | None = None) -> bool:
        """Tell whether one occurs between two positions."""
        return any(True for _ in self._index.found_in(text, start, end))


def whole_line(templates: Iterable[str]) -> str:
    """Return the expression, for use with MULTILINE, of a line that is nothing but one of the templates."""
    return rf"^[ \t]{{0,40}}(?:{'|'.join(expression(template) for template in templates)})[ \t]{{0,40}}$"


def forms_captured(template: str) -> tuple[Form, ...]:
    """Return one form for each wording of a template, with its slots as groups."""
    return tuple(Form.of(wording, expression(wording, capture=True)) for wording in expand(template))


def stamp_forms(template: str) -> tuple[Form, ...]:
    """Return the forms of a stamp; one without words or a time of day must fill its line."""
    if re.search(r"\w", re.sub(r"<\w+>", "", template)) or "<clock>" in template:
        return forms_captured(template)
    return tuple(Form.of(wording, rf"^[ \t]{{0,40}}{expression(wording, capture=True)}[ \t]{{0,40}}$") for wording in expand(template))
