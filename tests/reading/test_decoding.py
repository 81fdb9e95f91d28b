"""Bytes to text in the encodings that readouts come in."""

from __future__ import annotations

import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocorpus.errors import CorpusError, DocumentEncodingError, DocumentFormatError, ReadLimitError
from diplocorpus.reading.decoding import Lines, decode
from diplocorpus.reading.limits import Limits

CHINESE = "卢里塔尼亚总统安娜·洛周一在斯特雷尔绍会见了弗里多尼亚总理保罗·奥特。双方讨论了贸易。"
RUSSIAN = "Президент Руритании Анна Лоу встретилась в понедельник с премьер-министром Фредонии Паулем Оттом."
ACCENTS = "President Müller met Premier José Núñez in São Tomé on Monday. They discussed trade between the two countries."
QUOTES = "President Lowe’s call with Premier Ott – “a good call” – was held on Monday. They discussed trade."
PLAIN = "President Lowe met Premier Ott on Monday. They discussed trade."

WRITTEN = {
    # why: text, encoding it is written in, encoding that is found
    "what most files are": (ACCENTS, "utf-8", "utf-8"),
    "with a byte order mark": (CHINESE, "utf-8-sig", "utf-8-sig"),
    "Windows' Unicode": (CHINESE, "utf-16", "utf-16"),
    "the rare wide one": (CHINESE, "utf-32", "utf-32"),
    "without a mark, little end first": (PLAIN, "utf-16-le", "utf-16-le"),
    "without a mark, big end first": (PLAIN, "utf-16-be", "utf-16-be"),
    "Chinese government pages": (CHINESE, "gb18030", "gb18030"),
    "a Chinese name in an English text": (f"Anna Lowe (安娜·洛) met Paul Ott (保罗). {PLAIN * 5}", "gb18030", "gb18030"),
    "Russian pages": (RUSSIAN, "cp1251", "cp1251"),
    "older Russian mail": (RUSSIAN, "koi8-r", "koi8_r"),
    "accents alone": (ACCENTS, "latin-1", "latin-1"),
    "one accent in a long text": (f"Anna Núñez met Paul Ott. {PLAIN * 20}", "latin-1", "latin-1"),
    "typographic quotes": (QUOTES, "cp1252", "cp1252"),
}


@pytest.mark.parametrize("why", WRITTEN)
def test_a_text_is_read_as_it_was_written(why: str) -> None:
    """Without being told the encoding."""
    text, encoding, found = WRITTEN[why]
    assert decode(text.encode(encoding), "a.txt") == (text, found)


@pytest.mark.parametrize("why", WRITTEN)
def test_lines_are_read_as_they_were_written(why: str) -> None:
    """Also where only the last line goes beyond ASCII."""
    text, encoding, found = WRITTEN[why]
    stream = io.BufferedReader(io.BytesIO(f"{PLAIN}\r\n\n{text}\n".encode(encoding)))
    lines = Lines(stream, "a.csv", Limits())
    assert "".join(lines.text(line) for line in lines) == f"{PLAIN}\r\n\n{text}\n"
    assert lines.used == found


def test_damaged_utf8_is_an_error_that_gives_the_offset() -> None:
    """It is not read as another encoding in which any byte goes."""
    raw = CHINESE.encode()
    with pytest.raises(DocumentEncodingError, match="not utf-8 at byte 24") as caught:
        decode(raw[:24] + b"\xff" + raw[24:], "a.txt")
    assert (caught.value.offset, caught.value.encoding, caught.value.path) == (24, "utf-8", "a.txt")


def test_an_encoding_that_is_named_is_the_one_that_is_used() -> None:
    """Even where another one fits."""
    assert decode("é".encode(), "a.txt", "latin-1") == ("Ã©", "latin-1")
    with pytest.raises(DocumentEncodingError, match="not ascii at byte 0"):
        decode("é".encode(), "a.txt", "ascii")


@pytest.mark.parametrize("name", ["klingon", "rot13", "zip", "\0", "undefined"])
def test_an_encoding_that_there_is_not_is_an_error(name: str) -> None:
    """And one that does not turn bytes into text."""
    with pytest.raises(DocumentFormatError, match="unknown encoding"):
        decode(b"Lowe met Ott.", "a.txt", name)


def test_the_offset_in_a_line_counts_from_the_start_of_the_file() -> None:
    """So that an editor of bytes finds it."""
    lines = Lines(io.BufferedReader(io.BytesIO("é\n".encode() + b"ab\xff\n")), "a.csv", Limits())
    first, second = lines
    assert lines.text(first) == "é\n"
    with pytest.raises(DocumentEncodingError, match="row 2: not utf-8 at byte 5"):
        lines.text(second)


def test_a_line_without_an_end_is_not_read_to_its_end() -> None:
    """A limit names itself."""
    with pytest.raises(ReadLimitError, match="line_bytes"):
        list(Lines(io.BufferedReader(io.BytesIO(b"x" * 10_000)), "a.csv", Limits(line_bytes=1_000)))


@given(st.text(min_size=1))
def test_any_text_in_utf8_is_read_back(text: str) -> None:
    """Nothing is rewritten; a mark at the start is a mark."""
    if "\0" not in text:
        assert decode(text.encode(), "a.txt")[0] == text.removeprefix("\ufeff")


@given(st.binary(), st.sampled_from([None, "utf-8", "utf-16", "utf-7", "gb18030", "punycode"]))
def test_any_bytes_are_text_or_an_error_of_ours(raw: bytes, encoding: str | None) -> None:
    """In any encoding."""
    with suppress(CorpusError):
        decode(raw, "a.txt", encoding)
