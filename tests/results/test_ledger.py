"""The ledger: repeated commitments are one entry, and what users write beside it is kept."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocorpus import Corpus, CorpusAnalysis, Document, LedgerEntry, Polarity, Strength, Table, ledger, read_ledger
from diplocorpus.errors import DocumentNotFoundError, ResultFormatError


def analysed(*said: tuple[str, str | None, str]) -> CorpusAnalysis:
    """Return the analyses of documents of Kenya and Chile: id, day and what follows the encounter."""
    met = "Chilean President Paul Ott held a phone conversation with Kenyan President Anna Lowe on the day."
    return Corpus(Document(id=name, text=f"{met} {text}", date=date, publisher="Xinhua") for name, date, text in said).analyze()


PORT = "reopen the port of Mombasa to Chilean ships"
REPEATED = analysed(
    ("b", "2024-03-09", f"Kenya pledged to {PORT}, Lowe said."),
    ("a", "2022-07-01", f"Kenya is ready to {PORT}, Lowe said. Kenya is ready to buy copper from Chile, Lowe said."),
    ("c", None, "Kenya hopes to reopen the port of Mombasa to ships from Chile, Lowe said."),
)


def only(table: Table[LedgerEntry], words: str) -> LedgerEntry:
    """Return the one entry whose action has the words."""
    [entry] = [entry for entry in table if words in entry.action]
    return entry


def test_what_is_said_again_is_one_entry() -> None:
    """With its first and last day, the strongest wording and where that stands."""
    entry = only(ledger(REPEATED), "Mombasa")
    assert (entry.committers, entry.counterparts) == (("KEN",), ("CHL",))
    assert (entry.first, entry.last, entry.documents) == ("2022-07-01", "2024-03-09", 2)
    assert (entry.strength, entry.trigger, entry.strongest_id) == (Strength.PLEDGED, "pledged to", "b")
    assert (entry.outcome, entry.note) == (None, None)


def test_every_place_leads_to_the_words() -> None:
    """An id, a colon, and offsets into the document."""
    for entry in REPEATED.ledger():
        for place in entry.places:
            name, _, span = place.rpartition(":")
            start, end = map(int, span.split("-"))
            assert REPEATED[name].document.text[start:end].startswith(("reopen the port", "buy copper"))


def test_what_binds_too_little_is_left_out() -> None:
    """Hopes are no entries unless they are asked for; an undated document has no day."""
    assert only(ledger(REPEATED), "Mombasa").documents == 2
    entry = only(ledger(REPEATED, min_strength="hoped"), "Mombasa")
    assert (entry.documents, entry.first, entry.last) == (3, "2022-07-01", "2024-03-09")
    assert len(ledger(REPEATED, min_strength=Strength.AGREED)) == 0


APART = {
    # two acts: why they are two
    ("deepen trade with Chile", "deepen defence cooperation with Chile"): "they share only a frame",
    ("support Chile's security", "consult with Chile on all matters of regional security"): "one shared word makes no act",
    ("supports the Belt and Road Initiative", "supports the Global Security Initiative"): "they are on different frameworks",
}


@pytest.mark.parametrize("acts", APART)
def test_different_acts_are_different_entries(acts: tuple[str, str]) -> None:
    """However much of the formula they have in common."""
    said = [f"Kenya {act}, Lowe said." if act.startswith("supports") else f"Kenya is ready to {act}, Lowe said." for act in acts]
    entries = ledger(analysed(("a", "2022-07-01", said[0]), ("b", "2023-07-01", said[1])))
    assert [(entry.documents, entry.action) for entry in entries] == [(1, acts[0]), (1, acts[1])]


def test_others_who_say_the_same_have_an_entry_of_their_own() -> None:
    """And each mirrors the other's."""
    ferry = "open a direct ferry line between Valparaiso and Mombasa"
    said = f"Kenya is ready to {ferry}, Lowe said. Chile will {ferry}, Ott said. Kenya is ready to buy copper from Chile, Lowe said."
    entries = ledger(analysed(("a", "2022-07-01", said)))
    assert {(entry.committers, entry.mirrored) for entry in entries if "ferry" in entry.action} == {(("KEN",), True), (("CHL",), True)}
    assert not only(entries, "copper").mirrored


@pytest.mark.parametrize(("later", "mirrored"), [("2023-06-01", True), ("2032-07-01", False), ("--07-01", True)])
def test_what_is_said_years_later_mirrors_nothing(later: str, *, mirrored: bool) -> None:
    """More than one; of a day without a year nothing is known that speaks against it."""
    ferry = "open a direct ferry line between Valparaiso and Mombasa"
    texts = (("a", "2022-07-01", f"Kenya is ready to {ferry}, Lowe said."), ("b", later, f"Chile will {ferry}, Ott said."))
    assert {entry.mirrored for entry in ledger(analysed(*texts)) if "ferry" in entry.action} == {mirrored}


def test_what_is_agreed_together_is_mirrored() -> None:
    """All who are bound said yes to it."""
    [entry] = ledger(analysed(("a", "2022-07-01", "The two sides agreed to hold consultations on fisheries.")))
    assert (entry.committers, entry.mirrored) == (("CHL", "KEN"), True)


def test_outcomes_go_over_to_a_later_ledger() -> None:
    """The entry is found again though the corpus has grown; what it tells of other documents stays."""
    before = ledger(REPEATED[:1])
    [entry] = before
    filled = Table("ledger", LedgerEntry, [entry.model_copy(update={"outcome": "kept", "note": "since May"})])
    after = ledger(iter(REPEATED), previous=filled)
    assert (only(after, "Mombasa").outcome, only(after, "Mombasa").note) == ("kept", "since May")
    assert only(after, "Mombasa").documents == 2
    assert only(after, "copper").outcome is None
    assert list(ledger(REPEATED[2:], previous=filled)) == list(filled)
    assert ledger(REPEATED, previous=after) == after


def test_nothing_is_an_empty_ledger(tmp_path: Path) -> None:
    """With its columns, as a file too."""
    empty = ledger([])
    empty.to_csv(tmp_path / "ledger.csv")
    assert read_ledger(tmp_path / "ledger.csv") == empty
    assert len(empty) == 0


def test_a_ledger_comes_back_from_csv(tmp_path: Path) -> None:
    """As it was written, and with what was written beside it."""
    entries = ledger(REPEATED)
    entries.to_csv(tmp_path / "ledger.csv")
    assert read_ledger(tmp_path / "ledger.csv") == entries
    lines = (tmp_path / "ledger.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0].endswith(",outcome,note")
    (tmp_path / "ledger.csv").write_text("\n".join([lines[0], lines[1] + "kept"]), encoding="utf-8")
    assert read_ledger(tmp_path / "ledger.csv")[0].note == "kept"


def test_a_file_that_is_no_ledger_is_refused(tmp_path: Path) -> None:
    """With its line and reason."""
    with pytest.raises(DocumentNotFoundError):
        read_ledger(tmp_path / "ledger.csv")
    ledger(REPEATED).to_csv(tmp_path / "ledger.csv")
    text = (tmp_path / "ledger.csv").read_text(encoding="utf-8")
    (tmp_path / "ledger.csv").write_text(text.replace("a:", "a/"), encoding="utf-8")
    with pytest.raises(ResultFormatError, match=r"ledger.csv.*2"):
        read_ledger(tmp_path / "ledger.csv")


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
LISTS = st.lists(WORDS, max_size=3).map(tuple)
PLACES = st.builds("{}:{}-{}".format, WORDS, st.integers(0, 99), st.integers(0, 99))


@given(
    st.lists(
        st.builds(
            LedgerEntry,
            id=WORDS,
            committers=LISTS,
            counterparts=LISTS,
            action=WORDS,
            frameworks=LISTS,
            polarity=st.sampled_from(Polarity),
            strength=st.sampled_from(Strength),
            trigger=WORDS,
            strongest_id=WORDS,
            first=st.none() | st.dates().map(str),
            last=st.none() | st.dates().map(str),
            documents=st.integers(1, 99),
            places=st.lists(PLACES, max_size=3).map(tuple),
            speakers=LISTS,
            publishers=LISTS,
            publisher_parties=LISTS,
            outcome=st.none() | WORDS,
            note=st.none() | WORDS,
        ),
        max_size=4,
    )
)
def test_csv_loses_nothing(entries: list[LedgerEntry]) -> None:
    """Whatever the words are."""
    table = Table("ledger", LedgerEntry, entries)
    with tempfile.TemporaryDirectory() as folder:
        table.to_csv(Path(folder) / "ledger.csv")
        assert read_ledger(Path(folder) / "ledger.csv") == table
