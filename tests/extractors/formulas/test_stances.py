"""One-China language: what is endorsed, by whom, how far, and the confusions that a list of keywords falls for."""

from __future__ import annotations

import pytest

from diplocorpus import Matter, Stance, analyze

TALKS = "Chinese President Lin Tao held talks with Kenyan President Paul Ott in Nairobi on Monday.\n\n"
"""Gives the sentences below two sides."""


def summary(stance: Stance) -> str:
    """Return a stance in a line: holder, level, object/verb, flags with their tokens, then what is not as usual."""
    words = [stance.holder or "nobody", "-" if stance.level is None else str(stance.level)]
    if stance.object or stance.verb:
        words.append(f"{stance.object or ''}/{stance.verb or ''}")
    tokens: dict[str, str] = {}
    for clause in stance.clauses:
        tokens[clause.kind] = tokens.get(clause.kind) or (clause.token.text if clause.token else "")
    words += sorted(f"{kind}={token}" if token else kind for kind, token in tokens.items())
    marks = {
        "not-held": not stance.commits,
        "told-by-other": stance.asserted_by_other,
        "past": stance.historical,
        "negative": stance.polarity == "negative",
        "respective": stance.respective,
        "conditional": stance.condition is not None,
        "hedged": stance.hedge is not None,
        str(stance.matter): stance.matter is not Matter.ONE_CHINA,
    }
    return " ".join([*words, *(f"[{mark}]" for mark, there in marks.items() if there)])


def stances(text: str) -> list[str]:
    """Return the stances of a text in the setting of the talks, in a line each."""
    return [summary(stance) for stance in analyze(TALKS + text).stances]


ENDORSED = [
    # why, sentence, stances
    ("the bare principle", "Ott said Kenya firmly upholds the one-China principle.", "KEN 4 principle/adhere"),
    ("adverb behind the verb", "Kenya adheres firmly to the one-China principle, Ott said.", "KEN 4 principle/adhere"),
    ("adjective for a verb", "The Kenyan side remains firmly committed to the one-China principle, Ott said.", "KEN 4 principle/adhere"),
    ("a possessive pronoun", "Ott reiterated his country's adherence to the one-China principle.", "KEN 4 principle/adhere"),
    ("a noun under a verb", "Kenya reaffirmed its firm commitment to the one-China principle.", "KEN 4 principle/adhere"),
    ("a noun that is the speech", "Ott expressed firm support for the one-China principle.", "KEN 4 principle/support"),
    ("reaffirmed itself", "Ott reaffirmed the one-China principle.", "KEN 4 principle/reaffirm"),
    ("a seat of power", "Nairobi earnestly abides by the one-China principle, Ott told his host.", "KEN 4 principle/adhere"),
    ("the agent of a passive", "The one-China principle is firmly upheld by Kenya, Ott said.", "KEN 4 principle/adhere"),
    ("both sides", "Kenya and Uganda recognise the one-China principle, Ott said.", "KEN 4 principle/recognise ; UGA 4 principle/recognise [told-by-other]"),
    ("the words turned round", "Ott said Kenya follows the principle of \"one China\".", "KEN 4 principle/adhere"),
    ("capitals and quotation marks", "Kenya supports the \"One China\" Principle, Ott noted.", "KEN 4 principle/support"),
    ("a consensus joined", "Kenya upholds the international consensus on the one-China principle, Ott said.", "KEN 4 consensus/adhere"),
    ("a basis acknowledged", "The one-China principle is the political foundation of Kenya's ties with China, Ott said.", "KEN 4 principle/recognise"),
    ("a weak verb", "Kenya respects the one-China principle, Ott said.", "KEN 3 principle/respect"),
    ("two verbs, one of them weak", "Ott said Kenya fully understands and respects the one-China principle.", "KEN 3 principle/respect"),
    ("a hedge takes a rank", "Kenya in principle recognises the one-China principle, Ott said.", "KEN 3 principle/recognise [hedged]"),
    ("a strong verb bears a hedge", "Kenya broadly supports the one-China principle, Ott said.", "KEN 4 principle/support [hedged]"),
    ("a part of China besides", "Ott said Kenya upholds the one-China principle and holds that Taiwan is an inalienable part of China's territory.",
     "KEN 5 principle/adhere part_of_china=inalienable"),
    ("the resolution endorsed", "Kenya reaffirmed UN General Assembly Resolution 2758.", "KEN 5 resolution_2758"),
    ("policy over the whole of Beijing's claim but reunification",
     ("Kenya adheres to its one-China policy and recognises that the Government of the People's Republic of China is the sole legal government "
     "representing the whole of China and that Taiwan is an integral part of China, Ott said."),
     "KEN 5 policy/adhere part_of_china=integral sole_government=whole of China"),
    ("principle and against independence", "Kenya upholds the one-China principle and opposes any form of \"Taiwan independence\", Ott said.",
     "KEN 6 principle/adhere opposes_independence"),
    ("whose measures they are", "Ott said Kenya abides by the one-China principle and supports China's legitimate measures to safeguard its own sovereignty.",
     "KEN 6 principle/adhere legitimate_measures"),
    ("the word peaceful holds a level down",
     "Kenya abides by the one-China principle and supports all efforts made by the Chinese government to achieve peaceful national reunification, Ott said.",
     "KEN 6 principle/adhere all_efforts_for_reunification=peaceful"),
    ("all efforts", "Kenya firmly supports all efforts made by China to realise national reunification and abides by the one-China principle, Ott said.",
     "KEN 7 principle/adhere all_efforts_for_reunification"),
    ("every effort, under the label of a policy",
     ("Ott said Kenya is committed to the one-China policy, considers Taiwan an inalienable part of China and supports every effort of China for national "
     "reunification."), "KEN 7 policy/adhere all_efforts_for_reunification part_of_china=inalienable"),
    ("the cause of reunification", "Kenya upholds the one-China principle and supports China's cause of national reunification, Ott said.",
     "KEN 6 principle/adhere reunification"),
    ("by peaceful means", "Ott said Kenya supports China's reunification by peaceful means.", "KEN 3 reunification=by peaceful means"),
    ("several sentences of one speaker", "Ott said Kenya abides by the one-China principle. Kenya opposes \"Taiwan independence\". It supports China's national reunification.",
     "KEN 6 principle/adhere opposes_independence reunification"),
    ("a turn taken up again", "Kenya upholds the one-China principle, Ott said.\n\nLin welcomed the guests.\n\nOtt added that his country rejects \"two Chinas\".",
     "KEN 6 principle/adhere opposes_independence"),
    ("no official ties", "Kenya upholds the one-China principle and will not develop any form of official ties with Taiwan, Ott said.",
     "KEN 4 principle/adhere no_official_ties"),
    ("no bodies of states", "Ott said Kenya adheres to the one-China principle and does not support Taiwan joining organizations in which statehood is required.",
     "KEN 4 principle/adhere no_statehood_bodies"),
    ("an internal affair", "Kenya upholds the one-China principle and regards the Taiwan question as China's internal affair, Ott said.",
     "KEN 4 principle/adhere internal_affair"),
    ("a list of regions", "Kenya abides by the one-China principle and supports China on issues related to Xinjiang, Xizang and Hong Kong, Ott said.",
     "KEN 4 principle/adhere hong_kong xinjiang xizang=Xizang"),
    ("another name for a region", "Kenya abides by the one-China principle and backs China on Tibet, Ott said.", "KEN 4 principle/adhere xizang=Tibet"),
    ("one country, two systems", "Kenya upholds the one-China principle and supports \"one country, two systems\" in Hong Kong, Ott said.",
     "KEN 4 principle/adhere hong_kong two_systems"),
    ("a naming that may be the publisher's", "Kenya upholds the one-China principle and has no contact with China's Taiwan region, Ott said.",
     "KEN 4 principle/adhere named_as_part"),
    ("founding documents", "Kenya adheres to the one-China principle and to the communiqué on the establishment of diplomatic relations, Ott said.",
     "KEN 4 principle/adhere communique"),
    ("the resolution beside the principle", "Kenya upholds the one-China principle and Resolution 2758, Ott said.", "KEN 5 principle/adhere resolution_2758"),
    ("readiness keeps its own words", "Ott said, adding that his country firmly upholds the one-China principle, and stands ready to learn from China.",
     "KEN 4 principle/adhere"),
    ("what is claimed of Taiwan and of China is no act of theirs, so that who claims it opposes",
     ("The Kenyan side reaffirms that there is but one China in the world, that the Government of the People's Republic of China is the sole legal "
      "government representing the whole of China, and that Taiwan is an inalienable part of China's territory, and opposes 'Taiwan independence'."),
     "KEN 6 one_china/reaffirm opposes_independence part_of_china=inalienable sole_government=whole of China"),
    ("a list of acts goes on behind a claim",
     "Kenya reaffirmed the one-China principle, recognised that Taiwan is part of China, opposes \"Taiwan independence\" and supports China's reunification.",
     "KEN 6 principle/reaffirm opposes_independence part_of_china reunification"),
    ("what is not wavered in is held", "Ott said Kenya has never wavered in its support for the one-China principle.", "KEN 4 principle/support"),
    ("what is not ceased goes on", "Ott said Kenya never ceased to uphold the one-China principle.", "KEN 4 principle/adhere"),
    ("two Chinas are not one", "Ott said Kenya opposes \"one China, one Taiwan\".", "KEN 3 opposes_independence"),
    ("each time one side", "The two sides reaffirmed the one-China principle.", "CHN 4 principle/reaffirm ; KEN 4 principle/reaffirm"),
]  # fmt: skip

OWN_TERMS = [
    ("a policy of one's own", "Kenya remains committed to its one-China policy, Ott said.", "KEN 2 policy/adhere"),
    ("one China in the world, without a noun", "Ott said Kenya recognises that there is but one China.", "KEN 2 one_china/recognise"),
    ("no call supported", "Ott said Kenya does not support any call for Taiwan independence.", "KEN 1 no_support_for_independence"),
    ("a policy supported", "Ott said Kenya supports the one-China policy.", "KEN 2 policy/support"),
    ("a policy respected", "Kenya respects the one-China policy, Ott said.", "KEN 2 policy/respect"),
    ("policy and one clause of Beijing's", "Kenya follows a one-China policy and opposes \"Taiwan independence\", Ott said.", "KEN 3 policy/adhere opposes_independence"),
    ("policy and reunification", "Kenya upholds its \"one China\" policy and supports China's reunification cause, Ott said.", "KEN 3 policy/adhere reunification"),
    ("a part of China alone", "Ott said Taiwan is an integral part of China.", "KEN 3 part_of_china=integral"),
    ("the sole government alone says nothing of Taiwan", "Kenya recognises the PRC as the sole legal government of China, Ott said.", "KEN 2 sole_government"),
    ("has not changed", "Ott said that Kenya's one-China policy has not changed.", "KEN 1 policy/unchanged"),
    ("remains unchanged, in the first person", "Ott said: \"Our one China policy remains unchanged.\"", "KEN 1 policy/unchanged"),
    ("no change", "Ott said there is no change in Kenya's one-China policy.", "KEN 1 policy/unchanged"),
    ("acknowledged", "Kenya acknowledges the Chinese position that Taiwan is a part of China, Ott said.", "KEN 1 position/acknowledge"),
    ("taken note of", "Kenya takes note of China's position on the Taiwan question, Ott said.", "KEN 1 position/note"),
    ("a claim taken note of", "Kenya takes note of the Chinese position that Taiwan is an inalienable part of China, Ott said.", "KEN 1 position/note"),
    ("a claim understood", "Kenya fully understands and respects China's position that Taiwan is part of China, Ott said.", "KEN 2 position/respect"),
    ("noting that is saying so", "Ott noted that Taiwan is part of China.", "KEN 3 part_of_china"),
    ("understood and respected", "Ott said Kenya fully understands and respects this stand of the Chinese government.", "KEN 2 position/respect"),
    ("a position supported", "Kenya supports China's position on the Taiwan question, Ott said.", "KEN 3 position/support"),
    ("not to support is less than to oppose", "Kenya does not support \"Taiwan independence\", Ott said.", "KEN 1 no_support_for_independence"),
    ("never supported", "Ott said Kenya has never supported Taiwan independence.", "KEN 1 no_support_for_independence"),
    ("policy beside stability", "Ott said Kenya upholds its one-China policy and stressed peace and stability across the Taiwan Strait.",
     "KEN 1 policy/adhere stability"),
    ("a principle is not undone by stability", "Ott said Kenya upholds the one-China principle and called for peace and stability in the Taiwan Strait.",
     "KEN 4 principle/adhere stability"),
]  # fmt: skip

AT_A_DISTANCE = [
    ("no longer", "Ott said Kenya ceased to recognise the one-China principle.", "KEN 0 principle/recognise [negative]"),
    ("respective policies", "Kenya and Uganda reaffirmed their respective one-China policies.", "KEN 1 policy/reaffirm [respective] ; UGA 1 policy/reaffirm [respective]"),
    ("where applicable", "Kenya and Uganda recalled and reaffirmed their respective one-China policies, where applicable.",
     "KEN 0 policy/reaffirm [respective] [conditional] ; UGA 0 policy/reaffirm [respective] [conditional]"),
    ("no position", "Ott said Kenya takes no position on Taiwan's status.", "KEN 0 status/distance"),
    ("not endorsed", "Kenya does not endorse the one-China principle, Ott said.", "KEN 0 principle/support [negative]"),
    ("neither nor", "Ott said Kenya neither supports nor opposes the one-China principle.", "KEN 0 principle/distance"),
    ("rejected", "Ott said Kenya rejects the one-China principle.", "KEN 0 principle/oppose [negative]"),
    ("as long as", "Kenya will abide by its one-China policy so long as peace prevails, Ott said.", "KEN 0 policy/adhere [conditional]"),
    ("a counter-signal", "Ott underscored the importance of peace and stability across the Taiwan Strait.", "KEN -1 stability"),
    ("the status quo", "The leaders opposed unilateral changes to the status quo by force in the Taiwan Strait.", "KEN -1 stability"),
    ("differences to be resolved", "Ott called for the peaceful resolution of cross-Strait issues.", "KEN -1 stability"),
    ("a seat for Taiwan", "Ott said Kenya supports Taiwan's meaningful participation in the World Health Assembly.", "KEN -1 taiwan_participation"),
    ("coercion deplored", "Ott raised concerns about coercion against Taiwan.", "KEN -1 stability"),
]  # fmt: skip

NOT_TAKEN = [
    ("urged", "China urged Kenya to abide by the one-China principle.", "KEN 4 principle/adhere [not-held] [told-by-other]"),
    ("called on, by a person", "Lin called on Kenya to honour the one-China principle.", "KEN 4 principle/adhere [not-held] [told-by-other]"),
    ("should", "Kenya should stick to the one-China principle, Lin said.", "KEN 4 principle/adhere [not-held] [told-by-other]"),
    ("hoped of another", "Lin said China hopes that Kenya will continue to uphold the one-China principle.", "KEN 4 principle/adhere [not-held] [told-by-other]"),
    ("believed of another", "Lin said he believes that Kenya will adhere to the one-China principle.", "KEN 4 principle/adhere [not-held] [told-by-other]"),
    ("urged in the passive", "Kenya was urged to observe the one-China principle, Lin said.", "KEN 4 principle/adhere [not-held] [told-by-other]"),
    ("as a condition for another", "If Kenya upholds the one-China principle, ties will prosper, Lin said.", "KEN 4 principle/adhere [not-held] [told-by-other]"),
    ("violated", "The visit violates the one-China principle, Lin said.", "nobody - principle/violate [not-held]"),
    ("somebody accused", "Lin said Kenya has seriously violated the one-China principle.", "KEN - principle/violate [not-held] [told-by-other]"),
    ("praise presupposes", "Lin appreciated Kenya's adherence to the one-China principle.", "KEN 4 principle/adhere [told-by-other]"),
    ("high praise", "Lin spoke highly of Kenya's firm commitment to the one-China principle.", "KEN 4 principle/adhere [told-by-other]"),
    ("thanks to a person", "Lin thanked Ott for his wholehearted support for the one-China principle.", "KEN 4 principle/support [told-by-other]"),
    ("thanks for doing", "Lin thanked Kenya for upholding the one-China principle.", "KEN 4 principle/adhere [told-by-other]"),
    ("told of the other side", "Lin said Kenya has always upheld the one-China principle.", "KEN 4 principle/adhere [told-by-other]"),
    ("a quotation within", "The Chinese side said the Kenyan president had reaffirmed Kenya's adherence to the one-China principle.",
     "KEN 4 principle/adhere [told-by-other]"),
    ("one's own hope", "Ott said Kenya hopes to continue to uphold the one-China principle.", "KEN 4 principle/adhere"),
    ("history", "Ott recalled that in 1992 Kenya recognised the PRC as the sole legal government of China.", "KEN 2 sole_government [past]"),
    ("the mainland of itself", "China will uphold the one-China principle, Lin said.", "CHN 4 principle/adhere"),
    ("a party of the Strait", "Lin said the two sides of the Strait share the 1992 Consensus.", ""),
    ("the resolution cited", "Ott cited Resolution 2758.", "KEN - resolution_2758/ [CITES_2758]"),
    ("core interests only", "Ott said Kenya supports China on issues concerning its core interests.", "KEN - /support core_interests [CORE_ONLY]"),
    ("mutual support", "The two sides firmly support each other on issues concerning their core interests, Lin said.",
     "KEN - /support core_interests reciprocity [told-by-other] [CORE_ONLY]"),
    ("measures without one China", "Ott said Kenya supports China's legitimate measures to safeguard its sovereignty.", "KEN - /support legitimate_measures [CORE_ONLY]"),
]  # fmt: skip

NOTHING = [
    ("a steel mill", "Ott visited One China Steel, which supports 300 jobs."),
    ("a car", "Kenya follows the market for the one China-made car, Ott said."),
    ("an expert", "Ott respects one China expert above all."),
    ("a policy on China", "Ott said Kenya supports a review of its China policy."),
    ("another formula", "Ott said Kenya respects the principle of one country, one vote."),
    ("a road", "Kenya upholds one belt, one road, Ott said."),
    ("another country's reunification", "Ott said Kenya supports the peaceful reunification of Korea."),
    ("families", "Kenya supports family reunification, Ott said."),
    ("another strait", "Ott stressed peace and stability in the Strait of Hormuz."),
    ("somebody else's status quo", "Ott opposed unilateral changes to the status quo in Kosovo."),
    ("another part of China", "Ott toured the southern part of China."),
    ("another internal affair", "Ott said Kenya opposes interference in Uganda's internal affairs."),
    ("rights in general", "Ott said Kenya supports human rights."),
    ("talks touched on it", "Lin and Ott discussed the one-China principle."),
    ("an anniversary of independence", "Lin supports the celebration of Kenya's independence."),
    ("an interest rate", "Ott said Kenya supports lower core interest rates."),
    ("two verbs of which one has the object", "Kenya supports trade and Lin discussed the one-China principle."),
    ("a question", "Does Kenya still follow the one-China policy?"),
    ("a breach denied", "Ott denied that Kenya had violated the one-China principle."),
    ("a breach asked about", "Asked whether Kenya would abandon the one-China policy, Ott did not answer."),
    ("a shop in the world", "Ott said there is only one China shop in Nairobi."),
    ("a communiqué adopted", "The two sides adopted a joint communiqué."),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), [row[1:] for row in ENDORSED], ids=[row[0] for row in ENDORSED])
def test_an_endorsement_has_its_level_from_its_clauses(sentence: str, expected: str) -> None:
    """Object, verb and companions, over all that one speaker says."""
    assert " ; ".join(stances(sentence)) == expected


@pytest.mark.parametrize(("sentence", "expected"), [row[1:] for row in OWN_TERMS], ids=[row[0] for row in OWN_TERMS])
def test_a_policy_of_ones_own_stands_below_the_principle(sentence: str, expected: str) -> None:
    """And below that a position that is only noted."""
    assert " ; ".join(stances(sentence)) == expected


@pytest.mark.parametrize(("sentence", "expected"), [row[1:] for row in AT_A_DISTANCE], ids=[row[0] for row in AT_A_DISTANCE])
def test_distance_and_counter_signals_are_no_endorsement(sentence: str, expected: str) -> None:
    """They have levels of their own."""
    assert " ; ".join(stances(sentence)) == expected


@pytest.mark.parametrize(("sentence", "expected"), [row[1:] for row in NOT_TAKEN], ids=[row[0] for row in NOT_TAKEN])
def test_what_others_ask_tell_or_cite_is_told_apart(sentence: str, expected: str) -> None:
    """Commitment, source, time and matter are axes of their own."""
    assert " ; ".join(stances(sentence)) == expected


@pytest.mark.parametrize("sentence", [row[1] for row in NOTHING], ids=[row[0] for row in NOTHING])
def test_words_that_look_like_one_china_language_give_nothing(sentence: str) -> None:
    """The object must be the matter, and somebody must take it."""
    assert stances(sentence) == []
