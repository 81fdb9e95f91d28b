"""Paths, folders, globs and addresses to the files that they name."""

from __future__ import annotations

import fnmatch
import glob
import os
import re
import stat
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

import attrs

from diplocorpus.errors import CorpusError, DiplocorpusWarning, DocumentFormatError, DocumentNotFoundError
from diplocorpus.extras import load_extra
from diplocorpus.reading.formats import readable

ALL = "**/*"
_ADDRESS = re.compile(r"[a-zA-Z][\w+.-]+::?//|[a-z]+::")


@attrs.frozen
class Blob:
    """Bytes with a place: a file, or a member of an archive.

    `relative` is the path below the folder that was asked for; `size` is None where it is unknown.
    """

    path: str | None
    relative: str
    open: Callable[[], BinaryIO]
    size: int | None = None
    member: str | None = None

    @property
    def where(self) -> str:
        """The place as messages name it."""
        return f"{self.path or 'bytes'}{'!' + self.member if self.member else ''}"


def is_address(source: str) -> bool:
    """Tell whether a source is remote: `s3://bucket/readouts/`."""
    return bool(_ADDRESS.match(source))


def pattern_matcher(pattern: str) -> re.Pattern[str]:
    """Return what matches the relative paths that a glob pattern names; `**/` stands for any folders or none."""
    pieces = []
    for part in pattern.replace(os.sep, "/").split("/"):
        if part == "**":
            pieces.append("(?:[^/]+/)*")
        else:
            # fnmatch's star crosses slashes, ours does not
            pieces.append(fnmatch.translate(part).removeprefix("(?s:").rpartition(")")[0].replace(".*", "[^/]*") + "/")
    return re.compile("".join(pieces).removesuffix("/") + (r"[^/]*" if pattern.endswith("**") else ""), re.DOTALL)


def _names_a_suffix(pattern: str) -> bool:
    last = pattern.rpartition("/")[2]
    return "." in last and not glob.has_magic(last.rpartition(".")[2])


def _listing(folder: Path, pattern: str) -> Iterator[tuple[str, Path] | CorpusError]:
    """Yield what matches below a folder in order of path, and an error for each folder that may not be listed.

    Hidden files are passed over; links to folders are not followed, so that a loop has an end.
    """
    matcher = pattern_matcher(pattern)
    depth = None if "**" in pattern else pattern.count("/")
    found: list[tuple[str, Path]] = []
    faults: list[OSError] = []
    for root, folders, names in os.walk(folder, onerror=faults.append):
        below = Path(root).relative_to(folder)
        folders[:] = [] if depth is not None and len(below.parts) >= depth else [name for name in folders if not name.startswith(".")]
        for name in names:
            relative = (below / name).as_posix()
            if not name.startswith(".") and matcher.fullmatch(relative):
                found.append((relative, Path(root) / name))
    for fault in faults:
        yield DocumentFormatError(str(fault.filename), f"the folder cannot be listed ({fault.strerror})", "check that you may read it")
    yield from sorted(found, key=lambda pair: pair[0].split("/"))


def _local_blob(path: Path, relative: str) -> Blob | CorpusError:
    """Return a regular file; what only looks like one (a pipe, a device, a link to nowhere) is an error."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return DocumentNotFoundError(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return DocumentFormatError(path, f"cannot be read ({reason})", "check that it is a file and that you may read it")
    if not stat.S_ISREG(status.st_mode):
        return DocumentFormatError(path, "not a regular file", "pipes and devices are not read; save what they give to a file")
    return Blob(str(path), relative, partial(_open, path), status.st_size)


def _open(path: Path) -> BinaryIO:
    return path.open("rb", buffering=1 << 16)


def _below(folder: Path, pattern: str, shown: str) -> Iterator[Blob | CorpusError]:
    passed: Counter[str] = Counter()
    some = False
    for item in _listing(folder, pattern):
        if isinstance(item, CorpusError):
            some = True
            yield item
        elif readable(item[0]) or _names_a_suffix(pattern):
            some = True
            yield _local_blob(item[1], item[0])
        else:
            passed[item[1].suffix or item[1].name] += 1
    if not some:
        reason = "no file matches this pattern" if glob.has_magic(shown) else f"the folder holds no file to read that matches {pattern!r}"
        yield DocumentNotFoundError(shown, reason)
    elif passed:
        kinds = ", ".join(f"{suffix} {count}" for suffix, count in passed.most_common(6))
        message = f"{shown}: {sum(passed.values())} files of kinds that are not read were passed over ({kinds}); name them to try them"
        warnings.warn(message, DiplocorpusWarning, stacklevel=2)


def _remote(address: str, pattern: str) -> Iterator[Blob | CorpusError]:
    """Yield the files of an address that fsspec knows."""
    core = load_extra("fsspec.core", "remote")
    try:
        system, path = core.url_to_fs(address)
        if glob.has_magic(path):
            base, found = path[: re.search(r"[*?[]", path).start()].rpartition("/")[0], sorted(system.glob(path))  # type: ignore[union-attr]
            found = [name for name in found if system.isfile(name)]
        elif system.isdir(path):
            base, matcher = path.rstrip("/"), pattern_matcher(pattern)
            found = [name for name in sorted(system.find(path)) if matcher.fullmatch(name[len(base) :].lstrip("/"))]
            found = [name for name in found if readable(name) or _names_a_suffix(pattern)]
        else:
            base, found = path.rpartition("/")[0], [path] if system.exists(path) else []
        blobs = [_remote_blob(system, name, name[len(base) :].lstrip("/")) for name in found]
    except Exception as error:
        yield DocumentFormatError(address, f"cannot be reached ({type(error).__name__}: {str(error)[:200]})", "check the address")
        return
    if not blobs:
        yield DocumentNotFoundError(address, "nothing to read there")
    yield from blobs


def _remote_blob(system: Any, name: str, relative: str) -> Blob:
    size = system.info(name).get("size")
    return Blob(system.unstrip_protocol(name), relative or name, partial(system.open, name, "rb"), size if isinstance(size, int) else None)


def find(source: str | os.PathLike[str], pattern: str = ALL) -> Iterator[Blob | CorpusError]:
    """Yield each file that a path, folder, glob or address names, or an error where it cannot be had."""
    shown = os.fspath(source)
    if is_address(shown):
        yield from _remote(shown, pattern)
        return
    path = Path(shown)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        mode = None
    if mode is not None and stat.S_ISDIR(mode):
        yield from _below(path, pattern, shown)
    elif mode is None and glob.has_magic(shown):
        parts = path.parts
        first = next(index for index, part in enumerate(parts) if glob.has_magic(part))
        yield from _below(Path(*parts[:first]), "/".join(parts[first:]), shown)
    else:
        yield _local_blob(path, path.name)
