"""JSON Lines, JSON arrays and single JSON objects."""

from __future__ import annotations

import json
import re
from typing import Any

from diplocorpus.errors import CorpusError
from diplocorpus.reading.decoding import Lines, decode
from diplocorpus.reading.limits import read_whole
from diplocorpus.reading.rows import Opened, Row, Rows

_CUT = re.compile(r"\s+")


def _parse(text: str) -> Any:
    # Numbers that only Python's JSON knows say nothing in metadata.
    return json.loads(text, parse_constant=lambda _: None)


def _reason(error: Exception) -> str:
    return f"not JSON ({_CUT.sub(' ', str(error))[:120]})"


def read_lines(file: Opened) -> Rows:
    """Yield a row for each line of JSON Lines, and an error for each line that is no JSON object."""
    lines = Lines(file.stream, file.where, file.limits, file.encoding)
    for line in lines:
        try:
            text = lines.text(line)
            if not text.strip():
                continue
            value = _parse(text)
        except CorpusError as error:
            yield error
        except (ValueError, RecursionError) as error:
            yield file.fault(_reason(error), "each line must be one JSON object", line.number)
        else:
            if isinstance(value, dict):
                yield Row(value, line.number, lines.used, "jsonl")
            else:
                yield file.fault(f"a JSON {type(value).__name__}, not an object", "each line must be one JSON object", line.number)


def read_json(file: Opened) -> Rows:
    """Yield a row for each object of a JSON array, one for a single object; JSON Lines under this name are read too.

    An array is held in memory as a whole: long ones are better kept as JSON Lines.
    """
    head = file.stream.peek(65_536)[:65_536].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"{") and _is_object(head.partition(b"\n")[0]):
        yield from read_lines(file)
        return
    text, used = decode(read_whole(file.stream, file.where, file.limits), file.where, file.encoding)
    try:
        value = _parse(text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise file.fault(_reason(error), "mend the file, or name its format with format=") from error
    if isinstance(value, dict):
        yield Row(value, None, used, "json")
        return
    if not isinstance(value, list):
        raise file.fault(f"a JSON {type(value).__name__}, not an array of objects", "give it as an array of objects")
    for number, item in enumerate(value, 1):
        if isinstance(item, dict):
            yield Row(item, number, used, "json")
        else:
            yield file.fault(f"a JSON {type(item).__name__}, not an object", "each item must be an object", number)


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
