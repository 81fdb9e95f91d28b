"""English verb forms as packs rely on them."""

from __future__ import annotations

import pytest

from diplocorpus.patterns.inflection import inflect

FORMS = {
    # verb: third person, past, gerund; why
    "pledge": ("pledges", "pledged", "pledging"),  # ends in e
    "reply": ("replies", "replied", "replying"),  # consonant and y
    "convey": ("conveys", "conveyed", "conveying"),  # vowel and y
    "commit": ("commits", "committed", "committing"),  # doubles its consonant
    "stress": ("stresses", "stressed", "stressing"),  # sibilant
    "uphold": ("upholds", "upheld", "upholding"),  # irregular
    "agree": ("agrees", "agreed", "agreeing"),  # keeps ee
    "have": ("has", "had", "having"),
}


@pytest.mark.parametrize("verb", FORMS)
def test_a_verb_is_inflected(verb: str) -> None:
    """Third person, past and gerund."""
    forms = inflect(verb)
    assert tuple(forms[form][0] for form in ("third", "past", "gerund")) == FORMS[verb]


def test_a_participle_is_given_where_it_differs_from_the_past() -> None:
    """Equal forms are listed once."""
    assert inflect("undertake")["participle"] == ("undertaken",)
    assert inflect("pledge")["participle"] == ()


def test_both_spellings_of_ise_are_given() -> None:
    """British and American readouts read the same."""
    assert inflect("emphasise")["past"] == ("emphasised", "emphasized")
    assert set(inflect("emphasize")["past"]) == {"emphasised", "emphasized"}
