"""Who is reported to have said what: reporting cues with their source and content.

Rules by position of source and cue, after the descriptions of attribution in PARC (Pareti 2012) and PolNeAR (Newell,
Margolin and Ruths 2018): initial ("Lowe said that ..."), final ("..., Lowe said"), medial ("Freedonia, he added,
opposes ..."), participle ("adding that", fronted "Noting that ..."), nominal ("expressed her gratitude for"),
passive ("it was noted that"), `according to`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum

import attrs

from diplocorpus.extractors.findings import Clause, Findings, Mention, MentionKind, Utterance
from diplocorpus.patterns.schema import Pattern
from diplocorpus.patterns.words import words
from diplocorpus.text.annotated import AnnotatedDocument, Hit, Sentence
from diplocorpus.text.tagging import FINITE, Tag

NOUN_REACH = 8
"""Tokens that may stand between an uttering verb and the noun that it utters ("the United States' ironclad")."""

_SOURCES = frozenset({MentionKind.PERSON, MentionKind.ROLE, MentionKind.PRONOUN, MentionKind.GROUP})
_WHEN = frozenset("today yesterday tomorrow here earlier separately".split())
_INSIDE_NOUN_GROUP = frozenset({Tag.DET, Tag.POSS, Tag.ADJ, Tag.NAME, Tag.NOUN, Tag.APOS, Tag.ADV, Tag.NUM, Tag.VBN, Tag.VBG})
_LEADS_PARTICIPLE = frozenset({"by", "while", "in", "also", "and", "before", "after"})


class _Shape(Enum):
    FINITE = "finite"
    PARTICIPLE = "participle"
    PASSIVE = "passive"
    ACCORDING = "according"
    OPINION = "opinion"


@attrs.frozen
class _Cue:
    """A candidate: cue tokens, where its complement begins, its pattern, form and clause."""

    first: int
    last: int
    pattern: Pattern
    shape: _Shape
    clause: Clause | None
    noun: Hit | None = None
    subject: tuple[Mention, ...] = ()
    source: tuple[int, int] | None = None
    inverted: bool = False

    @property
    def rule(self) -> str:
        return f"{self.pattern.id}/{self.shape.value}" + (f"+{self.noun.pattern.id}" if self.noun else "")


class _SentenceReader:
    """Finds the utterances of one sentence."""

    def __init__(self, document: AnnotatedDocument, number: int, sentence: Sentence, clauses: Sequence[Clause], mentions: Sequence[Mention]) -> None:
        self.document = document
        self.number = number
        self.sentence = sentence
        self.clauses = clauses
        self.by_main = {clause.main: clause for clause in clauses}
        self.starting = {mention.first: mention for mention in mentions}
        self.mentions = mentions
        self.end = self._content_end()
        self.quoted = [(a, b) for a, b in document.quotes if sentence.first <= a and b < sentence.last]

    def _content_end(self) -> int:
        end = self.sentence.last
        while end > self.sentence.first and self.document.words[end - 1] in (".", "!", "?", ";", ":", '"'):
            end -= 1
        return end

    def in_quotes(self, token: int) -> bool:
        return any(a < token < b for a, b in self.quoted)

    # Candidates ------------------------------------------------------------------------------------------------------

    def candidates(self) -> list[_Cue]:
        """Return the reporting cues of the sentence in order, those inside quotations left out."""
        found: dict[int, _Cue] = {}
        for hit in self.document.hits_in("speech_noun", self.sentence.first, self.sentence.last):
            if hit.pattern.label == "utter" and not self.in_quotes(hit.first):
                noun = self._uttered_noun(hit)
                if noun is not None:
                    cue = self._shape(hit, noun.last, noun)
                    if cue is not None:
                        found[cue.first] = cue
        for hit in self.document.hits_in("cue", self.sentence.first, self.sentence.last):
            if hit.first not in found and not self.in_quotes(hit.first):
                cue = self._shape(hit, hit.last, None)
                if cue is not None:
                    found[cue.first] = cue
        return [found[first] for first in sorted(found)]

    def _uttered_noun(self, verb: Hit) -> Hit | None:
        """Return the noun that an uttering verb utters: "reaffirmed the [United States' ironclad] commitment"."""
        document = self.document
        for hit in document.hits_in("speech_noun", verb.last, min(verb.last + NOUN_REACH, self.sentence.last)):
            if hit.pattern.label == "utter":
                if hit.first > verb.last:
                    continue
                return None
            between = range(verb.last, hit.first)
            if not all(document.tags[i] in _INSIDE_NOUN_GROUP or document.words[i] in ("-", "/", "and") for i in between):
                return None
            follows = document.lower[hit.last] if hit.last < self.sentence.last else ""
            opens = follows in ("to", "for", "on", "over", "about", "of", "in", "that", "at", "with", "regarding", "as", "toward", "towards")
            if not opens and hit.pattern.label != "none":
                return None
            return hit
        return None

    def _shape(self, hit: Hit, last: int, noun: Hit | None) -> _Cue | None:
        document, first = self.document, hit.first
        label = hit.pattern.label
        if label == "according":
            return _Cue(first, last, hit.pattern, _Shape.ACCORDING, None)
        if label == "opinion":
            return _Cue(first, last, hit.pattern, _Shape.OPINION, None)
        before = self._before(first)
        if hit.form == "gerund":
            opens = before < self.sentence.first or document.words[before] in (",", '"', "(", ";") or document.lower[before] in _LEADS_PARTICIPLE
            return _Cue(first, last, hit.pattern, _Shape.PARTICIPLE, None, noun) if opens else None
        clause = self.by_main.get(first)
        inverted = self._inverted_source(hit, last, before)
        if inverted is not None:
            return _Cue(first, last, hit.pattern, _Shape.FINITE, clause, noun, (inverted,), (inverted.first, inverted.last), True)
        if clause is None:
            return self._went_on(hit, last, noun)
        if any(document.tags[i] is Tag.BE for i in range(clause.verb, clause.main)):
            reports = "that" in hit.pattern.takes and label == "say"
            return _Cue(clause.verb, last, hit.pattern, _Shape.PASSIVE, clause, noun) if reports and hit.form in ("past", "participle") else None
        if not clause.subject or clause.relative:
            return None
        source = None if clause.shared else (clause.subject[0].first, clause.subject[-1].last)
        return _Cue(first, last, hit.pattern, _Shape.FINITE, clause, noun, clause.subject, source)

    def _before(self, index: int) -> int:
        index -= 1
        while index >= self.sentence.first and self.document.tags[index] in (Tag.ADV, Tag.NEG):
            index -= 1
        return index

    def _went_on(self, hit: Hit, last: int, noun: Hit | None) -> _Cue | None:
        """Read an infinitive that only carries speech on: "He went on to articulate", "would like to stress"."""
        document, first = self.document, hit.first
        lead = document.lower[max(self.sentence.first, first - 4) : first]
        if document.tags[first] is not Tag.VB or not (lead[-3:] == ("went", "on", "to") or lead[-3:] == ("would", "like", "to")):
            return None
        clause = next((c for c in reversed(self.clauses) if c.verb < first and c.subject), None)
        if clause is None:
            return None
        return _Cue(first, last, hit.pattern, _Shape.FINITE, clause, noun, clause.subject, (clause.subject[0].first, clause.subject[-1].last))

    def _inverted_source(self, hit: Hit, last: int, before: int) -> Mention | None:
        """Return the subject behind the verb: `"...," said Ott, the envoy.`"""
        document = self.document
        if hit.pattern.id != "say.say" or before < self.sentence.first:
            return None
        after = self.starting.get(last)
        closing = document.words[before] == '"' or (document.words[before] == "," and after is not None)
        return after if closing and after is not None and after.kind in (*_SOURCES, MentionKind.BODY, MentionKind.PARTY) else None

    # Contents --------------------------------------------------------------------------------------------------------

    def read(self) -> list[Utterance]:
        """Return the utterances of the sentence in text order."""
        cues = self.candidates()
        final = [cue for cue in cues if cue.shape is _Shape.FINITE and self._postposed(cue)]
        accepted: list[_Cue] = []
        open_until: int | None = None
        for cue in cues:
            if cue in final:
                accepted.append(cue)
                open_until = None
                continue
            if any(self._region_start(other, cues) <= cue.first < self._source_start(other) for other in final if other is not cue):
                continue
            if open_until is not None and not self._matrix(cue, accepted):
                continue
            if self._acceptable(cue):
                accepted.append(cue)
                open_until = self.end
        utterances = [self._utterance(cue, accepted, final) for cue in accepted]
        return [utterance for utterance in utterances if utterance is not None]

    def _source_start(self, cue: _Cue) -> int:
        return cue.first if cue.inverted or cue.source is None else cue.source[0]

    def _postposed(self, cue: _Cue) -> bool:
        """Tell whether the content stands before source and cue."""
        document = self.document
        if "that" not in cue.pattern.takes or cue.noun is not None:
            return False
        start = self._source_start(cue)
        if start - 1 == self.sentence.first and document.lower[start - 1] == "as":
            return document.words[cue.last : cue.last + 1] == (",",)
        if start - 1 <= self.sentence.first:
            return False
        before = document.words[start - 1]
        as_clause = document.lower[start - 1] == "as"
        if as_clause and start - 1 > self.sentence.first:
            return document.words[start - 2] == ","
        if before not in (",", '"') and not (cue.inverted and before in ("?", "!")):
            return False
        after = self._skip_adjuncts((cue.source[1] if cue.source else cue.last) if cue.inverted else cue.last)
        if after >= self.end or document.words[after] in (",", ";", '"', "."):
            return True
        return document.tags[after] is Tag.VBG or (before == '"' and document.lower[after] in ("and", "in", "at", "while", "when", "during", "after"))

    def _skip_adjuncts(self, index: int) -> int:
        """Skip time and place behind a cue: "on Thursday", "in a telephone conversation with Ott on Tuesday"."""
        document = self.document
        while index < self.end:
            if document.words[index] in words().weekdays or document.lower[index] in _WHEN:
                index += 1
            elif document.tags[index] is Tag.PREP and document.lower[index] in ("on", "in", "at", "during", "via", "through", "by", "after", "while", "of"):
                stop = index + 1
                while stop < self.end and document.words[stop] not in (",", ";", ":", '"', ".") and document.lower[stop] != "that" and document.tags[stop] not in FINITE:
                    stop += 1
                if stop < self.end and document.tags[stop] in FINITE:
                    weekday = next((i for i in range(index, stop) if document.words[i] in words().weekdays), None)
                    return index if weekday is None else weekday + 1
                index = stop
            elif document.lower[index] == "to" and document.lower[index + 1 : index + 2] in (("reporters",), ("journalists",), ("the",)):
                index += 3 if document.lower[index + 1] == "the" else 2
            else:
                break
        return index

    def _matrix(self, cue: _Cue, accepted: list[_Cue]) -> bool:
        """Tell whether a cue behind an open content stands beside it, not inside."""
        document = self.document
        if cue.shape is _Shape.PARTICIPLE:
            return document.words[self._before(cue.first)] in (",", ";") or document.lower[self._before(cue.first)] in ("and", "by")
        if cue.shape is not _Shape.FINITE or cue.clause is None or not cue.clause.past:
            return False
        if cue.clause.shared:
            owners = {mention for other in accepted for mention in other.subject}
            return bool(accepted) and (not owners or bool(owners & set(cue.subject)))
        if all(other.shape is _Shape.PARTICIPLE and other.first == self.sentence.first for other in accepted):
            return True
        start = self._source_start(cue)
        lead = document.lower[start - 1] if start > self.sentence.first else ""
        return lead in ("and", "but", ";", "while", "which") and all(m.kind in _SOURCES for m in cue.subject)

    def _acceptable(self, cue: _Cue) -> bool:
        document = self.document
        if cue.shape is _Shape.PARTICIPLE and cue.pattern.label != "say" and document.lower[self._before(cue.first)] in ("by", "in"):
            return False
        if cue.shape is _Shape.PARTICIPLE and cue.pattern.takes == ("to",) and not self._asks(cue):
            return False
        if cue.shape in (_Shape.PARTICIPLE, _Shape.ACCORDING, _Shape.OPINION):
            return cue.last < self.end
        if cue.shape is _Shape.PASSIVE:
            return cue.clause is not None and (document.lower[cue.last : cue.last + 1] == ("that",) or cue.clause.noun_phrase is not None) and self._dummy_or_thing(cue)
        if cue.clause is None:
            return False
        if not cue.subject or any(mention.head == "it" for mention in cue.subject):
            return False
        if cue.last >= self.end:
            return False
        if not cue.clause.past and (cue.pattern.id in ("say.think", "demand.pledge") or not self._present_speaks(cue)):
            return False
        takes = cue.pattern.takes
        if cue.noun is not None:
            return True
        after = document.lower[cue.last]
        if after in ("this", "so", "it") and document.tags[cue.last + 1] in (Tag.PREP, Tag.PUNCT):
            return False
        if takes == ("to",):
            return self._asks(cue)
        if after in ("that", ":", '"') or (after == "," and document.words[cue.last + 1 : cue.last + 2] == ('"',)):
            return True
        if document.words[cue.last] in (",", ".", ";"):
            return False
        if "np" in takes:
            return document.tags[cue.last] not in (Tag.CC, Tag.PREP) or cue.pattern.label in ("demand", "act") or document.words[cue.last] in words().weekdays
        start = self._skip_adjuncts(cue.last)
        return start < self.end and any(start < clause.verb < self.end for clause in self.clauses)

    def _asks(self, cue: _Cue) -> bool:
        """Tell whether somebody is asked to do something: "invited Ott to visit", not "invited Ott to dinner"."""
        stop = min(self.end, cue.last + 16)
        return any(self.document.tags[i] is Tag.TO and self.document.tags[i + 1] in (Tag.VB, Tag.BE, Tag.ADV) for i in range(cue.last, stop - 1))

    def _present_speaks(self, cue: _Cue) -> bool:
        """In the present only parties and groups are reported, and only by verbs that need no that-clause to report."""
        return all(mention.kind in (MentionKind.PARTY, MentionKind.GROUP, MentionKind.PERSON, MentionKind.ROLE) for mention in cue.subject) and cue.noun is None

    def _dummy_or_thing(self, cue: _Cue) -> bool:
        assert cue.clause is not None
        if self.document.lower[cue.last : cue.last + 1] == ("that",):
            return all(mention.head == "it" for mention in cue.clause.subject)
        head = self.document.lower[cue.clause.noun_phrase[0] : cue.clause.noun_phrase[1]] if cue.clause.noun_phrase else ()
        return any(word in ("importance", "need", "necessity", "significance", "role", "readiness", "commitment") for word in head)

    def _region_start(self, cue: _Cue, cues: Sequence[_Cue]) -> int:
        """Return where the content of a postposed cue begins: after an earlier postposed cue, or at the sentence's start."""
        earlier = [other.last for other in cues if other.last <= self._source_start(cue) and other is not cue and other.shape is _Shape.FINITE and self._postposed(other)]
        start = max(earlier, default=self.sentence.first)
        while start < cue.first and self.document.words[start] in (",", ";", "and", '"'):
            start += 1
        return start

    def _trim(self, first: int, last: int) -> tuple[int, int] | None:
        document = self.document
        while first < last and (document.words[first] in (",", ";", ":", '"', "-", "--", "–") or document.lower[first] == "that"):
            first += 1
        while first < last and (document.words[last - 1] in (",", ";", ":", '"', "-", "--", "–", ".", "(") or document.lower[last - 1] in ("and", "but", "while", "as", "by")):
            last -= 1
        return (first, last) if first < last else None

    def _stop(self, cue: _Cue, accepted: Sequence[_Cue]) -> int:
        """Return where the content of an initial cue ends: before the next cue beside it, or with the sentence."""
        following = [self._source_start(other) for other in accepted if other.first > cue.first and other.shape in (_Shape.FINITE, _Shape.PARTICIPLE)]
        return min(following, default=self.end)

    def _utterance(self, cue: _Cue, accepted: Sequence[_Cue], final: Sequence[_Cue]) -> Utterance | None:
        content: list[tuple[int, int] | None]
        follows: int | None = None
        subject, source = cue.subject, cue.source
        if cue.shape is _Shape.FINITE and cue in final:
            content = self._final_content(cue, accepted)
        elif cue.shape is _Shape.ACCORDING:
            return self._according(cue)
        elif cue.shape is _Shape.OPINION:
            pronoun = cue.first + 1
            mention = Mention(pronoun, pronoun + 1, MentionKind.PRONOUN, head="she" if self.document.lower[pronoun] == "her" else "he")
            return self._made(cue, (pronoun, pronoun + 1), (mention,), [self._trim(cue.last, self._stop(cue, accepted))])
        elif cue.shape is _Shape.PASSIVE:
            return self._passive(cue, accepted)
        elif cue.shape is _Shape.PARTICIPLE:
            matrix = self._matrix_clause(cue)
            fronted = matrix is not None and matrix.verb > cue.first
            stop = matrix.noun_phrase[0] if fronted and matrix and matrix.noun_phrase else self._stop(cue, accepted)
            stop = min(stop, self._stop(cue, accepted))
            content = [self._trim(cue.last, stop)]
            earlier = [other for other in accepted if other.first < cue.first]
            if earlier and not fronted:
                follows = earlier[-1].first
            subject = matrix.subject if matrix else ()
        else:
            start = self._skip_adjuncts(cue.last) if cue.noun is None else cue.last
            content = [self._trim(start, self._stop(cue, accepted))]
        return self._made(cue, source, subject, content, follows)

    def _final_content(self, cue: _Cue, accepted: Sequence[_Cue]) -> list[tuple[int, int] | None]:
        document = self.document
        start = self._source_start(cue)
        if document.lower[start - 1] == "as":
            start -= 1
        if start <= self.sentence.first:
            return [self._trim(cue.last, self._stop(cue, accepted))]
        before = self._trim(self._region_start(cue, accepted), start)
        after = self._skip_adjuncts((cue.source[1] if cue.source else cue.last) if cue.inverted else cue.last)
        if after < self.end and document.words[after] == "," and not cue.inverted and self._goes_on(before, after):
            return [before, self._trim(after + 1, self._stop(cue, accepted))]
        return [before]

    def _goes_on(self, before: tuple[int, int] | None, comma: int) -> bool:
        """Tell whether the content goes on behind a medial cue: what stood before it has no finite verb."""
        if before is None:
            return False
        return not any(before[0] <= clause.verb < before[1] for clause in self.clauses) and self.document.tags[comma + 1] is not Tag.VBG

    def _matrix_clause(self, cue: _Cue) -> Clause | None:
        """Return the clause that a participle hangs on: the main clause behind a fronted one, else the one before."""
        if self._before(cue.first) < self.sentence.first or self.document.words[self._before(cue.first)] == '"':
            for clause in self.clauses:
                if clause.verb > cue.first and clause.subject and not clause.relative and not clause.shared and clause.noun_phrase:
                    before = self.document.words[clause.noun_phrase[0] - 1]
                    if before == "," and all(mention.kind in (*_SOURCES, MentionKind.PARTY) for mention in clause.subject):
                        return clause
            return None
        earlier = [c for c in self.clauses if c.verb < cue.first and c.subject and c.past and all(m.kind in (*_SOURCES, MentionKind.PARTY, MentionKind.BODY) for m in c.subject)]
        return earlier[-1] if earlier else None

    def _according(self, cue: _Cue) -> Utterance | None:
        document = self.document
        mention = self.starting.get(cue.last) or self.starting.get(cue.last + 1)
        if mention is None and document.lower[cue.last : cue.last + 1] in (("her",), ("him",), ("them",)):
            heads = {"her": "she", "him": "he", "them": "they"}
            head = heads[document.lower[cue.last]]
            kind = MentionKind.GROUP if head == "they" else MentionKind.PRONOUN
            mention = Mention(cue.last, cue.last + 1, kind, head=head)
        stop = mention.last if mention else cue.last
        while stop < self.end and document.words[stop] not in (",", ".", ";"):
            stop += 1
        if mention is None or stop - mention.last > 2:
            mention = Mention(cue.last, stop, MentionKind.BODY, head=document.text(cue.last, stop))
        if cue.first == self.sentence.first:
            return self._made(cue, (mention.first, mention.last), (mention,), [self._trim(stop, self.end)])
        return self._made(cue, (mention.first, mention.last), (mention,), [self._trim(self.sentence.first, cue.first)])

    def _passive(self, cue: _Cue, accepted: Sequence[_Cue]) -> Utterance | None:
        assert cue.clause is not None
        if self.document.lower[cue.last : cue.last + 1] == ("that",):
            content = [self._trim(cue.last, self._stop(cue, accepted))]
        else:
            phrase = cue.clause.noun_phrase
            content = [self._trim(*phrase) if phrase else None, self._trim(cue.last, self.end)]
        return self._made(cue, None, (), content, joint=True)

    def _made(
        self,
        cue: _Cue,
        source: tuple[int, int] | None,
        subject: tuple[Mention, ...],
        content: list[tuple[int, int] | None],
        follows: int | None = None,
        joint: bool = False,
    ) -> Utterance | None:
        kept = tuple(span for span in content if span is not None)
        return Utterance((cue.first, cue.last), source, subject, kept, cue.rule, self.number, follows, joint, cue.noun) if kept else None


def extract_speech(document: AnnotatedDocument, findings: Findings) -> Iterator[Utterance]:
    """Yield the utterances of a document in text order; headings are left out."""
    clauses, mentions = findings.of(Clause), findings.of(Mention)
    for number, sentence in enumerate(document.sentences):
        if sentence.heading:
            continue
        own = [clause for clause in clauses if sentence.first <= clause.verb < sentence.last]
        named = [mention for mention in mentions if sentence.first <= mention.first < sentence.last]
        yield from _SentenceReader(document, number, sentence, own, named).read()
