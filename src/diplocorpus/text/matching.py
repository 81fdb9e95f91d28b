"""Packs compiled to trees of phrases; the longest match wins, pseudo-hits are removed.

Phrases are matched on two streams of tokens: without hyphens and quotation marks, so that `one-China` and `"one
China"` are one wording; and for triggers and cues also without adverbs, so that `is also fully ready to` is
`is ready to`. British and American spelling are one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, pairwise
from operator import attrgetter
from typing import Literal

import attrs

from diplocorpus.patterns.inflection import Form
from diplocorpus.patterns.loading import PackSet
from diplocorpus.patterns.parties import PartyName, parties
from diplocorpus.patterns.schema import GAP, Pattern, expand
from diplocorpus.patterns.spelling import hyphenations
from diplocorpus.text.annotated import Hit
from diplocorpus.text.garbage import uncollected
from diplocorpus.text.lexemes import Lexeme
from diplocorpus.text.lexicon import PhraseTree
from diplocorpus.text.parties import Found
from diplocorpus.text.tokens import Tokenizer

GAP_REACH = 8
"""Tokens that a gap in a phrase may take up."""

_LEAN = frozenset(
    {"strength", "cue", "parsed_cue", "speech_noun", "one_china_verb", "partnership_event", "relation_before", "relation_after"}
)
"""Vocabularies that are matched with adverbs passed over."""

_NOWHERE: frozenset[int] = frozenset()

Case = Literal["fold", "exact"]


@attrs.frozen(eq=False)
class _Entry:
    vocabulary: str
    pattern: Pattern | None
    form: Form | None = None
    number: int = -1
    blocks: bool = False
    ahead: int = 0
    party: tuple[str, PartyName] | None = None
    written: tuple[str, ...] | None = None
    """The words of a phrase that counts only with its own capitals, None for any other."""


Match = tuple[int, int, _Entry]
"""Tokens first up to, not including, last, and what was found there."""


def _found(tree: PhraseTree[_Entry], words: Sequence[Lexeme], places: Sequence[int]) -> list[Match]:
    """Return what a tree finds in the words at some places: the first of a phrase, the one behind its last that counts, its entry."""
    folded = [words[place].folded for place in places]
    found = []
    for first, last, branch in tree.find(folded):
        found.extend(
            [
                (places[first], places[last - 1 - entry.ahead] + 1, entry)
                for entry in tree.entries[branch]
                if entry.written is None or entry.written == tuple([words[place].written for place in places[first:last]])
            ]
        )
        if branch in tree.behind:
            found += _behind(tree.behind[branch], words, places, folded, first, last)
    return found


def _behind(
    endings: PhraseTree[_Entry], words: Sequence[Lexeme], places: Sequence[int], folded: Sequence[str], first: int, last: int
) -> Iterator[Match]:
    """Yield the phrases whose front stands at `first` up to `last` and that end behind a gap; of equal ends the nearest is meant."""
    met: set[tuple[int, _Entry]] = set()
    for start, end, branch in endings.find(folded, last, bisect_right(places, places[last - 1] + 1 + GAP_REACH)):
        for entry in endings.entries[branch]:
            around = (*places[first:last], *places[start:end]) if entry.written else ()
            if (branch, entry) not in met and (entry.written is None or entry.written == tuple([words[place].written for place in around])):
                met.add((branch, entry))
                yield places[first], places[end - 1 - entry.ahead] + 1, entry


def _phrases(packs: PackSet) -> Iterator[tuple[str, Case, _Entry, str]]:
    """Yield every wording of the packs and of parties: its text, case and entry, and what of it only must follow."""
    number = count()
    for vocabulary in packs.vocabularies:
        for pattern in packs.patterns(vocabulary):
            entries: dict[Form | None, _Entry] = {}
            for wording in pattern.wordings():
                if wording.form not in entries:
                    entries[wording.form] = _Entry(vocabulary, pattern, wording.form, next(number))
                yield wording.text, pattern.case, entries[wording.form], wording.ahead
            blocking = _Entry(vocabulary, pattern, blocks=True)
            for phrase in pattern.blocked_by:
                for text in expand(phrase):
                    yield text, pattern.case, blocking, ""
    for party in parties().values():
        for name in party.wordings:
            yield name.text, "exact", _Entry("party", None, party=(party.code, name)), ""


class Matching:
    """All phrases of a pack set, compiled once."""

    def __init__(self, tokenizer: Tokenizer, packs: PackSet) -> None:
        self._tokenizer = tokenizer
        self._full: PhraseTree[_Entry] = PhraseTree()
        self._lean: PhraseTree[_Entry] = PhraseTree()
        with uncollected():
            phrases = list(_phrases(packs))
            tokenizer.lexemes(" ".join(phrase[0] for phrase in phrases))  # met for the first time, words are cut faster together
            for phrase in phrases:
                self._add(*phrase)

    def _add(self, text: str, case: Case, entry: _Entry, ahead: str) -> None:
        for spelling in hyphenations(text):
            front, _, behind = spelling.partition(f" {GAP} ")
            opening, ending = self._tokenizer.lexemes(front), self._tokenizer.lexemes(behind)
            # A phrase that holds an adverb is matched as it stands.
            lean = entry.vocabulary in _LEAN and all(word.lean or not word.full for word in (*opening, *ending))
            keeps = attrgetter("lean" if lean else "full")
            opening, ending = list(filter(keeps, opening)) or opening, list(filter(keeps, ending)) or ending
            if ahead:
                entry = attrs.evolve(entry, ahead=sum(map(keeps, self._tokenizer.lexemes(ahead))))
            if case == "exact":
                entry = attrs.evolve(entry, written=tuple([word.written for word in (*opening, *ending)]))
            tree = self._lean if lean else self._full
            tree.add([word.folded for word in opening], entry, [word.folded for word in ending])

    def find(self, words: Sequence[Lexeme], breaks: Sequence[int]) -> tuple[dict[str, tuple[Hit, ...]], tuple[Found, ...]]:
        """Return the hits by vocabulary and all wordings of parties; no hit crosses a token of `breaks`, in order."""
        sentence = [0] * len(words)
        """The number of the sentence that each token is in."""
        for number, (first, last) in enumerate(pairwise((*breaks, len(words)))):
            sentence[first:last] = [number] * (last - first)
        full = [index for index, word in enumerate(words) if word.full]
        lean = [index for index in full if words[index].lean]
        found = _found(self._full, words, full) + _found(self._lean, words, lean)
        matches = [match for match in found if sentence[match[0]] == sentence[match[1] - 1]]
        hits = _select([match for match in matches if match[2].party is None], words, sentence)
        return hits, tuple([(first, last, *entry.party) for first, last, entry in matches if entry.party])


def _select(matches: Iterable[Match], words: Sequence[Lexeme], sentence: Sequence[int]) -> dict[str, tuple[Hit, ...]]:
    """Return the hits by vocabulary: what has its qualifiers, is not blocked, and is the longest of what overlaps."""
    blocked: dict[int, set[int]] = {}
    candidates: list[Match] = []
    for first, last, entry in matches:
        assert entry.pattern is not None
        if entry.blocks:
            blocked.setdefault(id(entry.pattern), set()).update(range(first, last))
        elif not entry.pattern.before:
            candidates.append((first, last, entry))
        elif (opened := _reach_back(words, first, entry.pattern.before, sentence)) < first:
            candidates.append((opened, last, entry))
    if blocked:
        candidates = [match for match in candidates if blocked.get(id(match[2].pattern), _NOWHERE).isdisjoint(range(match[0], match[1]))]
    candidates.sort(key=_longest_first)
    taken: dict[str, bytearray] = {}
    kept: dict[str, list[Hit]] = {}
    for first, last, entry in candidates:
        if entry.vocabulary not in taken:
            taken[entry.vocabulary], kept[entry.vocabulary] = bytearray(len(words)), []
        held = taken[entry.vocabulary]
        if held.find(1, first, last) < 0 and entry.pattern is not None:
            held[first:last] = bytes((1,)) * (last - first)
            kept[entry.vocabulary].append(Hit(entry.vocabulary, entry.pattern, first, last, entry.form))
    return {vocabulary: tuple(sorted(hits, key=_first)) for vocabulary, hits in kept.items()}


def _longest_first(match: Match) -> tuple[int, int, int, int]:
    """Return the order in which matches are chosen; of two for the same words the one that came first in its pack."""
    first, last, entry = match
    return first - last, first, -entry.ahead, entry.number


_first = attrgetter("first")


def _reach_back(words: Sequence[Lexeme], first: int, qualifiers: Sequence[str], sentence: Sequence[int]) -> int:
    """Return where the run of qualifiers that ends before `first` begins, `first` itself where there is none."""
    single = {part for qualifier in qualifiers for part in qualifier.lower().replace("-", " ").split()}
    index = opened = first
    while index > 0 and sentence[index - 1] == sentence[first]:
        word = words[index - 1]
        if word.lower in single:
            opened = index - 1
        elif word.full and word.lower not in (",", "and"):
            break
        index -= 1
    return opened
