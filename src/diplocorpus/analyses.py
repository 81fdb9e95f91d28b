"""The analyses of a corpus, as one sequence with everything that is made of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, overload

from pydantic import ValidationError

from diplocorpus.analyzer import record_types
from diplocorpus.errors import DocumentNotFoundError, ResultFormatError
from diplocorpus.extractors.protocols import ExtractorSpec
from diplocorpus.models.analysis import Analysis
from diplocorpus.models.discourse import Strength
from diplocorpus.models.spans import Record
from diplocorpus.pages.corpus import Report, report
from diplocorpus.pages.notebook import corpus_fragment
from diplocorpus.pages.plots import plot
from diplocorpus.plugins import as_specs
from diplocorpus.results.database import write_duckdb
from diplocorpus.results.events import DyadicEvent, Event, cameo_events, events, write_plover
from diplocorpus.results.ledger import LedgerEntry, ledger
from diplocorpus.results.merging import MergedMeeting, merge_meetings
from diplocorpus.results.network import Between, Network, network
from diplocorpus.results.table import Table
from diplocorpus.results.tables import all_kinds, table
from diplocorpus.results.timeline import By, Timeline, timeline
from diplocorpus.results.wording import json_lines
from diplocorpus.writing import whole_file

if TYPE_CHECKING:
    import altair
    import pandas as pd
    import polars as pl
    import pyarrow as pa


class CorpusAnalysis(Sequence[Analysis]):
    """An immutable sequence of the analyses of documents, in their order.

    `analyses[0]` gives an analysis by position, `analyses["id"]` by the document's id, `analyses[1:3]` a sequence of
    some of them.

    There is a table of the `documents`, one of each kind of record (`meetings`, `attributions`, `commitments`,
    `frameworks`, `stances` ...) and of records within records (`participants` of meetings, `clauses` of stances), and one
    of each extractor that is not our own. All methods that give tables take `explode`, a field that holds a list
    (`explode="actions"`: a row an action), and `text=False`, which leaves out every column that holds the documents' own
    words.
    """

    def __init__(self, analyses: Iterable[Analysis], types: Mapping[str, type[Record]] = MappingProxyType({})) -> None:
        """Take analyses, and the types of the records of extractors that are not our own, by extractor name.

        With its type an extractor has a table where it found nothing, too, and records that were read from JSON are
        records again.
        """
        self._types = dict(types)
        self._analyses = tuple(analysis.with_types(self._types) for analysis in analyses)
        self._by_id = {analysis.document.id: analysis for analysis in self._analyses}

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the documents, in order."""
        return tuple(analysis.document.id for analysis in self._analyses)

    @overload
    def __getitem__(self, key: int | str) -> Analysis: ...
    @overload
    def __getitem__(self, key: slice) -> CorpusAnalysis: ...
    def __getitem__(self, key: int | str | slice) -> Analysis | CorpusAnalysis:
        """Return an analysis by position or by the document's id, or a sequence of a slice.

        Raises IndexError or KeyError where there is none.
        """
        if isinstance(key, str):
            return self._by_id[key]
        if isinstance(key, slice):
            return CorpusAnalysis(self._analyses[key], self._types)
        return self._analyses[key]

    def __len__(self) -> int:
        return len(self._analyses)

    def __iter__(self) -> Iterator[Analysis]:
        return iter(self._analyses)

    def __contains__(self, item: object) -> bool:
        return item in self._by_id if isinstance(item, str) else item in self._analyses

    def __eq__(self, other: object) -> bool:
        return self._analyses == other._analyses if isinstance(other, CorpusAnalysis) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.ids)

    def __repr__(self) -> str:
        records = sum(len(analysis.records) for analysis in self._analyses)
        return f"CorpusAnalysis({len(self)} documents, {records} records)"

    def _repr_html_(self) -> str:
        return corpus_fragment(self)

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of all tables: ours, and those of extractors that are not our own."""
        return tuple(all_kinds(self._analyses, self._types))

    def table(self, name: str, *, explode: str | None = None, text: bool = True) -> Table[Any]:
        """Return the table of a kind of record, whose rows are records.

        Raises ValueError where there is no such table or no such list.
        """
        return table(self._analyses, name, explode=explode, text=text, types=self._types)

    def to_pandas(self, name: str, *, explode: str | None = None, text: bool = True) -> pd.DataFrame:
        """Return a table as a pandas data frame (extra `pandas`)."""
        return self.table(name, explode=explode, text=text).to_pandas()

    def to_polars(self, name: str, *, explode: str | None = None, text: bool = True) -> pl.DataFrame:
        """Return a table as a polars data frame (extra `polars`)."""
        return self.table(name, explode=explode, text=text).to_polars()

    def to_arrow(self, name: str, *, explode: str | None = None, text: bool = True) -> pa.Table:
        """Return a table as an Arrow table (extra `parquet`)."""
        return self.table(name, explode=explode, text=text).to_arrow()

    def to_parquet(self, name: str, path: str | os.PathLike[str], *, explode: str | None = None, text: bool = True) -> None:
        """Write a table as a Parquet file (extra `parquet`)."""
        self.table(name, explode=explode, text=text).to_parquet(path)

    def to_csv(self, name: str, path: str | os.PathLike[str], *, explode: str | None = None, text: bool = True) -> None:
        """Write a table as a CSV file."""
        self.table(name, explode=explode, text=text).to_csv(path)

    def to_duckdb(self, path: str | os.PathLike[str], *, text: bool = True) -> None:
        """Write all tables into a DuckDB database, with keys and a view for each common question (extra `duckdb`).

        A file that stands at the path is replaced.
        """
        write_duckdb(self._analyses, path, text=text, types=self._types)

    def events(self, *, text: bool = True) -> Table[Event]:
        """Return a row for each meeting, commitment and stance: the event that it is to PLOVER and CAMEO, or why it is none."""
        return events(self._analyses, text=text)

    def cameo_events(self) -> Table[DyadicEvent]:
        """Return the events that have a CAMEO code, a row for each source and target."""
        return cameo_events(self._analyses)

    def merged_meetings(self) -> Table[MergedMeeting]:
        """Return a row for each meeting that the documents report, reports of one meeting merged and every source kept."""
        return merge_meetings(self._analyses)

    def network(self, *, between: Between = "parties") -> Network:
        """Return who met whom, a row a pair of parties or `people`, each meeting once however many documents report it.

        Raises ValueError where `between` is neither.
        """
        return network(self._analyses, between=between)

    def timeline(self, what: str, *, by: By = "year") -> Timeline:
        """Return when and by whom a framework, by its id, or a phrase is mentioned, and how its wording changes.

        `by` is how long a period is: year, quarter, month or day.

        Raises ValueError where `what` holds no word, or `by` is none of these.
        """
        return timeline(self._analyses, what, by=by)

    def ledger(self, *, min_strength: Strength | str = Strength.READY, previous: Table[LedgerEntry] | None = None) -> Table[LedgerEntry]:
        """Return an entry for each act that somebody is bound to, repeated ones together, as `diplocorpus.ledger` does."""
        return ledger(self._analyses, min_strength=min_strength, previous=previous)

    def to_plover(self, path: str | os.PathLike[str], *, text: bool = True) -> None:
        """Write the PLOVER events as JSON Lines, an event a line; those without a full date are left out with a warning."""
        write_plover(self._analyses, path, text=text)

    def report(self, *, title: str = "Report", text: bool = True) -> Report:
        """Return a page for the corpus, as `diplocorpus.report` does: `.save("report.html")` writes it."""
        return report(self, title=title, text=text)

    def plot(self, name: str, *, most: int = 15) -> altair.Chart:
        """Return a plot as an Altair chart (extra `viz`): `analyses.plot("commitments").save("commitments.svg")`, `.png`, `.html`.

        The plots are `commitments`, `frameworks`, `one_china`, `meetings` and `network`; what lies beyond the `most`
        frequent parties or frameworks is left out.

        Raises ValueError where there is no such plot.
        """
        return plot(self, name, most=most)

    def to_jsonl(self, path: str | os.PathLike[str], *, text: bool = True) -> None:
        """Write the wire format, an analysis a line; `load_analyses` reads it back. The file appears whole or not at all.

        `text=False` leaves out the text, titles, metadata and the words of every span, so that it cannot be read back.
        """
        with whole_file(path) as partial, partial.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{line}\n" for line in json_lines(self._analyses, text=text))


def load_analyses(path: str | os.PathLike[str], *, extractors: Iterable[ExtractorSpec | str] = ()) -> CorpusAnalysis:
    """Return the analyses in a file of the wire format, as `to_jsonl` and `diplocorpus analyze` write it.

    `extractors` are specs or names of those that are not our own, whose records are to be more than mappings.

    Raises DocumentNotFoundError where there is no file, ResultFormatError where a line is no analysis or a document
    stands twice, PluginError where an extractor cannot be loaded.
    """
    types = record_types(as_specs(extractors))
    file = Path(path)
    if not file.is_file():
        raise DocumentNotFoundError(file, "no such file" if not file.exists() else "a folder, where a JSON Lines file is needed")
    found: dict[str, Analysis] = {}
    with file.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                analysis = Analysis.model_validate_json(line).with_types(types)
            except ValidationError as error:
                raise ResultFormatError(file, number, _reason(error)) from error
            if found.setdefault(analysis.document.id, analysis) is not analysis:
                raise ResultFormatError(file, number, f"document {analysis.document.id!r} stands twice")
    return CorpusAnalysis(found.values(), types)


def _reason(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_context=False)[0]
    if first["type"] == "missing" and first["loc"] == ("document", "text"):
        return "the documents' words were left out with text=False; analyse the documents again"
    return f"{'.'.join(map(str, first['loc']))}: {first['msg']}".lstrip(": ")
