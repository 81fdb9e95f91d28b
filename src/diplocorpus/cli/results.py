"""Commands that make something of the records of many documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from diplocorpus.cli.console import complain, refuse
from diplocorpus.cli.sources import Columns, Encoding, Extractors, InputFormat, Packs, Paths, Run, Workers


def report(
    paths: Paths,
    output: Annotated[Path, typer.Option("--output", "-o", help="File to write (.html), or folder for a page a document as well.")],
    title: Annotated[str, typer.Option(help="What stands above it.")] = "Report",
    text: Annotated[bool, typer.Option("--text/--no-text", help="Quote the documents, or leave all quotations out.")] = True,
    workers: Workers = 1,
    pack: Packs = None,
    extractor: Extractors = None,
    encoding: Encoding = None,
    input_format: InputFormat = None,
    column: Columns = None,
) -> None:
    """Write a page to look at, on which every number leads to its evidence."""
    from diplocorpus.analyses import CorpusAnalysis

    if not output.resolve().parent.is_dir():
        refuse(f"{output.resolve().parent}: no such folder to write to")
    run = Run(paths, encoding, input_format, column, pack, extractor, workers)
    CorpusAnalysis(run.analyses()).report(title=title, text=text).save(output)
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


COMMANDS: dict[Callable[..., None], str] = {
    compare: "compare seeds/000*.txt seeds/003*.txt",
    report: "report seeds/ -o report.html",
}
"""The commands, each with an example of its use."""
