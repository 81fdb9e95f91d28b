"""What is broken, endless or hostile ends in an error of ours, soon, and writes nothing."""

from __future__ import annotations

import gzip
import io
import os
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diplocorpus import Corpus, Document, load_corpus
from diplocorpus.errors import CorpusError, DocumentFormatError, DocumentNotFoundError, ReadLimitError
from diplocorpus.reading.files import Options, read_blob
from diplocorpus.reading.finding import Blob
from diplocorpus.reading.formats import FORMATS
from diplocorpus.reading.limits import Limits

TEXT = b"President Lowe met Premier Ott on Monday. They discussed trade."
SMALL = Limits(whole_bytes=100_000, line_bytes=20_000, unpacked_bytes=1_000_000, ratio_from=100_000, members=50)

SEEDS = [
    TEXT, b"---\ntitle: a\n---\nLowe met Ott.", b"<html><body><article><p>Lowe met Ott.</p></article></body></html>", b'{"text": "Lowe met Ott."}\n',
    b'[{"text": "Lowe met Ott."}]', b'id,text\n1,"Lowe met Ott."\n', b"id\ttext\n1\tLowe met Ott.\n", b"PAR1\x15\x04\x15\x10PAR1", b"%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF",
    b"<rss version='2.0'><channel><item><title>a</title><description>Lowe met Ott.</description></item></channel></rss>",
    b"PK\x03\x04\x14\0\0\0\0\0word/document.xml", gzip.compress(TEXT), b"\xff\xfeL\0o\0w\0e\0", "Лоу встретилась".encode("cp1251"), b"[" * 3000, b'{"a":' * 3000,
]  # fmt: skip
"""Beginnings of every format, so that random bytes get past the first check."""


@st.composite
def hostile_bytes(draw: st.DrawFn) -> bytes:
    """Return a file of some format with bytes cut out, put in and doubled."""
    raw = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, len(raw)))
        if draw(st.booleans()):
            raw[place:place] = draw(st.binary(max_size=12))
        else:
            del raw[place : place + draw(st.integers(0, 12))]
    return bytes(raw)


def read(raw: bytes, name: str, options: Options) -> list[Document | CorpusError]:
    """Return what reading bytes under a name gives."""
    return list(read_blob(Blob(name, name, lambda: io.BytesIO(raw), len(raw)), options))


@pytest.mark.parametrize("kind", FORMATS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(raw=st.one_of(st.binary(max_size=300), hostile_bytes()))
def test_any_bytes_in_any_format_give_documents_or_errors_of_ours(kind: str, raw: bytes) -> None:
    """Nothing else escapes, and something is always said."""
    assert read(raw, "a.bin", Options(format=kind, limits=SMALL)) or kind in ("jsonl", "json", "csv", "tsv")


@pytest.mark.parametrize("name", ["a", "a.txt", "a.zip", "a.tar", "a.tar.gz", "a.gz", "a.html", "a.json", "a.xml"])
@given(raw=st.one_of(st.binary(max_size=300), hostile_bytes()))
def test_any_bytes_under_any_name_give_documents_or_errors_of_ours(name: str, raw: bytes) -> None:
    """Whatever they are taken for."""
    for result in read(raw, name, Options(limits=SMALL)):
        assert isinstance(result, (Document, CorpusError))


@given(st.data())
def test_damaged_archives_give_documents_or_errors_of_ours(data: st.DataObject) -> None:
    """A byte changed anywhere."""
    kind = data.draw(st.sampled_from(["zip", "tar", "tar.gz"]))
    file = io.BytesIO()
    if kind == "zip":
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.txt", TEXT)
    else:
        with tarfile.open(fileobj=file, mode="w:gz" if kind == "tar.gz" else "w") as tar:
            info = tarfile.TarInfo("a.txt")
            info.size = len(TEXT)
            tar.addfile(info, io.BytesIO(TEXT))
    raw = bytearray(file.getvalue())
    for _ in range(3):
        raw[data.draw(st.integers(0, min(len(raw), 1200) - 1))] = data.draw(st.integers(0, 255))
    read(bytes(raw), f"a.{kind}", Options(limits=SMALL))


@given(
    st.dictionaries(
        st.one_of(st.text(), st.integers(), st.sampled_from(["text", "id", "date", "title", "metadata", "provenance"])),
        st.recursive(
            st.one_of(st.none(), st.text(), st.floats(), st.integers(), st.binary(), st.dates()),
            lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)),
        ),
    )
)
def test_any_mapping_gives_a_document_or_an_error_of_ours(row: dict[object, object]) -> None:
    """And a document that it gives can be written and read back."""
    for document in load_corpus([row, {**row, "text": "Lowe met Ott.", "id": "x"}], on_error="skip"):
        assert Document.model_validate_json(document.model_dump_json()) == document


def only_error(source: object, limits: Limits = SMALL) -> CorpusError:
    """Return the one error that loading gives."""
    corpus = load_corpus(source, limits=limits, on_error="collect")  # type: ignore[arg-type]
    [error] = corpus.errors
    assert len(corpus) == 0
    return error


BOMBS = {
    "a long text": ("a.txt", TEXT * 10_000, "whole_bytes"),
    "a line without an end": ("a.jsonl", b'{"text": "' + b"x" * 30_000, "line_bytes"),
    "a quote that is left open": ("a.csv", b'text\n"Lowe\n' + b"met Ott\n" * 5_000, "line_bytes"),
    "a packed text that goes on and on": ("a.txt.gz", gzip.compress(TEXT * 40_000), "whole_bytes"),
    "a packed dump of short lines": ("a.jsonl.gz", gzip.compress(b"\n" * 2_000_000), "unpacked_bytes|ratio"),
    "packed again and again": ("a.gz", gzip.compress(gzip.compress(gzip.compress(gzip.compress(TEXT)))), "depth"),
}


@pytest.mark.parametrize("why", BOMBS)
def test_what_is_larger_than_a_limit_is_an_error_that_names_the_limit(why: str, tmp_path: Path) -> None:
    """It is not read to its end."""
    name, raw, limit = BOMBS[why]
    (tmp_path / name).write_bytes(raw)
    error = load_corpus(tmp_path / name, limits=SMALL, on_error="collect").errors[-1]
    assert isinstance(error, ReadLimitError)
    assert error.limit in limit.split("|")
    assert error.limit in str(error)


def test_a_zip_bomb_stops(tmp_path: Path) -> None:
    """The members that fit are read, all together stay below the limit."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(40):
            archive.writestr(f"{number:02}.txt", TEXT * 1_500)
    corpus = load_corpus(tmp_path / "a.zip", limits=SMALL, on_error="collect")
    assert {type(error) for error in corpus.errors} == {ReadLimitError}
    assert 0 < sum(len(document.text) for document in corpus) <= SMALL.unpacked_bytes


def test_an_archive_of_countless_files_is_an_error(tmp_path: Path) -> None:
    """Before any is read."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for number in range(60):
            archive.writestr(f"{number}.txt", TEXT)
    assert isinstance(only_error(tmp_path / "a.zip"), ReadLimitError)


@pytest.mark.parametrize("name", ["../../out.txt", "/etc/out.txt", "a/../../out.txt", "C:\\out.txt"])
@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_a_path_that_leaves_its_archive_is_an_error(name: str, kind: str, tmp_path: Path) -> None:
    """Nothing is unpacked to disk anyway; the others are read."""
    path = tmp_path / "in" / f"a.{kind}"
    path.parent.mkdir()
    if kind == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(name, TEXT)
            archive.writestr("good.txt", TEXT)
    else:
        with tarfile.open(path, "w") as tar:
            for member in (name, "good.txt"):
                info = tarfile.TarInfo(member)
                info.size = len(TEXT)
                tar.addfile(info, io.BytesIO(TEXT))
    corpus = load_corpus(path, on_error="collect")
    assert [document.id for document in corpus] == ["good"]
    assert ["leaves the archive" in error.reason for error in corpus.errors] == [True]
    assert [file.name for file in tmp_path.rglob("*")] == ["in", f"a.{kind}"]


def test_links_and_devices_in_an_archive_are_passed_over(tmp_path: Path) -> None:
    """They hold no text."""
    with tarfile.open(tmp_path / "a.tar", "w") as tar:
        for kind, name in ((tarfile.SYMTYPE, "link.txt"), (tarfile.FIFOTYPE, "pipe.txt"), (tarfile.LNKTYPE, "hard.txt")):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/hostname"
            tar.addfile(info)
        info = tarfile.TarInfo("good.txt")
        info.size = len(TEXT)
        tar.addfile(info, io.BytesIO(TEXT))
    assert [document.id for document in load_corpus(tmp_path / "a.tar")] == ["good"]


def test_an_encrypted_member_is_an_error(tmp_path: Path) -> None:
    """That says what to do."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", TEXT)
    raw = bytearray((tmp_path / "a.zip").read_bytes())
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "a.zip").write_bytes(raw)
    assert "encrypted" in only_error(tmp_path / "a.zip").reason


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_an_error_and_not_waited_for(tmp_path: Path) -> None:
    """Named or found in a folder."""
    os.mkfifo(tmp_path / "pipe.txt")
    for source in (tmp_path / "pipe.txt", tmp_path):
        assert only_error(source).reason == "not a regular file"


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="the system has no such device")
def test_an_endless_device_is_an_error() -> None:
    """It is no regular file."""
    assert isinstance(only_error("/dev/zero"), DocumentFormatError)


def test_links_that_go_in_circles_have_an_end(tmp_path: Path) -> None:
    """In a folder and in a glob; a link that leads nowhere is an error."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes(TEXT)
    (tmp_path / "in" / "round").symlink_to(tmp_path)
    (tmp_path / "in" / "about").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "self.txt").symlink_to(tmp_path / "in" / "self.txt")
    for source in (str(tmp_path), str(tmp_path / "**" / "*.txt"), str(tmp_path / "*" / "*.txt")):
        corpus = load_corpus(source, on_error="collect")
        assert [document.id for document in corpus] == ["a"]
        assert [Path(str(error.path)).name for error in corpus.errors] == ["self.txt"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_and_a_folder_that_may_not_be_read_are_errors(tmp_path: Path) -> None:
    """Of which the rest is read."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(TEXT)
    (tmp_path / "shut").mkdir()
    for name in ("b.txt", "shut"):
        (tmp_path / name).chmod(0)
    try:
        corpus = load_corpus(tmp_path, on_error="collect")
    finally:
        (tmp_path / "shut").chmod(0o700)
    assert [document.id for document in corpus] == ["a"]
    assert sorted(Path(str(error.path)).name for error in corpus.errors) == ["b.txt", "shut"]


def test_a_file_that_may_not_be_read_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests."""
    (tmp_path / "a.txt").write_bytes(TEXT)

    def refuse(*_: object, **__: object) -> Iterator[bytes]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "Permission denied" in only_error(tmp_path / "a.txt").reason


@pytest.mark.parametrize("name", ["no-such-file.txt", "no-such-*.txt", "a\0b", "x" * 5_000])
def test_a_path_at_which_nothing_stands_is_an_error(name: str, tmp_path: Path) -> None:
    """Also a name that no file can have."""
    assert isinstance(only_error(str(tmp_path / name)), (DocumentNotFoundError, DocumentFormatError))


def test_a_feed_cannot_reach_out(tmp_path: Path) -> None:
    """Entities that name files, and those that unfold, give no document of it."""
    secret = tmp_path / "secret"
    secret.write_text("Freedonia will pay.")
    (tmp_path / "a.xml").write_text(
        f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]><rss version="2.0"><channel><item><title>a</title><description>&x; Lowe met Ott.</description></item></channel></rss>'
    )
    folds = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    (tmp_path / "b.xml").write_text(
        f'<!DOCTYPE rss [<!ENTITY a0 "Lowe">{folds}]><rss version="2.0"><channel><item><description>&a11;</description></item></channel></rss>'
    )
    corpus = load_corpus([tmp_path / "a.xml", tmp_path / "b.xml"], on_error="collect")
    assert isinstance(corpus, Corpus)
    assert all("pay" not in document.text and len(document.text) < 10_000 for document in corpus)
