"""Figures of a report, counted from the evidence that each number leads to."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import product
from urllib.parse import urlencode

import attrs

from diplocorpus.pages.evidence import Evidence
from diplocorpus.pages.naming import party_name


@attrs.frozen
class Count:
    """A number, the question whose answer is its evidence, and its share of the greatest number beside it."""

    number: int
    query: str
    share: float = 0.0


@attrs.frozen
class Line:
    """A row of a cross table: what it counts, the number of each column, and the number of all."""

    label: str
    code: str
    cells: tuple[Count, ...]
    total: Count


@attrs.frozen
class CrossTable:
    """Numbers by two facets; `left_out` rows were too many to show."""

    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    left_out: int


@attrs.frozen
class Node:
    """A party in a network, at a place on a circle of radius 1, with the number of its meetings."""

    code: str
    x: float
    y: float
    count: Count


@attrs.frozen
class Edge:
    """Two parties that met, so many times."""

    first: Node
    second: Node
    count: Count


def query(kind: str, /, **facets: str) -> str:
    """Return the question that lists the evidence of a kind with certain facets, as the address of a page takes it."""
    return f"{kind}?{urlencode(facets)}" if facets else kind


def cross_table(
    evidence: Iterable[Evidence],
    kind: str,
    rows: str,
    columns: str,
    *,
    order: Sequence[str] | None = None,
    most: int = 15,
    label: Callable[[str], str] = str,
    column_label: Callable[[str], str] = str,
) -> CrossTable:
    """Count the evidence of a kind by two facets; rows come by their totals, columns as `order` says, else sorted."""
    cells: Counter[tuple[str, str]] = Counter()
    totals: Counter[str] = Counter()
    for item in evidence:
        if item.kind == kind:
            ours, theirs = item.facets.get(rows, ()), item.facets.get(columns, ())
            totals.update(set(ours))
            cells.update(product(set(ours), set(theirs)))
    shown = sorted(totals, key=lambda row: (-totals[row], row))[:most]
    names = [name for name in order if any(cells[row, name] for row in totals)] if order else sorted({name for _, name in cells})
    greatest = max((cells[row, name] for row in shown for name in names), default=1)
    lines = tuple(
        Line(
            label(row),
            row,
            tuple(Count(n := cells[row, name], query(kind, **{rows: row, columns: name}), math.sqrt(n / greatest)) for name in names),
            Count(totals[row], query(kind, **{rows: row}), totals[row] / totals[shown[0]]),
        )
        for row in shown
    )
    return CrossTable(tuple(map(column_label, names)), lines, len(totals) - len(shown))


def shares(evidence: Iterable[Evidence], kind: str, facet: str, order: Sequence[str]) -> tuple[tuple[str, Count], ...]:
    """Count the evidence of a kind by one facet, each value with its share of all."""
    found = Counter(value for item in evidence if item.kind == kind for value in item.facets.get(facet, ()))
    total = found.total() or 1
    return tuple((value, Count(found[value], query(kind, **{facet: value}), found[value] / total)) for value in order if found[value])


def network(evidence: Sequence[Evidence], *, most: int = 18) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """Return who met whom: the parties that met most, on a circle, and how often each two of them did."""
    meetings = [item for item in evidence if item.kind == "meetings"]
    parties = Counter(party for item in meetings if item.facets.get("pair") for party in set(item.facets["party"]))
    pairs = Counter(pair for item in meetings for pair in item.facets.get("pair", ()))
    shown = sorted(parties, key=lambda party: (-parties[party], party))[:most]
    places = {party: math.tau * place / len(shown) - math.pi / 2 for place, party in enumerate(sorted(shown, key=party_name))}
    nodes = {
        party: Node(party, math.cos(angle), math.sin(angle), Count(parties[party], query("meetings", party=party)))
        for party, angle in places.items()
    }
    greatest = max(pairs.values(), default=1)
    edges = [
        Edge(nodes[first], nodes[second], Count(number, query("meetings", pair=pair), number / greatest))
        for pair, number in sorted(pairs.items(), key=lambda item: item[1])
        for first, second in [pair.split("|")]
        if first in nodes and second in nodes
    ]
    return tuple(nodes.values()), tuple(edges)
