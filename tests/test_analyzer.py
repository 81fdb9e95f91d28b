"""How extractors are put in order, what comes with them, and what is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from diplocorpus import (
    Analysis,
    Analyzer,
    Commitment,
    ExtractorSpec,
    Findings,
    Record,
    Span,
    analyze,
    available_extractors,
    default_extractors,
    extract_commitments,
)
from diplocorpus.errors import ExtractorConflictError, ExtractorCycleError, ExtractorFailedError, ExtractorNeedError

TEXT = "Kenya will buy ten ferries from Chile, Kenyan President Anna Lowe said."


class Gift(Record):
    """A stranger's record."""


class Thanks(Record):
    """What another stranger makes of it."""


def nothing(document: Any, findings: Any, /) -> Iterator[Record]:
    """Find nothing."""
    return iter(())


GIFTS = ExtractorSpec("acme.gifts", nothing, Gift, (Thanks,))
THANKS = ExtractorSpec("acme.thanks", nothing, Thanks, (Gift,))


@pytest.mark.parametrize("name", [spec.name for spec in default_extractors()])
def test_an_extractor_of_ours_brings_what_it_needs(name: str) -> None:
    """So that each can be chosen by its name alone."""
    assert name in [spec.name for spec in Analyzer([name]).extractors]


def test_what_is_chosen_finds_what_it_finds_among_all() -> None:
    """And nothing is found that nobody needs."""
    narrow = Analyzer(["commitments"]).analyze(TEXT)
    assert narrow.commitments == analyze(TEXT).commitments != ()
    assert set(narrow.provenance.extractors) < set(available_extractors())


def test_what_a_stranger_needs_of_ours_comes_with_it() -> None:
    """And what theirs need in turn."""

    def of_commitments(_: Any, findings: Findings, /) -> Iterator[Gift]:
        return (Gift(evidence=commitment.evidence) for commitment in findings.of(Commitment))

    gifts = Analyzer([ExtractorSpec("acme.gifts", of_commitments, Gift, (Commitment,))]).analyze(TEXT).extensions["acme.gifts"]
    assert gifts == tuple(Gift(evidence=commitment.evidence) for commitment in analyze(TEXT).commitments) != ()


def test_what_none_produces_is_an_error_that_names_both() -> None:
    """The extractor and the type."""
    with pytest.raises(ExtractorNeedError, match=r"'acme\.gifts' needs Thanks") as caught:
        Analyzer([*default_extractors(), GIFTS])
    assert (caught.value.name, caught.value.needs) == ("acme.gifts", "Thanks")


def test_a_circle_of_needs_is_an_error_that_names_it() -> None:
    """Nobody can begin."""
    with pytest.raises(ExtractorCycleError) as caught:
        Analyzer([GIFTS, THANKS])
    assert set(caught.value.names) == {"acme.gifts", "acme.thanks"}


def test_two_of_one_name_are_an_error() -> None:
    """Their records would stand in one place."""
    with pytest.raises(ExtractorConflictError, match=r"acme\.gifts"):
        Analyzer([ExtractorSpec("acme.gifts", nothing, Gift), ExtractorSpec("acme.gifts", nothing, Thanks)])


BROKEN_PROMISES: list[tuple[str, Any, str]] = [
    ("another type", lambda document, _: [Thanks(evidence=(document.span(0, 1),))], "it yielded a Thanks, not a Gift"),
    ("evidence of another text", lambda *_: [Gift(evidence=(Span(start=0, end=3, text="Ott"),))], "is not the evidence 'Ott'"),
    ("evidence beyond the text", lambda *_: [Gift(evidence=(Span(start=900, end=903, text="Ott"),))], "is not the evidence 'Ott'"),
    ("an exception", lambda *_: dict[str, Any]()["clock"], "KeyError: 'clock'"),
    ("nothing to iterate over", lambda *_: None, "TypeError"),
]


@pytest.mark.parametrize(("what", "extract", "said"), BROKEN_PROMISES, ids=[row[0] for row in BROKEN_PROMISES])
def test_a_broken_promise_names_the_extractor_and_the_document(what: str, extract: Any, said: str) -> None:
    """Whatever the extractor did."""
    with pytest.raises(ExtractorFailedError, match=r"extractor 'acme\.gifts' failed on document 'text'") as caught:
        Analyzer([ExtractorSpec("acme.gifts", extract, Gift)]).analyze(TEXT)
    assert said in str(caught.value)


FAULTY: list[tuple[str, dict[str, Any]]] = [
    ("a need that is no tuple", {"requires": Commitment}),
    ("a need by name", {"requires": ("Commitment",)}),
    ("a result by name", {"produces": "Gift"}),
    ("no callable", {"extract": "find_gifts"}),
    ("one pack that is no tuple", {"packs": "gifts.toml"}),
]


@pytest.mark.parametrize(("what", "fields"), FAULTY, ids=[row[0] for row in FAULTY])
def test_a_faulty_spec_is_refused_where_it_is_made(what: str, fields: dict[str, Any]) -> None:
    """Not when the first document comes."""
    with pytest.raises(TypeError):
        ExtractorSpec(**{"name": "acme.gifts", "extract": nothing, "produces": Gift, **fields})


def test_records_that_were_read_from_json_are_records_again() -> None:
    """With their types; what has another stays a mapping."""
    spec = ExtractorSpec("acme.gifts", lambda document, _: [Gift(evidence=(document.span(0, 1),))], Gift)
    analyzer = Analyzer([spec])
    analysis = analyzer.analyze(TEXT)
    read = Analysis.model_validate_json(analysis.model_dump_json())
    assert analyzer.extensions == {"acme.gifts": Gift}
    assert read != analysis == read.with_types(analyzer.extensions)
    assert read.with_types({"acme.thanks": Thanks}) is read


@pytest.mark.parametrize("source", [None, b"Kenya will buy ships.", Path("seeds"), 7, {"a": "Kenya will buy ships."}, [7]], ids=repr)
def test_what_is_no_text_is_refused_in_words(source: Any) -> None:
    """It says what is wanted, not what went wrong within."""
    with pytest.raises(TypeError, match="a text, a Document or several of them"):
        extract_commitments(source)


def test_one_extractor_is_no_list_of_extractors() -> None:
    """A name alone is an iterable of letters."""
    with pytest.raises(TypeError, match=re.escape("['commitments'] in place of 'commitments'")):
        Analyzer("commitments")
