"""Lines of the wire format that another version wrote."""

from __future__ import annotations

from typing import Any

import pytest

from diplocorpus import Analysis, analyze
from diplocorpus.errors import SchemaVersionError
from diplocorpus.models.versions import CURRENT, STEPS, upgraded


def rename(old: str, new: str) -> Any:
    """Return a step that renames a field."""
    return lambda fields: {new if name == old else name: value for name, value in fields.items()}


def test_an_older_line_goes_through_every_step() -> None:
    """In order, each from its version to the next."""
    steps = {1: rename("a", "b"), 2: rename("b", "c")}
    assert upgraded({"schema_version": 1, "a": 5}, steps, 3) == {"schema_version": 3, "c": 5}
    assert upgraded({"schema_version": 2, "b": 5}, steps, 3) == {"schema_version": 3, "c": 5}
    assert upgraded({"schema_version": 3, "c": 5}, steps, 3) == {"schema_version": 3, "c": 5}


@pytest.mark.parametrize("version", [0, 4])
def test_a_version_that_no_step_reaches_is_refused(version: int) -> None:
    """Too new, or older than the first step."""
    with pytest.raises(SchemaVersionError, match=f"version {version}"):
        upgraded({"schema_version": version}, {1: rename("a", "b"), 2: rename("b", "c")}, 3)


def test_there_is_a_step_from_every_older_version() -> None:
    """None is left out."""
    assert set(STEPS) == set(range(1, CURRENT))


def test_a_newer_analysis_says_which_version_it_needs() -> None:
    """From JSON as from a mapping."""
    line = analyze("Lowe met Ott.").model_dump_json().replace('"schema_version":1', '"schema_version":99')
    with pytest.raises(SchemaVersionError, match="99"):
        Analysis.model_validate_json(line)
