"""Who "he", "his country", "the two sides", "the Vice President" stand for, by turns of speech.

The document is read once from start to end. The person who speaks keeps the turn until another is named as subject;
`he added` never opens a turn; inside what somebody says, `he` and `we` are the speaker's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.meetings.findings import Segment
from diplocorpus.extractors.people.findings import HomeSide, Mention, MentionKind, Naming, Person, Referent
from diplocorpus.extractors.speech.findings import Clause, Turn, Utterance
from diplocorpus.models.documents import Genre
from diplocorpus.models.events import Level, Tenure
from diplocorpus.text.annotated import AnnotatedDocument
from diplocorpus.text.names import STYLES
from diplocorpus.text.phrases import name_phrase_start

_GENERIC = frozenset({None, "role.minister"})
"""Offices that those of a higher one are called by too: "the minister" for a foreign minister."""

_CARRIERS = frozenset({"message", "letter", "telegram"})
"""What carries somebody's words: its speaker is whoever sent it."""

_HOME_ROLES = frozenset({"head of state", "head of the state", "head of our state"})
_OWN_BODIES = frozenset("ministry presidency chancellery spokesperson spokesman spokeswoman".split())
"""Who speaks for a side that does not say whose they are in its own account."""

_SELF_NOUNS = frozenset(
    """
    diplomat expert official scholar politician statesman envoy speaker director analyst host guest professor
    researcher leader spokesperson
    """.split()
)
_STATES = frozenset("sides countries nations peoples parties governments states economies delegations".split())


_WE = frozenset({"we"})
_I = frozenset({"i"})
_ONESELF = frozenset({"i", "my"})
_BY = frozenset({"by", "of", "from"})
_STATEMENTS = frozenset(
    "statement remarks message readout address speech comment comments declaration blog letter op-ed reflections".split()
)
"""What is said in the first person by whom its title names."""

_OPENING = 12
"""Sentences from the start within which a joint text says who its `we` are."""

_MEN = frozenset("mr mr. sir lord shri king prince sultan emir amir sheikh emperor chairman spokesman he his him himself".split())
_WOMEN = frozenset("ms ms. mrs mrs. miss dame lady smt madam madame queen princess sheikha empress chairwoman she her herself".split())


@attrs.frozen
class _Bearers:
    """Who bears an office: the one whom it stands for first, and all of its rank where nobody bears its very name."""

    office: tuple[Person, ...]
    rank: frozenset[Person]


def _bearers(mention: Mention, people: Sequence[Person]) -> _Bearers:
    """Return who of some people bears an office: by its name, by the rule that read it, by a part of it, by rank."""
    titled = [(p, p.role.lower()) for p in people if p.role]
    same = [p for p, role in titled if role == mention.head]
    office = [p for p in people if mention.office is not None and p.office == mention.office]
    whole = [p for p, role in titled if role.startswith(mention.head) or mention.head in role.split()]
    part = [p for p, role in titled if mention.head in role.split(" of ")[0]]
    ranked = [p for p in people if mention.level is not None and p.level == mention.level]
    alike = office if mention.office not in _GENERIC and office else ranked
    return _Bearers(tuple((same or office or whole or part or ranked)[:1]), frozenset() if same else frozenset(alike))


class _Resolver:
    """Resolves the mentions of one document in text order."""

    def __init__(self, document: AnnotatedDocument, findings: Findings) -> None:
        self.document = document
        self.people = tuple(dict.fromkeys(naming.person for naming in findings.of(Naming)))
        self.segments = findings.cover(Segment)
        home = next(iter(findings.of(HomeSide)), None)
        self.home = home.party if home is not None else None
        self.own = home.party if home is not None and not home.agency else None
        """The side whose account it is: where it says "the ministry", its own."""
        utterances = findings.of(Utterance)
        self.contents = findings.cover(Utterance)
        self.turns = findings.cover(Turn)
        self.subjects = {m.first for u in utterances for m in u.subject} | {
            m.first for c in findings.of(Clause) if c.past and not c.relative for m in c.subject
        }
        self.clauses = findings.along(Clause)
        self.serving: dict[str | None, list[Person]] = {None: [person for person in self.people if not person.former]}
        """Those who are in office, by party; under None all of them."""
        for person in self.serving[None]:
            if person.party is not None:
                self.serving.setdefault(person.party, []).append(person)
        self.bearers: dict[tuple[object, ...], _Bearers] = {}
        self.opening = next((segment.parties for segment in findings.of(Segment)), ())
        self.heads = [person for person in self.serving[None] if person.level is Level.HEAD_OF_STATE]
        self.authors = self._authors()
        self.narrator = self._narrator(findings.of(Naming))
        self.turn: Person | None = None
        self.resolved: dict[int, Referent] = {}
        self.named: list[Person] = []
        self.qualified: set[tuple[str, str | None]] = set()
        """Offices that were named with their state, by what they are called: without it, they are the other side's."""
        self.woman: dict[int, bool] = {}
        self.styled: dict[str, Person] = {}
        """Who is called "His Majesty" and the like: who first bears a title that goes with it."""
        self.bodies: dict[str, str] = {}
        """States of the bodies that were named in full, by what they are called by later: "the ministry"."""
        for naming in findings.of(Naming):
            called = document.lower[naming.first : naming.last]
            for style, titles in STYLES.items():
                if style not in self.styled and not titles.isdisjoint(called):
                    self.styled[style] = naming.person
            woman = not _WOMEN.isdisjoint(called)
            if woman or not _MEN.isdisjoint(called):
                self.woman.setdefault(id(naming.person), woman)

    def _authors(self) -> tuple[str, ...]:
        """Return who says `we` in a joint text: "We, the Leaders of Freedonia and Ruritania, met", or the sides of its title."""
        document = self.document
        for index in document.places(_WE):
            number = document.sentence_number(index)
            sentence = document.sentences[number]
            opens = number < _OPENING and index < min(sentence.first + 4, sentence.last - 2)
            if opens and document.words[index + 1] == "," and document.lower[index + 2] == "the":
                last = next((c.verb for c in self.clauses.within(index + 1, sentence.last)), sentence.last)
                return tuple(dict.fromkeys(hit.code for hit in document.parties_in(index, last)))
        if document.document.genre is not Genre.JOINT_STATEMENT:
            return ()
        titled = [s for s in document.sentences if s.heading] or document.sentences[:1]
        named = dict.fromkeys(hit.code for s in titled for hit in document.parties_in(s.first, s.last))
        return tuple(named) if len(named) > 1 else self.opening

    def _narrator(self, namings: Sequence[Naming]) -> Person | None:
        """Return who says `I` of an account in the first person: "Statement by Envoy Lowe", "Envoy Lowe's remarks"."""
        document = self.document
        for naming in namings if document.places(_I) else ():
            sentence = document.sentence_of(naming.first)
            if not sentence.heading and sentence.first > 0:
                break
            before = name_phrase_start(document, naming.first) - 1
            before -= document.lower_at(before) == "the"
            stated = not _STATEMENTS.isdisjoint(document.lower[sentence.first : naming.first]) and document.lower_at(before) in _BY
            owns = document.lower_at(naming.last) == "'s" and document.lower_at(naming.last + 1) in _STATEMENTS
            if stated or owns:
                return naming.person
        return None

    def resolve(self, mention: Mention) -> Referent:
        """Return who a mention stands for; what cannot be told has no people and no parties."""
        match mention.kind:
            case MentionKind.PERSON:
                people: tuple[Person, ...] = (mention.person,) if mention.person else ()
            case MentionKind.PARTY:
                return Referent(mention, (), (mention.party,) if mention.party else ())
            case MentionKind.ROLE:
                people = self._office(mention, self._speaker(mention))
                if not people and mention.party:
                    return Referent(mention, (), (mention.party,))
            case MentionKind.PRONOUN:
                people = self._spoken_of(mention, self._speaker(mention))
            case MentionKind.OWN:
                return self._own(mention, self._speaker(mention))
            case MentionKind.GROUP if mention.head == "they" and self._in_turn(mention):
                return Referent(mention, (), ())  # others, of whom somebody speaks in the first person
            case MentionKind.GROUP:
                return self._group(mention)
            case MentionKind.BODY if mention.head in _CARRIERS and self.turn is not None:
                people = (self.turn,)
            case MentionKind.BODY if mention.party or mention.head in self.bodies:
                party = self.bodies[mention.head] = mention.party or self.bodies[mention.head]
                return Referent(mention, (), (party,))
            case MentionKind.BODY if self.own is not None and mention.head in _OWN_BODIES and mention.person is None:
                return Referent(mention, (), (self.own,))
            case _:
                people = ()
        return Referent(mention, people, (people[0].party,) if people and people[0].party else ())

    def note(self, mention: Mention, referent: Referent) -> None:
        """Take a subject of the narrative into account: it has the turn now."""
        self.resolved[mention.first] = referent
        if mention.kind is MentionKind.ROLE and mention.party is not None:
            self.qualified.add((mention.head, mention.party))
        if referent.people and not referent.joint:
            if mention.kind is MentionKind.PRONOUN:
                self.woman.setdefault(id(referent.people[0]), mention.head in _WOMEN)
            self.named.append(referent.people[0])
        told = referent.people and referent.people[0] is not self.narrator
        if told and mention.first in self.subjects and self._content_speaker(mention) is None:
            self.turn = referent.people[0]

    def _speaker(self, mention: Mention) -> Person | None:
        """Return whose words a mention stands in: reported words, else those of whoever has the turn."""
        return self._content_speaker(mention) or self.turn

    def _spoken_of(self, mention: Mention, speaker: Person | None) -> tuple[Person, ...]:
        """Return whom `he` or `she` stands for: whoever has the turn, unless the text calls that person by the other pronoun."""
        woman = mention.head in _WOMEN
        for person in (speaker, *reversed(self.named)):
            if person is not None and person is not self.narrator and self.woman.get(id(person), woman) is woman:
                return (person,)
        return (speaker,) if speaker else ()

    def _content_speaker(self, mention: Mention) -> Person | None:
        """Return the person in whose reported words a mention stands."""
        turn = self.turns.first_holding(mention.first)
        if turn is not None:
            return turn.person
        utterance = self._content_of(mention)
        for source in utterance.subject if utterance else ():
            if source.person is not None:
                return source.person
            if source.kind in (MentionKind.PRONOUN, MentionKind.ROLE):
                known = self.resolved.get(source.first)
                found = known.people if known else self._office(source, self.turn) if source.kind is MentionKind.ROLE else (self.turn,)
                return found[0] if found and found[0] else None
        return None

    def _content_of(self, mention: Mention) -> Utterance | None:
        """Return the innermost utterance in whose reported words a mention stands."""
        return self.contents.innermost(mention.first)

    def _segment(self, mention: Mention) -> Segment | None:
        return self.segments.first_holding(self.document.sentence_number(mention.first))

    def _office(self, mention: Mention, speaker: Person | None) -> tuple[Person, ...]:
        """Return the holder of an office that is named without its holder."""
        segment = self._segment(mention)
        near = segment.people if segment else ()
        if mention.counterpart:
            others = [p for p in near if speaker and p.party != speaker.party]
            exact = [p for p in others if mention.party is None or p.party == mention.party]
            return tuple((exact or others)[:1])
        if mention.head in STYLES:
            return (self.styled[mention.head],) if mention.head in self.styled else ()
        if mention.head.startswith("party "):
            leads = [p for p in self.serving[None] if p.role and "party" in p.role.lower()]
            return tuple(([p for p in leads if p.party == self.home] or leads)[:1])
        if mention.head == "latter":
            return tuple(self.named[-1:])
        if mention.head in _SELF_NOUNS:
            host = self.home or (near[0].party if near and near[0].tenure is not Tenure.VISITING else None)
            guests = [p for p in near if mention.head == "guest" and p.party not in (None, host) and host]
            if mention.party is None and guests and (speaker is None or speaker.party == host):
                return tuple(guests[:1])  # "Thanking the President, the guest said"
            if mention.party is None:
                return (speaker,) if speaker else ()
            known = self._first_of(mention.party, near)
            high = speaker is not None and speaker.level is not None and speaker.level >= Level.VICE_MINISTER
            unplaced = speaker is not None and speaker.party is None and not (high and known)
            if mention.head != "leader" and speaker and (unplaced or speaker.party == mention.party):
                return (speaker,)
            return known
        if mention.head in _HOME_ROLES and mention.party in (None, self.home):
            heads = [p for p in (*near, *self.heads) if p.level is Level.HEAD_OF_STATE and not p.former]
            return tuple(([p for p in heads if self.home and p.party == self.home] or heads)[:1])
        here = _bearers(mention, [p for p in near if not p.former and mention.party in (None, p.party)])
        for bearers in (here, self._bearers_in_text(mention)):
            if speaker is not None and speaker in bearers.rank and mention.party is None:
                named = (mention.head, speaker.party) in self.qualified and speaker.party != self.home
                others = [p for p in bearers.rank if p.party != speaker.party] if named else []
                return (others[0],) if len(others) == 1 else (speaker,)  # who is called "the Kenyan minister" is not "the minister"
            if bearers.office:
                return bearers.office
        return self._first_of(mention.party, near) if mention.party else ()

    def _first_of(self, party: str, near: tuple[Person, ...]) -> tuple[Person, ...]:
        """Return the first person of a party: of the meeting at hand, else of the text."""
        fitting = [p for p in near if p.party == party and not p.former] or self.serving.get(party, [])
        return tuple(fitting[:1])

    def _bearers_in_text(self, mention: Mention) -> _Bearers:
        """Return who in the text bears an office; looked for once for each way that it is called."""
        called = (mention.party, mention.head, mention.office, mention.level)
        if called not in self.bearers:
            self.bearers[called] = _bearers(mention, self.serving.get(mention.party, ()))
        return self.bearers[called]

    def _own(self, mention: Mention, speaker: Person | None) -> Referent:
        told = self._content_of(mention)
        if mention.head in ("it", "its"):
            source = self.resolved.get(told.subject[0].first) if told is not None and len(told.subject) == 1 else None
            body = source.parties if source is not None and source.mention.kind is MentionKind.BODY else ()
            return Referent(mention, (), body or self._antecedent(mention))
        if self.narrator is not None and mention.head in _ONESELF and told is None and not self._quoted(mention):
            return Referent(mention, (self.narrator,), (self.narrator.party,) if self.narrator.party else ())
        if told is not None and any(source.kind is MentionKind.GROUP for source in told.subject):
            return attrs.evolve(self._group(mention), people=(), joint=False)
        in_turn = self._in_turn(mention)
        if self.authors and not in_turn and told is None and mention.head not in ("i", "his", "her"):
            return Referent(mention, (), self.authors, joint=True)
        if speaker is not None and speaker.party:
            return Referent(mention, (speaker,) if mention.head == "i" or in_turn else (), (speaker.party,))
        return Referent(mention, (), (self.home,) if self.home and speaker is None else ())

    def _quoted(self, mention: Mention) -> bool:
        """Tell whether a mention stands between quotation marks or in somebody's own words of a transcript."""
        return self._in_turn(mention) or any(first < mention.first < last for first, last in self.document.quotes)

    def _in_turn(self, mention: Mention) -> bool:
        """Tell whether a mention stands in somebody's own words of a transcript."""
        return bool(self.turns.holding(mention.first))

    def _antecedent(self, mention: Mention) -> tuple[str, ...]:
        """Return the party that `it` takes up: the last one named in the sentence."""
        sentence = self.document.sentence_of(mention.first)
        earlier = [hit.code for hit in self.document.parties_in(sentence.first, mention.first) if hit.kind in ("name", "seat")]
        return (earlier[0],) if len(set(earlier)) == 1 else ()

    def _group(self, mention: Mention) -> Referent:
        sentence = self.document.sentence_of(mention.first)
        segment = self._segment(mention)
        parties = segment.parties if segment else ()
        named = [hit.code for hit in self.document.parties_in(sentence.first, mention.first) if hit.kind == "name"]
        if mention.head in _STATES and len(dict.fromkeys(named)) == 2 and set(named) != set(parties):
            parties = tuple(dict.fromkeys(named))
        people = segment.people if segment and mention.head not in _STATES else ()
        return Referent(mention, people, parties, joint=True)


def extract_referents(document: AnnotatedDocument, findings: Findings) -> Iterator[Referent]:
    """Yield a referent for each mention, in text order."""
    resolver = _Resolver(document, findings)
    mentions = sorted(
        {m.first: m for m in (*findings.of(Mention), *(m for u in findings.of(Utterance) for m in u.subject))}.values(),
        key=lambda m: m.first,
    )
    headings = {token for sentence in document.sentences if sentence.heading for token in range(sentence.first, sentence.last)}
    for mention in mentions:
        referent = resolver.resolve(mention)
        if mention.first in headings:
            resolver.resolved[mention.first] = referent
        else:
            resolver.note(mention, referent)
        yield referent
