"""The ladder of one-China language: a level from what was said, never from the label alone.

An ordinal scale of this project, from counter-signals (-1) to support for all efforts towards reunification (7). It is
computed from object, verb and companion clauses, because labels mislead: "policy" has stood over the whole of
Beijing's claim, and "principle" over a bare courtesy.
"""

from __future__ import annotations

from diplocorpus.models.discourse import Polarity
from diplocorpus.models.stances import ClauseKind, Matter, Stance, StanceObject, StanceVerb

LEVELS: dict[int, str] = {
    7: "sovereignty and all efforts for reunification",
    6: "sovereignty and reunification or anti-independence",
    5: "principle and a sovereignty clause",
    4: "bare principle, strong verb",
    3: "principle with a weak verb, or a clause of Beijing's without the principle",
    2: "own policy affirmed",
    1: "position noted, stability framing",
    0: "distance, condition or dispute",
    -1: "counter-signal only",
}
"""What each level stands for."""

ENDORSING = 4
"""The least rank of a verb that endorses: recognises, adheres to, supports."""

_PRINCIPLES = frozenset({StanceObject.PRINCIPLE, StanceObject.CONSENSUS})
_POLICIES = frozenset({StanceObject.POLICY, StanceObject.ONE_CHINA})
_RECEIVING = frozenset({StanceVerb.ACKNOWLEDGE, StanceVerb.NOTE, StanceVerb.UNCHANGED})
"""Verbs that take a position in, without taking it over."""

_COUNTER_SIGNALS = frozenset({ClauseKind.STABILITY, ClauseKind.TAIWAN_PARTICIPATION})
_REUNIFICATION = frozenset({ClauseKind.REUNIFICATION, ClauseKind.ALL_EFFORTS_FOR_REUNIFICATION})
_AGAINST_SECESSION = frozenset({ClauseKind.OPPOSES_INDEPENDENCE, ClauseKind.LEGITIMATE_MEASURES}) | _REUNIFICATION
_OF_BEIJING = frozenset({ClauseKind.PART_OF_CHINA, ClauseKind.OPPOSES_INDEPENDENCE, ClauseKind.INTERNAL_AFFAIR}) | _REUNIFICATION
_OF_RECOGNITION = frozenset({ClauseKind.SOLE_GOVERNMENT, ClauseKind.NO_OFFICIAL_TIES, ClauseKind.NO_STATEHOOD_BODIES})


def one_china_level(stance: Stance) -> int | None:
    """Return the level of a stance, from -1 to 7; None where its words have none.

    Whether the holder is bound, who says so and when does not enter: the level is of the words. `LEVELS` says what each
    stands for.
    """
    if stance.matter is not Matter.ONE_CHINA or stance.verb is StanceVerb.VIOLATE or stance.object is StanceObject.CONSENSUS_1992:
        return None
    if stance.condition is not None or stance.verb is StanceVerb.DISTANCE or stance.polarity is Polarity.NEGATIVE:
        return 0
    flags = frozenset(stance.flags)
    principle = stance.object in _PRINCIPLES and stance.verb not in _RECEIVING
    if (principle or ClauseKind.PART_OF_CHINA in flags) and flags & _AGAINST_SECESSION:
        return 7 if _by_all_efforts(stance) else 6
    if ClauseKind.RESOLUTION_2758 in flags or (ClauseKind.PART_OF_CHINA in flags and (principle or _whole_policy(stance))):
        return 5
    found = [level for level in (_of_the_object(stance, flags), _of_the_clauses(flags)) if level is not None]
    return max(found) if found else (-1 if flags & _COUNTER_SIGNALS else None)


def _by_all_efforts(stance: Stance) -> bool:
    """Tell whether all efforts for reunification are supported, with no word of peace in any such clause."""
    unification = [clause for clause in stance.clauses if clause.kind in _REUNIFICATION]
    return ClauseKind.ALL_EFFORTS_FOR_REUNIFICATION in stance.flags and all(clause.token is None for clause in unification)


def _whole_policy(stance: Stance) -> bool:
    """Tell whether a policy stands over recognition of Beijing as the government of the whole of China."""
    whole = any(clause.kind is ClauseKind.SOLE_GOVERNMENT and clause.token is not None for clause in stance.clauses)
    return stance.object in _POLICIES and whole


def _of_the_object(stance: Stance, flags: frozenset[ClauseKind]) -> int | None:
    """Return the level that object and verb reach without any clause."""
    rank = (stance.rank or 0) - (stance.hedge is not None)
    receives = stance.verb in _RECEIVING or stance.verb is None
    if stance.object in _PRINCIPLES:
        return 1 if receives else (4 if rank >= ENDORSING else 3)
    if stance.object in _POLICIES:
        return 1 if receives or stance.respective or flags & _COUNTER_SIGNALS else 2
    if stance.object is StanceObject.POSITION:
        return 1 if receives else (3 if rank >= ENDORSING else 2)
    return 1 if stance.object is StanceObject.US_FORMULA else None


def _of_the_clauses(flags: frozenset[ClauseKind]) -> int | None:
    """Return the level that clauses reach without an object."""
    if flags & _OF_BEIJING:
        return 3
    if flags & _OF_RECOGNITION:
        return 2
    return 1 if ClauseKind.NO_SUPPORT_FOR_INDEPENDENCE in flags else None
