"""Every format, from bytes to a document."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from diplocorpus import Document, extras, load_corpus
from diplocorpus.errors import DocumentFormatError, MissingExtraError
from diplocorpus.reading.formats import detect, stem

LEAD = "President Anna Lowe of Ruritania met Premier Paul Ott of Freedonia on Monday and discussed trade."
MORE = "The two leaders agreed to meet again, and Ott invited Lowe to visit Freedonia in the coming year."
PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Lowe meets Ott</title>
<meta property="og:title" content="Lowe meets Ott"><meta property="article:published_time" content="2021-03-07T10:00:00Z">
<meta property="og:site_name" content="Kurier"></head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Lowe meets Ott</h1><p>{LEAD}</p><p>{MORE}</p></article><footer>All rights reserved</footer></body></html>"""
FEED = f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Kurier</title><link>https://example.org</link>
<item><title>Lowe &amp; Ott</title><link>https://example.org/1</link><guid>k-1</guid><pubDate>Sun, 07 Mar 2021 10:00:00 +0000</pubDate>
<description><![CDATA[<p>{LEAD}</p><p>{MORE}</p>]]></description></item>
<item><title>Empty</title><guid>k-2</guid></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Kurier</title><entry><title>Lowe meets Ott</title><id>k-1</id>
<updated>2021-03-07T10:00:00Z</updated><content type="html">&lt;p&gt;{LEAD}&lt;/p&gt;</content></entry></feed>"""
FRONT = f"---\ntitle: Lowe meets Ott\ndate: '2021-03-07'\nsource_url: https://example.org/1\nmodified: 2021-03-08 10:00:00\n---\n{LEAD}\n"
ROW = {
    "id": "k-1",
    "headline": "Lowe meets Ott",
    "date": "2021-03-07",
    "link": "https://example.org/1",
    "source": "Kurier",
    "body": LEAD,
    "shelf": 3,
}


def table(delimiter: str) -> str:
    """Return a table of one row."""
    return f"{delimiter.join(ROW)}\n{delimiter.join(map(str, ROW.values()))}\n"


def pdf(text: str) -> bytes:
    """Return a PDF of one page."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start


def docx() -> bytes:
    """Return a Word file of two paragraphs and a table."""
    import docx as word

    document = word.Document()
    document.add_paragraph(LEAD)
    document.add_table(1, 2).rows[0].cells[0].text = "Lowe"
    document.add_paragraph(MORE)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def parquet() -> bytes:
    """Return a Parquet file of one row."""
    arrow, tables = import_module("pyarrow"), import_module("pyarrow.parquet")
    file = io.BytesIO()
    tables.write_table(arrow.Table.from_pylist([ROW]), file)
    return file.getvalue()


def zipped(**members: bytes) -> bytes:
    """Return a zip archive; `_` in a name stands for a point."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", "."), content)
    return file.getvalue()


def tarred(mode: str, **members: bytes) -> bytes:
    """Return a tar archive."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in members.items():
            info = tarfile.TarInfo(name.replace("_", "."))
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return file.getvalue()


FULL: dict[str, object] = {"title": "Lowe meets Ott", "published": "2021-03-07", "publisher": "Kurier"}
FILES: dict[str, tuple[str, Callable[[], bytes | str], dict[str, object]]] = {
    # why: file name, content, what the one document has besides its text
    "plain text": ("a.txt", lambda: LEAD, {"id": "a", "format": "text"}),
    "no suffix": ("a", lambda: LEAD, {"id": "a", "format": "text"}),
    "an unknown suffix, named by itself": ("a.readout", lambda: LEAD, {"id": "a", "format": "text"}),
    "Markdown": ("a.md", lambda: LEAD, {"format": "markdown"}),
    "front matter": ("a.md", lambda: FRONT, {"title": "Lowe meets Ott", "published": "2021-03-07", "format": "markdown+yaml"}),
    "front matter in a text file": ("a.txt", lambda: FRONT, {"title": "Lowe meets Ott", "format": "text+yaml"}),
    "three hyphens that are no front matter": ("a.txt", lambda: f"---\n{LEAD}", {"format": "text"}),
    "a page": ("a.html", lambda: PAGE, {**FULL, "id": "a", "format": "html"}),
    "a page under another name": ("a.txt", lambda: PAGE, {**FULL, "format": "html"}),
    "a feed's entry that has a text": ("a.rss", lambda: FEED, {"id": "k-1", "title": "Lowe & Ott", "published": "2021-03-07", "publisher": "Kurier"}),
    "Atom under a general name": ("a.xml", lambda: ATOM, {**FULL, "id": "k-1", "format": "feed"}),
    "JSON Lines": ("a.jsonl", lambda: json.dumps(ROW), {**FULL, "id": "k-1", "format": "jsonl"}),
    "JSON Lines under another name": ("a.txt", lambda: json.dumps(ROW) + "\n", {**FULL, "format": "jsonl"}),
    "JSON Lines called JSON": ("a.json", lambda: json.dumps(ROW) + "\n", {**FULL, "format": "jsonl"}),
    "a JSON array": ("a.json", lambda: json.dumps([ROW], indent=1), {**FULL, "format": "json"}),
    "a JSON object over many lines": ("a.json", lambda: json.dumps(ROW, indent=1), {**FULL, "format": "json"}),
    "CSV": ("a.csv", lambda: table(","), {**FULL, "id": "k-1", "format": "csv"}),
    "semicolons, as where the comma is decimal": ("a.csv", lambda: table(";"), FULL),
    "TSV": ("a.tsv", lambda: table("\t"), {**FULL, "format": "tsv"}),
    "a spreadsheet's Unicode export": ("a.csv", lambda: table("\t").encode("utf-16"), FULL),
    "Parquet": ("a.parquet", parquet, {**FULL, "id": "k-1", "format": "parquet"}),
    "PDF": ("a.pdf", lambda: pdf(LEAD), {"format": "pdf"}),
    "Word": ("a.docx", docx, {"format": "docx"}),
    "gzip": ("a.txt.gz", lambda: gzip.compress(LEAD.encode()), {"id": "a", "format": "text"}),
    "a packed dump": ("a.jsonl.gz", lambda: gzip.compress(json.dumps(ROW).encode()), {**FULL, "format": "jsonl"}),
    "zip": ("a.zip", lambda: zipped(b_html=PAGE.encode()), {**FULL, "id": "b", "member": "b.html"}),
    "zip in zip": ("a.zip", lambda: zipped(b_zip=zipped(c_txt=LEAD.encode())), {"id": "c", "member": "b.zip!c.txt"}),
    "a packed dump in a zip": ("a.zip", lambda: zipped(b_csv_gz=gzip.compress(table(",").encode())), {**FULL, "member": "b.csv.gz"}),
    "Parquet in a zip": ("a.zip", lambda: zipped(b_parquet=parquet()), FULL),
    "tar": ("a.tar", lambda: tarred("w", b_txt=LEAD.encode()), {"id": "b", "member": "b.txt"}),
    "packed tar": ("a.tar.gz", lambda: tarred("w:gz", b_md=FRONT.encode()), {"title": "Lowe meets Ott", "member": "b.md"}),
    "packed tar, short": ("a.tgz", lambda: tarred("w:gz", b_docx=docx()), {"member": "b.docx"}),
}  # fmt: skip


def write(path: Path, content: bytes | str) -> Path:
    """Write a file and return its path."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize("why", FILES)
def test_a_file_of_any_format_becomes_a_document(why: str, tmp_path: Path) -> None:
    """By its name and content alone; the text is there, and nothing of what stands around it."""
    name, content, expected = FILES[why]
    corpus = load_corpus(write(tmp_path / name, content()), on_error="collect")
    [document] = corpus
    assert document.text.lstrip("-\n").removeprefix("Lowe meets Ott").lstrip().startswith(LEAD)
    assert "rights reserved" not in document.text
    assert {field: getattr(document, field, getattr(document.provenance, field, None)) for field in expected} == expected
    assert document.provenance.path == str(tmp_path / name)
    assert [error.reason for error in corpus.errors] == (
        ["no text under text or body or content (there is: title, url, id)"] if why.startswith("a feed") else []
    )


def test_what_is_not_mapped_goes_to_metadata(tmp_path: Path) -> None:
    """The address under one name, times as JSON can write them."""
    assert load_corpus(write(tmp_path / "a.csv", table(",")))[0].metadata == {"url": "https://example.org/1", "shelf": "3"}
    metadata = load_corpus(write(tmp_path / "a.md", FRONT))[0].metadata
    assert metadata == {"url": "https://example.org/1", "modified": "2021-03-08T10:00:00"}


def test_columns_can_be_named(tmp_path: Path) -> None:
    """By field; a row without an id is counted."""
    file = write(tmp_path / "a.csv", f"artikel,kop,dag\n{LEAD},Lowe meets Ott,7 March 2021\n")
    with pytest.raises(DocumentFormatError, match="artikel, kop, dag"):
        load_corpus(file)
    [document] = load_corpus(file, columns={"text": "artikel", "title": ["tittel", "kop"], "date": "dag"})
    assert (document.id, document.title, document.published, document.date) == ("a-1", "Lowe meets Ott", "2021-03-07", "2021-03-07")


def test_a_field_that_cannot_be_mapped_is_refused() -> None:
    """Before anything is read."""
    with pytest.raises(ValueError, match="txt"):
        load_corpus("no-such-file", columns={"txt": "artikel"})


def test_the_format_can_be_named(tmp_path: Path) -> None:
    """Where the name says nothing and the content does not tell."""
    file = write(tmp_path / "export.dat", table(","))
    assert load_corpus(file, format="csv")[0].id == "k-1"
    assert load_corpus(write(tmp_path / "b.html", PAGE), format="text")[0].text == PAGE
    with pytest.raises(ValueError, match="choose one of text, markdown"):
        load_corpus(file, format="xls")


def test_the_lead_of_a_page_is_kept_where_extraction_drops_it(tmp_path: Path) -> None:
    """The summary in the metadata shows that it belongs to the text; a summary that the page does not show does not."""
    lead = "Anna Lowe had a telephone conversation with Premier of Freedonia Paul Ott."
    shown = PAGE.replace("<article>", f"<div class='read__lead lead entry-summary'>{lead}</div><article>")
    for page, expected in ((shown, 1), (PAGE, 0)):
        described = page.replace("<title>", f'<meta name="description" content="{lead}"><title>')
        [document] = load_corpus(write(tmp_path / "a.html", described))
        assert document.text.count(lead) == expected


def test_a_heading_with_nothing_under_it_is_left_out(tmp_path: Path) -> None:
    """Extraction takes the links away and leaves what stood above them."""
    links = "<h3>See also</h3><p><a href='/1'>Visit to Zenda</a></p><p><a href='/2'>Visit to Hentzau</a></p>"
    [document] = load_corpus(write(tmp_path / "a.html", PAGE.replace("</article>", f"{links}</article>")))
    assert document.text.endswith(MORE)


NOT_READ: dict[str, tuple[str, Callable[[], bytes], str]] = {
    # why: file name, content, what the error says
    "a workbook": ("a.xlsx", lambda: zipped(**{"xl/workbook_xml": b"<x/>"}), "xlsx.*CSV"),
    "a picture": ("a.txt", lambda: b"\x89PNG\r\n\x1a\n\0\0", "picture"),
    "an empty file": ("a.txt", lambda: b"", "empty"),
    "a blank file": ("a.txt", lambda: b" \n\n", "empty"),
    "a binary file": ("a.txt", lambda: b"\x00\x01\x02" * 40, "control character"),
    "a page without a text": ("a.html", lambda: b"<html><body></body></html>", "no main text"),
    "XML that is no feed": ("a.xml", lambda: b"<a><b>Lowe</b></a>", "RSS or Atom"),
    "a PDF without text": ("a.pdf", lambda: pdf(""), "no text"),
    "half a PDF": ("a.pdf", lambda: pdf(LEAD)[:60], "cannot be read"),
    "half a gzip file": ("a.gz", lambda: gzip.compress(LEAD.encode())[:-12], "damaged"),
    "half a zip file": ("a.zip", lambda: zipped(b_txt=LEAD.encode())[:-12], "damaged"),
    "JSON that is none": ("a.json", lambda: b"[1, 2", "not JSON"),
    "front matter that is none": ("a.md", lambda: b"---\ntitle: [\n---\nLowe met Ott.", "front matter"),
    "front matter that unfolds": ("a.md", lambda: b"---\na: &a [1]\nb: [*a, *a]\n---\nLowe met Ott.", "aliases"),
}


@pytest.mark.parametrize("why", NOT_READ)
def test_what_cannot_be_read_says_so(why: str, tmp_path: Path) -> None:
    """The error names the file and the reason."""
    name, content, message = NOT_READ[why]
    with pytest.raises(DocumentFormatError, match=message) as caught:
        load_corpus(write(tmp_path / name, content()))
    assert caught.value.path == str(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "extra"), [("a.html", "html"), ("a.rss", "feeds"), ("a.parquet", "parquet"), ("a.pdf", "pdf"), ("a.docx", "docx")]
)
def test_a_library_that_is_not_there_is_named_with_its_extra(
    name: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever reads plain files needs none of them."""

    def missing(module: str) -> object:
        raise ImportError(module)

    monkeypatch.setattr(extras, "import_module", missing)
    content = next(content for why, (file, content, _) in FILES.items() if file == name)
    with pytest.raises(MissingExtraError, match=rf"{name}: \w+ is not installed; install diplocorpus\[{extra}\]") as caught:
        load_corpus(write(tmp_path / name, content()), language="en")
    assert caught.value.path == str(tmp_path / name)


def test_rows_that_fail_leave_the_others_be(tmp_path: Path) -> None:
    """Each error has its row."""
    lines = [json.dumps(ROW), "{", "[]", json.dumps({"id": "k-2", "body": " "}), json.dumps({**ROW, "id": "k-3"}), '{"body": "\\ud800"}']
    corpus = load_corpus(write(tmp_path / "a.jsonl", "\n".join(lines)), on_error="collect")
    assert [document.id for document in corpus] == ["k-1", "k-3"]
    assert [error.row for error in corpus.errors] == [2, 3, 4, 6]


def test_a_dump_without_texts_is_one_error(tmp_path: Path) -> None:
    """Not one for each of its rows."""
    corpus = load_corpus(write(tmp_path / "a.json", json.dumps([{"name": "Lowe"}] * 500)), on_error="collect")
    [error] = corpus.errors
    assert "in none of 500 rows" in error.reason


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("may.jsonl.gz", "may"),
        ("a.b.txt", "a.b"),
        ("readout", "readout"),
        (".hidden", ".hidden"),
        ("a.tar.gz", "a"),
        ("x/y.html", "y"),
        ("a.dat", "a"),
    ],
)
def test_an_id_is_the_name_without_what_tells_the_format(name: str, expected: str) -> None:
    """Also of packed files."""
    assert stem(name) == expected


def test_a_text_that_opens_with_a_bracket_is_a_text() -> None:
    """Or with the name of a mark."""
    assert detect("a.txt", b"[Lowe met Ott.]") == "text"
    assert detect("a.txt", b"{Lowe met Ott.}") == "text"
    assert detect("a.txt", b"<sic> Lowe met Ott.") == "text"


def test_a_document_made_by_a_reader_is_a_document(tmp_path: Path) -> None:
    """With its head read."""
    [document] = load_corpus(write(tmp_path / "a.txt", LEAD))
    assert isinstance(document, Document)
    assert document.date_basis is not None
