"""The component of spaCy pipelines gives what `analyze` gives, and survives what spaCy does with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy import displacy
from spacy.tokens import Doc

from diplocorpus import Document, analyze
from diplocorpus.spacy_component import KEY

TEXT = "Kenya is ready to expand trade, Kenyan President Paul Ott told Chinese President Lin Tao at a meeting in Nairobi on Monday."
PACK = """
schema = 1
pack = "mine"
version = "1"
language = "en"
vocabulary = "strength"

[[pattern]]
id = "pledged.word"
label = "pledged"
phrases = ["gives its word to"]
examples = ["Kenya gives its word to pay."]
"""


@pytest.fixture
def nlp() -> Any:
    """A blank pipeline with the component."""
    found = spacy.blank("en")
    found.add_pipe(KEY)
    return found


def test_a_doc_carries_its_analysis(nlp: Any) -> None:
    """All records, the same as from `analyze`."""
    assert nlp(TEXT)._.diplocorpus == analyze(Document(id="doc", text=TEXT))


def test_what_is_known_of_a_document_goes_with_its_doc(nlp: Any) -> None:
    """Id and date, as `Document` takes them."""
    doc = nlp.make_doc(TEXT)
    doc.user_data["document"] = {"id": "note", "published": "2021-03-01"}
    [found] = nlp.pipe([doc])
    assert (found._.diplocorpus.document.id, found._.diplocorpus.meetings[0].date) == ("note", "2021-03-01")


def test_evidence_is_spans_of_the_doc(nlp: Any) -> None:
    """Labelled by the kind of record, with its id."""
    doc = nlp(TEXT)
    commitment = doc._.diplocorpus.commitments[0]
    spans = [span for span in doc.spans[KEY] if span.label_ == "Commitment"]
    assert [(span.text, span.id_) for span in spans] == [(evidence.text, commitment.id) for evidence in commitment.evidence]


def test_a_doc_without_analysis_has_none(nlp: Any) -> None:
    """Made by another pipeline, say."""
    assert spacy.blank("en")("Nothing here.")._.diplocorpus is None


def test_a_doc_survives_bytes(nlp: Any) -> None:
    """Analysis and spans."""
    doc = nlp(TEXT)
    revived = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert revived._.diplocorpus == doc._.diplocorpus
    assert [span.text for span in revived.spans[KEY]] == [span.text for span in doc.spans[KEY]]


def test_several_processes_give_what_one_gives(nlp: Any) -> None:
    """`nlp.pipe(n_process=2)`."""
    texts = [TEXT, "Nothing here.", TEXT.replace("Monday", "Tuesday")]
    assert [doc._.diplocorpus for doc in nlp.pipe(texts, n_process=2)] == [nlp(text)._.diplocorpus for text in texts]


def test_a_saved_pipeline_keeps_its_packs(tmp_path: Path) -> None:
    """The pack's file may be gone by then."""
    (tmp_path / "mine.toml").write_text(PACK, encoding="utf-8")
    nlp = spacy.blank("en")
    nlp.add_pipe(KEY, config={"packs": [str(tmp_path / "mine.toml")]})
    text = TEXT.replace("is ready to", "gives its word to")
    assert [str(c.trigger) for c in nlp(text)._.diplocorpus.commitments] == ["gives its word to"]
    nlp.to_disk(tmp_path / "pipeline")
    component: Any = nlp.get_pipe(KEY)
    data = component.to_bytes()
    (tmp_path / "mine.toml").unlink()
    assert spacy.load(tmp_path / "pipeline")(text)._.diplocorpus == nlp(text)._.diplocorpus
    assert len(component.from_bytes(data)(nlp.make_doc(text))._.diplocorpus.commitments) == 1


def test_displacy_draws_the_spans(nlp: Any) -> None:
    """In its span style."""
    drawn = displacy.render(nlp(TEXT), style="span", options={"spans_key": KEY}, jupyter=False)
    assert "Commitment" in drawn


def test_the_component_stands_behind_others() -> None:
    """It needs no order."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe(KEY, first=True)
    assert nlp(TEXT)._.diplocorpus.commitments


def test_making_a_pipeline_imports_nothing_of_ours_but_the_factory() -> None:
    """SpaCy imports every factory of an environment; ours costs next to nothing there."""
    code = "import sys, spacy; spacy.blank('en'); print(*sorted(m for m in sys.modules if m.startswith('diplocorpus')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) <= {"diplocorpus", "diplocorpus.spacy_component"}
