"""Where people are named, with which title, and which namings are one person's: "Prime Minister Olzhas Bektenov", "Bektenov"."""

from __future__ import annotations

from collections.abc import Iterator

from diplocorpus.extractors.findings import Findings, Sketch, Sketched
from diplocorpus.extractors.meeting_findings import Headline
from diplocorpus.models.events import Level, Tenure
from diplocorpus.patterns.names import fold, is_variant, name_parts, part_key
from diplocorpus.patterns.offices import rank_of
from diplocorpus.patterns.words import words
from diplocorpus.text.annotated import AnnotatedDocument, Hit
from diplocorpus.text.tagging import FINITE, Tag
from diplocorpus.text.titles import TitleReader, rank_at, singular

_SAYS = frozenset("said says say told added noted stressed wrote argued explained".split())
_PEERS = frozenset({"counterpart", "counterparts", "colleague"})
_PLURALS = frozenset({"role.plural_head_of_state", "role.plural_head_of_government", "role.plural_minister", "role.plural_ambassador"})
_FATHERS = frozenset("bin ibn bint binti ben".split())
_OFFICES = frozenset("presidents premiers ministers chancellors ambassadors secretaries".split())
_OWNERS = frozenset("his her their its".split())
_REACH_OF_WITH = 12
"""Tokens in which an encounter may stand in front of the `with` that joins who was met."""

_REACH_OF_OWNER = 5
"""Tokens in which `his` may stand in front of a counterpart: "his visiting Kazakh counterpart"."""


class _Reader(TitleReader):
    """Reads the people of one document; each step takes the tokens that it reads."""

    def __init__(self, document: AnnotatedDocument) -> None:
        super().__init__(document)
        self.sketches: list[Sketch] = []
        self.found: list[Sketched] = []
        self.taken: set[int] = set()

    def foretell(self, headline: Headline) -> None:
        """Know the people of a title that is not in the text, so that "Mr Ott" is found to be Prime Minister Paul Ott."""
        for person in headline.people:
            sketch = Sketch(person.name, person.role, person.party, person.level, person.tenure, person.office, foretold=True)
            self.sketches.append(sketch)

    def register(self, name: str, place: tuple[int, int], told: Sketch | None = None) -> None:
        """Add a naming of a person, to a known one where the names fit; `told` is what stands with the name."""
        told = told or Sketch(name)
        sketch = self.lookup(name, place[0], told)
        if sketch is None:
            sketch = Sketch(name)
            self.sketches.append(sketch)
        fuller = sketch.foretold and len(name_parts(name)) > 1
        if len(name.split()) > len(sketch.name.split()) or fuller:
            sketch.name = name
        if sketch.foretold and (told.role or fuller):
            # Titles shorten ("Secretary Lowe's Call"): what the text says goes before.
            sketch.foretold = False
            sketch.role, sketch.level, sketch.office = (
                (told.role, told.level, told.office) if told.role else (sketch.role, sketch.level, sketch.office)
            )
        if told.role and (sketch.role is None or (sketch.level is None and told.level)):
            sketch.role, sketch.level, sketch.office = told.role, told.level, told.office
        if told.party and (sketch.party is None or (sketch.assumed and not told.assumed)):
            sketch.party, sketch.assumed = told.party, told.assumed
        if told.tenure and sketch.tenure in (None, Tenure.VISITING):
            sketch.tenure = told.tenure
        self.found.append(Sketched(*place, sketch))
        self.taken.update(range(*place))

    def lookup(self, name: str, at: int, told: Sketch) -> Sketch | None:
        """Return the known person that a name fits, in any spelling: of the same office if there is one, else the one named last."""
        fitting = [
            sketch
            for sketch in self.sketches
            if is_variant(name, sketch.name)
            and (told.party is None or sketch.party is None or told.party == sketch.party)
            and not _namesakes(name, told, sketch)
        ]
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        last = {id(naming.sketch): naming.first for naming in sorted(self.found, key=lambda n: n.first) if naming.first < at}
        ends = [sketch for sketch in fitting if part_key(fold(name)) in _ends(sketch.name)] or fitting
        office = [sketch for sketch in ends if told.office is not None and sketch.office == told.office]
        return max(office or ends, key=lambda sketch: last.get(id(sketch), -1))

    # Titles in front ------------------------------------------------------------------------------------------------

    def titled(self) -> None:
        """Read names that carry a title in front: "President of Ukraine Volodymyr Zelenskyy"."""
        for hit in sorted(self.roles.values(), key=lambda hit: hit.first):
            if hit.first not in self.taken:
                self._title(hit)

    def _title(self, hit: Hit) -> None:
        document = self.document
        start = self.title_start(hit)
        at, stop, end, inner = self._name_behind(hit)
        if stop == at or self._two_people(hit, end, document.text(at, stop)):
            return
        outer = self.party_behind(stop) if document.lower[stop : stop + 1] == ("of",) else None
        last = outer.last if outer else stop
        stated = start.party or (outer.code if outer else None) or inner or self.party_within(hit)
        if stated and "," in document.words[hit.last : at] and self._of_another(document.text(at, stop), stated):
            return
        told = Sketch(
            document.text(at, stop),
            self.role_text(hit, start.office, end),
            stated or hit.pattern.party,
            rank_at(hit, stated),
            start.tenure,
            hit.pattern.id,
            assumed=stated is None and hit.pattern.party is not None,
        )
        if hit.pattern.id in _PLURALS and told.role:
            told.role = singular(told.role)
            self.register(told.name, (start.first, last), told)
            self._go_on(told, last, stated=start.party or inner)
            return
        last = self._add_behind(told, last)
        self.register(told.name, (start.first, last), told)

    def _of_another(self, name: str, party: str) -> bool:
        """Tell whether the table knows somebody as another state's: "at the invitation of the President of Kenya, Xi Jinping said"."""
        rows = self.document.packs.officeholders.named(name)
        return bool(rows) and all(row.party != party for row in rows)

    def _two_people(self, hit: Hit, end: int, name: str) -> bool:
        """Tell whether a title and the next one are two people's: "the Secretary and President Ott", Ott being known."""
        second = hit.last + 1
        joined = self.document.lower[hit.last : second] == ("and",) and second < end and second in self.roles
        known = self.lookup(name, hit.first, Sketch(name)) if joined else None
        return known is not None and (len(name.split()) == 1 or known.office == self.roles[second].pattern.id)

    def _name_behind(self, hit: Hit) -> tuple[int, int, int, str | None]:
        """Return where the name behind a title begins and ends, where the title ends, and the party in the title."""
        document = self.document
        end, inner = self.title_end(hit)
        at = self.past_honorifics(end)
        if at < len(document) and document.words[at] == "," and end < document.sentence_of(hit.first).last:
            # "with the Chancellor, Jan Ott." but not "After talks with the Chancellor, Jan Ott said".
            name = self.past_honorifics(at + 1)
            last = self.name_end(name)
            acts = document.tags[last : last + 1] and document.tags[last] in FINITE | {Tag.ADV}
            if last - name > 1 and not acts:
                at = name
        stop = self.name_end(at)
        near = self.past_honorifics(hit.last)
        direct = self.name_end(near)
        return (near, direct, hit.last, None) if stop == at and direct > near else (at, stop, end, inner)

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
            if self.name_end(self.past_honorifics(end)) > self.past_honorifics(end):
                break  # the next one of a list
            party, level = start.party or inner or self.party_within(hit), Level(hit.pattern.label)
            if told.level is not None and level > told.level:
                told.role, told.level, told.office = self.role_text(hit, start.office, end), level, hit.pattern.id
            elif told.party is not None and not told.assumed:
                break
            if told.party is None or told.assumed:
                told.party, told.assumed = party or told.party, party is None and told.assumed
            return end
        return last

    def _go_on(self, told: Sketch, last: int, stated: str | None) -> None:
        """Read on where a title in the plural goes on to more names: "Foreign Ministers Lowe, Ott of Kenya and Marsh"."""
        for at, stop in self.names_from(self.past_comma(last)) if self.past_comma(last) > last else ():
            if not self.taken.isdisjoint(range(at, stop)):
                return
            name = self.document.text(at, stop)
            behind = self.party_behind(stop)
            party = stated or (behind.code if behind else None)
            self.register(name, (at, stop), Sketch(name, told.role, party, told.level, told.tenure, told.office))

    def several(self) -> None:
        """Read the holders of one office in several states: "the presidents of Kenya and Chile, Ada Lowe and Paul Ott"."""
        document = self.document
        for index, lower in enumerate(document.lower):
            if lower not in _OFFICES or document.lower[index + 1 : index + 2] != ("of",):
                continue
            titles = [(first, singular(document.text(first, index + 1))) for first in range(max(0, index - 2), index + 1)]
            found = next(((title, rank) for _, title in titles if (rank := rank_of(title)) is not None), None)
            end, parties = self.parties_from(index + 1)
            opens = document.words[end : end + 1] in ((",",), ("-",), ("–",), ("—",), (":",))
            names = list(self.names_from(end + 1)) if opens else []
            if found is None or len(parties) < 2 or len(parties) != len(names):
                continue
            role, (office, level) = found
            for party, (at, stop) in zip(parties, names, strict=True):
                self.register(document.text(at, stop), (at, stop), Sketch(document.text(at, stop), role, party, level, None, office))

    # Titles behind, counterparts --------------------------------------------------------------------------------------

    def apposed(self) -> None:
        """Read names followed by a title: "Zhou Pingjian, Chinese Ambassador to Kenya"."""
        document = self.document
        for hit in sorted(self.roles.values(), key=lambda hit: hit.first):
            start = self.title_start(hit)
            if hit.first in self.taken or start.first < 2 or document.words[start.first - 1] != ",":
                continue
            stop = start.first - 1
            first = self.name_start(stop)
            if stop - first < (1 if document.lower[start.first] == "also" else 2) or not self.taken.isdisjoint(range(first, stop)):
                continue
            end, inner = self.title_end(hit)
            own = inner if document.lower[hit.last : hit.last + 1] != ("to",) else None
            stated = start.party or own or self.party_within(hit)
            role = self.role_text(hit, start.office, end)
            told = Sketch(
                document.text(first, stop),
                role,
                stated or hit.pattern.party,
                rank_at(hit, stated),
                start.tenure,
                hit.pattern.id,
                assumed=stated is None and hit.pattern.party is not None,
            )
            self.register(told.name, (self.before_honorifics(first), end), told)

    def counterparts(self) -> None:
        """Read `his Kazakh counterpart Olzhas Bektenov`: the office is that of the person of another side named before."""
        document = self.document
        for index, lower in enumerate(document.lower):
            if lower not in _PEERS or index < 1:
                continue
            entry = self.party_at.get(index - 1)
            start = entry.first if entry else index
            before = range(max(0, start - _REACH_OF_OWNER), start)
            owner = next((i for i in reversed(before) if document.lower[i] in _OWNERS), None)
            after = index + 1
            if entry is None and (entry := self.party_behind(after)) is not None:
                after = entry.last
            at = self.past_honorifics(after + 1 if document.lower[after : after + 1] == (",",) else after)
            end = self.name_end(at)
            if end == at or (owner is None and entry is None) or not self.taken.isdisjoint(range(at, end)):
                continue
            entry = entry or self.party_behind(end)
            party = entry.code if entry else None
            peers = [n.sketch for n in self.found if n.first < index and n.sketch.role and (party is None or n.sketch.party != party)]
            peer = peers[-1] if peers else Sketch("")
            name = document.text(at, end)
            tenure = Tenure.VISITING if "visiting" in document.lower[(owner or start) : index] else None
            told = Sketch(name, peer.role, party, peer.level, tenure, peer.office)
            self.register(name, (start if owner is None else owner, end), told)

    # Names without a title --------------------------------------------------------------------------------------------

    def bare(self) -> None:
        """Read full names without a title where a verb, a comma or `with` shows that a person is meant; table names always."""
        document = self.document
        index = 0
        while index < len(document):
            opens = self.is_name_part(index) and not (index and self.is_name_part(index - 1) and index - 1 not in self.taken)
            if index in self.taken or not opens:
                index += 1
                continue
            end = self.name_end(index)
            name = document.text(index, end)
            if len(name.split()) >= 2 and self.taken.isdisjoint(range(index, end)) and self._person(index, end, name):
                self.register(name, (self.before_honorifics(index), end))
            index = max(end, index + 1)

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
        aliases = {part_key(part) for sketch in self.sketches for part in name_parts(sketch.name)}
        index = 0
        while index < len(document):
            honored = index > 0 and document.lower[index - 1] in words().honorifics
            opens = self.is_name_part(index) and not (index and self.is_name_part(index - 1) and index - 1 not in self.taken)
            if index in self.taken or not opens:
                index += 1
                continue
            end = self._known_end(index, aliases)
            if end == index and honored:
                end = self.name_end(index)
            if end > index:
                self.register(document.text(index, end), (index - 1 if honored else index, end))
            index = max(end, index + 1)

    def _known_end(self, index: int, aliases: set[str]) -> int:
        """Return where the longest form of a known person's name ends that begins at a token, `index` where there is none."""
        document = self.document
        for end in range(self.name_end(index), index, -1):
            keys = [part_key(part) for part in name_parts(document.text(index, end))]
            if keys and aliases.issuperset(keys) and self._short_form(keys, document.text(index, end)):
                return end
        return index

    def _short_form(self, keys: list[str], name: str) -> bool:
        """Tell whether some known person goes by a part of the name: the first or last part, or several together."""
        for sketch in self.sketches:
            own = [part_key(part) for part in name_parts(sketch.name)]
            if len(keys) > 1 and set(keys) <= set(own):
                return True
            if len(keys) == 1 and keys[0] in own and (keys[0] in _ends(sketch.name) or len(name) > 3):
                return True
        return False

    def unnamed(self) -> None:
        """Take an office for its holder where the text never names one: "The Prime Minister spoke to ...".

        Only offices that open a sentence and act count, written with a capital.
        """
        document = self.document
        held = {sketch.office for sketch in self.sketches}
        for hit in self.roles.values():
            first = document.sentence_of(hit.first).first
            opens = hit.first == first or (hit.first == first + 1 and document.lower[first] == "the")
            acts = hit.last < len(document) and document.tags[hit.last] in (FINITE | {Tag.ADV})
            level = Level(hit.pattern.label)
            plural = hit.pattern.id in _PLURALS
            if not (opens and acts and level >= Level.VICE_MINISTER) or plural or hit.first in self.taken:
                continue
            if not document.words[hit.last - 1][0].isupper():
                continue
            role = document.text(hit.first, hit.last)
            holder = any(sketch.role and sketch.role.lower().startswith(role.lower()) for sketch in self.sketches)
            if holder or hit.pattern.id in held or level in {sketch.level for sketch in self.sketches}:
                continue
            self.register(
                role, (first, hit.last), Sketch(role, role, hit.pattern.party, level, None, hit.pattern.id, hit.pattern.party is not None)
            )
            held.add(hit.pattern.id)


def _namesakes(name: str, told: Sketch, known: Sketch) -> bool:
    """Tell whether a short name with a high office is another's than a known person's with another one: King Jan, Crown Prince Jan."""
    if " " in name or told.role is None or known.role is None or told.level is None or known.level is None:
        return False
    held = told.role.lower() in known.role.lower() or known.role.lower() in told.role.lower()
    return told.level != known.level and min(told.level, known.level) >= Level.MINISTER and not held


def _ends(name: str) -> set[str]:
    """Return the keys of the first and last word of a name, which people go by; not of a father's name ("bin Salman")."""
    spoken = [word for word in name.replace(",", "").split() if word not in ("Jr.", "Sr.")]
    if len(spoken) > 2 and spoken[-2].lower() in _FATHERS:
        spoken = spoken[:1]
    return {part_key(part) for word in {spoken[0], spoken[-1]} for part in (fold(word), *name_parts(word)[:1])}


def extract_names(document: AnnotatedDocument, findings: Findings) -> Iterator[Sketched]:
    """Yield a place for each naming of a person in text order, the namings of one person joined."""
    reader = _Reader(document)
    for headline in findings.of(Headline):
        reader.foretell(headline)
    reader.several()
    reader.titled()
    reader.apposed()
    reader.counterparts()
    reader.bare()
    reader.short()
    reader.unnamed()
    yield from sorted(reader.found, key=lambda naming: naming.first)
