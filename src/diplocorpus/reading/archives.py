"""Zip and tar archives and gzip files, read in place: nothing is written anywhere."""

from __future__ import annotations

import gzip
import io
import posixpath
import tarfile
import zipfile
from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO, cast

from diplocorpus.errors import CorpusError, DocumentFormatError, ReadLimitError
from diplocorpus.reading.finding import Blob
from diplocorpus.reading.formats import readable
from diplocorpus.reading.limits import Budget, Counted


def _passed_over(name: str) -> bool:
    parts = name.split("/")
    return any(part.startswith(".") and part not in (".", "..") for part in parts) or parts[0] == "__MACOSX" or not readable(name)


def _leaves(name: str) -> bool:
    """Tell whether a member's path leads out of the archive."""
    return name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") or name[1:2] == ":"


def _inner(blob: Blob, name: str) -> tuple[str, str]:
    """Return the member's name with those of the archives around it, and its path for ids."""
    return (f"{blob.member}!{name}" if blob.member else name), posixpath.join(blob.relative, name)


def _escape(blob: Blob, name: str) -> CorpusError:
    return DocumentFormatError(f"{blob.where}!{name}", "its path leaves the archive", "pack the archive again with plain relative paths")


def _too_many(blob: Blob, budget: Budget) -> ReadLimitError:
    return ReadLimitError(blob.where, f"it holds more than {budget.limits.members:,} files", "members")


def zip_members(blob: Blob, stream: io.BufferedReader[Any], budget: Budget) -> Iterator[Blob | CorpusError]:
    """Yield the readable files of a zip archive in order of path, and an error for each that must not be read."""
    with zipfile.ZipFile(stream) as archive:
        infos = archive.infolist()
        if len(infos) > budget.limits.members:
            raise _too_many(blob, budget)
        for info in sorted(infos, key=lambda item: item.filename.split("/")):
            if info.is_dir() or _passed_over(info.filename):
                continue
            if _leaves(info.filename):
                yield _escape(blob, info.filename)
                continue
            member, relative = _inner(blob, info.filename)
            if info.flag_bits & 1:
                yield DocumentFormatError(f"{blob.path}!{member}", "it is encrypted", "unpack the archive with its password first")
                continue
            yield Blob(blob.path, relative, partial(_open_member, archive, info, budget), info.file_size, member)


def _open_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> BinaryIO:
    return cast("BinaryIO", io.BufferedReader(Counted(cast("BinaryIO", archive.open(info)), budget)))


def tar_members(blob: Blob, stream: io.BufferedReader[Any], budget: Budget) -> Iterator[Blob | CorpusError]:
    """Yield the readable files of a tar archive as they come; each must be read before the next. Links hold no text."""
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for number, info in enumerate(archive, 1):
            if number > budget.limits.members:
                raise _too_many(blob, budget)
            # A long archive would otherwise keep every header it has passed.
            archive.members = []  # type: ignore[attr-defined]
            name = info.name.removeprefix("./")
            if not info.isreg() or _passed_over(name):
                continue
            if _leaves(name):
                yield _escape(blob, name)
                continue
            member, relative = _inner(blob, name)
            opened = archive.extractfile(info)
            if opened is not None:
                counted = io.BufferedReader(Counted(cast("BinaryIO", opened), budget))
                yield Blob(blob.path, relative, partial(cast, "BinaryIO", counted), info.size, member)


def unzipped(stream: io.BufferedReader[Any], budget: Budget) -> io.BufferedReader:
    """Return the stream that a gzip file holds."""
    return io.BufferedReader(Counted(cast("BinaryIO", gzip.GzipFile(fileobj=stream, mode="rb")), budget), buffer_size=1 << 16)
