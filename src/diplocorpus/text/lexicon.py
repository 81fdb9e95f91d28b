"""Phrases looked for all at once: a tree of words, walked from each token; the number of phrases does not change the cost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Generic, TypeVar

EntryT = TypeVar("EntryT")


class PhraseTree(Generic[EntryT]):
    """Phrases with an entry each.

    Branches are numbers and no objects, the first the root: there are tens of thousands, which stay, and the garbage
    collector would walk them all every time.
    """

    __slots__ = ("_entries", "_following", "behind", "entries")

    def __init__(self) -> None:
        self._following: list[Mapping[str, int]] = [{}]
        self._entries: dict[tuple[EntryT, ...], tuple[EntryT, ...]] = {(): ()}
        self.entries: list[tuple[EntryT, ...]] = [()]
        """What the words up to a branch mean where they are a whole phrase."""
        self.behind: dict[int, PhraseTree[EntryT]] = {}
        """What goes on behind a gap where the words up to a branch open such phrases."""

    def _grown(self, branch: int, word: str) -> int:
        """Return the branch of one more word, a new one where there was none."""
        following = self._following[branch]
        known = following.get(word)
        if known is None:
            known = len(self._following)
            if isinstance(following, dict):
                following[word] = known
            else:
                self._following[branch] = {word: known}
            self._following.append(_NOTHING)
            self.entries.append(())
        return known

    def add(self, words: Sequence[str], entry: EntryT, behind: Sequence[str] = ()) -> None:
        """Add a phrase, with those of its words that follow behind a gap; one that stands there keeps its entry beside the new one."""
        branch = 0
        for word in words:
            branch = self._grown(branch, word)
        if behind:
            self.behind.setdefault(branch, PhraseTree()).add(behind, entry)
        elif entry not in self.entries[branch]:
            entries = (*self.entries[branch], entry)
            self.entries[branch] = self._entries.setdefault(entries, entries)

    def __bool__(self) -> bool:
        return bool(self._following[0])

    def find(self, words: Sequence[str], start: int = 0, stop: int | None = None) -> list[tuple[int, int, int]]:
        """Return each phrase, and each front of one with a gap, that begins at `start` up to, not including, `stop`, overlapping or not.

        With its first word and the one behind its last goes its branch, of which `entries` and `behind` know more.
        """
        found, end = [], len(words)
        following, entries, behind = self._following, self.entries, self.behind
        root = following[0]
        for first in [index for index in range(start, end if stop is None else stop) if words[index] in root]:
            branch: int | None = root[words[first]]
            last = first + 1
            while branch is not None:
                if entries[branch] or branch in behind:
                    found.append((first, last, branch))
                branch = following[branch].get(words[last]) if last < end else None
                last += 1
        return found


_NOTHING: Mapping[str, int] = MappingProxyType({})
"""What follows where phrases end, as half of all branches do."""
