"""Reading gold annotations: a folder of `*.gold.json`, JSON Lines, or brat standoff."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from diplocorpus.errors import DocumentNotFoundError, GoldFormatError
from diplocorpus.results.annotations import GoldDocument
from diplocorpus.results.standoff import read_standoff

Gold = str | Path | Iterable[GoldDocument | Mapping[str, Any]]
"""A folder or file of annotations, or annotations, or mappings of the shape of the JSON format."""


def read_gold(source: Gold) -> dict[str, GoldDocument]:
    """Return gold annotations by document id, in order of path.

    A folder is read as `*.gold.json` where it holds any, else as brat standoff (`*.ann` beside `*.txt`). A file is one
    document (`.json`), brat standoff (`.ann`), or JSON Lines.

    Raises DocumentNotFoundError where there is nothing to read, GoldFormatError where an annotation is malformed or a
    document stands twice.
    """
    found: dict[str, GoldDocument] = {}
    places: dict[str, str] = {}
    for place, document in _documents(source):
        if document.id in found:
            raise GoldFormatError(place, "id", f"document {document.id!r} is annotated already in {places[document.id]}")
        found[document.id], places[document.id] = document, place
    return found


def _documents(source: Gold) -> Iterator[tuple[str, GoldDocument]]:
    if not isinstance(source, (str, Path)):
        for number, item in enumerate(source):
            yield f"item {number}", item if isinstance(item, GoldDocument) else _parse("gold", f"item {number}", item)
        return
    path = Path(source)
    if path.is_dir():
        yield from _folder(path)
    elif not path.is_file():
        raise DocumentNotFoundError(path)
    elif path.suffix == ".ann":
        yield str(path), read_standoff([path])[0]
    elif path.suffix == ".json":
        yield str(path), _parse(path, "", path.read_bytes())
    else:
        for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
            if line.strip():
                yield f"{path}: line {number}", _parse(path, f"line {number}", line)


def _folder(path: Path) -> Iterator[tuple[str, GoldDocument]]:
    if files := sorted(path.glob("*.gold.json")):
        for file in files:
            yield str(file), _parse(file, "", file.read_bytes())
    elif files := sorted(path.glob("*.ann")):
        for file, document in zip(files, read_standoff(files), strict=True):
            yield str(file), document
    else:
        raise DocumentNotFoundError(path, "the folder holds neither *.gold.json nor *.ann")


def _parse(path: str | Path, place: str, item: bytes | Mapping[str, Any]) -> GoldDocument:
    """Make a document of JSON or of a mapping."""
    try:
        return GoldDocument.model_validate_json(item) if isinstance(item, bytes) else GoldDocument.model_validate(item)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        location = ": ".join(part for part in (place, ".".join(map(str, first["loc"]))) if part)
        raise GoldFormatError(path, location, first["msg"]) from error
