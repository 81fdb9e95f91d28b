"""The pages of the reference that are made of the package itself: the columns of its tables."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from diplocorpus.results.columns import Column
from diplocorpus.results.database import keyed_tables


def tables_page() -> str:
    """Return the sections of the page on tables, in Markdown."""
    return "\n".join([*_tables(), "## Views", "", "```sql", _views(), "```", ""])


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
