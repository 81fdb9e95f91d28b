"""What stands between a verb and what it governs: adverbs and asides, time and place, whom it is said to."""

from __future__ import annotations

from collections.abc import Mapping

from diplocorpus.patterns.words import words
from diplocorpus.text.annotated import AnnotatedDocument, Sentence
from diplocorpus.text.tagging import FINITE, Tag

_WHEN = frozenset("today yesterday tomorrow here earlier separately".split())
_WHERE = frozenset("on in at during via through by after while of".split())
_OPENS_OBJECT = frozenset({Tag.DET, Tag.POSS, Tag.NAME, Tag.QUOTE, Tag.SUB})
_HEARERS = frozenset("reporters journalists media press audience gathering participants parliament lawmakers delegates".split())
INTRODUCES = frozenset({"that", "about", "of", "on", "regarding", ":", '"'})
"""What leads from whom somebody tells to what is told."""
_FRONTS = frozenset("while in by after when before".split())
_MAX_ASIDE = 8
_MAX_ADDRESSEE = 14


def opens_sentence(document: AnnotatedDocument, sentence: Sentence, participle: int) -> bool:
    """Tell whether a participle opens its sentence, a conjunction passed over: "[While] praising the plan, Lowe said"."""
    lead = document.before(sentence, participle)
    return lead < sentence.first or (lead == sentence.first and document.lower[lead] in _FRONTS)


def skip_adjuncts(document: AnnotatedDocument, end: int, index: int, named: Mapping[int, int] | None = None) -> int:
    """Return where the object or content of a verb begins whose last token is before `index`.

    Skipped are adverbs ("in detail"), asides between commas (", in his turn,"), time and place ("on Thursday", "in a
    telephone conversation with Ott"), and whom it is said to ("to the premier"); `named` gives the last token, exclusive,
    of each person or party by the first.
    """
    start = -1
    while start != index and index < end:
        start = index
        index = _past_adverbs(document, end, index)
        index = _past_aside(document, end, index)
        index = _past_hearer(document, end, index, named or {})
        index = _past_time_and_place(document, end, index)
    return index


def skip_addressee(document: AnnotatedDocument, end: int, index: int, named: Mapping[int, int]) -> int:
    """Return where the content of a verb of telling begins: "told [the premier] that", "informed [him] about"."""
    stop = min(end, index + _MAX_ADDRESSEE)
    for place in range(index, stop):
        if document.tags[place] in FINITE:
            break
        if document.lower[place] in INTRODUCES and (document.lower[place] != "of" or place not in _within(document, index, named)):
            return place if document.lower[place] == '"' else place + 1
    return named.get(index, index + 1 if document.tags[index : index + 1] == (Tag.PRON,) else index)


def _within(document: AnnotatedDocument, index: int, named: Mapping[int, int]) -> range:
    """Return the tokens of who is told, none where what is told of goes on as its owner: "assured the premier [of Freedonia's support]"."""
    last = named.get(index, index)
    return range(index, index if document.tags[last : last + 1] == (Tag.APOS,) else last)


def _past_adverbs(document: AnnotatedDocument, end: int, index: int) -> int:
    """Skip adverbs in front of an object: "noted in detail [the]", but "noted increasingly close ties"."""
    after = index
    while after < end and document.tags[after] is Tag.ADV:
        after += 1
    opens = after < end and (
        document.tags[after] in _OPENS_OBJECT or document.words[after] in (",", ":") or document.lower[after] == "that"
    )
    return after if opens or (after < end and document.lower[after] == "to") else index


def _past_aside(document: AnnotatedDocument, end: int, index: int) -> int:
    """Skip adverbs between commas: "added, however, that"."""
    if index >= end or document.words[index] != ",":
        return index
    close = next((i for i in range(index + 1, min(end, index + _MAX_ASIDE)) if document.words[i] == ","), None)
    if close is None or any(document.tags[i] is not Tag.ADV for i in range(index + 1, close)):
        return index
    return close + 1


def _past_hearer(document: AnnotatedDocument, end: int, index: int, named: Mapping[int, int]) -> int:
    """Skip `to` with whoever is addressed: "explained to the premier", "said to reporters"."""
    if index + 1 >= end or document.lower[index] != "to":
        return index
    if index + 1 in named:
        return named[index + 1]
    noun = index + 2 if document.lower_at(index + 1) == "the" else index + 1
    return noun + 1 if noun < end and document.lower[noun] in _HEARERS else index


def _past_time_and_place(document: AnnotatedDocument, end: int, index: int) -> int:
    if index < end and (document.words[index] in words().weekdays or document.lower[index] in _WHEN):
        return index + 1
    if index >= end or document.tags[index] is not Tag.PREP or document.lower[index] not in _WHERE:
        return index
    stop = index + 1
    while stop < end and not _ends_phrase(document, index, stop):
        stop += 1
    if stop < end and document.tags[stop] in FINITE:
        weekday = next((i for i in range(index, stop) if document.words[i] in words().weekdays), None)
        return index if weekday is None else weekday + 1
    return stop


def _ends_phrase(document: AnnotatedDocument, first: int, index: int) -> bool:
    """Tell whether a phrase of time or place that begins at `first` ends before a token: "at the meeting | the progress"."""
    tag = document.tags[index]
    if document.words[index] in (",", ";", ":", '"', ".") or document.lower[index] == "that" or tag in FINITE:
        return True
    if tag is Tag.TO:
        return bool({Tag.VB, Tag.BE, Tag.ADV}.intersection(document.tags[index + 1 : index + 2]))
    return tag in (Tag.DET, Tag.POSS) and index > first + 1 and document.tags[index - 1] in (Tag.NOUN, Tag.NAME, Tag.VBG)
