"""What a parse adds: sources at any distance from their cue, and verbs that report only with both ends in place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy
from spacy.language import Language

from diplocorpus import Analyzer, analyze

Found = tuple[str, str, list[str]]

REPORTED: dict[str, tuple[str, str, Found]] = {
    # why: text, its parse (word, tag, relation, place of the head), source with cue and content
    "people who hold no office": (
        "Local farmers attacked the plan.",
        "Local|JJ|amod|1 farmers|NNS|nsubj|2 attacked|VBD|ROOT|2 the|DT|det|4 plan|NN|dobj|2 .|.|punct|2",
        ("Local farmers", "attacked", ["the plan"]),
    ),
    "a quotation before a long source": (
        '"We never paid," a tired harbour master moaned.',
        '"|\'\'|punct|10 We|PRP|nsubj|3 never|RB|neg|3 paid|VBD|ccomp|10 ,|,|punct|10 "|\'\'|punct|10 a|DT|det|9 tired|JJ|amod|9 harbour|NN|compound|9 master|NN|nsubj|10 moaned|VBD|ROOT|10 .|.|punct|10',
        ("a tired harbour master", "moaned", ["We never paid"]),
    ),
    "a description between source and cue": (
        "Observers, who follow the talks, guess the border will open.",
        "Observers|NNS|nsubj|7 ,|,|punct|0 who|WP|nsubj|3 follow|VBP|relcl|0 the|DT|det|5 talks|NNS|dobj|3 ,|,|punct|0 guess|VBP|ROOT|7 the|DT|det|9 border|NN|nsubj|11 will|MD|aux|11 open|VB|ccomp|7 .|.|punct|7",
        ("Observers", "guess", ["the border will open"]),
    ),
    "a participle has the subject of its verb": (
        "Lowe arrived late, having blamed the weather.",
        "Lowe|NNP|nsubj|1 arrived|VBD|ROOT|1 late|RB|advmod|1 ,|,|punct|1 having|VBG|aux|5 blamed|VBN|advcl|1 the|DT|det|7 weather|NN|dobj|5 .|.|punct|1",
        ("Lowe", "blamed", ["the weather"]),
    ),
    "what belongs to a complement though it hangs on the verb": (
        "Critics compared the dam to a wall.",
        "Critics|NNS|nsubj|1 compared|VBD|ROOT|1 the|DT|det|3 dam|NN|dobj|1 to|IN|prep|1 a|DT|det|6 wall|NN|pobj|4 .|.|punct|1",
        ("Critics", "compared", ["the dam to a wall"]),
    ),
    "a passive with its agent": (
        "The toll was attacked by farmers.",
        "The|DT|det|1 toll|NN|nsubjpass|3 was|VBD|auxpass|3 attacked|VBN|ROOT|3 by|IN|agent|3 farmers|NNS|pobj|4 .|.|punct|3",
        ("farmers", "attacked", ["The toll"]),
    ),
    "several sources": (
        "Lowe and Ott unveiled a plan.",
        "Lowe|NNP|nsubj|3 and|CC|cc|0 Ott|NNP|conj|0 unveiled|VBD|ROOT|3 a|DT|det|5 plan|NN|dobj|3 .|.|punct|3",
        ("Lowe and Ott", "unveiled", ["a plan"]),
    ),
}  # fmt: skip

SILENT = {
    # why: text, its parse
    "a road does not publish": ("The road shows rising cracks.", "The|DT|det|1 road|NN|nsubj|2 shows|VBZ|ROOT|2 rising|VBG|amod|4 cracks|NNS|dobj|2 .|.|punct|2"),
    "an infinitive tells what may be done": ("A way to attack the plan exists.", "A|DT|det|1 way|NN|nsubj|6 to|TO|aux|3 attack|VB|relcl|1 the|DT|det|5 plan|NN|dobj|3 exists|VBZ|ROOT|6 .|.|punct|6"),
    "what binds is a commitment": ("Freedonia supports the plan.", "Freedonia|NNP|nsubj|1 supports|VBZ|ROOT|1 the|DT|det|3 plan|NN|dobj|1 .|.|punct|1"),
    "an encounter does not speak": ("The talks revealed a gap.", "The|DT|det|1 talks|NNS|nsubj|2 revealed|VBD|ROOT|2 a|DT|det|4 gap|NN|dobj|2 .|.|punct|2"),
    "nobody speaks": ("This suggests that prices rise.", "This|DT|nsubj|1 suggests|VBZ|ROOT|1 that|IN|mark|4 prices|NNS|nsubj|4 rise|VBP|ccomp|1 .|.|punct|1"),
    "a noun that looks like the verb": ("Farmers made an attack.", "Farmers|NNS|nsubj|1 made|VBD|ROOT|1 an|DT|det|3 attack|NN|dobj|1 .|.|punct|1"),
    "a relative pronoun says nothing": ("The plan that Ott unveiled failed.", "The|DT|det|1 plan|NN|nsubj|5 that|WDT|dobj|4 Ott|NNP|nsubj|4 unveiled|VBD|relcl|1 failed|VBD|ROOT|5 .|.|punct|5"),
}  # fmt: skip

WITHIN = "Lowe said farmers attacked the plan."
PARSE_OF_WITHIN = "Lowe|NNP|nsubj|1 said|VBD|ROOT|1 farmers|NNS|nsubj|3 attacked|VBD|ccomp|1 the|DT|det|5 plan|NN|dobj|3 .|.|punct|1"


@pytest.fixture(scope="module")
def analyzer(by_hand: Callable[..., Language]) -> Analyzer:
    """An analyzer that knows all parses of this page."""
    return Analyzer(nlp=by_hand(*(row[1] for row in REPORTED.values()), *(row[1] for row in SILENT.values()), PARSE_OF_WITHIN))


@pytest.mark.parametrize("why", REPORTED)
def test_a_parse_shows_who_reports_what(why: str, analyzer: Analyzer) -> None:
    """The record's rule says that it rests on a parse; without one there is no record."""
    text, _, expected = REPORTED[why]
    [found] = analyzer.analyze(text).attributions
    assert found.source is not None
    assert (found.source.text, found.cue.text, [span.text for span in found.content]) == expected
    assert found.rules[0].endswith("/parsed")
    assert analyze(text).attributions == ()


@pytest.mark.parametrize("why", SILENT)
def test_a_verb_without_its_two_ends_reports_nothing(why: str, analyzer: Analyzer) -> None:
    """Nor does one that binds."""
    assert analyzer.analyze(SILENT[why][0]).attributions == ()


def test_what_the_rules_found_stays_as_it_is(analyzer: Analyzer) -> None:
    """Reports within somebody's words are part of them."""
    assert analyzer.analyze(WITHIN).attributions == analyze(WITHIN).attributions != ()


def small_english_pipelines() -> list[str]:
    """Return the names of installed English pipelines."""
    return [name for name in spacy.util.get_installed_models() if name.startswith("en_")]


INSTALLED = [
    # sentence, source, cue, content
    ("Residents of the upper valley have long feared that the dam will break.", "Residents of the upper valley", "feared", "the dam will break"),
    ("Opponents of the canal, most of them farmers, blasted the minister for his haste.", "Opponents of the canal", "blasted", "the minister for his haste"),
    ("A retired pilot who now runs the harbour guessed that no ship would call.", "A retired pilot who now runs the harbour", "guessed", "no ship would call"),
]  # fmt: skip


@pytest.mark.skipif(not small_english_pipelines(), reason="no English pipeline is installed")
@pytest.mark.parametrize(("sentence", "source", "cue", "content"), INSTALLED)
def test_an_installed_pipeline_finds_what_the_rules_do_not(sentence: str, source: str, cue: str, content: str) -> None:
    """Any trained one will do for sentences as plain as these."""
    [found] = Analyzer(nlp=small_english_pipelines()[0]).analyze(sentence).attributions
    assert found.source is not None
    assert (found.source.text, found.cue.text, found.content[0].text) == (source, cue, content)
