"""Commands that find records: all of them as data, or one kind as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from diplocorpus.cli.console import add_row, complain, refuse, show
from diplocorpus.cli.sources import Columns, Encoding, Extractors, Ids, IdsOf, InputFormat, Output, Packs, Paths, Run, Text, Workers
from diplocorpus.cli.strengths import MinStrength, strength


class Format(StrEnum):
    """What `analyze` writes: a file of JSON Lines or a DuckDB database, or a folder with a file a table."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    DUCKDB = "duckdb"


def analyze(
    paths: Paths,
    output: Output = None,
    format: Annotated[  # noqa: A002 - the option's name
        Format, typer.Option(help="jsonl: an analysis a line. csv, parquet: a folder with a file a table. duckdb: a database.")
    ] = Format.JSONL,
    resume: Annotated[
        bool, typer.Option("--resume", help="Write parts into the folder --output, and go on from those that a former run left there.")
    ] = False,
    text: Text = True,
    workers: Workers = 1,
    pack: Packs = None,
    extractor: Extractors = None,
    encoding: Encoding = None,
    input_format: InputFormat = None,
    column: Columns = None,
    ids: Ids = IdsOf.STEM,
) -> None:
    """Write everything found: JSON Lines, an analysis a line, or tables, or a folder of parts that a later run goes on from."""
    from diplocorpus.results.wording import json_lines

    run = Run(paths, encoding, input_format, column, pack, extractor, workers, ids)
    if resume:
        if output is None or format is not Format.JSONL or not text:
            refuse("--resume writes a folder of parts; name it with --output, without --format and --no-text")
        run.resume(output)
    elif format is not Format.JSONL:
        if output is None:
            refuse(f"--format {format} writes {'a file' if format is Format.DUCKDB else 'a folder'}; name it with --output")
        _write_tables(run, output, format, text=text)
    elif output is None:
        for line in json_lines(run.analyses(), text=text):
            typer.echo(line)
    else:
        _write_lines(json_lines(run.analyses(), text=text), output)
    if output is not None:
        complain(f"{run.done} documents analysed into {output}")
    run.finish()


def _write_lines(lines: Iterable[str], output: Path) -> None:
    from diplocorpus.errors import DocumentNotFoundError
    from diplocorpus.writing import whole_file

    try:
        with whole_file(output) as partial, partial.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{line}\n" for line in lines)
    except DocumentNotFoundError as error:
        refuse(error, error)


def _write_tables(run: Run, output: Path, format: Format, *, text: bool) -> None:  # noqa: A002
    from diplocorpus.extras import load_extra
    from diplocorpus.writing import whole_folder

    if not output.resolve().parent.is_dir():
        refuse(f"{output.resolve().parent}: no such folder to write to")
    if format is not Format.CSV:
        load_extra("pyarrow", format)  # rather than find out after hours
    if format is Format.DUCKDB:
        load_extra("duckdb", format)
    analyses = run.corpus()
    if format is Format.DUCKDB:
        analyses.to_duckdb(output, text=text)
        return
    write = analyses.to_csv if format is Format.CSV else analyses.to_parquet
    with whole_folder(output) as partial:
        for name in analyses.tables:
            write(name, partial / f"{name}.{format}", text=text)


def commitments(
    paths: Paths,
    min_strength: MinStrength = "proposed",
    party: Annotated[list[str] | None, typer.Option(help="Only commitments of these parties, by code; may be repeated.")] = None,
    workers: Workers = 1,
    pack: Packs = None,
    encoding: Encoding = None,
    input_format: InputFormat = None,
    column: Columns = None,
    ids: Ids = IdsOf.STEM,
) -> None:
    """Print a table of who is bound to what towards whom."""
    least = strength(min_strength)
    table = Table("Date", "Speaker", "Bound", "Towards", "Strength", "Actions", "Frameworks", show_lines=True)
    run = Run(paths, encoding, input_format, column, pack, None, workers, ids)
    for analysis in run.analyses():
        for c in analysis.commitments:
            if c.strength >= least and (not party or set(party) & {*c.committers, *c.counterparts}):
                bound_by = f"not: {c.strength}" if c.polarity == "negative" else c.strength
                actions = "\n".join("- " + " ".join(action.text.split()) for action in c.actions)
                add_row(table, analysis.document.date, c.speaker, c.committers, c.counterparts, bound_by, actions, c.frameworks)
    show(table)
    run.finish()


def meetings(
    paths: Paths,
    party: Annotated[list[str] | None, typer.Option(help="Only meetings of these parties, by code; may be repeated.")] = None,
    workers: Workers = 1,
    pack: Packs = None,
    encoding: Encoding = None,
    input_format: InputFormat = None,
    column: Columns = None,
    ids: Ids = IdsOf.STEM,
) -> None:
    """Print a table of who met whom, how, when, where and at what level."""
    table = Table("Date", "Kind", "Status", "Level", "Parties", "Participants", "Place", "Document")
    run = Run(paths, encoding, input_format, column, pack, None, workers, ids)
    for analysis in run.analyses():
        for meeting in chain(analysis.meetings, analysis.announced):
            if not party or set(party) & set(meeting.parties):
                people = "\n".join(person.name for person in meeting.participants)
                kind, level = meeting.kind.replace("_", " "), (meeting.level or "").replace("_", " ")
                add_row(table, meeting.date, kind, meeting.status, level, meeting.parties, people, meeting.place, analysis.document.id)
    show(table)
    run.finish()


COMMANDS: dict[Callable[..., None], str] = {
    analyze: "analyze seeds/ -o out.jsonl",
    commitments: "commitments seeds/ --min-strength pledged",
    meetings: "meetings seeds/ --party UZB",
}
"""The commands, each with an example of its use."""
