"""Whose own account a document is: the side that leaves out whose its own officials are, and says "our country".

The publisher tells it for certain. Where nobody is named as publisher, the text shows it in the order of the rules below:
by the body above it, by an office that one state alone has, by whose readiness its people speak of, by where envoys and
guests have come to, by the state that is paired with that of those met, and by the capital that it is dated in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.meetings.findings import Headline
from diplocorpus.extractors.people.findings import Affiliation, HomeSide
from diplocorpus.models.documents import Genre
from diplocorpus.models.events import Level
from diplocorpus.patterns.parties import seats
from diplocorpus.reading.head import agencies
from diplocorpus.text.acquaintances import Sketch, Sketched
from diplocorpus.text.along import Along
from diplocorpus.text.annotated import AnnotatedDocument, Hit, PartyHit, Sentence
from diplocorpus.text.phrases import name_phrase_start
from diplocorpus.text.tagging import FINITE, Tag

_BINDING = frozenset({"ready", "affirmed", "pledged"})
_OWNER_REACH, _VERB_REACH, _BINDING_REACH = 5, 8, 3
"""Tokens in front of a stance noun in which its owner and the verb of saying stand, and between a state and its readiness."""

_TITLE_REACH = 10
"""Tokens of an envoy's title: "Ambassador Extraordinary and Plenipotentiary of the Republic of Kenya to Chile"."""

_CALL_REACH = 15
"""Tokens behind a name in which it says where its bearer came to: ", who arrived on an official visit in Chile"."""

_ATTACHES = frozenset("attaches attached places placed".split())
_HOMES = frozenset("country republic state nation".split())
_HOUSES = frozenset("ministry department palace presidency chancellery".split())
_BODIES = frozenset("government ministry department office presidency chancellery embassy mission cabinet secretariat parliament".split())
_HEAD, _FOOT = 4, 3
"""Sentences from the first among which a letterhead stands, and from the last among which the place of issue does."""

_BODY_REACH = 3
"""Words from the first of a letterhead among which its body is named: "The Federal Ministry"."""

_TELLS_FOR = frozenset({"following", "below"})
_CALLED = frozenset({"leader", "diplomat", "side"})
_JOINTS = (("-",), ("–",), ("and",), ("and", "the"))


class _Reader:
    """Looks for the home side of one document."""

    def __init__(self, document: AnnotatedDocument, findings: Findings) -> None:
        self.document = document
        self.report = document.document.genre is Genre.REPORT
        self.namings = sorted(findings.of(Sketched), key=attrgetter("first"))
        self.along = Along(self.namings, attrgetter("first"))
        self.headlines = findings.of(Headline)
        self.affiliations = {found.sketch: found for found in findings.of(Affiliation)}
        self.party_at = document.party_at
        self.stated = {party for naming in self.namings if (party := self._stated(naming.sketch))}
        """The states that somebody's title names: not those of who bears a bare one."""

    def find(self) -> HomeSide | None:
        document = self.document.document
        if document.publisher_party is not None and not self.report:
            return HomeSide(document.publisher_party, "home.publisher", certain=True)
        found = self._by_letterhead() or self._by_title() or self._by_office()
        bare = any(naming.sketch.role and self._party(naming.sketch) is None for naming in self.namings)
        told = (self._by_avowal, self._by_envoy, self._by_guest, self._by_epithet)
        shown = (self._by_house, self._by_reception, self._by_pair, self._by_seat, self._by_issue, self._by_voice)
        for rule in (*told, *shown) if bare else (self._by_envoy,):
            found = found or rule()
        if found is None and document.publisher_party is not None:
            return HomeSide(document.publisher_party, "home.agency", agency=True)
        return found

    def _stated(self, sketch: Sketch) -> str | None:
        """Return the party that the text itself gives somebody."""
        found = self.affiliations.get(sketch)
        return found.party if found is not None and found.stated else None

    def _party(self, sketch: Sketch) -> str | None:
        """Return whose somebody is as far as is known by now."""
        found = self.affiliations.get(sketch)
        return found.party if found is not None else None

    def _acts(self, naming: Sketched) -> bool:
        """Tell whether a naming stands in front of the verbs of its sentence, and of `with`."""
        document = self.document
        lead = range(document.sentence_of(naming.first).first, naming.first)
        return not any(document.tags[i] in FINITE or document.lower[i] == "with" for i in lead)

    def _by_letterhead(self) -> HomeSide | None:
        """Take the state of the body above a text ("Government of Kenya"), or of whose spokesperson gives it out."""
        document = self.document
        for sentence in document.sentences[:_HEAD] if not self.report else ():
            named = list(document.parties_in(sentence.first, sentence.last))
            opening = set(document.lower[sentence.first : min(sentence.last, sentence.first + _BODY_REACH)])
            body = sentence.heading and opening & _BODIES and not any(self.along.within(sentence.first, sentence.last))
            told = document.words[sentence.last - 1] == ":" and _TELLS_FOR & set(document.lower[sentence.first : sentence.last])
            spokes = told and any(hit.pattern.id == "role.spokesperson" for hit in document.hits_in("level", sentence.first, sentence.last))
            if named and (body or spokes):
                return HomeSide(named[0].code, "home.letterhead", evidence=(sentence.first, sentence.last))
        return None

    def _by_title(self) -> HomeSide | None:
        """Take what the title tells of those who act: "President Vladimir Putin met with ..."."""
        told = (headline.home for headline in self.headlines if headline.home is not None)
        return next((HomeSide(home.party, home.rule) for home in told if home.rule == "home.office"), None)

    def _by_office(self) -> HomeSide | None:
        """Take the state of who acts and is known without it: by an office that one state alone has, or to the table.

        Agencies, who name the great of every state without it, are taken at their word only where nothing says whose they are.
        """
        seen: set[int] = set()
        for naming in self.namings:
            party = self._party(naming.sketch)
            first = id(naming.sketch) not in seen and next(self.document.parties_in(naming.first, naming.last), None) is None
            seen.add(id(naming.sketch))
            left_out = naming.sketch.role is not None and self._stated(naming.sketch) is None if self.report else first
            if party and left_out and self._acts(naming):
                return HomeSide(party, "home.office", evidence=(naming.first, naming.last))
        return None

    def _by_avowal(self) -> HomeSide | None:
        """Take whose readiness or support is spoken of: "The minister reaffirmed Chile's support", "Chile stands ready to"."""
        for sentence in self.document.sentences:
            for owner, last in self._avowals(sentence):
                speakers = self._speakers(sentence, owner.first)
                foreign = any(self._stated(sketch) for sketch in speakers)
                if not foreign and (speakers or owner.code not in self.stated):
                    return HomeSide(owner.code, "home.avowal", evidence=(owner.first, last))
        return None

    def _speakers(self, sentence: Sentence, stop: int) -> list[Sketch]:
        """Return who is named last as speaking in front of a token; nobody where an office without a name does so behind them."""
        namings = [naming for naming in self.along.within(sentence.first, stop) if not self._told(naming)]
        first = namings[-1].last if namings else sentence.first
        offices = (hit for hit in self.document.hits_in("level", first, stop) if self.document.tag_at(hit.last) in FINITE)
        return [] if next(offices, None) is not None else [naming.sketch for naming in namings[-1:]]

    def _told(self, naming: Sketched) -> bool:
        """Tell whether somebody is told rather than speaks: "assured Premier Ott that", "in a talk with Premier Ott"."""
        before = name_phrase_start(self.document, naming.first) - 1
        return before >= 0 and self.document.tags[before] in (*FINITE, Tag.VBG, Tag.PREP)

    def _avowals(self, sentence: Sentence) -> Iterator[tuple[PartyHit, int]]:
        """Yield each naming of a state that stands as owner of a stance, with the end of what it owns."""
        document = self.document
        for hit in document.hits_in("speech_noun", sentence.first, sentence.last):
            if hit.pattern.label in ("utter", "none"):
                continue
            owners = [self.party_at[i] for i in range(max(sentence.first, hit.first - _OWNER_REACH), hit.first) if i in self.party_at]
            verbs = document.hits_in("speech_noun", max(sentence.first, hit.first - _VERB_REACH), hit.first)
            if not owners or owners[0].kind == "seat" or self._parted(owners[0], hit):
                continue
            if any(verb.pattern.label == "utter" for verb in verbs):
                yield owners[0], hit.last
        for named in document.parties_in(sentence.first, sentence.last):
            if named.kind == "name" and document.lower_at(named.last) in _ATTACHES and self._alone(named, sentence):
                yield named, named.last + 1  # "the importance Chile attaches to"
        for hit in document.hits_in("strength", sentence.first, sentence.last):
            before = [self.party_at[i] for i in range(max(sentence.first, hit.first - _BINDING_REACH), hit.first) if i in self.party_at]
            owner = before[-1] if hit.pattern.label in _BINDING and before and before[-1].kind == "name" else None
            if owner is not None and self._alone(owner, sentence) and not self._parted(owner, hit):
                yield owner, hit.last

    def _parted(self, owner: PartyHit, noun: Hit) -> bool:
        """Tell whether a state is not the owner of a stance: "thanks for Chile's support", "thanked Chile for its support"."""
        document = self.document
        before = owner.first - (document.lower_at(owner.first - 1) == "the")
        thanked = document.lower_at(before - 1) == "for"
        between = range(owner.last, noun.first)
        return thanked or any(document.tags[i] in (Tag.VBD, Tag.CC) or document.lower[i] == "for" for i in between)

    def _alone(self, hit: PartyHit, sentence: Sentence) -> bool:
        """Tell whether a state is not named as one of two: "Kenya and Chile support"."""
        lead = self.document.lower[max(sentence.first, hit.first - 2) : hit.first]
        return "and" not in lead and "of" not in lead

    def _by_envoy(self) -> HomeSide | None:
        """Take where an envoy is accredited: "the Ambassador of Kenya to Chile"; of "to our country" the other side of the sentence."""
        document = self.document
        for hit in document.hits.get("level", ()):
            if hit.pattern.label != Level.AMBASSADOR:
                continue
            sentence = document.sentence_of(hit.first)
            if next(document.hits_in("encounter", sentence.first, sentence.last), None) is None:
                continue  # an envoy of one's own: "She was joined by the Ambassador to Kenya"
            for index in range(hit.last, min(sentence.last - 1, hit.last + _TITLE_REACH)):
                if document.lower[index] != "to":
                    continue
                at = index + 2 if document.lower[index + 1] == "the" else index + 1
                if at in self.party_at:
                    return HomeSide(self.party_at[at].code, "home.envoy", evidence=(hit.first, self.party_at[at].last))
                if document.lower[index + 1] == "our" and document.lower_at(index + 2) in _HOMES:
                    own = [p for n in self.namings if sentence.first <= n.first and n.last <= hit.first and (p := self._party(n.sketch))]
                    return HomeSide(own[0], "home.envoy", evidence=(hit.first, index + 3)) if len(set(own)) == 1 else None
        return None

    def _by_guest(self) -> HomeSide | None:
        """Take where somebody of another state has come to: "the Kenyan minister Paul Ott, who is visiting Chile"."""
        document = self.document
        for naming in self.namings:
            own = self._stated(naming.sketch)
            behind = document.lower[naming.last : naming.last + 2]
            if own is None or "who" not in behind:
                continue
            stop = min(document.sentence_of(naming.first).last, naming.last + _CALL_REACH)
            for hit in document.parties_in(naming.last, stop):
                lead = document.lower_at(hit.first - 1 - (document.lower_at(hit.first - 1) == "the"))
                if hit.kind == "name" and hit.code != own and lead in ("in", "to", "visiting", "visited"):
                    return HomeSide(hit.code, "home.guest", evidence=(naming.first, hit.last))
        return None

    def _by_epithet(self) -> HomeSide | None:
        """Take by whose office somebody of no stated side goes on to be called: "Minister Ott met ... The Kenyan minister said"."""
        document = self.document
        called: dict[str, tuple[int, int]] = {}
        for hit in document.parties:
            if hit.kind != "demonym" or hit.code in self.stated or document.lower_at(hit.first - 1) != "the":
                continue
            office = next(
                (level for level in document.hits_in("level", hit.last, hit.last + _TITLE_REACH) if level.first == hit.last), None
            )
            last = office.last if office is not None else hit.last + (document.lower_at(hit.last) in _CALLED)
            told = document.lower[max(0, hit.first - 3) : hit.first - 1] == ("according", "to")
            if last > hit.last and (told or document.tag_at(last) in FINITE):
                called.setdefault(hit.code, (hit.first, last))
        if len(called) != 1:
            return None
        party, evidence = next(iter(called.items()))
        return HomeSide(party, "home.epithet", evidence=evidence)

    def _by_house(self) -> HomeSide | None:
        """Take in whose house they met: "at the Ministry of Foreign Affairs of Chile"."""
        document = self.document
        for index in range(1, len(document)):
            if document.lower[index - 1] not in ("at", "in") or document.lower[index] != "the":
                continue
            at = next((i for i in range(index + 1, min(len(document), index + 4)) if document.lower[i] in _HOUSES), None)
            hit = next(document.parties_in(index, min(document.sentence_of(index).last, index + _TITLE_REACH)), None)
            if at is not None and hit is not None and hit.code not in self.stated:
                between = document.lower[at : hit.first]
                if hit.last <= at or not between or (between[-1] in ("of", "the") and not {",", "with"} & set(between)):
                    return HomeSide(hit.code, "home.house", evidence=(index, max(at + 1, hit.last)))
        return None

    def _by_reception(self) -> HomeSide | None:
        """Take in whose capital somebody without a state receives a guest: "received Premier Ott of Kenya at the State House, Lima"."""
        document = self.document
        for hit in document.hits.get("encounter", ()):
            sentence = document.sentence_of(hit.first)
            if hit.pattern.id != "meeting.receive" or sentence.heading:
                continue
            hosts = [naming for naming in self.along.within(sentence.first, hit.first) if naming.sketch.role]
            guests = {party for naming in self.along.within(hit.last, sentence.last) if (party := self._party(naming.sketch))}
            if not hosts or not guests or any(self._party(naming.sketch) for naming in hosts):
                continue
            for named in document.parties_in(hit.last, sentence.last):
                if named.kind == "seat" and named.code not in guests and document.lower[named.first - 1] in ("in", ","):
                    return HomeSide(named.code, "home.reception", evidence=(hit.first, named.last))
        return None

    def _by_pair(self) -> HomeSide | None:
        """Take the state that is paired with that of those met, in the text or the title: "Japan-Kenya relations", "Kenya and Japan"."""
        document = self.document
        met = self.stated or {party for naming in self.namings if (party := self._party(naming.sketch))}
        if len(met) != 1:
            return None
        pairs: Counter[str] = Counter()
        evidence: dict[str, tuple[int, int]] = {}
        for first, second in pairwise(document.parties):
            if document.lower[first.last : second.first] in _JOINTS:
                for own, other in ((first, second), (second, first)):
                    if other.code in met and own.code not in met:
                        pairs[own.code] += 1
                        evidence.setdefault(own.code, (first.first, second.last))
        if pairs:
            party = pairs.most_common(1)[0][0]
            return HomeSide(party, "home.pair", evidence=evidence[party])
        for headline in self.headlines:
            others = [party for party in headline.parties if party not in met]
            if len(others) == 1 and len(set(headline.parties) & met) == 1:
                return HomeSide(others[0], "home.title")
        return None

    def _by_seat(self) -> HomeSide | None:
        """Take in whose capital they met, where the text names that state too: "in Athens ... to Greece"."""
        document = self.document
        named = {hit.code for hit in document.parties if hit.kind != "seat"} - self.stated
        for hit in document.parties:
            if hit.kind != "seat" or hit.code not in named:
                continue
            if document.lower_at(hit.first - 1) == "in":
                return HomeSide(hit.code, "home.seat", evidence=(hit.first - 1, hit.last))
        return None

    def _by_voice(self) -> HomeSide | None:
        """Take, of who writes "I met", the one state that is named besides that of those met."""
        if "I" not in self.document.words:
            return None
        others = {hit.code for hit in self.document.parties if hit.kind in ("name", "demonym")} - self.stated
        return HomeSide(others.pop(), "home.voice") if len(others) == 1 and self.stated else None

    def _by_issue(self) -> HomeSide | None:
        """Take in whose capital a release is issued: "Lima, 21 August 2025" above it, "LIMA" below.

        Agencies that write from everywhere are known; another one is local.
        """
        document = self.document
        dateline = document.document.dateline
        if dateline is not None and dateline.agency in agencies():
            return None
        below = [
            document.text(s.first, s.last).title()
            for s in document.sentences[max(0, len(document.sentences) - _FOOT) :]
            if s.last - s.first <= _BODY_REACH
        ]
        places = [dateline.place if dateline is not None else None, *below]
        # A minister abroad dates from the capital of who is met; whose own office is named too is at home.
        found = (party for place in places if (party := seats().get(place or "")) is not None and self.stated != {party})
        return next((HomeSide(party, "home.issue") for party in found), None)


def extract_home_side(document: AnnotatedDocument, findings: Findings) -> Iterator[HomeSide]:
    """Yield the home side of a document, where it has one that can be told."""
    found = _Reader(document, findings).find()
    if found is not None:
        yield found
