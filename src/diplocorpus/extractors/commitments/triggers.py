"""Where a party is bound: the words that carry the strength, and the clause or utterance that they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diplocorpus.extractors.commitments.findings import NounTrigger, Trigger
from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.people.findings import Mention, MentionKind
from diplocorpus.extractors.speech.findings import Clause, Utterance
from diplocorpus.models.discourse import Strength
from diplocorpus.text.annotated import AnnotatedDocument, Hit, Sentence
from diplocorpus.text.moods import is_asked, is_needless, is_told
from diplocorpus.text.tagging import FINITE, Tag

_LINKING = frozenset("is are was were be been remain remains remained stand stands stood become".split())
_LEADS = frozenset({Tag.ADV, Tag.NEG, Tag.BE, Tag.HAVE, Tag.MOD, Tag.DO})
_STATES_A_POSITION = frozenset({"affirmed.uphold", "affirmed.oppose"})
_WANT_A_LINK = frozenset({"ready.ready", "affirmed.committed", "affirmed.opposed", "hoped.keen"})
"""Adjectives that bind only behind a verb: `is ready to`."""

_FINITE_BEING = frozenset({"is", "are", "was", "were", "has", "had"})
_BEING = frozenset({"is", "are", "was", "were", "be", "been"})
_BELIEFS = frozenset(
    """
    believe believes believed believing hope hopes hoped hoping expect expects expected trust trusts confident convinced
    agree agrees agreed
    """.split()
)
_INDIRECT_QUESTIONS = frozenset({"how", "whether", "what", "where", "why"})
_HELP = frozenset({"support", "assistance", "cooperation", "help", "backing"})
_HELP_REACH = 8
"""Tokens within which the help is named that is sought or assured."""

_SUBJECT_OF_DOCUMENTS = frozenset({"on", "concerning", "regarding", "establishing"})

_SUPPOSES = frozenset({"if", "unless", "whether", "event"})
_NEGATIONS = frozenset({"not", "never", "n't", "no", "neither"})


_OTHER_TIME = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Ll]ast|[Ee]arlier|[Pp]reviously)\b (?:the )?"
    r"(?:spring|summer|autumn|winter|year|month|week|(?:19|20)\d\d|[A-Z][a-z]+ (?:19|20)\d\d)"
)


_IN_A_YEAR = re.compile(r"(?:back |earlier )?(?:in|on) (?:[A-Z][a-z]+ )?(?:\d{1,2},? )?(?:19|20)\d\d\b")


class _Reader:
    """Decides on the trigger hits of one document."""

    def __init__(self, document: AnnotatedDocument, findings: Findings) -> None:
        self.document = document
        self.clauses = findings.along(Clause)
        self.mentions = findings.along(Mention)
        self.contents = findings.cover(Utterance)
        self.by_cue = {utterance.cue[0]: utterance for utterance in findings.of(Utterance)}
        self.nouns = findings.along(NounTrigger)

    def utterance_at(self, token: int) -> Utterance | None:
        """Return the innermost utterance in whose content a token stands."""
        return self.contents.innermost(token)

    def read(self) -> Iterator[Trigger]:
        """Yield the triggers in text order."""
        for sentence in self.document.sentences:
            hits = list(self.document.hits_in("strength", sentence.first, sentence.last))
            nouns = self.nouns.within(sentence.first, sentence.last)
            if (hits or nouns) and not sentence.heading:
                found = self._found(sentence, hits, nouns)
                told = [t for t in found if any(self._tells(outer, t) for outer in found)] if len(found) > 1 else ()
                yield from sorted((t for t in found if t not in told), key=lambda trigger: trigger.first)

    def _found(self, sentence: Sentence, hits: list[Hit], nouns: list[NounTrigger]) -> list[Trigger]:
        """Return the triggers of a sentence: of its verbs and adjectives, then of the nouns that are uttered beside them."""
        clauses = self.clauses.within(sentence.first, sentence.last) if hits else []
        found = [trigger for hit in hits if (trigger := self._finite(hit, sentence, clauses))]
        # Of modals and adjectives in a row ("will have to") the last, and weakest, counts.
        found = [t for t in found if not any(o.first <= t.first and t.last <= o.core for o in found)]
        taken = {i for trigger in found for i in range(trigger.first, trigger.last)}
        for noun in nouns:
            if taken.isdisjoint(range(noun.trigger.first, noun.trigger.last)):
                found.append(noun.trigger)
        return found

    def _tells(self, outer: Trigger, inner: Trigger) -> bool:
        """Tell whether a trigger is what another one promises or agrees on: "vowed that Ruritania [would]"."""
        if (
            outer.strength not in (Strength.PLEDGED, Strength.AGREED, Strength.HOPED)
            or inner.clause is None
            or inner.clause.noun_phrase is None
        ):
            return False
        lower, subject = self.document.lower, inner.clause.noun_phrase[0]
        if "that" in lower[outer.last - 1 : outer.last + 1]:
            return outer.last <= inner.clause.verb and not self._clause_between(outer.last, inner.clause)
        return not inner.clause.shared and outer.last == subject  # "agreed their teams would meet"

    def _clause_between(self, first: int, clause: Clause) -> bool:
        """Tell whether a main clause ends between a token and a clause: its verb stands there, or a word that opens another one."""
        opens = any(not c.relative for c in self.clauses.within(first, clause.verb))
        return opens or any(
            self.document.tags[i] in (Tag.SUB, Tag.QUOTE) or self.document.words[i] == ";" for i in range(first + 1, clause.verb)
        )

    def _lead(self, hit: Hit, sentence: Sentence) -> int:
        """Return where a trigger begins: `is also`, `stands`, `firmly` in front of a hit join it."""
        document, index = self.document, hit.first
        while index > sentence.first:
            leads = document.tags[index - 1] in _LEADS or document.lower[index - 1] in _LINKING
            # `is "ready to build"`
            quoted = document.tags[index - 1] is Tag.QUOTE and index == hit.first and document.lower_at(index - 2) in _LINKING
            if not leads and not quoted:
                break
            index -= 1
        return index

    def _finite(self, hit: Hit, sentence: Sentence, clauses: list[Clause]) -> Trigger | None:
        """Return the trigger of a hit that is the verb of a clause or reports a demand; None where it is neither."""
        document, pattern = self.document, hit.pattern
        first = self._lead(hit, sentence)
        clause = next((c for c in clauses if first <= c.verb < hit.last or c.main == hit.first), None)
        if hit.form == "gerund" and clause is None and self._beside(hit):
            clause = next((c for c in reversed(clauses) if c.verb < hit.first and c.subject and not c.relative), None)
        cue = self.by_cue.get(hit.first)
        if not self._stands(hit, first, sentence, clause, cue) or not self._means(hit, sentence, clause, cue):
            return None
        # "is committed to" holds, "they committed to" is an act.
        acted = pattern.id == "affirmed.committed" and clause is not None and self._acts(hit, clause)
        return Trigger(
            first,
            hit.last,
            pattern.id,
            Strength.PLEDGED if acted else Strength(pattern.label),
            pattern.negative != self._negated(first, hit),
            pattern.bound,
            clause,
            cue or self.utterance_at(hit.first),
            hit.first,
            plan=document.lower[hit.first].startswith(("plan", "intend")) or "planning" in document.lower[hit.first : hit.last],
        )

    def _stands(self, hit: Hit, first: int, sentence: Sentence, clause: Clause | None, cue: Utterance | None) -> bool:
        """Tell whether a hit stands as the grammar of its words demands: `is ready to`, not `ready to`, with something behind."""
        document, pattern = self.document, hit.pattern
        if hit.form is None:
            led = hit.first != first or document.tags[hit.first] is Tag.MOD
            fits = clause is not None and (led or pattern.id not in _WANT_A_LINK or self._commits(hit, clause))
        else:
            passive = (
                document.lower[first] in _BEING
                and hit.form != "gerund"
                and pattern.label != Strength.AGREED
                and pattern.id != "pledged.pledge"
            )
            fits = self._form_binds(hit, clause, cue) and not passive
        if not fits:
            return False
        if hit.last >= sentence.last or document.words[hit.last] == ".":
            return (
                pattern.id == "agreed.sign" and clause is not None and document.tags[clause.verb] is Tag.BE
            )  # "a treaty on trade was signed"
        if any(index in self.by_cue for index in range(hit.first + 1, hit.last)):
            return False  # "stands ready, he said, to": no one stretch of text
        # "everything that they agreed on is done" tells of what they agreed.
        finite = document.tags[hit.last] in (Tag.VBD, Tag.VBZ, Tag.MOD) or document.lower[hit.last] in _FINITE_BEING
        done = finite and "that" not in document.lower[hit.first : hit.last]
        open_ended = document.words[hit.last : hit.last + 2] == (",", '"')
        return not done and not open_ended and (document.words[hit.last] not in (",", '"') or "to" in pattern.takes)

    def _commits(self, hit: Hit, clause: Clause) -> bool:
        """Tell whether somebody committed to something: the act, not the state of being committed."""
        return hit.pattern.id == "affirmed.committed" and bool(clause.subject) and self._acts(hit, clause)

    def _acts(self, hit: Hit, clause: Clause) -> bool:
        """Tell an act from the state that comes of it: "committed to", "has committed to", not "is committed to"."""
        tags = self.document.tags[clause.verb : hit.first]
        return self.document.tags[hit.first] is Tag.VBD if not tags else Tag.HAVE in tags and Tag.BE not in tags

    def _necessary(self, hit: Hit) -> bool:
        """Tell whether something is to be done: "necessary to act", "important for both to act", not "vital to recovery"."""
        document, word = self.document, self.document.lower[hit.last - 1]
        if word == "to":
            return document.tags[hit.last] in (Tag.VB, Tag.BE, Tag.ADV, Tag.DO, Tag.HAVE)
        if document.lower[hit.first] == "important":
            behind = self.mentions.within(hit.last, hit.last + 1)
            if not any(mention.kind is MentionKind.GROUP for mention in behind):
                return False
        if word == "that":
            return True
        for index in range(hit.last, min(document.sentence_of(hit.first).last - 1, hit.last + 14)):
            if document.tags[index] in FINITE or document.tags[index] is Tag.SUB:
                return False
            if document.tags[index] is Tag.TO and document.tag_at(index + 1) in (Tag.VB, Tag.BE, Tag.ADV):
                return True
        return False

    def _needs(self, hit: Hit, clause: Clause | None) -> bool:
        """Tell whether somebody needs to act: not "actions needed to", "all that it needs to"."""
        if clause is None or clause.noun_phrase is None or clause.shared:
            return True
        before = clause.noun_phrase[0] - 1
        if clause.subject and before > 0:
            related = self.document.tags[before] is Tag.NOUN or self.document.lower[before] in ("all", "everything", "what", "whatever")
            return not (related and clause.subject[0].head in ("it", "they", "we", "he", "she", "i"))
        return self.document.lower[hit.first] != "needed"

    def _means(self, hit: Hit, sentence: Sentence, clause: Clause | None, cue: Utterance | None) -> bool:
        """Tell whether words that stand as a trigger mean one: not a visit, a forecast, a pledge denied, or an agreement's content."""
        pattern = hit.pattern
        if is_asked(self.document, hit, sentence) or is_told(self.document, hit, sentence):
            return False
        if is_needless(self.document, hit, negated=self._negated(self._lead(hit, sentence), hit)):
            return False
        if pattern.id == "proposed.necessary" and not self._necessary(hit):
            return False
        if self.document.lower[hit.first].startswith("need") and hit.form is None and not self._needs(hit, clause):
            return False
        several = clause is not None and (len(clause.subject) > 1 or any(m.kind is MentionKind.GROUP for m in clause.subject))
        if hit.form == "third" and several:
            return False  # "both sides spoke of its decision and plans to"
        if clause is not None and (self._supposed(clause) or self._meanwhile(clause)):
            return False
        if pattern.id == "pledged.will" and not self._will_binds(hit, clause):
            return False
        if pattern.id in ("proposed.seek-help", "pledged.pledge") and not self._helps(hit, cue):
            return False
        if pattern.id == "proposed.call-on" and not self._asks_to_act(hit, sentence):
            return self.document.lower[hit.first].startswith("request") and self._helps(hit, cue)
        if pattern.id == "agreed.sign" and self.document.lower[hit.last - 1] == "of":  # "witnessed the signing of a treaty [on] trade"
            return not _SUBJECT_OF_DOCUMENTS.isdisjoint(self.document.lower[hit.last : sentence.last])
        if pattern.id == "agreed.agree" and not self._agrees(hit, sentence):
            return False
        if pattern.id in ("proposed.call-for", "proposed.call-on") and cue is None and self.utterance_at(hit.first) is None:
            return False
        if pattern.id == "proposed.call-for" and clause is not None and not clause.subject and cue is None:
            return False  # "the crime demands an answer"
        if clause is not None and pattern.label in (Strength.PLEDGED, Strength.AGREED) and self._not_done(clause):
            return False
        if self.document.lower[hit.first] == "should" and self.document.tags[hit.last] in (Tag.PRON, Tag.DET, Tag.NAME, Tag.POSS):
            return False  # "should it choose": a condition
        if pattern.id == "proposed.should" and clause is not None and clause.noun_phrase is not None:
            start = clause.noun_phrase[0]
            if self.document.lower_at(start - 1) in ("what", "whether", "which") and not clause.shared:
                return False  # "what the treaty should say"
        proposes_clause = pattern.id == "proposed.call-for" and self.document.lower[hit.last] == "that"
        return not (proposes_clause and any(self._may_bind(other) for other in self.document.hits_in("strength", hit.last, sentence.last)))

    def _helps(self, hit: Hit, cue: Utterance | None) -> bool:
        """Tell whether what is sought, or what somebody is assured of, is help: "sought Freedonia's [support]", not "sought a way"."""
        assures = self.document.lower[hit.last - 1] == "of"
        if self.document.lower[hit.last - 1] == "for" or (hit.pattern.id == "pledged.pledge" and not assures):
            return True
        for index in range(hit.last, min(self.document.sentence_of(hit.first).last, hit.last + _HELP_REACH)):
            if self.document.lower[index] in _HELP:
                return cue is not None or self.utterance_at(hit.first) is not None
            if self.document.tags[index] in FINITE or self.document.tags[index] is Tag.TO:
                return False
            if assures and self.document.lower[index] in ("extending", "providing"):
                return True
        return False

    def _agrees(self, hit: Hit, sentence: Sentence) -> bool:
        """Tell whether something to do is agreed: "agreed a plan", "agreed (that) they would meet", not "agreed the talks went well"."""
        that = self.document.lower[hit.last - 1] == "that"
        if not that and self.document.lower[hit.last - 1] in ("to", "on", "with"):
            return True
        said = next((c for c in self.clauses.within(hit.last, sentence.last) if not c.relative and (that or not c.shared)), None)
        if said is None or (not that and (said.noun_phrase is None or said.noun_phrase[0] != hit.last)):
            return True
        # "agreed that the talks continue", "that it is vital to act"
        to_do = self.document.tags[said.verb] in (Tag.MOD, Tag.VB) or self.document.lower[said.verb] in ("need", "needs", "needed")
        return to_do or any(self._may_bind(other) for other in self.document.hits_in("strength", said.verb, sentence.last))

    def _may_bind(self, hit: Hit) -> bool:
        """Tell whether a hit may be a trigger: not the participle of "implement the signed agreements", "the agreements signed"."""
        held = hit.form not in ("past", "participle")
        return held or any(hit.first == clause.main for clause in self.clauses.within(hit.first - 3, hit.last))

    def _supposed(self, clause: Clause) -> bool:
        """Tell whether a clause is a condition itself: "if we agree on something"."""
        opens = clause.noun_phrase[0] - 1 if clause.noun_phrase is not None and not clause.shared else -1
        return opens >= 0 and self.document.lower[opens] in _SUPPOSES

    def _meanwhile(self, clause: Clause) -> bool:
        """Tell whether a clause says what goes on beside: "as they seek to return"."""
        opens = clause.noun_phrase[0] - 1 if clause.noun_phrase is not None and not clause.shared else -1
        return opens >= 0 and self.document.lower[opens] in ("as", "when")

    def _negated(self, first: int, hit: Hit) -> bool:
        """Tell whether the words around a trigger deny it: `will never`, `should by no means`, but not `should not only`."""
        lower = self.document.lower
        denied = not _NEGATIONS.isdisjoint(lower[first : hit.last + 1]) or lower[hit.last : hit.last + 3] == ("by", "no", "means")
        return denied and "only" not in lower[hit.last : hit.last + 2]

    def _not_done(self, clause: Clause) -> bool:
        """Tell whether a pledge is denied or long past: "did not commit to", "had vowed to"."""
        group = self.document.tags[clause.verb : clause.main]
        denied = Tag.DO in group and Tag.NEG in group
        return denied or self.document.lower[clause.verb] == "had"

    def _form_binds(self, hit: Hit, clause: Clause | None, cue: Utterance | None) -> bool:
        """Tell whether a verb form states the act: a finite verb, or a participle that reports a demand."""
        position = hit.pattern.id in _STATES_A_POSITION
        if hit.form == "gerund":
            going_on = clause is not None and clause.main == hit.first and clause.verb != clause.main and bool(clause.subject)
            return (cue is not None and not position) or self._beside(hit) or (going_on and hit.pattern.id == "hoped.hope")
        if clause is None or clause.main != hit.first:
            return False
        passive = Tag.BE in self.document.tags[clause.verb : clause.main]
        if hit.form in ("past", "participle"):
            if position or (hit.pattern.id == "agreed.sign" and not self._signed_here(hit, clause)):
                return False
            if hit.pattern.id == "agreed.sign" and not passive and not clause.subject:
                return False  # "the agreement signed today strengthens"
            return not passive or hit.pattern.label in (Strength.AGREED, Strength.PLEDGED)
        denied = position and self.document.tags[clause.verb] is Tag.DO and self.document.lower[clause.verb] in ("do", "does")
        modal = self.document.tags[clause.verb] in (Tag.MOD, Tag.DO) and not denied
        return not modal and not (clause.relative and not clause.subject)

    def _beside(self, hit: Hit) -> bool:
        """Tell whether a participle hopes beside a main clause: "adopted the plan, looking forward to its success"."""
        before = self.document.lower_at(hit.first - 1)
        return hit.pattern.id == "hoped.hope" and self.document.lower[hit.last - 1] == "to" and before in (",", "and", "while")

    def _signed_here(self, hit: Hit, clause: Clause) -> bool:
        """Signing binds where it is this encounter's news: not in the perfect, in a relative clause or of another day."""
        sentence = self.document.sentence_of(hit.first)
        text = self.document.text(sentence.first, hit.first)
        perfect = any(self.document.tags[i] in (Tag.HAVE, Tag.MOD) for i in range(clause.verb, clause.main))
        perfect = perfect or bool(_IN_A_YEAR.match(self.document.text(hit.last, sentence.last)))
        return not perfect and not clause.relative and not _OTHER_TIME.search(text)

    def _will_binds(self, hit: Hit, clause: Clause | None) -> bool:
        """`will` binds somebody who can act; predictions, beliefs and schedules bind nobody."""
        if clause is None or clause.relative or not clause.subject:
            return False
        utterance = self.utterance_at(hit.first)
        if utterance is not None and utterance.rule.startswith("evaluate"):
            return False  # "welcomed the news that Freedonia will"
        if utterance is not None and utterance.noun is not None and utterance.noun.pattern.label in ("none", Strength.HOPED):
            shared = self.document.lower[utterance.cue[0]].startswith("shar") or utterance.joint
            return shared and clause.subject[0].kind is MentionKind.GROUP  # "shared the view that they would"
        if utterance is not None and utterance.rule.startswith(("say.think", "opinion")):
            return False
        if clause.noun_phrase is not None and self._believed(clause.noun_phrase[0]):
            return False
        return not (self.document.lower[hit.first] == "would" and utterance is None)

    def _believed(self, subject: int) -> bool:
        """Tell whether a clause is what somebody believes or hopes: "believes that Freedonia will"."""
        lead = self.document.lower_at(subject - 1)
        return lead in _INDIRECT_QUESTIONS or self.document.lower_at(subject - 1 - (lead == "that")) in _BELIEFS

    def _asks_to_act(self, hit: Hit, sentence: Sentence) -> bool:
        """Tell whether somebody is asked to do something, not visited ("called on the premier") nor asked to pass on greetings."""
        stop = min(sentence.last - 1, hit.last + 16)
        verbs = [
            i + 1
            for i in range(hit.last, stop)
            if self.document.tags[i] is Tag.TO and self.document.tag_at(i + 1) in (Tag.VB, Tag.BE, Tag.ADV)
        ]
        return bool(verbs) and self.document.lower[verbs[0]] not in ("convey", "extend", "pass")


def extract_triggers(document: AnnotatedDocument, findings: Findings) -> Iterator[Trigger]:
    """Yield the triggers of a document in text order; headings are left out."""
    yield from _Reader(document, findings).read()
