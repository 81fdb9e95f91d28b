"""What extractors found is looked up rightly however much comes to it."""

from __future__ import annotations

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.meetings.findings import Segment
from diplocorpus.extractors.people.findings import Mention, MentionKind


def mention(first: int) -> Mention:
    """Return a mention of one token."""
    return Mention(first, first + 1, MentionKind.PARTY)


def test_a_look_up_gives_what_was_found_so_far() -> None:
    """Also where it was asked for before more was found; what is found while the findings are read comes behind them."""
    findings = Findings()
    assert findings.along(Mention).within(0, 9) == []
    findings.add(Mention, [mention(1)])
    assert findings.along(Mention).within(0, 9) == [mention(1)]
    findings.add(Mention, (mention(known.first + 1) for known in findings.of(Mention)))
    assert findings.along(Mention).within(0, 9) == [mention(1), mention(2)] == list(findings)


def test_what_holds_a_sentence_is_told_by_the_findings_asked() -> None:
    """Nothing where they have none of the type."""
    segment = Segment("m1", 2, 4, (), ())
    findings = Findings()
    assert findings.cover(Segment).first_holding(3) is None
    findings.add(Segment, [segment])
    assert findings.cover(Segment).first_holding(3) == segment
    assert findings.cover(Segment).first_holding(4) is None
