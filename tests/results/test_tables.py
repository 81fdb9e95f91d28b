"""The tables of a corpus: which there are, that nothing is lost, and that text can be left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from diplocorpus import Analyzer, Corpus, Document, ExtractorSpec, Meeting, MeetingStatus, Record, Table, default_extractors, load_corpus
from diplocorpus.models.spans import Frozen
from diplocorpus.results.tables import kinds, table
from diplocorpus.text.annotated import AnnotatedDocument

NOTE = Document(id="note", text="China proposed the Global Development Initiative. Kenya supports the initiative.")
"""What the seeds lack: words that stand for a framework."""

DOUBT = Document(id="doubt", text="Kazakh President Kassym-Jomart Tokayev met with Kenyan President Anna Lowe.", date="2015-07-03")
"""And an office that the table of office-holders has at another time."""

ANALYSES = Corpus([*load_corpus("seeds/"), NOTE, DOUBT]).analyze()
NAMES = list(kinds())


def test_there_is_a_table_of_each_kind_of_record() -> None:
    """And of the participants within meetings."""
    assert set(NAMES) >= {"documents", "meetings", "participants", "attributions", "commitments", "frameworks", "stances"}


@pytest.mark.parametrize("name", NAMES)
def test_the_key_tells_rows_apart_and_every_link_leads_somewhere(name: str) -> None:
    """As a database would demand."""
    rows = table(ANALYSES, name)
    key = kinds()[name].key
    keys = [tuple(getattr(row, column) for column in key) for row in rows]
    assert len(keys) == len(set(keys)) > 0
    for other, columns in kinds()[name].links.items():
        there = {tuple(getattr(row, column) for column in kinds()[other].key) for row in table(ANALYSES, other)}
        links = {tuple(getattr(row, column) for column in columns) for row in rows}
        assert {link for link in links if None not in link} <= there
        assert NAMES.index(other) < NAMES.index(name)


@pytest.mark.parametrize("name", ["meetings", "attributions", "commitments", "frameworks", "stances"])
def test_a_row_a_record_in_their_order(name: str) -> None:
    """With the record's values."""
    kind = type(getattr(next(analysis for analysis in ANALYSES if getattr(analysis, name)), name)[0])
    records = [(analysis, record) for analysis in ANALYSES for record in analysis.records if isinstance(record, kind)]
    rows = table(ANALYSES, name)
    assert [(row.document_id, row.id) for row in rows] == [(analysis.document.id, record.id) for analysis, record in records]
    for row, (analysis, record) in zip(rows, records, strict=True):
        assert row.evidence == tuple(span.text for span in record.evidence)
        assert row.document_date == analysis.document.date


def test_a_row_a_participant_with_its_meeting() -> None:
    """Counted from 1 within the meeting."""
    meetings = [(analysis, record) for analysis in ANALYSES for record in analysis.records if isinstance(record, Meeting)]
    told = [(analysis.document.id, m.id, number, p.name) for analysis, m in meetings for number, p in enumerate(m.participants, 1)]
    assert [(row.document_id, row.meeting_id, row.position, row.name) for row in table(ANALYSES, "participants")] == told


def test_a_row_an_action_on_request() -> None:
    """One without any action keeps a row."""
    commitments = [commitment for analysis in ANALYSES for commitment in analysis.commitments]
    rows = table(ANALYSES, "commitments", explode="actions")
    assert len(rows) == sum(max(1, len(commitment.actions)) for commitment in commitments)
    for row in rows:
        text = ANALYSES[row.document_id].document.text
        assert row.actions is None or row.actions == text[row.actions_start : row.actions_end]
    bare = ANALYSES[0].model_copy(update={"commitments": (ANALYSES[0].commitments[0].model_copy(update={"actions": ()}),)})
    assert [row.actions for row in table([bare], "commitments", explode="actions")] == [None]


@pytest.mark.parametrize("name", NAMES)
def test_text_can_be_left_out(name: str) -> None:
    """No cell then holds words that stand in a span, a title or the text; offsets stay."""
    without = table(ANALYSES, name, text=False)
    gone = {column.name for column in table(ANALYSES, name).columns} - {column.name for column in without.columns}
    assert gone == {slot.name for slot in kinds()[name].columns if slot.copied}
    assert not gone & {"document_id", "id", "speaker", "strength", "evidence_start"}
    for row in without:
        for cell in row.model_dump().values():
            assert not any(isinstance(value, str) and len(value) > 200 for value in (cell if isinstance(cell, tuple) else (cell,)))


def test_meetings_still_to_come_stand_with_the_others() -> None:
    """Told apart by their status, so that what links to them finds them."""
    [meeting] = [meeting for meeting in ANALYSES[0].meetings if meeting.id == "m1"]
    coming = meeting.model_copy(update={"id": "m9", "status": MeetingStatus.ANNOUNCED})
    rows = table([ANALYSES[0].model_copy(update={"announced": (coming,)})], "meetings")
    assert [(row.id, row.status) for row in rows][-1] == ("m9", "announced")


def test_an_unknown_table_is_an_error_that_names_the_known() -> None:
    """A misspelling."""
    with pytest.raises(ValueError, match="no table is named 'treaties'; choose one of documents, meetings"):
        table(ANALYSES, "treaties")


class Guest(Frozen):
    """Somebody within a stranger's record."""

    name: str


class Toast(Record):
    """A stranger's record, with a field that documents have, too."""

    host: str
    guests: tuple[Guest, ...] = ()
    publisher: str | None = None


def toasts(document: AnnotatedDocument, _: Any) -> Iterator[Toast]:
    """Find who gave a toast."""
    start = document.document.text.find("toast")
    if start >= 0:
        yield Toast(evidence=(document.document.span(start, start + 5),), host="Lowe", guests=(Guest(name="Ott"), Guest(name="Lin")))


TOASTING = Analyzer([*default_extractors(), ExtractorSpec("acme.toasts", toasts, Toast)])


def test_a_stranger_s_records_are_a_table_too() -> None:
    """Under the name of their extractor."""
    analyses = Corpus([Document(id="a", text="Lowe gave a toast."), Document(id="b", text="Ott left.")]).analyze(analyzer=TOASTING)
    rows: Table[Any] = table(analyses, "acme.toasts")
    assert [(row.document_id, row.position, row.host, row.evidence) for row in rows] == [("a", 1, "Lowe", ("toast",))]
    guests: Table[Any] = table(analyses, "acme.toasts.guests")
    assert [(row.holder_position, row.position, row.name) for row in guests] == [(1, 1, "Ott"), (1, 2, "Lin")]
    assert analyses.tables[-2:] == ("acme.toasts", "acme.toasts.guests")


def test_a_stranger_s_table_is_there_where_nothing_was_found() -> None:
    """With its columns, so that what reads it need not ask; slices keep it."""
    analyses = Corpus([Document(id="b", text="Ott left.")]).analyze(analyzer=TOASTING)
    assert len(analyses.table("acme.toasts")) == 0
    assert "host" in [column.name for column in analyses[:1].table("acme.toasts", text=False).columns]


def test_a_stranger_s_records_that_have_lost_their_type_are_an_error() -> None:
    """Read from JSON they are mappings; of nothing found, nothing is known."""
    analysis = TOASTING.analyze("Lowe gave a toast.")
    read_back = type(analysis).model_validate_json(analysis.model_dump_json())
    with pytest.raises(ValueError, match="have lost their type; load_analyses"):
        table([read_back], "acme.toasts")
    with pytest.raises(ValueError, match="found nothing"):
        table([TOASTING.analyze("Ott left.")], "acme.toasts")
