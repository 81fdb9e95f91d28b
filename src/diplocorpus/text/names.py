"""The shape of people's names: what may be part of one, where it begins and ends, and the honorifics around it."""

from __future__ import annotations

import re

from diplocorpus.patterns.words import words
from diplocorpus.text.annotated import AnnotatedDocument, Hit, PartyHit
from diplocorpus.text.tagging import Tag

_DASHES = ("-", "‐", "‑")
_LONGEST = 10
"""Tokens that a name may have: "Sheikh Mohammed bin Rashid bin Saeed Al-Maktoum" has many."""

_BEFORE_MONTHS = frozenset("in since until till during of last this next early mid late".split())
_NUMERAL = re.compile(r"(?!I$)[IVX]{1,5}")
_SUFFIXES = frozenset({"Jr.", "Sr.", "Jr", "Sr", "III", "II"})


class NameReader:
    """Reads names at given places of one document."""

    def __init__(self, document: AnnotatedDocument) -> None:
        self.document = document
        self.roles: dict[int, Hit] = {hit.first: hit for hit in document.hits.get("level", ())}
        self.role_at: dict[int, Hit] = {i: hit for hit in self.roles.values() for i in range(hit.first, hit.last)}
        self.party_at: dict[int, PartyHit] = {i: hit for hit in document.parties for i in range(hit.first, hit.last)}
        frameworks = document.hits.get("framework", ())
        self.framework_at = {i for hit in frameworks for i in range(hit.first, hit.last) if hit.pattern.label != "UN"}

    def is_name_part(self, index: int) -> bool:
        """Tell whether a token may be part of a person's name."""
        document = self.document
        if not 0 <= index < len(document):
            return False
        word, lower = document.words[index], document.lower[index]
        lists = words()
        if not word[0].isupper() or not any(c.isalpha() for c in word) or len(word) > 25:
            return False
        if index in self.party_at or index in self.role_at or index in self.framework_at:
            return False
        if word in lists.institutional or word in lists.weekdays or lower in lists.honorifics:
            return False
        if word in lists.months and not self._month_as_name(index):
            return False
        if word.isupper() and len(word) > 1 and "." not in word:
            return self._capital_surname(index) or self._capital_initials(index) or self._numeral(index)
        return document.tags[index] is Tag.NAME or (
            lower not in lists.determiners | lists.prepositions | lists.pronouns | lists.subordinators
        )

    def _month_as_name(self, index: int) -> bool:
        """Tell a month that is somebody's name: "Prime Minister May", "Theresa May", "Jan Ott", but not "in May" and "May 9"."""
        words_, tags = self.document.words, self.document.tags
        after = words_[index + 1] if index + 1 < len(words_) else ""
        if after[:1].isdigit() or words_[index].endswith(".") or index == 0 or self.document.lower[index - 1] in _BEFORE_MONTHS:
            return False
        if index - 1 in self.role_at or self.document.lower[index - 1] in words().honorifics:
            return True
        before = tags[index - 1] is Tag.NAME and index - 1 not in self.party_at and words_[index - 1] not in words().institutional
        return before or (after[:1].isupper() and tags[index + 1] is Tag.NAME) or after in _DASHES

    def _capital_surname(self, index: int) -> bool:
        """Tell a surname in capitals from an abbreviation: "Ms. LOWE Ada", "Jan OTT"."""
        words_ = self.document.words
        before = self.document.lower[index - 1] if index else ""
        after = words_[index + 1] if index + 1 < len(words_) else ""
        return len(words_[index]) > 2 and before in words().honorifics and after[:1].isupper() and not after.isupper()

    def _capital_initials(self, index: int) -> bool:
        """Tell initials without full stops: the JD behind a title and before a name."""
        return len(self.document.words[index]) == 2 and index - 1 in self.role_at and self.is_name_part(index + 1)

    def _numeral(self, index: int) -> bool:
        """Tell the number of a monarch: Abdullah II."""
        return _NUMERAL.fullmatch(self.document.words[index]) is not None and self.is_name_part(index - 1)

    def past_honorifics(self, index: int) -> int:
        """Return the first token from a position on that is no honorific: "Shri", "H.E. Mr."."""
        document = self.document
        while index < len(document) and document.lower[index] in words().honorifics:
            index += 1
            if document.words[index : index + 1] in (("'",), ("’",)) and document.glued(index):
                index += 1  # Dato'
        return index

    def before_honorifics(self, index: int) -> int:
        """Return where the honorifics in front of a name begin."""
        while index > 0 and self.document.lower[index - 1] in words().honorifics:
            index -= 1
        return index

    def name_end(self, first: int) -> int:
        """Return where the name that begins at a token ends; `first` itself where none does."""
        document, index = self.document, self._after_prefix(first)
        stop = min(document.sentence_of(first).last, first + _LONGEST) if first < len(document) else first
        while index < stop:
            if self.is_name_part(index) and not self._repeats(first, index):
                index += 1
            elif index == first:
                break
            elif document.words[index] in _DASHES and document.glued(index) and document.glued(min(index + 1, len(document) - 1)):
                index += 2
            elif self._particles(index) > index:
                index = self._particles(index)
            elif document.words[index] == "," and document.words[index + 1 : index + 2] and document.word_at(index + 1) in _SUFFIXES:
                index += 2
            else:
                break
        return min(index, document.sentence_of(first).last) if index > first else first

    def name_start(self, last: int) -> int:
        """Return where the name that ends in front of a token begins; `last` itself where none does."""
        floor = self.document.sentence_of(max(0, last - 1)).first
        start = last
        for index in range(last - 1, max(floor, last - _LONGEST) - 1, -1):
            if self.name_end(index) == last:
                start = index
            elif not (
                self.is_name_part(index)
                or self.document.words[index] in _DASHES
                or self.document.glued(index)
                or self.document.lower[index] in words().particles
            ):
                break
        return start

    def _after_prefix(self, index: int) -> int:
        """Return the token behind a particle that opens a name: the al- of "al-Ott", the de of "de Ott"."""
        after = self._particles(index)
        return after if after > index and self.document.words[after - 1] in _DASHES else index

    def _particles(self, index: int) -> int:
        """Return where the particles at a token end that lead on in a name ("von der", "el-"), `index` where none do."""
        document, at = self.document, index
        while at < len(document) and document.lower[at] in words().particles and document.words[at].islower():
            at += 1
        if at == index:
            return index
        if at < len(document) and document.words[at] in _DASHES and document.glued(at):
            at += 1
        return at if self.is_name_part(at) else index

    def _repeats(self, first: int, index: int) -> bool:
        """Tell whether a part stands in the name already, as where a page names somebody twice; "Boutros Boutros-Ghali" does not."""
        document = self.document
        hyphened = document.words[index + 1 : index + 2] and document.word_at(index + 1) in _DASHES
        return index - first > 1 and document.words[index] in document.words[first:index] and not hyphened
