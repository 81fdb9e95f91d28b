"""Document -> AnnotatedDocument: one pass over the text, shared by all extractors."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Any

import spacy
from spacy.language import Language
from spacy.util import compile_infix_regex

from diplocorpus.models.documents import Document
from diplocorpus.patterns.loading import PackSet
from diplocorpus.patterns.words import words as word_lists
from diplocorpus.text import sentences as splitting
from diplocorpus.text.annotated import AnnotatedDocument, Sentence
from diplocorpus.text.layout import Paragraph, lay_out
from diplocorpus.text.matching import Matching
from diplocorpus.text.parties import PartyReader
from diplocorpus.text.pipeline import Pipeline
from diplocorpus.text.tagging import tag_tokens

_ROOM = 100_000
"""Words that spaCy's vocabulary takes in before it is made anew: it forgets none by itself. About 40 megabytes."""


def _tokenizer() -> Language:
    """Return a tokenizer with a vocabulary of its own."""
    nlp = spacy.blank("en")
    # Pages lose the space in front of a quotation (`in part:"We ..."`): a mark always stands by itself.
    # So do the dashes of `U.S.-China` and `Russia‒Kenya`.
    dashes = [r"(?<=[A-Z]\.)[-–—‒/](?=[A-Z])", "(?<=[A-Za-z])‒(?=[A-Za-z])"]
    infixes = [*(nlp.Defaults.infixes or ()), *dashes, '"', ':(?=")', '(?<=[a-z])[.,](?=")']
    tokenizer: Any = nlp.tokenizer  # typed as any callable, it is spaCy's own
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    return nlp


def _tokens(nlp: Language, text: str) -> tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...]]:
    """Return the tokens that are no white space, with where each starts and ends; read as arrays, a column at a time."""
    doc = nlp.tokenizer(text)
    columns: Any = doc.to_array(["IS_SPACE", "IDX", "LENGTH"])
    starts, lengths = columns[columns[:, 0] == 0, 1:].T.astype(int).tolist() if len(doc) else ([], [])
    ends = [start + length for start, length in zip(starts, lengths, strict=True)]
    return tuple(text[start:end] for start, end in zip(starts, ends, strict=True)), tuple(starts), tuple(ends)


class Annotator:
    """Prepares documents with one set of packs, and a parse where there is a pipeline; compiled on first use, picklable."""

    def __init__(self, packs: PackSet, pipeline: Pipeline | None = None) -> None:
        self.packs = packs
        self.pipeline = pipeline
        self._built: tuple[Language, Matching, int] | None = None

    def __getstate__(self) -> dict[str, object]:
        return {"packs": self.packs, "pipeline": self.pipeline, "_built": None}

    @property
    def vocabulary(self) -> int:
        """How many words spaCy's vocabulary holds by now."""
        return len(self._built[0].vocab) if self._built else 0

    def _compiled(self) -> tuple[Language, Matching]:
        """Return tokenizer and phrases, compiled anew where the vocabulary has grown too far: so that memory is bounded."""
        if self._built is None or len(self._built[0].vocab) > self._built[2]:
            nlp = _tokenizer()
            matching = Matching(nlp, self.packs, word_lists())
            self._built = nlp, matching, len(nlp.vocab) + _ROOM
        return self._built[:2]

    def __call__(self, document: Document) -> AnnotatedDocument:
        """Return the prepared document."""
        nlp, matching = self._compiled()
        layout = lay_out(document, self.packs.layouts)
        masked = splitting.straighten(layout.masked)
        words, starts, ends = _tokens(nlp, masked)
        glued = [index > 0 and ends[index - 1] == starts[index] for index in range(len(words))]
        openings = sorted({bisect_left(starts, paragraph.start) for paragraph in layout.paragraphs} | {0})
        quotes = splitting.pair_quotes(words, glued, frozenset(openings))
        ranges = splitting.split(words, glued, openings, quotes)
        paragraph_starts = [paragraph.start for paragraph in layout.paragraphs]
        sentences = []
        for first, last in ranges:
            paragraph = max(0, bisect_right(paragraph_starts, starts[first]) - 1)
            within = layout.paragraphs[paragraph] if layout.paragraphs else Paragraph(0, 0)
            sentences.append(Sentence(first, last, paragraph, within.heading, within.transcript))
        hits, wordings = matching.find(words, [first for first, _ in ranges])
        titles = [(hit.first, hit.last) for hit in hits.get("level", ())]
        parties = PartyReader(words, word_lists(), titles, document.date or document.published).read(wordings)
        named = [False] * len(words)
        for hit in parties:
            named[hit.first : hit.last] = [True] * (hit.last - hit.first)
        opens = [False] * len(words)
        for first, _ in ranges:
            opens[first] = True
            if words[first] in ('"', "("):
                opens[min(first + 1, len(words) - 1)] = True
        for opening, _ in quotes:
            opens[min(opening + 1, len(words) - 1)] = True
        return AnnotatedDocument(
            document=document,
            masked=masked,
            packs=self.packs,
            words=words,
            lower=tuple(word.lower() for word in words),
            starts=starts,
            ends=ends,
            tags=tag_tokens(words, opens, named, word_lists()),
            sentences=tuple(sentences),
            hits=hits,
            parties=parties,
            quotes=quotes,
            paragraphs=layout.paragraphs,
            parse=self.pipeline(words, glued, [first for first, _ in ranges]) if self.pipeline and words else None,
        )
