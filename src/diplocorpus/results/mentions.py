"""Where a corpus mentions a framework or a phrase: when, in whose text, by whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from diplocorpus.models.analysis import Analysis
from diplocorpus.models.events import MeetingStatus
from diplocorpus.models.spans import Frozen, Span, Wording
from diplocorpus.patterns.loading import own_packs
from diplocorpus.patterns.masking import ONE_FOR_ONE
from diplocorpus.results.prepared import prepared
from diplocorpus.text.annotated import AnnotatedDocument


class Mention(Frozen):
    """A place where a document mentions what was asked for.

    `parties` are those who meet where it is mentioned, `party` the speaker's, None where the writer speaks. `clause` is
    the part of the sentence that holds it, or the whole position where it is part of one; `level` is that position's
    on the ladder of one-China language.
    """

    document_id: str
    date: str | None
    publisher: str | None
    publisher_party: str | None
    parties: tuple[str, ...]
    speaker: str | None
    party: str | None
    start: int
    end: int
    text: Wording
    clause: Wording
    level: int | None


def is_framework(what: str) -> bool:
    """Tell whether something is the id of a framework that our packs know."""
    return what in own_packs().labels("framework")


def mentions(analyses: Iterable[Analysis], what: str) -> Iterator[Mention]:
    """Yield the places where documents mention a framework, by its id, or a phrase, in their order.

    A framework is mentioned with those that belong to it. A phrase is looked for in any case, across line breaks, with
    hyphens and spaces alike, where whole words begin and end; boilerplate is passed over.
    """
    form = None if is_framework(what) else _form(what)
    for analysis in analyses:
        spans = list(_named(analysis, what) if form is None else _worded(analysis, form))
        if spans:
            document = prepared(analysis.document)
            yield from (_mention(analysis, document, span) for span in spans)


_SPACE = r"[\s‐‑–—-]+"


def _form(phrase: str) -> re.Pattern[str]:
    words = [re.escape(word) for word in re.split(_SPACE, phrase.translate(ONE_FOR_ONE).strip()) if word]
    if not words:
        raise ValueError("a phrase needs a word; give one, or the id of a framework")
    return re.compile(r"(?<!\w)" + _SPACE.join(words) + r"(?!\w)", re.IGNORECASE)


def _named(analysis: Analysis, framework: str) -> Iterator[Span]:
    for reference in analysis.frameworks:
        if framework == reference.framework or framework in reference.broader:
            yield reference.span


def _worded(analysis: Analysis, form: re.Pattern[str]) -> Iterator[Span]:
    if form.search(analysis.document.text.translate(ONE_FOR_ONE)):
        for match in form.finditer(prepared(analysis.document).masked):
            yield analysis.document.span(*match.span())


def _mention(analysis: Analysis, document: AnnotatedDocument, span: Span) -> Mention:
    said = next((a for a in analysis.attributions if any(content.overlaps(span) for content in a.content)), None)
    position = next((stance for stance in analysis.stances if any(part.overlaps(span) for part in stance.evidence)), None)
    meetings = [meeting for meeting in chain(analysis.meetings, analysis.announced) if meeting.status is not MeetingStatus.REFERENCED]
    own = next((meeting for meeting in meetings if said is not None and meeting.id == said.meeting_id), meetings[0] if meetings else None)
    clause = " ... ".join(part.text for part in position.evidence) if position is not None else _clause(document, span)
    return Mention(
        document_id=analysis.document.id,
        date=analysis.document.date,
        publisher=analysis.document.publisher,
        publisher_party=analysis.document.publisher_party,
        parties=own.parties if own is not None else (),
        speaker=said.speaker if said is not None else None,
        party=said.party if said is not None else None,
        start=span.start,
        end=span.end,
        text=span.text,
        clause=" ".join(clause.split()),
        level=position.level if position is not None else None,
    )


_BREAK = re.compile(r"[,;:]\s|\s[–—-]+\s")


def _clause(document: AnnotatedDocument, span: Span) -> str:
    """Return the part of a sentence around a span that no comma, semicolon, colon or dash divides."""
    holding = [s for s in document.sentences if document.starts[s.first] <= span.start < document.ends[s.last - 1]]
    start = document.starts[holding[0].first] if holding else span.start
    end = max(span.end, document.ends[holding[0].last - 1] if holding else span.end)
    before = [match.end() for match in _BREAK.finditer(document.masked, start, span.start)]
    after = _BREAK.search(document.masked, span.end, end)
    return document.document.text[before[-1] if before else start : after.start() if after else end]
