"""The program: its commands in the order in which `--help` lists them, and what becomes of errors and warnings."""

from __future__ import annotations

import signal
import warnings
from importlib.metadata import version as version_of
from typing import Annotated, NoReturn

import typer

from diplocorpus.cli import records, results, rules, scores
from diplocorpus.cli.console import complain
from diplocorpus.errors import DiplocorpusError

app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode="rich")
for _command, _example in {**records.COMMANDS, **results.COMMANDS, **scores.COMMANDS, **rules.COMMANDS}.items():
    app.command(name=_command.__name__.rstrip("_"), epilog=f"Example: diplocorpus {_example}")(_command)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"diplocorpus {version_of('diplocorpus')}")
        raise typer.Exit


@app.callback()
def program(
    version: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")] = False,
) -> None:
    """Turn diplomatic readouts into data: who met whom, who said what, who is bound to what."""


def main() -> None:
    """Run the command line."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):  # Windows knows no SIGHUP
            signal.signal(getattr(signal, name), _end)
    warnings.showwarning = lambda message, *_, **__: complain(message)
    try:
        app()
    except DiplocorpusError as error:
        complain(error)
        raise SystemExit(1) from error


def _end(number: int, _: object) -> NoReturn:
    """End as the signal would, but let go of what is half written."""
    raise SystemExit(128 + number)
