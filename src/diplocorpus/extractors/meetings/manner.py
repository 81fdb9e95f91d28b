"""How each meeting went: how long it took, in what atmosphere, at whose request, who received whom."""

from __future__ import annotations

from collections.abc import Iterator

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.meetings.findings import Gathering, Manner, Segment
from diplocorpus.models.events import MeetingKind
from diplocorpus.models.spans import Span
from diplocorpus.text.annotated import AnnotatedDocument, Hit, Sentence
from diplocorpus.text.durations import has_length, minutes_in
from diplocorpus.text.tagging import Tag

_HEADS = frozenset(
    """
    atmosphere environment manner spirit exchange exchanges discussion discussions talks meeting meetings conversation
    conversations dialogue call consultations negotiations nature
    """.split()
)
_BETWEEN = frozenset({Tag.ADJ, Tag.ADV, Tag.CC, Tag.NOUN, Tag.VBN, Tag.VBG})
_REACH = 7


class _Teller:
    """Reads how the meetings of one document went."""

    def __init__(self, document: AnnotatedDocument, findings: Findings) -> None:
        self.document = document
        self.segments = findings.of(Segment)
        self.timed = has_length(document.masked)
        self.encountered = {document.sentence_number(hit.first) for hit in document.hits.get("encounter", ())}

    def manner(self, gathering: Gathering) -> Manner:
        duration: int | None = None
        requested: str | None = None
        atmosphere: list[Span] = []
        for number in sorted(self._scope(gathering)):
            sentence = self.document.sentences[number]
            if sentence.heading or sentence.transcript:
                continue
            if self.timed and not duration:
                duration = minutes_in(self.document.text(sentence.first, sentence.last))
            hits = list(self.document.hits_in("circumstance", sentence.first, sentence.last))
            atmosphere += [
                self.document.span(h.first, h.last) for h in hits if h.pattern.label == "atmosphere" and self._colours(h, sentence)
            ]
            if requested is None and gathering.kind is not MeetingKind.CORRESPONDENCE:
                found = (self._asker(h, sentence, gathering) for h in hits if h.pattern.label == "request")
                requested = next((party for party in found if party), None)
        hosts, visitors = self._hosting(gathering)
        return Manner(gathering, duration, tuple(atmosphere), requested, hosts, visitors)

    def _scope(self, gathering: Gathering) -> set[int]:
        """Return the sentences that speak of an encounter where the text is at this meeting."""
        own = {encounter.sentence for encounter in gathering.worded}
        for segment in self.segments:
            if segment.meeting_id == gathering.id:
                own |= self.encountered & set(range(segment.first, segment.last))
        return own

    def _colours(self, hit: Hit, sentence: Sentence) -> bool:
        """Tell whether an adjective is said of the encounter: "candid talks", "in an atmosphere of trust", "the talks were frank"."""
        document, index = self.document, hit.last
        while index < sentence.last and index - hit.last < _REACH:
            if document.lower[index] in _HEADS:
                return True
            compound = "-" in document.words[index : index + 2]
            if document.tags[index] not in _BETWEEN and document.words[index] != "," and not compound:
                break
            index += 1
        before = document.lower[max(sentence.first, hit.first - _REACH) : hit.first]
        if "atmosphere" in before and "of" in before:
            return True
        linked = hit.first > sentence.first and document.tags[hit.first - 1] is Tag.BE
        return linked and bool(_HEADS & set(document.lower[sentence.first : hit.first - 1]))

    def _asker(self, hit: Hit, sentence: Sentence, gathering: Gathering) -> str | None:
        """Return who asked for the encounter: "at the initiative of the Freedonian side", "at the latter's request"."""
        own = self.document.lower[hit.first : hit.last]
        for word, side in (("latter", -1), ("former", 0)):
            if word in own:
                people = [party for p in gathering.people if p not in gathering.delegates and (party := gathering.party(p))]
                return people[side] if people else None
        for named in self.document.parties_in(hit.first, min(sentence.last, hit.last + 4)):
            if named.code in gathering.sides:
                return named.code
        return None

    def _hosting(self, gathering: Gathering) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the hosts and the visitors, by who receives whom and who is called visiting."""
        hosts: set[str] = set()
        visitors: set[str] = set()
        for encounter in gathering.worded:
            sides = {"left": encounter.left, "right": encounter.right}
            if encounter.host is not None:
                side = sides[encounter.host]
                hosts |= {party for p in side.people if (party := gathering.party(p))} | set(side.parties)
            sentence = self.document.sentences[encounter.sentence]
            for named in self.document.parties_in(sentence.first, sentence.last):
                if self.document.lower_at(named.first - 1) == "visiting" and named.kind == "demonym":
                    visitors.add(named.code)
        hosts &= gathering.sides
        visitors &= gathering.sides
        if hosts and not visitors:
            visitors = set(gathering.sides) - hosts
        elif visitors and not hosts and len(gathering.sides) == 2:
            hosts = set(gathering.sides) - visitors
        return tuple(sorted(hosts - visitors)), tuple(sorted(visitors - hosts))


def extract_manners(document: AnnotatedDocument, findings: Findings) -> Iterator[Manner]:
    """Yield how each gathering went, in their order."""
    teller = _Teller(document, findings)
    for gathering in findings.of(Gathering):
        yield teller.manner(gathering)
