"""Which cues report, and where what they report begins and ends."""

from __future__ import annotations

import pytest

from diplocorpus import analyze

HEAD = "Chinese President Lin Tao held talks with Kenyan President Paul Ott in Nairobi on Monday.\n\n"

REPORTS = [
    # sentence, (cue, speaker, content) each: why
    ("Ott explained in detail to Lin the reasons for the change.", [("explained", "Paul Ott", "the reasons for the change")]),  # an adverb, a hearer
    ("Lin stressed at the meeting that trade grew.", [("stressed", "Lin Tao", "trade grew")]),  # an occasion between
    ("Lin stressed at the meeting the importance of trade.", [("stressed", "Lin Tao", "the importance of trade")]),  # without that
    ("Ott added, however, that it fell.", [("added", "Paul Ott", "it fell")]),  # an aside between commas
    ("Lin noted, in his turn, that trade grew.", [("noted", "Lin Tao", "trade grew")]),
    ("Lin noted with satisfaction the growth of trade.", [("noted", "Lin Tao", "the growth of trade")]),  # how it is said
    ("Ott in his turn praised Lin's efforts.", [("praised", "Paul Ott", "Lin's efforts")]),  # an aside in front
    ("As Lin noted during the meeting, trade grew.", [("noted", "Lin Tao", "trade grew")]),
    ("Lin told Ott that trade grew.", [("told", "Lin Tao", "trade grew")]),  # whom it is said to is no content
    ("Trade will grow, Lin told visiting Kenyan President Paul Ott here on Tuesday.", [("told", "Lin Tao", "Trade will grow")]),  # whom, at the end
    ("Trade will grow, Lin told reporters.", [("told", "Lin Tao", "Trade will grow")]),
    ("After the talks ended, Lin told Ott of his plans.", [("told", "Lin Tao", "his plans")]),  # nothing is told in front
    ("Lin told Ott he would come.", [("told", "Lin Tao", "he would come")]),
    ("Lin assured his counterpart of China's support.", [("assured", "Lin Tao", "China's support")]),
    ("Lin said to reporters that trade grew.", [("said", "Lin Tao", "trade grew")]),
    ("Ott informed Lin about the talks and thanked him.", [("informed", "Paul Ott", "the talks"), ("thanked", "Paul Ott", "him")]),
    ("Serious concern was expressed about the dam.", [("was expressed", "JOINT", "Serious concern about the dam")]),  # a noun, nobody named
    ("The importance of trade was stressed.", [("was stressed", "JOINT", "The importance of trade")]),
    ("Lin and Ott discussed trade, with President Ott noting that it grew.", [("noting", "Paul Ott", "it grew")]),  # an absolute
    ("Lin affirmed the right of all, while emphasizing the need to protect civilians.",
     [("affirmed", "Lin Tao", "the right of all"), ("emphasizing", "Lin Tao", "the need to protect civilians")]),
    ("After Ott expressed concern for the dam, Lin explained that it was safe.",
     [("expressed concern", "Paul Ott", "for the dam"), ("explained", "Lin Tao", "it was safe")]),  # a fronted clause ends at its comma
    ("When Ott raised the need for calm, Lin replied that he agreed.",
     [("raised", "Paul Ott", "the need for calm"), ("replied", "Lin Tao", "he agreed")]),
    ("Lin noted continued support for the reforms and thanked Ott.",
     [("noted continued support", "Lin Tao", "for the reforms"), ("thanked", "Lin Tao", "Ott")]),  # a participle is no second verb
    ("Lin emphasized that China would stay committed to peace and expressed support for the plan.",
     [("emphasized", "Lin Tao", "China would stay committed to peace"), ("expressed support", "Lin Tao", "for the plan")]),
    ('"Trade grew," stressed Ott.', [("stressed", "Paul Ott", "Trade grew")]),
    ("Lin indicated that trade grew.", [("indicated", "Lin Tao", "trade grew")]),  # people indicate, as studies do
    ("It was noted by Ott that trade grew.", [("was noted", "Paul Ott", "trade grew")]),  # by whom
    ("The need for calm was underlined by both sides.", [("was underlined", "JOINT", "The need for calm")]),
    ("While praising the rice, Ott said that trade grew.", [("praising", "Paul Ott", "the rice"), ("said", "Paul Ott", "trade grew")]),
    ("Ott in return expressed his hope for trade.", [("expressed his hope", "Paul Ott", "for trade")]),
    ("Ott drew Lin's attention to the dam.", [("drew Lin's attention to", "Paul Ott", "the dam")]),
    ("Ott voiced concern about the dam and discussed trade.", [("voiced concern", "Paul Ott", "about the dam")]),  # what is done next
    ("Ott thanked Lin for the rice, discussed trade, and left.", [("thanked", "Paul Ott", "Lin for the rice")]),
    ("Kenya welcomes the plan and looks forward to its success.", [("welcomes", "KEN", "the plan")]),
    ("The president's office announced that Ott would come.", [("announced", "president's office", "Ott would come")]),
    ("Ott was heartened by the growth of trade.", [("was heartened", "Paul Ott", "by the growth of trade")]),
    ("Lin thanked Ott, who said that trade grew.", [("thanked", "Lin Tao", "Ott"), ("said", "Paul Ott", "trade grew")]),  # who is thanked speaks
    ("The Chinese and Kenyan leaders noted that trade grew.", [("noted", "JOINT", "trade grew")]),
    ("The two statesmen noted that trade grew.", [("noted", "JOINT", "trade grew")]),
    ("The duo expressed satisfaction with trade.", [("expressed satisfaction", "JOINT", "with trade")]),
    ("They celebrated the growth of trade.", [("celebrated", "JOINT", "the growth of trade")]),
    ('Ott made the following statement in Nairobi at the end of his visit:\n\n"Trade grew."', [("made the following statement", "Paul Ott", "Trade grew")]),
    ("Lin had earlier said that trade grew.", [("said", "Lin Tao", "trade grew")]),  # when, within the verb
    ("It was clear, Ott said, that trade grew.", [("said", "Paul Ott", "It was clear trade grew")]),  # that goes on
    ("Ott was keen to underline the growth of trade.", [("underline", "Paul Ott", "the growth of trade")]),
    ("The parties dwelt on the dam, underlining the need for calm.", [("dwelt on", "JOINT", "the dam"), ("underlining", "JOINT", "the need for calm")]),
    ('"Trade grew," Ott summed up.', [("summed up", "Paul Ott", "Trade grew")]),
    ("Lin took this opportunity to apprise Ott of the flood.", [("apprise", "Lin Tao", "the flood")]),
    ("Ott warned of a flood.", [("warned of", "Paul Ott", "a flood")]),
    ("Lin was adamant that trade must grow.", [("was adamant", "Lin Tao", "trade must grow")]),  # how sure somebody is
    ("Ott was convinced that trade would grow.", [("was convinced", "Paul Ott", "trade would grow")]),  # with a participle
    ("Ott was thankful for the rice.", [("was thankful", "Paul Ott", "for the rice")]),
    ("Ott took the opportunity to thank Lin.", [("thank", "Paul Ott", "Lin")]),  # what is taken to say something
    ("Ott met Lin again to reaffirm the ties.", [("reaffirm", "Paul Ott", "the ties")]),
    ("Ott was pleased to note that trade grew.", [("note", "Paul Ott", "trade grew")]),
    ('"Trade grew," Ott was quoted as saying.', [("was quoted as saying", "Paul Ott", "Trade grew")]),
    ("His country, Ott went on, would trade more.", [("went on", "Paul Ott", "His country would trade more")]),
    ('Speaking after the talks, Ott said:\n\n"Trade grew."', [("said", "Paul Ott", "Trade grew")]),  # words of their own below
    ('In his turn, Ott noted. "Trade grew."', [("noted", "Paul Ott", "Trade grew")]),
    ("Ott in an open letter noted that trade grew.", [("noted", "Paul Ott", "trade grew")]),  # where it is said, in front of the verb
    ("Ott during his visit to China noted that trade grew.", [("noted", "Paul Ott", "trade grew")]),
    ("Ott, on his part thanked Lin.", [("thanked", "Paul Ott", "Lin")]),  # an aside that a comma only opens
    ("The Ministry of Trade (MTC) in a statement said trade grew.", [("said", "Ministry of Trade", "trade grew")]),  # with its short form
    ("During the talks, President Ott, thanked Lin.", [("thanked", "Paul Ott", "Lin")]),  # a comma alone
    ("Lin met Ott, praised him and left.", [("praised", "Lin Tao", "him")]),  # not the object in front of a comma
    ("President Ott noted, the agreement is a good one.", [("noted", "Paul Ott", "the agreement is a good one")]),  # a comma for that
    ("Ott said, adding that trade grew.", [("adding", "Paul Ott", "trade grew")]),
    ("Both sides held that trade grew.", [("held", "JOINT", "trade grew")]),
    ("Trade grew, the Kenyan press-service reports.", [("reports", "Kenyan press-service", "Trade grew")]),
    ("Trade grew, Tidings reports.", []),  # a paper's own mark
    ("Ott assured the Chinese president of the Government of Kenya's support.", [("assured", "Paul Ott", "the Government of Kenya's support")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "found"), REPORTS)
def test_a_cue_reports_what_follows_asides_occasions_and_hearers(sentence: str, found: list[tuple[str, str, str]]) -> None:
    """Content is what is said, without when, where, how and to whom."""
    attributions = analyze(HEAD + sentence).attributions
    assert [(a.cue.text, a.speaker, " ".join(span.text for span in a.content)) for a in attributions] == found


RELAYED = [
    # sentence, (cue, speaker, content) each: why
    ("Ott noted that trade grew, the Kenyan Foreign Ministry said.",
     [("noted", "Paul Ott", "trade grew"), ("said", "Kenyan Foreign Ministry", "Ott noted that trade grew")]),
    ("Ott noted that trade grew, according to a statement.",
     [("noted", "Paul Ott", "trade grew"), ("according to", "statement", "Ott noted that trade grew")]),
    ("According to a statement, Ott thanked Lin.",
     [("According to", "statement", "Ott thanked Lin"), ("thanked", "Paul Ott", "Lin")]),
    ("The ministry said in a statement that Ott thanked Lin and stressed the need for calm.",
     [("said", "ministry", "Ott thanked Lin and stressed the need for calm"), ("thanked", "Paul Ott", "Lin"),
      ("stressed", "Paul Ott", "the need for calm")]),
    ("According to a press release from the Ministry of Trade seen here on Tuesday, trade grew.",
     [("According to", "Ministry of Trade", "trade grew")]),  # whose release it is
    ("A joint statement said trade grew.", [("said", "JOINT", "trade grew")]),
    ("The top diplomats stressed the need for calm.", [("stressed", "JOINT", "the need for calm")]),
    ('"Ott thanked Lin and stressed the need for calm," the ministry said. "They will meet again," it added.',
     [("thanked", "Paul Ott", "Lin"), ("stressed", "Paul Ott", "the need for calm"),
      ("said", "ministry", "Ott thanked Lin and stressed the need for calm"), ("added", "ministry", "They will meet again")]),  # word for word
    ("Ott told Lin that trade grew, spokesman Jan Marsh said.",
     [("told", "Paul Ott", "trade grew"), ("said", "Jan Marsh", "Ott told Lin that trade grew")]),  # a person whose office it is
    ("Officials said they stressed the need for calm.", [("said", "Officials", "they stressed the need for calm")]),  # of themselves
    ("Lin said Ott had stressed the need for calm.", [("said", "Lin Tao", "Ott had stressed the need for calm")]),  # one of those who met
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "found"), RELAYED)
def test_who_passes_words_on_does_not_hide_whose_they_are(sentence: str, found: list[tuple[str, str, str]]) -> None:
    """Agencies tell most of what is said as a ministry's news."""
    attributions = analyze(HEAD + sentence).attributions
    assert [(a.cue.text, a.speaker, " ".join(span.text for span in a.content)) for a in attributions] == found


SILENT = [
    ("an action noun", "Lin and Ott discussed the importance of resuming exports and maintaining flows."),
    ("an event is no source", "The Dialogue highlighted the strength of ties."),
    ("a preposition that looks like a cue", "Considering the sanctions, trade has grown."),
    ("what will be said", "Lin and Ott discussed the issues that leaders will consider at the summit."),
    ("to update a plan", "Lin updated the plan."),
    ("who is briefed but not of what", "Briefing the press, Lin left."),
    ("whom somebody answers", "Replying to a question, Lin smiled."),
    ("a day that is celebrated", "Lin and Ott celebrated the 50th anniversary of the port."),
    ("a reply to an event", "Lin responded to the flood."),
    ("the end of a visit", "Lin concluded a two-day visit to Kenya."),
    ("a quotation that runs on over paragraphs", '"We spoke of trade, and I stressed its importance.\n\n"We shall see."'),
    ("a list that cues do not open", "They spoke of meeting more often and confirming dates."),
]


@pytest.mark.parametrize("sentence", [sentence for _, sentence in SILENT], ids=[why for why, _ in SILENT])
def test_words_that_look_like_a_cue_report_nothing(sentence: str) -> None:
    """Neither as participles nor with things for a subject."""
    assert [a for a in analyze(HEAD + sentence).attributions if a.cue.text not in ("spoke of",)] == []
