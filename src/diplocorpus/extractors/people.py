"""Whose side the people of a document are on, and what the table of office-holders adds to what the text says of them."""

from __future__ import annotations

from collections.abc import Iterator

from diplocorpus.extractors.findings import Findings, HomeSide, Listed, Naming, Person
from diplocorpus.models.events import Completed
from diplocorpus.models.offices import OfficeHolder
from diplocorpus.text.acquaintances import Sketch, Sketched
from diplocorpus.text.annotated import AnnotatedDocument, PartyHit, Sentence
from diplocorpus.text.tagging import FINITE, Tag

_DESCRIPTIONS = frozenset("expert diplomat scholar official analyst envoy politician professor researcher".split())
_OPENERS = frozenset({"in", "while", "during", "visiting"})
_COMPANY = frozenset({"along", "together", "accompanied"})
_JOINTS = frozenset({",", "and", "&", "as", "well", ";"})
_INCLUDING = 14
"""Tokens that may stand in a list before the `including` that goes on with it."""

_CLOSES = frozenset({",", ".", ";"})
_DESCRIPTION = 20
"""Tokens that may describe somebody behind a name."""

_PLACE_REACH = 8
"""Tokens from the start of a sentence within which the place stands that it is set in: "During his visit to Kenya"."""


class _Reader:
    """Finds the party of each person of one document."""

    def __init__(self, document: AnnotatedDocument, findings: Findings) -> None:
        self.document = document
        self.namings = findings.of(Sketched)
        self.sketches = tuple(dict.fromkeys(naming.sketch for naming in self.namings))
        self.named = {i for naming in self.namings for i in range(naming.first, naming.last)}
        self.firsts = {naming.sketch: naming.first for naming in reversed(self.namings)}
        self.party_at: dict[int, PartyHit] = {i: hit for hit in document.parties for i in range(hit.first, hit.last)}
        self.party: dict[Sketch, str | None] = {sketch: sketch.party for sketch in self.sketches}
        terms = {listed.sketch: listed.terms for listed in findings.of(Listed)}
        self.terms: dict[Sketch, tuple[OfficeHolder, ...]] = {sketch: terms.get(sketch, ()) for sketch in self.sketches}
        home = next(iter(findings.of(HomeSide)), None)
        self.home = None if home is None or home.agency else home.party
        self.agency = home.party if home is not None and home.agency else None

    def known(self) -> None:
        """Take the party of office-holders from the table."""
        for sketch in self.sketches:
            terms = self.terms[sketch]
            if terms and self.party[sketch] is None:
                self.party[sketch] = terms[0].party

    def described(self) -> None:
        """Learn a party from what follows a name: "Sun noted ... The Chinese expert added", "Lowe said Ruritania is ready"."""
        document = self.document
        acting = {
            naming.first
            for naming in self.namings
            if naming.last < len(document) and (document.tags[naming.last] in FINITE or document.words[naming.last] == ",")
        }
        for position, naming in enumerate(self.namings):
            if self.party[naming.sketch] is not None:
                continue
            others = (n.first for n in self.namings[position + 1 :] if n.sketch is not naming.sketch and n.first in acting)
            stop = min(next(others, len(document)), naming.first + 160)
            for index in range(naming.first, stop):
                hit = self.party_at.get(index)
                if hit is not None and self._describes(hit, index, naming):
                    self.party[naming.sketch] = hit.code
                    break

    def _describes(self, hit: PartyHit, index: int, naming: Sketched) -> bool:
        """Tell whether a naming of a party says whose somebody is: "the Chinese expert", "Ruritania is ready"."""
        document = self.document
        following = document.lower_at(index + 1) if index + 1 < len(document) else ""
        if hit.kind == "demonym" and document.lower[index - 1] == "the" and following in _DESCRIPTIONS:
            return True
        return index - naming.last <= 2 and hit.kind == "name" and self._offers(hit.last)

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

    def abroad(self) -> None:
        """Give people with a bare title the party of the state that their sentence is set in: "In Gabon, Lowe met with President Ott"."""
        for sketch in self.sketches:
            sentence = self.document.sentence_of(self.firsts[sketch])
            place = self._set_in(sentence)
            met = any(self.document.tags[i] in FINITE for i in range(sentence.first, self.firsts[sketch]))
            if place is not None and self.party[sketch] is None and sketch.role and met and place != self.home:
                self.party[sketch] = place

    def _set_in(self, sentence: Sentence) -> str | None:
        document = self.document
        if document.lower[sentence.first] not in _OPENERS:
            return None
        for hit in document.parties_in(sentence.first, min(sentence.last, sentence.first + _PLACE_REACH)):
            lead = document.lower[hit.first - 1]
            if hit.kind == "name" and (lead in ("in", "to") or (lead == "visiting" and hit.first > 0)):
                return hit.code if document.words[hit.last : hit.last + 1] == (",",) else None
        return None

    def from_agency(self) -> None:
        """Give who opens a sentence with a bare title and meets somebody of another state the state of the agency that reports it.

        "President Lowe received Premier Ott of Kenya" is a national agency's own president.
        """
        agency = self.agency
        for sketch in self.sketches:
            first = self.firsts[sketch]
            opens = not any(self.document.tags[i] in FINITE for i in range(self.document.sentence_of(first).first, first))
            others = self._beside(sketch)
            if agency and self.party[sketch] is None and sketch.role and opens and others and agency not in others:
                self.party[sketch] = agency

    def at_home(self) -> None:
        """Give people with a bare title the party of the home side: a readout does not say whose minister its own is."""
        for sketch in self.sketches:
            if self.home and self.party[sketch] is None and sketch.role and not self._met(sketch):
                self.party[sketch] = self.home

    def _met(self, sketch: Sketch) -> bool:
        """Tell whether somebody is met by a person of the home side: "Lowe spoke with President Ott", not "along with"."""
        listed = self._list(sketch)
        sentence = self.document.sentence_of(listed[0].first)
        earlier = any(
            sentence.first <= naming.first < listed[0].first and self.party[naming.sketch] == self.home for naming in self.namings
        )
        return earlier and self._behind_with(listed)

    def _behind_with(self, listed: list[Sketched]) -> bool:
        lower, first = self.document.lower, self._phrase_start(listed[0].first)
        return first > 1 and lower[first - 1] == "with" and lower[first - 2] not in _COMPANY

    def _phrase_start(self, first: int) -> int:
        """Return where the names and adjectives in front of a naming begin: "[Kenyan Leadership Council] President Ott"."""
        floor = self.document.sentence_of(first).first
        while first > floor and self.document.tags[first - 1] in (Tag.NAME, Tag.ADJ) and self.document.words[first - 1][0].isupper():
            first -= 1
        return first

    def qualified(self) -> None:
        """Take the party that stands in front of a title with a body between: "Kenyan Leadership Council President Ott"."""
        for naming in self.namings:
            sketch = naming.sketch
            if self.party[sketch] is None and sketch.role:
                first = self._phrase_start(naming.first)
                named = [hit.code for hit in self.document.parties_in(first, naming.first) if hit.first == first]
                self.party[sketch] = named[0] if named else None

    def apposed(self) -> None:
        """Take the party in what describes a name without a title: "Jan Ott, head of the Office of the President of Kenya"."""
        document = self.document
        for naming in self.namings:
            sketch, last = naming.sketch, naming.last
            if self.party[sketch] is not None or sketch.role or document.lower[last : last + 1] not in ((",",), ("of",)):
                continue
            reach = range(last + 1, min(len(document), last + _DESCRIPTION))
            stop = next((i for i in reach if document.words[i] in _CLOSES or document.tags[i] in FINITE or i in self.named), reach.stop)
            described = [hit.code for hit in document.parties_in(last + 1, stop) if hit.kind != "seat"]
            if stop in self.named and document.lower[stop - 1] in ("to", "for", "of"):
                described += [party for other in self.namings if other.first == stop and (party := self.party[other.sketch])]
            if described:
                self.party[sketch] = described[-1]

    def _list(self, sketch: Sketch) -> list[Sketched]:
        """Return the namings of the list in which somebody is named first: "Prime Minister Lowe, President Ott and Minister Marsh"."""
        at = next(i for i, naming in enumerate(self.namings) if naming.sketch is sketch)
        low, high = at, at
        while low and self._joined(self.namings[low - 1], self.namings[low]):
            low -= 1
        while high + 1 < len(self.namings) and self._joined(self.namings[high], self.namings[high + 1]):
            high += 1
        return list(self.namings[low : high + 1])

    def _joined(self, first: Sketched, second: Sketched) -> bool:
        """Tell whether only what joins the items of a list stands between two namings, or `, and others, including`."""
        between = self.document.lower[first.last : second.first]
        listing = bool(between) and between[0] in (",", "and") and between[-1] == "including" and len(between) < _INCLUDING
        return bool(between) and (listing or all(word in _JOINTS for word in between))

    def listed(self) -> None:
        """Give all whom somebody meets in one list the state that one of them bears: "with King Lowe and Premier Ott of Kenya"."""
        for sketch in self.sketches:
            if self.party[sketch] is None and sketch.role:
                listed = self._list(sketch)
                start = self.document.sentence_of(listed[0].first).first
                met_by = {self.party[naming.sketch] for naming in self.namings if start <= naming.first < listed[0].first}
                stated = {party for naming in listed if (party := self.party[naming.sketch])} - ({self.home} & met_by)
                if self._behind_with(listed) and len(stated) == 1:
                    self.party[sketch] = next(iter(stated))

    def _beside(self, sketch: Sketch) -> set[str]:
        """Return the parties of those named in the sentence that first names somebody: the other side."""
        sentence = self.document.sentence_of(self.firsts[sketch])
        return {
            party
            for naming in self.namings
            if naming.sketch is not sketch and sentence.first <= naming.first < sentence.last and (party := self.party[naming.sketch])
        }

    def person(self, sketch: Sketch) -> Person:
        """Return a person, with what the table of office-holders gives where the text says nothing."""
        party = self.party[sketch]
        terms = tuple(row for row in self.terms[sketch] if row.party == party)
        role, level = sketch.role, sketch.level
        completed: list[Completed] = ["party"] if party is not None and sketch.party is None and terms else []
        day = self.document.document.date
        serving = [row for row in terms if day is not None and row.holds_on(day)]
        if role is None and serving:
            role = serving[0].role
            completed.append("role")
        ranks = [row.level for row in (terms if day is None else serving)]  # an office of other years gives no rank on the day
        if level is None and ranks:
            level = max(ranks)
            completed.append("level")
        return Person(sketch.name, role, party, level, sketch.tenure, sketch.office, terms, tuple(completed))


def extract_people(document: AnnotatedDocument, findings: Findings) -> Iterator[Naming]:
    """Yield a naming for each place where a person is named."""
    reader = _Reader(document, findings)
    reader.known()
    reader.qualified()
    reader.apposed()
    reader.described()
    reader.abroad()
    reader.listed()
    reader.at_home()
    reader.from_agency()
    people = {sketch: reader.person(sketch) for sketch in reader.sketches}
    for naming in reader.namings:
        yield Naming(naming.first, naming.last, people[naming.sketch])
