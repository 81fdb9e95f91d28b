"""What extractors tell each other of people: where they are named, whose they are, who is meant."""

from __future__ import annotations

from typing import ClassVar

from diplocorpus.models.events import Completed, Level, Participant, Tenure
from diplocorpus.models.offices import OfficeHolder
from diplocorpus.text.acquaintances import Sketch
from diplocorpus.text.marks import Mark
from diplocorpus.text.values import value


@value
class Listed:
    """A person who is in the table of office-holders; `terms` has those first that cover the day of the news."""

    sketch: Sketch
    terms: tuple[OfficeHolder, ...]


@value
class Affiliation:
    """Whose somebody is; `stated` by the text, else known from the office, which one state alone has, or from the table."""

    sketch: Sketch
    party: str
    stated: bool


@value
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


@value(eq=False)
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


@value
class Naming:
    """A place where a person is named, title and country included; tokens `first` up to, not including, `last`."""

    first: int
    last: int
    person: Person


class MentionKind(Mark):
    """What a mention is by its wording."""

    __slots__ = ()

    PERSON: ClassVar[MentionKind]
    """A name, with or without title: "Premier Lowe"."""
    ROLE: ClassVar[MentionKind]
    """An office for its holder: "the President", "the Freedonian leader", "the expert"."""
    PARTY: ClassVar[MentionKind]
    """A state or body: "Freedonia", "the Freedonian side"."""
    OWN: ClassVar[MentionKind]
    """The speaker's state: "his country", "we"."""
    PRONOUN: ClassVar[MentionKind]
    """"he", "she"."""
    GROUP: ClassVar[MentionKind]
    """Several at once: "the two sides", "both leaders", "they"."""
    BODY: ClassVar[MentionKind]
    """Somebody else who can speak: "the ministry", "officials"."""


@value
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

    @property
    def announces(self) -> bool:
        """Whether it only brings the news of what others said and did: a body, a seat of power, a spokesperson, an aide."""
        if self.person is None:
            return self.kind is MentionKind.BODY or self.head == "seat" or "spokes" in self.head
        role = (self.person.role or "").lower()
        return self.person.level in (None, Level.OFFICIAL) and ("spokes" in role or "aide" in role or "press" in role)


@value
class Referent:
    """Who a mention stands for: one or more people, the parties, and whether it is both sides together."""

    mention: Mention
    people: tuple[Person, ...]
    parties: tuple[str, ...]
    joint: bool = False
