"""The shape of names and titles: where "the visiting Kazakh Prime Minister" begins and "Minister of X of Y Jan Ott" ends."""

from __future__ import annotations

import re

from diplocorpus.patterns.words import words
from diplocorpus.text.annotated import AnnotatedDocument, Hit, PartyHit
from diplocorpus.text.tagging import Tag

_PARTICLES = frozenset("al bin ibn von van de da di del der el ul la le dos san abu ben o e y du den ter".split())
HONORIFICS = frozenset("mr mr. ms ms. mrs mrs. dr dr. h.e. h.e shri smt prof. sir dame lord lady comrade".split())
_TENURE = frozenset("former ex late then outgoing".split())
_ATTRIBUTES = frozenset("visiting new newly current incumbent acting interim then former outgoing late".split())
_LINKS = frozenset("of for to under on at in and the & , 's '".split())
_MAX_NAME = 6
_REGNAL = re.compile(r"[IVX]{2,5}|V|X")
"""What a name ends in that others have borne: "Abdullah II"."""


class TitleReader:
    """Reads names and titles at given places of one document."""

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
        word = document.words[index]
        lists = words()
        if not word[0].isupper() or not any(c.isalpha() for c in word) or len(word) > 25:
            return False
        if index in self.party_at or index in self.role_at or index in self.framework_at:
            return False
        if word in lists.institutional or word in lists.months or word in lists.weekdays or document.lower[index] in HONORIFICS:
            return False
        if word.isupper() and len(word) > 1 and "." not in word and not self._capital_surname(index):
            return False
        return document.tags[index] is Tag.NAME or (
            document.lower[index] not in lists.determiners | lists.prepositions | lists.pronouns | lists.subordinators
        )

    def _capital_surname(self, index: int) -> bool:
        """Tell a surname in capitals from an abbreviation: "Ms. LOWE Ada", "Jan OTT"."""
        words_ = self.document.words
        before = self.document.lower[index - 1] if index else ""
        after = words_[index + 1] if index + 1 < len(words_) else ""
        return len(words_[index]) > 2 and before in HONORIFICS and after[:1].isupper() and not after.isupper()

    def past_honorifics(self, index: int) -> int:
        """Return the first token from a position on that is no honorific: "Shri", "H.E. Mr."."""
        while index < len(self.document) and self.document.lower[index] in HONORIFICS:
            index += 1
        return index

    def before_honorifics(self, index: int) -> int:
        """Return where the honorifics in front of a name begin."""
        while index > 0 and self.document.lower[index - 1] in HONORIFICS:
            index -= 1
        return index

    def name_end(self, first: int) -> int:
        """Return where the name that begins at a token ends; `first` itself where none does."""
        document, index = self.document, first
        while index < len(document) and index - first < _MAX_NAME + 4:
            if self.is_name_part(index):
                index += 1
            elif (
                document.words[index] == "-"
                and index > first
                and document.glued(index)
                and document.glued(index + 1 if index + 1 < len(document) else index)
            ):
                index += 2
                while index < len(document) and document.words[index] == "-" and document.glued(index):
                    index += 2
            elif index > first and document.lower[index] in _PARTICLES and self.is_name_part(index + 1):
                index += 1
            elif (
                index > first and document.words[index] == "," and index + 1 < len(document) and document.words[index + 1] in ("Jr.", "Sr.")
            ):
                index += 2
            elif index > first and _REGNAL.fullmatch(document.words[index]):
                index += 1
            else:
                break
        index = min(index, len(document))
        return min(index, document.sentence_of(first).last)

    def title_start(self, hit: Hit) -> tuple[int, str | None, bool]:
        """Return where a title begins ("the visiting Kazakh" Prime Minister), the party in it, and whether it is former."""
        document, index = self.document, hit.first
        party: str | None = None
        former = False
        floor = document.sentence_of(hit.first).first
        while index > floor:
            before = index - 1
            lower = document.lower[before]
            if before in self.party_at:
                entry = self.party_at[before]
                party = party or entry.code
                index = entry.first
            elif lower in _ATTRIBUTES or lower == "honorable":
                former = former or lower in _TENURE
                index = before
            elif self._joins_title(before):
                index = before
            elif before in self.role_at and document.lower[index] == "/":
                index = self.role_at[before].first  # "Deputy Prime Minister/Foreign Minister"
            elif lower == "the":
                index = before
                break
            else:
                break
        return index, party, former

    def _joins_title(self, index: int) -> bool:
        """Tell whether a token leads up to a title: `'s` and a hyphen after a party, `First`, a body's abbreviation."""
        word, lower = self.document.words[index], self.document.lower[index]
        if lower in ("'s", "'", "-"):
            return index - 1 in self.party_at
        if lower == "/":
            return index - 1 in self.role_at
        if lower in ("first", "second"):
            return word[0].isupper()
        return word.isupper() and len(word) > 2 and word.isalpha() and index not in self.role_at and not self.is_name_part(index)

    def title_end(self, hit: Hit) -> tuple[int, str | None]:
        """Return where the complement of a title ends ("of the Republic of Uzbekistan") and the party in it."""
        document, index = self.document, hit.last
        party: str | None = None
        end = index
        stop = document.sentence_of(hit.first).last
        while index < stop:
            lower, word = document.lower[index], document.words[index]
            if index in self.party_at:
                entry = self.party_at[index]
                party = party or (entry.code if entry.kind != "seat" else None)
                index = end = entry.last
            elif lower in _LINKS and index + 1 < stop:
                following = document.words[index + 1]
                opens = following[0].isupper() or following.lower() in ("the", "central", "international") or index + 1 in self.party_at
                if not opens or (
                    lower == ","
                    and following not in words().institutional
                    and index + 1 not in self.role_at
                    and not self.body_end(index + 1, stop)
                ):
                    break
                if lower == "," and self.body_end(index + 1, stop):
                    index = end = self.body_end(index + 1, stop)
                    party = party or next((self.party_at[i].code for i in range(hit.last, end) if i in self.party_at), None)
                    continue
                if lower in ("'s", "'"):
                    break
                if lower == "," and party is not None:
                    break
                index += 1
            elif (
                word[0].isupper()
                and index > hit.last
                and document.words[index + 1 : index + 2]
                and document.words[index + 1] in words().institutional
                and index not in self.role_at
            ):
                index += 2
                end = index
            elif (
                word in words().institutional
                or (index in self.role_at and word[0].isupper())
                or (word.isupper() and len(word) > 1 and word[0].isalpha())
            ):
                index += 1
                end = index
            elif word == "(" and index + 2 < stop and document.words[index + 2] == ")":
                index += 3
                end = index
            elif word == "-" and document.glued(index) and index > hit.last:
                index += 1
            elif word == "bank" and document.lower[index - 1] == "central":
                index = end = index + 1
            else:
                break
        return end, party

    def body_end(self, index: int, stop: int) -> int:
        """Return where the name of a body ends that begins at a token ("All China Journalists Association"), 0 for none."""
        document, last = self.document, index
        while last < stop and document.words[last][0].isupper() and last not in self.role_at:
            last += 1
        return last if last - index > 1 and document.words[last - 1] in words().institutional else 0

    def role_text(self, hit: Hit, end: int) -> str:
        """Return the title without the country at its end: "Minister of Commerce"."""
        document, last = self.document, end
        trimmed = True
        while trimmed and last > hit.last:
            trimmed = False
            before = self.party_at.get(last - 1)
            if before and before.first > hit.last and document.lower[before.first - 1] in ("of", "the", "to"):
                first = before.first - 1
                while first > hit.last and document.lower[first - 1] in ("of", "the", "to"):
                    first -= 1
                if not (set(document.words[hit.last : first]) & words().institutional):
                    last, trimmed = first, True
        return document.text(hit.first, last)
