"""Who said what: positions of source and cue, and who "he", "his country", "the two sides" are."""

from __future__ import annotations

import pytest

from diplocorpus import analyze

HEAD = "Chinese President Lin Tao held talks with Kenyan President Paul Ott in Nairobi on Monday.\n\n"

POSITIONS = [
    # sentence, cue, speaker, content: why
    ("Lin said that trade had grown.", "said", "Lin Tao", ["trade had grown"]),  # initial
    ("Lin said Tuesday that trade had grown.", "said", "Lin Tao", ["trade had grown"]),  # time between cue and content
    ("Trade had grown, Lin noted.", "noted", "Lin Tao", ["Trade had grown"]),  # final
    ("Kenya, Ott added, hopes to trade more.", "added", "Paul Ott", ["Kenya", "hopes to trade more"]),  # medial
    ('"Trade has grown," Ott said.', "said", "Paul Ott", ["Trade has grown"]),  # direct
    ('"Trade has grown. We are glad," said Ott.', "said", "Paul Ott", ["Trade has grown. We are glad"]),  # inverted, two sentences
    ("“Trade has grown,” Ott said.", "said", "Paul Ott", ["Trade has grown"]),  # curly marks
    ("«Trade has grown,» the Kenyan president said.", "said", "Paul Ott", ["Trade has grown"]),  # guillemets, an office
    ("According to Ott, trade had grown.", "According to", "Paul Ott", ["trade had grown"]),
    ("Lin thanked Kenya for its help.", "thanked", "Lin Tao", ["Kenya for its help"]),  # a noun phrase is the content
    ("Ott asked whether trade had grown.", "asked", "Paul Ott", ["whether trade had grown"]),
    ("Lin warned against any meddling.", "warned against", "Lin Tao", ["any meddling"]),
    ("The Kenyan head of state said trade had grown.", "said", "Paul Ott", ["trade had grown"]),  # by whose state
    ("The leaders of the two countries noted that trade had grown.", "noted", "JOINT", ["trade had grown"]),  # both, not some
    ("The heads of state of both nations noted that trade had grown.", "noted", "JOINT", ["trade had grown"]),
    ("Ott informed about the new port.", "informed about", "Paul Ott", ["the new port"]),  # nobody told
    ("Ott informed that the port was open.", "informed", "Paul Ott", ["the port was open"]),
    ("Lin welcomed Ott's decision.", "welcomed", "Lin Tao", ["Ott's decision"]),  # an act, not a guest
    ("Lin extended his warm congratulations on the election.", "extended his warm congratulations", "Lin Tao", ["on the election"]),
    ("As Ott stressed, trade had grown.", "stressed", "Paul Ott", ["trade had grown"]),
    ("Lin went on to stress that trade had grown.", "stress", "Lin Tao", ["trade had grown"]),
    ("It was stressed that trade had grown.", "was stressed", "JOINT", ["trade had grown"]),  # nobody named: both
    ("The two leaders noted that trade had grown.", "noted", "JOINT", ["trade had grown"]),
    ("Lin and Ott noted that trade had grown.", "noted", "JOINT", ["trade had grown"]),  # coordinated
    ('"Trade has grown," Ott said of the report that the bank gave out.', "said", "Paul Ott", ["Trade has grown"]),  # whatever follows
    ('"Is it so?" Ott said, but nobody spoke up.', "said", "Paul Ott", ["Is it so?"]),  # another clause is not what he said
    ('Asked about trade, Ott said, "It has grown."', "said", "Paul Ott", ["It has grown"]),  # a quotation behind a comma
    ('In "The Port," Ott said trade had grown.', "said", "Paul Ott", ["trade had grown"]),  # marks around a title
    ("Paul Ott, who met her in May, said Lowe had left.", "said", "Paul Ott", ["Lowe had left"]),  # no inversion
    ('"Trade has grown," Mr. Ott (Unity), a trader, said at noon.', "said", "Paul Ott", ["Trade has grown"]),  # brackets and a description
    ('"Trade has grown," Paul Ott, a trader, said Monday.', "said", "Paul Ott", ["Trade has grown"]),  # a day is nobody
    ("Ott is warning that trade may shrink.", "warning", "Paul Ott", ["trade may shrink"]),  # progressive
    (
        "Ott wants trade to grow, blaming the weather for its fall.",
        "blaming",
        "Paul Ott",
        ["the weather for its fall"],
    ),  # a participle in the present
]


@pytest.mark.parametrize(("sentence", "cue", "speaker", "content"), POSITIONS)
def test_an_attribution_has_cue_speaker_and_content(sentence: str, cue: str, speaker: str, content: list[str]) -> None:
    """Wherever source and cue stand."""
    [found] = analyze(HEAD + sentence).attributions
    assert (found.cue.text, found.speaker, [span.text for span in found.content]) == (cue, speaker, content)


@pytest.mark.parametrize(
    "sentence", ["Lin welcomed President Ott to Beijing.", "Lin welcomed the Kenyan president warmly.", "Lin welcomed Ott."]
)
def test_to_welcome_a_guest_is_no_speech(sentence: str) -> None:
    """Greeting reports nothing that was said."""
    assert analyze(HEAD + sentence).attributions == ()


def test_a_title_is_no_verb_of_saying() -> None:
    """A State Secretary states nothing."""
    assert analyze(HEAD + "Lin met Ada Lowe, State Secretary at the Ministry of Trade of Chile.").attributions == ()


def test_a_participle_shares_the_speaker_of_its_verb() -> None:
    """Behind it ("adding that") or fronted ("Noting that")."""
    found = analyze(
        HEAD + "Trade had grown, Ott said, adding that jobs had too. Noting that rain had come, Lin thanked Kenya."
    ).attributions
    assert [(a.cue.text, a.speaker) for a in found] == [
        ("said", "Paul Ott"), ("adding", "Paul Ott"), ("Noting", "Lin Tao"), ("thanked", "Lin Tao"),
    ]  # fmt: skip


def test_speech_inside_speech_is_not_attributed_again() -> None:
    """What a third person said belongs to the content."""
    [found] = analyze(HEAD + "Lin emphasized that the former minister said trade had grown.").attributions
    assert found.speaker == "Lin Tao"


REFERENCES = [
    ("he keeps the turn", "Ott praised the talks.\n\nHe said trade had grown.", "Paul Ott"),
    ("another subject takes the turn", "Ott praised the talks.\n\nLin thanked him. He said trade had grown.", "Lin Tao"),
    ("an office stands for its holder", "Ott praised the talks.\n\nThe Chinese president said trade had grown.", "Lin Tao"),
    ("the leader of a country", "The Kenyan leader said trade had grown.", "Paul Ott"),
    ("a surname", "Mr. Ott said trade had grown.", "Paul Ott"),
    ("the minister and a minister by name", "The Chinese president and President Ott said trade had grown.", "JOINT"),
    (
        "she is not he",
        "President Lin praised the talks. Ms. Ada Lowe, the Kenyan envoy, thanked him. He smiled. She said trade had grown.",
        "Ada Lowe",
    ),
    ("both", "Both said trade had grown.", "JOINT"),
    ("the counterpart", "Lin Tao spoke first. His Kenyan counterpart said trade had grown.", "Paul Ott"),
]


@pytest.mark.parametrize(("text", "speaker"), [row[1:] for row in REFERENCES], ids=[row[0] for row in REFERENCES])
def test_the_last_speaker_is_found(text: str, speaker: str) -> None:
    """By turns of speech."""
    assert analyze(HEAD + text).attributions[-1].speaker == speaker


def test_whoever_speaks_is_a_source_even_without_country_or_office() -> None:
    """The name, or the noun phrase, is the speaker; the party stays unknown."""
    [found] = analyze("Talks went well, one senior negotiator said.").attributions
    assert (found.speaker, found.party) == ("one senior negotiator", None)


def test_a_thing_does_not_speak() -> None:
    """Things underscore and confirm too."""
    assert analyze(HEAD + "The visit underscored the strength of ties.").attributions == ()


def test_a_message_speaks_for_its_sender() -> None:
    """And a mark that lost the space in front of it still opens a quotation."""
    text = 'Chinese President Lin Tao sent a message of greetings to Kenyan President Paul Ott. The message reads, in part:"Ties are strong. We are glad."'
    [found] = analyze(text).attributions
    assert (found.cue.text, found.speaker, found.content[0].text) == ("reads", "Lin Tao", "Ties are strong. We are glad")


def test_a_mark_that_stands_alone_carries_no_quotation_on() -> None:
    """Pages lose the words between marks."""
    [found] = analyze('Lowe said: "Trade has grown.\n\n"\n\nThey left.').attributions
    assert [span.text for span in found.content] == ["Trade has grown"]


BODIES = [
    # text, speakers with their parties: why
    ("The Kenyan Foreign Ministry said trade had grown.", [("Kenyan Foreign Ministry", "KEN")]),  # an adjective
    ("Kenya's Foreign Ministry said trade had grown.", [("Foreign Ministry", "KEN")]),  # a possessive
    ("The Ministry of Foreign Affairs and Trade of Kenya announced that trade had grown.",
     [("Ministry of Foreign Affairs and Trade of Kenya", "KEN")]),  # a complement
    ("The Ministry of Trade of Kenya said trade had grown. The ministry added that it was glad.",
     [("Ministry of Trade of Kenya", "KEN"), ("Ministry of Trade of Kenya", "KEN")]),  # taken up
    ("The Kenyan embassy in Beijing said trade had grown. The Kenyan government said so as well: it was glad.",
     [("Kenyan embassy in Beijing", "KEN"), ("KEN", "KEN")]),  # not where it is; nor is the government the embassy
    ("The World Trade Office said trade had grown.", [("World Trade Office", None)]),  # nobody's
]  # fmt: skip


@pytest.mark.parametrize(("text", "speakers"), BODIES)
def test_a_body_speaks_for_its_state(text: str, speakers: list[tuple[str, str | None]]) -> None:
    """Its whole name is the speaker, the state whose it is the party."""
    assert [(a.speaker, a.party) for a in analyze(HEAD + text).attributions] == speakers


def test_what_a_body_says_of_itself_binds_its_state() -> None:
    """`it` is the body, not the city that it sits in."""
    [found] = analyze(HEAD + "The Kenyan embassy in Beijing said it will issue visas.").commitments
    assert (found.committers, found.speaker) == (("KEN",), "Kenyan embassy in Beijing")
