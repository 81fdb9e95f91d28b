"""Two accounts of one encounter: what both tell, what only one mentions, what they tell differently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from diplocorpus.models.analysis import Analysis
from diplocorpus.models.discourse import Commitment
from diplocorpus.models.events import Meeting, MeetingStatus, Participant
from diplocorpus.models.spans import Span
from diplocorpus.models.stances import Stance
from diplocorpus.patterns.names import is_variant
from diplocorpus.results.comparison import Aspect, Comparison, Difference, Item, Place
from diplocorpus.results.likeness import Likeness, aligned, telling_words
from diplocorpus.results.sameness import same_meeting
from diplocorpus.results.tellings import Comparable, Telling, tell

_SAME_TOPIC = 0.12
"""How alike two sentences are that tell of one thing: of 40 pairs that alike, in eight pairs of readouts, 30 do."""

_JOINS = 0.15
"""How alike a sentence is to one of the other account that has its pair already, so that it stands with the two."""

_SAME_ACT = 0.2
"""How alike two commitments of one party are that are to the same act."""


def compare(a: Comparable, b: Comparable) -> Comparison:
    """Return two accounts of one encounter side by side: topics, frameworks, commitments and positions.

    Sentences and commitments are aligned by their words, names left out, frameworks and positions by what they are. What
    one account does not mention it does not deny.
    """
    left, right = tell(a), tell(b)
    names = left.names | right.names
    topics = _topics(left, right, names)
    agreed, facts = _facts(left, right)
    items = (*topics, *_frameworks(left, right), *_commitments(left, right, names), *_stances(left, right))
    return Comparison(a=left.account, b=right.account, agreed=tuple(agreed), facts=tuple(facts), items=items)


def _topics(left: Telling, right: Telling, names: set[str]) -> list[Item]:
    """Return the sentences that tell of one thing together, the others by themselves."""
    spans = [*left.sentences, *right.sentences]
    likeness = Likeness([span.text for span in spans], besides=names, marks=[*left.marks, *right.marks])
    ones = [place for place in range(len(left.sentences)) if likeness.says_something(place)]
    others = [place for place in range(len(left.sentences), len(spans)) if likeness.says_something(place)]
    pairs = aligned(ones, others, likeness, _SAME_TOPIC)
    groups = {one: ([one], [other]) for one, other in pairs}
    partners = {other: one for one, other in pairs}
    for one in ones:
        if one not in groups and (near := _nearest(one, others, likeness)) is not None and near in partners:
            groups[partners[near]][0].append(one)
    joined = {one for group, _ in groups.values() for one in group}
    for other in others:
        if other not in partners and (near := _nearest(other, ones, likeness)) is not None and near in groups:
            groups[near][1].append(other)
            partners[other] = near
    items = []
    for one in ones:
        if one in groups:
            items.append(
                _topic(
                    [spans[place] for place in sorted(groups[one][0])],
                    [spans[place] for place in sorted(groups[one][1])],
                    left,
                    right,
                    names,
                )
            )
        elif one not in joined:
            items.append(_topic([spans[one]], [], left, right, names))
    items += [_topic([], [spans[other]], left, right, names) for other in others if other not in partners]
    return items


def _nearest(place: int, candidates: Sequence[int], likeness: Likeness) -> int | None:
    """Return the candidate that a place is most alike, where it is alike enough to join others that are."""
    found = max(candidates, key=lambda other: likeness.between(place, other), default=None)
    return found if found is not None and likeness.between(place, found) >= _JOINS else None


def _topic(a: list[Span], b: list[Span], left: Telling, right: Telling, names: set[str]) -> Item:
    told = [left.sentence(span) for span in a]
    retold = [right.sentence(span) for span in b]
    shared = telling_words([" ".join(span.text for span in spans) for spans in (a, b) if spans], besides=names)
    differences = []
    voices, others = ({place.party or place.speaker for place in places if place.speaker} for places in (told, retold))
    if voices and others and not voices & others:
        differences.append(Difference(what="said by", a=_listed(voices), b=_listed(others)))
    return Item(aspect=Aspect.TOPIC, label=" ".join(shared[:5]) or "topic", a=tuple(told), b=tuple(retold), differences=tuple(differences))


def _listed(values: Iterable[str | None]) -> str | None:
    return ", ".join(sorted(" ".join(value.split()) for value in values if value)) or None


def _facts(left: Telling, right: Telling) -> tuple[list[str], list[Difference]]:
    """Return what both say of the encounter, and in what they differ."""
    one, other = _same_meeting(left.analysis, right.analysis)
    told, retold = _of_meeting(one), _of_meeting(other)
    agreed = [f"{what}: {value}" for what, value in told.items() if value is not None and value == retold.get(what)]
    facts = [*_unlike(told, retold)]
    ones, others = (meeting.participants if meeting is not None else () for meeting in (one, other))
    both = [person.name for person in ones if _named(person, others)]
    rest, others_rest = (
        [person.name for person in people if not _named(person, rest)] for people, rest in ((ones, others), (others, ones))
    )
    agreed += [f"participants: {', '.join(both)}"] if both else []
    facts += [Difference(what="participants", a=", ".join(rest) or None, b=", ".join(others_rest) or None)] if rest or others_rest else []
    return agreed, [*facts, *_unlike(_voices(left), _voices(right))]


def _named(person: Participant, people: Iterable[Participant]) -> bool:
    return any(is_variant(person.name, other.name) for other in people)


def _same_meeting(a: Analysis, b: Analysis) -> tuple[Meeting | None, Meeting | None]:
    """Return the meeting of each account that is most like one of the other."""
    ones, others = ([m for m in (*x.meetings, *x.announced) if m.status is not MeetingStatus.REFERENCED] for x in (a, b))
    if not ones or not others:
        return next(iter(ones), None), next(iter(others), None)
    return max(((one, other) for one in ones for other in others), key=lambda pair: _agreement(*pair))


def _agreement(one: Meeting, other: Meeting) -> int:
    found = same_meeting(one, other)
    return len(found.agrees) - len(found.differs)


def _of_meeting(meeting: Meeting | None) -> dict[str, str | None]:
    if meeting is None:
        return {}
    return {
        "kind": str(meeting.kind),
        "date": meeting.date,
        "place": meeting.place,
        "level": str(meeting.level) if meeting.level else None,
        "parties": ", ".join(meeting.parties) or None,
    }


def _voices(side: Telling) -> dict[str, str | None]:
    """Return how often each party is reported to speak."""
    counts = Counter(attribution.party or attribution.speaker for attribution in side.analysis.attributions)
    return {f"statements of {party}": str(number) for party, number in sorted(counts.items(), key=str) if party}


def _frameworks(left: Telling, right: Telling) -> Iterator[Item]:
    names = {reference.framework: reference.name for side in (left, right) for reference in side.analysis.frameworks}
    for framework, name in names.items():
        a, b = (
            tuple(
                Place(record_id=reference.id, span=reference.span, speaker=reference.speaker)
                for reference in side.analysis.frameworks
                if reference.framework == framework
            )
            for side in (left, right)
        )
        wordings, others = ({" ".join(place.span.text.casefold().split()): place.span.text for place in places} for places in (a, b))
        worded = Difference(what="worded", a=_listed(wordings.values()), b=_listed(others.values()))
        differences = (worded,) if a and b and wordings.keys() != others.keys() else ()
        yield Item(aspect=Aspect.FRAMEWORK, label=name, a=a, b=b, differences=differences)


def _commitments(left: Telling, right: Telling, names: set[str]) -> Iterator[Item]:
    """Pair the commitments of a party to one act; one without a pair stands with a sentence of the other account, if any.

    Such a sentence tells of the act without binding anybody.
    """
    ones, others = left.commitments, right.commitments
    bound = (*ones, *others)
    sentences = (*left.sentences, *right.sentences)
    texts = [" ".join(action.text for action in commitment.actions) for commitment in bound] + [sentence.text for sentence in sentences]
    likeness = Likeness(texts, besides=names, marks=[*(commitment.frameworks for commitment in bound), *left.marks, *right.marks])
    of_left = range(len(bound), len(bound) + len(left.sentences))
    of_right = range(of_left.stop, len(texts))

    def fits(one: int, other: int) -> bool:
        return bool({*bound[one].committers} & {*bound[other].committers}) or bound[one].committers == bound[other].committers

    def retold(place: int, candidates: range) -> tuple[Place, ...]:
        found = _nearest(place, candidates, likeness)
        if found is None:
            return ()
        sentence = sentences[found - len(bound)]
        return ((left if found in of_left else right).sentence(sentence),)

    pairs = dict(aligned(range(len(ones)), range(len(ones), len(bound)), likeness, _SAME_ACT, fits))
    for place, commitment in enumerate(bound):
        label = ", ".join(commitment.committers) or "nobody"
        strength = str(commitment.strength)
        a: tuple[Place, ...]
        b: tuple[Place, ...]
        differences: tuple[Difference, ...]
        if place in pairs:
            other = bound[pairs[place]]
            a, b = (
                (left.record(commitment),),
                (right.record(other),),
            )
            differences = tuple(_unlike(_terms(commitment), _terms(other)))
        elif place < len(ones):
            a, b = (left.record(commitment),), retold(place, of_right)
            differences = (Difference(what="strength", a=strength, b=None),) if b else ()
        elif place not in pairs.values():
            a, b = retold(place, of_left), (right.record(commitment),)
            differences = (Difference(what="strength", a=None, b=strength),) if a else ()
        else:
            continue
        yield Item(aspect=Aspect.COMMITMENT, label=label, a=a, b=b, differences=differences)


def _terms(commitment: Commitment) -> dict[str, str | None]:
    """Return what two commitments to one act may differ in."""
    return {
        "strength": f"not {commitment.strength}" if commitment.polarity == "negative" else str(commitment.strength),
        "bound": _listed(commitment.committers),
        "towards": _listed(commitment.counterparts),
        "conditional": str(commitment.conditional).lower(),
        "specific": str(commitment.specific).lower(),
    }


def _stances(left: Telling, right: Telling) -> Iterator[Item]:
    held = {(stance.matter, stance.holder) for side in (left, right) for stance in side.analysis.stances}
    for matter, holder in sorted(held, key=str):
        ones, others = ([s for s in side.analysis.stances if (s.matter, s.holder) == (matter, holder)] for side in (left, right))
        a, b = tuple(map(left.record, ones)), tuple(map(right.record, others))
        differences = tuple(_unlike(_position(ones[0]), _position(others[0]))) if ones and others else ()
        yield Item(aspect=Aspect.STANCE, label=f"{holder or 'nobody'} on {matter}", a=a, b=b, differences=differences)


def _position(stance: Stance) -> dict[str, str | None]:
    """Return what two positions on one matter may differ in: a principle is not a policy."""
    return {
        "object": str(stance.object) if stance.object else None,
        "verb": str(stance.verb) if stance.verb else None,
        "level": None if stance.level is None else str(stance.level),
        "clauses": _listed(map(str, stance.flags)),
        "committed": str(stance.commits).lower(),
    }


def _unlike(one: Mapping[str, str | None], other: Mapping[str, str | None]) -> Iterator[Difference]:
    for what in dict.fromkeys((*one, *other)):
        if one.get(what) != other.get(what):
            yield Difference(what=what, a=one.get(what), b=other.get(what))
