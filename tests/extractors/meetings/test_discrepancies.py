"""Where the text and the table of office-holders differ, the text wins and a warning is kept."""

from __future__ import annotations

import pytest

from diplocorpus import Analysis, Analyzer, Document

TABLE = """\
name,party,role,level,since,until
Ada Lowe,KEN,President,head_of_state,2019-03-20,2023-05-14
Ada Lowe,KEN,Foreign Minister,minister,2010,2014-05
"""


@pytest.fixture(scope="module")
def analyzer(tmp_path_factory: pytest.TempPathFactory) -> Analyzer:
    """An analyzer whose table knows one person."""
    path = tmp_path_factory.mktemp("tables") / "mine.csv"
    path.write_text(TABLE, encoding="utf-8")
    return Analyzer(officeholders=path)


CASES = [
    ("Kenyan President Ada Lowe", "2020-05-01", 0, "she was"),
    ("Kenyan President Ada Lowe", "2016-05-01", 1, "not yet"),
    ("Kenyan President Ada Lowe", "2023-05-14", 0, "the last day counts"),
    ("Kenyan President Ada Lowe", "2023-05-15", 0, "news is a day late"),
    ("Kenyan President Ada Lowe", "2023-05-17", 1, "no more"),
    ("Kenyan President Ada Lowe", "2023-05", 0, "a month that is partly covered"),
    ("Peruvian President Ada Lowe", "2020-05-01", 1, "of another state"),
    ("former Kenyan President Ada Lowe", "2024-05-01", 0, "the text says so itself"),
    ("Kenyan President-elect Ada Lowe", "2019-01-01", 0, "not yet, as the text says"),
    ("Kenyan Premier Ada Lowe", "2024-05-01", 0, "an office that the table does not have"),
    ("Kenyan President Lowe", "2016-05-01", 0, "a surname may be anybody's"),
    ("Kenyan President Anna Voss", "2016-05-01", 0, "nobody that the table knows"),
    ("Ada Lowe of Kenya", "2016-05-01", 0, "no office is claimed"),
    ("Kenyan President Ada Lowe", None, 0, "no day to compare"),
    ("Kenyan President Ada Lowe", "--05-01", 0, "nor without a year"),
]


@pytest.mark.parametrize(("who", "date", "count", "reason"), CASES)
def test_a_contradiction_is_warned_of(analyzer: Analyzer, who: str, date: str | None, count: int, reason: str) -> None:
    """And only that."""
    analysis = analyzer.analyze(Document(id="d", text=f"{who} met with Chinese Premier Lin Tao.", date=date))
    assert len(analysis.warnings) == count, reason


def test_a_warning_says_what_differs_and_shows_the_place(analyzer: Analyzer) -> None:
    """The records follow the text; the warning names the meeting, so that its date can be doubted too."""
    text = "Kenyan President Ada Lowe met with Chinese Premier Lin Tao."
    analysis = analyzer.analyze(Document(id="d", text=text, date="2016-05-01"))
    [warning] = analysis.warnings
    assert analysis.meetings[0].participants[0].role == "President"
    assert (warning.id, warning.meeting_id, warning.name, warning.role, warning.party) == ("w1", "m1", "Ada Lowe", "President", "KEN")
    assert [(row.since, row.until) for row in warning.terms] == [("2019-03-20", "2023-05-14")]
    assert str(warning) == (
        "Ada Lowe is President of KEN on 2016-05-01 in the text; in the table: President of KEN 2019-03-20 to 2023-05-14"
    )
    [span] = warning.evidence
    assert text[span.start : span.end] == span.text == "Kenyan President Ada Lowe"


def test_warnings_survive_json(analyzer: Analyzer) -> None:
    """They are records like the others."""
    analysis = analyzer.analyze(Document(id="d", text="Kenyan President Ada Lowe met with Chinese Premier Lin Tao.", date="2016-05-01"))
    assert Analysis.model_validate_json(analysis.model_dump_json()) == analysis
