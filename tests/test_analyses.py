"""The analyses of a corpus: a sequence that is written and read back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from diplocorpus import CorpusAnalysis, Document, Record, load_analyses, load_corpus
from diplocorpus.errors import DocumentNotFoundError, ResultFormatError
from diplocorpus.models.spans import Wording

CORPUS = load_corpus("seeds/")
ANALYSES = CORPUS.analyze()


def test_analyses_are_had_by_position_id_and_slice() -> None:
    """In the order of the documents."""
    assert ANALYSES.ids == tuple(document.id for document in CORPUS)
    assert ANALYSES[ANALYSES.ids[2]] is ANALYSES[2]
    assert isinstance(ANALYSES[1:3], CorpusAnalysis)
    assert ANALYSES[1:3].ids == ANALYSES.ids[1:3]
    assert ANALYSES[-1] in ANALYSES
    assert ANALYSES.ids[0] in ANALYSES  # type: ignore[comparison-overlap]
    assert "nobody" not in ANALYSES  # type: ignore[comparison-overlap]
    with pytest.raises(KeyError, match="nobody"):
        ANALYSES["nobody"]
    with pytest.raises(IndexError):
        ANALYSES[len(CORPUS)]


def test_analyses_compare_by_value() -> None:
    """And tell how much they hold."""
    again = CorpusAnalysis(list(ANALYSES))
    assert again == ANALYSES
    assert hash(ANALYSES) == hash(again)
    assert ANALYSES[:1] != ANALYSES
    records = sum(len(analysis.records) for analysis in ANALYSES)
    assert repr(ANALYSES) == f"CorpusAnalysis({len(CORPUS)} documents, {records} records)"


def test_json_lines_read_back_equal(tmp_path: Path) -> None:
    """The wire format, a document a line; blank lines are passed over."""
    ANALYSES.to_jsonl(tmp_path / "out.jsonl")
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert lines == [analysis.model_dump_json() for analysis in ANALYSES]
    (tmp_path / "gaps.jsonl").write_text("\n\n".join(lines), encoding="utf-8")
    assert load_analyses(tmp_path / "out.jsonl") == load_analyses(tmp_path / "gaps.jsonl") == ANALYSES


def test_json_lines_can_do_without_the_text(tmp_path: Path) -> None:
    """No words of a span, no title, no text; all else is what it was."""
    ANALYSES.to_jsonl(tmp_path / "bare.jsonl", text=False)
    lines = (tmp_path / "bare.jsonl").read_text(encoding="utf-8").splitlines()
    for analysis, line in zip(ANALYSES, lines, strict=True):
        for record in analysis.records:
            assert all(span.text not in line for span in record.evidence if len(span.text.split()) > 6)
        bare, whole = json.loads(line), json.loads(analysis.model_dump_json())
        assert [m["parties"] for m in bare["meetings"]] == [m["parties"] for m in whole["meetings"]]
        assert [(c["trigger"]["start"], c["trigger"]["end"], c["strength"]) for c in bare["commitments"]] == [
            (c["trigger"]["start"], c["trigger"]["end"], c["strength"]) for c in whole["commitments"]
        ]
        assert bare["provenance"] == whole["provenance"]
        assert not {"text", "title", "metadata"} & bare["document"].keys()
    with pytest.raises(ResultFormatError, match="left out with text=False; analyse the documents again"):
        load_analyses(tmp_path / "bare.jsonl")


class Toast(Record):
    """A record of another extractor, with words that it copies and words of its own."""

    host: str
    wording: Wording
    extra: Mapping[str, str] = {}


def test_words_of_other_extractors_are_left_out_as_well(tmp_path: Path) -> None:
    """What is marked as copied, and what may hold anything; records that have lost their type are an error."""
    [analysis] = load_corpus([Document(id="a", text="Lowe gave a toast.")]).analyze()
    toast = Toast(host="Lowe", wording="a toast", extra={"to": "a toast"}, evidence=(analysis.document.span(10, 17),))
    toasted = CorpusAnalysis([analysis.model_copy(update={"extensions": {"acme.toasts": (toast,)}})])
    toasted.to_jsonl(tmp_path / "bare.jsonl", text=False)
    written = json.loads((tmp_path / "bare.jsonl").read_text(encoding="utf-8"))
    assert written["extensions"] == {"acme.toasts": [{"evidence": [{"start": 10, "end": 17}], "rules": [], "host": "Lowe"}]}
    toasted.to_jsonl(tmp_path / "whole.jsonl")
    with pytest.raises(ValueError, match="have lost their type; analyse again"):
        load_analyses(tmp_path / "whole.jsonl").to_jsonl(tmp_path / "again.jsonl", text=False)
    assert not (tmp_path / "again.jsonl").exists()


LINE = ANALYSES[0].model_dump_json()
UNREADABLE = {
    # why: the text of a file, the row and words that the error has
    "no JSON": ("Lowe met Ott.", 1, "Invalid JSON"),
    "something else": ('{"text": "Lowe met Ott."}', 1, "document"),
    "an unknown field": (f'\n{LINE[:-1]}, "treaties": []}}', 2, "treaties"),
    "a document twice": (f"{LINE}\n{LINE}", 2, "stands twice"),
}


@pytest.mark.parametrize("why", UNREADABLE)
def test_a_file_that_holds_no_analyses_is_an_error_that_names_the_line(why: str, tmp_path: Path) -> None:
    """And what is wrong with it."""
    text, row, words = UNREADABLE[why]
    (tmp_path / "out.jsonl").write_text(text, encoding="utf-8")
    with pytest.raises(ResultFormatError, match=words) as caught:
        load_analyses(tmp_path / "out.jsonl")
    assert caught.value.row == row


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """Nor is a folder one."""
    for path in (tmp_path, tmp_path / "out.jsonl"):
        with pytest.raises(DocumentNotFoundError, match=path.name):
            load_analyses(path)


def test_every_form_holds_the_same_rows(tmp_path: Path) -> None:
    """pandas, polars, Arrow, Parquet and CSV, exploded and without text."""
    parquet, pandas = pytest.importorskip("pyarrow.parquet"), pytest.importorskip("pandas")
    pytest.importorskip("polars")
    rows = ANALYSES.to_arrow("commitments", explode="actions", text=False)
    assert rows.num_rows == len(ANALYSES.table("commitments", explode="actions", text=False)) > 0
    assert ANALYSES.to_polars("commitments", explode="actions", text=False).to_dicts() == rows.to_pylist()
    assert ANALYSES.to_pandas("commitments", explode="actions", text=False).id.tolist() == rows["id"].to_pylist()
    ANALYSES.to_parquet("commitments", tmp_path / "c.parquet", explode="actions", text=False)
    assert parquet.read_table(tmp_path / "c.parquet").equals(rows)
    ANALYSES.to_csv("commitments", tmp_path / "c.csv", explode="actions", text=False)
    assert pandas.read_csv(tmp_path / "c.csv").actions_start.tolist() == rows["actions_start"].to_pylist()
