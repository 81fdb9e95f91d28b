"""Frameworks that the packs know, by name, and by the abbreviations that a document gives them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.frameworks.findings import FrameworkName
from diplocorpus.models.frameworks import FrameworkKind
from diplocorpus.patterns.schema import Label
from diplocorpus.patterns.spelling import american
from diplocorpus.text.abbreviations import Definition, definitions
from diplocorpus.text.annotated import AnnotatedDocument, Hit
from diplocorpus.text.tagging import Tag

_JOINED = frozenset({"of", '"', "(", "-", "–", ",", ":", "namely"})
"""What may stand between a name and the words that only spell it out."""

_HAS_OFFICES = frozenset({FrameworkKind.ORGANIZATION, FrameworkKind.ORGAN, FrameworkKind.GROUP})
_TITLE_PARTS = frozenset(
    "acting deputy assistant executive special military parliamentary collective committee council commission assembly security 's".split()
)
"""What may stand between a body and the office in it that the packs know."""

_REACH = 10
"""Tokens around a name in which titles and longer names of bodies are looked for."""

_OWN_RULE = "framework.abbreviation"


class _Reader:
    """Decides which hits of one document name a framework."""

    def __init__(self, document: AnnotatedDocument) -> None:
        self.document = document
        self.labels = document.packs.labels("framework")
        self.hits = document.hits.get("framework", ())
        self.definitions = definitions(document)
        self.shorts = {d.short: self._defined(d) for d in self.definitions}
        self.bracketed = {i for d in self.definitions for i in range(d.opens, d.closes + 1)}
        self.certain = {hit.pattern.label for hit in self.hits if not hit.pattern.cues}

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(self.document.lower)

    def _defined(self, definition: Definition) -> Label | None:
        """Return the framework that a document's own abbreviation stands for, None for something that the packs do not know."""
        for hit in reversed(self.hits):
            unread = definition.first == definition.last and hit.last <= definition.opens <= hit.last + 1
            if unread or (hit.first < definition.last and definition.first < hit.last):
                return self.labels[hit.pattern.label]
        own = next((hit for hit in self.hits if self.document.text(hit.first, hit.last) == definition.short), None)
        if own is not None and self._resembles(definition, self.labels[own.pattern.label]):
            return self.labels[own.pattern.label]
        return None

    def _resembles(self, definition: Definition, label: Label) -> bool:
        """Tell a full name with a word missing from the full name of something else with the same letters."""
        words = {american(word) for word in self.document.lower[definition.first : definition.last]}
        return words <= {american(word) for word in label.name.lower().replace("-", " ").split()}

    def names(self) -> Iterator[FrameworkName]:
        """Yield the places where a framework is named, unsorted."""
        taken = {i for hit in self.hits for i in range(hit.first, hit.last)}
        before: Hit | None = None
        for hit in self.hits:
            if not self._stands(hit) or (before is not None and self._repeats(before, hit)):
                continue
            before = hit
            yield FrameworkName(hit.first, hit.last, self.labels[hit.pattern.label], hit.pattern.id)
        for definition in self.definitions:
            label = self.shorts[definition.short]
            if label is not None and definition.first < definition.last and taken.isdisjoint(range(definition.first, definition.last)):
                taken.update(range(definition.first, definition.last))
                yield FrameworkName(definition.first, definition.last, label, _OWN_RULE)
        known = {short: label for short, label in self.shorts.items() if label is not None}
        for index in [index for index, word in enumerate(self.document.words) if word in known] if known else ():
            label = known[self.document.words[index]]
            if index not in taken and index not in self.bracketed and not self._within_office(index, index + 1, label):
                yield FrameworkName(index, index + 1, label, _OWN_RULE)

    def _stands(self, hit: Hit) -> bool:
        """Tell whether a hit names its framework: no abbreviation of something else, no part of an office or of another body."""
        label = self.labels[hit.pattern.label]
        if hit.first in self.bracketed or self._within_other_body(hit) or self._within_office(hit.first, hit.last, label):
            return False
        text = self.document.text(hit.first, hit.last)
        if text in self.shorts:
            own = self.shorts[text]
            return own is not None and own.id == hit.pattern.label
        cues = hit.pattern.cues
        return not cues or hit.pattern.label in self.certain or not self._vocabulary.isdisjoint(cues)

    def _within_other_body(self, hit: Hit) -> bool:
        """Tell whether a name is only part of another body's: "UN Office on Drugs and Crime"."""
        return any(
            party.last - party.first > hit.last - hit.first and party.code != hit.pattern.label
            for party in self.document.parties_in(hit.first - _REACH, hit.last + _REACH)
            if party.first <= hit.first and hit.last <= party.last
        )

    def _within_office(self, first: int, last: int, label: Label) -> bool:
        """Tell whether a body's name belongs to a title: "SCO Deputy Secretary-General", "ambassador to the UN"."""
        if label.kind not in _HAS_OFFICES:
            return False
        document = self.document
        sentence = document.sentence_of(first)
        after = last
        while after < sentence.last and after - last < 3 and document.lower[after] in _TITLE_PARTS:
            after += 1
        before = first - 1
        while before > sentence.first and document.tags[before] is Tag.DET:
            before -= 1
        ends = before if document.lower_at(before) in ("of", "to", "at") else None
        for role in document.hits_in("level", first - _REACH, last + _REACH):
            if (
                (role.first <= first and last < role.last)
                or role.first < first < role.last
                or last <= role.first <= after
                or role.last == ends
            ):
                return True
        return False

    def _repeats(self, before: Hit, hit: Hit) -> bool:
        """Tell whether a name only spells out the one right before it: `the "three evils" of terrorism, ...`."""
        between = self.document.lower[before.last : hit.first]
        return before.pattern.label == hit.pattern.label and 0 < len(between) <= 3 and all(word in _JOINED for word in between)


def extract_framework_names(document: AnnotatedDocument, _findings: Findings) -> Iterator[FrameworkName]:
    """Yield the frameworks of the packs that a document names, in text order."""
    yield from sorted(_Reader(document).names(), key=lambda name: name.first)
