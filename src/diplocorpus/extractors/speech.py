"""Who is reported to have said what: reporting cues with their source and content.

Rules by position of source and cue, after the descriptions of attribution in PARC (Pareti 2012) and PolNeAR (Newell,
Margolin and Ruths 2018): initial ("Lowe said that ..."), final ("..., Lowe said"), medial ("Freedonia, he added,
opposes ..."), participle ("adding that", fronted "Noting that ..."), nominal ("expressed her gratitude for"),
passive ("it was noted that"), `according to`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diplocorpus.extractors.findings import Clause, Cue, CueShape, Findings, Mention, MentionKind, Utterance
from diplocorpus.patterns.words import words
from diplocorpus.text.adjuncts import skip_adjuncts
from diplocorpus.text.annotated import AnnotatedDocument
from diplocorpus.text.tagging import Tag

_SOURCES = frozenset({MentionKind.PERSON, MentionKind.ROLE, MentionKind.PRONOUN, MentionKind.GROUP})


class _SentenceReader:
    """Finds the utterances of one sentence."""

    def __init__(
        self, document: AnnotatedDocument, number: int, cues: Sequence[Cue], clauses: Sequence[Clause], mentions: Sequence[Mention]
    ) -> None:
        self.document = document
        self.number = number
        self.sentence = document.sentences[number]
        self.cues = cues
        self.clauses = clauses
        self.starting = {mention.first: mention for mention in mentions}
        self.end = self._content_end()

    def _content_end(self) -> int:
        end = self.sentence.last
        while end > self.sentence.first and self.document.words[end - 1] in (".", "!", "?", ";", ":", '"'):
            end -= 1
        return end

    def read(self) -> list[Utterance]:
        """Return the utterances of the sentence in text order."""
        cues = self.cues
        final = [cue for cue in cues if cue.shape is CueShape.FINITE and self._postposed(cue)]
        accepted: list[Cue] = []
        open_until: int | None = None
        for cue in cues:
            if cue in final:
                accepted.append(cue)
                open_until = None
                continue
            if any(self._region_start(other, cues) <= cue.first < other.start for other in final if other is not cue):
                continue
            if open_until is not None and not self._matrix(cue, accepted):
                continue
            if self._acceptable(cue):
                accepted.append(cue)
                open_until = self.end
        utterances = [self._utterance(cue, accepted, final) for cue in accepted]
        return [utterance for utterance in utterances if utterance is not None]

    def _postposed(self, cue: Cue) -> bool:
        """Tell whether the content stands before source and cue."""
        document = self.document
        if not {"that", "quote"} & set(cue.pattern.takes) or cue.noun is not None:
            return False
        start = cue.start
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
        after = skip_adjuncts(self.document, self.end, (cue.source[1] if cue.source else cue.last) if cue.inverted else cue.last)
        if document.lower[cue.first] in ("told", "tells") and before == '"':
            after = next((i for i in range(after, self.end) if document.words[i] in (",", ".", ";")), self.end)
        if after >= self.end or document.words[after] in (",", ";", '"', "."):
            return True
        return document.tags[after] is Tag.VBG or (
            before == '"' and document.lower[after] in ("and", "in", "at", "while", "when", "during", "after")
        )

    def _matrix(self, cue: Cue, accepted: list[Cue]) -> bool:
        """Tell whether a cue behind an open content stands beside it, not inside."""
        document = self.document
        if cue.shape is CueShape.PARTICIPLE:
            return document.words[self.document.before(self.sentence, cue.first)] in (",", ";") or document.lower[
                self.document.before(self.sentence, cue.first)
            ] in ("and", "by")
        if cue.shape is not CueShape.FINITE or cue.clause is None or not cue.clause.past:
            return False
        if cue.clause.shared:
            owners = {mention for other in accepted for mention in other.subject}
            return bool(accepted) and (not owners or bool(owners & set(cue.subject)))
        if all(other.shape is CueShape.PARTICIPLE and other.first == self.sentence.first for other in accepted):
            return True
        start = cue.start
        lead = document.lower[start - 1] if start > self.sentence.first else ""
        return lead in ("and", "but", ";", "while", "which") and all(m.kind in _SOURCES for m in cue.subject)

    def _acceptable(self, cue: Cue) -> bool:
        document = self.document
        if (
            cue.shape is CueShape.PARTICIPLE
            and cue.pattern.label != "say"
            and cue.noun is None
            and document.lower[self.document.before(self.sentence, cue.first)] in ("by", "in")
        ):
            return False
        if cue.shape is CueShape.PARTICIPLE and cue.pattern.takes[:1] == ("to",) and not self._asks(cue):
            return False
        if cue.shape in (CueShape.PARTICIPLE, CueShape.ACCORDING, CueShape.OPINION):
            return cue.last < self.end
        if cue.shape is CueShape.PASSIVE:
            return (
                cue.clause is not None
                and (document.lower[cue.last : cue.last + 1] == ("that",) or cue.clause.noun_phrase is not None)
                and self._dummy_or_thing(cue)
            )
        if cue.clause is None:
            return False
        if not cue.subject or (cue.pattern.id != "say.say" and any(mention.head == "it" for mention in cue.subject)):
            return False
        if cue.last >= self.end:
            return False
        if not cue.clause.past and (cue.pattern.id == "demand.pledge" or not self._present_speaks(cue)):
            return False
        takes = cue.pattern.takes
        if cue.noun is not None:
            return True
        after = document.lower[cue.last]
        if after in ("this", "so", "it") and document.tags[cue.last + 1] in (Tag.PREP, Tag.PUNCT):
            return False
        if takes[:1] == ("to",):
            return self._asks(cue)
        if takes == ("quote",):
            return self._quotation_behind(cue) is not None
        if after in ("that", ":", '"') or (after == "," and document.words[cue.last + 1 : cue.last + 2] == ('"',)):
            return True
        if document.words[cue.last] in (",", ".", ";") or cue.pattern.id == "say.continue":
            return False
        if cue.pattern.id == "evaluate.call":
            behind = range(cue.last, min(self.end, cue.last + 12))
            return any(document.words[i] == '"' or document.lower[i] in ("a", "an") for i in behind)
        if "np" in takes:
            return (
                document.tags[cue.last] not in (Tag.CC, Tag.PREP)
                or cue.pattern.label in ("demand", "act")
                or document.words[cue.last] in words().weekdays
            )
        start = skip_adjuncts(self.document, self.end, cue.last)
        opens = cue.pattern.id == "say.say" and cue.source is not None and self.end - start > 3
        return start < self.end and (opens or any(start < clause.verb < self.end for clause in self.clauses))

    def _quotation_behind(self, cue: Cue) -> int | None:
        """Return where the words begin that a message is said to hold: "reads, in part: ..."."""
        behind = range(cue.last, min(self.end, cue.last + 6))
        return next((i + 1 for i in behind if self.document.words[i] in (":", '"')), None)

    def _asks(self, cue: Cue) -> bool:
        """Tell whether somebody is asked to do something: "invited Ott to visit", not "invited Ott to dinner"."""
        stop = min(self.end, cue.last + 16)
        return any(
            self.document.tags[i] is Tag.TO and self.document.tags[i + 1] in (Tag.VB, Tag.BE, Tag.ADV) for i in range(cue.last, stop - 1)
        )

    def _present_speaks(self, cue: Cue) -> bool:
        """In the present people and parties are reported, others only by verbs of speaking."""
        kinds = {MentionKind.PARTY, MentionKind.GROUP, MentionKind.PERSON, MentionKind.ROLE}
        if cue.pattern.id in ("say.say", "say.think", "say.find", "act.read"):
            kinds |= {MentionKind.PRONOUN, MentionKind.BODY, MentionKind.OWN}
        return all(mention.kind in kinds for mention in cue.subject) and cue.noun is None

    def _dummy_or_thing(self, cue: Cue) -> bool:
        assert cue.clause is not None
        if self.document.lower[cue.last : cue.last + 1] == ("that",):
            return all(mention.head == "it" for mention in cue.clause.subject)
        head = self.document.lower[cue.clause.noun_phrase[0] : cue.clause.noun_phrase[1]] if cue.clause.noun_phrase else ()
        return any(word in ("importance", "need", "necessity", "significance", "role", "readiness", "commitment") for word in head)

    def _region_start(self, cue: Cue, cues: Sequence[Cue]) -> int:
        """Return where the content of a postposed cue begins: after an earlier postposed cue, or at the sentence's start."""
        earlier = [
            other.last
            for other in cues
            if other.last <= cue.start and other is not cue and other.shape is CueShape.FINITE and self._postposed(other)
        ]
        start = max(earlier, default=self.sentence.first)
        while start < cue.first and self.document.words[start] in (",", ";", "and", '"'):
            start += 1
        return start

    def _trim(self, first: int, last: int) -> tuple[int, int] | None:
        document = self.document
        while first < last and (document.words[first] in (",", ";", ":", '"', "-", "--", "–") or document.lower[first] == "that"):
            first += 1
        while first < last and (
            document.words[last - 1] in (",", ";", ":", '"', "-", "--", "–", ".", "(")
            or document.lower[last - 1] in ("and", "but", "while", "as", "by")
        ):
            last -= 1
        return (first, last) if first < last else None

    def _clause_beside(self, cue: Cue) -> list[int]:
        """Return where a second verb of the same subject begins behind a noun phrase: "welcomed the plan and signed it"."""
        document = self.document
        if (
            cue.shape is not CueShape.FINITE
            or document.lower[cue.last : cue.last + 1] == ("that",)
            or not (cue.noun or "np" in cue.pattern.takes)
        ):
            return []
        for clause in self.clauses:
            before = document.before(self.sentence, clause.verb)
            if clause.verb <= cue.last or document.tags[clause.verb] is not Tag.VBD:
                continue
            own = clause.shared and clause.subject == cue.subject and document.tags[clause.verb + 1] not in (Tag.NOUN, Tag.ADJ)
            if own and document.tags[before] is Tag.CC:
                return [before]
            opens = clause.noun_phrase[0] - 1 if clause.subject and clause.noun_phrase and not clause.shared else 0
            if opens > cue.last and document.tags[opens] is Tag.CC:
                return [opens]
        return []

    def _stop(self, cue: Cue, accepted: Sequence[Cue]) -> int:
        """Return where the content of an initial cue ends: before the next cue beside it, or with the sentence."""
        following = [*self._clause_beside(cue)] + [
            other.start for other in accepted if other.first > cue.first and other.shape in (CueShape.FINITE, CueShape.PARTICIPLE)
        ]
        return min(following, default=self.end)

    def _utterance(self, cue: Cue, accepted: Sequence[Cue], final: Sequence[Cue]) -> Utterance | None:
        content: list[tuple[int, int] | None]
        follows: int | None = None
        subject, source = cue.subject, cue.source
        if cue.shape is CueShape.FINITE and cue in final:
            content = self._final_content(cue, accepted)
        elif cue.shape is CueShape.ACCORDING:
            return self._according(cue)
        elif cue.shape is CueShape.OPINION:
            pronoun = cue.first + 1
            mention = Mention(pronoun, pronoun + 1, MentionKind.PRONOUN, head="she" if self.document.lower[pronoun] == "her" else "he")
            return self._made(cue, (pronoun, pronoun + 1), (mention,), [self._trim(cue.last, self._stop(cue, accepted))])
        elif cue.shape is CueShape.PASSIVE:
            return self._passive(cue, accepted)
        elif cue.shape is CueShape.PARTICIPLE:
            matrix = self._matrix_clause(cue)
            fronted = matrix is not None and matrix.verb > cue.first
            stop = matrix.noun_phrase[0] if fronted and matrix and matrix.noun_phrase else self._stop(cue, accepted)
            stop = min(stop, self._stop(cue, accepted))
            content = [self._trim(cue.last, stop)]
            earlier = [other for other in accepted if other.first < cue.first]
            if earlier and not fronted:
                follows = earlier[-1].first
            subject = matrix.subject if matrix else self._nearest_subject(cue)
        else:
            start = skip_adjuncts(self.document, self.end, cue.last) if cue.noun is None else cue.last
            start = (self._quotation_behind(cue) or start) if cue.pattern.takes == ("quote",) else start
            content = [self._trim(start, self._stop(cue, accepted))]
        return self._made(cue, source, subject, content, follows)

    def _final_content(self, cue: Cue, accepted: Sequence[Cue]) -> list[tuple[int, int] | None]:
        document = self.document
        start = cue.start
        if document.lower[start - 1] == "as":
            start -= 1
        if start <= self.sentence.first:
            return [self._trim(cue.last, self._stop(cue, accepted))]
        before = self._trim(self._region_start(cue, accepted), start)
        after = skip_adjuncts(self.document, self.end, (cue.source[1] if cue.source else cue.last) if cue.inverted else cue.last)
        if after < self.end and document.words[after] == "," and not cue.inverted and self._goes_on(before, after):
            return [before, self._trim(after + 1, self._stop(cue, accepted))]
        return [before]

    def _goes_on(self, before: tuple[int, int] | None, comma: int) -> bool:
        """Tell whether the content goes on behind a medial cue: what stood before it has no finite verb."""
        if before is None:
            return False
        return not any(before[0] <= clause.verb < before[1] for clause in self.clauses) and self.document.tags[comma + 1] is not Tag.VBG

    def _matrix_clause(self, cue: Cue) -> Clause | None:
        """Return the clause that a participle hangs on: the main clause behind a fronted one, else the one before."""
        if (
            self.document.before(self.sentence, cue.first) < self.sentence.first
            or self.document.words[self.document.before(self.sentence, cue.first)] == '"'
        ):
            for clause in self.clauses:
                if clause.verb > cue.first and clause.subject and not clause.relative and not clause.shared and clause.noun_phrase:
                    before = self.document.words[clause.noun_phrase[0] - 1]
                    if before == "," and all(mention.kind in (*_SOURCES, MentionKind.PARTY) for mention in clause.subject):
                        return clause
            return None
        earlier = [
            c
            for c in self.clauses
            if c.verb < cue.first
            and c.subject
            and c.past
            and all(m.kind in (*_SOURCES, MentionKind.PARTY, MentionKind.BODY) for m in c.subject)
        ]
        return earlier[-1] if earlier else None

    def _nearest_subject(self, cue: Cue) -> tuple[Mention, ...]:
        """Return the subject of the nearest clause before a participle, whatever it is, for verbs of speaking."""
        if cue.pattern.id != "say.say":
            return ()
        for clause in reversed(self.clauses):
            if clause.verb < cue.first and (clause.subject or clause.noun_phrase):
                if clause.subject or clause.noun_phrase is None:
                    return clause.subject
                first, last = clause.noun_phrase
                return (Mention(first, last, MentionKind.BODY, head=self.document.lower[last - 1]),)
        return ()

    def _according(self, cue: Cue) -> Utterance | None:
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

    def _passive(self, cue: Cue, accepted: Sequence[Cue]) -> Utterance | None:
        assert cue.clause is not None
        if self.document.lower[cue.last : cue.last + 1] == ("that",):
            content = [self._trim(cue.last, self._stop(cue, accepted))]
        else:
            phrase = cue.clause.noun_phrase
            content = [self._trim(*phrase) if phrase else None, self._trim(cue.last, self.end)]
        return self._made(cue, None, (), content, joint=True)

    def _made(
        self,
        cue: Cue,
        source: tuple[int, int] | None,
        subject: tuple[Mention, ...],
        content: list[tuple[int, int] | None],
        follows: int | None = None,
        joint: bool = False,
    ) -> Utterance | None:
        kept = tuple(span for span in content if span is not None)
        if source is None and subject:
            # A participle or second verb shares the source of the verb that it hangs on.
            source = (subject[0].first, subject[-1].last)
        return Utterance((cue.first, cue.last), source, subject, kept, cue.rule, self.number, follows, joint, cue.noun) if kept else None


def extract_speech(document: AnnotatedDocument, findings: Findings) -> Iterator[Utterance]:
    """Yield the utterances of a document in text order; headings are left out."""
    clauses, mentions, cues = findings.of(Clause), findings.of(Mention), findings.of(Cue)
    for number, sentence in enumerate(document.sentences):
        found = [cue for cue in cues if sentence.first <= cue.first < sentence.last]
        if found:
            own = [clause for clause in clauses if sentence.first <= clause.verb < sentence.last]
            named = [mention for mention in mentions if sentence.first <= mention.first < sentence.last]
            yield from _SentenceReader(document, number, found, own, named).read()
