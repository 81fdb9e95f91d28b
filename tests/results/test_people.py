"""People over a corpus: which names are one person's, and which of them stands for all."""

from __future__ import annotations

import pytest

from diplocorpus import Document, load_corpus
from diplocorpus.results.people import Named, fullest, speakers

NAMES: dict[str, tuple[list[str], dict[str, str]]] = {
    # why: names as used, what each goes by
    "a surname stands for the one who has it": (["Anna Lowe", "Lowe"], {"Lowe": "Anna Lowe"}),
    "a surname of two stays by itself": (["Anna Lowe", "Jan Lowe", "Lowe"], {"Lowe": "Lowe", "Anna Lowe": "Anna Lowe"}),
    "a full name that is used more than a longer one": (["Anna Lowe", "Anna Lowe", "First Anna Lowe"], {"First Anna Lowe": "Anna Lowe"}),
    "a surname is never what others go by": (["Lowe", "Lowe", "Lowe", "Anna Lowe"], {"Lowe": "Anna Lowe"}),
    "spellings fall together": (["Sergei Ott", "Sergey Ott", "Sergei Ott"], {"Sergey Ott": "Sergei Ott"}),
}


@pytest.mark.parametrize("why", NAMES)
def test_a_person_goes_by_one_name(why: str) -> None:
    """The full one that is used most."""
    used, wanted = NAMES[why]
    found = fullest(Named(name, "KEN") for name in used)
    assert {name: found[Named(name, "KEN")].name for name in wanted} == wanted


def test_people_of_two_parties_are_two() -> None:
    """Whatever they are called."""
    found = fullest([Named("Lowe", "CHL"), Named("Anna Lowe", "KEN")])
    assert found[Named("Lowe", "CHL")].name == "Lowe"


def test_speakers_go_by_one_name_in_all_documents_and_parties_by_their_own() -> None:
    """Where a state speaks, the record is left as it is."""
    texts = (
        "Kenyan President Anna Lowe said Kenya will open a school.",
        "President Lowe of Kenya said Kenya will open a port. Chile said it will help.",
    )
    analyses = load_corpus([Document(id=f"d{number}", text=text) for number, text in enumerate(texts)]).analyze()
    told = speakers(analyses)
    assert [told[analysis.document.id, said.id] for analysis in analyses for said in analysis.attributions if said.party == "KEN"] == [
        "Anna Lowe"
    ] * 2
    assert "CHL" in told.values()
