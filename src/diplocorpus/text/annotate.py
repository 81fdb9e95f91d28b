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
from diplocorpus.text.tagging import tag_tokens
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
            self._matching = Matching(tokenizer(), self.packs, word_lists())
        return self._matching

    def __call__(self, document: Document) -> AnnotatedDocument:
        """Return the prepared document."""
        matching = self.matching()
        layout = lay_out(document, self.packs.layouts)
        masked = splitting.straighten(layout.masked)
        words, starts, ends = tokenizer()(masked)
        lower = tuple([word.lower() for word in words])
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
            lower=lower,
            starts=starts,
            ends=ends,
            tags=tag_tokens(words, lower, opens, named, word_lists()),
            sentences=tuple(sentences),
            hits=hits,
            parties=parties,
            quotes=quotes,
            paragraphs=layout.paragraphs,
            parse=self.pipeline(words, glued, [first for first, _ in ranges]) if self.pipeline and words else None,
        )
