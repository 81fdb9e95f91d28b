"""Tables of formulas: a row a party and stance, silence kept apart from denial, own words from others'."""

from __future__ import annotations

from pathlib import Path

from diplocorpus import (
    Analyzer,
    Document,
    analyze,
    default_extractors,
    frameworks_table,
    one_china_codings,
    one_china_table,
    partnership_table,
)
from diplocorpus.models.ladder import LEVELS

TALKS = "Chinese President Lin Tao held talks with Kenyan President Paul Ott in Nairobi on Monday. "
UPHOLDS = TALKS + "Ott said that Kenya firmly upholds the one-China principle."
SILENT = TALKS + "They praised trade."


def test_a_row_tells_party_day_level_and_words() -> None:
    """With the words in one line."""
    [row] = one_china_table([analyze(Document(id="a", text=UPHOLDS.replace("one-China", "one-China\n"), date="2024-05-06"))])
    assert (row.party, row.date, row.found, row.level, row.stance_id) == ("KEN", "2024-05-06", True, 4, "s1")
    assert row.quotation == "firmly upholds the one-China principle"


def test_silence_is_a_row_without_a_stance() -> None:
    """The document was searched."""
    [row] = one_china_table([analyze(SILENT)])
    assert (row.party, row.found, row.level, row.commits) == ("KEN", False, None, None)
    assert list(one_china_table([analyze(SILENT)], absent=False)) == []


def test_what_was_not_searched_is_not_silent() -> None:
    """Neither without the extractor nor in another language."""
    without = Analyzer(extractors=[spec for spec in default_extractors() if spec.name != "stances"]).analyze(SILENT)
    foreign = analyze(Document(id="ru", text=SILENT, language="ru"))
    assert list(one_china_table([without, foreign])) == []


def test_china_is_no_third_country() -> None:
    """Unless it is asked for."""
    analysis = analyze(TALKS + "China will uphold the one-China principle, Lin said.")
    assert [row.party for row in one_china_table([analysis])] == ["KEN"]
    assert [row.party for row in one_china_table([analysis], china=True, absent=False)] == ["CHN"]


def test_own_words_are_told_from_others() -> None:
    """By the publisher's party; unknown where that is."""
    rows = one_china_table(analyze(Document(id="x", text=UPHOLDS, publisher_party=party)) for party in ("KEN", "CHN", None))
    assert [row.own for row in rows] == [True, False, None]


def test_the_word_peaceful_is_a_column() -> None:
    """Missing where nothing is said of reunification."""
    clause = UPHOLDS.removesuffix(".") + " and supports China's {} national reunification."
    rows = one_china_table(analyze(text) for text in (UPHOLDS, clause.format("cause of"), clause.format("peaceful")))
    assert [row.peaceful for row in rows] == [None, False, True]


def test_a_framework_is_a_row_a_holder() -> None:
    """With the relation."""
    rows = frameworks_table([analyze(TALKS + "Ott said that Kenya supports the Global Development Initiative.")])
    assert [(row.party, row.framework, row.relation) for row in rows] == [("KEN", "GDI", "endorse")]


def test_a_title_is_a_row_of_two_parties() -> None:
    """With what becomes of it."""
    [row] = partnership_table([analyze(TALKS + "The two sides established a strategic partnership.")])
    assert (row.party, row.other, row.title, row.event, row.rank) == ("CHN", "KEN", "SP", "establish", 4)


def test_the_published_codings_speak_of_our_levels() -> None:
    """And of none that we have not."""
    rows = one_china_codings()
    assert {row.level for row in rows} <= set(LEVELS)
    assert len({(row.level, row.coding, row.group) for row in rows}) == len(rows)


def test_the_tables_are_written_like_any(tmp_path: Path) -> None:
    """Header and rows."""
    one_china_table([analyze(UPHOLDS)]).to_csv(tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_text(encoding="utf-8").splitlines()[0].startswith("party,date,found,level,matter")
