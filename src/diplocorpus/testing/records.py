"""Checks and look-ups of records in tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from pydantic import BaseModel

from diplocorpus.models.analysis import Analysis
from diplocorpus.models.spans import Record, Span

RecordT = TypeVar("RecordT", bound=Record)


def assert_evidence(analysis: Analysis) -> None:
    """Assert that every span of every record is a slice of the document's text, and that every record has one.

    Raises AssertionError, which names the record and shows both texts.
    """
    text = analysis.document.text
    strangers = [record for records in analysis.extensions.values() for record in records if isinstance(record, Record)]
    for record in (*analysis.records, *strangers):
        name = f"{type(record).__name__} {getattr(record, 'id', '')}".strip()
        assert record.evidence, f"{name} has no evidence"
        for span in _spans(record):
            found = text[span.start : span.end]
            assert found == span.text, f"{name}: the text has {found!r} at [{span.start}:{span.end}], the record {span.text!r}"


def _spans(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _spans(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans(item)


def find(records: Iterable[RecordT], **fields: Any) -> RecordT:
    """Return the only record whose fields are as given; spans compare by their text, sequences as tuples.

    Raises AssertionError where none or several are, with what there is.
    """
    records = list(records)
    chosen = [record for record in records if all(_plain(getattr(record, name)) == _plain(value) for name, value in fields.items())]
    wanted = ", ".join(f"{name}={value!r}" for name, value in fields.items())
    listed = "\n  ".join(repr(record) for record in (chosen or records)) or "nothing"
    assert len(chosen) == 1, f"{len(chosen)} records have {wanted}; there is\n  {listed}"
    return chosen[0]


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return value.text
    return tuple(_plain(item) for item in value) if isinstance(value, (list, tuple)) else value
