"""RSS and Atom feeds, an entry a row."""

from __future__ import annotations

import io
import warnings
from typing import Any

from diplocorpus.errors import MissingExtraError
from diplocorpus.extras import load_extra
from diplocorpus.reading.decoding import decode
from diplocorpus.reading.limits import read_whole
from diplocorpus.reading.pages import declared_charset, fragment_text
from diplocorpus.reading.rows import Opened, Row, Rows


def _markup(entry: Any) -> str:
    """Return the fullest text of an entry: its content, else its summary."""
    contents = [str(part.get("value") or "") for part in entry.get("content") or ()]
    return max([*contents, str(entry.get("summary") or "")], key=len)


def read_feed(file: Opened) -> Rows:
    """Yield a row for each entry of a feed: text, title, date, url, id, and the feed's title as publisher.

    Raises MissingExtraError where the extra `feeds` is not installed.
    """
    feedparser = load_extra("feedparser", "feeds")
    raw = read_whole(file.stream, file.where, file.limits)
    text, used = decode(raw, file.where, file.encoding, declared_charset(raw))
    headers = {"content-type": "application/xml; charset=utf-8"}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            # As a stream: feedparser would take a string for an address or a path.
            feed = feedparser.parse(io.BytesIO(text.encode("utf-8")), response_headers=headers)
        entries, channel = list(feed.entries), feed.feed
    except Exception as error:
        raise file.fault(f"no feed ({type(error).__name__})", "name its format with format=") from error
    if not entries:
        raise file.fault("no feed, or one without entries", "XML is read as RSS or Atom only")
    publisher = channel.get("publisher") or channel.get("title")
    for number, entry in enumerate(entries, 1):
        try:
            body = fragment_text(_markup(entry))
            title = fragment_text(str(entry.get("title") or ""))
        except MissingExtraError:
            raise
        except ValueError as error:
            yield file.fault(str(error), "leave the entry out", number)
            continue
        fields = {
            "text": body,
            "title": title,
            "published": entry.get("published") or entry.get("updated"),
            "url": entry.get("link"),
            "id": entry.get("id"),
            "author": entry.get("author"),
            "tags": [tag["term"] for tag in entry.get("tags") or () if tag.get("term")],
        }
        yield Row({key: value for key, value in fields.items() if value}, number, used, "feed", publisher)
