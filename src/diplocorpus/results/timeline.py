"""A framework or phrase over time: first and last seen, how often, by whom, and how its wording changes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, get_args

from diplocorpus.models.analysis import Analysis
from diplocorpus.models.documents import Document
from diplocorpus.models.spans import Frozen, Wording
from diplocorpus.results.mentions import Mention, is_framework, mentions
from diplocorpus.results.table import Table

By = Literal["year", "quarter", "month", "day"]
Whose = Literal["publisher", "publisher_party", "party"]


class Use(Frozen):
    """How something is used in a period, or by a publisher or party.

    `documents` are those in which it was looked for, `mentioning` those that mention it, `mentions` the places. `since`
    counts the documents after the last that mentions it: they are silent, which denies nothing.
    """

    name: str
    first: str | None
    last: str | None
    documents: int
    mentioning: int
    mentions: int
    since: int


class Change(Frozen):
    """How a wording changes between two consecutive documents of one publisher on the same parties.

    `dropped` and `added` are the runs of words by which the later clause differs from the earlier one. Levels are those
    of one-China language, where the clauses take such a position.
    """

    parties: tuple[str, ...]
    publisher: str | None
    before_id: str
    before_date: str
    before: Wording
    after_id: str
    after_date: str
    after: Wording
    dropped: tuple[Wording, ...]
    added: tuple[Wording, ...]
    before_level: int | None
    after_level: int | None


class Timeline(Frozen):
    """A framework or phrase over the dated documents of a corpus.

    `mentions` are in order of date. `undated` counts documents whose year is unknown: they are left out of everything.
    """

    what: str
    framework: bool
    mentions: tuple[Mention, ...]
    periods: tuple[Use, ...]
    publishers: tuple[Use, ...]
    parties: tuple[Use, ...]
    changes: tuple[Change, ...]
    documents: int
    undated: int

    @property
    def first(self) -> Mention | None:
        """The earliest mention."""
        return self.mentions[0] if self.mentions else None

    @property
    def last(self) -> Mention | None:
        """The latest mention."""
        return self.mentions[-1] if self.mentions else None

    def table(self, name: Literal["mentions", "periods", "publishers", "parties", "changes"]) -> Table[Frozen]:
        """Return a part as a table.

        Raises ValueError where there is no such part.
        """
        if name not in _ROWS:
            raise ValueError(f"no part is named {name!r}; choose one of {', '.join(_ROWS)}")
        return Table(name, _ROWS[name], getattr(self, name))

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        undated = f"; {self.undated} more are undated" if self.undated else ""
        yield f"{self.what}: {len(self.mentions)} mentions in {self.documents} documents{undated}"
        for title, mention in (("first seen", self.first), ("last seen", self.last)):
            if mention is not None:
                yield f"{title}: {mention.date}, {mention.publisher or mention.document_id}: {' '.join(mention.text.split())}"
        for title, uses in (("period", self.periods), ("publisher", self.publishers), ("speaking for", self.parties)):
            for use in uses:
                yield f"{title} {use.name}: {use.mentioning} of {use.documents} documents, {use.mentions} mentions"
        for change in self.changes:
            yield f"{change.after_date} {', '.join(change.parties)} ({change.publisher or 'no publisher'}), against {change.before_date}"
            yield from (f"  - {words}" for words in change.dropped)
            yield from (f"  + {words}" for words in change.added)


_ROWS: dict[str, type[Frozen]] = {"mentions": Mention, "periods": Use, "publishers": Use, "parties": Use, "changes": Change}


def timeline(analyses: Iterable[Analysis], what: str, *, by: By = "year") -> Timeline:
    """Return when and by whom a framework, by its id, or a phrase is mentioned, and how its wording changes.

    `by` is how long a period is. A framework is found with those that belong to it; a phrase in any case, across line
    breaks, with hyphens and spaces alike.

    Raises ValueError where `what` holds no word, or `by` is none of the periods.
    """
    if by not in get_args(By):
        raise ValueError(f"by is one of {', '.join(get_args(By))}; not {by!r}")
    everything = list(analyses)
    dated = [analysis for analysis in everything if _is_dated(analysis.document.date)]
    found = sorted(mentions(dated, what), key=lambda mention: mention.date or "")
    documents = [analysis.document for analysis in dated]
    present = [(analysis.document, party) for analysis in dated for party in _present(analysis)]
    return Timeline(
        what=what,
        framework=is_framework(what),
        mentions=tuple(found),
        periods=tuple(_uses([(d, period(d.date or "", by)) for d in documents], [(m, period(m.date or "", by)) for m in found])),
        publishers=tuple(_uses([(d, d.publisher) for d in documents], [(m, m.publisher) for m in found])),
        parties=tuple(_uses(present, [(m, m.party) for m in found])),
        changes=tuple(_changes(found)),
        documents=len(documents),
        undated=len(everything) - len(dated),
    )


def _is_dated(date: str | None) -> bool:
    return date is not None and not date.startswith("-")


def period(date: str, by: By) -> str:
    """Return the period of an ISO date, or as much of it as the date tells: `2024-Q1`, `2024-03`, `2024`."""
    if by == "quarter" and len(date) >= 7:
        return f"{date[:4]}-Q{(int(date[5:7]) + 2) // 3}"
    return date[: {"year": 4, "quarter": 4, "month": 7, "day": 10}[by]]


def _present(analysis: Analysis) -> set[str]:
    """Return the parties that may speak in a document: those who meet and those who do speak."""
    meeting = {party for meeting in (*analysis.meetings, *analysis.announced) for party in meeting.parties}
    return meeting | {attribution.party for attribution in analysis.attributions if attribution.party}


def _uses(looked: Sequence[tuple[Document, str | None]], found: Sequence[tuple[Mention, str | None]]) -> Iterator[Use]:
    """Yield how each group of documents uses it, by the name of the group; what has no name is in none."""
    documents: dict[str, list[str]] = defaultdict(list)
    hits: dict[str, list[Mention]] = defaultdict(list)
    for document, name in looked:
        if name is not None:
            documents[name].append(document.date or "")
    for mention, name in found:
        if name is not None:
            hits[name].append(mention)
    for name in sorted({*documents, *hits}):
        dates = [mention.date for mention in hits[name] if mention.date]
        last = max(dates, default=None)
        yield Use(
            name=name,
            first=min(dates, default=None),
            last=last,
            documents=len(documents[name]),
            mentioning=len({mention.document_id for mention in hits[name]}),
            mentions=len(hits[name]),
            since=sum(date > last for date in documents[name]) if last is not None else len(documents[name]),
        )


def _changes(found: Sequence[Mention]) -> Iterator[Change]:
    """Yield where the wording of one publisher on the same parties changes from one document to the next."""
    last: dict[tuple[tuple[str, ...], str | None], tuple[Mention, str]] = {}
    by_document: dict[tuple[str, tuple[str, ...]], list[Mention]] = defaultdict(list)
    for mention in found:
        by_document[mention.document_id, mention.parties].append(mention)
    for (_, parties), told in by_document.items():
        if len(parties) < 2:
            continue
        mention, clause = told[0], "; ".join(dict.fromkeys(mention.clause for mention in told))
        before = last.get((parties, mention.publisher))
        last[parties, mention.publisher] = mention, clause
        if before is None:
            continue
        dropped, added = _word_changes(before[1], clause)
        if dropped or added:
            yield Change(
                parties=parties,
                publisher=mention.publisher,
                before_id=before[0].document_id,
                before_date=before[0].date or "",
                before=before[1],
                after_id=mention.document_id,
                after_date=mention.date or "",
                after=clause,
                dropped=dropped,
                added=added,
                before_level=before[0].level,
                after_level=mention.level,
            )


_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


def _word_changes(before: str, after: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the runs of words that only the first text has, and those that only the second has, in its own letters."""
    ones, others = _WORD.findall(before), _WORD.findall(after)
    matcher = SequenceMatcher(None, [word.casefold() for word in ones], [word.casefold() for word in others], autojunk=False)
    dropped, added = [], []
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind != "equal":
            dropped += [" ".join(ones[start:end])] if end > start else []
            added += [" ".join(others[new_start:new_end])] if new_end > new_start else []
    return tuple(dropped), tuple(added)
