"""Events: every record is one or says why not, pairs for CAMEO, JSON Lines for PLOVER."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import pytest

from diplocorpus import Corpus, Document, Table, load_corpus
from diplocorpus.errors import DiplocorpusWarning
from diplocorpus.results.events import DyadicEvent, Event, cameo_events, events

ANALYSES = load_corpus("seeds/").analyze()
TEXT = (
    "NAIROBI, March 4 (Xinhua) -- Chilean President Paul Ott met with Kenyan President Anna Lowe in Nairobi on Monday. "
    "Lowe said Kenya is ready to expand trade with Chile. Ott said the two countries should deepen cooperation. "
    "Kenya firmly upholds the one-China principle, Lowe added."
)
MET = Corpus(
    [Document(id="met", text=TEXT, date="2024-03-04", title="Lowe meets Ott", metadata={"url": "https://example.org/1"})]
).analyze()


def told(analyses: Any) -> list[tuple[object, ...]]:
    """Return what happened between whom."""
    return [(event.record, event.sources, event.recipients, event.plover, event.cameo) for event in events(analyses)]


def test_every_meeting_stance_and_commitment_is_an_event_or_says_why_not() -> None:
    """No record is passed over in silence."""
    for analysis in ANALYSES:
        found = {event.record_id: event for event in events([analysis])}
        meetings = {meeting.id for meeting in (*analysis.meetings, *analysis.announced)}
        assert set(found) == meetings | {stance.id for stance in analysis.stances} | {commitment.id for commitment in analysis.commitments}
        assert all((event.plover is None) == (event.no_event is not None) for event in found.values())
        for event in found.values():
            assert 0 <= event.start < event.end <= len(analysis.document.text)


def test_a_visit_is_told_with_its_offer_and_its_stance() -> None:
    """The words of a stance are coded once, an exhortation is no event to PLOVER."""
    assert told(MET) == [
        ("meeting", ("CHL",), ("KEN",), "CONSULT", "042"),
        ("stance", ("KEN",), ("CHN",), "SUPPORT", "051"),
        ("commitment", ("KEN",), ("CHL",), "AGREE", "0311"),
        ("commitment", ("CHL",), ("KEN",), None, "020"),
        ("commitment", (), (), None, None),
    ]
    assert [event.no_event for event in events(MET)][3:] == ["exhortation", "same_words"]


def test_text_can_be_left_out_of_events() -> None:
    """Offsets say where it stands."""
    assert {event.text for event in events(ANALYSES, text=False)} == {None}
    assert all(event.text for event in events(ANALYSES))


def test_cameo_has_a_row_each_way() -> None:
    """Visits have two codes, an appeal one direction."""
    rows = [(row.source, row.target, row.code) for row in cameo_events(MET)]
    assert rows == [("CHL", "KEN", "042"), ("KEN", "CHL", "043"), ("KEN", "CHN", "051"), ("KEN", "CHL", "0311"), ("CHL", "KEN", "020")]
    calls = [(row.source, row.target) for row in cameo_events(ANALYSES[:1]) if row.code == "041"]
    assert calls == [("CHN", "UZB"), ("UZB", "CHN")]


@pytest.mark.parametrize(("rows", "row"), [(events(ANALYSES), Event), (cameo_events(ANALYSES), DyadicEvent)])
def test_events_read_back_equal_from_csv(rows: Any, row: Any, tmp_path: Path) -> None:
    """Codes stay strings."""
    rows.to_csv(tmp_path / "events.csv")
    assert Table.read_csv(tmp_path / "events.csv", rows.name, row) == rows


def plover(path: Path, analyses: Any, **how: Any) -> list[dict[str, Any]]:
    """Return what is written as PLOVER."""
    analyses.to_plover(path / "events.jsonl", **how)
    return [json.loads(line) for line in (path / "events.jsonl").read_text(encoding="utf-8").splitlines()]


def test_plover_gets_its_own_field_names(tmp_path: Path) -> None:
    """People with their offices, the place, what is cited, a link to the meeting."""
    meeting, stance, offer = plover(tmp_path, MET)
    assert meeting["id"] == "met/m1"
    assert (meeting["date"], meeting["event"], meeting["mode"]) == ("2024-03-04", ["CONSULT"], ["visit"])
    assert meeting["source"] == [{"code": "CHL", "sector": "GOV", "actor_text": "Paul Ott", "office": "President"}]
    assert meeting["recipient"] == [{"code": "KEN", "sector": "GOV", "actor_text": "Anna Lowe", "office": "President"}]
    assert meeting["event_loc"] == {"name": "Nairobi"}
    assert {"url": "https://example.org/1", "title": "Lowe meets Ott", "publication": "Xinhua"}.items() <= meeting["cite_info"].items()
    assert stance["link"] == offer["link"] == "met/m1"
    assert offer["context"] == ["economic"]
    assert TEXT[offer["text_info"]["start"] : offer["text_info"]["end"]] == "is ready to expand trade with Chile"


def test_plover_can_do_without_the_text(tmp_path: Path) -> None:
    """Neither text nor title."""
    for event in plover(tmp_path, MET, text=False):
        assert "text" not in event
        assert "title" not in event["cite_info"]


def test_an_organisation_is_an_igo_by_name(tmp_path: Path) -> None:
    """PLOVER has one code for all of them; states have their own."""
    text = "NATO Secretary General Paul Ott met with Kenyan President Anna Lowe on March 4, 2024."
    [meeting] = plover(tmp_path, Corpus([Document(id="nato", text=text)]).analyze())
    assert [(actor["code"], actor.get("identifier_text")) for actor in meeting["source"]] == [("KEN", None), ("IGO", "NATO")]


def test_events_without_a_full_date_are_left_out_with_a_count(tmp_path: Path) -> None:
    """PLOVER requires a date, and none is invented."""
    undated = Corpus([Document(id="x", text="Kenyan President Anna Lowe and Chilean President Paul Ott spoke by phone.")]).analyze()
    with pytest.warns(DiplocorpusWarning, match="1 events have no full date"):
        assert plover(tmp_path, undated) == []
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(plover(tmp_path, MET)) == 3
