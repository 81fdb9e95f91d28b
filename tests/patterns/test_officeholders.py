"""The table of office-holders: its rows, how names find them, users' tables, and what the table says of a text's year."""

from __future__ import annotations

import pickle
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from diplocorpus import Analyzer, OfficeHolder, OfficeHolders, role_at
from diplocorpus.errors import DocumentNotFoundError, TableFormatError
from diplocorpus.models.events import Level
from diplocorpus.models.offices import Certainty
from diplocorpus.patterns.loading import own_packs
from diplocorpus.patterns.names import name_key
from diplocorpus.patterns.officeholders import own_officeholders
from diplocorpus.patterns.offices import office_of, served
from diplocorpus.patterns.parties import parties

HEADER = "name,party,role,level,since,until\n"


def row(name: str = "Ada Lowe", since: str = "2019-03-20", until: str | None = None, role: str = "President") -> OfficeHolder:
    """Return a row of an invented table."""
    return OfficeHolder(name=name, party="RUR", role=role, level=Level.HEAD_OF_STATE, since=since, until=until)


def table(tmp_path: Path, text: str) -> Path:
    """Write a table and return its path."""
    path = tmp_path / "mine.csv"
    path.write_text(text, encoding="utf-8")
    return path


# Our own rows


def test_a_row_names_a_party_and_an_office_that_we_know() -> None:
    """With the level that the title has where a text words it."""
    labels = {pattern.id: pattern.label for pattern in own_packs().patterns("level")}
    for holder in own_officeholders():
        office = office_of(holder.role)
        assert holder.party in parties(), holder
        assert office is not None, holder
        assert labels[office] == holder.level or (holder.party, holder.role) == ("UN", "Secretary-General"), holder


def test_a_row_says_how_sure_it_is() -> None:
    """Checked means that a page was read, so it names the page; what is only recalled names none."""
    for holder in own_officeholders():
        assert holder.certainty is not Certainty.GIVEN, holder
        assert (holder.certainty is Certainty.CHECKED) == (holder.source is not None), holder
        assert all(address.startswith(("https://", "http://")) for address in (holder.source or "").split()), holder


def test_no_two_people_share_a_name_key() -> None:
    """Spellings fall together, people do not."""
    people: dict[tuple[str, ...], set[str]] = {}
    for holder in own_officeholders():
        for name in (holder.name, *holder.aliases):
            people.setdefault(name_key(name), set()).add(holder.name)
    assert {key: names for key, names in people.items() if len(names) > 1} == {}


def test_no_term_of_a_person_overlaps_another_in_the_same_office() -> None:
    """One row a term."""
    rows = list(own_officeholders())
    for number, first in enumerate(rows):
        for second in rows[number + 1 :]:
            if (first.name, first.party, first.role) == (second.name, second.party, second.role):
                assert (first.until or "9") <= second.since or (second.until or "9") <= first.since


ONE_AT_A_TIME = [
    ("CHN", "President"),
    ("CHN", "Premier"),
    ("KAZ", "President"),
    ("UZB", "President"),
    ("USA", "President"),
    ("FRA", "President"),
]


@pytest.mark.parametrize(("party", "role"), ONE_AT_A_TIME)
def test_an_office_has_no_gap_and_one_holder(party: str, role: str) -> None:
    """A term ends when the next begins, give or take a few days."""
    terms = sorted((h for h in own_officeholders() if (h.party, h.role) == (party, role)), key=lambda h: h.since)
    for first, second in pairwise(terms):
        assert first.until is not None
        between = date.fromisoformat(second.since) - date.fromisoformat(first.until)
        assert 0 <= between.days <= 110  # Karimov died in September 2016, his successor was sworn in in December


# Finding people

SPELLINGS = [
    ("Kassym-Jomart Tokayev", "as the table has it"),
    ("Kasym-Zhomart Tokaev", "another transliteration of every part"),
    ("Tokayev", "the surname"),
    ("tokaev", "case does not count"),
]


@pytest.mark.parametrize(("name", "reason"), SPELLINGS)
def test_a_person_is_found_under_any_spelling(name: str, reason: str) -> None:
    """The office on that day, the one that was held."""
    assert [(held.name, held.role) for held in role_at(name, "2020-05-01", party="KAZ")] == [("Kassym-Jomart Tokayev", "President")], reason


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Kishida Fumio", "Fumio Kishida"),  # turned round
        ("Recep Tayyip Erdogan", "Recep Tayyip Erdoğan"),  # without accents
        ("Felipe Calderón Hinojosa", "Felipe Calderón"),  # a second surname more
        ("Abdelfattah al-Sisi", "Abdel Fattah el-Sisi"),  # an alias
        ("Kim Jong-un", "Kim Jong Un"),  # hyphened
        ("Joseph R. Biden, Jr.", "Joe Biden"),  # initial and Jr.
        ("Mohammed bin Salman bin Abdulaziz Al Saud", "Mohammed bin Salman"),  # not his father, whose name is part of his
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ],
)
def test_a_fuller_or_other_form_of_a_name_is_the_same_person(name: str, found: str) -> None:
    """One person, whatever the paper."""
    assert {holder.name for holder in own_officeholders().terms(name)} == {found}


def test_a_surname_that_several_bear_gives_all_who_served() -> None:
    """Two premiers Li; the day tells them apart."""
    assert {held.name for held in role_at("Li", "2014-06-01", party="CHN") if held.role == "Premier"} == {"Li Keqiang"}
    assert {held.name for held in role_at("Li", "2024-06-01", party="CHN") if held.role == "Premier"} == {"Li Qiang"}


def test_somebody_unknown_holds_no_office() -> None:
    """Not finding is no error."""
    assert role_at("Ada Lowe", "2020-05-01") == ()
    assert role_at("", "2020-05-01") == ()


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2019-03-20", True),  # the first day counts
        ("2021-07-04", True),  # the last too
        ("2019-03-19", False),
        ("2021-07-05", False),
        ("2019-03", True),  # some day of the month
        ("2019", True),
        ("2018", False),
        (date(2020, 1, 1), True),
    ],
)
def test_a_term_covers_its_days(day: str | date, *, found: bool) -> None:
    """Both ends included; a month or year is covered where any of it is."""
    terms = OfficeHolders([row(until="2021-07-04")])
    assert bool(terms.role_at("Ada Lowe", day)) is found


@pytest.mark.parametrize(("since", "until", "day", "found"), [("2019-03", "2021", "2019-03-02", True), ("2019-03", "2021", "2021-12-31", True), ("2019-03", None, "2050", True), ("2019-03", None, "2019-02-28", False)])  # fmt: skip
def test_a_partial_end_covers_its_whole_month_or_year(since: str, until: str | None, day: str, *, found: bool) -> None:
    """What is only known to the month is not held against a text."""
    assert bool(OfficeHolders([row(since=since, until=until)]).role_at("Ada Lowe", day)) is found


@pytest.mark.parametrize("day", ["yesterday", "--05-01", "", "2020-5-1"])
def test_a_day_without_a_year_is_refused(day: str) -> None:
    """The message says what to write."""
    with pytest.raises(ValueError, match="write 2021-04-29"):
        role_at("Xi Jinping", day)


# Users' tables


def test_a_users_row_adds_to_ours(tmp_path: Path) -> None:
    """And says that it was given."""
    mine = OfficeHolders.load(table(tmp_path, HEADER + "Ada Lowe,RUR,President,head_of_state,2019-03-20,\n"))
    assert len(mine) == len(own_officeholders()) + 1
    [held] = mine.role_at("Lowe", "2020-01-01")
    assert (held.until, held.certainty, held.source) == (None, "given", None)


def test_a_users_row_replaces_ours_of_the_same_person_and_office(tmp_path: Path) -> None:
    """In any spelling of the name; the other offices of the person stay."""
    mine = OfficeHolders.load(table(tmp_path, HEADER + "Kassym-Zhomart Tokaev,KAZ,President,head_of_state,2019-06-12,\n"))
    assert mine.role_at("Tokayev", "2019-04-01") == ()
    assert [held.role for held in mine.role_at("Tokayev", "2001-01-01")] == ["Prime Minister"]


def test_a_table_from_a_spreadsheet_is_read(tmp_path: Path) -> None:
    """With a byte order mark, quoted cells, aliases and blank optional cells."""
    text = "\ufeffname,aliases,party,role,level,since,until,certainty,source\r\n"
    text += '"Ada Lowe","Adeline Lowe | A. Löwe",RUR,President,head_of_state,2019,,checked,https://example.org/lowe\r\n'
    mine = OfficeHolders.load(table(tmp_path, text))
    [held] = mine.role_at("Adeline Lowe", "2020")
    assert (held.aliases, held.certainty, held.source) == (("Adeline Lowe", "A. Löwe"), "checked", "https://example.org/lowe")


GOOD = "Ada Lowe,RUR,President,head_of_state,2019-03-20,\n"

FAULTS = [
    ("name,party,role,level\nAda Lowe,RUR,President,head_of_state\n", 1, "since", "missing"),
    ("name,party,role,level,since,to\n", 1, "to", "no such column"),
    ("", 1, "name", "missing"),
    (HEADER + GOOD + "Paul Ott,FRD,Premier,boss,2019,\n", 3, "level", "head_of_government"),
    (HEADER + "Paul Ott,FRD,Premier,minister,May 2019,\n", 2, "since", "no ISO date"),
    (HEADER + "Paul Ott,FRD,Premier,minister,--05-01,\n", 2, "until", "no year"),
    (HEADER + "Paul Ott,FRD,Premier,minister,2019-05,2018\n", 2, "until", "before it begins"),
    (HEADER + " ,FRD,Premier,minister,2019-05,2018\n", 2, "name", "empty"),
    (HEADER + GOOD + "Paul Ott,FRD,Premier\n", 3, None, "as many cells"),
    (HEADER + GOOD + "Paul Ott,FRD,Premier,minister,2019,2020,more\n", 3, None, "as many cells"),
    (HEADER + '"Ada\nLowe",RUR,President,head_of_state,2019,\n' + "Paul Ott,FRD,Premier,minister,,\n", 4, "since", "empty"),
    (HEADER + '"Ada" Lowe,RUR,President,head_of_state,2019,\n', 2, None, "no CSV"),
]


@pytest.mark.parametrize(("text", "line", "field", "words"), FAULTS)
def test_a_fault_names_file_row_and_field(tmp_path: Path, text: str, line: int, field: str | None, words: str) -> None:
    """Rows are counted by their line in the file."""
    path = table(tmp_path, text)
    with pytest.raises(TableFormatError, match=words) as caught:
        OfficeHolders.load(path)
    assert (caught.value.path, caught.value.row, caught.value.field) == (str(path), line, field)


def test_a_missing_or_undecodable_table_is_an_error(tmp_path: Path) -> None:
    """Named by its path."""
    with pytest.raises(DocumentNotFoundError, match=r"none\.csv"):
        OfficeHolders.load(tmp_path / "none.csv")
    (tmp_path / "latin.csv").write_bytes("name\nLöwe\n".encode("latin-1"))
    with pytest.raises(TableFormatError, match="not UTF-8 at byte 6"):
        OfficeHolders.load(tmp_path / "latin.csv")


def test_an_analyzer_takes_a_table_by_path_and_says_so(tmp_path: Path) -> None:
    """Its people get the party that the table gives them; provenance names the file and what it held."""
    path = table(tmp_path, HEADER + "Ada Lowe,KEN,President,head_of_state,2019-03-20,\n")
    text = "Ada Lowe met with Chinese President Lin Tao in Strelsau."
    mine = pickle.loads(pickle.dumps(Analyzer(officeholders=path)))  # noqa: S301  # our own
    analysis = mine.analyze(text)
    assert [(p.name, p.party) for p in analysis.meetings[0].participants] == [("Ada Lowe", "KEN"), ("Lin Tao", "CHN")]
    assert analysis.provenance.packs["officeholders:mine.csv"].startswith("sha256:")
    assert "officeholders" not in analysis.provenance.packs
    assert Analyzer(officeholders=OfficeHolders.load(path)).analyze(text) == analysis


# What the table says of a text's year

YEARS = [
    ("Chinese President Xi Jinping met with Uzbek President Shavkat Mirziyoyev.", {2016, 2026}, "both must have served"),
    ("Premier Li Keqiang held talks with Prime Minister of Kazakhstan Askar Mamin.", {2019, 2022}, "a title before and with its country"),
    ("State Councilor and Foreign Minister Wang Yi met reporters.", {2018, 2023}, "two offices at once"),
    ("Former President Hu Jintao met reporters.", None, "a past office says nothing of the day"),
    ("Hu Jintao met reporters.", None, "without a title nothing is said"),
    ("The President praised what Hu Jintao had done.", None, "another clause"),
    ("Ruritanian President Ada Lowe met reporters.", None, "nobody that the table knows"),
    ("First President of Kazakhstan Nursultan Nazarbayev met reporters.", None, "the first president is one of the past"),
    ("Foreign Minister and Alternate Prime Minister Yair Lapid met reporters.", None, "an alternate has another office"),
    ("Prime Minister Viktor Orban and President Vladimir Putin met reporters.", {1999, 2026}, "an office belongs to one name"),
    ("A meeting with Prime Minister Viktor Orban\n\nPresident Vladimir Putin: Good day.", {1999, 2026}, "a title ends with its line"),
]


@pytest.mark.parametrize(("text", "span", "reason"), YEARS)
def test_the_office_holders_of_a_text_bound_its_year(text: str, span: set[int] | None, reason: str) -> None:
    """First and last year that they leave, None where they bound nothing."""
    conditions = list(served(text, own_officeholders()))
    years = {year for year in range(1990, 2027) if all(holds(str(year)) for holds in conditions)}
    assert ({min(years), max(years)} if conditions else None) == span, reason
