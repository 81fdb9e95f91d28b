"""Plurals that stand for all who take part: "the two sides", "both prime ministers", "the leaders", "they"."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

import attrs

from diplocorpus.patterns.words import words
from diplocorpus.text.annotated import AnnotatedDocument
from diplocorpus.text.tagging import FINITE, Tag

_STATES = frozenset("countries nations states governments peoples economies".split())
_COUNTS = frozenset({"two", "three", "four", "five"})
_OTHERS = _COUNTS | {"they", "both"}
_ACTS = tuple((tag,) for tag in (*FINITE, Tag.VB, Tag.ADV))
"""What follows a subject."""


def everybody(document: AnnotatedDocument, taken: AbstractSet[int]) -> Iterator[tuple[int, int, str]]:
    """Yield the tokens, from first up to last, of each plural that stands for all who take part, and the noun that it is called by.

    Tokens that are `taken` are passed over; what is taken is asked as it goes on.
    """
    reader = _Reader(document, taken)
    for index in document.places(words().group_nouns | _OTHERS):
        found = reader.read(index) if index not in taken else None
        if found is not None:
            yield found


@attrs.frozen
class _Reader:
    """Reads the plurals of one document."""

    document: AnnotatedDocument
    taken: AbstractSet[int]

    def read(self, index: int) -> tuple[int, int, str] | None:
        document = self.document
        lower = document.lower[index]
        if lower == "they":
            return index, index + 2 if document.lower_at(index + 1) == "both" else index + 1, "they"
        if lower in _COUNTS and document.lower_at(index - 1) == "the":
            return self._counted(index)
        if lower == "both" and document.tags[index + 1 : index + 2] in _ACTS:
            return index, index + 1, "both"
        return self._plural(index) if lower in words().group_nouns else None

    def _free(self, first: int, last: int) -> bool:
        return self.taken.isdisjoint(range(first, last))

    def _counted(self, number: int) -> tuple[int, int, str] | None:
        """Read "the two agreed", "the three NSAs agreed": a number of whoever takes part."""
        document, last = self.document, number + 1
        while last < len(document) and document.tags[last] is Tag.NAME and last - number < 5:
            last += 1
        named = last > number + 1 and not (document.words[last - 1].endswith("s") and self._free(number - 1, last))
        party = any(index in document.party_at for index in range(number, last))
        acts = document.tags[last : last + 1] in _ACTS
        return (number - 1, last, "two") if acts and not named and not party else None

    def _plural(self, noun: int) -> tuple[int, int, str] | None:
        document, lower = self.document, self.document.lower[noun]
        if document.lower_at(noun + 1) == "'" and document.lower_at(noun + 2) in words().group_nouns:
            return None  # "the two countries' leaders" are the leaders
        first, counted = self._start(noun)
        if first is None or not (counted or lower in words().joint_nouns or (lower == "heads" and self._of_state(noun))):
            return None
        last = noun + 3 if lower == "heads" and self._of_state(noun) else noun + 1
        last = self._of_both(last) or last
        return (first, last, lower) if self._free(first, last) else None

    def _start(self, noun: int) -> tuple[int | None, bool]:
        """Return where a plural begins that stands for all who take part, and whether it counts them; None where it does not."""
        document, index = self.document, noun - 1
        lower = document.lower[noun]
        opens = noun == document.sentence_of(noun).first or document.words[index] in (",", '"')
        acts = document.tags[noun + 1 : noun + 2] in _ACTS or (lower == "heads" and self._of_state(noun))
        if opens and lower in words().bare_plurals and acts:
            return noun, False
        while index >= 0 and self._fills(index, noun) and noun - index < 6:
            index -= 1
        if lower in words().bare_plurals and acts and index == document.sentence_of(noun).first - 1:
            return index + 1, False
        if index < 0:
            return None, False
        paired = self._paired(index)
        if paired is not None:
            return paired, True
        lower = document.lower[index]
        if lower in ("two", "three") and index and document.lower[index - 1] in ("the", "these", "our", "their", "all"):
            return index - 1, True
        if lower in ("both", "two", "these") or (lower in ("their", "our") and document.lower[noun] in _STATES):
            return index, True
        if lower == "the" and not self._specified(noun):
            return index, False
        return None, False

    def _paired(self, last: int) -> int | None:
        """Return where two states begin, the second of which ends at a token: "[the Kenyan and Chilean] leaders"."""
        document = self.document
        second = document.party_at.get(last)
        if second is None or second.kind != "demonym" or document.lower_at(second.first - 1) != "and":
            return None
        first = document.party_at.get(second.first - 2)
        return first.first - 1 if first is not None and first.kind == "demonym" and document.lower_at(first.first - 1) == "the" else None

    def _fills(self, index: int, noun: int) -> bool:
        """Tell whether a word may stand between an article and a plural: "the two [countries' foreign] ministers"."""
        document = self.document
        titled = document.words[noun][0].isupper() and document.tags[index] is Tag.NAME and index not in document.party_at
        return document.lower[index] in words().group_modifiers or document.words[index] in ("'", "-") or titled

    def _specified(self, noun: int) -> bool:
        """Tell whether a complement narrows a plural down: "the leaders of the member states"."""
        return self.document.lower[noun + 1 : noun + 2] == ("of",) and not self._of_state(noun) and self._of_both(noun + 1) is None

    def _of_both(self, index: int) -> int | None:
        """Return where the complement "of [the] two countries", "of both sides" ends; None where there is none."""
        lower = self.document.lower
        for opening in (("of", "the", "two"), ("of", "our", "two"), ("of", "both"), ("of", "the", "three")):
            end = index + len(opening)
            if lower[index:end] == opening and lower[end : end + 1] and lower[end] in _STATES:
                return end + 1
        return None

    def _of_state(self, noun: int) -> bool:
        """Tell whether `heads` is an office: "heads of state"."""
        lower = self.document.lower
        office = lower[noun + 1 : noun + 3] in (("of", "state"), ("of", "government"))
        return office and (lower[noun + 3 : noun + 4] != ("of",) or self._of_both(noun + 3) is not None)
