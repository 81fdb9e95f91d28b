"""Which wordings of the table of parties name a party in this text, and which are a language, a person or another's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from diplocorpus.patterns.parties import PartyName, parties
from diplocorpus.patterns.words import Words
from diplocorpus.text.annotated import PartyHit

_DASHES = frozenset("-–—‒")
_LANGUAGE_NOUNS = frozenset(
    "language languages alphabet script dialect translation translations subtitles lessons grammar speaker speakers".split()
)
_LANGUAGES = frozenset("english arabic hindi urdu farsi persian latin mandarin".split())
"""Languages whose name is no party's adjective."""

_LONGEST_ROW = 20
"""Tokens either side of an adjective that a row of languages may have."""

_JOINTS = frozenset({",", "and", "or"})
_LANGUAGE_SUFFIXES = frozenset({"language", "speaking", "medium"})
_LANGUAGE_VERBS = frozenset(
    """
    in into speak speaks spoke spoken speaking learn learns learned learning study studies studied studying teach
    teaches taught teaching understand understands master mastered
    """.split()
)


Found = tuple[int, int, str, PartyName]
"""A wording at tokens first up to last, and whose it is."""


class PartyReader:
    """Chooses among the wordings found in one text; `date` is its day, where it is known."""

    def __init__(self, tokens: Sequence[str], words: Words, titles: Iterable[tuple[int, int]], date: str | None) -> None:
        self.tokens = tokens
        self.words = words
        self.titled = {index for first, last in titles for index in range(first, last)}
        self.date = date if date and not date.startswith("-") else None
        self.taken: set[int] = set()
        self.ends: dict[int, int] = {}
        """Where the adjectives end that begin at a token."""
        self.begins: dict[int, int] = {}

    def read(self, found: Iterable[Found]) -> tuple[PartyHit, ...]:
        """Return the namings in text order, the longest of those that overlap; the `Sino` of Sino-Kazakh counts as a demonym."""
        ranges: dict[tuple[int, int], list[tuple[str, PartyName]]] = {}
        for first, last, code, name in found:
            if parties()[code].kind != "former" or (self.date is not None and name.used_on(self.date)):
                ranges.setdefault((first, last), []).append((code, name))
        chosen: list[tuple[int, int]] = []
        for first, last in sorted(ranges, key=lambda span: (span[0] - span[1], span[0])):
            if self.taken.isdisjoint(range(first, last)):
                self.taken.update(range(first, last))
                chosen.append((first, last))
        starts = {first for first, _ in chosen}
        self.ends = {first: last for first, last in chosen if ranges[first, last][0][1].kind == "demonym"}
        self.begins = {last: first for first, last in self.ends.items()}
        kept = [span for span in sorted(chosen) if self._names(*span, ranges[span], starts)]
        sure = {ranges[span][0][0] for span in kept if len(ranges[span]) == 1 and not ranges[span][0][1].shared}
        hits = []
        for first, last in kept:
            owner = self._owner(ranges[first, last], sure)
            if owner is not None:
                code, name = owner
                hits.append(PartyHit(code, "demonym" if name.kind == "prefix" else name.kind, first, last))
        return tuple(hits)

    def _owner(self, candidates: Sequence[tuple[str, PartyName]], sure: set[str]) -> tuple[str, PartyName] | None:
        """Return whose a wording is: the one of its owners whom the text names otherwise, else the one it is mostly said of."""
        named = [candidate for candidate in candidates if candidate[0] in sure]
        usual = [candidate for candidate in candidates if not candidate[1].shared]
        return named[0] if len(named) == 1 else usual[0] if usual else None

    def _names(self, first: int, last: int, candidates: Sequence[tuple[str, PartyName]], starts: set[int]) -> bool:
        """Tell whether a wording names a party where it stands."""
        code, name = candidates[0]
        if parties()[code].kind == "place":
            return False
        if name.kind == "prefix":
            return last < len(self.tokens) and self.tokens[last] in _DASHES and last + 1 in starts
        if name.kind == "demonym":
            return not self._language(first, last)
        return not (last - first == 1 and self.tokens[first] in self.words.given_names and self._person(first))

    def _language(self, first: int, last: int) -> bool:
        """Tell whether an adjective stands for a language: "in the Kazakh language", "spoke Kazakh, English and Russian"."""
        first, last = self._row(first, last)
        after = self._word(last)
        if after in _LANGUAGE_NOUNS or (after in _DASHES and self._word(last + 1) in _LANGUAGE_SUFFIXES):
            return True
        alone = not after[:1].isalpha() or after in self.words.closed
        return alone and after not in _DASHES and self._word(first - 1) in _LANGUAGE_VERBS

    def _row(self, first: int, last: int) -> tuple[int, int]:
        """Return where the adjectives begin and end that are joined to one: "Kazakh, English and Russian"."""
        lowest, highest = first - _LONGEST_ROW, last + _LONGEST_ROW
        while last < highest and self._word(last) in _JOINTS and (end := self._adjective_end(last + 1 + (self._word(last + 1) == "and"))):
            last = end
        while first > lowest and self._word(first - 1) in _JOINTS:
            at = first - 1 - (self._word(first - 2) == ",")
            if at not in self.begins and self._word(at - 1) not in _LANGUAGES:
                break
            first = self.begins.get(at, at - 1)
        return first, last

    def _adjective_end(self, index: int) -> int:
        """Return where the name of a language or an adjective of a party ends that begins at a token, 0 for none."""
        return index + 1 if self._word(index) in _LANGUAGES else self.ends.get(index, 0)

    def _word(self, index: int) -> str:
        return self.tokens[index].lower() if 0 <= index < len(self.tokens) else ""

    def _person(self, index: int) -> bool:
        """Tell whether a state's name is a person's: "Israel Ott", "Ada Jordan", but not "President of Israel Ada Lowe"."""
        if self._word(index - 1) == "of" and index - 2 in self.titled:
            return False
        return self._name_like(index + 1) or (self._name_like(index - 1) and index > 1 and self.tokens[index - 2] not in (".", "!", "?"))

    def _name_like(self, index: int) -> bool:
        """Tell whether a token is a capitalised word that is no title, institution or common word."""
        if not 0 <= index < len(self.tokens) or index in self.titled or index in self.taken:
            return False
        word, lower = self.tokens[index], self.tokens[index].lower()
        common = lower in self.words.closed or lower in self.words.verb_forms or lower in self.words.adjectives
        known = word in self.words.institutional or word in self.words.months or word in self.words.weekdays
        return word[0].isupper() and not word.isupper() and word.isalpha() and not common and not known
