"""How long something took, in words: "for about 40 minutes", "hour-long", "lasted two and a half hours"."""

from __future__ import annotations

import re

_WORDS = {
    word: number
    for number, words in enumerate(
        "an one a, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve".split(", "), 1
    )
    for word in words.split()
} | {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}  # fmt: skip
_NUMBER = rf"(?P<number>\d{{1,3}}|{'|'.join(_WORDS)})"
_ABOUT = "about|approximately|around|roughly|some|nearly|almost|over|just|more than|at least|close on|close to|under|less than|another|well"
_FOR = rf"\b(?:lasted|lasting|for|over)(?: for)?(?: (?:{_ABOUT}))*"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        _FOR + r" (?P<half>half an hour)\b|\b(?P<half2>half-hour)\b",
        rf"\b{_NUMBER}(?:-| )and(?:-| )a(?:-| )half(?:-| )hours?\b",
        rf"{_FOR} {_NUMBER} hours?(?P<and_half> and a half)?\b",
        rf"\b{_NUMBER}-(?P<unit>hour|minute)s?(?:-long)?\b",
        r"\b(?P<hour>hour)-long\b",
        rf"{_FOR} {_NUMBER} (?P<minutes>minutes)\b",
        rf"\b(?:an?|one) hour and {_NUMBER} (?P<past>minutes)\b",
    )
)  # fmt: skip


def has_length(text: str) -> bool:
    """Tell whether a text speaks of hours or minutes at all."""
    told = text.lower()
    return "hour" in told or "minute" in told


def minutes_in(text: str) -> int | None:
    """Return the first length of time that a text says something took, in minutes; None where it says none."""
    if not has_length(text):
        return None
    found = [(match.start(), number, match) for number, form in enumerate(_FORMS) if (match := form.search(text))]
    if not found:
        return None
    _, number, match = min(found, key=lambda item: (item[0], item[1]))
    groups = match.groupdict()
    if number == 0:
        return 30
    if groups.get("hour"):
        return 60
    value = groups["number"].lower()
    count = int(value) if value.isdecimal() else _WORDS[value]
    if groups.get("minutes") or groups.get("unit") == "minute":
        return count
    if groups.get("past"):
        return 60 + count
    half = number == 1 or groups.get("and_half")
    return 60 * count + (30 if half else 0)
