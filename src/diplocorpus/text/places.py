"""Names of places, buildings and larger events behind a preposition: "in the Kazakh capital Astana", "at Zenda Palace"."""

from __future__ import annotations

from collections.abc import Container

import attrs

from diplocorpus.patterns.parties import parties
from diplocorpus.patterns.words import words
from diplocorpus.text.annotated import AnnotatedDocument
from diplocorpus.text.tagging import Tag

_INNER = frozenset("de da del di do dos la le el al of the des du und".split())
_SETTLEMENT = frozenset("capital city town port village resort".split())
_ABBREVIATED = frozenset({"UAE", "USA", "UK", "DRC", "U.S.", "U.K.", "ROK", "DPRK", "PRC", "U.A.E.", "D.C."})
_OF_PLACES = frozenset("New North South East West Eastern Western Great High Federal National City".split())
"""Words of institutions that are parts of places' names as well: New Delhi."""

_OWN_STATE = frozenset("Kingdom Sultanate Emirate Republic State".split())
"""What a state calls itself: "welcomed the guest to the Kingdom"."""

_OF_PLACES_AND_TIMES = frozenset("today yesterday here in at on of this office morning afternoon evening night ,".split())
_LONGEST = 5
_LONGEST_EVENT = 14


@attrs.frozen
class Place:
    """A place as it is named; tokens `first` up to, not including, `last`."""

    name: str
    first: int
    last: int


def _ends(document: AnnotatedDocument, index: int, stop: int, taken: Container[int]) -> int:
    """Return where the capitalised name that begins at a token ends."""
    lists = words()
    first = index
    while index < stop and index - first < _LONGEST:
        word = document.words[index]
        if index in taken or word in lists.months or word in lists.weekdays or word == "I":
            break
        if word[0].isupper() and document.lower[index] not in lists.determiners:
            index += 1
        elif index > first and word in ("-", "'") and document.glued(index) and index + 1 < stop and document.glued(index + 1):
            index += 2
        elif (index > first and word in ("'s", "'an") and word != "'s") or (
            index > first and word in _INNER and index + 1 < stop and document.word_at(index + 1)[:1].isupper() and index + 1 not in taken
        ):
            index += 1
        else:
            break
    return index


def place_from(document: AnnotatedDocument, index: int, stop: int, taken: Container[int]) -> Place | None:
    """Return the place that is named from a token on, behind `in` or `to`; `taken` are tokens that name people.

    Bodies, regions of the world and what only qualifies a noun ("in Doha talks") are no places.
    """
    if index < stop and document.lower[index] == "the":
        index += 1
    settled = next((i for i in range(index, min(stop, index + 5)) if document.words[i] in _SETTLEMENT), None)
    if settled is not None:
        settled += document.lower[settled + 1 : settled + 2] in (("city",), ("town",))
        index = settled + 1
        of = index < stop and document.lower[index] == "of"
        index += of
        if document.lower[settled] == "capital" and of:
            index = _past_country(document, index, stop)
        elif index < stop and document.words[index] == ",":
            index += 1
    last = _ends(document, index, stop, taken)
    if last == index:
        return None
    party = next((hit for hit in document.parties_in(index, last) if hit.first == index), None)
    if party is not None and (party.kind == "demonym" or (parties()[party.code].kind == "organization" and party.kind == "name")):
        return None
    if party is not None and party.kind == "name":
        last = party.last
    if not _is_place(document, index, last, known=party is not None):
        return None
    if document.words[last : last + 1] == (",",) and document.words[last + 1 : last + 2] in (("D.C.",), ("DC",)):
        last += 2
    return Place(document.text(index, last), index, last)


def _past_country(document: AnnotatedDocument, index: int, stop: int) -> int:
    """Return the token after "of Kazakhstan," in "the capital of Kazakhstan, Astana"."""
    country = next((hit for hit in document.parties_in(index, min(stop, index + 5)) if hit.first in (index, index + 1)), None)
    if country is None:
        return index
    return country.last + 1 if document.words[country.last : country.last + 1] == (",",) else country.last


def _is_place(document: AnnotatedDocument, first: int, last: int, *, known: bool) -> bool:
    lists = words()
    after = document.words[last] if last < len(document) else ""
    if after in ("'s", "'") or ((document.glued(last) if last < len(document) else False) and after in ("-", "–")):
        return False
    if last < len(document) and document.tags[last] is Tag.NOUN and after.lower() not in ("today", "yesterday", "time", "earlier"):
        return False
    named = document.words[first:last]
    if any(word.lower() in lists.venues for word in named) or (len(named) == 1 and named[0] in _OWN_STATE):
        return False
    if known:
        return True
    if any(word in lists.regions for word in named) or any(word in lists.institutional and word not in _OF_PLACES for word in named):
        return False
    if all(word in lists.institutional for word in named):
        return False
    return not any(word.isupper() and len(word) > 1 and word not in _ABBREVIATED for word in named) and len(named[0]) > 1


def venue_from(document: AnnotatedDocument, index: int, stop: int, taken: Container[int]) -> str | None:
    """Return the building that is named from a token on, behind `at` or `in`: "the Palace of Nations", "Freedonia House"."""
    if index < stop and document.lower[index] == "the":
        index += 1
    last = index
    while last < stop and last - index < 8 and last not in taken:
        inner = (
            document.words[last] in _INNER
            and last + 1 < stop
            and (document.word_at(last + 1)[:1].isupper() or document.word_at(last + 1) == "the")
        )
        if not (document.words[last][0].isupper() or inner or (document.words[last] == "'s" and last > index)):
            break
        last += 1
    while last > index and not document.words[last - 1][0].isupper():
        last -= 1
    named = document.words[index:last]
    return document.text(index, last) if any(word.lower() in words().venues for word in named) else None


def tells_where_or_when(document: AnnotatedDocument, index: int) -> bool:
    """Tell whether a token may stand in where and when somebody was received: "his office in Riyadh today", "on Tuesday"."""
    lists, word, lower = words(), document.words[index], document.lower[index]
    named = document.tags[index] in (Tag.DET, Tag.POSS, Tag.NAME, Tag.ADJ) or document.glued(index) or lower in lists.venues
    dated = document.tags[index] is Tag.NUM or word in lists.weekdays or word in lists.months
    return named or dated or lower in _OF_PLACES_AND_TIMES


def event_from(document: AnnotatedDocument, index: int, stop: int) -> str | None:
    """Return the larger event that is named from a token on: "the 12th Trade Summit", "the launch of a platform"."""
    while index < stop and document.tags[index] in (Tag.DET, Tag.POSS):
        index += 1
    last = index
    while last < stop and last - index < _LONGEST_EVENT:
        lower, tag = document.lower[last], document.tags[last]
        if (
            tag in (Tag.NAME, Tag.NOUN, Tag.ADJ, Tag.NUM, Tag.APOS)
            or document.words[last] in ("-", "–", "&")
            or (last > index and (lower in ("of", "for") or tag is Tag.CC) and last + 1 < stop and _goes_on(document, last + 1))
            or (last > index and tag is Tag.DET and document.lower[last - 1] in ("of", "for"))
        ):
            last += 1
        else:
            break
    while last > index and document.tags[last - 1] not in (Tag.NAME, Tag.NOUN, Tag.NUM):
        last -= 1
    return document.text(index, last) or None


def _goes_on(document: AnnotatedDocument, index: int) -> bool:
    return document.words[index][0].isupper() or document.tags[index] in (Tag.DET, Tag.NOUN, Tag.ADJ)
