"""How much is read before a source is taken for broken or hostile."""

from __future__ import annotations

import io
from typing import Any, BinaryIO

import attrs

from diplocorpus.errors import ReadLimitError

_MEGABYTE = 1_000_000


@attrs.frozen(kw_only=True)
class Limits:
    """What a source may cost; hand a changed one to `load_corpus(limits=...)`.

    All sizes are bytes. `whole_bytes` bounds what must be held in memory at once: a text, a page, a JSON array, a PDF.
    `line_bytes` bounds a line of a dump and a row of a table, `unpacked_bytes` all that one archive or compressed
    file gives, `ratio` how much of it a packed byte may give once `ratio_from` bytes are out, `members` the files of
    one archive, `depth` how many archives may lie within each other.
    """

    whole_bytes: int = 200 * _MEGABYTE
    line_bytes: int = 50 * _MEGABYTE
    unpacked_bytes: int = 20_000 * _MEGABYTE
    ratio: int = 200
    ratio_from: int = 100 * _MEGABYTE
    members: int = 1_000_000
    depth: int = 3


class Budget:
    """Counts what one packed file gives, in whatever depth, and stops it at the limits."""

    def __init__(self, where: str, packed: int | None, limits: Limits) -> None:
        self.where = where
        self.packed = packed
        self.limits = limits
        self.unpacked = 0

    def spend(self, count: int) -> None:
        """Count bytes that were unpacked.

        Raises ReadLimitError where they are too many.
        """
        self.unpacked += count
        limits = self.limits
        if self.unpacked > limits.unpacked_bytes:
            raise ReadLimitError(self.where, f"it unpacks to more than {limits.unpacked_bytes:,} bytes", "unpacked_bytes")
        if self.packed is not None and self.unpacked > max(limits.ratio_from, self.packed * limits.ratio):
            raise ReadLimitError(self.where, f"it unpacks to more than {limits.ratio} times its {self.packed:,} bytes", "ratio")


class Counted(io.RawIOBase):
    """A stream of which each byte read is counted against a budget."""

    def __init__(self, stream: BinaryIO, budget: Budget | None) -> None:
        self._stream = stream
        self._budget = budget

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Read into a buffer and return the number of bytes."""
        data = self._stream.read(len(buffer))
        if self._budget is not None:
            self._budget.spend(len(data))
        buffer[: len(data)] = data
        return len(data)


def read_whole(stream: io.BufferedReader[Any], where: str, limits: Limits) -> bytes:
    """Return all bytes of a stream.

    Raises ReadLimitError where there are more than `whole_bytes`.
    """
    raw = stream.read(limits.whole_bytes + 1)
    if len(raw) > limits.whole_bytes:
        raise ReadLimitError(where, f"it is larger than {limits.whole_bytes:,} bytes", "whole_bytes")
    return raw
