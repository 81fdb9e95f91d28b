"""Whether two records report one meeting, and the reports of a corpus merged."""

from __future__ import annotations

import pytest

from diplocorpus import Corpus, Document, Meeting, analyze, extract_meetings, same_meeting

TOLD = "On May 7, 2021, Chinese President Lin Tao met with Kenyan President Paul Ott in Nairobi."


def record(text: str) -> Meeting:
    """Return the one meeting of a text."""
    [meeting] = extract_meetings(text)
    return meeting


SAME = [
    (TOLD, "the very words"),
    ("On May 8, 2021, Kenyan President Paul Ott received Chinese President Lin Tao.", "the next day, from the other side"),
    ("On May 7, 2021, Chinese President Lin held talks with Kenyan President Ott.", "short names"),
    ("On May 7, Chinese President Lin Tao met with Kenyan President Paul Ott.", "without the year"),
    ("Chinese President Lin Tao met with Kenyan President Paul Ott from May 8 to 10, 2021.", "over several days"),
]

DIFFERENT = [
    ("On May 9, 2021, Chinese President Lin Tao met with Kenyan President Paul Ott.", ["date"], "two days later"),
    ("On May 7, 2021, Chinese President Lin Tao telephoned Kenyan President Paul Ott.", ["kind"], "a call"),
    ("On May 7, 2021, Chinese President Lin Tao sent a message of greetings to Kenyan President Paul Ott.", ["kind"], "a letter"),
    ("On May 7, 2021, Chinese Premier Li Marsh met with Kenyan President Paul Ott.", ["people"], "another person of one side"),
    ("On May 7, 2021, Chinese President Lin Tao met with Chilean President Ada Lowe.", ["parties"], "another partner"),
    ("On May 7, 2021, Chinese President Lin Tao met with Kenyan President Paul Ott and Chilean President Ada Lowe.", ["parties"], "talks of three"),
    ("Chinese President Lin Tao met with Kenyan President Paul Ott.", [], "without a date nothing can be told"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "why"), SAME)
def test_reports_of_one_meeting_are_the_same(text: str, why: str) -> None:
    """Either way round."""
    told, other = record(TOLD), record(text)
    assert same_meeting(told, other), why
    assert same_meeting(other, told) == same_meeting(told, other)


@pytest.mark.parametrize(("text", "differs", "why"), DIFFERENT)
def test_reports_of_two_meetings_differ_in_something(text: str, differs: list[str], why: str) -> None:
    """Or one does not tell enough."""
    verdict = same_meeting(record(TOLD), record(text))
    assert not verdict, why
    assert list(verdict.differs) == differs


def test_a_video_call_may_be_told_as_a_meeting() -> None:
    """Where the meeting names no place."""
    [call] = extract_meetings("On May 7, 2021, Chinese President Lin Tao held a video call with Kenyan President Paul Ott.")
    [vague] = extract_meetings("On May 7, 2021, Chinese President Lin Tao had a meeting with Kenyan President Paul Ott.")
    assert same_meeting(call, vague)
    assert not same_meeting(call, record(TOLD))


def test_the_reports_of_a_corpus_are_merged_with_every_source() -> None:
    """By day; two meetings of one document stay two, and what is only recalled makes none."""
    corpus = Corpus(
        [
            Document(id="a", text=TOLD, publisher="One"),
            Document(id="b", text="On May 8, 2021, Kenyan President Paul Ott received Chinese President Lin Tao in Nairobi, Kenya."),
            Document(id="c", text="On May 1, 2021, Chinese Foreign Minister Ada Lin met with Kenyan Foreign Minister Mara Lowe."),
            Document(id="d", text="Lin said that he had met with Kenyan President Paul Ott on May 7, 2021."),
        ]
    )
    rows = corpus.meetings()
    assert [(row.id, row.date, row.sources) for row in rows] == [("M1", "2021-05-01", 1), ("M2", "2021-05-07", 2)]
    assert (rows[1].document_ids, rows[1].meeting_ids, rows[1].publishers) == (("a", "b"), ("m1", "m1"), ("One",))
    assert (rows[1].place, rows[1].participants) == ("Nairobi", ("Lin Tao", "Paul Ott"))


@pytest.mark.parametrize(("publisher", "sources"), [("One", [1, 1]), ("Two", [2]), (None, [2])])
def test_reports_of_one_publisher_on_two_days_are_two_meetings(publisher: str | None, sources: list[int]) -> None:
    """Its clock is one; another's may be a day ahead."""
    called = "On May {}, 2021, Chinese President Lin Tao telephoned Kenyan President Paul Ott."
    documents = [Document(id="a", text=called.format(7), publisher="One"), Document(id="b", text=called.format(8), publisher=publisher)]
    assert [row.sources for row in Corpus(documents).meetings()] == sources


def test_meetings_of_one_document_are_never_merged() -> None:
    """The writer told them apart."""
    text = "On May 7, 2021, Chinese President Lin Tao held separate meetings with Kenyan President Paul Ott and Chilean President Ada Lowe."
    document = Document(id="a", text=text)
    assert len(analyze(document).meetings) == 2
    assert [row.sources for row in Corpus([document]).meetings()] == [1, 1]


def test_merging_nothing_gives_an_empty_table() -> None:
    """With its columns."""
    rows = Corpus([]).meetings()
    assert (len(rows), "parties" in [column.name for column in rows.columns]) == (0, True)
