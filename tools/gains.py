"""Lists the records that the working tree gains and loses against another revision.

usage: python tools/gains.py REVISION [PATH...]

Both versions analyse the same files (the seeds, unless paths are given). Two records are the same when their kind,
key spans and labels are; one whose spans are the same and whose labels differ is shown as changed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent

KINDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "meetings": (("anchor",), ("kind", "status", "date", "place", "parties", "participants", "level")),
    "attributions": (("cue", "content"), ("speaker", "party")),
    "commitments": (("trigger", "actions"), ("speaker", "committers", "counterparts", "strength", "polarity", "frameworks", "conditional")),
    "frameworks": (("span",), ("framework", "relation")),
    "partnerships": (("evidence",), ("dyad", "event", "rank", "scheme", "historical", "age")),
    "stances": (
        ("evidence",),
        ("matter", "holder", "speaker", "level", "object", "verb", "polarity", "commits", "asserted_by_other", "historical"),
    ),
}
"""For each kind of record the fields that hold its key spans and those that hold its labels."""

Place = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Entry:
    """A record boiled down to what is compared."""

    document: str
    kind: str
    place: Place
    words: str
    labels: str


@dataclass(frozen=True)
class Difference:
    """What one version has and the other has not; `changed` pairs records of the same place, old one first."""

    gained: tuple[Entry, ...]
    lost: tuple[Entry, ...]
    changed: tuple[tuple[Entry, Entry], ...]


def _spans(record: Mapping[str, Any], fields: Iterable[str]) -> Iterator[Mapping[str, Any]]:
    for field in fields:
        value = record.get(field) or ()
        yield from [value] if isinstance(value, Mapping) else value


def _label(value: Any) -> str:
    if isinstance(value, list):
        return "+".join(_label(item) for item in value)
    return str(value["name"]) if isinstance(value, Mapping) else str(value)


def entries(analyses: Iterable[Mapping[str, Any]]) -> Iterator[Entry]:
    """Yield the entries of analyses in the wire format."""
    for analysis in analyses:
        for kind, (spans, labels) in KINDS.items():
            for record in analysis.get(kind, ()):
                found = list(_spans(record, spans))
                place = tuple((span["start"], span["end"]) for span in found)
                stated = ", ".join(f"{name} {_label(record[name])}" for name in labels if record.get(name) not in (None, [], False))
                words = " | ".join(" ".join(span["text"].split())[:70] for span in found)
                yield Entry(analysis["document"]["id"], kind, place, words, stated)


def compare(old: Iterable[Entry], new: Iterable[Entry]) -> Difference:
    """Tell what `new` gained and lost against `old`."""
    before, after = list(old), list(new)
    lost = [entry for entry in before if entry not in set(after)]
    gained = [entry for entry in after if entry not in set(before)]
    changed = []
    for entry in list(lost):
        for other in gained:
            if (entry.document, entry.kind, entry.place) == (other.document, other.kind, other.place):
                changed.append((entry, other))
                lost.remove(entry)
                gained.remove(other)
                break
    return Difference(tuple(gained), tuple(lost), tuple(changed))


def report(difference: Difference) -> Iterator[str]:
    """Yield the lines to print: `+` gained, `-` lost, `~` changed, and a line of counts at the end."""
    for sign, found in (("-", difference.lost), ("+", difference.gained)):
        for entry in found:
            yield f"{sign} {entry.document} {entry.kind} {list(entry.place)} {entry.words!r}: {entry.labels}"
    for old, new in difference.changed:
        yield f"~ {old.document} {old.kind} {list(old.place)} {old.words!r}: {old.labels}  ->  {new.labels}"
    yield f"{len(difference.gained)} gained, {len(difference.lost)} lost, {len(difference.changed)} changed"


def _analyse(source: Path, paths: Sequence[str], output: Path) -> list[dict[str, Any]]:
    """Analyse paths with the library whose packages lie in `source`."""
    command = [sys.executable, "-c", "from diplocorpus.cli import main; main()", "analyze", *paths, "-o", str(output)]
    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": str(source)}, cwd=output.parent, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"the analysis with {source} failed with status {done.returncode}")
    return [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]


def main(arguments: Sequence[str]) -> int:
    """Print the difference between a revision and the working tree."""
    if not arguments or arguments[0].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 2
    revision, *given = arguments
    paths = [str(Path(path).resolve()) for path in given] or [str(ROOT / "seeds")]
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder, "tree")
        subprocess.run(["git", "worktree", "add", "--quiet", "--detach", str(tree), revision], cwd=ROOT, check=True)
        try:
            old = _analyse(tree / "src", paths, Path(folder, "old.jsonl"))
            new = _analyse(ROOT / "src", paths, Path(folder, "new.jsonl"))
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", str(tree)], cwd=ROOT, check=True)
    for line in report(compare(entries(old), entries(new))):
        print(line)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
