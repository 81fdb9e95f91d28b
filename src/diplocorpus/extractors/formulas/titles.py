"""Titles of relations put together from their parts: "[all-weather] [comprehensive] [strategic] partnership [for a new era]".

A title is a noun (partnership, partners) with at least one part that says more than kindness, the parts standing next
to each other; its canonical id is put together from them, so that wordings of one title share it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.formulas.findings import Title
from diplocorpus.models.partnerships import TitlePart
from diplocorpus.text.annotated import AnnotatedDocument, Hit
from diplocorpus.text.tagging import Tag

_BEFORE = frozenset({",", "and", "-", "–", '"'})
_SAYS_ENOUGH = frozenset(
    {
        TitlePart.STRATEGIC, TitlePart.COMPREHENSIVE, TitlePart.COOPERATIVE, TitlePart.ALL_WEATHER, TitlePart.ALL_ROUND,
        TitlePart.PRIVILEGED, TitlePart.COORDINATION,
    }
)  # fmt: skip
_OF_PARTNERS = frozenset({TitlePart.STRATEGIC, TitlePart.COMPREHENSIVE, TitlePart.ALL_WEATHER})
_LETTERS = (
    (TitlePart.ALL_WEATHER, "AW_"), (TitlePart.PERMANENT, "PERM_"), (TitlePart.SPECIAL, "SPEC_"), (TitlePart.PRIVILEGED, "PRIV_"),
    (TitlePart.ENHANCED, "ENH_"), (TitlePart.INNOVATIVE, "INNOV_"), (TitlePart.MUTUALLY_BENEFICIAL, "MB_"),
    (TitlePart.ALL_ROUND, "AR_"), (TitlePart.HIGH_QUALITY, "HQ_"), (TitlePart.FUTURE_ORIENTED, "FO_"),
    (TitlePart.COMPREHENSIVE, "C"), (TitlePart.GLOBAL, "G"), (TitlePart.FRIENDLY, "F"), (TitlePart.STRATEGIC, "S"),
    (TitlePart.COOPERATIVE, "C"),
)  # fmt: skip
_ENDINGS = (
    (TitlePart.COORDINATION, "_COORD"), (TitlePart.INTERACTION, "_SI"), (TitlePart.ALLIANCE, "_ALLIED"), (TitlePart.NEW_ERA, "_NE"),
)  # fmt: skip
_COMMUNITIES = frozenset({"SHARED_FUTURE", "SHARED_FUTURE_BILATERAL"})
_MANKIND = frozenset({"mankind", "humanity", "humankind", "human", "global"})


def canonical_id(parts: Iterable[TitlePart]) -> str:
    """Return the id of a title from its parts, whatever their order.

    >>> canonical_id([TitlePart.COMPREHENSIVE, TitlePart.STRATEGIC])
    'CSP'
    >>> canonical_id([TitlePart.NEW_ERA, TitlePart.STRATEGIC, TitlePart.ALL_WEATHER])
    'AW_SP_NE'
    """
    known = frozenset(parts)
    start = "".join(letters for part, letters in _LETTERS if part in known) + "P"
    # "Comprehensive" alone must not read as "cooperative" alone.
    if TitlePart.COMPREHENSIVE in known and not known & {TitlePart.STRATEGIC, TitlePart.COOPERATIVE, TitlePart.GLOBAL, TitlePart.FRIENDLY}:
        start = start.removesuffix("CP") + "COMP"
    return start + "".join(letters for part, letters in _ENDINGS if part in known)


_HEADS = frozenset({"partnership", "partners", "allied", "mutual_benefit"})
"""Labels of the nouns that a title ends in, or that are one by themselves."""


class _Reader:
    """Reads the titles of one document."""

    def __init__(self, document: AnnotatedDocument) -> None:
        self.document = document
        hits = document.hits.get("partnership_part", ())
        self.heads = [hit for hit in hits if hit.pattern.label in _HEADS]
        parts = [hit for hit in hits if hit.pattern.label not in _HEADS] if self.heads else ()
        self.ending = {hit.last: hit for hit in parts}
        self.starting = {hit.first: hit for hit in parts}

    def title(self, head: Hit) -> Title | None:
        """Return the title that a noun stands for; None for a description."""
        if head.pattern.label == "mutual_benefit":
            return Title(head.first, head.last, "MBR", head, ())
        if head.pattern.label == "allied":
            return Title(head.first, head.last, "ALLIED", head, ())
        before, after = list(self._before(head)), list(self._after(head))
        known = frozenset(TitlePart(hit.pattern.label) for hit in (*before, *after))
        if not known & _SAYS_ENOUGH or (head.pattern.label == "partners" and not self._are_partners(head, before, known)):
            return None
        parts = (*reversed(before), *after)
        first = min((hit.first for hit in before), default=head.first)
        last = max((hit.last for hit in after), default=head.last)
        return Title(first, last, canonical_id(known), head, parts)

    def _before(self, head: Hit) -> Iterator[Hit]:
        """Yield the parts in front of a noun, the nearest first."""
        place = head.first
        sentence = self.document.sentence_of(head.first)
        while place > sentence.first:
            hit = self.ending.get(place)
            if hit is None and (dyad := self._dyad_before(place)) is not None:
                # "the comprehensive Freedonian-Ruritanian strategic partnership"
                hit = self.ending.get(dyad)
            if hit is None:
                behind = self.document.lower_at(place - 1)
                hit = self.ending.get(place - 1) if behind in _BEFORE else None
                if hit is None and behind == "and" and self.document.word_at(place - 2) == ",":
                    hit = self.ending.get(place - 2)
            if hit is None or self.document.lower[hit.first] in ("and", "of", "for", "in") or self._noun_beside(hit, head):
                return
            yield hit
            place = hit.first

    def _noun_beside(self, hit: Hit, head: Hit) -> bool:
        """Tell whether a part is a noun of its own: "[cooperation] and partnership"."""
        return self.document.lower[hit.last - 1] == "cooperation" and self.document.lower[hit.last] == "and" and hit.last + 1 == head.first

    def _dyad_before(self, place: int) -> int | None:
        """Return where two parties joined by a hyphen begin that end at a place."""
        near = [hit for hit in self.document.parties_in(max(0, place - 6), place) if hit.last <= place]
        if len(near) < 2 or near[-1].last != place:
            return None
        between = self.document.words[near[-2].last : near[-1].first]
        return near[-2].first if between and all(word in ("-", "–") for word in between) else None

    def _after(self, head: Hit) -> Iterator[Hit]:
        """Yield the parts behind a noun: "of coordination", "and alliance", "for a new era"."""
        place = head.last
        while (hit := self.starting.get(place)) is not None and self.document.lower[hit.first] in ("of", "and", "for", "in"):
            yield hit
            place = hit.last

    def _are_partners(self, head: Hit, before: list[Hit], known: frozenset[TitlePart]) -> bool:
        """Tell whether `partners` bears a title: "are strategic partners", not "our most trustworthy strategic partner"."""
        if not known & _OF_PARTNERS:
            return False
        document, first = self.document, min((hit.first for hit in before), default=head.first)
        place = first - 1
        while document.tag_at(place) in (Tag.DET, Tag.ADV, Tag.POSS):
            place -= 1
        states = (
            document.lower_at(place) in ("become", "became", "becoming", "as", "remain", "remains", "being", "'s")
            or document.tag_at(place) is Tag.BE
        )
        return states and (document.lower[head.last - 1] == "partners" or len(known) > 1)

    def communities(self) -> Iterator[Title]:
        """Yield bilateral communities with a shared future; that of mankind is nobody's title."""
        for hit in self.document.hits.get("framework", ()):
            if hit.pattern.label not in _COMMUNITIES:
                continue
            words = self.document.lower[hit.first : hit.last]
            if _MANKIND.isdisjoint(words) and "community" in words:
                sky = "all-weather" in self.document.text(max(0, hit.first - 3), hit.last).lower()
                yield Title(hit.first, hit.last, "AW_COMMUNITY" if sky else "COMMUNITY", hit, (), community=True)


def _joined(titles: Iterable[Title], document: AnnotatedDocument) -> Iterator[Title]:
    """Yield titles, an alliance in front of a partnership as a part of it: "[relations of alliance and] strategic partnership"."""
    waiting: Title | None = None
    for title in titles:
        if waiting is not None:
            if title.head.pattern.label == "partnership" and document.lower[waiting.last : title.first] == ("and",):
                canonical = title.canonical.removesuffix("_NE")
                ending = title.canonical.removeprefix(canonical)
                yield attrs.evolve(title, first=waiting.first, canonical=f"{canonical}_ALLIED{ending}")
                waiting = None
                continue
            yield waiting
            waiting = None
        if title.head.pattern.label == "allied":
            waiting = title
        else:
            yield title
    if waiting is not None:
        yield waiting


def extract_titles(document: AnnotatedDocument, findings: Findings) -> Iterator[Title]:
    """Yield the titles of relations, in text order."""
    reader = _Reader(document)
    found = [title for head in reader.heads if (title := reader.title(head)) is not None]
    yield from sorted((*_joined(found, document), *reader.communities()), key=lambda title: title.first)
