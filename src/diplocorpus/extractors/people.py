"""People by name and title: "Kazakh Prime Minister Olzhas Bektenov", "Zhou Pingjian, Chinese Ambassador to Kenya"."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from diplocorpus.extractors.findings import Findings, Naming, Person
from diplocorpus.extractors.meeting_findings import Headline
from diplocorpus.models.events import Level
from diplocorpus.models.offices import OfficeHolder
from diplocorpus.patterns.words import words
from diplocorpus.text.annotated import AnnotatedDocument, Hit
from diplocorpus.text.tagging import FINITE, Tag
from diplocorpus.text.titles import HONORIFICS, TitleReader

_SAYS = frozenset("said says say told added noted stressed wrote argued explained".split())
_SEVERAL = frozenset("presidents ministers premiers secretaries advisors advisers ambassadors leaders representatives chancellors".split())
_DESCRIPTIONS = frozenset("expert diplomat scholar official analyst envoy politician professor researcher".split())


@attrs.define(eq=False)
class _Draft:
    """A person while the document is being read; merged as fuller names and titles turn up."""

    name: str
    role: str | None = None
    party: str | None = None
    level: Level | None = None
    former: bool = False
    office: str | None = None
    places: list[tuple[int, int]] = attrs.field(factory=list)

    @property
    def parts(self) -> list[str]:
        return [part for part in self.name.replace(",", "").split() if part not in ("Jr.", "Sr.")]


class _Reader(TitleReader):
    """Reads the people of one document."""

    def __init__(self, document: AnnotatedDocument) -> None:
        super().__init__(document)
        self.drafts: list[_Draft] = []
        self.mentions: list[tuple[int, int, _Draft]] = []
        self.taken: set[int] = set()
        self.home: set[str] = set()
        self.stated: set[str] = set()

    def foretell(self, headline: Headline) -> None:
        """Know the people of a title that is not in the text, so that "Mr Ott" is found to be Prime Minister Paul Ott."""
        for person in headline.people:
            self.drafts.append(_Draft(person.name, person.role, person.party, person.level, person.former, person.office))

    def register(
        self,
        name: str,
        place: tuple[int, int],
        role: str | None,
        party: str | None,
        level: Level | None,
        former: bool,
        office: str | None = None,
    ) -> None:
        """Add a naming of a person, to a known one where the names fit."""
        draft = self.lookup(name, party)
        if draft is None:
            draft = _Draft(name)
            self.drafts.append(draft)
        if len(name.split()) > len(draft.name.split()):
            draft.name = name
        if role and (draft.role is None or (draft.level is None and level)):
            draft.role, draft.level, draft.office = role, level, office
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
        own = {part.casefold() for part in parts}
        fitting = []
        for draft in reversed(self.drafts):
            theirs = {part.casefold() for part in draft.parts}
            if own <= theirs or theirs <= own:
                fitting.append(draft)
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
            at = self.past_honorifics(end)
            if (
                at < len(document)
                and document.words[at] == ","
                and end < document.sentence_of(hit.first).last
                and self.name_end(at + 1) - at > 2
            ):
                at += 1
            stop = self.name_end(at)
            near = self.past_honorifics(hit.last)
            direct = self.name_end(near)
            if stop == at and direct > near:
                at, stop, end, inner = near, direct, hit.last, None
            if stop == at or self._two_people(hit, end, document.text(at, stop)):
                continue
            outer = None
            if stop + 1 < len(document) and document.lower[stop] == "of":
                skip = stop + 2 if document.lower[stop + 1] == "the" else stop + 1
                outer = self.party_at.get(skip)
            role = self.role_text(hit, end)
            code = party or (outer.code if outer else None) or inner or hit.pattern.party
            if code is not None and code == hit.pattern.party:
                self.home.add(code)
            last = outer.last if outer else stop
            office, level = hit.pattern.id, Level(hit.pattern.label)
            behind = self.roles.get(last + 1) if document.words[last : last + 1] == (",",) else None
            if behind is not None and Level(behind.pattern.label) > level:
                # "Sheikh Jan Ott, Emir of Freedonia": what follows says the office.
                last, of = self.title_end(behind)
                role, code, office, level = self.role_text(behind, last), code or of, behind.pattern.id, Level(behind.pattern.label)
            self.register(document.text(at, stop), (start, last), role, code, level, former, office)
            if role.endswith("s") and document.lower[last : last + 1] == ("and",):
                # "Foreign Ministers Lowe and Ott": a title in the plural goes on to the next name.
                second = self.name_end(last + 1)
                if second > last + 1:
                    self.register(
                        document.text(last + 1, second), (last + 1, second), role, code, Level(hit.pattern.label), former, hit.pattern.id
                    )

    def _two_people(self, hit: Hit, end: int, name: str) -> bool:
        """Tell whether a title and the next one are two people's: "the Secretary and President Ott", Ott being known."""
        second = hit.last + 1
        joined = self.document.lower[hit.last : second] == ("and",) and second < end and second in self.roles
        known = self.lookup(name) if joined else None
        return known is not None and (len(name.split()) == 1 or known.office == self.roles[second].pattern.id)

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

    def owned(self) -> None:
        """Take for the home side whose commitment or support a readout reaffirms: "reaffirmed the United States' commitment"."""
        if self.home:
            return
        for hit in self.document.hits.get("speech_noun", ()):
            if hit.pattern.label in ("utter", "none"):
                continue
            owners = [i for i in range(max(0, hit.first - 5), hit.first) if i in self.party_at]
            verb = any(h.pattern.label == "utter" for h in self.document.hits_in("speech_noun", max(0, hit.first - 8), hit.first))
            if owners and verb and self.party_at[owners[0]].kind != "seat":
                self.home.add(self.party_at[owners[0]].code)

    def at_home(self) -> None:
        """Give people with a bare title the party of the home side, where there is one."""
        for draft in self.drafts:
            if draft.party is None and draft.role and draft.places:
                home = self.home - self._beside(draft) if len(self.home) > 1 else self.home
                if len(home) == 1 and (len(self.home) == 1 or self._beside(draft)):
                    draft.party = next(iter(home))

    def _beside(self, draft: _Draft) -> set[str]:
        """Return the parties of those named in the sentence that first names somebody: the other side."""
        sentence = self.document.sentence_of(draft.places[0][0])
        return {
            other.party
            for first, _, other in self.mentions
            if other.party and other is not draft and sentence.first <= first < sentence.last
        }

    def _terms(self, draft: _Draft) -> tuple[OfficeHolder, ...]:
        """Return the terms of office of a person, those that cover the day of the news where any does."""
        rows = self.document.packs.officeholders.terms(draft.name)
        if len(draft.name.split()) == 1:
            rows = tuple(row for row in rows if draft.role is None or row.role.lower() == draft.role.lower())
            if len({row.name for row in rows}) != 1:
                return ()
        day = self.document.document.date
        return tuple(row for row in rows if day is None or row.holds_on(day)) or rows

    def described(self) -> None:
        """Learn a party from what follows a name: "Sun noted ... The Chinese expert added", "Lowe said Ruritania is ready"."""
        document = self.document
        acting = {
            first
            for first, last, _ in self.mentions
            if last < len(document) and (document.tags[last] in FINITE or document.words[last] == ",")
        }
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
        offers = any(
            hit.pattern.label == "ready" and index <= hit.first <= index + 3 for hit in self.document.hits_in("strength", index, index + 8)
        )
        owns = self.document.lower[index : index + 1] in (("'s",), ("'",)) and any(
            hit.pattern.label in ("ready", "affirmed", "pledged") and hit.first <= index + 3
            for hit in self.document.hits_in("speech_noun", index, index + 6)
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
            while (
                first > 0
                and (self.is_name_part(first - 1) or (document.words[first - 1] == "-" and document.glued(first - 1)))
                and first - 1 not in self.taken
            ):
                first -= 1
            if start - 1 - first < 2 or first < document.sentence_of(hit.first).first:
                continue
            end, inner = self.title_end(hit)
            role = self.role_text(hit, end)
            own = party or (inner if document.lower[hit.last : hit.last + 1] != ("to",) else None)
            self.register(
                document.text(first, start - 1),
                (self.before_honorifics(first), end),
                role,
                own,
                Level(hit.pattern.label),
                former,
                hit.pattern.id,
            )

    def bare(self) -> None:
        """Read full names without a title where a verb, a comma or `with` shows that a person is meant; table names always."""
        document = self.document
        index = 0
        while index < len(document):
            if (
                index in self.taken
                or not self.is_name_part(index)
                or (index and self.is_name_part(index - 1) and index - 1 not in self.taken)
            ):
                index += 1
                continue
            end = self.name_end(index)
            name = document.text(index, end)
            count = len(name.split())
            if count >= 2 and all(i not in self.taken for i in range(index, end)):
                holders = self.document.packs.officeholders.named(name)
                tag = document.tags[end] if end < len(document) else None
                before = document.lower[index - 1] if index else ""
                titled = before in HONORIFICS
                opens = titled or before in ("", ",", "and", ".", '"', "but") or index == document.sentence_of(index).first
                acts = titled or (tag in FINITE and opens) or self._apposed_actor(end) or (before in _SAYS and tag in (Tag.PUNCT, None))
                if holders or (acts and document.words[index].lower() not in words().adjectives and end - index <= 4):
                    self.register(name, (self.before_honorifics(index), end), None, holders[0].party if holders else None, None, False)
            index = max(end, index + 1)

    def _apposed_actor(self, end: int) -> bool:
        """Tell whether a description in commas or brackets and then a verb follow a name: "Jan Ott, a friend of hers, said"."""
        document = self.document
        stop = document.sentence_of(end - 1).last
        if end >= stop or document.words[end] not in (",", "("):
            return False
        closing = ")" if document.words[end] == "(" else ","
        for index in range(end + 1, min(stop - 1, end + 30)):
            if document.words[index] == closing and document.lower[index + 1] in _SAYS:
                return True
        return False

    def short(self) -> None:
        """Read later short forms of known people: "Xi", "Mr Putin", "Minister Liu"."""
        document = self.document
        aliases = {alias for draft in self.drafts for part in (draft.parts[-1], draft.parts[0]) for alias in (part, part.capitalize())}
        index = 0
        while index < len(document):
            hyphenated = index + 1 < len(document) and document.words[index + 1] == "-" and document.glued(index + 1)
            if index not in self.taken and document.words[index][0].isupper() and (self.is_name_part(index)):
                end = self.name_end(index) if hyphenated else index + 1
                name = document.text(index, end)
                if name in aliases and not (index and self.is_name_part(index - 1) and index - 1 not in self.taken):
                    draft = self.lookup(name)
                    if draft is not None:
                        first = index - 1 if index and document.lower[index - 1] in HONORIFICS else index
                        self.mentions.append((first, end, draft))
                        self.taken.update(range(first, end))
                        index = end
                        continue
                elif index and document.lower[index - 1] in HONORIFICS:
                    end = self.name_end(index)
                    self.register(document.text(index, end), (index - 1, end), None, None, None, False)
                    index = end
                    continue
            index += 1

    def unnamed(self) -> None:
        """Take an office for its holder where the text never names one: "The Prime Minister spoke to ...".

        Only offices that open a sentence and act count, written with a capital.
        """
        document = self.document
        held = {draft.office for draft in self.drafts}
        for hit in self.roles.values():
            first = document.sentence_of(hit.first).first
            opens = hit.first == first or (hit.first == first + 1 and document.lower[first] == "the")
            acts = hit.last < len(document) and document.tags[hit.last] in (FINITE | {Tag.ADV})
            levels = {draft.level for draft in self.drafts}
            high = Level(hit.pattern.label) >= Level.VICE_MINISTER
            plural = document.lower[hit.last - 1] in _SEVERAL
            if not (opens and acts and high) or plural or hit.first in self.taken or not document.words[hit.last - 1][0].isupper():
                continue
            role = document.text(hit.first, hit.last)
            holder = any(draft.role and draft.role.lower().startswith(role.lower()) for draft in self.drafts)
            if holder or hit.pattern.id in held or Level(hit.pattern.label) in levels:
                continue
            self.register(role, (first, hit.last), role, hit.pattern.party, Level(hit.pattern.label), False, hit.pattern.id)
            held.add(hit.pattern.id)

    def complete(self) -> dict[int, Person]:
        """Freeze the people, completed from the table of office-holders where the text says nothing."""
        people: dict[int, Person] = {}
        for draft in self.drafts:
            fitting = self._terms(draft)
            own = [holder for holder in fitting if holder.party == draft.party]
            if own and draft.level is None:
                draft.level = max(holder.level for holder in own)
            people[id(draft)] = Person(draft.name, draft.role, draft.party, draft.level, draft.former, draft.office)
        return people


def extract_people(document: AnnotatedDocument, findings: Findings) -> Iterator[Naming]:
    """Yield a naming for each place where a person is named, name variants joined to one person."""
    reader = _Reader(document)
    for headline in findings.of(Headline):
        reader.foretell(headline)
    reader.titled()
    reader.apposed()
    reader.counterparts()
    reader.bare()
    reader.short()
    reader.unnamed()
    reader.known()
    reader.described()
    reader.owned()
    reader.at_home()
    people = reader.complete()
    for first, last, draft in sorted(reader.mentions, key=lambda item: item[0]):
        yield Naming(first, last, people[id(draft)])
