"""Who said what and who is bound, as the houses of many publishers word it: their turns of phrase, invented people."""

from __future__ import annotations

import pytest

from diplocorpus import analyze

HEAD = "Chinese President Lin Tao held talks with Kenyan President Paul Ott in Nairobi on Monday.\n\n"

HOUSES = {
    # house and turn: text behind the lead, (cue, speaker) each, (trigger, strength, committers) each
    "agency: the news before its source": (
        "Kenya is ready to buy tea, Paul Ott said during the talks, adding that rain had come.",
        [("said", "Paul Ott"), ("adding", "Paul Ott")], [("is ready to", "ready", "KEN")]),
    "agency: a participle of praise in front": (
        "Hailing Africa as a land of hope, Lin stressed that China will always be a reliable friend.",
        [("Hailing", "Lin Tao"), ("stressed", "Lin Tao")], [("will", "pledged", "CHN")]),
    "agency: a date between subject and verb": (
        "Lin on March 4 called on China and Kenya to trade more.",
        [("called on", "Lin Tao")], [("called on", "proposed", "CHN KEN")]),
    "agency: the turn of the guest": (
        "For his part, Ott said Kenya highly values its friendship with China and firmly adheres to the one-China principle.",
        [("said", "Paul Ott")], [("firmly adheres to", "affirmed", "KEN")]),
    "agency: a sentence as a quotation with both names": (
        '"No matter what comes, China will stand firm," Lin told Ott.',
        [("told", "Lin Tao")], [("will", "pledged", "CHN")]),
    "agency: a condition quoted": (
        '"If we have agreed on something, we will do it," Ott remarked.',
        [("remarked", "Paul Ott")], [("will", "pledged", "KEN")]),
    "foreign ministry: a block goes on without a cue": (
        "Lin said that last year was good. China is ready to help. All parties should keep calm. The two sides should make good use of it.",
        [("said", "Lin Tao")], [("is ready to", "ready", "CHN"), ("should", "proposed", ""), ("should", "proposed", "CHN KEN")]),
    "foreign ministry: who is briefed": (
        "Ott briefed Lin on the drought, saying that Kenya looks forward to more aid.",
        [("briefed", "Paul Ott"), ("saying", "Paul Ott")], [("looks forward to", "hoped", "KEN")]),
    "seats of power speak": (
        "Beijing is ready to import tea, Lin said. Ott said Nairobi would like to learn.",
        [("said", "Lin Tao"), ("said", "Paul Ott")], [("is ready to", "ready", "CHN"), ("would like to", "ready", "KEN")]),
    "Central Asia: heads of state without names": (
        "The heads of state noted with satisfaction the growth of trade. The Heads of State expressed readiness to meet.",
        [("noted", "JOINT"), ("expressed readiness", "JOINT")], [("expressed readiness to", "ready", "CHN KEN")]),
    "Central Asia: the head of a ministry conveys greetings": (
        "The head of the Kenyan Foreign Ministry conveyed to the President of China sincere greetings of the people.",
        [("conveyed to the President of China sincere greetings", "Paul Ott")], []),
    "Central Asia: readiness of a side": (
        "Ott confirmed the readiness of the Kenyan side to build a port.",
        [("confirmed the readiness", "Paul Ott")], [("confirmed the readiness of the Kenyan side to", "ready", "KEN")]),
    "Central Asia: mutual interest": (
        "The sides expressed mutual interest in opening flights.",
        [("expressed mutual interest", "JOINT")], [("expressed mutual interest in", "hoped", "CHN KEN")]),
    "Central Asia: a warm welcome first": (
        "Warmly welcoming the guest, the Chinese President noted with satisfaction the growth of trade.",
        [("noted", "Lin Tao")], []),
    "Russia: what was agreed, by nobody named": (
        "Mutual commitment was reaffirmed to stepping up trade. It was agreed to continue contacts.",
        [("was reaffirmed", "JOINT")], [("commitment was reaffirmed to", "affirmed", "CHN KEN"), ("was agreed to", "agreed", "CHN KEN")]),
    "Russia: to speak in favour": (
        "The parties spoke in favour of continued talks. It was decided that the ministers would meet.",
        [("spoke in favour of", "JOINT")], [("was decided that", "agreed", "CHN KEN")]),
    "India: numbered paragraphs, both Ministers": (
        "2. The two leaders reviewed the entire gamut of relations and agreed to strengthen cooperation in health.",
        [], [("agreed to", "agreed", "CHN KEN")]),
    "Pacific: plurals without an article": (
        "2. Presidents reaffirmed their commitment to the partnership. Leaders committed to finalising a treaty.",
        [("reaffirmed their commitment", "JOINT")], [("reaffirmed their commitment to", "affirmed", "CHN KEN"), ("committed to", "pledged", "CHN KEN")]),
    "Japan: statements and concurrence": (
        "President Lin stated that he would like to work with Kenya. The two sides concurred to meet. Lin requested Kenya to lift the ban.",
        [("stated", "Lin Tao"), ("requested", "Lin Tao")],
        [("would like to", "ready", "CHN"), ("concurred to", "agreed", "CHN KEN"), ("requested", "proposed", "KEN")]),
    "Korea: a verb joined by and": (
        "Ott responded that Kenya highly values the aid and hopes to learn from China.",
        [("responded", "Paul Ott")], [("hopes to", "hoped", "KEN")]),
    "Gulf: keenness and eagerness": (
        "Ott lauded the ties binding the two nations, noting his country's eagerness to trade.",
        [("lauded", "Paul Ott"), ("noting his country's eagerness", "Paul Ott")], [("noting his country's eagerness to", "hoped", "KEN")]),
    "Iran: the top diplomat": (
        "In turn, the top Kenyan diplomat stressed that his country is determined to boost trade.",
        [("stressed", "Paul Ott")], [("is determined to", "pledged", "KEN")]),
    "Vietnam: suggestions": (
        "Lin suggested the two sides increase exchanges, and both sides concurred to keep contact.",
        [("suggested", "Lin Tao")], [("suggested", "proposed", "CHN KEN"), ("concurred to", "agreed", "CHN KEN")]),
    "Africa: ministers are directed": (
        "The two Heads of State directed their Foreign Ministers to convene the commission.",
        [], [("directed their Foreign Ministers to", "agreed", "CHN KEN")]),
    "Africa: an invitation": (
        "Ott extended an invitation to President Lin to visit Kenya.",
        [("extended an invitation", "Paul Ott")], [("extended an invitation to", "proposed", "CHN")]),
    "Europe: called on, recalled, reiterated calls": (
        "Lin called on Kenya to step up reforms, while recalling that time was short. He reiterated his call for calm.",
        [("called on", "Lin Tao"), ("recalling", "Lin Tao"), ("reiterated his call", "Lin Tao")],
        [("called on", "proposed", "KEN"), ("reiterated his call for", "proposed", "CHN KEN")]),
    "Germany: not let up": (
        "Lin assured President Ott that China would not let up in its support.",
        [("assured", "Lin Tao")], [("would", "pledged", "CHN")]),
    "Ukraine: to count on": (
        '"We count on further support," Paul Ott emphasized.',
        [("emphasized", "Paul Ott")], [("count on", "hoped", "KEN")]),
    "Canada: a share of views": (
        "President Ott shared his perspective on the region and reaffirmed that Kenya will work with China.",
        [("shared his perspective", "Paul Ott"), ("reaffirmed", "Paul Ott")], [("will", "pledged", "KEN")]),
    "Japan: hope resumed behind words about oneself": (
        "Lin stated that he was pleased to come, and expressed his hope to expand trade. The two ministers shared the view that they would continue to cooperate.",
        [("stated", "Lin Tao"), ("expressed his hope", "Lin Tao"), ("shared the view", "JOINT")],
        [("expressed his hope to", "hoped", "CHN"), ("would", "pledged", "CHN KEN")]),
    "Vietnam: what the two ministries are to do with signed papers": (
        "Ott suggested that the two defence ministries carry out the signed agreements.",
        [("suggested", "Paul Ott")], [("suggested", "proposed", "CHN KEN")]),
    "Pakistan, Bangladesh: felicitations and assurances": (
        "Lin felicitated Ott on the harvest and assured him of his full cooperation in trade. Ott assured Lin of extending help.",
        [("felicitated", "Lin Tao"), ("assured", "Lin Tao"), ("assured", "Paul Ott")],
        [("assured him of", "pledged", "CHN"), ("assured Lin of", "pledged", "KEN")]),
    "London: a leader is clear": (
        "Lin was clear that China would keep its markets open. Ott updated on his talks in Juba.",
        [("was clear", "Lin Tao"), ("updated on", "Paul Ott")], [("would", "pledged", "CHN")]),
    "Paris: the President of the Republic": (
        "The President of Kenya recalled Kenya's opposition to the tariff. The two leaders were in agreement on a new treaty.",
        [("recalled Kenya's opposition", "Paul Ott")],
        [("recalled Kenya's opposition to", "affirmed", "KEN"), ("were in agreement on", "agreed", "CHN KEN")]),
    "Rome: a quotation goes on with we": (
        '"Kenya is a friend of China and we intend to invest there," Lin declared. Ott hoped for more investment.',
        [("declared", "Lin Tao"), ("hoped for", "Paul Ott")], [("intend to", "pledged", "CHN"), ("hoped for", "hoped", "KEN")]),
    "Pretoria: what is undertaken, offered and demanded": (
        "Ott undertook to settle the matter. Lin offered to host the talks. At the talks, Ott called for keeping calm.",
        [("undertook", "Paul Ott"), ("offered", "Lin Tao"), ("called for", "Paul Ott")],
        [("undertook to", "pledged", "KEN"), ("offered to", "ready", "CHN"), ("called for", "proposed", "CHN KEN")]),
    "Nairobi: the Government is the speaker's own": (
        "Ott said the Government will build a port.",
        [("said", "Paul Ott")], [("will", "pledged", "KEN")]),
    "Tashkent: noted with satisfaction": (
        "The high level of ties was noted with deep satisfaction.",
        [("was noted", "JOINT")], []),
    "no speech: a journey and a plan": (
        "Lin set out on this journey in May. Ott offered suggestions for new ways to trade.",
        [], []),
}  # fmt: skip


@pytest.mark.parametrize("house", HOUSES)
def test_a_turn_of_phrase_is_read(house: str) -> None:
    """Every house has its own; who speaks and who is bound is the same everywhere."""
    text, said, bound = HOUSES[house]
    analysis = analyze(HEAD + text)
    assert [(a.cue.text, a.speaker) for a in analysis.attributions] == said
    assert [(c.trigger.text, c.strength, " ".join(c.committers)) for c in analysis.commitments] == bound


STATEMENT = "Joint Statement of China and Kenya\n\nPresident Lin Tao of China and President Paul Ott of Kenya met in Nairobi on Monday.\n\n"

JOINT = [
    ("We condemn terrorism and reaffirm our commitment to peace.", ["reaffirm our commitment to"], ["CHN KEN"]),
    ("Both sides support the reform. We will trade more and we intend to launch a dialogue.", ["support", "will", "intend to"], ["CHN KEN"] * 3),
    ("Kenya pledges to protect its forests. China plans to provide aid.", ["pledges to", "plans to"], ["KEN", "CHN"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "triggers", "bound"), JOINT)
def test_a_joint_statement_binds_whoever_says_we(text: str, triggers: list[str], bound: list[str]) -> None:
    """In the present tense too, and what a side plans is a pledge there."""
    found = analyze(STATEMENT + text).commitments
    assert [c.trigger.text for c in found] == triggers
    assert [" ".join(c.committers) for c in found] == bound


def test_members_of_an_organisation_say_we_for_it() -> None:
    """As named where they introduce themselves."""
    text = (
        "1. We, the Foreign Ministers of ASEAN, met in Nairobi.\n\n2. We reaffirmed our commitment to the Charter. We agreed to meet again."
    )
    analysis = analyze(text)
    assert [a.speaker for a in analysis.attributions] == ["JOINT"]
    assert [c.committers for c in analysis.commitments] == [("ASEAN",), ("ASEAN",)]
