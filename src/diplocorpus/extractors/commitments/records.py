"""Who is bound to what towards whom, how strongly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter

import attrs

from diplocorpus.extractors.commitments.findings import Act, Addressee, Deadline, Trigger
from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.meetings.findings import Segment
from diplocorpus.extractors.people.findings import Mention, MentionKind, Referent
from diplocorpus.extractors.speech.findings import Turn
from diplocorpus.models.discourse import JOINT, NARRATOR, Attribution, Commitment, Polarity, Strength
from diplocorpus.models.documents import Genre
from diplocorpus.models.frameworks import FrameworkKind, FrameworkReference
from diplocorpus.patterns.parties import parties
from diplocorpus.text.along import Along
from diplocorpus.text.annotated import AnnotatedDocument
from diplocorpus.text.tagging import Tag

_CONDITION = re.compile(
    r"\b(?:if(?! you like)|provided that|(?<!for )as long as|on (?:the )?condition that|unless|subject to|once(?! again| more))\b"
    r"|\bshould (?:(?:the|it|they|he|she|we|any|either|this|that|these)\b|(?-i:[A-Z]))",
    re.IGNORECASE,
)
_SUM = re.compile(r"[$€£¥₹]\s?\d|\b(?:yuan|dollars?|euros?|rubles?|roubles?|rupees|tenge|percent|per cent|(?:m|b|tr)illion|thousand)\b")
_COUNT = re.compile(
    r"(?=\d)(?<!COVID-)(?<!Article )(?<!Articles )(?<!Resolution )(?<!No\. )(?<!Agenda )(?<!Vision )(?<!Chapter )(?<!Phase )"
    r"(?<![\w-])(?!(?:19|20)\d\d\b)\d[\d,.]*(?= (?:more |new |additional |extra )?[a-z])"
)
"""A number that counts what follows it; that it is one is asked first."""

_ONE_OF_OURS = frozenset("ministry department government administration parliament legislature embassy agency".split())
"""Bodies that in somebody's words are his state's unless the text tells more: "the Ministry stands ready"."""

_YOU = frozenset({"you", "your"})
_OUR = frozenset({"his", "her", "our", "its", "my"})

_QUOTED_REACH = 3
"""Paragraphs in front of a quotation in which who is quoted speaks."""

_FRONTED_REACH = 60
"""Characters between a deadline in front and the trigger that it goes with."""

_TOWARDS = frozenset({"with", "to", "for", "towards", "toward"})
_HELPS = frozenset("give giving offer offering help helping assist assisting support supporting supply supplying provide providing".split())
"""Verbs whose object an act is for: "continue to support Freedonia"."""

_SCHEDULED = re.compile(
    r"(?:also |then )?(?:take part in|hold (?:talks|a meeting)|attend|visit|meet|mark|arrive|travel|address|discuss|participate)\b"
)
"""Acts that the writer tells of as a schedule: "the two leaders will attend the summit"."""

_STAND_FOR_STATES = frozenset({"people", "peoples", "government", "representatives", "leaders", "side"})


class _Binder:
    """Finds speaker, committers and counterparts of the acts of one document."""

    def __init__(self, document: AnnotatedDocument, findings: Findings) -> None:
        self.document = document
        self.mentions = findings.along(Mention)
        self.segments = findings.cover(Segment)
        self.addressees = {(a.trigger.first, a.trigger.last): a for a in findings.of(Addressee)}
        self.referents = {referent.mention.first: referent for referent in findings.of(Referent)}
        self.cues = Along(findings.of(Attribution), _place_of_cue)
        self.speaking = tuple(dict.fromkeys(attribution.party for attribution in self.cues if attribution.party))
        self.turns = findings.cover(Turn)
        self.by_cue = {a.cue.start: a for a in self.cues}
        self.deadlines = Along(findings.of(Deadline), attrgetter("start"))

    def attribution(self, trigger: Trigger) -> Attribution | None:
        """Return the attribution that a trigger stands in or makes."""
        if trigger.utterance is None:
            return None
        return self.by_cue.get(self.document.starts[trigger.utterance.cue[0]])

    def deadline(self, trigger: Trigger, end: int) -> str | None:
        """Return by when the acts up to a character are due: told among them, or in front ("By 2030, Freedonia will")."""
        start = self.document.ends[trigger.last - 1]
        sentence = self.document.sentence_of(trigger.first)
        within = [deadline for deadline in self.deadlines.within(start, end) if deadline.end <= end]
        opens, led = self.document.starts[sentence.first], self.document.starts[trigger.first]
        fronted = [
            deadline
            for deadline in self.deadlines.within(opens, led)
            if deadline.limit and deadline.end <= led < deadline.end + _FRONTED_REACH
            if " and " not in self.document.masked[deadline.end : led]
        ]
        due = [*(d for d in within if d.limit), *within, *fronted]
        return due[0].value if due else None

    def segment(self, trigger: Trigger) -> Segment | None:
        number = self.document.sentence_number(trigger.first)
        found = self.segments.first_holding(number)
        if found is None or len(found.parties) <= 2:
            return found
        # Members of an organisation that is a side itself are not sides beside it.
        bodies = [party for party in found.parties if parties()[party].kind == "organization"]
        if bodies:
            host = [p.party for p in found.people if p.party and p.party not in bodies][:1]
            return attrs.evolve(found, parties=(*host, *bodies))
        return found

    def continuing(self, trigger: Trigger) -> Attribution | None:
        """Return the attribution whose speaker a sentence without cue goes on speaking for.

        Within one paragraph, or where one that is a quotation and no more follows others.
        """
        narrated = trigger.clause is not None and trigger.clause.past and self.document.tags[trigger.clause.verb] is Tag.VBD
        if trigger.strength is Strength.AGREED or (narrated and trigger.utterance is None):
            return None
        number = self.document.sentence_number(trigger.first)
        own = self.document.sentences[number]
        starts = self.document.starts
        opening = self.document.in_paragraph(own.paragraph)[0].first
        made = self.cues.within(starts[opening], self.document.ends[own.last - 1])
        if not made and self._quotation(own.paragraph):
            start = self.document.in_paragraph(max(0, own.paragraph - _QUOTED_REACH))
            made = self.cues.within(starts[start[0].first], starts[opening]) if start else made
        going_on = bool(made) and made[-1].cue.start < starts[own.first]
        return made[-1] if going_on and made[-1].party else None

    def _quotation(self, paragraph: int) -> bool:
        """Tell whether a paragraph is a quotation from its first word to its last: its source stands in front."""
        own = self.document.in_paragraph(paragraph)
        first, last = own[0].first, own[-1].last
        closing = next((closing for opening, closing in self.document.quotes if opening == first), None)
        return self.document.left_open(paragraph) == first or (closing is not None and closing >= last - 2)

    def speaker(self, trigger: Trigger, attribution: Attribution | None) -> str:
        """Return who said it: the source of its speech, whoever a transcript names, else the writer."""
        if attribution is not None:
            return attribution.speaker or NARRATOR
        turn = self.turns.first_holding(trigger.first)
        return turn.person.name if turn else NARRATOR

    def sides(self, segment: Segment | None) -> tuple[str, ...]:
        """Return the sides of a meeting; those of the two who speak where the text tells less."""
        known = segment.parties if segment else ()
        return self.speaking if len(known) < 2 and len(self.speaking) == 2 else known

    def unplaced(self, trigger: Trigger, attribution: Attribution | None, segment: Segment | None) -> bool:
        """Tell whether one of two who meet binds himself whose state the text does not tell, and the other's it does."""
        if attribution is None or segment is None or len(segment.parties) != 1 or trigger.bound != "subject":
            return False
        himself = trigger.clause is None or [m.kind for m in trigger.clause.subject] in (
            [MentionKind.OWN],
            [MentionKind.PRONOUN],
            [MentionKind.PERSON],
        )
        return himself and any(person.party is None and person.name == attribution.speaker for person in segment.people)

    def committers(self, trigger: Trigger, attribution: Attribution | None, segment: Segment | None) -> tuple[str, ...]:
        """Return the parties bound, unsorted; empty where the text names none."""
        sides = self.sides(segment)
        said = (attribution.party,) if attribution and attribution.party else ()
        named = self.addressees[trigger.first, trigger.last]
        if trigger.strength is Strength.HOPED and named.parties is not None:
            return named.parties
        if trigger.noun is not None and trigger.bound == "subject":
            return self._owner(trigger, attribution, sides)
        if trigger.bound != "subject":
            if named.unnamed and named.parties in (None, said):  # nobody asks himself
                return tuple(side for side in sides if side not in said) if len(sides) == 2 and said and said[0] in sides else ()
            if attribution is not None and attribution.speaker == JOINT and trigger.bound == "object" and named.parties == sides:
                return ()  # "both called on the parties to": they do not ask themselves
            return sides if named.parties is None else named.parties
        if trigger.clause is None:
            return said
        if trigger.clause.subject:
            found: list[str] = []
            for mention in trigger.clause.subject:
                passive = Tag.BE in self.document.tags[trigger.clause.verb : trigger.core]
                if mention.head == "it" and (trigger.strength is Strength.AGREED or (trigger.strength is Strength.PLEDGED and passive)):
                    return sides
                if mention.head == "it" and trigger.rule == "hoped.keen":
                    return said
                referent = self.referents.get(mention.first)
                own = mention.kind is MentionKind.BODY and mention.head in _ONE_OF_OURS
                found += (referent.parties if referent else ()) or (said if own else ())
            agreed = trigger.strength is Strength.AGREED and trigger.clause.subject[0].head in ("we", "they")
            agreed = agreed or trigger.rule == "agreed.sign"  # it takes two
            together = agreed or (named.together and trigger.strength is not Strength.READY)
            signed = trigger.rule == "agreed.sign" and not found and Tag.BE in self.document.tags[trigger.clause.verb : trigger.core]
            both = len(sides) == 2 and set(found) < set(sides) and (together or self._urges_both(trigger))
            return sides if both or signed else tuple(dict.fromkeys(found))
        return self._inanimate(trigger, sides, said)

    def _urges_both(self, trigger: Trigger) -> bool:
        """Tell whether somebody says to the other's face what both should do: "we must join our efforts", not "we must help you"."""
        said = trigger.strength is Strength.PROPOSED and trigger.clause is not None and trigger.clause.subject[0].head == "we"
        spoken = said and self.turns.first_holding(trigger.first) is not None
        return spoken and _YOU.isdisjoint(self.document.lower[trigger.last : self.document.sentence_of(trigger.first).last])

    def _inanimate(self, trigger: Trigger, sides: tuple[str, ...], said: tuple[str, ...]) -> tuple[str, ...]:
        """A thing that should be done binds both sides, unless its subject is everybody."""
        phrase = trigger.clause.noun_phrase if trigger.clause else None
        bodies = [hit.code for hit in self.document.parties_in(*phrase) if parties()[hit.code].kind == "organization"] if phrase else []
        if bodies and trigger.strength is Strength.AGREED:
            return (bodies[0],)
        named = self.addressees[trigger.first, trigger.last].subject
        if named is not None:
            return named
        if phrase is not None and self.document.lower[phrase[0]] in _OUR and self.document.lower[phrase[1] - 1] in _ONE_OF_OURS:
            return said
        return sides if trigger.strength in (Strength.PROPOSED, Strength.AGREED) else ()

    def _owner(self, trigger: Trigger, attribution: Attribution | None, sides: tuple[str, ...]) -> tuple[str, ...]:
        """Return whose readiness, support or wish is uttered."""
        noun = trigger.noun
        assert noun is not None
        for mention in self.mentions.within(trigger.first + 1, trigger.last):
            of = mention.first >= noun.last and self.document.lower[mention.first - 1] == "of"
            if of or (mention.last <= noun.first and mention.kind is MentionKind.GROUP):
                return self.referents[mention.first].parties  # "their readiness to", "the readiness of the Freedonian side to"
        behind = self.addressees[trigger.first, trigger.last].parties
        if behind:
            return behind
        named = list(self.document.parties_in(self._phrase_start(min(trigger.first, noun.first)), noun.first))
        if named:
            together = [hit.code for hit in named[1:] if self.document.lower[hit.first - 1] in ("and", "-", "–")]
            return (named[0].code, *together)
        if attribution is not None and attribution.speaker == JOINT:
            said = trigger.utterance.subject if trigger.utterance else ()
            known = [referent for mention in said if (referent := self.referents.get(mention.first))]
            both = tuple(dict.fromkeys(party for referent in known for party in referent.parties))
            told = len(both) > 1 and all(mention.kind is not MentionKind.GROUP for mention in said)
            return both if told else sides or both
        return (attribution.party,) if attribution and attribution.party else ()

    def _phrase_start(self, index: int) -> int:
        """Return where a noun phrase begins that ends in front of a token: "[Kenya's continued] commitment was reaffirmed"."""
        while index and self.document.tags[index - 1] in (Tag.ADJ, Tag.NOUN, Tag.NAME, Tag.APOS, Tag.POSS):
            index -= 1
        return index

    def counterparts(
        self, trigger: Trigger, bound: tuple[str, ...], segment: Segment | None, actions: tuple[tuple[int, int], ...]
    ) -> tuple[str, ...]:
        """Return towards whom: an addressee that the act names, else the other side of the encounter."""
        sides = self.sides(segment)
        favoured = self.addressees[trigger.first, trigger.last].favoured
        if bound and favoured and not set(favoured) & set(bound):
            return favoured
        if not bound or (set(bound) >= set(sides) and len(sides) > 1):
            return ()
        if (len(bound) > 1 and len(sides) <= 2) or self._within_itself(trigger, bound):
            return ()
        addressed = self._addressed(trigger, bound, actions)
        states = [side for side in sides if side not in bound]
        within = [code for code in addressed if code in states]
        if within and len(states) > 1:
            return tuple(within)
        if not within and addressed and trigger.strength in (Strength.AFFIRMED, Strength.READY, Strength.PLEDGED):
            return tuple(addressed[:1])
        return tuple(states)

    def _within_itself(self, trigger: Trigger, bound: tuple[str, ...]) -> bool:
        """Tell whether an organisation agrees on something at a summit of its own: "the SCO adopted decisions on"."""
        if trigger.strength is not Strength.AGREED or parties()[bound[0]].kind != "organization":
            return False
        held = self.segments.first_holding(self.document.sentence_number(trigger.first))
        return len(bound) == 1 and held is not None and len(held.parties) > 2

    def _addressed(self, trigger: Trigger, bound: tuple[str, ...], actions: tuple[tuple[int, int], ...]) -> list[str]:
        """Return the states that the acts name as partner or beneficiary."""
        document = self.document
        found: list[str] = []
        start = trigger.last
        end = actions[-1][1] if actions else start
        for hit in document.parties_in(min(start, actions[0][0] if actions else start), end):
            if hit.kind != "name" or hit.code in bound or parties()[hit.code].kind == "organization":
                continue
            glued = hit.last < len(document) and document.words[hit.last] == "-"
            before = document.lower[hit.first - 1] if hit.first else ""
            before = document.lower[hit.first - 2] if before == "the" and hit.first > 1 else before
            if before == "of" and any(word in _STAND_FOR_STATES for word in document.lower[max(0, hit.first - 4) : hit.first]):
                before = "for"
            if not glued and (
                before in _TOWARDS
                or before in _HELPS
                or hit.first in (trigger.last, actions[0][0] + 1 if actions else -1)
                or (found and before == "and")
            ):
                found.append(hit.code)
        return list(dict.fromkeys(found))


def _place_of_cue(attribution: Attribution) -> int:
    return attribution.cue.start


def _place_of_name(reference: FrameworkReference) -> int:
    return reference.span.start


def _keeps(trigger: Trigger, act: str, bound: tuple[str, ...], *, unplaced: bool, told: bool, announced: bool) -> bool:
    """Leave out what binds nobody who can be named: forecasts, schedules, and plans that the writer alone tells of one side."""
    if trigger.rule == "pledged.will" or trigger.plan:
        scheduled = trigger.rule == "pledged.will" and _SCHEDULED.match(act) is not None
        return (bool(bound) or unplaced) and (told or (len(bound) > 1 and not announced and not scheduled))
    return bool(bound) or unplaced or trigger.strength in (Strength.PROPOSED, Strength.AGREED)


def extract_commitments(document: AnnotatedDocument, findings: Findings) -> Iterator[Commitment]:
    """Yield the commitments of a document, one a trigger, in text order."""
    binder = _Binder(document, findings)
    frameworks = Along(findings.of(FrameworkReference), _place_of_name)
    number = 0
    for act in findings.of(Act):
        trigger = act.trigger
        attribution = binder.attribution(trigger) or binder.continuing(trigger)
        segment = binder.segment(trigger)
        bound = binder.committers(trigger, attribution, segment)
        if trigger.utterance is None and attribution is not None and trigger.rule == "pledged.will" and bound != (attribution.party,):
            attribution = None
        if trigger.strength is Strength.AGREED and attribution is not None and attribution.speaker == JOINT:
            attribution = None  # that both agreed is what the writer tells
        speaker = binder.speaker(trigger, attribution)
        genre = document.document.genre
        told = speaker != NARRATOR or genre is Genre.JOINT_STATEMENT
        unplaced = not bound and binder.unplaced(trigger, attribution, segment)
        actions = tuple(document.span(first, last) for first, last in act.actions)
        acting = actions[0].text if actions else ""
        if not _keeps(trigger, acting, bound, unplaced=unplaced, told=told, announced=genre is Genre.ANNOUNCEMENT):
            continue
        number += 1
        span = document.span(trigger.first, trigger.last)
        end = max((action.end for action in actions), default=span.end)
        named = [ref for ref in frameworks.within(span.start, end) if ref.span.end <= end]
        text = " ".join(action.text for action in actions)
        deadline = binder.deadline(trigger, end)
        project = any(reference.kind is FrameworkKind.PROJECT for reference in named)
        sentence = document.sentence_of(trigger.first)
        yield Commitment(
            id=f"c{number}",
            meeting_id=segment.meeting_id or None if segment else None,
            attribution_id=attribution.id if attribution else None,
            speaker=speaker,
            committers=tuple(sorted(bound)),
            counterparts=tuple(
                sorted(segment.parties if unplaced and segment else binder.counterparts(trigger, bound, segment, act.actions))
            ),
            strength=trigger.strength,
            polarity=Polarity.NEGATIVE if trigger.negative else Polarity.POSITIVE,
            trigger=span,
            actions=actions,
            frameworks=tuple(dict.fromkeys(framework for ref in named for framework in (ref.framework, *ref.broader))),
            conditional=bool(_CONDITION.search(document.text(sentence.first, sentence.last))),
            specific=deadline is not None or project or bool(_SUM.search(text) or _COUNT.search(text)),
            deadline=deadline,
            evidence=(span, *actions),
            rules=(trigger.rule,),
        )
