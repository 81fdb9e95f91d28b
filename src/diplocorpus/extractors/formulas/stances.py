"""Positions put together to stances: one a holder, speaker and meeting, with all its clauses and its level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.formulas.findings import Statement
from diplocorpus.models.discourse import NARRATOR, Polarity
from diplocorpus.models.ladder import one_china_level
from diplocorpus.models.spans import Span
from diplocorpus.models.stances import ClauseKind, Matter, Stance, StanceObject, StanceVerb
from diplocorpus.text.annotated import AnnotatedDocument, Hit

_CHINA = "CHN"
_PRIMARY = (
    StanceObject.PRINCIPLE, StanceObject.CONSENSUS, StanceObject.POLICY, StanceObject.ONE_CHINA, StanceObject.POSITION, StanceObject.STATUS,
    StanceObject.CONSENSUS_1992, StanceObject.RESOLUTION_2758,
)  # fmt: skip
"""Objects that a stance can be about, the weightiest first; others only stand beside them."""

_COMPANIONS = frozenset(
    {
        ClauseKind.XINJIANG, ClauseKind.XIZANG, ClauseKind.HONG_KONG, ClauseKind.SOUTH_CHINA_SEA, ClauseKind.HUMAN_RIGHTS,
        ClauseKind.NAMED_AS_PART, ClauseKind.COMMUNIQUE, ClauseKind.TWO_SYSTEMS, ClauseKind.US_LAWS,
    }
)  # fmt: skip
"""What is noted only beside a position in the same sentence, whoever's it is by its grammar."""

_CORE = frozenset({ClauseKind.CORE_INTERESTS, ClauseKind.LEGITIMATE_MEASURES, ClauseKind.NON_INTERFERENCE})
_SIGNALS = frozenset({ClauseKind.STABILITY, ClauseKind.TAIWAN_PARTICIPATION})


def _anchors(statement: Statement) -> bool:
    """Tell whether a statement makes a stance on one China."""
    return statement.object is not None or statement.kind not in _COMPANIONS | _CORE | {ClauseKind.RECIPROCITY}


def _endorses(statement: Statement) -> bool:
    """Tell whether a statement is no counter-signal, so that regions and documents can stand beside it."""
    return statement.kind not in _SIGNALS | {ClauseKind.RECIPROCITY}


@attrs.frozen
class _Key:
    """What holds a stance together."""

    meeting: str | None
    holder: str | None
    speaker: str
    inner: str | None
    commits: bool
    asserted: bool
    historical: bool
    negative: bool
    violates: bool


def _keyed(statements: Iterable[Statement]) -> dict[_Key, list[Statement]]:
    """Return the statements by what holds them together."""
    found: dict[_Key, list[Statement]] = {}
    for statement in statements:
        position = statement.position
        signals = statement.kind in _SIGNALS
        key = _Key(
            position.segment.meeting_id if position.segment else None,
            position.holder,
            position.speaker,
            position.inner_speaker,
            position.commits or signals,
            position.holder is not None and position.party not in (None, position.holder),
            position.historical,
            statement.negative,
            position.topic.taking == "violate" and not signals,
        )
        found.setdefault(key, []).append(statement)
    for key in [key for key in found if key.speaker == NARRATOR]:
        told = [other for other in found if other != key and attrs.evolve(other, speaker=NARRATOR) == key]
        if len(told) == 1:
            found[told[0]] += found.pop(key)
    return found


def _with_companions(statements: list[Statement], companions: list[Statement], document: AnnotatedDocument) -> list[Statement]:
    """Return some statements with what stands beside one of them in its sentence."""
    numbers = {document.sentence_number(statement.position.topic.hit.first) for statement in statements if _endorses(statement)}
    holder, speaker = statements[0].position.holder, statements[0].position.speaker
    return [
        *statements,
        *(
            statement
            for statement in companions
            if document.sentence_number(statement.position.topic.hit.first) in numbers
            and statement.position.holder in (None, holder)
            and statement.position.speaker == speaker
        ),
    ]


def _matter(key: _Key, statements: list[Statement]) -> Matter | None:
    """Return what some statements are about; None where they make no stance."""
    anchors = [statement for statement in statements if _anchors(statement)]
    if all(statement.object is StanceObject.RESOLUTION_2758 for statement in anchors) and anchors:
        return Matter.CITES_2758
    if anchors:
        only_signals = all(statement.kind in _SIGNALS for statement in anchors)
        return None if key.holder in (None, _CHINA) and only_signals else Matter.ONE_CHINA
    core = any(statement.kind in _CORE for statement in statements)
    with_china = any(statement.position.segment is not None and _CHINA in statement.position.segment.parties for statement in statements)
    return Matter.CORE_ONLY if core and with_china and key.holder not in (None, _CHINA) else None


class _Maker:
    """Builds the stances of one document."""

    def __init__(self, document: AnnotatedDocument) -> None:
        self.document = document

    def stance(self, key: _Key, matter: Matter, statements: list[Statement]) -> Stance:
        """Return the stance of some statements, as yet without an id or a level."""
        main = self._main(statements)
        topic = main.position.topic
        shown = [statement for statement in statements if statement is main or statement.object is None or statement.object not in _PRIMARY]
        clauses = tuple(statement.clause for statement in shown if statement.clause is not None)
        taken = main.object
        if taken in (StanceObject.POLICY, StanceObject.ONE_CHINA) and any(clause.kind is ClauseKind.US_LAWS for clause in clauses):
            taken = StanceObject.US_FORMULA
        verb = StanceVerb(topic.taking) if topic.taking and (taken or matter is not Matter.ONE_CHINA) else None
        publisher = self.document.document.publisher_party
        return Stance(
            id="s0",
            meeting_id=key.meeting or None,
            attribution_id=main.position.attribution_id,
            matter=matter,
            holder=key.holder,
            speaker=key.speaker,
            inner_speaker=key.inner,
            object=taken,
            verb=verb,
            rank=topic.verb.pattern.rank if topic.verb and verb else None,
            polarity=Polarity.NEGATIVE if key.negative else Polarity.POSITIVE,
            trigger=self._trigger(main) if verb else None,
            intensifiers=tuple(self._modifiers(main, "intensifier")),
            hedge=next(self._modifiers(main, "hedge"), None),
            condition=next(self._modifiers(main, "condition"), None),
            respective=any(True for _ in self._modifiers(main, "respective")),
            clauses=clauses,
            commits=key.commits,
            asserted_by_other=key.asserted,
            historical=key.historical,
            reported_by=self.document.document.publisher,
            own=None if publisher is None else publisher == key.holder,
            evidence=self._evidence(shown),
            rules=tuple(dict.fromkeys(hit.pattern.id for f in shown for hit in self._hits(f))),
        )

    def _evidence(self, statements: list[Statement]) -> tuple[Span, ...]:
        """Return the words of some statements in text order, none within another's."""
        ranges = {(statement.position.first, statement.position.last) for statement in statements}
        widest = [r for r in ranges if not any(o != r and o[0] <= r[0] and r[1] <= o[1] for o in ranges)]
        return tuple(self.document.span(first, last) for first, last in sorted(widest))

    def _main(self, statements: list[Statement]) -> Statement:
        """Return the statement with the weightiest object, taken by the strongest verb; else the first."""
        taken = [statement for statement in statements if statement.object in _PRIMARY]
        return min(taken, key=lambda f: (_PRIMARY.index(f.object), -self._rank(f)), default=statements[0])

    def _rank(self, statement: Statement) -> int:
        verb = statement.position.topic.verb
        return (verb.pattern.rank if verb else None) or 0

    def _hits(self, statement: Statement) -> Iterator[Hit]:
        topic = statement.position.topic
        yield from (topic.hit, *((topic.verb,) if topic.verb else ()), *topic.frames, *topic.modifiers)

    def _modifiers(self, statement: Statement, label: str) -> Iterator[Span]:
        for modifier in statement.position.topic.modifiers:
            if modifier.pattern.label == label:
                yield self.document.span(modifier.first, modifier.last)

    def _trigger(self, statement: Statement) -> Span:
        verb = statement.position.topic.verb
        assert verb is not None
        first = (
            statement.position.first
            if statement.position.first < verb.first and verb.first < statement.position.topic.hit.first
            else verb.first
        )
        return self.document.span(first, verb.last)


def _returned(stances: list[Stance], statements: Iterable[Statement]) -> Iterator[Stance]:
    """Yield the stances with what China supports in return, at the same meeting."""
    favours = [statement for statement in statements if statement.position.topic.label == "return"]
    for stance in stances:
        given = tuple(
            statement.clause
            for statement in favours
            if statement.clause is not None
            and statement.position.segment is not None
            and statement.position.segment.meeting_id == stance.meeting_id
        )
        yield stance.model_copy(update={"clauses": (*stance.clauses, *given)}) if given and stance.holder != _CHINA else stance


def extract_stances(document: AnnotatedDocument, findings: Findings) -> Iterator[Stance]:
    """Yield the stances of a document, in text order of their first words."""
    statements = findings.of(Statement)
    maker = _Maker(document)
    companions = [statement for statement in statements if statement.kind in _COMPANIONS]
    groups = _keyed(statement for statement in statements if statement.kind not in _COMPANIONS)
    found = [
        maker.stance(key, matter, _with_companions(group, companions, document))
        for key, group in groups.items()
        if (matter := _matter(key, group))
    ]
    on_the_matter = {stance.holder for stance in found if stance.matter is Matter.ONE_CHINA and stance.commits}
    kept = [stance for stance in found if stance.matter is not Matter.CORE_ONLY or stance.holder not in on_the_matter]
    ordered = sorted(_returned(kept, statements), key=lambda s: (s.evidence[0].start, s.holder or ""))
    for number, stance in enumerate(ordered, 1):
        yield stance.model_copy(update={"id": f"s{number}", "level": one_china_level(stance)})
