"""Web pages: the main text as trafilatura finds it, title and date from the page's metadata."""

from __future__ import annotations

import re
import warnings
from typing import Any

from diplocorpus.extras import load_extra
from diplocorpus.reading.decoding import decode
from diplocorpus.reading.limits import read_whole
from diplocorpus.reading.rows import Opened, Row, Rows

_CHARSET = re.compile(rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,200}?encoding)\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_BLOCKS = frozenset(
    "p div br hr li ul ol dl dt dd table tr td th h1 h2 h3 h4 h5 h6 blockquote pre section article header footer figure figcaption lb "
    "head item list quote row cell".split()
)
_UNSEEN = frozenset({"script", "style", "noscript", "template", "iframe", "form"})


def declared_charset(raw: bytes) -> str | None:
    """Return the encoding that a page or feed declares in its first lines."""
    match = _CHARSET.search(raw[:4096])
    return match[1].decode("ascii") if match else None


def _blocks(root: Any) -> list[str]:
    """Return the visible text of a tree block by block; iterative, since hostile trees are deep."""
    blocks, run = [], [""]
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        node, leaving = stack.pop()
        if isinstance(node, str):
            run.append(node)
            continue
        tag = node.tag if isinstance(node.tag, str) else None
        if tag in _BLOCKS:
            blocks.append("".join(run))
            run = [""]
        if leaving:
            continue
        if node is not root and node.tail:
            stack.append((node.tail, False))
        stack.append((node, True))
        if tag is not None and tag not in _UNSEEN:
            stack.extend((child, False) for child in reversed(list(node)))
            if node.text:
                stack.append((node.text, False))
    blocks.append("".join(run))
    return [shown for block in blocks if (shown := _SPACES.sub(" ", block).strip(" \u00a0"))]


def fragment_text(markup: str) -> str:
    """Return the text of a piece of HTML, a blank line between blocks; what has no tags is returned as it is.

    Raises MissingExtraError where the extra `html` is not installed, ValueError where the piece cannot be parsed.
    """
    if not re.search(r"<[a-zA-Z!/]|&[#\w]+;", markup):
        return markup
    html = load_extra("lxml.html", "html")
    try:
        return "\n\n".join(_blocks(html.fragment_fromstring(markup, create_parent="div")))
    except Exception as error:
        raise ValueError(f"cannot be parsed ({type(error).__name__})") from error


def _folded(text: str) -> str:
    return "".join(text.split()).lower()


def _with_lead(blocks: list[str], summary: str | None, shown: str) -> list[str]:
    """Put back the lead of a page, which extraction takes for an ornament: the summary, where the page also shows it."""
    lead = _folded(summary or "")
    if len(lead) < 30 or lead in _folded("".join(blocks)) or lead not in _folded(shown):
        return blocks
    return [str(summary), *blocks]


def _without_last_headings(body: Any) -> Any:
    """Drop the headings at the end: what stood under them ("See also") is gone."""
    while len(body) and body[-1].tag == "head":
        body.remove(body[-1])
    return body


def read_page(file: Opened) -> Rows:
    """Yield the one row of an HTML page: main text, title, date, url, site name.

    Raises MissingExtraError where the extra `html` is not installed.
    """
    trafilatura = load_extra("trafilatura", "html")
    html = load_extra("lxml.html", "html")
    raw = read_whole(file.stream, file.where, file.limits)
    markup, used = decode(raw, file.where, file.encoding, declared_charset(raw))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = trafilatura.bare_extraction(
                markup,
                with_metadata=True,
                include_comments=False,
                favor_precision=True,
                date_extraction_params={"extensive_search": False, "original_date": True},
            )
            blocks = _blocks(_without_last_headings(found.body)) if found is not None and found.body is not None else []
            if found is not None and blocks and found.description:
                body = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", markup)).find("body")
                blocks = _with_lead(blocks, found.description, "" if body is None else "".join(_blocks(body)))
    except Exception as error:
        raise file.fault(f"the page cannot be parsed ({type(error).__name__})", "mend it, or leave it out") from error
    if not blocks:
        raise file.fault("no main text found in the page", "leave it out, or save its text as a text file")
    metadata = {name: getattr(found, name, None) for name in ("title", "date", "url", "author", "description", "tags", "license")}
    fields = {name: value for name, value in metadata.items() if value}
    fields["text"] = "\n\n".join(blocks)
    yield Row(fields, encoding=used, format="html", site=getattr(found, "sitename", None))
