"""Documents prepared once more, for results that go back to sentences."""

from __future__ import annotations

from functools import cache

from diplocorpus.models.documents import Document
from diplocorpus.patterns.loading import own_packs
from diplocorpus.text.annotate import Annotator
from diplocorpus.text.annotated import AnnotatedDocument


def prepared(document: Document) -> AnnotatedDocument:
    """Return a document with its sentences, boilerplate blank."""
    return _annotator()(document)


@cache
def _annotator() -> Annotator:
    return Annotator(own_packs())
