"""The shape of people's names: what may be part of one, where it begins and ends, and the honorifics around it."""

from __future__ import annotations

import re

from diplocorpus.patterns.names import fold
from diplocorpus.patterns.words import words
from diplocorpus.text.annotated import AnnotatedDocument, Hit, PartyHit
from diplocorpus.text.tagging import Tag

_DASHES = ("-", "‐", "‑")
_LONGEST_PART = 25
"""Letters that a part of a name may have."""

_LONGEST = 10
"""Tokens that a name may have: "Sheikh Mohammed bin Rashid bin Saeed Al-Maktoum" has many."""

_BEFORE_MONTHS = frozenset("in since until till during of last this next early mid late".split())
_NUMERAL = re.compile(r"(?!I$)[IVX]{1,5}")
_LAST = frozenset({"Jr.", "Sr.", "Jr", "Sr"})
"""What ends a name: in a headline, "Jan Ott Jr. Call" goes on with something else."""

_SUFFIXES = _LAST | {"III", "II"}
_LEADS = frozenset({",", "and", "with", "by", "from", ":", ";", "to"})
_SHORTEST = 3
"""Letters that a surname in capitals has at least; two are mostly an abbreviation."""

_RUN = 4
"""Words that a surname in capitals may have: "DE LA CRUZ"; more are a heading."""

_NEVER = frozenset("at with by from for of the and thank during before after following".split())
"""What a title in capitals goes on with behind a name: "Minister Paul Ott At the United Nations"."""

_VOWEL = re.compile("[AEIOUY]")
_SPOKEN = re.compile(r"[^AEIOUY]{0,2}[AEIOUY](?!.*[^AEIOUY]{5})")
_HE = frozenset("mr mr. sir lord baron monsieur herr señor shri".split())
_SHE = frozenset("ms ms. mrs mrs. miss mme mme. mlle madam madame lady baroness dame frau señora smt smt. shrimati".split())
_TITLE_LINKS = frozenset({"with", "between", "in", "at", "on", "to"})
"""Words that stand behind the noun of a headline, in lower case even there."""

_OPENS = frozenset({Tag.ADV, Tag.VBG, Tag.VBD, Tag.VBN, Tag.PREP, Tag.SUB})
_ORDER = frozenset("first then later next earlier last there".split())
"""What a sentence opens with in front of a name: "First Lowe met Ott", "Today Lowe", "Welcoming Lowe"."""


class NameReader:
    """Reads names at given places of one document."""

    def __init__(self, document: AnnotatedDocument) -> None:
        self.document = document
        self.roles: dict[int, Hit] = {hit.first: hit for hit in document.hits.get("level", ())}
        self.role_at: dict[int, Hit] = {i: hit for hit in self.roles.values() for i in range(hit.first, hit.last)}
        self.party_at: dict[int, PartyHit] = {i: hit for hit in document.parties for i in range(hit.first, hit.last)}
        phrases = words().honorific_phrases
        self.phrased = {i: self._phrase_end(i) for i, lower in enumerate(document.lower) if lower in phrases and self._phrase_end(i) > i}
        self.honored = {i for first, last in self.phrased.items() for i in range(first, last)}
        self._parts: dict[int, bool] = {}
        frameworks = document.hits.get("framework", ())
        self.nouns = {hit.first for hit in document.hits.get("encounter", ()) if hit.form is None}
        self.framework_at = {i for hit in frameworks for i in range(hit.first, hit.last) if hit.pattern.label != "UN"}

    def is_name_part(self, index: int) -> bool:
        """Tell whether a token may be part of a person's name."""
        known = self._parts.get(index)
        if known is None:
            known = self._parts[index] = self._may_be_part(index)
        return known

    def _may_be_part(self, index: int) -> bool:
        document = self.document
        if not 0 <= index < len(document.words) or not document.words[index][0].isupper() or len(document.words[index]) > _LONGEST_PART:
            return False
        word, lower = document.words[index], document.lower[index]
        lists = words()
        if index in self.party_at or index in self.role_at or index in self.framework_at or index in self.honored:
            return False
        if word in lists.institutional or word in lists.weekdays or lower in lists.honorifics or lower in _NEVER:
            return False
        opens = lower in _ORDER or document.tags[index] in _OPENS
        if opens and index == document.sentence_of(index).first and not document.words[index].isupper():
            return False
        if word in lists.months and not self._month_as_name(index):
            return False
        if word.isupper() and len(word) > 1 and "." not in word:
            return self._surname_last(index) or self._surname_first(index) or self._capital_initials(index) or self._numeral(index)
        return document.tags[index] is Tag.NAME or lower not in lists.introducing

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

    def _surname_first(self, index: int) -> bool:
        """Tell a surname in capitals in front of a given name from an abbreviation: "Ms. LOWE Ada", "Premier LOWE Tao"."""
        words_ = self.document.words
        if index and self.document.lower[index - 1] in _HE | _SHE:
            return words_[index].isalpha()
        if len(words_[index]) < _SHORTEST or not self._mixed_name(index + 1):
            return False
        if index and self.document.lower[index - 1] in words().honorifics:
            return True
        leads = index - 1 in self.role_at or index == self.document.sentence_of(index).first or words_[index - 1] in _LEADS
        return leads and _spoken(words_[index]) and self._closes_name(index + 2)

    def _surname_last(self, index: int) -> bool:
        """Tell a surname in capitals behind a given name from an abbreviation: "Jan OTT", "Jan LE OTT", but not "Jan Ott OBE"."""
        words_ = self.document.words
        if words_[index] in words().postnominals or not _spoken(words_[index]):
            return False
        last = index + 1
        while words_[last : last + 1] and last - index < _RUN and words_[last].isupper() and words_[last].isalpha():
            last += 1
        first = index
        while first and index - first < _RUN and (words_[first - 1].isupper() and words_[first - 1].isalpha()):
            first -= 1
        while first and self.document.lower[first - 1] in words().particles and words_[first - 1].islower():
            first -= 1
        longest = max(len(word) for word in words_[index:last])
        return longest >= _SHORTEST and first > 0 and self._mixed_name(first - 1) and self._closes_name(last)

    def _mixed_name(self, index: int) -> bool:
        """Tell whether a token is part of a name in small letters with a capital: "Ada", "J.", not "ADA"."""
        if not 0 <= index < len(self.document):
            return False
        word = self.document.words[index]
        return (not word.isupper() or word.endswith(".")) and self.document.tags[index] is Tag.NAME and self.is_name_part(index)

    def _closes_name(self, index: int) -> bool:
        """Tell whether a token may stand behind a whole name: no further name and no noun that it would belong to."""
        if index >= len(self.document) or index in self.role_at:
            return index >= len(self.document)
        return self.document.tags[index] not in (Tag.NOUN, Tag.NAME, Tag.ADJ, Tag.NUM)

    def _capital_initials(self, index: int) -> bool:
        """Tell initials without full stops: the JD behind a title and before a name."""
        return len(self.document.words[index]) == 2 and index - 1 in self.role_at and self.is_name_part(index + 1)

    def _numeral(self, index: int) -> bool:
        """Tell the number of a monarch: Abdullah II."""
        return _NUMERAL.fullmatch(self.document.words[index]) is not None and self.is_name_part(index - 1)

    def past_honorifics(self, index: int) -> int:
        """Return the first token from a position on that is no honorific: "Shri", "H.E. Mr.", "His Excellency"."""
        while index < len(self.document) and (after := self._honorific_end(index)) > index:
            index = after
        return index

    def before_honorifics(self, index: int) -> int:
        """Return where the honorifics in front of a name begin."""
        while (before := next((i for i in range(max(0, index - 3), index) if self._honorific_end(i) == index), index)) < index:
            index = before
        return index

    def _honorific_end(self, index: int) -> int:
        """Return where the honorific ends that begins at a token, the token itself where none does."""
        document = self.document
        if index in self.phrased:
            return self.phrased[index]
        if document.lower[index] not in words().honorifics:
            return index
        apostrophe = document.words[index + 1 : index + 2] in (("'",), ("’",)) and document.glued(index + 1)
        return index + 2 if apostrophe else index + 1  # Dato'

    def _phrase_end(self, index: int) -> int:
        """Return where the honorific of several words ends that begins at a token, the token itself where none does."""
        lower = self.document.lower
        for phrase in words().honorific_phrases.get(lower[index], ()):
            if lower[index : index + len(phrase)] == phrase:
                return index + len(phrase)
        return index

    def gender_before(self, index: int) -> str | None:
        """Return he or she where the honorifics in front of a name tell which: "Mr.", "Mme."."""
        titles = set(self.document.lower[self.before_honorifics(index) : index])
        return "he" if titles & _HE else "she" if titles & _SHE else None

    def name_end(self, first: int) -> int:
        """Return where the name that begins at a token ends; `first` itself where none does."""
        document, index = self.document, self._after_prefix(first)
        stop = min(document.sentence_of(first).last, first + _LONGEST) if first < len(document) else first
        while index < stop:
            if document.words[index - 1] in _LAST and index > first:
                break
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
            if self._headlined(index):
                break
        return min(index, document.sentence_of(first).last) if index > first else first

    def _headlined(self, index: int) -> bool:
        """Tell whether the noun of a title that capitalises every word stands at a token: "Lowe [Call with] ..."."""
        following = self.document.lower_at(index + 1)
        return index in self.nouns and following in _TITLE_LINKS

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


def _spoken(word: str) -> bool:
    """Tell whether a word in capitals can be said as one, as names can and most abbreviations cannot: OTT, not KCMG."""
    plain = fold(word).upper()
    return _SPOKEN.match(plain) is not None and (len(plain) > _SHORTEST or _VOWEL.search(plain[:2]) is not None)
