"""What is said: quotations of every kind, and words that stand in paragraphs of their own."""

from __future__ import annotations

import pytest

from diplocorpus import analyze

HEAD = "Chinese President Lin Tao held talks with Kenyan President Paul Ott in Nairobi on Monday.\n\n"

MARKS = ["“ ”", "„ “", "« »", "‹ ›", "‘ ’", '" "', "「 」", "'' ''", "” ”"]


@pytest.mark.parametrize("marks", MARKS)
def test_a_quotation_is_content_in_whatever_marks(marks: str) -> None:
    """The marks stay outside, and the offsets are those of the original."""
    opening, closing = marks.split()
    text = f"{HEAD}{opening}Kenya is ready to trade. Nobody can stop us,{closing} Ott said."
    [found] = analyze(text).attributions
    assert [span.text for span in found.content] == ["Kenya is ready to trade. Nobody can stop us"]
    assert found.speaker == "Paul Ott"


CONTENT = [
    # text, content of the last attribution, triggers: why
    ('Ott said Kenya is "ready to build" a port.', ['Kenya is "ready to build" a port'], ['is "ready to']),  # mixed
    ('"Lin told me, \'China will come,\' and I was glad," Ott said.', ["Lin told me, 'China will come,' and I was glad"], ["will"]),  # nested
    ('Ott said: "We will build the road, and nobody shall stop us.\n\nIt rained.', ["We will build the road, and nobody shall stop us"], ["will"]),
    ("“Kenya,” Ott said, “is ready to trade.”", ["Kenya", "is ready to trade"], ["is ready to"]),  # broken by its source
    ("President Lin said:\n\n“China will always be a friend.”", ["China will always be a friend"], ["will"]),  # below its cue
    ('Lin posted on X: "China stands ready to help!"', ["China stands ready to help"], ["stands ready to"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "triggers"), CONTENT)
def test_content_ends_where_the_quotation_does(text: str, content: list[str], triggers: list[str]) -> None:
    """Mixed, nested, left open, broken by its source, below its cue."""
    analysis = analyze(HEAD + text)
    assert [span.text for span in analysis.attributions[-1].content] == content
    assert [c.trigger.text for c in analysis.commitments] == triggers


PARAGRAPHS = (
    "“Trade has grown,” Lin said. “It is a good sign.\n\n“We are ready to buy more tea.\n\n“And we will build a port.”\n\nOtt smiled."
)
MESSAGE = "Lin sent a message to Ott. The message reads, in part:\n\n“Our ties are strong.\n\n“I am ready to work with you.”\n\nOtt smiled."


@pytest.mark.parametrize(
    ("text", "content", "triggers"),
    [
        (PARAGRAPHS, ["Trade has grown", "We are ready to buy more tea.\n\n“And we will build a port"], ["are ready to", "will"]),
        (MESSAGE, ["Our ties are strong.\n\n“I am ready to work with you"], ["am ready to"]),
    ],
)
def test_a_quotation_of_several_paragraphs_keeps_its_speaker(text: str, content: list[str], triggers: list[str]) -> None:
    """Each paragraph opens with a mark, only the last one closes it."""
    analysis = analyze(HEAD + text)
    found = analysis.attributions[-1]
    assert (found.speaker, [span.text for span in found.content]) == ("Lin Tao", content)
    assert [(c.trigger.text, c.speaker, c.committers) for c in analysis.commitments] == [(t, "Lin Tao", ("CHN",)) for t in triggers]


METONYMS = [
    ("Beijing stands ready to help, Lin said.", ("CHN",)),
    ("The Kremlin said it will respond.", ("RUS",)),
    ("Lin and Ott said their countries should work together.", ("CHN", "KEN")),
    ("Ott said Kenya's leaders must act.", ("KEN",)),
    ("Kenya holds that Taiwan is a part of China and opposes any secession.", ("KEN",)),
    ("Ott said the ASEAN countries support the plan.", ("ASEAN",)),
    ("Lin said neither side was at fault. He said the Kingdom will help.", ("CHN",)),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "bound"), METONYMS)
def test_a_party_is_bound_by_whatever_name(sentence: str, bound: tuple[str, ...]) -> None:
    """Seats of power, leaders, members, and what a state calls itself."""
    [found] = analyze(HEAD + sentence).commitments
    assert found.committers == bound
