"""Libraries that only some readers and results need."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from diplocorpus.errors import MissingExtraError


def load_extra(module: str, extra: str) -> Any:
    """Return a module that an extra of diplocorpus brings.

    Raises MissingExtraError, which names the extra, where it is not installed.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(module.partition(".")[0], extra) from error
