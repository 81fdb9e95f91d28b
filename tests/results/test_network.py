"""Who meets whom: ties counted once a meeting, between parties and between people, and the graph they make."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import diplocorpus.extras
from diplocorpus import CorpusAnalysis, Level, MeetingKind, Network, load_corpus, network
from diplocorpus.errors import DocumentNotFoundError, MissingExtraError
from diplocorpus.results.network import Between, Tie

READOUTS = {
    "call-a": ("2023-05-04", "Kenyan President Anna Lowe spoke by phone with Chilean President Paul Ott on May 4."),
    "call;b": ("2023-05-04", "Chilean President Ott held a phone conversation with Kenyan President Lowe on May 4, 2023."),
    "visit": ("2024-02-10", "Kenyan President Anna Lowe met with Chilean Foreign Minister Tomas Rey in Nairobi on February 10."),
    "other": ("2022-03-01", "Kenyan President Anna Lowe met with Brazilian President Juan Silva in Nairobi on March 1."),
    "to-come": ("2024-03-01", "Kenyan President Anna Lowe will meet with Egyptian President Omar Said in Cairo on March 5."),
    "undated": (None, "Jamaican President Ada Poe met with Kenyan President Anna Lowe."),
    "three": ("2021-06-01", "Peruvian President Ines Vega, Bolivian President Raul Mora and Chilean President Paul Ott met in Lima on June 1."),
}  # fmt: skip
ANALYSES = load_corpus([{"id": name, "date": day, "text": text} for name, (day, text) in READOUTS.items()]).analyze()


def counts(found: Network) -> dict[tuple[str | None, str | None], int]:
    """Return the meetings of each tie by its ends."""
    return {(tie.person_a or tie.party_a, tie.person_b or tie.party_b): tie.meetings for tie in found}


def test_two_reports_of_one_meeting_count_once() -> None:
    """And both stand behind the tie, beside the other meeting of the two parties."""
    tie = ANALYSES.network()[0]
    assert (tie.party_a, tie.party_b, tie.meetings) == ("CHL", "KEN", 2)
    assert tie.document_ids == ("call-a", "call;b", "visit")
    assert all(ANALYSES[name].meetings[0].id == meeting for name, meeting in zip(tie.document_ids, tie.meeting_ids, strict=True))


def test_a_tie_tells_kinds_highest_level_and_days() -> None:
    """Kinds sorted; a day without a year is neither first nor last."""
    tie = ANALYSES.network()[0]
    assert (tie.kinds, tie.level) == ((MeetingKind.MEETING, MeetingKind.PHONE_CALL), Level.HEAD_OF_STATE)
    assert (tie.first, tie.last) == ("2023-05-04", "2024-02-10")
    [undated] = [tie for tie in ANALYSES.network() if "JAM" in (tie.party_a, tie.party_b)]
    assert (undated.first, undated.last) == (None, None)


def test_what_is_announced_is_no_tie() -> None:
    """Nobody has met yet."""
    assert ANALYSES["to-come"].announced
    assert len(network([ANALYSES["to-come"]])) == 0


def test_three_parties_make_three_pairs() -> None:
    """Each with the other two."""
    assert counts(network([ANALYSES["three"]])) == {("BOL", "CHL"): 1, ("BOL", "PER"): 1, ("CHL", "PER"): 1}


def test_people_stand_under_their_fullest_names() -> None:
    """A surname in one report is the full name of another."""
    assert counts(ANALYSES[:4].network(between="people")) == {
        ("Anna Lowe", "Paul Ott"): 1,
        ("Anna Lowe", "Tomas Rey"): 1,
        ("Anna Lowe", "Juan Silva"): 1,
    }


def shared_surname(*names: str) -> CorpusAnalysis:
    """Return meetings of Kenyans of these names, a year apart each, with one Chilean."""
    return load_corpus([
        {"id": f"r{n}", "date": f"{2000 + n}-05-04", "text": f"Kenyan President {name} met with Chilean President Paul Ott in Nairobi on May 4."}
        for n, name in enumerate(names)
    ]).analyze()  # fmt: skip


@pytest.mark.parametrize(
    ("names", "wanted", "reason"),
    [
        (("Anna Lowe", "Lowe"), {"Anna Lowe": 2}, "one Lowe only"),
        (("Anna Lowe", "Omar Lowe", "Lowe"), {"Anna Lowe": 1, "Omar Lowe": 1, "Lowe": 1}, "nobody knows which Lowe"),
    ],
)
def test_a_surname_is_somebody_only_where_it_is_nobody_else(names: tuple[str, ...], wanted: dict[str, int], reason: str) -> None:
    """A name that fits two stays by itself."""
    ties = shared_surname(*names).network(between="people")
    assert {(tie.person_a if tie.party_a == "KEN" else tie.person_b): tie.meetings for tie in ties} == wanted, reason


def test_people_of_one_side_do_not_meet() -> None:
    """Two ministers of a state meet their colleague, not each other."""
    text = "Kenyan Foreign Minister Anna Lowe and Kenyan Defense Minister Omar Poe met with Chilean Foreign Minister Paul Ott on May 4."
    [analysis] = load_corpus([{"id": "r", "date": "2023-05-04", "text": text}]).analyze()
    assert {p.name for p in analysis.meetings[0].participants} == {"Anna Lowe", "Omar Poe", "Paul Ott"}
    assert set(counts(network([analysis], between="people"))) == {("Anna Lowe", "Paul Ott"), ("Omar Poe", "Paul Ott")}


@pytest.mark.parametrize("between", ["parties", "people"])
def test_graphml_reads_back_equal(between: Between, tmp_path: Path) -> None:
    """Nodes, edges and all that they carry."""
    found = ANALYSES.network(between=between)
    found.to_graphml(tmp_path / "n.graphml")
    read, graph = nx.read_graphml(tmp_path / "n.graphml"), found.to_networkx()
    assert graph.number_of_edges() == len(found) > 4
    assert (dict(read.nodes), read.adj) == (dict(graph.nodes), graph.adj)


def test_a_node_of_a_person_tells_name_and_party() -> None:
    """So that namesakes of two states are two nodes."""
    graph = ANALYSES.network(between="people").to_networkx()
    assert graph.nodes["Anna Lowe (KEN)"] == {"person": "Anna Lowe", "party": "KEN"}
    edge = ANALYSES.network().to_networkx()["CHL"]["KEN"]
    assert (edge["weight"], edge["level"], edge["document_ids"]) == (2, "head_of_state", "call-a;call\\;b;visit")


@pytest.mark.parametrize("between", ["parties", "people"])
def test_csv_reads_back_equal(between: Between, tmp_path: Path) -> None:
    """It is a table like the others."""
    found = ANALYSES.network(between=between)
    found.to_csv(tmp_path / "n.csv")
    assert Network.read_csv(tmp_path / "n.csv", "network", Tie) == found


@given(st.lists(st.sampled_from(ANALYSES), unique_by=lambda analysis: analysis.document.id))
def test_degrees_sum_to_the_pairs_of_all_meetings(analyses: list[object]) -> None:
    """A meeting of n parties adds n - 1 to the weighted degree of each of them."""
    chosen = CorpusAnalysis(analysis for analysis in ANALYSES if analysis in analyses)
    degrees = chosen.network().to_networkx().degree(weight="weight")
    assert sum(degree for _, degree in degrees) == sum(len(row.parties) * (len(row.parties) - 1) for row in chosen.merged_meetings())
    told = set(chain.from_iterable(row.document_ids for row in chosen.merged_meetings()))
    assert {name for tie in chosen.network() for name in tie.document_ids} == told


def test_it_is_between_parties_or_people() -> None:
    """Anything else is refused by name."""
    with pytest.raises(ValueError, match="parties, people; not 'states'"):
        network(ANALYSES, between="states")  # type: ignore[arg-type]


def test_a_graph_needs_its_extra(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Which the error names; the table needs none, and no file is left behind."""

    def missing(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(diplocorpus.extras, "import_module", missing)
    with pytest.raises(MissingExtraError, match="network"):
        ANALYSES.network().to_graphml(tmp_path / "n.graphml")
    assert not list(tmp_path.iterdir())


def test_a_file_needs_its_folder(tmp_path: Path) -> None:
    """Which is named."""
    with pytest.raises(DocumentNotFoundError, match="nowhere"):
        ANALYSES.network().to_graphml(tmp_path / "nowhere" / "n.graphml")
