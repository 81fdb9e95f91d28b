"""Where people are named, with which title, and which namings are one person's: "Prime Minister Olzhas Bektenov", "Bektenov"."""

from __future__ import annotations

from collections.abc import Iterator

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.meetings.findings import Headline
from diplocorpus.models.events import Level
from diplocorpus.patterns.names import name_key
from diplocorpus.patterns.offices import rank_of
from diplocorpus.patterns.words import words
from diplocorpus.text.acquaintances import Sketch, Sketched
from diplocorpus.text.annotated import AnnotatedDocument, Hit
from diplocorpus.text.heads import HeadReader
from diplocorpus.text.ranks import stack_rank
from diplocorpus.text.tagging import FINITE, Tag
from diplocorpus.text.titles import singular

_SAYS = frozenset("said says say told added noted stressed wrote argued explained".split())
_PLURALS = frozenset({"role.plural_head_of_state", "role.plural_head_of_government", "role.plural_minister", "role.plural_ambassador"})
_OFFICES = frozenset("presidents premiers ministers chancellors ambassadors secretaries".split())
_IN_OFFICE = frozenset({Tag.DET, Tag.NAME, Tag.NOUN, Tag.APOS, Tag.PREP, Tag.ADJ})
_MEETS = frozenset({"with", "met", "received", "welcomed"})
"""Words behind which a name of one word is somebody's whose office follows: "met with Suryo, Minister of Trade"."""

_REACH_OF_WITH = 12
"""Tokens in which an encounter may stand in front of the `with` that joins who was met."""


class _Reader(HeadReader):
    """Reads the people of one document; each step takes the tokens that it reads."""

    # Titles in front ------------------------------------------------------------------------------------------------

    def titled(self) -> None:
        """Read names that carry a title in front: "President of Ukraine Volodymyr Zelenskyy"."""
        for hit in self.roles.values():
            if hit.first not in self.known.taken:
                self._title(hit)

    def _title(self, hit: Hit) -> None:
        document = self.document
        at, stop, end, inner = self._name_behind(hit)
        name = document.text(at, stop)
        if stop == at or self._two_people(hit, end, name):
            return
        start = self.title_start(hit)
        behind, bracketed = self.past_bracket(stop)
        outer = self.party_behind(behind) if document.lower[behind : behind + 1] == ("of",) else None
        last = outer.last if outer else behind
        stated = start.party or (outer.code if outer else None) or inner or self.party_within(hit) or bracketed
        if stated and "," in document.words[hit.last : at] and self._of_another(name, stated):
            return
        first = self.before_honorifics(start.first)
        level, office = stack_rank(self, hit, end, stated)
        told = Sketch(
            name,
            self.role_text(hit, start.office, end),
            stated or hit.pattern.party,
            level,
            start.tenure,
            office,
            gender=self.gender_before(at),
            assumed=stated is None and hit.pattern.party is not None,
        )
        if hit.pattern.id in _PLURALS and told.role:
            told.role = singular(told.role)
            self.known.register(told.name, (first, last), told)
            self._go_on(told, last, stated=start.party or inner)
            return
        last = self._add_behind(told, last)
        self.known.register(told.name, (first, last), told)

    def _of_another(self, name: str, party: str) -> bool:
        """Tell whether the table knows somebody as another state's: "at the invitation of the President of Kenya, Xi Jinping said"."""
        rows = self.document.packs.officeholders.named(name)
        return bool(rows) and all(row.party != party for row in rows)

    def _two_people(self, hit: Hit, end: int, name: str) -> bool:
        """Tell whether a title and the next one are two people's: "the Secretary and President Ott", Ott being known."""
        second = hit.last + 1
        joined = second < end and second in self.roles and self.document.lower[hit.last] == "and"
        known = self.known.lookup(name, hit.first, Sketch(name)) if joined else None
        return known is not None and (len(name.split()) == 1 or known.office == self.roles[second].pattern.id)

    def _name_behind(self, hit: Hit) -> tuple[int, int, int, str | None]:
        """Return where the name behind a title begins and ends, where the title ends, and the party in the title."""
        document = self.document
        end, inner = self.title_end(hit)
        sentence = document.sentence_of(hit.first)
        at = self.past_honorifics(end)
        above = end == sentence.last and at < len(document) and self._parted(end, at)
        if above and self.name_end(at) < document.sentence_of(at).last - 1:
            return end, end, end, inner  # "Call on the President", a title above "Jan Ott called on ..."
        if at < len(document) and document.words[at] == "," and end < document.sentence_of(hit.first).last:
            # "with the Chancellor, Jan Ott." but not "After talks with the Chancellor, Jan Ott said".
            name = self.past_style(self.past_honorifics(at + 1))  # "Minister of Trade, Amb. Jan Ott, received"
            last = self.name_end(name)
            acts = last < document.sentence_of(hit.first).last and document.tags[last] in FINITE | {Tag.ADV}
            if last - name > 1 and not acts:
                at = name
        stop = self.name_end(at)
        if stop == at and (direct := self.name_end(near := self.past_honorifics(hit.last))) > near:
            return near, direct, hit.last, None
        return at, stop, end, inner

    def _parted(self, end: int, at: int) -> bool:
        """Tell whether a blank line or the mark of an item stands between two tokens; one line break may be the page's."""
        between = self.document.document.text[self.document.ends[end - 1] : self.document.starts[at]]
        return between.count("\n") > 1 or not between.isspace()

    def _add_behind(self, told: Sketch, last: int) -> int:
        """Take what a title behind a titled name adds, a higher office or the state, and return where it ends.

        "Sheikh Jan Ott, Emir of Freedonia"; "Chief Adviser Jan Ott, head of the Government of Freedonia".
        """
        document = self.document
        if document.words[last : last + 1] != (",",):
            return last
        for hit in document.hits_in("level", last + 1, last + 8):
            start = self.title_start(hit)
            if start.first != last + 1:
                break
            end, inner = self.title_end(hit)
            at = self.past_honorifics(end)
            another = at < document.sentence_of(hit.first).last and self.name_end(at) > at
            if another or self._acts(start.first, end):
                break  # the next one of a list, or who acts
            party, level = start.party or inner or self.party_within(hit), Level(hit.pattern.label)
            if told.level is not None and level > told.level:
                told.role, told.level, told.office = self.role_text(hit, start.office, end), level, hit.pattern.id
            elif told.party is not None and not told.assumed and not self._closed_by_verb(end):
                break
            if told.party is None or told.assumed:
                told.party, told.assumed = party or told.party, party is None and told.assumed
            return end
        return last

    def _acts(self, first: int, end: int) -> bool:
        """Tell whether an office is the subject of a verb: "At a meeting with Premier Jan Ott, [the King] said".

        Or one of two in a headline: "Jan Ott, [Kenyan FM] discuss trade".
        """
        document = self.document
        joint = document.tag_at(end) is Tag.VB and document.sentence_of(first).heading
        return joint or (document.lower[first] == "the" and document.tag_at(end) in FINITE)

    def _closed_by_verb(self, index: int) -> bool:
        """Tell whether a comma and a verb stand at a token: "Crown Prince Jan Ott, Prime Minister, received"."""
        document = self.document
        return document.words[index : index + 1] == (",",) and index + 1 < len(document) and document.tags[index + 1] in FINITE

    def _go_on(self, told: Sketch, last: int, stated: str | None) -> None:
        """Read on where a title in the plural goes on to more names: "Foreign Ministers Lowe, Ott of Kenya and Marsh".

        Or to more states: "of Kenya, Paul Ott, and of Chile, Jan Marsh".
        """
        at = self.past_comma(last)
        if (behind := self.party_behind(at)) is not None and self.document.word_at(behind.last) == ",":
            at = self.past_honorifics(behind.last + 1)
            stop = self.name_end(at)
            if stop > at and self.known.taken.isdisjoint(range(at, stop)):
                name = self.document.text(at, stop)
                self.known.register(name, (at, stop), Sketch(name, told.role, behind.code, told.level, told.tenure, told.office))
                self._go_on(told, stop, stated)
            return
        for item in self.names_from(self.past_comma(last)) if self.past_comma(last) > last else ():
            if not self.known.taken.isdisjoint(range(item.first, item.stop)):
                return
            name = self.document.text(item.first, item.stop)
            sketch = Sketch(name, told.role, stated or item.party, told.level, told.tenure, told.office)
            self.known.register(name, (item.first, item.last), sketch)

    def several(self) -> None:
        """Read the holders of one office in several states: "the presidents of Kenya and Chile, Ada Lowe and Paul Ott"."""
        document = self.document
        for index in document.places(_OFFICES):
            if document.lower_at(index + 1) != "of":
                continue
            titles = [(first, singular(document.text(first, index + 1))) for first in range(max(0, index - 2), index + 1)]
            found = next(((title, rank) for _, title in titles if (rank := rank_of(title)) is not None), None)
            end, parties = self.parties_from(index + 1)
            opens = document.words[end : end + 1] in ((",",), ("-",), ("–",), ("—",), (":",))
            names = list(self.names_from(end + 1)) if opens else []
            if found is None or len(parties) < 2 or len(parties) != len(names):
                continue
            role, (office, level) = found
            for party, item in zip(parties, names, strict=True):
                name = document.text(item.first, item.stop)
                self.known.register(name, (item.first, item.last), Sketch(name, role, party, level, None, office))

    # Titles behind --------------------------------------------------------------------------------------

    def apposed(self) -> None:
        """Read names followed by a title: "Zhou Pingjian, Chinese Ambassador to Kenya"."""
        document = self.document
        for hit in self.roles.values():
            if hit.first in self.known.taken:
                continue
            start = self.title_start(hit)
            if start.first < 2 or document.words[start.first - 1] != ",":
                continue
            stop = self.bracket_start(start.first - 1)
            first = self.name_start(stop)
            alone = document.lower[start.first] == "also" or document.lower_at(first - 1) in _MEETS
            if stop - first < (1 if alone else 2) or not self.known.taken.isdisjoint(range(first, stop)):
                continue
            end, inner = self.title_end(hit)
            opens = self.before_honorifics(first) == document.sentence_of(hit.first).first and document.lower[start.first] == "the"
            if not opens and self._acts(start.first, end):
                continue  # but "Jan Ott, the Premier of Kenya said": nobody else stands in front
            own = inner if document.lower[hit.last : hit.last + 1] != ("to",) else None
            stated = start.party or own or self.party_within(hit) or self.past_bracket(stop)[1]
            role = self.role_text(hit, start.office, end)
            level, office = stack_rank(self, hit, end, stated)
            told = Sketch(
                document.text(first, stop),
                role,
                stated or hit.pattern.party,
                level,
                start.tenure,
                office,
                gender=self.gender_before(first),
                assumed=stated is None and hit.pattern.party is not None,
            )
            self.known.register(told.name, (self.before_honorifics(first), end), told)

    # Names without a title --------------------------------------------------------------------------------------------

    def bare(self) -> None:
        """Read full names without a title where a verb, a comma or `with` shows that a person is meant; table names always."""
        read = 0
        for index in self._openings():
            if index < read:
                continue
            read = end = self.name_end(index)
            if end - index < 2 or not self.known.taken.isdisjoint(range(index, end)):
                continue
            name = self.document.text(index, end)
            if " " in name and self._person(index, end, name):
                told = Sketch(name, gender=self.gender_before(index))
                self._take_office(told, index)
                last, told.party = self.past_bracket(end)
                self.known.register(name, (self.before_honorifics(index), last), told)

    def _take_office(self, told: Sketch, first: int) -> None:
        """Take the office that somebody's name follows with more between: "The spokesperson at the palace, [Ada Lowe], said"."""
        document = self.document
        index = first - 1 if document.word_at(first - 1) == "," else 0
        while index > 0 and document.tags[index - 1] in _IN_OFFICE and index - 1 not in self.role_at:
            index -= 1
        hit = self.role_at.get(index - 1)
        if hit is not None and index > 0 and hit.first not in self.known.taken:
            told.role, told.level, told.office = document.text(hit.first, hit.last), Level(hit.pattern.label), hit.pattern.id

    def _openings(self, *, capitals: bool = False) -> Iterator[int]:
        """Yield the tokens that no name holds yet at which one may begin; with `capitals` also words in capitals within a name.

        A name may begin where no other part of a name stands in front. What is held is asked as it goes on.
        """
        taken = self.known.taken
        for index in self.document.capitals:
            if index in taken:
                continue
            opens = self.is_name_part(index) and (index - 1 in taken or not self.is_name_part(index - 1))
            if opens or (capitals and self._in_capitals(index)):
                yield index

    def _person(self, index: int, end: int, name: str) -> bool:
        """Tell whether a full name without a title is shown to be a person's."""
        document = self.document
        if document.packs.officeholders.named(name):
            return True
        tag = document.tags[end] if end < len(document) else None
        before = document.lower[index - 1] if index else ""
        titled = before in words().honorifics
        opens = titled or before in ("", ",", "and", ".", '"', "but") or index == document.sentence_of(index).first
        acts = titled or (tag in FINITE and opens) or self._apposed_actor(end) or (before in _SAYS and tag in (Tag.PUNCT, None))
        acts = acts or (before == "with" and self._met_there(index - 1))
        acts = acts or (before == "," and tag is Tag.PUNCT and document.word_at(end) == "," and document.lower_at(end + 1) in _SAYS)
        return acts and document.lower[index] not in words().adjectives and end - index <= 4

    def _met_there(self, joint: int) -> bool:
        """Tell whether a `with` joins those met to an encounter: "spoke today with Jan Ott"."""
        document = self.document
        first = max(document.sentence_of(joint).first, joint - _REACH_OF_WITH)
        between = [hit.last for hit in document.hits_in("encounter", first, joint + 1)]
        return bool(between) and not any(document.tags[i] in FINITE or document.words[i] == ";" for i in range(between[-1], joint))

    def _apposed_actor(self, end: int) -> bool:
        """Tell whether a description in commas or brackets and then a verb follow a name: "Jan Ott, a friend of hers, said"."""
        document = self.document
        stop = document.sentence_of(end - 1).last
        if end >= stop or document.words[end] not in (",", "("):
            return False
        closing = ")" if document.words[end] == "(" else ","
        return any(document.words[i] == closing and document.lower_at(i + 1) in _SAYS for i in range(end + 1, min(stop - 1, end + 30)))

    def short(self) -> None:
        """Read later short forms of known people: "Xi", "Mr Putin", "López Obrador", "Minister Liu"."""
        document = self.document
        aliases = {part for sketch in self.known.sketches for part in name_key(sketch.name)}
        if not aliases and not self.has_honorifics:
            return
        read = 0
        for index in self._openings(capitals=True):
            if index < read:
                continue
            read = self._known_end(index, aliases)
            if read == index and index > 0 and document.lower[index - 1] in words().honorifics:
                read = self.name_end(index)
            if read > index:
                name = document.text(index, read)
                first = self.before_honorifics(index)
                self.known.register(name, (first, read), Sketch(name, gender=self.gender_before(index)))

    def _known_end(self, index: int, aliases: set[str]) -> int:
        """Return where the longest form of a known person's name ends that begins at a token, `index` where there is none."""
        document = self.document
        for end in range(max(self.name_end(index), index + self._in_capitals(index)), index, -1):
            keys = name_key(document.text(index, end))
            if keys and aliases.issuperset(keys) and self.known.goes_by(document.text(index, end), keys):
                return end
        return index

    def _in_capitals(self, index: int) -> bool:
        """Tell whether a word in capitals stands at a token that may be a known surname: "OTT said", but no label "OTT:"."""
        word = self.document.words[index]
        if not word.isupper() or len(word) < 3 or not word.isalpha() or self.document.word_at(index + 1) == ":":
            return False
        return index not in self.party_at and index not in self.role_at and index not in self.framework_at


def extract_names(document: AnnotatedDocument, findings: Findings) -> Iterator[Sketched]:
    """Yield a place for each naming of a person in text order, the namings of one person joined."""
    reader = _Reader(document)
    for headline in findings.of(Headline):
        for person in headline.people:
            reader.known.foretell(Sketch(person.name, person.role, person.party, person.level, person.tenure, person.office, foretold=True))
    reader.several()
    reader.titled()
    reader.apposed()
    reader.counterparts()
    reader.heads()
    reader.bare()
    reader.short()
    yield from sorted(reader.known.found, key=lambda naming: naming.first)
