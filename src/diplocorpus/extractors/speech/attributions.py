"""Utterances with their speakers: the records of who said what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.meetings.findings import Segment
from diplocorpus.extractors.people.findings import Mention, MentionKind, Referent
from diplocorpus.extractors.speech.findings import Utterance
from diplocorpus.models.discourse import JOINT, Attribution
from diplocorpus.patterns.words import words
from diplocorpus.text.annotated import AnnotatedDocument
from diplocorpus.text.tagging import Tag

_MADE_STATEMENT = re.compile(
    r"\b(?:made|said|gave) (?:the|this|these|his|her) ?(?:statement|statements|remark|remarks|call|comment|comments|announcement)?\b"
)


_LEADS_BODY = re.compile(
    r"^(?:(?:the |an? )?(?:\w+ )?(?:statistics|data|figures|reports?|information|statement|release|communique|readout)"
    r" (?:(?:issued|released|published) )?(?:from|of|by) )?(?:the |an? )?",
    re.IGNORECASE,
)
"""What stands in front of the name of a body: "a press release of the"."""

_JOINTLY = frozenset({"statement", "communique", "declaration", "communiqué"})
_BODY_REACH = 3
"""Sentences behind which `it` no longer stands for the body that spoke."""


class _Attributor:
    """Finds the speaker of each utterance of a document."""

    def __init__(self, document: AnnotatedDocument, findings: Findings) -> None:
        self.document = document
        self.referents = {referent.mention.first: referent for referent in findings.of(Referent)}
        self.segments = findings.cover(Segment)
        self.mentions = findings.along(Mention)
        self.bodies = [mention for mention in self.mentions if mention.kind is MentionKind.BODY]
        self.done: dict[int, tuple[str | None, str | None]] = {}
        self.last: tuple[str | None, str | None, int] = (None, None, -1)
        self.body: tuple[str | None, str | None, int] = (None, None, -1)
        """The body that spoke last, for "it added"."""

    def speaker(self, utterance: Utterance) -> tuple[str | None, str | None]:
        """Return speaker and party of an utterance."""
        if utterance.follows is not None and utterance.follows in self.done:
            return self.done[utterance.follows]
        if utterance.joint:
            return JOINT, None
        if [mention.head for mention in utterance.subject] == ["it"] and utterance.sentence - self.body[2] <= _BODY_REACH and self.body[0]:
            return self.body[:2]
        referents = [self.referents.get(mention.first) for mention in utterance.subject]
        known = [referent for referent in referents if referent is not None]
        if not known:
            return None, None
        if len(known) > 1:
            parties = {referent.parties for referent in known}
            if len(parties) != 1 or () in parties:
                return JOINT, None
        referent = known[0]
        if referent.joint:
            return JOINT, None
        if referent.people:
            person = referent.people[0]
            return person.name, person.party
        if referent.mention.head in _JOINTLY and "joint" in self._body(referent.mention).lower():
            return JOINT, None
        if referent.mention.kind is MentionKind.BODY:
            named = self._in_full(referent.mention)
            its = self.referents.get(named.first, referent).parties
            return self._body(named), next(iter(its or referent.parties), None)
        if referent.parties:
            return self._for_party(utterance, referent.parties[0])
        return None, None

    def by_body(self, utterance: Utterance) -> bool:
        """Tell whether a body speaks, not a person or a state: it does not speak for the state from then on."""
        return bool(utterance.subject) and utterance.subject[0].kind is MentionKind.BODY

    def _in_full(self, body: Mention) -> Mention:
        """Return the naming of a body that a bare noun takes up: "the ministry" behind "Kenya's Foreign Ministry"."""
        name = self._body(body).lower()
        if name != body.head or name not in words().authorities:
            return body
        before = (other for other in self.bodies if other.head == body.head and other.first < body.first)
        return next((other for other in before if self._body(other).lower() != name), body)

    def _body(self, mention: Mention) -> str:
        first = mention.first
        while first > 0 and self.document.tags[mention.first] is Tag.APOS and self.document.tags[first - 1] in (Tag.NAME, Tag.NOUN):
            first -= 1  # "the premier's office"
        owner = self.document.party_at.get(first) or self.document.party_at.get(first + 1)
        if owner is not None and self.document.lower_at(owner.last) == "'s" and mention.party is not None:
            first = owner.last + 1  # the party tells whose it is
        return _LEADS_BODY.sub("", self.document.text(first, mention.last))

    def _for_party(self, utterance: Utterance, party: str) -> tuple[str, str]:
        """Return the person who speaks for a party where the text tells: "Premier Lowe made the statement", or whose turn it is."""
        following = self.document.sentences[utterance.sentence + 1] if utterance.sentence + 1 < len(self.document.sentences) else None
        if following is not None and _MADE_STATEMENT.search(self.document.text(following.first, following.last)[:140]):
            for mention in self.mentions.within(following.first, following.last):
                if mention.person is not None:
                    if mention.person.party in (None, party):
                        return mention.person.name, party
                    break
        name, own, sentence = self.last
        if own == party and name is not None and utterance.sentence - sentence <= 1:
            return name, party
        return party, party


def extract_attributions(document: AnnotatedDocument, findings: Findings) -> Iterator[Attribution]:
    """Yield an attribution for each utterance, in text order."""
    attributor = _Attributor(document, findings)
    for number, utterance in enumerate(sorted(findings.of(Utterance), key=lambda utterance: utterance.cue), 1):
        speaker, party = attributor.speaker(utterance)
        attributor.done[utterance.cue[0]] = (speaker, party)
        if speaker is not None and attributor.by_body(utterance):
            attributor.body = (speaker, party, utterance.sentence)
        elif speaker is not None and speaker != JOINT:
            attributor.last = (speaker, party, utterance.sentence)
        segment = attributor.segments.first_holding(utterance.sentence)
        cue = document.span(*utterance.cue)
        content = tuple(document.span(*span) for span in utterance.content)
        source = document.span(*utterance.source) if utterance.source else None
        yield Attribution(
            id=f"a{number}",
            meeting_id=segment.meeting_id or None if segment else None,
            speaker=speaker,
            party=party,
            source=source,
            cue=cue,
            content=content,
            evidence=tuple(span for span in (source, cue, *content) if span is not None),
            rules=(utterance.rule,),
        )
