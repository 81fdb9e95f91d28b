"""Bytes to text: the encoding that is named, else a byte order mark, else UTF-8, else what the bytes look like."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from typing import Any

import attrs

from diplocorpus.errors import DocumentEncodingError, DocumentFormatError, ReadLimitError
from diplocorpus.reading.limits import Limits, read_whole

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 256 * 1024
"""Bytes that an encoding is guessed from."""

_HIGH = re.compile(rb"[\x80-\xff]+")
_CHINESE = re.compile(rb"(?:[\xa1-\xa3\xb0-\xf7][\xa1-\xfe])+")


def _marked(raw: bytes) -> str | None:
    return next((name for mark, name in _MARKS if raw.startswith(mark)), None)


def _wide(raw: bytes) -> str | None:
    """Name the UTF-16 without a mark whose zero bytes fill every other place."""
    sample = raw[: min(len(raw), 4096) & ~1]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half and max(even, odd) > half * 0.3 and min(even, odd) < half * 0.05:
        return "utf-16-le" if odd > even else "utf-16-be"
    return None


def _damaged_utf8(raw: bytes) -> bool:
    """Tell whether bytes are UTF-8 but for a few: such a file is damaged, not in another encoding."""
    text = raw.decode("utf-8", "surrogateescape")
    bad = sum("\udc80" <= char <= "\udcff" for char in text)
    good = sum(char > "\x7f" for char in text) - bad
    return good >= 3 and good > 3 * bad


def _mostly_plain(raw: bytes) -> str | None:
    """Name the encoding of a mostly plain text: detectors do badly on its few other bytes.

    Western letters and quotes mostly stand alone; Chinese ones, as in a name, take two bytes each and come in even runs.
    """
    runs = _HIGH.findall(raw)
    odd = sum(len(run) % 2 for run in runs)
    if sum(map(len, runs)) > len(raw) * 0.15:
        return None
    if not odd and all(map(_CHINESE.fullmatch, runs)):
        return "gb18030"
    if 0 < odd * 2 < len(runs):
        return None
    if not re.search(rb"[\x80-\x9f]", raw):
        return "latin-1"
    return None if re.search(rb"[\x81\x8d\x8f\x90\x9d]", raw) else "cp1252"


def guess(raw: bytes) -> str:
    """Return the encoding that bytes without a mark are most likely in; UTF-8 where nothing fits."""
    if b"\0" in raw[:4096]:
        return _wide(raw) or "utf-8"
    sample = raw
    if len(raw) > _SAMPLE:
        # Cut where no character can be: after an ASCII byte.
        cut = next((place for place in range(_SAMPLE, _SAMPLE - 64, -1) if raw[place - 1] < 0x40), _SAMPLE)
        sample = raw[:cut]
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return "utf-8"
    if _damaged_utf8(sample):
        return "utf-8"
    if plain := _mostly_plain(sample):
        return plain
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best is not None else "utf-8"


def _strictly(raw: bytes, encoding: str, where: str, offset: int = 0, row: int | None = None) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentEncodingError(where, encoding, offset + error.start, row=row) from error
    except (LookupError, UnicodeError, ValueError) as error:
        remedy = "use a name that Python knows, such as utf-8 or gb18030"
        raise DocumentFormatError(where, f"unknown encoding {encoding!r}", remedy) from error


def decode(raw: bytes, where: str, encoding: str | None = None, declared: str | None = None) -> tuple[str, str]:
    """Return the text of bytes and the name of its encoding; `declared` is what a page says of itself.

    Raises DocumentEncodingError, which gives the offset, where a byte does not belong to the encoding.
    """
    if encoding is not None:
        return _strictly(raw, encoding, where), encoding
    if marked := _marked(raw):
        return _strictly(raw, marked, where), marked
    if declared is not None:
        try:
            return raw.decode(declared), declared.lower()
        except (LookupError, UnicodeError, ValueError):
            pass  # pages often declare what they are not
    try:
        if b"\0" not in raw[:4096]:
            return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    guessed = guess(raw)
    return _strictly(raw, guessed, where), guessed


@attrs.frozen
class Line:
    """A line of a stream as bytes, its number from 1 and the offset of its first byte."""

    raw: bytes
    number: int
    offset: int


class Lines:
    """The lines of a stream, one in memory at a time, in an encoding that is settled by the first bytes beyond ASCII."""

    def __init__(self, stream: io.BufferedReader[Any], where: str, limits: Limits, encoding: str | None = None) -> None:
        self.where = where
        self.limits = limits
        self.encoding = encoding
        head = stream.peek(4096)
        marked = _marked(head)
        wide = encoding or marked or _wide(head) or "utf-8"
        if encoding is None and marked == "utf-8-sig":
            stream.read(3)
            self.encoding, self._start = "utf-8-sig", 3
        else:
            self._start = 0
        if wide.lower().replace("_", "-").startswith(("utf-16", "utf-32")):
            # A newline is not one byte there.
            text = _strictly(read_whole(stream, where, limits), wide, where)
            self.encoding = wide
            self._stream: io.BufferedReader[Any] = io.BufferedReader(io.BytesIO(text.encode("utf-8", "surrogatepass")))
            self._codec: str | None = "utf-8"
        else:
            self._stream = stream
            self._codec = "utf-8" if self.encoding == "utf-8-sig" else encoding

    def __iter__(self) -> Iterator[Line]:
        offset, number, limit = self._start, 0, self.limits.line_bytes
        while raw := self._stream.readline(limit + 1):
            number += 1
            if len(raw) > limit:
                raise ReadLimitError(self.where, f"a line is longer than {limit:,} bytes", "line_bytes", row=number)
            yield Line(raw, number, offset)
            offset += len(raw)

    def text(self, line: Line) -> str:
        """Return the text of a line.

        Raises DocumentEncodingError where a byte does not belong to the encoding.
        """
        if self._codec is None:
            if line.raw.isascii():
                return line.raw.decode("ascii")
            sample = line.raw + self._stream.peek(_SAMPLE)
            self._codec = guess(sample[: sample.rfind(b"\n") + 1] or sample)
            self.encoding = self._codec
        return _strictly(line.raw, self._codec, self.where, line.offset, line.number)

    @property
    def used(self) -> str:
        """The encoding so far; ASCII is UTF-8."""
        return self.encoding or "utf-8"
