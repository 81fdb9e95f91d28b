"""Gold annotations as records: what a careful reader marked in a document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from diplocorpus.models.discourse import Polarity, Strength
from diplocorpus.models.documents import DateBasis, PartialDate
from diplocorpus.models.events import Level, MeetingKind, MeetingStatus, Participant, PartyCode
from diplocorpus.models.spans import Frozen, Span


class Marked(Frozen):
    """Base of everything marked: `note` is the annotator's remark and is not scored."""

    note: str | None = None


class GoldHead(Marked):
    """What the document's head says. A field left out is not scored; `null` means that the document does not say it."""

    date: PartialDate | None = None
    date_basis: DateBasis | None = None
    place: str | None = None
    publisher: str | None = None


class GoldMeeting(Marked):
    """An encounter. One whose status is `referenced` is not scored."""

    kind: MeetingKind
    status: MeetingStatus = MeetingStatus.REPORTED
    date: PartialDate | None = None
    date_basis: DateBasis | None = None
    place: str | None = None
    venue: str | None = None
    occasion: str | None = None
    parties: tuple[PartyCode, ...] = ()
    participants: tuple[Participant, ...] = ()
    level: Level | None = None
    anchor: Span | None = None


class GoldAttribution(Marked):
    """Speech that the document ascribes to somebody."""

    speaker: str | None = None
    party: PartyCode | None = None
    source: Span | None = None
    cue: Span
    content: tuple[Span, ...] = ()


class GoldCommitment(Marked):
    """An expression that binds a party. `optional` ones are scored neither way.

    Where `frameworks` is left out, they are those that the document names between the trigger and the end of the
    last action.
    """

    speaker: str | None = None
    committers: tuple[PartyCode, ...] = ()
    counterparts: tuple[PartyCode, ...] = ()
    strength: Strength
    polarity: Polarity = Polarity.POSITIVE
    trigger: Span
    actions: tuple[Span, ...] = ()
    frameworks: tuple[str, ...] | None = None
    optional: bool = False


class GoldFramework(Marked):
    """A naming of a framework."""

    framework: str
    span: Span
    aligned_with: str | None = None


class GoldDocument(Marked):
    """The annotations of one document.

    A kind that is left out was not annotated and is not scored; an empty list says that there is none.
    """

    id: Annotated[str, Field(min_length=1)]
    sha256: str | None = None
    document: GoldHead | None = None
    meetings: tuple[GoldMeeting, ...] | None = None
    attributions: tuple[GoldAttribution, ...] | None = None
    commitments: tuple[GoldCommitment, ...] | None = None
    frameworks: tuple[GoldFramework, ...] | None = None

    def frameworks_of(self, commitment: GoldCommitment) -> frozenset[str]:
        """Return the ids of the frameworks that a commitment names."""
        if commitment.frameworks is not None:
            return frozenset(commitment.frameworks)
        start = commitment.trigger.start
        end = max(commitment.trigger.end, *(action.end for action in commitment.actions), start)
        return frozenset(named.framework for named in self.frameworks or () if start <= named.span.start < end)

    def spans(self) -> Iterator[Span]:
        """Yield every span of every annotation."""
        for meeting in self.meetings or ():
            if meeting.anchor is not None:
                yield meeting.anchor
        for attribution in self.attributions or ():
            yield attribution.cue
            yield from attribution.content
            if attribution.source is not None:
                yield attribution.source
        for commitment in self.commitments or ():
            yield commitment.trigger
            yield from commitment.actions
        for named in self.frameworks or ():
            yield named.span
