"""What is done with a framework: joined, supported, built, hosted, aligned with something else, by the words around its name."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.frameworks.findings import Anaphor, FrameworkName, FrameworkTie
from diplocorpus.models.frameworks import FrameworkKind, FrameworkRelation
from diplocorpus.text.annotated import AnnotatedDocument, Hit
from diplocorpus.text.tagging import FINITE, Tag

_REACH = 24
"""Tokens before a name in which the words of a relation are looked for, long lists of names included."""

_ALIGNED_REACH = 24
"""Tokens between the words of an alignment and the framework."""

_PHRASE = frozenset({Tag.DET, Tag.POSS, Tag.APOS, Tag.ADJ, Tag.NAME, Tag.NUM, Tag.QUOTE, Tag.CC, Tag.ADV, Tag.NOUN, Tag.VBN})
"""What may stand between the words of a relation and a name: its noun phrase."""

_NOUNS = 3
_WORDINGS = frozenset({FrameworkKind.CONCEPT, FrameworkKind.SLOGAN})
_PLACES = frozenset({FrameworkRelation.WITHIN, FrameworkRelation.COORDINATE, FrameworkRelation.PARTICIPATE})
"""Relations to something that work is done in, which a wording is not."""

_LINKING = frozenset({",", "-", "–", "(", ")"})
_UNDONE = frozenset(
    {
        FrameworkRelation.PARTICIPATE,
        FrameworkRelation.ENDORSE,
        FrameworkRelation.IMPLEMENT,
        FrameworkRelation.BUILD,
        FrameworkRelation.ALIGN,
    }
)
"""Relations that turn into distance where they are denied."""


class _Reader:
    def __init__(self, document: AnnotatedDocument) -> None:
        self.document = document

    def tie(self, first: int, last: int, kind: FrameworkKind) -> FrameworkTie | None:
        """Return what is done with the framework at a token range."""
        before, after = self._before(first), self._after(last)
        if kind in _WORDINGS:
            before, after = (None if hit is None or hit.pattern.label in _PLACES else hit for hit in (before, after))
        tie = self._alignment(first, last, before)
        if tie is None:
            # What stands behind a name says more than that something is done there: "in its [SCO] chairmanship".
            hit = before if before is not None and (after is None or _weak(after) or not _weak(before)) else after
            tie = self._tie(first, hit) if hit is not None else None
        return attrs.evolve(tie, shown=after is not None) if tie is not None else None

    def _tie(self, at: int, hit: Hit) -> FrameworkTie:
        relation = FrameworkRelation(hit.pattern.label)
        if relation in _UNDONE and self._denied(hit.first):
            relation = FrameworkRelation.DISTANCE
        return FrameworkTie(at, relation, hit.first, hit.last, hit.pattern.id)

    def _denied(self, first: int) -> bool:
        floor = max(self.document.sentence_of(first).first, first - 3)
        return any(self.document.tags[i] is Tag.NEG or self.document.lower[i] in ("without", "no") for i in range(floor, first))

    def _before(self, first: int) -> Hit | None:
        """Return the nearest words of a relation before a name that only its own noun phrase separates from it."""
        floor = self.document.sentence_of(first).first
        opened = self._phrase_start(first, floor)
        hits = [hit for hit in self.document.hits_in("relation_before", max(floor, opened - _REACH), first) if hit.last >= opened]
        return max(hits, key=lambda hit: (hit.last, hit.last - hit.first), default=None)

    def _phrase_start(self, first: int, floor: int) -> int:
        """Return where the noun phrase begins, as far as it may, that ends at a name."""
        document, nouns, index = self.document, 0, first
        while index > floor and first - index < _REACH:
            tag = document.tags[index - 1]
            nouns += tag is Tag.NOUN
            if nouns > _NOUNS or (tag not in _PHRASE and document.words[index - 1] not in _LINKING and document.lower[index - 1] != "of"):
                break
            index -= 1
        return index

    def _after(self, last: int) -> Hit | None:
        """Return the words of a relation right after a name, a hyphen or possessive ending aside."""
        document = self.document
        if document.words[last : last + 1] == ("(",) and document.words[last + 2 : last + 3] == (")",):
            last += 3
        if last < len(document) and document.words[last] in ("-", "'s", "'", '"'):
            last += 1
        return next((hit for hit in document.hits_in("relation_after", last, last + 8) if hit.first == last), None)

    def _alignment(self, first: int, last: int, before: Hit | None) -> FrameworkTie | None:
        """Return an alignment with both arguments: "docking of the Initiative with [the plan]", "align [it] with the Initiative"."""
        document = self.document
        sentence = document.sentence_of(first)
        floor = max(sentence.first, first - _ALIGNED_REACH)
        hits = [hit for hit in document.hits_in("relation_before", floor, first) if hit.pattern.label == FrameworkRelation.ALIGN]
        if not hits:
            return None
        hit = hits[-1]
        tie = self._tie(first, hit)
        if before is hit and hit.pattern.id.endswith("join"):
            return attrs.evolve(tie, aligned=_nonempty(hit.first + 1, hit.last - 1))
        if document.lower[last : last + 1] in (("with",), ("and",), ("to",)) and first - hit.last <= 3:
            return attrs.evolve(tie, aligned=_nonempty(last + 1, self._argument_end(last + 1, sentence.last)))
        joined = next((i for i in range(first - 1, hit.last - 1, -1) if document.lower[i] in ("with", "and", "to")), None)
        if joined is not None and self._phrase_start(first, joined + 1) == joined + 1:
            start = hit.last + (document.lower[hit.last] in ("of", "between"))
            return attrs.evolve(tie, aligned=_nonempty(start, joined))
        if before is not None and before.pattern.label == FrameworkRelation.WITHIN and hit.last <= before.first:
            start = hit.last + (document.lower[hit.last] in ("of", "between"))
            unbroken = all(document.tags[i] in _PHRASE for i in range(start, before.first))
            return attrs.evolve(tie, aligned=_nonempty(start, before.first)) if unbroken else None
        return None

    def _argument_end(self, first: int, ceiling: int) -> int:
        document, last = self.document, first
        while last < ceiling and document.tags[last] not in (Tag.PUNCT, Tag.CC, *FINITE):
            named = next((hit for hit in document.hits_in("framework", last, ceiling) if hit.first == last), None)
            last = named.last if named is not None else last + 1
        return last


def _weak(hit: Hit) -> bool:
    return hit.pattern.label == FrameworkRelation.WITHIN


def _nonempty(first: int, last: int) -> tuple[int, int] | None:
    return (first, last) if first < last else None


def extract_framework_ties(document: AnnotatedDocument, findings: Findings) -> Iterator[FrameworkTie]:
    """Yield what is done with each framework that is named or stood for, where words around it say so, in text order."""
    reader = _Reader(document)
    places = [(name.first, name.last, name.label.kind) for name in findings.of(FrameworkName)]
    places += [(anaphor.first, anaphor.last, anaphor.antecedent.label.kind) for anaphor in findings.of(Anaphor)]
    for first, last, kind in sorted(places):
        tie = reader.tie(first, last, kind)
        if tie is not None:
            yield tie
