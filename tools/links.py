"""Links of built pages that lead nowhere within them: files and anchors; addresses outside are left alone."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

_MADE_BY_SCRIPT = {"commitments", "meetings", "referenced", "attributions", "frameworks", "stances", "partnerships"}
"""Anchors of the page of a corpus at which its script shows records."""


class Page(HTMLParser):
    """What a page links to, and the anchors that it has."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note links and anchors."""
        for name, value in attrs:
            if name in ("href", "src") and value is not None:
                self.links.append(value)
            elif name in ("id", "name") and value:
                self.anchors.add(value)


def broken(folder: Path) -> Iterator[str]:
    """Yield a line for each link within a folder of pages that leads to no file or anchor of it."""
    pages = {file.resolve(): Page(file) for file in sorted(folder.rglob("*.html"))}
    for file, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            target = target / "index.html" if target.is_dir() else target
            anchor = unquote(parts.fragment).partition("?")[0]  # what follows is read by a script
            if not target.is_file():
                yield f"{file.relative_to(folder.resolve())}: {link} is not there"
            elif anchor and target in pages and anchor not in pages[target].anchors | _MADE_BY_SCRIPT:
                yield f"{file.relative_to(folder.resolve())}: {link} has no such anchor"


if __name__ == "__main__":
    found = list(broken(Path(sys.argv[1])))
    print(*found, sep="\n")
    sys.exit(bool(found))
