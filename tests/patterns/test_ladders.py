"""Ladders of titles: ours are sound, a user's replace them, faults are named with their place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from diplocorpus import Analyzer
from diplocorpus.errors import PatternFormatError
from diplocorpus.patterns.ladders import own_ladders, parse_ladder, partnership_terms
from diplocorpus.patterns.parties import parties

LADDER = """\
schema = 1
ladder = "{name}"
version = "1"
parties = ["CHN"]

[[title]]
id = "SP"
rank = 12.5
"""

TALKS = "Chinese President Lin Tao held talks with Kenyan President Paul Ott in Nairobi. They praised the strategic partnership."


@pytest.mark.parametrize("ladder", own_ladders(), ids=lambda ladder: ladder.ladder)
def test_a_ladder_of_ours_is_for_parties_that_exist(ladder: object) -> None:
    """And says which reading it is."""
    assert set(ladder.parties) <= set(parties())  # type: ignore[attr-defined]
    assert ladder.ladder.startswith("diplocorpus-1:")  # type: ignore[attr-defined]


def test_chinas_ladder_goes_first() -> None:
    """It is the one that most titles were made for."""
    assert own_ladders()[0].parties == ("CHN",)


def test_a_title_of_a_new_era_ranks_as_without() -> None:
    """Unless the ladder lists it."""
    china = own_ladders()[0]
    assert china.rank("CSP_NE") == china.rank("CSP")
    assert china.rank("UNHEARD_OF") is None


@pytest.mark.parametrize("name", ["diplocorpus-1:CHN", "mine"])
def test_a_users_ladder_goes_before_ours(tmp_path: Path, name: str) -> None:
    """The same name replaces, a new one adds; both show in the provenance."""
    file = tmp_path / "ladder.toml"
    file.write_text(LADDER.format(name=name), encoding="utf-8")
    analysis = Analyzer(packs=[file]).analyze(TALKS)
    [found] = analysis.partnerships
    assert (found.rank, found.scheme) == (12.5, name)
    assert analysis.provenance.packs[name] == "1"


FAULTS = {
    # what is wrong: the ladder, the location that the error names
    "no TOML": ("schema = = 1", ""),
    "a key that nobody reads": (LADDER.format(name="x") + 'place = 3\n', "title.0.place"),
    "a title twice": (LADDER.format(name="x") + '[[title]]\nid = "SP"\nrank = 1\n', "title.1.id"),
    "a rank that is no number": (LADDER.format(name="x").replace("12.5", '"high"'), "title.0.rank"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_ladder_is_refused_with_its_place(fault: str) -> None:
    """The error names file and field."""
    text, location = FAULTS[fault]
    with pytest.raises(PatternFormatError) as caught:
        parse_ladder(text, "mine.toml")
    assert (caught.value.path, caught.value.location) == ("mine.toml", location)


def test_every_term_has_a_date_a_title_that_ranks_and_a_source() -> None:
    """Nothing undated or unsourced is compared with."""
    for dyad, terms in partnership_terms().items():
        for term in terms:
            assert re.fullmatch(r"\d{4}(-\d\d){0,2}", term.since)
            assert own_ladders()[0].rank(term.title) is not None
            assert set(dyad) <= set(parties())
            assert term.source
