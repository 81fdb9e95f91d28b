"""Names of people as they are compared: which spellings are one name, and which are not."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocorpus.patterns.names import NameIndex, fold, initials_agree, is_variant, name_key, name_parts

SAME = [
    # one, other, reason
    ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan", "accents"),
    ("Shavkat Mirziyoyev", "Shavkat Mirziyaev", "two transliterations of one vowel"),
    ("Shavkat Mirziyoyev", "Shavkat Mirziyoev", "a glide written or not"),
    ("Kassym-Jomart Tokayev", "Kasym-Zhomart Tokaev", "consonants written in two ways"),
    ("Emomali Rahmon", "Emomali Rakhmon", "kh and h"),
    ("Alexander Lukashenko", "Aleksandr Lukashenka", "Russian and Belarusian"),
    ("Volodymyr Zelenskyy", "Volodymyr Zelensky", "endings"),
    ("Kim Jong-un", "Kim Jong Un", "a hyphen"),
    ("Sadyr Japarov", "Sadyr Zhaparov", "j and zh"),
    ("Abdel Fattah el-Sisi", "Abdel Fattah Al-Sisi", "the article, in two spellings"),
    ("Conor O'Brien", "Conor O’Brien", "apostrophes"),
    ("Luís Inácio Łapa", "Luis Inacio Lapa", "letters that no accent makes"),
    ("Paul H. Ott", "Paul Ott", "an initial left out"),
]


@pytest.mark.parametrize(("one", "other", "reason"), SAME)
def test_spellings_of_one_name_have_one_key(one: str, other: str, reason: str) -> None:
    """A name from another publisher is found under the key of ours."""
    assert name_key(one) == name_key(other), reason


DIFFERENT = [
    ("Li Qiang", "Lee Qiang", "short names are told apart by their vowels"),
    ("Zhang Min", "Jiang Min", "consonants alone would make these one"),
    ("Wang Yi", "Wang Yu", "one letter is another name"),
    ("Irina Petrova", "Irina Petrov", "a woman and a man"),
    ("Kim Jong-un", "Kim Jong-il", "father and son"),
    ("Anna Lowe", "Anna Löwenthal", "the beginning of a name is not the name"),
]


@pytest.mark.parametrize(("one", "other", "reason"), DIFFERENT)
def test_names_of_two_people_have_two_keys(one: str, other: str, reason: str) -> None:
    """Nobody gets the offices of somebody else."""
    assert name_key(one) != name_key(other), reason


VARIANTS = [
    ("Tokayev", "Kassym-Jomart Tokayev", True, "the surname alone"),
    ("Kemelevich Tokayev", "Kassym-Jomart Kemelevich Tokayev", True, "parts in order"),
    ("Orban Viktor", "Viktor Orbán", True, "the surname first"),
    ("Ott Jan Paul", "Jan Paul Ott", True, "a surname first, of a name in three parts"),
    ("Paul Jan Ott", "Jan Paul Ott", False, "given names change places for nobody"),
    ("Anna Lowe", "Anton Lowe", False, "one surname, two people"),
    ("S. Ott", "Sylvia Ott", True, "an initial of the name"),
    ("S. Ott", "Paul Ott", False, "an initial of another name"),
    ("J. Ott", "James L. Ott", True, "an initial of two"),
    ("G. Ott", "George W. Ott", True, "one gives the first initial, the other the second"),
    ("J. Ott", "A. Ott", False, "initials only, of two people"),
    ("S. M. Krishna", "Krishan Kant", False, "what initials leave is one part of another's name"),
    ("U Thant", "Thant", True, "a letter that is a title is left out"),
]


@pytest.mark.parametrize(("one", "other", "found", "reason"), VARIANTS)
def test_a_name_shortened_or_turned_round_is_a_variant(one: str, other: str, *, found: bool, reason: str) -> None:
    """Whichever of the two comes first."""
    assert is_variant(one, other) is found, reason
    assert is_variant(other, one) is found, reason


def test_initials_say_nothing_where_nothing_stands_for_them() -> None:
    """A middle initial is often left out."""
    assert initials_agree("Anna B. Lowe", "Anna Lowe")
    assert not initials_agree("B. Lowe", "Anna Lowe")


def test_what_is_not_part_of_the_name_is_left_out() -> None:
    """Initials, "Jr." and the article say little; a name of nothing else keeps them."""
    assert name_parts("Ruben A. al-Ott Jr.") == ("ruben", "ott")
    assert name_parts("Al") == ("al",)


@given(st.lists(st.text(string.ascii_letters + "áçéğıłñøöşşüž", min_size=2, max_size=12), min_size=1, max_size=4))
def test_case_and_accents_never_matter(parts: list[str]) -> None:
    """Nor does the spelling with accents taken off, and every name is a variant of itself."""
    name = " ".join(parts)
    assert name_key(fold(name)) == name_key(name)
    assert is_variant(name, name)


NAMES = st.lists(st.sampled_from(["Jan", "Anna", "Paul", "Ott", "Lowe", "Marsh"]), min_size=1, max_size=3).map(" ".join)


@given(st.lists(NAMES, max_size=8), NAMES)
def test_an_index_leaves_out_no_variant_of_a_name(known: list[str], name: str) -> None:
    """Whoever may be meant is among those who share a part, in the order in which they were added."""
    index: NameIndex[int] = NameIndex()
    for number, other in enumerate(known):
        index.add(other, number)
    sharing = index.sharing(name_key(name))
    assert sharing == sorted(sharing)
    assert {number for number, other in enumerate(known) if is_variant(name, other)} <= set(sharing)


def test_an_item_goes_by_every_name_that_it_was_added_under() -> None:
    """A fuller name comes beside the one known before."""
    index: NameIndex[str] = NameIndex()
    index.add("Ott", "first")
    index.add("Lowe", "second")
    index.add("Jan Ott", "first")
    assert index.sharing(name_key("Jan")) == ["first"]
    assert index.sharing((*name_key("Lowe"), *name_key("Ott"))) == ["first", "second"]
