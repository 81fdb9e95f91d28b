"""What is shown to people: messages on standard error, tables on standard output."""

from __future__ import annotations

import sys
from typing import NoReturn

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

WIDTH = 160
"""Columns of a table that does not go to a terminal."""


def complain(message: object) -> None:
    """Write a message to standard error."""
    typer.echo(f"diplocorpus: {message}", err=True)


def refuse(message: object, cause: Exception | None = None) -> NoReturn:
    """End with the status of wrong usage, saying what was wrong."""
    complain(message)
    raise typer.Exit(2) from cause


def show(table: Table) -> None:
    """Print a table on standard output."""
    Console(width=None if sys.stdout.isatty() else WIDTH).print(table)


def add_row(table: Table, *cells: object) -> None:
    """Add a row whose cells are shown as they are, without markup; None and empty tuples are empty cells."""
    table.add_row(*(escape(", ".join(map(str, cell)) if isinstance(cell, tuple) else str(cell or "")) for cell in cells))
