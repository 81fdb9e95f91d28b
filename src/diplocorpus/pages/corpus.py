"""The page of a corpus: what was found in all documents together, each number with its evidence."""

from __future__ import annotations

import html
import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import attrs

from diplocorpus.models.analysis import Analysis
from diplocorpus.models.discourse import Strength
from diplocorpus.models.ladder import LEVELS
from diplocorpus.models.spans import Frozen
from diplocorpus.pages.cards import speaker_name
from diplocorpus.pages.documents import document_page, headline
from diplocorpus.pages.evidence import EVIDENCE_KINDS, Evidence, evidence_of
from diplocorpus.pages.figures import Count, circle, cross_table, query, relations, shares
from diplocorpus.pages.naming import date_in_words, party_name
from diplocorpus.pages.templating import render
from diplocorpus.results.merging import MergedMeeting, merge_meetings
from diplocorpus.writing import whole_file, whole_folder

MOST_MEETINGS = 40
"""So many meetings stand on the page itself, the latest first; a link lists them all."""

_LEVELS = (*map(str, sorted(LEVELS, reverse=True)), "none")


@attrs.frozen
class Report:
    """A page for a corpus; a notebook shows it as it is.

    `title` stands above it; with `text=False` it quotes nothing, for texts that may not be passed on.
    """

    analyses: Sequence[Analysis] = attrs.field(repr=lambda analyses: str(len(analyses)))
    title: str = "Report"
    text: bool = True

    def to_html(self) -> str:
        """Return the page, self-contained: numbers, and behind each the records that it counts."""
        return self._page({})

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the page to a file that ends in `.html`, or a folder with the page (`index.html`) and a page a document.

        It appears whole or not at all. A report without quotations has no pages of documents.

        Raises DocumentNotFoundError where the folder above does not exist.
        """
        target = Path(path)
        if target.suffix.lower() in (".html", ".htm"):
            _write(target, self.to_html())
            return
        pages = {place: f"documents/{_file_name(place, analysis)}" for place, analysis in enumerate(self.analyses)} if self.text else {}
        with whole_folder(target) as partial:
            if pages:
                (partial / "documents").mkdir()
            for place, page in pages.items():
                _write(partial / page, document_page(self.analyses[place], home="../index.html"))
            _write(partial / "index.html", self._page(pages))

    def _repr_html_(self) -> str:
        frame = 'style="width: 100%; height: 44rem; border: 1px solid #8884" title="Report"'
        return f'<iframe srcdoc="{html.escape(self.to_html())}" {frame}></iframe>'

    def _page(self, pages: dict[int, str]) -> str:
        merged = merge_meetings(self.analyses)
        evidence = tuple(evidence_of(self.analyses, merged, text=self.text))
        nodes, edges = circle(merged)
        names = {code: item.heading for item in evidence if item.kind == "frameworks" for code in item.facets["framework"]}
        return render(
            "corpus.html.jinja",
            title=self.title,
            text=self.text,
            summary=_summary(self.analyses),
            totals=_totals(evidence),
            scale=shares(evidence, "commitments", "strength", tuple(Strength)),
            strengths=cross_table(evidence, "commitments", "bound", "strength", order=tuple(Strength), label=party_name),
            frameworks=cross_table(evidence, "frameworks", "framework", "period", label=lambda code: names.get(code, code)),
            ladder=cross_table(evidence, "stances", "holder", "level", order=_LEVELS, label=party_name, most=40),
            levels=LEVELS,
            relations=relations(self.analyses, text=self.text),
            speakers=cross_table(evidence, "attributions", "speaker", "period", label=lambda name: speaker_name(name) or name, most=12),
            nodes=nodes,
            edges=edges,
            meetings=_latest(merged),
            data=_data(self.analyses, evidence, pages),
        )


def report(analyses: Sequence[Analysis], *, title: str = "Report", text: bool = True) -> Report:
    """Return a page for a corpus: commitments, frameworks over time, one-China language, titles of relations, who meets whom.

    Each number on it leads to the records that it counts, with the words that prove them; a meeting counts once, however
    many documents report it. `text=False` leaves out all
    quotations, for texts that may not be passed on.
    """
    return Report(analyses, title, text)


class Summary(Frozen):
    """What a corpus is: how many documents, from when to when, whose."""

    documents: int
    first: str
    last: str
    undated: int
    publishers: tuple[tuple[str, int], ...]


def _summary(analyses: Sequence[Analysis]) -> Summary:
    documents = [analysis.document for analysis in analyses]
    dates = sorted(document.date for document in documents if document.date and not document.date.startswith("-"))
    publishers = Counter(document.publisher or "publisher unknown" for document in documents)
    return Summary(
        documents=len(documents),
        first=date_in_words(dates[0]) if dates else "",
        last=date_in_words(dates[-1]) if dates else "",
        undated=len(documents) - len(dates),
        publishers=tuple(publishers.most_common(6)),
    )


def _totals(evidence: Sequence[Evidence]) -> tuple[tuple[str, Count], ...]:
    counts = Counter(item.kind for item in evidence)
    return tuple(
        (EVIDENCE_KINDS.get(kind, kind), Count(counts[kind], query(kind))) for kind in {**EVIDENCE_KINDS, **counts} if counts[kind]
    )


def _latest(meetings: Iterable[MergedMeeting]) -> list[MergedMeeting]:
    """Return the last meetings by date."""
    dated = [meeting for meeting in meetings if meeting.date and not meeting.date.startswith("-")]
    return sorted(dated, key=lambda meeting: meeting.date or "", reverse=True)[:MOST_MEETINGS]


def _data(analyses: Sequence[Analysis], evidence: Sequence[Evidence], pages: dict[int, str]) -> dict[str, Any]:
    """Return what the script of the page lists evidence from."""
    kinds: dict[str, list[list[object]]] = {}
    for item in evidence:
        kinds.setdefault(item.kind, []).append(item.row)
    parties = {code for item in evidence for facet in ("party", "bound", "holder") for code in item.facets.get(facet, ())}
    parties |= {code for item in evidence for dyad in item.facets.get("dyad", ()) for code in dyad.split("|")}
    return {
        "documents": [_document_row(analysis, pages.get(place)) for place, analysis in enumerate(analyses)],
        "kinds": kinds,
        "headings": EVIDENCE_KINDS,
        "names": {code: party_name(code) for code in sorted(parties)},
    }


def _document_row(analysis: Analysis, page: str | None) -> list[str | None]:
    document = analysis.document
    source = document.metadata.get("url")
    address = source if isinstance(source, str) and re.match(r"https?://", source) else None
    return [document.id, headline(analysis), date_in_words(document.date), document.publisher, page, address]


def _file_name(place: int, analysis: Analysis) -> str:
    return f"{place + 1:05}-{re.sub(r'[^A-Za-z0-9_.-]+', '-', analysis.document.id)[:60]}.html"


def _write(path: Path, page: str) -> None:
    with whole_file(path) as partial:
        partial.write_text(page, encoding="utf-8", newline="")
