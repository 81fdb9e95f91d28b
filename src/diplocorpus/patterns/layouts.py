"""Publishers' layouts as data: how a publisher names itself, dates its texts and frames them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import Field, field_validator

from diplocorpus.errors import PatternFormatError
from diplocorpus.models.documents import Genre
from diplocorpus.models.spans import Frozen
from diplocorpus.patterns.schema import NonEmpty
from diplocorpus.patterns.templates import Finder, Form, Forms, expression, faults, forms_captured, stamp_forms, whole_line
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
    `names` what else it is called where a table names the publisher, `hosts` the hosts of its pages. `datelines`,
    `stamps`, `headers` (or whole `header_lines`) and `credits` are templates of its own text: a dateline, what dates the
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
    stamps: tuple[Template, ...] = ()
    headers: tuple[Template, ...] = ()
    header_lines: tuple[Template, ...] = ()
    credits: tuple[Template, ...] = ()
    signs: tuple[Template, ...] = ()
    sign_lines: tuple[Template, ...] = ()
    mask: tuple[Mask, ...] = ()

    @field_validator("datelines", "stamps", "headers", "header_lines", "credits", "signs", "sign_lines")
    @classmethod
    def _templates_are_sound(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return _sound(value)

    def __hash__(self) -> int:
        return hash((self.publisher, self.version))

    @cached_property
    def dateline_forms(self) -> tuple[Form, ...]:
        """One form for each wording of a dateline, slots as groups."""
        return tuple(form for template in self.datelines for form in forms_captured(template))

    @cached_property
    def stamp_forms(self) -> tuple[Form, ...]:
        """One form for each wording of a stamp, slots as groups."""
        return tuple(form for template in self.stamps for form in stamp_forms(template))

    @cached_property
    def header_finder(self) -> Finder:
        """What finds a line that names the publisher as the source."""
        return Finder(self.headers, self.header_lines)

    @cached_property
    def credit_finder(self) -> Finder:
        """What finds a phrase that names the publisher as the source."""
        return Finder(self.credits)

    @cached_property
    def sign_finder(self) -> Finder:
        """What finds a sign of this layout."""
        return Finder(self.signs, self.sign_lines)

    @cached_property
    def line_form(self) -> re.Pattern[str] | None:
        """What finds the lines to blank."""
        return _whole_lines(template for mask in self.mask for template in mask.lines)

    @cached_property
    def head_line_form(self) -> re.Pattern[str] | None:
        """What finds the lines to blank near the head."""
        return _whole_lines(template for mask in self.mask for template in mask.head_lines)

    @cached_property
    def phrase_form(self) -> re.Pattern[str] | None:
        """What finds the phrases to blank."""
        return _any(tuple(template for mask in self.mask for template in mask.phrases))

    @cached_property
    def block_form(self) -> re.Pattern[str] | None:
        """What finds the lines that open a block to blank."""
        return _whole_lines(template for mask in self.mask for template in mask.blocks)

    def is_called(self, name: str) -> bool:
        """Tell whether a publisher's name, as a table gives it, is this publisher's."""
        given = name.casefold()
        return given in {own.casefold() for own in (self.publisher, self.name, *self.marks, *self.names) if own}

    def is_at(self, host: str) -> bool:
        """Tell whether a host is one of this publisher's, or below one."""
        return any(host == own or host.endswith(f".{own}") for own in self.hosts)


Layouts = tuple[PublisherLayout, ...]
"""The layouts in use: the general one first."""


def _sound(templates: tuple[str, ...]) -> tuple[str, ...]:
    for template in templates:
        if fault := faults(template):
            raise ValueError(f"{template!r}: {fault}")
    return templates


def _any(templates: Iterable[str]) -> re.Pattern[str] | None:
    forms = [expression(template) for template in templates]
    return re.compile("|".join(forms)) if forms else None


def _whole_lines(templates: Iterable[str]) -> re.Pattern[str] | None:
    found = tuple(templates)
    return re.compile(whole_line(found), re.MULTILINE) if found else None


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


@cache
def own_layouts() -> Layouts:
    """Return the layouts of the package, the general one first."""
    folder = files("diplocorpus.patterns").joinpath("data", "publishers")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    found = [parse_layout(folder.joinpath(name).read_text(encoding="utf-8"), name) for name in names]
    return tuple(sorted(found, key=lambda layout: layout.publisher != GENERAL))


def merged_layouts(extra: Iterable[PublisherLayout]) -> Layouts:
    """Return our layouts with a user's: the same publisher replaces, a new one adds."""
    added = {layout.publisher: layout for layout in extra}
    if not added:
        return own_layouts()
    kept = [layout for layout in own_layouts() if layout.publisher not in added]
    return tuple(sorted([*kept, *added.values()], key=lambda layout: layout.publisher != GENERAL))


def fitting(layouts: Layouts, text: str, *, publisher: str | None = None, host: str | None = None) -> Iterator[PublisherLayout]:
    """Yield the layouts that a text has: the general one, its publisher's, its host's, and those of which it shows a sign."""
    shown = _showing_signs(layouts, text)
    for layout in layouts:
        known = (publisher is not None and layout.is_called(publisher)) or (host is not None and layout.is_at(host))
        if known or layout.publisher == GENERAL or layout.publisher in shown:
            yield layout


@lru_cache(maxsize=4)
def _showing_signs(layouts: Layouts, text: str) -> frozenset[str]:
    """Return the publishers of the layouts of which a text shows a sign; kept, since masking, dating and genre ask in turn."""
    return frozenset(_signs(layouts).found_in(text))


@lru_cache(maxsize=4)
def _signs(layouts: Layouts) -> Forms[str]:
    return Forms((form, layout.publisher) for layout in layouts for form in (*layout.sign_finder.forms, *layout.header_finder.forms))
