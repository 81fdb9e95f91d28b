"""Plots of a corpus as Altair charts: to change, and to save as SVG, PNG or HTML (extra `viz`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from diplocorpus.extras import load_extra
from diplocorpus.models.analysis import Analysis
from diplocorpus.models.discourse import Strength
from diplocorpus.models.events import MeetingKind
from diplocorpus.models.ladder import LEVELS
from diplocorpus.pages.evidence import Evidence, evidence_of
from diplocorpus.pages.figures import CrossTable, circle, cross_table
from diplocorpus.pages.naming import in_words, party_name
from diplocorpus.results.merging import merge_meetings

if TYPE_CHECKING:
    import altair

_FONT = "Noto Sans, Segoe UI, Helvetica Neue, Arial, sans-serif"
_INK = "#20242b"
_WORDS: dict[str, Any] = {"labelColor": _INK, "titleColor": "#5d6570", "titleFontWeight": "normal"}
_STRENGTHS = ("#f0dcb8", "#e6c48c", "#d9a75e", "#c68431", "#a85b00", "#6f3b00")


def plot(analyses: Sequence[Analysis], name: str, *, most: int = 15) -> altair.Chart:
    """Return a plot of a corpus, an Altair chart to change or to save: `chart.save("commitments.svg")`, `.png`, `.html`.

    `name` is one of PLOTS; parties, frameworks or pairs beyond the `most` frequent are left out.

    Raises ValueError where there is no such plot, MissingExtraError where the extra `viz` is not installed.
    """
    if name not in PLOTS:
        raise ValueError(f"no plot is named {name!r}; choose one of {', '.join(PLOTS)}")
    alt = load_extra("altair", "viz")
    load_extra("vl_convert", "viz")
    draw, title = PLOTS[name]
    chart: altair.Chart = (
        draw(alt, analyses, most)
        .properties(title=title)
        .configure(font=_FONT, background="#ffffff")
        .configure_view(stroke=None)
        .configure_axis(
            domain=False, ticks=False, grid=False, labelColor="#20242b", titleColor="#5d6570", titleFontWeight="normal", labelLimit=260
        )
        .configure_legend(labelColor="#20242b", titleColor="#5d6570", titleFontWeight="normal")
        .configure_title(anchor="start", fontSize=16, fontWeight=600, offset=14, color=_INK)
    )
    return chart


def _evidence(analyses: Sequence[Analysis], kind: str) -> tuple[Evidence, ...]:
    """Return the evidence of one kind, which is all that a plot needs."""
    return tuple(evidence_of(analyses, kinds=(kind,), text=False))


def _cells(table: CrossTable, row: str, column: str) -> list[dict[str, Any]]:
    """Return the numbers of a cross table as the rows of a plot's data."""
    return [
        {row: line.label, column: name, "number": cell.number}
        for line in table.lines
        for name, cell in zip(table.columns, line.cells, strict=True)
        if cell.number
    ]


def _labels(table: CrossTable) -> list[str]:
    return [line.label for line in table.lines]


def _commitments(alt: Any, analyses: Sequence[Analysis], most: int) -> Any:
    table = cross_table(
        _evidence(analyses, "commitments"), "commitments", "bound", "strength", order=tuple(Strength), most=most, label=party_name
    )
    scale = alt.Scale(domain=list(Strength), range=list(_STRENGTHS))
    order = [{**cell, "rank": Strength(cell["strength"]).rank} for cell in _cells(table, "party", "strength")]
    return (
        alt.Chart(alt.Data(values=order), width=480)
        .mark_bar(height={"band": 0.72})
        .encode(
            x=alt.X("number:Q", title="commitments"),
            y=alt.Y("party:N", sort=_labels(table), title=None),
            color=alt.Color("strength:N", scale=scale, sort=list(Strength), title="strength"),
            order=alt.Order("rank:Q"),
            tooltip=["party:N", "strength:N", "number:Q"],
        )
    )


def _heat(alt: Any, table: CrossTable, row: str, column: str, *, title: str | None, scheme: str, order: Sequence[str] | None = None) -> Any:
    """Return a table whose cells are the darker the more they count, with the numbers in them."""
    base = alt.Chart(alt.Data(values=_cells(table, row, column))).encode(
        x=alt.X(f"{column}:O", title=title, sort=list(order) if order else "ascending", axis=alt.Axis(orient="top", labelAngle=0)),
        y=alt.Y(f"{row}:N", sort=_labels(table), title=None),
    )
    greatest = max((cell.number for line in table.lines for cell in line.cells), default=1)
    shade = alt.Color("number:Q", scale=alt.Scale(scheme=scheme, type="sqrt", domain=[0, greatest]), legend=None)
    ink = alt.condition(f"datum.number > {greatest / 3}", alt.value("#ffffff"), alt.value(_INK))
    return alt.layer(
        base.mark_rect(cornerRadius=2).encode(color=shade), base.mark_text(fontSize=10).encode(text="number:Q", color=ink)
    ).properties(width=alt.Step(38), height=alt.Step(22))


def _frameworks(alt: Any, analyses: Sequence[Analysis], most: int) -> Any:
    evidence = _evidence(analyses, "frameworks")
    names = {code: item.heading for item in evidence for code in item.facets["framework"]}
    table = cross_table(evidence, "frameworks", "framework", "period", most=most, label=lambda code: names.get(code, code))
    return _heat(alt, table, "framework", "period", title=None, scheme="greens")


def _one_china(alt: Any, analyses: Sequence[Analysis], most: int) -> Any:
    order = [str(level) for level in sorted(LEVELS)]
    table = cross_table(_evidence(analyses, "stances"), "stances", "holder", "level", order=order, most=most, label=party_name)
    return _heat(alt, table, "party", "level", title="level", scheme="purples", order=order)


def _meetings(alt: Any, analyses: Sequence[Analysis], most: int) -> Any:
    del most
    table = cross_table(_evidence(analyses, "meetings"), "meetings", "kind", "period", most=len(MeetingKind), label=in_words)
    return (
        alt.Chart(alt.Data(values=_cells(table, "kind", "period")), width=alt.Step(34), height=240)
        .mark_bar()
        .encode(
            x=alt.X("period:O", title=None, axis=alt.Axis(labelAngle=0, labelOverlap=True)),
            y=alt.Y("number:Q", title="meetings", axis=alt.Axis(tickMinStep=1)),
            color=alt.Color("kind:N", sort=_labels(table), scale=alt.Scale(scheme="tableau10"), title="kind"),
            tooltip=["period:O", "kind:N", "number:Q"],
        )
    )


def _network(alt: Any, analyses: Sequence[Analysis], most: int) -> Any:
    nodes, edges = circle(merge_meetings(analyses), most=most)
    dots: list[dict[str, Any]] = [
        {"party": party_name(node.code), "x": node.x, "y": -node.y, "number": node.count.number} for node in nodes
    ]
    lines = [
        {"x": edge.first.x, "y": -edge.first.y, "x2": edge.second.x, "y2": -edge.second.y, "number": edge.count.number} for edge in edges
    ]
    x, y = (alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-1.4, 1.4])), alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-1.15, 1.15])))
    width = alt.Size("number:Q", scale=alt.Scale(range=[0.4, 9]), legend=None)
    rules = alt.Chart(alt.Data(values=lines)).mark_rule(color="#0b6e75", opacity=0.35).encode(x=x, y=y, x2="x2", y2="y2", size=width)
    points = alt.Chart(alt.Data(values=dots)).mark_circle(color="#0b6e75", size=60, opacity=1).encode(x=x, y=y)
    labels = [
        alt.Chart(alt.Data(values=[dot for dot in dots if (dot["x"] < 0) == left]))
        .mark_text(align="right" if left else "left", dx=-9 if left else 9, fontSize=12, color=_INK)
        .encode(x=x, y=y, text="party:N")
        for left in (True, False)
    ]
    return alt.layer(rules, points, *labels).properties(width=560, height=460)


PLOTS: dict[str, tuple[Callable[[Any, Sequence[Analysis], int], Any], str]] = {
    "commitments": (_commitments, "Commitments by bound party and strength"),
    "frameworks": (_frameworks, "Frameworks over time"),
    "one_china": (_one_china, "One-China language by party and level"),
    "meetings": (_meetings, "Meetings over time"),
    "network": (_network, "Who meets whom"),
}
"""The plots by name: what draws each, and its title."""
