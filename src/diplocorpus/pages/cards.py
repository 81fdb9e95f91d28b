"""A record as a reader sees it: a heading, the words that prove it, and what else is known."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from enum import Enum
from functools import singledispatch
from typing import Any

import attrs

from diplocorpus.models.analysis import Analysis
from diplocorpus.models.discourse import JOINT, NARRATOR, Attribution, Commitment, Polarity
from diplocorpus.models.events import Meeting, MeetingStatus, Participant
from diplocorpus.models.frameworks import FrameworkReference
from diplocorpus.models.partnerships import Partnership, PartnershipEvent
from diplocorpus.models.spans import Frozen, Record, Span
from diplocorpus.models.stances import Matter, Stance
from diplocorpus.pages.marking import Mark, anchor_role, fields_of, spans_of
from diplocorpus.pages.naming import date_in_words, framework_name, in_words, party_name
from diplocorpus.results.flat import members

HEADINGS = {
    "meetings": "Meetings",
    "announced": "Announced meetings",
    "commitments": "Commitments",
    "attributions": "Attributions",
    "frameworks": "Frameworks",
    "stances": "Stances",
    "partnerships": "Titles of relations",
}
"""Our own kinds of records in the order in which a page shows them, with their headings; one that is missing comes behind."""

KINDS = HEADINGS | {name: in_words(name).capitalize() for name, _ in members(Analysis) if name not in HEADINGS}
"""All our own kinds of records, with their headings."""

_SAFE_ID = re.compile(r"[a-z]\d+")
_PARTY_FIELDS = ("parties", "party", "committers", "counterparts", "holder", "dyad")
_NAMES: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(_PARTY_FIELDS, party_name),
    **dict.fromkeys(("frameworks", "framework", "broader", "matter"), framework_name),
    "date": date_in_words,
    "speaker": lambda name: speaker_name(name) or name,
}
_UNSHOWN = {"id", "evidence", "rules", "meeting_id", "attribution_id"}
_IN_HEADING: dict[type, set[str]] = {
    Meeting: {"kind", "date"},
    Commitment: {"committers", "counterparts", "strength", "polarity"},
    Attribution: {"speaker", "party"},
    FrameworkReference: {"framework", "name"},
    Stance: {"matter", "holder", "level", "object"},
    Partnership: {"dyad", "event"},
}
_MATTERS = {
    Matter.ONE_CHINA: "one China",
    Matter.CORE_ONLY: "core interests, one China not named",
    Matter.CITES_2758: "Resolution 2758 cited",
}


@attrs.frozen
class Card:
    """What a page shows of a record.

    `id` is the record's own, as `c3`, or another one where that would not be unique on the page. `facts` are labels and
    values, `quotes` fields and the words that fill them.
    """

    id: str
    kind: str
    heading: str
    badge: str | None
    quotes: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    parties: tuple[str, ...]
    strength: str | None
    rules: tuple[str, ...]
    marks: tuple[Mark, ...]
    anchor: str | None
    record: object = attrs.field(repr=False)


def cards(analysis: Analysis, kinds: Collection[str] | None = None) -> tuple[Card, ...]:
    """Return a card for each record, kind by kind, or of some kinds only; records of other extractors come last."""
    found = {kind: getattr(analysis, kind) for kind in KINDS} | {
        kind if kind not in KINDS else f"{kind} (extension)": records for kind, records in analysis.extensions.items()
    }
    made: dict[str, Card] = {}
    for kind, records in found.items():
        for record in records if kinds is None or kind in kinds else ():
            own = str(fields_of(record).get("id"))
            name = own if _SAFE_ID.fullmatch(own) and own not in made else f"x-{len(made) + 1}"
            made[name] = _card(record, name, kind)
    return tuple(made.values())


def _card(record: object, name: str, kind: str) -> Card:
    fields = fields_of(record)
    style = style_of(kind)
    hidden = _UNSHOWN | _IN_HEADING.get(type(record), set())
    spans = list(spans_of(record))
    anchor = anchor_role([role for role, _ in spans])
    values = ((field, _in_words(field, value)) for field, value in fields.items() if field not in hidden and _tells(record, field, value))
    return Card(
        id=name,
        kind=kind,
        heading=_heading(record),
        badge=_badge(record),
        quotes=tuple((in_words(role), span.text) for role, span in spans),
        facts=tuple((in_words(field), words) for field, words in values if words),
        parties=parties_of(fields),
        strength=str(record.strength) if isinstance(record, Commitment) else None,
        rules=tuple(fields.get("rules", ())),
        marks=tuple(Mark(name, role, f"{style}-{_look(style, role, anchor)}", span.start, span.end) for role, span in spans),
        anchor=anchor,
        record=record,
    )


def style_of(kind: str) -> str:
    """Return the name under which the style sheets know a kind: records of other extractors look alike."""
    return kind if kind in HEADINGS else "others"


def _look(style: str, role: str, anchor: str | None) -> str:
    if style == "attributions" and role == "source":
        return role
    return "anchor" if role == anchor else "extent"


def _tells(record: object, field: str, value: object) -> bool:
    """Tell whether a value says something: one of few that is what it would be anyway does not."""
    return not (isinstance(record, Frozen) and isinstance(value, (bool, Enum)) and value == type(record).model_fields[field].default)


def parties_of(fields: dict[str, Any]) -> tuple[str, ...]:
    """Return the parties that a record names in any of its fields."""
    found: dict[str, None] = {}
    for name in _PARTY_FIELDS:
        value = fields.get(name) or ()
        found.update(dict.fromkeys((value,) if isinstance(value, str) else value))
    return tuple(found)


@singledispatch
def _heading(record: object) -> str:
    return in_words(type(record).__name__ if isinstance(record, Record) else fields_of(record).get("id", "record"))


@_heading.register
def _(record: Meeting) -> str:
    kind = in_words(record.kind).capitalize()
    return f"{kind}, {date_in_words(record.date)}" if record.date else kind


@_heading.register
def _(record: Attribution) -> str:
    return speaker_name(record.speaker, record.party) or "Speaker not named"


@_heading.register
def _(record: Commitment) -> str:
    bound, towards = (", ".join(map(party_name, side)) for side in (record.committers, record.counterparts))
    return " → ".join(side for side in (bound or "Nobody named", towards) if side)


@_heading.register
def _(record: FrameworkReference) -> str:
    return record.name


@_heading.register
def _(record: Stance) -> str:
    matter = f"{_MATTERS[record.matter]}{f', {in_words(record.object)}' if record.object and record.matter is Matter.ONE_CHINA else ''}"
    return f"{party_name(record.holder)}: {matter}" if record.holder else matter.capitalize()


@_heading.register
def _(record: Partnership) -> str:
    return ", ".join(map(party_name, record.dyad)) or "Parties not named"


def speaker_name(speaker: str | None, party: str | None = None) -> str | None:
    """Return who speaks as a reader expects it, with the party where it is another word than the speaker."""
    if speaker in (NARRATOR, JOINT):
        return {NARRATOR: "The writer", JOINT: "All sides together"}[speaker]
    if speaker is None:
        return party_name(party) if party else None
    return f"{speaker} ({party_name(party)})" if party and party != speaker else party_name(speaker)


def _badge(record: object) -> str | None:
    if isinstance(record, Commitment):
        return f"not: {record.strength}" if record.polarity is Polarity.NEGATIVE else str(record.strength)
    if isinstance(record, Partnership) and record.event is not PartnershipEvent.MENTION:
        return str(record.event)
    if isinstance(record, Stance) and record.level is not None:
        return f"level {record.level}"
    if isinstance(record, Meeting) and record.status is MeetingStatus.REFERENCED:
        return str(record.status)
    return None


def _in_words(field: str, value: object) -> str:
    """Return a field's value as a reader expects it; "" where there is nothing to show or spans show it."""
    if value is None or isinstance(value, Span):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Enum):
        return in_words(value)
    if isinstance(value, str):
        return _NAMES.get(field, str)(value)
    if isinstance(value, Participant):
        return f"{value.name}{f', {value.role}' if value.role else ''}{f' ({party_name(value.party)})' if value.party else ''}"
    if isinstance(value, (tuple, list)):
        return "; ".join(words for item in value if (words := _in_words(field, item)))
    if isinstance(value, (Frozen, Mapping)):
        found = {name: words for name, item in fields_of(value).items() if (words := _in_words(name, item))}
        return next(iter(found.values())) if len(found) == 1 else ", ".join(f"{in_words(name)} {words}" for name, words in found.items())
    return str(value)
