"""What extractors tell each other of speech: clauses, cues, what they report."""

from __future__ import annotations

from enum import Enum

from diplocorpus.extractors.people.findings import Mention, Person
from diplocorpus.patterns.schema import Pattern
from diplocorpus.text.annotated import Hit
from diplocorpus.text.values import value


@value
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


class CueShape(Enum):
    """How a reporting cue stands in its sentence."""

    FINITE = "finite"
    PARTICIPLE = "participle"
    PASSIVE = "passive"
    ACCORDING = "according"
    OPINION = "opinion"


SPEAKING = frozenset({"say.say", "say.tell"})
"""Patterns of cues whose verbs only people, and what stands for people, can be the subject of."""


@value
class Source:
    """Who speaks with the cue that begins at token `cue` though no subject of its verb; `behind` puts it behind the verb."""

    cue: int
    mention: Mention
    behind: bool = False

    @property
    def at(self) -> int:
        """Token that it is looked up by: its cue."""
        return self.cue


@value
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
    quoted: bool = False
    """Whether it stands between quotation marks."""

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
    def opens(self) -> int:
        """Where what is told with the cue begins: at `who` in a relative clause, whose antecedent belongs to what stands before."""
        return self.source[1] - 1 if self.source is not None and self.clause is not None and self.clause.relative else self.start

    @property
    def past_agent(self) -> int:
        """Where what follows a passive begins, whoever it is said by left out: "it was noted by Lowe [that]"."""
        return self.last if self.source is None else max(self.last, self.source[1])

    @property
    def at(self) -> int:
        """Token that it is looked up by: its first."""
        return self.first


@value
class Reporting:
    """A cue that does report; `final` where its content stands before it.

    `start` is the token at which content behind the cue begins; `beside` are the tokens at which a main clause begins
    behind a fronted one that holds the cue. `relayed` is what somebody said as a press office tells it: its content is
    part of that of the cue before it.
    """

    cue: Cue
    final: bool
    start: int
    beside: tuple[int, ...] = ()
    relayed: bool = False

    @property
    def at(self) -> int:
        """Token that it is looked up by: its cue."""
        return self.cue.first


@value
class Turn:
    """Tokens of a transcript that stand under one label (`PRESIDENT LOWE:`), with the person whose words they are."""

    first: int
    last: int
    person: Person

    @property
    def holds(self) -> tuple[tuple[int, int], ...]:
        """The tokens that it is looked up by."""
        return ((self.first, self.last),)


@value
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
