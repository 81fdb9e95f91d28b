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


COMMANDS: dict[Callable[..., None], str] = {
    report: "report seeds/ -o report.html",
}
"""The commands, each with an example of its use."""
