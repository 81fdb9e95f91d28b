"""Frameworks, initiatives and signature formulas by name: BRI, SCO, one-China ..."""

from __future__ import annotations

from collections.abc import Iterator

from diplocorpus.extractors.findings import Findings
from diplocorpus.models.events import Meeting
from diplocorpus.models.frameworks import FrameworkKind, FrameworkReference
from diplocorpus.models.spans import Span
from diplocorpus.patterns.schema import Label
from diplocorpus.text.annotated import AnnotatedDocument, Hit
from diplocorpus.text.tagging import FINITE, Tag

_ALIGN = frozenset(
    """
    docking dock aligning align alignment synergy synergize synergizing dovetail dovetailing linking conjugation
    integration connecting
    """.split()
)
_OWN_SUMMITS = frozenset({"SCO", "BRICS", "G7", "G20", "APEC", "CICA"})
"""Bodies whose summits are meetings of their own members, so that naming them names the framework of work."""

_REACH = 14


class _Finder:
    """Decides on the hits of one document."""

    def __init__(self, document: AnnotatedDocument, findings: Findings) -> None:
        self.document = document
        self.labels = document.packs.labels("framework")
        self.last: Hit | None = None
        self.parties = {party for meeting in findings.of(Meeting) for party in meeting.parties}

    def is_actor(self, hit: Hit, label: Label) -> bool:
        """Tell whether a body is named as an actor or a party to the meeting, not as a framework of work."""
        if not label.actor:
            return False
        document = self.document
        if hit.pattern.label in self.parties and hit.pattern.label not in _OWN_SUMMITS:
            return True
        if document.lower[hit.last - 1] in ("countries", "states", "members", "leaders") and hit.pattern.label != "SCO":
            return True
        after = hit.last
        acts = after < len(document) and (document.tags[after] in FINITE or document.words[after] in ("'s", "'"))
        if acts and document.words[hit.last - 1][0].isupper() and self._is_subject(hit.first):
            return True
        return (
            after < len(document)
            and document.lower[after] in ("member", "members", "countries", "leaders", "states")
            and hit.pattern.label != "SCO"
        )

    def _is_subject(self, first: int) -> bool:
        """Tell whether a name opens its clause, alone or coordinated: "the SCO and BRICS agree", not "within the SCO and BRICS"."""
        document = self.document
        before = first - 1
        floor = document.sentence_of(first).first
        while before >= floor and (document.tags[before] in (Tag.DET, Tag.CC, Tag.NAME) or document.words[before] == ","):
            before -= 1
        return before < floor or document.tags[before] in (Tag.SUB, Tag.VBD, Tag.VBZ, Tag.PUNCT, Tag.QUOTE)

    def repeats(self, hit: Hit) -> bool:
        """Tell whether a naming only spells out the one right before it: `the "three evils" of terrorism, ...`."""
        if self.last is None or self.last.pattern.label != hit.pattern.label or hit.first - self.last.last > 3:
            return False
        between = self.document.lower[self.last.last : hit.first]
        return bool(between) and all(word in ("of", '"', "(", "-", "–", ",", ":", "namely") for word in between)

    def alignment(self, hit: Hit) -> Span | None:
        """Return what is aligned with a framework: "docking of the Initiative with [the plan]", "align [it] with the Initiative"."""
        document = self.document
        sentence = document.sentence_of(hit.first)
        before = range(max(sentence.first, hit.first - _REACH), hit.first)
        verb = next((i for i in reversed(before) if document.lower[i] in _ALIGN), None)
        if verb is None:
            return None
        joined = next((i for i in range(hit.first - 1, verb, -1) if document.lower[i] in ("with", "and", "to")), None)
        if joined is not None and hit.first - joined <= 4:
            first = verb + 2 if document.lower[verb + 1 : verb + 2] in (("of",), ("between",)) else verb + 1
            return document.span(first, joined) if first < joined else None
        if document.lower[hit.last : hit.last + 1] in (("with",), ("and",)) and hit.first - verb <= 4:
            last = hit.last + 1
            while last < sentence.last and document.tags[last] not in (Tag.PUNCT, Tag.CC, *FINITE):
                last += 1
            return document.span(hit.last + 1, last) if last > hit.last + 1 else None
        return None


def extract_frameworks(document: AnnotatedDocument, findings: Findings) -> Iterator[FrameworkReference]:
    """Yield a reference for each naming of a framework, in text order; bodies that only act are left out."""
    finder = _Finder(document, findings)
    number = 0
    for hit in document.hits.get("framework", ()):
        label = finder.labels[hit.pattern.label]
        if finder.is_actor(hit, label) or finder.repeats(hit):
            continue
        finder.last = hit
        number += 1
        span = document.span(hit.first, hit.last)
        aligned = finder.alignment(hit)
        yield FrameworkReference(
            id=f"f{number}",
            framework=label.id,
            name=label.name,
            kind=_kind(label),
            broader=_ancestors(label, finder.labels),
            span=span,
            relation="align" if aligned else None,
            aligned_with=aligned,
            evidence=(span,),
            rules=(hit.pattern.id,),
        )


def _ancestors(label: Label, labels: dict[str, Label]) -> tuple[str, ...]:
    """Return the frameworks that one belongs to, nearest first."""
    found: list[str] = []
    queue = list(label.broader)
    while queue:
        broader = queue.pop(0)
        if broader not in found:
            found.append(broader)
            if broader in labels:
                queue.extend(labels[broader].broader)
    return tuple(found)


def _kind(label: Label) -> FrameworkKind:
    assert label.kind is not None, "a pack of frameworks says of which kind each is"
    return label.kind
