"""Who is spoken of: states and sides, offices, groups and pronouns, beside the people already named."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.people.findings import Mention, MentionKind, Naming
from diplocorpus.models.events import Level
from diplocorpus.patterns.parties import parties
from diplocorpus.patterns.words import words
from diplocorpus.text.annotated import AnnotatedDocument
from diplocorpus.text.names import STYLES
from diplocorpus.text.phrases import field_end
from diplocorpus.text.plurals import everybody
from diplocorpus.text.tagging import FINITE, Tag

_ACTS = tuple((tag,) for tag in (*FINITE, Tag.VB, Tag.ADV))
"""What follows a subject."""

_HEAD = frozenset({"head"})
_HEADED = {
    "ministry": Level.MINISTER,
    "department": Level.MINISTER,
    "diplomacy": Level.MINISTER,
    "government": Level.HEAD_OF_GOVERNMENT,
    "cabinet": Level.HEAD_OF_GOVERNMENT,
    "state": Level.HEAD_OF_STATE,
}
"""What an office is called by for whoever heads it, with the rank of that."""

_RANKED = frozenset(
    "top senior chief veteran high-ranking visiting former current new late then foreign high distinguished esteemed".split()
)
_MEMBERS = frozenset("countries states members nations leaders".split())
"""Plurals that stand for an organisation that is named in front of them: "ASEAN countries"."""

_OWN = frozenset("his her its our my their".split())
_CAPITAL = frozenset(f"{the} {noun}" for the in ("the", "The") for noun in ("Administration", "Government", "Kingdom", "Sultanate"))
"""What a state calls itself by with a capital: "the Kingdom"."""

_OWNED = frozenset("office statement readout spokesperson spokesman spokeswoman administration cabinet service".split())
"""What speaks for whose it is: "Lowe's office", "the premier's spokesman"."""

_PRESS = frozenset({"press", "information", "media", "-"})
"""Whose service speaks: "the press service"."""

_IN_BODY = frozenset({Tag.ADJ, Tag.NAME, Tag.NOUN, Tag.NUM, Tag.DET, Tag.APOS})
_NOUNS = frozenset({Tag.NOUN, Tag.NAME})
_PRONOUNS = frozenset({"he", "she", "we", "it", "i"})
_PLACE_PREPOSITIONS = frozenset("in at to from near around outside across visit visiting leave leaving".split())


class _Reader:
    """Reads mentions of one document; longer ones come first and take their tokens."""

    def __init__(self, document: AnnotatedDocument, namings: tuple[Naming, ...]) -> None:
        self.document = document
        self.words = words()
        self.found: list[Mention] = []
        self.taken: set[int] = set()
        self.party_at = document.party_at
        for naming in namings:
            person = naming.person
            self.add(Mention(naming.first, naming.last, MentionKind.PERSON, person, person.party, level=person.level))

    def add(self, mention: Mention) -> None:
        """Keep a mention and its tokens, together with `his ... counterpart` in front of a name."""
        self.found.append(mention)
        self.taken.update(range(mention.first, mention.last))

    def free(self, first: int, last: int) -> bool:
        return self.taken.isdisjoint(range(first, last))

    def free_places(self, words: AbstractSet[str]) -> Iterator[int]:
        """Return the tokens that are one of some words and that no mention has; which it has is asked as it goes on."""
        return (index for index in self.document.places(words) if index not in self.taken)

    def groups(self) -> None:
        """Read "the two sides", "both prime ministers", "the leaders", "both", "they", "ministers" by themselves."""
        for first, last, head in everybody(self.document, self.taken):
            self.add(Mention(first, last, MentionKind.GROUP, head=head))

    def heads(self) -> None:
        """Read "the head of the Kenyan Foreign Ministry", the minister by what is headed."""
        document = self.document
        for index in self.free_places(_HEAD):
            if document.lower_at(index + 1) != "of":
                continue
            skip = index + 3 if document.lower[index + 2 : index + 3] == ("the",) else index + 2
            entry = self.party_at.get(skip)
            if entry is None:
                continue
            last = entry.last
            while last < len(document) and (document.tags[last] is Tag.NAME or document.lower[last] in _HEADED) and last - entry.last < 4:
                last += 1
            level = _HEADED.get(document.lower[last - 1])
            if level is not None:
                first = index - 1 if index and document.lower[index - 1] == "the" else index
                self.add(Mention(first, last, MentionKind.ROLE, party=entry.code, head="head", level=level))

    def roles_alone(self) -> None:
        """Read "the President of Ukraine", "the Chilean president", "the Vice President"."""
        document = self.document
        for hit in document.hits.get("level", ()):
            if not self.free(hit.first, hit.last) or hit.pattern.id.startswith("role.plural"):
                continue
            first, party = self._modifier(hit.first)
            last = head = hit.last
            if last + 1 < len(document) and document.lower[last] in ("of", "for"):
                skip = last + 2 if document.lower_at(last + 1) == "the" else last + 1
                entry = self.party_at.get(skip)
                if entry is not None and entry.kind == "name":
                    party, last = party or entry.code, entry.last
                else:
                    last = head = field_end(document, last, self.taken)
            while first > 1 and document.words[first - 1] == "/":
                first -= 2  # "The DPM/FM thanked"
            before = document.lower[first - 1] if first else ""
            definite = before == "the" or document.lower[first] == "the" or (hit.first != first)
            paired = before == "and" and any(m.last == first - 1 and m.kind in (MentionKind.ROLE, MentionKind.PERSON) for m in self.found)
            capital = document.words[hit.first][0].isupper()
            if not definite and not (capital and (before in ("", ".") or paired)):
                continue
            if document.lower[first] != "the" and before == "the":
                first -= 1
            noun = " ".join(document.lower[hit.first : head])
            self.add(Mention(first, last, MentionKind.ROLE, party=party, head=noun, level=Level(hit.pattern.label), office=hit.pattern.id))

    def _modifier(self, first: int) -> tuple[int, str | None]:
        """Return where the country in front of a noun begins, and its code."""
        document = self.document
        index = first
        while index and document.lower[index - 1] in _RANKED:
            index -= 1
        if index and document.lower[index - 1] in ("'s", "'") and index - 2 in self.party_at:
            return self.party_at[index - 2].first, self.party_at[index - 2].code
        if index and index - 1 in self.party_at:
            return self.party_at[index - 1].first, self.party_at[index - 1].code
        return (index, None) if index and document.lower[index - 1] == "the" else (first, None)

    def people_nouns(self) -> None:
        """Read "the diplomat", "the Chinese expert", "the Russian leader", "his Kazakh counterpart"."""
        document = self.document
        for index in self.free_places(self.words.person_nouns):
            lower = document.lower[index]
            if lower == "chief" and document.tag_at(index + 1) in _NOUNS and index + 1 not in self.taken:
                continue  # "the Chief Adviser"
            first, party = self._modifier(index)
            while first and document.lower[first - 1] in _RANKED:
                first -= 1
            before = document.lower[first - 1] if first else ""
            if document.words[max(0, first - 1)] == "Party" and document.lower[max(0, first - 2)] == "the":
                self.add(Mention(first - 2, index + 1, MentionKind.ROLE, head=f"party {lower}"))
            counterpart = lower == "counterpart"
            if before in ("the", "this", "that") or (counterpart and before in _OWN) or (document.lower[first] == "the"):
                start = first if document.lower[first] == "the" else first - 1
                if counterpart and any(m.first == index + 1 and m.kind is MentionKind.PERSON for m in self.found):
                    continue
                self.add(Mention(start, index + 1, MentionKind.ROLE, party=party, head=lower, counterpart=counterpart))

    def sides(self) -> None:
        """Read "the Uzbek side", "the Government of India", "his country", "Freedonia"."""
        document = self.document
        for index in self.free_places(self.words.state_nouns | self.words.own_nouns | _MEMBERS):
            lower = document.lower[index]
            before = index - 1
            while before >= 0 and document.lower[before] in ("own", "great", "brotherly", "foreign", "new", "official"):
                before -= 1
            if before < 0:
                continue
            if document.lower[before] in _OWN and lower in self.words.own_nouns:
                self.add(Mention(before, index + 1, MentionKind.OWN, head=document.lower[before]))
            elif document.text(before, index + 1) in _CAPITAL and document.lower_at(index + 1) != "of":
                self.add(Mention(before, index + 1, MentionKind.OWN, head="its own"))
            elif lower in _MEMBERS and self._organisation(before) and before not in self.taken:
                entry = self.party_at[before]
                first = entry.first - 1 if entry.first and document.lower[entry.first - 1] == "the" else entry.first
                self.add(Mention(first, index + 1, MentionKind.PARTY, party=entry.code, head=lower))
            elif lower in self.words.state_nouns and self._owner(before) is not None and before not in self.taken:
                entry = self.party_at[before if before in self.party_at else before - 1]
                first = entry.first - 1 if entry.first and document.lower[entry.first - 1] == "the" else entry.first
                self.add(Mention(first, index + 1, MentionKind.PARTY, party=entry.code, head=lower))
            elif lower in self.words.state_nouns and document.lower[index + 1 : index + 2] == ("of",):
                skip = index + 3 if document.lower[index + 2 : index + 3] == ("the",) else index + 2
                of = self.party_at.get(skip)
                if of is not None and of.kind != "demonym":
                    first = before if document.lower[before] == "the" else index
                    self.add(Mention(first, of.last, MentionKind.PARTY, party=of.code, head=lower))

    def _organisation(self, index: int) -> bool:
        return index in self.party_at and parties()[self.party_at[index].code].kind == "organization"

    def _owner(self, index: int) -> int | None:
        """Return the token of the party in front of a noun, a possessive ending passed over."""
        place = index - 1 if self.document.lower[index] in ("'s", "'") else index
        return place if place in self.party_at else None

    def authorities(self) -> None:
        """Read a body of a state with its whole name: "the Foreign Ministry of Ruritania", "Freedonia's embassy"."""
        document = self.document
        for index in self.free_places(self.words.authorities):
            lower = document.lower[index]
            if document.tags[index] not in _NOUNS:
                continue
            first, last = self._body_start(index), self._body_end(index)
            if lower in self.words.state_nouns and last == index + 1:
                continue
            named = [hit for hit in document.parties_in(first, last) if parties()[hit.code].kind != "organization"]
            if named and self.free(first, last):
                before = [hit for hit in named if hit.last <= index]
                self.add(Mention(first, last, MentionKind.BODY, party=(before or named[::-1])[0].code, head=lower))

    def _body_end(self, noun: int) -> int:
        """Return where the name of a body ends: "ministry [of Foreign Affairs of Chile]"."""
        last = noun + 1
        while (end := self._complement(last, self.document.lower[noun])) is not None:
            last = end
        return last

    def _complement(self, index: int, body: str) -> int | None:
        """Return where "of [the] Foreign Affairs and Trade", "in Strelsau" behind a body ends; None where there is none."""
        document = self.document
        leads = ("of", "in", "to") if body in ("embassy", "mission") else ("of",)
        if index >= len(document) or document.lower[index] not in leads:
            return None
        start = last = index + 2 if document.lower[index + 1 : index + 2] == ("the",) else index + 1
        while last < len(document) and document.tags[last] is Tag.NAME and last not in self.taken:
            joined = document.lower[last + 1 : last + 2] in (("and",), ("&",)) and document.tags[last + 2 : last + 3] == (Tag.NAME,)
            last += 2 if joined and document.lower[last + 2] not in self.words.authorities else 1
        return last if last > start else None

    def _body_start(self, noun: int) -> int:
        """Return where the name of a body begins: "[Freedonian] customs"."""
        document, first = self.document, noun
        while first and first - 1 not in self.taken and (document.tags[first - 1] in _IN_BODY or self._hyphen(first - 1)):
            first -= 1
        return first

    def _hyphen(self, index: int) -> bool:
        """Tell whether a token joins two words to one: "press-service"."""
        return self.document.words[index] == "-" and self.document.glued(index) and self.document.glued(index + 1)

    def plain_parties(self) -> None:
        """Names of parties by themselves, and seats of power where they act."""
        document = self.document
        for hit in document.parties:
            plural = hit.kind == "demonym" and document.words[hit.last - 1].endswith("ns")
            if not self.free(hit.first, hit.last) or (hit.kind == "demonym" and not plural):
                continue
            after = document.words[hit.last] if hit.last < len(document) else ""
            before = document.words[hit.first - 1] if hit.first else ""
            dyad = (after in ("-", "–") and document.glued(hit.last)) or (before in ("-", "–") and document.glued(hit.first))
            if dyad or after in ("'s", "'"):
                continue
            if hit.kind == "seat" and (
                before.lower() in _PLACE_PREPOSITIONS or document.tags[hit.last : hit.last + 1] in ((Tag.NAME,), (Tag.NOUN,))
            ):
                continue
            if document.tags[hit.last : hit.last + 1] == (Tag.NOUN,) and before.lower() != ",":
                continue
            first = hit.first - 1 if before.lower() == "the" else hit.first
            self.add(Mention(first, hit.last, MentionKind.PARTY, party=hit.code, head=hit.kind))

    def pronouns(self) -> None:
        """Read "he", "she", "we", "it", "I", and "His Majesty" by itself."""
        for index in self.free_places(_PRONOUNS | STYLES.keys()):
            lower = self.document.lower[index]
            if lower in STYLES:
                if self.document.words[max(0, index - 1)] in ("His", "Her") and self.document.tags[index + 1 : index + 2] in _ACTS:
                    self.add(Mention(index - 1, index + 1, MentionKind.ROLE, head=lower))
                continue
            if lower in ("he", "she"):
                self.add(Mention(index, index + 1, MentionKind.PRONOUN, head=lower))
            elif lower != "i" or self.document.words[index] == "I":
                self.add(Mention(index, index + 1, MentionKind.OWN, head=lower))

    def bodies(self) -> None:
        """Other nouns whose bearers can speak: "the ministry", "Freedonian customs", "officials"."""
        document = self.document
        for index in self.free_places(self.words.speakers):
            served = document.lower[index] == "service" and document.lower[max(0, index - 1)] not in _PRESS
            if not served and (document.tags[index] in _NOUNS or document.tags[index] is Tag.VBZ):
                first, lower = self._body_start(index), document.lower[index]
                last = self._body_end(index) if lower in self.words.authorities else index + 1
                if document.lower[first] == "'s" and lower in _OWNED:
                    self._owned(first, index)
                elif self.free(first, last):
                    self.add(Mention(first, last, MentionKind.BODY, head=lower))

    def _owned(self, ending: int, noun: int) -> None:
        """Take in whose a body is that stands alone behind a possessive ending: "[the President]'s Office"."""
        owner = next((mention for mention in self.found if mention.last == ending), None)
        if owner is not None:
            self.found.remove(owner)
            self.add(Mention(owner.first, noun + 1, MentionKind.BODY, party=owner.party, head=self.document.lower[noun]))


def extract_mentions(document: AnnotatedDocument, findings: Findings) -> Iterator[Mention]:
    """Yield every mention in text order; none overlaps another."""
    reader = _Reader(document, findings.of(Naming))
    reader.people_nouns()
    reader.heads()
    reader.roles_alone()
    reader.groups()
    reader.authorities()
    reader.sides()
    reader.plain_parties()
    reader.pronouns()
    reader.bodies()
    yield from sorted(reader.found, key=lambda mention: mention.first)
