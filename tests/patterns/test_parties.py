"""The table of parties: its codes and names agree with CLDR, its rows with themselves."""

from __future__ import annotations

import re
from datetime import date

import pytest
from babel import Locale
from babel.core import get_global

from diplocorpus.patterns.parties import PartyEntry, PartyName, named_since, parties

STATES = [entry for entry in parties().values() if entry.kind == "state"]
TERRITORIES = [entry for entry in parties().values() if entry.kind in ("state", "territory")]


def plain(name: str) -> str:
    """Return a name as CLDR and we both may write it."""
    return name.replace("’", "'").replace("St. ", "Saint ").replace("&", "and").casefold()


def test_all_members_and_observers_of_the_united_nations_are_states() -> None:
    """193 members, the Holy See and Palestine, and the Cook Islands and Niue, which the UN treats as states."""
    assert len(STATES) == 193 + 2 + 2
    assert {"CHN", "RUS", "USA", "FRA", "GBR", "SSD", "MNE", "TLS", "CHE", "TUV", "VAT", "PSE", "COK", "NIU"} <= {e.code for e in STATES}


@pytest.mark.parametrize("entry", TERRITORIES, ids=lambda entry: entry.code)
def test_codes_are_those_of_the_standard(entry: PartyEntry) -> None:
    """CLDR gives the two-letter code for the three-letter one; Kosovo has neither in the standard."""
    aliases = get_global("territory_aliases")
    assert entry.alpha2 is not None
    assert entry.code == "XKX" or list(aliases[entry.code]) == [entry.alpha2]


@pytest.mark.parametrize("entry", TERRITORIES, ids=lambda entry: entry.code)
def test_the_name_that_cldr_gives_is_one_of_ours(entry: PartyEntry) -> None:
    """What CLDR writes in brackets is a second name."""
    assert entry.alpha2 is not None
    known = {plain(name.text) for name in entry.wordings if name.kind == "name"}
    given = Locale("en").territories[entry.alpha2]
    pieces = re.fullmatch(r"(?P<name>[^(]+?)(?: \((?P<other>[^)]+)\))?", plain(given))
    assert pieces is not None
    assert {name for name in pieces.groups() if name} <= known


def test_every_state_of_cldr_is_in_the_table() -> None:
    """A territory with a code of its own is a state, a territory of ours, or one that no readout names as a party."""
    ours = {entry.alpha2 for entry in TERRITORIES}
    others = set("AC AI AQ AS AX BL BM BQ BV CC CP CQ CX DG EA EU EZ FK GF GG GP GS GU HM IC IM IO JE KY MF MP MQ MS NF PM PN QO RE SH SJ SX TA TC TF TK UM UN VG VI WF XA XB YT ZZ".split())  # fmt: skip
    named = {code for code in Locale("en").territories if len(str(code)) == 2}
    assert named - ours == others


def test_a_wording_belongs_to_one_party_or_says_that_it_is_shared() -> None:
    """Of those who share it at most one may be meant where the text names none."""
    owners: dict[str, list[tuple[str, PartyName]]] = {}
    for entry in parties().values():
        for name in entry.wordings:
            owners.setdefault(name.text, []).append((entry.code, name))
    assert {text: [c for c, _ in found] for text, found in owners.items() if sum(not name.shared for _, name in found) > 1} == {}


def test_a_city_whose_status_is_disputed_stands_for_no_state() -> None:
    """As the page on neutrality says."""
    assert "Jerusalem" not in {seat.text for entry in parties().values() for seat in entry.wordings}


def test_times_are_in_order() -> None:
    """Each stretch ends after it begins, and before the next begins or on the same day."""
    for entry in parties().values():
        for name in entry.wordings:
            ends = [day for stretch in name.times for day in stretch]
            assert all(re.fullmatch(r"\d{4}(?:-\d\d){0,2}|", day) for day in ends), name
            assert [day for day in ends if day] == sorted(day for day in ends if day), name
            assert all(not day or len(day) < 10 or date.fromisoformat(day) for day in ends)


@pytest.mark.parametrize(
    ("day", "seats"),
    [("2018-06-01", ["Astana"]), ("2020-06-01", ["Nur-Sultan"]), ("2019-03", ["Astana", "Nur-Sultan"]), ("2023-06-01", ["Astana"])],
)
def test_a_renamed_capital_has_its_times(day: str, seats: list[str]) -> None:
    """Kazakhstan's was Nur-Sultan from March 2019 to September 2022."""
    found = [name.text for name in parties()["KAZ"].wordings if name.kind == "seat" and name.times and name.used_on(day)]
    assert found == seats


def test_the_first_name_is_the_usual_one() -> None:
    """Tables and plots print it."""
    assert [parties()[code].name for code in ("CHN", "USA", "KAZ", "EU", "SCO")] == [
        "China",
        "United States",
        "Kazakhstan",
        "European Union",
        "Shanghai Cooperation Organization",
    ]


def test_names_are_by_language() -> None:
    """A row a party and language; English is what there is now."""
    assert parties("xx") == {}


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("NUR-SULTAN, May 9 -- The guests came to Nur-Sultan.", [2019, 2020]),  # not before the renaming
        ("North Macedonia and Eswatini sent envoys.", [2019, 2020]),  # the later of the two
        ("Macedonia and Swaziland sent envoys.", [2017, 2018, 2019, 2020]),  # old names live on
    ],
)
def test_a_new_name_bounds_the_year_of_a_text(text: str, years: list[int]) -> None:
    """From below."""
    conditions = list(named_since(text))
    assert [year for year in range(2017, 2021) if all(holds(str(year)) for holds in conditions)] == years
