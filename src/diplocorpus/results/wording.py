"""Analyses without the documents' own words, for texts that may not be passed on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic_core import to_json

from diplocorpus.models.analysis import Analysis
from diplocorpus.models.spans import Frozen, Record, Span
from diplocorpus.results.flat import is_copied


def json_lines(analyses: Iterable[Analysis], *, text: bool = True) -> Iterator[str]:
    """Yield the wire format, an analysis a line, without line ends.

    `text=False` leaves out the text, titles, metadata and the words of every span; offsets, names and codes stay. Raises
    ValueError where records of another extractor were read from JSON, so that their words cannot be told from the rest.
    """
    for analysis in analyses:
        yield analysis.model_dump_json() if text else to_json(_without_words(analysis)).decode()


def _without_words(analysis: Analysis) -> dict[str, Any]:
    for name, records in analysis.extensions.items():
        if not all(isinstance(record, Record) for record in records):
            raise ValueError(
                f"the records of {name!r} were read from JSON and have lost their type; analyse again to leave their words out"
            )
    extensions = {name: [_bare(record) for record in records] for name, records in analysis.extensions.items()}
    return {**_bare(analysis), "extensions": extensions, "provenance": analysis.provenance}


def _bare(value: Any) -> Any:
    """Return a value as JSON has it, without words of the document; a mapping may hold any, and is left out."""
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end}
    if isinstance(value, Frozen):
        kept = {name: getattr(value, name) for name, field in type(value).model_fields.items() if not is_copied(field)}
        return {name: _bare(item) for name, item in kept.items() if not isinstance(item, Mapping)}
    return [_bare(item) for item in value] if isinstance(value, tuple) else value
