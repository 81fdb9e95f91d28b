"""Reporting cues: verbs, nouns and phrases that may ascribe words to somebody, with their grammatical subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from operator import attrgetter, itemgetter

import attrs

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.people.findings import Mention, MentionKind
from diplocorpus.extractors.speech.findings import SPEAKING, Clause, Cue, CueShape, Source
from diplocorpus.patterns.words import words
from diplocorpus.text.adjuncts import INTRODUCES, skip_adjuncts
from diplocorpus.text.along import Along
from diplocorpus.text.annotated import AnnotatedDocument, Hit, Sentence
from diplocorpus.text.tagging import Tag

_HEARER_REACH = 8
"""Tokens in which it is told who is informed, before what of."""

NOUN_REACH = 8
"""Tokens that may stand between an uttering verb and the noun that it utters ("the United States' ironclad")."""

_SOURCES = frozenset({MentionKind.PERSON, MentionKind.ROLE, MentionKind.PRONOUN, MentionKind.GROUP})
_INSIDE_NOUN_GROUP = frozenset({Tag.DET, Tag.POSS, Tag.ADJ, Tag.NAME, Tag.NOUN, Tag.APOS, Tag.ADV, Tag.NUM, Tag.VBN, Tag.VBG})
_LEADS_PARTICIPLE = frozenset({"by", "while", "in", "also", "and", "before", "after"})

_FUTURE = frozenset({"will", "would", "shall", "should", "may", "might", "could", "'ll", "'d"})
"""What somebody will say is not reported to be said."""

_EVENTS = frozenset("dialogue visit trip event agreement deal project initiative exercise session tour partnership framework".split())
"""Things that highlight and underscore without saying anything, beside the encounters that a pack names."""

_OPENS_CONTENT = frozenset("to for on over about of in that at with regarding as toward towards".split())
"""What follows a noun that is uttered with its content: "gratitude [for]"."""

_ADDRESSES = frozenset({"spoke", "called", "telephoned", "wrote", "met"})
"""Verbs of addressing somebody: "spoke with the minister to congratulate him" reports the congratulation."""

_TAKES_OCCASION = frozenset({"took", "used", "seized", "had"})
_OCCASIONS = frozenset("opportunity occasion chance moment meeting call visit platform".split())
"""What is taken to say something: "took the opportunity to thank"."""

_LEADS_ON = frozenset((word, "to") for word in "on like wished wanted wants pleased glad happy keen quick careful pains as".split())
"""What stands in front of an infinitive that carries speech on: "went [on to] articulate", "would [like to] stress"."""


class _SentenceReader:
    """Finds the cues of one sentence."""

    def __init__(
        self,
        document: AnnotatedDocument,
        sentence: Sentence,
        clauses: Sequence[Clause],
        mentions: Sequence[Mention],
        quotes: Sequence[tuple[int, int]],
        sources: Sequence[Source],
    ) -> None:
        self.document = document
        self.sentence = sentence
        self.clauses = clauses
        self.by_main = {clause.main: clause for clause in clauses}
        self.by_verb = {clause.verb: clause for clause in clauses}
        self.starting = {mention.first: mention for mention in mentions}
        self.ending = {mention.last: mention for mention in mentions}
        self.sources = {source.cue: source for source in sources}
        self.quoted = [(a, b) for a, b in quotes if b < sentence.last]

    def in_quotes(self, token: int) -> bool:
        """Tell whether a token stands between quotation marks."""
        return any(a < token < b for a, b in self.quoted)

    def read(self, uttering: Sequence[Hit], speaking: Sequence[Hit]) -> list[Cue]:
        """Return the cues of verbs that utter a noun and of verbs that speak themselves, in order."""
        found: dict[int, Cue] = {}
        for hit in uttering:
            noun = self._uttered_noun(hit)
            cue = self._shape(hit, noun.last, noun) if noun is not None else self._uttered_passively(hit)
            if cue is not None:
                found[cue.first] = cue
        for hit in speaking:
            taken = any(cue.first <= hit.first < cue.last for cue in found.values())
            cue = None if taken else self._shape(hit, hit.last, None)
            if cue is not None:
                found[cue.first] = cue
        return [attrs.evolve(cue, quoted=True) if self.in_quotes(first) else cue for first, cue in sorted(found.items())]

    def _uttered_noun(self, verb: Hit) -> Hit | None:
        """Return the noun that an uttering verb utters: "reaffirmed the [United States' ironclad] commitment"."""
        document, start = self.document, verb.last
        hearer = self.starting.get(start + 1) if document.lower[start : start + 1] == ("to",) else None
        if hearer is not None:
            start = hearer.last  # "conveyed [to the premier] her greetings"
        start = skip_adjuncts(document, self.sentence.last, start)  # "reiterated [on Monday] its support"
        for hit in document.hits_in("speech_noun", start, min(start + NOUN_REACH, self.sentence.last)):
            if hit.pattern.label == "utter":
                if hit.first > start:
                    continue
                return None
            if document.tags[hit.first] is Tag.ADV:
                continue  # "noted with satisfaction"
            between = range(start, hit.first)
            if not all(document.tags[i] in _INSIDE_NOUN_GROUP or document.words[i] in ("-", "/", "and") for i in between):
                return None
            opens = hit.last < self.sentence.last and document.lower[hit.last] in _OPENS_CONTENT
            if not opens and hit.pattern.label != "none":
                if document.lower_at(hit.last) == "and":
                    continue  # "expressed full [support] and solidarity with"
                return None
            return hit
        return None

    def _uttered_passively(self, verb: Hit) -> Cue | None:
        """Return the cue of a noun that nobody named utters: "[concern] was expressed about the dam"."""
        clause = self.by_main.get(verb.first)
        if clause is None or clause.noun_phrase is None or clause.shared or verb.form not in ("past", "participle"):
            return None
        if Tag.BE not in self.document.tags[clause.verb : clause.main]:
            return None
        nouns = [hit for hit in self.document.hits_in("speech_noun", *clause.noun_phrase) if hit.pattern.label != "utter"]
        if not nouns or any(self.document.tags[i] is Tag.SUB for i in range(*clause.noun_phrase)):
            return None
        return Cue(clause.verb, verb.last, verb.pattern, CueShape.PASSIVE, clause, nouns[-1])

    def _participle(self, hit: Hit, last: int, noun: Hit | None) -> Cue | None:
        """Read a participle that hangs on a clause ("adding that"), or on a noun behind `with` ("with Lowe adding that")."""
        document, first = self.document, hit.first
        before = document.before(self.sentence, first)
        told = "np" in hit.pattern.takes or document.lower[last : last + 1] in (("that",), (":",), ('"',))
        if hit.pattern.id in ("say.find", "say.think", "say.continue", "say.report") and not told:
            return None
        if hit.pattern.id == "say.find" or document.lower[first] == "considering":
            return None
        if hit.pattern.id == "act.inform" and not self._informs(last):
            return None
        source = self.ending.get(before + 1)
        if source is not None and source.kind in _SOURCES and document.lower_at(source.first - 1) == "with":
            return Cue(first, last, hit.pattern, CueShape.PARTICIPLE, None, noun, (source,), (source.first, source.last))
        opens = (
            before < self.sentence.first or document.words[before] in (",", '"', "(", ";") or document.lower[before] in _LEADS_PARTICIPLE
        )
        if opens and before >= self.sentence.first and document.lower[before] == "and" and self._goes_on_list(before):
            return None
        return Cue(first, last, hit.pattern, CueShape.PARTICIPLE, None, noun) if opens else None

    def _informs(self, last: int) -> bool:
        """Tell whether it is told what somebody is informed of: "briefing Lowe on the plan", not "Briefing the press, she said"."""
        behind = self.document.lower[last : last + _HEARER_REACH]
        told = behind[: behind.index(",")] if "," in behind else behind
        return not INTRODUCES.isdisjoint(told)

    def _goes_on_list(self, conjunction: int) -> bool:
        """Tell whether a conjunction joins -ing forms that are no cues: "the importance of meeting and stressing"."""
        for index in range(conjunction - 1, self.sentence.first, -1):
            tag = self.document.tags[index]
            if tag is Tag.VBG:
                cued = any(hit.first == index for hit in self.document.hits_in("cue", index, self.sentence.last))
                return not cued and self.document.words[index - 1] != ","
            if tag in (Tag.VBD, Tag.QUOTE):
                return False
        return False

    def _shape(self, hit: Hit, last: int, noun: Hit | None) -> Cue | None:
        document, first = self.document, hit.first
        label, source = hit.pattern.label, self.sources.get(first)
        if label == "according":
            return Cue(first, last, hit.pattern, CueShape.ACCORDING, None)
        if label == "opinion":
            return self._from(source, hit, last, None, None) if source is not None else None
        if document.lower[first].startswith("welcom") and self._greets(last):
            return None
        clause = self.by_main.get(first) or self._attitude(hit)
        if hit.form == "gerund" and clause is None:
            return self._participle(hit, last, noun)
        if source is not None and source.behind:
            return self._from(source, hit, last, clause, noun)
        if clause is None:
            if source is None or document.tags[first] not in (Tag.VBD, Tag.VBZ):
                return self._went_on(hit, last, noun)
            who = source.mention
            made = Clause(first, first, (who,), (who.first, who.last), document.tags[first] is Tag.VBD)
            return self._from(source, hit, last, made, noun)
        if document.lower[clause.verb] in _FUTURE:
            return None
        if hit.form == "gerund" and hit.pattern.takes[:1] == ("to",):
            return None  # "is encouraging trade" tells what is done, "is saying that" what is said
        if hit.form != "gerund" and Tag.BE in document.tags[clause.verb : first]:
            reports = "that" in hit.pattern.takes and label == "say"
            return self._passive(hit, last, noun, clause) if reports and hit.form in ("past", "participle") else None
        if clause.relative:
            return self._of_relative(hit, last, noun, clause)
        if source is not None:
            return self._from(source, hit, last, clause, noun)
        if hit.pattern.id == "say.find" and not self._holds(clause, words().publications):
            return None
        if hit.pattern.id == "say.report" and not self._holds(clause, words().authorities):
            return None  # "Trend reports": a paper's own mark
        if not clause.subject:
            return self._of_other(hit, last, noun, clause)
        extent = None if clause.shared else (self._with_modifiers(clause.subject[0].first), clause.subject[-1].last)
        return Cue(first, last, hit.pattern, CueShape.FINITE, clause, noun, clause.subject, extent)

    def _passive(self, hit: Hit, last: int, noun: Hit | None, clause: Clause) -> Cue:
        """Return the cue of a passive, with whoever it is said by: "it was noted [by Lowe] that"."""
        agent = self.starting.get(last + 1) if self.document.lower_at(last) == "by" else None
        if agent is None:
            return Cue(clause.verb, last, hit.pattern, CueShape.PASSIVE, clause, noun)
        return Cue(clause.verb, last, hit.pattern, CueShape.PASSIVE, clause, noun, (agent,), (agent.first, agent.last))

    def _from(self, source: Source, hit: Hit, last: int, clause: Clause | None, noun: Hit | None) -> Cue:
        """Return the cue of a source that is no subject in front of it."""
        shape = CueShape.OPINION if hit.pattern.label == "opinion" else CueShape.FINITE
        who = source.mention
        return Cue(hit.first, last, hit.pattern, shape, clause, noun, (who,), (who.first, who.last), source.behind)

    def _of_relative(self, hit: Hit, last: int, noun: Hit | None, clause: Clause) -> Cue | None:
        """Return the cue of "listeners who said": the antecedent speaks."""
        document = self.document
        before = document.before(self.sentence, clause.verb)
        if "quote" not in hit.pattern.takes or before <= self.sentence.first or document.lower[before] != "who":
            return None
        end = before - 1 if document.words[before - 1] == "," else before
        mention = clause.subject[0] if clause.subject else self._noun_phrase(end)
        if mention is None:
            return None
        return Cue(hit.first, last, hit.pattern, CueShape.FINITE, clause, noun, (mention,), (mention.first, before + 1))

    def _attitude(self, hit: Hit) -> Clause | None:
        """Return the clause of a cue that begins with `be` and holds its main verb: "[was convinced] that"."""
        clause = self.by_verb.get(hit.first)
        return clause if clause is not None and hit.first < clause.main < hit.last else None

    def _greets(self, after: int) -> bool:
        """Tell whether a person is welcomed rather than an act: "welcomed the premier to Strelsau", not "the premier's visit"."""
        guest = self.starting.get(after)
        if guest is None or guest.kind not in (MentionKind.PERSON, MentionKind.ROLE) or guest.last >= self.sentence.last:
            return False
        return self.document.tags[guest.last] in (Tag.TO, Tag.PREP, Tag.ADV) or self.document.words[guest.last] in (",", ".")

    def _noun_phrase(self, end: int) -> Mention | None:
        """Return the noun phrase that ends before a token."""
        first = end
        while first > self.sentence.first and self.document.tags[first - 1] in _INSIDE_NOUN_GROUP:
            first -= 1
        return Mention(first, end, MentionKind.BODY, head=self.document.lower[end - 1]) if first < end else None

    def _holds(self, clause: Clause, nouns: AbstractSet[str]) -> bool:
        """Tell whether the subject of a clause has one of some nouns, for a study, an office or the like."""
        if clause.noun_phrase is None or clause.shared:
            return False
        return any(word in nouns for word in self.document.lower[clause.noun_phrase[0] : clause.noun_phrase[1]])

    def _of_other(self, hit: Hit, last: int, noun: Hit | None, clause: Clause) -> Cue | None:
        """Return the cue of a subject that is no known person or party: whoever says something is a source.

        Verbs of speaking take any subject; those that things can do too (underscore, confirm) want a name.
        """
        if clause.noun_phrase is None or clause.shared:
            return None
        first, end = clause.noun_phrase
        while first < end and (self.document.tags[first] in (Tag.CC, Tag.ADV, Tag.QUOTE, Tag.PREP) or self.document.words[first] == ","):
            first += 1
        if first >= end or end - first > 25 or self.document.lower[first:end] == ("you",):
            return None
        named = self.document.tags[end - 1] is Tag.NAME and {Tag.PREP, Tag.TO}.isdisjoint(self.document.tags[first:end])
        if not (hit.pattern.id in SPEAKING or hit.pattern.id in ("say.find", "say.report") or (named and not self._happens(end))):
            return None
        mention = Mention(first, end, MentionKind.BODY, head=self.document.lower[end - 1])
        return Cue(hit.first, last, hit.pattern, CueShape.FINITE, clause, noun, (mention,), (first, end))

    def _happens(self, end: int) -> bool:
        """Tell whether the noun phrase that ends before a token is an encounter or another event."""
        encounters = self.document.hits_in("encounter", self.sentence.first, end)
        return self.document.lower[end - 1] in _EVENTS or any(hit.last == end for hit in encounters)

    def _with_modifiers(self, first: int) -> int:
        """Return where a name begins with the words in front of it: "[Freedonian central bank] spokesman Jan Ott"."""
        index = first
        while index > self.sentence.first and self.document.tags[index - 1] in (Tag.NAME, Tag.NOUN, Tag.ADJ, Tag.DET, Tag.APOS, Tag.NUM):
            index -= 1
        opens = index == self.sentence.first or self.document.tags[index - 1] in (Tag.PUNCT, Tag.QUOTE, Tag.CC)
        return index if opens else first

    def _went_on(self, hit: Hit, last: int, noun: Hit | None) -> Cue | None:
        """Read an infinitive that only carries speech on: "He went on to articulate", "would like to stress"."""
        document, first = self.document, hit.first
        lead = document.lower[max(self.sentence.first, first - 4) : first]
        clause = next((c for c in reversed(self.clauses) if c.verb < first and c.subject), None)
        if document.tags[first] is not Tag.VB or clause is None or lead[-1:] not in (("to",), ("and",)):
            return None
        main = document.lower[clause.main]
        occasion = main in _TAKES_OCCASION and lead[-2:-1] and lead[-2] in _OCCASIONS
        purpose = main in _ADDRESSES and hit.pattern.label not in ("demand", "act")
        if not (lead[-2:] in _LEADS_ON or occasion or purpose):
            return None
        return Cue(
            first, last, hit.pattern, CueShape.FINITE, clause, noun, clause.subject, (clause.subject[0].first, clause.subject[-1].last)
        )


def _opens_quotation(document: AnnotatedDocument, sentence: Sentence) -> bool:
    """Tell whether a sentence stands in a paragraph of a quotation that runs on: opened at its start and not closed."""
    return document.left_open(sentence.paragraph) == document.in_paragraph(sentence.paragraph)[0].first


def extract_cues(document: AnnotatedDocument, findings: Findings) -> Iterator[Cue]:
    """Yield the reporting cues of a document in text order; headings and quotations are left out."""
    clauses, mentions, quotes = findings.along(Clause), findings.along(Mention), Along(document.quotes, itemgetter(0))
    sources = findings.along(Source)
    uttering = Along([hit for hit in document.hits.get("speech_noun", ()) if hit.pattern.label == "utter"], attrgetter("first"))
    titled = {token for role in document.hits.get("level", ()) for token in range(role.first, role.last)}
    speaking = Along([hit for hit in document.hits.get("cue", ()) if hit.first not in titled], attrgetter("first"))
    for sentence in document.sentences:
        extent = sentence.first, sentence.last
        utter, speak = uttering.within(*extent), speaking.within(*extent)
        if (utter or speak) and not sentence.heading and not _opens_quotation(document, sentence):
            found = clauses.within(*extent), mentions.within(*extent), quotes.within(*extent), sources.within(*extent)
            reader = _SentenceReader(document, sentence, *found)
            yield from reader.read(utter, speak)
