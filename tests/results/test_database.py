"""The DuckDB database: its tables, keys and views."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from diplocorpus import Analyzer, Corpus, Document, candidate_extractor, default_extractors, load_corpus
from diplocorpus.errors import DocumentNotFoundError
from diplocorpus.results.tables import kinds, table

duckdb = pytest.importorskip("duckdb")

ANALYSES = load_corpus("seeds/").analyze()
VIEWS = re.findall(r"CREATE VIEW (\w+)", files("diplocorpus.results").joinpath("views.sql").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Return a connection to a database of the seeds."""
    path = tmp_path_factory.mktemp("database") / "seeds.duckdb"
    ANALYSES.to_duckdb(path)
    with duckdb.connect(str(path), read_only=True) as connection:
        yield connection


@pytest.mark.parametrize("name", kinds())
def test_every_table_reads_back_equal(name: str, database: Any) -> None:
    """In the order in which rows were written."""
    assert database.table(name).to_arrow_table().to_pylist() == table(ANALYSES, name).to_arrow().to_pylist()


def test_merged_meetings_read_back_equal_and_lead_to_the_records(database: Any) -> None:
    """By a table of its own, a row a report."""
    assert database.table("merged_meetings").to_arrow_table().to_pylist() == ANALYSES.merged_meetings().to_arrow().to_pylist()
    told = database.sql("SELECT merged_meeting_id, document_id, meeting_id FROM meeting_reports").fetchall()
    merged = ANALYSES.merged_meetings()
    assert told == [(row.id, *pair) for row in merged for pair in zip(row.document_ids, row.meeting_ids, strict=True)]


def test_a_contact_that_two_documents_report_is_there_once(tmp_path: Path) -> None:
    """And what both sides wrote of it stands in one row."""
    ours = (
        "Chilean President Paul Ott received Kenyan President Anna Lowe in Santiago on March 4, 2024. Lowe reaffirmed the one-China policy."
    )
    theirs = (
        "Kenyan President Anna Lowe held talks with Chilean President Paul Ott on March 4, 2024. She reaffirmed Kenya's one-China policy."
    )
    documents = [Document(id="c", text=ours, publisher_party="CHL"), Document(id="k", text=theirs, publisher_party="KEN")]
    Corpus(documents).analyze().to_duckdb(tmp_path / "a.duckdb")
    with duckdb.connect(str(tmp_path / "a.duckdb")) as connection:
        assert connection.sql("SELECT party, counterpart, sources FROM contacts ORDER BY ALL").fetchall() == [
            ("CHL", "KEN", 2),
            ("KEN", "CHL", 2),
        ]
        asked = "SELECT party, in_text_of_party, in_text_of_counterpart FROM matter_by_contact"
        assert connection.sql(asked).fetchall() == [("CHL", True, True)]


def test_every_table_has_its_key_and_links(database: Any) -> None:
    """So that a join that makes no sense is seen."""
    found = database.sql("SELECT table_name, constraint_type, count(*) FROM duckdb_constraints() GROUP BY ALL").fetchall()
    keys = {(table, kind): number for table, kind, number in found if kind.endswith("KEY")}
    for name, kind in kinds().items():
        assert keys[name, "PRIMARY KEY"] == 1
        assert keys.get((name, "FOREIGN KEY"), 0) == len(kind.links)
    assert keys["merged_meetings", "PRIMARY KEY"] == keys["meeting_reports", "PRIMARY KEY"] == 1
    assert keys["meeting_reports", "FOREIGN KEY"] == 2


def test_a_stranger_s_records_are_tables_too(tmp_path: Path) -> None:
    """A dot in the name is no schema."""
    proposed = {"a": [{"text": "dam", "label": "work"}]}
    analyzer = Analyzer([*default_extractors(), candidate_extractor("acme.works", proposed)])
    Corpus([Document(id="a", text="Lowe praised the dam.")]).analyze(analyzer=analyzer).to_duckdb(tmp_path / "a.duckdb")
    with duckdb.connect(str(tmp_path / "a.duckdb")) as connection:
        found = connection.sql(
            'SELECT document_id, position, span FROM "acme.works" JOIN documents ON documents.id = document_id'
        ).fetchall()
    assert found == [("a", 1, "dam")]


def test_strengths_compare_by_strength(database: Any) -> None:
    """Not by spelling."""
    strong = sum(commitment.strength >= "affirmed" for analysis in ANALYSES for commitment in analysis.commitments)
    assert database.sql("SELECT count(*) FROM commitments WHERE strength >= 'affirmed'").fetchall() == [(strong,)]


ANSWERS: dict[str, tuple[str, list[tuple[object, ...]]]] = {
    # question: statement, answer from the seeds
    "what Tajikistan will do and what it is ready to do": (
        "SELECT strength, count(*) FROM bound WHERE party = 'TJK' AND strength IN ('ready', 'pledged') GROUP BY strength",
        [("ready", 3)],
    ),
    "what can be checked": (
        "SELECT party, strength FROM bound WHERE specific ORDER BY ALL",
        [("BLR", "proposed"), ("BLR", "hoped"), ("CHN", "proposed"), ("CHN", "proposed"), ("UZB", "proposed")],
    ),
    "which offers can be checked": ("SELECT party, strength, document_id FROM specific_pledges", []),
    "contacts at the highest level by phone": (
        "SELECT counterpart, year FROM contacts WHERE party = 'CHN' AND level = 'head_of_state' AND kind = 'phone_call' ORDER BY year",
        [("TJK", "2020"), ("UZB", "2021"), ("BLR", "2022")],
    ),
    "who raised the SCO": (
        "SELECT document_date, party FROM framework_raised WHERE framework = 'SCO' ORDER BY 1",
        [("2020-06-16", "TJK"), ("2021-04-29", "UZB"), ("2024-11-05", "CHN")],
    ),
    "when a framework was first seen in China's own texts": (
        "SELECT first_seen, documents FROM framework_first_seen WHERE framework = 'ONE_CHINA' AND publisher_party = 'CHN'",
        [("2020-06-16", 2)],
    ),
    "who speaks of reunification": ("SELECT holder FROM reunification", []),
    "whether both sides spoke of one China": (
        "SELECT party, counterpart, in_text_of_party, in_text_of_counterpart FROM matter_by_contact WHERE matter = 'ONE_CHINA'",
        [("CHN", "TJK", True, False), ("CHN", "UZB", True, False), ("CHN", "UZB", None, None)],
    ),
}


@pytest.mark.parametrize("question", ANSWERS)
def test_a_view_answers_a_question(question: str, database: Any) -> None:
    """As reading the seeds does."""
    statement, answer = ANSWERS[question]
    assert sorted(database.sql(statement).fetchall(), key=str) == sorted(answer, key=str)


def test_reunification_is_told_with_its_efforts_and_its_peace(tmp_path: Path) -> None:
    """The two words that codings turn on."""
    text = (
        "Kenya firmly upholds the one-China principle and supports all efforts made by China to achieve national reunification, "
        "Kenyan President Anna Lowe said. Chile supports the peaceful reunification of China, Chilean President Paul Ott said."
    )
    Corpus([Document(id="a", text=text, date="2024-03-04")]).analyze().to_duckdb(tmp_path / "a.duckdb", text=False)
    with duckdb.connect(str(tmp_path / "a.duckdb")) as connection:
        told = connection.sql("SELECT holder, all_efforts, peaceful FROM reunification ORDER BY ALL").fetchall()
    assert told == [("CHL", False, True), ("KEN", True, False)]


def test_the_speaker_of_a_framework_is_the_one_whose_words_hold_it(database: Any) -> None:
    """Narration has none."""
    mentions = database.sql("SELECT document_id, id, party FROM framework_mentions").fetchall()
    for document_id, record_id, party in mentions:
        analysis = ANALYSES[document_id]
        [reference] = [reference for reference in analysis.frameworks if reference.id == record_id]
        holding = {a.party for a in analysis.attributions for content in a.content if content.start <= reference.span.start < content.end}
        assert party in holding or (party is None and not holding)


def test_every_view_has_its_question_above_it() -> None:
    """The file is what a user reads to learn what can be asked."""
    text = files("diplocorpus.results").joinpath("views.sql").read_text(encoding="utf-8")
    assert len(re.findall(r"(?m)^-- .*\?\n(?:--.*\n)*CREATE VIEW", text)) == len(VIEWS) > 6


@pytest.mark.parametrize("view", VIEWS)
def test_views_work_without_text_and_on_nothing(view: str, tmp_path: Path) -> None:
    """No column of the documents' words is needed."""
    for number, analyses in enumerate((ANALYSES, Corpus([]).analyze())):
        analyses.to_duckdb(tmp_path / f"{number}.duckdb", text=False)
        with duckdb.connect(str(tmp_path / f"{number}.duckdb")) as connection:
            assert connection.view(view).fetchall() is not None
            columns = {name for (name,) in connection.sql("SELECT column_name FROM duckdb_columns()").fetchall()}
            assert not columns & {"text", "title", "trigger", "actions", "evidence"}


def test_a_database_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    """One that stands there is replaced, and stays where the new one fails."""
    path = tmp_path / "x.duckdb"
    Corpus([Document(id="a", text="Lowe met Ott.")]).analyze().to_duckdb(path)
    ANALYSES.to_duckdb(path)
    broken = type(ANALYSES)([ANALYSES[0], ANALYSES[0]])
    with pytest.raises(duckdb.ConstraintException):
        broken.to_duckdb(path)
    assert [file.name for file in tmp_path.iterdir()] == ["x.duckdb"]
    with duckdb.connect(str(path)) as connection:
        assert connection.sql("SELECT count(*) FROM documents").fetchall() == [(len(ANALYSES),)]
    with pytest.raises(DocumentNotFoundError):
        ANALYSES.to_duckdb(tmp_path / "no such folder" / "x.duckdb")
