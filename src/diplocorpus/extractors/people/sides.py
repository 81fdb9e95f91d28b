"""Whose side the people of a document are on, and what the table of office-holders adds to what the text says of them."""

from __future__ import annotations

from collections.abc import Iterator

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.people.findings import Affiliation, HomeSide, Listed, Naming, Person
from diplocorpus.models.events import Completed
from diplocorpus.models.offices import OfficeHolder
from diplocorpus.patterns.offices import rank_in
from diplocorpus.text.acquaintances import Sketch, Sketched
from diplocorpus.text.annotated import AnnotatedDocument, Sentence
from diplocorpus.text.phrases import name_phrase_start
from diplocorpus.text.tagging import FINITE

_OPENERS = frozenset({"in", "while", "during", "visiting"})
_COMPANY = frozenset({"along", "together", "accompanied"})
_JOINTS = frozenset({",", "and", "&", "as", "well", ";"})
_INCLUDING = 14
"""Tokens that may stand in a list before the `including` that goes on with it."""

_PLACE_REACH = 8
"""Tokens from the start of a sentence within which the place stands that it is set in: "During his visit to Kenya"."""


class _Reader:
    """Finds the party of each person of one document."""

    def __init__(self, document: AnnotatedDocument, findings: Findings) -> None:
        self.document = document
        self.namings = findings.of(Sketched)
        self.along = findings.along(Sketched)
        self.sketches = tuple(dict.fromkeys(naming.sketch for naming in self.namings))
        self.number = {naming.sketch: number for number, naming in reversed(list(enumerate(self.namings)))}
        """The place of the first naming of each among the namings."""
        self.firsts = {sketch: self.namings[number].first for sketch, number in self.number.items()}
        known = {found.sketch: found.party for found in findings.of(Affiliation)}
        self.party: dict[Sketch, str | None] = {sketch: known.get(sketch) for sketch in self.sketches}
        terms = {listed.sketch: listed.terms for listed in findings.of(Listed)}
        self.terms: dict[Sketch, tuple[OfficeHolder, ...]] = {sketch: terms.get(sketch, ()) for sketch in self.sketches}
        home = next(iter(findings.of(HomeSide)), None)
        self.home = None if home is None or home.agency else home.party
        self.agency = home.party if home is not None and home.agency else None

    def abroad(self) -> None:
        """Give people with a bare title the party of the state that their sentence is set in: "In Gabon, Lowe met with President Ott"."""
        for sketch in self.sketches:
            if self.party[sketch] is not None or not sketch.role:
                continue
            sentence = self.document.sentence_of(self.firsts[sketch])
            place = self._set_in(sentence) or self._visited(sentence, self.firsts[sketch])
            if place is not None and place != self.home and self._verb_before(sentence, self.firsts[sketch]):
                self.party[sketch] = place

    def _verb_before(self, sentence: Sentence, place: int) -> bool:
        """Tell whether a finite verb stands in a sentence in front of a place."""
        return any(self.document.tags[i] in FINITE for i in range(sentence.first, place))

    def _visited(self, sentence: Sentence, stop: int) -> str | None:
        """Return the state that somebody of another one is told to visit: "Premier Ott paid a visit to Gabon and met with"."""
        document = self.document
        if document.lower_at(name_phrase_start(document, stop) - 1) not in ("with", "met"):
            return None
        guests = {self.party[naming.sketch] for naming in self.along.within(sentence.first, stop)} - {None}
        for hit in document.parties_in(sentence.first, stop):
            to = document.lower[max(0, hit.first - 3) : hit.first]
            if hit.kind == "name" and hit.code not in guests and guests and ("visit" in to or to[-1:] == ("visited",)):
                return hit.code
        return None

    def _set_in(self, sentence: Sentence) -> str | None:
        document = self.document
        if document.lower[sentence.first] not in _OPENERS:
            return None
        for hit in document.parties_in(sentence.first, min(sentence.last, sentence.first + _PLACE_REACH)):
            lead = document.lower_at(hit.first - 1)
            if hit.kind == "name" and lead in ("in", "to", "visiting"):
                return hit.code if document.words[hit.last : hit.last + 1] == (",",) else None
        return None

    def accompanying(self) -> None:
        """Give who accompanies somebody that one's party: "Premier Ott of Kenya, accompanied by Ambassador Lowe"."""
        document = self.document
        for sketch in self.sketches:
            first = self.firsts[sketch]
            if self.party[sketch] is not None or not sketch.role:
                continue
            listed = self._list(sketch)
            first = name_phrase_start(document, listed[0].first)
            if document.lower[max(0, first - 2) : first] == ("accompanied", "by"):
                before = self.along.within(document.sentence_of(first).first, first)
                self.party[sketch] = self.party[before[-1].sketch] if before else None

    def from_agency(self) -> None:
        """Give who opens a sentence with a bare title and meets somebody of another state the state of the agency that reports it.

        "President Lowe received Premier Ott of Kenya" is a national agency's own president.
        """
        agency = self.agency
        for naming in self.namings if agency else ():
            sketch, first = naming.sketch, naming.first
            if self.party[sketch] is not None or not sketch.role or self._verb_before(self.document.sentence_of(first), first):
                continue
            others = self._beside(naming)
            if others and agency not in others:
                self.party[sketch] = agency

    def at_home(self) -> None:
        """Give people with a bare title the party of the home side: a readout does not say whose minister its own is."""
        for sketch in self.sketches if self.home else ():
            if self.party[sketch] is None and (sketch.role or self._opens(sketch)) and not self._met(sketch):
                self.party[sketch] = self.home

    def _opens(self, sketch: Sketch) -> bool:
        """Tell whether somebody without a title, as a readout names its own president, opens it and acts: "Ada Lowe received"."""
        document = self.document
        naming = next(naming for naming in self.namings if naming.sketch is sketch)
        opening = next((sentence for sentence in document.sentences if not sentence.heading), None)
        first = opening is not None and naming.first == opening.first and document.tag_at(naming.last) in FINITE
        return first and bool(self._beside(naming))

    def _met(self, sketch: Sketch) -> bool:
        """Tell whether somebody is met by a person of the home side: "Lowe spoke with President Ott", not "along with"."""
        listed = self._list(sketch)
        sentence = self.document.sentence_of(listed[0].first)
        earlier = any(self.party[naming.sketch] == self.home for naming in self.along.within(sentence.first, listed[0].first))
        return earlier and self._behind_with(listed)

    def _behind_with(self, listed: list[Sketched]) -> bool:
        lower, first = self.document.lower, name_phrase_start(self.document, listed[0].first)
        return first > 1 and lower[first - 1] == "with" and lower[first - 2] not in _COMPANY

    def _list(self, sketch: Sketch) -> list[Sketched]:
        """Return the namings of the list in which somebody is named first: "Prime Minister Lowe, President Ott and Minister Marsh"."""
        low = high = self.number[sketch]
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
                met_by = {self.party[naming.sketch] for naming in self.along.within(start, listed[0].first)}
                stated = {party for naming in listed if (party := self.party[naming.sketch])} - ({self.home} & met_by)
                if self._behind_with(listed) and len(stated) == 1:
                    self.party[sketch] = next(iter(stated))

    def _beside(self, naming: Sketched) -> set[str]:
        """Return the parties of the others named in the sentence of a naming: the other side."""
        sentence, sketch = self.document.sentence_of(naming.first), naming.sketch
        return {
            party
            for other in self.along.within(sentence.first, sentence.last)
            if other.sketch is not sketch and (party := self.party[other.sketch])
        }

    def person(self, sketch: Sketch) -> Person:
        """Return a person, with what the table of office-holders gives where the text says nothing."""
        party = self.party[sketch]
        terms = tuple(row for row in self.terms[sketch] if row.party == party)
        role, level = sketch.role, sketch.level
        if sketch.party is None and party is not None and sketch.office is not None:
            level = rank_in(sketch.office, party) or level
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
    reader.accompanying()
    reader.abroad()
    reader.listed()
    reader.at_home()
    reader.from_agency()
    people = {sketch: reader.person(sketch) for sketch in reader.sketches}
    for naming in reader.namings:
        yield Naming(naming.first, naming.last, people[naming.sketch])
