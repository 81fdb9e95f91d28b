"""A user's trained pipeline: what is asked of it, and what is said where it does not fit."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import pytest
import spacy
from spacy.language import Language

from diplocorpus import Analyzer
from diplocorpus.errors import DiplocorpusError, PipelineNotFoundError, PipelineUnfitError
from diplocorpus.text.pipeline import Pipeline

RAIN = "Rain|NN|nsubj|1 fell|VBD|ROOT|1 .|.|punct|1"


def test_the_parse_is_of_our_tokens_whatever_the_pipeline_s_tokenizer(by_hand: Callable[..., Language]) -> None:
    """It is not asked."""
    nlp = by_hand(RAIN)
    nlp.tokenizer = lambda text: pytest.fail("asked")
    parse = Pipeline(nlp)(["Rain", "fell", "."], [False, False, True], [0])
    assert (parse.heads, parse.relations, parse.tags) == ((1, 1, 1), ("nsubj", "ROOT", "punct"), ("NN", "VBD", "."))


def test_our_sentences_begin_where_we_say_and_quotations_may_be_divided() -> None:
    """A heading does not run into the text, and only behind the end of a sentence may another begin."""
    seen: list[list[bool | None]] = []

    @Language.component("note_starts", assigns=["token.dep", "token.tag"])
    def note(doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
        seen.append([token.is_sent_start for token in doc])
        return doc

    nlp = spacy.blank("en")
    nlp.add_pipe("note_starts")
    Pipeline(nlp)('Talks held " No . Yes , " he said .'.split(), [False] * 11, [0, 2])
    assert seen == [[True, False, True, False, False, None, False, False, None, False, False]]


def test_provenance_tells_which_pipeline_it_was(by_hand: Callable[..., Language]) -> None:
    """Name and version; without one it is none."""
    assert Analyzer(nlp=by_hand(RAIN)).analyze("Rain fell.").provenance.pipeline == "en_by_hand 1.0"
    assert Analyzer().analyze("Rain fell.").provenance.pipeline is None


def test_an_analyzer_with_a_pipeline_can_be_pickled(by_hand: Callable[..., Language]) -> None:
    """The pipeline goes with it."""
    analyzer = pickle.loads(pickle.dumps(Analyzer(nlp=by_hand(RAIN))))  # noqa: S301
    assert analyzer.analyze("Rain fell.").provenance.pipeline == "en_by_hand 1.0"


def test_a_pipeline_that_is_not_installed_is_named_with_those_that_are() -> None:
    """And with the command that installs one."""
    with pytest.raises(PipelineNotFoundError, match="spacy download en_no_such_pipeline") as raised:
        Analyzer(nlp="en_no_such_pipeline")
    assert isinstance(raised.value, DiplocorpusError)
    assert (raised.value.name, raised.value.available) == ("en_no_such_pipeline", tuple(sorted(spacy.util.get_installed_models())))


@pytest.mark.parametrize(
    ("language", "reason"), [("en", "token.dep"), ("de", "for the language 'de'")], ids=["no parser", "another language"]
)
def test_a_pipeline_that_gives_no_parse_of_english_is_refused(language: str, reason: str) -> None:
    """At once, not when the first document comes."""
    with pytest.raises(PipelineUnfitError, match=reason):
        Analyzer(nlp=spacy.blank(language))


def test_a_text_without_a_word_is_not_parsed(by_hand: Callable[..., Language]) -> None:
    """There is nothing to ask."""
    assert Analyzer(nlp=by_hand()).analyze(" \n").records == ()
