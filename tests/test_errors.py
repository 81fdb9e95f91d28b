"""Errors say what happened, where and what to do, and carry the facts as attributes."""

from __future__ import annotations

import inspect
import pickle
import re
import textwrap
from collections.abc import Callable

import pytest

from diplocorpus import errors

MAKERS: dict[str, Callable[[], errors.DiplocorpusError]] = {
    "DocumentNotFoundError": lambda: errors.DocumentNotFoundError("readouts/"),
    "DocumentFormatError": lambda: errors.DocumentFormatError("a.txt", "not text", "convert it first"),
    "DocumentEncodingError": lambda: errors.DocumentEncodingError("a.csv", "utf-8", 17, row=3),
    "ReadLimitError": lambda: errors.ReadLimitError("a.zip", "it unpacks to more than 10 bytes", "unpacked_bytes", row=3),
    "MissingExtraError": lambda: errors.MissingExtraError("trafilatura", "html"),
    "DuplicateDocumentError": lambda: errors.DuplicateDocumentError("a", "one/a.txt", "two/a.txt"),
    "PatternFormatError": lambda: errors.PatternFormatError("mine.toml", "pattern.0.label", "no such label"),
    "PatternConflictError": lambda: errors.PatternConflictError("phrase 'may'", "mine.toml: pattern.0", "mine.toml: pattern.1"),
    "TableFormatError": lambda: errors.TableFormatError("mine.csv", 3, "since", "the cell is empty"),
    "UnknownExtractorError": lambda: errors.UnknownExtractorError("treaties", ["meetings", "commitments"]),
    "PluginLoadError": lambda: errors.PluginLoadError("acme.sanctions", "acme", "no module named acme"),
    "ExtractorNeedError": lambda: errors.ExtractorNeedError("acme.gifts", "Toast"),
    "ExtractorCycleError": lambda: errors.ExtractorCycleError(["a", "b"], "a needs b and b needs a"),
    "ExtractorConflictError": lambda: errors.ExtractorConflictError("meetings"),
    "PipelineNotFoundError": lambda: errors.PipelineNotFoundError("en_small", ["en_large", "de_small"]),
    "PipelineUnfitError": lambda: errors.PipelineUnfitError("en_small 1.0", "has no component that assigns token.dep, such as a parser"),
    "ExtractorFailedError": lambda: errors.ExtractorFailedError("acme.sanctions", "seed", "KeyError: 'x'"),
    "WorkerDiedError": lambda: errors.WorkerDiedError("seed", -9),
    "WorkerStartError": lambda: errors.WorkerStartError("no module named acme"),
    "RunExistsError": lambda: errors.RunExistsError("out"),
    "RunMismatchError": lambda: errors.RunMismatchError("out", "document 3 is 'b' and was 'a'"),
    "SchemaVersionError": lambda: errors.SchemaVersionError(2, 1),
    "GoldFormatError": lambda: errors.GoldFormatError("a.gold.json", "commitments.0.trigger", "Field required"),
    "PredictionFormatError": lambda: errors.PredictionFormatError("out.jsonl", "line 3", "Invalid JSON"),
    "TextMismatchError": lambda: errors.TextMismatchError("a", "[3:7] holds 'will', gold has 'shall'"),
    "ResultFormatError": lambda: errors.ResultFormatError("ledger.csv", 3, "no column 'outcome'"),
}
"""A way to make each error that has facts to carry."""


def drawn_tree() -> dict[str, str | None]:
    """Return class name to parent as the module's docstring draws them."""
    drawing = textwrap.dedent(str(errors.__doc__).partition("::\n\n")[2].partition("\n\nA message")[0])
    parents: dict[str, str | None] = {}
    path: list[str] = []
    for line in drawing.splitlines():
        depth = (len(line) - len(line.lstrip())) // 4
        name = line.split()[0]
        path[depth:] = [name]
        parents[name] = path[depth - 1] if depth else None
    return parents


def own_classes() -> dict[str, type]:
    """Return the classes that the module defines."""
    return {name: value for name, value in vars(errors).items() if inspect.isclass(value) and value.__module__ == errors.__name__}


def test_the_docstring_draws_every_class() -> None:
    """The drawing is what a user reads first."""
    assert set(drawn_tree()) == set(own_classes())


@pytest.mark.parametrize(("name", "parent"), drawn_tree().items())
def test_the_drawing_is_the_hierarchy(name: str, parent: str | None) -> None:
    """What is drawn below a class is caught with it."""
    if parent is not None:
        assert issubclass(own_classes()[name], own_classes()[parent])


def test_every_error_with_facts_is_tried_here() -> None:
    """A new error gets a row in this module."""
    with_facts = {name for name, value in own_classes().items() if "__init__" in vars(value)}
    assert with_facts == set(MAKERS)


@pytest.mark.parametrize("name", MAKERS)
def test_a_message_holds_every_fact_and_says_what_to_do(name: str) -> None:
    """What happened and where come first, the remedy after a semicolon."""
    error = MAKERS[name]()
    for fact in vars(error).values():
        for value in [fact] if isinstance(fact, (str, int)) else fact:
            assert str(value) in str(error)
    assert re.search(r"[;,] \w+|available: ", str(error))


def test_a_missing_document_is_also_a_file_not_found_error() -> None:
    """Code that knows nothing of diplocorpus catches it."""
    with pytest.raises(FileNotFoundError):
        raise errors.DocumentNotFoundError("readouts/")


def test_a_group_of_reading_errors_splits_into_groups_of_the_same_kind() -> None:
    """`except*` keeps the type."""
    group = errors.CorpusReadError(
        "2 documents", [errors.DocumentNotFoundError("a"), errors.DocumentFormatError("b", "no text", "leave it out")]
    )
    missing, rest = group.split(errors.DocumentNotFoundError)
    assert isinstance(missing, errors.CorpusReadError)
    assert isinstance(rest, errors.CorpusReadError)
    assert [type(error) for error in rest.exceptions] == [errors.DocumentFormatError]


def test_an_unknown_extractor_comes_with_those_there_are() -> None:
    """In order, so that the message reads the same each time."""
    assert errors.UnknownExtractorError("treaties", ["meetings", "commitments"]).available == ("commitments", "meetings")


@pytest.mark.parametrize("name", MAKERS)
def test_an_error_can_be_sent_to_another_process(name: str) -> None:
    """With its message and its facts."""
    error = MAKERS[name]()
    revived = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (type(revived), str(revived), vars(revived)) == (type(error), str(error), vars(error))


def test_a_group_of_errors_can_be_sent_to_another_process() -> None:
    """With its errors."""
    group = errors.CorpusReadError("2 failed", [errors.MissingExtraError("pypdf", "pdf"), errors.DocumentNotFoundError("a")])
    assert [str(error) for error in pickle.loads(pickle.dumps(group)).exceptions] == [str(error) for error in group.exceptions]  # noqa: S301
