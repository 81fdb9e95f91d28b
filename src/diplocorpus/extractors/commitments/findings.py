"""What the extractors of commitments tell each other: words that bind, what they bind to, whom besides the subject, and days ahead."""

from __future__ import annotations

from diplocorpus.extractors.speech.findings import Clause, Utterance
from diplocorpus.models.discourse import Strength
from diplocorpus.text.annotated import Hit
from diplocorpus.text.values import value


@value
class Trigger:
    """Words that bind a party; tokens `first` up to, not including, `last`, `core` the word that carries the strength.

    `clause` is the finite clause that it is the verb of, `utterance` the reported speech that it stands in or makes,
    `noun` the noun where that is the speech.
    """

    first: int
    last: int
    rule: str
    strength: Strength
    negative: bool
    bound: str
    clause: Clause | None
    utterance: Utterance | None
    core: int
    noun: Hit | None = None
    plan: bool = False
    """Whether the words may as well give a schedule ("plans to visit")."""


@value
class NounTrigger:
    """A trigger that a noun is ("expressed its [readiness] to"), which is looked up by the cue that utters it."""

    trigger: Trigger
    at: int


@value
class Deadline:
    """A day, month or year ahead; offsets are characters. `limit` tells `by 2030` from `in 2030`."""

    value: str
    start: int
    end: int
    limit: bool


@value
class Act:
    """What a trigger binds to: one token range for each coordinated act."""

    trigger: Trigger
    actions: tuple[tuple[int, int], ...]


@value
class Addressee:
    """Whom a trigger names besides the subject of its clause.

    `parties` are those asked, those of whom it is hoped, or whose readiness it is behind `of`: empty for everybody, None
    where nobody is named. `unnamed` tells that somebody is asked whose state the words do not tell, `favoured` is the
    states that a position is for. `together` tells that the act is one of both sides: "take our relations further". `subject`
    are those whose people the subject of the clause is where that is no mention ("Freedonian companies"), empty and None as above.
    """

    trigger: Trigger
    parties: tuple[str, ...] | None
    unnamed: bool
    favoured: tuple[str, ...]
    together: bool
    subject: tuple[str, ...] | None
