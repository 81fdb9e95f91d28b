"""Who met whom, how, when and where."""

from __future__ import annotations

import pytest

from diplocorpus import analyze

KINDS = [
    ("Chinese President Lin Tao had a telephone conversation with Kenyan President Paul Ott.", "phone_call"),
    ("President Lin Tao of China spoke today with President Paul Ott of Kenya.", "phone_call"),
    ("Chinese President Lin Tao held a video call with Kenyan President Paul Ott.", "video_call"),
    ("Chinese President Lin Tao met with Kenyan President Paul Ott in Nairobi.", "meeting"),
    ("Kenyan President Paul Ott was received by Chinese President Lin Tao.", "meeting"),
    ("Kenyan President Paul Ott received today at Strelsau Palace the Chinese President Lin Tao.", "meeting"),
    ("Kenyan President Paul Ott, Minister of Defence, received Chinese President Lin Tao.", "meeting"),
    ("In a meeting with Kenyan President Paul Ott, Chinese President Lin Tao said that trade had grown.", "meeting"),
    ("Chinese President Lin Tao said in a phone conversation with his Kenyan counterpart Paul Ott that trade had grown.", "phone_call"),
    ("Chinese President Lin Tao called Kenyan President Paul Ott today.", "phone_call"),
    ("Chinese President Lin Tao and Kenyan President Paul Ott spoke today.", "phone_call"),
    ("Chinese President Lin Tao received a telephone call from Kenyan President Paul Ott.", "phone_call"),
    ("Chinese President Lin Tao welcomed Kenyan President Paul Ott to Beijing today.", "meeting"),
    ("Talks between Chinese President Lin Tao and Kenyan President Paul Ott took place in Beijing.", "meeting"),
    ("Chinese President Lin Tao hosted Kenyan President Paul Ott for a working lunch.", "meeting"),
    ("Chinese President Lin Tao had a long talk with Kenyan President Paul Ott.", "meeting"),
    ("Chinese President Lin Tao sent a message of congratulations to Kenyan President Paul Ott.", "correspondence"),
]


@pytest.mark.parametrize(("sentence", "kind"), KINDS)
def test_an_encounter_is_a_meeting_of_its_kind(sentence: str, kind: str) -> None:
    """With both sides, their people and the level of the lower side."""
    [meeting] = analyze(sentence).meetings
    assert (meeting.kind, meeting.parties, meeting.level) == (kind, ("CHN", "KEN"), "head_of_state")
    assert {p.name for p in meeting.participants} == {"Lin Tao", "Paul Ott"}


def test_counterparts_met_separately_are_met_in_separate_meetings() -> None:
    """One record for one encounter, and the text that follows belongs to its own."""
    analysis = analyze(
        "Chinese Premier Lin Tao held separate meetings in Shanghai with Kenyan Prime Minister Paul Ott and Chilean Foreign Minister Ada Lowe.\n\n"
        "While meeting with Ott, Lin said the two countries should trade more.\n\n"
        "During his meeting with Lowe, Lin said the two countries should fish less."
    )
    assert [meeting.parties for meeting in analysis.meetings] == [("CHN", "KEN"), ("CHL", "CHN")]
    assert [meeting.level for meeting in analysis.meetings] == ["head_of_government", "minister"]
    assert [c.committers for c in analysis.commitments] == [("CHN", "KEN"), ("CHL", "CHN")]
    assert [c.meeting_id for c in analysis.commitments] == ["m1", "m2"]


def test_a_call_that_is_only_recalled_is_referenced() -> None:
    """With its own date; the news is the other one."""
    analysis = analyze(
        "Chinese President Lin Tao met with Kenyan President Paul Ott in Nairobi on Monday.\n\n"
        "Ott noted that he and Chilean President Ada Lowe discussed trade during the telephone conversation on May 7 this year."
    )
    assert (analysis.meetings[0].kind, analysis.meetings[0].status) == ("meeting", "reported")
    assert all(m.status == "referenced" for m in analysis.meetings[1:])


def test_an_announced_meeting_is_not_reported() -> None:
    """Encounters still to come are no meetings, but kept apart."""
    analysis = analyze("Chinese President Lin Tao will meet with Kenyan President Paul Ott in Nairobi next week.")
    assert analysis.meetings == ()
    assert [(m.status, m.parties) for m in analysis.announced] == [("announced", ("CHN", "KEN"))]


STATUS = [
    # sentence, reported, recalled, announced
    ("Chinese President Lin Tao traveled to Nairobi to meet with Kenyan President Paul Ott.", 1, 0, 0),
    ("Chinese President Lin Tao is scheduled to hold talks with Kenyan President Paul Ott.", 0, 0, 1),
    ("Chinese President Lin Tao will visit Kenya and meet with Kenyan President Paul Ott.", 0, 0, 1),
    ("Chinese President Lin Tao did not meet with Kenyan President Paul Ott.", 0, 0, 0),
    ("Chinese President Lin Tao would meet with Kenyan President Paul Ott if asked.", 0, 0, 0),
    ("Chinese President Lin Tao praised the outcome of his last meeting with Kenyan President Paul Ott.", 0, 1, 0),
    ("Chinese President Lin Tao had met with Kenyan President Paul Ott before.", 0, 1, 0),
    ("Chinese President Lin Tao said that he had met with Kenyan President Paul Ott.", 0, 1, 0),
    ("Earlier today, Chinese President Lin Tao met with Kenyan President Paul Ott.", 1, 0, 0),
    ("Chinese President Lin Tao thanked Kenyan President Paul Ott for his help in a meeting on Monday.", 1, 0, 0),
    ("Chinese President Lin Tao thanked Kenyan President Paul Ott for his help in the meeting of 2019.", 0, 0, 0),
    ("The agreement came at a meeting between Chinese President Lin Tao and Kenyan President Paul Ott.", 1, 0, 0),
    ("Chinese President Lin Tao recalled what was agreed at the meeting with Kenyan President Paul Ott.", 0, 1, 0),
]


@pytest.mark.parametrize(("sentence", "reported", "recalled", "announced"), STATUS)
def test_news_is_told_from_what_is_recalled_and_what_is_to_come(sentence: str, reported: int, recalled: int, announced: int) -> None:
    """By the words in front of the encounter."""
    analysis = analyze(sentence)
    statuses = [str(meeting.status) for meeting in analysis.meetings]
    assert (statuses.count("reported"), statuses.count("referenced"), len(analysis.announced)) == (reported, recalled, announced)


TOGETHER = [
    # words, parties of each meeting
    ("met with Chilean President Ada Lowe and Kenyan President Paul Ott", [("CHL", "CHN", "KEN")]),
    ("met separately with Chilean President Ada Lowe and Kenyan President Paul Ott", [("CHL", "CHN"), ("CHN", "KEN")]),
    ("met with Chilean President Ada Lowe and Kenyan President Paul Ott, respectively", [("CHL", "CHN"), ("CHN", "KEN")]),
    ("held meetings with Chilean President Ada Lowe and Kenyan President Paul Ott", [("CHL", "CHN"), ("CHN", "KEN")]),
    ("met with ministers of other countries. These included Chilean Foreign Minister Ada Lowe and Kenyan Foreign Minister Paul Ott", [("CHL", "CHN"), ("CHN", "KEN")]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "parties"), TOGETHER)
def test_those_met_together_are_met_in_one_meeting(words: str, parties: list[tuple[str, ...]]) -> None:
    """Those met separately in several; three parties at one table make it multilateral."""
    meetings = analyze(f"Chinese Foreign Minister Lin Tao {words}.").meetings
    assert [meeting.parties for meeting in meetings] == parties
    assert {meeting.kind for meeting in meetings} == ({"multilateral"} if len(parties) == 1 else {"meeting"})


PLACES = [
    # where it stands, place, venue
    ("in Nairobi", "Nairobi", None),
    ("in Mombasa, Kenya", "Mombasa", None),
    ("in the Kenyan capital Nairobi", "Nairobi", None),
    ("in the port city of Mombasa", "Mombasa", None),
    ("at State House in Nairobi", "Nairobi", "State House"),
    ("for talks in Nairobi", "Nairobi", None),
    ("on the sidelines of the Trade Summit in Nairobi", "Nairobi", None),
    ("to discuss the war in Chad", None, None),
    ("about peace in Europe", None, None),
    ("at the Palace of Nations", None, "Palace of Nations"),
]


@pytest.mark.parametrize(("words", "place", "venue"), PLACES)
def test_a_place_is_where_the_meeting_was_not_what_it_was_about(words: str, place: str | None, venue: str | None) -> None:
    """The city before the country, the building apart."""
    [meeting] = analyze(f"Chinese President Lin Tao met with Kenyan President Paul Ott {words}.").meetings
    assert (meeting.place, meeting.venue) == (place, venue)


def test_a_place_may_be_told_elsewhere() -> None:
    """In what opens the sentence, in a sentence that takes the meeting up, or of another meeting of the same visit."""
    during = "During his visit to Nairobi, Chinese President Lin Tao met with Kenyan President Paul Ott."
    later = "Chinese President Lin Tao met with Kenyan President Paul Ott. The meeting took place in Nairobi."
    other = "Chinese President Lin Tao met with Kenyan President Paul Ott in Nairobi. Lin also met with Kenyan Foreign Minister Ada Lowe."
    for text in (during, later, other):
        assert {meeting.place for meeting in analyze(text).meetings} == {"Nairobi"}


CIRCUMSTANCES = [
    ("Chinese President Lin Tao met virtually with Kenyan President Paul Ott.", "video_call", "video", ()),
    ("Chinese President Lin Tao held talks with Kenyan President Paul Ott via video link.", "video_call", "video", ()),
    ("Chinese President Lin Tao spoke with Kenyan President Paul Ott by telephone.", "phone_call", "phone", ()),
    ("Chinese President Lin Tao spoke with Kenyan President Paul Ott on the margins of the Trade Summit.", "meeting", "in_person", ("sidelines",)),
    ("Chinese President Lin Tao had a one-on-one meeting with Kenyan President Paul Ott.", "meeting", "in_person", ("one_on_one",)),
    ("Chinese President Lin Tao and Kenyan President Paul Ott held talks in an expanded format.", "meeting", "in_person", ("expanded",)),
    ("Kenyan Foreign Minister Paul Ott paid a courtesy call on Chinese President Lin Tao.", "meeting", "in_person", ("courtesy_call",)),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "kind", "mode", "formats"), CIRCUMSTANCES)
def test_what_stands_around_the_words_says_how_it_was_held(sentence: str, kind: str, mode: str, formats: tuple[str, ...]) -> None:
    """By what means and in what composition."""
    [meeting] = analyze(sentence).meetings
    assert (meeting.kind, meeting.mode, meeting.formats) == (kind, mode, formats)


def test_those_named_as_present_are_delegates() -> None:
    """Participants besides those who met, of the side that the sentence names."""
    [meeting] = analyze(
        "Chinese President Lin Tao met with Kenyan President Paul Ott in Nairobi.\n\n"
        "Taking part in the meeting on the Kenyan side were Foreign Minister Ada Lowe and Trade Minister Tom Marsh."
    ).meetings
    assert [(p.name, p.party, p.delegate) for p in meeting.participants] == [
        ("Lin Tao", "CHN", False), ("Paul Ott", "KEN", False), ("Ada Lowe", "KEN", True), ("Tom Marsh", "KEN", True)
    ]  # fmt: skip


HEAD = "Chinese President Lin Tao met with Kenyan President Paul Ott in Nairobi."

LASTED = [
    ("The talks lasted two and a half hours.", 150),
    ("The talks went on for about 40 minutes.", 40),
    ("It was a 45-minute meeting.", 45),
    ("The hour-long talks were held in private.", 60),
    ("The talks lasted an hour and a half.", 90),
    ("The talks lasted for half an hour.", 30),
    ("They flew on for three hours.", None),  # no word of the encounter
]


@pytest.mark.parametrize(("sentence", "minutes"), LASTED)
def test_a_meeting_lasted_what_its_own_sentences_say(sentence: str, minutes: int | None) -> None:
    """Those that speak of an encounter."""
    [meeting] = analyze(f"{HEAD} {sentence}").meetings
    assert meeting.duration_minutes == minutes


ATMOSPHERE = [
    ("The talks were held in a warm and friendly atmosphere.", ["warm", "friendly"]),
    ("The two sides had a candid, in-depth exchange of views during the talks.", ["candid", "in-depth"]),
    ("The talks were constructive.", ["constructive"]),
    ("The talks passed in an atmosphere of mutual trust.", ["mutual trust"]),
    ("The talks dealt with constructive proposals.", []),
]


@pytest.mark.parametrize(("sentence", "words"), ATMOSPHERE)
def test_the_words_for_the_atmosphere_are_kept_as_they_stand(sentence: str, words: list[str]) -> None:
    """Where they are said of the encounter."""
    [meeting] = analyze(f"{HEAD} {sentence}").meetings
    assert [span.text for span in meeting.atmosphere] == words


ASKED = [
    ("at the latter's request", "KEN"),
    ("at the initiative of the Kenyan side", "KEN"),
    ("at China's initiative", "CHN"),
    ("at the request of Chile", None),  # no side of it
]


@pytest.mark.parametrize(("words", "party"), ASKED)
def test_who_asked_for_a_meeting_is_one_of_its_sides(words: str, party: str | None) -> None:
    """By initiative, request or the latter's wish."""
    [meeting] = analyze(f"Chinese President Lin Tao had a phone call with Kenyan President Paul Ott {words}.").meetings
    assert meeting.requested_by == party


HOSTED = [
    ("Chinese President Lin Tao received Kenyan Foreign Minister Paul Ott.", ("CHN",), ("KEN",)),
    ("Kenyan Foreign Minister Paul Ott was received by Chinese President Lin Tao.", ("CHN",), ("KEN",)),
    ("Chinese President Lin Tao met with visiting Kenyan Foreign Minister Paul Ott.", ("CHN",), ("KEN",)),
    ("Kenyan Foreign Minister Paul Ott paid a courtesy call on Chinese President Lin Tao.", ("CHN",), ("KEN",)),
    ("Chinese President Lin Tao met with Kenyan Foreign Minister Paul Ott.", (), ()),
]


@pytest.mark.parametrize(("sentence", "hosts", "visitors"), HOSTED)
def test_who_receives_is_the_host(sentence: str, hosts: tuple[str, ...], visitors: tuple[str, ...]) -> None:
    """And who is called visiting the visitor; where nothing tells, nobody is."""
    [meeting] = analyze(sentence).meetings
    assert (meeting.hosts, meeting.visitors) == (hosts, visitors)


OUTCOMES = [
    ("After the talks, they signed a protocol on trade.", [("signed", "protocol on trade")]),
    ("They signed a protocol on trade and an agreement on fish.", [("signed", "protocol on trade"), ("signed", "agreement on fish")]),
    ("A package of documents was signed.", [("signed", None)]),
    ("The Nairobi Declaration was adopted.", [("adopted", "Nairobi Declaration")]),
    ("A joint statement was issued.", [("issued", None)]),
    ("They agreed to sign a protocol on trade.", []),
    ("Ott said that they had signed a protocol on trade.", []),
    ("The two countries signed a protocol on trade in 1996.", []),
]


@pytest.mark.parametrize(("sentence", "outcomes"), OUTCOMES)
def test_what_was_signed_is_an_outcome(sentence: str, outcomes: list[tuple[str, str | None]]) -> None:
    """With its title where that is named; not what was planned, spoken of or signed long ago."""
    [meeting] = analyze(f"{HEAD} {sentence}").meetings
    assert [(outcome.form, outcome.title) for outcome in meeting.outcomes] == outcomes


def test_the_home_side_names_no_country() -> None:
    """A readout's own officials are those whose commitment it reaffirms."""
    [meeting] = analyze(
        "National Security Advisor Ada Lowe met today with Kenyan Foreign Minister Paul Ott. Ms. Lowe reaffirmed Chile's commitment to free trade."
    ).meetings
    assert meeting.parties == ("CHL", "KEN")


NOBODY_MET = {
    "somebody is called something": "Chinese President Lin Tao called Kenyan President Paul Ott a liar.",
    "in marks": 'Chinese President Lin Tao called Kenyan President Paul Ott "brave".',
    "of a former one": 'Chinese President Lin Tao has called a former Kenyan President, Paul Ott, "brave".',
    "one spoke where another was": "Chinese President Lin Tao attended the dinner, where Kenyan President Paul Ott also spoke.",
    "two who do not talk to each other": "As Chinese President Lin Tao talked about trade, Kenyan President Paul Ott wrote to Chile.",
    "an audience that listens": "Chinese President Lin Tao told the Nairobi audience that Kenyan President Paul Ott was right.",
    "a congress of one country's people": "Kenyan President Paul Ott spoke at the Veterans Conference in Nairobi.",
}


@pytest.mark.parametrize("what", NOBODY_MET)
def test_words_of_an_encounter_that_tell_of_none(what: str) -> None:
    """Which newspapers are full of."""
    assert analyze(NOBODY_MET[what]).meetings == ()


def test_somebody_may_be_called_for_a_purpose() -> None:
    """And still be called."""
    [meeting] = analyze("Chinese President Lin Tao called Kenyan President Paul Ott in a bid to end the dispute.").meetings
    assert meeting.kind == "phone_call"


def test_experts_make_a_conference() -> None:
    """Whose level is that of the lower side."""
    [meeting] = analyze(
        "On May 9, a virtual conference was held on trade.\n\n"
        "Director of the Institute of Asian Studies of Kenya Paul Ott noted that trade had grown. "
        "Ambassador of Chile to Kenya Ada Lowe said that it would grow more."
    ).meetings
    assert (meeting.kind, meeting.parties, meeting.level, meeting.date) == ("conference", ("CHL", "KEN"), "expert", "--05-09")


def test_words_under_a_label_are_the_labelled_speakers() -> None:
    """In a transcript `we` is the speaker's state, and a label is no reporting verb."""
    analysis = analyze(
        "Kenyan President Paul Ott met with Chinese President Lin Tao in Nairobi.\n\n"
        "President of Kenya Paul Ott: Mr President, we are glad. We will build the railway.\n\n"
        "Lin Tao: Thank you. China stands ready to help."
    )
    assert [(c.speaker, c.committers) for c in analysis.commitments] == [("Paul Ott", ("KEN",)), ("Lin Tao", ("CHN",))]
    assert analysis.attributions == ()
