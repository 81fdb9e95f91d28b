"""The program as a whole: help, version, completion, exit statuses."""

from __future__ import annotations

import contextlib
import json
import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest
from typer.testing import Result

from diplocorpus.cli import records, results, rules, scores

SEEDS = str(Path(__file__).parents[2] / "seeds")
PROGRAM = str(Path(sys.executable).parent / "diplocorpus")
EXAMPLES = [*records.COMMANDS.values(), *results.COMMANDS.values(), *scores.COMMANDS.values(), *rules.COMMANDS.values()]
COMMANDS = ["analyze", "commitments", "meetings", "compare", "timeline", "ledger", "report", "evaluate", "extractors", "patterns"]


def test_the_commands_are_those_that_are_promised(run: Callable[..., Result]) -> None:
    """In the order in which `--help` lists them."""
    assert [example.split()[0] for example in EXAMPLES] == COMMANDS
    listed = run("--help").output
    assert all(command in listed for command in COMMANDS)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.split()[0])
def test_help_shows_an_example_that_works(example: str, run: Callable[..., Result]) -> None:
    """Word for word."""
    run("analyze", "seeds", "-o", "out.jsonl")
    Path("gold").mkdir()
    Path("gold", "a.gold.json").write_text('{"id": "000_18217ffa183c9fbf"}', encoding="utf-8")
    command, *arguments = shlex.split(example)
    assert f"Example: diplocorpus {example}" in " ".join(run(command, "--help").output.split())
    done = run(command, *arguments)
    assert done.exit_code == 0, done.output


def test_the_version_is_that_of_the_package(run: Callable[..., Result]) -> None:
    """On standard output, like data."""
    assert run("--version").stdout == f"diplocorpus {version('diplocorpus')}\n"


def test_a_shell_can_complete_commands_and_strengths() -> None:
    """As typer lets it, without a word being typed in full."""
    environment = os.environ | {"_DIPLOCORPUS_COMPLETE": "complete_bash", "COMP_CWORD": "1", "COMP_WORDS": "diplocorpus comm"}
    done = subprocess.run([PROGRAM], env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["commitments"]
    environment |= {"COMP_CWORD": "3", "COMP_WORDS": "diplocorpus commitments --min-strength pl"}
    done = subprocess.run([PROGRAM], env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["pledged"]


@pytest.mark.skipif(sys.platform == "win32", reason="no terminal of its own")
def test_progress_is_for_a_terminal_and_never_among_the_data(tmp_path: Path) -> None:
    """On standard error where that is a terminal, else nowhere."""
    import pty

    command = [PROGRAM, "analyze", SEEDS]
    quiet = subprocess.run(command, capture_output=True, text=True, check=True)
    assert quiet.stderr == ""
    ours, theirs = pty.openpty()
    with (tmp_path / "out.jsonl").open("w", encoding="utf-8") as out, subprocess.Popen(command, stdout=out, stderr=theirs) as started:
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):  # that is how a terminal ends
            while read := os.read(ours, 10_000):
                shown += read
    os.close(ours)
    assert started.returncode == 0
    assert b"documents/s" in shown
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == quiet.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_run_that_is_ended_half_way_leaves_nothing(number: signal.Signals, tmp_path: Path) -> None:
    """Neither the output nor a part of it under another name."""
    lines = (json.dumps({"id": f"d{place}", "text": f"Kenya is ready to work with Chile on {place} projects."}) for place in range(5_000))
    (tmp_path / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    command = [PROGRAM, "analyze", "many.jsonl", "-o", "out.jsonl"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as started:
        while started.poll() is None and not list(tmp_path.glob(".out.jsonl.*")):
            time.sleep(0.01)
        started.send_signal(number)
    assert started.returncode not in (0, -number)
    assert [file.name for file in tmp_path.iterdir()] == ["many.jsonl"]


WRONG = {
    "no command": [],
    "an unknown command": ["negotiate"],
    "an unknown option": ["analyze", "seeds", "--loud"],
    "a path at which nothing is": ["analyze", "nowhere"],
    "an unknown input format": ["meetings", "seeds", "--input-format", "klingon"],
    "a column that is not said": ["meetings", "seeds", "--column", "text"],
    "an unknown strength": ["commitments", "seeds", "--min-strength", "iron"],
    "a strength of the ledger that is none": ["ledger", "seeds", "--min-strength", "iron"],
    "an earlier ledger that is not there": ["ledger", "seeds", "--previous", "nowhere.csv"],
    "a period that is none": ["timeline", "SCO", "seeds", "--by", "week"],
    "a folder for a ledger that is not there": ["ledger", "seeds", "-o", "nowhere/ledger.csv"],
    "a folder without a name": ["analyze", "seeds", "--format", "parquet"],
    "a folder that is not there": ["analyze", "seeds", "-o", "nowhere/out.jsonl"],
    "a folder for tables that is not there": ["analyze", "seeds", "--format", "csv", "-o", "nowhere/out"],
    "a folder for a report that is not there": ["report", "seeds", "-o", "nowhere/report.html"],
    "a pack that is not there": ["analyze", "seeds", "--pack", "mine.toml"],
    "an unknown extractor": ["analyze", "seeds", "--extractor", "acme.toasts"],
    "an unknown vocabulary": ["patterns", "--vocabulary", "klingon"],
    "gold that is not there": ["evaluate", "nowhere", "seeds"],
}


@pytest.mark.parametrize("why", WRONG)
def test_wrong_usage_is_status_2_and_a_message(why: str, run: Callable[..., Result]) -> None:
    """On standard error; nothing is left behind."""
    done = run(*WRONG[why])
    assert done.exit_code == 2
    assert done.stderr.strip() or why == "no command"
    assert sorted(file.name for file in Path().iterdir()) == ["seeds"]


def test_warnings_and_errors_of_ours_are_messages() -> None:
    """No traceback, no file name of a warning."""
    command = [sys.executable, "-m", "diplocorpus.cli", "analyze", "-"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parent)
    assert done.returncode == 2
    assert done.stderr.startswith("diplocorpus: -: no such file or folder")
    assert "Traceback" not in done.stderr
