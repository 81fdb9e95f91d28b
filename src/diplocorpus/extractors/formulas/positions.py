"""Whose position it is, and who says so: the holder of a verb, a noun or a participle, the speaker around it.

The holder is the subject of the verb, whoever is asked ("urged [Freedonia] to abide by"), thanked ("thanked [Ott] for
his support"), named as possessor ("[Freedonia]'s adherence") or as agent ("upheld by [Freedonia]"); else the speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.formulas.findings import Position, Topic
from diplocorpus.extractors.meetings.findings import Segment
from diplocorpus.extractors.people.findings import HomeSide, Mention, MentionKind, Referent
from diplocorpus.extractors.speech.findings import Clause, Turn
from diplocorpus.models.discourse import JOINT, NARRATOR, Attribution
from diplocorpus.text.along import Along, Cover
from diplocorpus.text.annotated import AnnotatedDocument, Hit, Sentence
from diplocorpus.text.tagging import Tag

_FIRST_PERSON = frozenset({"our", "my"})
_QUALIFIES = frozenset({Tag.ADJ, Tag.ADV, Tag.VBN, Tag.NOUN, Tag.QUOTE, Tag.VBG})
_STATED = frozenset({"part_of_china", "sole_government", "internal_affair"})
"""What a speaker states as a fact, with a subject of its own."""

_REACH_OF_POSSESSOR = 6
_REACH_OF_NAME = 40
"""Tokens that what is named in front of `'s` may have."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_LONG_AGO = re.compile(
    r"\b(?:decades|years|centuries) ago\b|\bat (?:the|that) time\b|\bin the past\b|\bback then\b|\bat its founding\b", re.IGNORECASE
)


class _Reader:
    """Finds holders and speakers of the topics of one document."""

    def __init__(self, document: AnnotatedDocument, findings: Findings) -> None:
        self.document = document
        self.mentions = findings.along(Mention)
        self.clauses = findings.along(Clause)
        self.referents = {referent.mention.first: referent for referent in findings.of(Referent)}
        self.segments = findings.cover(Segment)
        self.home = next((side.party for side in findings.of(HomeSide)), None)
        made = findings.of(Attribution)
        self.cues = Along(made, _place_of_cue)
        self.contents = Cover((a, [(span.start, span.end) for span in a.content]) for a in made)
        self.turns = findings.cover(Turn)
        self.year = (document.document.date or "--")[:4]

    def positions(self, topic: Topic) -> Iterator[Position]:
        """Yield a topic with its speaker, once for each of its holders; once without where nobody holds it."""
        sentence = self.document.sentence_of(topic.hit.first)
        number = self.document.sentence_number(topic.hit.first)
        attribution = self._attribution(topic.hit.first, sentence)
        speaker, party = self._speaker(topic.hit.first, attribution)
        segment = self.segments.first_holding(number)
        voice = _Voice(party or self.home, speaker == JOINT, segment.parties if segment else ())
        mutual = self._mutual(topic)
        holders = tuple(dict.fromkeys(voice.sides if mutual else self._holders(topic, sentence, voice)))
        commits = self._commits(topic, holders, voice)
        asserting = self._asserting(topic, voice) or party
        inner = self._inner(topic, attribution, party)
        historical = self._historical(topic, sentence)
        first, last = self._range(topic, sentence)
        for holder in holders or (None,):
            # What one side would do "together with" the other binds that side alone.
            bound = commits and not (mutual and topic.clause is None and asserting not in (None, holder))
            yield Position(
                topic, holder, speaker, asserting, inner, attribution.id if attribution else None, segment, bound, historical, first, last
            )

    def _mutual(self, topic: Topic) -> bool:
        """Tell whether both sides hold a position towards each other."""
        first = topic.verb.last if topic.verb and topic.verb.first < topic.hit.first else topic.hit.first
        return "each" in self.document.lower[first : topic.hit.last]

    # who speaks

    def _attribution(self, token: int, sentence: Sentence) -> Attribution | None:
        """Return the outermost attribution around a token; else the one whose speaker goes on within the paragraph."""
        place = self.document.starts[token]
        around = self.contents.holding(place)
        if around:
            return max(around, key=lambda a: sum(span.end - span.start for span in a.content))
        start, end = self.document.starts[sentence.first], self.document.ends[sentence.last - 1]
        if self.cues.within(start, end) or self.turns.holding(token):
            return None
        opening = self.document.starts[self.document.in_paragraph(sentence.paragraph)[0].first]
        earlier = self.cues.within(opening, start)
        return earlier[-1] if earlier and earlier[-1].party else None

    def _speaker(self, token: int, attribution: Attribution | None) -> tuple[str, str | None]:
        if attribution is not None:
            return attribution.speaker or NARRATOR, attribution.party
        turn = self.turns.first_holding(token)
        return (turn.person.name, turn.person.party) if turn else (NARRATOR, None)

    def _inner(self, topic: Topic, attribution: Attribution | None, party: str | None) -> str | None:
        """Return whom the speaker quotes: "said that [the minister] had reaffirmed"."""
        if attribution is None or party is None:
            return None
        for hit in (*reversed(topic.frames), topic.verb):
            clause = self._clause_of(hit) if hit is not None and hit.pattern.label == "reaffirm" else None
            for mention in clause.subject if clause else ():
                referent = self.referents.get(mention.first)
                if referent is not None and referent.parties and party not in referent.parties and not referent.joint:
                    return referent.people[0].name if referent.people else referent.parties[0]
        return None

    # who holds

    def _holders(self, topic: Topic, sentence: Sentence, voice: _Voice) -> tuple[str, ...]:
        verb = topic.verb
        if topic.passive and verb is not None:
            return self._agent(verb.last, sentence)
        if verb is None or verb.first > topic.hit.first or topic.taking == "unchanged":
            told = topic.label in _STATED or verb is not None
            earlier = None if told else self._subject_before(topic.hit.first, sentence, voice)
            return self._possessor(topic.hit.first, topic, sentence, voice) or earlier or voice.parties
        if topic.clause is not None:
            return self._subject(topic.clause, voice) or self._hedged_subject(topic)
        owner = self._possessor(verb.first, topic, sentence, voice)
        if owner is not None:
            return owner
        for frame in topic.frames:
            clause = self._clause_of(frame)
            if frame.pattern.label in ("urge", "praise"):
                addressed = self._between(frame.last, verb.first)
                if addressed:
                    return addressed
            if clause is not None:
                return self._subject(clause, voice)
        return self._subject_before(verb.first, sentence, voice) or self._subject_behind(verb.last, sentence, voice) or ()

    def _hedged_subject(self, topic: Topic) -> tuple[str, ...]:
        """Return the subject that a hedge parts from its verb: "[Freedonia] in principle supports"."""
        hedges = {modifier.first for modifier in topic.modifiers if modifier.pattern.label == "hedge"}
        mention = next((m for m in self.mentions if m.last in hedges), None) if hedges else None
        referent = self.referents.get(mention.first) if mention else None
        return referent.parties if referent else ()

    def _clause_of(self, hit: Hit) -> Clause | None:
        sentence = self.document.sentence_of(hit.first)
        inside = self.clauses.within(sentence.first, sentence.last)
        return next((c for c in inside if hit.first <= c.main < hit.last or c.verb == hit.first), None)

    def _subject(self, clause: Clause, voice: _Voice) -> tuple[str, ...]:
        return self._parties(clause.subject, voice)

    def _parties(self, mentions: Iterable[Mention], voice: _Voice) -> tuple[str, ...]:
        found: list[str] = []
        for mention in mentions:
            referent = self.referents.get(mention.first)
            if referent is not None and referent.parties:
                found += referent.parties
            elif mention.kind is MentionKind.OWN:
                found += voice.parties
        return tuple(found)

    def _subject_before(self, place: int, sentence: Sentence, voice: _Voice) -> tuple[str, ...] | None:
        """Return the subject of the last clause in front of a place that has one."""
        before = [c for c in self.clauses.within(sentence.first, place) if not c.relative]
        return next((found for c in reversed(before) if (found := self._subject(c, voice))), None)

    def _subject_behind(self, place: int, sentence: Sentence, voice: _Voice) -> tuple[str, ...] | None:
        """Return the subject of the clause that a participle opens: "Reaffirming its adherence ..., [Ott] said"."""
        behind = [c for c in self.clauses.within(place, sentence.last) if not c.relative]
        return next((found for c in behind if (found := self._subject(c, voice))), None)

    def _agent(self, place: int, sentence: Sentence) -> tuple[str, ...]:
        """Return by whom: "is upheld by [Freedonia and Ruritania]"."""
        by = next((i for i in range(place - 1, min(sentence.last, place + 6)) if self.document.lower[i] == "by"), None)
        return self._between(by + 1, sentence.last, leading=True) if by is not None else ()

    def _between(self, first: int, last: int, *, leading: bool = False) -> tuple[str, ...]:
        """Return the parties of the mentions between two places; with `leading`, only of those that open it, coordinated."""
        found: list[str] = []
        end = first
        for mention in self.mentions.within(first, last):
            if leading and any(self.document.lower[i] not in ("the", "and", ",", "both") for i in range(end, mention.first)):
                break
            referent = self.referents.get(mention.first)
            found += referent.parties if referent else ()
            end = mention.last
        return tuple(found)

    def _possessor(self, place: int, topic: Topic, sentence: Sentence, voice: _Voice) -> tuple[str, ...] | None:
        """Return whose a noun is: "[Freedonia's] firm adherence", "[its] one-China policy", "[Freedonian] support"; None for nobody's."""
        document = self.document
        for index in range(place - 1, max(sentence.first, place - _REACH_OF_POSSESSOR) - 1, -1):
            adjective = [hit.code for hit in document.parties_in(index, index + 1) if hit.kind == "demonym"]
            if adjective and document.tags[place] is not Tag.VBG:
                return tuple(adjective)
            if document.tags[index] is Tag.APOS:
                return self._named_at(index)
            if document.tags[index] is Tag.POSS or document.lower[index] in _FIRST_PERSON:
                return self._of_pronoun(index, topic, sentence, voice)
            if document.tags[index] not in _QUALIFIES:
                return None
        return None

    def _named_at(self, apostrophe: int) -> tuple[str, ...] | None:
        """Return the party named in front of `'s`."""
        near = max(0, apostrophe - _REACH_OF_NAME)
        hit = next((hit for hit in self.document.parties_in(near, apostrophe) if hit.last == apostrophe), None)
        mention = next((m for m in self.mentions.within(near, apostrophe) if m.last == apostrophe), None)
        referent = self.referents.get(mention.first) if mention else None
        return (hit.code,) if hit else (referent.parties if referent and referent.parties else None)

    def _of_pronoun(self, index: int, topic: Topic, sentence: Sentence, voice: _Voice) -> tuple[str, ...] | None:
        if self.document.lower[index] in _FIRST_PERSON:
            return voice.parties
        for frame in topic.frames:
            if frame.pattern.label in ("praise", "urge") and frame.last <= index:
                addressed = self._between(frame.last, index)
                if addressed:
                    return addressed[:1]
        return self._subject_before(index, sentence, voice)

    # how

    def _asserting(self, topic: Topic, voice: _Voice) -> str | None:
        """Return the party that thanks or praises, where its sentence names it."""
        for frame in topic.frames:
            clause = self._clause_of(frame) if frame.pattern.label == "praise" else None
            found = self._subject(clause, voice) if clause else ()
            if len(found) == 1:
                return found[0]
        return None

    def _commits(self, topic: Topic, holders: tuple[str, ...], voice: _Voice) -> bool:
        """Tell whether the holders have taken the position themselves: not where others ask, expect or believe it of them."""
        if topic.supposed or topic.taking == "violate":
            return False
        for frame in topic.frames:
            clause = self._clause_of(frame)
            own = clause is not None and set(self._subject(clause, voice)) == set(holders) and frame.form is not None
            own = own and clause is not None and Tag.BE not in self.document.tags[clause.verb : clause.main]
            if frame.pattern.label == "urge" and not own:
                return False
            if frame.pattern.label == "recognise" and clause is not None and clause.subject and not own:
                return False
        return True

    def _historical(self, topic: Topic, sentence: Sentence) -> bool:
        """Tell whether a past tense stands with another year than the document's, or with words of the past."""
        anchor = topic.verb or topic.hit
        clause = topic.clause or next(reversed(self.clauses.within(sentence.first, anchor.first + 1)), None)
        if clause is None or not clause.past:
            return False
        words = self.document.words
        years = [i for i in range(sentence.first + 1, sentence.last) if _YEAR.fullmatch(words[i]) and words[i - 1].lower() == "in"]
        return any(words[i] != self.year for i in years) or _LONG_AGO.search(self.document.text(sentence.first, sentence.last)) is not None

    def _range(self, topic: Topic, sentence: Sentence) -> tuple[int, int]:
        """Return the tokens that prove a position: from its verb, with what leads up to it, to the end of its object."""
        hits = [topic.hit, *(m for m in topic.modifiers), *([topic.verb] if topic.verb else [])]
        hits += [frame for frame in topic.frames if frame.pattern.label == "reaffirm"]
        first, last = min(hit.first for hit in hits), max(hit.last for hit in hits)
        while first > sentence.first and self.document.tags[first - 1] in (Tag.ADV, Tag.NEG, Tag.BE, Tag.HAVE, Tag.DO, Tag.MOD):
            first -= 1
        return first, last


def _place_of_cue(attribution: Attribution) -> int:
    return attribution.cue.start


class _Voice:
    """Who speaks, as far as holders go: one party, or both sides together."""

    def __init__(self, party: str | None, joint: bool, sides: tuple[str, ...]) -> None:
        self.sides = sides
        self.parties: tuple[str, ...] = sides if joint else ((party,) if party else ())


def extract_positions(document: AnnotatedDocument, findings: Findings) -> Iterator[Position]:
    """Yield each topic with whose position it is and who says so, one a holder, in text order."""
    topics = findings.of(Topic)
    if topics:
        reader = _Reader(document, findings)
        for topic in topics:
            yield from reader.positions(topic)
