"""Frameworks that no pack lists: capitalised names around a noun like Initiative or Forum, and numbered slogans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import chain

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.frameworks.findings import FrameworkName
from diplocorpus.extractors.people.findings import Mention
from diplocorpus.models.frameworks import FrameworkKind
from diplocorpus.patterns.parties import parties
from diplocorpus.patterns.schema import Label
from diplocorpus.patterns.words import words
from diplocorpus.text.abbreviations import definitions
from diplocorpus.text.along import Cover
from diplocorpus.text.annotated import AnnotatedDocument, Hit
from diplocorpus.text.tagging import Tag

OTHER_NAMED = "OTHER_NAMED"
"""The framework of a name that no pack lists; the record's `name` tells which."""

NUMBERED_SLOGAN = "NUMBERED_SLOGAN"
"""The framework of a numbered slogan that no pack lists: "eight major steps"."""

_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve".split())
_MODIFIERS = frozenset({Tag.ADJ, Tag.NOUN, Tag.NAME, Tag.VBN, Tag.VBG, Tag.PUNCT})

_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())

_LINKS_BEFORE = frozenset("of on for and the in to with & + - –".split())
_LINKS_BEHIND = frozenset("of on for the and".split())
_OPENS_A_COMPLEMENT = frozenset("of on for".split())

_GENERIC = frozenset(
    """
    joint new annual ministerial special bilateral trilateral multilateral final
    next framework draft comprehensive peaceful free trade permanent mutual common official review contact working steering
    consultative additional supplementary memorandum understanding friendship intergovernmental interstate summit leaders
    parties renewed historic virtual informal extraordinary emergency advisory unity unitary
    """.split()
)
"""Words that, like institutional ones, make no name of a noun by themselves: "Joint Declaration", "Review Conference"."""

_OF_ONE_STATE = frozenset(
    """
    national state federal central ministry department royal people's republic government reserve sovereign export presidential
    transitional supreme privy direct public
    """.split()
)
"""Words of bodies within a state: banks, funds, councils."""

_BODIES = frozenset({FrameworkKind.ORGANIZATION, FrameworkKind.GROUP, FrameworkKind.BANK})
_OFFERED = frozenset({FrameworkKind.INITIATIVE, FrameworkKind.CORRIDOR, FrameworkKind.PLAN})
"""Kinds that get names of institutional words alone: "Global Health Security Agenda"."""

_OF_PAIRS = frozenset({FrameworkKind.MECHANISM, FrameworkKind.ORGANIZATION, FrameworkKind.CORRIDOR, FrameworkKind.INITIATIVE})
"""Kinds that two parties' names are enough for: "Ruritania-Freedonia Dialogue"."""

_LONGEST = 12


@cache
def _small_words() -> frozenset[str]:
    return words().prepositions | words().determiners | words().conjunctions


def _tokens(named: Iterable[FrameworkName | Mention | Hit]) -> set[int]:
    return {token for each in named for token in range(each.first, each.last)}


class _Reader:
    """Reads the names of one document that nothing else has claimed."""

    def __init__(self, document: AnnotatedDocument, findings: Findings) -> None:
        self.document = document
        self.findings = findings

    @cached_property
    def taken(self) -> set[int]:
        """The tokens of what is a framework's name already."""
        return _tokens(chain(self.findings.of(FrameworkName), self.document.hits.get("framework", ())))

    @cached_property
    def officers(self) -> set[int]:
        """The tokens of people and offices."""
        people = (mention for mention in self.findings.of(Mention) if mention.person)
        return _tokens(chain(people, self.document.hits.get("level", ())))

    @cached_property
    def party_at(self) -> dict[int, str]:
        """The party that each token names."""
        return {i: hit.code for hit in self.document.parties for i in range(hit.first, hit.last)}

    def named(self, noun: Hit) -> FrameworkName | None:
        """Return the framework whose capitalised name a noun belongs to: "[Strelsau Process]", "[Forum on Danube Trade]"."""
        document = self.document
        sentence = document.sentence_of(noun.first)
        if not document.words[noun.first][0].isupper() or self._title_case(sentence.first, sentence.last):
            return None
        first = self._trimmed(self._left(noun.first, sentence.first), noun.first)
        last = self._right(noun.last, sentence.last)
        if not self._is_a_name(first, last, noun):
            return None
        label = Label(id=OTHER_NAMED, name=document.text(first, last), kind=FrameworkKind(noun.pattern.label))
        return FrameworkName(first, last, label, noun.pattern.id)

    def _title_case(self, first: int, last: int) -> bool:
        """Tell whether all words of a sentence but small ones have capitals, so that a capital tells nothing."""
        return all(not word[0].islower() or word in _small_words() for word in self.document.words[first:last])

    def _capitalised(self, index: int) -> bool:
        word = self.document.words[index]
        return (word[0].isupper() or word[0].isdigit()) and index not in self.officers and not self._is_time(index)

    def _is_time(self, index: int) -> bool:
        return self.document.words[index] in words().months or self.document.words[index] in words().weekdays

    def _left(self, noun: int, floor: int) -> int:
        """Return where the capitalised words begin that end at a noun; small words count between two of them."""
        document, first, index = self.document, noun, noun - 1
        while index >= floor and noun - index < _LONGEST:
            if self._capitalised(index):
                first = index
            elif document.lower[index] not in _LINKS_BEFORE or index == floor or not self._capitalised(index - 1):
                break
            index -= 1
        return first

    def _trimmed(self, first: int, noun: int) -> int:
        """Return where a name begins without what only introduces it: "Ruritania's", "2031", "The", "Third"."""
        document, lists = self.document, words()
        while first < noun:
            lower = document.lower[first]
            opens = first == document.sentence_of(first).first and (lower in lists.verb_forms or lists.is_adverb(lower))
            ordinal = lower in _ORDINALS
            small = lower in lists.determiners or lower in lists.prepositions or lower in _LINKS_BEFORE
            function = small or document.words[first][0].isdigit()
            owner = document.lower_at(first + 1) in ("'s", "'")
            alone = first in self.party_at and self.party_at.get(first + 1, "") != self.party_at[first] and first + 1 == noun
            if not (opens or ordinal or function or owner or alone or lower in ("'s", "'")):
                return first
            first += 1
        return first

    def _right(self, last: int, ceiling: int) -> int:
        """Return where a name goes on behind its noun: "Forum [on Danube Trade]"."""
        document, index = self.document, last
        if index >= ceiling or document.lower[index] not in _OPENS_A_COMPLEMENT:
            return last
        while index < ceiling and index - last < 3:
            if self._capitalised(index):
                last = index + 1
            elif document.lower[index] not in _LINKS_BEHIND | {"'", "'s"}:
                break
            index += 1
        return last

    def _is_a_name(self, first: int, last: int, noun: Hit) -> bool:
        document, kind = self.document, FrameworkKind(noun.pattern.label)
        own = [i for i in range(first, last) if not noun.first <= i < noun.last and document.words[i][0].isalpha()]
        own = [i for i in own if document.lower[i] not in _LINKS_BEFORE]
        if not own or not (self.taken.isdisjoint(range(first, last)) and self.officers.isdisjoint(range(first, last))):
            return False
        if document.words[last - 1][-1] in "-–" or self._is_party(first, last):
            return False
        institutional = words().institutional
        telling = [i for i in own if document.lower[i] not in _GENERIC and document.words[i] not in institutional]
        if not telling:
            return kind in _OFFERED and len(own) > 1
        states = {self.party_at.get(i) or ("USA" if document.words[i].startswith("U.S.") else None) for i in telling}
        if kind in _BODIES and len(states) == 1:
            states.add(self.party_at.get(first - 1))
        if kind in _BODIES and (any(document.lower[i] in _OF_ONE_STATE for i in own) or len(states - {None}) == 1):
            return any("-" in document.words[i] for i in telling)
        return None in states or kind in _OF_PAIRS

    def _is_party(self, first: int, last: int) -> bool:
        """Tell whether a name is that of an organisation that acts: a bank, an agency."""
        code = self.party_at.get(first)
        return code is not None and all(self.party_at.get(i) == code for i in range(first, last)) and parties()[code].kind != "state"

    def slogan(self, noun: Hit) -> FrameworkName | None:
        """Return a numbered slogan that a noun ends: "the eight major steps", "a five-point plan"."""
        document = self.document
        floor = document.sentence_of(noun.first).first
        number = next((i for i in range(noun.first - 1, max(floor, noun.first - 5) - 1, -1) if document.lower[i] in _NUMBERS), None)
        if number is None or any(document.tags[i] not in _MODIFIERS for i in range(number + 1, noun.first)):
            return None
        if not self.taken.isdisjoint(range(number, noun.last)):
            return None
        before = document.lower[number - 1] if number > floor else ""
        quoted = before == '"' and document.lower[noun.last : noun.last + 1] == ('"',)
        hyphened = document.lower_at(number + 1) == "-"
        definite = before in ("the", "'s", "its", "their", "these") and noun.first - number > 1 and document.lower[number] != "two"
        if not (quoted or hyphened or definite or (document.words[number][0].isupper() and number > floor)):
            return None
        label = Label(id=NUMBERED_SLOGAN, name=document.text(number, noun.last), kind=FrameworkKind.SLOGAN)
        return FrameworkName(number, noun.last, label, noun.pattern.id)


def extract_unlisted_frameworks(document: AnnotatedDocument, findings: Findings) -> Iterator[FrameworkName]:
    """Yield names of frameworks that no pack lists, in text order; those of people, offices and states' bodies are left out."""
    reader = _Reader(document, findings)
    found: list[FrameworkName] = []
    for noun in document.hits.get("framework_noun", ()):
        name = reader.slogan(noun) if noun.pattern.label == FrameworkKind.SLOGAN else reader.named(noun)
        if name is not None:
            reader.taken.update(range(name.first, name.last))
            found.append(name)
    yield from found
    introduced = definitions(document) if found else ()
    named = Cover((definition, ((definition.first, definition.last),)) for definition in introduced)
    shorts = {d.short: name.label for name in found for token in range(name.first, name.last) for d in named.holding(token)}
    defining = {i for d in introduced for i in range(d.opens, d.closes + 1)}
    for index, word in enumerate(document.words if shorts else ()):
        if word in shorts and index not in defining and index not in reader.taken:
            yield FrameworkName(index, index + 1, shorts[word], "framework.abbreviation")
