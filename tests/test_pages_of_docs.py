"""What is made for the documentation, and what holds its pages together."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import links
from picture import picture

from diplocorpus import analyze, load_corpus

SVG = "{http://www.w3.org/2000/svg}"
TEXT = (
    "Chinese President Lin Tao met Kenyan President Paul Ott in Nairobi. Ott said that Kenya <fully> supports the Belt and Road "
    "Initiative and is ready to open a new railway between the port and the capital."
)


def test_the_picture_shows_who_said_what_binds_whom_and_on_what() -> None:
    """Each with the words that it stands for; what is markup in a text is text."""
    analysis = analyze(TEXT)
    svg = ET.fromstring(picture(analysis, analysis.attributions[-1]))  # noqa: S314 - ours
    told = {
        family: [str(node.text) for node in svg.iter(f"{SVG}text") if node.get("font-family") == family]
        for family in ("monospace", "sans-serif")
    }
    assert {"source: Paul Ott", "cue", "ready: KEN towards CHN", "action", "framework: BRI"} <= set(told["sans-serif"])
    assert " ".join(told["monospace"]) == TEXT.partition(". ")[2]


def test_the_picture_of_the_first_page_can_be_made() -> None:
    """Of the last speech of the first seed."""
    analysis = analyze(load_corpus("seeds/")[0])
    assert "framework: SCO" in picture(analysis, analysis.attributions[-1])


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    """Files and anchors, in and above the page's folder; addresses are not followed."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "index.html").write_text(
        '<a href="sub/a.html#here">a</a> <a href="sub/a.html#there">b</a> <a href="https://example.org/none">c</a> <img src="no.svg">',
        encoding="utf-8",
    )
    (tmp_path / "sub" / "a.html").write_text('<h1 id="here">A</h1> <a href="../index.html">up</a> <a href="#no">no</a>', encoding="utf-8")
    assert sorted(links.broken(tmp_path)) == [
        "index.html: no.svg is not there",
        "index.html: sub/a.html#there has no such anchor",
        "sub/a.html: #no has no such anchor",
    ]
