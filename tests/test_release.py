"""What a release rests on agrees with itself: versions, sessions, fragments, the way to contribute."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CITATION = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
SESSIONS = {
    node.name
    for node in ast.parse((ROOT / "noxfile.py").read_text(encoding="utf-8")).body
    if isinstance(node, ast.FunctionDef) and node.decorator_list
}


def test_the_citation_is_of_this_version() -> None:
    """And of this project under its licence."""
    told = (CITATION["title"], CITATION["version"], CITATION["license"])
    assert told == tuple(PROJECT["project"][name] for name in ("name", "version", "license"))


def test_the_workflow_runs_sessions_that_there_are() -> None:
    """All that nox runs by itself, on every Python that is promised, and the extras."""
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))
    jobs = workflow["jobs"]
    commands = " ".join(step["run"] for job in jobs.values() for step in job["steps"] if "run" in step)
    run = {*re.findall(r"--session (\w+)", commands), *jobs["checks"]["strategy"]["matrix"]["session"]}
    default = re.search(r"nox\.options\.sessions = (\[.*\])", (ROOT / "noxfile.py").read_text(encoding="utf-8"))
    assert default is not None
    assert run == {*ast.literal_eval(default[1]), "extras"}
    assert run <= set(SESSIONS)
    promised = re.findall(r"Python :: (3\.\d+)", " ".join(PROJECT["project"]["classifiers"]))
    assert jobs["tests"]["strategy"]["matrix"]["python"] == jobs["extras"]["strategy"]["matrix"]["python"] == promised


def test_a_fragment_is_of_a_kind_that_a_release_knows() -> None:
    """Else it would be left out unseen."""
    kinds = "|".join(kind["directory"] for kind in PROJECT["tool"]["towncrier"]["type"])
    names = [file.name for file in (ROOT / "changes").iterdir() if file.name != "README.md"]
    assert [name for name in names if not re.fullmatch(rf"\+[\w-]+\.(?:{kinds})\.md", name)] == []


def test_a_phrase_is_added_in_ten_steps() -> None:
    """None of them left out of the count."""
    steps = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## Add a phrase")[2].partition("\n## ")[0]
    assert re.findall(r"(?m)^(\d+)\. ", steps) == [str(number) for number in range(1, 11)]
