"""Tables: what their columns are, and that every form holds the same values."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocorpus import Level, Strength, Table
from diplocorpus.errors import DocumentNotFoundError, MissingExtraError, ResultFormatError
from diplocorpus.models.spans import Frozen, Span
from diplocorpus.results.columns import Column, ColumnType


class Visit(Frozen):
    """A row with a column of each sort."""

    document_id: str
    level: Level | None = None
    strength: Strength = Strength.READY
    basis: Literal["own", "reported"] = "own"
    parties: tuple[str, ...] = ()
    days: int | None = None
    share: float = 0.5
    told: bool | None = None


VISITS = Table(
    "visits",
    Visit,
    [
        Visit(document_id="a", level=Level.MINISTER, strength=Strength.PLEDGED, parties=("FRD", "RUR"), days=3, told=True),
        Visit(document_id='b, "c"\nd', basis="reported", parties=("x;y", "back\\slash"), told=False),
    ],
)
VALUES = [
    ["a", "minister", "pledged", "own", ["FRD", "RUR"], 3, 0.5, True],
    ['b, "c"\nd', None, "ready", "reported", ["x;y", "back\\slash"], None, 0.5, False],
]


def test_columns_are_read_off_the_row() -> None:
    """Type, list, missing values, closed vocabulary and its order."""
    columns = {column.name: column for column in VISITS.columns}
    assert columns["document_id"] == Column(name="document_id", type=ColumnType.STRING)
    assert columns["days"] == Column(name="days", type=ColumnType.INTEGER, nullable=True)
    assert columns["parties"] == Column(name="parties", type=ColumnType.STRING, many=True)
    assert columns["strength"].values == ("proposed", "hoped", "ready", "affirmed", "pledged", "agreed")
    assert columns["strength"].ordered
    assert columns["basis"].values == ("own", "reported")
    assert not columns["basis"].ordered


class Nested(Frozen):
    """No row: it holds a record."""

    span: Span


class Absent(Frozen):
    """No row: a list may be missing."""

    parties: tuple[str, ...] | None = None


@pytest.mark.parametrize("row", [Nested, Absent])
def test_a_row_is_flat(row: type[Frozen]) -> None:
    """Nested records have no column."""
    with pytest.raises(TypeError, match="column"):
        Table("bad", row)


def test_a_table_is_a_sequence_of_its_rows() -> None:
    """A slice is a table, an item a record."""
    assert len(VISITS) == 2
    assert VISITS[0].parties == ("FRD", "RUR")
    assert [row.document_id for row in VISITS[1:]] == ['b, "c"\nd']
    assert VISITS[:1] != VISITS
    assert VISITS[:2] == VISITS
    assert repr(VISITS).startswith("Table('visits': 2 rows of document_id, level")


def test_arrow_holds_the_values_and_what_may_be_missing() -> None:
    """Closed vocabularies are strings there."""
    pytest.importorskip("pyarrow")
    table = VISITS.to_arrow()
    assert [list(row.values()) for row in table.to_pylist()] == VALUES
    assert {field.name for field in table.schema if field.nullable} == {"level", "days", "told"}


def test_json_lines_hold_a_row_a_line(tmp_path: Path) -> None:
    """As objects that the row's type reads back."""
    VISITS.to_jsonl(tmp_path / "rows.jsonl")
    lines = (tmp_path / "rows.jsonl").read_text(encoding="utf-8").splitlines()
    assert [VISITS.row.model_validate_json(line) for line in lines] == list(VISITS)


def test_parquet_reads_back_equal(tmp_path: Path) -> None:
    """Types and values."""
    parquet = pytest.importorskip("pyarrow.parquet")
    VISITS.to_parquet(tmp_path / "visits.parquet")
    assert parquet.read_table(tmp_path / "visits.parquet").equals(VISITS.to_arrow())


def test_pandas_compares_by_strength() -> None:
    """A closed vocabulary keeps its order, a missing number stays a missing integer."""
    pytest.importorskip("pandas")
    frame = VISITS.to_pandas()
    assert frame.dtypes.astype(str).to_dict()["days"] == "Int64"
    assert frame[frame.strength >= "affirmed"].document_id.tolist() == ["a"]
    assert frame.parties.tolist() == [["FRD", "RUR"], ["x;y", "back\\slash"]]
    assert frame.level.isna().tolist() == [False, True]


def test_polars_compares_by_strength() -> None:
    """The same in polars."""
    polars = pytest.importorskip("polars")
    frame = VISITS.to_polars()
    assert [list(row) for row in frame.iter_rows()] == VALUES
    assert frame.filter(polars.col("strength") >= "affirmed")["document_id"].to_list() == ["a"]


def test_a_list_in_a_csv_cell_can_be_told_apart_again(tmp_path: Path) -> None:
    """Line breaks, quotes and the separator itself survive."""
    VISITS.to_csv(tmp_path / "visits.csv")
    assert (tmp_path / "visits.csv").read_bytes().decode() == (
        "document_id,level,strength,basis,parties,days,share,told\r\n"
        "a,minister,pledged,own,FRD;RUR,3,0.5,true\r\n"
        '"b, ""c""\nd",,ready,reported,x\\;y;back\\\\slash,,0.5,false\r\n'
    )


visits = st.builds(
    Visit,
    document_id=st.text(),
    level=st.none() | st.sampled_from(Level),
    strength=st.sampled_from(Strength),
    basis=st.sampled_from(["own", "reported"]),
    parties=st.lists(st.text(min_size=1), max_size=3).map(tuple),
    days=st.none() | st.integers(-(2**63), 2**63 - 1),
    share=st.floats(allow_nan=False),
    told=st.none() | st.booleans(),
)


@given(st.lists(visits, max_size=5))
def test_any_table_reads_back_equal_from_csv(rows: list[Visit]) -> None:
    """Whatever characters its cells hold."""
    table = Table("visits", Visit, rows)
    with tempfile.TemporaryDirectory() as folder:
        table.to_csv(Path(folder) / "visits.csv")
        assert Table.read_csv(Path(folder) / "visits.csv", "visits", Visit) == table


@given(st.lists(visits, max_size=5))
def test_any_table_is_the_same_in_arrow_and_polars(rows: list[Visit]) -> None:
    """No form changes a value."""
    pytest.importorskip("pyarrow")
    pytest.importorskip("polars")
    table = Table("visits", Visit, rows)
    assert table.to_arrow().to_pylist() == table.to_polars().to_dicts()


UNREADABLE: dict[str, tuple[Callable[[str], str], int]] = {
    # why: what is done to the text of a file, the row that the error names
    "a column is missing": (lambda text: text.replace(",told", ""), 1),
    "a column is unknown": (lambda text: text.replace("told", "tales"), 1),
    "a cell is missing": (lambda text: text.replace(",3,", ","), 2),
    "a word is not in the vocabulary": (lambda text: text.replace("pledged", "sworn"), 2),
    "a number is none": (lambda text: text.replace(",3,", ",three,"), 2),
}


@pytest.mark.parametrize("why", UNREADABLE)
def test_a_table_that_does_not_fit_is_an_error_that_names_the_row(why: str, tmp_path: Path) -> None:
    """Spreadsheets change files."""
    change, row = UNREADABLE[why]
    path = tmp_path / "visits.csv"
    VISITS.to_csv(path)
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(ResultFormatError) as caught:
        Table.read_csv(path, "visits", Visit)
    assert caught.value.row == row


def test_a_spreadsheet_may_reorder_columns_and_mark_the_encoding(tmp_path: Path) -> None:
    """They do."""
    path = tmp_path / "visits.csv"
    path.write_text("\ufefftold,share,days,parties,basis,strength,level,document_id\ntrue,1,,,own,ready,,a\n", encoding="utf-8")
    assert Table.read_csv(path, "visits", Visit) == Table("visits", Visit, [Visit(document_id="a", share=1.0, told=True)])


def test_a_table_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """That names the path."""
    with pytest.raises(DocumentNotFoundError, match="visits"):
        Table.read_csv(tmp_path / "visits.csv", "visits", Visit)


@pytest.mark.parametrize(("form", "library"), [("to_pandas", "pandas"), ("to_polars", "polars"), ("to_arrow", "pyarrow")])
def test_an_empty_table_keeps_its_columns(form: str, library: str) -> None:
    """Code that reads it need not know that nothing was found."""
    pytest.importorskip(library)
    empty = getattr(Table("visits", Visit), form)()
    assert len(empty) == 0
    assert list(empty.column_names if library == "pyarrow" else empty.columns) == list(Visit.model_fields)


@pytest.mark.parametrize(
    ("library", "form", "extra"), [("pyarrow", "to_arrow", "parquet"), ("pandas", "to_pandas", "pandas"), ("polars", "to_polars", "polars")]
)
def test_a_missing_library_is_an_error_that_names_the_extra(library: str, form: str, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not a traceback from deep inside."""
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtraError, match=rf"diplocorpus\[{extra}\]"):
        getattr(VISITS, form)()
