"""When Python's garbage collector may look: not while what is made is all in use, or goes away by itself."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["uncollected"]


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector from walking what is being built, over and over.

    It finds objects that hold each other, and nothing that we make does: the phrases all stay, and of a document what is not
    given back goes as soon as nobody holds it. Without this it takes a third of the time in which phrases are compiled, and
    of a long document's up to that. Other threads' garbage waits as long.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
