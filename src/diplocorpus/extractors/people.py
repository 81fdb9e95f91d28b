"""People by name and title: "Kazakh Prime Minister Olzhas Bektenov", "Zhou Pingjian, Chinese Ambassador to Kenya"."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache

import attrs

from diplocorpus.extractors.findings import Findings, Naming, Person
from diplocorpus.models.events import Level
from diplocorpus.patterns.loading import data_file
from diplocorpus.patterns.words import words
from diplocorpus.text.annotated import AnnotatedDocument, Hit, PartyHit
from diplocorpus.text.tagging import FINITE, Tag

_PARTICLES = frozenset("al bin ibn von van de da di del der el ul la le dos san abu ben o".split())
_HONORIFICS = frozenset("mr mr. ms ms. mrs mrs. dr dr. h.e. h.e shri smt prof. sir dame lord lady comrade".split())
_TENURE = frozenset("former ex late then outgoing".split())
_ATTRIBUTES = frozenset("visiting new newly current incumbent acting interim then former outgoing late".split())
_LINKS = frozenset("of for to under on at in and the & , 's '".split())
_DESCRIPTIONS = frozenset("expert diplomat scholar official analyst envoy politician professor researcher".split())
_MAX_NAME = 6


@attrs.define(eq=False)
class _Draft:
    """A person while the document is being read; merged as fuller names and titles turn up."""

    name: str
    role: str | None = None
    party: str | None = None
    level: Level | None = None
    former: bool = False
    known: bool = False
    places: list[tuple[int, int]] = attrs.field(factory=list)

    @property
    def parts(self) -> list[str]:
        return [part for part in self.name.replace(",", "").split() if part not in ("Jr.", "Sr.")]


@attrs.frozen
class OfficeHolder:
    """A row of the table of office-holders."""

    name: str
    party: str
    role: str
    level: Level
    since: str
    until: str


@cache
def office_holders() -> dict[str, tuple[OfficeHolder, ...]]:
    """Return the table by full name and by alias."""
    table: dict[str, list[OfficeHolder]] = {}
    with data_file("officeholders.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            holder = OfficeHolder(row["name"], row["party"], row["role"], Level(row["level"]), row["since"], row["until"])
            for name in (row["name"], *filter(None, row["aliases"].split("|"))):
                table.setdefault(name, []).append(holder)
    return {name: tuple(holders) for name, holders in table.items()}


class _Reader:
    """Reads names and titles of one document."""

    def __init__(self, document: AnnotatedDocument) -> None:
        self.document = document
        self.roles: dict[int, Hit] = {hit.first: hit for hit in document.hits.get("level", ())}
        self.role_at: dict[int, Hit] = {i: hit for hit in self.roles.values() for i in range(hit.first, hit.last)}
        self.party_at: dict[int, PartyHit] = {i: hit for hit in document.parties for i in range(hit.first, hit.last)}
        self.framework_at = {i for hit in document.hits.get("framework", ()) for i in range(hit.first, hit.last) if hit.pattern.label != "UN"}
        self.drafts: list[_Draft] = []
        self.mentions: list[tuple[int, int, _Draft]] = []
        self.taken: set[int] = set()
        self.home: set[str] = set()
        self.stated: set[str] = set()

    # Names -----------------------------------------------------------------------------------------------------------

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
        if word in lists.institutional or word in lists.months or word in lists.weekdays or document.lower[index] in _HONORIFICS:
            return False
        if word.isupper() and len(word) > 1 and "." not in word:
            return False
        return document.tags[index] is Tag.NAME or (document.lower[index] not in lists.determiners | lists.prepositions | lists.pronouns | lists.subordinators)

    def name_end(self, first: int) -> int:
        """Return where the name that begins at a token ends; `first` itself where none does."""
        document, index = self.document, first
        while index < len(document) and index - first < _MAX_NAME + 4:
            if self.is_name_part(index):
                index += 1
            elif document.words[index] == "-" and index > first and document.glued(index) and document.glued(index + 1 if index + 1 < len(document) else index):
                index += 2
                while index < len(document) and document.words[index] == "-" and document.glued(index):
                    index += 2
            elif index > first and document.lower[index] in _PARTICLES and self.is_name_part(index + 1):
                index += 1
            elif index > first and document.words[index] == "," and index + 1 < len(document) and document.words[index + 1] in ("Jr.", "Sr."):
                index += 2
            else:
                break
        index = min(index, len(document))
        return min(index, document.sentence_of(first).last)

    # Titles ----------------------------------------------------------------------------------------------------------

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
            elif lower in ("'s", "'") and before - 1 in self.party_at:
                index = before
            elif lower == "-" and before - 1 in self.party_at:
                index = before
            elif lower in ("first", "second") and document.words[before][0].isupper():
                index = before
            elif document.words[before].isupper() and len(lower) > 2 and lower.isalpha() and not self.is_name_part(before) and before not in self.role_at:
                index = before
            elif lower in ("the", "The"):
                index = before
                break
            else:
                break
        return index, party, former

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
                if not opens or (lower == "," and following not in words().institutional and index + 1 not in self.role_at and not self._body_follows(index + 1, stop)):
                    break
                if lower == "," and self._body_follows(index + 1, stop):
                    index = end = self._body_follows(index + 1, stop)
                    party = party or next((self.party_at[i].code for i in range(hit.last, end) if i in self.party_at), None)
                    continue
                if lower in ("'s", "'"):
                    break
                if lower == "," and party is not None:
                    break
                index += 1
            elif word[0].isupper() and index > hit.last and document.words[index + 1 : index + 2] and document.words[index + 1] in words().institutional and index not in self.role_at:
                index += 2
                end = index
            elif word in words().institutional or (index in self.role_at and word[0].isupper()) or (word.isupper() and len(word) > 1 and word[0].isalpha()):
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

    def _body_follows(self, index: int, stop: int) -> int:
        """Return where the name of a body ends that begins at a token ("All China Journalists Association"), 0 for none."""
        document, last = self.document, index
        while last < stop and document.words[last][0].isupper() and last not in self.role_at:
            last += 1
        return last if last - index > 1 and document.words[last - 1] in words().institutional else 0

    # People ----------------------------------------------------------------------------------------------------------

    def register(self, name: str, place: tuple[int, int], role: str | None, party: str | None, level: Level | None, former: bool) -> None:
        """Add a naming of a person, to a known one where the names fit."""
        draft = self.lookup(name, party)
        if draft is None:
            draft = _Draft(name)
            self.drafts.append(draft)
        if len(name.split()) > len(draft.name.split()):
            draft.name = name
        if role and (draft.role is None or (draft.level is None and level)):
            draft.role, draft.level = role, level
        draft.party = draft.party or party
        if party:
            self.stated.add(party)
        draft.former = draft.former or former
        draft.places.append(place)
        self.mentions.append((*place, draft))
        self.taken.update(range(*place))

    def lookup(self, name: str, party: str | None = None) -> _Draft | None:
        """Return the known person that a name fits: same last part, or a name that the other contains."""
        parts = [part for part in name.replace(",", "").split() if part not in ("Jr.", "Sr.")]
        fitting = [
            draft
            for draft in reversed(self.drafts)
            if set(parts) <= set(draft.parts) or set(draft.parts) <= set(parts)
        ]
        same = [draft for draft in fitting if party is None or draft.party in (None, party)]
        return same[0] if same else None

    def titled(self) -> None:
        """Read names that carry a title in front: "President of Ukraine Volodymyr Zelenskyy"."""
        document = self.document
        for hit in sorted(self.roles.values(), key=lambda hit: hit.first):
            if hit.first in self.taken:
                continue
            start, party, former = self.title_start(hit)
            end, inner = self.title_end(hit)
            at = end
            if at < len(document) and document.words[at] == "," and end < document.sentence_of(hit.first).last and self.name_end(at + 1) - at > 2:
                at += 1
            stop = self.name_end(at)
            direct = self.name_end(hit.last)
            if stop == at and direct > hit.last:
                at, stop, end, inner = hit.last, direct, hit.last, None
            if stop == at:
                continue
            outer = None
            if stop + 1 < len(document) and document.lower[stop] == "of":
                skip = stop + 2 if document.lower[stop + 1] == "the" else stop + 1
                outer = self.party_at.get(skip)
            role = self.role_text(hit, end)
            code = party or (outer.code if outer else None) or inner
            last = outer.last if outer else stop
            self.register(document.text(at, stop), (start, last), role, code, Level(hit.pattern.label), former)
            if role.endswith("s") and document.lower[last : last + 1] == ("and",):
                # "Foreign Ministers Lowe and Ott": a title in the plural goes on to the next name.
                second = self.name_end(last + 1)
                if second > last + 1:
                    self.register(document.text(last + 1, second), (last + 1, second), role, code, Level(hit.pattern.label), former)

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

    def counterparts(self) -> None:
        """Read `his Kazakh counterpart Olzhas Bektenov`: the office is that of the person named before."""
        document = self.document
        for index, lower in enumerate(document.lower):
            if lower != "counterpart" or index < 2 or index - 1 not in self.party_at:
                continue
            start = self.party_at[index - 1].first
            at = index + 2 if document.lower[index + 1 : index + 2] == (",",) else index + 1
            end = self.name_end(at)
            earlier = [draft for first, _, draft in self.mentions if first < index and draft.role]
            if end > at and document.lower[start - 1] in ("his", "her"):
                role, level = (earlier[-1].role, earlier[-1].level) if earlier else (None, None)
                self.register(document.text(at, end), (start - 1, end), role, self.party_at[start].code, level, False)

    def known(self) -> None:
        """Take the party of office-holders from the table, and that of the home side for titles without a country.

        A readout does not say whose minister its own minister is: where all known people with a bare title are of one
        state, the others with a bare title are too.
        """
        for draft in self.drafts:
            fitting = self._terms(draft)
            if fitting and draft.party is None:
                draft.party = fitting[0].party
                if draft.role:
                    self.home.add(draft.party)

    def at_home(self) -> None:
        """Give people with a bare title the party of the home side, where there is one."""
        for draft in self.drafts:
            if draft.party is None and draft.role:
                home = self.home - self._beside(draft) if len(self.home) > 1 else self.home
                if len(home) == 1 and (len(self.home) == 1 or self._beside(draft)):
                    draft.party = next(iter(home))

    def _beside(self, draft: _Draft) -> set[str]:
        """Return the parties of those named in the sentence that first names somebody: the other side."""
        sentence = self.document.sentence_of(draft.places[0][0])
        return {other.party for first, _, other in self.mentions if other.party and other is not draft and sentence.first <= first < sentence.last}

    def _terms(self, draft: _Draft) -> list[OfficeHolder]:
        holders = office_holders().get(draft.name, ())
        if not holders and len(draft.name.split()) == 1:
            holders = tuple(h for h in _surnames().get(draft.name, ()) if draft.role is None or h.role.lower() == draft.role.lower())
            if len({h.name for h in holders}) != 1:
                return []
        day = self.document.document.date or ""
        return [holder for holder in holders if _serves(holder, day)] or list(holders)

    def described(self) -> None:
        """Learn a party from what follows a name: "Sun noted ... The Chinese expert added", "Lowe said Ruritania is ready"."""
        document = self.document
        acting = {first for first, last, _ in self.mentions if last < len(document) and (document.tags[last] in FINITE or document.words[last] == ",")}
        places = sorted((first, last, draft) for first, last, draft in self.mentions)
        for position, (first, last, draft) in enumerate(places):
            if draft.party is not None:
                continue
            stop = next((other for other, _, new in places[position + 1 :] if new is not draft and other in acting), len(document))
            for index in range(first, min(stop, first + 160)):
                following = document.lower[index + 1] if index + 1 < len(document) else ""
                hit = self.party_at.get(index)
                if hit is None:
                    continue
                if hit.kind == "demonym" and document.lower[index - 1] == "the" and following in _DESCRIPTIONS:
                    draft.party = hit.code
                    break
                if index - last <= 2 and hit.kind == "name" and self._offers(hit.last):
                    draft.party = hit.code
                    break

    def _offers(self, index: int) -> bool:
        """Tell whether a readiness follows: what a speaker offers, the speaker's own side offers."""
        offers = any(hit.pattern.label == "ready" and index <= hit.first <= index + 3 for hit in self.document.hits_in("strength", index, index + 8))
        owns = self.document.lower[index : index + 1] in (("'s",), ("'",)) and any(
            hit.pattern.label in ("ready", "affirmed", "pledged") and hit.first <= index + 3 for hit in self.document.hits_in("speech_noun", index, index + 6)
        )
        return offers or owns

    def apposed(self) -> None:
        """Read names followed by a title: "Zhou Pingjian, Chinese Ambassador to Kenya"."""
        document = self.document
        for hit in sorted(self.roles.values(), key=lambda hit: hit.first):
            start, party, former = self.title_start(hit)
            if hit.first in self.taken or start < 2 or document.words[start - 1] != ",":
                continue
            first = start - 1
            while first > 0 and (self.is_name_part(first - 1) or (document.words[first - 1] == "-" and document.glued(first - 1))) and first - 1 not in self.taken:
                first -= 1
            if start - 1 - first < 2 or first < document.sentence_of(hit.first).first:
                continue
            end, inner = self.title_end(hit)
            role = self.role_text(hit, end)
            own = party or (inner if document.lower[hit.last : hit.last + 1] != ("to",) else None)
            self.register(document.text(first, start - 1), (first, end), role, own, Level(hit.pattern.label), former)

    def bare(self) -> None:
        """Read full names without a title where a verb, a comma or `with` shows that a person is meant; table names always."""
        document = self.document
        index = 0
        while index < len(document):
            if index in self.taken or not self.is_name_part(index) or (index and self.is_name_part(index - 1) and index - 1 not in self.taken):
                index += 1
                continue
            end = self.name_end(index)
            name = document.text(index, end)
            count = len(name.split())
            if count >= 2 and all(i not in self.taken for i in range(index, end)):
                holders = office_holders().get(name)
                tag = document.tags[end] if end < len(document) else None
                before = document.lower[index - 1] if index else ""
                acts = tag in FINITE and (before in ("", ",", "and", ".", '"', "said", "added") or index == document.sentence_of(index).first)
                if holders or (acts and document.words[index].lower() not in words().adjectives and end - index <= 4):
                    self.register(name, (index, end), None, holders[0].party if holders else None, None, False)
            index = max(end, index + 1)

    def short(self) -> None:
        """Read later short forms of known people: "Xi", "Mr Putin", "Minister Liu"."""
        document = self.document
        aliases = {part for draft in self.drafts for part in (draft.parts[-1], draft.parts[0])}
        index = 0
        while index < len(document):
            hyphenated = index + 1 < len(document) and document.words[index + 1] == "-" and document.glued(index + 1)
            if index not in self.taken and document.words[index][0].isupper() and (self.is_name_part(index)):
                end = self.name_end(index) if hyphenated else index + 1
                name = document.text(index, end)
                if name in aliases and not (index and self.is_name_part(index - 1) and index - 1 not in self.taken):
                    draft = self.lookup(name)
                    if draft is not None:
                        first = index - 1 if index and document.lower[index - 1] in _HONORIFICS else index
                        self.mentions.append((first, end, draft))
                        self.taken.update(range(first, end))
                        index = end
                        continue
                elif index and document.lower[index - 1] in _HONORIFICS:
                    end = self.name_end(index)
                    self.register(document.text(index, end), (index - 1, end), None, None, None, False)
                    index = end
                    continue
            index += 1

    def complete(self) -> dict[int, Person]:
        """Freeze the people, completed from the table of office-holders where the text says nothing."""
        people: dict[int, Person] = {}
        for draft in self.drafts:
            fitting = self._terms(draft)
            own = [holder for holder in fitting if holder.party == draft.party]
            if own and draft.level is None:
                draft.level = max(holder.level for holder in own)
            people[id(draft)] = Person(draft.name, draft.role, draft.party, draft.level, draft.former, bool(fitting))
        return people


@cache
def _surnames() -> dict[str, tuple[OfficeHolder, ...]]:
    """Return the table by last and first part of the names."""
    table: dict[str, list[OfficeHolder]] = {}
    for name, holders in office_holders().items():
        for part in {name.split()[-1], name.split()[0]}:
            table.setdefault(part, []).extend(holder for holder in holders if holder.name == name)
    return {part: tuple(holders) for part, holders in table.items()}


def _serves(holder: OfficeHolder, day: str) -> bool:
    if not day or day.startswith("--"):
        return True
    return holder.since <= day and (not holder.until or day <= holder.until + "~")


def extract_people(document: AnnotatedDocument, findings: Findings) -> Iterator[Naming]:
    """Yield a naming for each place where a person is named, name variants joined to one person."""
    reader = _Reader(document)
    reader.titled()
    reader.apposed()
    reader.counterparts()
    reader.bare()
    reader.short()
    reader.known()
    reader.described()
    reader.at_home()
    people = reader.complete()
    for first, last, draft in sorted(reader.mentions, key=lambda item: item[0]):
        yield Naming(first, last, people[id(draft)])
