"""When the garbage collector may look."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from diplocorpus import analyze, load_corpus
from diplocorpus.text.garbage import uncollected


@pytest.fixture(autouse=True)
def as_found() -> Iterator[None]:
    """Leave the collector as a user has it."""
    yield
    gc.enable()


def test_an_analysis_makes_nothing_that_only_the_garbage_collector_could_free() -> None:
    """Else the collector, which waits meanwhile, would be missed: a long document would hold what it no longer needs."""
    documents = list(load_corpus("sample"))
    for document in documents:
        analyze(document)
    gc.collect()
    gc.disable()
    for document in documents:
        analyze(document)
    assert gc.collect() == 0


@pytest.mark.parametrize("collects", [True, False], ids=["on", "off"])
def test_the_collector_is_left_as_it_was_found(*, collects: bool) -> None:
    """Who has turned it off keeps it off, also where the work fails."""
    (gc.enable if collects else gc.disable)()
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled() is collects
    with pytest.raises(ZeroDivisionError), uncollected():
        1 / 0  # noqa: B018
    assert gc.isenabled() is collects
