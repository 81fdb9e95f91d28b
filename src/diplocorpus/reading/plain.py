"""Plain text and Markdown, with or without front matter."""

from __future__ import annotations

import re
from typing import Any

import yaml

from diplocorpus.reading.decoding import decode
from diplocorpus.reading.limits import read_whole
from diplocorpus.reading.rows import Opened, Row, Rows

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a]")
_FRONT = re.compile(r"\A---[ \t]*\r?\n(?P<yaml>(?:.*\r?\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_LONGEST_FRONT = 64_000


class _PlainLoader(yaml.SafeLoader):
    """Reads YAML without aliases, which let a few lines stand for gigabytes."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases are not read")
        return super().compose_node(parent, index)


def _front_matter(text: str, file: Opened) -> tuple[dict[str, Any], int]:
    """Return what stands between the two `---` lines and where the text begins; nothing where that is no mapping."""
    if not text.startswith("---"):
        return {}, 0
    match = _FRONT.match(text[:_LONGEST_FRONT])
    if match is None:
        return {}, 0
    try:
        found = yaml.load(match["yaml"], Loader=_PlainLoader)  # noqa: S506 - derived from SafeLoader
    except (yaml.YAMLError, ValueError, RecursionError, TypeError, AttributeError, KeyError, OverflowError) as error:
        reason = " ".join(str(error).split())[:200]
        raise file.fault(f"front matter that is no YAML ({reason})", "mend it, or take the '---' lines out") from error
    return (found, match.end()) if isinstance(found, dict) else ({}, 0)


def _read(file: Opened, name: str) -> Rows:
    raw = read_whole(file.stream, file.where, file.limits)
    text, used = decode(raw, file.where, file.encoding)
    odd = _CONTROL.search(text)
    if odd is not None:
        reason = f"not a text file (control character {odd.group()!r} at character {odd.start()})"
        raise file.fault(reason, "name the format with format=, or leave it out")
    front, start = _front_matter(text, file)
    fields = {key: value for key, value in front.items() if str(key).strip().lower() not in file.columns["text"]}
    yield Row({**fields, file.columns["text"][0]: text[start:]}, encoding=used, format=f"{name}+yaml" if start else name)


def read_text(file: Opened) -> Rows:
    """Yield the one row of a text file; the text is as decoded, after the front matter where there is one."""
    return _read(file, "text")


def read_markdown(file: Opened) -> Rows:
    """Yield the one row of a Markdown file; marks stay in the text."""
    return _read(file, "markdown")
