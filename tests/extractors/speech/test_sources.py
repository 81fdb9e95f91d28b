"""Who speaks where no subject stands right in front of the verb."""

from __future__ import annotations

import pytest

from diplocorpus import analyze

HEAD = "Chinese President Lin Tao held talks with Kenyan President Paul Ott in Nairobi on Monday.\n\n"

SOURCES = [
    # sentence, cue, speaker, content: where the source stands
    ("The president's chief adviser, Jan Marsh, told reporters that trade grew.", "told", "Jan Marsh", "trade grew"),  # an office, then who has it
    ("The spokesperson at the president's office, Ada Marsh, said that trade grew.", "said", "Ada Marsh", "trade grew"),  # with a place between
    ("Trade grew, Jan Marsh, the minister of finance and trade, said in Nairobi.", "said", "Jan Marsh", "Trade grew"),  # described, behind
    ("Kenya will buy rice, Jan Marsh, minister of trade, told reporters.", "told", "Jan Marsh", "Kenya will buy rice"),
    ("In Ott's view, trade must grow.", "view", "Paul Ott", "trade must grow"),  # the owner of a view
    ("In the view of Ott, trade must grow.", "In the view of", "Paul Ott", "trade must grow"),
    ("Ott's message was that trade must grow.", "message was", "Paul Ott", "trade must grow"),
    ("The Kenyan president's message was clear: trade must grow.", "message was clear", "Paul Ott", "trade must grow"),
    ("It is Ott's view that trade must grow.", "view", "Paul Ott", "trade must grow"),
    ("As Ott put it, trade must grow.", "put it", "Paul Ott", "trade must grow"),
    ("Ott, according to his office, is ready to trade.", "according to", "office", "Ott is ready to trade"),  # in the middle
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "cue", "speaker", "content"), SOURCES)
def test_a_source_may_stand_apart_from_its_cue(sentence: str, cue: str, speaker: str, content: str) -> None:
    """Across a description, behind what is said, as owner of a view."""
    attributions = analyze(HEAD + sentence).attributions
    assert [(a.cue.text, a.speaker, " ".join(span.text for span in a.content)) for a in attributions] == [(cue, speaker, content)]


def test_what_is_listed_is_no_description() -> None:
    """The last of two names in front of a verb does not speak alone."""
    (attribution,) = analyze(HEAD + "Lin and the ministers, Jan Marsh and Ada Lowe, said that trade grew.").attributions
    assert attribution.speaker != "Ada Lowe"
