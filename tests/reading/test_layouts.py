"""Publishers: who published a text and why we think so, what kind of text it is, and layouts as data."""

from __future__ import annotations

import pickle
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocorpus import Analyzer, Document
from diplocorpus.errors import DocumentNotFoundError, PatternFormatError
from diplocorpus.models.documents import Genre
from diplocorpus.patterns.layouts import GENERAL, fitting, marked, own_layouts, parse_layout
from diplocorpus.patterns.loading import merged_packs, own_packs, read_toml
from diplocorpus.patterns.masking import ONE_FOR_ONE, blank, mask
from diplocorpus.patterns.parties import parties
from diplocorpus.patterns.templates import SLOTS, Page, expression, faults
from diplocorpus.patterns.turns import turns
from diplocorpus.reading.dating import describe
from diplocorpus.reading.genre import genre_of_opening, genre_of_title
from diplocorpus.reading.head import agency_parties

LEAD = "Premier Anna Lowe met her guest Paul Ott."

EXAMPLES = [
    pytest.param(layout.name, example, id=f"{entry.id}: {example[:40]}")
    for layout in own_layouts()
    for entry in layout.mask
    for example in (*entry.examples, *entry.counterexamples)
]


@pytest.mark.parametrize(("publisher", "example"), EXAMPLES)
def test_a_layout_blanks_what_its_examples_mark(publisher: str | None, example: str) -> None:
    """And nothing else: a counterexample marks what others of the layout blank."""
    text, spans = marked(example)
    assert mask(text, own_layouts(), publisher=publisher) == blank(text.translate(ONE_FOR_ONE), spans)


def test_the_general_layout_comes_first_and_names_nobody() -> None:
    """It fits every text."""
    assert own_layouts().all[0].publisher == GENERAL
    assert own_layouts().all[0].name is None


def test_every_publisher_has_a_name_and_a_kind_of_text() -> None:
    """What records say, and what its texts are where they do not say."""
    assert [layout.publisher for layout in own_layouts().all[1:] if not (layout.name and layout.genre)] == []


def test_no_two_publishers_share_a_mark_a_name_or_a_host() -> None:
    """A publisher would depend on the order of files."""
    for what in ("marks", "names", "hosts"):
        every = [entry.casefold() for layout in own_layouts() for entry in getattr(layout, what)]
        assert len(every) == len(set(every)), what


PUBLISHED: dict[str, tuple[str, dict[str, Any], str | None, str | None]] = {
    # why: text, what the caller knows, publisher, basis
    "an agency in the dateline": (f"STRELSAU, March 7 (Xinhua) -- {LEAD}", {}, "Xinhua", "dateline"),
    "an agency in capitals in the dateline": (f"STRELSAU. KAZINFORM - {LEAD}", {}, "Kazinform", "dateline"),
    "an agency between strokes": (f"STRELSAU, March 7. /TASS/. {LEAD}", {}, "TASS", "dateline"),
    "an agency that no table knows": (f"STRELSAU, March 7 (Kurier) -- {LEAD}", {}, "Kurier", "dateline"),
    "a reprint that names its source above": (f"Lowe meets Ott ( Xinhua ) 08:39, March 8, 2022 {LEAD}", {}, "Xinhua", "header"),
    "a reprint that names its source in the line of updates":
        (f"Lowe meets Ott\nUpdated: May 21, 2024 08:50 Xinhua\nSTRELSAU, May 20 -- {LEAD}", {}, "Xinhua", "header"),
    "a reprint that names its source below": (f"{LEAD}\n\nSource: Xinhua", {}, "Xinhua", "header"),
    "a page that says whose it is": (f"{LEAD}\n\nDirect link: en.kremlin.ru/d/1", {}, "Kremlin", "header"),
    "prose that says who has it from whom": (f"{LEAD[:-1]}, Kazinform has learnt from the Akorda press service.", {}, "Kazinform", "text"),
    "the address of the page": (LEAD, {"metadata": {"url": "https://www.state.gov/lowe/"}}, "US State Department", "url"),
    "the address of a page below the publisher's host": (LEAD, {"metadata": {"url": "http://en.kremlin.ru/x"}}, "Kremlin", "url"),
    "an address in front matter": (f"---\nsource_url: https://www.whitehouse.gov/x/\n---\n{LEAD}", {}, "White House", "url"),
    "a host that only ends in the same letters": (LEAD, {"metadata": {"url": "https://notstate.gov/x"}}, None, None),
    "an address that is none": (LEAD, {"metadata": {"url": "http://[x"}}, None, None),
    "what the caller gives stands as given": (f"STRELSAU, March 7 (Xinhua) -- {LEAD}", {"publisher": "Strelsau Kurier"}, "Strelsau Kurier", "given"),
    "the text comes before the address of a reprint":
        (f"STRELSAU, March 7 (Xinhua) -- {LEAD}", {"metadata": {"url": "https://www.chinadaily.com.cn/a"}}, "Xinhua", "dateline"),
    "a photo credit names nobody": (f"{LEAD} Anna Hentzau/China Daily\n\n{LEAD}", {}, None, None),
    "a photo credit of an agency names nobody": (f"{LEAD} (Xinhua/Anna Hentzau)\n\n{LEAD}", {}, None, None),
    "the look of a text names nobody": (f"{LEAD}\n\n\\###", {}, None, None),
    "an office without its state names nobody": (f"Office of the Spokesperson\n\n{LEAD}", {}, None, None),
    "an office with its state": (f"The below is attributable to State Department Spokesperson Anna Hentzau:\n\n{LEAD}", {}, "US State Department", "header"),
}  # fmt: skip


@pytest.mark.parametrize("why", PUBLISHED)
def test_a_publisher_is_named_with_its_basis(why: str) -> None:
    """By the caller, the text or the address; never by looks."""
    text, known, publisher, basis = PUBLISHED[why]
    document = describe(Document.model_validate({"id": "x", "text": text, **known}))
    assert (document.publisher, document.provenance.publisher_basis) == (publisher, basis)


OWNED = {
    # why: what the caller knows of the document, whose publisher it is
    "a state's own agency": ({"publisher": "xinhua"}, "CHN"),
    "an agency without a layout": ({"text": f"STRELSAU, March 7. /TASS/. {LEAD}"}, "RUS"),
    "an agency that is no state's": ({"text": f"STRELSAU, March 7 (Reuters) - {LEAD}"}, None),
    "a publisher that nobody knows": ({"publisher": "Strelsau Kurier"}, None),
    "no publisher": ({}, None),
    "a body with its state in its name": ({"publisher": "Ministry of Foreign Affairs of Japan"}, "JPN"),
    "an embassy is of who sends it": ({"publisher": "Embassy of China in Kenya"}, "CHN"),
    "an organisation by its own name": ({"publisher": "African Union"}, "AU"),
    "a seat of power": ({"publisher": "Élysée"}, "FRA"),
    "a newspaper is nobody's": ({"publisher": "The Japan Courier"}, None),
    "what the caller says": ({"publisher": "Xinhua", "publisher_party": "RUR"}, "RUR"),
}


@pytest.mark.parametrize("why", OWNED)
def test_a_publisher_speaks_for_the_party_whose_own_it_is(why: str) -> None:
    """So that a state's own words can be told from what others report of it."""
    known, party = OWNED[why]
    assert describe(Document.model_validate({"id": "x", "text": LEAD, **known})).publisher_party == party


def test_every_party_of_a_publisher_is_in_the_table() -> None:
    """And every publisher of a layout is somebody's."""
    assert [layout.publisher for layout in own_layouts().all[1:] if layout.party not in parties()] == []
    assert set(agency_parties().values()) <= set(parties())


TITLE_EXAMPLES = [
    (entry["genre"], example, fits)
    for entry in read_toml("genres.toml")["title"]
    for fits, field in ((True, "examples"), (False, "counterexamples"))
    for example in entry.get(field, ())
]


@pytest.mark.parametrize(("genre", "title", "fits"), TITLE_EXAMPLES)
def test_a_title_tells_the_genre(genre: str, title: str, *, fits: bool) -> None:
    """Every example of the data, and no counterexample."""
    assert (genre_of_title(title) == genre) is fits


OPENINGS: dict[str, tuple[str, Genre | None]] = {
    # why: opening, genre
    "a meeting to come": ("Premier Lowe will host Paul Ott for talks in Strelsau.", Genre.ANNOUNCEMENT),
    "a day before it": ("On Thursday, Premier Lowe will welcome Paul Ott to Strelsau.", Genre.ANNOUNCEMENT),
    "an adverb in it": ("Premier Lowe will virtually meet with Paul Ott on May 9.", Genre.ANNOUNCEMENT),
    "a plan in other words": ("Premier Lowe is scheduled to visit Graustark next week.", Genre.ANNOUNCEMENT),
    "a host who looks forward": ("Premier Lowe looks forward to welcoming Paul Ott on May 9.", Genre.ANNOUNCEMENT),
    "a visit that a spokesperson tells of":
        ("Premier Lowe will pay a state visit to Graustark from May 7 to 10, spokesperson Anna Hentzau announced.", Genre.ANNOUNCEMENT),
    "a meeting that was": ("Premier Lowe met Paul Ott, who will visit Strelsau in May.", None),
    "a pledge that was told": ("Ruritania will welcome more goods of Graustark, Lowe said on Monday.", None),
    "a pledge that is no meeting": ("Ruritania will expand trade with Graustark.", None),
    "talks about a visit": ("Lowe and Ott discussed how they will hold the fair.", None),
    "a message": ("Premier Lowe sent a congratulatory message to Paul Ott on his election.", Genre.LETTER),
    "messages both ways": ("Lowe and Ott on Monday exchanged congratulations on 30 years of ties.", Genre.LETTER),
    "greetings at a meeting": ("Lowe met Ott, who conveyed warm greetings from the king.", None),
    "no words": ("", None),
}  # fmt: skip


@pytest.mark.parametrize("why", OPENINGS)
def test_an_opening_tells_the_genre(why: str) -> None:
    """What is to come is no reported meeting."""
    opening, genre = OPENINGS[why]
    assert genre_of_opening(opening) == genre


GENRES: dict[str, tuple[str, dict[str, Any], Genre | None]] = {
    # why: text, what the caller knows, genre
    "an agency's report": (f"STRELSAU, March 7 (Xinhua) -- {LEAD}", {}, Genre.REPORT),
    "a readout by its title": (f"Readout of Premier Lowe's Call with Paul Ott\n\n{LEAD}", {}, Genre.READOUT),
    "a readout by its publisher": (LEAD, {"publisher": "Kremlin (Russia)"}, Genre.READOUT),
    "a readout by its frame": (f"Office of the Spokesperson\n\n{LEAD}", {}, Genre.READOUT),
    "a readout by its frame, with spaces that do not break": (f"Office of\u00a0the\u00a0Spokesperson\n\n{LEAD}", {}, Genre.READOUT),
    "a readout by its voice": ("Premier Anna Lowe spoke today with Paul Ott. They discussed trade.", {}, Genre.READOUT),
    "an announcement under a readout's title":
        ("On Thursday, Premier Lowe will host Paul Ott.", {"title": "Statement on Premier Lowe's Meeting with Paul Ott"}, Genre.ANNOUNCEMENT),
    "an announcement by its title": ("The talks are about trade.", {"title": "Premier Lowe to Visit Graustark"}, Genre.ANNOUNCEMENT),
    "an agency's announcement":
        ("STRELSAU, March 7 (Xinhua) -- Premier Lowe will visit Graustark on March 9, her office said on Monday.", {}, Genre.ANNOUNCEMENT),
    "a joint statement": ("1. The two sides agreed to meet.", {"title": "Joint Statement of Ruritania and Graustark"}, Genre.JOINT_STATEMENT),
    "words alone":
        ("Anna Lowe, Premier\n\nStrelsau\n\nPREMIER LOWE: Thank you all for coming. We are glad.\n\nMR OTT: Thank you.", {}, Genre.TRANSCRIPT),
    "questions and answers":
        ("QUESTION: What did you discuss?\n\nPREMIER LOWE: We discussed trade.\n\nQUESTION: What else?\n\nPREMIER LOWE: Tea.", {}, Genre.PRESS_CONFERENCE),
    "a transcript behind a readout leaves it one":
        (f"{LEAD}\n\nPremier Anna Lowe: I am glad to see you.", {"publisher": "Kremlin"}, Genre.READOUT),
    "a letter": ("Premier Lowe sent a letter of thanks to Paul Ott.", {"title": "Lowe sends letter to Ott"}, Genre.LETTER),
    "nothing tells": ("The fair was opened.", {}, None),
    "what the caller gives stands": (f"STRELSAU, March 7 (Xinhua) -- {LEAD}", {"genre": "letter"}, Genre.LETTER),
}  # fmt: skip


@pytest.mark.parametrize("why", GENRES)
def test_a_document_has_a_genre_where_something_tells_it(why: str) -> None:
    """Title, opening, form, publisher, in that order of trust."""
    text, known, genre = GENRES[why]
    assert describe(Document.model_validate({"id": "x", "text": text, **known})).genre == genre


LABELS = {
    # why: text, names
    "a name in capitals": ("PREMIER LOWE: Thank you.", ["PREMIER LOWE"]),
    "an office and a name": ("Premier of Ruritania Anna Lowe: I am glad.", ["Premier of Ruritania Anna Lowe"]),
    "an interpreted one": ("Chancellor Paul Ott (retranslated): Thank you.", ["Chancellor Paul Ott"]),
    "a name with a particle": ("Premier Paul al-Ott: My friends!", ["Premier Paul al-Ott"]),
    "a name that has spoken before": ("Anna Lowe: I am glad.\n\nPaul Ott: Thank you.\n\nAnna Lowe: Please.", ["Anna Lowe", "Paul Ott", "Anna Lowe"]),
    "on a line with others": ("They met. *** Premier Anna Lowe: I am glad. Paul Ott: So are we.", ["Premier Anna Lowe", "Paul Ott"]),
    "a question": ("Q: What did they discuss?", ["Q"]),
    "a heading": ("Administration Participants: Anna Lowe, Paul Ott", []),
    "a sentence": ("The talks were attended by: Anna Lowe and Paul Ott. We thank them.", []),
    "a clause": ("I fully agree with you: We have to act.", []),
    "a clock": ("At 10:45 we met.", []),
}  # fmt: skip


@pytest.mark.parametrize("why", LABELS)
def test_labels_of_speakers_are_found(why: str) -> None:
    """Not every colon is one."""
    text, names = LABELS[why]
    assert [turn.name for turn in turns(mask(text, own_layouts(), publisher="Kremlin"))] == names


MINE = """
schema = 1
publisher = "strelsau-court"
name = "Court of Strelsau"
party = "RUR"
version = "3"
genre = "readout"
marks = ["Courier"]
hosts = ["court.example"]
datelines = ["From the Court at <Place>, <date>."]
headers = ["Issued by the Court of Strelsau"]

[[mask]]
id = "court.greeting"
lines = ["God save the {king|queen}!"]
examples = ["Lowe met Ott.\\n⟦God save the queen!⟧"]
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A user's layout in a file."""
    path = tmp_path / "court.toml"
    path.write_text(MINE, encoding="utf-8")
    return path


def test_a_user_adds_a_publisher_by_path(mine: Path) -> None:
    """Its name, its masks, its version in the provenance."""
    text = f"Issued by the Court of Strelsau\n\n{LEAD}\n\nGod save the queen!"
    analysis = Analyzer(packs=[mine]).analyze(text)
    assert (analysis.document.publisher, analysis.document.provenance.publisher_basis) == ("Court of Strelsau", "header")
    assert (analysis.document.genre, analysis.document.publisher_party) == (Genre.READOUT, "RUR")
    assert analysis.provenance.packs["strelsau-court"] == "3"
    assert "queen" not in mask(text, merged_packs([mine]).layouts, publisher="Court of Strelsau")


def test_a_document_that_was_described_without_it_is_described_again(mine: Path) -> None:
    """What was absent is found, what was there stays."""
    once = describe(Document(id="x", text=f"Issued by the Court of Strelsau\n\n{LEAD}", title="Mine"))
    again = describe(once, merged_packs([mine]).layouts)
    assert once.publisher is None
    assert (again.publisher, again.title, again.text) == ("Court of Strelsau", "Mine", once.text)
    assert describe(again, merged_packs([mine]).layouts) == again


def test_a_user_s_dateline_is_read(tmp_path: Path) -> None:
    """With its place and day."""
    path = tmp_path / "kurier.toml"
    path.write_text(
        'schema = 1\npublisher = "kurier"\nname = "Kurier"\nversion = "1"\ndatelines = ["<PLACE> // <day> // Kurier:"]\n', encoding="utf-8"
    )
    document = describe(Document(id="x", text=f"STRELSAU // March 7 // Kurier: {LEAD}"), merged_packs([path]).layouts)
    assert document.dateline is not None
    assert (document.dateline.place, document.dateline.date, document.publisher) == ("Strelsau", "--03-07", "Kurier")


def test_a_user_s_layout_of_the_same_publisher_replaces_ours(tmp_path: Path) -> None:
    """Ours stay as they are for everybody else."""
    path = tmp_path / "xinhua.toml"
    path.write_text('schema = 1\npublisher = "xinhua"\nname = "Xinhua"\nversion = "mine"\n', encoding="utf-8")
    layouts = merged_packs([path]).layouts
    assert [layout.version for layout in layouts if layout.publisher == "xinhua"] == ["mine"]
    assert own_packs().layouts is own_layouts()


def test_an_analyzer_with_a_layout_can_be_pickled(mine: Path) -> None:
    """For work in several processes."""
    analyzer = pickle.loads(pickle.dumps(Analyzer(packs=[mine])))  # noqa: S301
    assert analyzer.analyze("Issued by the Court of Strelsau\n\nThey had tea.").document.publisher == "Court of Strelsau"


FAULTY = {
    # why: line to add, what the message names
    "an unknown key": ('colour = "red"', "colour"),
    "an unknown slot": ('signs = ["<Person>"]', "<Person> is no slot"),
    "two gaps": ('signs = ["by ... for ..."]', "may stand once"),
    "an empty template": ('signs = ["..."]', "needs words"),
    "an unknown genre": ('genre = "poem"', "genre"),
    "a mask without templates": ('[[mask]]\nid = "x"\nexamples = ["x"]', "a mask needs"),
    "a mask twice": (
        '[[mask]]\nid = "x"\nlines = ["x"]\nexamples = ["x"]\n[[mask]]\nid = "x"\nlines = ["x"]\nexamples = ["x"]',
        "stands twice",
    ),
    "no TOML": ("signs = [", "not TOML"),
}


@pytest.mark.parametrize("why", FAULTY)
def test_a_faulty_layout_is_an_error_that_says_what_and_where(why: str) -> None:
    """And names the file."""
    line, told = FAULTY[why]
    with pytest.raises(PatternFormatError, match=told) as caught:
        parse_layout(f'schema = 1\npublisher = "x"\nversion = "1"\n{line}\n', "mine.toml")
    assert caught.value.path == "mine.toml"


def test_a_layout_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """Like any pack."""
    with pytest.raises(DocumentNotFoundError):
        merged_packs([tmp_path / "none.toml"])


def test_every_slot_is_sound() -> None:
    """And documented by its use."""
    for slot in SLOTS:
        assert faults(f"by <{slot}>") is None
        assert expression(f"by <{slot}>")


def test_every_text_gets_the_general_layout() -> None:
    """An empty one too."""
    assert fitting(own_layouts(), Page.of("")) == {GENERAL}


@given(st.text())
def test_masking_keeps_length_and_lines_of_any_text(text: str) -> None:
    """Offsets into the masked text are offsets into the text; nothing raises."""
    masked = mask(text, own_layouts(), publisher="Kremlin", metadata={"url": text})
    assert len(masked) == len(text)
    assert [i for i, char in enumerate(masked) if char == "\n"] == [i for i, char in enumerate(text) if char == "\n"]


PIECES = st.sampled_from([
    "**", "<sup>", "th", "</sup>", "[", "](https://x.example/a)", "Office of the Spokesperson", "\n", "\n\n", "\\###", "Source: ", "See also", " ", "\u00a0", "\u200b",
    "The below is attributable to ", "Anna Lowe", ":", "STRELSAU, March 7 (Xinhua) -- ", "March 7, 2022", ", 13:45", "---\n", "<…>", "(Xinhua/", ")", ".", "We met.", "Topics",
])  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_describing_any_readout_twice_changes_nothing(text: str) -> None:
    """And no mixture of frames raises."""
    once = describe(Document(id="x", text=text))
    assert describe(once) == once
    assert once.text == text
    masked = mask(text, own_layouts(), publisher=once.publisher)
    assert len(masked) == len(text)
    assert masked.count("\n") == text.count("\n")


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "<a ",
        "**",
        "- ",
        "A ",
        "\\# ",
        "Source: ",
        "---\n",
        "July 4, ",
        "(Xinhua/",
        "A B, ",
        "(",
        "\n\n",
        "See also\n",
        "Anna Lowe, ",
        "12:",
        "1",
        "A. ",
        "UPDATED ",
    ],
)
def test_masking_and_describing_take_time_in_proportion_to_the_text(piece: str) -> None:
    """Texts that nearly match all the way are no slower than others."""
    text = piece * (60_000 // len(piece))
    start = time.perf_counter()
    describe(Document(id="x", text=text))
    assert time.perf_counter() - start < 4
