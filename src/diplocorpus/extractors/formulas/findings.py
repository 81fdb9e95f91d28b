"""What extractors tell each other of formulas: one-China language on its way to stances, titles on their way to partnerships."""

from __future__ import annotations

from diplocorpus.extractors.meetings.findings import Segment
from diplocorpus.extractors.speech.findings import Clause
from diplocorpus.models.stances import ClauseKind, StanceClause, StanceObject
from diplocorpus.text.annotated import Hit
from diplocorpus.text.values import value


@value
class Topic:
    """A phrase of one-China language with the words that govern it, before it is known whose position it is.

    `verb` takes the position, `frames` stand around it, the nearest first ("[urged] Freedonia to [abide by]"). `clause`
    is the finite clause of the verb, None where it is an infinitive, a participle or a noun. `supposed` marks what stands
    behind a condition.
    """

    hit: Hit
    verb: Hit | None = None
    frames: tuple[Hit, ...] = ()
    clause: Clause | None = None
    passive: bool = False
    negated: bool = False
    supposed: bool = False
    modifiers: tuple[Hit, ...] = ()

    @property
    def label(self) -> str:
        """What the phrase is, by the label of its pattern."""
        return self.hit.pattern.label

    @property
    def taking(self) -> str | None:
        """How the position is taken, by the label of the verb's pattern."""
        return self.verb.pattern.label if self.verb else None


@value
class Position:
    """A topic with one of those whose position it is and whoever says so; tokens `first` up to `last` are its words.

    `party` is the speaker's.
    """

    topic: Topic
    holder: str | None
    speaker: str
    party: str | None
    inner_speaker: str | None
    attribution_id: str | None
    segment: Segment | None
    commits: bool
    historical: bool
    first: int
    last: int


@value
class Statement:
    """What a position says: an object that it takes, or a clause."""

    position: Position
    object: StanceObject | None = None
    clause: StanceClause | None = None
    negative: bool = False

    @property
    def kind(self) -> ClauseKind | None:
        """What the clause is, None for an object."""
        return self.clause.kind if self.clause else None


@value
class Title:
    """A title of a relation: tokens `first` up to, not including, `last`; `parts` in text order, `head` its noun."""

    first: int
    last: int
    canonical: str
    head: Hit
    parts: tuple[Hit, ...]
    community: bool = False
