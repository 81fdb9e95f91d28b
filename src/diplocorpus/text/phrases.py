"""The phrase around a noun: where it begins, and the verb that it depends on."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from diplocorpus.patterns.words import words
from diplocorpus.text.annotated import AnnotatedDocument
from diplocorpus.text.tagging import FINITE, Tag

_WITHIN = frozenset({Tag.ADJ, Tag.NOUN, Tag.NAME, Tag.NUM, Tag.VBN, Tag.VBG, Tag.ADV})
_VERBS = frozenset({Tag.VB, Tag.VBD, Tag.VBZ, Tag.VBN, Tag.VBG, Tag.HAVE})
_REACH = 6
_JOINS_FIELD = frozenset({"of", "for", "and", "&", ","})
_TOPIC = frozenset("on about regarding concerning amid following".split())


def phrase_start(document: AnnotatedDocument, noun: int) -> int:
    """Return where the words that qualify a noun begin, article and owner left out: "a [very long telephone] call"."""
    floor = document.sentence_of(noun).first
    index = noun
    while index > floor:
        before = index - 1
        hyphen = document.words[before] == "-" and document.glued(before)
        if document.tags[before] not in _WITHIN and not hyphen:
            break
        if document.tags[before] is Tag.VBG and document.tag_at(before - 1) not in (Tag.DET, Tag.ADJ, Tag.POSS):
            break
        index = before
    return index


def governor(document: AnnotatedDocument, first: int, floor: int) -> int | None:
    """Return the verb whose object a phrase is ("[held] a call"), None where none stands directly before it."""
    index = first - 1
    while index >= floor and first - index <= _REACH:
        tag = document.tags[index]
        if tag in _VERBS:
            return index
        if tag not in (Tag.DET, Tag.POSS, Tag.ADV, Tag.ADJ, Tag.NUM):
            return None
        index -= 1
    return None


def encounter_tokens(document: AnnotatedDocument) -> frozenset[int]:
    """Return the tokens of the words for encounters; not of nouns that look like a verb for one: "by [phone]"."""
    hits = (hit for hit in document.hits.get("encounter", ()) if hit.form != "base" or document.tags[hit.first] is not Tag.NOUN)
    return frozenset(i for hit in hits for i in range(hit.first, hit.last))


def topic_start(title: AnnotatedDocument) -> int:
    """Return where a title leaves the encounter that it tells of for its topic: "Call with Premier Ott [on trade]"."""
    hits = title.hits.get("encounter", ())
    for index in range(hits[0].last, len(title)) if hits else ():
        if title.tags[index] in FINITE or title.lower[index] in _TOPIC:
            return index
    return len(title)


def name_phrase_start(document: AnnotatedDocument, first: int) -> int:
    """Return where the names and adjectives in front of a naming begin: "[Kenyan Leadership Council] President Ott"."""
    floor = document.sentence_of(first).first
    while first > floor and document.tags[first - 1] in (Tag.NAME, Tag.ADJ) and document.words[first - 1][0].isupper():
        first -= 1
    return first


def led_by(document: AnnotatedDocument, index: int) -> bool:
    """Tell whether what stands in front of a token says that the one named there leads: "a delegation [headed by] Premier Ott"."""
    return document.lower[max(0, index - 2) : index] in (("led", "by"), ("headed", "by"), ("delegation", "by"))


def field_end(document: AnnotatedDocument, last: int, taken: AbstractSet[int]) -> int:
    """Return where the field behind an office ends: "the Minister [of Industry and Trade]", "the President [of the Republic]".

    `taken` are tokens that belong to somebody or something else.
    """
    offices = {hit.first for hit in document.hits.get("level", ())}
    while document.lower_at(last) in _JOINS_FIELD and last not in offices:
        first = last + 1 + (document.lower_at(last + 1) in ("and", "the"))
        at = first
        while at not in offices and at not in taken and document.word_at(at)[:1].isupper() and at not in document.party_at:
            at += 1
        if words().institutional.isdisjoint(document.words[first:at]):
            break
        last = at
    return last
