"""Who is reported to have said what: the source and content of each cue that reports.

Rules by position of source and cue, after the descriptions of attribution in PARC (Pareti 2012) and PolNeAR (Newell,
Margolin and Ruths 2018): initial ("Lowe said that ..."), final ("..., Lowe said"), medial ("Freedonia, he added,
opposes ..."), participle ("adding that", fronted "Noting that ..."), nominal ("expressed her gratitude for"),
passive ("it was noted that"), `according to`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.people.findings import Mention, MentionKind
from diplocorpus.extractors.speech.findings import Clause, Cue, CueShape, Reporting, Utterance
from diplocorpus.text.adjuncts import opens_sentence, skip_adjuncts
from diplocorpus.text.annotated import AnnotatedDocument
from diplocorpus.text.tagging import Tag

_SOURCES = frozenset({MentionKind.PERSON, MentionKind.ROLE, MentionKind.PRONOUN, MentionKind.GROUP})

_NARRATES = frozenset("discussed exchanged reviewed signed visited toured attended held".split())
"""Verbs in the past that stand in front of no noun as its quality: "thanked Ott and [discussed] trade"."""

_RELEASES = frozenset("statement statements release readout communique information report reports data".split())


class _SentenceReader:
    """Finds the utterances of one sentence."""

    def __init__(
        self,
        document: AnnotatedDocument,
        number: int,
        reporting: Sequence[Reporting],
        clauses: Sequence[Clause],
        mentions: Sequence[Mention],
    ) -> None:
        self.document = document
        self.number = number
        self.sentence = document.sentences[number]
        self.reporting = reporting
        self.clauses = clauses
        self.starting = {mention.first: mention for mention in mentions}
        self.end = document.content_end(self.sentence)

    def read(self) -> list[Utterance]:
        """Return the utterances of the sentence in text order."""
        utterances = [self._utterance(reporting) for reporting in self.reporting]
        return [utterance for utterance in utterances if utterance is not None]

    def _region_start(self, cue: Cue) -> int:
        """Return where the content of a final cue begins: after an earlier one, or at the sentence's start."""
        earlier = [other.cue.last for other in self.reporting if other.final and other.cue.last <= cue.start]
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
            alike = document.tags[clause.verb] is (Tag.VBD if cue.clause is None or cue.clause.past else Tag.VBZ)
            if clause.verb <= cue.last or not alike:
                continue
            own = clause.shared and clause.subject == cue.subject
            told = own and document.lower[clause.verb] in _NARRATES
            if told or (own and document.tags[before] is Tag.CC and document.tag_at(clause.verb + 1) not in (Tag.NOUN, Tag.ADJ)):
                return [before]
            opens = clause.noun_phrase[0] - 1 if clause.subject and clause.noun_phrase and not clause.shared else 0
            if opens > cue.last and document.tags[opens] is Tag.CC:
                return [opens]
        return []

    def _stop(self, reporting: Reporting) -> int:
        """Return where the content of an initial cue ends: before the next cue beside it, or with the sentence."""
        cue = reporting.cue
        following = [*self._clause_beside(cue), *reporting.beside] + [
            other.cue.opens
            for other in self.reporting
            if other.cue.first > cue.first and (other.final or other.cue.shape in (CueShape.FINITE, CueShape.PARTICIPLE))
            if reporting.relayed or not other.relayed
        ]
        return min(following, default=self.end)

    def _utterance(self, reporting: Reporting) -> Utterance | None:
        cue = reporting.cue
        content: list[tuple[int, int] | None]
        subject, source = cue.subject, cue.source
        if cue.shape is CueShape.ACCORDING:
            return self._according(cue)
        if reporting.final:
            content = self._final_content(reporting)
        elif cue.shape is CueShape.OPINION:
            return self._made(cue, source, subject, [self._trim(cue.last, self._stop(reporting))])
        elif cue.shape is CueShape.PASSIVE:
            return self._passive(reporting)
        elif cue.shape is CueShape.PARTICIPLE:
            return self._participle(reporting)
        elif reporting.start > self.sentence.last:
            # The words stand in the paragraphs below.
            content = [self._trim(reporting.start, self.document.quotation_end(reporting.start - 1))]
        else:
            content = [self._trim(reporting.start, self._stop(reporting))]
        return self._made(cue, source, subject, content)

    def _participle(self, reporting: Reporting) -> Utterance | None:
        """Read "adding that", whose speaker is that of the cue before it or the subject of the clause it hangs on."""
        cue, stop = reporting.cue, self._stop(reporting)
        if cue.subject:
            return self._made(cue, cue.source, cue.subject, [self._trim(reporting.start, stop)])
        matrix = self._matrix_clause(cue)
        fronted = matrix is not None and matrix.verb > cue.first
        if fronted and matrix and matrix.noun_phrase:
            stop = min(stop, matrix.noun_phrase[0])
        earlier = [other.cue.first for other in self.reporting if other.cue.first < cue.first]
        subject = matrix.subject if matrix else self._nearest_subject(cue)
        follows = earlier[-1] if earlier and not fronted else None
        joint = not subject and follows is None and self._happens(cue)
        return self._made(cue, None, subject, [self._trim(reporting.start, stop)], follows, joint)

    def _happens(self, cue: Cue) -> bool:
        """Tell whether a participle hangs on talks themselves: "The conversation touched on trade, emphasising that"."""
        before = [clause for clause in self.clauses if clause.verb < cue.first and clause.noun_phrase]
        if not before or before[0].noun_phrase is None:
            return False
        return any(True for _ in self.document.hits_in("encounter", *before[0].noun_phrase))

    def _final_content(self, reporting: Reporting) -> list[tuple[int, int] | None]:
        document, cue = self.document, reporting.cue
        start = cue.start
        if document.lower_at(start - 1) == "as":
            start -= 1
        if start <= self.sentence.first:
            return [self._trim(reporting.start, self._stop(reporting))]
        before = self._trim(self._region_start(cue), start)
        after = skip_adjuncts(self.document, self.end, (cue.source[1] if cue.source else cue.last) if cue.inverted else cue.last)
        if after < self.end and document.words[after] == "," and not cue.inverted and self._goes_on(before, after):
            return [before, self._trim(after + 1, self._stop(reporting))]
        return [before]

    def _goes_on(self, before: tuple[int, int] | None, comma: int) -> bool:
        """Tell whether the content goes on behind a medial cue: what stood before it has no finite verb."""
        if before is None:
            return False
        if '"' in self.document.words[before[1] : before[1] + 2]:
            return self.document.words[comma + 1 : comma + 2] == ('"',)
        if self.document.lower_at(comma + 1) == "that":
            return "that" not in self.document.lower[before[0] : before[1]]  # "It was clear, Lowe said, that trade grew"
        finite = any(before[0] <= clause.verb < before[1] for clause in self.clauses)
        return not finite and self.document.tags[comma + 1 : comma + 2] != (Tag.VBG,)

    def _matrix_clause(self, cue: Cue) -> Clause | None:
        """Return the clause that a participle hangs on: the main clause behind a fronted one, else the one before."""
        quoted = self.document.word_at(self.document.before(self.sentence, cue.first)) == '"'
        if quoted or opens_sentence(self.document, self.sentence, cue.first):
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
        """Return the subject of the nearest clause before a participle; what is no person or party only speaks."""
        for clause in reversed(self.clauses):
            if clause.verb < cue.first and (clause.subject or (clause.noun_phrase and cue.speaks)):
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
        if stop == cue.last:
            return None  # "according to", and nobody named
        issuer = self._issuer(cue.last, stop)
        if issuer is not None:
            mention = issuer
        elif mention is None or stop - mention.last > 2:
            mention = Mention(cue.last, stop, MentionKind.BODY, head=document.text(cue.last, stop))
        if cue.first == self.sentence.first:
            return self._made(cue, (mention.first, mention.last), (mention,), [self._trim(stop, self.end)])
        before = self._trim(self.sentence.first, cue.first)
        behind = self._trim(stop + 1, self.end) if document.words[stop : stop + 1] == (",",) and self._goes_on(before, stop) else None
        return self._made(cue, (mention.first, mention.last), (mention,), [before, behind])

    def _issuer(self, first: int, stop: int) -> Mention | None:
        """Return whose release a source is: "according to a press release of [the ministry] received by the paper"."""
        lower = self.document.lower
        of = next((i for i in range(first, stop) if lower[i] in ("of", "from", "by")), stop)
        if of == stop or _RELEASES.isdisjoint(lower[first:of]):
            return None
        return self.starting.get(of + 1) or (self.starting.get(of + 2) if lower[of + 1 : of + 2] == ("the",) else None)

    def _passive(self, reporting: Reporting) -> Utterance | None:
        cue = reporting.cue
        assert cue.clause is not None
        behind = cue.past_agent
        if self.document.lower_at(behind) == "that":
            content = [self._trim(behind, self._stop(reporting))]
        else:
            phrase = cue.clause.noun_phrase
            content = [self._trim(*phrase) if phrase else None, self._trim(behind, self.end)]
        return self._made(cue, cue.source, cue.subject, content, joint=not cue.subject)

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


def _carried_on(document: AnnotatedDocument, utterance: Utterance) -> Utterance:
    """Return an utterance with the paragraphs that go on with a quotation which its own leaves open."""
    paragraph = document.sentences[utterance.sentence].paragraph
    opening = document.left_open(paragraph)
    below = document.quotation_end(opening) if opening is not None else 0
    following = document.in_paragraph(paragraph + 1)
    start = following[0].first if following else len(document)
    if below <= start or any(last > start for _, last in utterance.content):
        return utterance
    while below > start + 1 and document.words[below - 1] in (".", ",", '"'):
        below -= 1
    return attrs.evolve(utterance, content=(*utterance.content, (start + 1, below))) if below > start + 1 else utterance


def extract_speech(document: AnnotatedDocument, findings: Findings) -> Iterator[Utterance]:
    """Yield the utterances of a document in text order; headings are left out."""
    clauses, mentions, reporting = findings.along(Clause), findings.along(Mention), findings.along(Reporting)
    found: list[Utterance] = []
    for number, sentence in enumerate(document.sentences):
        cues = reporting.within(sentence.first, sentence.last)
        if cues:
            own = clauses.within(sentence.first, sentence.last)
            named = mentions.within(sentence.first, sentence.last)
            found.extend(_SentenceReader(document, number, cues, own, named).read())
    last = {document.sentences[utterance.sentence].paragraph: utterance for utterance in found}
    for utterance in found:
        ends = last[document.sentences[utterance.sentence].paragraph] is utterance
        yield _carried_on(document, utterance) if ends else utterance
