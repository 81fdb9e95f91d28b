"""Whole analyses of the seeds, and the schema of the wire format, stay as reviewed; `pytest --update-golden` writes them anew."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest

from diplocorpus import Analysis, load_corpus

GOLDEN = Path(__file__).with_name("golden")
CORPUS = load_corpus(Path(__file__).parent.parent / "seeds")


@pytest.mark.parametrize("document_id", [document.id for document in CORPUS])
def test_a_seed_is_analysed_as_reviewed(document_id: str, update_golden: bool) -> None:
    """Every record, but neither the provenance, which names versions, nor the language, which an extra detects."""
    [analysis] = CORPUS.filter(lambda document: document.id == document_id).analyze()
    found = json.loads(analysis.model_dump_json(exclude={"provenance": True, "document": {"text", "provenance", "language"}}))
    file = GOLDEN / f"{document_id}.json"
    if update_golden:
        file.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("document_id", [document.id for document in CORPUS])
def test_every_span_of_a_seed_is_a_slice_of_its_text(document_id: str) -> None:
    """The evidence proves the record, and JSON loses nothing."""
    [analysis] = CORPUS.filter(lambda document: document.id == document_id).analyze()
    text = analysis.document.text
    for record in analysis.records:
        assert all(text[span.start : span.end] == span.text for span in record.evidence)
    assert Analysis.model_validate_json(analysis.model_dump_json()) == analysis


def test_the_json_schema_of_the_wire_format_is_current(update_golden: bool) -> None:
    """It lies in the package, so that programs in other languages can check what they read."""
    file = Path(str(files("diplocorpus.models").joinpath("analysis.schema.json")))
    schema = Analysis.model_json_schema(mode="serialization")
    if update_golden:
        file.write_text(json.dumps(schema, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert json.loads(file.read_text(encoding="utf-8")) == schema
