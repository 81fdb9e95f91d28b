"""Offices that stand for a holder whom the text never names: "The Prime Minister spoke to President Ott"."""

from __future__ import annotations

from collections.abc import Iterator

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.meetings.findings import Headline
from diplocorpus.extractors.people.findings import Person
from diplocorpus.models.events import Level
from diplocorpus.text.acquaintances import Sketch, Sketched
from diplocorpus.text.annotated import AnnotatedDocument, Hit
from diplocorpus.text.ranks import rank_at
from diplocorpus.text.tagging import FINITE, Tag

_ACTS = FINITE | {Tag.ADV}
_TELLS = FINITE | {Tag.VBG, Tag.SUB, Tag.QUOTE}
_LEAD = 8
"""Tokens that may stand in front of the office that opens a sentence: "On the afternoon of 3 March, the Prime Minister"."""


class _Reader:
    """Looks for unnamed holders in one document."""

    def __init__(self, document: AnnotatedDocument, findings: Findings) -> None:
        self.document = document
        self.namings = findings.of(Sketched)
        self.along = findings.along(Sketched)
        self.sketches = list(dict.fromkeys(naming.sketch for naming in self.namings))
        self.foretold = tuple(person for headline in findings.of(Headline) for person in _acting(headline))
        self.taken = {i for naming in self.namings for i in range(naming.first, naming.last)}

    def read(self) -> Iterator[Sketched]:
        """Yield offices that open a sentence and act, written with a capital."""
        document = self.document
        for hit in document.hits.get("level", ()):
            if document.tag_at(hit.last) not in _ACTS or not document.words[hit.last - 1][0].isupper() or hit.first in self.taken:
                continue
            first, level = self._opening(hit), rank_at(hit, document.document.publisher_party)
            if first is None or level < Level.VICE_MINISTER or hit.pattern.id.startswith("role.plural"):
                continue
            role = document.text(hit.first, hit.last)
            if any(_holds(sketch, role, hit, level) and not self._met(sketch, hit) for sketch in self.sketches):
                continue
            if any(_holds(person, role, hit, level) for person in self.foretold):
                continue
            sketch = Sketch(role, role, hit.pattern.party, level, None, hit.pattern.id, assumed=hit.pattern.party is not None)
            self.sketches.append(sketch)
            yield Sketched(first, hit.last, sketch)

    def _opening(self, hit: Hit) -> int | None:
        """Return where an office begins that opens its sentence, its article and a day in front passed over; None for others."""
        document = self.document
        sentence = document.sentence_of(hit.first)
        first = hit.first - 1 if hit.first > sentence.first and document.lower[hit.first - 1] == "the" else hit.first
        lead = range(sentence.first, first)
        dated = len(lead) <= _LEAD and document.word_at(first - 1) == "," and self.taken.isdisjoint(lead)
        return first if not lead or (dated and not any(document.tags[i] in _TELLS for i in lead)) else None

    def _met(self, sketch: Sketch, hit: Hit) -> bool:
        """Tell whether somebody with a state is named as who the office meets: "The President met with President Ott of Kenya"."""
        document = self.document
        first = next((n.first for n in self.along.within(hit.last, document.sentence_of(hit.first).last) if n.sketch is sketch), hit.last)
        met = next(document.hits_in("encounter", hit.last, first), None)
        return sketch.party is not None and not sketch.assumed and met is not None


def _holds(person: Sketch | Person, role: str, hit: Hit, level: Level) -> bool:
    """Tell whether somebody who is named may be meant."""
    named = person.role is not None and person.role.lower().startswith(role.lower())
    return named or person.office == hit.pattern.id or person.level == level


def _acting(headline: Headline) -> tuple[Person, ...]:
    """Return the people of a title without those met: "Call with President Ott" tells nothing of whose president calls."""
    met = {person for encounter in headline.encounters for person in encounter.right.people}
    return tuple(person for person in headline.people if person not in met)


def extract_unnamed(document: AnnotatedDocument, findings: Findings) -> Iterator[Sketched]:
    """Yield a place for each unnamed holder of an office who acts."""
    yield from _Reader(document, findings).read()
