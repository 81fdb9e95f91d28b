"""The page of a document: what it holds, what it escapes, and how it behaves in a browser."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from diplocorpus import Analysis, Analyzer, Document, ExtractorSpec, Record, Span, Strength, analyze, default_extractors, load_corpus
from diplocorpus.models.spans import Frozen
from diplocorpus.pages.documents import headline
from diplocorpus.pages.marking import spans_of
from diplocorpus.results.table import Table

SEEDS = Path(__file__).parents[2] / "seeds"
TEXT = (
    'STRELSAU, March 4 (Xinhua) -- Kenya is ready to expand trade with Chile, <script>alert("x")</script> President Anna Lowe said.\r\n\r\n'
    "In a phone call with Chilean President Paul Ott, Lowe pledged that Kenya would upgrade the port & Kenya firmly supports the one-China principle and the Belt and Road Initiative.\n\n"
    "Ott said Chile hopes to join the Belt and\nRoad Initiative. Lowe 𐍈 said he should."
)


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    """Return an analysis of a text that a page could choke on."""
    return analyze(Document(id='<b>"1"</b>', text=TEXT, title="Lowe & Ott <i>talk</i>", metadata={"url": "javascript:alert(1)"}))


class _Reader(HTMLParser):
    """Collects the text below the element `text`, and the text that each mark covers."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.marked: dict[str, str] = defaultdict(str)
        self._marks: list[list[str]] = []
        self._inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        fields = dict(attrs)
        self._inside |= fields.get("id") == "text"
        if self._inside:
            self._marks.append((fields.get("data-marks") or "").split())

    def handle_endtag(self, tag: str) -> None:
        if self._inside:
            self._marks.pop()
            self._inside = bool(self._marks)

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.text += data
            for mark in {mark for marks in self._marks for mark in marks}:
                self.marked[mark] += data


def wanted_marks(analysis: Analysis) -> dict[str, str]:
    """Return the text of each record's spans, field by field, in text order, under the names that pages give."""
    wanted: dict[str, str] = {}
    for record in analysis.records:
        spans: dict[str, set[int]] = defaultdict(set)
        for role, span in spans_of(record):
            spans[role].update(range(span.start, span.end))
        for role, places in spans.items():
            wanted[f"{record.model_dump()['id']}:{role}"] = "".join(analysis.document.text[place] for place in sorted(places))
    return wanted


@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_the_page_of_a_seed_holds_its_text_and_marks_its_evidence(seed: Path) -> None:
    """Character by character."""
    [analysis] = load_corpus(seed).analyze()
    read = _Reader(analysis.to_html())
    assert read.text == analysis.document.text
    assert read.marked == wanted_marks(analysis)


def test_whatever_a_text_holds_is_shown_as_text(analysis: Analysis) -> None:
    """Tags, ampersands and carriage returns; title, id and metadata as well."""
    page = analysis.to_html()
    read = _Reader(page)
    assert read.text == TEXT
    assert read.marked == wanted_marks(analysis)
    assert "alert(" not in page.replace("alert(&#34;x&#34;)&lt;/script&gt;", "")
    assert page.count("<script") == 1
    assert "Lowe &amp; Ott &lt;i&gt;talk&lt;/i&gt;" in page
    assert "&lt;b&gt;&#34;1&#34;&lt;/b&gt;" in page


def test_what_html_cannot_hold_is_replaced_in_place() -> None:
    """NUL; positions keep."""
    analysis = analyze("")
    page = analysis.model_copy(update={"document": Document(id="d", text="Lowe\x00 met Ott.")}).to_html()
    assert _Reader(page).text == "Lowe\ufffd met Ott."


def test_a_page_needs_nothing_from_elsewhere(analysis: Analysis) -> None:
    """No address is loaded, and the browser is told to load none."""
    page = analysis.to_html()
    assert re.findall(r"""(?:\bsrc=|@import|url\(|<link|href=["'](?!#))""", page) == []
    assert "default-src 'none'" in page


class ToastRow(Frozen):
    """A row of a table."""

    to: str
    parties: tuple[str, ...]
    day: str | None = None


class Toast(Record):
    """A record of another extractor."""

    to: str
    words: Span


def test_records_of_other_extractors_are_shown_like_ours() -> None:
    """Also when they come back from JSON as plain mappings, and where a name would be unsafe."""

    def toasts(document: Any, findings: Any) -> list[Toast]:
        span = document.document.span(0, 10)
        return [Toast(to="<Ott>", words=span, evidence=(span,))]

    spec = ExtractorSpec(name="acme.<toasts>", extract=toasts, produces=Toast)
    analysis = Analyzer([*default_extractors(), spec]).analyze("To friends, said President Anna Lowe of Kenya.")
    page = analysis.to_html()
    assert "To friends" in [text for mark, text in _Reader(page).marked.items() if mark.endswith(":words")]
    assert "acme.&lt;toasts&gt;" in page
    assert "&lt;Ott&gt;" in page
    again = Analysis.model_validate_json(analysis.model_dump_json()).to_html()
    assert _Reader(again).marked == _Reader(page).marked


def test_a_document_in_which_nothing_was_found_says_so() -> None:
    """It is a page all the same."""
    page = analyze("").to_html()
    assert "Nothing was found" in page


HEADLINES = {
    "its title": (Document(id="d", text="Lowe met Ott.", title="Talks"), "Talks"),
    "who met": (
        Document(id="d", text="Kenyan President Anna Lowe held talks with Chilean President Paul Ott in Nairobi."),
        "Meeting of Chile and Kenya",
    ),
    "its id": (Document(id="d", text="It rained."), "d"),
}


@pytest.mark.parametrize("why", HEADLINES)
def test_a_document_is_called_by(why: str) -> None:
    """The best that is known."""
    document, wanted = HEADLINES[why]
    assert headline(analyze(document)) == wanted


def test_a_notebook_shows_the_text_without_anything_to_run(analysis: Analysis) -> None:
    """No script, no link, no id that would clash with another output; a long text is cut, and says so."""
    fragment = analysis._repr_html_()
    assert "&lt;script&gt;alert(" in fragment
    assert re.findall(r"<script|<a |\bid=", fragment) == []
    assert "40 more paragraphs" in analyze("Lowe met Ott.\n\n" * 100)._repr_html_()


def test_a_notebook_shows_a_corpus_in_numbers() -> None:
    """The first documents, and how many there are."""
    texts = [Document(id=f"d{number:02}", text="Kenya is ready to work with Chile.", title=f"<{number}>") for number in range(12)]
    fragment = load_corpus(texts).analyze()._repr_html_()
    assert "12 documents</strong>" in fragment
    assert "12 commitments" in fragment
    assert "&lt;9&gt;" in fragment
    assert "&lt;10&gt;" not in fragment
    assert "The first 10 of 12 documents" in fragment


def test_a_notebook_shows_the_first_rows_of_a_table() -> None:
    """Values escaped, lists joined, what is missing left empty."""
    table = Table("toasts", ToastRow, [ToastRow(to="<Ott>", parties=("CHL", "KEN"))] * 11)
    fragment = table._repr_html_()
    assert '<td class="words">&lt;Ott&gt;</td><td class="words">CHL, KEN</td><td class="words"></td>' in fragment
    assert fragment.count("&lt;Ott&gt;") == 10
    assert "The first 10 of 11 rows" in fragment


# In a browser


def texts_of(page: Any) -> dict[str, str]:
    """Return the text that each mark covers on an open page."""
    found: dict[str, str] = page.evaluate(
        """() => {
            const found = {};
            for (const element of document.querySelectorAll("#text [data-marks]"))
                for (const mark of new Set(element.dataset.marks.split(" "))) found[mark] = (found[mark] || "") + element.textContent;
            return found;
        }"""
    )
    return found


def test_the_browser_sees_the_text_and_the_evidence(analysis: Analysis, open_page: Callable[..., Any]) -> None:
    """`<script>` in a document is text there too."""
    page = open_page(analysis.to_html())
    assert page.evaluate("document.getElementById('text').textContent") == TEXT
    assert texts_of(page) == wanted_marks(analysis)
    assert page.locator("h1").inner_text() == "Lowe & Ott <i>talk</i>"


def visible(page: Any) -> set[str]:
    """Return the ids of the records that are shown."""
    return {card.get_attribute("id") for card in page.locator(".card").all() if card.is_visible()}


def test_filters_hide_records_and_put_out_their_marks(analysis: Analysis, open_page: Callable[..., Any]) -> None:
    """By kind, by party, by strength; together they narrow."""
    page = open_page(analysis.to_html())
    everything = visible(page)
    assert len(everything) == len(analysis.records)
    page.get_by_label("Frameworks").uncheck()
    assert visible(page) == {name for name in everything if not name.startswith("f")}
    assert page.locator(".frameworks-anchor").count() == 0
    page.get_by_label("Frameworks").check()
    assert page.locator(".frameworks-anchor").count() > 0

    page.get_by_label("Strength").select_option("3")
    strong = {f"c{number}" for number, c in enumerate(analysis.commitments, 1) if c.strength >= Strength.AFFIRMED}
    assert {name for name in visible(page) if name.startswith("c")} == strong != set()
    page.get_by_label("Strength").select_option("0")

    page.get_by_label("Party").select_option("CHL")
    theirs = {f"c{number}" for number, c in enumerate(analysis.commitments, 1) if "CHL" in (*c.committers, *c.counterparts)}
    assert {name for name in visible(page) if name.startswith("c")} == theirs != set()
    assert page.locator("output").inner_text() == f"{len(visible(page))} of {len(everything)} records"


def test_a_mark_leads_to_its_record_and_back(analysis: Analysis, open_page: Callable[..., Any]) -> None:
    """By mouse and by keyboard; what is pointed at is described."""
    page = open_page(analysis.to_html())
    page.locator("a.commitments-anchor").first.hover()
    assert "Commitments" in page.locator("#tip").inner_text()
    page.locator("a.commitments-anchor").first.click()
    assert page.locator(".card.chosen").get_attribute("id") == "c1"
    assert "".join(page.locator(".m.lit").all_text_contents()) == "".join(
        wanted_marks(analysis)[f"c1:{role}"] for role in ("trigger", "actions")
    )
    page.keyboard.press("Escape")
    assert page.locator(".card.chosen").count() == 0
    page.locator("#c2 .where").click()
    assert page.evaluate("document.activeElement.dataset.marks").split()
    page.keyboard.press("Enter")
    assert page.locator(".card.chosen").count() == 1


def test_every_record_with_an_anchor_can_be_reached_by_keyboard(analysis: Analysis, open_page: Callable[..., Any]) -> None:
    """One stop a record, in text order, and each says what it is."""
    page = open_page(analysis.to_html())
    links = page.locator("#text a").evaluate_all(
        "all => all.map(a => [a.hash.slice(1), document.getElementById(a.getAttribute('aria-describedby')).textContent])"
    )
    assert {name for name, _ in links} <= visible(page)
    assert all(described.strip() for _, described in links)
    assert len(links) >= len(analysis.commitments)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_page_fits_its_window(width: int, scheme: str, analysis: Analysis, open_page: Callable[..., Any]) -> None:
    """Nothing has to be scrolled sideways, and letters stand out from paper (contrast of at least 7)."""
    page = open_page(analysis.to_html(), viewport={"width": width, "height": 800}, color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    ink, paper = page.evaluate("[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]")
    assert contrast(ink, paper) >= 7


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, as WCAG defines it."""

    def luminance(colour: str) -> float:
        parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def test_on_a_phone_a_tap_brings_the_record_up(analysis: Analysis, open_page: Callable[..., Any]) -> None:
    """Where records stand far below the text."""
    page = open_page(analysis.to_html(), viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    page.locator("a.commitments-anchor").first.tap()
    assert "expand trade" in page.locator("#tip").inner_text()
    assert page.evaluate("new Set([...document.querySelectorAll('[id]')].map(e => e.id)).size == document.querySelectorAll('[id]').length")
