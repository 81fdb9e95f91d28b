"""Time and place behind a verb, which stand between it and what it governs."""

from __future__ import annotations

from diplocorpus.patterns.words import words
from diplocorpus.text.annotated import AnnotatedDocument
from diplocorpus.text.tagging import FINITE, Tag

_WHEN = frozenset("today yesterday tomorrow here earlier separately".split())


def skip_adjuncts(document: AnnotatedDocument, end: int, index: int) -> int:
    """Skip time and place behind a cue: "on Thursday", "in a telephone conversation with Ott on Tuesday"."""
    while index < end:
        if document.words[index] in words().weekdays or document.lower[index] in _WHEN:
            index += 1
        elif document.tags[index] is Tag.PREP and document.lower[index] in (
            "on",
            "in",
            "at",
            "during",
            "via",
            "through",
            "by",
            "after",
            "while",
            "of",
        ):
            stop = index + 1
            while (
                stop < end
                and document.words[stop] not in (",", ";", ":", '"', ".")
                and document.lower[stop] != "that"
                and document.tags[stop] not in FINITE
            ):
                stop += 1
            if stop < end and document.tags[stop] in FINITE:
                weekday = next((i for i in range(index, stop) if document.words[i] in words().weekdays), None)
                return index if weekday is None else weekday + 1
            index = stop
        elif document.lower[index] == "to" and document.lower[index + 1 : index + 2] in (("reporters",), ("journalists",), ("the",)):
            index += 3 if document.lower[index + 1] == "the" else 2
        else:
            break
    return index
