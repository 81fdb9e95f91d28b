"""The page of a corpus: numbers that equal the records behind them, and how it behaves in a browser."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from diplocorpus import Analysis, CorpusAnalysis, Document, Report, Strength, load_corpus, report
from diplocorpus.errors import DocumentNotFoundError
from diplocorpus.pages.evidence import LONGEST_PASSAGE, NO_YEAR, REFERENCED, evidence_of, periods
from diplocorpus.pages.figures import circle, cross_table, relations

SEEDS = Path(__file__).parents[2] / "seeds"
TEXTS = (
    (
        "<b>one</b>",
        "2021-03-04",
        "Kenya is ready to expand trade </script> with Chile, Kenyan President Anna Lowe said in a phone call with Chilean President Paul Ott.",
    ),
    (
        "two",
        "2022-05-06",
        "Chilean President Paul Ott told Kenyan President Anna Lowe in talks that Chile firmly upholds the one-China principle.",
    ),
    ("three", None, "Kenya and Chile should work together on the Belt and Road Initiative, Chilean President Paul Ott said."),
)


@pytest.fixture(scope="module")
def analyses() -> CorpusAnalysis:
    """Return the analyses of three invented documents."""
    documents = [
        Document(id=name, text=text, published=date, metadata={"url": f"https://example.org/{name}"}) for name, date, text in TEXTS
    ]
    return load_corpus(documents).analyze()


@pytest.fixture(scope="module")
def seeds() -> CorpusAnalysis:
    """Return the analyses of the seeds."""
    return load_corpus(SEEDS).analyze()


def data_of(page: str) -> dict[str, Any]:
    """Return what the script of a page lists evidence from."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_every_number_on_the_page_is_that_of_the_records_it_leads_to(seeds: CorpusAnalysis) -> None:
    """Each link asks for records with certain facets; so many there are."""
    page = seeds.report().to_html()
    kinds = data_of(page)["kinds"]
    links = re.findall(r'<a href="#(\w+)(?:\?([^"]*))?">([\d,]+)</a>', page)
    assert len(links) > 100
    for kind, asked, number in links:
        facets = parse_qsl(asked.replace("&amp;", "&"))
        rows = [row for row in kinds[kind] if all(value in row[7][facet] for facet, value in facets)]
        assert len(rows) == int(number.replace(",", "")), (kind, asked)


def test_all_records_are_there_with_words_from_their_texts(seeds: CorpusAnalysis) -> None:
    """Passages are cut at their ends, never changed."""
    data = data_of(seeds.report().to_html())
    counts = {kind: sum(len(getattr(analysis, kind)) for analysis in seeds) for kind in data["headings"] if kind != REFERENCED}
    recalled = sum(meeting.status == "referenced" for analysis in seeds for meeting in analysis.meetings)
    counts |= {"meetings": len(seeds.merged_meetings()), REFERENCED: recalled}
    assert {kind: len(rows) for kind, rows in data["kinds"].items()} == {kind: number for kind, number in counts.items() if number}
    for rows in data["kinds"].values():
        for place, _, _, _, before, words, after, *_ in rows:
            passage = before.removeprefix("… ") + words + after.removesuffix(" …")
            assert passage in " ".join(re.split(r"[\r\n\t]", seeds[place].document.text))
            assert len(passage) <= LONGEST_PASSAGE


def test_whatever_a_document_holds_is_shown_as_text(analyses: CorpusAnalysis) -> None:
    """A closing script tag in a quotation closes nothing."""
    page = report(analyses, title="<Talks>").to_html()
    assert page.count("</script>") == page.count("<script") == 2
    assert "<h1>&lt;Talks&gt;</h1>" in page
    assert "<b>one</b>" not in page
    assert any("</script>" in "".join(row[4:7]) for rows in data_of(page)["kinds"].values() for row in rows)


def test_text_may_be_left_out(analyses: CorpusAnalysis) -> None:
    """Numbers, parties and dates stay."""
    page = report(analyses, text=False).to_html()
    assert "expand trade" not in page
    assert "Kenya" in page


def test_a_corpus_of_nothing_has_a_page() -> None:
    """It says so in numbers."""
    assert "0 documents" in report(()).to_html()


PERIODS = {
    "years": (["2019-01-01", "2022-02-02"], "2019-01-01", "2019"),
    "quarters": (["2021-01-05", "2022-02-02"], "2021-06-30", "2021 Q2"),
    "months": (["2021-01-05", "2021-05-02"], "2021-03", "2021-03"),
    "the year where no more is known": (["2021-01-05", "2021-05-02"], "2021", "2021"),
    "none where the year is unknown": (["2021-01-05"], "--03-04", NO_YEAR),
    "none without a date": ([], None, NO_YEAR),
}


@pytest.mark.parametrize("why", PERIODS)
def test_dates_are_counted_by(why: str, analyses: CorpusAnalysis) -> None:
    """Whatever suits the time that the corpus spans."""
    dates, date, wanted = PERIODS[why]
    template = analyses[0]
    corpus = [template.model_copy(update={"document": Document(id=day, text="", date=day)}) for day in dates]
    assert periods(corpus)(date) == wanted


def test_a_cross_table_says_what_it_leaves_out(analyses: CorpusAnalysis) -> None:
    """Rows come by their totals, columns in the order given; a commitment of two parties counts for both."""
    evidence = tuple(evidence_of(analyses))
    table = cross_table(evidence, "commitments", "bound", "strength", order=tuple(Strength))
    counted = {
        line.code: (line.total.number, {c: cell.number for c, cell in zip(table.columns, line.cells, strict=True) if cell.number})
        for line in table.lines
    }
    assert counted == {"CHL": (2, {"proposed": 1, "affirmed": 1}), "KEN": (2, {"proposed": 1, "ready": 1})}
    assert cross_table(evidence, "commitments", "bound", "strength", most=1).left_out == 1


def test_a_network_holds_those_who_met(analyses: CorpusAnalysis) -> None:
    """Each pair once, with the number of its meetings."""
    nodes, edges = circle(analyses.merged_meetings())
    assert {node.code for node in nodes} == {"CHL", "KEN"}
    assert [(edge.first.code, edge.second.code, edge.count.number) for edge in edges] == [("CHL", "KEN", 2)]


TWICE = (
    """Chilean President Paul Ott received Kenyan President Anna Lowe in Santiago on March 4, 2021. Lowe said Kenya is ready to open a
school. The two sides agreed to raise their relations to a strategic partnership.""",
    """On March 4, 2021, President Lowe of Kenya held talks with Chilean President Paul Ott. President Lowe pledged that Kenya would open
a school and build the strategic partnership of Kenya and Chile. The talks followed a phone call on March 1.""",
)


@pytest.fixture(scope="module")
def twice() -> CorpusAnalysis:
    """Return the analyses of two accounts of one meeting."""
    return load_corpus([Document(id=f"t{number}", text=text) for number, text in enumerate(TWICE)]).analyze()


def test_a_meeting_that_two_documents_report_counts_once(twice: CorpusAnalysis) -> None:
    """In the total, in the network, by kind and in the list of the latest; both documents are its evidence."""
    page = twice.report().to_html()
    [row] = data_of(page)["kinds"]["meetings"]
    assert (row[0], row[8]) == (0, [[1, "m1"]])
    assert row[3] == "2 accounts"
    assert [edge.count.number for edge in circle(twice.merged_meetings())[1]] == [tie.meetings for tie in twice.network()] == [1]
    assert page.count('<td class="day">') == 1


def test_a_person_is_quoted_under_one_name(twice: CorpusAnalysis) -> None:
    """However a document shortens it."""
    said = [item.facets["speaker"] for item in evidence_of(twice, kinds=("attributions",))]
    assert said.count(("Anna Lowe",)) == 2


def test_relations_go_by_their_titles(twice: CorpusAnalysis) -> None:
    """With what becomes of these; by their ids where nothing may be quoted."""
    [relation], left_out = relations(twice)
    assert (relation.parties, relation.total.number, left_out) == (("CHL", "KEN"), 2, 0)
    assert [(title, count.number) for title, count in relation.titles] == [("strategic partnership", 2)]
    assert [(event, count.number) for event, count in relation.events] == [("upgrade", 1)]
    [bare], _ = relations(twice, text=False)
    assert [title for title, _ in bare.titles] == ["SP"]
    assert "Titles of relations" in twice.report().to_html()


def test_evidence_of_one_kind_is_found_alone(twice: CorpusAnalysis) -> None:
    """So that a plot costs no more than what it shows."""
    assert {item.kind for item in evidence_of(twice, kinds=("commitments",))} == {"commitments"}


def test_a_folder_holds_a_page_a_document(analyses: CorpusAnalysis, tmp_path: Path) -> None:
    """Names are safe whatever the ids are; evidence leads to the record on its page, and each page leads back."""
    analyses.report().save(tmp_path / "out")
    files = sorted(file.relative_to(tmp_path / "out").as_posix() for file in (tmp_path / "out").rglob("*.html"))
    assert files == ["documents/00001--b-one-b-.html", "documents/00002-two.html", "documents/00003-three.html", "index.html"]
    data = data_of((tmp_path / "out" / "index.html").read_text(encoding="utf-8"))
    assert [row[4] for row in data["documents"]] == files[:3]
    assert 'href="../index.html"' in (tmp_path / "out" / files[1]).read_text(encoding="utf-8")


def test_a_file_appears_whole_or_not_at_all(analyses: CorpusAnalysis, tmp_path: Path) -> None:
    """A folder that is not there is named; without quotations no pages of documents are written."""
    report(analyses).save(tmp_path / "r.html")
    assert [file.name for file in tmp_path.iterdir()] == ["r.html"]
    with pytest.raises(DocumentNotFoundError, match="nowhere"):
        report(analyses).save(tmp_path / "nowhere" / "r.html")
    report(analyses, text=False).save(tmp_path / "bare")
    assert [file.name for file in (tmp_path / "bare").iterdir()] == ["index.html"]


def test_a_notebook_shows_the_page_in_a_frame(analyses: CorpusAnalysis) -> None:
    """Styles of the page and of the notebook keep apart."""
    shown = report(analyses)._repr_html_()
    assert shown.startswith('<iframe srcdoc="&lt;!doctype html&gt;')
    assert repr(report(analyses)) == "Report(analyses=3, title='Report', text=True)"


# In a browser


def test_a_number_opens_its_evidence(analyses: CorpusAnalysis, open_page: Callable[..., Any]) -> None:
    """As many records as it says, with their words and where they stand; it can be searched and closed by key."""
    page = open_page(report(analyses).to_html())
    link = page.locator("a[href='#commitments?bound=KEN']")
    number = int(link.inner_text())
    link.click()
    assert page.locator("dialog").is_visible()
    assert page.locator("dialog li").count() == number == 2
    assert page.locator("dialog h2").inner_text() == "Commitments, Kenya: 2"
    assert "is ready to" in page.locator("dialog mark").all_inner_texts()
    assert page.locator("dialog .from a").first.get_attribute("href") == "https://example.org/<b>one</b>"
    page.locator("dialog input").fill("belt and road")
    assert page.locator("dialog li").count() == 1
    page.keyboard.press("Escape")  # empties the search
    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="hidden")


def test_all_accounts_of_a_meeting_are_named(twice: CorpusAnalysis, open_page: Callable[..., Any]) -> None:
    """Behind one number."""
    page = open_page(twice.report().to_html())
    page.locator("a[href='#meetings?pair=CHL%7CKEN']").last.click()
    assert page.locator("dialog li").count() == 1
    assert page.locator("dialog .from").count() == 2
    page.locator("dialog input").fill("t1")
    assert page.locator("dialog li").count() == 1


def test_an_address_opens_evidence_and_what_is_unknown_opens_nothing(analyses: CorpusAnalysis, open_page: Callable[..., Any]) -> None:
    """So that a finding can be pointed to."""
    page = open_page(report(analyses).to_html())
    page.evaluate("location.hash = '#meetings?pair=CHL%7CKEN'")
    page.locator("dialog li").nth(1).wait_for()
    assert page.locator("dialog h2").inner_text() == "Meetings, Chile and Kenya: 2"
    page.evaluate("location.hash = '#klingons'")
    page.locator("dialog").wait_for(state="hidden")


def test_long_lists_come_by_the_page(seeds: CorpusAnalysis, open_page: Callable[..., Any]) -> None:
    """Fifty at once, the rest on demand."""
    page = open_page(seeds.report().to_html())
    page.locator(".totals a[href='#attributions']").click()
    total = sum(len(analysis.attributions) for analysis in seeds)
    assert page.locator("dialog li").count() == 50 < total
    page.locator("dialog .more").click()
    assert page.locator("dialog li").count() == total


@pytest.mark.parametrize("width", [320, 1280])
def test_a_page_fits_its_window(width: int, seeds: CorpusAnalysis, open_page: Callable[..., Any]) -> None:
    """Wide tables scroll in their own frame, which the keyboard reaches."""
    page = open_page(seeds.report().to_html(), viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("[...document.querySelectorAll('.wide')].every(frame => frame.tabIndex === 0)")


def test_a_quarter_of_a_century_fits_a_window_and_a_sheet_of_paper(open_page: Callable[..., Any]) -> None:
    """A column a year, on a screen of 1280 pixels and on A4."""
    texts = [
        Document(id=f"y{year}", text="Kenya supports the Belt and Road Initiative.", date=f"{year}-03-04") for year in range(2000, 2025)
    ]
    html = load_corpus(texts).analyze().report().to_html()
    page = open_page(html, viewport={"width": 1280, "height": 800})
    assert page.evaluate("[...document.querySelectorAll('.wide')].every(frame => frame.scrollWidth <= frame.clientWidth)")
    page = open_page(html, viewport={"width": 672, "height": 1000})  # A4 without its margins
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_folder_is_browsed_from_a_number_to_the_record(analyses: CorpusAnalysis, tmp_path: Path, browser: Any) -> None:
    """From the figure to the words in the text."""
    Report(analyses).save(tmp_path / "out")
    page = browser.new_page()
    page.goto((tmp_path / "out" / "index.html").as_uri())
    page.locator("a[href='#commitments?bound=CHL&strength=affirmed']").click()
    page.locator("dialog .from a").click()
    assert page.locator(".card.chosen mark, .card.chosen q").first.inner_text()
    assert page.locator("h1").inner_text()
    page.close()


def test_analyses_of_any_sequence_will_do(analyses: CorpusAnalysis) -> None:
    """A list of them as well, or one alone."""
    one: list[Analysis] = [analyses[0]]
    assert "1 document," in report(one).to_html()
