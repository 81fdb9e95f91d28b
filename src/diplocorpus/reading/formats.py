"""Which format a file is in: what it begins with first, then its name."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from diplocorpus.reading.rows import Opened, Rows

Reader = Callable[[Opened], Rows]

_READERS = {
    "text": "plain.read_text",
    "markdown": "plain.read_markdown",
    "html": "pages.read_page",
    "jsonl": "dumps.read_lines",
    "json": "dumps.read_json",
    "csv": "tables.read_csv",
    "tsv": "tables.read_tsv",
    "parquet": "tables.read_parquet",
    "feed": "feeds.read_feed",
    "pdf": "papers.read_pdf",
    "docx": "papers.read_docx",
}
FORMATS = tuple(_READERS)
"""The names that `format=` takes."""

COLUMNED = frozenset({"text", "markdown", "jsonl", "json", "csv", "tsv", "parquet"})
"""Formats whose keys are their authors' own, so that `columns=` is for them."""

PACKED = frozenset({"zip", "tar", "gzip"})

_SUFFIXES = {
    "": "text", ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html",
    ".xhtml": "html", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".csv": "csv", ".tsv": "tsv", ".tab": "tsv",
    ".parquet": "parquet", ".rss": "feed", ".atom": "feed", ".xml": "feed", ".pdf": "pdf", ".docx": "docx", ".zip": "zip",
    ".tar": "tar", ".tgz": "gzip", ".gz": "gzip",
}  # fmt: skip

_FOREIGN = {
    b"\xd0\xcf\x11\xe0": ("an old Office file", "save it as .docx or as a text file"),
    b"BZh": ("a bzip2 file", "pack it with gzip, or unpack it"),
    b"\xfd7zXZ": ("an xz file", "pack it with gzip, or unpack it"),
    b"7z\xbc\xaf": ("a 7-Zip file", "pack it as .zip, or unpack it"),
    b"Rar!": ("a RAR file", "pack it as .zip, or unpack it"),
    b"\x89PNG": ("a picture", "run text recognition first"),
    b"\xff\xd8\xff": ("a picture", "run text recognition first"),
    b"{\\rtf": ("a rich text file", "save it as .docx or as a text file"),
    b"SQLite format 3": ("a database", "write the rows to JSON Lines"),
}

_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<\?[^>]*>\s*|<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]", re.DOTALL)


def reader(name: str) -> Reader:
    """Return the reader of a format; its module, and what that needs, is loaded now."""
    module, _, function = _READERS[name].partition(".")
    found: Reader = getattr(import_module(f"diplocorpus.reading.{module}"), function)
    return found


def _suffix(name: str) -> str:
    last = name.rpartition("/")[2].lower()
    return "." + last.rpartition(".")[2] if "." in last.lstrip(".") else ""


def readable(name: str) -> bool:
    """Tell whether a file found in a folder or an archive is read, by its name."""
    return _suffix(name) in _SUFFIXES


def stem(name: str) -> str:
    """Return a file's name without the suffixes that name its format: `may` for `may.jsonl.gz`."""
    last = name.rpartition("/")[2]
    while (suffix := _suffix(last)) and suffix in _SUFFIXES and len(suffix) < len(last):
        packed = _SUFFIXES[suffix] in PACKED
        last = last[: -len(suffix)]
        if not packed:
            return last
    return last if _suffix(name) in _SUFFIXES else last.rpartition(".")[0] or last


def unpacked_name(name: str) -> str:
    """Return the name of what a `.gz` or `.tgz` file holds."""
    suffix = _suffix(name)
    if suffix == ".gz":
        return name[:-3]
    return name[:-4] + ".tar" if suffix == ".tgz" else name


def foreign(head: bytes) -> tuple[str, str] | None:
    """Return what a file is and what to do, where it is of a kind that is known but not read."""
    return next((what for mark, what in _FOREIGN.items() if head.startswith(mark)), None)


def detect(name: str, head: bytes) -> str:
    """Return the format of a file by its first bytes, else by its name; text where neither says anything."""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if head[257:262] == b"ustar" or _suffix(name) == ".tar":
        return "tar"
    if head.startswith(b"PAR1"):
        return "parquet"
    if b"%PDF-" in head[:1024] and (head.startswith(b"%PDF-") or _suffix(name) == ".pdf"):
        return "pdf"
    by_name = _SUFFIXES.get(_suffix(name))
    if by_name not in (None, "text", "feed", "html"):
        return "text" if by_name in PACKED or by_name is None else by_name
    text = head.lstrip(b"\xef\xbb\xbf")
    if _FEED.match(text):
        return "feed"
    if _PAGE.match(text):
        return "html"
    if by_name in ("feed", "html"):
        return by_name
    return _json_kind(text) or "text"


def _json_kind(text: bytes) -> str | None:
    """Tell JSON Lines and arrays from texts that happen to open with a bracket."""
    text = text.lstrip()
    if text.startswith(b"{"):
        line = text.partition(b"\n")[0]
        try:
            return "jsonl" if isinstance(json.loads(line), dict) else None
        except (ValueError, RecursionError):
            return "json" if re.match(rb"\{\s*\"[^\"\n]{1,80}\"\s*:", text) else None
    return "json" if re.match(rb"\[\s*\{\s*\"[^\"\n]{1,80}\"\s*:", text) else None


def office_kind(stream: io.BufferedReader[Any]) -> str:
    """Tell a Word file from other zip archives; `xlsx` and the like are named, though none is read.

    Raises what zipfile raises where the archive is damaged.
    """
    with zipfile.ZipFile(stream) as archive:
        names = set(archive.namelist())
    stream.seek(0)
    parts = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx", "META-INF/container.xml": "epub"}
    return next((kind for part, kind in parts.items() if part in names), "odt" if "content.xml" in names and "mimetype" in names else "zip")


OFFICE_REMEDY: Mapping[str, str] = {
    "xlsx": "save the sheet as CSV",
    "pptx": "save it as PDF",
    "epub": "save its text as HTML or text files",
    "odt": "save it as .docx",
}
