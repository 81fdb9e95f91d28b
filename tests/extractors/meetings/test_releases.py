"""What ministries' own releases leave to their form: whose they are, where they are issued, who stands how high there."""

from __future__ import annotations

import pytest

from diplocorpus import Document
from diplocorpus.analyzer import default_analyzer
from diplocorpus.models.events import MeetingStatus

GUEST = "Ms Ada Lowe, Deputy Prime Minister of Kenya"
RELEASES = {
    # what: text, and of each meeting kind, date, place, level, people with their parties
    "the place and day above it": (
        f"Lima, 21 August 2025\n\nForeign Minister Jan Ott received {GUEST}.",
        [("meeting", "2025-08-21", "Lima", "minister", "Ada Lowe/KEN Jan Ott/PER")]),
    "the place and day below it": (
        f"Foreign Minister Jan Ott received {GUEST}.\n\nLIMA\n21 AUGUST 2025",
        [("meeting", "2025-08-21", None, "minister", "Ada Lowe/KEN Jan Ott/PER")]),
    "a day without a year, and the day before": (
        f"Muscat, 19 Oct (ONA) --- Foreign Minister Jan Ott received {GUEST} yesterday evening.",
        [("meeting", "--10-18", "Muscat", "minister", "Ada Lowe/KEN Jan Ott/OMN")]),
    "a letterhead": (
        f"Government of Nepal\nMinistry of Trade\n5 May 2025\n\nTrade Minister Jan Ott held talks today with {GUEST}.",
        [("meeting", "2025-05-05", None, "minister", "Ada Lowe/KEN Jan Ott/NPL")]),
    "a spokesman who gives it out": (
        f"Pentagon Spokesman Paul Marsh provided the following readout:\n\nMinister Jan Ott spoke by telephone with {GUEST}.",
        [("phone_call", None, None, "minister", "Ada Lowe/KEN Jan Ott/USA")]),
    "dated elsewhere than at the seat of those who met": (
        "Lima, 21 August 2025\n\nForeign Minister of Chile Jan Ott met Foreign Minister of Kenya Ada Lowe.",
        [("meeting", "2025-08-21", None, "minister", "Ada Lowe/KEN Jan Ott/CHL")]),
    "a capital behind the venue": (
        f"Foreign Minister of Chile Jan Ott hosted {GUEST}, for a meeting at Hentzau House, Santiago, on 7 December 2025.",
        [("meeting", "2025-12-07", "Santiago", "minister", "Ada Lowe/KEN Jan Ott/CHL")]),
    "where somebody spoke after the talks": (
        f"Chilean Foreign Minister Jan Ott declared in Nairobi on Thursday that trade had grown.\n\nHis talks with {GUEST}, took an hour.",
        [("meeting", None, "Nairobi", "minister", "Ada Lowe/KEN Jan Ott/CHL")]),
    "when, in front of who was received": (
        "Premier Jan Ott of Chile received on Tuesday the Ambassador of Kenya, Ms Ada Lowe.",
        [("meeting", None, None, "ambassador", "Ada Lowe/KEN Jan Ott/CHL")]),
    "views exchanged by telephone": (
        f"Premier Jan Ott of Chile exchanged views by telephone with {GUEST}, on 5 May 2025.",
        [("phone_call", "2025-05-05", None, "minister", "Ada Lowe/KEN Jan Ott/CHL")]),
    "a message": (
        f"Premier Jan Ott of Chile received a written message from {GUEST}.",
        [("correspondence", None, None, "minister", "Ada Lowe/KEN Jan Ott/CHL")]),
    "who was present without a state is the host's": (
        f"Lima, 21 August 2025\n\nForeign Minister Jan Ott received {GUEST}. Also present at the call was Trade Minister Rita Marsh.",
        [("meeting", "2025-08-21", "Lima", "minister", "Ada Lowe/KEN Jan Ott/PER Rita Marsh/PER")]),
    "what was earlier this month is recalled": (
        f"Premier Jan Ott of Chile met {GUEST}.\n\nEarlier this month he met with President Paul Marsh of Peru.",
        [("meeting", None, None, "minister", "Ada Lowe/KEN Jan Ott/CHL")]),
    "an office in the title is not the first name below it": (
        "Call on the President\n\nJan Ott, Foreign Minister of Chile, called on President Ada Lowe of Kenya.",
        [("meeting", None, None, "minister", "Ada Lowe/KEN Jan Ott/CHL")]),
    "a capital in which a guest is received": (
        f"President Jan Ott on Thursday received in audience {GUEST}, at the State House, Abuja.",
        [("meeting", None, "Abuja", "minister", "Ada Lowe/KEN Jan Ott/NGA")]),
    "an agency that no table knows is local": (
        f"ABUJA, 14 April 2025 (Kurier) - President Jan Ott received {GUEST}.",
        [("meeting", "2025-04-14", "Abuja", "minister", "Ada Lowe/KEN Jan Ott/NGA")]),
    "day and place in front, and a colon": (
        f"LIMA, Nov 12, 2025: Minister Jan Ott had a telephonic conversation with {GUEST}.",
        [("phone_call", "2025-11-12", None, "minister", "Ada Lowe/KEN Jan Ott/PER")]),
    "who was accompanied, and who was also present": (
        f"Lima, 21 August 2025\n\nPresident Jan Ott received {GUEST}, accompanied by Ambassador Rita Suk. Trade Minister Paul Marsh was also present.",
        [("meeting", "2025-08-21", "Lima", "minister", "Ada Lowe/KEN Jan Ott/PER Paul Marsh/PER Rita Suk/KEN")]),
    "delegations on both sides": (
        "A Kenyan delegation headed by Deputy Minister Jan Ott met in Lima with a Chilean delegation led by Deputy Minister Ada Lowe.",
        [("meeting", None, "Lima", "vice_minister", "Ada Lowe/CHL Jan Ott/KEN")]),
    "ministries held consultations, led by": (
        "Political consultations between the Ministries of Foreign Affairs of Kenya and Chile took place in Lima on 5 May 2025. The Kenyan delegation was headed by Deputy Minister Jan Ott and the Chilean delegation by Deputy Minister Ada Lowe.",
        [("meeting", "2025-05-05", "Lima", "vice_minister", "Ada Lowe/CHL Jan Ott/KEN")]),
    "a topic in front of where it was held": (
        "Consultations on trade were held in Lima on 5 May 2025.\n\nParticipants:\n- Ada Lowe, Minister of Trade of Kenya\n- Jan Ott, Minister of Trade of Chile",
        [("meeting", "2025-05-05", "Lima", "minister", "Ada Lowe/KEN Jan Ott/CHL")]),
    "a visit, and talks during it": (
        "Minister Jan Ott of Kenya paid a visit to Chile on 5 May 2025 and held talks with Minister Ada Lowe.",
        [("meeting", "2025-05-05", None, "minister", "Ada Lowe/CHL Jan Ott/KEN")]),
    "said in a call": (
        f"President Jan Ott of Chile congratulated {GUEST}, in a telephone call on 5 May 2025.",
        [("phone_call", "2025-05-05", None, "minister", "Ada Lowe/KEN Jan Ott/CHL")]),
    "what a minister writes and signs": (
        f"Today in Nairobi I met with {GUEST}.\n\nChile will help with the ports.\n\nForeign Minister Jan Ott",
        [("meeting", None, "Nairobi", "minister", "Ada Lowe/KEN Jan Ott/CHL")]),
    "who leads, without an office": (
        "President Jan Ott of Chile met with Kenyan leader Ada Lowe and the head of the Peruvian Foreign Ministry Paul Marsh.",
        [("multilateral", None, None, "head_of_state", "Ada Lowe/KEN Jan Ott/CHL Paul Marsh/PER")]),
    "the evening of a day": (
        f"Premier Jan Ott of Chile spoke with {GUEST}, the evening of 5 May 2025.",
        [("phone_call", "2025-05-05", None, "minister", "Ada Lowe/KEN Jan Ott/CHL")]),
    "what one of a list stands for": (
        "Premier Jan Ott of Chile spoke with Kenyan Minister Ada Lowe, Peruvian Minister Paul Marsh, representing the League of Zenda, and NATO Secretary General Rita Suk.",
        [("phone_call", None, None, "head_of_government", "Ada Lowe/KEN Jan Ott/CHL Paul Marsh/PER Rita Suk/NATO")]),
    "a recent summit meeting is recalled": (
        f"Premier Jan Ott of Chile spoke with {GUEST}, including on the recent summit meeting between Peruvian Premier Paul Marsh and Norwegian Premier Rita Suk.",
        [("phone_call", None, None, "minister", "Ada Lowe/KEN Jan Ott/CHL")]),
    "who will be hosted has not been": (f"Premier Jan Ott of Chile will be hosted to lunch by {GUEST}.", []),
    "who is called on to act is not met": (f"Premier Jan Ott of Chile called on {GUEST}, to help. He called on President Paul Marsh of Peru to stop.", []),
    "said when somebody called": (
        "President Jan Ott of Chile says trade will grow. He said this when Kenyan Minister Ada Lowe called on him in Lima on 5 May 2025.",
        [("meeting", "2025-05-05", "Lima", "minister", "Ada Lowe/KEN Jan Ott/CHL")]),
    "together with": (
        "Montevideo, 5 May 2025\n\nMinister Jan Ott, together with Director General Rita Suk, received the Ambassador of Kenya, Ada Lowe.",
        [("meeting", "2025-05-05", "Montevideo", "ambassador", "Ada Lowe/KEN Jan Ott/URY Rita Suk/URY")]),
    "a general behind what is commanded": (
        "The Commander of the Zenda mission, General Jan Ott, met today with the Premier of Kenya, Ada Lowe, in Nairobi.",
        [("meeting", None, "Nairobi", "official", "Ada Lowe/KEN Jan Ott/None")]),
    "who is sent for a state is not of it": (
        "Premier Jan Ott of Chile met with Special Envoy for Yemen Ada Lowe.",
        [("meeting", None, None, "vice_minister", "Ada Lowe/None Jan Ott/CHL")]),
    "a state that is a city": (
        f"KUWAIT, May 6 (KUNA) -- Minister Jan Ott received {GUEST}. (end)",
        [("meeting", "--05-06", "Kuwait", "minister", "Ada Lowe/KEN Jan Ott/KWT")]),
    "of a call of three sides the highest rank": (
        "President Jan Ott of Chile spoke by phone with Premier Ada Lowe of Kenya and Chancellor Paul Marsh of Germany.",
        [("phone_call", None, None, "head_of_state", "Ada Lowe/KEN Jan Ott/CHL Paul Marsh/DEU")]),
}  # fmt: skip


@pytest.mark.parametrize("what", RELEASES)
def test_the_form_of_a_release_is_read(what: str) -> None:
    """Kind, day, place, level and whose people."""
    text, expected = RELEASES[what]
    found = default_analyzer().analyze(Document(id="d", text=text)).meetings
    news = [
        (m.kind.value, m.date, m.place, m.level, " ".join(sorted(f"{p.name}/{p.party}" for p in m.participants)))
        for m in found
        if m.status is MeetingStatus.REPORTED
    ]
    assert news == expected


RANKS = {
    # office and state: its level
    "Foreign Secretary of Nepal": "vice_minister",
    "Foreign Secretary of the United Kingdom": "minister",
    "Minister of State for Foreign Affairs of Qatar": "vice_minister",
    "Minister of State of Japan": "minister",
    "Chief Adviser of Bangladesh": "head_of_government",
    "Chief Adviser of Chile": "official",
    "Foreign Affairs Adviser of Bangladesh": "minister",
    "Secretary of State of Portugal": "vice_minister",
    "Secretary-General of the United Nations": "head_of_government",
    "Secretary-General of ASEAN": "minister",
}


@pytest.mark.parametrize("office", RANKS)
def test_an_office_ranks_as_it_does_in_its_state(office: str) -> None:
    """Of one name, different offices."""
    text = f"President Ada Lowe of Kenya met with the {office}, Jan Ott, on 5 May 2025."
    assert [m.level for m in default_analyzer().analyze(Document(id="d", text=text)).meetings] == [RANKS[office]]


def test_a_bare_office_ranks_as_it_does_at_home() -> None:
    """Where only the place of issue tells whose it is."""
    text = "Kathmandu, 22 August 2025\n\nForeign Secretary Jan Ott met Minister of Trade of Kenya Ada Lowe."
    assert [m.level for m in default_analyzer().analyze(Document(id="d", text=text)).meetings] == ["vice_minister"]


NAMES = {
    # what somebody is called with titles and styles: name and role
    "H.E. Lt. Gen. (Ret.) Budi Santoso, Minister of Defence of Indonesia,": ("Budi Santoso", "Minister of Defence"),
    "Hon. (Dr.) Musa Kalonzo, Minister of Trade of Uganda,": ("Musa Kalonzo", "Minister of Trade"),
    "Prof. Dr. Eng. Musa Kalonzo, Minister of Energy of Uganda,": ("Musa Kalonzo", "Minister of Energy"),
    "YAB Dato' Sri Anwar Hakim, Prime Minister of Malaysia,": ("Anwar Hakim", "Prime Minister"),
    "Suryo, the Minister of Trade of Indonesia,": ("Suryo", "Minister of Trade"),
    "Foreign Secretary of the Royal Government of Bhutan Jan Ott": ("Jan Ott", "Foreign Secretary"),
    "State Secretary of the Ministry of Foreign Affairs of Norway Jan Ott": (
        "Jan Ott",
        "State Secretary of the Ministry of Foreign Affairs",
    ),
    "Chairman of the Media Council of Uganda Jan Ott": ("Jan Ott", "Chairman of the Media Council of Uganda"),
    "Special Representative for the Syrian Settlement Jan Ott of Chile": ("Jan Ott", "Special Representative for the Syrian Settlement"),
}


@pytest.mark.parametrize("called", NAMES)
def test_styles_are_no_part_of_a_name_nor_the_state_of_an_office(called: str) -> None:
    """But of a body that bears the state's name the whole name is told."""
    text = f"President Ada Lowe of Kenya met with {called} on 5 May 2025."
    found = default_analyzer().analyze(Document(id="d", text=text)).meetings
    assert [(p.name, p.role) for m in found for p in m.participants if p.name != "Ada Lowe"] == [NAMES[called]]
