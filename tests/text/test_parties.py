"""Which words name a party in a text: states, adjectives, seats, dyads; not languages, people or other places."""

from __future__ import annotations

import pytest

from diplocorpus import Document
from diplocorpus.patterns.loading import own_packs
from diplocorpus.text.annotate import Annotator

NAMINGS = [
    # names, short forms, adjectives
    ("Kenya thanked the Chinese side.", "KEN CHN", "a name and an adjective"),
    ("The Republic of Korea met the DPRK.", "KOR PRK", "official name and abbreviation"),
    ("Türkiye and Turkey are one, as are Myanmar and Burma, Czechia and the Czech Republic.", "TUR TUR MMR MMR CZE CZE", "old and new names"),
    ("Eswatini was Swaziland and North Macedonia Macedonia.", "SWZ SWZ MKD MKD", "renamed states"),
    ("The EU, the UN, the SCO, ASEAN, NATO, the African Union and the EAEU sent envoys.", "EU UN SCO ASEAN NATO AU EAEU", "organisations"),
    ("The GCC, the Arab League, the OIC, CARICOM, CELAC, the CIS, the CSTO and the OTS sent envoys.", "GCC LAS OIC CARICOM CELAC CIS CSTO OTS", "more of them"),
    ("The IAEA, the IMF, the World Bank, the WHO and the WTO agreed.", "IAEA IMF WB WHO WTO", "agencies"),
    ("Taiwan, Palestine and Kosovo were discussed.", "TWN PSE XKX", "disputed ones are parties under their codes"),
    ("Côte d'Ivoire and Ivory Coast are one.", "CIV CIV", "an apostrophe"),
    # seats of power
    ("Beijing, Astana and Nur-Sultan replied to the Kremlin and the White House.", "CHN KAZ KAZ RUS USA", "capitals and palaces stand for the state"),
    ("Brussels replied.", "EU", "the Union's rather than Belgium's"),
    # dyads
    ("China-Belarus and Belarus-China ties grew.", "CHN BLR BLR CHN", "either order"),
    ("Sino-Kazakh, Sino-U.S. and Russo-Ukrainian ties grew.", "CHN KAZ CHN USA RUS UKR", "prefixes before a party"),
    ("Franco-German and Anglo-American ties grew.", "FRA DEU GBR USA", "more prefixes"),
    ("U.S.-China, U.S.–China and U.S.-EU ties grew.", "USA CHN USA CHN USA EU", "a full stop before the hyphen"),
    ("Russia‒Kazakhstan ties grew.", "RUS KAZ", "a figure dash"),
    ("The Indo-Pacific and the Anglo-Saxon world.", "", "a prefix before no party names nobody"),
    # languages
    ("It was written in the Kazakh language.", "", "a language by its noun"),
    ("She speaks Kazakh and replied in Russian.", "", "spoken"),
    ("He said in Chinese that trade had grown.", "", "a clause follows"),
    ("It was signed in the Kazakh, Russian and English languages.", "", "several languages share a noun"),
    ("She speaks English, French and German.", "", "and a verb"),
    ("The texts in Chinese, Russian and English are equally authentic.", "", "and a preposition"),
    ("She met Chinese, Russian and Kazakh leaders.", "CHN RUS KAZ", "but several states share one too"),
    ("The China+Central Asia meeting was held.", "CHN", "a plus joins"),
    ("The leader of the Turkish Republic of Northern Cyprus spoke.", "", "an entity that none of ours is"),
    ("The Ibero-American ministers met.", "", "a region"),
    ("A Chinese-language paper and Russian-speaking readers.", "", "hyphened"),
    ("They invested in Chinese firms and in Kazakh oil.", "CHN KAZ", "an adjective before its noun is no language"),
    ("Students study Chinese history.", "CHN", "nor is it after study"),
    # people
    ("Foreign Minister Israel Ott met Jordan Lowe.", "", "given names"),
    ("The envoy thanked Vernon Jordan.", "", "a surname"),
    ("Israel and Jordan met in Paris.", "ISR JOR FRA", "the states themselves"),
    ("Jordan King Rudolf and Israel Prime Minister Lowe met.", "JOR ISR", "a title is no surname"),
    ("Prime Minister of Israel Ada Lowe met President of France Paul Ott.", "ISR FRA", "nor is a name behind an office of the state"),
    ("Talks with Jordan Foreign Ministry officials.", "JOR", "nor is an institution"),
    # others of the name
    ("Lowe spoke in Atlanta, Georgia, of the South China Sea.", "", "longer names of other places"),
    ("Tbilisi told Georgia of Georgia Tech.", "GEO GEO", "only the state"),
    ("New Mexico is not Mexico, nor Northern Ireland Ireland.", "MEX IRL", "part of a longer name"),
    # shared by several
    ("The Democratic Republic of the Congo thanked the Congolese people.", "COD COD", "the one named otherwise"),
    ("The Republic of the Congo thanked the Congolese people.", "COG COG", "the other"),
    ("Congolese traders came.", "", "nobody says which"),
    ("Equatorial Guinea thanked the Guinean side.", "GNQ GNQ", "Guinea is not named"),
    ("The Guinean side came.", "GIN", "mostly Guinea's"),
    ("Dominica thanked the Dominican side.", "DMA DMA", "not the Republic"),
    ("The Dominican Republic thanked the Dominican side.", "DOM DOM", "the Republic"),
    ("The Korean side thanked the DPRK.", "PRK PRK", "the only one named"),
    ("Korea thanked all.", "KOR", "mostly the Republic"),
    ("Male members of the Maldives team flew to Male.", "MDV MDV MDV", "a capital that is a word as well: a limit"),
    ("Male voters came.", "", "only a word where nothing else is named"),
]  # fmt: skip


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    """The annotator with the packs of the package."""
    return Annotator(own_packs())


@pytest.mark.parametrize(("text", "codes", "reason"), NAMINGS)
def test_a_party_is_read_where_it_is_named(annotator: Annotator, text: str, codes: str, reason: str) -> None:
    """In text order."""
    assert " ".join(hit.code for hit in annotator(Document(id="d", text=text)).parties) == codes, reason


@pytest.mark.parametrize(
    ("date", "codes"),
    [
        ("1989-05-04", "YUG SUN"),
        ("2001-05-04", "YUG"),
        ("2001", "YUG"),
        ("2003-02", "YUG"),
        ("2010-01-01", ""),
        ("--05-04", ""),
        (None, ""),
    ],
)
def test_a_state_that_is_no_more_is_a_party_in_its_time(annotator: Annotator, date: str | None, codes: str) -> None:
    """A later text only recalls it."""
    text = "Yugoslavia thanked the Soviet Union."
    assert " ".join(hit.code for hit in annotator(Document(id="d", text=text, date=date)).parties) == codes


def test_kinds_tell_names_adjectives_and_seats_apart(annotator: Annotator) -> None:
    """A prefix counts as an adjective."""
    hits = annotator(Document(id="d", text="China, Chinese, Beijing, Sino-Kenyan.")).parties
    assert [hit.kind for hit in hits] == ["name", "demonym", "seat", "demonym", "demonym"]
