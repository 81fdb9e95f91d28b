"""Bodies that are named as one of those who act, and not as a framework of work: by the words around the name."""

from __future__ import annotations

from collections.abc import Iterator

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.frameworks.findings import ActingBody, FrameworkName, FrameworkTie
from diplocorpus.models.frameworks import FrameworkRelation
from diplocorpus.text.annotated import AnnotatedDocument
from diplocorpus.text.tagging import FINITE, Tag

_MEMBERS = frozenset(
    """
    member members country countries state states nation nations leader leaders ally allies partner partners economy economies
    official officials representative representatives ambassador ambassadors minister ministers spokesman spokesmen leadership
    government governments citizens capitals envoys colleagues counterparts structures institutions side delegation forces troops
    """.split()
)
"""Nouns for those who act in a body's name or belong to it."""

_DASHES = ("-", "–")
_AT_ITS_CORE = {("at", det, noun) for det in ("its", "the") for noun in ("core", "center", "centre", "heart")}

_VERBAL = frozenset({Tag.VB, Tag.VBG, Tag.VBN})
"""Of what something is aligned with, not of its links: "linked with the [EAEU]", "trade links with the EU"."""

_OFFICES = frozenset({"foreign", "finance", "defense", "defence", "prime", "energy", "trade"})
"""What may stand before `ministers`."""


class _Judge:
    """Tells where a body is named as one of those who act, and not as a framework of work."""

    def __init__(self, document: AnnotatedDocument) -> None:
        self.document = document
        self.party_ends = {hit.last for hit in document.parties}
        self.party_starts = {hit.first for hit in document.parties}

    def acts(self, name: FrameworkName, tie: FrameworkTie | None) -> bool:
        """Tell whether a naming is that of an actor."""
        how = name.label.acts
        if how is None:
            return False
        shown = tie is not None and tie.shown
        aligned = tie is not None and tie.relation is FrameworkRelation.ALIGN and (tie.aligned or self.document.tags[tie.first] in _VERBAL)
        if how != "itself" and (self._pair(name) or (not shown and self._members(name)) or (not aligned and self._partner(name))):
            return True
        if shown or (how == "state" and self._instrument(name)):
            return False
        if self._subject(name):
            return True
        return how == "state" and (tie is None or self.document.lower[self._behind(name)] == "'s")

    def _pair(self, name: FrameworkName) -> bool:
        """Tell whether a body is one side of a pair: "Ruritania-[EU] relations", "[NATO]-Zubrowka Council"."""
        words, before = self.document.words, name.first - 1
        left = before >= 0 and words[before][-1] in _DASHES and (before in self.party_ends or words[before][0].isupper())
        right = words[name.last : name.last + 1] in (("-",), ("–",)) and name.last + 1 in self.party_starts
        return left or right

    def _members(self, name: FrameworkName) -> bool:
        """Tell whether those who belong to a body are named through it: "[NATO] allies", "[BRICS countries]"."""
        lower = self.document.lower
        own = lower[name.last - 1]
        behind = self._behind(name)
        behind += lower[behind] in _OFFICES and behind + 1 < len(lower)
        return (own in _MEMBERS and own not in name.label.name.lower()) or lower[behind] in _MEMBERS

    def _partner(self, name: FrameworkName) -> bool:
        """Tell whether something is done with a body: "talks with the [EU]", "between Ruritania and the [UN]"."""
        document = self.document
        index, floor = name.first - 1, document.sentence_of(name.first).first
        while index > floor and (document.tags[index] in (Tag.DET, Tag.CC, Tag.NAME, Tag.POSS) or document.words[index] == ","):
            index -= 1
        if index < floor or document.lower[index] not in ("with", "between", "among"):
            return False
        return document.lower[name.last : name.last + 3] not in _AT_ITS_CORE

    def _subject(self, name: FrameworkName) -> bool:
        """Tell whether a name opens its clause, alone or coordinated: "the SCO and BRICS agree", not "within the SCO and BRICS"."""
        document = self.document
        verb = self._behind(name)
        while document.tags[verb] is Tag.ADV and verb + 1 < len(document):
            verb += 1
        if document.tags[verb] not in FINITE:
            return False
        before, floor = name.first - 1, document.sentence_of(name.first).first
        while before >= floor and (document.tags[before] in (Tag.DET, Tag.CC, Tag.NAME) or document.words[before] == ","):
            before -= 1
        return before < floor or document.tags[before] in (Tag.SUB, Tag.VBD, Tag.VBZ, Tag.PUNCT, Tag.QUOTE, Tag.NOUN)

    def _instrument(self, name: FrameworkName) -> bool:
        """Tell whether a name goes on as that of an organ or a document: "[ASEAN] Outlook on the Danube"."""
        document, after = self.document, self._behind(name)
        if document.lower[after] == "'s" and after + 1 < len(document):
            after += 1
        return document.tags[after] is Tag.NAME and after not in self.party_starts

    def _behind(self, name: FrameworkName) -> int:
        """Return the token behind a name and the bracket with its abbreviation; the last one of the document at its end."""
        words, after = self.document.words, name.last
        if words[after : after + 1] == ("(",) and words[after + 2 : after + 3] == (")",):
            after += 3
        return min(after, len(words) - 1)


def extract_acting_bodies(document: AnnotatedDocument, findings: Findings) -> Iterator[ActingBody]:
    """Yield the namings of bodies that act themselves, are partners, or are named for their members."""
    ties = {tie.at: tie for tie in findings.of(FrameworkTie)}
    judge = _Judge(document)
    for name in findings.of(FrameworkName):
        if judge.acts(name, ties.get(name.first)):
            yield ActingBody(name.first)
