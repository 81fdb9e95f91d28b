"""The command line: `diplocorpus analyze`, `commitments`, `evaluate`, `extractors`.

Data goes to standard output, messages to standard error. Exit status 0: done, 1: some documents failed, 2: wrong usage.
"""

from __future__ import annotations

import os
import sys
import tempfile
import warnings
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from diplocorpus.errors import (
    CorpusError,
    DiplocorpusError,
    DocumentNotFoundError,
    DuplicateDocumentError,
    EvaluationError,
    ExtractionError,
)

if TYPE_CHECKING:
    from diplocorpus.results.evaluation import Evaluation

app = typer.Typer(help="Turn diplomatic readouts into data.", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)

Paths = Annotated[list[str], typer.Argument(help="Files, folders, globs, archives or addresses of readouts.", show_default=False)]
Encoding = Annotated[str | None, typer.Option(help="Encoding of the files; found by itself if left out.")]
InputFormat = Annotated[str | None, typer.Option(help="Format of the files (text, html, csv, jsonl ...); found by itself if left out.")]
Columns = Annotated[list[str] | None, typer.Option("--column", help="Which column holds what, as text=article; may be repeated.")]


def _complain(message: object) -> None:
    typer.echo(f"diplocorpus: {message}", err=True)


class _Run:
    """Analyses documents one by one and counts those that failed."""

    def __init__(self, paths: Iterable[str], encoding: str | None, input_format: str | None, columns: Iterable[str] | None) -> None:
        from diplocorpus.corpus import iter_documents
        from diplocorpus.reading.finding import find

        self.failed = self.done = 0
        self._languages: list[str | None] = []
        self._places: dict[str, str] = {}
        sources = list(paths)
        missing = [first for path in sources if isinstance(first := next(find(path), None), DocumentNotFoundError)]
        for failure in missing:
            _complain(failure)
        pairs = dict(_pair(column) for column in columns or ())
        if missing:
            raise typer.Exit(2)
        try:
            self._documents = iter_documents(sources, encoding=encoding, format=input_format, columns=pairs, on_error=self._fail)
        except ValueError as error:
            _complain(error)
            raise typer.Exit(2) from error

    def _fail(self, error: CorpusError | ExtractionError) -> None:
        self.failed += 1
        _complain(error)

    def analyses(self) -> Iterator[object]:
        from diplocorpus.analyzer import default_analyzer, passed_over
        from diplocorpus.corpus import place_of

        analyzer = default_analyzer()
        for document in self._documents:
            place = place_of(document)
            if document.id in self._places:
                self._fail(DuplicateDocumentError(document.id, self._places[document.id], place))
                continue
            self._places[document.id] = place
            if passed_over(document):
                self._languages.append(document.language)
            try:
                yield analyzer.analyze(document)
            except ExtractionError as error:
                self._fail(error)
            else:
                self.done += 1

    def finish(self) -> None:
        from diplocorpus.analyzer import warn_of_passed_over

        warn_of_passed_over(self._languages)
        if self.failed:
            _complain(f"{self.failed} of {self.done + self.failed} documents failed, the others are written")
            raise typer.Exit(1)


def _pair(column: str) -> tuple[str, str]:
    field, equals, name = column.partition("=")
    if not equals or not name:
        _complain(f"--column {column!r} does not say which column holds what; write it as text=article")
        raise typer.Exit(2)
    return field.strip(), name


def _write_whole(path: Path, lines: Iterable[str]) -> None:
    """Write lines to a file that appears whole or not at all."""
    folder = path.resolve().parent
    if not folder.is_dir():
        _complain(f"{folder}: no such folder; make it first")
        raise typer.Exit(2)
    handle, name = tempfile.mkstemp(dir=folder, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            for line in lines:
                file.write(line + "\n")
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@app.command()
def analyze(
    paths: Paths,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="File to write; standard output if left out.")] = None,
    encoding: Encoding = None,
    input_format: InputFormat = None,
    column: Columns = None,
) -> None:
    """Write everything found as JSON Lines, one analysis a line."""
    from diplocorpus.models.analysis import Analysis

    run = _Run(paths, encoding, input_format, column)
    lines = (analysis.model_dump_json() for analysis in run.analyses() if isinstance(analysis, Analysis))
    if output is None:
        for line in lines:
            typer.echo(line)
    else:
        _write_whole(output, lines)
        _complain(f"{run.done} documents analysed into {output}")
    run.finish()


@app.command()
def commitments(
    paths: Paths,
    min_strength: Annotated[
        str | None, typer.Option(help="Leave out what is weaker: proposed, hoped, ready, affirmed, pledged, agreed.")
    ] = None,
    encoding: Encoding = None,
    input_format: InputFormat = None,
    column: Columns = None,
) -> None:
    """Print a table of who is bound to what towards whom."""
    from diplocorpus.models.analysis import Analysis
    from diplocorpus.models.discourse import Strength

    if min_strength is not None and min_strength not in set(Strength):
        _complain(f"{min_strength!r} is no strength; choose one of {', '.join(Strength)}")
        raise typer.Exit(2)
    least = Strength(min_strength) if min_strength else Strength.PROPOSED
    table = Table("Date", "Speaker", "Bound", "Towards", "Strength", "Actions", "Frameworks", show_lines=True)
    run = _Run(paths, encoding, input_format, column)
    for analysis in run.analyses():
        if not isinstance(analysis, Analysis):
            continue
        for c in analysis.commitments:
            if c.strength >= least:
                strength = f"not: {c.strength}" if c.polarity == "negative" else str(c.strength)
                acts = "\n".join("- " + " ".join(action.text.split()) for action in c.actions)
                row = (
                    analysis.document.date,
                    c.speaker,
                    ", ".join(c.committers),
                    ", ".join(c.counterparts),
                    strength,
                    acts,
                    ", ".join(c.frameworks),
                )
                table.add_row(*(_plain(cell) for cell in row))
    _console().print(table)
    run.finish()


def _console() -> Console:
    return Console(width=None if sys.stdout.isatty() else 160)


def _plain(cell: str | None) -> str:
    from rich.markup import escape

    return escape(cell or "")


class _Group(StrEnum):
    """What scores can be told apart by."""

    PUBLISHER = "publisher"


@app.command(name="evaluate")
def evaluate_(
    gold: Annotated[str, typer.Argument(help="Folder of *.gold.json or of brat standoff, or a JSON Lines file.", show_default=False)],
    predictions: Annotated[str, typer.Argument(help="JSON Lines, one analysis a line.", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="Print the scores as JSON.")] = False,
    errors: Annotated[int, typer.Option(min=0, help="Also list the first N differences from gold.")] = 0,
    by: Annotated[_Group | None, typer.Option(help="Also score each publisher.")] = None,
) -> None:
    """Score analyses, ours or another extractor's, against gold annotations."""
    from diplocorpus.results.evaluation import evaluate

    try:
        evaluation = evaluate(gold, predictions, by="publisher" if by else None)
    except (EvaluationError, DocumentNotFoundError) as error:
        _complain(error)
        raise typer.Exit(2) from error
    for key in evaluation.unpredicted:
        _complain(f"{key}: no prediction; scored as if nothing was found in it")
    if evaluation.unannotated:
        _complain(f"{len(evaluation.unannotated)} predictions have no gold annotation and are not scored")
    if as_json:
        shortened = evaluation.model_copy(update={"differences": evaluation.differences[:errors]})
        typer.echo(shortened.model_dump_json(indent=1))
        return
    _print_scores(evaluation)
    for difference in evaluation.differences[:errors]:
        typer.echo(str(difference))


def _print_scores(evaluation: Evaluation) -> None:
    """Print what was found, the fields that are right, and F1 by group."""
    console = _console()
    number = f"{evaluation.documents} document{'' if evaluation.documents == 1 else 's'}"
    found = Table("Measure", "Precision", "Recall", "F1", "Gold", "Predicted", title=f"Found in {number}")
    for name, score in evaluation.found.items():
        found.add_row(name, f"{score.precision:.4f}", f"{score.recall:.4f}", f"{score.f1:.4f}", str(score.gold), str(score.predicted))
    console.print(found)
    right = Table("Field", "Accuracy", "Of", title="Right where found")
    for name, field in evaluation.right.items():
        right.add_row(name, f"{field.accuracy:.4f}", str(field.n))
    console.print(right)
    if evaluation.by:
        shown = [name for name in evaluation.found if name != "frameworks.core"]
        groups = Table("Publisher", "Documents", *shown, title="F1 by publisher")
        for publisher, scores in evaluation.by.items():
            cells = (f"{scores.found[name].f1:.4f}" if name in scores.found else "" for name in shown)
            groups.add_row(_plain(publisher), str(scores.documents), *cells)
        console.print(groups)


@app.command()
def extractors() -> None:
    """List the extractors, our own and those of installed packages."""
    from diplocorpus.plugins import available_extractors

    for name in available_extractors():
        typer.echo(name)


def main() -> None:
    """Run the command line."""
    warnings.showwarning = lambda message, *_, **__: _complain(message)
    try:
        app()
    except DiplocorpusError as error:
        _complain(error)
        raise SystemExit(1) from error


if __name__ == "__main__":
    main()
