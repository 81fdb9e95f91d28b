"""The house rules that no other tool checks: sizes, the front door, what an import costs, what is not written."""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import diplocorpus

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "diplocorpus"
MODULES = sorted(SOURCE.rglob("*.py"))

HEAVY = ("pydantic", "attrs", "spacy", "dateparser")

PUBLIC = set((Path(__file__).parent / "public_names.txt").read_text(encoding="utf-8").split())

SKIPPED_FOLDERS = {".git", ".venv", ".nox", "seeds", "dist", "build", "_build", "__pycache__"}
TEXT_SUFFIXES = {".css", ".jinja", ".js", ".py", ".md", ".toml", ".csv", ".yml", ".yaml", ".cff", ".json", ".txt", ".cfg", ".ini", ""}

FORBIDDEN = {
    "a path of somebody's machine": re.compile(r"/(?:work|root|home|Users|opt|mnt|srv)/"),
    "the host of a package registry": re.compile(
        "|".join(("pypi" + r"\.org", "python" + r"hosted\.org", "index" + "-url", "anaconda" + r"\.org"))
    ),
}


def loaded_by(statement: str) -> set[str]:
    """Return the heavy packages that a statement loads in a fresh process."""
    code = f"import sys\n{statement}\nprint(*(name for name in {HEAVY!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def project_files() -> Iterator[Path]:
    """Yield the text files of the project."""
    for file in sorted(ROOT.rglob("*")):
        parts = file.relative_to(ROOT).parts
        hidden_cache = any(part.startswith(".") and part.endswith(("_cache", "hypothesis")) for part in parts)
        if file.is_file() and not SKIPPED_FOLDERS & set(parts) and not hidden_cache and file.suffix in TEXT_SUFFIXES:
            yield file


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_stays_under_400_lines(module: Path) -> None:
    """A longer one is two ideas."""
    assert len(module.read_text(encoding="utf-8").splitlines()) < 400


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_function_stays_under_60_lines(module: Path) -> None:
    """Docstring and signature included."""
    functions = [node for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))) if isinstance(node, ast.FunctionDef)]
    lengths = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions}
    assert {name: length for name, length in lengths.items() if length >= 60} == {}


@pytest.mark.parametrize("word", ["utils", "helpers", "common", "base"])
def test_no_module_is_named_after_nothing(word: str) -> None:
    """A module's name says what it is about."""
    assert [module for module in MODULES if module.stem.strip("_") == word] == []


def test_importing_the_package_loads_nothing_heavy() -> None:
    """Names are looked up on first use."""
    assert loaded_by("import diplocorpus") == set()


def test_importing_document_does_not_load_spacy() -> None:
    """Reading and writing records needs the models only."""
    assert not {"spacy", "dateparser"} & loaded_by("from diplocorpus import Document")


def test_the_front_door_names_what_is_promised() -> None:
    """The public surface neither shrinks nor grows unseen."""
    assert {name for name in diplocorpus.__all__ if not name.startswith("__")} == PUBLIC


def test_every_public_name_can_be_had() -> None:
    """The table of the front door points to names that exist."""
    for name in diplocorpus.__all__:
        assert getattr(diplocorpus, name) is not None


def test_dir_shows_every_public_name() -> None:
    """Completion in a shell knows what star import gives."""
    assert set(diplocorpus.__all__) <= set(dir(diplocorpus))


def test_type_checkers_see_the_same_names_at_the_same_places() -> None:
    """The imports under TYPE_CHECKING bring in every public name from where it is found at run time."""
    tree = ast.parse((SOURCE / "__init__.py").read_text(encoding="utf-8"))
    guarded = [node for node in tree.body if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")]
    imports = [node for block in guarded for node in block.body if isinstance(node, ast.ImportFrom)]
    seen = {alias.asname or alias.name: node.module for node in imports for alias in node.names}
    assert set(seen) >= PUBLIC
    for name in PUBLIC:
        assert getattr(importlib.import_module(str(seen[name])), name) is getattr(diplocorpus, name)


def test_star_import_gives_every_public_name() -> None:
    """`from diplocorpus import *` works in a notebook."""
    namespace: dict[str, object] = {}
    exec("from diplocorpus import *", namespace)  # noqa: S102
    assert set(namespace) >= PUBLIC


def test_an_unknown_name_is_an_attribute_error_that_names_it() -> None:
    """Like any module."""
    with pytest.raises(AttributeError, match="extract_treaties"):
        diplocorpus.extract_treaties  # noqa: B018


@pytest.mark.parametrize("what", FORBIDDEN)
def test_the_project_speaks_of_itself_alone(what: str) -> None:
    """It works the same wherever it stands."""
    found = [
        f"{file.relative_to(ROOT)}:{number}"
        for file in project_files()
        if file != Path(__file__)
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if FORBIDDEN[what].search(line)
    ]
    assert found == []


@pytest.mark.parametrize("name", ["uv.lock", "poetry.lock", "Pipfile.lock", "pdm.lock", "pylock.toml"])
def test_no_lock_file_is_kept(name: str) -> None:
    """It would record download addresses."""
    assert not (ROOT / name).exists()
