"""What was said and what it binds to: attributions and commitments."""

from __future__ import annotations

from enum import StrEnum

from diplocorpus.models.documents import PartialDate
from diplocorpus.models.events import PartyCode
from diplocorpus.models.ordering import Ordered
from diplocorpus.models.spans import Record, Span

NARRATOR = "NARRATOR"
"""Speaker of what the writer asserts of a party."""

JOINT = "JOINT"
"""Speaker of what both or all sides are reported to say together."""


class Strength(Ordered):
    """How strongly a party is bound, from the weakest to the strongest.

    `proposed` (should, calls for), `hoped` (hopes, looks forward to), `ready` (is ready, is willing), `affirmed` (a
    standing position: upholds, opposes), `pledged` (will, vows), `agreed` (agreed, decided, signed: done together).
    The order follows degrees of strength of commissives (Searle and Vanderveken 1985), for reported speech.
    """

    PROPOSED = "proposed"
    HOPED = "hoped"
    READY = "ready"
    AFFIRMED = "affirmed"
    PLEDGED = "pledged"
    AGREED = "agreed"


class Polarity(StrEnum):
    """Whether a party is bound to do something or to oppose or refrain from it."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Attribution(Record):
    """Speech or thought that the document ascribes to somebody: source, cue and content (the terms of PARC, PolNeAR).

    `source` are the words that name who speaks; a participle (`adding that`) has those of the verb that it hangs on, an
    agentless passive none. `speaker` is the full name, a party code or the
    name of a body where no person speaks, or `JOINT`. `content` holds one span, two where the cue stands inside.
    """

    id: str
    meeting_id: str | None = None
    speaker: str | None = None
    party: PartyCode | None = None
    source: Span | None = None
    cue: Span
    content: tuple[Span, ...] = ()


class Commitment(Record):
    """An expression that binds a party to an act or a position, or proposes that it be bound.

    `trigger` are the words that carry the `strength`, `actions` one span for each coordinated act. `committers` are
    bound, `counterparts` are those to whom it is addressed or whom it concerns; both sorted. `speaker` is `NARRATOR`
    where the writer asserts it. `deadline` is the day, month or year by or in which it is to be done, where the text names
    one that lies ahead; `conditional` tells that it hangs on a condition, `specific` that it can be checked: it names a
    sum, a number, a deadline or a project.
    """

    id: str
    meeting_id: str | None = None
    attribution_id: str | None = None
    speaker: str | None = None
    committers: tuple[PartyCode, ...] = ()
    counterparts: tuple[PartyCode, ...] = ()
    strength: Strength
    polarity: Polarity = Polarity.POSITIVE
    trigger: Span
    actions: tuple[Span, ...] = ()
    frameworks: tuple[str, ...] = ()
    conditional: bool = False
    specific: bool = False
    deadline: PartialDate | None = None
