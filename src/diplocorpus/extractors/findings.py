"""What extractors tell each other: values that live within one analysis and are never written out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any, TypeVar

import attrs

from diplocorpus.models.events import Completed, Level, Participant, Tenure
from diplocorpus.models.offices import OfficeHolder
from diplocorpus.patterns.schema import Pattern
from diplocorpus.text.acquaintances import Sketch
from diplocorpus.text.along import Along, Cover, HoldingT, LocatedT
from diplocorpus.text.annotated import Hit

FindingT = TypeVar("FindingT")


@attrs.frozen
class Findings:
    """What the extractors before have found, by type, in text order."""

    _by_type: dict[type, tuple[object, ...]] = attrs.field(factory=dict)
    _along: dict[type, tuple[object, Along[Any]]] = attrs.field(factory=dict, eq=False, repr=False)
    _cover: dict[type, tuple[object, Cover[Any]]] = attrs.field(factory=dict, eq=False, repr=False)
    """Look-ups, each with the findings that it is of; shared with the findings that come of these by `plus`."""

    def of(self, kind: type[FindingT]) -> tuple[FindingT, ...]:
        """Return the findings of a type, empty where there are none."""
        return self._by_type.get(kind, ())  # type: ignore[return-value]

    def along(self, kind: type[LocatedT]) -> Along[LocatedT]:
        """Return the findings of a type that stand at a token, to be looked up by token range."""
        items = self.of(kind)
        known = self._along.get(kind)
        if known is None or known[0] is not items:
            known = self._along[kind] = items, Along(items)
        return known[1]

    def cover(self, kind: type[HoldingT]) -> Cover[HoldingT]:
        """Return the findings of a type that hold stretches of the text, to be looked up by what they hold."""
        items = self.of(kind)
        known = self._cover.get(kind)
        if known is None or known[0] is not items:
            known = self._cover[kind] = items, Cover((finding, finding.holds) for finding in items)
        return known[1]

    def plus(self, kind: type, found: Iterable[object]) -> Findings:
        """Return findings with some more of a type, the same ones where there are none."""
        more = tuple(found)
        return Findings({**self._by_type, kind: self._by_type.get(kind, ()) + more}, self._along, self._cover) if more else self

    def __iter__(self) -> Iterator[object]:
        for found in self._by_type.values():
            yield from found


@attrs.frozen
class Listed:
    """A person who is in the table of office-holders; `terms` has those first that cover the day of the news."""

    sketch: Sketch
    terms: tuple[OfficeHolder, ...]


@attrs.frozen
class Affiliation:
    """Whose somebody is; `stated` by the text, else known from the office, which one state alone has, or from the table."""

    sketch: Sketch
    party: str
    stated: bool


@attrs.frozen
class HomeSide:
    """The party whose own account a document is: it leaves out whose its own officials are, and says "our country" for it.

    `certain` where the publisher says so; else it follows from the words at `evidence`, tokens. `agency` tells that it is
    the state of a news agency, which reports others' doings too. `rule` names what told it.
    """

    party: str
    rule: str
    certain: bool = False
    agency: bool = False
    evidence: tuple[int, int] | None = None


@attrs.frozen(eq=False)
class Person:
    """A person of the document under the fullest name that it gives.

    `terms` are what the table of office-holders has on the person, those that cover the day of the news first.
    `completed` names what it gave that the text does not say.
    """

    name: str
    role: str | None
    party: str | None
    level: Level | None
    tenure: Tenure | None = None
    office: str | None = None
    """The id of the pattern that the office was read by, the same for all its wordings."""
    terms: tuple[OfficeHolder, ...] = ()
    completed: tuple[Completed, ...] = ()

    @property
    def former(self) -> bool:
        """Whether the office is past."""
        return self.tenure is Tenure.FORMER

    def participant(self, party: str | None, *, delegate: bool = False) -> Participant:
        """Return the record of the person as one who took part for a party."""
        return Participant(
            name=self.name,
            role=self.role,
            party=party,
            level=self.level,
            delegate=delegate,
            tenure=self.tenure,
            full_name=self.terms[0].name if self.terms else None,
            completed=self.completed,
        )


@attrs.frozen
class Naming:
    """A place where a person is named, title and country included; tokens `first` up to, not including, `last`."""

    first: int
    last: int
    person: Person


class MentionKind(Enum):
    """What a mention is by its wording."""

    PERSON = "person"
    """A name, with or without title: "Premier Lowe"."""
    ROLE = "role"
    """An office for its holder: "the President", "the Freedonian leader", "the expert"."""
    PARTY = "party"
    """A state or body: "Freedonia", "the Freedonian side"."""
    OWN = "own"
    """The speaker's state: "his country", "we"."""
    PRONOUN = "pronoun"
    """"he", "she"."""
    GROUP = "group"
    """Several at once: "the two sides", "both leaders", "they"."""
    BODY = "body"
    """Somebody else who can speak: "the ministry", "officials"."""


@attrs.frozen
class Mention:
    """A place where a person, party or group is named; tokens `first` up to, not including, `last`.

    `head` is the noun that a ROLE or GROUP is called by, lower case. `level` is that of the role named.
    """

    first: int
    last: int
    kind: MentionKind
    person: Person | None = None
    party: str | None = None
    head: str = ""
    level: Level | None = None
    counterpart: bool = False
    office: str | None = None

    @property
    def at(self) -> int:
        """Token that it is looked up by: its first."""
        return self.first


@attrs.frozen
class Clause:
    """A finite verb with its subject.

    `verb` is the token at which the verb group begins (`was`), `main` its main verb (`noted`), `subject` the mentions
    that it stands for (several where they are coordinated), empty where the subject is no party or person;
    `noun_phrase` are the tokens of any subject.
    """

    verb: int
    main: int
    subject: tuple[Mention, ...]
    noun_phrase: tuple[int, int] | None
    past: bool
    relative: bool = False
    shared: bool = False
    """Whether the subject is taken over from the verb that this one is coordinated with."""

    @property
    def at(self) -> int:
        """Token that it is looked up by: its verb."""
        return self.verb


@attrs.frozen
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


class CueShape(Enum):
    """How a reporting cue stands in its sentence."""

    FINITE = "finite"
    PARTICIPLE = "participle"
    PASSIVE = "passive"
    ACCORDING = "according"
    OPINION = "opinion"


SPEAKING = frozenset({"say.say", "say.tell"})
"""Patterns of cues whose verbs only people, and what stands for people, can be the subject of."""


@attrs.frozen
class Cue:
    """A candidate for a reporting cue: tokens `first` up to `last`, where its complement begins.

    `subject` is what its verb has for subject, `source` the tokens of that; `inverted` puts it behind the verb.
    """

    first: int
    last: int
    pattern: Pattern
    shape: CueShape
    clause: Clause | None
    noun: Hit | None = None
    subject: tuple[Mention, ...] = ()
    source: tuple[int, int] | None = None
    inverted: bool = False

    @property
    def rule(self) -> str:
        """The id that records name."""
        return f"{self.pattern.id}/{self.shape.value}" + (f"+{self.noun.pattern.id}" if self.noun else "")

    @property
    def speaks(self) -> bool:
        """Whether only people, and what stands for people, do it: `say`, not `underscore`."""
        return self.pattern.id in SPEAKING

    @property
    def start(self) -> int:
        """Where the cue begins with its source, which stands in front unless inverted."""
        return self.first if self.inverted or self.source is None else self.source[0]

    @property
    def at(self) -> int:
        """Token that it is looked up by: its first."""
        return self.first


@attrs.frozen
class Reporting:
    """A cue that does report; `final` where its content stands before it.

    `start` is the token at which content behind the cue begins; `beside` are the tokens at which a main clause begins
    behind a fronted one that holds the cue.
    """

    cue: Cue
    final: bool
    start: int
    beside: tuple[int, ...] = ()

    @property
    def at(self) -> int:
        """Token that it is looked up by: its cue."""
        return self.cue.first


@attrs.frozen
class Turn:
    """Tokens of a transcript that stand under one label (`PRESIDENT LOWE:`), with the person whose words they are."""

    first: int
    last: int
    person: Person

    @property
    def holds(self) -> tuple[tuple[int, int], ...]:
        """The tokens that it is looked up by."""
        return ((self.first, self.last),)


@attrs.frozen
class Utterance:
    """A reporting cue with its content, before it is known who speaks.

    `subject` are the mentions that the source consists of, empty where it is left out.
    """

    cue: tuple[int, int]
    source: tuple[int, int] | None
    subject: tuple[Mention, ...]
    content: tuple[tuple[int, int], ...]
    rule: str
    sentence: int
    follows: int | None = None
    """Cue token of the utterance whose speaker this one shares ("..., he said, adding that ...")."""
    joint: bool = False
    """Whether nobody is named and both sides speak ("it was noted that")."""
    noun: Hit | None = None
    """The noun that is itself the speech ("expressed [willingness] to")."""

    @property
    def holds(self) -> tuple[tuple[int, int], ...]:
        """The tokens that it is looked up by: its content."""
        return self.content

    @property
    def at(self) -> int:
        """Token that it is looked up by: its cue."""
        return self.cue[0]


@attrs.frozen
class Referent:
    """Who a mention stands for: one or more people, the parties, and whether it is both sides together."""

    mention: Mention
    people: tuple[Person, ...]
    parties: tuple[str, ...]
    joint: bool = False
