"""What becomes of the title of a relation, and whose it is: named, given, raised, remembered, hoped for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.formulas.findings import Title
from diplocorpus.extractors.meetings.findings import Segment
from diplocorpus.extractors.people.findings import Mention, MentionKind, Referent
from diplocorpus.extractors.speech.findings import Clause
from diplocorpus.models.partnerships import (
    Partnership,
    PartnershipEvent,
    PartnershipLadder,
    PartnershipTitle,
    Qualifier,
    TitleAge,
    TitlePart,
)
from diplocorpus.patterns.ladders import PartnershipTerm, partnership_terms
from diplocorpus.text.annotated import AnnotatedDocument, Hit, Sentence
from diplocorpus.text.tagging import FINITE, Tag

_REACH = 14
"""Tokens in front of a title within which its verb stands."""

_REACH_OF_PARTIES = 10
"""Tokens behind a title in which those whose it is are named."""

_REACH_OF_TO = 6
"""Tokens between "to" and the title that another is raised to."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_JOINERS = frozenset({"-", "–", "—", "/"})
_DEGREES = frozenset({"new", "next", "higher", "qualitatively"})
_OF_NOUN = frozenset({Tag.DET, Tag.POSS, Tag.ADJ, Tag.NAME, Tag.APOS, Tag.NUM, Tag.VBN, Tag.QUOTE, Tag.ADV})
"""What may stand between a verb and the title that it has for object."""

_CHANGES = {"establish": PartnershipEvent.ESTABLISH, "upgrade": PartnershipEvent.UPGRADE}


class _Reader:
    """Reads what is said of the titles of one document."""

    def __init__(self, document: AnnotatedDocument, findings: Findings) -> None:
        self.document = document
        self.titles = findings.of(Title)
        self.clauses = findings.along(Clause)
        self.mentions = findings.along(Mention)
        self.segments = findings.cover(Segment)
        self.pairs = {frozenset(pair) for segment in findings.of(Segment) if len(pair := _two_sides(segment)) == 2}
        """The two sides of each meeting that has two."""
        self.referents = {referent.mention.first: referent for referent in findings.of(Referent)}
        self.ladders = document.packs.ladders
        self.used: set[int] = set()

    def partnerships(self) -> Iterator[Partnership]:
        """Yield a record for each title that is not already the new one of another."""
        for index, title in enumerate(self.titles):
            if title.first in self.used:
                continue
            following = self.titles[index + 1] if index + 1 < len(self.titles) else None
            record = self._partnership(title, following)
            if record is not None:
                yield record

    def _partnership(self, title: Title, following: Title | None) -> Partnership | None:
        document = self.document
        sentence = document.sentence_of(title.first)
        segment = self._segment(title)
        event, verb = self._event(title, sentence)
        new = self._raised_to(title, following, sentence) if verb is not None and verb.pattern.label == "upgrade" else None
        if verb is not None and verb.pattern.label == "upgrade" and new is None and not self._behind_to(title, verb):
            event, verb = PartnershipEvent.MENTION, None
        if new is not None:
            self.used.add(new.first)
        dyad = self._dyad(title, new, sentence, segment, verb)
        if self._with_a_stranger(title, sentence) or (len(dyad) != 2 and (title.community or title.canonical == "ALLIED")):
            return None
        attained = new or title
        rank, scheme = self._rank(dyad, attained)
        span = document.span(title.first, title.last)
        hits = [*title.parts, title.head, *([verb] if verb else [])]
        return Partnership(
            id="p0",
            meeting_id=segment.meeting_id or None if segment else None,
            dyad=dyad,
            ladder=PartnershipLadder.COMMUNITY if title.community else PartnershipLadder.PARTNERSHIP,
            title=self._title(title),
            new_title=self._title(attained) if event is PartnershipEvent.UPGRADE or new is not None else None,
            rank=rank,
            scheme=scheme,
            event=event,
            historical=self._historical(title, sentence) if event in _CHANGES.values() else False,
            age=self._age(dyad, attained, event),
            reported_by=document.document.publisher,
            evidence=(span if verb is None else document.span(min(verb.first, title.first), attained.last),),
            rules=tuple(dict.fromkeys(hit.pattern.id for hit in hits)),
        )

    def _title(self, title: Title) -> PartnershipTitle:
        document = self.document
        qualifiers = tuple(Qualifier(part=TitlePart(hit.pattern.label), span=document.span(hit.first, hit.last)) for hit in title.parts)
        return PartnershipTitle(canonical=title.canonical, span=document.span(title.first, title.last), qualifiers=qualifiers)

    def _segment(self, title: Title) -> Segment | None:
        return self.segments.first_holding(self.document.sentence_number(title.first))

    # whose

    def _dyad(self, title: Title, new: Title | None, sentence: Sentence, segment: Segment | None, verb: Hit | None) -> tuple[str, ...]:
        """Return the two parties: named in front, within, behind, as owner, as subject; else the two sides of the meeting."""
        sides = self._sides(segment)
        within = tuple(dict.fromkeys(hit.code for hit in self.document.parties_in(verb.last if verb else title.first, title.last)))
        joined = self._joined(title.first) or (within if len(within) == 2 else ())
        if len(joined) == 2:
            return _pair(joined)
        owner = self._raised(title, sentence, verb) or self._owner(title, sentence)
        other = self._other(title, sentence) or (self._other(new, sentence) if new else ())
        if len(other) == 2:
            return _pair(other)
        if len(other) == 1:
            first = next((code for code in (*owner, *sides, self.document.document.publisher_party) if code and code != other[0]), None)
            return _pair((first, other[0])) if first else ()
        if len(owner) == 2:
            return _pair(owner)
        if title.community:
            return ()
        if len(sides) == 2:
            return _pair(sides)
        return ()

    def _sides(self, segment: Segment | None) -> tuple[str, ...]:
        """Return the two sides of the meeting at hand, else those that all two-sided meetings of the document share."""
        here = _two_sides(segment) if segment else ()
        return here if len(here) == 2 or len(self.pairs) != 1 else tuple(*self.pairs)

    def _with_a_stranger(self, title: Title, sentence: Sentence) -> bool:
        """Tell whether a title is shared with somebody who is no party: "a strategic partnership with Ott Steel"."""
        place = title.last
        named = self.document.lower[place : place + 1] == ("with",) and self.document.tags[place + 1 : place + 2] == (Tag.NAME,)
        return named and not self._other(title, sentence)

    def _joined(self, first: int) -> tuple[str, ...]:
        """Return two parties joined in front of a title: "Freedonia-Ruritania", "Russian-Vietnamese", "Kenya and Uganda's"."""
        document = self.document
        near = [hit for hit in document.parties_in(max(0, first - 8), first) if document.sentence_of(hit.first).first <= hit.first]
        if len(near) < 2:
            return ()
        left, right = near[-2:]
        between = document.words[left.last : right.first]
        hyphenated = bool(between) and all(word in _JOINERS for word in between)
        tail = document.tags[right.last : first]
        return (left.code, right.code) if hyphenated and all(tag in (Tag.ADJ, Tag.PUNCT, Tag.QUOTE, Tag.NOUN) for tag in tail) else ()

    def _owner(self, title: Title, sentence: Sentence) -> tuple[str, ...]:
        """Return whose title it is by its possessive or its clause: "[Russia]'s", "[India and Japan] established"."""
        document = self.document
        before = title.first - 1
        if before > sentence.first and document.tags[before] is Tag.APOS:
            return tuple(hit.code for hit in document.parties_in(sentence.first, before) if hit.last == before)
        clauses = [c for c in self.clauses.within(sentence.first, title.first) if c.subject and not c.relative]
        return self._parties(clauses[-1].subject) if clauses else ()

    def _raised(self, title: Title, sentence: Sentence, verb: Hit | None) -> tuple[str, ...]:
        """Return whose relations a title is given to: "relations [between Kenya and Chile] will be raised to a"."""
        if verb is None or verb.pattern.label != "upgrade" or verb.first > title.first:
            return ()
        between = next((i for i in range(verb.first - 1, sentence.first, -1) if self.document.lower[i] == "between"), None)
        named = self._parties(tuple(self.mentions.within(between, verb.first))) if between is not None else ()
        return named if len(named) == 2 else ()

    def _other(self, title: Title, sentence: Sentence) -> tuple[str, ...]:
        """Return the parties behind a title: "between [A] and [B]", "with [A]", "of [A] and [B]"."""
        document, place = self.document, title.last
        if document.lower[place : place + 1] not in (("between",), ("with",), ("of",)):
            return ()
        found: list[str] = []
        end = place + 1
        for mention in self.mentions.within(end, sentence.last):
            if mention.first < end:
                continue
            if any(document.lower[i] not in ("the", "and", "both", ",") for i in range(end, mention.first)):
                break
            if mention.kind in (MentionKind.PARTY, MentionKind.GROUP):
                found += self._parties((mention,))
                end = mention.last
        return tuple(dict.fromkeys(found))

    def _parties(self, mentions: tuple[Mention, ...]) -> tuple[str, ...]:
        found: list[str] = []
        for mention in mentions:
            referent = self.referents.get(mention.first)
            found += referent.parties if referent else ()
        return tuple(dict.fromkeys(found))

    # what becomes of it

    def _event(self, title: Title, sentence: Sentence) -> tuple[PartnershipEvent, Hit | None]:
        """Return what becomes of a title, and the verb that says so."""
        hits = [h for h in self.document.hits_in("partnership_event", sentence.first, title.first) if title.first - h.last <= _REACH]
        hits = [h for h in hits if not self._parted(h.last, title.first)]
        if any(hit.pattern.label == "anniversary" for hit in hits):
            return PartnershipEvent.ANNIVERSARY, next(hit for hit in hits if hit.pattern.label == "anniversary")
        change = next((hit for hit in reversed(hits) if hit.pattern.label in _CHANGES), None)
        change = change or self._passive(title, sentence)
        if change is None:
            return PartnershipEvent.MENTION, None
        if change.first < title.first and not self._takes(change, title):
            return PartnershipEvent.MENTION, None
        happened = self._happened(change, sentence)
        if happened is None:
            return PartnershipEvent.MENTION, None
        return (_CHANGES[change.pattern.label] if happened else PartnershipEvent.ASPIRE), change

    def _takes(self, change: Hit, title: Title) -> bool:
        """Tell whether a change is of the title itself, not of what is named after it nor to "a new level of" it."""
        document, between = self.document, range(change.last, title.first)
        if document.tags[title.last : title.last + 1] == (Tag.NAME,) or any(document.lower[i] in _DEGREES for i in between):
            return False
        if change.pattern.label == "upgrade":
            return self._behind_to(title, change) or self._raises(title, change)
        return all(document.tags[i] in _OF_NOUN or document.words[i] in _JOINERS or document.lower[i] == "of" for i in between)

    def _parted(self, first: int, last: int) -> bool:
        """Tell whether another clause begins between a verb and a title."""
        return any(self.document.tags[i] in FINITE or self.document.words[i] in (";", ":") for i in range(first, last))

    def _passive(self, title: Title, sentence: Sentence) -> Hit | None:
        """Return the verb of which a title is the subject: "a strategic partnership was established"."""
        for hit in self.document.hits_in("partnership_event", title.last, sentence.last):
            group = self.document.tags[title.last : hit.first]
            if hit.pattern.label in _CHANGES and hit.form in ("past", "participle") and Tag.BE in group and len(group) <= 4:
                return hit
        return None

    def _behind_to(self, title: Title, verb: Hit | None) -> bool:
        """Tell whether a title is what something is raised to: "to (the level of) a comprehensive strategic partnership"."""
        return verb is not None and any(self.document.lower[i] in ("to", "into") for i in range(verb.last - 1, title.first))

    def _raises(self, title: Title, verb: Hit) -> bool:
        """Tell whether a title is what is raised: "upgrade [their strategic partnership] to a ..."."""
        return verb.last <= title.first and self._to_behind(title) is not None

    def _raised_to(self, title: Title, following: Title | None, sentence: Sentence) -> Title | None:
        """Return the new title behind the old one: "from a [...] to a [...]", "[...] between A and B to a [...]"."""
        if following is None or following.first >= sentence.last or following.community != title.community:
            return None
        to = self._to_behind(title)
        return following if to is not None and to < following.first <= to + _REACH_OF_TO else None

    def _to_behind(self, title: Title) -> int | None:
        """Return the "to" that stands behind a title, or behind those whose it is."""
        document, place = self.document, title.last
        if document.lower_at(place) in ("between", "with", "of"):
            place = max((hit.last for hit in document.parties_in(place, place + _REACH_OF_PARTIES)), default=place)
        return place if document.lower_at(place) in ("to", "into") else None

    def _happened(self, change: Hit, sentence: Sentence) -> bool | None:
        """Tell whether a change has come or is decided (True), is only meant to come (False), or is merely spoken of (None)."""
        document = self.document
        before = document.before(sentence, change.first)
        led = [h for h in document.hits_in("partnership_event", sentence.first, change.first) if not self._parted(h.last, change.first)]
        decided = bool(led) and led[-1].pattern.label == "decide"
        hoped = bool(led) and led[-1].pattern.label == "hope"
        if decided:
            return True
        if hoped:
            return False
        if change.form in ("past", "participle"):
            modal = any(document.tags[i] is Tag.MOD for i in range(max(sentence.first, change.first - 4), change.first))
            return not modal
        if change.form in ("base", "gerund", "third") and before >= sentence.first:
            if document.tags[before] is Tag.MOD or document.tags[before] is Tag.TO:
                return False
            return True if change.form == "third" else (False if change.form == "base" else None)
        return None

    def _historical(self, title: Title, sentence: Sentence) -> bool:
        """Tell whether a change is recalled: another year stands in its sentence than the document's."""
        words = self.document.words
        year = (self.document.document.date or "--")[:4]
        years = [
            i for i in range(sentence.first + 1, sentence.last) if _YEAR.fullmatch(words[i]) and words[i - 1].lower() in ("in", "since")
        ]
        return any(words[i] != year for i in years)

    # where it stands

    def _rank(self, dyad: tuple[str, ...], title: Title) -> tuple[float | None, str | None]:
        """Return the place of a title and the ladder, the first that is for one of the parties and knows it."""
        for ladder in self.ladders if not title.community else ():
            rank = ladder.rank(title.canonical)
            if rank is not None and set(ladder.parties) & set(dyad):
                return rank, ladder.ladder
        return None, None

    def _age(self, dyad: tuple[str, ...], title: Title, event: PartnershipEvent) -> TitleAge | None:
        """Return how a title agrees with the date of the document; None where no term is known."""
        day = self.document.document.date
        terms = partnership_terms().get((dyad[0], dyad[1]), ()) if len(dyad) == 2 else ()
        skipped = event in (PartnershipEvent.ASPIRE, PartnershipEvent.ANNIVERSARY)
        if not terms or day is None or day.startswith("-") or skipped or title.community:
            return None
        reached = [term for term in terms if term.since <= day[: len(term.since)]]
        own = [term for term in terms if _same(term, title)]
        if own and own[0] not in reached:
            return TitleAge.NEWER
        rank, _ = self._rank(dyad, title)
        higher = [term for term in reached if rank is not None and (self._rank_of(dyad, term) or 0) > rank]
        if higher:
            return TitleAge.OLDER
        return TitleAge.CURRENT if own else None

    def _rank_of(self, dyad: tuple[str, ...], term: PartnershipTerm) -> float | None:
        for ladder in self.ladders:
            rank = ladder.rank(term.title)
            if rank is not None and set(ladder.parties) & set(dyad):
                return rank
        return None


def _two_sides(segment: Segment) -> tuple[str, ...]:
    """Return the states of the people of a meeting where they are two, else its parties."""
    states = tuple(dict.fromkeys(person.party for person in segment.people if person.party))
    return states if len(states) == 2 else segment.parties


def _pair(codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(codes))


def _same(term: PartnershipTerm, title: Title) -> bool:
    """Tell whether a term is of a title, "for a new era" or not."""
    return term.title.removesuffix("_NE") == title.canonical.removesuffix("_NE")


def extract_partnerships(document: AnnotatedDocument, findings: Findings) -> Iterator[Partnership]:
    """Yield the titles of relations with what becomes of them, in text order."""
    for number, partnership in enumerate(_Reader(document, findings).partnerships(), 1):
        yield partnership.model_copy(update={"id": f"p{number}"})
