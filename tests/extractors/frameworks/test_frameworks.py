"""Frameworks: what is named, what only acts, what is done with it, by whom, and what stands for it later."""

from __future__ import annotations

import pytest

from diplocorpus import Analyzer, Document, FrameworkReference, analyze
from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.frameworks.findings import FrameworkName
from diplocorpus.extractors.frameworks.names import extract_framework_names
from diplocorpus.models.frameworks import FrameworkKind
from diplocorpus.patterns.loading import own_packs, parse_pack
from diplocorpus.text.annotate import Annotator

HEAD = "Chinese President Lin Tao held talks with Kenyan President Paul Ott in Nairobi on Monday.\n\n"


def named(text: str) -> list[FrameworkReference]:
    """Return the references of a text."""
    return list(analyze(text).frameworks)


def ids(text: str) -> list[str]:
    """Return the frameworks of a text, broader ones behind a slash."""
    return ["/".join((reference.framework, *reference.broader)) for reference in named(text)]


NAMES = [
    # sentence, frameworks: why
    ("Ruritania joined the Belt and Road Initiative.", ["BRI"]),  # the plain name
    ("Ruritania joined the “Belt and Road” initiative.", ["BRI"]),  # curly quotes around the name
    ("Ruritania joined the Belt-and-Road Initiative.", ["BRI"]),  # hyphens
    ("Ruritania joined the Belt & Road Initiative.", ["BRI"]),  # ampersand
    ("Ruritania joined the **Belt and Road** Initiative.", ["BRI"]),  # Markdown around it
    ("Ruritania joined the Belt and **Road** Initiative.", ["BRI"]),  # Markdown within
    ("Both will advance the joint construction of the Belt and Road.", ["BRI"]),  # no "Initiative"
    ("They spoke of One Belt, One Road.", ["BRI"]),  # as it was called at first
    ("They spoke of the One Belt – One Road project.", ["BRI"]),  # with a dash
    ("They spoke of high-quality Belt and Road cooperation.", ["BRI_HIGH_QUALITY/BRI"]),
    ("He attended the third Belt and Road Forum for International Cooperation.", ["BELT_AND_ROAD_FORUM/BRI"]),  # the longest wins, its parent counts
    ("They linked the Silk Road Economic Belt with their plans.", ["SILK_ROAD_ECONOMIC_BELT/BRI"]),
    ("They work within the Shanghai Cooperation Organization.", ["SCO"]),
    ("They work within the Shanghai Co-operation Organisation.", ["SCO"]),  # British
    ("The SCO Council of Heads of State met in Strelsau.", ["SCO_CHS/SCO"]),
    ("He spoke at the Council of Foreign Ministers of the Shanghai Cooperation Organisation.", ["SCO_CFM/SCO"]),
    ("Ruritania is an SCO dialogue partner.", ["SCO_MEMBERSHIP/SCO"]),
    ("Both uphold the Shanghai Spirit.", ["SHANGHAI_SPIRIT/SCO"]),
    ("Zubrowka supports the Global Civilisation Initiative.", ["GCI"]),  # -is-
    ("Zubrowka supports the Global Civilization Initiative.", ["GCI"]),  # -iz-
    ("Zubrowka backs the four global initiatives.", ["GLOBAL_INITIATIVES"]),
    ("They praised the China–Central Asia mechanism.", ["CHINA_CENTRAL_ASIA"]),  # en dash
    ("They praised the Central Asia – China format.", ["CHINA_CENTRAL_ASIA"]),  # the partner's order, spaced
    ("They praised the China Central Asia mechanism.", ["CHINA_CENTRAL_ASIA"]),  # space alone
    ("The gas line China-Central Asia gas pipeline is old.", []),  # a pipeline is no mechanism
    ("They spoke of a China-Kazakhstan community with a shared future.", ["SHARED_FUTURE_BILATERAL/SHARED_FUTURE"]),
    ("They will help implement the UN 2030 Agenda for Sustainable Development.", ["AGENDA_2030"]),
    ("They abide by the Charter of the United Nations.", ["UN_CHARTER/UN"]),
    ("They fight the “three evil forces” of terrorism, separatism and extremism.", ["THREE_EVILS"]),  # spelled out, one naming
    ("They fight separatism, terrorism and extremism.", ["THREE_EVILS"]),  # any order
    ("Their comprehensive strategic partnership grows.", ["PARTNERSHIP"]),
    ("The Regional Comprehensive Economic Partnership is in force.", ["RCEP"]),  # no partnership title
    ("They have a trading partner in Freedonia.", []),
    ("Hong Kong is under one country, two systems.", []),  # shares "one ..." with one-China
    ("He drove the one China-made car.", []),
    ("The core interest rate fell.", []),
    ("Wireless interference in the hall disturbed the talks.", []),
    ("The U.S. New Silk Road initiative was launched.", []),  # another state's plan of that name
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), NAMES)
def test_a_framework_is_known_by_any_of_its_wordings(sentence: str, wanted: list[str]) -> None:
    """Spelling, quotation marks, dashes and Markdown change nothing; the longest name wins and counts for its parents."""
    assert ids(sentence) == wanted


def test_every_example_of_a_pack_names_its_framework() -> None:
    """Abbreviations find in their examples what they need, and no example is an office or another body."""
    annotate = Annotator(own_packs())
    missed = []
    for pattern in own_packs().patterns("framework"):
        for sentence in pattern.examples:
            names = extract_framework_names(annotate(Document(id="example", text=sentence)), Findings())
            if pattern.label not in {name.label.id for name in names}:
                missed.append((pattern.id, sentence))
    assert missed == []


ABBREVIATIONS = [
    # text, frameworks: why
    ("They joined the Shanghai Cooperation Organization (SCO). They work within the SCO.", ["SCO", "SCO"]),  # the bracket is no naming of its own
    ("They met. The SCO rises.", []),  # nothing tells which SCO
    ("They went to the SCO summit in Strelsau.", ["SCO_CHS/SCO"]),
    ("The Strategic Communications Office (SCO) of Ruritania wrote. China asked the SCO to reply.", []),  # the document says otherwise
    ("Zubrowka joined the Shanghai Cooperation Organization (SHOS). They work within the SHOS.", ["SCO", "SCO"]),  # an abbreviation of its own
    ("GDI is gross domestic income.", []),
    ("China praised the GDI.", ["GDI"]),  # a cue
    ("They signed the COC form.", []),
    ("Consultations on the COC with ASEAN go on.", ["SOUTH_CHINA_SEA_CODE"]),
    ("The World Tourism Organization (WTO) met. The WTO is in Madrid.", []),
    ("They met in the Association of Southeast Nations (ASEAN).", ["ASEAN"]),  # a word is missing
    ("An eco fair and a sco bar.", []),  # small letters
    ("The Green Ports Initiative (GPI) was launched. Ruritania joined the GPI.", ["OTHER_NAMED", "OTHER_NAMED"]),  # an unknown one
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), ABBREVIATIONS)
def test_an_abbreviation_stands_for_what_the_document_says(text: str, wanted: list[str]) -> None:
    """Its full name decides, then a cue; a bracket behind the full name is the same naming."""
    assert ids(text) == wanted


ACTORS = [
    # sentence, frameworks: why
    ("They will cooperate within the EU.", ["EU"]),
    ("The EU condemned the attack.", []),  # it acts
    ("They discussed relations with the EU.", []),  # a partner
    ("They discussed linking the Belt and Road with the Eurasian Economic Union.", ["BRI", "EAEU"]),  # what a plan is aligned with
    ("Trade links with the EU grew.", []),
    ("They discussed relations between Ruritania and the European Union.", []),
    ("They discussed Kenya-EU relations.", []),  # one side of a pair
    ("The China-ASEAN summit opened.", []),
    ("They reaffirmed ASEAN centrality.", ["ASEAN"]),
    ("They work with and through NATO.", ["NATO"]),  # the nearest preposition decides
    ("They consulted through the G7, the EU and NATO.", ["G7", "EU", "NATO"]),  # for the whole list
    ("NATO allies met.", []),  # those who belong to it
    ("The leaders of the G7 met.", ["G7"]),
    ("G7 foreign ministers underscored their unity.", []),
    ("The G7 foreign ministers' meeting ended.", ["G7"]),  # a meeting of it
    ("All BRICS countries agreed.", []),
    ("The Quad partners agreed.", []),
    ("BRICS cooperation grows.", ["BRICS"]),
    ("Kenya's EU accession was discussed.", ["EU"]),
    ("Kenya seeks membership in NATO.", ["NATO"]),
    ("They discussed NATO's eastern flank.", ["NATO"]),
    ("They read the EU Global Strategy.", ["EU"]),  # its document
    ("They spoke of EU sanctions.", []),  # its act
    ("The SCO leaders met.", ["SCO"]),  # the SCO is named through its members
    ("The SCO agreed to trade.", []),
    ("The UN Secretary-General spoke.", []),  # an office
    ("The Secretary-General of the Shanghai Cooperation Organization came.", []),
    ("He is ambassador to the UN.", []),
    ("The UN Office on Drugs and Crime wrote.", []),  # an agency
    ("They coordinate closely at the UN.", ["UN"]),
    ("The central role of the UN must be upheld.", ["UN"]),
    ("They welcomed UN-led efforts.", ["UN"]),
    ("They spoke of an international order with the WTO at its core.", ["WTO"]),  # no partner
    ("The G7 unequivocally condemned it.", []),  # an adverb before the verb
    ("Sanctions that cost what the EU will pay.", []),
    ("The Security Council adopted Kenya's text at the UN.", ["UN"]),
    ("Secretary of the Security Council Ott came.", []),  # a state's own council
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), ACTORS)
def test_a_body_is_a_framework_where_it_is_worked_in_and_not_where_it_acts(sentence: str, wanted: list[str]) -> None:
    """The words around its name decide, not whether it takes part in the meeting."""
    assert ids(sentence) == wanted


RELATIONS = [
    # sentence, relation, holders: why
    ("Kenya is ready to take an active part in Belt and Road cooperation, Ott said.", "participate", ("KEN",)),
    ("Kenya supports the Belt and Road Initiative, Ott said.", "endorse", ("KEN",)),
    ("Ott reaffirmed Kenya's firm support for the Belt and Road Initiative.", "endorse", ("KEN",)),  # an owner
    ("Kenya speaks highly of the Belt and Road Initiative.", "endorse", ("KEN",)),
    ("Kenya and China should promote the implementation of the Belt and Road Initiative.", "implement", ("CHN", "KEN")),
    ("The two sides will jointly build the Belt and Road.", "build", ("CHN", "KEN")),
    ("Kenya will participate in the joint building of the Belt and Road.", "participate", ("KEN",)),  # not "build"
    ("Kenya trades within the framework of the Belt and Road Initiative.", "within", ("KEN",)),
    ("Kenya will step up collaboration with China within the Shanghai Cooperation Organization.", "coordinate", ("KEN",)),
    ("Kenya will turn the port into a flagship Belt and Road project.", "flagship", ("KEN",)),
    ("Kenya will host the SCO summit.", "host", ("KEN",)),
    ("Lin congratulated Ott on Kenya's G20 presidency.", "host", ("KEN",)),  # the owner stands before the name
    ("Lin congratulated Kenya on its successful G20 presidency.", "host", ("KEN",)),
    ("Lin welcomed Kenya's designation as the host of the SCO summit.", "host", ("KEN",)),
    ("China supports Kenya in chairing the G20.", "host", ("KEN",)),  # who is supported will do it
    ("China urged Kenya to join the Belt and Road Initiative.", "participate", ("KEN",)),  # who is urged
    ("Kenya withdrew from the Belt and Road Initiative.", "distance", ("KEN",)),
    ("Kenya will not join the Belt and Road Initiative.", "distance", ("KEN",)),  # denied
    ("Kenya took note of the Belt and Road Initiative.", "distance", ("KEN",)),
    ("China called on Kenya, as a member of ASEAN, to act.", "participate", ("KEN",)),
    ("The Belt and Road Initiative is ten years old.", None, ()),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "relation", "holders"), RELATIONS)
def test_a_relation_has_a_kind_and_holders(sentence: str, relation: str | None, holders: tuple[str, ...]) -> None:
    """What is done with a framework, and whose relation it is."""
    [reference] = named(HEAD + sentence)
    assert (reference.relation, reference.holders) == (relation, holders)


def test_who_says_so_is_kept_apart_from_whose_relation_it_is() -> None:
    """Lin speaks of Kenya's support; nobody is quoted in the second sentence."""
    told, plain = named(HEAD + "Lin said that Kenya supports the Belt and Road Initiative. Kenya joined the Belt and Road Forum.")
    assert (told.speaker, told.holders, told.attribution_id) == ("Lin Tao", ("KEN",), "a1")
    assert (plain.speaker, plain.holders, plain.attribution_id) == ("NARRATOR", ("KEN",), None)


ALIGNMENTS = [
    # sentence, the other argument
    ("Kenya will align its Vision with the Belt and Road Initiative.", "its Vision"),
    ("Both want the docking of the Belt and Road Initiative with the plan of Kenya.", "the plan of Kenya"),  # the other way round
    ("They discussed synergy between the plan of Kenya and the Belt and Road Initiative.", "the plan of Kenya"),
    ("They discussed linking the plan of Kenya with the Belt and Road Initiative.", "the plan of Kenya"),
    ("Kenya links its road plan with the Belt and Road Initiative.", "its road plan"),
    ("Kenya will align its plan with the joint construction of the Belt and Road.", "its plan"),
    ("They discussed the alignment of development strategies under the framework of the Belt and Road Initiative.", "development strategies"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "aligned"), ALIGNMENTS)
def test_an_alignment_has_both_arguments(sentence: str, aligned: str) -> None:
    """Whichever of them comes first."""
    reference = next(reference for reference in named(HEAD + sentence) if "BRI" in (reference.framework, *reference.broader))
    assert reference.relation == "align"
    assert reference.aligned_with is not None
    assert reference.aligned_with.text == aligned


ANAPHORA = [
    # text, what stands for the first framework: why
    ("China proposed the Global Development Initiative. Kenya supports the initiative.", ["initiative"]),
    ("Kenya joined the Shanghai Cooperation Organization. The Organization thanked it.", ["Organization"]),
    ("They met in the C5+1. Kenya values this format.", ["format"]),
    ("Kenya left NATO. The Alliance is old.", ["Alliance"]),
    ("China proposed the Global Development Initiative. Kenya supports the initiative of Freedonia.", []),  # another one
    ("China proposed the Global Development Initiative. Kenya set up an initiative group.", []),  # part of a longer noun
    ("China proposed the Global Development Initiative. Kenya values this format.", []),  # of another kind
    ("Kenya joined the Global Development Initiative. It rained. It snowed. It froze. It thawed. They praised the initiative.", []),  # too far
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), ANAPHORA)
def test_a_noun_stands_for_the_last_framework_of_its_kind(text: str, words: list[str]) -> None:
    """It is kept with the naming it points to, and is no naming itself."""
    assert [anaphor.span.text for anaphor in named(text)[0].anaphora] == words


def test_an_anaphor_has_a_relation_of_its_own() -> None:
    """Who supports "the initiative" supports the framework."""
    [reference] = named(HEAD + "Lin presented the Global Development Initiative. Ott said that Kenya supports the initiative.")
    [anaphor] = reference.anaphora
    assert (anaphor.relation, anaphor.holders, anaphor.speaker) == ("endorse", ("KEN",), "Paul Ott")


UNLISTED = [
    # sentence, names: why
    ("Kenya joined the Strelsau Process on water.", ["Strelsau Process"]),
    ("They met at the Forum on Danube Trade.", ["Forum on Danube Trade"]),
    ("The Organization for Danube Ports wrote.", ["Organization for Danube Ports"]),
    ("Ruritania adopted the Strelsau Declaration.", ["Strelsau Declaration"]),
    ("They welcomed Kenya's Blue Harvest Strategy.", ["Blue Harvest Strategy"]),  # without its owner
    ("They attended the Third Danube Ports Expo.", ["Danube Ports Expo"]),  # without its number
    ("They announced seven major steps.", []),  # nothing marks it as a name
    ("China's eight major measures and the ten green actions followed.", ["ten green actions"]),
    ("He put forward a five-point proposal.", ["five-point proposal"]),
    ("They signed a Joint Declaration.", []),  # names nothing
    ("They signed a Free Trade Agreement.", []),
    ("The Minister of Strategy came.", []),  # an office
    ("The Central Bank of Kenya wrote.", []),  # an agency of a state
    ("The Kenyan Investment Fund paid.", []),
    ("The Kenyan Union of Bakers and Millers met.", []),
    ("They launched the Partnership for Workers' Rights.", ["Partnership for Workers' Rights"]),
    ("The Asian Development Bank lent.", []),  # a body that acts
    ("Strengthening Partnership is good.", []),  # a capital for the start of the sentence
    ("The initiative was good.", []),
    ("They met on the West Bank.", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), UNLISTED)
def test_a_name_that_no_pack_lists_is_surfaced(sentence: str, wanted: list[str]) -> None:
    """So that what is launched next is not missed; offices, agencies and common nouns are left out."""
    assert [reference.name for reference in named(sentence)] == wanted


def test_an_unlisted_name_has_the_kind_of_its_noun() -> None:
    """And an id of its own that no scorer counts."""
    [reference] = named("Kenya joined the Strelsau Process on water.")
    assert (reference.framework, reference.kind, reference.broader) == ("OTHER_NAMED", FrameworkKind.MECHANISM, ())


DATED = [
    # date, sentence, whether it is too early
    ("2020-05-01", "Kenya supports the Global Development Initiative.", True),
    ("2021-09-22", "Kenya supports the Global Development Initiative.", False),
    ("2021-08-31", "Kenya supports the Global Development Initiative.", True),  # the month is known
    ("2025-08-01", "Kenya supports the Global Governance Initiative.", True),
    ("1999-01-01", "Kenya asked about the Shanghai Cooperation Organization.", True),
    ("--05-01", "Kenya supports the Global Development Initiative.", False),  # a year that is not known is never too early
    (None, "Kenya supports the Global Development Initiative.", False),
    ("1950-01-01", "Kenya works within the UN.", False),
]


@pytest.mark.parametrize(("date", "sentence", "early"), DATED)
def test_a_naming_before_the_framework_existed_is_flagged(date: str | None, sentence: str, *, early: bool) -> None:
    """It is kept, for the date may be wrong, or the words no name."""
    [reference] = analyze(Document(id="x", text=sentence, date=date)).frameworks
    assert reference.anachronistic is early


def test_the_words_of_a_relation_are_evidence() -> None:
    """With the name; both rules are told."""
    [reference] = named("Kenya supports the Belt and Road Initiative.")
    assert [span.text for span in reference.evidence] == ["Belt and Road Initiative", "supports"]
    assert reference.rules == ("bri.initiative", "endorse.verb")


def test_a_framework_of_a_users_pack_is_named_like_ours() -> None:
    """With its own abbreviation, kind and parent."""
    pack = """
        schema = 1
        pack = "mine"
        version = "1"
        language = "en"
        vocabulary = "framework"

        [[label]]
        id = "DANUBE"
        name = "Danube Compact"
        kind = "agreement"
        broader = ["UN"]
        since = "2031"

        [[pattern]]
        id = "danube.name"
        label = "DANUBE"
        phrases = ["Danube Compact"]
        examples = ["They joined the Danube Compact."]
    """
    found = Analyzer(packs=[parse_pack(pack, "mine.toml")]).analyze("Kenya joined the Danube Compact (DC). Kenya left the DC.").frameworks
    assert [(reference.framework, reference.kind, reference.broader) for reference in found] == [("DANUBE", "agreement", ("UN",))] * 2


def test_names_are_found_in_text_order() -> None:
    """Whatever found them."""
    text = "Kenya joined the Strelsau Process and the SCO (Shanghai Cooperation Organization), then the UN Charter was read."
    starts = [reference.span.start for reference in named(text)]
    assert starts == sorted(starts)
    assert all(
        isinstance(name, FrameworkName) for name in extract_framework_names(Annotator(own_packs())(Document(id="x", text=text)), Findings())
    )
