"""What other projects' tests use of us."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocorpus import Analysis, Commitment, Corpus, Document, Span, analyze, load_corpus
from diplocorpus.testing import assert_evidence, assert_pack, find, make_document, parse_marked
from diplocorpus.testing import strategies as our


def test_a_document_takes_one_line() -> None:
    """With whatever is known of it."""
    assert make_document("Lowe met Ott.", date="2021-03-04") == Document(id="test", text="Lowe met Ott.", date="2021-03-04")


def test_marks_are_read_as_spans() -> None:
    """By label, in text order, against the text without marks."""
    marked = parse_marked("Ott said [who:Kenya] [is ready to] [act:trade] and [act:build].", id="note")
    assert marked.document.text == "Ott said Kenya is ready to trade and build."
    assert str(marked["who"]) == "Kenya"
    assert [str(span) for span in marked.spans["act"]] == ["trade", "build"]
    assert marked[""] == Span(start=15, end=26, text="is ready to")
    with pytest.raises(ValueError, match="too many"):
        marked["act"]


def test_marks_can_be_what_analyses_are_compared_with() -> None:
    """As in a project's own tests."""
    marked = parse_marked(
        "Chinese President Lin Tao met Kenyan President Paul Ott. Ott said Kenya [trigger:is ready to] [action:expand trade]."
    )
    commitment = find(analyze(marked.document).commitments, trigger=marked["trigger"])
    assert commitment.actions == (marked["action"],)


def test_find_says_what_there_is() -> None:
    """Where none fits or several do."""
    records = analyze("Chinese President Lin Tao met Kenyan President Paul Ott. Ott said Kenya will trade and hopes to build.").commitments
    assert find(records, strength="hoped", committers=["KEN"]).actions[0].text == "build"
    with pytest.raises(AssertionError, match=r"0 records have strength='agreed'; there is\s+Commitment"):
        find(records, strength="agreed")
    with pytest.raises(AssertionError, match="2 records have speaker='Paul Ott'"):
        find(records, speaker="Paul Ott")


def test_evidence_that_is_not_in_the_text_is_told() -> None:
    """With both texts."""
    analysis = analyze("Chinese President Lin Tao met Kenyan President Paul Ott. Ott said Kenya will trade.")
    assert_evidence(analysis)
    moved = analysis.model_copy(update={"document": analysis.document.model_copy(update={"text": "X" + analysis.document.text})})
    with pytest.raises(AssertionError, match="the record 'met'"):
        assert_evidence(moved)


def test_the_sample_is_a_corpus_without_files(diplocorpus_sample: Corpus) -> None:
    """Whose records all have their evidence; the fixture is there because the package is installed."""
    assert len(diplocorpus_sample) == 6
    for analysis in diplocorpus_sample.analyze():
        assert analysis.meetings
        assert_evidence(analysis)


def test_a_folder_of_that_name_goes_before_the_sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's files are hidden."""
    (tmp_path / "sample").mkdir()
    (tmp_path / "sample" / "note.txt").write_text("Lowe met Ott.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert [document.id for document in load_corpus("sample")] == ["note"]


@given(our.documents())
def test_documents_of_the_strategy_are_analysed_without_fail(document: Document) -> None:
    """And read back equal."""
    analysis = analyze(document)
    assert_evidence(analysis)
    assert Analysis.model_validate_json(analysis.model_dump_json()) == analysis


@given(our.readouts())
def test_readouts_of_the_strategy_hold_records(text: str) -> None:
    """A meeting and something that binds, whatever is drawn."""
    analysis = analyze(text)
    assert analysis.meetings
    assert analysis.commitments


@given(st.data())
def test_commitments_of_the_strategy_are_well_formed(data: st.DataObject) -> None:
    """Their spans are slices, and JSON loses nothing."""
    document = data.draw(our.documents(our.readouts()))
    commitment = data.draw(our.commitments(document))
    assert document.text[commitment.trigger.start : commitment.trigger.end] == commitment.trigger.text
    assert Commitment.model_validate_json(commitment.model_dump_json()) == commitment


def test_an_unused_plug_in_imports_nothing_of_ours() -> None:
    """A test run without our fixtures does not pay for them."""
    code = "import sys, diplocorpus.testing.plugin as p; print(*sorted(m for m in sys.modules if m.startswith('diplocorpus.') ))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "diplocorpus.analyzer" not in done.stdout


def test_a_pack_is_held_against_its_own_examples(tmp_path: Path) -> None:
    """Each that fails is named, counterexamples too."""
    pack = (
        'schema = 1\npack = "mine"\nversion = "1"\nlanguage = "en"\nvocabulary = "strength"\n'
        '[[pattern]]\nid = "pledged.hand"\nlabel = "pledged"\nphrases = ["gives its hand to"]\n'
        'examples = ["Kenya gives its hand to trade.", "Kenya gave its hand to trade."]\ncounterexamples = ["Who gives its hand to whom?"]\n'
    )
    (tmp_path / "mine.toml").write_text(pack, encoding="utf-8")
    with pytest.raises(AssertionError) as caught:
        assert_pack(tmp_path / "mine.toml")
    assert str(caught.value).splitlines() == [
        "mine: pledged.hand does not hit 'Kenya gave its hand to trade.'",
        "mine: pledged.hand hits 'Who gives its hand to whom?'",
    ]
