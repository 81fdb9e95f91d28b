"""Finding, reading and merging pattern packs: ours from the package, users' by path."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import attrs

from diplocorpus.errors import DocumentNotFoundError, PatternConflictError, PatternFormatError
from diplocorpus.offers import PACKS, load_offer, offered
from diplocorpus.patterns.ladders import Ladder, Ladders, merged_ladders, own_ladders, parse_ladder
from diplocorpus.patterns.layouts import Layouts, PublisherLayout, merged_layouts, own_layouts, parse_layout
from diplocorpus.patterns.officeholders import OfficeHolders, own_officeholders
from diplocorpus.patterns.schema import Label, Pack, Pattern
from diplocorpus.patterns.validating import validated

_SINGLE_PACKS = (
    "triggers", "cues", "parsed_cues", "speech_nouns", "encounters", "circumstances", "roles",
    "relations_before", "relations_after", "framework_nouns",
    "one_china_objects", "one_china_verbs", "one_china_clauses", "one_china_modifiers", "partnership_parts", "partnership_events",
)  # fmt: skip
_FRAMEWORKS = "frameworks"

PackSource = str | Path | Pack | PublisherLayout | Ladder
"""What a user adds to the packs: the path of a pack, of a publisher's layout or of a ladder, or one already read."""


@attrs.frozen(slots=False)
class PackSet:
    """The packs of an analyzer after merging: same pattern id replaces, new id adds."""

    packs: tuple[Pack, ...]
    layouts: Layouts = attrs.field(factory=own_layouts)
    """Publishers' layouts, a user's in place of ours of the same publisher."""
    ladders: Ladders = attrs.field(factory=own_ladders)
    """Where titles of partnerships rank, a user's ladders in place of ours of the same name."""
    officeholders: OfficeHolders = attrs.field(factory=own_officeholders)
    """Who held which office when, a user's rows in place of ours."""

    def patterns(self, vocabulary: str) -> Iterator[Pattern]:
        """Yield the patterns of a vocabulary, later packs replacing earlier ones id by id."""
        chosen: dict[str, Pattern] = {}
        for pack in self.packs:
            if pack.vocabulary == vocabulary:
                chosen.update((pattern.id, pattern) for pattern in pack.pattern)
        yield from chosen.values()

    def labels(self, vocabulary: str) -> Mapping[str, Label]:
        """Return the declared labels of a vocabulary by id."""
        return self._labels.get(vocabulary, {})

    @cached_property
    def _labels(self) -> dict[str, dict[str, Label]]:
        found: dict[str, dict[str, Label]] = {}
        for pack in self.packs:
            found.setdefault(pack.vocabulary, {}).update((label.id, label) for label in pack.label)
        return found

    @property
    def vocabularies(self) -> tuple[str, ...]:
        """The vocabularies that occur, in order of first use."""
        return tuple(dict.fromkeys(pack.vocabulary for pack in self.packs))

    @cached_property
    def versions(self) -> dict[str, str]:
        """Pack name to version, for provenance."""
        added = {item.publisher: item.version for item in self.added if isinstance(item, PublisherLayout)}
        added |= {item.ladder: item.version for item in self.added if isinstance(item, Ladder)}
        table = {self.officeholders.name: self.officeholders.version}
        return {pack.pack: pack.version for pack in self.packs} | table | added

    @property
    def added(self) -> tuple[Pack | PublisherLayout | Ladder, ...]:
        """The packs, layouts and ladders that are not the package's."""
        own = {*map(id, own_packs().packs), *map(id, own_layouts()), *map(id, own_ladders())}
        added: tuple[Pack | PublisherLayout | Ladder, ...] = (*self.packs, *self.layouts, *self.ladders)
        return tuple(item for item in added if id(item) not in own)

    def __reduce__(self) -> tuple[Callable[..., PackSet], tuple[object, ...]]:
        # Ours are read anew where they are unpickled: what was compiled of them there is used again.
        return _merged_again, (self.added, None if self.officeholders is own_officeholders() else self.officeholders)


def _merged_again(added: tuple[Pack | PublisherLayout | Ladder, ...], officeholders: OfficeHolders | None) -> PackSet:
    packs = merged_packs(added)
    return packs if officeholders is None else attrs.evolve(packs, officeholders=officeholders)


def data_file(name: str) -> Traversable:
    """Return a data file of the package."""
    return files("diplocorpus.patterns").joinpath("data", name)


def read_toml(name: str) -> dict[str, Any]:
    """Read a TOML data file of the package."""
    return tomllib.loads(data_file(name).read_text(encoding="utf-8"))


def parse_pack(text: str, path: str) -> Pack:
    """Read a pattern pack from TOML text; `path` names it in errors.

    Raises PatternFormatError where it is no TOML, has unknown keys or labels, or repeats an id, and
    PatternConflictError where a phrase stands under two labels.
    """
    pack = validated(Pack, text, path)
    _check(pack, path)
    return pack


def _check(pack: Pack, path: str) -> None:
    ids: set[str] = set()
    owners: dict[tuple[str, str], tuple[str, Pattern]] = {}
    for index, pattern in enumerate(pack.pattern):
        where = f"pattern.{index}"
        if pattern.id in ids:
            raise PatternFormatError(path, f"{where}.id", f"id {pattern.id!r} stands twice")
        ids.add(pattern.id)
        for field, label in (("label", pattern.label), *((f"label_in.{code}", label) for code, label in pattern.label_in.items())):
            if label not in pack.labels:
                raise PatternFormatError(path, f"{where}.{field}", f"label {label!r} is not one of {', '.join(sorted(pack.labels))}")
        if not pattern.phrases and not pattern.verbs:
            raise PatternFormatError(path, where, "a pattern needs phrases or verbs")
        for wording in pattern.wordings():
            key = (wording.text if pattern.case == "exact" else wording.text.casefold(), pattern.case)
            other = owners.setdefault(key, (where, pattern))
            if other[1].label != pattern.label and bool(other[1].before) == bool(pattern.before):
                raise PatternConflictError(f"phrase {wording.text!r}", f"{path}: {other[0]}", f"{path}: {where}")


def read_pack(path: str | Path) -> Pack | PublisherLayout | Ladder:
    """Read a user's pattern pack, a publisher's layout (it has a key `publisher`) or a ladder (`ladder`) from a TOML file.

    Instead of a path it may be the name under which an installed package offers one.
    """
    file = Path(path)
    if not file.is_file() and (entry := offered(PACKS).get(str(path))):
        file = Path(str(load_offer(entry, Path, "pattern pack")))
    if not file.is_file():
        raise DocumentNotFoundError(file, "no such pattern pack, nor does an installed package offer one of this name")
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise PatternFormatError(file, "", f"not UTF-8 at byte {error.start}") from error
    if re.search(r"(?m)^publisher\s*=", text):
        return parse_layout(text, str(file))
    if re.search(r"(?m)^ladder\s*=", text):
        return parse_ladder(text, str(file))
    return parse_pack(text, str(file))


@cache
def own_packs() -> PackSet:
    """Return the packs of the package; what is checked of a user's at every start is checked of ours by tests."""
    folder = data_file(_FRAMEWORKS)
    names = [f"{name}.toml" for name in _SINGLE_PACKS] + sorted(f"{_FRAMEWORKS}/{entry.name}" for entry in folder.iterdir())
    return PackSet(tuple(validated(Pack, data_file(name).read_text(encoding="utf-8"), name) for name in names))


def merged_packs(extra: Iterable[PackSource] = ()) -> PackSet:
    """Return the packs and layouts of the package with a user's added: same id replaces, new id adds.

    Raises PatternConflictError where a new pattern claims a phrase of another one for another label.
    """
    added = tuple(item if isinstance(item, (Pack, PublisherLayout, Ladder)) else read_pack(item) for item in extra)
    if not added:
        return own_packs()
    packs = tuple(item for item in added if isinstance(item, Pack))
    merged = PackSet(
        (*own_packs().packs, *packs),
        merged_layouts(item for item in added if isinstance(item, PublisherLayout)),
        merged_ladders(item for item in added if isinstance(item, Ladder)),
    )
    for vocabulary in dict.fromkeys(pack.vocabulary for pack in packs):
        _check_merged(merged, vocabulary)
    return merged


def _check_merged(packs: PackSet, vocabulary: str) -> None:
    """Refuse a user's pattern that claims a phrase of ours for another label; replacing ours by its id is the way."""
    owners: dict[tuple[str, str], Pattern] = {}
    for pattern in packs.patterns(vocabulary):
        for wording in pattern.wordings():
            text = wording.text if pattern.case == "exact" else wording.text.casefold()
            other = owners.setdefault((text, pattern.case), pattern)
            if other.label != pattern.label and bool(other.before) == bool(pattern.before):
                raise PatternConflictError(f"phrase {wording.text!r}", f"pattern {other.id!r}", f"pattern {pattern.id!r}")
