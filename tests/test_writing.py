"""Files and folders that appear whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from diplocorpus.errors import DocumentNotFoundError
from diplocorpus.writing import whole_file, whole_folder


def test_a_file_that_fails_leaves_the_one_before(tmp_path: Path) -> None:
    """And nothing beside it."""
    (tmp_path / "a").write_text("before", encoding="utf-8")

    def write() -> None:
        with whole_file(tmp_path / "a") as partial:
            partial.write_text("half", encoding="utf-8")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write()
    assert [file.read_text(encoding="utf-8") for file in tmp_path.iterdir()] == ["before"]


def test_a_folder_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """Not even itself."""

    def write() -> None:
        with whole_folder(tmp_path / "a") as partial:
            (partial / "half").write_text("half", encoding="utf-8")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_stands_keeps_what_is_not_replaced(tmp_path: Path) -> None:
    """Below it too."""
    (tmp_path / "a" / "deep").mkdir(parents=True)
    for name in ("mine", "old", "deep/old"):
        (tmp_path / "a" / name).write_text(name, encoding="utf-8")
    with whole_folder(tmp_path / "a") as partial:
        (partial / "deep").mkdir()
        for name in ("old", "deep/old", "deep/new"):
            (partial / name).write_text("written", encoding="utf-8")
    found = {
        str(file.relative_to(tmp_path / "a")): file.read_text(encoding="utf-8") for file in (tmp_path / "a").rglob("*") if file.is_file()
    }
    assert found == {"mine": "mine", "old": "written", "deep/old": "written", "deep/new": "written"}
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize("writing", [whole_file, whole_folder])
def test_a_folder_above_that_is_not_there_is_named(writing: object, tmp_path: Path) -> None:
    """Before anything is written."""
    with pytest.raises(DocumentNotFoundError, match="nowhere"), writing(tmp_path / "nowhere" / "a"):  # type: ignore[operator]
        raise AssertionError
