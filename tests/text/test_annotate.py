"""What is prepared once a document."""

from __future__ import annotations

import pytest

from diplocorpus import Document
from diplocorpus.patterns.loading import own_packs
from diplocorpus.text import annotate


def test_memory_is_bounded_whatever_new_words_come(monkeypatch: pytest.MonkeyPatch) -> None:
    """The vocabulary keeps each word it meets: it is made anew before it has taken in many more than there is room for."""
    monkeypatch.setattr(annotate, "_ROOM", 50)
    annotator = annotate.Annotator(own_packs())
    first = annotator(Document(id="a", text="Kenya will join the Belt and Road Initiative."))
    size = annotator.vocabulary
    for number in range(4):
        text = " ".join(f"Person{number}x{index}" for index in range(40))
        annotator(Document(id=str(number), text=text))
        assert annotator.vocabulary <= size + 50 + 40
    assert annotator(Document(id="a", text="Kenya will join the Belt and Road Initiative.")).hits == first.hits
