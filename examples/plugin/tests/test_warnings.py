"""The plug-in through diplocorpus, as its users meet it."""

import pytest

from diplocorpus import Analyzer, available_extractors, default_extractors
from diplocorpus.testing import assert_evidence, find, make_document

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


def test_the_pack_can_be_used_by_itself():
    """By its name."""
    assert Analyzer(packs=["example.warnings"]).packs.versions["example.warnings"] == "1"
