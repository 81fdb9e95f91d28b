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
