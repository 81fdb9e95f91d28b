"""Collects every example of the README, the pages and the docstrings as tests, and sets hypothesis up."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from sybil import Example, Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

ROOT = Path(__file__).parent

settings.register_profile("local", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")

_FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE | doctest.IGNORE_EXCEPTION_DETAIL


def _enter_a_folder(namespace: dict[str, Any]) -> None:
    """Run the examples of a page where `seeds/` is and where they may write files."""
    namespace["find_spec"] = find_spec  # for examples that are skipped where a library is not installed
    namespace["_home"] = Path.cwd()
    namespace["_folder"] = tempfile.TemporaryDirectory()
    folder = Path(namespace["_folder"].name)
    (folder / "seeds").symlink_to(ROOT / "seeds")
    os.chdir(folder)


def _leave_the_folder(namespace: dict[str, Any]) -> None:
    os.chdir(namespace["_home"])
    namespace["_folder"].cleanup()
    namespace.clear()  # what the examples opened is let go of


def _run_console(example: Example) -> str | None:
    """Run each `$ command` and compare what it prints with what the page says; `...` stands for anything."""
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "160",
        "NO_COLOR": "1",
    }
    for block in re.split(r"(?m)^\$ ", example.parsed)[1:]:
        command, _, expected = block.partition("\n")
        done = subprocess.run(
            command,
            shell=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            text=True,
            env=environment,
            check=False,
        )
        got = "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())
        if expected.strip() and not doctest.OutputChecker().check_output(expected.rstrip() + "\n", got, _FLAGS):
            return f"{shlex.quote(command)} gave status {done.returncode} and\n{got}\nnot\n{expected}"
        if not expected.strip() and done.returncode != 0:
            return f"{shlex.quote(command)} gave status {done.returncode} and\n{got}"
    return None


def _write_file(example: Example) -> None:
    """Write a block whose first line is `# name.toml` to that file, so that later examples can use it."""
    name = example.parsed.partition("\n")[0].removeprefix("#").strip()
    if not re.fullmatch(r"[\w.-]+\.toml", name):
        raise ValueError("a TOML example begins with a comment that holds its file name")
    Path(name).write_text(example.parsed, encoding="utf-8")


_pages = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=_FLAGS),
        CodeBlockParser(language="console", evaluator=_run_console),
        CodeBlockParser(language="toml", evaluator=_write_file),
        SkipParser(),
    ],
    patterns=["docs/*.md", "docs/**/*.md", "README.md"],
    path=str(ROOT),
    setup=_enter_a_folder,
    teardown=_leave_the_folder,
)
_docstrings = Sybil(
    parsers=[DocTestParser(optionflags=_FLAGS)],
    patterns=["src/diplocorpus/**/*.py", "src/diplocorpus/*.py"],
    path=str(ROOT),
    document_types={".py": PythonDocStringDocument},
)

pytest_collect_file = (_pages + _docstrings).pytest()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch that writes the golden analyses anew."""
    parser.addoption("--update-golden", action="store_true", help="write the golden analyses anew")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Tell whether golden files are to be written."""
    return bool(request.config.getoption("--update-golden"))
