"""How a name or argument that will go away says so."""

from __future__ import annotations

import sys
import warnings

from diplocorpus.errors import DiplocorpusDeprecationWarning


def deprecate(what: str, *, instead: str, ends: str) -> None:
    """Warn that something goes away with a version, and what to use instead; the warning names the caller's line.

    `deprecate("Corpus.texts", instead="[d.text for d in corpus]", ends="0.4")`
    """
    depth, frame = 1, sys._getframe(1)  # noqa: SLF001 - what `warnings` uses too
    while frame.f_back is not None and str(frame.f_globals.get("__name__", "")).partition(".")[0] == "diplocorpus":
        depth, frame = depth + 1, frame.f_back
    warnings.warn(f"{what} goes away in {ends}; use {instead}", DiplocorpusDeprecationWarning, stacklevel=depth + 1)
