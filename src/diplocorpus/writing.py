"""Files and folders that appear whole or not at all."""

from __future__ import annotations

import os
import shutil
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
    handle, name = tempfile.mkstemp(dir=_above(target), prefix=f".{target.name}.")
    os.close(handle)
    try:
        yield Path(name)
        os.chmod(name, 0o666 & ~_mask())
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


@contextmanager
def whole_folder(path: str | os.PathLike[str]) -> Iterator[Path]:
    """Give a folder to write to; it appears under its own name once all is written, and not at all on an error.

    Where a folder of that name stands, its files are replaced by those written, in order of their names, and it keeps the
    others. Raises DocumentNotFoundError where the folder above does not exist.
    """
    target = Path(path)
    partial = Path(tempfile.mkdtemp(dir=_above(target), prefix=f".{target.name}."))
    try:
        yield partial
        os.chmod(partial, 0o777 & ~_mask())
        if not target.exists():
            os.rename(partial, target)
            return
        for file in sorted(file for file in partial.rglob("*") if file.is_file()):
            place = target / file.relative_to(partial)
            place.parent.mkdir(parents=True, exist_ok=True)
            os.replace(file, place)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _above(target: Path) -> Path:
    folder = target.resolve().parent
    if not folder.is_dir():
        raise DocumentNotFoundError(folder, "no such folder to write to")
    return folder


def _mask() -> int:
    """Return the permissions that new files do not get."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
