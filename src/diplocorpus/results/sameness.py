"""Whether two records, of two documents, report one meeting."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from diplocorpus.models.days import whole_day
from diplocorpus.models.events import Meeting, MeetingKind
from diplocorpus.models.spans import Frozen
from diplocorpus.patterns.names import is_variant, name_key

_REMOTE = frozenset({MeetingKind.PHONE_CALL, MeetingKind.VIDEO_CALL})
_MANY = frozenset({MeetingKind.MULTILATERAL, MeetingKind.CONFERENCE})
_FULL = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEARLESS = re.compile(r"--\d{2}-\d{2}")
_LEAP_YEAR = 2000


class Aspect(StrEnum):
    """In what two meetings are compared."""

    PARTIES = "parties"
    PEOPLE = "people"
    KIND = "kind"
    DATE = "date"


class Sameness(Frozen):
    """Whether two records report one meeting, and why; true in `if` where they do.

    `agrees` and `differs` are what speaks for and against it; what one of the two does not tell is in neither. They are
    the same where nothing differs, and the date and the people agree.
    """

    agrees: tuple[Aspect, ...] = ()
    differs: tuple[Aspect, ...] = ()

    @property
    def same(self) -> bool:
        """Whether the two report one meeting."""
        return not self.differs and {Aspect.DATE, Aspect.PEOPLE} <= set(self.agrees)

    def __bool__(self) -> bool:
        return self.same


def same_meeting(a: Meeting, b: Meeting) -> Sameness:
    """Tell whether two records report one meeting: the same parties, people and kind, on the same day or the next.

    A day either way is allowed, for a call in the evening in Washington is one in the morning in Beijing. Names agree
    in any transliteration, but one person of each side must be named by both. A call is not a meeting in person; by
    phone or by video is the same to this question, for governments differ in what they call it. Without a date on
    either side nothing can be told.

    >>> from diplocorpus import extract_meetings, same_meeting
    >>> told = "On May 7, 2021, Chinese President Lin Tao {} Kenyan President Paul Ott."
    >>> [call], [again], [talks] = (extract_meetings(told.format(how)) for how in ("telephoned", "spoke by phone with", "received"))
    >>> bool(same_meeting(call, again)), same_meeting(call, talks).differs
    (True, (<Aspect.KIND: 'kind'>,))
    """
    verdicts = {Aspect.PARTIES: _parties(a, b), Aspect.PEOPLE: _people(a, b), Aspect.KIND: _kind(a, b), Aspect.DATE: _date(a, b)}
    return Sameness(
        agrees=tuple(aspect for aspect, verdict in verdicts.items() if verdict is True),
        differs=tuple(aspect for aspect, verdict in verdicts.items() if verdict is False),
    )


def _parties(a: Meeting, b: Meeting) -> bool | None:
    """Tell whether the parties agree.

    One account of an encounter of many may leave some out; talks of two are not talks of three. A single party leaves
    it open.
    """
    own, other = set(a.parties), set(b.parties)
    if own == other and len(own) > 1:
        return True
    if min(len(own), len(other)) < 2:
        return None if not own or not other or own & other else False
    many = (a.kind in _MANY and b.kind in _MANY) or min(len(own), len(other)) > 2
    return len(own & other) > 1 and many


def _people(a: Meeting, b: Meeting) -> bool | None:
    """Tell whether on each side that both name people of, they name one person in common.

    One side is not enough to agree: who meets one guest today meets another tomorrow.
    """
    compared = 0
    for party in set(a.parties) & set(b.parties):
        own = [p.name for p in a.participants if p.party == party and not p.delegate]
        others = [p.name for p in b.participants if p.party == party and not p.delegate]
        if not own or not others:
            continue
        if not any(_one_person(name, other) for name in own for other in others):
            return False
        compared += 1
    return True if compared > 1 else None


def _one_person(name: str, other: str) -> bool:
    """Tell whether two names of one side may be one person's; "Jake" and "Jacob" Lowe are, for they begin alike."""
    own, others = name_key(name), name_key(other)
    alike = len(own) > 1 and len(others) > 1 and own[-1] == others[-1] and own[0][:1] == others[0][:1]
    return is_variant(name, other) or alike


def _kind(a: Meeting, b: Meeting) -> bool | None:
    """Tell whether the kinds agree; what is called a meeting and names no place may have been by video."""
    if _manner(a.kind) == _manner(b.kind):
        return True
    kinds = {a.kind, b.kind}
    nowhere = all(m.kind is MeetingKind.VIDEO_CALL or not (m.place or m.venue or m.occasion) for m in (a, b))
    return None if kinds == {MeetingKind.MEETING, MeetingKind.VIDEO_CALL} and nowhere else False


def _manner(kind: MeetingKind) -> str:
    """Return what kinds have in common that two accounts of one meeting do not confuse."""
    if kind in _REMOTE:
        return "remote"
    return "in writing" if kind is MeetingKind.CORRESPONDENCE else "together"


def _date(a: Meeting, b: Meeting) -> bool | None:
    """Tell whether the days meet, give or take one; a date without year is compared by month and day."""
    spans = [_days(meeting) for meeting in (a, b)]
    if any(_YEARLESS.match(meeting.date or "") for meeting in (a, b)):
        spans = [_days(meeting, yearless=True) for meeting in (a, b)]
    (own, own_last), (other, other_last) = spans
    if own is None or other is None or own_last is None or other_last is None:
        return None
    return (own - other_last).days <= 1 and (other - own_last).days <= 1


def _days(meeting: Meeting, *, yearless: bool = False) -> tuple[date | None, date | None]:
    """Return the first and last day of a meeting, in one year of all where the year is not to count."""
    first = _day(meeting.date, yearless=yearless)
    return first, _day(meeting.until, yearless=yearless) or first


def _day(value: str | None, *, yearless: bool) -> date | None:
    if value is None or not (_FULL.fullmatch(value) or (yearless and _YEARLESS.fullmatch(value))):
        return None
    return whole_day(f"{_LEAP_YEAR}-{value[-5:]}" if yearless else value)
