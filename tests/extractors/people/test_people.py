"""Whose side people are on, and what the table of office-holders adds to the text."""

from __future__ import annotations

import pytest

from diplocorpus import Analyzer, Document, Participant, analyze
from diplocorpus.models.documents import Genre
from diplocorpus.models.events import Level

TABLE = """\
name,aliases,party,role,level,since,until
Ada Lowe,,KEN,President,head_of_state,2019-03-20,
Ada Lowe,,KEN,Foreign Minister,minister,2010,2014-05
Paul Ott,,CHL,President,head_of_state,2010-03-11,2018-03-10
Jan Ott,,CHL,President,head_of_state,2018-03-11,
Karl Marsh,,PER,Prime Minister,head_of_government,2020-01,2021-06
"""


@pytest.fixture(scope="module")
def analyzer(tmp_path_factory: pytest.TempPathFactory) -> Analyzer:
    """An analyzer whose table knows some invented people."""
    path = tmp_path_factory.mktemp("tables") / "mine.csv"
    path.write_text(TABLE, encoding="utf-8")
    return Analyzer(officeholders=path)


def participants(analyzer: Analyzer, text: str, date: str | None = "2020-05-01") -> dict[str, Participant]:
    """Return the participants of the one meeting of a text by name."""
    [meeting] = analyzer.analyze(Document(id="d", text=text, date=date)).meetings
    return {participant.name: participant for participant in meeting.participants}


# Completed from the table

COMPLETED = [
    ("President Lowe met with Chinese Premier Lin Tao.", "Lowe", ("President", "KEN", "head_of_state", "Ada Lowe", ("party",)), "a bare title"),
    ("Ada Lowe met with Chinese Premier Lin Tao.", "Ada Lowe", ("President", "KEN", "head_of_state", "Ada Lowe", ("party", "role", "level")), "a bare name"),
    ("Mrs. Lowe met with Chinese Premier Lin Tao.", "Lowe", ("President", "KEN", "head_of_state", "Ada Lowe", ("party", "role", "level")), "a surname that one person bears"),
    ("Kenyan leader Ada Lowe met with Chinese Premier Lin Tao.", "Ada Lowe", ("President", "KEN", "head_of_state", "Ada Lowe", ("role", "level")), "a description is no title"),
    ("President Ott met with Chinese Premier Lin Tao.", "Ott", ("President", "CHL", "head_of_state", "Jan Ott", ("party",)), "the day tells which president Ott"),
    ("Kenyan President Lowe met with Chinese Premier Lin Tao.", "Lowe", ("President", "KEN", "head_of_state", "Ada Lowe", ()), "only the full name is lacking"),
    ("Kenyan President Anna Voss met with Chinese Premier Lin Tao.", "Anna Voss", ("President", "KEN", "head_of_state", None, ()), "nobody that the table knows"),
    ("Peruvian President Ada Lowe met with Chinese Premier Lin Tao.", "Ada Lowe", ("President", "PER", "head_of_state", None, ()), "the text wins: a namesake, or the table is wrong"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "expected", "reason"), COMPLETED)
def test_the_table_gives_what_the_text_does_not(
    analyzer: Analyzer, text: str, name: str, expected: tuple[object, ...], reason: str
) -> None:
    """The name stays as the document has it; what is completed is named."""
    found = participants(analyzer, text)[name]
    assert (found.role, found.party, found.level, found.full_name, found.completed) == expected, reason


@pytest.mark.parametrize(
    ("date", "full_name"),
    [("2012-05-01", "Paul Ott"), ("2018-03", None), ("2020", "Jan Ott"), ("--05-01", None), (None, None)],
)
def test_a_bare_title_is_completed_where_the_day_leaves_one_holder(analyzer: Analyzer, date: str | None, full_name: str | None) -> None:
    """In the month of the handover it may be either, without a year anybody."""
    text = "Chilean President Ott met with Chinese Premier Lin Tao."
    assert participants(analyzer, text, date)["Ott"].full_name == full_name


@pytest.mark.parametrize(
    ("name", "date", "party"),
    [("Mrs. Lowe", "2020-05-01", "KEN"), ("Mrs. Lowe", "2016-05-01", None), ("Mr. Karl", "2020-05-01", None), ("Mr. Marsh", None, "PER")],
)
def test_a_surname_alone_is_whoever_serves_on_the_day(analyzer: Analyzer, name: str, date: str | None, party: str | None) -> None:
    """A given name alone is nobody in particular."""
    found = participants(analyzer, f"{name} met with Chinese Premier Lin Tao.", date)
    assert [person.party for who, person in found.items() if who != "Lin Tao"] == [party]


def test_what_is_completed_is_the_office_of_the_day(analyzer: Analyzer) -> None:
    """Not the highest that somebody ever held; where none was held that day, none is given."""
    text = "Ada Lowe met with Chinese Premier Lin Tao."
    held, between = participants(analyzer, text, "2012-05-01")["Ada Lowe"], participants(analyzer, text, "2016-05-01")["Ada Lowe"]
    assert (held.role, held.level, held.completed) == ("Foreign Minister", "minister", ("party", "role", "level"))
    assert (between.role, between.level, between.party, between.completed) == (None, None, "KEN", ("party",))


def test_a_namesake_of_lower_rank_is_not_the_office_holder(analyzer: Analyzer) -> None:
    """An ambassador is not the president of that name; the same office in other words is."""
    text = "Kenyan {} Ada Lowe met with Chinese Premier Lin Tao."
    assert participants(analyzer, text.format("Ambassador"))["Ada Lowe"].full_name is None
    assert participants(analyzer, text.format("Head of State"))["Ada Lowe"].full_name == "Ada Lowe"


def test_other_spellings_have_one_full_name() -> None:
    """Across documents, whatever the publisher writes."""
    texts = ["Uzbek President Shavkat Mirziyoev met with Premier Voss.", "Uzbek President Mirziyaev met with Premier Voss."]
    names = [{p.full_name for p in analyze(Document(id="d", text=text, date="2020")).meetings[0].participants} for text in texts]
    assert names == [{"Shavkat Mirziyoyev", None}] * 2


# Whose side

SIDES = [
    ("President Ada Voss met with Kenyan President Lowe. Ms. Voss reaffirmed Chile's commitment to trade.", None, {"Ada Voss": "CHL"}, "what a side reaffirms is its own"),
    ("Secretary of State Ada Voss met with Kenyan President Lowe. She was joined by Under Secretary Karl Ottoman.", None, {"Ada Voss": "USA"}, "an office that one state alone has"),
    ("In Peru, Kenyan President Lowe met with President Karl Voss.", None, {"Karl Voss": "PER"}, "the state that the sentence is set in"),
    ("Kenyan President Lowe met with King Karl Voss and Premier Anna Marsh of Peru.", None, {"Karl Voss": "PER", "Anna Marsh": "PER"}, "a list has one state"),
    ("President Lowe was received by President Ott. She also met with Prime Minister Karl Marsh, Finance Minister Sven Voss and Minister Ivo Rask.", None, {"Sven Voss": "PER", "Ivo Rask": "PER"}, "a list has the state that the table gives one of it"),
    ("Foreign Minister Ada Voss met with Kenyan President Lowe.", "CHL", {"Ada Voss": "CHL"}, "a ministry does not say whose minister its own is"),
    ("Chilean President Jan Voss met with President Karl Voss.", "CHL", {"Karl Voss": None}, "whom the home side meets is not of the home side"),
    ("Chilean President Jan Voss met with Kenyan President Lowe, along with Minister Karl Marsh.", "CHL", {"Jan Voss": "CHL"}, "company is"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "publisher", "expected", "reason"), SIDES)
def test_a_bare_title_has_the_state_that_the_text_shows(
    analyzer: Analyzer, text: str, publisher: str | None, expected: dict[str, str | None], reason: str
) -> None:
    """Or none."""
    document = Document(id="d", text=text, date="2020-05-01", publisher_party=publisher)
    found = {p.name: p.party for m in analyzer.analyze(document).meetings for p in m.participants}
    assert {name: found.get(name) for name in expected} == expected, reason


def test_a_news_agency_names_local_officials_without_their_state(analyzer: Analyzer) -> None:
    """Its own state is not theirs."""
    text = "Ambassador of Chile Ada Marsh met with Kenyan President Lowe. Karl Voss, chief administrative secretary, said that trade had grown."
    for genre, party in ((Genre.REPORT, None), (Genre.READOUT, "PER")):
        document = Document(id="d", text=text, date="2020-05-01", publisher_party="PER", genre=genre)
        attributions = analyzer.analyze(document).attributions
        assert [a.party for a in attributions if a.speaker == "Karl Voss"] == [party]


def test_a_participant_says_how_the_office_is_held(analyzer: Analyzer) -> None:
    """As the wire format has it."""
    found = participants(analyzer, "Acting Kenyan President Ada Lowe met with visiting Chinese Premier Lin Tao.")
    assert {name: person.tenure for name, person in found.items()} == {"Ada Lowe": "acting", "Lin Tao": "visiting"}
    assert found["Lin Tao"] == Participant(name="Lin Tao", role="Premier", party="CHN", level=Level.HEAD_OF_GOVERNMENT, tenure="visiting")  # type: ignore[arg-type]
