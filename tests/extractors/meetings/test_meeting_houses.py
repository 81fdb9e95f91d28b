"""Who met whom and at what level, as the houses of many publishers report it: their turns of phrase, invented people."""

from __future__ import annotations

import pytest

from diplocorpus import Document
from diplocorpus.analyzer import default_analyzer
from diplocorpus.models.events import MeetingStatus

HOUSES = {
    # house: publisher, title, text, and of each meeting kind, parties, level, people with their parties
    "MoFA Japan": (
        None, "Japan-Kenya Foreign Ministers' Meeting",
        'On July 11, commencing at 6:30 p.m. (local time) for approximately 40 minutes, Mr. HAYASHI Kenta, Minister for Foreign Affairs, held a meeting with H.E. Dr. Paul Ott, Cabinet Secretary for Foreign Affairs of the Republic of Kenya, in Jakarta, Indonesia. The overview is as follows.\n\n1. Minister Hayashi stated that he would like to strengthen bilateral ties.\n\n2. The two Ministers concurred to cooperate.',
        [('meeting', 'JPN KEN', 'minister', 'HAYASHI Kenta/JPN Paul Ott/KEN')],
    ),
    "Petra": (
        'Petra', 'King meets leaders',
        'His Majesty King Jan met with Kenyan President Paul Ott on Tuesday.\n\nAt a separate meeting with Chilean Prime Minister Ada Lowe, the King called for maintaining aid.',
        [('meeting', 'JOR KEN', 'head_of_state', 'Jan/JOR Paul Ott/KEN'), ('meeting', 'CHL JOR', 'head_of_government', 'Ada Lowe/CHL Jan/JOR')],
    ),
    "People's Army Newspaper": (
        None, '',
        "Senior Lieutenant General Tran Van Marsh, Chief of the General Staff of the Vietnam People's Army and Deputy Minister of National Defense, held talks on May 5 in Hanoi with General Paul Ott, Chief of Army Staff of Kenya.",
        [('meeting', 'KEN VNM', 'official', 'Paul Ott/KEN Tran Van Marsh/VNM')],
    ),
    "Anadolu": (
        None, '',
        '"Trade will grow," Turkish President Ada Lowe told a joint news conference with Kenyan Premier Paul Ott following their meeting in Ankara.',
        [('meeting', 'KEN TUR', 'head_of_government', 'Ada Lowe/TUR Paul Ott/KEN')],
    ),
    "SIS Egypt": (
        None, '',
        'President Lowe Receives Kenyan President\n\nPresident Ada Lowe today welcomed at Al-Zenda Palace in Cairo President Paul Ott of Kenya. Lowe reaffirmed Egypt\'s support for Kenya.',
        [('meeting', 'EGY KEN', 'head_of_state', 'Ada Lowe/EGY Paul Ott/KEN')],
    ),
    "WAM": (
        'WAM', '',
        'Jan bin Ott, Kenyan FM discuss ties over phone\n\nH.H. Sheikh Jan bin Ott, Minister of Foreign Affairs, discussed ties with Paul Marsh, Minister of Foreign Affairs of Kenya, during a phone call.',
        [('phone_call', 'ARE KEN', 'minister', 'Jan bin Ott/ARE Paul Marsh/KEN')],
    ),
    "BSS": (
        'BSS', '',
        'Prime Minister Ada Lowe sought help for the farmers. She made the call when Kenyan Ambassador Paul Ott paid a courtesy call on her.',
        [('meeting', 'BGD KEN', 'ambassador', 'Ada Lowe/BGD Paul Ott/KEN')],
    ),
    "UN spokesperson": (
        None, '',
        'The Secretary-General met today with Minister Paul Ott of Kenya. The Secretary-General commended Kenya.',
        [('meeting', 'KEN', 'minister', 'Paul Ott/KEN')],
    ),
    "Jogorku Kenesh": (
        None, '',
        'President Ada Lowe of Kenya received in Nairobi a delegation of the Senate of Chile led by Speaker Paul Ott.',
        [('meeting', 'CHL KEN', 'minister', 'Ada Lowe/KEN Paul Ott/CHL')],
    ),
    "SPA, where and when first": (
        'SPA', '',
        'Prince Jan bin Ott, Minister of Foreign Affairs, received at his office in Riyadh today the Foreign Minister of Kenya, Paul Marsh. He welcomed Minister Marsh to the Kingdom.',
        [('meeting', 'KEN SAU', 'minister', 'Jan bin Ott/SAU Paul Marsh/KEN')],
    ),
    "Azertac": (
        None, '',
        'President Ada Lowe of Kenya received a delegation headed by her Chilean counterpart, Paul Ott.',
        [('meeting', 'CHL KEN', 'head_of_state', 'Ada Lowe/KEN Paul Ott/CHL')],
    ),
    "PAP": (
        'PAP', '',
        'WARSAW, March 5 (PAP) - Poland will buy tea, Polish Prime Minister Ada Lowe announced on Sunday after talks with Kenyan Premier Paul Ott in Warsaw.',
        [('meeting', 'KEN POL', 'head_of_government', 'Ada Lowe/POL Paul Ott/KEN')],
    ),
    "MEA India": (
        None, 'Visit of Foreign Minister of Kenya to India',
        'External Affairs Minister Dr. A. Marsh held talks with the Foreign Minister of Kenya, H.E. Mr. Paul Ott, on 4 March 2023 in New Delhi.\n\n2. The two Ministers reviewed the entire gamut of bilateral relations.',
        [('meeting', 'IND KEN', 'minister', 'A. Marsh/IND Paul Ott/KEN')],
    ),
    "Akorda": (
        'Akorda', 'The Head of State received the Ambassador of Kenya',
        'Kassym-Jomart Lowe received the Ambassador of Kenya Paul Ott, who is completing his diplomatic mission in Kazakhstan.\n\nDuring the meeting, the Head of State thanked the diplomat for his contribution.',
        [('meeting', 'KAZ KEN', 'ambassador', 'Kassym-Jomart Lowe/KAZ Paul Ott/KEN')],
    ),
    "10 Downing Street": (
        None, 'PM call with President Ott of Kenya: 5 March 2023',
        "The Prime Minister spoke to President Ott of Kenya this afternoon.\n\nThe Prime Minister reiterated the UK's steadfast support for Kenya. The leaders agreed to stay in touch.",
        [('phone_call', 'GBR KEN', 'head_of_government', 'Ott/KEN')],
    ),
    "FCDO": (
        None, 'Foreign Secretary meets Kenyan counterpart',
        "The Foreign Secretary Ada Lowe met the Kenyan Foreign Minister Paul Ott in London today.\n\nThe Foreign Secretary underlined the UK's commitment to free trade.",
        [('meeting', 'GBR KEN', 'minister', 'Ada Lowe/GBR Paul Ott/KEN')],
    ),
    "Elysee": (
        'Élysée', 'Telephone conversation with the President of Kenya',
        "The President of the Republic spoke today with the President of Kenya, Mr Paul Ott.\n\nThe President assured his counterpart of France's full support.",
        [('phone_call', 'FRA KEN', 'head_of_state', 'Paul Ott/KEN')],
    ),
    "Auswaertiges Amt": (
        None, 'Foreign Minister Lowe meets her Kenyan counterpart',
        "Foreign Minister Ada Lowe met with her Kenyan counterpart Paul Ott in Berlin today. Germany supports Kenya on its path.\n\nForeign Minister Lowe reaffirmed Germany's commitment to a close partnership.",
        [('meeting', 'DEU KEN', 'minister', 'Ada Lowe/DEU Paul Ott/KEN')],
    ),
    "Kremlin: the second call in a week": (
        'President of Russia', 'Telephone conversation with President of Kenya Paul Ott',
        'Vladimir Putin had the second in a recent week telephone conversation with Kenyan President Paul Ott.\n\nThe leaders continued discussing trade.',
        [('phone_call', 'KEN RUS', 'head_of_state', 'Paul Ott/KEN Vladimir Putin/RUS')],
    ),
    "Kremlin: an arrival": (
        'President of Russia', 'Meeting with Prime Minister of Kenya Paul Ott',
        'Vladimir Putin met at the Kremlin with Prime Minister of Kenya Paul Ott, who arrived in Russia on a working visit.',
        [('meeting', 'KEN RUS', 'head_of_government', 'Paul Ott/KEN Vladimir Putin/RUS')],
    ),
    "Kremlin: talks without people": (
        'President of Russia', 'Talks with President of Kenya Paul Ott',
        'Russian-Kenyan talks have begun at the Kremlin.\n\nThe two presidents discussed trade and energy.',
        [('meeting', 'KEN RUS', 'head_of_state', 'Paul Ott/KEN')],
    ),
    "MOFA Korea": (
        None, 'Foreign Minister Meets with Foreign Minister of Kenya',
        '1. Minister of Foreign Affairs Park Jun met with Minister of Foreign Affairs of Kenya Paul Ott, who is visiting the ROK, on March 5, and exchanged views on ROK-Kenya relations.\n\n2. Minister Park expressed hope that the two countries would cooperate more.',
        [('meeting', 'KEN KOR', 'minister', 'Park Jun/KOR Paul Ott/KEN')],
    ),
    "Turkish MFA": (
        None, 'Meeting of Minister of Foreign Affairs Ada Lowe with Foreign Minister Paul Ott of Kenya, 5 March 2023',
        'Minister of Foreign Affairs Ada Lowe met with Foreign Minister Paul Ott of Kenya on 5 March 2023 in Ankara.\n\nDuring the meeting, Türkiye-Kenya relations and regional issues were discussed.',
        [('meeting', 'KEN TUR', 'minister', 'Ada Lowe/TUR Paul Ott/KEN')],
    ),
    "DFAT": (
        'Australian Government', 'Meeting with Kenyan Foreign Minister',
        "Today I met with Kenya's Foreign Minister, the Hon Paul Ott, in Canberra.\n\nAustralia and Kenya share a commitment to the rule of law.",
        [('meeting', 'AUS KEN', 'minister', 'Paul Ott/KEN')],
    ),
    "State Department": (
        None, "Secretary Lowe's Meeting with Kenyan Foreign Minister Ott",
        'The following is attributable to Spokesperson Jan Marsh:\n\nSecretary of State Ada Lowe met today in Nairobi with Kenyan Foreign Minister Paul Ott. Secretary Lowe and Foreign Minister Ott discussed trade.',
        [('meeting', 'KEN USA', 'minister', 'Ada Lowe/USA Paul Ott/KEN')],
    ),
    "State Department: a deputy": (
        None, "Deputy Secretary Lowe's Call with Speaker of the Kenyan Parliament Hassan Ott",
        'The below is attributable to Spokesperson Jan Marsh:\n\nDeputy Secretary of State Ada Lowe spoke today with Speaker of the Kenyan Parliament Hassan Ott. The Deputy Secretary reaffirmed U.S. support for Kenya.',
        [('phone_call', 'KEN USA', 'vice_minister', 'Ada Lowe/USA Hassan Ott/KEN')],
    ),
    "EEAS": (
        None, 'Kenya: High Representative Lowe met with Foreign Minister Paul Ott',
        "EU High Representative/Vice-President Ada Lowe met today in Brussels with the Foreign Minister of Kenya, Paul Ott.\n\nThe HR/VP reiterated the EU's support.",
        [('meeting', 'EU KEN', 'minister', 'Ada Lowe/EU Paul Ott/KEN')],
    ),
    "Rijksoverheid": (
        None, 'Minister Lowe in talks with Kenyan minister Ott',
        "Minister of Foreign Affairs Ada Lowe spoke with her Kenyan counterpart Paul Ott in The Hague on Monday. 'The Netherlands and Kenya work closely together,' Lowe said.",
        [('meeting', 'KEN NLD', 'minister', 'Ada Lowe/NLD Paul Ott/KEN')],
    ),
    "a minister unnamed": (
        None, None,
        "The Minister of Foreign Affairs received today the Ambassador of Kenya to Uzbekistan, H.E. Paul Ott, on the occasion of the end of his mission. The Minister conveyed our country's gratitude.",
        [('meeting', 'KEN UZB', 'ambassador', 'Paul Ott/KEN')],
    ),
    "an envoy accredited": (
        None, None,
        'Minister of Foreign Affairs Ada Lowe received the Ambassador of Kenya to Chile, Paul Ott.',
        [('meeting', 'CHL KEN', 'ambassador', 'Ada Lowe/CHL Paul Ott/KEN')],
    ),
    "a president unnamed": (
        None, None,
        "The President spoke by phone with the President of Kenya, Paul Ott, on Sunday. The President expressed Brazil's readiness to host the summit.",
        [('phone_call', 'BRA KEN', 'head_of_state', 'Paul Ott/KEN')],
    ),
    "two presidents unnamed": (
        'President of Ukraine', None,
        'The President spoke by phone with the President of Kenya.',
        [('phone_call', 'KEN UKR', 'head_of_state', '')],
    ),
    "White House: a headline without possessive": (
        None, None,
        "Readout of President Joseph R. Lowe Jr. Call with President Paul Ott of Kenya\n\nPresident Joseph R. Lowe, Jr. spoke today with President Paul Ott of Kenya. President Lowe reaffirmed the United States' commitment to Kenya.",
        [('phone_call', 'KEN USA', 'head_of_state', 'Joseph R. Lowe Jr./USA Paul Ott/KEN')],
    ),
    "White House: a headline alone": (
        'White House', 'Readout of President Joseph R. Lowe Jr. Call with President Paul Ott of Kenya',
        'The leaders spoke today about trade and security. They agreed to stay in touch.',
        [('phone_call', 'KEN USA', 'head_of_state', 'Joseph R. Lowe Jr./USA Paul Ott/KEN')],
    ),
    "VNA": (
        None, None,
        'Ha Noi, March 5 (VNA) - Prime Minister Pham Lowe hosted a reception in Ha Noi on March 5 for Kenyan Ambassador to Vietnam Paul Ott.\n\nThe host said Vietnam treasures its ties with Kenya.',
        [('meeting', 'KEN VNM', 'ambassador', 'Paul Ott/KEN Pham Lowe/VNM')],
    ),
    "Canada": (
        None, 'Prime Minister Lowe speaks with Prime Minister of Kenya Paul Ott',
        "Today, Prime Minister Ada Lowe spoke with the Prime Minister of Kenya, Paul Ott.\n\nPrime Minister Lowe reiterated Canada's unwavering support for Kenya.",
        [('phone_call', 'CAN KEN', 'head_of_government', 'Ada Lowe/CAN Paul Ott/KEN')],
    ),
    "MFA Uzbekistan": (
        None, None,
        'On March 3, Minister of Foreign Affairs of the Republic of Uzbekistan Ada Lowe held a meeting with the Ambassador Extraordinary and Plenipotentiary of Kenya to our country Paul Ott.',
        [('meeting', 'KEN UZB', 'ambassador', 'Ada Lowe/UZB Paul Ott/KEN')],
    ),
    "SPA": (
        None, None,
        'Riyadh, March 05, 2023, SPA -- His Royal Highness Prince Khalid bin Lowe, Minister of Foreign Affairs, received today the Ambassador of Kenya to the Kingdom, Paul Ott.',
        [('meeting', 'KEN SAU', 'ambassador', 'Khalid bin Lowe/SAU Paul Ott/KEN')],
    ),
    "Ireland": (
        None, None,
        'The Taoiseach met with the President of Kenya, Paul Ott, in Dublin today.',
        [('meeting', 'IRL KEN', 'head_of_government', 'Paul Ott/KEN')],
    ),
    "Philippines": (
        None, None,
        'Kenyan Ambassador Paul Ott paid a courtesy call on Foreign Affairs Secretary Ada Lowe on 3 March 2023 at the Department of Foreign Affairs in Manila. They discussed Philippines-Kenya relations.',
        [('meeting', 'KEN PHL', 'ambassador', 'Ada Lowe/PHL Paul Ott/KEN')],
    ),
    "one after another": (
        None, None,
        'On the sidelines of the forum in Geneva, Foreign Minister Ada Lowe of Chile met separately with the Foreign Ministers of Kenya, Paul Ott, and of Ghana, Jan Marsh.',
        [('meeting', 'CHL KEN', 'minister', 'Ada Lowe/CHL Paul Ott/KEN'), ('meeting', 'CHL GHA', 'minister', 'Ada Lowe/CHL Jan Marsh/GHA')],
    ),
    "Poland": (
        None, None,
        'Minister Ada Lowe held talks with Foreign Minister of Kenya Paul Ott in Warsaw on 3 March. Poland stands ready to support Kenya, the head of Polish diplomacy stressed.',
        [('meeting', 'KEN POL', 'minister', 'Ada Lowe/POL Paul Ott/KEN')],
    ),
    "NATO": (
        None, None,
        'NATO Secretary General Ada Lowe welcomed the President of Kenya, Paul Ott, to NATO Headquarters on Friday (3 March 2023).',
        [('meeting', 'KEN NATO', 'minister', 'Ada Lowe/NATO Paul Ott/KEN')],
    ),
    "a vice president": (
        None, "Readout of Vice President Lowe's Call with Prime Minister Ott of Kenya",
        'Vice President Ada Lowe spoke by phone today with Prime Minister Paul Ott of Kenya. The Vice President reaffirmed U.S. commitment to Kenya.',
        [('phone_call', 'KEN USA', 'head_of_government', 'Ada Lowe/USA Paul Ott/KEN')],
    ),
    "Pakistan": (
        None, None,
        "The Foreign Minister met the Foreign Minister of Kenya, Paul Ott, on the sidelines of the OIC session in Jeddah today. He reaffirmed Pakistan's desire to expand Pakistan-Kenya ties.",
        [('meeting', 'KEN PAK', 'minister', 'Paul Ott/KEN')],
    ),
    "Iran": (
        None, None,
        'The Foreign Minister of the Islamic Republic of Iran Ali Lowe and his Kenyan counterpart Paul Ott held a phone conversation on Sunday.',
        [('phone_call', 'IRN KEN', 'minister', 'Ali Lowe/IRN Paul Ott/KEN')],
    ),
    "a ministry as venue": (
        None, None,
        'Deputy Minister Ada Lowe met with the Director General for Asia of the Kenyan Ministry of Foreign Affairs, Paul Ott, at the Ministry of Foreign Affairs of Chile on 3 March.',
        [('meeting', 'CHL KEN', 'official', 'Ada Lowe/CHL Paul Ott/KEN')],
    ),
}  # fmt: skip


@pytest.mark.parametrize("house", HOUSES)
def test_a_meeting_is_read_in_the_words_of_a_house(house: str) -> None:
    """Both sides are found, though a readout leaves out whose its own officials are."""
    publisher, title, text, expected = HOUSES[house]
    document = Document(id="d", text=text, title=title, publisher=publisher, date="2023-03-05")
    found = [
        (m.kind.value, " ".join(m.parties), m.level, " ".join(sorted(f"{p.name}/{p.party}" for p in m.participants if p.name != p.role)))
        for m in default_analyzer().analyze(document).meetings
        if m.status is MeetingStatus.REPORTED
    ]
    assert sorted(found) == sorted(expected)


def test_what_a_state_calls_itself_is_no_place() -> None:
    """The capital where they met is."""
    publisher, _, text, _ = HOUSES["SPA, where and when first"]
    [meeting] = default_analyzer().analyze(Document(id="d", text=text, publisher=publisher)).meetings
    assert meeting.place == "Riyadh"


LEAD = "Chilean Foreign Minister Ada Lowe met with Kenyan Foreign Minister Paul Ott today."

TOLD = {
    # what: text, and kind, parties, level, date of each meeting that is news
    "a relative clause in front of the day": (
        "Foreign Minister Ada Lowe of Chile met with Paul Ott, Foreign Minister of Kenya, who is visiting Chile, on March 4.",
        [("meeting", "CHL KEN", "minister", "2023-03-04")]),
    "a noun that could be a verb in front of the day": (
        "Chilean Foreign Minister Ada Lowe spoke by phone yesterday with Kenyan Foreign Minister Paul Ott.",
        [("phone_call", "CHL KEN", "minister", "2023-03-04")]),
    "those met, parted by semicolons": (
        "President Ada Lowe of Chile met with Prime Minister Paul Ott of Kenya, a poet; Prime Minister Jan Marsh of Ghana, a judge; and President Tom Lee of Peru.",
        [("multilateral", "CHL GHA KEN PER", "head_of_state", "2023-03-05")]),
    "several gather": (
        "Foreign Minister Ada Lowe of Chile and Foreign Minister Paul Ott of Kenya gathered in Lima on Saturday.",
        [("meeting", "CHL KEN", "minister", "2023-03-04")]),
    "couples meet": (
        "President Ada Lowe of Chile and her husband Jan met with President Paul Ott of Kenya today.",
        [("meeting", "CHL KEN", "head_of_state", "2023-03-05")]),
    "two offices in lower case, the higher one first": (
        "President Ada Lowe of Chile met with the prime minister and finance minister of Kenya, Paul Ott.",
        [("meeting", "CHL KEN", "head_of_government", "2023-03-05")]),
    "a seat of power as the place": (
        "The President of Russia received in the Kremlin President of Kenya Paul Ott.",
        [("meeting", "KEN RUS", "head_of_state", "2023-03-05")]),
    "leaders of a body that the table does not know": (
        "President Ada Lowe of Chile joined leaders of the League of Zenda member states and Kenya for the annual summit in Lima.",
        [("multilateral", "CHL KEN", "head_of_state", "2023-03-05")]),
    "spoken with in a place": (
        "Chilean Foreign Minister Ada Lowe spoke with Kenyan Foreign Minister Paul Ott in Nairobi.",
        [("meeting", "CHL KEN", "minister", "2023-03-05")]),
    "a call of which an account is given": (
        LEAD + " She also provided a readout of her call with Peruvian Foreign Minister Jan Marsh.",
        [("meeting", "CHL KEN", "minister", "2023-03-05")]),
    "earlier is not now": (
        LEAD + " Earlier, Ada Lowe sent a congratulatory message to Paul Ott.",
        [("meeting", "CHL KEN", "minister", "2023-03-05")]),
    "earlier today is": (
        LEAD + " Earlier today, Ada Lowe met with Peruvian Foreign Minister Jan Marsh.",
        [("meeting", "CHL KEN", "minister", "2023-03-05"), ("meeting", "CHL PER", "minister", "2023-03-05")]),
    "the president of an organisation": (
        "President Ada Lowe of Chile met today with President Paul Ott of the European Commission.",
        [("meeting", "CHL EU", "head_of_government", "2023-03-05")]),
    "whose adviser somebody is": (
        "President Ada Lowe of Chile met with the Kenyan President's National Security Adviser Paul Ott today.",
        [("meeting", "CHL KEN", "minister", "2023-03-05")]),
    "to speak about is to take up what is told": (
        LEAD + " Lowe and Ott spoke about President Marsh's plan.",
        [("meeting", "CHL KEN", "minister", "2023-03-05")]),
    "to speak in favour of is no call": (
        LEAD + " Chile and Peru spoke in favour of free trade.",
        [("meeting", "CHL KEN", "minister", "2023-03-05")]),
}  # fmt: skip


@pytest.mark.parametrize("what", TOLD)
def test_a_turn_of_phrase_of_a_meeting_is_read(what: str) -> None:
    """Whoever uses it."""
    text, expected = TOLD[what]
    found = default_analyzer().analyze(Document(id="d", text=text, date="2023-03-05")).meetings
    news = [(m.kind.value, " ".join(m.parties), m.level, m.date) for m in found if m.status is MeetingStatus.REPORTED]
    assert news == expected


TITLES = {
    # title: text, parties of each meeting that is news
    "Readout of President Lowe's Meeting with Activist Jan Marsh on Ghana": (
        "President Ada Lowe met with Jan Marsh today. She reaffirmed Chile's support for democracy.", ["CHL"]),
    "Statement on Minister Lowe's Meeting with Kenyan Minister Paul Ott": (
        "Chilean Minister Ada Lowe will meet with the guest on May 3. The meeting follows their talks in Lima.", []),
    "Talks with President of Kenya Paul Ott": ("Chilean-Kenyan talks were held in Lima. The two presidents discussed trade.", ["CHL KEN"]),
}  # fmt: skip


@pytest.mark.parametrize("title", TITLES)
def test_a_title_adds_no_more_than_it_tells(title: str) -> None:
    """Neither its topic as a party, nor what is still to come."""
    text, expected = TITLES[title]
    found = default_analyzer().analyze(Document(id="d", text=text, title=title, date="2023-03-05")).meetings
    assert [" ".join(m.parties) for m in found if m.status is MeetingStatus.REPORTED] == expected
