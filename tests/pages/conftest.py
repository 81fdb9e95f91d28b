"""A real browser, where there is one."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Return a headless Chromium; the test is skipped where there is none to start."""
    sync_api = pytest.importorskip("playwright.sync_api")
    executable = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    with sync_api.sync_playwright() as playwright:
        if executable is None and not Path(playwright.chromium.executable_path).exists():
            pytest.skip("no Chromium")
        started = playwright.chromium.launch(executable_path=executable)
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Return a function that opens HTML in the browser; an error or warning of the browser fails the test."""
    complaints: list[str] = []
    opened: list[Any] = []

    def open_html(html: str, **context: Any) -> Any:
        file = tmp_path / f"page{len(opened)}.html"
        file.write_text(html, encoding="utf-8", newline="")
        page = browser.new_context(**context).new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: complaints.append(request.url) if not request.url.startswith("file:") else None)
        page.goto(file.as_uri())
        opened.append(page)
        return page

    yield open_html
    for page in opened:
        page.context.close()
    assert complaints == []
