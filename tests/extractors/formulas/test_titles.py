"""Titles that stand in metadata, as in dumps and pages, not in the text."""

from __future__ import annotations

from typing import Any

import pytest

from diplocorpus import Analysis, Document, analyze


def titled(title: str, text: str, **known: Any) -> Analysis:
    """Analyse a text under a title that it does not carry."""
    return analyze(Document(id="d", title=title, text=text, date="2021-04-29", **known))


FOUND = [
    # title, text, kind, parties
    ("Chinese President Lin Tao met with Kenyan President Paul Ott", "The two leaders discussed trade.", "meeting", ("CHN", "KEN")),
    ("Telephone conversation with Kenyan President Paul Ott", "Chinese President Lin Tao thanked Mr Ott for his support.", "phone_call", ("CHN", "KEN")),
    ("Readout of Chinese President Lin Tao's Call with President Paul Ott of Kenya", "They discussed trade.", "phone_call", ("CHN", "KEN")),
    ("Talks between Chinese President Lin Tao and Kenyan President Paul Ott", "Taking stock, Mr Lin praised the railway.", "meeting", ("CHN", "KEN")),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "kind", "parties"), FOUND)
def test_a_title_tells_who_met_where_the_text_takes_it_for_granted(title: str, text: str, kind: str, parties: tuple[str, ...]) -> None:
    """Its evidence is in the text, and `title` among its rules says what completed it."""
    [meeting] = titled(title, text).meetings
    assert (meeting.kind, meeting.parties, meeting.date) == (kind, parties, "2021-04-29")
    assert {person.name for person in meeting.participants} == {"Lin Tao", "Paul Ott"}
    assert meeting.anchor.text == text[meeting.anchor.start : meeting.anchor.end]
    assert "title" in meeting.rules


def test_a_title_gives_people_their_full_names() -> None:
    """So that a text of surnames has speakers with names, offices and parties."""
    analysis = titled("Chinese President Lin Tao met with Kenyan President Paul Ott", "Mr Ott said that Kenya would build the railway.")
    [attribution] = analysis.attributions
    assert (attribution.speaker, attribution.party) == ("Paul Ott", "KEN")


def test_a_title_that_the_text_carries_adds_nothing() -> None:
    """It is read where it stands."""
    text = "Lin Tao meets Paul Ott\n\nChinese President Lin Tao met with Kenyan President Paul Ott on Monday."
    bare, with_title = analyze(Document(id="d", text=text)), analyze(Document(id="d", text=text, title="Lin Tao meets Paul Ott"))
    assert bare.records == with_title.records


@pytest.mark.parametrize(
    "text",
    [
        "Chinese President Lin Tao will meet with Kenyan President Paul Ott on Friday.",  # to come
        "",  # nothing to prove it with
    ],
)
def test_a_title_alone_makes_no_meeting(text: str) -> None:
    """What the text announces has not taken place, and a record needs characters that prove it."""
    assert titled("Statement on the Meeting between Chinese President Lin Tao and Kenyan President Paul Ott", text).meetings == ()


def test_the_text_goes_before_the_title() -> None:
    """A title completes what the text says of the same people; it does not replace it."""
    [meeting] = titled(
        "Lin Tao talks to Ott", "Chinese President Lin Tao met with Kenyan Prime Minister Paul Ott in Nairobi on Monday."
    ).meetings
    assert (meeting.kind, meeting.level, "title" in meeting.rules) == ("meeting", "head_of_government", False)
