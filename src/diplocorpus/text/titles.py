"""The shape of titles: where "the visiting Kazakh Prime Minister" begins and "Minister of X of Y Jan Ott" ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from diplocorpus.models.events import Level, Tenure
from diplocorpus.patterns.parties import parties
from diplocorpus.patterns.words import words
from diplocorpus.text.annotated import Hit, PartyHit
from diplocorpus.text.names import NameReader

_TENURES = {
    "former": Tenure.FORMER,
    "ex": Tenure.FORMER,
    "late": Tenure.FORMER,
    "then": Tenure.FORMER,
    "acting": Tenure.ACTING,
    "interim": Tenure.ACTING,
    "caretaker": Tenure.ACTING,
    "outgoing": Tenure.OUTGOING,
    "incoming": Tenure.ELECT,
    "visiting": Tenure.VISITING,
}
_ATTRIBUTES = frozenset("new newly current incumbent honorable honourable".split()) | set(_TENURES)
_OPENINGS = frozenset({"the", "a", "an", "also"})
_LINKS = frozenset("of for to under on at in and the & , 's '".split())
_OWN_STATE = frozenset("country republic state kingdom sultanate emirate".split())
"""What envoys are accredited to in the words of who receives them: "Ambassador of Kenya to our country"."""

_GOVERNMENT = (("of", "the", "government"), ("of", "the", "royal", "government"), ("of", "the", "federal", "government"))
"""What stands for the state itself in a title: "Foreign Secretary of the Royal Government of Kenya"."""

_RULING = frozenset({"Party", "Committee", "LPRP"})
"""Words by which a party that governs names its state and stays in the title: "of the Communist Party of China"."""

_STYLES = frozenset({"role.prince", "role.general", "role.admiral", "role.ambassador", "role.senator", "role.congressman"})
"""Ranks and styles that may stand between an office and a name and add nothing to it: "Foreign Minister Prince Jan"."""

_ENVOYS = frozenset({"role.special_envoy", "role.special_representative", "role.envoy"})
"""Who may be sent for a state that is not their own: "Special Envoy for Yemen"."""

_DASHES = ("-", "–", "—")
STACKS = frozenset({"and", "&", "/", *_DASHES})
"""What joins the offices of one person."""

_FIELDS = frozenset({"role.minister", "role.vice_minister"})
"""Offices that are named after their field: "Energy Minister"."""

_BRACKET = 7
"""Tokens that a bracket behind a name may have with its marks: "(Conservative Party of Ruritania)"."""

_BRACKETED = frozenset({"of", "the", "for", "and", "de"})
_FIELDS_REACH = 7
_MODIFIERS = 3
"""Words that may stand between a state and what is known of a title: "Italian Chief Diplomatic Adviser"."""


@attrs.frozen
class TitleStart:
    """Where a title begins with all that qualifies it, where the office itself begins, the party in front, and the tenure."""

    first: int
    office: int
    party: str | None
    tenure: Tenure | None


@attrs.frozen
class NameOfList:
    """A name of a list: tokens `first` up to, not including, `stop`, with what tells of its party up to `last`."""

    first: int
    stop: int
    last: int
    party: str | None


class TitleReader(NameReader):
    """Reads names and titles at given places of one document."""

    def title_start(self, hit: Hit) -> TitleStart:
        """Return where a title begins: "the visiting Kazakh" Prime Minister."""
        document, index = self.document, hit.first
        party: str | None = None
        tenure = Tenure.ELECT if document.lower[hit.last - 1].endswith(("elect", "designate")) else None  # "President-elect"
        floor = document.sentence_of(hit.first).first
        office = self._office_start(hit, floor)
        index = office
        while index > floor:
            before = index - 1
            lower = document.lower[before]
            if before in self.party_at:
                entry = self.party_at[before]
                if entry.kind == "seat" and self._place(entry):
                    break
                party = party or entry.code
                index = entry.first
            elif lower in _ATTRIBUTES:
                tenure = tenure or _TENURES.get(lower)
                index = before
            elif self._joins_title(before):
                index = before
            elif before in self.role_at and document.lower[index] == "/":
                index = self.role_at[before].first  # "Deputy Prime Minister/Foreign Minister"
            elif self._bracketed(before):
                index = before - 2
            elif lower in _OPENINGS:
                index = before
                if lower != "also":
                    break
            else:
                break
        return TitleStart(index, office, party, tenure)

    def _place(self, seat: PartyHit) -> bool:
        """Tell whether a seat of power is where something takes place: "received in the Kremlin President Ott"."""
        lower = self.document.lower
        lead = seat.first - 2 if lower[max(0, seat.first - 1)] == "the" else seat.first - 1
        return lead >= 0 and lower[lead] in ("in", "at")

    def _office_start(self, hit: Hit, floor: int) -> int:
        """Return where the words begin that belong to an office without being known: "Energy" Minister, "Diplomatic" Adviser.

        They stand behind a state, or in front of an office that is named after its field.
        """
        document, first = self.document, self._fields_start(hit, floor)
        if first < hit.first:
            return first
        for index in range(hit.first - 1, max(floor, hit.first - _MODIFIERS) - 1, -1):
            word = document.words[index]
            if word not in words().institutional or document.lower[index] in _ATTRIBUTES or index in self.role_at:
                break
            if index - 1 in self.party_at or document.lower_at(index - 1) in ("'s", "'"):
                return index
            if hit.pattern.id in _FIELDS:
                first = index
        return first

    def _fields_start(self, hit: Hit, floor: int) -> int:
        """Return where several fields of an office begin behind a state: "Kenya's [Energy and Natural Resources] Minister"."""
        lower, reach = self.document.lower, max(floor, hit.first - _FIELDS_REACH)
        for index in range(hit.first - 1, reach - 1, -1):
            word = self.document.words[index]
            if index in self.role_at or not (word[0].isupper() or lower[index] in ("and", "&", ",")):
                break
            if index - 1 in self.party_at or lower[max(0, index - 1)] == "'s":
                opens = word in words().institutional and lower[index] not in _ATTRIBUTES and hit.pattern.id in _FIELDS
                return index if opens and not {"and", "&"}.isdisjoint(lower[index : hit.first]) else hit.first
        return hit.first

    def _bracketed(self, index: int) -> bool:
        """Tell whether a bracket closes around one word: the "(ROK)" behind a state."""
        words_ = self.document.words
        return index > 2 and words_[index] == ")" and words_[index - 2] == "(" and index - 3 in self.party_at

    def _joins_title(self, index: int) -> bool:
        """Tell whether a token leads up to a title: `'s` and a hyphen after a party or `then`, `First`, a body's abbreviation."""
        word, lower = self.document.words[index], self.document.lower[index]
        if lower in ("'s", "'", "-"):
            return index - 1 in self.party_at or (lower == "-" and self.document.lower_at(index - 1) in _TENURES)
        if lower == "/":
            return index - 1 in self.role_at
        if lower in ("first", "second"):
            return word[0].isupper()
        return word.isupper() and len(word) > 2 and word.isalpha() and index not in self.role_at and not self.is_name_part(index)

    def title_end(self, hit: Hit) -> tuple[int, str | None]:
        """Return where the complement of a title ends ("of the Republic of Uzbekistan") and the party in it."""
        document, index = self.document, hit.last
        party: str | None = None
        end = index
        stop = document.sentence_of(hit.first).last
        while index < stop:
            lower, word = document.lower[index], document.words[index]
            if index in self.role_at and self._style(index, hit):
                break
            if index in self.party_at:
                entry = self.party_at[index]
                sent_for = hit.pattern.id in _ENVOYS and "for" in document.lower[max(hit.last, index - 2) : index]
                party = party or (entry.code if entry.kind != "seat" and not sent_for else None)
                index = end = entry.last
            elif self._accredited(index):
                index = end = index + 3
            elif lower in _LINKS and index + 1 < stop:
                if not self._leads_on(hit, index, stop, party):
                    break
                if lower == "," and (body := self.body_end(index + 1, stop)):
                    index = end = body
                    party = party or next((self.party_at[i].code for i in range(hit.last, end) if i in self.party_at), None)
                    continue
                index += 1
            elif self._before_institution(index, hit):
                index += 2
                end = index
            elif (
                word in words().institutional
                or (index in self.role_at and (word[0].isupper() or self._in_lower_case(index, hit)))
                or (word.isupper() and len(word) > 1 and word[0].isalpha() and not self.is_name_part(index))
            ):
                index += 1
                end = index
            elif word == "(" and (closing := self._closing(index, stop)):
                index = end = closing
            elif word == "-" and document.glued(index) and index > hit.last:
                index += 1
            elif word in _DASHES and index + 1 in self.roles and document.words[index + 1][0].isupper():
                index += 1  # "Chairman of the Cabinet of Ministers – Head of the Presidential Administration"
            elif word == "bank" and document.lower[index - 1] == "central":
                index = end = index + 1
            else:
                break
        return end, party

    def _accredited(self, index: int) -> bool:
        """Tell whether an envoy's title goes on with the state of who writes: "to our country", "to the Kingdom"."""
        document = self.document
        capital = document.word_at(index + 2)[:1].isupper() and document.lower_at(index + 3) != "of"
        own = document.lower[index : index + 2] == ("to", "our") or (document.lower[index : index + 2] == ("to", "the") and capital)
        return own and document.lower_at(index + 2) in _OWN_STATE

    def _closing(self, index: int, stop: int) -> int:
        """Return where a bracket around an abbreviation ends ("(HR/VP)"), 0 where it holds more."""
        words_ = self.document.words
        for at in range(index + 1, min(index + 6, stop)):
            if words_[at] == ")":
                return at + 1
            if not words_[at].isupper() and words_[at] not in ("/", "-"):
                return 0
        return 0

    def _leads_on(self, hit: Hit, index: int, stop: int, party: str | None) -> bool:
        """Tell whether a link leads on to more of a title: "of Commerce", ", Minister of ...", but not "in Beijing"."""
        document = self.document
        lower, following = document.lower[index], document.words[index + 1]
        if lower in ("'s", "'") and document.lower[index - 1] == "people":
            return following[0].isupper()  # "of the People's Army"
        if lower in ("'s", "'") or (lower == "," and party is not None):
            return False
        if lower == "in" and index + 1 in self.party_at:
            return Level(hit.pattern.label) is Level.AMBASSADOR
        opens = following[0].isupper() or following.lower() in ("the", "central", "international") or index + 1 in self.party_at
        listed = following in words().institutional or index + 1 in self.role_at or self.body_end(index + 1, stop) > 0
        return (opens and (lower != "," or listed)) or (lower in ("and", "&") and self._in_lower_case(index + 1, hit))

    def _in_lower_case(self, index: int, hit: Hit) -> bool:
        """Tell whether an office stands at a token in lower case behind one in lower case: "the prime minister and [finance minister]"."""
        document = self.document
        return index in self.role_at and document.words[index].islower() and document.words[hit.first].islower()

    def _before_institution(self, index: int, hit: Hit) -> bool:
        """Tell whether a capitalised word stands in front of one that names an institution."""
        document = self.document
        after = document.words[index + 1 : index + 2]
        return (
            document.words[index][0].isupper()
            and index > hit.last
            and index not in self.role_at
            and after != ()
            and after[0] in words().institutional
        )

    def _style(self, index: int, hit: Hit) -> bool:
        """Tell whether a rank or style stands at a token behind an office, not behind `of` or `and`."""
        other = self.role_at[index]
        linked = self.document.lower_at(other.first - 1) in _LINKS - {","}
        return other is not hit and other.pattern.id in _STYLES and not linked

    def past_honorifics(self, index: int) -> int:
        """Return the first token from a position on that is neither honorific nor, behind an office, a rank: "Prince", "H.E. Mr."."""
        begun = index - 1 in self.role_at
        while True:
            index = super().past_honorifics(index)
            style = self.roles.get(index)
            if style is None or style.pattern.id not in _STYLES or not (begun or index - 1 in self.role_at):
                return index
            index = style.last

    def past_style(self, index: int) -> int:
        """Return the token behind a rank or style that stands at a token: "Amb.", the token itself for none."""
        style = self.roles.get(index)
        return self.past_honorifics(style.last) if style is not None and style.pattern.id in _STYLES else index

    def past_bracket(self, index: int) -> tuple[int, str | None]:
        """Return the token behind a bracket or letters that tell of somebody named before it, and the party that they name.

        "Paul Ott (Unity)", "Paul Ott (Kenya)", "Paul Ott TD"; the token itself where there is none.
        """
        document = self.document
        while document.words[index : index + 1] and document.words[index] in words().postnominals:
            index += 1
        if document.words[index : index + 1] != ("(",):
            return index, None
        closing = next((i for i in range(index + 2, min(index + _BRACKET, len(document))) if document.words[i] == ")"), None)
        inside = range(index + 1, closing or 0)
        names = [i for i in inside if document.words[i][0].isalpha() and document.lower[i] not in _BRACKETED]
        if closing is None or not names or not all(document.words[i][0].isupper() and i not in self.role_at for i in names):
            return index, None
        entry = self.party_at.get(index + 1)
        return closing + 1, entry.code if entry is not None and entry.last == closing and entry.kind != "seat" else None

    def bracket_start(self, stop: int) -> int:
        """Return where the bracket begins that tells of somebody and ends in front of a token; the token itself for none."""
        return next((i for i in range(max(0, stop - _BRACKET), stop) if self.past_bracket(i)[0] == stop), stop)

    def body_end(self, index: int, stop: int) -> int:
        """Return where the name of a body ends that begins at a token ("All China Journalists Association"), 0 for none."""
        document, last = self.document, index
        while last < stop and document.words[last][0].isupper() and last not in self.role_at:
            last += 1
        return last if last - index > 1 and document.words[last - 1] in words().institutional else 0

    def party_behind(self, index: int, joints: Sequence[str] = ("of", "from")) -> PartyHit | None:
        """Return the state that stands behind a name or a peer: "Paul Ott of Kenya", "his counterpart from Chile"."""
        document = self.document
        if index >= len(document) or document.lower[index] not in joints:
            return None
        return self.party_at.get(index + 2 if document.lower[index + 1 : index + 2] == ("the",) else index + 1)

    def parties_from(self, index: int) -> tuple[int, list[str]]:
        """Return where a list of states behind an office ends, and the states: "of Kenya, Chile and the Republic of Peru"."""
        document, found, end = self.document, [], index
        stop = document.sentence_of(index).last
        while index < stop and (index in self.party_at or document.lower[index] in ("of", "the", "and", ",")):
            if index in self.party_at:
                found.append(self.party_at[index].code)
                index = end = self.party_at[index].last
            else:
                index += 1
        return end, found

    def past_comma(self, index: int) -> int:
        """Return the token behind what joins the items of a list: a comma, `and`, or both."""
        for joint in (",", "and"):
            if self.document.lower[index : index + 1] == (joint,):
                index += 1
        return index

    def names_from(self, index: int) -> Iterator[NameOfList]:
        """Yield the names of a list that begins at a token: "Ada Lowe, Paul Ott of Kenya and Jan Marsh (Peru)"."""
        while True:
            at = self.past_honorifics(index)
            stop = self.name_end(at)
            if stop == at:
                return
            index, party = self.past_bracket(stop)
            behind = self.party_behind(index)
            if behind is not None:
                index, party = behind.last, behind.code
            yield NameOfList(at, stop, index, party)
            if self.past_comma(index) == index:
                return
            index = self.past_comma(index)

    def party_within(self, hit: Hit) -> str | None:
        """Return the party that a title itself names: the EU of "European Commission President"."""
        for index in range(hit.first, hit.last):
            if index in self.party_at:
                return self.party_at[index].code
        return None

    def role_text(self, hit: Hit, first: int, end: int) -> str:
        """Return the title without the country at its end: "Minister of Commerce"."""
        document, last = self.document, end
        if last - 3 >= hit.last and self._accredited(last - 3):
            last -= 3
        while (before := self.party_at.get(last - 1)) and document.lower_at(before.first - 1) in ("of", "the", "to"):
            cut = before.first - 1
            while cut > hit.first + 1 and document.lower[cut - 1] in ("of", "the", "to"):
                cut -= 1
            inside = before.first < hit.last and parties()[before.code].kind != "state"
            ruling = not _RULING.isdisjoint(document.words[before.first : before.last])
            if inside or ruling or cut <= hit.first or not words().named_for_state.isdisjoint(document.words[hit.last : cut]):
                break
            last = cut
            last -= next((len(own) for own in _GOVERNMENT if document.lower[max(0, last - len(own)) : last] == own), 0)
        return document.text(first, last)


def singular(title: str) -> str:
    """Return the title of one of several: "Foreign Ministers" gives "Foreign Minister"."""
    return title.removesuffix("ies") + "y" if title.endswith("ies") else title.removesuffix("s")
