"""The analyses of a corpus, as one sequence with everything that is made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from diplocorpus.models.analysis import Analysis


class CorpusAnalysis(Sequence[Analysis]):
    """An immutable sequence of the analyses of documents, in their order.

    `analyses[0]` gives an analysis by position, `analyses["id"]` by the document's id, `analyses[1:3]` a sequence of
    some of them.
    """

    def __init__(self, analyses: Iterable[Analysis]) -> None:
        self._analyses = tuple(analyses)
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
            return CorpusAnalysis(self._analyses[key])
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
