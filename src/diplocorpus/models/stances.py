"""Positions on a matter: who holds them, in which words, how far they go, and who says so."""

from __future__ import annotations

from enum import StrEnum

from diplocorpus.models.discourse import Polarity
from diplocorpus.models.events import PartyCode
from diplocorpus.models.spans import Frozen, Record, Span


class Matter(StrEnum):
    """What a stance is about.

    `ONE_CHINA` is the matter of the ladder. `CORE_ONLY` is a position on China's core interests, sovereignty or
    internal affairs without a word of one China, `CITES_2758` a naming of General Assembly Resolution 2758 without
    support for it: neither has a level.
    """

    ONE_CHINA = "ONE_CHINA"
    CORE_ONLY = "CORE_ONLY"
    CITES_2758 = "CITES_2758"


class StanceObject(StrEnum):
    """What a position is taken on, as worded: a principle is not a policy.

    `one_china` is "one China" without either word, `status` Taiwan's status, `consensus` an international consensus on
    one China, `position` the position of the People's Republic or a party's own position on Taiwan.
    """

    PRINCIPLE = "principle"
    CONSENSUS = "consensus"
    POLICY = "policy"
    US_FORMULA = "us_formula"
    ONE_CHINA = "one_china"
    POSITION = "position"
    STATUS = "status"
    CONSENSUS_1992 = "consensus_1992"
    COMMUNIQUE = "communique"
    RESOLUTION_2758 = "resolution_2758"
    CORE_INTERESTS = "core_interests"
    TWO_SYSTEMS = "two_systems"


class StanceVerb(StrEnum):
    """How a position is taken. The ranks stand with the phrases, in the pack `one-china-verbs`.

    `urge`, `praise` and `concern` never take a position of their own: they say what the words under them are worth.
    """

    SUPPORT = "support"
    ADHERE = "adhere"
    REAFFIRM = "reaffirm"
    RECOGNISE = "recognise"
    RESPECT = "respect"
    UNDERSTAND = "understand"
    ACKNOWLEDGE = "acknowledge"
    NOTE = "note"
    UNCHANGED = "unchanged"
    DISTANCE = "distance"
    OPPOSE = "oppose"
    VIOLATE = "violate"
    URGE = "urge"
    PRAISE = "praise"
    CONCERN = "concern"


class ClauseKind(StrEnum):
    """What stands beside the object of a position, or instead of it.

    `stability` and `taiwan_participation` are counter-signals, never an endorsement. `named_as_part` is a way to name
    Taiwan ("China's Taiwan region") that may be the publisher's. `reciprocity` is what China gives in return.
    """

    PART_OF_CHINA = "part_of_china"
    SOLE_GOVERNMENT = "sole_government"
    OPPOSES_INDEPENDENCE = "opposes_independence"
    NO_SUPPORT_FOR_INDEPENDENCE = "no_support_for_independence"
    ALL_EFFORTS_FOR_REUNIFICATION = "all_efforts_for_reunification"
    REUNIFICATION = "reunification"
    INTERNAL_AFFAIR = "internal_affair"
    NO_OFFICIAL_TIES = "no_official_ties"
    NO_STATEHOOD_BODIES = "no_statehood_bodies"
    RESOLUTION_2758 = "resolution_2758"
    LEGITIMATE_MEASURES = "legitimate_measures"
    NON_INTERFERENCE = "non_interference"
    CORE_INTERESTS = "core_interests"
    COMMUNIQUE = "communique"
    POSITION = "position"
    TWO_SYSTEMS = "two_systems"
    US_LAWS = "us_laws"
    STABILITY = "stability"
    TAIWAN_PARTICIPATION = "taiwan_participation"
    NAMED_AS_PART = "named_as_part"
    XINJIANG = "xinjiang"
    XIZANG = "xizang"
    HONG_KONG = "hong_kong"
    SOUTH_CHINA_SEA = "south_china_sea"
    HUMAN_RIGHTS = "human_rights"
    RECIPROCITY = "reciprocity"


class StanceClause(Frozen):
    """A clause that stands beside the object of a position.

    `token` is the word that its weight turns on: `peaceful` of a reunification, `inalienable` or `integral` of a part,
    `whole of China` of a government, `Xizang` or `Tibet` of a region. None where the text does without.
    """

    kind: ClauseKind
    span: Span
    token: Span | None = None


class Stance(Record):
    """A party's position on a matter, put together from all that one speaker says of it at one meeting.

    `holder` is the party whose position it is, `speaker` whoever says so (a person, a party, `JOINT` or `NARRATOR`),
    `inner_speaker` whom that speaker quotes, `reported_by` the document's publisher; `own` tells whether that publisher
    is the holder's, None where it is unknown. `object` is what the position is taken on, `verb` how, with its `rank`
    (6 supports, to -1 keeps its distance, -2 breaks with it), and `trigger` the words that do so.

    `level` places the words on the ladder from -1 to 7 (`diplocorpus.one_china_level`); what follows is never folded
    into it. `commits` is False where the holder has not taken the position itself (it is urged, expected or accused),
    `asserted_by_other` True where another party says that it has. `historical` marks a position told of the past.
    """

    id: str
    meeting_id: str | None = None
    attribution_id: str | None = None
    matter: Matter
    holder: PartyCode | None = None
    speaker: str | None = None
    inner_speaker: str | None = None
    level: int | None = None
    object: StanceObject | None = None
    verb: StanceVerb | None = None
    rank: int | None = None
    polarity: Polarity = Polarity.POSITIVE
    trigger: Span | None = None
    intensifiers: tuple[Span, ...] = ()
    hedge: Span | None = None
    condition: Span | None = None
    respective: bool = False
    clauses: tuple[StanceClause, ...] = ()
    commits: bool = True
    asserted_by_other: bool = False
    historical: bool = False
    reported_by: str | None = None
    own: bool | None = None

    @property
    def flags(self) -> tuple[ClauseKind, ...]:
        """The kinds of its clauses, each once."""
        return tuple(dict.fromkeys(clause.kind for clause in self.clauses))
