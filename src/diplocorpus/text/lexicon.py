"""Phrases looked for all at once: a tree of words, walked from each token; the number of phrases does not change the cost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

EntryT = TypeVar("EntryT")


class Branch(Generic[EntryT]):
    """What may follow some words, what they mean where they are a whole phrase, and what goes on behind a gap where they open one."""

    __slots__ = ("behind", "entries", "following")

    def __init__(self) -> None:
        self.entries: tuple[EntryT, ...] = ()
        self.behind: PhraseTree[EntryT] | None = None
        self.following: dict[str, Branch[EntryT]] = {}


class PhraseTree(Generic[EntryT]):
    """Phrases with an entry each."""

    __slots__ = ("_root",)

    def __init__(self) -> None:
        self._root: dict[str, Branch[EntryT]] = {}

    def add(self, words: Sequence[str], entry: EntryT, behind: Sequence[str] = ()) -> None:
        """Add a phrase, with those of its words that follow behind a gap; one that stands there keeps its entry beside the new one."""
        last: Branch[EntryT] = Branch()
        following = self._root
        for word in words:
            known = following.get(word)
            if known is None:
                known = following[word] = Branch()
            last, following = known, known.following
        if behind:
            if last.behind is None:
                last.behind = PhraseTree()
            last.behind.add(behind, entry)
        elif all(other is not entry for other in last.entries):
            last.entries = (*last.entries, entry)

    def __bool__(self) -> bool:
        return bool(self._root)

    def find(self, words: Sequence[str], start: int = 0, stop: int | None = None) -> list[tuple[int, int, Branch[EntryT]]]:
        """Return each phrase, and each front of one with a gap, that begins at `start` up to, not including, `stop`, overlapping or not.

        With its first word and the one behind its last goes the branch that holds its entries.
        """
        found, root, end = [], self._root, len(words)
        for first in [index for index in range(start, end if stop is None else stop) if words[index] in root]:
            branch: Branch[EntryT] | None = root[words[first]]
            last = first + 1
            while branch is not None:
                if branch.entries or branch.behind is not None:
                    found.append((first, last, branch))
                branch = branch.following.get(words[last]) if last < end else None
                last += 1
        return found
