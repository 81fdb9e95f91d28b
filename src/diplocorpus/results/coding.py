"""Which event a record is: the table of PLOVER and CAMEO codes, and who acts upon whom."""

from __future__ import annotations

import re
import tomllib
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Literal

import attrs

from diplocorpus.models.discourse import Attribution, Commitment, Polarity, Strength
from diplocorpus.models.documents import Document
from diplocorpus.models.events import Meeting, MeetingKind, MeetingStatus
from diplocorpus.models.spans import Frozen
from diplocorpus.models.stances import Matter, Stance
from diplocorpus.patterns.parties import parties
from diplocorpus.results.opposition import opposed_parties

PloverType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "DEMAND",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip

_QUADS: dict[str, int] = {"AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "ACCUSE": 3}
"""Verbal cooperation 1, verbal conflict 3; what readouts report is never material."""


class NoEvent(StrEnum):
    """Why a record is no PLOVER event.

    `exhortation` and `hope` say what should or may be, `restraint` promises not to act, `symbolic` acts are not coded,
    a position is `not_taken` where it is only urged or expected, `not_sided` where it sides with nobody, `same_words`
    are those of a stance that is coded already, and `nobody` is bound or speaks.
    """

    EXHORTATION = "exhortation"
    HOPE = "hope"
    RESTRAINT = "restraint"
    SYMBOLIC = "symbolic"
    NOT_TAKEN = "not_taken"
    NOT_SIDED = "not_sided"
    SAME_WORDS = "same_words"
    NOBODY = "nobody"


class _Codes(Frozen):
    """The codes of an entry."""

    plover: PloverType | None = None
    mode: str | None = None
    cameo: str | None = None
    reverse: str | None = None
    no_event: NoEvent | None = None
    note: str | None = None


class _OfMeeting(_Codes):
    kinds: tuple[MeetingKind, ...]
    ground: Literal["host", "third"] | None = None


class _OfCommitment(_Codes):
    strengths: tuple[Strength, ...]
    polarity: Polarity = Polarity.POSITIVE
    rules: tuple[str, ...] = ()
    appeal: bool = False
    topics: bool = False


class _OfStance(_Codes):
    matter: Matter
    least_level: int | None = None
    least_rank: int | None = None
    recipient: str


class Topic(Frozen):
    """What a commitment is about, by its words, with texts that show it."""

    context: str
    cameo: str | None = None
    words: tuple[str, ...]
    blocked: tuple[str, ...] = ()
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...] = ()

    def found_in(self, text: str) -> bool:
        """Tell whether a text is about it."""
        folded = f" {' '.join(_WORD.findall(text.lower()))} "
        for phrase in self.blocked:
            folded = folded.replace(f" {phrase} ", " ")
        return any(f" {phrase} " in folded for phrase in self.words)


class CodeTable(Frozen):
    """The table of codes."""

    schema_version: Literal[1]
    version: str
    meeting: tuple[_OfMeeting, ...]
    announced: _Codes
    commitment: tuple[_OfCommitment, ...]
    stance: tuple[_OfStance, ...]
    topic: tuple[Topic, ...]


_WORD = re.compile(r"\w+(?:-\w+)*")


@cache
def code_table() -> CodeTable:
    """Return the table of the package."""
    table = tomllib.loads(files("diplocorpus.results").joinpath("event_codes.toml").read_text(encoding="utf-8"))
    return CodeTable.model_validate({"schema_version": table.pop("schema"), **table})


@attrs.frozen
class Coding:
    """What a record is coded as, and who acts upon whom; codes are strings, since theirs begin with 0."""

    plover: PloverType | None
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    reverse: str | None
    sources: tuple[str, ...]
    recipients: tuple[str, ...]
    no_event: NoEvent | None

    @property
    def quad(self) -> int | None:
        """The quad category of the event."""
        return _QUADS[self.plover] if self.plover else None


def _coding(
    codes: _Codes, sources: tuple[str, ...], recipients: tuple[str, ...], contexts: tuple[str, ...], cameo: str | None = None
) -> Coding:
    if not sources:
        return no_event(NoEvent.NOBODY)
    cameo = cameo or codes.cameo
    return Coding(codes.plover, codes.mode, tuple(dict.fromkeys(contexts)), cameo, codes.reverse, sources, recipients, codes.no_event)


def no_event(why: NoEvent) -> Coding:
    """Return the coding of a record that is no event in either scheme."""
    return Coding(None, None, (), None, None, (), (), why)


def code_meeting(meeting: Meeting) -> Coding:
    """Return what a meeting is coded as; a visitor is the source where it is known on whose ground they met."""
    host = _host(meeting)
    ground = None if host is None else "host" if host in meeting.parties and len(meeting.parties) > 1 else "third"
    codes = next(entry for entry in code_table().meeting if meeting.kind in entry.kinds and entry.ground in (None, ground))
    contexts: tuple[str, ...] = ("diplomatic",)
    visited = codes.mode == "visit" and host is not None
    sources = tuple(party for party in meeting.parties if party != host) if visited else meeting.parties
    recipients = (host,) if visited and host is not None else ()
    if meeting.status is MeetingStatus.REFERENCED:
        contexts = (*contexts, "historical")
    if meeting.status is MeetingStatus.ANNOUNCED:
        found = _coding(codes, sources, recipients, (*contexts, "future"), code_table().announced.cameo)
        return attrs.evolve(found, reverse=None)
    return _coding(codes, sources, recipients, contexts)


@cache
def _grounds() -> dict[str, str]:
    """Return parties by the names of states and of their capitals."""
    return {
        name.text.casefold(): entry.code
        for entry in parties().values()
        if entry.kind in ("state", "territory")
        for name in entry.wordings
        if name.kind in ("name", "seat") and not name.shared
    }


def _host(meeting: Meeting) -> str | None:
    return _grounds().get((meeting.place or "").casefold())


def code_commitment(commitment: Commitment, document: Document, attribution: Attribution | None) -> Coding:
    """Return what a commitment is coded as.

    Those who are bound act towards their counterparts. An appeal is the speaker's, to those who are to be bound;
    opposition is to whoever is opposed.
    """
    speaking = attribution.party if attribution is not None else None
    others = tuple(party for party in commitment.committers if party != speaking)
    for codes in code_table().commitment:
        fits = commitment.strength in codes.strengths and commitment.polarity is codes.polarity
        if fits and (not codes.rules or set(codes.rules) & set(commitment.rules)) and not (codes.appeal and codes.cameo and not others):
            break
    else:
        codes = _OfCommitment(strengths=(commitment.strength,), no_event=NoEvent.EXHORTATION)
    said = [document.text[max(action.start, commitment.trigger.end) : action.end] for action in commitment.actions]
    topics = [topic for topic in code_table().topic if any(topic.found_in(words) for words in said)]
    contexts = tuple(topic.context for topic in topics) + (("hypothetical",) if commitment.conditional else ())
    if codes.appeal:
        return _coding(codes, (speaking,) if speaking else (), others, contexts)
    if codes.plover == "ACCUSE":
        recipients = tuple(dict.fromkeys(party for words in said for party in opposed_parties(words)))
    else:
        recipients = commitment.counterparts
    recipients = tuple(party for party in recipients if party not in commitment.committers)
    cameo = next((topic.cameo for topic in topics if topic.cameo), None) if codes.topics else None
    return _coding(codes, commitment.committers, recipients, contexts, cameo)


def code_stance(stance: Stance) -> Coding:
    """Return what a stance is coded as: support of the party whose matter it is, where it goes that far."""
    if not stance.commits:
        return no_event(NoEvent.NOT_TAKEN)
    for codes in code_table().stance:
        far = codes.least_level is None or (stance.level or 0) >= codes.least_level
        strong = codes.least_rank is None or (stance.rank or 0) >= codes.least_rank
        if stance.matter is codes.matter and far and strong and stance.polarity is Polarity.POSITIVE and stance.holder != codes.recipient:
            holder = (stance.holder,) if stance.holder else ()
            return _coding(codes, holder, (codes.recipient,), ("diplomatic", "historical") if stance.historical else ("diplomatic",))
    return no_event(NoEvent.NOT_SIDED)
