"""What extractors found is looked up rightly however much comes to it."""

from __future__ import annotations

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.meetings.findings import Segment
from diplocorpus.extractors.people.findings import Mention, MentionKind


def mention(first: int) -> Mention:
    """Return a mention of one token."""
    return Mention(first, first + 1, MentionKind.PARTY)


def test_a_look_up_gives_what_its_own_findings_hold() -> None:
    """Those before and those after more was found, in whichever order they are asked."""
    before = Findings().plus(Mention, [mention(1)])
    after = before.plus(Mention, [mention(2)])
    for _ in range(2):
        assert before.along(Mention).within(0, 9) == [mention(1)]
        assert after.along(Mention).within(0, 9) == [mention(1), mention(2)]


def test_what_holds_a_sentence_is_told_by_the_findings_asked() -> None:
    """Nothing where they have none of the type."""
    segment = Segment("m1", 2, 4, (), ())
    findings = Findings().plus(Segment, [segment])
    assert findings.cover(Segment).first_holding(3) == segment
    assert findings.cover(Segment).first_holding(4) is None
    assert Findings().cover(Segment).first_holding(3) is None
