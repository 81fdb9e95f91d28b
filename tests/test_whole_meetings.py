"""The figures on how whole the meetings of a corpus are."""

from __future__ import annotations

from typing import Any

import meetings


def analysis(publisher: str, day: str, *found: dict[str, Any]) -> dict[str, Any]:
    """Return an analysis in the wire format, with its meetings only."""
    return {"document": {"publisher": publisher, "date": day}, "meetings": [{"status": "reported", **meeting} for meeting in found]}


def meeting(day: str | None, *parties: str, **more: Any) -> dict[str, Any]:
    """Return a meeting of some parties on a day."""
    return {"date": day, "parties": list(parties), "level": "minister", **more}


def test_meetings_are_counted_by_publisher() -> None:
    """Those that are news: what is recalled is not."""
    found = meetings.count(
        [
            analysis("Kurier", "2023-05-04", meeting("2023-05-03", "CHN", "KEN"), meeting("2023-01-01", "CHL", status="referenced")),
            analysis("Kurier", "2023-05-04"),
            analysis("Post", "2023-05-04", meeting(None, "KEN")),
        ]
    )
    assert dict(found["Kurier"]) == dict(zip(meetings.MEASURES, (2, 1, 1, 1, 1, 1, 1), strict=True))
    assert found["Post"]["both parties"] == found["Post"]["dated"] == 0


def test_a_day_either_way_agrees() -> None:
    """And any day of a meeting of several."""
    days = ("2023-05-01", "2023-05-02", "2023-05-03", "2023-05-04", "2023-05-05")
    agreed = [meetings.count([analysis("Post", "2023-05-03", meeting(day, "KEN"))])["Post"]["date agrees"] for day in days]
    assert agreed == [0, 1, 1, 1, 0]
    lasting = meeting("2023-04-28", "KEN", until="2023-05-04")
    assert meetings.count([analysis("Post", "2023-05-03", lasting)])["Post"]["date agrees"] == 1


def test_the_table_gives_shares() -> None:
    """Of documents, of meetings, and of dated meetings; none of nothing."""
    *_, line = meetings.table(
        meetings.count([analysis("Post", "2023-05-03", meeting("2023-05-03", "KEN", "CHN")), analysis("Post", "2023-05-03")])
    )
    assert line == "| Post | 2 | 0.500 | 1 | 1.000 | 1.000 | 1.000 | 1.000 |"
    *_, empty = meetings.table(meetings.count([analysis("Post", "2023-05-03")]))
    assert empty == "| Post | 1 | 0.000 | 0 |  |  |  |  |"
