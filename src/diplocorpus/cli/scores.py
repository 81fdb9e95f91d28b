"""The command that scores analyses against gold annotations."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from diplocorpus.cli.console import add_row, complain, refuse, show
from diplocorpus.errors import DocumentNotFoundError, EvaluationError

if TYPE_CHECKING:
    from diplocorpus.results.evaluation import Evaluation


class Group(StrEnum):
    """What scores can be told apart by."""

    PUBLISHER = "publisher"


def evaluate(
    gold: Annotated[str, typer.Argument(help="Folder of *.gold.json or of brat standoff, or a JSON Lines file.", show_default=False)],
    predictions: Annotated[str, typer.Argument(help="JSON Lines, one analysis a line.", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="Print the scores as JSON.")] = False,
    errors: Annotated[int, typer.Option(min=0, help="Also list the first N differences from gold.")] = 0,
    by: Annotated[Group | None, typer.Option(help="Also score each publisher.")] = None,
) -> None:
    """Score analyses, ours or another extractor's, against gold annotations."""
    from diplocorpus.results import evaluation as scoring

    try:
        evaluation = scoring.evaluate(gold, predictions, by="publisher" if by else None)
    except (EvaluationError, DocumentNotFoundError) as error:
        refuse(error, error)
    for key in evaluation.unpredicted:
        complain(f"{key}: no prediction; scored as if nothing was found in it")
    if evaluation.unannotated:
        complain(f"{len(evaluation.unannotated)} predictions have no gold annotation and are not scored")
    if as_json:
        shortened = evaluation.model_copy(update={"differences": evaluation.differences[:errors]})
        typer.echo(shortened.model_dump_json(indent=1))
        return
    _show_scores(evaluation)
    for difference in evaluation.differences[:errors]:
        typer.echo(str(difference))


def _show_scores(evaluation: Evaluation) -> None:
    """Print what was found, the fields that are right, and F1 by group."""
    number = f"{evaluation.documents} document{'' if evaluation.documents == 1 else 's'}"
    found = Table("Measure", "Precision", "Recall", "F1", "Gold", "Predicted", title=f"Found in {number}")
    for name, score in evaluation.found.items():
        add_row(found, name, f"{score.precision:.4f}", f"{score.recall:.4f}", f"{score.f1:.4f}", f"{score.gold}", f"{score.predicted}")
    show(found)
    right = Table("Field", "Accuracy", "Of", title="Right where found")
    for name, field in evaluation.right.items():
        add_row(right, name, f"{field.accuracy:.4f}", f"{field.n}")
    show(right)
    if evaluation.by:
        shown = [name for name in evaluation.found if name != "frameworks.core"]
        groups = Table("Publisher", "Documents", *shown, title="F1 by publisher")
        for publisher, scores in evaluation.by.items():
            cells = (f"{scores.found[name].f1:.4f}" if name in scores.found else "" for name in shown)
            add_row(groups, publisher, f"{scores.documents}", *cells)
        show(groups)


COMMANDS: dict[Callable[..., None], str] = {evaluate: "evaluate gold/ out.jsonl --errors 20"}
"""The command, with an example of its use."""
