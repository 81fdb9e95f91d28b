"""Encounters as the text words them: the anchor, who stands on either side, kind, whether news or recalled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from diplocorpus.extractors.findings import Clause, Encounter, Findings, Mention, MentionKind, Naming, Person, Utterance
from diplocorpus.models.events import MeetingKind
from diplocorpus.text.annotated import AnnotatedDocument, Hit, Sentence
from diplocorpus.text.tagging import Tag

_JOINS = frozenset({",", "and", "with", "well", "as"})
_SEPARATELY = frozenset({"separate", "separately", "respectively", "respective"})
_CALL_KINDS = frozenset({MeetingKind.PHONE_CALL, MeetingKind.VIDEO_CALL})
_RECALLS = re.compile(
    r"\b(?:follow(?:s|ing|ed)|since|after|building on|built on|recall\w*|result(?:s|ed)? (?:of|from)"
    r"|during (?:the|their|its|his|last|an?) [^,.]{0,60}? (?:on|in) (?:\w+ \d|(?:19|20)\d\d)"
    r"|their (?:last|previous|recent)|previous|earlier|last (?:month|week|year)|outcomes? (?:from|of)"
    r"|agreed (?:upon )?at|upcoming|next)\b[^.]{0,120}$"
)
_FUTURE = re.compile(r"\b(?:will|would|to|upcoming|next|plans? to|forthcoming|ahead of|in advance of|prior to|not|never) (?:\w+ ){0,2}$")


class _Reader:
    """Reads the encounters of one document."""

    def __init__(self, document: AnnotatedDocument, findings: Findings) -> None:
        self.document = document
        self.mentions = findings.of(Mention)
        self.clauses = findings.of(Clause)
        self.utterances = findings.of(Utterance)
        self.people = tuple(dict.fromkeys(naming.person for naming in findings.of(Naming)))
        self.agents = {clause.subject[0].first for clause in self.clauses if clause.subject and clause.past and not clause.shared}
        self.subject: Person | None = None

    def read(self) -> Iterator[Encounter]:
        for number, sentence in enumerate(self.document.sentences):
            own = [m for m in self.mentions if sentence.first <= m.first < sentence.last]
            clauses = [c for c in self.clauses if sentence.first <= c.verb < sentence.last]
            for hit in self._anchors(sentence):
                encounter = self._encounter(hit, number, sentence, own, clauses)
                if encounter is not None:
                    yield encounter
            for clause in clauses:
                resolved = [p for m in clause.subject if (p := self.resolve(m)) is not None]
                if resolved and clause.past and not clause.relative:
                    self.subject = resolved[0]

    def _anchors(self, sentence: Sentence) -> list[Hit]:
        return [
            hit
            for hit in self.document.hits_in("encounter", sentence.first, sentence.last)
            if hit.form != "base" or self.document.tags[hit.first] is not Tag.NOUN
        ]

    def resolve(self, mention: Mention) -> Person | None:
        """Return the person that a mention stands for, judged by name, office and the last subject."""
        if mention.person is not None:
            return mention.person
        if mention.kind is MentionKind.PRONOUN:
            return self.subject
        if mention.kind is MentionKind.ROLE:
            fitting = [p for p in self.people if not p.former and (mention.party is None or p.party == mention.party)]
            exact = [p for p in fitting if p.role and mention.head in p.role.lower()]
            ranked = [p for p in fitting if mention.level is not None and p.level == mention.level]
            office = [p for p in fitting if mention.office is not None and p.office == mention.office]
            if office or exact or ranked:
                return (office or exact or ranked)[0]
            return fitting[0] if mention.party and fitting else None
        return None

    def _list_from(self, index: int, mentions: Sequence[Mention], sentence: Sentence) -> list[Mention]:
        """Return the mentions coordinated from a token on: "Premier Lowe, Minister Ott and Governor Marsh"."""
        chain: list[Mention] = []
        starting = {mention.first: mention for mention in mentions}
        document = self.document
        while index < sentence.last:
            mention = starting.get(index)
            if mention is not None and mention.kind in (MentionKind.PERSON, MentionKind.ROLE, MentionKind.PARTY):
                if chain and mention.first in self.agents:
                    break
                chain.append(mention)
                index = mention.last
            elif (
                document.lower[index] in _JOINS
                or (document.tags[index] in (Tag.DET, Tag.POSS, Tag.ADV) or document.lower[index] in ("today", "counterpart"))
                or (
                    document.tags[index] in (Tag.NAME, Tag.ADJ, Tag.NOUN, Tag.VBG)
                    and not chain
                    and any(0 < m.first - index <= 6 for m in mentions)
                )
            ):
                index += 1
            else:
                break
        return chain

    def _partner_start(self, hit: Hit, sentence: Sentence) -> int | None:
        """Return where the other side is named: behind `with`, `between`, `to`, `by`, or as object of the verb."""
        document = self.document
        if document.lower[hit.last - 1] in ("with", "to"):
            return hit.last
        index = hit.last
        while index < sentence.last and index - hit.last < 12:
            lower = document.lower[index]
            if lower in ("with", "between", "by") or (lower == "to" and hit.pattern.label == MeetingKind.CORRESPONDENCE):
                return index + 1
            if document.words[index] in (".", ";") or (document.words[index] == "," and index - hit.last > 8):
                break
            if document.lower[index] in ("that", "during", "on", "and", "said") and lower != "on":
                break
            index += 1
        return hit.last if hit.form is not None else None

    def _encounter(
        self, hit: Hit, number: int, sentence: Sentence, mentions: Sequence[Mention], clauses: Sequence[Clause]
    ) -> Encounter | None:
        document = self.document
        kind = MeetingKind(hit.pattern.label)
        lead = document.masked[document.starts[sentence.first] : document.starts[hit.first]]
        if hit.form == "base" or _FUTURE.search(lead):
            return None
        if hit.form is not None and document.tags[hit.first] is Tag.VBN and not sentence.heading and self._in_content(hit, number):
            return None
        start = self._partner_start(hit, sentence)
        partners = self._list_from(start, mentions, sentence) if start is not None else []
        agents = self._agents(hit, mentions, clauses, partners)
        separate = any(word in _SEPARATELY for word in document.lower[sentence.first : sentence.last])
        left = [p for m in agents if (p := self.resolve(m)) is not None]
        if not partners and start is not None and document.lower[start : start + 1] in (("him",), ("her",)) and self.subject is not None:
            partners = [Mention(start, start + 1, MentionKind.PRONOUN, head="he")]
        right = [p for m in partners if (p := self.resolve(m)) is not None and p not in left]
        named = tuple(m.party for m in (*agents, *partners) if m.kind is MentionKind.PARTY and m.party)
        recalled = not sentence.heading and (bool(_RECALLS.search(lead)) or self._in_content(hit, number))
        return Encounter(kind, hit, number, tuple(dict.fromkeys(left)), tuple(dict.fromkeys(right)), named, recalled, separate)

    def _agents(self, hit: Hit, mentions: Sequence[Mention], clauses: Sequence[Clause], partners: Sequence[Mention]) -> list[Mention]:
        """Return the side that acts: the subject of the verb, `his` before a noun, or the main clause's subject."""
        document = self.document
        owner = next((i for i in range(hit.first - 1, max(-1, hit.first - 4), -1) if document.lower[i] in ("his", "her", "their")), None)
        if (self._verbal(hit) and owner is None) or hit.pattern.id in ("phone.spoke", "phone.call", "meeting.discuss"):
            clause = next((c for c in clauses if hit.first in (c.main, c.verb)), None)
            if clause is None:
                clause = next((c for c in reversed(clauses) if c.verb <= hit.first), None)
            if clause is None and document.lower[max(0, hit.first - 1) : hit.first] == ("while",):
                clause = next((c for c in clauses if c.verb > hit.first and c.subject), None)
            return list(clause.subject) if clause else []
        verb = next((c for c in clauses if hit.first <= c.verb < hit.last), None)
        if verb is not None and owner is None:
            return list(verb.subject)
        if owner is not None:
            main = next((c for c in clauses if c.past and not c.relative and c.subject), None)
            if main is not None and self.resolve(main.subject[0]) is not None:
                return list(main.subject)
            return [Mention(owner, owner + 1, MentionKind.PRONOUN, head="he")]
        before = [c for c in clauses if c.subject and c.verb < hit.first and c.past] or [
            c for c in clauses if c.subject and c.verb < hit.first
        ]
        if before:
            return list(before[-1].subject)
        after = [c for c in clauses if c.subject and c.verb > hit.first and c.past and not c.relative]
        taken = {m.first for m in partners}
        return [m for m in after[0].subject if m.first not in taken] if after else []

    def _verbal(self, hit: Hit) -> bool:
        """Tell a verb from its noun: "met with", but "a meeting with"."""
        if hit.form != "gerund":
            return hit.form is not None
        return hit.first == 0 or self.document.tags[hit.first - 1] not in (Tag.DET, Tag.ADJ, Tag.POSS, Tag.NUM, Tag.NAME, Tag.APOS)

    def _in_content(self, hit: Hit, number: int) -> bool:
        """Tell whether an encounter is spoken of, not reported: it stands in what somebody said."""
        return any(
            utterance.sentence == number
            and not (utterance.subject and all(mention.kind is MentionKind.BODY for mention in utterance.subject))
            and any(first <= hit.first < last for first, last in utterance.content)
            for utterance in self.utterances
        )


def extract_encounters(document: AnnotatedDocument, findings: Findings) -> Iterator[Encounter]:
    """Yield the encounters that the text words, in order, before they are joined into meetings."""
    yield from _Reader(document, findings).read()
