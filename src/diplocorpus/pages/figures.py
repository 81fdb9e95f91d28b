"""Figures of a report, counted from the evidence that each number leads to."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import product
from urllib.parse import urlencode

import attrs

from diplocorpus.models.analysis import Analysis
from diplocorpus.models.partnerships import Partnership, PartnershipEvent
from diplocorpus.pages.evidence import Evidence
from diplocorpus.pages.naming import party_name
from diplocorpus.results.merging import MergedMeeting
from diplocorpus.results.network import party_network


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


@attrs.frozen
class Relation:
    """The relation of two parties: by what titles it goes, the most frequent first, and what becomes of them."""

    parties: tuple[str, ...]
    titles: tuple[tuple[str, Count], ...]
    events: tuple[tuple[str, Count], ...]
    total: Count


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


def relations(analyses: Iterable[Analysis], *, text: bool = True, most: int = 20) -> tuple[tuple[Relation, ...], int]:
    """Return the relations whose titles are named most, and how many are left out.

    A title is called as it is most often worded, by its id where quotations are left out.
    """
    named: dict[tuple[str, ...], list[Partnership]] = defaultdict(list)
    wordings: dict[str, Counter[str]] = defaultdict(Counter)
    for partnership in (partnership for analysis in analyses for partnership in analysis.partnerships):
        wordings[partnership.title.canonical][" ".join(partnership.title.span.text.lower().split())] += 1
        if partnership.dyad:
            named[partnership.dyad].append(partnership)
    ordered = sorted(named, key=lambda dyad: (-len(named[dyad]), dyad))

    def relation(dyad: tuple[str, ...]) -> Relation:
        pair = "|".join(dyad)
        titles = Counter(partnership.title.canonical for partnership in named[dyad]).most_common()
        events = Counter(str(partnership.event) for partnership in named[dyad] if partnership.event is not PartnershipEvent.MENTION)
        return Relation(
            parties=dyad,
            titles=tuple(
                (wordings[title].most_common(1)[0][0] if text else title, Count(number, query("partnerships", dyad=pair, title=title)))
                for title, number in titles
            ),
            events=tuple((event, Count(number, query("partnerships", dyad=pair, event=event))) for event, number in events.most_common()),
            total=Count(len(named[dyad]), query("partnerships", dyad=pair), len(named[dyad]) / len(named[ordered[0]])),
        )

    return tuple(map(relation, ordered[:most])), max(0, len(ordered) - most)


def circle(meetings: Sequence[MergedMeeting], *, most: int = 18) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """Return who met whom: the parties that met most, on a circle, and the ties between them, the weakest first."""
    parties = Counter(party for meeting in meetings if len(meeting.parties) > 1 for party in meeting.parties)
    shown = sorted(parties, key=lambda party: (-parties[party], party))[:most]
    places = {party: math.tau * place / len(shown) - math.pi / 2 for place, party in enumerate(sorted(shown, key=party_name))}
    nodes = {
        party: Node(party, math.cos(angle), math.sin(angle), Count(parties[party], query("meetings", party=party)))
        for party, angle in places.items()
    }
    ties = [tie for tie in party_network(meetings) if tie.party_a in nodes and tie.party_b in nodes]
    edges = (
        Edge(
            nodes[tie.party_a],
            nodes[tie.party_b],
            Count(tie.meetings, query("meetings", pair=f"{tie.party_a}|{tie.party_b}"), tie.meetings / ties[0].meetings),
        )
        for tie in reversed(ties)
        if tie.party_a is not None and tie.party_b is not None
    )
    return tuple(nodes.values()), tuple(edges)
