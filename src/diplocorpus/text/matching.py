"""Packs compiled to spaCy PhraseMatchers; the longest match wins, pseudo-hits are removed.

Phrases are matched on two streams of tokens: without hyphens and quotation marks, so that `one-China` and `"one
China"` are one wording; and for triggers and cues also without adverbs, so that `is also fully ready to` is
`is ready to`. British and American spelling are one. The number of phrases does not change the cost.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from typing import Any, TypeVar

import attrs
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from diplocorpus.patterns.inflection import Form
from diplocorpus.patterns.loading import PackSet
from diplocorpus.patterns.parties import PartyName, parties
from diplocorpus.patterns.schema import GAP, Pattern, expand
from diplocorpus.patterns.spelling import american, hyphenations
from diplocorpus.patterns.words import Words
from diplocorpus.text.annotated import Hit
from diplocorpus.text.parties import Found

GAP_REACH = 8
"""Tokens that a gap in a phrase may take up."""

_LEAN = frozenset(
    {"strength", "cue", "parsed_cue", "speech_noun", "one_china_verb", "partnership_event", "relation_before", "relation_after"}
)
"""Vocabularies that are matched with adverbs passed over."""

_MARKS = frozenset({"-", "–", "—", "‒", "--", '"', "''", "``", "'"})


_NOWHERE: frozenset[int] = frozenset()

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


@attrs.define
class _Stream:
    """A way to leave out tokens, with a matcher for each case sensitivity."""

    left_out: Callable[[str], bool]
    matchers: dict[str, PhraseMatcher]

    def project(self, words: Sequence[str]) -> list[int]:
        return [index for index, word in enumerate(words) if not self.left_out(word)]


class Matching:
    """All phrases of a pack set, compiled once for a vocabulary of tokens."""

    def __init__(self, nlp: Language, packs: PackSet, words: Words) -> None:
        self._nlp = nlp
        self._entries: dict[int, _Entry] = {}
        self._streams = {
            "full": _Stream(_MARKS.__contains__, self._matchers()),
            "lean": _Stream(lru_cache(1 << 15)(lambda word: word in _MARKS or words.is_adverb(word.lower())), self._matchers()),
        }
        gap_id = 0
        for vocabulary in packs.vocabularies:
            for pattern in packs.patterns(vocabulary):
                for wording in pattern.wordings():
                    parts = wording.text.split(f" {GAP} ")
                    for part, text in enumerate(parts):
                        self._add(text, pattern.case, _Entry(vocabulary, pattern, wording.form, part, len(parts), gap_id), wording.ahead)
                    gap_id += 1
                for phrase in pattern.blocked_by:
                    for text in expand(phrase):
                        self._add(text, pattern.case, _Entry(vocabulary, pattern, blocks=True))
        for party in parties().values():
            for name in party.wordings:
                self._add(name.text, "exact", _Entry("party", None, party=(party.code, name)))

    def _matchers(self) -> dict[str, PhraseMatcher]:
        return {"fold": PhraseMatcher(self._nlp.vocab, attr="LOWER"), "exact": PhraseMatcher(self._nlp.vocab, attr="ORTH")}

    def _add(self, text: str, case: str, entry: _Entry, ahead: str = "") -> None:
        # A phrase that holds an adverb is matched as it stands.
        lean = entry.vocabulary in _LEAN and not any(self._streams["lean"].left_out(word) for word in text.replace("-", " ").split())
        stream = self._streams["lean" if lean else "full"]
        if ahead and entry.part == entry.of - 1:
            entry = attrs.evolve(entry, ahead=len(self._kept(stream, ahead)))
        wordings = [Doc(self._nlp.vocab, words=self._kept(stream, spelling)) for spelling in hyphenations(text)]
        name = str(len(self._entries))
        stream.matchers[case].add(name, wordings)
        self._entries[self._nlp.vocab.strings[name]] = entry

    def _kept(self, stream: _Stream, text: str) -> list[str]:
        tokens = [american(token.text) for token in self._nlp.tokenizer(text) if not token.is_space]
        return [tokens[index] for index in stream.project(tokens)] or tokens

    def find(self, words: Sequence[str], breaks: Sequence[int]) -> tuple[dict[str, tuple[Hit, ...]], tuple[Found, ...]]:
        """Return the hits by vocabulary and all wordings of parties; no hit crosses a token of `breaks`."""
        found: list[tuple[_Entry, int, int]] = []
        for stream in self._streams.values():
            kept = stream.project(words)
            if not kept:
                continue
            doc = Doc(self._nlp.vocab, words=[american(words[index]) for index in kept])
            for matcher in stream.matchers.values():
                matches: Any = matcher(doc)
                for key, start, end in matches:
                    entry = self._entries[key]
                    found.append((entry, kept[start], kept[end - 1 - entry.ahead] + 1))
        walls = sorted(breaks)
        hits: dict[str, tuple[Hit, ...]] = {}
        by_vocabulary: dict[str, list[tuple[_Entry, int, int]]] = {}
        for item in found:
            if not _crosses(item[1], item[2], walls):
                by_vocabulary.setdefault(item[0].vocabulary, []).append(item)
        named = by_vocabulary.pop("party", [])
        for vocabulary, items in by_vocabulary.items():
            hits[vocabulary] = tuple(_select(items, words, walls))
        return hits, tuple((first, last, *entry.party) for entry, first, last in named if entry.party)


def _crosses(first: int, last: int, walls: Sequence[int]) -> bool:
    return bisect_right(walls, first) != bisect_right(walls, last - 1)


def _longest(items: Iterable[tuple[int, int, PayloadT]]) -> list[tuple[int, int, PayloadT]]:
    """Keep the longest of overlapping ranges (they come longest first), in text order."""
    taken: set[int] = set()
    kept = []
    for first, last, payload in items:
        if taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            kept.append((first, last, payload))
    return sorted(kept, key=lambda item: item[0])


def _select(items: list[tuple[_Entry, int, int]], words: Sequence[str], walls: Sequence[int]) -> list[Hit]:
    whole = [(entry, first, last) for entry, first, last in items if entry.of == 1]
    whole += _join_gaps([item for item in items if item[0].of == 2], walls)
    candidates: list[tuple[int, int, _Entry]] = []
    for entry, start, last in whole:
        first = start
        if entry.pattern is not None and entry.pattern.before and not entry.blocks:
            first = _reach_back(words, start, entry.pattern.before, walls)
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


def _join_gaps(parts: list[tuple[_Entry, int, int]], walls: Sequence[int]) -> list[tuple[_Entry, int, int]]:
    tails: dict[int, list[tuple[int, int]]] = {}
    for entry, first, last in sorted((part for part in parts if part[0].part == 1), key=itemgetter(1, 2)):
        tails.setdefault(entry.gap_id, []).append((first, last))
    joined = []
    for entry, first, last in parts:
        if entry.part == 0:
            behind = tails.get(entry.gap_id, ())
            for start, end in islice(behind, bisect_left(behind, (last, last)), None):
                if start > last + GAP_REACH:
                    break
                if not _crosses(first, end, walls):
                    joined.append((entry, first, end))
                    break
    return joined


def _reach_back(words: Sequence[str], first: int, qualifiers: Sequence[str], walls: Sequence[int]) -> int:
    """Return where the run of qualifiers that ends before `first` begins, `first` itself where there is none."""
    single = {part for qualifier in qualifiers for part in qualifier.lower().replace("-", " ").split()}
    index = opened = first
    while index > 0 and not _crosses(index - 1, first + 1, walls):
        word = words[index - 1].lower()
        if word in single:
            opened = index - 1
        elif word not in _MARKS and word not in (",", "and"):
            break
        index -= 1
    return opened
