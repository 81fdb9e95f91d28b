"""Scores on the annotated documents that may lie beside the project do not fall below their floors."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
GOLD = ROOT.parent / "shared" / "gold"
TEXTS = {"seeds": ROOT / "seeds", "dev": GOLD / "dev"}
FLOORS_FILE = Path(__file__).with_name("floors.toml")
FLOORS: dict[str, dict[str, float]] = tomllib.loads(FLOORS_FILE.read_text(encoding="utf-8"))

needs_gold = pytest.mark.skipif(not (GOLD / "score.py").is_file(), reason="no annotated documents lie beside the project")


@cache
def scores(name: str) -> dict[str, Any]:
    """Return the scores of the set: measure to precision, recall and F1, or to accuracy."""
    if name == "news":
        return news_scores()
    from tempfile import TemporaryDirectory

    from diplocorpus import load_corpus

    with TemporaryDirectory() as folder:
        predictions = Path(folder, "predictions.jsonl")
        analyses = load_corpus(TEXTS[name], pattern="*.txt").analyze()
        predictions.write_text("".join(f"{analysis.model_dump_json()}\n" for analysis in analyses), encoding="utf-8")
        command = [sys.executable, str(GOLD / "score.py"), str(GOLD / name), str(predictions), "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)["scores"]
    return found


def news_scores() -> dict[str, Any]:
    """Return how well attributions of general news are found: by content ("attribution") and by source ("right speaker")."""
    from tempfile import TemporaryDirectory

    from diplocorpus import Document, analyze

    gold = GOLD / "polnear" / "dev.jsonl"
    articles = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    with TemporaryDirectory() as folder:
        predictions = Path(folder, "predictions.jsonl")
        analyses = (analyze(Document(id=article["id"], text=article["text"])) for article in articles)
        predictions.write_text("".join(f"{analysis.model_dump_json()}\n" for analysis in analyses), encoding="utf-8")
        command = [sys.executable, str(gold.with_name("score.py")), str(gold), str(predictions)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = re.findall(r"(?m)^(attribution|right speaker) .* F1 ([\d.]+)$", done.stdout)
    return {measure: {"f1": float(figure)} for measure, figure in found}


@needs_gold
@pytest.mark.gold
@pytest.mark.parametrize(("name", "measure"), [(name, measure) for name, floors in FLOORS.items() for measure in floors])
def test_a_score_does_not_fall_below_its_floor(name: str, measure: str) -> None:
    """On the set of that name."""
    found = scores(name)[measure]
    assert found.get("f1", found.get("accuracy")) >= FLOORS[name][measure], found


def test_floors_only_rise() -> None:
    """No former version of the file holds a higher one."""
    log = subprocess.run(["git", "log", "--format=%H", "--", str(FLOORS_FILE)], cwd=ROOT, capture_output=True, text=True, check=False)
    if log.returncode != 0:
        pytest.skip("no history to compare with")
    for revision in log.stdout.split():
        shown = subprocess.run(["git", "show", f"{revision}:tests/floors.toml"], cwd=ROOT, capture_output=True, text=True, check=False)
        former = tomllib.loads(shown.stdout) if shown.returncode == 0 else {}
        lowered = [
            (name, measure) for name in former for measure, floor in former[name].items() if FLOORS.get(name, {}).get(measure, -1) < floor
        ]
        assert lowered == [], f"lowered since {revision[:10]}"
