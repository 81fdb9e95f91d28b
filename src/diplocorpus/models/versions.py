"""Versions of the wire format: older lines are taken through the steps between, newer ones are refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from diplocorpus.errors import SchemaVersionError

CURRENT = 1
"""The version that analyses are written in."""

Step = Callable[[dict[str, Any]], dict[str, Any]]

STEPS: Mapping[int, Step] = {}
"""What makes the fields of a version those of the next, by the version it starts from; none yet."""


def upgraded(fields: Any, steps: Mapping[int, Step] = STEPS, current: int = CURRENT) -> Any:
    """Return the fields of an analysis as the current version has them; what is no mapping is left to validation.

    Raises SchemaVersionError where they are of a newer version, or of one that no step starts from.
    """
    version = fields.get("schema_version", current) if isinstance(fields, Mapping) else current
    if version == current or not isinstance(version, int):
        return fields
    if version > current or any(number not in steps for number in range(version, current)):
        raise SchemaVersionError(version, current)
    changed = dict(fields)
    for number in range(version, current):
        changed = {**steps[number](changed), "schema_version": number + 1}
    return changed
