"""Who a name, a pronoun, a role or a capital stands for, told by whom the words after it are given to."""

from __future__ import annotations

import pytest

from diplocorpus import analyze

HEAD = "Chinese President Lin Tao held talks with Kenyan President Paul Ott in Nairobi on Monday.\n\n"
SAME_SURNAME = "Foreign Minister Ada Ott of Kenya and President Paul Ott of Kenya met Chinese President Lin Tao. "
SPELLINGS = "Ukrainian President Volodymyr Koval met Polish Prime Minister Donat Wolski. "
FIRST_PERSON = "Statement by the Foreign Minister of Kenya, Ada Lowe\n\nToday I met Premier Paul Ott of Chile. "

CASES = [
    # text, speaker and party of the last attribution: why
    (HEAD + "Lin thanked Kenya. He said trade grew.", ("Lin Tao", "CHN")),  # the speaker goes on
    (HEAD + "Lin thanked Kenya. The Kenyan leader added that trade grew.", ("Paul Ott", "KEN")),  # a role with its state
    (HEAD + "Lin thanked Kenya. His Kenyan counterpart said trade grew.", ("Paul Ott", "KEN")),
    ("Chief Adviser Ada Lowe of Kenya met Chinese President Lin Tao. The Chief Adviser said trade grew.", ("Ada Lowe", "KEN")),  # no chief
    (
        "Minister Ada Lowe met Kenyan Minister Paul Ott. Lowe smiled. The Kenyan official said trade grew.",
        ("Paul Ott", "KEN"),
    ),  # who is known to be
    (HEAD + "Ott spoke. The Kenyan president left. The president said trade grew.", ("Lin Tao", "CHN")),  # not the one who is called Kenyan
    (HEAD + "The head of Kenyan diplomacy said trade grew.", ("Paul Ott", "KEN")),
    (HEAD + "The latter thanked the hosts.", ("Paul Ott", "KEN")),
    (HEAD + "The high guest said trade grew.", ("Paul Ott", "KEN")),  # whoever was not named first
    (HEAD + "Lin spoke. The guest said trade grew.", ("Paul Ott", "KEN")),
    (HEAD + "The Kenyan top diplomat said trade grew.", ("Paul Ott", "KEN")),  # a rank between
    (
        "President Ott spoke with President Lin Tao of China. Kenya stands ready to trade. The ministry said trade grew.",
        ("ministry", "KEN"),
    ),  # its own
    (HEAD + "Lin thanked his counterpart. The visiting president praised China.", ("Lin Tao", "CHN")),  # who came
    (HEAD + "The Chinese side said trade grew.", ("CHN", "CHN")),  # a side speaks for its state
    (HEAD + "Beijing said trade grew.", ("CHN", "CHN")),  # a capital
    (HEAD + "Both sides said trade grew.", ("JOINT", None)),
    (HEAD + "The two presidents noted that trade grew.", ("JOINT", None)),
    (SAME_SURNAME + "Minister Ott said trade grew.", ("Ada Ott", "KEN")),  # two of one surname: the office tells
    (SAME_SURNAME + "President Ott said it fell.", ("Paul Ott", "KEN")),
    (SAME_SURNAME + "Minister Ott said trade grew. She thanked Lin.", ("Ada Ott", "KEN")),
    (SAME_SURNAME + "Minister Ott spoke. Lin thanked her. He said China is glad.", ("Lin Tao", "CHN")),
    (
        "Minister Ada Lowe received Kenyan Minister Paul Ott. Lowe reaffirmed Chile's support. The guest said trade grew.",
        ("Paul Ott", "KEN"),
    ),
    (
        "Minister Ada Lowe received Kenyan Minister Paul Ott. Lowe reaffirmed Chile's support. Ott said it rained. The guest added that it was cold.",
        ("Paul Ott", "KEN"),
    ),
    (FIRST_PERSON + "I told him that trade grew.", ("Ada Lowe", "KEN")),  # whose statement it is
    (FIRST_PERSON + "He told me that trade grew.", ("Paul Ott", "CHL")),  # and is nobody else
    (FIRST_PERSON + "He told me that trade grew. I urge all to trade.", ("Ada Lowe", "KEN")),
    (FIRST_PERSON + '"I told you," Ott said. He noted that trade grew.', ("Paul Ott", "CHL")),
    (SPELLINGS + "Volodimir Koval said Ukraine is tired.", ("Volodymyr Koval", "UKR")),  # another spelling
    (
        "Chinese Party General Secretary Lin Tao hosted Paul Ott, Minister of Trade of Chile. Ott smiled. The Party chief said trade grew.",
        ("Lin Tao", "CHN"),
    ),  # who leads a party
    (SPELLINGS + "Wolsky said Poland is glad.", ("Donat Wolski", "POL")),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_is_said_goes_to_whom_the_subject_stands_for(text: str, expected: tuple[str, str | None]) -> None:
    """Pronouns, roles, counterparts, sides, capitals, several people, one surname, other spellings."""
    found = analyze(text).attributions[-1]
    assert (found.speaker, found.party) == expected
