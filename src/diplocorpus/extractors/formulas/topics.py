"""Where one-China language stands, and which words govern it: "[urged] Freedonia to [abide by] the [one-China principle]".

A phrase is governed by the nearest verb of the lexicon to its left, unless a clause or a verb of another kind stands
between; or by the verb of which it is the subject ("has not changed", "is upheld by"). Around an infinitive, a
participle or a noun stand further verbs, the frames.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.formulas.findings import Topic
from diplocorpus.extractors.speech.findings import Clause
from diplocorpus.text.annotated import AnnotatedDocument, Hit, Sentence
from diplocorpus.text.tagging import FINITE, Tag

_GROUP = frozenset({Tag.ADV, Tag.NEG, Tag.BE, Tag.HAVE, Tag.MOD, Tag.DO})
_LINKING = frozenset("remain remains remained stand stands stood stay stays stayed".split())
_DENYING = frozenset({"not", "n't", "never", "no", "neither", "nor", "without", "cannot"})
_TURNING = frozenset(
    "cease ceased ceases ceasing fail failed fails failing stop stopped stops stopping waver wavered wavers wavering".split()
)
"""Words that deny, and whose own denial affirms: "ceased to support", "never wavered in its support"."""

_STATED = frozenset({"part_of_china", "sole_government", "internal_affair", "official_ties", "statehood_bodies", "status_quo", "stability"})
"""What is said in a clause of its own, so that a finite verb may stand within it."""

_RELATING = frozenset({"related", "concerned", "involved"})
_COMPANIONS = frozenset({"xinjiang", "xizang", "hong_kong", "south_china_sea", "human_rights", "bare_position"})
"""What is of interest only beside other phrases."""

_MODALS = frozenset({"should", "must", "ought", "need", "needs", "has", "have"})
_REACH_OF_DENIAL = 6
_REACH_BEHIND = 14
_REACH_BEFORE = 4


class _Reader:
    """Reads the topics of one sentence."""

    def __init__(self, document: AnnotatedDocument, sentence: Sentence, clauses: list[Clause]) -> None:
        self.document = document
        self.sentence = sentence
        self.clauses = clauses
        self.verbs = list(document.hits_in("one_china_verb", sentence.first, sentence.last))
        self.objects = list(document.hits_in("one_china_object", sentence.first, sentence.last))
        self.modifiers = list(document.hits_in("one_china_modifier", sentence.first, sentence.last))

    def topic(self, hit: Hit) -> Topic:
        """Return a phrase with all that governs it."""
        verb, clause, passive = self._behind(hit)
        if verb is None:
            verb = self._before(self._opening(hit), stated=hit.pattern.label in _STATED or hit.pattern.id == "object.said")
            clause = self._clause_of(verb) if verb else None
        frames, supposed = self._frames(verb or hit, clause)
        return Topic(hit, verb, frames, clause, passive, self._denied(verb or hit, hit), supposed, tuple(self._modifiers_of(hit, verb)))

    def _opening(self, hit: Hit) -> int:
        """Return where a phrase begins, with what only leads up to it: "[achieve] national reunification", "[the position that] it is"."""
        if hit.pattern.label in _STATED:
            held = [
                o
                for o in self.objects
                if o.last <= hit.first and o.pattern.label == "position" and self.document.lower[o.last - 1] == "that"
            ]
            return held[-1].first if held else hit.first
        if hit.pattern.label != "reunification":
            return hit.first
        index = hit.first
        while index > self.sentence.first and self.document.tags[index - 1] in (Tag.DET, Tag.POSS, Tag.APOS, Tag.ADJ, Tag.NAME):
            index -= 1
        return index - 1 if index > self.sentence.first and self.document.tags[index - 1] in (Tag.VB, Tag.VBG) else hit.first

    def _before(self, place: int, *, stated: bool) -> Hit | None:
        """Return the verb to the left that governs what begins at a place."""
        verb = next((v for v in reversed(self.verbs) if v.last <= place), None)
        if verb is None:
            return None
        said = self.document.lower[verb.last - 1 : place]
        if "that" in said and not (stated and "that" in said[:2]):
            return None
        return None if self._parted(verb.last, place, finite_too="that" not in said) else verb

    def _parted(self, first: int, last: int, *, finite_too: bool) -> bool:
        """Tell whether a clause or a verb of another kind begins between two places."""
        document = self.document
        for index in range(first, last):
            tag, before = document.tags[index], document.words[index - 1]
            if document.words[index] in (";", ":"):
                return True
            if finite_too and tag in FINITE and document.lower[index] not in _RELATING:
                return True
            if tag in (Tag.VB, Tag.VBG) and (before == "," or document.tags[index - 1] is Tag.CC):
                return True
        return False

    def _clause_of(self, verb: Hit) -> Clause | None:
        """Return the finite clause whose verb a hit is, or is the predicate of: "remains firmly committed to"."""
        document = self.document
        for clause in self.clauses:
            if verb.first <= clause.main < verb.last or clause.verb == verb.first:
                return clause
            between = range(clause.verb, verb.first)
            if between and all(document.tags[i] in _GROUP or document.lower[i] in _LINKING for i in between):
                return clause
        return None

    def _behind(self, hit: Hit) -> tuple[Hit | None, Clause | None, bool]:
        """Return the verb of which a phrase is the subject: it "has not changed", "is upheld by all", "is the basis of"."""
        document = self.document
        for verb in self.verbs:
            if verb.first < hit.last:
                continue
            label = verb.pattern.label
            clause = self._clause_of(verb)
            subject = clause is not None and clause.noun_phrase is not None and clause.noun_phrase[0] < hit.last <= clause.noun_phrase[1]
            if label == "unchanged" and verb.form is None and (subject or not self._coordinate(hit.last, verb.first)):
                return verb, clause, False
            passive = clause is not None and Tag.BE in document.tags[clause.verb : verb.first]
            if subject and ((passive and verb.form in ("past", "participle")) or (label == "recognise" and verb.form is None)):
                return verb, clause, passive
            if label != "adhere":
                break
        return None, None, False

    def _coordinate(self, first: int, last: int) -> bool:
        """Tell whether another clause or conjunct begins between two places."""
        return any(self.document.tags[i] is Tag.CC or self.document.words[i] == ";" for i in range(first, last))

    def _frames(self, inner: Hit, clause: Clause | None) -> tuple[tuple[Hit, ...], bool]:
        """Return the verbs around the one that takes a position, and whether it stands behind a condition."""
        frames: list[Hit] = []
        while True:
            frame = self._around(inner, clause)
            if frame is None:
                break
            frames.append(frame)
            inner, clause = frame, self._clause_of(frame)
        opens = clause.noun_phrase[0] if clause and clause.noun_phrase else inner.first
        supposed = any(m.pattern.label == "condition" and opens - 1 <= m.last <= inner.first for m in self.modifiers)
        lead = self.document.lower_at(opens - 1)
        denied = lead == "that" and self.document.lower_at(opens - 2).startswith(("deny", "denie"))
        return tuple(frames), supposed or denied or lead in ("if", "whether", "unless")

    def _around(self, inner: Hit, clause: Clause | None) -> Hit | None:
        """Return the verb around another: in front of an infinitive or noun, in its group (`should`), or before its subject."""
        found: Hit | None = None
        if clause is None:
            found = self._before(inner.first, stated=False)
            clause = next((c for c in reversed(self.clauses) if c.verb < inner.first and not c.relative), None) if found is None else None
        if clause is None:
            return found
        modal = next((v for v in self.verbs if clause.verb <= v.first < v.last <= inner.first), None)
        if modal is not None and self.document.lower[modal.first] in _MODALS:
            return modal
        if clause.noun_phrase is None or clause.shared:
            return None
        opens = clause.noun_phrase[0]
        opens -= self.document.lower_at(opens - 1) == "that"
        return next((v for v in self.verbs if v.last in (opens, opens + 1) and v.first < opens), None)

    def _denied(self, verb: Hit, hit: Hit) -> bool:
        """Tell whether the words before a verb deny it: "does not support", "no support for", "failed to uphold"."""
        lower = self.document.lower
        stop = max(self.sentence.first, verb.first - _REACH_OF_DENIAL)
        if verb.first > hit.first:
            stop = max(stop, hit.last)
        turned = False
        for index in range(verb.first - 1, stop - 1, -1):
            if lower[index] in _TURNING:
                turned = True
                continue
            if lower[index] in _DENYING:
                return not turned and lower[index + 1] != "only"
            if self.document.words[index] in (",", ";", '"') or (self.document.tags[index] is Tag.CC and lower[index] not in ("or", "nor")):
                return turned
            if self.document.tags[index] in (Tag.SUB, Tag.VBZ, Tag.VBD):
                return turned
        return turned

    def _modifiers_of(self, hit: Hit, verb: Hit | None) -> Iterator[Hit]:
        """Yield the modifiers that belong to a phrase and its verb, each within the reach of its kind."""
        start = min(verb.first, hit.first) if verb else hit.first
        end = max(verb.last, hit.last) if verb else hit.last
        for modifier in self.modifiers:
            match modifier.pattern.label:
                case "intensifier" | "hedge":
                    fits = start - _REACH_BEFORE <= modifier.first and modifier.last <= end + 1 and not self._other_between(modifier, start)
                case "condition":
                    fits = end <= modifier.first < end + _REACH_BEHIND
                case "whole":
                    fits = hit.pattern.label == "sole_government" and hit.first <= modifier.first < hit.last + _REACH_BEHIND
                case "peaceful":
                    fits = hit.pattern.label == "reunification" and start <= modifier.first < hit.last + _REACH_BEFORE
                case "all_efforts":
                    fits = hit.pattern.label == "reunification" and start <= modifier.first < hit.first
                case "part":
                    fits = hit.pattern.label == "part_of_china" and hit.first - 2 <= modifier.first < hit.last
                case _:
                    fits = hit.first - 2 <= modifier.first < hit.last
            if fits:
                yield modifier

    def _other_between(self, modifier: Hit, start: int) -> bool:
        """Tell whether a word of another phrase stands between a modifier and the verb that it would qualify."""
        between = self.document.tags[modifier.last : start]
        return any(tag in (Tag.PUNCT, Tag.CC, Tag.NOUN, Tag.NAME, *FINITE) and tag not in _GROUP for tag in between)


def extract_topics(document: AnnotatedDocument, findings: Findings) -> Iterator[Topic]:
    """Yield the phrases of one-China language with the words that govern them, in text order; headings and questions are left out."""
    clauses = findings.along(Clause)
    hits = chain(document.hits.get("one_china_object", ()), document.hits.get("one_china_clause", ()))
    telling = {document.sentence_number(hit.first) for hit in hits if hit.pattern.label not in _COMPANIONS}
    for number in sorted(telling):
        sentence = document.sentences[number]
        if not sentence.heading and "?" not in document.words[document.content_end(sentence) : sentence.last]:
            extent = sentence.first, sentence.last
            own = (*document.hits_in("one_china_object", *extent), *document.hits_in("one_china_clause", *extent))
            reader = _Reader(document, sentence, clauses.within(*extent))
            yield from (reader.topic(hit) for hit in sorted(own, key=lambda hit: (hit.first, -hit.last)))
