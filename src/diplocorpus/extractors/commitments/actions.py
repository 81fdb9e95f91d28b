"""What a party is bound to do: the acts behind a trigger, split where verbs are coordinated, not where nouns are."""

from __future__ import annotations

from collections.abc import Iterator

from diplocorpus.extractors.commitments.findings import Act, Trigger
from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.speech.findings import Clause
from diplocorpus.patterns.words import words
from diplocorpus.text.annotated import AnnotatedDocument
from diplocorpus.text.tagging import Tag

_JOINED_WORK = frozenset({"work", "cooperate", "collaborate", "join"})
_INTRANSITIVE = frozenset("cooperate collaborate work communicate consult coordinate interact act meet engage".split())
"""Verbs that are an act by themselves, so that what follows in coordination is another."""

_EFFORTS = frozenset({"effort", "efforts", "action", "actions", "steps"})
_KEEPS_NOUN = frozenset({"affirmed.support", "affirmed.opposition"})
_SUBORDINATES = frozenset({"as", "that", "which", "who", "when", "where", "while", "if", "because", "whereby", "whose", "until", "than"})


class _Reader:
    """Delimits and splits the acts of one document."""

    def __init__(self, document: AnnotatedDocument, findings: Findings) -> None:
        self.document = document
        self.clauses = findings.along(Clause)

    def act(self, trigger: Trigger) -> Act:
        """Return the acts of a trigger; none where nothing follows it."""
        end = self._end(trigger)
        start, whole = self._start(trigger, end)
        if start >= end or (trigger.rule == "agreed.sign" and self._circumstance(start)):
            return Act(trigger, ())
        pieces = [(start, end)] if whole else self._split(start, end, trigger)
        return Act(trigger, tuple(piece for piece in (self._trim(*piece) for piece in pieces) if piece is not None))

    def _circumstance(self, index: int) -> bool:
        """Tell whether what follows says when, where or by whom: "was signed by the ministers", not "was signed on transport"."""
        document, lower = self.document, self.document.lower[index]
        following = document.word_at(index + 1) if index + 1 < len(document) else ""
        dated = following[:1].isdigit() or following in words().months or following in words().weekdays
        return lower in ("by", "in", "at", "during", "after", "following", "between", "here", "today") or (lower == "on" and dated)

    def _end(self, trigger: Trigger) -> int:
        """Return where the acts end: with the reported words or the sentence, or before a clause beside them."""
        document = self.document
        sentence = document.sentence_of(trigger.first)
        end = sentence.last
        if trigger.utterance is not None:
            ends = [
                last
                for first, last in trigger.utterance.content
                if first <= trigger.last < last or first >= trigger.last or first <= trigger.core < last
            ]
            end = min(end, max(ends, default=end))
        for index in range(trigger.last, end):
            beside = (
                document.tags[index] is Tag.CC
                and document.lower[index + 1 : index + 2] == ("that",)
                and document.lower[trigger.last - 1] != "that"
            )
            if document.words[index] in (".", ";", "?", "!") or (beside and document.lower[trigger.last] != "that"):
                end = index
                break
        return min([end, *self._clause_ends(trigger, end), *self._absolutes(trigger.last, end)])

    def _clause_ends(self, trigger: Trigger, end: int) -> Iterator[int]:
        """Yield where finite clauses begin that stand beside the act: ", and is willing to", ", and it hopes"."""
        document, start = self.document, trigger.last
        clauses = [clause for clause in self.clauses.within(start + 1, end) if not clause.relative]
        for clause in clauses[1:] if "that" in document.lower[start - 1 : start + 1] else clauses:
            own = clause.noun_phrase is not None and not clause.shared and clause.noun_phrase[0] >= start
            if own and not clause.subject and document.tags[clause.verb] in (Tag.VBD, Tag.VBZ, Tag.VB):
                continue  # a noun or participle that only looks like a verb
            opens = clause.noun_phrase[0] if own and clause.noun_phrase else clause.verb
            before = opens - 1
            while before > start and (
                document.tags[before] is Tag.ADV or document.words[before] in (",", '"') or document.lower[before] in ("as", "in", "turn")
            ):
                before -= 1
            listed = document.words[opens - 1] == "," and not own and (document.tags[clause.verb] is not Tag.BE or not clause.shared)
            expletive = own and document.lower[opens] == "there" and document.words[opens - 1] == ","
            if document.tags[before] is Tag.CC or expletive or (listed and (clause.shared or clause.subject)):
                subordinate = any(word in _SUBORDINATES for word in document.lower[max(start, before - 12) : before]) and not clause.subject
                if not subordinate:
                    yield before if document.tags[before] is Tag.CC else opens - 1

    def _absolutes(self, start: int, end: int) -> Iterator[int]:
        """Yield where a comma opens `with` + noun + -ing, which says what happens beside the act."""
        document = self.document
        for index in range(start, end - 2):
            if document.words[index] == "," and document.lower_at(index + 1) == "with":
                following = document.tags[index + 2 : min(end, index + 6)]
                if Tag.VBG in following:
                    yield index

    def _start(self, trigger: Trigger, end: int) -> tuple[int, bool]:
        """Return where the first act begins and whether it is one whole."""
        document, index = self.document, trigger.last
        if trigger.noun is not None:
            if trigger.noun.pattern.id in _KEEPS_NOUN and document.lower[trigger.noun.first] in ("support", "adherence", "opposition"):
                return trigger.noun.first, True
            if document.lower[trigger.last - 1] == "that":
                return index, True
            if document.lower[trigger.last - 1] == "of" and trigger.noun.pattern.id not in _KEEPS_NOUN:
                return self._past_joined_work(self._after_object(index, end), end), False
        if trigger.strength.value == "affirmed" and trigger.noun is None:
            return (
                (trigger.core, True)
                if document.lower[trigger.last - 1] != "to" or document.tags[trigger.core] in (Tag.VBZ, Tag.VB)
                else self._committed(trigger)
            )
        if document.lower[index : index + 4] == (",", "as", "always", ","):
            index += 4
        passed = ("that", "also", ",", "for") if trigger.bound == "subject" else ("that", "also", ",", "both", "for")
        while index < end and (document.lower[index] in passed or document.tags[index] is Tag.NEG):
            index += 1
            if document.lower[index - 1] == "that":
                break
        if (
            document.lower[index : index + 1] == ("on",)
            and document.words[index + 1 : index + 2]
            and document.word_at(index + 1) in words().weekdays
        ):
            index += 2
        clause = "that" in document.lower[index - 1 : index]
        if trigger.bound in ("both", "object") and not clause:
            index = self._after_object(index, end)
        if document.tags[index : index + 1] and document.tags[index] is Tag.TO:
            index += 1
        return (index, True) if clause else (self._past_joined_work(index, end), False)

    def _committed(self, trigger: Trigger) -> tuple[int, bool]:
        """`committed to` with -ing acts opens at the acts, with a noun at the word itself."""
        following = trigger.last
        while self.document.tags[following : following + 1] == (Tag.ADV,):
            following += 1
        gerund = self.document.tags[following : following + 1] == (Tag.VBG,)
        return (trigger.last, False) if gerund else (trigger.core, True)

    def _after_object(self, index: int, end: int) -> int:
        """Return where the act begins behind who is asked: "both countries to", "joint efforts to"."""
        document = self.document
        bracketed = False
        for place in range(index, min(end, index + 14)):
            tag = document.tags[place]
            if document.words[place] in ("(", ")") or bracketed:
                bracketed = document.words[place] != ")"
                continue
            if tag is Tag.TO and place + 1 < end and self._next_verb(place + 1, end):
                return place + 1
            if tag in (Tag.PUNCT, Tag.PREP) or (tag is Tag.VBG and place > index):
                if document.lower[place] == "of" and place - index < 6:
                    continue
                break
        return index

    def _next_verb(self, index: int, end: int) -> bool:
        while index < end and self.document.tags[index] in (Tag.ADV, Tag.NEG):
            index += 1
        return index < end and self.document.tags[index] in (Tag.VB, Tag.BE, Tag.HAVE, Tag.DO)

    def _past_joined_work(self, index: int, end: int) -> int:
        """`work with X to V` and `make joint efforts to V` are the act V."""
        document, place = self.document, index
        while place < end and document.tags[place] is Tag.ADV:
            place += 1
        if place >= end:
            return index
        with_partner = document.lower[place] in _JOINED_WORK and any(word == "with" for word in document.lower[place + 1 : place + 3])
        effort = next((i for i in range(place, min(end, place + 6)) if document.lower[i] in _EFFORTS), None)
        effort = (
            effort
            if effort is not None and document.lower[place] in ("make", "joint", "more", "greater", "concerted", "further", "stronger")
            else None
        )
        if not with_partner and effort is None:
            return index
        for to in range(place + 1 if effort is None else effort, min(end, place + 40)):
            if document.tags[to] is Tag.TO and self._next_verb(to + 1, end):
                return self._past_joined_work(to + 1, end)
            if document.words[to] == "," and effort is not None:
                break
        return index

    def _split(self, start: int, end: int, trigger: Trigger) -> list[tuple[int, int]]:
        """Cut at verbs of the first act's form that follow a comma or conjunction."""
        document = self.document
        first = start
        while first < end and document.tags[first] in (Tag.ADV, Tag.NEG, Tag.QUOTE):
            first += 1
        if first >= end:
            return []
        form = document.tags[first]
        if form in (Tag.BE, Tag.HAVE, Tag.DO):
            form = Tag.VB
        if form not in (Tag.VB, Tag.VBG):
            return self._split_nouns(start, end, trigger)
        cuts = [start]
        for index in range(first + 1, end):
            if document.tags[index] is not form and not (form is Tag.VB and document.lower[index] == "be"):
                continue
            before = index - 1
            while before > first and document.tags[before] in (Tag.ADV, Tag.QUOTE):
                before -= 1
            if document.tags[before] is Tag.TO:
                if not self._infinitive_conjunct(before, end):
                    continue
            elif document.tags[before] is not Tag.CC and document.words[before] != ",":
                continue
            if form is Tag.VBG and not self._gerund_conjunct(cuts[-1], before, end, index):
                continue
            cut = before + 1
            if self._only_verb(cuts[-1], before):
                continue
            cuts.append(cut)
        return [(cut, cuts[i + 1] if i + 1 < len(cuts) else end) for i, cut in enumerate(cuts)]

    def _infinitive_conjunct(self, to: int, end: int) -> bool:
        """Tell whether "to" repeats that of the first act: "and to build", or ", to build" where a list ends so; a purpose has none."""
        document = self.document
        if document.tags[to - 1] is Tag.CC:
            return True
        last = any(document.tags[i] is Tag.CC and document.tag_at(i + 1) is Tag.TO for i in range(to, end - 1))
        return document.words[to - 1] == "," and last

    def _gerund_conjunct(self, start: int, before: int, end: int, index: int) -> bool:
        """Tell whether an -ing form continues a list of acts, not a participle clause: the list ends in `and`."""
        if self.document.tags[before] is Tag.CC:
            return True
        return any(self.document.tags[i] is Tag.CC and Tag.VBG in self.document.tags[i + 1 : i + 3] for i in range(index, end))

    def _only_verb(self, start: int, before: int) -> bool:
        """Tell whether nothing but verbs stands before a cut: "expand and deepen ties" is one act."""
        verbs = [i for i in range(start, before) if self.document.tags[i] not in (Tag.ADV, Tag.PUNCT, Tag.CC)]
        complete = bool(verbs) and self.document.lower[verbs[-1]] in _INTRANSITIVE
        return not complete and all(self.document.tags[i] in (Tag.VB, Tag.VBG) for i in verbs)

    def _split_nouns(self, start: int, end: int, trigger: Trigger) -> list[tuple[int, int]]:
        """Cut "the enhancement of X, and the joint building of Y": noun phrases with articles and `of` behind a comma."""
        document = self.document
        if trigger.strength.value != "proposed" or document.tags[start] is not Tag.DET:
            return [(start, end)]
        cuts = [start]
        cuts.extend(
            index + 2
            for index in range(start + 1, end - 2)
            if document.words[index] == ","
            and document.tag_at(index + 1) is Tag.CC
            and document.lower_at(index + 2) == "the"
            and "of" in document.lower[index + 3 : index + 6]
        )
        return [(cut, cuts[i + 1] if i + 1 < len(cuts) else end) for i, cut in enumerate(cuts)]

    def _trim(self, first: int, last: int) -> tuple[int, int] | None:
        document = self.document
        while first < last and (document.words[first] in (",", '"', ":", "-", "–") or document.tags[first] is Tag.CC):
            first += 1
        while first < last and (
            document.words[last - 1] in (",", '"', "'", ".", ";", ":", "-", "–", "(")
            or document.tags[last - 1] in (Tag.CC, Tag.TO)
            or (document.lower[last - 1] in ("as", "in") and last - first > 1 and document.words[last - 2] == ",")
        ):
            last -= 1
        return (first, last) if first < last else None


def extract_acts(document: AnnotatedDocument, findings: Findings) -> Iterator[Act]:
    """Yield the acts of each trigger, in text order."""
    reader = _Reader(document, findings)
    for trigger in findings.of(Trigger):
        yield reader.act(trigger)
