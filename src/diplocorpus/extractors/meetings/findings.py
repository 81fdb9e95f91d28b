"""What the extractors of meetings tell each other: days, encounters as worded and as joined, and what is read of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import attrs

from diplocorpus.extractors.people.findings import HomeSide, Person
from diplocorpus.models.documents import DateBasis
from diplocorpus.models.events import MeetingFormat, MeetingKind, MeetingMode, MeetingStatus, Outcome
from diplocorpus.models.spans import Span
from diplocorpus.patterns.names import is_variant, name_parts
from diplocorpus.text.annotated import Hit
from diplocorpus.text.values import value


@value
class Day:
    """A date in the text with its basis, the first day of a range that goes to `last`; offsets are characters.

    `year_stated` tells whether the year stands beside it.
    """

    value: str
    basis: DateBasis
    start: int
    end: int
    year_stated: bool = False
    last: str | None = None


@value(eq=False)
class Anchor:
    """Words that report or name an encounter; `start` is where the phrase around a noun begins."""

    hit: Hit
    sentence: int
    status: MeetingStatus
    start: int
    verbal: bool


@value
class Side:
    """Those who stand on one side of an encounter: people, and states or bodies named for themselves."""

    people: tuple[Person, ...] = ()
    parties: tuple[str, ...] = ()

    def as_in(self, people: tuple[Person, ...]) -> Side:
        """Return the side of a title with the people of the text in place of their namesakes."""
        return Side(tuple(_in_text(told, people) for told in self.people), self.parties)


def _in_text(told: Person, people: tuple[Person, ...]) -> Person:
    """Return who of the text a person of the title is: by name, else the only one whose fuller name holds it."""
    same = [p for p in people if p.name == told.name]
    parts = set(name_parts(told.name))
    stated = None if "party" in told.completed else told.party
    fitting = [
        p
        for p in people
        if parts <= set(name_parts(p.name)) and is_variant(told.name, p.name) and stated in (None, p.party) and not p.former
    ]
    return same[0] if same else fitting[0] if len(fitting) == 1 else told


@value(eq=False)
class Encounter:
    """A place where an encounter is worded; several of them make one meeting.

    `left` acts, `right` is met. `separate` sets the people of `right` apart into encounters of their own, `host` tells
    which side receives the other.
    """

    kind: MeetingKind
    hit: Hit
    sentence: int
    left: Side
    right: Side
    status: MeetingStatus
    separate: bool
    host: Literal["left", "right"] | None = None


@value(eq=False)
class Headline:
    """What the title of a document says that is not in its text: the people and encounters in it.

    Nothing of it is evidence, since spans are of the text; it completes what the text says of the same encounter.
    """

    people: tuple[Person, ...]
    encounters: tuple[Encounter, ...]
    parties: tuple[str, ...]
    """The states and bodies that it names."""
    home: HomeSide | None = None
    """The home side as far as the title tells it."""


@value
class Attendance:
    """A sentence that says who was there: people, and parties whose leaders or envoys are named as a group.

    `beside` tells that they are named as present at the meeting besides those who met; `side` is the party of all of
    them where the sentence says so; `listed` tells that they stand in a list below the sentence,
    `named` are all the parties that it names.
    """

    sentence: int
    people: tuple[Person, ...]
    parties: tuple[str, ...]
    beside: bool
    side: str | None
    listed: bool = False
    named: tuple[str, ...] = ()


@value(eq=False)
class Gathering:
    """Encounters joined: one meeting before its circumstances are read.

    `people` and `parties` are in order of first naming; `parties` are those that stand for themselves, without a person.
    `assumed` gives the party of people where it only follows from the sides. `worded` are the encounters that tell of it,
    the first one decisive; none where the title alone does. `delegates` are people only named as present, `anchor` the
    tokens that introduce it.
    """

    id: str
    kind: MeetingKind
    status: MeetingStatus
    people: tuple[Person, ...]
    parties: tuple[str, ...]
    assumed: Mapping[Person, str]
    worded: tuple[Encounter, ...]
    delegates: frozenset[Person]
    anchor: tuple[int, int]
    rules: tuple[str, ...]

    @property
    def sides(self) -> frozenset[str]:
        """Every party that takes part."""
        return frozenset({party for p in self.people if (party := self.party(p))} | set(self.parties))

    def party(self, person: Person) -> str | None:
        """Return the party of a person, assumed where the text gives none."""
        return person.party or self.assumed.get(person)


@value
class Timing:
    """The day of a gathering, the first of several up to `until`; None where the text does not tell."""

    gathering: Gathering
    date: str | None = None
    basis: DateBasis = DateBasis.UNKNOWN
    until: str | None = None


@value
class Setting:
    """Where a gathering took place, by what means and in what composition; what the text does not tell is None."""

    gathering: Gathering
    place: str | None = None
    venue: str | None = None
    occasion: str | None = None
    mode: MeetingMode | None = None
    formats: tuple[MeetingFormat, ...] = ()

    def at(self, place: str | None) -> Setting:
        """Return the same at another place."""
        return attrs.evolve(self, place=place)


@value
class Manner:
    """How a gathering went; `hosts` receive `visitors`, `requested_by` is the party that asked for it."""

    gathering: Gathering
    duration_minutes: int | None = None
    atmosphere: tuple[Span, ...] = ()
    requested_by: str | None = None
    hosts: tuple[str, ...] = ()
    visitors: tuple[str, ...] = ()


@value
class Concluded:
    """What was signed, adopted or issued at a gathering."""

    gathering: Gathering
    outcomes: tuple[Outcome, ...]


@value
class Segment:
    """Sentences that belong to one meeting; `parties` are its sides in order of first naming."""

    meeting_id: str
    first: int
    last: int
    parties: tuple[str, ...]
    people: tuple[Person, ...]

    @property
    def holds(self) -> tuple[tuple[int, int], ...]:
        """The sentences that it is looked up by."""
        return ((self.first, self.last),)
