"""Frameworks that are named: what is done with them, by whom, and who says so; bodies that only act are left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import itemgetter
from typing import Any

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.frameworks.findings import ActingBody, Anaphor, FrameworkName, FrameworkTie
from diplocorpus.extractors.people.findings import Mention, Referent
from diplocorpus.extractors.speech.findings import Clause, Turn
from diplocorpus.models.discourse import NARRATOR, Attribution
from diplocorpus.models.frameworks import FrameworkAnaphor, FrameworkReference
from diplocorpus.models.spans import Span
from diplocorpus.patterns.schema import Label
from diplocorpus.text.along import Cover
from diplocorpus.text.annotated import AnnotatedDocument
from diplocorpus.text.tagging import Tag

_LONGEST_PARTY = 8
_ABOUT = frozenset({"on", "for", "upon"})
_ASKED_TO = frozenset({"to", "in", "for", "on"})


class _Users:
    """Tells whose relation it is and who says so."""

    def __init__(self, document: AnnotatedDocument, findings: Findings) -> None:
        self.document = document
        self.mentions = findings.along(Mention)
        self.ending: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            self.ending.setdefault(mention.last, []).append(mention)
        self.parties = {referent.mention.first: referent.parties for referent in findings.of(Referent)}
        self.clauses = findings.along(Clause)
        self.attributions = Cover((a, [(span.start, span.end) for span in (a.cue, *a.content)]) for a in findings.of(Attribution))
        self.turns = findings.cover(Turn)

    def use(self, first: int, span: Span, tie: FrameworkTie | None) -> dict[str, Any]:
        """Return the fields of a FrameworkUse: what is done with the framework that is named from a token on."""
        attribution = self._attribution(span)
        return {
            "relation": tie.relation if tie else None,
            "holders": tuple(sorted(self._holders(tie))) if tie else (),
            "speaker": self._speaker(first, attribution),
            "attribution_id": attribution.id if attribution else None,
            "aligned_with": self.document.span(*tie.aligned) if tie and tie.aligned else None,
        }

    def _attribution(self, span: Span) -> Attribution | None:
        """Return the attribution with the least around a span."""
        around = [
            (content.end - content.start, attribution)
            for attribution in self.attributions.holding(span.start)
            for content in (attribution.cue, *attribution.content)
            if content.start <= span.start and span.end <= content.end
        ]
        return min(around, key=itemgetter(0))[1] if around else None

    def _speaker(self, first: int, attribution: Attribution | None) -> str | None:
        if attribution is not None:
            return attribution.speaker
        turn = self.turns.first_holding(first)
        return turn.person.name if turn else NARRATOR

    def _holders(self, tie: FrameworkTie) -> tuple[str, ...]:
        """Return the parties that do it: an owner, whoever is asked to, else the subject of the clause."""
        owner = self._owner(min(tie.at, tie.first)) or self._as_one(tie)
        if owner:
            return owner
        sentence = self.document.sentence_of(tie.at)
        before = [clause for clause in self.clauses.within(sentence.first, max(tie.first + 1, tie.at)) if not clause.relative]
        if not before:
            return ()
        clause = before[-1]
        asked = self._asked(clause.main + 1, tie.first)
        return asked or tuple(dict.fromkeys(party for mention in clause.subject for party in self.parties.get(mention.first, ())))

    def _owner(self, first: int) -> tuple[str, ...]:
        """Return the party whose support or chairmanship it is: "[Ruritania]'s firm support for", "[his country]'s"."""
        document, index = self.document, first
        while index > 0 and document.tags[index - 1] in (Tag.ADJ, Tag.ADV, Tag.VBG, Tag.VBN):
            index -= 1
        if index > 1 and document.tags[index - 1] is Tag.POSS and document.lower[index - 2] in _ABOUT:
            return self._ending_at(index - 2)  # "congratulated [Ruritania] on its chairmanship"
        apostrophe = index > 0 and document.lower[index - 1] in ("'s", "'")
        owners = [m for m in self.ending.get(index, ()) if apostrophe or document.tags[m.first] is Tag.POSS]
        owners += self.ending.get(index - 1, ()) if apostrophe else ()
        if owners:
            return self.parties.get(min(owner.first for owner in owners), ())
        for hit in document.parties_in(index - _LONGEST_PARTY, index):
            if (apostrophe and hit.last == index - 1) or (
                hit.last == index and (hit.kind == "demonym" or "." in document.words[hit.first])
            ):
                return (hit.code,)
        return ()

    def _as_one(self, tie: FrameworkTie) -> tuple[str, ...]:
        """Return the party that is spoken of as something: "called on [Ruritania], as a member of", "[Ruritania] joining"."""
        document = self.document
        index = min(tie.at, tie.first) - 1
        if document.tags[tie.first] is Tag.VBG and tie.first <= index + 1:
            return self._ending_at(tie.first)
        while index > 0 and document.tags[index] in (Tag.DET, Tag.ADJ, Tag.NUM, Tag.NOUN, Tag.POSS):
            index -= 1
        if document.lower_at(index) != "as":
            return ()
        index -= document.word_at(index - 1) == ","
        return self._ending_at(index) or self._owner(index - (document.tag_at(index - 1) is Tag.NOUN))

    def _ending_at(self, last: int) -> tuple[str, ...]:
        ending = self.ending.get(last)
        return self.parties.get(ending[0].first, ()) if ending else ()

    def _asked(self, first: int, last: int) -> tuple[str, ...]:
        """Return the party between a verb and a relation that is its object: "urged [Ruritania] to join"."""
        for mention in self.mentions.within(first, last):
            if mention.last < last and self.document.lower[mention.last] in _ASKED_TO:
                aside = self.document.lower_at(mention.first - 1) in ("with", "by", "from", "in")
                if not aside and last - mention.last <= 2:
                    return self.parties.get(mention.first, ())
        return ()


def extract_frameworks(document: AnnotatedDocument, findings: Findings) -> Iterator[FrameworkReference]:
    """Yield a reference for each naming of a framework, in text order; bodies that only act are left out."""
    labels = document.packs.labels("framework")
    ties = {tie.at: tie for tie in findings.of(FrameworkTie)}
    users = _Users(document, findings)
    acting = {body.at for body in findings.of(ActingBody)}
    anaphora: dict[int, list[FrameworkAnaphor]] = {}
    for anaphor in findings.of(Anaphor):
        span = document.span(anaphor.first, anaphor.last)
        use = users.use(anaphor.first, span, ties.get(anaphor.first))
        anaphora.setdefault(anaphor.antecedent.first, []).append(FrameworkAnaphor(span=span, **use))
    number = 0
    for name in sorted(findings.of(FrameworkName), key=lambda name: name.first):
        if name.first in acting:
            continue
        number += 1
        tie = ties.get(name.first)
        span = document.span(name.first, name.last)
        yield FrameworkReference(
            id=f"f{number}",
            framework=name.label.id,
            name=name.label.name,
            kind=name.label.kind,
            broader=_ancestors(name.label, labels),
            span=span,
            anachronistic=_is_older(document.document.date, name.label.since),
            anaphora=tuple(anaphora.get(name.first, ())),
            evidence=(span,) if tie is None else (span, document.span(tie.first, tie.last)),
            rules=(name.rule,) if tie is None else (name.rule, tie.rule),
            **users.use(name.first, span, tie),
        )


def _ancestors(label: Label, labels: Mapping[str, Label]) -> tuple[str, ...]:
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


def _is_older(date: str | None, since: str | None) -> bool:
    """Tell whether a date is earlier than another, as far as both say; a date without a year is not."""
    if date is None or since is None or not date[:4].isdecimal():
        return False
    length = min(len(date), len(since))
    return date[:length] < since[:length]
