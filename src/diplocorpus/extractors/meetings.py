"""Who met whom, at what level, how, when and where: encounters joined into meetings, and the segment of each."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from diplocorpus.extractors.findings import Clause, Day, Encounter, Findings, Mention, MentionKind, Person, Segment, Utterance
from diplocorpus.models.documents import DateBasis
from diplocorpus.models.events import Level, Meeting, MeetingKind, MeetingStatus, Participant
from diplocorpus.text.annotated import AnnotatedDocument, Sentence
from diplocorpus.text.places import occasion_in, place_in, venue_in

_MANY = frozenset({MeetingKind.MULTILATERAL, MeetingKind.CONFERENCE})
_REMOTE = frozenset({MeetingKind.PHONE_CALL, MeetingKind.VIDEO_CALL, MeetingKind.CORRESPONDENCE})
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_ATTENDS = re.compile(
    r"\b(?:attend\w*|joined|took part|participat\w+|hosted|co-hosted|held|concluded|opened|took place|chaired"
    r"|were present|brought together|included|addressed)\b",
    re.IGNORECASE,
)
_BEFORE_EVENT = re.compile(r"\b(?:[Pp]rior to|[Aa]head of|[Bb]efore|[Dd]uring (?:his|her|their) (?:time|stay|visit)|also met|fringes)\b")
_VIA_VIDEO = re.compile(
    r"\bvia (?:a )?(?:secure )?video(?:[- ]?(?:link|conference|call))?|\bby video\b|\bvideo ?conference\b|\bvirtual(?:ly)?\b", re.IGNORECASE
)


@attrs.define(eq=False)
class _Draft:
    """A meeting while the document is being read; `worded` are the encounters that tell of it."""

    kind: MeetingKind
    people: list[Person]
    parties: list[str]
    worded: list[Encounter]
    referenced: bool = False

    def sides(self) -> set[str]:
        return {p.party for p in self.people if p.party} | set(self.parties)


class _Joiner:
    """Joins the encounters of one document into meetings."""

    def __init__(self, document: AnnotatedDocument, findings: Findings) -> None:
        self.document = document
        self.encounters = findings.of(Encounter)
        self.mentions = findings.of(Mention)
        self.utterances = findings.of(Utterance)
        self.clauses = findings.of(Clause)
        self.days = findings.of(Day)
        self.drafts: list[_Draft] = []
        self.assumed: dict[Person, str] = {}
        self.starts: list[tuple[int, tuple[_Draft, ...]]] = []
        """Sentence numbers at which the text turns to a meeting, and which."""

    def join(self) -> None:
        body = [e for e in self.encounters if not self.document.sentences[e.sentence].heading]
        heads = [e for e in self.encounters if self.document.sentences[e.sentence].heading]
        strong = [e for e in body if e.hit.pattern.id != "meeting.discuss"]
        for encounter in sorted(strong, key=lambda e: (e.sentence, e.kind in _MANY)):
            self._take(self._with_sentence(encounter) if not self.drafts else encounter)
        for encounter in body:
            if encounter.hit.pattern.id == "meeting.discuss" and encounter.sentence <= 1 and len({p.party for p in encounter.left}) > 1:
                self._take(encounter)
        if not any(not draft.referenced for draft in self.drafts):
            for encounter in (*heads, *map(self._with_sentence, strong)):
                if not self.drafts:
                    self._take(encounter)
        for draft in self.drafts:
            if draft.kind in _MANY:
                self._fill(draft)
        self.drafts = [
            draft for draft in self.drafts if len(draft.sides()) >= 2 or len(draft.people) >= 2 or (draft.kind in _MANY and draft.sides())
        ]
        self.drafts.sort(key=lambda draft: draft.referenced)

    def _with_sentence(self, encounter: Encounter) -> Encounter:
        """Return an encounter worded without a partner with all people of its sentence: "During the call, Lowe thanked Ott"."""
        sentence = self.document.sentences[encounter.sentence]
        named = [m.person for m in self.mentions if sentence.first <= m.first < sentence.last and m.person is not None]
        others = tuple(dict.fromkeys(p for p in named if p not in encounter.left))
        if encounter.kind in _MANY or encounter.right or encounter.recalled or not others:
            return encounter
        return attrs.evolve(encounter, right=others)

    def _take(self, encounter: Encounter) -> None:
        if encounter.kind in _MANY:
            self._take_many(encounter)
            return
        groups = self._groups(encounter)
        if not groups:
            return
        drafts = []
        for right in groups:
            people = [*encounter.left, *right]
            sides = {party for p in people if (party := self.party(p))}
            parties = [] if len(sides) >= 2 else list(encounter.parties)
            sides |= set(parties)
            if len(sides) < 2 and not (encounter.left and right and encounter.hit.pattern.id != "meeting.discuss"):
                continue
            draft = self._same(encounter, people, sides)
            if draft is None:
                draft = _Draft(encounter.kind, [], [], [], encounter.recalled)
                self.drafts.append(draft)
            draft.people += [p for p in people if p not in draft.people and not p.former]
            draft.parties += [p for p in sides if p not in draft.sides()]
            draft.worded.append(encounter)
            drafts.append(draft)
        reported = tuple(draft for draft in drafts if not draft.referenced)
        if reported:
            self.starts.append((encounter.sentence, reported))

    def _groups(self, encounter: Encounter) -> list[tuple[Person, ...]]:
        """Split the other side: people of several states, or met separately, are met one state at a time."""
        right = [p for p in encounter.right if not p.former]
        self._assume(encounter, right)
        if not right:
            return (
                [()]
                if len({p.party for p in encounter.left}) >= 2 or len(encounter.parties) + len({p.party for p in encounter.left}) >= 2
                else []
            )
        by_party: dict[str | None, list[Person]] = {}
        for person in right:
            by_party.setdefault(self.party(person), []).append(person)
        own = {self.party(p) for p in encounter.left}
        return [tuple(people) for party, people in by_party.items() if party not in own or len(by_party) == 1]

    def party(self, person: Person) -> str | None:
        """Return the party of a person, assumed from the meeting before where the text gives none."""
        return person.party or self.assumed.get(person)

    def _assume(self, encounter: Encounter, right: list[Person]) -> None:
        """People without a country whom somebody meets after a meeting with the other side belong to that side."""
        before = [draft for draft in self.drafts if not draft.referenced and any(p in draft.people for p in encounter.left)]
        if not before:
            return
        own = {p.party for p in encounter.left}
        others = before[-1].sides() - own
        for person in right:
            if person.party is None and len(others) == 1:
                self.assumed[person] = next(iter(others))

    def _same(self, encounter: Encounter, people: list[Person], sides: set[str]) -> _Draft | None:
        """Return the meeting that an encounter words again: same people, and no other day stated."""
        for draft in self.drafts:
            if draft.kind in _MANY or draft.sides() != sides or _in_writing(draft.kind) != _in_writing(encounter.kind):
                continue
            shared = [p for p in people if p in draft.people]
            if draft.referenced is encounter.recalled and (len(shared) >= 2 or not people or not draft.people):
                return draft
            if encounter.recalled and not draft.referenced and len(shared) >= 2 and not self._other_day(encounter):
                return draft
        return None

    def _other_day(self, encounter: Encounter) -> bool:
        """Tell whether the sentence states a day that is not the document's."""
        return any(day.value != self.document.document.date for day in self._days(encounter))

    def _days(self, encounter: Encounter) -> list[Day]:
        return self._days_of(self.document.sentences[encounter.sentence])

    def _days_of(self, sentence: Sentence) -> list[Day]:
        start, end = self.document.starts[sentence.first], self.document.ends[sentence.last - 1]
        return [day for day in self.days if start <= day.start and day.end <= end]

    def _take_many(self, encounter: Encounter) -> None:
        sentence = self.document.sentences[encounter.sentence]
        text = self.document.text(sentence.first, sentence.last)
        existing = next((draft for draft in self.drafts if draft.kind in _MANY and draft.referenced is encounter.recalled), None)
        if existing is not None:
            existing.worded.append(encounter)
            return
        if encounter.recalled or not (_ATTENDS.search(text) or sentence.heading or encounter.left):
            return
        if any(draft.kind not in _MANY and not draft.referenced for draft in self.drafts) or re.search(
            r"\b(?:sidelines|margins|fringes)\b", text
        ):
            return
        draft = _Draft(encounter.kind, [p for p in encounter.left if not p.former], list(encounter.parties), [encounter])
        self.drafts.append(draft)
        self.starts.append((encounter.sentence, (draft,)))

    def _fill(self, draft: _Draft) -> None:
        """Add those who spoke or are said to have taken part in an encounter of many."""
        for utterance in self.utterances:
            for mention in utterance.subject:
                if mention.person is not None and mention.person not in draft.people:
                    draft.people.append(mention.person)
        for sentence in self.document.sentences:
            if not sentence.heading and _ATTENDS.search(self.document.text(sentence.first, sentence.last)):
                for mention in self.mentions:
                    if sentence.first <= mention.first < sentence.last:
                        person = mention.person
                        if (
                            person is not None
                            and person.role
                            and not person.former
                            and person not in draft.people
                            and not self._under(mention)
                        ):
                            draft.people.append(person)
        if draft.kind is MeetingKind.MULTILATERAL:
            anchor = draft.worded[0].hit
            sentence = self.document.sentence_of(anchor.first)
            for hit in self.document.parties_in(sentence.first, sentence.last):
                glued = hit.last < len(self.document) and self.document.words[hit.last] in ("-", "–")
                if (
                    hit.kind == "name"
                    and (glued or abs(hit.first - anchor.first) <= 3 or hit.code in _organisations())
                    and hit.code not in draft.parties
                ):
                    draft.parties.append(hit.code)

    def _under(self, mention: Mention) -> bool:
        """Tell whether a person only stands in a title: "the institute under the President"."""
        return mention.first > 0 and self.document.lower[mention.first - 1] == "under"

    # Records ---------------------------------------------------------------------------------------------------------

    def meeting(self, number: int, draft: _Draft) -> Meeting:
        encounter = next((e for e in draft.worded if not self.document.sentences[e.sentence].heading), draft.worded[0])
        place, venue, occasion = self._where(draft)
        value, basis = self._when(draft)
        kind = draft.kind
        if kind is MeetingKind.MEETING and self._by_video(encounter):
            kind = MeetingKind.VIDEO_CALL
        anchor = self.document.span(encounter.hit.first, encounter.hit.last)
        return Meeting(
            id=f"m{number}",
            kind=kind,
            status=MeetingStatus.REFERENCED if draft.referenced else MeetingStatus.REPORTED,
            date=value,
            date_basis=basis,
            place=place,
            venue=venue,
            occasion=occasion,
            parties=tuple(sorted(draft.sides())),
            participants=tuple(Participant(name=p.name, role=p.role, party=self.party(p), level=p.level) for p in draft.people),
            level=self._level(kind, draft.people),
            anchor=anchor,
            evidence=(anchor,),
            rules=(encounter.hit.pattern.id,),
        )

    def _by_video(self, encounter: Encounter) -> bool:
        sentence = self.document.sentences[encounter.sentence]
        return bool(_VIA_VIDEO.search(self.document.text(sentence.first, sentence.last)))

    def _where(self, draft: _Draft) -> tuple[str | None, str | None, str | None]:
        place = venue = occasion = None
        for encounter in draft.worded:
            sentence = self.document.sentences[encounter.sentence]
            occasion = occasion or occasion_in(self.document, sentence, encounter.hit)
            if draft.kind in _REMOTE or (self._by_video(encounter) and draft.kind is MeetingKind.MULTILATERAL):
                continue
            place = place or place_in(self.document, sentence, encounter.hit)
            if place is None and "here" in self.document.lower[encounter.hit.last : sentence.last] and self.document.document.dateline:
                place = self.document.document.dateline.place
            venue = venue or venue_in(self.document, sentence)
        if place is None and draft.kind not in _REMOTE and not any(self._by_video(e) for e in draft.worded) and not draft.referenced:
            for hit in self.document.hits.get("encounter", ()):
                sentence = self.document.sentence_of(hit.first)
                if (
                    hit.pattern.label == "meeting"
                    and not sentence.heading
                    and self.document.lower[sentence.first] in ("the", "their", "this")
                    and hit.first - sentence.first <= 2
                ):
                    place = place or place_in(self.document, sentence, hit)
        return place, venue, occasion

    def _when(self, draft: _Draft) -> tuple[str | None, DateBasis]:
        document = self.document
        for encounter in draft.worded:
            days = self._days(encounter)
            near = sorted(days, key=lambda day: abs(day.start - document.starts[encounter.hit.first]))
            if near and not document.sentences[encounter.sentence].heading:
                return near[0].value, near[0].basis
        if draft.referenced:
            sentence = document.sentences[draft.worded[0].sentence]
            year = _YEAR.search(document.masked, document.starts[sentence.first], document.ends[sentence.last - 1])
            return (year[0], DateBasis.STATED) if year else (None, DateBasis.UNKNOWN)
        first = draft.worded[0]
        sentence = document.sentences[first.sentence]
        if _BEFORE_EVENT.search(document.text(sentence.first, sentence.last)) or first.sentence > 6:
            return None, DateBasis.UNKNOWN
        for earlier in document.sentences[: first.sentence + 2]:
            days = [] if earlier.heading else self._days_of(earlier)
            days = [day for day in days if not day.year_stated]
            if days:
                return days[0].value, days[0].basis
        value = document.document.date
        return (value, document.document.date_basis or DateBasis.UNKNOWN) if value else (None, DateBasis.UNKNOWN)

    def _level(self, kind: MeetingKind, people: list[Person]) -> Level | None:
        """Return the highest level on the lower side; of a multilateral encounter, the highest present."""
        highest: dict[str | None, Level] = {}
        for person in people:
            if person.level is not None:
                party = self.party(person)
                highest[party] = max(person.level, highest.get(party, person.level))
        if not highest:
            return None
        return max(highest.values()) if kind is MeetingKind.MULTILATERAL else min(highest.values())

    def _returns(self) -> Iterator[tuple[int, tuple[_Draft, ...]]]:
        """Yield sentences in which somebody of another meeting takes the word: the text is back at that meeting."""
        reported = [draft for draft in self.drafts if not draft.referenced and draft.kind not in _MANY]
        worded = {number for number, _ in self.starts}
        for clause in self.clauses:
            for mention in clause.subject if clause.past and not clause.relative and not clause.shared else ():
                of = [draft for draft in reported if mention.person in draft.people]
                number = self.document.sentence_number(mention.first)
                if len(of) == 1 and len(reported) > 1 and number not in worded:
                    yield number, (of[0],)
                    break

    def _named_sides(self) -> tuple[str, ...]:
        """Return the two sides of a text that reports no meeting: those called sides, or those of its title."""
        sides = list(dict.fromkeys(m.party for m in self.mentions if m.kind is MentionKind.PARTY and m.party and m.head == "side"))
        if len(sides) != 2:
            heads = [sentence for sentence in self.document.sentences if sentence.heading]
            sides = list(dict.fromkeys(hit.code for head in heads for hit in self.document.parties_in(head.first, head.last)))
        return tuple(sides) if len(sides) == 2 else ()

    def segments(self, ids: dict[int, str]) -> Iterator[Segment]:
        """Yield stretches of sentences by the meeting that they are about; the first reaches back to the start."""
        starts: list[tuple[int, tuple[_Draft, ...]]] = [
            (number, tuple(d for d in drafts if id(d) in ids and not _in_writing(d.kind)))
            for number, drafts in (*self.starts, *self._returns())
        ]
        starts = sorted(((number, drafts) for number, drafts in starts if drafts), key=lambda item: item[0])
        for draft in self.drafts:
            if not starts and id(draft) in ids:
                starts.append((0, (draft,)))
        if not starts and (sides := self._named_sides()):
            yield Segment("", 0, len(self.document.sentences), sides, ())
        for index, (number, drafts) in enumerate(starts):
            first = 0 if index == 0 else number
            last = starts[index + 1][0] if index + 1 < len(starts) else len(self.document.sentences)
            if last <= first:
                continue
            people = list(dict.fromkeys(p for draft in drafts for p in draft.people))
            parties = list(dict.fromkeys([*(p.party for p in people if p.party), *(party for draft in drafts for party in draft.parties)]))
            yield Segment(ids[id(drafts[0])], first, last, tuple(parties), tuple(people))


def _organisations() -> frozenset[str]:
    from diplocorpus.patterns.parties import parties

    return frozenset(code for code, entry in parties().items() if entry.kind == "organization")


def _in_writing(kind: MeetingKind) -> bool:
    return kind is MeetingKind.CORRESPONDENCE


def _join(document: AnnotatedDocument, findings: Findings) -> tuple[list[Meeting], list[Segment]]:
    joiner = _Joiner(document, findings)
    joiner.join()
    meetings = [joiner.meeting(number, draft) for number, draft in enumerate(joiner.drafts, 1)]
    ids = {id(draft): meeting.id for draft, meeting in zip(joiner.drafts, meetings, strict=True) if not draft.referenced}
    return meetings, list(joiner.segments(ids))


def extract_meetings(document: AnnotatedDocument, findings: Findings) -> Iterator[Meeting]:
    """Yield the meetings of a document: those reported first, then those only referred to."""
    yield from _join(document, findings)[0]


def extract_segments(document: AnnotatedDocument, findings: Findings) -> Iterator[Segment]:
    """Yield the stretches of sentences that belong to one meeting each."""
    yield from _join(document, findings)[1]
