"""Until when something is to be done, told from the document's own day."""

from __future__ import annotations

import pytest

from diplocorpus import Document, analyze

LEAD = "Chinese President Lin Tao met Kenyan President Paul Ott in Nairobi on Tuesday.\n\n"

DUE = [
    # sentence, deadline: why
    ("China will send engineers by June 2026, Lin said.", "2026-06"),
    ("By the end of 2027, Kenya will build a port, Ott said.", "2027"),  # in front
    ("The sides agreed to hold the summit on May 5, 2025.", "2025-05-05"),
    ("The two leaders agreed to meet in Nairobi in 2026.", "2026"),
    ("They agreed to meet next month.", "2025-04"),
    ("Ott pledged to ratify the treaty before the end of this year.", "2025"),
    ("China will complete the road within two years, Lin said.", "2027"),
    ("Kenya will answer within ten days, Ott said.", "2025-03-14"),
    ("They agreed to convene the dialogue in the second half of 2025.", "2025"),
    ("They agreed to meet in 2026 and to raise trade to 10 billion dollars by 2030.", "2030"),  # a limit before a year
    ("China will help to implement the agreements reached in 2019, Lin said.", None),  # the past
    ("China is ready to implement the 2030 Agenda, Lin said.", None),  # a name
    ("Kenya will act, Ott said.", None),
]


@pytest.mark.parametrize(("sentence", "deadline"), DUE)
def test_a_deadline_is_a_date_as_exact_as_the_text_tells(sentence: str, deadline: str | None) -> None:
    """A day, a month or a year, and what has one can be checked."""
    [found] = analyze(Document(id="x", text=LEAD + sentence, date="2025-03-04")).commitments
    assert found.deadline == deadline
    assert found.specific is (deadline is not None)


def test_what_is_told_from_a_day_that_is_unknown_stays_unknown() -> None:
    """`Next year` needs a year to come after."""
    undated = analyze(Document(id="x", text=LEAD + "They agreed to meet next year. They agreed to trade more by 2030.")).commitments
    assert [c.deadline for c in undated] == [None, "2030"]


SPECIFIC = [
    ("China will provide 500 million yuan in grants, Lin said.", True),
    ("China will build 3 more hospitals, Lin said.", True),
    ("China will send five thousand tonnes of grain, Lin said.", True),
    ("China will cut tariffs by 5 percent, Lin said.", True),
    ("China will fight COVID-19, Lin said.", False),
    ("China will abide by Resolution 2758 of the assembly, Lin said.", False),
    ("China will deepen cooperation, Lin said.", False),
]


@pytest.mark.parametrize(("sentence", "specific"), SPECIFIC)
def test_sums_and_counts_make_a_commitment_specific(sentence: str, *, specific: bool) -> None:
    """Numbers that only name something do not."""
    [found] = analyze(Document(id="x", text=LEAD + sentence, date="2025-03-04")).commitments
    assert found.specific is specific
