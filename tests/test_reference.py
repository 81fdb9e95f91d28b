"""The generated pages of the reference leave nothing out."""

from __future__ import annotations

from patterns import patterns_pages
from reference import tables_page, types_page

from diplocorpus import types
from diplocorpus.patterns.loading import own_packs
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


def test_the_pages_on_patterns_have_every_pattern_with_its_examples() -> None:
    """A page a pack, and every pack in the list of packs."""
    pages = patterns_pages()
    for pack in own_packs().packs:
        page = pages[f"patterns/{pack.pack}.md"]
        assert f"(patterns/{pack.pack}.md)" in pages["_patterns.md"]
        for pattern in pack.pattern:
            section = page.partition(f"\n### {pattern.id}\n")[2].partition("\n### ")[0]
            assert section.count("\n- yes: ") == len(pattern.examples), pattern.id
            assert section.count("\n- no: ") == len(pattern.counterexamples), pattern.id
            assert all(f"`{phrase}`" in section for phrase in (*pattern.phrases, *pattern.verbs)), pattern.id


def test_the_page_on_types_has_every_type() -> None:
    """Classes as entries, aliases in a table with what they stand for."""
    page = types_page()
    for name in types.__all__:
        assert f":: diplocorpus.types.{name}\n" in page or f"| `{name}` |" in page
    assert "| `By` | `'year'`, `'quarter'`, `'month'`, `'day'` |" in page
    assert "| `PackSource` | `str`, `Path`, `Pack`, `PublisherLayout`, `Ladder` |" in page
