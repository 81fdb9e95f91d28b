"""Publishers' layouts as data: how a publisher names itself, dates its texts and frames them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from itertools import repeat
from typing import Annotated, Literal

import attrs
from pydantic import Field, field_validator

from diplocorpus.errors import PatternFormatError
from diplocorpus.models.documents import Genre
from diplocorpus.models.spans import Frozen
from diplocorpus.patterns.schema import NonEmpty
from diplocorpus.patterns.templates import Form, Forms, Owned, Page, faults, forms, stamp_forms
from diplocorpus.patterns.validating import validated

GENERAL = "general"
"""The id of the layout that every document has, whoever published it."""

Template = NonEmpty

_MARKED = re.compile(r"⟦([^⟦⟧]*)⟧")


class Mask(Frozen):
    """Boilerplate to blank, with texts that show it.

    `lines` are whole lines, `head_lines` such lines near the head of a text, `phrases` stand anywhere, and a line of
    `blocks` takes the lines after it along, up to the first that ends as a sentence does. In the examples `⟦` and `⟧`
    enclose what is blanked.
    """

    id: NonEmpty
    lines: tuple[Template, ...] = ()
    head_lines: tuple[Template, ...] = ()
    phrases: tuple[Template, ...] = ()
    blocks: tuple[Template, ...] = ()
    examples: Annotated[tuple[NonEmpty, ...], Field(min_length=1)]
    counterexamples: tuple[NonEmpty, ...] = ()

    @field_validator("lines", "head_lines", "phrases", "blocks")
    @classmethod
    def _templates_are_sound(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return _sound(value)


class PublisherLayout(Frozen):
    """A publisher: how its texts are known, dated and framed.

    `party` is the state or organisation whose own body or agency it is. `marks` are its signatures in datelines,
    `names` what else it is called where a table names the publisher, `hosts` the hosts of its pages. `datelines` (or whole
    `dateline_lines`), `stamps`, `headers` (or whole `header_lines`) and `credits` are templates of its own text: a dateline, what dates the
    page, what names it as the source above or below the text, a phrase within the prose that does. `signs` and
    `sign_lines` choose its masks without naming it. `genre` is what its texts are where they do not say.
    """

    schema_: Annotated[Literal[1], Field(alias="schema")]
    publisher: NonEmpty
    name: NonEmpty | None = None
    party: NonEmpty | None = None
    version: NonEmpty
    genre: Genre | None = None
    marks: tuple[NonEmpty, ...] = ()
    names: tuple[NonEmpty, ...] = ()
    hosts: tuple[NonEmpty, ...] = ()
    datelines: tuple[Template, ...] = ()
    dateline_lines: tuple[Template, ...] = ()
    stamps: tuple[Template, ...] = ()
    headers: tuple[Template, ...] = ()
    header_lines: tuple[Template, ...] = ()
    credits: tuple[Template, ...] = ()
    signs: tuple[Template, ...] = ()
    sign_lines: tuple[Template, ...] = ()
    mask: tuple[Mask, ...] = ()

    @field_validator("datelines", "dateline_lines", "stamps", "headers", "header_lines", "credits", "signs", "sign_lines")
    @classmethod
    def _templates_are_sound(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return _sound(value)


def _sound(templates: tuple[str, ...]) -> tuple[str, ...]:
    for template in templates:
        if fault := faults(template):
            raise ValueError(f"{template!r}: {fault}")
    return templates


def marked(example: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text of an example without its marks, and the spans that they enclosed."""
    spans, text, last = [], "", 0
    for match in _MARKED.finditer(example):
        text += example[last : match.start()]
        spans.append((len(text), len(text) + len(match[1])))
        text += match[1]
        last = match.end()
    return text + example[last:], spans


def parse_layout(text: str, path: str) -> PublisherLayout:
    """Read a publisher's layout from TOML text; `path` names it in errors.

    Raises PatternFormatError where it is no TOML, has unknown keys or slots, or repeats the id of a mask.
    """
    layout = validated(PublisherLayout, text, path)
    seen: set[str] = set()
    for index, mask in enumerate(layout.mask):
        if mask.id in seen:
            raise PatternFormatError(path, f"mask.{index}.id", f"id {mask.id!r} stands twice")
        if not (mask.lines or mask.head_lines or mask.phrases or mask.blocks):
            raise PatternFormatError(path, f"mask.{index}", "a mask needs lines, head_lines, phrases or blocks")
        seen.add(mask.id)
    return layout


class Use(StrEnum):
    """What a form of a layout is for; where it stands in a layout says how its templates are read."""

    DATELINE = "datelines"
    STAMP = "stamps"
    HEADER = "headers"
    CREDIT = "credits"
    SIGN = "signs"
    LINE = "mask.lines"
    HEAD_LINE = "mask.head_lines"
    BLOCK = "mask.blocks"
    PHRASE = "mask.phrases"


def _forms(layout: PublisherLayout) -> Iterator[tuple[Use, Form]]:
    yield from zip(repeat(Use.DATELINE), (*forms(layout.datelines, capture=True), *forms(layout.dateline_lines, capture=True, line=True)))
    yield from zip(repeat(Use.STAMP), stamp_forms(layout.stamps))
    yield from zip(repeat(Use.HEADER), (*forms(layout.headers), *forms(layout.header_lines, line=True)))
    yield from zip(repeat(Use.CREDIT), forms(layout.credits))
    yield from zip(repeat(Use.SIGN), (*forms(layout.signs), *forms(layout.sign_lines, line=True)))
    for mask in layout.mask:
        yield from zip(repeat(Use.LINE), forms(mask.lines, line=True))
        yield from zip(repeat(Use.HEAD_LINE), forms(mask.head_lines, line=True))
        yield from zip(repeat(Use.BLOCK), forms(mask.blocks, line=True))
        yield from zip(repeat(Use.PHRASE), forms(mask.phrases))


@attrs.frozen(eq=False, slots=False)
class Layouts:
    """The layouts in use, the general one first: one object, by which what is compiled of them all is kept."""

    all: tuple[PublisherLayout, ...]

    def __iter__(self) -> Iterator[PublisherLayout]:
        return iter(self.all)

    @cached_property
    def _by_name(self) -> dict[str, list[PublisherLayout]]:
        found: dict[str, list[PublisherLayout]] = {}
        for layout in self:
            for name in {own.casefold() for own in (layout.publisher, layout.name, *layout.marks, *layout.names) if own}:
                found.setdefault(name, []).append(layout)
        return found

    def called(self, name: str) -> Sequence[PublisherLayout]:
        """Return whose name, as a table or a text gives it, a publisher's name is."""
        return self._by_name.get(name.casefold(), ())

    def at(self, host: str) -> list[PublisherLayout]:
        """Return whose host a host is, or below whose."""
        return [layout for layout in self if any(host == own or host.endswith(f".{own}") for own in layout.hosts)]


@lru_cache(maxsize=4)
def _forms_of_all(layouts: Layouts) -> Forms[tuple[Use, PublisherLayout]]:
    return Forms((form, (use, layout)) for layout in layouts for use, form in _forms(layout))


@lru_cache(maxsize=4)
def _possible(layouts: Layouts, words: frozenset[str]) -> defaultdict[Use, list[Owned[PublisherLayout]]]:
    found: defaultdict[Use, list[Owned[PublisherLayout]]] = defaultdict(list)
    for form, (use, layout) in _forms_of_all(layouts).possible(words):
        found[use].append((form, layout))
    return found


def possible(layouts: Layouts, page: Page) -> Mapping[Use, Sequence[Owned[PublisherLayout]]]:
    """Return, by use and in order, the forms that a page has the words for; kept, since all who read a head ask in turn."""
    return _possible(layouts, page.words)


@lru_cache(maxsize=4)
def _showing(layouts: Layouts, page: Page) -> frozenset[str]:
    """Return of whose layouts a page shows a sign or header; kept, too."""
    forms, length = possible(layouts, page), len(page.text)
    shown: set[str] = set()
    for form, layout in (*forms[Use.SIGN], *forms[Use.HEADER]):
        if layout.publisher not in shown and form.occurs(page, 0, length):
            shown.add(layout.publisher)
    return frozenset(shown)


def fitting(layouts: Layouts, page: Page, *, publisher: str | None = None, host: str | None = None) -> set[str]:
    """Return whose layouts a page has: the general one, its publisher's, its host's, and those of which it shows a sign."""
    fit = {GENERAL, *_showing(layouts, page)}
    if publisher is not None:
        fit.update(layout.publisher for layout in layouts.called(publisher))
    if host is not None:
        fit.update(layout.publisher for layout in layouts.at(host))
    return fit


def _in_order(layouts: Iterable[PublisherLayout]) -> Layouts:
    return Layouts(tuple(sorted(layouts, key=lambda layout: layout.publisher != GENERAL)))


@cache
def own_layouts() -> Layouts:
    """Return the layouts of the package, the general one first."""
    folder = files("diplocorpus.patterns").joinpath("data", "publishers")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return _in_order(parse_layout(folder.joinpath(name).read_text(encoding="utf-8"), name) for name in names)


def merged_layouts(extra: Iterable[PublisherLayout]) -> Layouts:
    """Return our layouts with a user's: the same publisher replaces, a new one adds."""
    added = {layout.publisher: layout for layout in extra}
    if not added:
        return own_layouts()
    return _in_order([*(layout for layout in own_layouts() if layout.publisher not in added), *added.values()])
