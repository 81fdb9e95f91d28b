"""Extras: each does what it is for, one that is missing is named, and a page tells which there are."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

import pytest
import try_extras

ROOT = Path(__file__).parents[1]
EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
GATHERED = {"reading", "results", "dev"}
"""Extras that are nothing but others, and the one for work on the project itself."""


def test_every_extra_is_tried() -> None:
    """Those that gather others by what they gather."""
    assert set(try_extras.USES) == set(EXTRAS) - GATHERED


@pytest.mark.parametrize("extra", sorted(set(try_extras.USES) - set(try_extras.QUIET)))
def test_an_extra_that_is_missing_is_named(extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is needed, not before."""
    monkeypatch.chdir(tmp_path)
    module, _ = try_extras.USES[extra]
    for name in [name for name in sys.modules if name.partition(".")[0] == module or name == "diplocorpus.testing.strategies"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    assert f"install diplocorpus[{extra}]" in try_extras.tried(extra)


def test_the_page_on_installing_tells_of_every_extra() -> None:
    """With what it brings."""
    table = (ROOT / "docs" / "install.md").read_text(encoding="utf-8").partition("## Extras")[2].partition("\n## ")[0]
    told = {name for line in table.splitlines() if line.startswith("| `") for name in re.findall(r"`(\w+)`", line.split("|")[1])}
    assert told == set(EXTRAS)


NEEDS = {
    r"\bto_pandas\(": "pandas",
    r"\bto_polars\(": "polars",
    r"\b(?:to_parquet|to_arrow|analyze_to_folder|analyze_batch|Run)\(": "parquet",
    r"\bto_duckdb\(": "duckdb",
    r"\.to_(?:networkx|graphml)\(": "network",
    r"\.plot\(": "viz",
    r"\banalyze_dask\(": "cluster",
    r"\bfrom hypothesis\b|\bstrategies\.": "testing",
}
"""What in an example needs which extra."""


@pytest.mark.parametrize("page", sorted((ROOT / "docs").rglob("*.md")), ids=lambda page: page.relative_to(ROOT / "docs").as_posix())
def test_a_page_says_what_its_examples_need(page: Path) -> None:
    """By the extra's name, so that nobody meets it as an error first."""
    text = page.read_text(encoding="utf-8")
    examples = "\n".join(re.findall(r"(?ms)^```python\n(.*?)^```", text))
    prose = re.sub(r"(?ms)^```python\n.*?^```", "", text)
    missing = {
        extra for use, extra in NEEDS.items() if re.search(use, examples) and not re.search(rf"diplocorpus\[{extra}\]|`{extra}`", prose)
    }
    assert missing == set()
