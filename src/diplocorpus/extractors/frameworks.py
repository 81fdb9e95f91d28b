"""Frameworks of work: which namings are more than those of a body that acts, what is done with them, and by whom."""

from __future__ import annotations

from collections.abc import Iterator

from diplocorpus.extractors.findings import Clause, Findings, Mention, Referent, Turn
from diplocorpus.extractors.framework_findings import Anaphor, FrameworkName, FrameworkTie
from diplocorpus.models.discourse import NARRATOR, Attribution
from diplocorpus.models.frameworks import FrameworkAnaphor, FrameworkReference, FrameworkUse
from diplocorpus.models.spans import Span
from diplocorpus.patterns.schema import Label
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

_OFFICES = frozenset({"foreign", "finance", "defense", "defence", "prime", "energy", "trade"})
"""What may stand before `ministers`."""

_LONGEST_PARTY = 8
_ABOUT = frozenset({"on", "for", "upon"})
_ASKED_TO = frozenset({"to", "in", "for", "on"})


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
        if how != "itself" and (self._pair(name) or (not shown and self._members(name)) or self._partner(name)):
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


class _Users:
    """Tells whose relation it is and who says so."""

    def __init__(self, document: AnnotatedDocument, findings: Findings) -> None:
        self.document = document
        self.mentions = sorted(findings.of(Mention), key=lambda mention: mention.first)
        self.parties = {referent.mention.first: referent.parties for referent in findings.of(Referent)}
        self.clauses = findings.of(Clause)
        self.attributions = findings.of(Attribution)
        self.turns = findings.of(Turn)

    def use(self, span: Span, tie: FrameworkTie | None) -> FrameworkUse:
        """Return what is done with the framework that a span names."""
        attribution = self._attribution(span)
        return FrameworkUse(
            relation=tie.relation if tie else None,
            holders=tuple(sorted(self._holders(tie))) if tie else (),
            speaker=self._speaker(span, attribution),
            attribution_id=attribution.id if attribution else None,
            aligned_with=self.document.span(*tie.aligned) if tie and tie.aligned else None,
        )

    def _attribution(self, span: Span) -> Attribution | None:
        """Return the attribution with the least around a span."""
        around = [
            (content.end - content.start, index)
            for index, attribution in enumerate(self.attributions)
            for content in (attribution.cue, *attribution.content)
            if content.start <= span.start and span.end <= content.end
        ]
        return self.attributions[min(around)[1]] if around else None

    def _speaker(self, span: Span, attribution: Attribution | None) -> str | None:
        if attribution is not None:
            return attribution.speaker
        starts, ends = self.document.starts, self.document.ends
        turn = next((turn for turn in self.turns if starts[turn.first] <= span.start and span.end <= ends[turn.last - 1]), None)
        return turn.person.name if turn else NARRATOR

    def _holders(self, tie: FrameworkTie) -> tuple[str, ...]:
        """Return the parties that do it: an owner, whoever is asked to, else the subject of the clause."""
        owner = self._owner(min(tie.at, tie.first)) or self._as_one(tie)
        if owner:
            return owner
        sentence = self.document.sentence_of(tie.at)
        before = [clause for clause in self.clauses if sentence.first <= clause.verb <= max(tie.first, tie.at - 1) and not clause.relative]
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
        for mention in self.mentions:
            if (apostrophe and mention.last in (index, index - 1)) or (mention.last == index and document.tags[mention.first] is Tag.POSS):
                return self.parties.get(mention.first, ())
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
        if document.lower[index] != "as":
            return ()
        index -= document.words[index - 1] == ","
        return self._ending_at(index) or self._owner(index - (document.tags[index - 1] is Tag.NOUN))

    def _ending_at(self, last: int) -> tuple[str, ...]:
        ending = next((mention for mention in self.mentions if mention.last == last), None)
        return self.parties.get(ending.first, ()) if ending is not None else ()

    def _asked(self, first: int, last: int) -> tuple[str, ...]:
        """Return the party between a verb and a relation that is its object: "urged [Ruritania] to join"."""
        for mention in self.mentions:
            if first <= mention.first and mention.last < last and self.document.lower[mention.last] in _ASKED_TO:
                aside = self.document.lower[mention.first - 1] in ("with", "by", "from", "in")
                if not aside and last - mention.last <= 2:
                    return self.parties.get(mention.first, ())
        return ()


def extract_frameworks(document: AnnotatedDocument, findings: Findings) -> Iterator[FrameworkReference]:
    """Yield a reference for each naming of a framework, in text order; bodies that only act are left out."""
    labels = document.packs.labels("framework")
    ties = {tie.at: tie for tie in findings.of(FrameworkTie)}
    judge, users = _Judge(document), _Users(document, findings)
    anaphora: dict[int, list[FrameworkAnaphor]] = {}
    for anaphor in findings.of(Anaphor):
        span = document.span(anaphor.first, anaphor.last)
        use = users.use(span, ties.get(anaphor.first))
        anaphora.setdefault(anaphor.antecedent.first, []).append(FrameworkAnaphor(span=span, **dict(use)))
    number = 0
    for name in sorted(findings.of(FrameworkName), key=lambda name: name.first):
        tie = ties.get(name.first)
        if judge.acts(name, tie):
            continue
        number += 1
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
            **dict(users.use(span, tie)),
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


def _is_older(date: str | None, since: str | None) -> bool:
    """Tell whether a date is earlier than another, as far as both say; a date without a year is not."""
    if date is None or since is None or not date[:4].isdecimal():
        return False
    length = min(len(date), len(since))
    return date[:length] < since[:length]
