"""Phrases looked for all at once: a tree of words, walked from each token; the number of phrases does not change the cost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

EntryT = TypeVar("EntryT")


class _Branch(Generic[EntryT]):
    """What may follow some words, and what the words mean where they are a whole phrase."""

    __slots__ = ("entries", "following")

    def __init__(self) -> None:
        self.entries: tuple[EntryT, ...] = ()
        self.following: dict[str, _Branch[EntryT]] = {}


class PhraseTree(Generic[EntryT]):
    """Phrases with an entry each."""

    __slots__ = ("_root",)

    def __init__(self) -> None:
        self._root: dict[str, _Branch[EntryT]] = {}

    def add(self, words: Sequence[str], entry: EntryT) -> None:
        """Add a phrase; one that stands there already keeps its entry beside the new one."""
        following = self._root
        for word in words[:-1]:
            following = following.setdefault(word, _Branch()).following
        last = following.setdefault(words[-1], _Branch())
        if all(known is not entry for known in last.entries):
            last.entries = (*last.entries, entry)

    def __bool__(self) -> bool:
        return bool(self._root)

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int, EntryT]]:
        """Yield each phrase found, overlapping or not: its first word, the one behind its last, its entry."""
        root, stop = self._root, len(words)
        for first, word in enumerate(words):
            branch = root.get(word)
            last = first + 1
            while branch is not None:
                for entry in branch.entries:
                    yield first, last, entry
                branch = branch.following.get(words[last]) if last < stop else None
                last += 1
