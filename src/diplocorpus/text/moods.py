"""Words that would bind if they were not asked, denied or told as a fact: "do we have to", "need not", "suggested that it was"."""

from __future__ import annotations

from diplocorpus.text.annotated import AnnotatedDocument, Hit, Sentence
from diplocorpus.text.tagging import Tag

_ENDS = frozenset({".", "!", "?", ";"})
_NEEDED = frozenset({"need", "needs", "needed", "have", "has"})
_SUGGESTS = ("suggest", "insist")
_FACTS = frozenset({"is", "are", "was", "were", "has", "had"})
_REACH_OF_FACT = 12
"""Tokens that the subject of what is suggested may have."""


def is_asked(document: AnnotatedDocument, hit: Hit, sentence: Sentence) -> bool:
    """Tell whether a question mark ends the words that a hit stands in: "What do they have to lose?"."""
    ends = next((i for i in range(hit.last, sentence.last) if document.words[i] in _ENDS), None)
    return ends is not None and document.words[ends] == "?"


def is_needless(document: AnnotatedDocument, hit: Hit, *, negated: bool) -> bool:
    """Tell whether it is denied that somebody needs to act, which asks nothing of anybody: "does not have to choose"."""
    return negated and document.lower[hit.first] in _NEEDED and document.lower[hit.last - 1] == "to"


def is_told(document: AnnotatedDocument, hit: Hit, sentence: Sentence) -> bool:
    """Tell whether what is suggested or insisted on is a fact: "suggested that the plan was sound", not "that the sides expand trade"."""
    if not document.lower[hit.first].startswith(_SUGGESTS):
        return False
    opens = hit.last + (document.lower_at(hit.last) == "that")
    if document.lower_at(opens - 1) != "that":
        return False
    for index in range(opens, min(sentence.last, opens + _REACH_OF_FACT)):
        if document.lower[index] in _FACTS:
            return True
        if document.tags[index] in (Tag.MOD, Tag.VB, Tag.VBZ, Tag.VBD) or document.words[index] == ",":
            return False
    return False
