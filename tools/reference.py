"""The pages of the reference that are made of the package itself: the columns of its tables, the types of its signatures."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from importlib.resources import files
from types import UnionType
from typing import Literal, Union, get_args, get_origin

from pydantic import BaseModel

from diplocorpus import types
from diplocorpus.results.columns import Column
from diplocorpus.results.database import keyed_tables


def tables_page() -> str:
    """Return the sections of the page on tables, in Markdown."""
    return "\n".join([*_tables(), "## Views", "", "```sql", _views(), "```", ""])


def types_page() -> str:
    """Return the sections of the page on types: classes with their fields, aliases with what they stand for."""
    found = {name: getattr(types, name) for name in types.__all__}
    aliases = {name: value for name, value in found.items() if not inspect.isclass(value) or value in (str, int)}
    lines = ["## What results hold", "", "```{eval-rst}"]
    for name in sorted(found.keys() - aliases.keys()):
        kind = "autopydantic_model" if issubclass(found[name], BaseModel) else "autoclass"
        lines += [f".. {kind}:: diplocorpus.types.{name}", "   :members:", "   :undoc-members:"]
    lines += ["```", "", "## What arguments may be", "", "| name | stands for |", "|---|---|"]
    return "\n".join([*lines, *(f"| `{name}` | {_in_words(value)} |" for name, value in aliases.items()), ""])


def _in_words(alias: object) -> str:
    """Return what an alias stands for, without the modules that its parts are from."""
    if inspect.isclass(alias):
        return f"`{alias.__name__}`"
    parts = get_args(alias) if get_origin(alias) in (Union, UnionType) else (alias,)
    values = [value for part in parts for value in (get_args(part) if get_origin(part) is Literal else (part,))]
    return ", ".join(f"`{value!r}`" if isinstance(value, str) else f"`{_bare(value)}`" for value in values).replace("|", "\\|")


def _bare(value: object) -> str:
    return (
        value.__name__ if inspect.isclass(value) and not get_args(value) else re.sub(r"\b[a-z_]+(?:\.[a-z_]+)*\.(?=[A-Z])", "", str(value))
    )


def _tables() -> Iterator[str]:
    bare = {keyed.rows.name: {column.name for column in keyed.rows.columns} for keyed in keyed_tables((), text=False)}
    for keyed in keyed_tables((), text=True):
        name = keyed.rows.name
        yield f"## {name}\n"
        yield f"Rows are told apart by {_listed(keyed.key)}.\n"
        for other, columns in keyed.links.items():
            yield f"{_listed(columns)}: a row of [{other}](#{other}).\n"
        yield "| column | type | may be missing | |\n|---|---|---|---|"
        for column in keyed.rows.columns:
            note = "" if column.name in bare[name] else "left out with `text=False`"
            yield f"| `{column.name}` | {_type(column)} | {'yes' if column.nullable else ''} | {note} |"
        yield ""


def _type(column: Column) -> str:
    kind = f"list of {column.type}" if column.many else str(column.type)
    if not column.values:
        return kind
    between = " < " if column.ordered else ", "
    return f"{kind}: {between.join(f'`{value}`' for value in column.values)}"


def _listed(columns: tuple[str, ...]) -> str:
    return ", ".join(f"`{column}`" for column in columns)


def _views() -> str:
    return files("diplocorpus.results").joinpath("views.sql").read_text(encoding="utf-8").strip()
