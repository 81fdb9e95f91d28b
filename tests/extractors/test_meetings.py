"""Who met whom, how, when and where."""

from __future__ import annotations

import pytest

from diplocorpus import Document, analyze

KINDS = [
    ("Chinese President Lin Tao had a telephone conversation with Kenyan President Paul Ott.", "phone_call"),
    ("President Lin Tao of China spoke today with President Paul Ott of Kenya.", "phone_call"),
    ("Chinese President Lin Tao held a video call with Kenyan President Paul Ott.", "video_call"),
    ("Chinese President Lin Tao met with Kenyan President Paul Ott in Nairobi.", "meeting"),
    ("Kenyan President Paul Ott was received by Chinese President Lin Tao.", "meeting"),
    ("In a meeting with Kenyan President Paul Ott, Chinese President Lin Tao said that trade had grown.", "meeting"),
    ("Chinese President Lin Tao said in a phone conversation with his Kenyan counterpart Paul Ott that trade had grown.", "phone_call"),
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


@pytest.mark.parametrize(
    ("date", "words", "expected"),
    [
        ("2021-04-29", "on Thursday", "2021-04-29"),  # the same day counts
        ("2021-04-29", "on Tuesday", "2021-04-27"),  # the last one before
        ("2021-04-29", "yesterday", "2021-04-28"),
        ("2021-04-29", "on April 20", "--04-20"),  # another day without a year stays partial
        ("2021-04-29", "on April 20, 2021", "2021-04-20"),
    ],
)
def test_a_day_is_resolved_against_the_documents_own(date: str, words: str, expected: str) -> None:
    """And never given a year that the text does not give."""
    text = f"Chinese President Lin Tao met with Kenyan President Paul Ott in Nairobi {words}."
    [meeting] = analyze(Document(id="d", text=text, date=date)).meetings
    assert (meeting.date, meeting.place) == (expected, "Nairobi")


def test_the_home_side_names_no_country() -> None:
    """A readout's own officials are those whose commitment it reaffirms."""
    [meeting] = analyze(
        "National Security Advisor Ada Lowe met today with Kenyan Foreign Minister Paul Ott. Ms. Lowe reaffirmed Chile's commitment to free trade."
    ).meetings
    assert meeting.parties == ("CHL", "KEN")


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
