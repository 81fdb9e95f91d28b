"""Encounters joined: which of them tell of one meeting, and who took part in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from operator import attrgetter

import attrs

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.meetings.findings import Attendance, Day, Encounter, Gathering, Headline, Side
from diplocorpus.extractors.people.findings import HomeSide, Mention, MentionKind, Naming, Person
from diplocorpus.extractors.speech.findings import Utterance
from diplocorpus.models.days import whole_day
from diplocorpus.models.documents import Genre
from diplocorpus.models.events import MeetingKind, MeetingStatus
from diplocorpus.patterns.names import is_variant
from diplocorpus.patterns.parties import parties
from diplocorpus.text.along import Along
from diplocorpus.text.annotated import AnnotatedDocument

_MANY = frozenset({MeetingKind.MULTILATERAL, MeetingKind.CONFERENCE})
_CALLS = frozenset({MeetingKind.PHONE_CALL, MeetingKind.VIDEO_CALL})
_IN_WRITING = MeetingKind.CORRESPONDENCE
_TAKES_UP = frozenset({"meeting.noun", "meeting.discuss"})
_ATTENDS = re.compile(
    r"\b(?:attend\w*|joined|took part|participat\w+|hosted|co-hosted|held|concluded|opened|took place|chaired"
    r"|were present|brought together|included|addressed)\b",
    re.IGNORECASE,
)
_OPENING = 2
"""Sentences from the first within which those who met are named."""

_OTHER_EVENT_DAYS = 7
"""An encounter further from the news' own day than this is not the news."""


@attrs.define(eq=False)
class _Draft:
    """A meeting while the document is being read; `worded` are the encounters that tell of it."""

    kind: MeetingKind
    status: MeetingStatus
    worded: list[Encounter]
    people: list[Person] = attrs.field(factory=list)
    parties: list[str] = attrs.field(factory=list)
    delegates: list[Person] = attrs.field(factory=list)
    event: bool = False
    """Whether it is named as an event of many (a summit), which has a name of its own."""
    titled: bool = False
    """Whether the title, which is not in the text, tells who took part."""


class _Joiner:
    """Joins the encounters of one document."""

    def __init__(self, document: AnnotatedDocument, findings: Findings) -> None:
        self.document = document
        self.encounters = findings.of(Encounter)
        self.mentions = findings.along(Mention)
        self.utterances = findings.of(Utterance)
        self.days = Along(findings.of(Day), attrgetter("start"))
        self.attendance = findings.of(Attendance)
        self.headlines = findings.of(Headline)
        self.people = tuple(dict.fromkeys(naming.person for naming in findings.of(Naming)))
        self.home = next((side.party for side in findings.of(HomeSide)), None)
        self.of_person: dict[Person, list[Encounter]] = {}
        for encounter in self.encounters:
            for person in dict.fromkeys(encounter.left.people):
                self.of_person.setdefault(person, []).append(encounter)
        self.drafts: list[_Draft] = []
        self.assumed: dict[Person, str] = {}

    def join(self) -> Iterator[Gathering]:
        body = [self._with_list(e) for e in self.encounters if not self.document.sentences[e.sentence].heading]
        heads = [e for e in self.encounters if self.document.sentences[e.sentence].heading]
        strong = [e for e in body if e.hit.pattern.id != "meeting.discuss"]
        for encounter in sorted(strong, key=lambda e: (e.sentence, e.kind in _MANY)):
            self._take(self._with_sentence(encounter) if not self.drafts else encounter)
        for encounter in body:
            several = len({p.party for p in encounter.left.people}) > 1
            if encounter.hit.pattern.id == "meeting.discuss" and encounter.sentence <= 1 and several and not self._reports():
                self._take(encounter)
        for headline in self.headlines:
            self._take_title(headline, body)
        for encounter in chain(heads, map(self._with_sentence, strong)):
            if self._reports():
                break
            self._take(encounter)
        self._take_up()
        for draft in filter(attrgetter("event"), self.drafts):
            self._fill(draft)
        self._add_delegates()
        order = list(MeetingStatus)
        kept = sorted(filter(self._is_meeting, self.drafts), key=lambda draft: order.index(draft.status))
        anchored = ((draft, anchor) for draft in kept if (anchor := self._anchor(draft)) is not None)
        for number, (draft, anchor) in enumerate(anchored, 1):
            yield Gathering(
                id=f"m{number}",
                kind=draft.kind,
                status=draft.status,
                people=tuple(draft.people),
                parties=tuple(draft.parties),
                assumed=self.assumed,
                worded=tuple(draft.worded),
                delegates=frozenset(draft.delegates),
                anchor=anchor,
                rules=(*(e.hit.pattern.id for e in draft.worded[:1]), *(["title"] if draft.titled else [])),
            )

    def _take_up(self) -> None:
        """What an agency's news opens with as just over is its news: "..., Lowe said on Monday after talks with Ott"."""
        if self.drafts and self.drafts[0].worded and self.document.document.genre is Genre.REPORT and not self._reports():
            told = self.drafts[0].worded[0]
            over = self.document.lower[told.hit.first - 1 : told.hit.first] in (("after",), ("following",))
            if over and told.sentence <= _OPENING and not self._other_day(told):
                self.drafts[0].status = MeetingStatus.REPORTED

    def _add_delegates(self) -> None:
        """Add those who are said to have been present too to the meeting that the text is at."""
        reported = [draft for draft in self._reported() if not draft.event and draft.kind is not _IN_WRITING]
        for attendance in self.attendance:
            at = [d for d in reported if any(e.sentence <= attendance.sentence for e in d.worded)] or reported
            if not attendance.beside or not at:
                continue
            draft = max(at, key=lambda d: max((e.sentence for e in d.worded if e.sentence <= attendance.sentence), default=-1))
            for person in attendance.people:
                known = any(person in other.people for other in reported) or any(is_variant(person.name, p.name) for p in draft.people)
                if not known:
                    draft.people.append(person)
                    draft.delegates.append(person)
                    # Whose minister is not told is one's own.
                    own = self.home in self._sides(draft) and self._sides(draft).isdisjoint({*attendance.named} - {self.home})
                    side = attendance.side or (self.home if own else None)
                    self.assumed.update({person: side} if person.party is None and side else {})

    def _reported(self) -> list[_Draft]:
        return [draft for draft in self.drafts if draft.status is MeetingStatus.REPORTED and self._is_meeting(draft)]

    def _reports(self) -> bool:
        """Tell whether any meeting is reported so far."""
        return any(draft.status is MeetingStatus.REPORTED and self._is_meeting(draft) for draft in self.drafts)

    def _anchor(self, draft: _Draft) -> tuple[int, int] | None:
        """Return the words that introduce a meeting; of one that the title alone tells of, the first naming of who took part."""
        body = [e.hit for e in draft.worded if not self.document.sentences[e.sentence].heading]
        if body or draft.worded:
            hit = (body or [draft.worded[0].hit])[0]
            return hit.first, hit.last
        for mention in self.mentions:
            if mention.person in draft.people or mention.kind is MentionKind.GROUP or mention.party in self._sides(draft):
                return mention.first, mention.last
        return None

    def _is_meeting(self, draft: _Draft) -> bool:
        sides = self._sides(draft)
        one = draft.kind is not MeetingKind.CONFERENCE and (len(draft.people) >= 2 or (draft.event and bool(sides)))
        return one or len(sides) >= 2  # a congress of one country's people is its own affair

    def party(self, person: Person) -> str | None:
        """Return the party of a person, assumed from the meeting before where the text gives none."""
        return person.party or self.assumed.get(person)

    def _sides(self, draft: _Draft) -> set[str]:
        return {party for p in draft.people if (party := self.party(p))} | set(draft.parties)

    def _with_sentence(self, encounter: Encounter) -> Encounter:
        """Return an encounter worded without a partner with all people of its sentence: "During the call, Lowe thanked Ott"."""
        sentence = self.document.sentences[encounter.sentence]
        named = [m.person for m in self.mentions.within(sentence.first, sentence.last) if m.person is not None]
        others = tuple(dict.fromkeys(p for p in named if p not in encounter.left.people))
        known = encounter.right.people or encounter.right.parties
        if encounter.kind in _MANY or known or encounter.status is not MeetingStatus.REPORTED or not others:
            return encounter
        return attrs.evolve(encounter, right=Side(others))

    def _with_list(self, encounter: Encounter) -> Encounter:
        """Return an encounter with the members of its group: "met with ministers. These included Lowe"; or with a list's."""
        if encounter.right.people or encounter.right.parties:
            return encounter
        present = tuple(person for found in self.attendance if found.listed for person in found.people)
        if encounter.left == Side() and present:
            return attrs.evolve(encounter, right=Side(present))
        sentence = self.document.sentences[min(encounter.sentence + 1, len(self.document.sentences) - 1)]
        opening = self.document.lower[sentence.first : sentence.first + 3]
        if opening[:1] not in (("these",), ("they",), ("those",), ("among",)) or not {"included", "were", "include"} & set(opening):
            return encounter
        listed = [m.person for m in self.mentions.within(sentence.first, sentence.last) if m.person is not None]
        return attrs.evolve(encounter, right=Side(tuple(dict.fromkeys(listed))), separate=True) if listed else encounter

    # What a title tells that is not in the text -----------------------------------------------------------------------

    def _take_title(self, headline: Headline, body: list[Encounter]) -> None:
        """Complete the meeting that a title tells of too; where the text only takes it up ("The leaders discussed"), found it."""
        coming = self.document.document.genre is Genre.ANNOUNCEMENT or any(d.status is MeetingStatus.ANNOUNCED for d in self.drafts)
        for told in headline.encounters:
            if told.status is not MeetingStatus.REPORTED:
                continue
            left, right = told.left.as_in(self.people), told.right.as_in(self.people)
            people = {*left.people, *right.people}
            shared = {draft: len(people & set(draft.people)) for draft in self._reported() if not draft.event}
            most = [draft for draft, count in shared.items() if count and count == max(shared.values())]
            if not most and len(shared) == 1:
                most = [draft for draft in shared if not draft.people and self._of_these_sides(draft, people)]
            if len(most) == 1:
                self._complete(most[0], told, left, right, headline.parties)
            elif not self._reported() and not coming:
                self._found(headline, told, left, right, body)

    def _of_these_sides(self, draft: _Draft, people: set[Person]) -> bool:
        """Tell whether those whom a title names are of the sides of a meeting that the text tells without people."""
        told = {p.party for p in people if p.party}
        return bool(told) and told <= self._sides(draft)

    def _complete(self, draft: _Draft, told: Encounter, left: Side, right: Side, parties: tuple[str, ...]) -> None:
        taken = {self.party(p) for p in draft.people} if not draft.people else self._sides(draft)
        missing = [p for p in (*left.people, *right.people) if p not in draft.people and p.party not in taken and (p.party or p.role)]
        draft.people += missing
        stateless = [p for p in draft.people if self.party(p) is None]
        others = [party for party in parties if party not in self._sides(draft)]
        if len(self._sides(draft)) == 1 and len(others) == 1 and stateless:
            self.assumed.update(dict.fromkeys(stateless, others[0]))
            missing = missing or stateless
        draft.titled = draft.titled or bool(missing)
        if draft.kind is MeetingKind.MEETING and told.kind in _CALLS and draft.worded[0].hit.pattern.id in _TAKES_UP:
            draft.kind = told.kind

    def _found(self, headline: Headline, told: Encounter, left: Side, right: Side, body: list[Encounter]) -> None:
        people = [p for p in (*left.people, *right.people) if not p.former]
        if not left.people and not left.parties:
            people = [*self._hosts(people), *people]
        worded = [e for e in body if e.status is MeetingStatus.REPORTED][:1]
        kind = worded[0].kind if worded and told.kind in _CALLS and worded[0].kind in _CALLS else told.kind
        draft = _Draft(kind, told.status, worded, people, titled=True)
        draft.parties += [p for p in (*left.parties, *right.parties) if p not in self._sides(draft)]
        if len(self._sides(draft)) < 2:
            draft.parties += [p for p in headline.parties if p not in self._sides(draft)]
        if len(self._sides(draft)) == 1 and self.home is not None and not left.people and self.home not in self._sides(draft):
            draft.parties.append(self.home)
        if draft.kind is MeetingKind.MEETING and len(self._sides(draft)) > 2:
            draft.kind = MeetingKind.MULTILATERAL
        self.drafts.append(draft)

    def _hosts(self, others: list[Person]) -> list[Person]:
        """Return who met those that a title names alone ("Talks with Premier Ott"): the first one of another party in the text."""
        taken = {p.party for p in others}
        early = {m.person for m in self.mentions if self.document.sentence_number(m.first) <= _OPENING}
        rest = [p for p in self.people if p in early and p not in others and not p.former and p.party not in taken and (p.party or p.role)]
        return ([p for p in rest if p.party == self.home] or rest)[:1]

    # Encounters of two sides ------------------------------------------------------------------------------------------

    def _take(self, encounter: Encounter) -> None:
        if encounter.hit.pattern.label in _MANY and not encounter.right.people:
            self._take_event(encounter)
            return
        left = encounter.left
        for right in self._groups(encounter):
            people = [p for p in (*left.people, *right.people) if not p.former]
            sides = {party for p in people if (party := self.party(p))}
            stated = [] if len(sides) >= 2 and not right.parties else [*left.parties, *right.parties]
            sides |= set(stated)
            if len(sides) < 2 and not (left.people and right.people and encounter.hit.pattern.id != "meeting.discuss"):
                continue
            status = self._status(encounter)
            draft = self._same(encounter, status, people, sides)
            if draft is None:
                kind = encounter.kind
                if encounter.hit.pattern.label == MeetingKind.MEETING and len(sides) > 2:
                    kind = MeetingKind.MULTILATERAL
                draft = _Draft(kind, status, [])
                self.drafts.append(draft)
            draft.people += [p for p in people if p not in draft.people]
            draft.parties += [p for p in dict.fromkeys(stated) if p not in self._sides(draft)]
            draft.worded.append(encounter)

    def _groups(self, encounter: Encounter) -> list[Side]:
        """Return those who are met together: all of the other side, or those of one state after another where met separately."""
        right = [p for p in encounter.right.people if not p.former]
        self._assume(encounter, right)
        left = {self.party(p) for p in encounter.left.people} | set(encounter.left.parties)
        if not right and not encounter.right.parties:
            return [Side()] if len(left) >= 2 else []
        others = [p for p in right if self.party(p) not in left or self.party(p) is None]
        right = others or right
        if not self._apart(encounter):
            return [Side(tuple(right), encounter.right.parties)]
        by_party: dict[str | None, list[Person]] = {party: [] for party in encounter.right.parties}
        for person in right:
            by_party.setdefault(self.party(person), []).append(person)
        return [Side(tuple(people), () if people or party is None else (party,)) for party, people in by_party.items()]

    def _apart(self, encounter: Encounter) -> bool:
        """Tell whether the people of the other side are met one state at a time."""
        several = self.document.lower[encounter.hit.last - 1] in ("meetings", "calls", "conversations")
        if encounter.separate or several:
            return True
        among = {p.party for p in encounter.right.people} | set(encounter.right.parties)
        for person in encounter.left.people if len(among) > 1 else ():
            for other in self.of_person[person]:
                own = {p.party for p in other.right.people} | set(other.right.parties)
                if len(own) == 1 and own < among and other.sentence > encounter.sentence:
                    return True
        return False

    def _assume(self, encounter: Encounter, right: list[Person]) -> None:
        """People without a country whom somebody meets after a meeting with the other side belong to that side."""
        stateless = [person for person in right if person.party is None]
        taking_part = (d for d in reversed(self.drafts) if stateless and any(p in d.people for p in encounter.left.people))
        before = next((d for d in taking_part if d.status is MeetingStatus.REPORTED and self._is_meeting(d)), None)
        others = self._sides(before) - {p.party for p in encounter.left.people} if before else set()
        if len(others) == 1:
            self.assumed.update(dict.fromkeys(stateless, *others))

    def _status(self, encounter: Encounter) -> MeetingStatus:
        """Return the status; what the text reports of another day than its own news is only recalled."""
        if encounter.status is MeetingStatus.REPORTED and self.drafts and self._far_off(encounter):
            return MeetingStatus.REFERENCED
        return encounter.status

    def _far_off(self, encounter: Encounter) -> bool:
        news = whole_day(self.document.document.date)
        told = [whole_day(day.value) for day in self._days(encounter)] if news else ()
        return news is not None and any(day is not None and abs((day - news).days) > _OTHER_EVENT_DAYS for day in told)

    def _same(self, encounter: Encounter, status: MeetingStatus, people: list[Person], sides: set[str]) -> _Draft | None:
        """Return the meeting that an encounter words again: same people, and no other day stated."""
        fewest = min(2, len(set(people)) - 1)
        for draft in self.drafts:
            shared = [p for p in people if p in draft.people]
            # What few take part in is left out first: most meetings of a long text are others'.
            if len(shared) < fewest or draft.event or self._sides(draft) != sides:
                continue
            if (draft.kind is _IN_WRITING) != (encounter.kind is _IN_WRITING):
                continue
            named = [{self.party(p) for p in named} - {None} for named in (draft.people, people)]
            unnamed = not people or not draft.people or any(known != sides for known in named)
            if draft.status is status and (len(shared) >= 2 or (unnamed and len(shared) >= len(set(people)) - 1)):
                return draft
            again = status is MeetingStatus.REFERENCED and draft.status is MeetingStatus.REPORTED
            if again and len(shared) >= 2 and not self._other_day(encounter):
                return draft
        return None

    def _other_day(self, encounter: Encounter) -> bool:
        """Tell whether the sentence states a day that is not the document's."""
        return any(day.value != self.document.document.date for day in self._days(encounter))

    def _days(self, encounter: Encounter) -> list[Day]:
        sentence = self.document.sentences[encounter.sentence]
        start, end = self.document.starts[sentence.first], self.document.ends[sentence.last - 1]
        return [day for day in self.days.within(start, end) if day.end <= end]

    # Events of many ---------------------------------------------------------------------------------------------------

    def _take_event(self, encounter: Encounter) -> None:
        sentence = self.document.sentences[encounter.sentence]
        text = self.document.text(sentence.first, sentence.last)
        existing = next((draft for draft in self.drafts if draft.event and draft.status is encounter.status), None)
        if existing is not None:
            existing.worded.append(encounter)
            return
        people = [p for p in encounter.left.people if not p.former]
        if self.document.document.genre is Genre.ANNOUNCEMENT:
            return
        if encounter.status is not MeetingStatus.REPORTED or not (_ATTENDS.search(text) or sentence.heading or people):
            return
        bilateral = any(not d.event and d.status is MeetingStatus.REPORTED and self._is_meeting(d) for d in self.drafts)
        aside = any(h.pattern.label == "sidelines" for h in self.document.hits_in("circumstance", sentence.first, sentence.last))
        if bilateral or aside:
            return
        self.drafts.append(_Draft(encounter.kind, encounter.status, [encounter], people, list(encounter.left.parties), event=True))

    def _fill(self, draft: _Draft) -> None:
        """Add those who spoke or are said to have taken part in an event of many."""
        for utterance in self.utterances:
            for mention in utterance.subject:
                if mention.person is not None and mention.person not in draft.people:
                    draft.people.append(mention.person)
        for attendance in self.attendance:
            draft.people += [p for p in attendance.people if p.role and p not in draft.people]
            draft.parties += [p for p in attendance.parties if p not in self._sides(draft)]
        if draft.kind is MeetingKind.MULTILATERAL:
            anchor = draft.worded[0].hit
            sentence = self.document.sentence_of(anchor.first)
            for hit in self.document.parties_in(sentence.first, sentence.last):
                glued = hit.last < len(self.document) and self.document.words[hit.last] in ("-", "–")
                body = parties()[hit.code].kind == "organization"
                if hit.kind == "name" and (glued or abs(hit.first - anchor.first) <= 3 or body) and hit.code not in draft.parties:
                    draft.parties.append(hit.code)


def extract_gatherings(document: AnnotatedDocument, findings: Findings) -> Iterator[Gathering]:
    """Yield the meetings that the encounters make: those reported first, then those referred to, then those to come."""
    told: tuple[object, ...] = findings.of(Encounter) or findings.of(Headline)
    if told:
        yield from _Joiner(document, findings).join()
