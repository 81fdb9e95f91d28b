"""The measures: how records found in a document compare with its gold annotations.

Every measure is a micro average: counts are summed over documents before anything is divided. Records are paired one
to one, greedily, the closest pair first; what pairs them is a shared character of their cue, trigger or span, of
meetings their people and parties.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from enum import StrEnum
from typing import Protocol, TypeVar

import attrs

from diplocorpus.models.discourse import JOINT
from diplocorpus.models.events import MeetingStatus
from diplocorpus.models.spans import Frozen
from diplocorpus.results.annotations import GoldAttribution, GoldCommitment, GoldDocument, GoldMeeting
from diplocorpus.results.predictions import PredictedAttribution, PredictedCommitment, PredictedMeeting, Prediction

CORE_FRAMEWORKS = frozenset({"BRI", "SCO", "ONE_CHINA"})
"""The frameworks that have a measure of their own, `frameworks.core`."""

SCORED_FRAMEWORKS = CORE_FRAMEWORKS | frozenset(
    """GDI GSI GCI GGI SHARED_FUTURE CORE_INTERESTS TRUE_MULTILATERALISM COMMON_VALUES UN AGENDA_2030 CICA CHINA_CENTRAL_ASIA
    BRICS THREE_EVILS NON_INTERFERENCE PARTNERSHIP ASEAN EU EAEU G20 G7 APEC FOCAC WTO NATO""".split()
)
"""The frameworks that are scored if nothing else is said: those that annotators mark without fail."""

CONTENT_SHARE = 0.5
"""Content is right where it shares this much of its characters (intersection over union) with gold."""

ACTION_SHARE = 0.6
"""An action is found where it shares this much of its characters with gold."""

SAME_PARTIES = 1.5
"""What the same parties weigh in pairing meetings; a person that both name weighs 1."""

SAME_KIND = 0.5
"""What the same kind weighs in pairing meetings that share a person or all parties."""

GoldT = TypeVar("GoldT")
FoundT = TypeVar("FoundT")


class Stretch(Protocol):
    """Anything with offsets."""

    @property
    def start(self) -> int:
        """First character."""
        ...

    @property
    def end(self) -> int:
        """First character after it."""
        ...


class DifferenceKind(StrEnum):
    """How a prediction departs from gold."""

    MISSED = "missed"
    SPURIOUS = "spurious"
    DIFFERENT = "different"


class Difference(Frozen):
    """One departure from gold: a record missed or spurious, or a field of a paired record that differs.

    `measure` is the measure that it lowers, `start` the first character of the cue, trigger or span in question.
    """

    document: str
    measure: str
    kind: DifferenceKind
    start: int | None = None
    text: str | None = None
    gold: str | None = None
    predicted: str | None = None

    def __str__(self) -> str:
        place = "" if self.start is None else f" at {self.start}"
        words = "" if self.text is None else f" {self.text!r}"
        line = f"{self.document}: {self.kind} {self.measure}{place}{words}"
        return f"{line}: {self.predicted!r}, gold {self.gold!r}" if self.kind is DifferenceKind.DIFFERENT else line


@attrs.define
class Tally:
    """Counts of one or many documents."""

    hits: Counter[str] = attrs.field(factory=Counter)
    gold: Counter[str] = attrs.field(factory=Counter)
    predicted: Counter[str] = attrs.field(factory=Counter)
    right: Counter[str] = attrs.field(factory=Counter)
    seen: Counter[str] = attrs.field(factory=Counter)
    documents: int = 0
    differences: list[Difference] = attrs.field(factory=list)

    def count(self, measure: str, hits: int, gold: int, predicted: int) -> None:
        """Count records found, in gold, and predicted."""
        self.hits[measure] += hits
        self.gold[measure] += gold
        self.predicted[measure] += predicted

    def check(self, measure: str, is_right: bool, difference: Callable[[], Difference]) -> bool:
        """Count a field of a paired record, and note the difference where there is one."""
        self.seen[measure] += 1
        self.right[measure] += is_right
        if not is_right:
            self.differences.append(difference())
        return is_right

    def add(self, other: Tally) -> None:
        """Take in the counts of another tally."""
        for mine, theirs in (
            (self.hits, other.hits),
            (self.gold, other.gold),
            (self.predicted, other.predicted),
            (self.right, other.right),
            (self.seen, other.seen),
        ):
            mine.update(theirs)
        self.documents += other.documents
        self.differences += other.differences


def name_key(name: str | None) -> str:
    """Return a name in the form in which names are compared: without accents, case, hyphens and extra blanks."""
    letters = (letter for letter in unicodedata.normalize("NFKD", name or "") if not unicodedata.combining(letter))
    return " ".join("".join(letters).replace("-", " ").replace("’", "'").casefold().split())


def shared(one: Stretch, other: Stretch) -> int:
    """Return how many characters two stretches share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def share(gold: Iterable[Stretch], found: Iterable[Stretch]) -> float:
    """Return how much of their characters two sets of stretches share: intersection over union."""
    ours = {at for stretch in gold for at in range(stretch.start, stretch.end)}
    theirs = {at for stretch in found for at in range(stretch.start, stretch.end)}
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 0.0


def pair(gold: Sequence[GoldT], found: Sequence[FoundT], closeness: Callable[[GoldT, FoundT], float]) -> dict[int, int]:
    """Return gold positions with the positions of what they are paired with.

    The closest are paired first, ties in order of gold, then of what was found; what has nothing in common never is.
    """
    weights = ((closeness(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted((entry for entry in weights if entry[0] > 0), key=lambda entry: (-entry[0], entry[1], entry[2])):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def score_document(gold: GoldDocument, found: Prediction, frameworks: Collection[str] = SCORED_FRAMEWORKS) -> Tally:
    """Return the counts of one document; kinds of records that gold leaves out are not counted."""
    tally = Tally(documents=1)
    _score_head(gold, found, tally)
    if gold.meetings is not None:
        _score_meetings(gold, found, tally)
    if gold.attributions is not None:
        _score_attributions(gold.id, gold.attributions, found.attributions, tally)
    if gold.commitments is not None:
        _score_commitments(gold, found, frozenset(frameworks), tally)
    if gold.frameworks is not None:
        _score_frameworks(gold, found, frozenset(frameworks), tally)
    return tally


def _missed(document: str, measure: str, span: Stretch | None, text: str | None) -> Difference:
    return Difference(document=document, measure=measure, kind=DifferenceKind.MISSED, start=span.start if span else None, text=text)


def _spurious(document: str, measure: str, span: Stretch | None, text: str | None) -> Difference:
    return Difference(document=document, measure=measure, kind=DifferenceKind.SPURIOUS, start=span.start if span else None, text=text)


@attrs.frozen
class _Place:
    """Where a paired record stands, so that its fields can be compared."""

    document: str
    start: int | None
    text: str | None
    tally: Tally

    def compare(self, measure: str, is_right: bool, gold: object, predicted: object) -> bool:
        """Count one field."""

        def difference() -> Difference:
            return Difference(
                document=self.document,
                measure=measure,
                kind=DifferenceKind.DIFFERENT,
                start=self.start,
                text=self.text,
                gold=_shown(gold),
                predicted=_shown(predicted),
            )

        return self.tally.check(measure, is_right, difference)


def _shown(value: object) -> str | None:
    if value is None:
        return None
    return ", ".join(sorted(map(str, value))) if isinstance(value, (tuple, list, frozenset)) else str(value)


def _score_head(gold: GoldDocument, found: Prediction, tally: Tally) -> None:
    if gold.document is None:
        return
    place = _Place(gold.id, None, None, tally)
    annotated = gold.document.model_fields_set
    dateline = found.document.dateline
    where = found.document.place if dateline is None else dateline.place
    head, other = gold.document, found.document
    if "date" in annotated:
        place.compare("document.date", (head.date or None) == (other.date or None), head.date, other.date)
    if "place" in annotated:
        place.compare("document.place", name_key(head.place) == name_key(where), head.place, where)
    if "publisher" in annotated:
        place.compare("document.publisher", name_key(head.publisher) == name_key(other.publisher), head.publisher, other.publisher)


def _meeting_closeness(gold: GoldMeeting, found: PredictedMeeting) -> float:
    people = {name_key(person.name) for person in gold.participants} & {name_key(person.name) for person in found.participants}
    same_parties = set(gold.parties) == set(found.parties)
    if not people and not same_parties:
        return 0
    return len(people) + SAME_PARTIES * same_parties + SAME_KIND * (gold.kind == found.kind)


def _score_meetings(gold: GoldDocument, found: Prediction, tally: Tally) -> None:
    """Score the encounters reported as news; participants are counted within meetings that are paired or missed."""
    ours = [meeting for meeting in gold.meetings or () if meeting.status is not MeetingStatus.REFERENCED]
    theirs = [meeting for meeting in found.meetings if meeting.status != MeetingStatus.REFERENCED]
    pairs = pair(ours, theirs, _meeting_closeness)
    tally.count("meetings", len(pairs), len(ours), len(theirs))
    for i, meeting in enumerate(ours):
        if i in pairs:
            _compare_meeting(gold.id, meeting, theirs[pairs[i]], tally)
        else:
            tally.count("participants", 0, len(meeting.participants), 0)
            tally.differences.append(_missed(gold.id, "meetings", meeting.anchor, f"{meeting.kind} {_shown(meeting.parties)}"))
    spurious = (meeting for j, meeting in enumerate(theirs) if j not in pairs.values())
    tally.differences += [_spurious(gold.id, "meetings", None, f"{m.kind} {_shown(m.parties)}") for m in spurious]


def _compare_meeting(document: str, gold: GoldMeeting, found: PredictedMeeting, tally: Tally) -> None:
    place = _Place(document, gold.anchor.start if gold.anchor else None, gold.anchor.text if gold.anchor else None, tally)
    place.compare("meetings.kind", gold.kind == found.kind, gold.kind, found.kind)
    place.compare("meetings.date", gold.date == found.date, gold.date, found.date)
    place.compare("meetings.place", name_key(gold.place) == name_key(found.place), gold.place, found.place)
    place.compare("meetings.parties", sorted(gold.parties) == sorted(found.parties), gold.parties, found.parties)
    place.compare("meetings.level", gold.level == found.level, gold.level, found.level)
    ours = {(name_key(person.name), person.party) for person in gold.participants}
    theirs = {(name_key(person.name), person.party) for person in found.participants}
    tally.count("participants", len(ours & theirs), len(ours), len(theirs))


def _score_attributions(document: str, gold: Sequence[GoldAttribution], found: Sequence[PredictedAttribution], tally: Tally) -> None:
    """Score attributed speech; a `full` hit has the speaker and the content right, too."""
    pairs = pair(gold, found, lambda g, f: shared(g.cue, f.cue))
    full = 0
    for i, j in pairs.items():
        ours, theirs = gold[i], found[j]
        place = _Place(document, ours.cue.start, ours.cue.text, tally)
        who = name_key(ours.speaker) == name_key(theirs.speaker)
        what = share(ours.content, theirs.content) >= CONTENT_SHARE
        place.compare("attributions.speaker", who, ours.speaker, theirs.speaker)
        if ours.speaker != JOINT:
            place.compare("attributions.party", ours.party == theirs.party, ours.party, theirs.party)
        texts = [" ... ".join(span.text or f"[{span.start}:{span.end}]" for span in spans) for spans in (ours.content, theirs.content)]
        place.compare("attributions.content", what, *texts)
        full += who and what
    tally.count("attributions", len(pairs), len(gold), len(found))
    tally.count("attributions.full", full, len(gold), len(found))
    tally.differences += [_missed(document, "attributions", g.cue, g.cue.text) for i, g in enumerate(gold) if i not in pairs]
    spurious = (f for j, f in enumerate(found) if j not in pairs.values())
    tally.differences += [_spurious(document, "attributions", f.cue, f.cue.text) for f in spurious]


def _score_commitments(gold: GoldDocument, found: Prediction, frameworks: frozenset[str], tally: Tally) -> None:
    """Score commitments; an optional one, and whatever is paired with it, counts neither way."""
    ours, theirs = gold.commitments or (), found.commitments
    pairs = pair(ours, theirs, lambda g, f: shared(g.trigger, f.trigger))
    optional = {i for i, commitment in enumerate(ours) if commitment.optional}
    scored = {i: j for i, j in pairs.items() if i not in optional}
    full = sum(_compare_commitment(gold, ours[i], theirs[j], frameworks, tally) for i, j in scored.items())
    n_gold, n_found = len(ours) - len(optional), len(theirs) - (len(pairs) - len(scored))
    tally.count("commitments", len(scored), n_gold, n_found)
    tally.count("commitments.full", full, n_gold, n_found)
    for i, missed in enumerate(ours):
        if i not in pairs and i not in optional:
            tally.count("actions", 0, len(missed.actions), 0)
            tally.differences.append(_missed(gold.id, "commitments", missed.trigger, missed.trigger.text))
    for j, spurious in enumerate(theirs):
        if j not in pairs.values():
            tally.count("actions", 0, 0, len(spurious.actions))
            tally.differences.append(_spurious(gold.id, "commitments", spurious.trigger, spurious.trigger.text))


def _compare_commitment(
    document: GoldDocument, gold: GoldCommitment, found: PredictedCommitment, frameworks: frozenset[str], tally: Tally
) -> bool:
    """Count the fields and actions of a pair; tell whether speaker, committers, strength and polarity are all right."""
    place = _Place(document.id, gold.trigger.start, gold.trigger.text, tally)
    named, named_found = document.frameworks_of(gold) & frameworks, frozenset(found.frameworks) & frameworks
    bound, bound_found = sorted(gold.committers), sorted(found.committers)
    towards, towards_found = sorted(gold.counterparts), sorted(found.counterparts)
    vital = (
        place.compare("commitments.speaker", name_key(gold.speaker) == name_key(found.speaker), gold.speaker, found.speaker),
        place.compare("commitments.committers", bound == bound_found, bound, bound_found),
        place.compare("commitments.strength", gold.strength == found.strength, gold.strength, found.strength),
        place.compare("commitments.polarity", gold.polarity == found.polarity, gold.polarity, found.polarity),
    )
    place.compare("commitments.counterparts", towards == towards_found, towards, towards_found)
    place.compare("commitments.frameworks", named == named_found, named, named_found)

    def closeness(one: Stretch, other: Stretch) -> float:
        return similarity if (similarity := share([one], [other])) >= ACTION_SHARE else 0

    tally.count("actions", len(pair(gold.actions, found.actions, closeness)), len(gold.actions), len(found.actions))
    return all(vital)


def _score_frameworks(gold: GoldDocument, found: Prediction, frameworks: frozenset[str], tally: Tally) -> None:
    """Score namings; a prediction counts once for its framework and once for each broader one."""
    named = [(f.framework, f.span) for f in gold.frameworks or ()]
    named_found = [(id_, f.span) for f in found.frameworks for id_ in dict.fromkeys((f.framework, *f.broader))]
    for measure, ids in (("frameworks", frameworks), ("frameworks.core", frameworks & CORE_FRAMEWORKS)):
        ours, theirs = [g for g in named if g[0] in ids], [f for f in named_found if f[0] in ids]
        pairs = pair(ours, theirs, lambda g, f: shared(g[1], f[1]) if g[0] == f[0] else 0)
        tally.count(measure, len(pairs), len(ours), len(theirs))
        if measure == "frameworks":
            missed = (g for i, g in enumerate(ours) if i not in pairs)
            spurious = (f for j, f in enumerate(theirs) if j not in pairs.values())
            tally.differences += [_missed(gold.id, measure, span, f"{id_}: {span.text}") for id_, span in missed]
            tally.differences += [_spurious(gold.id, measure, span, f"{id_}: {span.text}") for id_, span in spurious]
