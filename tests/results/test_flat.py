"""Records as rows: which columns a field gives, and what is the document's own words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from diplocorpus import Document, Level, Record, Span
from diplocorpus.models.spans import Frozen, Wording
from diplocorpus.results.flat import Slot, exploded, members, row_type, slots


class Seal(Frozen):
    """A record within a record."""

    colour: str
    words: Wording | None = None


class Treaty(Record):
    """A record with a field of each sort."""

    id: str
    rank: Level | None = None
    parties: tuple[str, ...] = ()
    lasting: bool = False
    clause: Span
    annex: Span | None = None
    articles: tuple[Span, ...] = ()
    preamble: Wording = ""
    moods: tuple[Wording, ...] = ()
    seal: Seal | None = None
    seals: tuple[Seal, ...] = ()
    extra: Mapping[str, Any] = {}


TEXT = "Ruritania and Freedonia shall not build walls."
DOCUMENT = Document(id="t", text=TEXT)
TREATY = Treaty(
    id="t1",
    evidence=(DOCUMENT.span(0, 9),),
    parties=("FRD", "RUR"),
    clause=DOCUMENT.span(24, 33),
    articles=(DOCUMENT.span(0, 9), DOCUMENT.span(14, 23)),
    seal=Seal(colour="red", words="Ruritania"),
    extra={"b": 1, "a": "é"},
)


def read(record: Record) -> dict[str, Any]:
    """Return the values of a record by column."""
    return {slot.name: slot.read(record) for slot in slots(type(record))}


def test_every_field_gives_its_columns() -> None:
    """Spans three, records within as many as they have, tuples of records none."""
    values = read(TREATY)
    assert list(values) == [
        "evidence", "evidence_start", "evidence_end", "rules", "id", "rank", "parties", "lasting", "clause", "clause_start", "clause_end",
        "annex", "annex_start", "annex_end", "articles", "articles_start", "articles_end", "preamble", "moods",
        "seal_colour", "seal_words", "extra",
    ]  # fmt: skip
    assert (values["clause"], values["clause_start"], values["clause_end"]) == ("shall not", 24, 33)
    assert values["articles"] == ("Ruritania", "Freedonia")
    assert values["articles_end"] == (9, 23)
    assert values["annex"] is values["annex_start"] is None
    assert (values["seal_colour"], values["extra"]) == ("red", '{"a": "é", "b": 1}')


def test_what_is_missing_reads_as_missing() -> None:
    """A record within that is not there, an empty mapping."""
    values = read(TREATY.model_copy(update={"seal": None, "extra": {}}))
    assert values["seal_colour"] is values["seal_words"] is values["extra"] is None


def test_the_text_s_own_words_are_told_apart() -> None:
    """Spans' words, what is marked as wording, and mappings, of which nothing is known."""
    copied = {slot.name for slot in slots(Treaty) if slot.copied}
    assert copied == {"evidence", "clause", "annex", "articles", "preamble", "moods", "seal_words", "extra"}
    assert {slot.name for slot in slots(Document) if slot.copied} == {"text", "title", "dateline_span", "metadata"}


def test_tuples_of_records_are_tables_of_their_own() -> None:
    """Spans are not."""
    assert list(members(Treaty)) == [("seals", Seal)]


def test_a_list_is_exploded_with_its_offsets() -> None:
    """All columns of the field; other lists stay."""
    columns = {slot.name: slot for slot in exploded(list(slots(Treaty)), "articles")}
    assert [columns[name].many for name in ("articles", "articles_start", "parties")] == [False, False, True]
    row = row_type("Row", [columns["articles"], columns["articles_start"]])
    assert row.model_validate({"articles": None, "articles_start": None}).model_dump() == {"articles": None, "articles_start": None}


@pytest.mark.parametrize("field", ["clause", "treaties"])
def test_only_lists_can_be_exploded(field: str) -> None:
    """The error names those that can."""
    with pytest.raises(ValueError, match="one of articles, evidence"):
        exploded(list(slots(Treaty)), field)


def test_two_fields_may_not_give_one_column() -> None:
    """A value would be lost."""
    slot = Slot("clause_start", "clause_start", int, lambda record: record)
    with pytest.raises(TypeError, match="clause_start"):
        row_type("Row", [*slots(Treaty), slot])
