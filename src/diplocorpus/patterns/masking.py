"""Blanking what is no prose, character for character: markup, captions, and what publishers' layouts name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from diplocorpus.patterns.layouts import Layouts, Use, fitting, possible
from diplocorpus.patterns.templates import Form, Page

ONE_FOR_ONE = str.maketrans(
    {
        "‘": "'", "’": "'", "ʼ": "'", "`": "'", "ʻ": "'",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‹": '"', "›": '"', "‟": '"', "「": '"', "」": '"', "『": '"', "』": '"',
        "‐": "-", "‑": "-", "‒": "–", "−": "–",
        **dict.fromkeys("\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t\r\v\f\u2028\u2029\x85", " "),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", " "),
    }
)  # fmt: skip
"""Typography that readers of text should not have to know; every value is one character long."""

_PLAIN = {chr(char): plain for char, plain in ONE_FOR_ONE.items()}


def plain_typography(text: str) -> str:
    """Return a text, as long as it was, in plain typography."""
    for char, plain in _PLAIN.items():
        if char in text:
            text = text.replace(char, plain)
    return text


@lru_cache(maxsize=4)
def plain_page(text: str) -> Page:
    """Return the page of a text in plain typography; kept, since dating, publisher and masking ask in turn."""
    return Page.of(plain_typography(text))


HEAD_REACH = 1_200
"""Characters from the start in which a stamp or dateline may stand: titles and photo captions come before it."""

_MARKUP = re.compile(
    r"\*|</?[A-Za-z][A-Za-z0-9]{0,9}(?:\s[^<>]{0,300})?/?>|<(?:…|\.\.\.)>|&nbsp;|\[\^?\d{1,3}\]|\\(?=[\\`*_{}\[\]()#+.!>~|-])"
)
_LINE_MARKUP = re.compile(
    r"(?m:[ \t*]{0,8}\\?#(?:[ \\]{0,4}#){0,8}[ \t*]{0,8}$)"
    r"|[ \t]{0,8}(?:#{1,6}[ \t]|>[ \t]|(?:[-•·▪][ \t]+))"
    r"|(?m:[ \t]{0,8}(?:[-_=][ \t]{0,2}){3,80}$)"
)
"""What opens a line, or fills it."""

_LINK = re.compile(
    r"(?P<image>!?)\[(?P<label>[^\[\]]{0,400})\]\((?:https?:|mailto:|/|#)[^\s()]{0,2000}(?:\([^\s()]{0,100}\)[^\s()]{0,500})?\)"
)
_BARE_LINK = re.compile(r"(?m)^[ \t]{0,8}(?:https?://|www\.)\S{1,2000}[ \t]{0,8}$")
_CREDIT_AT_END = re.compile(
    r"(?m)(?:[\[(](?:(?:Photo|File [Pp]hoto|Image|Picture)(?:[ /:][^\[\]()\n]{0,80})?|Xinhua/[^\[\]()\n]{2,80})[\])]"
    r"|[.!?] (?:Photo by )?[A-Z][\w.-]+(?: [A-Z][\w.-]+){1,3} ?/ ?[A-Z][\w ]{2,30}"
    r"|[.!?] (?:Photo|Image|Picture)(?: by|:) [A-Z][^\n.]{2,80})[ \t]{0,8}$"
)
_CREDIT_PARTS = ("/", "Photo", "photo", "Image", "Picture")
"""Of these one stands in each credit."""

_LONGEST_CAPTION = 600
_STAMPED_START = re.compile(r"\s*(?:(?:date |[Dd]ate: ?)(?:19|20)\d{2}-\d{2}-\d{2}\b|(?:19|20)\d{2}-\d{2}-\d{2}\b)")
_SENTENCE_END = re.compile(r"[.!?][\"')\]]{0,3}$")

_BLANKED = (Use.LINE, Use.HEAD_LINE, Use.BLOCK, Use.PHRASE)

Spans = Iterator[tuple[int, int]]


def host_of(metadata: Mapping[str, Any]) -> str | None:
    """Return the host of the address that a document's metadata holds under `url` or `source_url`."""
    if not metadata:
        return None
    for key in ("url", "source_url", "link"):
        value = metadata.get(key)
        if isinstance(value, str):
            try:
                return urlsplit(value.strip()).hostname
            except ValueError:
                return None
    return None


def front_matter_end(text: str) -> int:
    """Return where the block between two lines of `---` that opens a Markdown file ends; 0 where there is none."""
    if not text.startswith(("---\n", "---\r\n")):
        return 0
    close = text.find("\n---", 3)
    if close < 0 or ":" not in text[3:close]:
        return 0
    line_end = text.find("\n", close + 4)
    end = len(text) if line_end < 0 else line_end
    return end if not text[close + 4 : end].strip() else 0


def _of_markup(text: str) -> Spans:
    if end := front_matter_end(text):
        yield 0, end
    for match in _MARKUP.finditer(text):
        yield match.span()
    start = 0
    while start >= 0:
        if opening := _LINE_MARKUP.match(text, start):
            yield opening.span()
        start = text.find("\n", start) + 1 or -1
    if "](" in text:
        for match in _LINK.finditer(text):
            if match["image"]:
                yield match.span()
            else:
                yield match.start(), match.start("label")
                yield match.end("label"), match.end()
    if "://" in text or "www." in text:
        for match in _BARE_LINK.finditer(text):
            yield match.span()
    if stamp := _STAMPED_START.match(text):
        yield stamp.span()


def _of_captions(text: str) -> Spans:
    for match in _CREDIT_AT_END.finditer(text) if any(map(text.__contains__, _CREDIT_PARTS)) else ():
        start = text.rfind("\n", 0, match.start()) + 1
        # A whole report on one line may end in a credit too; then only the credit goes.
        yield start if match.end() - start <= _LONGEST_CAPTION else match.start() + (text[match.start()] in ".!?"), match.end()


def _lines(forms: Sequence[Form], text: str, reach: int) -> Iterator[re.Match[str]]:
    """Yield the lines near the head that are as the first of some forms says; they are tried where lines begin only."""
    end, start = min(reach, len(text)), 0
    while forms and start <= end:
        after = start
        for form in forms:
            if match := form.pattern.match(text, start, end):
                yield match
                after = match.end()
                break
        newline = text.find("\n", after, end)
        start = end + 1 if newline < 0 else newline + 1


def _of_boilerplate(page: Page, forms: Mapping[Use, Sequence[Form]]) -> Spans:
    """Yield what one layout's masks blank; a block takes the lines after its first along."""
    text, end = page.text, 0
    for form in forms[Use.PHRASE]:
        for match in form.finditer(page):
            yield match.span()
    for match in _lines(forms[Use.LINE], text, len(text)):
        yield match.span()
    for match in _lines(forms[Use.HEAD_LINE], text, HEAD_REACH):
        yield match.span()
    for match in _lines(forms[Use.BLOCK], text, len(text)):
        if match.start() < end:
            continue
        end = match.end()
        while end < len(text):
            line_end = text.find("\n", end + 1)
            line_end = len(text) if line_end < 0 else line_end
            if _SENTENCE_END.search(text[end:line_end].rstrip()) or line_end - end > 300:
                break
            end = line_end
        yield match.start(), end


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return the text with spaces in the spans; newlines stay."""
    found = sorted(spans)
    if not found:
        return text
    pieces, last = [], 0
    for start, end in found:
        pieces.append(text[last:start])
        pieces.append("\n".join(" " * len(line) for line in text[max(last, start) : end].split("\n")))
        last = max(last, end)
    return "".join((*pieces, text[last:]))


def mask(text: str, layouts: Layouts, *, publisher: str | None = None, metadata: Mapping[str, Any] | None = None) -> str:
    """Return a text of the same length with its boilerplate blank and its typography plain; newlines stay where they are."""
    return _masked(text, layouts, publisher, host_of(metadata or {}))


@lru_cache(maxsize=4)
def _masked(text: str, layouts: Layouts, publisher: str | None, host: str | None) -> str:
    """Return what `mask` does; kept, since a document is dated and laid out by the same masked text."""
    plain = plain_page(text)
    clear = plain.with_text(blank(plain.text, _of_markup(plain.text)))
    spans = list(_of_captions(clear.text))
    forms, fit = possible(layouts, plain), fitting(layouts, plain, publisher=publisher, host=host)
    wanted: dict[str, dict[Use, list[Form]]] = {}
    for use in _BLANKED:
        for form, layout in forms[use]:
            if layout.publisher in fit and form.has_parts(clear.text):
                wanted.setdefault(layout.publisher, {use: [] for use in _BLANKED})[use].append(form)
    for own in wanted.values():
        spans.extend(_of_boilerplate(clear, own))
    return blank(clear.text, spans)
