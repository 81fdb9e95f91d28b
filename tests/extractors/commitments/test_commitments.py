"""Who is bound to what: constructions that bind, and the confusions that do not."""

from __future__ import annotations

import pytest

from diplocorpus import analyze

HEAD = "Chinese President Lin Tao held talks with Kenyan President Paul Ott in Nairobi on Monday.\n\n"
"""Gives the sentences below two sides, so that each has a counterpart."""

BINDS = [
    # sentence, trigger, speaker, committers, counterparts, strength, polarity, actions: why
    ("Kenya is ready to expand trade, Ott said.", "is ready to", "Paul Ott", "KEN", "CHN", "ready", "positive", ["expand trade"]),  # final cue
    ("Ott said his country stands ready to help.", "stands ready to", "Paul Ott", "KEN", "CHN", "ready", "positive", ["help"]),  # "his country"
    ("China, Lin added, opposes any outside pressure on Kenya.", "opposes", "Lin Tao", "CHN", "KEN", "affirmed", "negative",
     ["opposes any outside pressure on Kenya"]),  # medial cue, negative position
    ("The two sides should deepen trust and expand trade, Lin said.", "should", "Lin Tao", "CHN KEN", "", "proposed", "positive",
     ["deepen trust", "expand trade"]),  # verbs are split
    ("The two presidents agreed to expand trade, to build a port and to train nurses.", "agreed to", "NARRATOR", "CHN KEN", "", "agreed",
     "positive", ["expand trade", "build a port", "train nurses"]),  # "to" repeated
    ("Lin pledged to build a port, to win trust.", "pledged to", "Lin Tao", "CHN", "KEN", "pledged", "positive",
     ["build a port, to win trust"]),  # a purpose is no second act
    ("Kenya will boost trade in tea, coffee and flowers, Ott said.", "will", "Paul Ott", "KEN", "CHN", "pledged", "positive",
     ["boost trade in tea, coffee and flowers"]),  # nouns are not
    ("Lin called for joint efforts to cut tariffs and build roads.", "called for", "Lin Tao", "CHN KEN", "", "proposed", "positive",
     ["cut tariffs", "build roads"]),  # joint efforts bind both
    ("China advocates dialogue, Lin said.", "advocates", "Lin Tao", "CHN", "KEN", "affirmed", "positive", ["advocates dialogue"]),  # no plural
    ("China does not support the use of force, Lin said.", "does not support", "Lin Tao", "CHN", "KEN", "affirmed", "negative",
     ["support the use of force"]),  # a position denied
    ("Lin said China is ready, within its means, to build a port.", "is ready, within its means, to", "Lin Tao", "CHN", "KEN", "ready", "positive",
     ["build a port"]),  # an aside
    ("Lin said China was ready and willing to help.", "was ready and willing to", "Lin Tao", "CHN", "KEN", "ready", "positive", ["help"]),
    ("Lin said China is set to open its market.", "is set to", "Lin Tao", "CHN", "KEN", "pledged", "positive", ["open its market"]),
    ("The two presidents adopted a joint statement on climate.", "adopted", "NARRATOR", "CHN KEN", "", "agreed", "positive",
     ["a joint statement on climate"]),  # not a law of one's own
    ("Lin vowed that China would build a port.", "vowed", "Lin Tao", "CHN", "KEN", "pledged", "positive",
     ["China would build a port"]),  # what is vowed is no second pledge
    ("Lin appealed to Kenya to lift the ban.", "appealed to", "Lin Tao", "KEN", "CHN", "proposed", "positive", ["lift the ban"]),
    ("Lin requested that Kenya lift the ban.", "requested", "Lin Tao", "KEN", "CHN", "proposed", "positive", ["Kenya lift the ban"]),  # subject
    ("Lin asked that the ban be lifted.", "asked", "Lin Tao", "CHN KEN", "", "proposed", "positive", ["the ban be lifted"]),  # a thing: both
    ("Lin urged Kenya to lift the ban.", "urged", "Lin Tao", "KEN", "CHN", "proposed", "positive", ["lift the ban"]),  # addressee
    ("Ott expressed Kenya's willingness to host the next round.", "expressed Kenya's willingness to", "Paul Ott", "KEN", "CHN", "ready", "positive",
     ["host the next round"]),  # a noun that is the speech
    ("Lin underlined the need for both countries to share data.", "underlined the need for", "Lin Tao", "CHN KEN", "", "proposed", "positive",
     ["share data"]),  # need for both
    ("The two presidents agreed to maintain contacts.", "agreed to", "NARRATOR", "CHN KEN", "", "agreed", "positive", ["maintain contacts"]),
    ("It was agreed to open a consulate.", "was agreed to", "NARRATOR", "CHN KEN", "", "agreed", "positive", ["open a consulate"]),  # no agent
    ("They reaffirmed their commitment to free trade.", "reaffirmed their commitment to", "JOINT", "CHN KEN", "", "affirmed", "positive",
     ["free trade"]),  # both speak
    ("China is willing to work with Kenya to train nurses, Lin said.", "is willing to", "Lin Tao", "CHN", "KEN", "ready", "positive",
     ["train nurses"]),  # work with X to V is V
    ("Kenya firmly adheres to the one-China principle, he said.", "firmly adheres to", "Paul Ott", "KEN", "CHN", "affirmed", "positive",
     ["adheres to the one-China principle"]),  # the adverb is the trigger's, the verb the action's
    ("Both remain committed to free trade.", "remain committed to", "NARRATOR", "CHN KEN", "", "affirmed", "positive", ["committed to free trade"]),
    ("The two presidents committed to increased trade.", "committed to", "NARRATOR", "CHN KEN", "", "pledged", "positive", ["increased trade"]),  # an act
    ("Ministers reaffirmed their commitment to peace.", "reaffirmed their commitment to", "JOINT", "CHN KEN", "", "affirmed", "positive", ["peace"]),
    ("The three NSAs pledged to meet.", "pledged to", "JOINT", "CHN KEN", "", "pledged", "positive", ["meet"]),  # both sides by a capital
    ("Lin said China will have to act.", "will have to", "Lin Tao", "CHN", "KEN", "proposed", "positive", ["act"]),  # modals in a row: the weakest
    ("Ott said Kenya and its allies and partners will send nurses.", "will", "Paul Ott", "KEN", "CHN", "pledged", "positive", ["send nurses"]),  # companions
    ("Ott said Kenya together with its partners will respond.", "will", "Paul Ott", "KEN", "CHN", "pledged", "positive", ["respond"]),
    ("Ott said Kenya would be willing to trade.", "would be willing to", "Paul Ott", "KEN", "CHN", "ready", "positive", ["trade"]),
    ("Lin said that it is important for both sides to trade.", "is important for", "Lin Tao", "CHN KEN", "", "proposed", "positive", ["trade"]),
    ("Lin said Kenya should act and that calm was essential.", "should", "Lin Tao", "KEN", "CHN", "proposed", "positive", ["act"]),  # a clause beside
    ("Lin stressed that Kenya must be safe, there being no other way.", "must", "Lin Tao", "KEN", "CHN", "proposed", "positive",
     ["be safe, there being no other way"]),
    ("Readiness was expressed to open a consulate.", "Readiness was expressed to", "JOINT", "CHN KEN", "", "ready", "positive", ["open a consulate"]),
    ("Lin reaffirmed China's support for a clear, unified plan.", "reaffirmed China's support for", "Lin Tao", "CHN", "KEN", "affirmed", "positive",
     ["support for a clear, unified plan"]),  # participles in front of a noun
    ("Lin stressed the need for rules to be made and kept in full.", "stressed the need for", "Lin Tao", "CHN KEN", "", "proposed", "positive",
     ["be made and kept in full"]),
    ("Ott pledged not to raise tariffs.", "pledged not to", "Paul Ott", "KEN", "CHN", "pledged", "negative", ["raise tariffs"]),
    ("Lin urged Kenyan companies to invest.", "urged", "Lin Tao", "KEN", "CHN", "proposed", "positive", ["invest"]),  # a state's own people
    ("Lin urged the authorities to act.", "urged", "Lin Tao", "KEN", "CHN", "proposed", "positive", ["act"]),  # nobody urges himself
    ("Lin stressed the need for all parties to the conflict to act.", "stressed the need for", "Lin Tao", "", "", "proposed", "positive",
     ["act"]),  # everybody
    ("Lin hopes both sides can trade more.", "hopes", "Lin Tao", "CHN KEN", "", "hoped", "positive", ["both sides can trade more"]),  # of whom it is hoped
    ("Lin expressed hope that more Kenyan firms will invest.", "expressed hope that", "Lin Tao", "KEN", "CHN", "hoped", "positive",
     ["more Kenyan firms will invest"]),
    ("Lin conveyed his hope that he and Ott will meet.", "conveyed his hope that", "Lin Tao", "CHN KEN", "", "hoped", "positive",
     ["he and Ott will meet"]),
    ("Lin expects Kenya to lift the ban.", "expects", "NARRATOR", "KEN", "CHN", "hoped", "positive", ["Kenya to lift the ban"]),
    ("Lin reiterated support for the sovereignty of Laos.", "reiterated support for", "Lin Tao", "CHN", "LAO", "affirmed", "positive",
     ["support for the sovereignty of Laos"]),  # whom a position is for
    ("The leaders reaffirmed their support for Laos.", "reaffirmed their support for", "JOINT", "CHN KEN", "LAO", "affirmed", "positive",
     ["support for Laos"]),  # of both
    ("Lin reiterated support for talks in Laos.", "reiterated support for", "Lin Tao", "CHN", "KEN", "affirmed", "positive",
     ["support for talks in Laos"]),  # a place
    ("Kenya's firm commitment to the plan was reaffirmed.", "commitment to", "JOINT", "KEN", "CHN", "affirmed", "positive", ["the plan"]),  # whose
    ("Lin reaffirmed the commitment of China to free trade.", "reaffirmed the commitment of China to", "Lin Tao", "CHN", "KEN", "affirmed",
     "positive", ["free trade"]),
    ("Ott expressed readiness on the part of Kenya to help.", "expressed readiness on the part of Kenya to", "Paul Ott", "KEN", "CHN", "ready",
     "positive", ["help"]),
    ("Lin said the Ministry stands ready to help.", "stands ready to", "Lin Tao", "CHN", "KEN", "ready", "positive", ["help"]),  # the speaker's own
    ("Ott sought China's support for the bid.", "sought", "Paul Ott", "CHN", "KEN", "proposed", "positive", ["China's support for the bid"]),
    ("Ott requested assistance in fisheries.", "requested", "Paul Ott", "CHN", "KEN", "proposed", "positive", ["assistance in fisheries"]),
    ("Ott asked for a loan.", "asked for", "Paul Ott", "CHN", "KEN", "proposed", "positive", ["a loan"]),
    ("Lin assured Ott of China's full support.", "assured Ott of", "Lin Tao", "CHN", "KEN", "pledged", "positive", ["China's full support"]),
    ("The leaders agreed a plan for trade.", "agreed", "NARRATOR", "CHN KEN", "", "agreed", "positive", ["a plan for trade"]),  # without "on"
    ("The leaders agreed their teams would meet.", "agreed", "NARRATOR", "CHN KEN", "", "agreed", "positive", ["their teams would meet"]),
    ("The leaders agreed that trade, above all in tea, should grow.", "agreed that", "NARRATOR", "CHN KEN", "", "agreed", "positive",
     ["trade, above all in tea, should grow"]),  # one trigger
    ("The leaders instructed the governments to draft a plan.", "instructed the governments to", "NARRATOR", "CHN KEN", "", "agreed", "positive",
     ["draft a plan"]),
    ("They reviewed the plan, looking forward to its success.", "looking forward to", "NARRATOR", "CHN KEN", "", "hoped", "positive",
     ["its success"]),  # a participle
    ("Lin put forward a proposal to build a port.", "put forward a proposal to", "Lin Tao", "CHN KEN", "", "proposed", "positive", ["build a port"]),
    ("Lin pressed Kenya to lift the ban.", "pressed", "Lin Tao", "KEN", "CHN", "proposed", "positive", ["lift the ban"]),
    ("Lin insisted on a date.", "insisted on", "Lin Tao", "CHN KEN", "", "proposed", "positive", ["a date"]),
    ("Lin proposed Beijing as the place of the talks.", "proposed", "Lin Tao", "CHN KEN", "", "proposed", "positive",
     ["Beijing as the place of the talks"]),  # a place is asked for nothing
    ("Lin suggested that the two sides continue to train nurses.", "suggested", "Lin Tao", "CHN KEN", "", "proposed", "positive",
     ["the two sides continue to train nurses"]),  # a clause is whole
    ("Lin guaranteed that China would pay.", "guaranteed", "Lin Tao", "CHN", "KEN", "pledged", "positive", ["China would pay"]),
    ("Lin announced plans to open a consulate.", "announced plans to", "Lin Tao", "CHN", "KEN", "pledged", "positive", ["open a consulate"]),
    ("Lin signalled China's readiness to mediate.", "signalled China's readiness to", "Lin Tao", "CHN", "KEN", "ready", "positive", ["mediate"]),
    ("Ott said Kenya will be glad to host the fair.", "will be glad to", "Paul Ott", "KEN", "CHN", "ready", "positive", ["host the fair"]),
    ("Ott said Kenya stands shoulder to shoulder with Laos.", "stands shoulder to shoulder with", "Paul Ott", "KEN", "LAO", "affirmed", "positive",
     ["stands shoulder to shoulder with Laos"]),
    ("The leaders agreed in principle to open a port.", "agreed in principle to", "NARRATOR", "CHN KEN", "", "agreed", "positive", ["open a port"]),
    ("There was broad agreement on a date.", "There was broad agreement on", "NARRATOR", "CHN KEN", "", "agreed", "positive", ["a date"]),
    ("They recommitted to peace.", "recommitted to", "NARRATOR", "CHN KEN", "", "pledged", "positive", ["peace"]),
    ('"We will take our relations further," Lin said.', "will", "Lin Tao", "CHN KEN", "", "pledged", "positive",
     ["take our relations further"]),  # what is both sides' own
    ('"We will deepen our ties with you," Lin said.', "will", "Lin Tao", "CHN", "KEN", "pledged", "positive", ["deepen our ties with you"]),
    ("Lin said China will continue to support Laos.", "will", "Lin Tao", "CHN", "LAO", "pledged", "positive", ["continue to support Laos"]),  # for whom
    ("Ott added that his legislature supports the plan.", "supports", "Paul Ott", "KEN", "CHN", "affirmed", "positive", ["supports the plan"]),
    ("The leaders agreed that the talks be resumed.", "agreed that", "NARRATOR", "CHN KEN", "", "agreed", "positive", ["the talks be resumed"]),
    ("Ott confirmed the readiness of Kenya along with its allies to help.", "confirmed the readiness of Kenya along with its allies to",
     "Paul Ott", "KEN", "CHN", "ready", "positive", ["help"]),  # company
    ("Ott said Kenyan companies are ready to invest.", "are ready to", "Paul Ott", "KEN", "CHN", "ready", "positive", ["invest"]),
    ("Lin reiterated support for the people of Laos and Nepal.", "reiterated support for", "Lin Tao", "CHN", "LAO NPL", "affirmed", "positive",
     ["support for the people of Laos and Nepal"]),
    ("They affirmed the urgent need to act.", "affirmed the urgent need to", "JOINT", "CHN KEN", "", "proposed", "positive", ["act"]),
    ("An agreement by the courts of both countries was signed on trade.", "was signed", "NARRATOR", "CHN KEN", "", "agreed", "positive", ["on trade"]),
    ("Lin expressed China's full support and solidarity with Kenya.", "expressed China's full support and solidarity with", "Lin Tao", "CHN", "KEN",
     "affirmed", "positive", ["Kenya"]),  # of two nouns the last
    ("Ott said Kenya is looking forward to the visit.", "is looking forward to", "Paul Ott", "KEN", "CHN", "hoped", "positive", ["the visit"]),
    ("Ott said Kenya is ready for talks.", "is ready for", "Paul Ott", "KEN", "CHN", "ready", "positive", ["talks"]),
    ("There is a need for both sides to trade, Lin said.", "There is a need for", "Lin Tao", "CHN KEN", "", "proposed", "positive", ["trade"]),
    ("Lin reiterated his invitation to the Premier to visit Beijing.", "reiterated his invitation to", "Lin Tao", "KEN", "CHN", "proposed",
     "positive", ["visit Beijing"]),
    ("Both leaders called on the parties to cease fire.", "called on", "JOINT", "", "", "proposed", "positive", ["cease fire"]),  # others
    ("The leaders agreed, among other things, to trade.", "agreed, among other things, to", "NARRATOR", "CHN KEN", "", "agreed", "positive", ["trade"]),
    ("A memorandum on trade was signed.", "was signed", "NARRATOR", "CHN KEN", "", "agreed", "positive", []),  # the subject tells what
    ("The leaders witnessed the signing of a memorandum on trade.", "witnessed the signing of", "NARRATOR", "CHN KEN", "", "agreed", "positive",
     ["a memorandum on trade"]),
    ("Ott said Kenya will neither sign nor pay.", "will", "Paul Ott", "KEN", "CHN", "pledged", "negative", ["neither sign nor pay"]),
    ("Lin announced that China has committed to pay.", "has committed to", "Lin Tao", "CHN", "KEN", "pledged", "positive", ["pay"]),  # an act
    ("China reiterated on Thursday its full support for the plan.", "reiterated on Thursday its full support for", "CHN", "CHN", "KEN",
     "affirmed", "positive", ["support for the plan"]),  # a day between
    ("Lin signed a memorandum on trade.", "signed", "NARRATOR", "CHN KEN", "", "agreed", "positive", ["a memorandum on trade"]),  # it takes two
    ('"I am confident that we will deepen our cooperation," Lin said.', "am confident that we will", "Lin Tao", "CHN KEN", "", "hoped", "positive",
     ["deepen our cooperation"]),
    ("Lin urged Kenya to de-escalate tensions.", "urged", "Lin Tao", "KEN", "CHN", "proposed", "positive", ["de-escalate tensions"]),  # hyphens
    ("Lin expressed his desire that trade should grow.", "expressed his desire that", "Lin Tao", "CHN", "KEN", "hoped", "positive",
     ["trade should grow"]),  # one trigger
    ("Lin said China continues to support Kenya.", "continues to support", "Lin Tao", "CHN", "KEN", "affirmed", "positive",
     ["continues to support Kenya"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "trigger", "speaker", "committers", "counterparts", "strength", "polarity", "actions"), BINDS)
def test_a_binding_construction_gives_one_commitment(
    sentence: str, trigger: str, speaker: str, committers: str, counterparts: str, strength: str, polarity: str, actions: list[str]
) -> None:
    """With trigger, speaker, who is bound, towards whom, strength, polarity and its acts."""
    context = "Ott took the floor.\n\n" if " he said" in sentence else ""
    [found] = analyze(HEAD + context + sentence).commitments
    assert (found.speaker, " ".join(found.committers), " ".join(found.counterparts)) == (speaker, committers, counterparts)
    assert (found.strength, found.polarity) == (strength, polarity)
    assert found.trigger.text in (trigger, trigger.removesuffix(" not to"))
    assert [action.text for action in found.actions] == actions


NOT_BINDING = [
    ("a question", '"What do they have to lose?" Ott said.'),
    ("a question about somebody else", '"Will Chile join the pact?" Lin asked.'),
    ("a need denied", "Ott said that Kenya does not have to choose sides."),
    ("a need denied in speech", "Ott said that Kenya doesn't need to join the pact."),
    ("a fact suggested", "Ott suggested that the plan was sound."),
    ("a fact insisted on", "Lin insisted that the treaty is clear."),
    ("a verb without its act", '"I would," Ott said.'),
    ("signs of something", "Ott said that trade shows signs of growth."),
    ("past achievement", "Over the past decade the two sides have built three industrial parks, Ott said."),
    ("support in the perfect is history", "China has always supported Kenya in safeguarding its sovereignty, Lin said."),
    ("thanks for somebody's promise", "Ott thanked China for promising to deliver vaccines."),
    ("good wishes", "Ott wished the fair complete success."),
    ("a third party's plan", "According to Reuters, the ministry plans to cut tariffs."),
    ("background by the writer", "China will host the games in February."),
    ("a plan denied", "Ott said Kenya has no plan to join the union."),
    ("a pledge denied", "Ott did not commit to a date."),
    ("a promise refrained from", "Ott refrained from promising new loans."),
    ("a pledge long past", "Lin recalled that the former president had vowed in 2019 to visit."),
    ("a prediction", "The move will harm ties, Lin said."),
    ("a forecast", "Trade will reach 10 billion dollars, Lin said."),
    ("ready for use", "The railway is ready for use, Ott said."),
    ("will as a noun", "Ott praised the political will of both sides."),
    ("pledge as a noun", "Lin recalled their pledge of friendship."),
    ("a schedule", "Ott is expected to visit Beijing in May."),
    ("guests are welcomed", "Lin welcomed the guests."),
    ("crimes are committed", "The group committed crimes, Ott said."),
    ("what one side believes of the other", "The Chinese side believes that Kenya will continue to abide by the principle, Lin said."),
    ("to agree with is an opinion", "Ott said he completely agrees with Lin's remarks."),
    ("importance", "Lin underscored the importance of trade."),
    ("a crowd", "The crowd vowed to return."),
    ("to call on is to visit", "Lin also called on the Prime Minister."),
    ("praise of what is important", "Lin said trade is very important for our two countries."),
    ("what helps is vital", "Lin said the plan is vital to recovery."),
    ("what somebody needs for an end", "Lin said the bank has all it needs to defend itself."),
    ("actions that are needed", "Ministers spoke of actions needed to cut waste."),
    ("what was agreed is being done", "Lin said everything they agreed on is being done."),
    ("a condition by inversion", "China is open, should Kenya so choose."),
    ("a question", "Lin and Ott spoke of what the treaty should say."),
    ("politeness", "Lin would like to assure Ott of this."),
    ("signing of another day", "The treaty was signed in 1968."),
    ("signing still to come", "Lin said the deal would be signed soon."),
    ("what had been agreed before", "Lin recalled that they had agreed to build a port."),
    ("what is sought is no help", "Ott sought a way out of the crisis."),
    ("no more than respect is assured", "Lin assured Ott of his respect."),
    ("what was agreed to be so", "The leaders agreed the talks had gone well."),
    ("importance agreed", "The leaders agreed the importance of trade."),
    ("promising things", "Lin said China had highly promising projects."),
    ("a crime's demand", "Lin said such a crime demands an answer."),
    ("a schedule of both", "The two presidents will attend the opening of a school."),
    ("a fact that both see", "The leaders agreed that the dam is not yet safe."),
    ("what was signed before", "Lin said the agreement signed today helps trade."),
    ("news of others that is welcome", "Lin welcomed the news that Laos and Nepal will appoint envoys."),
    ("a decision supposed", "Lin said what would follow in the event Kenya decided to leave."),
    ("plans as a noun", "Both sides spoke of the decision of Laos and its plans to move."),
    ("documents of no subject", "Both premiers witnessed the signing of nine papers."),
    ("signs", "The report notes signs that trade is growing."),
    ("what is demanded meanwhile", "Ott praised the nurses as they call for better pay."),
    ("words announced", "Lin said he will repeat it."),
    ("what others do meanwhile", "Ott spoke of refugees as they seek to return."),
    ("greetings", "Ott asked Lin to convey his greetings to the people."),
]


@pytest.mark.parametrize("sentence", [sentence for _, sentence in NOT_BINDING], ids=[why for why, _ in NOT_BINDING])
def test_words_that_look_like_a_commitment_bind_nobody(sentence: str) -> None:
    """The confusions that a list of keywords falls for."""
    assert analyze(HEAD + sentence).commitments == ()


def test_who_meets_binds_himself_even_where_his_state_is_unknown() -> None:
    """Nobody is named then as bound; the other side is told."""
    [found] = analyze(
        "President Jan Lowe spoke by phone with Kenyan President Paul Ott on Monday. Lowe said he stands ready to help."
    ).commitments
    assert (found.speaker, found.committers, found.counterparts) == ("Jan Lowe", (), ("KEN",))


def test_an_infinitive_of_purpose_is_no_second_commitment() -> None:
    """It belongs to the act before it."""
    [found] = analyze(HEAD + "Kenya will send experts to help train doctors, Ott said.").commitments
    assert [action.text for action in found.actions] == ["send experts to help train doctors"]


def test_exhortation_by_one_side_is_not_agreement() -> None:
    """Both are named, one proposes."""
    [found] = analyze(HEAD + "The two sides should sign the agreement soon, Lin said.").commitments
    assert (found.strength, found.speaker) == ("proposed", "Lin Tao")


@pytest.mark.parametrize("opening", ["If conditions permit", "Should the talks fail"])
def test_a_condition_is_flagged(opening: str) -> None:
    """The strength stays."""
    [found] = analyze(f"{HEAD}{opening}, the Kenyan side will send a delegation, Ott said.").commitments
    assert (found.conditional, found.strength) == (True, "pledged")


@pytest.mark.parametrize("text", ["China will act for as long as it takes, Lin said.", "China will once again act, Lin said."])
def test_words_of_condition_that_set_none(text: str) -> None:
    """Support for as long as it takes hangs on nothing."""
    [found] = analyze(HEAD + text).commitments
    assert found.conditional is False


def test_the_parties_to_a_signature_are_no_action() -> None:
    """Of a passive the contents that follow are its acts, else there are none."""
    [found] = analyze(HEAD + "The agreement was signed by the ministers.").commitments
    assert (found.strength, found.actions) == ("agreed", ())


def test_a_sum_or_a_year_makes_a_commitment_specific() -> None:
    """Testability is an axis of its own."""
    specific, vague = analyze(
        HEAD + "China will provide 500 million yuan in grants, Lin said. China will deepen cooperation, Lin added."
    ).commitments
    assert (specific.specific, vague.specific) == (True, False)


def test_speech_goes_on_within_a_paragraph_without_a_cue() -> None:
    """As in readouts of foreign ministries, which name the speaker once."""
    found = analyze(HEAD + "Lin said that ties are good. China firmly supports Kenya. The two sides should trade more.").commitments
    assert [c.speaker for c in found] == ["Lin Tao", "Lin Tao"]


def test_a_new_paragraph_without_a_cue_is_the_writers_own() -> None:
    """Nobody is made to say what the text does not make him say."""
    found = analyze(HEAD + "Lin said that ties are good.\n\nThe two sides should trade more.").commitments
    assert [c.speaker for c in found] == ["NARRATOR"]


def test_we_who_should_act_are_both_who_talk() -> None:
    """In somebody's own words to the other's face, unless they are about the other."""
    head = "Talks with President of Kenya Paul Ott\n\nPresident Lin Tao of China met with President Paul Ott of Kenya on Monday.\n\n"
    found = analyze(f"{head}PRESIDENT LIN: We must join our efforts.\n\nWe must help you.").commitments
    assert [" ".join(c.committers) for c in found] == ["CHN KEN", "CHN"]


def test_a_quotation_by_itself_is_whose_words_stood_in_front() -> None:
    """A paragraph that is a quotation and no more goes on with what the one before said; further on nobody is known."""
    said = "Chinese President Lin Tao met with Kenyan President Paul Ott.\n\nOtt said that trade grew.\n\n"
    (commitment,) = analyze(said + '"We will open an embassy in Beijing."').commitments
    assert (commitment.speaker, commitment.committers) == ("Paul Ott", ("KEN",))
    assert not analyze(said + "It rained.\n\n" * 4 + '"We will open an embassy in Beijing."').commitments
