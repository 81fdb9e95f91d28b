"""Where people are named, under which title, and which namings are one person's: names of many cultures."""

from __future__ import annotations

import pytest

from diplocorpus import Document
from diplocorpus.analyzer import default_analyzer, needed_for
from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.people.findings import Naming, Person
from diplocorpus.patterns.loading import own_packs
from diplocorpus.text.annotate import Annotator

ANNOTATOR = Annotator(own_packs())


def namings(text: str, date: str | None = None) -> list[tuple[str, Person]]:
    """Return the words of each naming and the person named, in text order."""
    document = ANNOTATOR(Document(id="d", text=text, date=date))
    findings = Findings()
    for spec in needed_for(Naming, default_analyzer().extractors):
        findings.add(spec.produces, spec.extract(document, findings))
    return [(document.text(n.first, n.last), n.person) for n in findings.of(Naming)]


def people(text: str, date: str | None = None) -> list[Person]:
    """Return the people of a text in order of first naming."""
    return list(dict.fromkeys(person for _, person in namings(text, date)))


NAMES = [
    # surname first
    ("Chinese Premier Lin Tao", "Lin Tao", "Chinese"),
    ("South Korean President Choi Min-ho", "Choi Min-ho", "Korean, hyphened in lower case"),
    ("ROK Foreign Minister Han Jae Seok", "Han Jae Seok", "Korean in three words"),
    ("Japanese Prime Minister Tanaka Ichiro", "Tanaka Ichiro", "Japanese in its own order"),
    ("Vietnamese General Secretary Nguyễn Văn Thọ", "Nguyễn Văn Thọ", "Vietnamese with its marks"),
    ("Hungarian Foreign Minister Szabó Péter", "Szabó Péter", "Hungarian in its own order"),
    ("Cambodian Deputy Prime Minister Sok Chanda Sophea", "Sok Chanda Sophea", "Khmer"),
    # Arabic
    ("Egyptian President Hassan Fattah el-Masri", "Hassan Fattah el-Masri", "an article in lower case"),
    ("Libyan Foreign Minister Najla al-Mansuri", "Najla al-Mansuri", "another"),
    ("Iraqi Prime Minister Mohammed Shia Al-Karkhi", "Mohammed Shia Al-Karkhi", "with a capital"),
    ("Emirati Foreign Minister Sheikh Hamad bin Rashid Al Marri", "Hamad bin Rashid Al Marri", "a style and a father"),
    ("Saudi Foreign Minister Prince Faisal bin Turki Al Rashid", "Faisal bin Turki Al Rashid", "another style"),
    ("Mauritanian President Mohamed Ould Cheikh El Ghali", "Mohamed Ould Cheikh El Ghali", "Mauritanian"),
    ("Pakistani Prime Minister Anwar ul Haq Durrani", "Anwar ul Haq Durrani", "Urdu"),
    # Romance and Germanic
    ("Spanish Foreign Minister José Manuel Ortega Ruiz", "José Manuel Ortega Ruiz", "two surnames"),
    ("Mexican Secretary of Foreign Affairs Alicia Peña de León", "Alicia Peña de León", "a particle"),
    ("Brazilian President Luís Inácio da Costa", "Luís Inácio da Costa", "Portuguese"),
    ("Dutch Prime Minister Jan-Willem van der Berg", "Jan-Willem van der Berg", "two particles and a hyphen"),
    ("European Commission President Ursula von der Marsch", "Ursula von der Marsch", "behind a body's office"),
    ("French Foreign Minister Jean-Noël de Vaux", "Jean-Noël de Vaux", "French"),
    ("Italian Foreign Minister Luigi D'Alessio", "Luigi D'Alessio", "an apostrophe"),
    ("Irish Prime Minister Micheál O'Brien", "Micheál O'Brien", "another"),
    # Turkic and Slavic
    ("Turkish Foreign Minister Hakan Çelikoğlu", "Hakan Çelikoğlu", "Turkish letters"),
    ("Azerbaijani Foreign Minister Ceyhun Əliyev oğlu Məmmədov", "Ceyhun Əliyev oğlu Məmmədov", "a father's name"),
    ("Kazakh President Qasym-Jomart Lowe", "Qasym-Jomart Lowe", "a double given name"),
    ("Uzbek Foreign Minister G'ani Ott", "G'ani Ott", "Uzbek"),
    ("Ukrainian Foreign Minister Dmytro Zelens'kyy", "Dmytro Zelens'kyy", "a soft sign"),
    # South and South-East Asian, African
    ("Indian External Affairs Minister Dr. S. Raghunathan", "S. Raghunathan", "an initial"),
    ("Nepali Prime Minister K.P. Sharma Koirala", "K.P. Sharma Koirala", "initials together"),
    ("Sri Lankan President J. D. Perera", "J. D. Perera", "initials apart"),
    ("Indonesian President Suharyo", "Suharyo", "a single name"),
    ("Myanmar Foreign Minister U Kyaw Htin", "U Kyaw Htin", "Burmese"),
    ("Ethiopian Prime Minister Abiy Tesfaye", "Abiy Tesfaye", "a given name and the father's"),
    ("Ghanaian President Nana Kwame Addo", "Nana Kwame Addo", "Akan"),
    ("Malaysian Prime Minister Dato' Seri Azlan bin Yusof", "Azlan bin Yusof", "two Malay titles"),
    ("Malaysian Foreign Minister Tan Sri Azlan bin Yusof", "Azlan bin Yusof", "a Malay title that is a surname elsewhere"),
    # English
    ("US President Joseph R. Lowe, Jr.", "Joseph R. Lowe, Jr.", "a suffix behind a comma"),
    ("US Vice President JD Lowe", "JD Lowe", "initials without full stops, only behind a title: a limit"),
    ("British Prime Minister Theresa May", "Theresa May", "a month"),
    ("Czech Foreign Minister Jan Ott", "Jan Ott", "a month's short form"),
    ("Jordanian King Rudolf II", "Rudolf II", "a number"),
    ("Chinese Premier LOWE Tao", "LOWE Tao", "a surname in capitals in front"),
    ("Kenyan Premier Paul OTT", "Paul OTT", "a surname in capitals behind"),
    ("Kenyan Premier Paul von OTTEN", "Paul von OTTEN", "with a particle"),
    ("French Foreign Minister Jean-Yves LE GRAND", "Jean-Yves LE GRAND", "in two words"),
    ("His Excellency Kenyan Premier Mr. Paul OTT", "Paul OTT", "between honorifics"),
    ("British Premier Paul Ott OBE", "Paul Ott", "what stands behind a name is an order"),
    ("US President Joseph R. Lowe Jr.", "Joseph R. Lowe Jr.", "a suffix"),
    ("Israeli Foreign Minister Israel Ott", "Israel Ott", "a state's name"),
]  # fmt: skip


@pytest.mark.parametrize(("titled", "name", "culture"), NAMES)
def test_a_name_is_read_whole_behind_its_title(titled: str, name: str, culture: str) -> None:
    """And given as it stands, without honorifics."""
    [person] = people(f"The talks were opened by {titled} on Monday.")
    assert person.name == name, culture


@pytest.mark.parametrize(("titled", "name", "culture"), [row for row in NAMES if "limit" not in row[2]])
def test_a_name_is_read_whole_in_front_of_its_title(titled: str, name: str, culture: str) -> None:
    """Backwards from the comma."""
    if len(name.split()) > 1:
        found = people(f"The talks were opened by {name}, Minister of Trade of Kenya, on Monday.")
        assert [(p.name, p.role, p.party) for p in found] == [(name, "Minister of Trade", "KEN")], culture


SHORT = [
    ("Chinese Premier Lin Tao met reporters. {}", ["Lin", "Mr. Lin", "Premier Lin", "Lin Tao"], "the surname comes first"),
    ("Kenyan Premier Paul Ott met reporters. {}", ["Ott", "Mr Ott", "Premier Ott"], "the surname comes last"),
    ("South Korean President Choi Min-ho met reporters. {}", ["Choi", "President Choi"], "before a hyphen"),
    ("Vietnamese Premier Tran Minh Duc met reporters. {}", ["Duc", "Premier Tran Minh Duc"], "the given name"),
    ("Spanish Premier Pedro Ortega Ruiz met reporters. {}", ["Ortega", "Ortega Ruiz", "Mr. Ortega"], "both surnames or the first"),
    ("Ethiopian Premier Abiy Tesfaye met reporters. {}", ["Abiy", "Dr. Abiy"], "the given name"),
    ("Saudi Premier Hamad bin Rashid met reporters. {}", ["Hamad", "bin Rashid", "Premier Hamad"], "never the father's name alone"),
    ("Egyptian Premier Hassan Fattah el-Masri met reporters. {}", ["el-Masri", "El-Masri", "al-Masri"], "the article in any spelling"),
    ("Turkish Premier Hakan Çelikoğlu met reporters. {}", ["Çelikoğlu", "Celikoglu"], "without accents"),
    ("Uzbek President Shavkat Mirziyoyev met reporters. {}", ["Mirziyoev", "President Mirziyaev"], "another transliteration"),
    ("Kazakh President Kassym-Jomart Tokayev met reporters. {}", ["Tokaev", "Kasym-Zhomart Tokayev"], "another, of the given name too"),
    ("Belarusian President Alexander Lukashenko met reporters. {}", ["Lukashenka", "Aleksandr Lukashenko"], "the Belarusian form"),
    ("Tajik President Emomali Rahmon met reporters. {}", ["Rakhmon", "Mr Rakhmon"], "an aspirate"),
    ("Ukrainian President Volodymyr Zelenskyy met reporters. {}", ["Zelensky", "Zelenskiy", "Zelens'kyy"], "four endings"),
    ("Kenyan Premier Paul OTT met reporters. {}", ["Ott", "OTT", "Mr. OTT", "Paul Ott"], "in capitals and not"),
    ("Kenyan Premier LI Tao met reporters. {}", ["Mr. LI", "LI Tao"], "two letters behind an honorific"),
    ("Polish Premier Jan Kowal met reporters. {}", ["Koval", "Mr Kowal"], "one consonant in two letters"),
    ("Kazakh Premier Kassym-Jomart Lowe met reporters. {}", ["Qasym-Zhomart Lowe"], "three in a given name"),
    ("Turkish Premier Yusuf Ott met reporters. {}", ["Youssef Ott", "Yousef Ott"], "a given name in other vowels"),
    ("Egyptian Premier Abdel Fattah Ott met reporters. {}", ["Abdelfattah Ott"], "in one word"),
    ("US President Joseph R. Lowe, Jr. met reporters. {}", ["Lowe", "President Lowe", "Joseph Lowe"], "without suffix and initial"),
]  # fmt: skip


@pytest.mark.parametrize(("opening", "name", "reason"), [(text, name, reason) for text, names, reason in SHORT for name in names])
def test_a_short_or_other_form_of_a_name_is_the_same_person(opening: str, name: str, reason: str) -> None:
    """Under the name that was given in full."""
    found = namings(opening.format(f"{name} said that trade had grown."))
    assert len(found) == 2, reason
    assert found[0][1] is found[1][1], reason


@pytest.mark.parametrize(
    ("text", "who", "reason"),
    [
        ("Chinese President Li Tao met Premier Li Bo. Premier Li said so.", "Li Bo", "the office tells two of a surname apart"),
        ("Chinese President Li Tao met Premier Li Bo. President Li said so.", "Li Tao", "the other one"),
        ("Chinese President Li Tao met Premier Li Bo. Li said so.", "Li Bo", "the one named last"),
        ("Chinese Premier Li Bo met President Li Tao. Li said so.", "Li Tao", "whichever that is"),
        ("Saudi Crown Prince Hamad bin Rudolf came. King Rudolf said so.", "Rudolf", "a father is somebody else"),
        ("Kenyan President Ada Lowe came with Mr. Jan Lowe. Mr. Jan Lowe said so.", "Jan Lowe", "the full name decides"),
        ("Mr. Paul Ott met Ms. Ada Ott. Mr. Ott said so.", "Paul Ott", "Mr. and Ms. tell them apart"),
        ("Kenyan President Paul Ott met Mrs. Ada Ott. Mrs. Ott said so.", "Ada Ott", "where one has a title too"),
        ("Kenyan Premier Hassan Ott met Hussein Ott of Chile. Hussein Ott said so.", "Hussein Ott", "no spellings of one name"),
    ],
)
def test_namesakes_are_told_apart(text: str, who: str, reason: str) -> None:
    """By office, else by who was named last."""
    assert namings(text)[-1][1].name == who, reason


def test_a_wife_is_not_her_husband_in_another_spelling() -> None:
    """The feminine ending of a surname counts."""
    assert [p.name for p in people("Russian President Pavel Ottov met reporters. Mrs. Anna Ottova said so.")] == [
        "Pavel Ottov",
        "Anna Ottova",
    ]


TITLES = [
    # where the state stands
    ("Kenyan Foreign Minister Ada Lowe", "Foreign Minister", "KEN", "minister", None),
    ("Kenya's Foreign Minister Ada Lowe", "Foreign Minister", "KEN", "minister", None),
    ("Foreign Minister Ada Lowe of Kenya", "Foreign Minister", "KEN", "minister", None),
    ("Foreign Minister of Kenya Ada Lowe", "Foreign Minister", "KEN", "minister", None),
    ("Minister of Foreign Affairs of the Republic of Kenya Ada Lowe", "Minister of Foreign Affairs", "KEN", "minister", None),
    ("Ada Lowe, Foreign Minister of Kenya,", "Foreign Minister", "KEN", "minister", None),
    ("Ada Lowe, the Minister of Trade of Kenya", "Minister of Trade", "KEN", "minister", None),  # with the comma left out behind
    ("Kenyan Minister of Trade, Amb. Ada Lowe,", "Minister of Trade", "KEN", "minister", None),  # a rank between
    ("Kenya's Energy and Natural Resources Minister Ada Lowe", "Energy and Natural Resources Minister", "KEN", "minister", None),
    ("Ada Lowe, the Kenyan foreign minister,", "foreign minister", "KEN", "minister", None),
    ("the Foreign Minister of Kenya, Ada Lowe,", "Foreign Minister", "KEN", "minister", None),
    ("Republic of Korea (ROK) First Vice Foreign Minister Ada Lowe", "Vice Foreign Minister", "KOR", "vice_minister", None),
    ("European Commission President Ada Lowe", "European Commission President", "EU", "head_of_government", None),
    ("EU High Representative/Vice-President (HR/VP) Ada Lowe", "High Representative/Vice-President (HR/VP)", "EU", "minister", None),
    ("Chief Adviser Ada Lowe, head of the Interim Government of Kenya,", "head of the Interim Government", "KEN", "head_of_government", None),
    ("the Speaker of the Kenyan Parliament Ada Lowe", "Speaker of the Kenyan Parliament", "KEN", "minister", None),
    ("Speaker of the Senate of the Parliament of Kazakhstan Ada Lowe", "Speaker of the Senate of the Parliament of Kazakhstan", "KAZ", "minister", None),
    ("President His Highness Sheikh Ada Lowe of Kenya", "President", "KEN", "head_of_state", None),
    ("Ada Lowe MP, Foreign Minister of Kenya,", "Foreign Minister", "KEN", "minister", None),
    ("Cabinet Secretary for Foreign Affairs Ada Lowe of Kenya", "Cabinet Secretary for Foreign Affairs", "KEN", "minister", None),
    ("Minister Ada Lowe (Kenya)", "Minister", "KEN", "minister", None),
    ("Ada Lowe (Unity), Minister of Trade of Kenya,", "Minister of Trade", "KEN", "minister", None),
    ("His Highness Sheikh Hamad Ott, Amir of Qatar,", "Amir", "QAT", "head_of_state", None),
    # ranks
    ("UN Secretary-General Ada Lowe", "UN Secretary-General", "UN", "head_of_government", None),
    ("Secretary-General Ada Lowe of the United Nations", "Secretary-General", "UN", "head_of_government", None),
    ("SCO Secretary-General Ada Lowe", "Secretary-General", "SCO", "minister", None),
    ("Kenyan Energy Minister Ada Lowe", "Energy Minister", "KEN", "minister", None),
    ("Kenyan Diplomatic Adviser Ada Lowe", "Diplomatic Adviser", "KEN", "official", None),
    ("Kenyan Deputy Prime Minister and Foreign Minister Ada Lowe", "Deputy Prime Minister and Foreign Minister", "KEN", "minister", None),
    ("Qatari National Security Adviser Ambassador Ada Lowe", "National Security Adviser", "QAT", "minister", None),
    ("Amir Sheikh Jan Ott of Qatar", "Amir Sheikh", "QAT", "head_of_state", None),
    ("Sheikh Jan Ott, Emir of Kuwait,", "Emir", "KWT", "head_of_state", None),
    # stacks of one person
    ("Ada Lowe, member of the Political Bureau of the CPC Central Committee,", "member of the Political Bureau of the CPC Central Committee", "CHN", "minister", None),
    ("Chinese President Ada Lowe, also general secretary of the CPC Central Committee,", "President", "CHN", "head_of_state", None),
    ("Kyrgyz Chairman of the Cabinet of Ministers – Head of the Presidential Administration Ada Lowe", "Chairman of the Cabinet of Ministers – Head of the Presidential Administration", "KGZ", "head_of_government", None),
    ("Kenyan Foreign Minister and Prime Minister Ada Lowe", "Foreign Minister and Prime Minister", "KEN", "head_of_government", None),
    # tenure
    ("Acting Kenyan President Ada Lowe", "President", "KEN", "head_of_state", "acting"),
    ("Interim President Ada Lowe of Kenya", "President", "KEN", "head_of_state", "acting"),
    ("former Kenyan President Ada Lowe", "President", "KEN", "head_of_state", "former"),
    ("then-Kenyan President Ada Lowe", "President", "KEN", "head_of_state", "former"),
    ("Kenyan President-elect Ada Lowe", "President-elect", "KEN", "head_of_state", "elect"),
    ("Prime Minister-designate Ada Lowe of Kenya", "Prime Minister-designate", "KEN", "head_of_government", "elect"),
    ("outgoing Kenyan President Ada Lowe", "President", "KEN", "head_of_state", "outgoing"),
    ("visiting Kenyan Foreign Minister Ada Lowe", "Foreign Minister", "KEN", "minister", "visiting"),
]  # fmt: skip


@pytest.mark.parametrize(("titled", "role", "party", "level", "tenure"), TITLES)
def test_a_title_gives_office_state_rank_and_tenure(titled: str, role: str, party: str, level: str, tenure: str | None) -> None:
    """Wherever it stands."""
    [person] = people(f"The talks were opened by {titled} on Monday.")
    assert (person.role, person.party, person.level, person.tenure) == (role, party, level, tenure)


def test_an_office_is_given_in_the_most_words_of_a_text() -> None:
    """Wherever they stand."""
    text = "Ada Lowe, Minister for Foreign Affairs of Kenya, met Premier Lin Tao. Minister Lowe said so."
    assert [p.role for p in people(text)] == ["Minister for Foreign Affairs", "Premier"]


def test_who_opens_a_sentence_bears_the_office_behind_the_comma() -> None:
    """Also where no second comma follows; behind another phrase it is the office that acts."""
    [person] = people("Ada Lowe, the Minister of Trade of Kenya made a phone call.")
    assert (person.name, person.role, person.party) == ("Ada Lowe", "Minister of Trade", "KEN")
    assert [
        p.role for p in people("After talks with Ada Lowe, the Minister of Trade of Kenya made a phone call.") if p.name == "Ada Lowe"
    ] == [None]


def test_who_is_never_named_goes_by_the_office() -> None:
    """Where it opens a sentence and no one named can be meant; a secretary-general is no minister."""
    assert {p.name for p in people("The Prime Minister spoke with Kenyan Minister Paul Ott.")} == {"Prime Minister", "Paul Ott"}
    assert {p.name for p in people("The Secretary-General met with Kenyan Minister Paul Ott.")} == {"Secretary-General", "Paul Ott"}


PEERS = [
    ("Chinese Premier Lin Tao met with his Kenyan counterpart Paul Ott.", "Premier", "KEN", "head_of_government"),
    ("Chinese Premier Lin Tao met with his visiting Kenyan counterpart, Paul Ott.", "Premier", "KEN", "head_of_government"),
    ("Chinese Foreign Minister Lin Tao met with his counterpart Paul Ott of Kenya.", "Foreign Minister", "KEN", "minister"),
    ("Chinese Foreign Minister Lin Tao met with her counterpart from Kenya Paul Ott.", "Foreign Minister", "KEN", "minister"),
    ("Chinese President Lin Tao met with Kenyan counterpart Paul Ott.", "President", "KEN", "head_of_state"),
    ("Chinese President Lin Tao spoke with his counterpart in Kenya, Paul Ott.", "President", "KEN", "head_of_state"),
    ("Chinese President Lin Tao came. At a talk with Paul Ott, his Kenyan counterpart, Lin spoke.", "President", "KEN", "head_of_state"),
    ("Vladimir Putin met with his Kenyan colleague Paul Ott.", None, "KEN", None),  # the text gives no office to inherit
]


@pytest.mark.parametrize(("text", "role", "party", "level"), PEERS)
def test_a_counterpart_has_the_office_of_the_one_before(text: str, role: str | None, party: str, level: str | None) -> None:
    """And a state of its own."""
    person = people(text)[1]
    assert (person.name, person.role, person.party, person.level) == ("Paul Ott", role, party, level)


LISTS = [
    ("Foreign Ministers Ada Lowe of Kenya and Paul Ott of Chile met.", [("Ada Lowe", "KEN"), ("Paul Ott", "CHL")]),
    ("Kenyan Ministers Ada Lowe, Paul Ott and Jan Marsh came.", [("Ada Lowe", "KEN"), ("Paul Ott", "KEN"), ("Jan Marsh", "KEN")]),
    ("The presidents of Kenya and Chile, Ada Lowe and Paul Ott, met.", [("Ada Lowe", "KEN"), ("Paul Ott", "CHL")]),
    ("The foreign ministers of Kenya, Chile and Peru – Ada Lowe, Paul Ott and Jan Marsh – met.", [("Ada Lowe", "KEN"), ("Paul Ott", "CHL"), ("Jan Marsh", "PER")]),
    ("Chinese Premier Lin Tao met with King Ada Lowe and Premier Paul Ott of Kenya.", [("Lin Tao", "CHN"), ("Ada Lowe", "KEN"), ("Paul Ott", "KEN")]),
    ("Chinese Premier Lin Tao met with counterparts Ada Lowe of Kenya and Paul Ott of Chile.", [("Lin Tao", "CHN"), ("Ada Lowe", "KEN"), ("Paul Ott", "CHL")]),
    ("Chinese Premier Lin Tao met his Kenyan and Chilean counterparts Ada Lowe and Paul Ott.", [("Lin Tao", "CHN"), ("Ada Lowe", "KEN"), ("Paul Ott", "CHL")]),
    ("Foreign Ministers Ada Lowe (Kenya) and Paul Ott (Chile) met.", [("Ada Lowe", "KEN"), ("Paul Ott", "CHL")]),
    ("In Kenya, Chinese Premier Lin Tao met with President Ada Lowe.", [("Lin Tao", "CHN"), ("Ada Lowe", "KEN")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_several_share_an_office_or_a_state(text: str, expected: list[tuple[str, str]]) -> None:
    """Each with the state that is meant."""
    assert [(p.name, p.party) for p in people(text)] == expected


NOT_APPOSED = [
    "After talks with the Kenyan President, Lin Tao said that trade had grown.",
    "At the request of the President of Kenya, Lin Tao also spoke of trade.",
]


@pytest.mark.parametrize("text", NOT_APPOSED)
def test_a_subject_behind_a_comma_does_not_hold_the_office_before_it(text: str) -> None:
    """A comma closes what stands in front of the sentence as well."""
    assert all(person.party is None for person in people(text))


@pytest.mark.parametrize(
    "text", ["President II II met Premier Ott.", "President JD IV spoke.", "Kenyan envoy Jr. to Mr. Ott. Jr. spoke.", "Jr., Jr. Ott"]
)
def test_numerals_and_suffixes_alone_are_no_names(text: str) -> None:
    """They stand behind one."""
    assert {person.name for person in people(text)} <= {"Ott"}


def test_a_name_that_a_page_gives_twice_is_read_once() -> None:
    """Captions run into the text."""
    [person] = people("Talks with Prime Minister of Hungary Viktor Lowe Lowe Viktor on Monday.")
    assert person.name == "Viktor Lowe"


@pytest.mark.parametrize(
    "text",
    [
        "Readout of President Joseph Lowe Jr. Call with Kenyan Premier Paul Ott",
        "Remarks by President Joseph Lowe At the World Bank with Kenyan Premier Paul Ott",
    ],
)
def test_a_headline_does_not_run_into_a_name(text: str) -> None:
    """Its other words have capitals too."""
    assert [person.name.removesuffix(" Jr.") for person in people(text)] == ["Joseph Lowe", "Paul Ott"]


@pytest.mark.parametrize("word", ["Today", "Also", "Later", "First", "However", "Separately", "Welcoming", "Asked", "After", "There"])
def test_what_opens_a_sentence_is_no_part_of_a_name(word: str) -> None:
    """It has a capital for another reason."""
    assert [person.name for person in people(f"Kenyan President Paul Ott flew in. {word} Paul Ott met Premier Ada Lowe.")] == [
        "Paul Ott",
        "Ada Lowe",
    ]


def test_an_abbreviation_is_no_surname() -> None:
    """Orders, agencies and labels have capitals too."""
    text = "Premier Paul Ott OBE met NSA Lowe. Ada Lowe, MBE, said so. OTT: Good morning. Kenyan Premier Jan Marsh TASS correspondent."
    assert [p.name for p in people(text)] == ["Paul Ott", "Ada Lowe", "Jan Marsh"]


def test_nothing_else_is_a_person() -> None:
    """Places, bodies and events have capitals too."""
    text = "The Strelsau Declaration was adopted. In May, Kenya opened the Ruritanian Trade Forum with the World Bank."
    assert people(text) == []
    assert namings("") == []


def test_the_default_extractors_yield_the_namings() -> None:
    """Names first, then people."""
    names = [spec.name for spec in default_analyzer().extractors]
    assert names.index("names") < names.index("people") < names.index("mentions")
    assert any(spec.produces is Naming for spec in default_analyzer().extractors)
