"""Document -> AnnotatedDocument: one pass over the text, shared by all extractors."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import eq

from diplocorpus.models.documents import Document
from diplocorpus.patterns.loading import PackSet
from diplocorpus.patterns.words import words as word_lists
from diplocorpus.text import sentences as splitting
from diplocorpus.text.annotated import AnnotatedDocument, Sentence
from diplocorpus.text.layout import Paragraph, lay_out
from diplocorpus.text.matching import Matching
from diplocorpus.text.parties import PartyReader
from diplocorpus.text.pipeline import Pipeline
from diplocorpus.text.tagging import Tag, tag_tokens
from diplocorpus.text.tokens import tokenizer


class Annotator:
    """Prepares documents with one set of packs, and a parse where there is a pipeline; compiled on first use, picklable."""

    def __init__(self, packs: PackSet, pipeline: Pipeline | None = None) -> None:
        self.packs = packs
        self.pipeline = pipeline
        self._matching: Matching | None = None

    def __getstate__(self) -> dict[str, object]:
        return {"packs": self.packs, "pipeline": self.pipeline, "_matching": None}

    def matching(self) -> Matching:
        """Return the phrases of the packs, compiled when they are first asked for."""
        if self._matching is None:
            self._matching = Matching(tokenizer(), self.packs)
        return self._matching

    def __call__(self, document: Document) -> AnnotatedDocument:
        """Return the prepared document."""
        matching = self.matching()
        layout = lay_out(document, self.packs.layouts)
        masked = splitting.straighten(layout.masked)
        lexemes, starts, ends = tokenizer()(masked)
        words = tuple([lexeme.text for lexeme in lexemes])
        lower = tuple([lexeme.lower for lexeme in lexemes])
        glued = [False, *map(eq, ends, starts[1:])]
        openings = sorted({bisect_left(starts, paragraph.start) for paragraph in layout.paragraphs} | {0})
        quotes = splitting.pair_quotes(words, glued, frozenset(openings))
        ranges = splitting.split(words, glued, openings, quotes)
        paragraph_starts = [paragraph.start for paragraph in layout.paragraphs]
        sentences = []
        for first, last in ranges:
            paragraph = max(0, bisect_right(paragraph_starts, starts[first]) - 1)
            within = layout.paragraphs[paragraph] if layout.paragraphs else Paragraph(0, 0)
            sentences.append(Sentence(first, last, paragraph, within.heading, within.transcript))
        hits, wordings = matching.find(lexemes, [first for first, _ in ranges])
        titles = [(hit.first, hit.last) for hit in hits.get("level", ())]
        parties = PartyReader(words, word_lists(), titles, document.date or document.published).read(wordings)
        tags = [lexeme.tag for lexeme in lexemes]
        opens = [first for first, _ in ranges]
        opens += [first + 1 for first in opens if words[first] in ('"', "(")] + [opening + 1 for opening, _ in quotes]
        for index in opens:
            tags[index : index + 1] = [lexeme.opening for lexeme in lexemes[index : index + 1]]
        for hit in parties:
            tags[hit.first : hit.last] = [Tag.NAME] * (hit.last - hit.first)
        return AnnotatedDocument(
            document=document,
            masked=masked,
            packs=self.packs,
            words=words,
            lower=lower,
            starts=starts,
            ends=ends,
            tags=tag_tokens(lower, tags, word_lists()),
            sentences=tuple(sentences),
            hits=hits,
            parties=parties,
            quotes=quotes,
            paragraphs=layout.paragraphs,
            parse=self.pipeline(words, glued, [first for first, _ in ranges]) if self.pipeline and words else None,
        )
