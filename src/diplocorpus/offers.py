"""What installed packages offer by name: extractors and pattern packs, as entry points; loaded only when named."""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points

from diplocorpus.errors import PluginLoadError

EXTRACTORS = "diplocorpus.extractors"
"""The entry point group of extractors; each loads to an ExtractorSpec."""

PACKS = "diplocorpus.patterns"
"""The entry point group of pattern packs; each loads to the path of one."""


def offered(group: str) -> dict[str, EntryPoint]:
    """Return the entry points of a group by name, none of them loaded."""
    return {entry.name: entry for entry in entry_points(group=group)}


def load_offer(entry: EntryPoint, kind: type, what: str) -> object:
    """Return what an entry point names; `what` calls it in messages.

    Raises PluginLoadError where it cannot be imported or is not of a kind.
    """
    distribution = entry.dist.name if entry.dist else "an unknown distribution"
    try:
        loaded = entry.load()
    except Exception as error:
        raise PluginLoadError(entry.name, distribution, f"{type(error).__name__}: {error}", what) from error
    if not isinstance(loaded, kind):
        raise PluginLoadError(entry.name, distribution, f"{entry.value} is a {type(loaded).__name__}, not a {kind.__name__}", what)
    return loaded
