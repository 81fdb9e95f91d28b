"""Names that go away say so where they are used."""

from __future__ import annotations

from pathlib import Path

import pytest

from diplocorpus.deprecation import deprecate
from diplocorpus.errors import DiplocorpusDeprecationWarning


def test_the_warning_names_what_instead_when_and_where() -> None:
    """The caller's file, not ours."""
    with pytest.warns(DiplocorpusDeprecationWarning, match=r"Corpus\.texts goes away in 0\.4; use the documents") as caught:
        deprecate("Corpus.texts", instead="the documents", ends="0.4")
    assert Path(caught[0].filename) == Path(__file__)


def test_the_line_is_the_first_outside_the_package() -> None:
    """However deep within the package the old name is."""
    within: dict[str, object] = {"__name__": "diplocorpus.somewhere", "deprecate": deprecate}
    exec("def old():\n    inner()\n\ndef inner():\n    deprecate('old', instead='new', ends='1')", within)  # noqa: S102
    old = within["old"]
    assert callable(old)
    with pytest.warns(DiplocorpusDeprecationWarning) as caught:
        old()
    assert Path(caught[0].filename) == Path(__file__)
