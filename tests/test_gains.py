"""The list of records gained and lost against another revision."""

from __future__ import annotations

from typing import Any

import gains


def analysis(*commitments: dict[str, Any]) -> dict[str, Any]:
    """Return an analysis of one document in the wire format, with commitments only."""
    return {"document": {"id": "note-7"}, "commitments": list(commitments)}


def commitment(start: int, words: str, **labels: Any) -> dict[str, Any]:
    """Return a commitment whose trigger stands at an offset."""
    return {"id": f"c{start}", "trigger": {"start": start, "end": start + len(words), "text": words}, "actions": [], **labels}


def difference(old: dict[str, Any], new: dict[str, Any]) -> gains.Difference:
    """Compare two analyses."""
    return gains.compare(gains.entries([old]), gains.entries([new]))


def test_the_same_records_make_no_difference() -> None:
    """Whatever their ids, which count the records before them."""
    old, new = commitment(3, "is ready to"), commitment(3, "is ready to") | {"id": "c9"}
    assert difference(analysis(old), analysis(new)) == gains.Difference((), (), ())


def test_a_record_of_one_side_is_gained_or_lost() -> None:
    """By where it stands."""
    found = difference(analysis(commitment(3, "should")), analysis(commitment(90, "should")))
    assert [entry.place for entry in found.lost] == [((3, 9),)]
    assert [entry.place for entry in found.gained] == [((90, 96),)]


def test_a_record_with_other_labels_at_the_same_place_is_changed() -> None:
    """Shown once, old labels first."""
    found = difference(analysis(commitment(3, "will", strength="hoped")), analysis(commitment(3, "will", strength="pledged")))
    assert (found.gained, found.lost) == ((), ())
    assert [(old.labels, new.labels) for old, new in found.changed] == [("strength hoped", "strength pledged")]


def test_participants_are_compared_by_name() -> None:
    """A list of mappings is a label too."""
    span = {"start": 0, "end": 4, "text": "talk"}
    meeting = {"id": "m1", "anchor": span, "participants": [{"name": "Lowe"}, {"name": "Ott"}]}
    entry = next(gains.entries([{"document": {"id": "note-7"}, "meetings": [meeting]}]))
    assert entry.labels == "participants Lowe+Ott"


def test_the_report_ends_with_counts() -> None:
    """So that an empty list is not taken for a failure."""
    assert list(gains.report(gains.Difference((), (), ()))) == ["0 gained, 0 lost, 0 changed"]


def test_the_report_names_document_place_and_words() -> None:
    """Enough to find the sentence."""
    lines = list(gains.report(difference(analysis(), analysis(commitment(3, "should", strength="proposed")))))
    assert lines[0] == "+ note-7 commitments [(3, 9)] 'should': strength proposed"
