"""Whose own account a document is, by its publisher or by its words."""

from __future__ import annotations

import pytest

from diplocorpus import Document
from diplocorpus.analyzer import default_analyzer, needed_for
from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.people.findings import HomeSide
from diplocorpus.text.annotate import Annotator


def home(document: Document) -> tuple[HomeSide | None, str | None]:
    """Return the home side of a document and the words that prove it."""
    analyzer = default_analyzer()
    annotated = Annotator(analyzer.packs)(analyzer.analyze(document).document)
    findings = Findings()
    for spec in needed_for(HomeSide, analyzer.extractors):
        findings.add(spec.produces, spec.extract(annotated, findings))
    found = next(iter(findings.of(HomeSide)), None)
    return found, annotated.text(*found.evidence) if found and found.evidence else None


SIDES = [
    # text, party, rule, evidence, why
    ("Secretary of State Ada Lowe met with Minister Paul Ott.", "USA", "home.office", "Secretary of State Ada Lowe", "an office of one state"),
    ("Federal Councillor Ada Lowe received the Kenyan Minister Paul Ott.", "CHE", "home.office", "Federal Councillor Ada Lowe", "another"),
    ("Foreign Minister Ada Lowe met with Secretary of State Paul Ott.", None, None, None, "not of who is met"),
    ("Emmanuel Macron spoke with Paul Ott, President of Kenya.", "FRA", "home.office", "Emmanuel Macron", "known to the table, and bare"),
    ("Minister Ada Lowe met Kenyan Minister Paul Ott. She reaffirmed Chile's support for Kenya.", "CHL", "home.avowal", "Chile's support", "whose support it is"),
    ("Minister Ada Lowe met Kenyan Minister Paul Ott. Poland stands ready to help.", "POL", "home.avowal", "Poland stands ready to", "who is ready"),
    ("Minister Ada Lowe met Kenyan Minister Paul Ott. Ott reaffirmed Kenya's support for Chile.", None, None, None, "of those met it tells nothing"),
    ("Minister Ada Lowe met Kenyan Minister Paul Ott. Kenya, Ghana and Peru support peace.", None, None, None, "nor of several"),
    ("The Minister of Trade Ada Lowe received the Ambassador of Kenya to Chile, Paul Ott.", "CHL", "home.envoy", "Ambassador of Kenya to Chile", "where an envoy is accredited"),
    ("Uzbek Minister Ada Lowe received the Ambassador of Kenya to our country Paul Ott.", "UZB", "home.envoy", "Ambassador of Kenya to our country", "to the country of the other side"),
    ("Minister Ada Lowe met with Kenyan Minister Paul Ott, who is visiting Chile.", "CHL", "home.guest", "Kenyan Minister Paul Ott, who is visiting Chile", "where a guest has come to"),
    ("Minister Ada Lowe met Kenyan Minister Paul Ott. According to the Polish minister, trade grew.", "POL", "home.epithet", "Polish minister", "by whose minister somebody is called"),
    ("Minister Ada Lowe met Kenyan Minister Paul Ott. The Polish leader said that trade grew.", "POL", "home.epithet", "Polish leader", "or leader"),
    ("Minister Ada Lowe met Kenyan Minister Paul Ott. They spoke of the Polish leader.", None, None, None, "others are only spoken of"),
    ("Minister Ada Lowe met with Kenyan Minister Paul Ott. Peru-Kenya relations were discussed.", "PER", "home.pair", "Peru-Kenya", "paired with those met"),
    ("Minister Ada Lowe met in Lima with Kenyan Minister Paul Ott, a friend of Peru.", "PER", "home.seat", "in Lima", "whose capital it is"),
    ("Minister Ada Lowe met in Lima with Kenyan Minister Paul Ott.", None, None, None, "a capital alone may be anybody's place"),
    ("Minister Ada Lowe met Kenyan Minister Paul Ott. Lowe voiced thanks for Kenya's support and reiterated Chile's commitment to peace.", "CHL", "home.avowal", "Chile's commitment", "not whose support is thanked for"),
    ("Minister Ada Lowe met Kenyan Minister Paul Ott. Lowe assured Minister Ott that Chile would help.", "CHL", "home.avowal", "Chile would", "who is told does not speak"),
    ("The Prime Minister met President Paul Ott of Kenya. Ott spoke of the drought, and the Prime Minister was clear that Chile would help.", "CHL", "home.avowal", "Chile would", "an office without a name speaks"),
    ("Minister Ada Lowe met Kenyan Minister Paul Ott. She spoke of the aims of ASEAN and reiterated the invitation to Ott.", None, None, None, "an owner stands by what it owns"),
    ("Lima, 21 August 2025\n\nMinister Ada Lowe met with Kenyan Minister Paul Ott, a friend of Peru.", "PER", "home.issue", None, "where it is dated from"),
    ("Minister Ada Lowe met with Kenyan Minister Paul Ott.\n\nLIMA\n21 AUGUST 2025", "PER", "home.issue", None, "where it is issued"),
    ("Lima, 21 August 2025 (Reuters) - Minister Ada Lowe met with Kenyan Minister Paul Ott.", None, None, None, "an agency writes from anywhere"),
    ("Office of the President of Peru\n\nMinister Ada Lowe met with Kenyan Minister Paul Ott.", "PER", "home.letterhead", "Office of the President of Peru", "what stands above it"),
    ("Pentagon Spokesman Jan Marsh provided the following readout:\n\nMinister Ada Lowe met with Kenyan Minister Paul Ott.", "USA", "home.letterhead", "Pentagon Spokesman Jan Marsh provided the following readout:", "who gives it out"),
    ("Minister Ada Lowe met Paul Ott. Lowe thanked Kenya for its support.", None, None, None, "who is thanked for its support is another"),
    ("Minister Ada Lowe met with Kenyan Minister Paul Ott.", None, None, None, "nothing tells"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "party", "rule", "evidence", "why"), SIDES)
def test_the_words_tell_the_home_side(text: str, party: str | None, rule: str | None, evidence: str | None, why: str) -> None:
    """Where nobody is named as publisher; never for certain."""
    found, words = home(Document(id="d", text=text, date="2022-05-01"))
    assert ((found.party, found.rule) if found else (None, None)) == (party, rule), why
    assert words == evidence
    assert found is None or not found.certain


def test_the_publisher_tells_it_for_certain() -> None:
    """Whatever the words suggest."""
    found, _ = home(Document(id="d", text=SIDES[0][0], publisher="Ministry of Foreign Affairs of Chile"))
    assert found == HomeSide("CHL", "home.publisher", certain=True)


def test_an_agency_only_where_nothing_else_does() -> None:
    """It reports the doings of others, too."""
    told, _ = home(Document(id="d", text="NAIROBI, May 3 (TASS) -- Minister Ada Lowe met Minister Paul Ott."))
    assert told == HomeSide("RUS", "home.agency", agency=True)
    other, _ = home(Document(id="d", text="NAIROBI, May 3 (TASS) -- Secretary of State Ada Lowe met Minister Paul Ott."))
    assert other is not None
    assert other.party == "USA"


ROOMS = [
    ("Minister Ada Lowe met Kenyan Minister Paul Ott. Poland stands ready to help.", {"Ada Lowe": "POL", "Paul Ott": "KEN"}),
    ("The Minister of Trade Ada Lowe received the Ambassador of Kenya to Chile, Paul Ott.", {"Ada Lowe": "CHL", "Paul Ott": "KEN"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROOMS)
def test_people_with_a_bare_title_are_of_the_home_side(text: str, expected: dict[str, str]) -> None:
    """However it is told."""
    [meeting] = default_analyzer().analyze(text).meetings
    assert {p.name: p.party for p in meeting.participants} == expected


def test_our_country_is_the_home_side() -> None:
    """In the writer's own words, where nobody speaks."""
    text = "The Minister of Trade received the Ambassador of Kenya to Chile, Paul Ott.\n\nOur country stands ready to help."
    [commitment] = default_analyzer().analyze(text).commitments
    assert commitment.committers == ("CHL",)
