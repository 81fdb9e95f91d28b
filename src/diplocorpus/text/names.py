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

_NEVER = frozenset(
    """
    at with by from for of the and thank during before after following
    receives meets hosts welcomes visits greets holds discusses attends arrives departs congratulates addresses
    """.split()
)
"""What a title in capitals goes on with behind a name: "Minister Paul Ott At the United Nations", "Ott Receives"."""

_VOWEL = re.compile("[AEIOUY]")
_SPOKEN = re.compile(r"[^AEIOUY]{0,2}[AEIOUY](?!.*[^AEIOUY]{5})")
_HE = frozenset("mr mr. sir lord baron monsieur herr señor shri".split())
_SHE = frozenset("ms ms. mrs mrs. miss mme mme. mlle madam madame lady baroness dame frau señora smt smt. shrimati".split())
STYLES = {
    "majesty": frozenset("majesty king queen emperor empress sultan hm".split()),
    "highness": frozenset("highness prince princess sheikh sheikha emir amir sultan hh hrh h.h. h.r.h.".split()),
    "excellency": frozenset("excellency h.e. he".split()),
}
"""What the great are called by themselves, and what then stands with their name."""

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
        """Offices by where they begin, in text order."""
        self.role_at: dict[int, Hit] = {i: hit for hit in self.roles.values() for i in range(hit.first, hit.last)}
        self.party_at: dict[int, PartyHit] = document.party_at
        self.nouns = {hit.first for hit in document.hits.get("encounter", ()) if hit.form is None}
        self._honorific_ends = {i: self._honorific_end(i) for i in document.places(words().honorifics)}
        """Where the honorific ends that begins at a token."""
        phrased = {first: i + 1 for i in document.places(words().honorific_phrases.keys()) if (first := self._phrase_start(i)) < i}
        self._honorific_ends |= phrased
        self._honorific_starts = {end: first for first, end in sorted(self._honorific_ends.items(), reverse=True)}
        self._particle_at = {i for i in document.places(words().particles) if document.words[i].islower()}
        frameworks = (hit for hit in document.hits.get("framework", ()) if hit.pattern.label != "UN")
        self.framework_at = {i for hit in frameworks for i in range(hit.first, hit.last)}
        self._no_parts = {*self.party_at, *self.role_at, *self.framework_at}
        self._no_parts.update(i for first, end in phrased.items() for i in range(first, end))
        self._parts: dict[int, bool | None] = dict.fromkeys(document.capitals)
        """Whether a word with a capital may be part of a name, None until it is asked for."""
        self._ends: dict[int, int] = {}
        """Where the names end that were asked for."""

    @property
    def has_honorifics(self) -> bool:
        """Whether an honorific stands anywhere in the document."""
        return bool(self._honorific_ends)

    def is_name_part(self, index: int) -> bool:
        """Tell whether a token may be part of a person's name."""
        known = self._parts.get(index, False)
        if known is None:
            self._parts[index] = False  # initials ask the word behind them and numerals the one in front: of "II II" neither is
            known = self._parts[index] = index not in self._no_parts and self._may_be_part(index)
        return known

    def _may_be_part(self, index: int) -> bool:
        document, lists = self.document, words()
        word, lower = document.words[index], document.lower[index]
        if len(word) > _LONGEST_PART or lower in _NEVER or lower in lists.honorifics:
            return False
        if word in lists.institutional or word in lists.weekdays:
            return False
        opens = lower in _ORDER or document.tags[index] in _OPENS
        if opens and index == document.sentence_of(index).first and not word.isupper():
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
        while (after := self._honorific_ends.get(index)) is not None:
            index = after
        return index

    def before_honorifics(self, index: int) -> int:
        """Return where the honorifics in front of a name begin."""
        while (before := self._honorific_starts.get(index)) is not None:
            index = before
        return index

    def _honorific_end(self, index: int) -> int:
        """Return where an honorific of one word ends."""
        document = self.document
        apostrophe = document.words[index + 1 : index + 2] in (("'",), ("’",)) and document.glued(index + 1)
        return index + 2 if apostrophe else index + 1  # Dato'

    def _phrase_start(self, index: int) -> int:
        """Return where the honorific of several words begins that ends with a token, the token itself where none does."""
        lower = self.document.lower
        for phrase in words().honorific_phrases[lower[index]]:
            first = index + 1 - len(phrase)
            if first >= 0 and lower[first : index + 1] == phrase:
                return first
        return index

    def gender_before(self, index: int) -> str | None:
        """Return he or she where the honorifics in front of a name tell which: "Mr.", "Mme."."""
        first = self.before_honorifics(index)
        if first == index:
            return None
        titles = set(self.document.lower[first:index])
        return "he" if titles & _HE else "she" if titles & _SHE else None

    def name_end(self, first: int) -> int:
        """Return where the name that begins at a token ends; `first` itself where none does."""
        end = self._ends.get(first)
        if end is None:
            end = self._ends[first] = self._read_end(first)
        return end

    def _read_end(self, first: int) -> int:
        document, index = self.document, self._after_prefix(first)
        if document.word_at(first) in _SUFFIXES or (index == first and not self.is_name_part(first)):
            return first
        last = document.sentence_of(first).last
        stop = min(last, first + _LONGEST)
        while index < stop:
            if index > first and document.words[index - 1] in _LAST:
                break
            if self.is_name_part(index) and not self._repeats(first, index):
                index += 1
            elif document.words[index] in _DASHES and document.glued(index) and document.glued(min(index + 1, len(document) - 1)):
                index += 2
            elif (after := self._particles(index)) > index:
                index = after
            elif document.words[index] == "," and document.words[index + 1 : index + 2] and document.word_at(index + 1) in _SUFFIXES:
                index += 2
            else:
                break
            if index in self.nouns and document.lower_at(index + 1) in _TITLE_LINKS:
                break  # the noun of a title that capitalises every word: "Lowe [Call with] ..."
        return min(index, last)

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
        if index not in self._particle_at:
            return index
        document, at = self.document, index
        while at in self._particle_at:
            at += 1
        if at < len(document) and document.words[at] in _DASHES and document.glued(at):
            at += 1
        return at if self.is_name_part(at) else index

    def _repeats(self, first: int, index: int) -> bool:
        """Tell whether a part stands in the name already, as where a page names somebody twice; "Boutros Boutros-Ghali" does not."""
        document = self.document
        return index - first > 1 and document.words[index] in document.words[first:index] and document.word_at(index + 1) not in _DASHES


def _spoken(word: str) -> bool:
    """Tell whether a word in capitals can be said as one, as names can and most abbreviations cannot: OTT, not KCMG."""
    plain = fold(word).upper()
    return _SPOKEN.match(plain) is not None and (len(plain) > _SHORTEST or _VOWEL.search(plain[:2]) is not None)
