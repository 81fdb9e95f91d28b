"""Documents, partial dates and sources."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from diplocorpus.models.documents import DateBasis, Dateline, Document, PartialDate, Source
from diplocorpus.models.spans import Span

DATES = {
    "2021-04-29": "a day",
    "2023-11": "a month",
    "2022": "a year",
    "--07-09": "a day of an unknown year",
    "--07": "a month of an unknown year",
    "---09": "a day of an unknown month",
    "--02-29": "a leap day, since the year may be one",
}

NO_DATES = {
    "": "absent is None",
    "unknown": "absent is None",
    "2021-13": "there is no 13th month",
    "2021-00-10": "nor a month 0",
    "2021-04-32": "nor a day 32",
    "2021-4-9": "ISO pads with zeros",
    "29 April 2021": "not ISO",
    "2021-04-29T10:00": "a date has no clock",
    "-07-09": "one hyphen too few",
    "2021--09": "what is not known is left out from the left",
    "2021-04-29\n": "nothing may follow",
}


@pytest.mark.parametrize("value", DATES)
def test_an_iso_date_may_lack_what_is_not_known(value: str) -> None:
    """It is kept as written."""
    assert TypeAdapter(PartialDate).validate_python(value) == value


@pytest.mark.parametrize("value", NO_DATES)
def test_what_is_no_iso_date_is_refused(value: str) -> None:
    """The message shows what to write."""
    with pytest.raises(ValidationError, match="--04-29"):
        TypeAdapter(PartialDate).validate_python(value)


def full_document() -> Document:
    """Return a document with every field set."""
    text = "STRELSAU, July 9 (Kurier) -- Lowe met Ott."
    return Document(
        id="strelsau-07-09",
        text=text,
        title="Lowe meets Ott",
        date="--07-09",
        date_basis=DateBasis.UNKNOWN,
        published="2024-07-10",
        dateline=Dateline(place="Strelsau", date="--07-09", agency="Kurier", span=Span(start=0, end=29, text=text[:29])),
        publisher="Kurier",
        language="en",
        provenance=Source(path="in/strelsau.txt", encoding="utf-8", format="text"),
        metadata={"shelf": 3, "tags": ["visit"]},
    )


def test_a_document_survives_json() -> None:
    """Every field, the text to the character."""
    document = full_document()
    assert Document.model_validate_json(document.model_dump_json()) == document


def test_a_document_is_frozen() -> None:
    """All offsets count on its text."""
    with pytest.raises(ValidationError, match="frozen"):
        full_document().text = "Ott met Lowe."  # type: ignore[misc]


def test_a_document_needs_an_id() -> None:
    """Records are found by it."""
    with pytest.raises(ValidationError):
        Document(id="", text="Lowe met Ott.")


def test_an_unknown_field_is_refused() -> None:
    """A misspelled field is not lost in silence."""
    with pytest.raises(ValidationError, match="publishers"):
        Document.model_validate({"id": "x", "text": "", "publishers": "Kurier"})


def test_the_text_is_not_edited() -> None:
    """Newlines, marks and spaces stay."""
    text = "\ufeff  Lowe\r\nmet\tOtt. \n"
    assert Document(id="x", text=text).text == text


def test_a_document_can_be_kept_in_a_set_despite_its_metadata() -> None:
    """The id and the text identify it."""
    assert len({full_document(), full_document()}) == 1


def test_a_document_shows_itself_in_a_line() -> None:
    """A list of documents in a shell is not a wall of text."""
    assert repr(full_document()) == "Document(id='strelsau-07-09', date='--07-09', publisher='Kurier', 42 characters)"


def test_half_a_character_is_refused_where_it_stands() -> None:
    """It could not be written to any file."""
    with pytest.raises(ValidationError, match="half a character stands at 2"):
        Document(id="note", text="a \ud83d b")
