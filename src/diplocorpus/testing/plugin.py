"""Fixtures for pytest, there wherever diplocorpus is installed; nothing is imported before a test asks for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from diplocorpus.analyzer import Analyzer
    from diplocorpus.corpus import Corpus


@pytest.fixture(scope="session")
def diplocorpus_sample() -> Corpus:
    """The sample corpus: a few invented readouts in the manner of as many publishers."""
    from diplocorpus.corpus import load_corpus

    return load_corpus("sample")


@pytest.fixture(scope="session")
def diplocorpus_analyzer() -> Analyzer:
    """The analyzer with our own extractors and packs, built once a session."""
    from diplocorpus.analyzer import default_analyzer

    return default_analyzer()
