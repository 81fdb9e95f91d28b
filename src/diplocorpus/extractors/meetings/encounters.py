"""Encounters as the text words them: who stands on either side of an anchor, and of what kind it is."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.meetings.findings import Anchor, Encounter, Side
from diplocorpus.extractors.people.findings import Mention, MentionKind, Naming, Person
from diplocorpus.extractors.speech.findings import Clause
from diplocorpus.models.events import MeetingKind, MeetingMode
from diplocorpus.text.annotated import AnnotatedDocument, Hit, Sentence
from diplocorpus.text.phrases import encounter_tokens, led_by
from diplocorpus.text.places import place_from, tells_where_or_when
from diplocorpus.text.tagging import FINITE, Tag

_JOINS = frozenset({",", "and", "with", "well", "as", "&", "today", "yesterday", "counterpart", "counterparts"})
_LIGHT = frozenset({Tag.DET, Tag.POSS, Tag.ADV, Tag.NUM})
_SEPARATELY = frozenset({"separate", "separately", "respectively", "respective"})
_BETWEEN = frozenset({"between", "among", "of"})
_OPENS_CLAUSE = FINITE | {Tag.SUB}
_ASIDE = frozenset("sidelines margins fringes during at for after following".split())
"""Words behind an anchor that bring in another event without ending the sentence's own."""

_NAMED = frozenset({MentionKind.PERSON, MentionKind.ROLE, MentionKind.PARTY})
_FLEXIBLE = frozenset({MeetingKind.MEETING, MeetingKind.PHONE_CALL, MeetingKind.VIDEO_CALL})
_DAYS = frozenset({"today", "yesterday", "here"})
_URGED = frozenset({"to", "and", "for", "not", "'s"})
"""What stands behind somebody who is called on to act, not visited."""

_HEAD, _FOOT = 4, 3
"""Sentences from the first and from the last among which somebody signs."""

_LONGEST_BYLINE = 14
_PLACE_REACH = 10
"""Tokens that a place may have between a verb and its object: "received in the Grand Kremlin Palace Premier Ott"."""

_DELEGATION_REACH = 15
"""Tokens that a delegation may be described in before it says who leads it."""

_IN_DELEGATION = frozenset({Tag.ADJ, Tag.NAME, Tag.NOUN, Tag.APOS})
_REACH = 30
"""Tokens behind an anchor within which the other side is looked for."""


class _Reader:
    """Reads the encounters of one document."""

    def __init__(self, document: AnnotatedDocument, findings: Findings) -> None:
        self.document = document
        self.mentions = findings.along(Mention)
        self.clauses = findings.along(Clause)
        self.anchors: dict[int, list[Anchor]] = {}
        for anchor in findings.of(Anchor):
            self.anchors.setdefault(anchor.sentence, []).append(anchor)
        self.people = tuple(dict.fromkeys(naming.person for naming in findings.of(Naming)))
        self.agents = {clause.subject[0].first for clause in self.clauses if clause.subject and clause.past and not clause.shared}
        self.anchored = encounter_tokens(document)
        self.byline = self._signed() if "I" in document.words else None
        """Who tells of meetings as "I"."""
        self.subject: Person | None = None
        self.bearers: dict[tuple[object, ...], Person | None] = {}
        """Who bears an office, by how it is called."""

    def _signed(self) -> Person | None:
        """Return whose name stands alone above a text or below it, or with an office."""
        sentences = self.document.sentences
        for sentence in (*sentences[:_HEAD], *sentences[max(_HEAD, len(sentences) - _FOOT) :]):
            named = {m.person for m in self.mentions.within(sentence.first, sentence.last)} - {None}
            told = any(self.document.tags[i] in FINITE for i in range(sentence.first, sentence.last))
            if len(named) == 1 and not told and sentence.last - sentence.first <= _LONGEST_BYLINE:
                return named.pop()
        return None

    def read(self) -> Iterator[Encounter]:
        behind = 0
        for number in sorted(self.anchors):
            sentence = self.document.sentences[number]
            self._pass(self.clauses.within(behind, sentence.first))
            clauses = self.clauses.within(sentence.first, sentence.last)
            own = self.mentions.within(sentence.first, sentence.last)
            for anchor in self.anchors[number]:
                encounter = self._encounter(anchor, sentence, own, clauses)
                if encounter is not None:
                    yield encounter
            self._pass(clauses)
            behind = sentence.last

    def _pass(self, clauses: Iterable[Clause]) -> None:
        """Remember the last person who was the subject of some clauses."""
        for clause in clauses:
            if (clause.past or self.document.tags[clause.verb] in (Tag.BE, Tag.VBZ)) and not clause.relative:
                self.subject = next((p for m in clause.subject if (p := self.resolve(m)) is not None), self.subject)

    def resolve(self, mention: Mention) -> Person | None:
        """Return the person that a mention stands for, judged by name, office and the last subject."""
        if mention.person is not None:
            return mention.person
        if mention.kind is MentionKind.PRONOUN:
            return self._antecedent(mention) or self.subject
        if mention.kind is MentionKind.OWN and mention.head == "i":
            return self.byline
        if mention.kind is MentionKind.ROLE:
            called = (mention.party, mention.head, mention.level, mention.office)
            if called not in self.bearers:
                self.bearers[called] = self._bearer(mention)
            return self.bearers[called]
        return None

    def _bearer(self, mention: Mention) -> Person | None:
        """Return who in the text bears an office: by the rule that read it, by its name, by rank, or as the only side's."""
        fitting = [p for p in self.people if not p.former and (mention.party is None or p.party == mention.party)]
        exact = [p for p in fitting if p.role and mention.head in p.role.lower()]
        ranked = [p for p in fitting if mention.level is not None and p.level == mention.level]
        office = [p for p in fitting if mention.office is not None and p.office == mention.office]
        return next(iter(office or exact or ranked or (fitting if mention.party else ())), None)

    def _antecedent(self, pronoun: Mention) -> Person | None:
        """Return the subject that stands before a pronoun in its sentence."""
        first = self.document.sentence_of(pronoun.first).first
        subjects = [c.subject[0] for c in self.clauses.within(first, pronoun.first) if c.subject and not c.relative]
        return next((m.person for m in reversed(subjects) if m.person is not None), None)

    def _side(self, mentions: Sequence[Mention]) -> Side:
        people: list[Person] = []
        parties: list[str] = []
        for mention in mentions:
            person = self.resolve(mention)
            if person is not None:
                people.append(person)
            elif mention.party and mention.kind in _NAMED:
                parties.append(mention.party)
        return Side(tuple(dict.fromkeys(people)), tuple(dict.fromkeys(parties)))

    # Who takes part -------------------------------------------------------------------------------------------------

    def _list_from(self, index: int, mentions: Sequence[Mention], stop: int) -> list[Mention]:
        """Return the mentions coordinated from a token on: "Premier Lowe, Minister Ott and Governor Marsh"."""
        chain: list[Mention] = []
        starting = {mention.first: mention for mention in mentions}
        document = self.document
        index = self._past_delegation(index, stop)
        while index < stop:
            mention = starting.get(index)
            if mention is not None and mention.kind is MentionKind.ROLE and document.lower[mention.last : mention.last + 1] == ("'s",):
                index = mention.last + 1  # "the Kenyan President's adviser Paul Ott"
            elif mention is not None and mention.kind in _NAMED:
                if chain and mention.first in self.agents:
                    break
                chain.append(mention)
                index = mention.last
            elif index in self.anchored:
                break
            elif chain and chain[-1].person and document.words[index] in (",", ";") and self._past_description(index, stop, starting):
                index = self._past_description(index, stop, starting)
            elif chain and document.lower[index - 1 : index + 1] == ("and", "of") and index + 1 in starting:
                index += 1  # "with the ministers of Kenya, Ott, and of Chile, Marsh"
            elif document.lower[index] in _JOINS or document.tags[index] in _LIGHT or (not chain and self._leads_up(index, mentions)):
                index = index + 1 if chain else self._past_delegation(index + 1, stop)
            else:
                break
        return chain

    def _past_delegation(self, index: int, stop: int) -> int:
        """Return where it says who leads a delegation: "[a large delegation of Kenya led by] Premier Ott"; the token itself for others."""
        lower, tags, delegation = self.document.lower, self.document.tags, False
        for at in range(index, min(stop - 1, index + _DELEGATION_REACH)):
            if delegation and led_by(self.document, at + 2):
                return at + 2
            delegation = delegation or lower[at] == "delegation"
            if tags[at] not in _LIGHT | _IN_DELEGATION and not (delegation and (tags[at] in (Tag.PREP, Tag.CC) or lower[at] == ",")):
                return index
        return index

    def _past_description(self, index: int, stop: int, starting: Container[int]) -> int:
        """Return where a list goes on whose items are parted by semicolons: "Jan Ott, Adviser to the President; Ada Lowe".

        Or behind what is said of one in commas: "Jan Ott, representing the League, Ada Lowe"; 0 for others.
        """
        document, told = self.document, self.document.tag_at(index + 1) is Tag.VBG
        for at in range(index, min(stop, index + _REACH)):
            closes = told and at > index and document.words[at] == "," and self._lists_on(at + 1, starting)
            if document.words[at] == ";" or closes:
                return at + 1
            if document.tags[at] in FINITE:
                return 0
        return 0

    def _lists_on(self, index: int, starting: Container[int]) -> bool:
        return index in starting or (self.document.lower_at(index) == "and" and index + 1 in starting)

    def _leads_up(self, index: int, mentions: Sequence[Mention]) -> bool:
        """Tell whether a token belongs to a phrase in front of a mention: "a large delegation from Freedonia"."""
        near = any(0 < m.first - index <= 8 and m.kind in _NAMED for m in mentions)
        tag, lower = self.document.tags[index], self.document.lower[index]
        return near and (tag in (Tag.NAME, Tag.ADJ, Tag.NOUN, Tag.VBG, Tag.APOS) or lower in ("of", "from"))

    def _other_side(self, anchor: Anchor, sentence: Sentence, mentions: Sequence[Mention]) -> tuple[list[Mention], str]:
        """Return those met and the word that joins them: the object of the verb (""), or what stands behind `with`, `between` ..."""
        document, hit, verbal = self.document, anchor.hit, anchor.verbal
        if verbal and "np" in hit.pattern.takes:
            chain = self._list_from(self._past_place(hit.last, mentions), mentions, sentence.last)
            urged = hit.pattern.id == "meeting.call_on" and (not chain or self._urged(chain[-1].last))
            if chain and not urged and (hit.pattern.id == "meeting.verb" or self._is_guest(chain[0])):
                return chain, ""
        if verbal and hit.pattern.takes == ("np",) and document.tags[hit.first] is not Tag.VBN:
            return [], ""
        bodies: tuple[list[Mention], str] = ([], "")
        joints = self._joints(anchor)
        first = hit.last - 1 if document.lower[hit.last - 1] in ("with", "to", "between", "of") else hit.last
        for index in range(first, min(sentence.last, hit.last + _REACH)):
            lower = document.lower[index]
            if lower in joints or (lower == "of" and index == hit.last and not verbal):
                chain = self._list_from(index + 1, mentions, sentence.last)
                if any(m.kind is not MentionKind.PARTY for m in chain):
                    return chain, lower
                if chain and not bodies[0] and (index == first or document.tags[index - 1] not in (Tag.NOUN, Tag.NAME)):
                    bodies = chain, lower
            elif index >= hit.last and self._goes_elsewhere(hit, index):
                break
        return bodies

    def _urged(self, index: int) -> bool:
        """Tell whether what stands behind somebody called on is what to do."""
        return self.document.lower_at(index + (self.document.word_at(index) == ",")) in _URGED

    def _past_place(self, index: int, mentions: Sequence[Mention]) -> int:
        """Return the token behind a place that parts a verb from its object: "received [today in the Kremlin] Premier Ott"."""
        while self.document.tag_at(index) is Tag.ADV or self.document.lower_at(index) in _DAYS:
            index += 1
        guests = (MentionKind.PERSON, MentionKind.ROLE)
        guest = next((m for m in mentions if m.first > index and (m.kind in guests or m.head == "delegation")), None)
        if guest is None or self.document.lower[index] not in ("in", "at", "on", "this") or guest.first - index > _PLACE_REACH:
            return index
        return guest.first if all(tells_where_or_when(self.document, i) for i in range(index + 1, guest.first)) else index

    def _goes_elsewhere(self, hit: Hit, index: int) -> bool:
        """Tell whether a token behind an anchor begins another clause or names another encounter."""
        document = self.document
        if document.tags[index] in _OPENS_CLAUSE or document.words[index] in (".", ";", ":"):
            return True
        return index in self.anchored and not _ASIDE & set(document.lower[hit.last : index])

    def _joints(self, anchor: Anchor) -> set[str]:
        """Return the words that may join the other side, by anchor."""
        hit, lower = anchor.hit, self.document.lower
        joints = {"with", "between", "among"}
        if hit.pattern.id == "meeting.table":
            joints.add("for")
        if hit.pattern.label == MeetingKind.CORRESPONDENCE or hit.pattern.id == "phone.speak":
            joints.add("to")
        if not anchor.verbal:
            if "courtesy" in lower[hit.first : hit.last] or "farewell" in lower[hit.first : hit.last]:
                joints.add("on")
            if "received" in lower[max(0, hit.first - 6) : hit.first]:
                joints.add("from")
        elif self.document.tags[hit.first] is Tag.VBN:
            joints.add("by")
        return joints

    def _is_guest(self, mention: Mention) -> bool:
        """Tell whether the object of `received`, `welcomed` or `called` is who was met, not what: "welcomed Ott's words" is not."""
        follows = self.document.lower[mention.last : mention.last + 1]
        return (mention.kind is not MentionKind.PARTY or mention.head == "delegation") and follows not in (("'s",), ("'",))

    def _acting(
        self, anchor: Anchor, mentions: Sequence[Mention], clauses: Sequence[Clause], partners: Sequence[Mention]
    ) -> Sequence[Mention]:
        """Return the side that acts: the subject of the verb, the owner of a noun, or the main clause's subject."""
        document, hit, start = self.document, anchor.hit, anchor.start
        if not anchor.verbal and document.lower_at(start - 1) in ("'s", "'"):
            owners = [m for m in mentions if m.last == start - 1 and (m.party or self.resolve(m) is not None)]
            if owners:
                return owners
        headed = [m for m in mentions if m.person is not None and m.last == hit.first and not anchor.verbal]
        if headed and document.words[hit.first][0].isupper():
            return headed  # "President Lowe Call with Premier Ott", a headline
        owner = next((i for i in range(hit.first - 1, max(-1, hit.first - 4), -1) if document.lower[i] in ("his", "her", "their")), None)
        if (anchor.verbal and owner is None) or hit.pattern.id == "meeting.discuss":
            return self._subject_of(hit, clauses)
        verb = next((c for c in clauses if hit.first <= c.verb < hit.last), None)
        if verb is not None and owner is None:
            return verb.subject
        if owner is not None:
            main = next((c for c in clauses if c.past and not c.relative and c.subject), None)
            if main is not None and self.resolve(main.subject[0]) is not None:
                return main.subject
            return [Mention(owner, owner + 1, MentionKind.PRONOUN, head="he")]
        before = [c for c in clauses if c.subject and c.verb < hit.first and c.past] or [
            c for c in clauses if c.subject and c.verb < hit.first
        ]
        if before:
            return before[-1].subject
        after = [c for c in clauses if c.subject and c.verb > hit.first and c.past and not c.relative]
        taken = {m.first for m in partners}
        return [m for m in after[0].subject if m.first not in taken] if after else []

    def _leading(self, anchor: Anchor, sentence: Sentence, mentions: Sequence[Mention]) -> Sequence[Mention]:
        """Return who leads the delegation that is the subject: "A delegation of Kenya headed by Premier Ott met"."""
        document = self.document
        if document.word_at(anchor.start - 1) == "," and anchor.verbal:
            # "The Commander of the Kenyan mission, General Lowe, met"
            return [m for m in mentions if m.person is not None and m.last == anchor.start - 1]
        led = next((m for m in mentions if m.first < anchor.start and led_by(document, m.first)), None)
        if led is None or any(document.tags[i] in FINITE for i in range(sentence.first, led.first - 2)):
            return ()
        return () if any(document.tags[i] in FINITE for i in range(led.last, anchor.start)) else (led,)

    def _subject_of(self, hit: Hit, clauses: Sequence[Clause]) -> Sequence[Mention]:
        clause = next((c for c in clauses if hit.first in (c.main, c.verb)), None)
        if clause is None:
            clause = next((c for c in reversed(clauses) if c.verb <= hit.first), None)
        if clause is None and self.document.lower[max(0, hit.first - 1) : hit.first] == ("while",):
            clause = next((c for c in clauses if c.verb > hit.first and c.subject), None)
        return clause.subject if clause else ()

    # What it is ------------------------------------------------------------------------------------------------------

    def _encounter(self, anchor: Anchor, sentence: Sentence, mentions: Sequence[Mention], clauses: Sequence[Clause]) -> Encounter | None:
        document, hit = self.document, anchor.hit
        partners, joint = self._other_side(anchor, sentence, mentions)
        if not partners and anchor.verbal and hit.pattern.takes == ("np",) and not self._object_pronoun(hit):
            return None  # "called the visit a success"
        agents = self._acting(anchor, mentions, clauses, partners) if joint not in _BETWEEN or len(partners) < 2 else ()
        agents = agents or self._leading(anchor, sentence, mentions)
        if joint in _BETWEEN and len(partners) > 1:
            agents, partners = partners[:1], partners[1:]
        elif joint == "of" and len(partners) == 1:
            agents, (partners, joint) = partners, self._behind(partners[0], sentence, mentions)
        left, right = self._side(agents), self._side(partners)
        if not partners and self._object_pronoun(hit) and self.subject is not None and self.subject not in left.people:
            right = Side((self.subject,))
        right = Side(right.people, tuple(dict.fromkeys((*right.parties, *self._dyad(anchor, left, right)))))
        passive = document.tags[hit.first] is Tag.VBN and joint == "by"
        received = hit.pattern.id == "meeting.receive"
        return Encounter(
            kind=self._kind(anchor, sentence, partners),
            hit=hit,
            sentence=anchor.sentence,
            left=left,
            right=Side(tuple(p for p in right.people if p not in left.people), right.parties),
            status=anchor.status,
            separate=not _SEPARATELY.isdisjoint(document.lower[sentence.first : sentence.last]),
            host=("right" if passive else "left") if received else ("right" if joint == "on" else None),
        )

    def _dyad(self, anchor: Anchor, left: Side, right: Side) -> tuple[str, ...]:
        """Return the states that the name of an encounter joins and nobody stands for: "the Kenya-Japan Dialogue"."""
        document = self.document
        if anchor.verbal:
            return ()
        named = list(document.parties_in(anchor.start, anchor.hit.last))
        if len(named) < 2:
            return ()
        joined = [
            code for first, second in pairwise(named) if document.lower[first.last] in ("-", "–") for code in (first.code, second.code)
        ]
        known = {p.party for p in (*left.people, *right.people)} | {*left.parties, *right.parties}
        return tuple(code for code in dict.fromkeys(joined) if code not in known)

    def _behind(self, mention: Mention, sentence: Sentence, mentions: Sequence[Mention]) -> tuple[list[Mention], str]:
        """Return the other side of "the call of Minister Lowe with Minister Ott"."""
        if self.document.lower[mention.last : mention.last + 1] == ("with",):
            return self._list_from(mention.last + 1, mentions, sentence.last), "with"
        return [], ""

    def _object_pronoun(self, hit: Hit) -> bool:
        after = hit.last + (self.document.lower_at(hit.last) in ("with", "on"))
        return self.document.lower[after : after + 1] in (("him",), ("her",))

    def _there(self, partners: Sequence[Mention]) -> bool:
        """Tell whether a place stands behind those spoken with: "spoke with Minister Ott in Zenda"."""
        at = partners[-1].last if partners else len(self.document)
        sentence = self.document.sentence_of(at - 1)
        return self.document.lower_at(at) == "in" and place_from(self.document, at + 1, sentence.last, set()) is not None

    def _kind(self, anchor: Anchor, sentence: Sentence, partners: Sequence[Mention]) -> MeetingKind:
        """Return the kind, corrected by what stands around the anchor: "met virtually with", "a trilateral call"."""
        hit = anchor.hit
        kind = MeetingKind(hit.pattern.label)
        if kind not in _FLEXIBLE:
            return kind
        hits = list(self.document.hits_in("circumstance", anchor.start, min(sentence.last, hit.last + _REACH)))
        around = {h.pattern.label for h in hits}
        if any(h.last <= hit.last and h.pattern.label == "three_or_more" for h in hits):
            return MeetingKind.MULTILATERAL
        if MeetingMode.VIDEO in around:
            return MeetingKind.VIDEO_CALL
        if MeetingMode.PHONE in around:
            return MeetingKind.PHONE_CALL
        if kind is MeetingKind.PHONE_CALL and hit.pattern.id == "phone.speak":
            return MeetingKind.MEETING if {MeetingMode.IN_PERSON, "sidelines"} & around or self._there(partners) else kind
        return kind


def extract_encounters(document: AnnotatedDocument, findings: Findings) -> Iterator[Encounter]:
    """Yield the encounters that the text words, in order, before they are joined into meetings."""
    yield from _Reader(document, findings).read()
