"""Tells how whole the meetings of a corpus are, publisher by publisher.

usage: python tools/meetings.py ANALYSES...

`ANALYSES` are files that `diplocorpus analyze CORPUS -o FILE.jsonl` wrote. Nothing here says that a meeting is right:
the figures count documents with a meeting that is their news, and how many of those meetings have both sides, a level,
and a day within one of the publisher's own date. A meeting without a day counts as one whose day is not told, not as wrong.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

MEASURES = ("documents", "with a meeting", "meetings", "both parties", "level", "dated", "date agrees")


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value and len(value) == len("2021-04-29") and not value.startswith("-") else None


def _agrees(meeting: Mapping[str, Any], published: date) -> bool:
    """Tell whether a meeting was within a day of its report; one of several days, whether the report falls among them."""
    first = _day(meeting["date"])
    last = _day(meeting.get("until")) or first
    return first is not None and last is not None and (first - published).days <= 1 and (published - last).days <= 1


def count(analyses: Iterable[Mapping[str, Any]]) -> dict[str, Counter[str]]:
    """Return the counts of `MEASURES` for each publisher."""
    found: dict[str, Counter[str]] = {}
    for analysis in analyses:
        document = analysis["document"]
        counts = found.setdefault(document.get("publisher") or "unknown", Counter())
        meetings = [meeting for meeting in analysis["meetings"] if meeting["status"] == "reported"]
        counts["documents"] += 1
        counts["with a meeting"] += bool(meetings)
        published = _day(document.get("published")) or _day(document.get("date"))
        for meeting in meetings:
            counts["meetings"] += 1
            counts["both parties"] += len(meeting["parties"]) > 1
            counts["level"] += meeting.get("level") is not None
            counts["dated"] += published is not None and _day(meeting.get("date")) is not None
            counts["date agrees"] += published is not None and _agrees(meeting, published)
    return found


def table(found: Mapping[str, Counter[str]]) -> Iterator[str]:
    """Yield the lines of a Markdown table: shares of documents, then of meetings, then of dated meetings."""
    yield "| publisher | documents | with a meeting | meetings | both parties | level | dated | of these within a day |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    for publisher, counts in sorted(found.items()):
        documents, meetings = counts["documents"], counts["meetings"]
        shares = (
            _share(counts["both parties"], meetings),
            _share(counts["level"], meetings),
            _share(counts["dated"], meetings),
            _share(counts["date agrees"], counts["dated"]),
        )
        yield f"| {publisher} | {documents} | {_share(counts['with a meeting'], documents)} | {meetings} | {' | '.join(shares)} |"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else ""


def main(arguments: Sequence[str]) -> int:
    """Print the table of the analyses in some files."""
    if not arguments or arguments[0].startswith("-"):
        print(__doc__)
        return 2
    lines = (line for name in arguments for line in Path(name).read_text(encoding="utf-8").splitlines())
    print("\n".join(table(count(json.loads(line) for line in lines))))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
