"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from diplocorpus.errors import DocumentNotFoundError


@contextmanager
def whole_file(path: str | os.PathLike[str]) -> Iterator[Path]:
    """Give a path to write to; the file appears under its own name once all is written, and not at all on an error.

    Raises DocumentNotFoundError where the folder does not exist.
    """
    target = Path(path)
    folder = target.resolve().parent
    if not folder.is_dir():
        raise DocumentNotFoundError(folder, "no such folder to write to")
    handle, name = tempfile.mkstemp(dir=folder, prefix=f".{target.name}.")
    os.close(handle)
    try:
        yield Path(name)
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(name, 0o666 & ~mask)
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
