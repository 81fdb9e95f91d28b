"""Titles that states give to their relations: how a title is put together, where it ranks, what becomes of it."""

from __future__ import annotations

from enum import StrEnum

from diplocorpus.models.events import PartyCode
from diplocorpus.models.spans import Frozen, Record, Span


class TitlePart(StrEnum):
    """A part of a title.

    Before the noun: how long (`permanent` stands for eternal and everlasting too), how wide, `strategic`,
    `cooperative`, of what nature; behind it: `coordination`, `interaction`, `mutual_trust`, `alliance`, `new_era`.
    """

    ALL_WEATHER = "all_weather"
    PERMANENT = "permanent"
    SPECIAL = "special"
    PRIVILEGED = "privileged"
    ENHANCED = "enhanced"
    INNOVATIVE = "innovative"
    HIGH_QUALITY = "high_quality"
    FUTURE_ORIENTED = "future_oriented"
    MUTUALLY_BENEFICIAL = "mutually_beneficial"
    CONSTRUCTIVE = "constructive"
    COMPREHENSIVE = "comprehensive"
    ALL_ROUND = "all_round"
    GLOBAL = "global"
    FRIENDLY = "friendly"
    STRATEGIC = "strategic"
    COOPERATIVE = "cooperative"
    COORDINATION = "coordination"
    INTERACTION = "interaction"
    MUTUAL_TRUST = "mutual_trust"
    ALLIANCE = "alliance"
    NEW_ERA = "new_era"


class PartnershipLadder(StrEnum):
    """Which of two parallel ladders a title stands on: partnerships, or bilateral communities with a shared future."""

    PARTNERSHIP = "partnership"
    COMMUNITY = "community"


class PartnershipEvent(StrEnum):
    """What a document says of a title.

    Only `establish` and `upgrade` change the state of a relation; `aspire` would; an `anniversary` recalls, a `mention`
    names.
    """

    MENTION = "mention"
    ESTABLISH = "establish"
    UPGRADE = "upgrade"
    ANNIVERSARY = "anniversary"
    ASPIRE = "aspire"


class TitleAge(StrEnum):
    """How a title agrees with the date of its document, as far as the table of terms knows.

    `newer`: the relation did not have it yet. `older`: the relation had a higher one by then, so that the title is out of
    date or shortened.
    """

    CURRENT = "current"
    NEWER = "newer"
    OLDER = "older"


class Qualifier(Frozen):
    """A part of a title with its words."""

    part: TitlePart
    span: Span


class PartnershipTitle(Frozen):
    """A title as worded, what it is put together from, and the id that all wordings of it share.

    `canonical` is put together from the parts: `CSP` comprehensive strategic partnership, `CSCP` ... cooperative ...,
    `AW_` all-weather, `PERM_` permanent, `_COORD` of coordination, `_NE` for a new era.
    """

    canonical: str
    span: Span
    qualifiers: tuple[Qualifier, ...] = ()


class Partnership(Record):
    """A naming of the title of a relation, with what becomes of it.

    `dyad` are the two parties (or a party and an organisation), sorted, empty where the text does not tell. `rank` is the
    place of the title, or of the `new_title` that it is raised to, on the ladder `scheme`, a higher one the closer; ranks
    of different schemes do not compare. `historical` marks an event of the past that is only recalled.
    """

    id: str
    meeting_id: str | None = None
    dyad: tuple[PartyCode, ...] = ()
    ladder: PartnershipLadder = PartnershipLadder.PARTNERSHIP
    title: PartnershipTitle
    new_title: PartnershipTitle | None = None
    rank: float | None = None
    scheme: str | None = None
    event: PartnershipEvent = PartnershipEvent.MENTION
    historical: bool = False
    age: TitleAge | None = None
    reported_by: str | None = None
