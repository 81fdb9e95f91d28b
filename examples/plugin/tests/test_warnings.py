"""The plug-in through diplocorpus, as its users meet it."""

import pytest
import spacy
from diplocorpus_warnings import Gravity

from diplocorpus import Analyzer, CorpusAnalysis, available_extractors, default_extractors, load_analyses
from diplocorpus.testing import assert_evidence, assert_pack, find, make_document

TEXT = "Kenyan President Paul Ott said that Kenya will not stand idly by. He added that those who play with fire will be burnt."


@pytest.fixture(scope="module")
def analysis():
    """The analysis of a text with two warnings."""
    analyzer = Analyzer(extractors=[*default_extractors(), "example.warnings"])
    return analyzer.analyze(make_document(TEXT))


def test_the_extractor_is_offered_by_name():
    """Once the package is installed."""
    assert "example.warnings" in available_extractors()


def test_a_warning_has_its_words_gravity_and_speaker(analysis):
    """Each with evidence."""
    warnings = analysis.extensions["example.warnings"]
    assert find(warnings, gravity="threat").words.text == "will not stand idly by"
    assert find(warnings, gravity="caution").speaker == "Paul Ott"
    assert_evidence(analysis)


def test_other_records_stay_as_they_are(analysis, diplocorpus_analyzer):
    """A plug-in adds."""
    assert analysis.records == diplocorpus_analyzer.analyze(make_document(TEXT)).records


def test_the_phrases_do_what_their_examples_say():
    """And not what the counterexamples show."""
    assert_pack("example.warnings")


def test_the_pack_can_be_used_by_itself():
    """By its name."""
    assert Analyzer(packs=["example.warnings"]).packs.versions["example.warnings"] == "1"


def test_warnings_go_wherever_records_go(analysis, tmp_path):
    """Into a table, a page, and to JSON and back."""
    analyses = CorpusAnalysis([analysis])
    assert [(row.words, row.gravity) for row in analyses.table("example.warnings")] == [
        ("will not stand idly by", Gravity.THREAT),
        ("play with fire", Gravity.CAUTION),
    ]
    assert "Warned" in analysis.to_html()
    analyses.to_jsonl(tmp_path / "out.jsonl")
    assert load_analyses(tmp_path / "out.jsonl", extractors=["example.warnings"]) == analyses


def test_the_extractor_works_inside_spacy(analysis):
    """By its name in the settings; what it needs of ours comes with it."""
    nlp = spacy.blank("en")
    nlp.add_pipe("diplocorpus", config={"extractors": ["example.warnings"]})
    doc = nlp(TEXT)
    assert doc._.diplocorpus.extensions == analysis.extensions
    assert [span.text for span in doc.spans["diplocorpus"] if span.label_ == "Warned"] == ["will not stand idly by", "play with fire"]
