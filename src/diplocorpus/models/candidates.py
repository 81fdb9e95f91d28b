"""Spans that another tool proposes, once they have been checked against the text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from diplocorpus.models.spans import Frozen, Record, Span


class Candidate(Record):
    """A span that another tool found, under that tool's label; its characters are those of the text.

    `score` and `attributes` are the tool's. `rules` holds `candidate.offsets` where its offsets fit, `candidate.text` where
    only its words did, in one place of the text.
    """

    label: str
    span: Span
    score: float | None = None
    attributes: Mapping[str, Any] = {}


class RejectedCandidate(Frozen):
    """A span that another tool proposes and that the text does not bear out, with the reason."""

    label: str
    text: str
    start: int | None = None
    end: int | None = None
    reason: str


class CheckedCandidates(Frozen):
    """What became of another tool's spans."""

    accepted: tuple[Candidate, ...] = ()
    rejected: tuple[RejectedCandidate, ...] = ()
