"""Gold annotations in brat standoff: `NAME.ann` beside `NAME.txt`.

Text-bound annotations of the types Source, Cue, Content, Trigger, Action and Framework are read, other types passed
over. Relations and events link them; types decide what a link means, not its name or direction. What else is known of
an annotation comes from its attributes and from notes of the form `speaker=Anna Lowe; party=KEN`.
Format: brat rapid annotation tool, "Standoff format".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import attrs
from pydantic import ValidationError

from diplocorpus.errors import GoldFormatError
from diplocorpus.models.discourse import NARRATOR
from diplocorpus.models.spans import Span
from diplocorpus.results.annotations import GoldAttribution, GoldCommitment, GoldDocument, GoldFramework

TYPES = ("Source", "Cue", "Content", "Trigger", "Action", "Framework")
PROPERTIES = ("speaker", "party", "committers", "counterparts", "strength", "negative", "optional", "framework")

_TEXT_BOUND = re.compile(r"(\S+) (\d+ \d+(?:;\d+ \d+)*)")
_ARGUMENT = re.compile(r"[^\s:]+:(\S+)")


@attrs.frozen
class _Mark:
    """A text-bound annotation: its name in the file, its type, its stretches of text in order."""

    name: str
    type: str
    spans: tuple[Span, ...]
    whole: Span


@attrs.define
class _Sheet:
    """One `.ann` file, line by line."""

    path: Path
    text: str
    marks: dict[str, _Mark] = attrs.field(factory=dict)
    events: dict[str, str] = attrs.field(factory=dict)
    links: list[tuple[str, str, str]] = attrs.field(factory=list)
    facts: list[tuple[str, str, str, str]] = attrs.field(factory=list)

    def fail(self, where: str, reason: str) -> NoReturn:
        raise GoldFormatError(self.path, where, reason)

    def resolve(self, name: str, where: str) -> _Mark:
        """Return the text-bound annotation that a name stands for; an event stands for its trigger."""
        name = self.events.get(name, name)
        if name not in self.marks:
            self.fail(where, f"{name} is not annotated in this file")
        return self.marks[name]

    def linked(self, mark: _Mark, type_: str) -> list[_Mark]:
        """Return the annotations of a type that are linked with one, in text order."""
        found = {}
        for where, one, other in self.links:
            pair = (self.resolve(one, where), self.resolve(other, where))
            if mark in pair:
                partner = pair[1] if pair[0] == mark else pair[0]
                if partner.type == type_:
                    found[partner.name] = partner
        return sorted(found.values(), key=lambda m: m.whole.start)

    def of_type(self, type_: str) -> list[_Mark]:
        """Return the annotations of a type, in text order."""
        return sorted((mark for mark in self.marks.values() if mark.type == type_), key=lambda m: m.whole.start)

    def properties(self, mark: _Mark) -> dict[str, str]:
        """Return what attributes and notes say of an annotation."""
        names = {mark.name, *(event for event, trigger in self.events.items() if trigger == mark.name)}
        return {key: value for _, name, key, value in self.facts if name in names}


def read_standoff(paths: Iterable[Path]) -> list[GoldDocument]:
    """Return the annotations of `.ann` files; a document's id is the file's stem.

    A kind of record (attributions, commitments, frameworks) counts as annotated where any of the files has one.
    Raises GoldFormatError where a line, a link or a property makes no sense, or where the text is missing.
    """
    sheets = [_read_sheet(path) for path in paths]
    seen = {mark.type for sheet in sheets for mark in sheet.marks.values()}
    return [
        GoldDocument(
            id=sheet.path.stem,
            attributions=tuple(_attribution(sheet, cue) for cue in sheet.of_type("Cue")) if "Cue" in seen else None,
            commitments=tuple(_commitment(sheet, trigger) for trigger in sheet.of_type("Trigger")) if "Trigger" in seen else None,
            frameworks=tuple(_framework(sheet, named) for named in sheet.of_type("Framework")) if "Framework" in seen else None,
        )
        for sheet in sheets
    ]


def _read_sheet(path: Path) -> _Sheet:
    try:
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        lines = path.read_bytes().decode("utf-8").split("\n")
    except FileNotFoundError as error:
        raise GoldFormatError(path, "", f"no {path.stem}.txt stands beside it") from error
    except UnicodeDecodeError as error:
        raise GoldFormatError(path, "", "the file or its text is not UTF-8") from error
    sheet = _Sheet(path, text)
    for number, line in enumerate(lines, 1):
        if line.strip():
            _read_line(sheet, line.rstrip("\r"), f"line {number}")
    for where, one, other in sheet.links:
        sheet.resolve(one, where)
        sheet.resolve(other, where)
    return sheet


def _read_line(sheet: _Sheet, line: str, where: str) -> None:
    """Take in one line: T text-bound, R relation, E event, A or M attribute, # note; N and * say nothing of ours."""
    name, _, rest = line.partition("\t")
    body, _, last = rest.partition("\t")
    kind = name[:1]
    words = body.split()
    if kind == "T":
        _read_text_bound(sheet, name, body, last, where)
    elif kind in "RE":
        arguments = [match[1] for word in words if (match := _ARGUMENT.fullmatch(word))]
        if len(arguments) < (2 if kind == "R" else 1):
            sheet.fail(where, f"{line!r} links nothing")
        if kind == "E":
            sheet.events[name] = arguments[0]
        sheet.links += [(where, arguments[0], other) for other in arguments[1:]]
    elif kind in "AM":
        if len(words) not in (2, 3):
            sheet.fail(where, f"{line!r} is no attribute: a name, an annotation, and for some a value")
        if words[0].lower() in PROPERTIES:
            sheet.facts.append((where, words[1], words[0].lower(), words[2] if len(words) == 3 else "true"))
    elif kind == "#":
        _read_note(sheet, words, last, where)
    elif kind not in "N*":
        sheet.fail(where, f"{line!r} is no line of brat standoff")


def _read_text_bound(sheet: _Sheet, name: str, body: str, words: str, where: str) -> None:
    match = _TEXT_BOUND.fullmatch(body)
    if match is None:
        sheet.fail(where, f"{body!r} is no type with offsets")
    if match[1] not in TYPES:
        sheet.marks[name] = _Mark(name, match[1], (), Span(start=0, end=0, text=""))
        return
    pieces = sorted((int(a), int(b)) for a, b in (piece.split() for piece in match[2].split(";")))
    if any(not a < b <= len(sheet.text) for a, b in pieces):
        sheet.fail(where, f"{match[2]} does not lie in the {len(sheet.text)} characters of the text")
    spans = tuple(Span(start=a, end=b, text=sheet.text[a:b]) for a, b in pieces)
    if " ".join(words.split()) != (there := " ".join(" ".join(str(span) for span in spans).split())):
        sheet.fail(where, f"the text holds {there!r} at {match[2]}, not {words!r}")
    start, end = pieces[0][0], pieces[-1][1]
    sheet.marks[name] = _Mark(name, match[1], spans, Span(start=start, end=end, text=sheet.text[start:end]))


def _read_note(sheet: _Sheet, words: list[str], note: str, where: str) -> None:
    """Take the properties from a note: pieces `key=value`, apart by semicolons; other pieces are remarks."""
    for piece in note.split(";"):
        key, equals, value = (part.strip() for part in piece.partition("="))
        if equals and len(words) > 1:
            if key.lower() not in PROPERTIES:
                sheet.fail(where, f"{key!r} is no property; there are {', '.join(PROPERTIES)}")
            sheet.facts.append((where, words[1], key.lower(), value))


def _speaker(sheet: _Sheet, mark: _Mark) -> str | None:
    """Return who speaks: as said of the annotation, else of its Source, else the words of its Source."""
    if speaker := sheet.properties(mark).get("speaker"):
        return speaker
    sources = sheet.linked(mark, "Source")
    return sheet.properties(sources[0]).get("speaker", sources[0].whole.text) if sources else None


def _said_in(sheet: _Sheet, trigger: _Mark) -> str | None:
    """Return the speaker of the shortest Content around a trigger."""
    around = [
        (content.whole.end - content.whole.start, cue)
        for cue in sheet.of_type("Cue")
        for content in sheet.linked(cue, "Content")
        if content.whole.start <= trigger.whole.start and trigger.whole.end <= content.whole.end
    ]
    return _speaker(sheet, min(around, key=lambda pair: pair[0])[1]) if around else None


def _attribution(sheet: _Sheet, cue: _Mark) -> GoldAttribution:
    sources = sheet.linked(cue, "Source")
    of_source = sheet.properties(sources[0]) if sources else {}
    return GoldAttribution(
        speaker=_speaker(sheet, cue),
        party=sheet.properties(cue).get("party", of_source.get("party")),
        source=sources[0].whole if sources else None,
        cue=cue.whole,
        content=tuple(span for content in sheet.linked(cue, "Content") for span in content.spans),
    )


def _commitment(sheet: _Sheet, trigger: _Mark) -> GoldCommitment:
    known = sheet.properties(trigger)
    row = {
        "speaker": _speaker(sheet, trigger) or _said_in(sheet, trigger) or NARRATOR,
        "committers": _codes(known.get("committers", "")),
        "counterparts": _codes(known.get("counterparts", "")),
        "strength": known.get("strength"),
        "polarity": "negative" if known.get("negative", "false") != "false" else "positive",
        "trigger": trigger.whole,
        "actions": tuple(action.whole for action in sheet.linked(trigger, "Action")),
        "optional": known.get("optional", "false") != "false",
    }
    try:
        return GoldCommitment.model_validate(row)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        raise GoldFormatError(sheet.path, f"{trigger.name}: {'.'.join(map(str, first['loc']))}", first["msg"]) from error


def _framework(sheet: _Sheet, named: _Mark) -> GoldFramework:
    framework = sheet.properties(named).get("framework")
    if not framework:
        sheet.fail(named.name, "the annotation has no property 'framework', such as framework=BRI")
    return GoldFramework(framework=framework, span=named.whole)


def _codes(value: str) -> tuple[str, ...]:
    return tuple(sorted(set(filter(None, re.split(r"[,\s]+", value)))))
