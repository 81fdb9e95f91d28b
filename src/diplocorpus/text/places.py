"""Where an encounter took place and at what larger event, from the sentence that words it."""

from __future__ import annotations

import re

from diplocorpus.patterns.words import words
from diplocorpus.text.annotated import AnnotatedDocument, Hit, Sentence

_NAME = r"[A-Z][\w'.-]*(?:[ -](?:[A-Z][\w'.-]*|of the|of|de|la|el))*"
_PLACE = re.compile(
    r"\bin (?:the (?:[A-Z]\w+ )?(?:capital|city)(?: of \w+)?,? )?(?P<place>[A-ZÀ-Ý][\w.'-]*(?:[ -][A-ZÀ-Ý][\w.'-]*)*(?:, D\.C\.)?)"
)
_VENUE = re.compile(
    r"\b(?:in|at) (?:the )?(?P<venue>(?:Great Hall of the People|Diaoyutai State Guesthouse|Kremlin|White House|Oval Office|Akorda"
    r"|[A-Z]\w+ (?:Palace|Guesthouse|House|Hall)))\b"
)
_OCCASION = re.compile(
    r"\b(?:to attend|while attending|attending|on the (?:sidelines|margins|fringes) of|in the margins of|on the occasion of"
    rf"|at the (?P<launch>launch of)|for) (?:the )?(?P<occasion>(?:\d+(?:st|nd|rd|th) )?{_NAME})"
)


def place_in(document: AnnotatedDocument, sentence: Sentence, hit: Hit) -> str | None:
    """Return the city or country that stands behind `in`, nearest to the anchor; known seats win over other names."""
    start, end = document.starts[sentence.first], document.ends[sentence.last - 1]
    at = document.starts[hit.first]
    named = {document.starts[p.first]: p for p in document.parties_in(sentence.first, sentence.last)}
    candidates: list[tuple[bool, int, str]] = []
    for match in _PLACE.finditer(document.masked, start, end):
        place = match["place"].rstrip(".") if not match["place"].endswith(("D.C.", "U.S.")) else match["place"]
        first = place.split()[0].split("-")[0]
        if first in words().months or first in words().weekdays or first in words().institutional:
            continue
        party = named.get(match.start("place"))
        after = document.masked[match.end() : match.end() + 2]
        if after.startswith("'s") or (party is not None and party.kind == "demonym"):
            continue
        if party is None and (first.lower() in words().verb_forms or first in ("Asia", "Europe", "Africa") or place.isupper()):
            continue
        if party is not None and party.kind == "seat":
            place = document.text(party.first, party.last) if ", D.C." not in place else place
        far = match.start() - at if match.start() >= at else (at - match.start()) * 2
        known = party is not None and party.kind == "seat"
        if far < 260:
            candidates.append((not known, far, place))
    return min(candidates)[2] if candidates else None


def venue_in(document: AnnotatedDocument, sentence: Sentence) -> str | None:
    """Return the building that an encounter took place in."""
    match = _VENUE.search(document.masked, document.starts[sentence.first], document.ends[sentence.last - 1])
    return match["venue"] if match else None


def occasion_in(document: AnnotatedDocument, sentence: Sentence, hit: Hit) -> str | None:
    """Return the larger event at which an encounter was held: "on the sidelines of the 12th Trade Summit"."""
    match = _OCCASION.search(document.masked, document.starts[sentence.first], document.ends[sentence.last - 1])
    if match is None or match["occasion"].split()[0] in words().institutional - {"Great", "Special", "Annual"}:
        return None
    return " ".join(match["occasion"].split()).rstrip(".")
