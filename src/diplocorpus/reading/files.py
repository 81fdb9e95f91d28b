"""Text files in, documents out."""

from __future__ import annotations

import glob
from collections.abc import Iterator
from pathlib import Path

from diplocorpus.errors import DocumentFormatError, DocumentNotFoundError
from diplocorpus.models.documents import Document, Source
from diplocorpus.reading.dating import describe

SUFFIXES = frozenset({".txt", ".text", ".md", ""})
"""Endings of the files that a folder is searched for; a file named by itself is read whatever its ending."""

_BINARY = frozenset(chr(code) for code in range(32)) - set("\t\n\r\f\v\x1b\x0b\x0c\x1c\x1d\x1e\x1f\x85")


def find_files(source: str | Path, pattern: str = "**/*") -> list[Path]:
    """Return the files that a path, folder or glob names, sorted by path; hidden files of a folder are passed over.

    Raises DocumentNotFoundError where there is none.
    """
    path = Path(source)
    if path.is_dir():
        found = sorted(
            file
            for file in path.glob(pattern)
            if file.is_file() and file.suffix.lower() in SUFFIXES and not any(part.startswith(".") for part in file.relative_to(path).parts)
        )
        if not found:
            raise DocumentNotFoundError(path, f"the folder holds no text file that matches {pattern!r}")
        return found
    if path.exists():
        return [path]
    if glob.has_magic(str(source)):
        found = sorted(Path(name) for name in glob.glob(str(source), recursive=True) if Path(name).is_file())
        if found:
            return found
        raise DocumentNotFoundError(path, "no file matches this pattern")
    raise DocumentNotFoundError(path)


def _decode(path: Path, raw: bytes, encoding: str | None) -> tuple[str, str]:
    if encoding is None:
        if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            encoding = "utf-16"
        elif raw.startswith(b"\xef\xbb\xbf"):
            encoding = "utf-8-sig"
        else:
            encoding = "utf-8"
    try:
        return raw.decode(encoding), encoding
    except UnicodeDecodeError as error:
        raise DocumentFormatError(
            path,
            f"not {encoding} at byte {error.start}",
            'name the encoding of text files with encoding="..."; other formats are not read yet',
        ) from error
    except LookupError as error:
        raise DocumentFormatError(
            path, f"unknown encoding {encoding!r}", "use a name that Python knows, such as utf-8 or gb18030"
        ) from error


def read_file(path: Path, *, document_id: str, encoding: str | None = None, publisher: str | None = None) -> Document:
    """Return the document in a text file, its head read; the text is as decoded, newlines kept.

    Raises DocumentNotFoundError where the file is missing and DocumentFormatError where it is empty, cannot be read or
    is not text.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise DocumentNotFoundError(path) from error
    except OSError as error:
        raise DocumentFormatError(path, f"cannot be read ({error.strerror})", "check that it is a file and that you may read it") from error
    text, used = _decode(path, raw, encoding)
    if not text.strip():
        raise DocumentFormatError(path, "the file is empty", 'remove it, or load with on_error="skip"')
    odd = next((index for index, char in enumerate(text) if char in _BINARY), None)
    if odd is not None:
        raise DocumentFormatError(path, f"not a text file (control character {text[odd]!r} at character {odd})", "only text files are read")
    return describe(
        Document(id=document_id, text=text, publisher=publisher, provenance=Source(path=str(path), encoding=used, format="text"))
    )


def iter_sources(sources: list[str | Path], pattern: str) -> Iterator[tuple[Path, Path]]:
    """Yield each file with the folder that ids may be relative to."""
    for source in sources:
        base = Path(source)
        for path in find_files(source, pattern):
            yield path, base if base.is_dir() else path.parent
