"""Plots: what they count, and that they become files without a browser or an address."""

from __future__ import annotations

import builtins
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from diplocorpus import CorpusAnalysis, load_corpus
from diplocorpus.errors import MissingExtraError
from diplocorpus.pages.plots import PLOTS, plot

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def seeds() -> CorpusAnalysis:
    """Return the analyses of the seeds."""
    return load_corpus(SEEDS).analyze()


@pytest.mark.parametrize("name", PLOTS)
def test_a_plot_becomes_svg_and_png(name: str, seeds: CorpusAnalysis, tmp_path: Path) -> None:
    """The SVG holds its title as text and loads nothing."""
    pytest.importorskip("vl_convert")
    chart = seeds.plot(name)
    chart.save(tmp_path / "plot.svg")
    chart.save(tmp_path / "plot.png")
    drawn = (tmp_path / "plot.svg").read_text(encoding="utf-8")
    assert PLOTS[name][1] in drawn
    assert re.findall(r"""(?:href|src)=["']http""", drawn) == []
    assert (tmp_path / "plot.png").read_bytes().startswith(b"\x89PNG")


def values_of(chart: Any) -> list[dict[str, Any]]:
    """Return the data of a plot."""
    found: list[dict[str, Any]] = chart.to_dict()["data"]["values"]
    return found


def test_a_plot_counts_what_the_records_are(seeds: CorpusAnalysis) -> None:
    """Each commitment for each party that it binds."""
    bound = [(party, c.strength) for analysis in seeds for c in analysis.commitments for party in c.committers]
    assert sum(value["number"] for value in values_of(seeds.plot("commitments"))) == len(bound)
    assert {value["party"] for value in values_of(seeds.plot("commitments", most=1))} == {"China"}


@pytest.mark.parametrize("name", PLOTS)
def test_nothing_can_be_plotted(name: str) -> None:
    """An empty corpus gives an empty plot."""
    assert plot((), name).to_dict()["title"] == PLOTS[name][1]


def test_an_unknown_plot_is_named_with_those_there_are(seeds: CorpusAnalysis) -> None:
    """Before any library is looked for."""
    with pytest.raises(ValueError, match=r"'treaties'.*commitments, frameworks"):
        seeds.plot("treaties")


def test_a_missing_library_is_named_with_its_extra(seeds: CorpusAnalysis, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages need none."""
    real = builtins.__import__

    def refuse(name: str, *arguments: Any, **keywords: Any) -> Any:
        if name.partition(".")[0] in ("altair", "vl_convert"):
            raise ImportError(name)
        return real(name, *arguments, **keywords)

    for module in [name for name in sys.modules if name.partition(".")[0] in ("altair", "vl_convert")]:
        monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(MissingExtraError, match=r"diplocorpus\[viz\]"):
        seeds.plot("commitments")
    assert seeds.report().to_html()
