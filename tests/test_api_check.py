"""The session that holds the public interface against the last tag, in a repository made for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BEFORE = '__all__ = ["greet"]\n\ndef greet(name: str, title: str = "") -> str:\n    """Greet."""\n    return title + name\n'

AFTER = [
    ("an argument more, with a default", 'title: str = ""', 'title: str = "", loud: bool = False', True),
    ("an argument less", ', title: str = ""', "", False),
    ("a default less", 'title: str = ""', "title: str", False),
    ("another name", "greet", "salute", False),
]


@pytest.fixture
def repository(tmp_path: Path) -> Callable[..., None]:
    """A repository with our sessions and a package of our name; call it with what git is to do."""
    identity = {f"GIT_{who}_{what}": "nobody@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    package = tmp_path / "src" / "diplocorpus"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(BEFORE, encoding="utf-8")
    for name in ("noxfile.py", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)

    def git(*words: str) -> None:
        subprocess.run(["git", *words], cwd=tmp_path, env=os.environ | identity, check=True, capture_output=True)

    git("init")
    git("add", ".")
    git("commit", "--message", "Begin", "--no-gpg-sign")
    return git


def checked(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the session."""
    command = [sys.executable, "-m", "nox", "--no-venv", "--no-install", "--session", "api"]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(command, cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False)


def test_before_the_first_tag_there_is_nothing_to_break(repository: Callable[..., None], tmp_path: Path) -> None:
    """And it is said."""
    done = checked(tmp_path)
    assert done.returncode == 0
    assert "no tag yet" in done.stderr


@pytest.mark.parametrize(("what", "old", "new", "kept"), AFTER, ids=[row[0] for row in AFTER])
def test_a_change_that_breaks_callers_fails(
    what: str, old: str, new: str, *, kept: bool, repository: Callable[..., None], tmp_path: Path
) -> None:
    """And one that does not passes."""
    repository("tag", "--no-sign", "v1.0.0")
    (tmp_path / "src" / "diplocorpus" / "__init__.py").write_text(BEFORE.replace(old, new), encoding="utf-8")
    done = checked(tmp_path)
    assert (done.returncode == 0) is kept, done.stdout + done.stderr
