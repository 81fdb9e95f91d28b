"""Which cues report: those that have something to say and stand outside what others are reported to say.

A cue whose content stands before it ("..., Lowe said") is final; any other opens content that runs on, and a later cue
of the sentence counts only beside that content, not inside it. But who only passes on what others said ("Lowe stressed
that trade must grow, the ministry said") does not hide who said it: both cues report.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.people.findings import Mention, MentionKind
from diplocorpus.extractors.speech.findings import Clause, Cue, CueShape, Reporting
from diplocorpus.patterns.words import words
from diplocorpus.text.adjuncts import INTRODUCES, opens_sentence, skip_addressee, skip_adjuncts
from diplocorpus.text.annotated import AnnotatedDocument, Sentence
from diplocorpus.text.tagging import Tag

_FRONTED = frozenset({"after", "when", "while", "as", "once", "since", "before"})
_SOURCES = frozenset({MentionKind.PERSON, MentionKind.ROLE, MentionKind.PRONOUN, MentionKind.GROUP})
_PRONOUNS = frozenset({"he", "she"})
_WEIGHTS = frozenset({"importance", "need", "necessity", "significance", "role", "readiness", "commitment"})
"""Nouns that a passive reports without `that`: "the importance of trade was stressed"."""


_NOMINAL = frozenset({Tag.DET, Tag.POSS, Tag.ADJ, Tag.NAME, Tag.NOUN, Tag.APOS, Tag.PRON, Tag.NUM})
_WHEN_AND_WHERE = frozenset("in on at during over via by from through after before while when as".split())
"""What may open an adverbial behind the one who is told, or stand at the head of a sentence that tells no more."""

_INTRODUCTORY = frozenset({*_NOMINAL, Tag.ADV, Tag.PUNCT, Tag.PREP})
"""What may stand between a cue and the colon in front of somebody's words: "said at the end of her visit:"."""


class _SentenceReader:
    """Decides on the cues of one sentence."""

    def __init__(
        self, document: AnnotatedDocument, sentence: Sentence, cues: Sequence[Cue], clauses: Sequence[Clause], mentions: Sequence[Mention]
    ) -> None:
        self.document = document
        self.sentence = sentence
        self.cues = cues
        self.clauses = clauses
        self.named = {mention.first: mention.last for mention in mentions}
        self.end = document.content_end(sentence)

    def read(self) -> Iterator[Reporting]:
        """Yield the cues that report, in text order."""
        final = [cue for cue in self.cues if self._is_final(cue)]
        accepted: list[Cue] = []
        relayed: list[Cue] = []
        opened = False
        for cue in self.cues:
            if cue in final:
                accepted.append(cue)
                opened = False
                yield Reporting(cue, True, self._content_start(cue), ())
                continue
            holder = next((other for other in final if self._region_start(other, final) <= cue.first < other.start), None)
            if holder is not None and not self._relays(holder):
                continue
            if cue.quoted and (holder is None or not self._is_told(cue, self._region_start(holder, final))):
                continue
            passed_on = opened and self._is_passed_on(cue, accepted[-1])
            if opened and not passed_on and not self._matrix(cue, accepted):
                continue
            if self._acceptable(cue):
                if passed_on or (relayed and relayed[-1] is accepted[-1] and (cue.clause is None or cue.clause.shared)):
                    relayed.append(cue)
                accepted.append(cue)
                opened = True
                yield Reporting(cue, False, self._content_start(cue), tuple(self._matrix_behind(cue)), cue in relayed)

    def _is_final(self, cue: Cue) -> bool:
        """Tell whether the content of a cue stands before it: "..., Lowe said", "..., according to the ministry."."""
        if cue.quoted:
            return False
        if cue.shape is CueShape.ACCORDING:
            ends = next((i for i in range(cue.last, self.end) if self.document.words[i] in (",", ".", ";")), self.end)
            return cue.first > self.sentence.first and self.document.words[cue.first - 1] == "," and ends == self.end
        return cue.shape is CueShape.FINITE and self._postposed(cue)

    def _relays(self, cue: Cue) -> bool:
        """Tell whether the source of a cue passes on what others said: "the ministry said", "it said", "according to"."""
        if cue.shape is CueShape.ACCORDING:
            return True
        announced = bool(cue.subject) and all(mention.announces or mention.head == "it" for mention in cue.subject)
        return announced and cue.pattern.label == "say" and cue.shape is CueShape.FINITE

    def _is_told(self, cue: Cue, start: int) -> bool:
        """Tell whether a quotation that begins at a token is about what the source of a cue in it did, no more than that."""
        told = cue.pattern.id != "say.think" and all(mention.kind in _SOURCES for mention in cue.subject)
        return told and all(clause.subject == cue.subject for clause in self.clauses if start <= clause.verb < cue.first)

    def _is_passed_on(self, cue: Cue, before: Cue) -> bool:
        """Tell whether a cue is the first that the content of one before it holds, which only passes it on."""
        if not self._relays(before) or cue.shape is not CueShape.FINITE or not cue.subject:
            return False
        itself = {mention.head for mention in cue.subject} & _PRONOUNS and not {
            mention.head for mention in before.subject
        } & words().speakers
        told = all(mention.kind in _SOURCES and mention.head != "they" for mention in cue.subject)  # "officials said they hoped"
        return told and not itself and not any(before.last <= clause.verb < cue.first for clause in self.clauses)

    def _region_start(self, cue: Cue, final: Sequence[Cue]) -> int:
        """Return where the content of a final cue begins: after an earlier one, or at the sentence's start."""
        return max((other.last for other in final if other.last <= cue.start and other is not cue), default=self.sentence.first)

    def _postposed(self, cue: Cue) -> bool:
        """Tell whether the content stands before source and cue."""
        document = self.document
        if not {"that", "quote"} & set(cue.pattern.takes) or cue.noun is not None:
            return False
        start = cue.start
        if start - 1 == self.sentence.first and document.lower[start - 1] == "as":
            after = skip_adjuncts(document, self.end, cue.last)
            return document.words[after : after + 1] == (",",)
        if start - 1 <= self.sentence.first:
            return False
        before = document.words[start - 1]
        as_clause = document.lower[start - 1] == "as"
        if as_clause and start - 1 > self.sentence.first:
            return document.words[start - 2] == ","
        if before not in (",", '"') and not (cue.inverted and before in ("?", "!")):
            return False
        after = skip_adjuncts(self.document, self.end, (cue.source[1] if cue.source else cue.last) if cue.inverted else cue.last)
        if self._quotation_below(cue) is not None:
            return False
        if self._closes_quotation(start - 1):
            return document.lower[cue.last : cue.last + 1] != ("that",)
        if before == "," and document.words[after : after + 2] == (",", '"') and not self._opens_with_noun(start):
            return False
        if "whom" in cue.pattern.takes and not cue.inverted:
            after = self._past_hearer(cue, before == '"')
        if after >= self.end or document.words[after] in (",", ";", '"', "."):
            return True
        demanded = cue.pattern.label == "demand" and after == cue.last and before == ","  # "At the talks, Lowe called for keeping calm"
        return (document.tags[after] is Tag.VBG and not demanded) or (
            before == '"' and document.lower[after] in ("and", "in", "at", "while", "when", "during", "after")
        )

    def _past_hearer(self, cue: Cue, quoted: bool) -> int:
        """Return the end of the clause where nothing follows a final cue but who is told, when and where; else the cue's end.

        `Trade will grow, Lowe told Ott in Strelsau`, not `After the tea, Lowe told Ott of her plans`.
        """
        document = self.document
        stop = next((i for i in range(cue.last, self.end) if document.words[i] in (",", ".", ";")), self.end)
        if quoted:
            return stop
        hearer = self.named.get(cue.last, cue.last)
        while hearer < stop and document.tags[hearer] in _NOMINAL:
            hearer = self.named.get(hearer, hearer + 1)
        first = self.sentence.first
        told = any(first <= clause.verb < cue.start for clause in self.clauses) and document.tags[first] is not Tag.SUB
        beyond = any(cue.last < clause.verb < stop for clause in self.clauses)
        closed = hearer == stop or document.lower[hearer] in _WHEN_AND_WHERE
        return stop if told and closed and not beyond and document.lower[first] not in _WHEN_AND_WHERE else cue.last

    def _opens_with_noun(self, last: int) -> bool:
        """Tell whether a noun alone stands before a cue: `Kenya, she said, "is open"`, not `Asked why, she said, "We must"`."""
        opens = self.document.tags[self.sentence.first] in (Tag.NAME, Tag.DET, Tag.POSS, Tag.PRON, Tag.NOUN)
        return opens and not any(clause.verb < last for clause in self.clauses)

    def _closes_quotation(self, token: int) -> bool:
        """Tell whether a quotation of some length ends here and the sentence goes on: `"We must," Lowe said`, whatever follows."""
        document = self.document
        if document.words[token - 1 : token + 1] not in ((",", '"'), ("?", '"'), ("!", '"'), ('"', ",")):
            return False
        closing = token if document.words[token] == '"' else token - 1
        opening = next((first for first, last in document.quotes if last == closing), closing)
        return opening == self.sentence.first or any(opening < clause.verb < closing for clause in self.clauses)

    def _matrix(self, cue: Cue, accepted: list[Cue]) -> bool:
        """Tell whether a cue behind an open content stands beside it, not inside."""
        document = self.document
        if cue.shape is CueShape.PARTICIPLE:
            before = document.before(self.sentence, cue.first)
            return bool(cue.subject) or document.words[before] in (",", ";") or document.lower[before] in ("and", "by", "while")
        if cue.shape is not CueShape.FINITE or cue.clause is None:
            return False
        if cue.clause.relative:
            # "thanked Ott, who said": what is thanked for is no clause that the relative one may be part of.
            plain = accepted and "np" in accepted[-1].pattern.takes and document.lower_at(accepted[-1].last) != "that"
            return bool(plain) and cue.clause.past and cue.source is not None and document.words[cue.source[1] - 2] == ","
        if not cue.clause.past:
            # "We condemn terrorism and reaffirm our commitment": one subject, one tense.
            beside = [other for other in accepted if other.clause is not None and not other.clause.past and other.subject == cue.subject]
            return cue.clause.shared and bool(beside)
        if cue.clause.shared:
            owners = {mention for other in accepted for mention in other.subject}
            return bool(accepted) and (not owners or bool(owners & set(cue.subject)) or self._resumes(cue))
        fronted = [other for other in accepted if other.shape is CueShape.PARTICIPLE]
        if fronted == accepted and all(opens_sentence(document, self.sentence, other.first) for other in fronted):
            return True
        if cue.start in self._matrix_behind(accepted[-1]):
            return True
        start = cue.start
        lead = document.lower[start - 1] if start > self.sentence.first else ""
        return lead in ("and", "but", ";", "while", "which") and all(m.kind in _SOURCES for m in cue.subject)

    def _resumes(self, cue: Cue) -> bool:
        """Tell whether a cue goes on behind words about the speaker: "Lowe said that she was pleased to come, and expressed her hope"."""
        document, before = self.document, self.document.before(self.sentence, cue.first)
        told = len(cue.subject) == 1 and cue.subject[0].head in ("he", "she")
        return told and document.lower_at(before) == "and" and document.word_at(before - 1) == ","

    def _acceptable(self, cue: Cue) -> bool:
        document = self.document
        if (
            cue.shape is CueShape.PARTICIPLE
            and cue.pattern.label != "say"
            and cue.noun is None
            and document.lower_at(self.document.before(self.sentence, cue.first)) in ("by", "in")
        ):
            return False
        if cue.shape is CueShape.PARTICIPLE and cue.pattern.takes[:1] == ("to",) and not self._asks(cue):
            return False
        if cue.shape in (CueShape.PARTICIPLE, CueShape.ACCORDING, CueShape.OPINION):
            return cue.last < self.end
        if cue.shape is CueShape.PASSIVE:
            return cue.noun is not None or (
                cue.clause is not None
                and (document.lower_at(cue.past_agent) == "that" or cue.clause.noun_phrase is not None)
                and self._dummy_or_thing(cue)
            )
        if cue.clause is None:
            return False
        if not cue.subject or (not cue.speaks and any(mention.head == "it" for mention in cue.subject)):
            return False
        if cue.last >= self.end and self._quotation_below(cue) is None:
            return False
        if not cue.clause.past and (cue.pattern.id == "demand.pledge" or not self._present_speaks(cue)):
            return False
        return cue.noun is not None or self._has_content(cue)

    def _has_content(self, cue: Cue) -> bool:
        """Tell whether behind a finite cue stands what its pattern takes."""
        document, takes = self.document, cue.pattern.takes
        start = self._content_start(cue)
        if document.words[start : start + 2] == (",", '"'):
            return cue.speaks or "quote" in takes
        if self._quotation_below(cue) is not None:
            return True
        if start >= self.end or (cue.pattern.id == "act.inform" and (start < cue.last + 2 or document.lower[start - 1] not in INTRODUCES)):
            return False
        after = document.lower[cue.last]
        if start > cue.last and (document.lower[start] in ("that", '"') or document.lower[start - 1] == "that"):
            return True
        if after in ("this", "so", "it") and document.tag_at(cue.last + 1) in (Tag.PREP, Tag.PUNCT):
            return False
        if takes[:1] == ("to",):
            return self._asks(cue)
        if takes == ("quote",):
            return start > cue.last
        if after in ("that", ":", '"') or (after == "," and document.words[cue.last + 1 : cue.last + 2] == ('"',)):
            return True
        if document.words[start] == "," and "that" in takes and cue.start == self.sentence.first:
            # "The President noted, the agreement is a good one": a comma in place of `that`.
            told = document.tag_at(start + 1) not in (Tag.VBG, Tag.VBN, Tag.CC, Tag.SUB, Tag.PREP)
            return told and any(clause.verb > start + 1 and not clause.shared and not clause.relative for clause in self.clauses)
        if document.words[start] in (",", ".", ";") or cue.pattern.id == "say.continue":
            return False
        if cue.pattern.id == "evaluate.call":
            behind = range(cue.last, min(self.end, cue.last + 12))
            return any(document.words[i] == '"' or document.lower[i] in ("a", "an") for i in behind)
        if document.tags[start] is Tag.TO and document.tag_at(start + 1) in (Tag.VB, Tag.BE, Tag.ADV) and "to" not in takes:
            return False  # "hopes to learn"
        if "np" in takes:
            return (
                document.tags[start] not in (Tag.CC, Tag.PREP)
                or cue.pattern.label in ("demand", "act", "feel")
                or document.words[cue.last] in words().weekdays
            )
        opens = cue.speaks and cue.source is not None and self.end - start > 3
        return start < self.end and (opens or any(start < clause.verb < self.end for clause in self.clauses))

    def _content_start(self, cue: Cue) -> int:
        """Return where the content of an initial cue begins, behind when, where and to whom it is said."""
        below = self._quotation_below(cue)
        if below is not None:
            return below
        if (
            cue.noun is not None
            or cue.pattern.label == "feel"
            or (cue.last - cue.first > 2 and self.document.lower_at(cue.last) in INTRODUCES)
        ):
            return cue.last
        if cue.pattern.takes == ("quote",):
            return self._quotation_behind(cue) or cue.last
        if "whom" in cue.pattern.takes:
            told = skip_addressee(self.document, self.end, cue.last, self.named)
            if told > cue.last:
                return told
        return skip_adjuncts(self.document, self.end, cue.last, self.named)

    def _quotation_below(self, cue: Cue) -> int | None:
        """Return where the words begin that stand behind the sentence: `The message reads, in part:`, `In his turn, Ott noted.`."""
        document, last = self.document, self.sentence.last
        if "quote" not in cue.pattern.takes or last >= len(document) or cue.noun is not None or document.words[last] != '"':
            return None
        if document.words[last - 1] != ":" and (document.words[last - 1] != "." or cue.last < last - 1 or self._tells_in_front(cue)):
            return None
        between = document.tags[cue.last : last - 1]
        introduces = all(tag in _INTRODUCTORY for tag in between)
        return last + 1 if introduces else None

    def _tells_in_front(self, cue: Cue) -> bool:
        """Tell whether a clause or a quotation stands in front of a cue: it may be what is said."""
        return any(clause.verb < cue.start for clause in self.clauses) or '"' in self.document.words[self.sentence.first : cue.start]

    def _quotation_behind(self, cue: Cue) -> int | None:
        """Return where the words begin that a message is said to hold: "reads, in part: ..."."""
        behind = range(cue.last, min(self.end, cue.last + 6))
        return next((i + 1 for i in behind if self.document.words[i] in (":", '"')), None)

    def _asks(self, cue: Cue) -> bool:
        """Tell whether somebody is asked to do something: "invited Ott to visit", not "invited Ott to dinner"."""
        stop = min(self.end, cue.last + 16)
        return any(
            self.document.tags[i] is Tag.TO and self.document.tag_at(i + 1) in (Tag.VB, Tag.BE, Tag.ADV) for i in range(cue.last, stop - 1)
        )

    def _present_speaks(self, cue: Cue) -> bool:
        """In the present people and parties are reported, others only by verbs of speaking."""
        kinds = {MentionKind.PARTY, MentionKind.GROUP, MentionKind.PERSON, MentionKind.ROLE}
        if not self.sentence.transcript and any(mention.head in ("we", "i") for mention in cue.subject):
            kinds.add(MentionKind.OWN)  # "We reaffirm our commitment to"
        if cue.speaks or cue.pattern.id in ("say.think", "say.find", "act.read"):
            kinds |= {MentionKind.PRONOUN, MentionKind.BODY, MentionKind.OWN}
        return all(mention.kind in kinds for mention in cue.subject)

    def _dummy_or_thing(self, cue: Cue) -> bool:
        assert cue.clause is not None
        if self.document.lower_at(cue.past_agent) == "that":
            return all(mention.head == "it" for mention in cue.clause.subject)
        head = self.document.lower[cue.clause.noun_phrase[0] : cue.clause.noun_phrase[1]] if cue.clause.noun_phrase else ()
        gladly = (
            self.document.lower[cue.last : cue.last + 1] == ("with",) and "satisfaction" in self.document.lower[cue.last : cue.last + 4]
        )
        return gladly or not _WEIGHTS.isdisjoint(head)

    def _matrix_behind(self, cue: Cue) -> list[int]:
        """Return where the main clause begins behind a fronted one that holds a cue: "After Lowe raised the issue, Ott said"."""
        opens = cue.start - 1
        if cue.shape is not CueShape.FINITE or opens != self.sentence.first or self.document.lower[opens] not in _FRONTED:
            return []
        return [
            clause.noun_phrase[0]
            for clause in self.clauses
            if clause.verb > cue.last and clause.subject and not clause.shared and clause.noun_phrase
            if self.document.words[clause.noun_phrase[0] - 1] == "," and clause.noun_phrase[0] > cue.last
        ]


def extract_reporting(document: AnnotatedDocument, findings: Findings) -> Iterator[Reporting]:
    """Yield the cues that report, in text order."""
    clauses, mentions, cues = findings.along(Clause), findings.along(Mention), findings.along(Cue)
    for sentence in document.sentences:
        found = cues.within(sentence.first, sentence.last)
        if found:
            own = clauses.within(sentence.first, sentence.last)
            named = mentions.within(sentence.first, sentence.last)
            yield from _SentenceReader(document, sentence, found, own, named).read()
