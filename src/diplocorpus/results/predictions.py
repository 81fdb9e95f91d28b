"""Predictions: what an extractor found, ours or somebody else's, as far as it is scored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from diplocorpus.errors import DocumentNotFoundError, PredictionFormatError
from diplocorpus.models.analysis import Analysis

Predictions = str | Path | Iterable[Analysis | Mapping[str, Any]]
"""A JSON Lines file of analyses, or analyses, or mappings of the same shape."""


class _Loose(BaseModel):
    """Base of what is read for scoring: fields that are not scored are passed over, missing ones are empty."""

    model_config = ConfigDict(frozen=True, extra="ignore", from_attributes=True)


class PredictedSpan(_Loose):
    """A stretch of the document's text: code points, half open."""

    start: int
    end: int
    text: str | None = None


class PredictedDateline(_Loose):
    """The line that opens an agency report."""

    place: str | None = None


class PredictedHead(_Loose):
    """What was read off the document's head; `place` counts where there is no dateline."""

    id: str
    text: str | None = None
    date: str | None = None
    dateline: PredictedDateline | None = None
    place: str | None = None
    publisher: str | None = None


class PredictedParticipant(_Loose):
    """A person who is said to have taken part."""

    name: str
    party: str | None = None


class PredictedMeeting(_Loose):
    """An encounter that was found."""

    kind: str | None = None
    status: str | None = None
    date: str | None = None
    place: str | None = None
    parties: tuple[str, ...] = ()
    participants: tuple[PredictedParticipant, ...] = ()
    level: str | None = None


class PredictedAttribution(_Loose):
    """Attributed speech that was found."""

    speaker: str | None = None
    party: str | None = None
    cue: PredictedSpan
    content: tuple[PredictedSpan, ...] = ()


class PredictedCommitment(_Loose):
    """A commitment that was found."""

    speaker: str | None = None
    committers: tuple[str, ...] = ()
    counterparts: tuple[str, ...] = ()
    strength: str | None = None
    polarity: str | None = None
    trigger: PredictedSpan
    actions: tuple[PredictedSpan, ...] = ()
    frameworks: tuple[str, ...] = ()


class PredictedFramework(_Loose):
    """A naming of a framework that was found; it counts for `broader` ones, too."""

    framework: str
    broader: tuple[str, ...] = ()
    span: PredictedSpan


class Prediction(_Loose):
    """What was found in one document: the part of the wire format that is scored."""

    document: PredictedHead
    meetings: tuple[PredictedMeeting, ...] = ()
    attributions: tuple[PredictedAttribution, ...] = ()
    commitments: tuple[PredictedCommitment, ...] = ()
    frameworks: tuple[PredictedFramework, ...] = ()


def read_predictions(source: Predictions) -> dict[str, Prediction]:
    """Return predictions by document id.

    Raises DocumentNotFoundError where the file is missing, PredictionFormatError where a line is malformed or a
    document stands twice.
    """
    name = str(source) if isinstance(source, (str, Path)) else "predictions"
    found: dict[str, Prediction] = {}
    places: dict[str, str] = {}
    for place, item in _lines(Path(source)) if isinstance(source, (str, Path)) else _items(source):
        try:
            prediction = Prediction.model_validate_json(item) if isinstance(item, bytes) else Prediction.model_validate(item)
        except ValidationError as error:
            first = error.errors(include_url=False, include_context=False)[0]
            location = ": ".join(part for part in (place, ".".join(map(str, first["loc"]))) if part)
            raise PredictionFormatError(name, location, first["msg"]) from error
        key = prediction.document.id
        if key in found:
            raise PredictionFormatError(name, place, f"document {key!r} stands already in {places[key]}")
        found[key], places[key] = prediction, place
    return found


def _lines(path: Path) -> Iterator[tuple[str, object]]:
    """Yield the lines of a JSON Lines file that are not blank, each with its number."""
    if not path.is_file():
        raise DocumentNotFoundError(path, "no such file" if not path.exists() else "a folder, where a JSON Lines file is needed")
    for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
        if line.strip():
            yield f"line {number}", line


def _items(source: Iterable[object]) -> Iterator[tuple[str, object]]:
    for number, item in enumerate(source):
        yield f"item {number}", item
