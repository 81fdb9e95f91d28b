"""Titles of relations: how they are put together, whose they are, what becomes of them, and descriptions that are none."""

from __future__ import annotations

import pytest

from diplocorpus import Document, Partnership, analyze

TALKS = "Chinese President Lin Tao held talks with Kenyan President Paul Ott in Nairobi on Monday.\n\n"
"""Gives the sentences below two sides."""


def summary(record: Partnership) -> str:
    """Return a record in a line: dyad, event, canonical id, new one, then what is not as usual."""
    words = ["-".join(record.dyad) or "?", str(record.event), record.title.canonical]
    if record.new_title is not None:
        words.append(f"> {record.new_title.canonical}")
    marks = {"past": record.historical, str(record.ladder): record.ladder != "partnership", str(record.age): record.age is not None}
    return " ".join([*words, *(f"[{mark}]" for mark, there in marks.items() if there)])


def partnerships(text: str) -> list[str]:
    """Return the partnerships of a text in the setting of the talks, in a line each."""
    return [summary(record) for record in analyze(TALKS + text).partnerships]


TITLES = [
    # why, words, canonical id
    ("the plain one", "comprehensive strategic partnership", "CSP"),
    ("without the first part", "strategic partnership", "SP"),
    ("cooperative in front", "strategic cooperative partnership", "SCP"),
    ("cooperation behind", "strategic partnership of cooperation", "SCP"),
    ("all three", "comprehensive strategic cooperative partnership", "CSCP"),
    ("commas and `and`", "comprehensive, strategic and cooperative partnership", "CSCP"),
    ("of its era", "comprehensive strategic partnership for a new era", "CSP_NE"),
    ("of its era, in other words", "comprehensive strategic partnership in the new era", "CSP_NE"),
    ("for all weathers", "all-weather strategic cooperative partnership", "AW_SCP"),
    ("for all weathers and its era", "all-weather comprehensive strategic partnership for a new era", "AW_CSP_NE"),
    ("of coordination", "comprehensive strategic partnership of coordination for the new era", "CSP_COORD_NE"),
    ("permanent", "permanent comprehensive strategic partnership", "PERM_CSP"),
    ("eternal and multilateral are permanent and comprehensive", "eternal multilateral strategic partnership", "PERM_CSP"),
    ("long-term is permanent", "long-term comprehensive strategic partnership", "PERM_CSP"),
    ("comprehensive alone is not cooperative", "comprehensive partnership", "COMP"),
    ("cooperative alone", "cooperative partnership", "CP"),
    ("comprehensive cooperative", "comprehensive cooperative partnership", "CCP"),
    ("as Moscow has it", "comprehensive partnership and strategic interaction", "COMP_SI"),
    ("special and privileged", "special and privileged strategic partnership", "SPEC_PRIV_SP"),
    ("specially privileged is the same", "specially privileged strategic partnership", "SPEC_PRIV_SP"),
    ("global", "comprehensive global strategic partnership", "CGSP"),
    ("global, turned round", "comprehensive and global strategic partnership", "CGSP"),
    ("enhanced", "enhanced strategic partnership", "ENH_SP"),
    ("and alliance", "strategic partnership and alliance", "SP_ALLIED"),
    ("alliance in front", "relations of alliance and strategic partnership", "SP_ALLIED"),
    ("and allied relations", "comprehensive strategic partnership and allied relations", "CSP_ALLIED"),
    ("all-round", "all-round strategic partnership", "AR_SP"),
    ("innovative", "innovative comprehensive partnership", "INNOV_COMP"),
    ("many parts", "all-round high-quality future-oriented partnership", "AR_HQ_FO_P"),
    ("friendly", "comprehensive friendly cooperative partnership", "CFCP"),
    ("a title of its own", "mutually beneficial relationship based on common strategic interests", "MBR"),
]  # fmt: skip

EVENTS = [
    ("the old title with whose it is", "Kenya and Chile upgraded the strategic partnership between Kenya and Chile to a comprehensive strategic partnership.",
     "CHL-KEN upgrade SP > CSP"),
    ("named", "They spoke of the comprehensive strategic partnership.", "CHN-KEN mention CSP"),
    ("deepened is named", "Ott said Kenya is ready to deepen the strategic partnership with China.", "CHN-KEN mention SP"),
    ("a new level is no new title", "They agreed to raise the strategic partnership to a new level.", "CHN-KEN mention SP"),
    ("given", "The two sides established a strategic partnership.", "CHN-KEN establish SP"),
    ("given in the passive", "A comprehensive strategic partnership was established.", "CHN-KEN establish CSP"),
    ("announced", "The two sides announced the establishment of a strategic partnership.", "CHN-KEN establish SP"),
    ("proclaimed", "Their declaration proclaims the establishment of a strategic partnership.", "CHN-KEN establish SP"),
    ("agreed to", "The two presidents agreed to establish a strategic partnership.", "CHN-KEN establish SP"),
    ("raised", "The two sides elevated their relations to a comprehensive strategic partnership.", "CHN-KEN upgrade CSP > CSP"),
    ("raised to the level of", "Ties were upgraded to the level of a strategic partnership.", "CHN-KEN upgrade SP > SP"),
    ("one title to another", "They upgraded the strategic partnership to a comprehensive strategic partnership.", "CHN-KEN upgrade SP > CSP"),
    ("from one to another", "Relations were lifted from a cooperative partnership to a strategic partnership.", "CHN-KEN upgrade CP > SP"),
    ("hoped for", "Ott said Kenya hopes to elevate ties to a comprehensive strategic partnership.", "CHN-KEN aspire CSP"),
    ("offered", "Lin said China is ready to upgrade relations to a strategic partnership.", "CHN-KEN aspire SP"),
    ("to come", "The two sides will establish a strategic partnership.", "CHN-KEN aspire SP"),
    ("a new level of it is no new title", "Ott said Kenya wants to take ties to a new level of strategic partnership.", "CHN-KEN mention SP"),
    ("what is named after it is not it", "Lin welcomed the launch of the Strategic Partnership Council.", "CHN-KEN mention SP"),
    ("something else was launched", "They praised a plan launched in 2023 to deepen their strategic partnership.", "CHN-KEN mention SP"),
    ("an intention announced", "The two sides announced their intention to elevate ties to a strategic partnership.", "CHN-KEN aspire SP"),
    ("an anniversary", "Lin recalled the tenth anniversary of the strategic partnership.", "CHN-KEN anniversary SP"),
    ("an anniversary of a founding", "This year marks the 10th anniversary of the establishment of the comprehensive strategic partnership.", "CHN-KEN anniversary CSP"),
    ("of the past", "In 2012 the two sides established a strategic partnership.", "CHN-KEN establish SP [past]"),
    ("recalled as a noun", "Much was done since the establishment of the strategic partnership.", "CHN-KEN mention SP"),
]  # fmt: skip

DYADS = [
    ("relations that are raised", "Relations between Chile and Peru were upgraded to a strategic partnership.", "CHL-PER"),
    ("the new title's", "They decided to upgrade their strategic partnership to a comprehensive strategic partnership between Chile and Peru.", "CHL-PER"),
    ("the sides of the talks", "They praised the strategic partnership.", "CHN-KEN"),
    ("hyphenated in front", "Lin praised the Brazil-Peru strategic partnership.", "BRA-PER"),
    ("adjectives in front", "Lin praised the Russian-Vietnamese comprehensive strategic partnership.", "RUS-VNM"),
    ("between", "Lin praised the strategic partnership between Brazil and Peru.", "BRA-PER"),
    ("a possessor and a partner", "Lin spoke of Brazil's strategic partnership with Peru.", "BRA-PER"),
    ("with another", "Ott said Kenya values its strategic partnership with Uganda.", "KEN-UGA"),
    ("adjectives within", "Lin praised the comprehensive Russian-Vietnamese strategic partnership.", "RUS-VNM"),
    ("in front of the verb's other object", "They agreed to elevate Brazil-Peru relations to a strategic partnership.", "BRA-PER"),
    ("an organisation", "Lin praised the China-ASEAN comprehensive strategic partnership.", "ASEAN-CHN"),
    ("the two countries", "Lin praised the strategic partnership between the two countries.", "CHN-KEN"),
    ("by the subject", "Brazil and Peru established a strategic partnership, Lin noted.", "BRA-PER"),
]  # fmt: skip

COMMUNITIES = [
    ("of two", "Lin praised the China-Kenya community with a shared future.", "CHN-KEN mention COMMUNITY [community]"),
    ("between two", "They will build a community with a shared future between China and Uganda.", "CHN-UGA mention COMMUNITY [community]"),
    ("of mankind is nobody's", "They will build a community with a shared future for mankind.", ""),
]  # fmt: skip

NO_TITLES = [
    ("kindness", "Ott praised the mutually beneficial partnership."),
    ("bare", "They will consolidate partnership in industrial capacity."),
    ("a description of a partner", "Kenya sees China as its most important and trustworthy strategic partner of cooperation, Ott said."),
    ("staunch", "Kenya will always be a staunch cooperation partner of China, Ott said."),
    ("trade", "China is Kenya's largest trading partner, Ott said."),
    ("dialogue", "Kenya is a dialogue partner of the organisation."),
    ("a trade agreement", "Lin welcomed the Regional Comprehensive Economic Partnership."),
    ("another trade agreement", "Ott asked about the Trans-Pacific Partnership."),
    ("an agreement", "They signed the Enhanced Partnership and Cooperation Agreement."),
    ("business", "Ott praised public-private partnership."),
    ("partners in general", "Ott thanked the strategic partners of the airport."),
    ("with a company", "Ott praised a strategic partnership with Strelsau Air."),
    ("two nouns", "Lin and Ott welcomed cooperation and partnership in farming."),
    ("wider", "Ott hoped for an expanded, mutually beneficial partnership."),
    ("a fund", "They set up a Comprehensive Partnership Fund."),
]  # fmt: skip


@pytest.mark.parametrize(("words", "canonical"), [row[1:] for row in TITLES], ids=[row[0] for row in TITLES])
def test_a_title_is_put_together_from_its_parts(words: str, canonical: str) -> None:
    """Whatever the wording, one id."""
    [found] = analyze(TALKS + f"They spoke of the {words}.").partnerships
    assert (found.title.canonical, found.title.span.text) == (canonical, words)


@pytest.mark.parametrize(("sentence", "expected"), [row[1:] for row in EVENTS], ids=[row[0] for row in EVENTS])
def test_what_becomes_of_a_title_is_told_apart(sentence: str, expected: str) -> None:
    """Only what happened or was decided changes the state of a relation."""
    assert " ; ".join(partnerships(sentence)) == expected


@pytest.mark.parametrize(("sentence", "dyad"), [row[1:] for row in DYADS], ids=[row[0] for row in DYADS])
def test_whose_title_it_is(sentence: str, dyad: str) -> None:
    """The nearest words tell, else the meeting."""
    assert [line.split()[0] for line in partnerships(sentence)] == [dyad]


@pytest.mark.parametrize(("sentence", "expected"), [row[1:] for row in COMMUNITIES], ids=[row[0] for row in COMMUNITIES])
def test_bilateral_communities_are_a_ladder_of_their_own(sentence: str, expected: str) -> None:
    """Beside that of partnerships, without ranks."""
    assert " ; ".join(partnerships(sentence)) == expected


@pytest.mark.parametrize("sentence", [row[1] for row in NO_TITLES], ids=[row[0] for row in NO_TITLES])
def test_a_description_is_no_title(sentence: str) -> None:
    """Nor is a trade agreement."""
    assert partnerships(sentence) == []


RANKS = [
    # why, dyad, title, rank, ladder
    ("China's own", "China-Kenya", "comprehensive strategic partnership", 6, "diplocorpus-1:CHN"),
    ("for a new era ranks as without", "China-Kenya", "comprehensive strategic partnership for a new era", 6, "diplocorpus-1:CHN"),
    ("China's goes first", "China-Vietnam", "comprehensive strategic cooperative partnership", 7, "diplocorpus-1:CHN"),
    ("Vietnam's comprehensive is low", "Vietnam-Chile", "comprehensive partnership", 1, "diplocorpus-1:VNM"),
    ("India and Russia", "India-Russia", "special and privileged strategic partnership", 4, "diplocorpus-1:RUS"),
    ("no ladder of either", "Brazil-Peru", "strategic partnership", None, None),
    ("a title that no ladder has", "China-Kenya", "constructive strategic partnership of coordination and alliance", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("dyad", "words", "rank", "scheme"), [row[1:] for row in RANKS], ids=[row[0] for row in RANKS])
def test_a_title_ranks_within_a_states_own_system(dyad: str, words: str, rank: float | None, scheme: str | None) -> None:
    """Chosen by who the parties are."""
    [found] = analyze(TALKS + f"They spoke of the {dyad} {words}.").partnerships
    assert (found.rank, found.scheme) == (rank, scheme)


AGES = [
    # why, day of the document, title, age
    ("in its time", "2024-08-01", "comprehensive strategic cooperative partnership in the new era", "current"),
    ("before its time", "2019-06-15", "comprehensive strategic cooperative partnership in the new era", "newer"),
    ("overtaken", "2024-08-01", "comprehensive strategic partnership", "older"),
    ("not known", "2019-06-15", "comprehensive strategic partnership", None),
    ("undated", None, "comprehensive strategic cooperative partnership", None),
]  # fmt: skip


@pytest.mark.parametrize(("day", "words", "age"), [row[1:] for row in AGES], ids=[row[0] for row in AGES])
def test_a_title_is_compared_with_the_terms_that_a_source_dates(day: str | None, words: str, age: str | None) -> None:
    """A title older or newer than its day is worth a second look; what no source dates is left open."""
    text = f"The leaders praised the China-Tajikistan {words}."
    [found] = analyze(Document(id="x", text=text, date=day)).partnerships
    assert found.age == age
