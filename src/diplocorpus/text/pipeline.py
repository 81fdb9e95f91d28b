"""A user's own trained spaCy pipeline, asked for a parse of our tokens."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from diplocorpus.errors import PipelineNotFoundError, PipelineUnfitError
from diplocorpus.text.parse import Parse

PipelineSource = Language | str | Path
"""A pipeline, the name of an installed one, or the folder that it was saved to."""

_UNUSED = ("ner", "lemmatizer", "textcat", "entity_linker")
"""Components whose work is not asked for; the parse does not depend on them."""

_ENDS = frozenset({".", "!", "?", '"', ":", ";", ")", "…", "..."})


class Pipeline:
    """A trained English pipeline; picklable as far as its components are, by name where it was given by name."""

    def __init__(self, source: PipelineSource) -> None:
        """Take or load a pipeline.

        Raises PipelineNotFoundError where none of that name is installed, PipelineUnfitError where it is not for
        English or assigns no dependencies or word classes.
        """
        self._source = source
        self._nlp = source if isinstance(source, Language) else _load(source)
        self.name = f"{self._nlp.lang}_{self._nlp.meta['name']} {self._nlp.meta['version']}"
        if self._nlp.lang != "en":
            raise PipelineUnfitError(self.name, f"is for the language {self._nlp.lang!r}, not for English")
        assigned = {what for component in self._nlp.pipe_names for what in self._nlp.get_pipe_meta(component).assigns}
        for what, needed in (("token.dep", "parser"), ("token.tag", "tagger")):
            if what not in assigned:
                raise PipelineUnfitError(self.name, f"has no component that assigns {what}, such as a {needed}")

    def __reduce__(self) -> tuple[type[Pipeline], tuple[PipelineSource]]:
        return Pipeline, (self._source,)

    def __call__(self, words: Sequence[str], glued: Sequence[bool], openings: Sequence[int]) -> Parse:
        """Return the parse of tokens; `glued` marks those with no space before them, `openings` begin our sentences.

        The pipeline's own tokenizer is passed over, so that its tokens are ours. Our sentences are kept apart, so that a
        heading does not run into the text below; within one, a quotation of several sentences may be divided.
        """
        first = frozenset(openings)
        starts: list[bool | int | None] = []
        for index in range(len(words)):
            divides = index not in first and index - 1 not in first and words[index - 1] in _ENDS
            starts.append(None if divides else index in first)
        spaces = [not (index + 1 < len(words) and glued[index + 1]) for index in range(len(words))]
        doc = self._nlp(Doc(self._nlp.vocab, words=list(words), spaces=spaces, sent_starts=starts), disable=_UNUSED)
        return Parse(
            heads=tuple(token.head.i for token in doc),
            relations=tuple(token.dep_ for token in doc),
            tags=tuple(token.tag_ for token in doc),
        )


def _load(source: str | Path) -> Language:
    try:
        return spacy.load(source)
    except OSError as error:
        raise PipelineNotFoundError(str(source), spacy.util.get_installed_models()) from error
