"""Rows: what every reader yields, and the one way from a row to a Document."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

import attrs
from pydantic import ValidationError

from diplocorpus.errors import CorpusError, DocumentFormatError
from diplocorpus.models.documents import Document, Source
from diplocorpus.reading.dating import describe
from diplocorpus.reading.language import detect_language, language_code
from diplocorpus.reading.limits import Limits
from diplocorpus.reading.published import published_day

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content"),
    "title": ("title", "headline"),
    "published": ("published", "date", "published_time", "published_at", "pubdate"),
    "url": ("url", "link", "source_url"),
    "id": ("id",),
    "publisher": ("publisher", "source"),
    "language": ("language", "lang"),
}
"""Which columns or keys hold what, the first that is there; capitals and blanks around do not count."""

_OWN = frozenset({"id", "text", "date_basis", "provenance", "metadata"})
_DEEPEST = 20


@attrs.frozen
class Row:
    """Fields under the names that their file gives them."""

    fields: Mapping[Any, Any]
    number: int | None = None
    encoding: str | None = None
    format: str | None = None
    site: str | None = None
    """What the site or feed calls itself: the publisher where nothing better is known."""


@attrs.frozen
class Opened:
    """A file under a reader's hands."""

    stream: io.BufferedReader[Any]
    where: str
    encoding: str | None
    limits: Limits
    columns: Mapping[str, tuple[str, ...]]

    def fault(self, reason: str, remedy: str, row: int | None = None) -> DocumentFormatError:
        """Return an error that names the file."""
        return DocumentFormatError(self.where, reason, remedy, row=row)


Rows = Iterator[Row | CorpusError]
"""What a reader yields; what it raises ends the file."""


@attrs.frozen
class Place:
    """Where a row stands, and the id that it gets where it has none."""

    path: str | None
    member: str | None
    name: str

    @property
    def where(self) -> str:
        """The place as messages name it."""
        return f"{self.path or 'the rows given'}{'!' + self.member if self.member else ''}"


def known_columns(columns: Mapping[str, str | Iterable[str]] | None) -> Mapping[str, tuple[str, ...]]:
    """Return the default columns with a user's own put in their place.

    Raises ValueError where a field is not one that can be mapped.
    """
    own = {
        "published" if field == "date" else field: (names,) if isinstance(names, str) else tuple(names)
        for field, names in (columns or {}).items()
    }
    if unknown := sorted(own.keys() - COLUMNS.keys()):
        raise ValueError(f"columns cannot map {', '.join(unknown)}; it maps {', '.join(COLUMNS)}")
    return {**COLUMNS, **own}


def assign(keys: Iterable[str], columns: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return which of the keys holds each field."""
    return dict(_assigned(tuple(keys), tuple(columns.items())))


@lru_cache(maxsize=256)
def _assigned(keys: tuple[str, ...], columns: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[tuple[str, str], ...]:
    folded = {key.strip().lower(): key for key in reversed(keys)}
    found = []
    for field, names in columns:
        key = next((name if name in keys else folded[name.strip().lower()] for name in names if name.strip().lower() in folded), None)
        if key is not None:
            found.append((field, key))
    return tuple(found)


def no_text(keys: Iterable[object], columns: Mapping[str, tuple[str, ...]]) -> tuple[str, str]:
    """Return the reason and the remedy where no column holds the text."""
    names = [str(key)[:40] for key in keys]
    shown = ", ".join(names[:12]) + (" ..." if len(names) > 12 else "")
    return f"no text under {' or '.join(columns['text'])} (there is: {shown or 'nothing'})", 'name it with columns={"text": "..."}'


def _plain(value: Any, depth: int = 0) -> Any:
    """Return a value as JSON knows it, so that documents are equal after a round trip; None where it says nothing."""
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if depth > _DEEPEST:
        return str(value)[:1000]
    if isinstance(value, (date, datetime)):
        return value.isoformat() if value == value else None  # noqa: PLR0124 - not a time
    if isinstance(value, Mapping):
        return {str(key): _plain(item, depth + 1) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_plain(item, depth + 1) for item in value]
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(value).decode("utf-8", "replace")
    if hasattr(value, "tolist"):
        return _plain(value.tolist(), depth + 1)
    shown = str(value)
    return None if shown in ("<NA>", "NaT") else shown


def _half_characters(value: Any) -> bool:
    """Tell whether a plain value holds a lone surrogate, which no file can be written with."""
    if isinstance(value, str):
        return not value.isascii() and any("\ud800" <= char <= "\udfff" for char in value)
    if isinstance(value, dict):
        return any(_half_characters(key) or _half_characters(item) for key, item in value.items())
    return isinstance(value, list) and any(map(_half_characters, value))


def _restore(fields: Mapping[Any, Any], where: str, number: int | None) -> Document:
    """Return a document that diplocorpus wrote, as it was."""
    try:
        return Document.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        reason = f"field {'.'.join(map(str, first['loc']))}: {first['msg']}"
        raise DocumentFormatError(where, reason, "write it again with to_jsonl or to_parquet", row=number) from error


def to_document(
    row: Row, place: Place, columns: Mapping[str, tuple[str, ...]], publisher: str | None = None, language: str | None = None
) -> Document:
    """Return the document in a row, its head read; what is not mapped goes to `metadata`.

    Raises DocumentFormatError where the row holds no text.
    """
    if (
        row.fields.keys() >= _OWN
        and isinstance(row.fields["provenance"], (Mapping, Source))
        and row.fields.keys() <= Document.model_fields.keys()
    ):
        return _restore(row.fields, place.where, row.number)
    keys = [key for key in row.fields if isinstance(key, str)]
    mapped = assign(keys, columns)
    value = {field: _plain(row.fields[key]) if field != "published" else row.fields[key] for field, key in mapped.items()}
    text = value.get("text")
    if not isinstance(text, str):
        raise DocumentFormatError(place.where, *no_text(row.fields, columns), row=row.number)
    if not text.strip():
        raise DocumentFormatError(place.where, "the text is empty", 'remove it, or load with on_error="skip"', row=row.number)
    used = {mapped[field] for field in mapped if field != "url"}
    rest = {str(key): plain for key, item in row.fields.items() if key not in used and (plain := _plain(item)) not in (None, "")}
    if "url" in mapped and mapped["url"] in rest:
        rest["url"] = rest.pop(mapped["url"])
    published = published_day(value.get("published"))
    if published is None and "published" in mapped and (raw := _plain(value["published"])) not in (None, ""):
        rest[mapped["published"]] = raw
    if _half_characters([text, value.get("title"), value.get("publisher"), value.get("id"), rest]):
        raise DocumentFormatError(place.where, "half a surrogate pair, which is no character", "mend the row", row=row.number)
    name = value.get("id")
    stem = place.name if row.number is None else f"{place.name}-{row.number}"
    given = publisher or _words(value.get("publisher"))
    spoken = language_code(language or str(value.get("language") or "")) or detect_language(text)
    source = Source(
        path=place.path,
        member=place.member,
        row=row.number,
        encoding=row.encoding,
        format=row.format,
        publisher_basis=None if given is None else "given" if publisher else "metadata",
    )
    document = describe(
        Document(
            id=stem if name in (None, "") else str(name),
            text=text,
            title=_words(value.get("title")),
            published=published,
            publisher=given,
            language=spoken,
            provenance=source,
            metadata=rest,
        )
    )
    if document.publisher is None and (site := _words(row.site)):
        source = document.provenance.model_copy(update={"publisher_basis": "site"})
        return document.model_copy(update={"publisher": site, "provenance": source})
    return document


def _words(value: object) -> str | None:
    """Return a value of metadata as one line, None where it is blank."""
    if isinstance(value, (list, tuple)):
        value = ", ".join(str(item) for item in value if item)
    return " ".join(str(value).split()) or None if value is not None else None
