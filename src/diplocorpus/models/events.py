"""Who met whom: people, the parties that they stand for, and meetings."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from diplocorpus.models.documents import DateBasis, PartialDate
from diplocorpus.models.ordering import Ordered
from diplocorpus.models.spans import Frozen, Record, Span, Wording

PartyCode = str
"""ISO 3166-1 alpha-3 code of a state, or the usual abbreviation of an organisation (`EU`, `UN`, `SCO`)."""


class Level(Ordered):
    """Rank class of an office, ordered: a higher office is the greater one.

    A vice president counts as head of government, so does the UN Secretary-General; a vice premier as minister.
    """

    EXPERT = "expert"
    OFFICIAL = "official"
    AMBASSADOR = "ambassador"
    VICE_MINISTER = "vice_minister"
    MINISTER = "minister"
    HEAD_OF_GOVERNMENT = "head_of_government"
    HEAD_OF_STATE = "head_of_state"


class MeetingKind(StrEnum):
    """How the parties met."""

    PHONE_CALL = "phone_call"
    VIDEO_CALL = "video_call"
    MEETING = "meeting"
    MULTILATERAL = "multilateral"
    CONFERENCE = "conference"
    VISIT = "visit"
    CORRESPONDENCE = "correspondence"
    CEREMONY = "ceremony"


class MeetingStatus(StrEnum):
    """Whether an encounter is the document's news, only recalled, or still to come."""

    REPORTED = "reported"
    REFERENCED = "referenced"
    ANNOUNCED = "announced"


class MeetingMode(StrEnum):
    """By what means the parties met."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    VIDEO = "video"


class MeetingFormat(StrEnum):
    """In what composition or setting they met: `one_on_one` (also: in a narrow format), `expanded` (with delegations)."""

    ONE_ON_ONE = "one_on_one"
    EXPANDED = "expanded"
    WORKING_MEAL = "working_meal"
    COURTESY_CALL = "courtesy_call"
    SIDELINES = "sidelines"


class Tenure(StrEnum):
    """How a document qualifies an office: `former` (also late, then-), `acting` (interim), `elect` (designate, incoming)."""

    ACTING = "acting"
    ELECT = "elect"
    OUTGOING = "outgoing"
    FORMER = "former"
    VISITING = "visiting"


Completed = Literal["role", "party", "level"]
"""A field that the table of office-holders may give where a document does not."""


class Participant(Frozen):
    """A person who took part, under the fullest name and title that the document gives.

    `delegate` tells that the person is only named as present besides those who met. `full_name` is the name under which
    the table of office-holders has the person, the same in all documents; None where it does not. `completed` names the
    fields that the table gives because the document does not.
    """

    name: str
    role: str | None = None
    party: PartyCode | None = None
    level: Level | None = None
    delegate: bool = False
    tenure: Tenure | None = None
    full_name: str | None = None
    completed: tuple[Completed, ...] = ()


class OutcomeForm(StrEnum):
    """What was done with a document."""

    SIGNED = "signed"
    ADOPTED = "adopted"
    ISSUED = "issued"
    EXCHANGED = "exchanged"


class Outcome(Frozen):
    """A document that came out of a meeting; `title` is its name, None where the text only counts it or speaks of several."""

    form: OutcomeForm
    title: Wording | None = None
    span: Span


class Meeting(Record):
    """An encounter: a call, talks, a summit, a conference, an exchange of letters.

    `date` is the day of the encounter, the first day where it lasted several up to `until`. `place` is a city or country
    as named, `venue` a building, `occasion` the larger event that it was held at. `mode` says by what means the parties
    met, `formats` in what composition or setting; `atmosphere` holds the words that describe it. `parties` are sorted;
    `hosts` receive `visitors`, `requested_by` is the party that asked for the meeting. `level` is the highest level on
    the lower side; of a multilateral encounter, the highest present. `title` among the `rules` tells that a title which
    is not in the text told who took part.
    """

    id: str
    kind: MeetingKind
    status: MeetingStatus = MeetingStatus.REPORTED
    date: PartialDate | None = None
    date_basis: DateBasis = DateBasis.UNKNOWN
    until: PartialDate | None = None
    place: str | None = None
    venue: str | None = None
    occasion: str | None = None
    mode: MeetingMode | None = None
    formats: tuple[MeetingFormat, ...] = ()
    duration_minutes: int | None = None
    atmosphere: tuple[Span, ...] = ()
    parties: tuple[PartyCode, ...] = ()
    participants: tuple[Participant, ...] = ()
    level: Level | None = None
    hosts: tuple[PartyCode, ...] = ()
    visitors: tuple[PartyCode, ...] = ()
    requested_by: PartyCode | None = None
    outcomes: tuple[Outcome, ...] = ()
    anchor: Span
