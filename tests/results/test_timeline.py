"""Frameworks and phrases over time: where they are mentioned, when first and last, and how their wording changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocorpus import Corpus, CorpusAnalysis, Document, Table, Timeline, load_corpus
from diplocorpus.results.timeline import Use, period


def readout(number: int, date: str | None, text: str, publisher: str = "Xinhua") -> Document:
    """Return a document of Kenya and Chile on a day."""
    met = "Chilean President Paul Ott held a phone conversation with Kenyan President Anna Lowe on the day."
    return Document(id=f"r{number}", text=f"{met} {text}", date=date, publisher=publisher)


READOUTS = Corpus([
    readout(4, "2024-03-09", "Kenya supports the Belt and Road Initiative, Lowe said. Ott spoke of trade."),
    readout(1, "2021-05-01", "Kenya firmly upholds the one-China principle and supports the peaceful reunification of China, Lowe said."),
    readout(2, "2022-07-01", "Lowe spoke of win-win cooperation: win‑win\ncooperation for all, and of the Shanghai Cooperation Organization."),
    readout(3, "2023-07-02", "Kenya firmly upholds the one-China principle and supports all efforts for the reunification of China, Lowe said."),
    readout(5, "2024-08-09", "Ott recalled the Silk Road Economic Belt.", publisher="Strelsau Kurier"),
    readout(6, "--08-09", "Kenya supports the Belt and Road Initiative, Lowe said."),
    readout(7, None, "Kenya supports the Belt and Road Initiative, Lowe said."),
])  # fmt: skip
ANALYSES = READOUTS.analyze()


def uses(found: tuple[Use, ...]) -> dict[str, tuple[int, int, int]]:
    """Return documents, mentioning documents and mentions by name."""
    return {use.name: (use.documents, use.mentioning, use.mentions) for use in found}


def test_a_framework_is_seen_first_and_last() -> None:
    """With those that belong to it; the Silk Road Economic Belt is of the Belt and Road."""
    seen = ANALYSES.timeline("BRI")
    assert seen.framework
    assert seen.first is not None
    assert seen.last is not None
    assert [(mention.document_id, mention.text) for mention in (seen.first, seen.last)] == [
        ("r4", "Belt and Road Initiative"),
        ("r5", "Silk Road Economic Belt"),
    ]


def test_what_has_no_year_is_counted_apart() -> None:
    """It stands nowhere on a line."""
    seen = ANALYSES.timeline("BRI")
    assert (seen.documents, seen.undated) == (5, 2)
    assert {mention.document_id for mention in seen.mentions} == {"r4", "r5"}


def test_periods_without_a_mention_are_told_with_their_documents() -> None:
    """So that silence can be told from no documents."""
    assert uses(ANALYSES.timeline("BRI").periods) == {"2021": (1, 0, 0), "2022": (1, 0, 0), "2023": (1, 0, 0), "2024": (2, 2, 2)}
    assert set(uses(ANALYSES.timeline("BRI", by="month").periods)) == {"2021-05", "2022-07", "2023-07", "2024-03", "2024-08"}


def test_use_is_told_by_publisher_and_by_who_speaks() -> None:
    """With how many documents are silent since."""
    seen = ANALYSES.timeline("ONE_CHINA")
    assert uses(seen.publishers) == {"Strelsau Kurier": (1, 0, 0), "Xinhua": (4, 2, 2)}
    assert uses(seen.parties)["KEN"] == (5, 2, 2)
    assert uses(seen.parties)["CHL"] == (5, 0, 0)
    [kenya] = [use for use in seen.parties if use.name == "KEN"]
    assert (kenya.first, kenya.last, kenya.since) == ("2021-05-01", "2023-07-02", 2)


PHRASES = {
    # phrase: documents that mention it, mentions
    "win-win cooperation": (["r2"], 2),
    "Win win  COOPERATION": (["r2"], 2),
    "win-win coop": ([], 0),
    "in-win cooperation": ([], 0),
    "spoke of": (["r2", "r4"], 2),
    "(.*)": ([], 0),
}


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_phrase_is_found_whatever_its_case_hyphens_and_line_breaks(phrase: str) -> None:
    """Whole words only, and nothing in it is a pattern."""
    documents, number = PHRASES[phrase]
    seen = ANALYSES.timeline(phrase)
    assert not seen.framework
    assert sorted({mention.document_id for mention in seen.mentions}) == documents
    assert len(seen.mentions) == number


def test_a_mention_is_told_with_who_speaks_and_its_clause() -> None:
    """The text of the mention is the document's, offsets count its characters."""
    [mention] = ANALYSES.timeline("SCO").mentions
    assert READOUTS["r2"].text[mention.start : mention.end] == mention.text == "Shanghai Cooperation Organization"
    assert mention.parties == ("CHL", "KEN")
    assert mention.clause == "and of the Shanghai Cooperation Organization."
    [upheld, _] = ANALYSES.timeline("ONE_CHINA").mentions
    assert (upheld.speaker, upheld.party, upheld.level) == ("Anna Lowe", "KEN", 6)


def test_a_change_of_wording_is_told_by_what_is_dropped_and_added() -> None:
    """Between consecutive documents of one publisher on the same parties."""
    [change] = ANALYSES.timeline("ONE_CHINA").changes
    assert (change.parties, change.publisher) == (("CHL", "KEN"), "Xinhua")
    assert (change.before_id, change.after_id) == ("r1", "r3")
    assert "peaceful" in " ".join(change.dropped)
    assert "all efforts for" in " ".join(change.added)
    assert (change.before_level, change.after_level) == (6, 7)


def test_what_two_publishers_write_is_no_change() -> None:
    """They word the same formula in their own ways."""
    assert ANALYSES.timeline("BRI").changes == ()


def test_nothing_is_found_of_what_nobody_mentions() -> None:
    """No error, and no denial."""
    seen = ANALYSES.timeline("GSI")
    assert (seen.first, seen.last, seen.mentions, seen.changes) == (None, None, (), ())
    assert [use.since for use in seen.periods] == [1, 1, 1, 2]
    assert Corpus([]).analyze().timeline("BRI").documents == 0


@pytest.mark.parametrize(("what", "by"), [("", "year"), (" - ", "year"), ("BRI", "week")])
def test_what_cannot_be_looked_for_is_an_error(what: str, by: Any) -> None:
    """No word, no such period."""
    with pytest.raises(ValueError, match=r"phrase|by is one of"):
        ANALYSES.timeline(what, by=by)


PERIODS = [
    ("2024-03-09", "quarter", "2024-Q1"),
    ("2024-12-01", "quarter", "2024-Q4"),
    ("2024", "quarter", "2024"),
    ("2024-03", "day", "2024-03"),
    ("2024-03-09", "day", "2024-03-09"),
]


@pytest.mark.parametrize(("date", "by", "name"), PERIODS)
def test_a_period_is_as_long_as_the_date_tells(date: str, by: Any, name: str) -> None:
    """A partial date stays partial."""
    assert period(date, by) == name


@pytest.mark.parametrize("part", ["mentions", "periods", "publishers", "parties", "changes"])
def test_every_part_is_a_table(part: Any, tmp_path: Path) -> None:
    """That reads back equal."""
    table = ANALYSES.timeline("ONE_CHINA").table(part)
    assert len(table) > 0
    table.to_csv(tmp_path / "part.csv")
    assert Table.read_csv(tmp_path / "part.csv", part, table.row) == table
    with pytest.raises(ValueError, match="choose one of mentions"):
        ANALYSES.timeline("ONE_CHINA").table("treaties")  # type: ignore[arg-type]


def test_a_timeline_reads_as_text_and_survives_json() -> None:
    """First, last, counts, changes."""
    seen = ANALYSES.timeline("ONE_CHINA")
    assert str(seen).startswith("ONE_CHINA: 2 mentions in 5 documents; 2 more are undated\nfirst seen: 2021-05-01, Xinhua")
    assert "2023-07-02 CHL, KEN (Xinhua), against 2021-05-01\n  - peaceful" in str(seen)
    assert Timeline.model_validate_json(seen.model_dump_json()) == seen


SEEDS = load_corpus("seeds/").analyze()


@pytest.mark.parametrize("framework", ["BRI", "SCO", "ONE_CHINA", "CORE_INTERESTS"])
def test_every_naming_of_a_framework_in_the_seeds_is_mentioned(framework: str) -> None:
    """Once, in order of date."""
    named = [
        (analysis.document.date, reference.span.start)
        for analysis in SEEDS
        for reference in analysis.frameworks
        if framework in (reference.framework, *reference.broader) and not str(analysis.document.date).startswith("-")
    ]
    found = SEEDS.timeline(framework).mentions
    assert sorted((mention.date, mention.start) for mention in found) == sorted(named)
    assert [mention.date for mention in found] == sorted(str(mention.date) for mention in found)


@given(st.text(max_size=20), st.text(max_size=200))
def test_any_phrase_can_be_looked_for_in_any_text(phrase: str, text: str) -> None:
    """What is found is in the text; a phrase without a word is an error."""
    analyses: CorpusAnalysis = Corpus([Document(id="x", text=text, date="2024-01-01")]).analyze()
    try:
        seen = analyses.timeline(phrase)
    except ValueError:
        assert not any(char.isalnum() for char in phrase) or not phrase.strip()
    else:
        assert all(text[mention.start : mention.end] == mention.text for mention in seen.mentions)
