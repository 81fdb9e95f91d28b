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
    ("Kenya will boost trade in tea, coffee and flowers, Ott said.", "will", "Paul Ott", "KEN", "CHN", "pledged", "positive",
     ["boost trade in tea, coffee and flowers"]),  # nouns are not
    ("Lin called for joint efforts to cut tariffs and build roads.", "called for", "Lin Tao", "CHN KEN", "", "proposed", "positive",
     ["cut tariffs", "build roads"]),  # joint efforts bind both
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
    ("Ott pledged not to raise tariffs.", "pledged not to", "Paul Ott", "KEN", "CHN", "pledged", "negative", ["raise tariffs"]),
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
    ("greetings", "Ott asked Lin to convey his greetings to the people."),
]


@pytest.mark.parametrize("sentence", [sentence for _, sentence in NOT_BINDING], ids=[why for why, _ in NOT_BINDING])
def test_words_that_look_like_a_commitment_bind_nobody(sentence: str) -> None:
    """The confusions that a list of keywords falls for."""
    assert analyze(HEAD + sentence).commitments == ()


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
