"""Commands that make something of the records of many documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, cast

import typer
from rich.table import Table

from diplocorpus.cli.console import add_row, complain, refuse, show
from diplocorpus.cli.sources import Columns, Encoding, Extractors, Ids, IdsOf, InputFormat, Packs, Paths, Run, Text, Workers
from diplocorpus.cli.strengths import MinStrength, strength


def report(
    paths: Paths,
    output: Annotated[Path, typer.Option("--output", "-o", help="File to write (.html), or folder for a page a document as well.")],
    title: Annotated[str, typer.Option(help="What stands above it.")] = "Report",
    text: Text = True,
    workers: Workers = 1,
    pack: Packs = None,
    extractor: Extractors = None,
    encoding: Encoding = None,
    input_format: InputFormat = None,
    column: Columns = None,
    ids: Ids = IdsOf.STEM,
) -> None:
    """Write a page to look at, on which every number leads to its evidence."""
    if not output.resolve().parent.is_dir():
        refuse(f"{output.resolve().parent}: no such folder to write to")
    run = Run(paths, encoding, input_format, column, pack, extractor, workers, ids)
    run.corpus().report(title=title, text=text).save(output)
    complain(f"report on {run.done} documents written to {output}")
    run.finish()


def compare(
    a: Annotated[str, typer.Argument(metavar="A", help="One account: a file with one readout.", show_default=False)],
    b: Annotated[str, typer.Argument(metavar="B", help="The other account of the same encounter.", show_default=False)],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write a page to look at to this file (.html) instead.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the comparison as JSON.")] = False,
    encoding: Encoding = None,
    input_format: InputFormat = None,
    column: Columns = None,
) -> None:
    """Print what two accounts of one encounter both tell, tell differently, or tell alone."""
    from diplocorpus.errors import DocumentNotFoundError
    from diplocorpus.results import compare as comparing
    from diplocorpus.writing import whole_file

    accounts = []
    for path in (a, b):
        found = list(Run([path], encoding, input_format, column).analyses())
        if len(found) != 1:
            refuse(f"{path}: {len(found)} documents, where one account is needed")
        accounts += found
    comparison = comparing.compare(*accounts)
    if output is None:
        typer.echo(comparison.model_dump_json() if as_json else str(comparison))
        return
    try:
        with whole_file(output) as partial:
            partial.write_text(comparison.to_html(), encoding="utf-8", newline="")
    except DocumentNotFoundError as error:
        refuse(error, error)


def timeline(
    what: Annotated[str, typer.Argument(metavar="WHAT", help="A framework, by its id, or a phrase.", show_default=False)],
    paths: Paths,
    by: Annotated[str, typer.Option(help="How long a period is: year, quarter, month or day.")] = "year",
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
    workers: Workers = 1,
    pack: Packs = None,
    extractor: Extractors = None,
    encoding: Encoding = None,
    input_format: InputFormat = None,
    column: Columns = None,
    ids: Ids = IdsOf.STEM,
) -> None:
    """Print when and by whom a framework or phrase is mentioned, and how its wording changes."""
    from diplocorpus.results import timeline as following

    run = Run(paths, encoding, input_format, column, pack, extractor, workers, ids)
    try:
        seen = following.timeline(run.analyses(), what, by=cast("following.By", by))
    except ValueError as error:
        refuse(error, error)
    typer.echo(seen.model_dump_json() if as_json else str(seen))
    run.finish()


def ledger(
    paths: Paths,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write it as CSV to this file instead.")] = None,
    min_strength: MinStrength = "ready",
    previous: Annotated[Path | None, typer.Option(help="An earlier ledger (.csv), whose outcomes and notes go over.")] = None,
    workers: Workers = 1,
    pack: Packs = None,
    extractor: Extractors = None,
    encoding: Encoding = None,
    input_format: InputFormat = None,
    column: Columns = None,
    ids: Ids = IdsOf.STEM,
) -> None:
    """Print who is bound to what, repeated acts together, or write it with columns for what became of it."""
    from diplocorpus.errors import DocumentNotFoundError, ResultFormatError
    from diplocorpus.results import ledger as keeping

    least = strength(min_strength)
    run = Run(paths, encoding, input_format, column, pack, extractor, workers, ids)
    try:
        earlier = keeping.read_ledger(previous) if previous else None
        entries = keeping.ledger(run.analyses(), min_strength=least, previous=earlier)
        if output is not None:
            entries.to_csv(output)
    except (DocumentNotFoundError, ResultFormatError) as error:
        refuse(error, error)
    if output is None:
        table = Table("First", "Last", "Documents", "Bound", "Towards", "Strength", "Mirrored", "Action", show_lines=True)
        for entry in entries:
            bound_by = f"not: {entry.strength}" if entry.polarity == "negative" else entry.strength
            who, mirrored, action = (
                (entry.committers, entry.counterparts),
                "yes" if entry.mirrored else None,
                " ".join(entry.action.split()),
            )
            add_row(table, entry.first, entry.last, entry.documents, *who, bound_by, mirrored, action)
        show(table)
    run.finish()


COMMANDS: dict[Callable[..., None], str] = {
    compare: "compare seeds/000*.txt seeds/003*.txt",
    timeline: "timeline SCO seeds/",
    ledger: "ledger seeds/ -o ledger.csv",
    report: "report seeds/ -o report.html",
}
"""The commands, each with an example of its use."""
