"""Who meets whom: the pairs of parties or people that met, as a table and as a graph."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Literal, get_args

import attrs

from diplocorpus.extras import load_extra
from diplocorpus.models.analysis import Analysis
from diplocorpus.models.events import Level, Meeting, MeetingKind, PartyCode
from diplocorpus.models.spans import Frozen
from diplocorpus.results.merging import MergedMeeting, merge_meetings
from diplocorpus.results.people import Named, fullest
from diplocorpus.results.table import Table, cell_text
from diplocorpus.writing import whole_file

if TYPE_CHECKING:
    import networkx as nx

Between = Literal["parties", "people"]


class Tie(Frozen):
    """Two parties, or two people of two parties, and the meetings that they had.

    `meetings` counts each meeting once, however many documents report it; `level` is the highest of them. `first` and
    `last` are of those whose year is known. `document_ids` and `meeting_ids` (of the records in these documents) stand
    side by side. The names of people are None between parties; a person's party is None where no document tells it.
    """

    person_a: str | None = None
    party_a: PartyCode | None
    person_b: str | None = None
    party_b: PartyCode | None
    meetings: int
    kinds: tuple[MeetingKind, ...]
    level: Level | None
    first: str | None
    last: str | None
    document_ids: tuple[str, ...]
    meeting_ids: tuple[str, ...]


class Network(Table[Tie]):
    """Who meets whom: a table of ties, those of most meetings first, that is also a graph."""

    def to_networkx(self) -> nx.Graph[str]:
        """Return an undirected networkx graph.

        A node is a party's code, or a person's name with the party behind it (`Anna Lowe (KEN)`), with `party` and, for
        people, `person`. An edge has the number of meetings as `weight`, and the other columns as `to_csv` writes them;
        what is missing is not there.

        Raises MissingExtraError where the extra `network` is not installed.
        """
        graph: nx.Graph[str] = load_extra("networkx", "network").Graph()
        for tie in self:
            first, second = _End(tie.person_a, tie.party_a), _End(tie.person_b, tie.party_b)
            for end in (first, second):
                graph.add_node(end.label, **_known(person=end.person, party=end.party))
            lists = {name: cell_text(getattr(tie, name)) for name in ("kinds", "document_ids", "meeting_ids")}
            known = _known(level=tie.level and tie.level.value, first=tie.first, last=tie.last)
            graph.add_edge(first.label, second.label, weight=tie.meetings, **known, **lists)
        return graph

    def to_graphml(self, path: str | os.PathLike[str]) -> None:
        """Write the graph of `to_networkx` as GraphML, which Gephi, yEd, Cytoscape and igraph read.

        The file appears whole or not at all. Raises MissingExtraError where the extra `network` is not installed.
        """
        graph = self.to_networkx()
        with whole_file(path) as partial:
            load_extra("networkx", "network").write_graphml(graph, str(partial))


@attrs.frozen
class _End:
    """A party or person of a tie."""

    person: str | None
    party: str | None

    @property
    def label(self) -> str:
        """The name of its node."""
        return (self.party or "") if self.person is None else f"{self.person} ({self.party})" if self.party else self.person

    @property
    def key(self) -> tuple[str, str]:
        """What orders the ends of a tie."""
        return self.person or "", self.party or ""


def network(analyses: Iterable[Analysis], *, between: Between = "parties") -> Network:
    """Return who met whom, between parties or between people.

    Reports of one meeting are merged as `CorpusAnalysis.merged_meetings` does, so that it counts once; meetings only
    referred to or announced are left out. A meeting of three parties counts for each of its three pairs. People of one
    party are on one side and do not meet; whose party is unknown meets only whom they met alone; those only named as
    present are left out. A shortened name counts for the one fuller name of its party that it fits.

    Raises ValueError where `between` is neither.
    """
    if between not in get_args(Between):
        raise ValueError(f"between is one of {', '.join(get_args(Between))}; not {between!r}")
    everything = list(analyses)
    merged = merge_meetings(everything)
    return party_network(merged) if between == "parties" else _network(merged, _pairs_of_people(everything, merged))


def party_network(merged: Sequence[MergedMeeting]) -> Network:
    """Return which parties met, from meetings that are merged already."""
    return _network(merged, [list(combinations((_End(None, party) for party in meeting.parties), 2)) for meeting in merged])


def _network(merged: Sequence[MergedMeeting], pairs: Sequence[Sequence[tuple[_End, _End]]]) -> Network:
    """Return the ties that the pairs of each meeting make."""
    met: dict[tuple[_End, _End], list[MergedMeeting]] = defaultdict(list)
    for meeting, own in zip(merged, pairs, strict=True):
        for first, second in own:
            low, high = sorted((first, second), key=lambda end: end.key)
            met[low, high].append(meeting)
    ordered = sorted(met.items(), key=lambda item: (-len(item[1]), item[0][0].key, item[0][1].key))
    return Network("network", Tie, (_tie(*ends, meetings) for ends, meetings in ordered))


def _tie(first: _End, second: _End, meetings: list[MergedMeeting]) -> Tie:
    days = [meeting.date for meeting in meetings if meeting.date and not meeting.date.startswith("-")]
    return Tie(
        person_a=first.person,
        party_a=first.party,
        person_b=second.person,
        party_b=second.party,
        meetings=len(meetings),
        kinds=tuple(sorted({meeting.kind for meeting in meetings})),
        level=max((meeting.level for meeting in meetings if meeting.level is not None), default=None),
        first=min(days, default=None),
        last=max(days, default=None),
        document_ids=tuple(name for meeting in meetings for name in meeting.document_ids),
        meeting_ids=tuple(name for meeting in meetings for name in meeting.meeting_ids),
    )


def _pairs_of_people(analyses: Iterable[Analysis], merged: Iterable[MergedMeeting]) -> list[list[tuple[_End, _End]]]:
    """Return for each meeting the pairs of people who met in it, under the fullest names of the corpus."""
    records = {(analysis.document.id, meeting.id): meeting for analysis in analyses for meeting in analysis.meetings}
    present = [_present([records[key] for key in zip(row.document_ids, row.meeting_ids, strict=True)]) for row in merged]
    names = fullest(person for people in present for person in people)
    return [list(_facing({names[person] for person in people})) for people in present]


def _present(meetings: Iterable[Meeting]) -> set[Named]:
    """Return those who met, by what all reports of a meeting call them."""
    people = [Named(p.full_name or p.name, p.party) for meeting in meetings for p in meeting.participants if not p.delegate]
    return set(fullest(people).values())


def _facing(people: set[Named]) -> Iterator[tuple[_End, _End]]:
    """Yield the pairs of people who are on different sides."""
    for first, second in combinations(people, 2):
        known = first.party is not None and second.party is not None
        if first.party != second.party if known else len(people) == 2:
            yield _End(first.name, first.party), _End(second.name, second.party)


def _known(**values: str | None) -> dict[str, str]:
    return {name: value for name, value in values.items() if value is not None}
