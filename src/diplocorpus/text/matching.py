"""Packs compiled to trees of phrases; the longest match wins, pseudo-hits are removed.

Phrases are matched on two streams of tokens: without hyphens and quotation marks, so that `one-China` and `"one
China"` are one wording; and for triggers and cues also without adverbs, so that `is also fully ready to` is
`is ready to`. British and American spelling are one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import chain, islice, pairwise
from operator import attrgetter
from typing import Literal, TypeVar

import attrs

from diplocorpus.patterns.inflection import Form
from diplocorpus.patterns.loading import PackSet
from diplocorpus.patterns.parties import PartyName, parties
from diplocorpus.patterns.schema import GAP, Pattern, expand
from diplocorpus.patterns.spelling import american, hyphenations
from diplocorpus.patterns.words import Words
from diplocorpus.text.annotated import Hit
from diplocorpus.text.lexicon import PhraseTree
from diplocorpus.text.parties import Found
from diplocorpus.text.tokens import Tokenizer

GAP_REACH = 8
"""Tokens that a gap in a phrase may take up."""

_LEAN = frozenset(
    {"strength", "cue", "parsed_cue", "speech_noun", "one_china_verb", "partnership_event", "relation_before", "relation_after"}
)
"""Vocabularies that are matched with adverbs passed over."""

_MARKS = frozenset({"-", "–", "—", "‒", "--", '"', "''", "``", "'"})


_NOWHERE: frozenset[int] = frozenset()

Case = Literal["fold", "exact"]
PayloadT = TypeVar("PayloadT")


@attrs.frozen
class _Entry:
    vocabulary: str
    pattern: Pattern | None
    form: Form | None = None
    part: int = 0
    of: int = 1
    gap_id: int = -1
    blocks: bool = False
    ahead: int = 0
    party: tuple[str, PartyName] | None = None


@attrs.frozen
class _Reading:
    """How a word is compared: in American spelling, as written and in lower case, and in which streams it counts."""

    written: str
    folded: str
    full: bool
    lean: bool

    @classmethod
    def of(cls, words: Words, word: str) -> _Reading:
        written = american(word)
        full = written not in _MARKS
        return cls(written, written.lower(), full, full and not words.is_adverb(written.lower()))


@attrs.define
class _Stream:
    """A way to leave out tokens, with the phrases in lower case and those as written."""

    keeps: Callable[[_Reading], bool]
    fold: PhraseTree[_Entry] = attrs.field(factory=PhraseTree)
    exact: PhraseTree[_Entry] = attrs.field(factory=PhraseTree)

    def add(self, words: Sequence[_Reading], case: Case, entry: _Entry) -> None:
        kept = [word for word in words if self.keeps(word)] or words
        if case == "fold":
            self.fold.add([word.folded for word in kept], entry)
        else:
            self.exact.add([word.written for word in kept], entry)

    def find(self, words: Sequence[_Reading]) -> Iterator[tuple[int, int, _Entry]]:
        """Yield the first and the last word of each phrase, not counting what only must follow, and its entry."""
        kept = [index for index, word in enumerate(words) if self.keeps(word)]
        folded = self.fold.find([words[index].folded for index in kept])
        written = self.exact.find([words[index].written for index in kept]) if self.exact else ()
        for first, last, entry in chain(folded, written):
            yield kept[first], kept[last - 1 - entry.ahead], entry


def _phrases(packs: PackSet) -> Iterator[tuple[str, Case, _Entry, str]]:
    """Yield every wording of the packs and of parties: its text, case and entry, and what of it only must follow."""
    gap_id = 0
    for vocabulary in packs.vocabularies:
        for pattern in packs.patterns(vocabulary):
            for wording in pattern.wordings():
                parts = wording.text.split(f" {GAP} ")
                for part, text in enumerate(parts):
                    yield text, pattern.case, _Entry(vocabulary, pattern, wording.form, part, len(parts), gap_id), wording.ahead
                gap_id += 1
            for phrase in pattern.blocked_by:
                for text in expand(phrase):
                    yield text, pattern.case, _Entry(vocabulary, pattern, blocks=True), ""
    for party in parties().values():
        for name in party.wordings:
            yield name.text, "exact", _Entry("party", None, party=(party.code, name)), ""


class Matching:
    """All phrases of a pack set, compiled once."""

    def __init__(self, tokenizer: Tokenizer, packs: PackSet, words: Words) -> None:
        self._tokenizer = tokenizer
        self._read = lru_cache(1 << 16)(partial(_Reading.of, words))
        self._full = _Stream(attrgetter("full"))
        self._lean = _Stream(attrgetter("lean"))
        phrases = list(_phrases(packs))
        tokenizer.words(" ".join(phrase[0] for phrase in phrases))  # met for the first time, words are cut faster together
        for phrase in phrases:
            self._add(*phrase)

    def _add(self, text: str, case: Case, entry: _Entry, ahead: str) -> None:
        # A phrase that holds an adverb is matched as it stands.
        lean = entry.vocabulary in _LEAN and all(self._read(word).lean for word in text.replace("-", " ").split())
        stream = self._lean if lean else self._full
        if ahead and entry.part == entry.of - 1:
            entry = attrs.evolve(entry, ahead=sum(map(stream.keeps, self._words(ahead))))
        for spelling in hyphenations(text):
            stream.add(self._words(spelling), case, entry)

    def _words(self, text: str) -> list[_Reading]:
        return [self._read(word) for word in self._tokenizer.words(text)]

    def find(self, words: Sequence[str], breaks: Sequence[int]) -> tuple[dict[str, tuple[Hit, ...]], tuple[Found, ...]]:
        """Return the hits by vocabulary and all wordings of parties; no hit crosses a token of `breaks`, in order."""
        sentence = [0] * len(words)
        """The number of the sentence that each token is in."""
        for number, (first, last) in enumerate(pairwise((*breaks, len(words)))):
            sentence[first:last] = [number] * (last - first)
        found: dict[str, list[tuple[_Entry, int, int]]] = {}
        read = [self._read(word) for word in words]
        for stream in (self._full, self._lean):
            for first, last, entry in stream.find(read):
                if sentence[first] == sentence[last]:
                    found.setdefault(entry.vocabulary, []).append((entry, first, last + 1))
        named = found.pop("party", [])
        hits = {vocabulary: tuple(_select(items, words, sentence)) for vocabulary, items in found.items()}
        return hits, tuple((first, last, *entry.party) for entry, first, last in named if entry.party)


def _longest(items: Iterable[tuple[int, int, PayloadT]]) -> list[tuple[int, int, PayloadT]]:
    """Keep the longest of overlapping ranges (they come longest first), in text order."""
    taken: set[int] = set()
    kept = []
    for first, last, payload in items:
        if taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            kept.append((first, last, payload))
    return sorted(kept, key=lambda item: item[0])


def _select(items: list[tuple[_Entry, int, int]], words: Sequence[str], sentence: Sequence[int]) -> list[Hit]:
    whole = [(entry, first, last) for entry, first, last in items if entry.of == 1]
    if len(whole) < len(items):
        whole += _join_gaps([item for item in items if item[0].of == 2], sentence)
    candidates: list[tuple[int, int, _Entry]] = []
    for entry, start, last in whole:
        first = start
        if entry.pattern is not None and entry.pattern.before and not entry.blocks:
            first = _reach_back(words, start, entry.pattern.before, sentence)
            if first == start:
                continue
        candidates.append((first, last, entry))
    blocked: dict[int, set[int]] = {}
    for first, last, entry in candidates:
        if entry.blocks:
            blocked.setdefault(id(entry.pattern), set()).update(range(first, last))
    ordered = sorted((c for c in candidates if not c[2].blocks), key=lambda c: (c[0] - c[1], c[0], -c[2].ahead, c[2].gap_id))
    hits = []
    for first, last, entry in _longest(c for c in ordered if blocked.get(id(c[2].pattern), _NOWHERE).isdisjoint(range(c[0], c[1]))):
        assert entry.pattern is not None
        hits.append(Hit(entry.vocabulary, entry.pattern, first, last, entry.form))
    return hits


def _join_gaps(parts: list[tuple[_Entry, int, int]], sentence: Sequence[int]) -> list[tuple[_Entry, int, int]]:
    heads = [item for item in parts if item[0].part == 0]
    tails: dict[int, list[tuple[int, int]]] = {entry.gap_id: [] for entry, _, _ in heads}
    for entry, first, last in parts:
        if entry.part == 1 and entry.gap_id in tails:
            tails[entry.gap_id].append((first, last))
    for behind in tails.values():
        behind.sort()
    joined = []
    for entry, first, last in heads:
        behind = tails[entry.gap_id]
        for start, end in islice(behind, bisect_left(behind, (last, last)), None):
            if start > last + GAP_REACH:
                break
            if sentence[first] == sentence[end - 1]:
                joined.append((entry, first, end))
                break
    return joined


def _reach_back(words: Sequence[str], first: int, qualifiers: Sequence[str], sentence: Sequence[int]) -> int:
    """Return where the run of qualifiers that ends before `first` begins, `first` itself where there is none."""
    single = {part for qualifier in qualifiers for part in qualifier.lower().replace("-", " ").split()}
    index = opened = first
    while index > 0 and sentence[index - 1] == sentence[first]:
        word = words[index - 1].lower()
        if word in single:
            opened = index - 1
        elif word not in _MARKS and word not in (",", "and"):
            break
        index -= 1
    return opened
