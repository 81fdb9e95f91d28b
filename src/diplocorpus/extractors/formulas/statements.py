"""What a position says: the object that it takes, or the clause that its words amount to under their verb."""

from __future__ import annotations

from collections.abc import Iterator

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.formulas.findings import Position, Statement
from diplocorpus.models.stances import ClauseKind, StanceClause, StanceObject
from diplocorpus.text.annotated import AnnotatedDocument, Hit

_CHINA = "CHN"
_TAIWAN = frozenset({"taiwan", "taiwanese", "taipei", "strait", "straits"})
_DIVIDED = frozenset({"KOR", "PRK", "CYP", "DEU"})
"""States whose own reunification may be meant."""

_PARTIES_TO_IT = frozenset({"CHN", "TWN", "USA", "JPN", "PHL"})
"""Who may be named with a status quo that is the Strait's."""

_REACH_OF_PLACE = 8
_TAKERS = frozenset({"support", "adhere", "reaffirm", "recognise", "respect", "understand", "acknowledge", "note", "unchanged"})
_ENDORSERS = frozenset({"support", "adhere", "reaffirm", "recognise"})
_HEARERS = frozenset({"respect", "understand", "acknowledge"})
_BESIDE_OBJECTS = frozenset({StanceObject.COMMUNIQUE, StanceObject.TWO_SYSTEMS, StanceObject.CORE_INTERESTS})
"""Objects that are only clauses of a stance."""


class _Reader:
    """Reads what each position of a document says."""

    def __init__(self, document: AnnotatedDocument) -> None:
        self.document = document
        self.of_taiwan = not _TAIWAN.isdisjoint(document.lower)

    def statement(self, position: Position) -> Statement | None:
        """Return what a position says; None where its words say nothing of the matter."""
        topic = position.topic
        if topic.label == "bare_position":
            unchanged = topic.taking == "unchanged" and self._taiwan_near(topic.hit)
            return Statement(position, StanceObject.POSITION) if unchanged else None
        if topic.hit.vocabulary == "one_china_object":
            return self._object(position, StanceObject(topic.label))
        found = self._clause(position)
        return Statement(position, found) if isinstance(found, StanceObject) else (Statement(position, clause=found) if found else None)

    def _object(self, position: Position, taken: StanceObject) -> Statement | None:
        topic = position.topic
        verb = topic.taking
        if taken in _BESIDE_OBJECTS:
            return Statement(position, clause=self._made(ClauseKind(taken.value), topic.hit))
        if taken is StanceObject.ONE_CHINA and not self._meant(topic.hit):
            return None
        if taken is StanceObject.STATUS:
            return Statement(position, taken) if verb in ("distance", "unchanged") or (verb in _TAKERS and topic.negated) else None
        if taken is StanceObject.RESOLUTION_2758 and verb in _ENDORSERS and not topic.negated:
            return Statement(position, clause=self._made(ClauseKind.RESOLUTION_2758, topic.hit))
        if verb == "praise" and taken is StanceObject.POSITION:
            return Statement(position, taken)
        if verb in _TAKERS or verb == "distance" or (verb == "violate" and not topic.negated and not topic.supposed):
            return Statement(position, taken, negative=topic.negated and verb in _TAKERS - {"unchanged"})
        if verb == "oppose" and taken is not StanceObject.POSITION:
            return Statement(position, taken, negative=not topic.negated)
        return Statement(position, taken) if taken is StanceObject.RESOLUTION_2758 else None

    def _meant(self, hit: Hit) -> bool:
        """Tell whether `one China` without a noun is the matter: said of the world, in quotation marks, or with Taiwan in the sentence."""
        if hit.pattern.id == "object.said":
            return True
        quoted = self.document.word_at(hit.first - 1) == '"' and self.document.words[hit.last : hit.last + 1] == ('"',)
        return quoted or self._taiwan_near(hit)

    def _taiwan_near(self, hit: Hit) -> bool:
        sentence = self.document.sentence_of(hit.first)
        return not _TAIWAN.isdisjoint(self.document.lower[sentence.first : sentence.last])

    def _made(self, kind: ClauseKind, hit: Hit, token: Hit | None = None) -> StanceClause:
        return StanceClause(
            kind=kind,
            span=self.document.span(hit.first, hit.last),
            token=self.document.span(token.first, token.last) if token else None,
        )

    def _clause(self, position: Position) -> StanceClause | StanceObject | None:
        """Return the clause that words amount to under their verb, or the object where they are only heard of."""
        topic, hit = position.topic, position.topic.hit
        verb, denied = topic.taking, topic.negated
        taken = verb is None or (verb in _TAKERS and not denied)
        refused = denied or verb == "oppose"
        match topic.label:
            case "part_of_china" if self._taiwan_near(hit):
                if verb in _HEARERS or (verb == "note" and topic.verb is not None and topic.verb.last - topic.verb.first > 1):
                    return StanceObject.POSITION  # "takes note of" hears, "noted that" says
                return self._made(ClauseKind.PART_OF_CHINA, hit, self._token(position, "part")) if taken else None
            case "sole_government" if taken:
                return self._made(ClauseKind.SOLE_GOVERNMENT, hit, self._token(position, "whole"))
            case "independence":
                return self._independence(position)
            case "reunification" if verb in _ENDORSERS and not denied and self._of_china(position):
                kind = ClauseKind.ALL_EFFORTS_FOR_REUNIFICATION if self._token(position, "all_efforts") else ClauseKind.REUNIFICATION
                return self._made(kind, hit, self._token(position, "peaceful"))
            case "internal_affair" if taken or verb == "oppose":
                return self._made(ClauseKind.INTERNAL_AFFAIR if self._taiwan_near(hit) else ClauseKind.NON_INTERFERENCE, hit)
            case "official_ties" if refused:
                return self._made(ClauseKind.NO_OFFICIAL_TIES, hit)
            case "statehood_bodies" if refused and self._taiwan_near(hit):
                return self._made(ClauseKind.NO_STATEHOOD_BODIES, hit)
            case "stability":
                return self._made(ClauseKind.STABILITY, hit)
            case "status_quo" if self._of_the_strait(hit):
                return self._made(ClauseKind.STABILITY, hit)
            case "participation" if not refused:
                return self._made(ClauseKind.TAIWAN_PARTICIPATION, hit)
            case "legitimate_measures" if verb in _ENDORSERS and not denied:
                return self._made(ClauseKind.LEGITIMATE_MEASURES, hit)
            case "xizang":
                return self._made(ClauseKind.XIZANG, hit, hit)
            case "named_as_part" | "us_laws" | "xinjiang" | "hong_kong" | "south_china_sea" | "human_rights" | "reciprocity" as label:
                return self._made(ClauseKind(label), hit)
            case "return" if position.holder == _CHINA and verb in _ENDORSERS | {"respect", "oppose"}:
                return self._made(ClauseKind.RECIPROCITY, hit)
        return None

    def _independence(self, position: Position) -> StanceClause | None:
        verb, denied = position.topic.taking, position.topic.negated
        if verb == "oppose" and not denied:
            return self._made(ClauseKind.OPPOSES_INDEPENDENCE, position.topic.hit)
        refrains = any(frame.pattern.label == "oppose" for frame in position.topic.frames)
        if verb in _TAKERS and (denied or refrains):
            return self._made(ClauseKind.NO_SUPPORT_FOR_INDEPENDENCE, position.topic.hit)
        return None

    def _token(self, position: Position, label: str) -> Hit | None:
        return next((modifier for modifier in position.topic.modifiers if modifier.pattern.label == label), None)

    def _of_china(self, position: Position) -> bool:
        """Tell whether a reunification is China's."""
        sentence = self.document.sentence_of(position.topic.hit.first)
        named = {hit.code for hit in self.document.parties_in(sentence.first, sentence.last)}
        return named.isdisjoint(_DIVIDED) and (_CHINA in named or self._taiwan_near(position.topic.hit))

    def _of_the_strait(self, hit: Hit) -> bool:
        """Tell whether a status quo is that of the Strait: the text is about Taiwan, and no other place stands right behind."""
        sentence = self.document.sentence_of(hit.first)
        if not self.of_taiwan:
            return False
        behind = range(hit.last, min(sentence.last, hit.last + _REACH_OF_PLACE))
        if any(self.document.lower[i] in ("sea", "seas") for i in behind):
            return False
        named = {found.code for found in self.document.parties_in(sentence.first, sentence.last)}
        return self._taiwan_near(hit) or named <= _PARTIES_TO_IT


def extract_statements(document: AnnotatedDocument, findings: Findings) -> Iterator[Statement]:
    """Yield what each position says, in text order; those that say nothing of the matter are left out."""
    reader = _Reader(document)
    yield from (statement for position in findings.of(Position) if (statement := reader.statement(position)))
