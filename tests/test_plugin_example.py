"""The example of a plug-in, built and installed into an environment of its own; and what broken plug-ins do."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from diplocorpus import Analyzer, ExtractorSpec, available_extractors
from diplocorpus.errors import DocumentNotFoundError, PluginLoadError, UnknownExtractorError

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a fresh environment that sees our packages and, built and installed, the plug-in."""
    folder = tmp_path_factory.mktemp("plugin") / "venv"
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    found = subprocess.run([str(python), "-c", "import site; print(site.getsitepackages()[0])"], capture_output=True, text=True, check=True)
    # What the plug-in depends on is not downloaded again: the environment looks here for it.
    own = f"import site; site.addsitedir({sysconfig.get_path('purelib')!r})\n"
    (Path(found.stdout.strip()) / "ours.pth").write_text(own, encoding="utf-8")
    install = [str(python), "-m", "pip", "install", "--quiet", "--no-deps", str(ROOT / "examples" / "plugin")]
    subprocess.run(install, check=True)
    return python


def test_the_example_passes_its_own_tests(installed: Path) -> None:
    """Installed, not from its folder."""
    done = subprocess.run(
        [
            str(installed),
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "--rootdir",
            str(installed.parent),
            str(ROOT / "examples" / "plugin" / "tests"),
        ],
        capture_output=True,
        text=True,
        cwd=installed.parent,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"^\d+ passed", done.stdout, re.MULTILINE)


def test_the_command_line_lists_and_uses_the_example(installed: Path, tmp_path: Path) -> None:
    """Under its own name; what was written before is read with its types."""
    (tmp_path / "note.txt").write_text("Kenya will not stand idly by, Kenyan President Paul Ott said.", encoding="utf-8")

    def run(*words: str) -> str:
        command = [str(installed), "-m", "diplocorpus.cli", *words]
        return subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=True).stdout

    assert "example.warnings" in run("extractors")
    run("analyze", "note.txt", "--extractor", "example.warnings", "-o", "out.jsonl")
    run("analyze", "out.jsonl", "--extractor", "example.warnings", "--format", "csv", "-o", "tables")
    assert "will not stand idly by" in (tmp_path / "tables" / "example.warnings.csv").read_text(encoding="utf-8")


BROKEN = [
    ("no such module", "acme_broken_nowhere:SPEC", "ModuleNotFoundError"),
    ("no such name", "json:SPEC", "AttributeError"),
    ("no extractor", "json:dumps", "not a ExtractorSpec"),
]


@pytest.fixture
def offering(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """A way to install a distribution that offers one entry point."""

    def offer(group: str, value: str) -> None:
        info = tmp_path / "acme-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme\nVersion: 1.0\n", encoding="utf-8")
        (info / "entry_points.txt").write_text(f"[{group}]\nacme.broken = {value}\n", encoding="utf-8")
        monkeypatch.syspath_prepend(str(tmp_path))
        assert "acme.broken" in entry_points(group=group).names

    return offer


@pytest.mark.parametrize(("fault", "value", "said"), BROKEN, ids=[row[0] for row in BROKEN])
def test_a_broken_plug_in_hurts_only_who_names_it(fault: str, value: str, said: str, offering: object) -> None:
    """It is listed, others work, and the error names its distribution."""
    assert callable(offering)
    offering("diplocorpus.extractors", value)
    assert "acme.broken" in available_extractors()
    assert Analyzer().analyze("Lowe met Ott.").document.text
    with pytest.raises(PluginLoadError, match=f"extractor 'acme.broken' of acme .*{said}"):
        Analyzer(extractors=["acme.broken"])


def test_a_broken_pack_hurts_only_who_names_it(offering: object) -> None:
    """The same for patterns."""
    assert callable(offering)
    offering("diplocorpus.patterns", "json:dumps")
    with pytest.raises(PluginLoadError, match=r"pattern pack 'acme\.broken' of acme"):
        Analyzer(packs=["acme.broken"])


def test_names_that_nobody_offers_are_told_apart() -> None:
    """Extractors and packs."""
    with pytest.raises(UnknownExtractorError, match="acme"):
        Analyzer(extractors=["acme.none"])
    with pytest.raises(DocumentNotFoundError, match=r"acme\.none: no such pattern pack"):
        Analyzer(packs=["acme.none"])


def test_packs_of_an_extractor_come_with_it(tmp_path: Path) -> None:
    """And a user's replaces them id by id."""
    text = 'schema = 1\npack = "acme"\nversion = "{}"\nlanguage = "en"\nvocabulary = "acme"\n[[label]]\nid = "gift"\nname = "Gift"\n'
    text += '[[pattern]]\nid = "gift"\nlabel = "gift"\nphrases = ["{}"]\nexamples = ["A {}."]\n'
    (tmp_path / "own.toml").write_text(text.replace("{}", "1", 1).replace("{}", "clock"), encoding="utf-8")
    (tmp_path / "mine.toml").write_text(text.replace("{}", "2", 1).replace("{}", "vase"), encoding="utf-8")
    spec = ExtractorSpec(
        "acme.gifts", lambda document, findings: (h.pattern for h in document.hits.get("acme", ())), object, (), (tmp_path / "own.toml",)
    )
    assert Analyzer([spec]).packs.versions["acme"] == "1"
    assert Analyzer([spec], packs=[tmp_path / "mine.toml"]).packs.versions["acme"] == "2"
