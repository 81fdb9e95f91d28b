"""The generated pages of the reference leave nothing out."""

from __future__ import annotations

from reference import tables_page

from diplocorpus.results.tables import kinds, table


def test_the_page_on_tables_has_every_table_and_column() -> None:
    """With its type and whether it may be missing."""
    page = tables_page()
    for name in kinds():
        section = page.partition(f"\n## {name}\n")[2].partition("\n## ")[0] or page.partition(f"## {name}\n")[2].partition("\n## ")[0]
        for column in table((), name).columns:
            [line] = [line for line in section.splitlines() if line.startswith(f"| `{column.name}` |")]
            assert ("yes" in line.split("|")[3]) == column.nullable
            assert str(column.type) in line


def test_the_page_on_tables_shows_the_order_of_strengths() -> None:
    """And the statements of the views."""
    assert "`ready` < `affirmed` < `pledged`" in tables_page()
    assert "CREATE VIEW bound" in tables_page()
