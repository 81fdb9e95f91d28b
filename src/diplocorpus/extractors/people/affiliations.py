"""Which state somebody is of as the text says it: in the title, around the name, in what is added; else as the table has it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.people.findings import Affiliation, Listed
from diplocorpus.models.events import Level
from diplocorpus.text.acquaintances import Sketch, Sketched
from diplocorpus.text.annotated import AnnotatedDocument, PartyHit
from diplocorpus.text.phrases import led_by, name_phrase_start
from diplocorpus.text.tagging import FINITE

_DESCRIPTIONS = frozenset("expert diplomat scholar official analyst envoy politician professor researcher".split())
_CLOSES = frozenset({",", ".", ";"})
_DELEGATION = 12
"""Tokens in front of who leads a delegation within which its state is named."""

_DESCRIPTION = 20
"""Tokens that may describe somebody behind a name."""


class _Reader:
    """Reads what one document says of whose its people are."""

    def __init__(self, document: AnnotatedDocument, findings: Findings) -> None:
        self.document = document
        self.namings = findings.of(Sketched)
        self.along = findings.along(Sketched)
        self.sketches = tuple(dict.fromkeys(naming.sketch for naming in self.namings))
        self.named = {i for naming in self.namings for i in range(naming.first, naming.last)}
        self.party_at = document.party_at
        self.party: dict[Sketch, str | None] = {sketch: sketch.party for sketch in self.sketches}
        self.assumed = {sketch for sketch in self.sketches if sketch.assumed}
        self.terms = {listed.sketch: listed.terms for listed in findings.of(Listed)}

    def known(self) -> None:
        """Take the party of office-holders from the table."""
        for sketch in self.sketches:
            terms = self.terms.get(sketch)
            if terms and self.party[sketch] is None:
                self.party[sketch] = terms[0].party
                self.assumed.add(sketch)

    def qualified(self) -> None:
        """Take the party that stands in front of a title with more between: "Kenyan Leadership Council President Ott".

        Or in front of whose adviser somebody is: "the Kenyan President's adviser Ott".
        """
        document = self.document
        for naming in self.namings:
            sketch = naming.sketch
            if self.party[sketch] is None and sketch.role:
                last = naming.first - 1 if document.lower_at(naming.first - 1) == "'s" else naming.first
                first = name_phrase_start(document, last)
                named = [hit.code for hit in document.parties_in(first, last) if hit.first == first]
                self.party[sketch] = named[0] if named else None

    def leading(self) -> None:
        """Take the party of the delegation that somebody leads: "a Kenyan delegation led by Minister Ott"."""
        document = self.document
        for naming in self.namings:
            first = naming.first
            if self.party[naming.sketch] is None and led_by(document, first):
                named = list(document.parties_in(max(document.sentence_of(first).first, first - _DELEGATION), first))
                near = [hit.code for hit in named if "delegation" in document.lower[max(0, hit.first - 6) : hit.last + 4]]
                self.party[naming.sketch] = near[-1] if near else None

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
            if document.sentence_of(naming.first).heading and not (document.words[stop : stop + 1] == (",",) or stop in self.named):
                continue  # two who meet in a headline: "Ott, Kenyan FM discuss trade"
            if stop in self.named and document.lower_at(stop - 1) in ("to", "for", "of"):
                described += [party for other in self.along.within(stop, stop + 1) if (party := self.party[other.sketch])]
            if described:
                self.party[sketch] = described[-1]

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
            behind = islice(self.namings, position + 1, None)
            others = (n.first for n in behind if n.sketch is not naming.sketch and n.first in acting)
            stop = min(next(others, len(document)), naming.first + 160)
            for index in range(naming.first, stop):
                hit = self.party_at.get(index)
                if hit is not None and self._describes(hit, index, naming):
                    high = naming.sketch.level is not None and naming.sketch.level >= Level.VICE_MINISTER
                    before = self.along.within(0, index) if high else []
                    if not any(self.party[other.sketch] == hit.code for other in before):  # else it is who is known to be of it
                        self.party[naming.sketch] = hit.code
                    break

    def _describes(self, hit: PartyHit, index: int, naming: Sketched) -> bool:
        """Tell whether a naming of a party says whose somebody is: "the Chinese expert", "Ruritania is ready"."""
        document = self.document
        following = document.lower_at(index + 1) if index + 1 < len(document) else ""
        if hit.kind == "demonym" and document.lower_at(index - 1) == "the" and following in _DESCRIPTIONS:
            return True
        owns = hit.kind == "name" and document.lower_at(hit.first - 1) != "for"  # not "asked for Ruritania's support"
        return index - naming.last <= 2 and owns and self._offers(hit.last)

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


def extract_affiliations(document: AnnotatedDocument, findings: Findings) -> Iterator[Affiliation]:
    """Yield the state of each person of whom it is known, in order of first naming."""
    reader = _Reader(document, findings)
    reader.known()
    reader.qualified()
    reader.leading()
    reader.apposed()
    reader.described()
    for sketch in reader.sketches:
        party = reader.party[sketch]
        if party is not None:
            yield Affiliation(sketch, party, stated=sketch not in reader.assumed)
