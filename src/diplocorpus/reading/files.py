"""Files in, documents out, one at a time."""

from __future__ import annotations

import io
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, Literal

import attrs

from diplocorpus.errors import CorpusError, DocumentFormatError, MissingExtraError, ReadLimitError
from diplocorpus.models.documents import Document
from diplocorpus.reading.archives import tar_members, unzipped, zip_members
from diplocorpus.reading.finding import ALL, Blob
from diplocorpus.reading.formats import COLUMNED, OFFICE_REMEDY, detect, foreign, office_kind, reader, stem, unpacked_name
from diplocorpus.reading.limits import Budget, Counted, Limits, read_whole
from diplocorpus.reading.rows import COLUMNS, Opened, Place, Row, to_document

_HEAD = 1 << 16
_DAMAGED = (OSError, EOFError, zlib.error, zipfile.BadZipFile, tarfile.TarError, RuntimeError, ValueError, OverflowError, struct.error)
"""What the standard library raises on damaged archives, and a file system on files that may not be read."""

Ids = Literal["stem", "path"]


@attrs.frozen(kw_only=True)
class Options:
    """How sources are to be read; the arguments of `load_corpus`."""

    pattern: str = ALL
    format: str | None = None
    encoding: str | None = None
    publisher: str | None = None
    language: str | None = None
    columns: Mapping[str, tuple[str, ...]] = COLUMNS
    ids: Ids = "stem"
    limits: Limits = attrs.field(factory=Limits)


@attrs.frozen
class _Found:
    """A row with where it stands."""

    place: Place
    row: Row


def build(row: Row, place: Place, options: Options) -> Document | CorpusError:
    """Return the document in a row, or the error that says why there is none."""
    columns = options.columns if row.format is None or row.format.partition("+")[0] in COLUMNED else COLUMNS
    try:
        return to_document(row, place, columns, options.publisher, options.language)
    except CorpusError as error:
        return error


def read_blob(blob: Blob, options: Options) -> Iterator[Document | CorpusError]:
    """Yield the documents of a file, and an error for each that could not be read; nothing is raised."""
    held: list[CorpusError] | None = []
    count = 0
    for item in _rows(blob, options, None, 0):
        result = item if isinstance(item, CorpusError) else build(item.row, item.place, options)
        # A file none of whose rows has a text is one fault, not thousands.
        if held is not None and isinstance(result, CorpusError) and result.row is not None and result.reason.startswith("no text under"):
            count += 1
            held = [*held, result][:1000]
            continue
        if held is not None and isinstance(result, Document):
            yield from held
            held = None
        yield result
    if held and count > 1:
        yield DocumentFormatError(blob.where, f"{held[0].reason}, in none of {count} rows", 'name the column with columns={"text": "..."}')
    elif held:
        yield from held


def _rows(blob: Blob, options: Options, budget: Budget | None, depth: int) -> Iterator[_Found | CorpusError]:
    """Yield the rows of a file; what ends it becomes an error that names it."""
    try:
        with blob.open() as raw:
            stream = raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(Counted(raw, None), _HEAD)
            yield from _unpack(blob, stream, blob.relative, options, budget, depth)
    except MissingExtraError as error:
        yield MissingExtraError(error.library, error.extra, blob.where)
    except CorpusError as error:
        yield error
    except PermissionError as error:
        yield DocumentFormatError(blob.where, f"cannot be read ({error.strerror})", "check that you may read it")
    except _DAMAGED as error:
        reason = f"damaged or unreadable ({type(error).__name__}: {' '.join(str(error).split())[:120]})"
        yield DocumentFormatError(blob.where, reason, "check that the file is whole")


def _unpack(
    blob: Blob, stream: io.BufferedReader[Any], name: str, options: Options, budget: Budget | None, depth: int
) -> Iterator[_Found | CorpusError]:
    """Yield the rows of a stream, in as many archives as it lies."""
    head = stream.peek(_HEAD)
    if not head:
        raise DocumentFormatError(blob.where, "the file is empty", 'remove it, or load with on_error="skip"')
    kind = detect(name, head)
    if kind == "zip":
        if not stream.seekable():
            stream = io.BufferedReader(io.BytesIO(read_whole(stream, blob.where, options.limits)), _HEAD)
        kind = "docx" if options.format == "docx" else office_kind(stream)
        if kind in OFFICE_REMEDY:
            raise DocumentFormatError(blob.where, f"a file in the format {kind}, which is not read", OFFICE_REMEDY[kind])
    if kind not in ("zip", "tar", "gzip"):
        yield from _read(blob, stream, kind, head, options)
        return
    if depth >= options.limits.depth:
        raise ReadLimitError(blob.where, f"more than {options.limits.depth} archives lie within each other", "depth")
    budget = budget or Budget(blob.where, blob.size, options.limits)
    if kind == "gzip":
        yield from _unpack(blob, unzipped(stream, budget), unpacked_name(name), options, budget, depth + 1)
        return
    for member in (zip_members if kind == "zip" else tar_members)(blob, stream, budget):
        if isinstance(member, CorpusError):
            yield member
        else:
            yield from _rows(member, options, budget, depth + 1)


def _read(blob: Blob, stream: io.BufferedReader[Any], kind: str, head: bytes, options: Options) -> Iterator[_Found | CorpusError]:
    chosen = options.format or kind
    if options.format is None and (other := foreign(head)):
        raise DocumentFormatError(blob.where, f"{other[0]}, which is not read", other[1])
    columns = options.columns if chosen in COLUMNED else COLUMNS
    place = Place(blob.path, blob.member, stem(blob.relative) if options.ids == "stem" else blob.relative)
    for row in reader(chosen)(Opened(stream, blob.where, options.encoding, options.limits, columns)):
        yield row if isinstance(row, CorpusError) else _Found(place, row)
