"""The title of a document, where its text carries one."""

from __future__ import annotations

import re

from diplocorpus.reading.head import Head

_STAMP_BEHIND = re.compile(r"\s*\( ?[A-Z]\w+ ?\)\s*\d{1,2}:\d{2}")
_MARKUP = re.compile(r"[*\\]|</?[A-Za-z]{1,6}/?>|^#{1,6} ")
_LONGEST = 250
_MOST_LINES = 3


def title_of(text: str, masked: str, head: Head) -> str | None:
    """Take the first lines as title where they stand by themselves and do not end as a sentence does.

    `masked` is the text with its boilerplate blank; what is blank is no title.
    """
    if (title := head.front.get("title")) and "\\" not in title:
        return _clean(title)
    end = head.dateline.span.start if head.dateline else len(text)
    start = end - len(masked[:end].lstrip())
    lead = text[start:end]
    block, gap, rest = lead.partition("\n\n") if head.dateline is None else lead.partition("\n")
    alone = rest.startswith(("\n", "\r\n")) or not rest.strip() if head.dateline else bool(gap and rest.strip())
    lines = [line for line in block.split("\n") if line.strip()] if alone else []
    if not lines or len(lines) > _MOST_LINES:
        return None
    first = _clean(_STAMP_BEHIND.split(" ".join(lines), maxsplit=1)[0])
    return first if first and len(first) < _LONGEST and first[-1] not in '.:;,!?"”' else None


def _clean(title: str) -> str:
    return " ".join(_MARKUP.sub("", title).split())
