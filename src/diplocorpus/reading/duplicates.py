"""Near-duplicates: one text printed again under another head.

Candidates come from MinHash signatures in bands (Broder 1997; Leskovec et al., Mining of Massive Datasets, ch. 3);
each pair is then compared in full, so that hashing only ever saves time.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import attrs

from diplocorpus.models.documents import Document

_SHINGLE = 4
_HASHES, _BANDS = 96, 32
_PRIME = (1 << 31) - 1
_SHORT = 60
"""Words below which a text says too little to be told from another's by itself."""
_DAYS_APART = 3
_WORD = re.compile(r"\w+")
_NAME = re.compile(r"(?<![.!?:\"“\n] )(?<!\A)\b[A-Z][\w’'-]+")


@attrs.frozen(eq=False)
class _Print:
    """What a document is compared by."""

    words: tuple[str, ...]
    shingles: frozenset[int]
    names: frozenset[str]
    numbers: frozenset[str]
    title: str
    day: str | None


def _body(document: Document) -> str:
    """Return the text below its head: title, stamp and dateline are what reprints change."""
    text = document.text
    if document.dateline is not None:
        return text[document.dateline.span.end :]
    start = text.lstrip()
    return start.removeprefix(document.title) if document.title else start


def _fold(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.lower()))


def _print(document: Document) -> _Print:
    body = _body(document)
    words = _fold(body)
    pieces = [" ".join(words[place : place + _SHINGLE]) for place in range(max(1, len(words) - _SHINGLE + 1))]
    shingles = frozenset(int.from_bytes(hashlib.blake2b(piece.encode(), digest_size=4).digest()) % _PRIME for piece in pieces)
    names = frozenset(_NAME.findall(body))
    numbers = frozenset(word for word in words if word.isdigit())
    return _Print(words, shingles, names, numbers, " ".join(_fold(document.title or "")), document.date or document.published)


def _signatures(prints: Sequence[_Print]) -> Any:
    """Return a row of minimal hashes a document."""
    import numpy as np

    generator = np.random.default_rng(0)
    factors = generator.integers(1, _PRIME, size=(_HASHES, 1), dtype=np.uint64)
    offsets = generator.integers(0, _PRIME, size=(_HASHES, 1), dtype=np.uint64)
    rows = np.empty((len(prints), _HASHES), dtype=np.uint64)
    for number, item in enumerate(prints):
        values = np.fromiter(item.shingles, dtype=np.uint64, count=len(item.shingles))
        rows[number] = ((factors * values + offsets) % np.uint64(_PRIME)).min(axis=1)
    return rows


def _candidates(prints: Sequence[_Print]) -> Iterator[tuple[int, int]]:
    """Yield each pair of which some band of the signature is equal, the later one first."""
    signatures = _signatures(prints)
    width = _HASHES // _BANDS
    seen: set[tuple[int, int]] = set()
    for band in range(_BANDS):
        buckets: dict[bytes, list[int]] = defaultdict(list)
        for number in range(len(prints)):
            buckets[signatures[number, band * width : (band + 1) * width].tobytes()].append(number)
        for bucket in buckets.values():
            seen.update((later, earlier) for place, later in enumerate(bucket) for earlier in bucket[:place])
    yield from sorted(seen)


def _days_apart(one: str | None, other: str | None) -> int | None:
    try:
        return abs((date.fromisoformat(one or "") - date.fromisoformat(other or "")).days)
    except ValueError:
        return None


def _share(one: frozenset[Any], other: frozenset[Any]) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0


def _same(one: _Print, other: _Print, threshold: float) -> bool:
    """Tell whether two documents tell of one event in the same words.

    The words must agree, and with them the names and numbers, in which readouts written after one template differ; the
    dates must not lie apart. A stub says little, so that its title and date must be equal too.
    """
    apart = _days_apart(one.day, other.day)
    if apart is not None and apart > _DAYS_APART:
        return False
    if min(len(one.words), len(other.words)) < _SHORT:
        return one.words == other.words and one.title == other.title and (apart == 0 or one.day == other.day is not None)
    if _share(one.shingles, other.shingles) < threshold:
        return False
    differing = one.names ^ other.names
    return len(differing) <= 0.1 * len(one.names | other.names) and _share(one.numbers, other.numbers) >= 0.5


def group(documents: Sequence[Document], threshold: float = 0.8) -> list[list[int]]:
    """Return the positions of the documents, those that are the same in one list, each list led by its first."""
    prints = [_print(document) for document in documents]
    leader = list(range(len(prints)))
    for later, earlier in _candidates(prints):
        # Compared with the leader, so that a chain of small changes does not join what differs.
        if leader[later] == later and leader[earlier] == earlier and _same(prints[earlier], prints[later], threshold):
            leader[later] = earlier
    groups: dict[int, list[int]] = {}
    for number, first in enumerate(leader):
        groups.setdefault(first, []).append(number)
    return list(groups.values())


def told(document: Document) -> dict[str, Any]:
    """Return what is kept of a duplicate: everything but its text."""
    return document.model_dump(mode="json", exclude={"text", "dateline", "metadata"}, exclude_none=True)
