"""A document prepared for extraction: tokens, word classes, sentences and pattern hits."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import chain, repeat
from typing import TypeVar

import attrs

from diplocorpus.models.documents import Document
from diplocorpus.models.spans import Span
from diplocorpus.patterns.inflection import Form
from diplocorpus.patterns.loading import PackSet
from diplocorpus.patterns.parties import NameKind
from diplocorpus.patterns.schema import Pattern
from diplocorpus.text.layout import Paragraph
from diplocorpus.text.parse import Parse
from diplocorpus.text.tagging import Tag
from diplocorpus.text.values import value


@value
class Hit:
    """A place where a pattern matches: tokens `first` up to, not including, `last`."""

    vocabulary: str
    pattern: Pattern
    first: int
    last: int
    form: Form | None = None


@value
class PartyHit:
    """A place where a party is named; `kind` tells name, demonym and seat of power apart."""

    code: str
    kind: NameKind
    first: int
    last: int


HitT = TypeVar("HitT", Hit, PartyHit)


@value
class Sentence:
    """Tokens `first` up to, not including, `last`; quotations are not cut.

    `heading` marks titles and captions, `transcript` somebody's own words after a label (`PRESIDENT LOWE:`).
    """

    first: int
    last: int
    paragraph: int
    heading: bool = False
    transcript: bool = False


@attrs.frozen(eq=False)
class AnnotatedDocument:
    """A document with everything that extractors read; positions are token indices, white space has no tokens.

    `masked` is as long as the text and blank where the text is boilerplate; typographic quotes, apostrophes and
    spaces are replaced one for one. Spans are always built with `span`, which copies from the original.
    """

    document: Document
    masked: str
    packs: PackSet
    words: tuple[str, ...]
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    tags: tuple[Tag, ...]
    sentences: tuple[Sentence, ...]
    hits: dict[str, tuple[Hit, ...]]
    parties: tuple[PartyHit, ...]
    quotes: tuple[tuple[int, int], ...]
    """Token pairs of opening and closing quotation marks."""
    paragraphs: tuple[Paragraph, ...] = ()
    """Stretches of characters; `Sentence.paragraph` is an index into them."""
    parse: Parse | None = None
    """What a user's trained pipeline tells, where there is one."""
    _sentence_numbers: tuple[int, ...] = attrs.field(init=False, repr=False)
    """The position of the sentence that each token lies in."""
    _hit_starts: dict[str, list[int]] = attrs.field(init=False, repr=False)
    _party_starts: list[int] = attrs.field(init=False, repr=False)
    _closing: dict[int, int] = attrs.field(init=False, repr=False)
    """The closing mark of each opening one."""

    def __attrs_post_init__(self) -> None:
        numbers = (repeat(number, sentence.last - sentence.first) for number, sentence in enumerate(self.sentences))
        object.__setattr__(self, "_sentence_numbers", tuple(chain.from_iterable(numbers)))
        object.__setattr__(self, "_hit_starts", {vocabulary: [hit.first for hit in hits] for vocabulary, hits in self.hits.items()})
        object.__setattr__(self, "_party_starts", [hit.first for hit in self.parties])
        object.__setattr__(self, "_closing", dict(self.quotes))

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def capitals(self) -> tuple[int, ...]:
        """The tokens that begin with a capital, in order."""
        # Most words begin with a small letter of ours, which is sooner seen than a capital is.
        return tuple([index for index, word in enumerate(self.words) if not "a" <= word < "{" and word[0].isupper()])

    @cached_property
    def party_at(self) -> dict[int, PartyHit]:
        """The naming of a party that a token is part of."""
        return {index: hit for hit in self.parties for index in range(hit.first, hit.last)}

    @cached_property
    def _where(self) -> tuple[dict[str, int], list[int]]:
        """Where each word stands last, in lower case, and where each token stood before that, -1 for nowhere."""
        last: dict[str, int] = {}
        before: list[int] = []
        for index, lower in enumerate(self.lower):
            before.append(last.get(lower, -1))
            last[lower] = index
        return last, before

    def places(self, words: AbstractSet[str]) -> list[int]:
        """Return the tokens that are one of some words in lower case, in order; costs nothing of the rest of the text."""
        last, before = self._where
        found = []
        for word in last.keys() & words:
            index = last[word]
            while index >= 0:
                found.append(index)
                index = before[index]
        found.sort()
        return found

    def span(self, first: int, last: int) -> Span:
        """Return the span of tokens `first` up to, not including, `last`, with the original's characters."""
        return self.document.span(self.starts[first], self.ends[last - 1])

    def text(self, first: int, last: int) -> str:
        """Return the masked text of a token range with white space folded."""
        if last - first == 1:
            return self.words[first]
        return " ".join(self.masked[self.starts[first] : self.ends[last - 1]].split()) if first < last else ""

    def sentence_of(self, token: int) -> Sentence:
        """Return the sentence that a token lies in, the last for one past the end."""
        return self.sentences[self.sentence_number(token)]

    def sentence_number(self, token: int) -> int:
        """Return the position among the sentences of the one that a token lies in."""
        numbers = self._sentence_numbers
        return numbers[token] if 0 <= token < len(numbers) else max(0, len(self.sentences) - 1) if token > 0 else 0

    def hits_in(self, vocabulary: str, first: int, last: int) -> Iterator[Hit]:
        """Yield the hits of a vocabulary that lie within a token range, in order."""
        starts = self._hit_starts.get(vocabulary)
        return _within(self.hits[vocabulary], starts, first, last) if starts else iter(())

    def parties_in(self, first: int, last: int) -> Iterator[PartyHit]:
        """Yield the party namings that lie within a token range, in order."""
        return _within(self.parties, self._party_starts, first, last)

    def in_paragraph(self, paragraph: int) -> Sequence[Sentence]:
        """Return the sentences of a paragraph, none where it has none."""
        first = bisect_left(self.sentences, paragraph, key=_paragraph_of)
        return self.sentences[first : bisect_right(self.sentences, paragraph, first, key=_paragraph_of)]

    def word_at(self, token: int) -> str:
        """Return a token, "" outside the text: texts break off anywhere, and -1 is not their last word."""
        return self.words[token] if 0 <= token < len(self.words) else ""

    def lower_at(self, token: int) -> str:
        """Return a token in lower case, "" outside the text."""
        return self.lower[token] if 0 <= token < len(self.lower) else ""

    def tag_at(self, token: int) -> Tag:
        """Return the word class of a token, that of punctuation outside the text."""
        return self.tags[token] if 0 <= token < len(self.tags) else Tag.PUNCT

    def glued(self, token: int) -> bool:
        """Tell whether no space stands between a token and the one before it."""
        return token > 0 and self.ends[token - 1] == self.starts[token]

    def quotation_end(self, opening: int) -> int:
        """Return where a quotation ends: at its closing mark, or with the last paragraph that opens with a mark again.

        A quotation of several paragraphs has a mark in front of each and one behind the last only.
        """
        while opening not in self._closing:
            following = self.in_paragraph(self.sentence_of(opening).paragraph)[-1].last
            if following >= len(self) or self.words[following] != '"':
                return following
            opening = following
        return self._closing[opening]

    def left_open(self, paragraph: int) -> int | None:
        """Return the mark of a quotation that a paragraph opens and does not close."""
        if paragraph not in self._left_open:
            self._left_open[paragraph] = self._find_left_open(paragraph)
        return self._left_open[paragraph]

    @cached_property
    def _left_open(self) -> dict[int, int | None]:
        """The mark left open by each paragraph that was asked for."""
        return {}

    def _find_left_open(self, paragraph: int) -> int | None:
        own = self.in_paragraph(paragraph)
        opened: int | None = None
        index, end = (own[0].first, own[-1].last) if own else (0, 0)
        if '"' not in self.words[index:end]:
            return None
        while index < end:
            if self.words[index] == '"' and index not in self._closing:
                opened = index
            index = self._closing.get(index, index) + 1
        return opened

    def content_end(self, sentence: Sentence) -> int:
        """Return where a sentence ends without the marks that close it."""
        end = sentence.last
        while end > sentence.first and self.words[end - 1] in (".", "!", "?", ";", ":", '"'):
            end -= 1
        return end

    def before(self, sentence: Sentence, token: int) -> int:
        """Return the last token of a sentence before a position that is no adverb or negation; one before its start for none."""
        index = token - 1
        while index >= sentence.first and self.tags[index] in (Tag.ADV, Tag.NEG):
            index -= 1
        return index


def _within(hits: Sequence[HitT], starts: Sequence[int], first: int, last: int) -> Iterator[HitT]:
    """Yield those of some hits in text order that lie within a token range."""
    opens = bisect_left(starts, first)
    return iter([hit for hit in hits[opens : bisect_left(starts, last, opens)] if hit.last <= last])


def _paragraph_of(sentence: Sentence) -> int:
    return sentence.paragraph
