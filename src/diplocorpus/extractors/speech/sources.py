"""Who speaks where no subject stands right in front of a cue: behind it, across a description, as owner of a view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.people.findings import Mention, MentionKind
from diplocorpus.extractors.speech.findings import SPEAKING, Clause, Source
from diplocorpus.patterns.words import words
from diplocorpus.text.along import Along
from diplocorpus.text.annotated import AnnotatedDocument, Hit, Sentence
from diplocorpus.text.tagging import Tag

_INSIDE_NOUN_GROUP = frozenset({Tag.DET, Tag.POSS, Tag.ADJ, Tag.NAME, Tag.NOUN, Tag.APOS, Tag.ADV, Tag.NUM, Tag.VBN, Tag.VBG})
_NOMINAL = frozenset({Tag.NAME, Tag.DET, Tag.NOUN, Tag.ADJ, Tag.APOS, Tag.PREP})
"""What a description of somebody consists of: "the Freedonian premier's adviser on trade"."""

_OWNERS = {"his": "he", "her": "she", "their": "they"}
_LEADS_VIEW = {"opinion.view": frozenset({"in"}), "opinion.held": frozenset({"is", "was"})}
"""What stands in front of whose view it is: "[in] Lowe's view", "it [was] Lowe's hope that"."""

_NAMED = frozenset({MentionKind.PERSON, MentionKind.ROLE})
_INVERTS = frozenset({*_NAMED, MentionKind.PRONOUN, MentionKind.GROUP, MentionKind.BODY, MentionKind.PARTY})


class _SentenceReader:
    """Looks for the sources of the cues of one sentence."""

    def __init__(self, document: AnnotatedDocument, sentence: Sentence, clauses: Sequence[Clause], mentions: Sequence[Mention]) -> None:
        self.document = document
        self.sentence = sentence
        self.clauses = clauses
        self.by_main = {clause.main: clause for clause in clauses}
        self.starting = {mention.first: mention for mention in mentions}
        self.ending = {mention.last: mention for mention in mentions}

    def read(self, hit: Hit) -> Source | None:
        """Return the source of a cue, None where nobody stands in one of these places."""
        if hit.pattern.label == "opinion":
            owner = self._owner(hit)
            return Source(hit.first, owner) if owner is not None else None
        before = self.document.before(self.sentence, hit.first)
        if before < self.sentence.first or self.document.words[before] not in (",", '"'):
            return None
        inverted = self._inverted(hit, before)
        if inverted is not None:
            return Source(hit.first, inverted, behind=True)
        apposed = self._apposed(hit, before)
        return Source(hit.first, apposed) if apposed is not None else None

    def _owner(self, hit: Hit) -> Mention | None:
        """Return whose view a phrase gives: "in [his] opinion", "in [Lowe's] view", "[her] message was that"."""
        document, first = self.document, hit.first
        pronoun = next((i for i in range(max(self.sentence.first, first - 1), hit.last) if document.lower[i] in _OWNERS), None)
        if pronoun is not None:
            owner: Mention | None = Mention(pronoun, pronoun + 1, MentionKind.PRONOUN, head=_OWNERS[document.lower[pronoun]])
        else:
            owner = self.ending.get(first - 1) if document.word_at(first - 1) in ("'s", "'") else None
        leads = _LEADS_VIEW.get(hit.pattern.id) if owner is not None else None
        return owner if owner is not None and (leads is None or document.lower_at(owner.first - 1) in leads) else None

    def _inverted(self, hit: Hit, before: int) -> Mention | None:
        """Return the subject behind the verb: `"...," said Ott, the envoy.`."""
        document, last = self.document, hit.last
        if hit.pattern.id not in ("say.say", "say.stress"):
            return None
        after = self.starting.get(last) or self._named_behind(last)
        told = any(clause.verb < before for clause in self.clauses)
        acts = any(clause.noun_phrase is not None and clause.noun_phrase[0] == last for clause in self.clauses)
        # "Lowe, who left in May, said Ott had stayed" is no inversion.
        closing = document.words[before] == '"' or (document.words[before] == "," and after is not None and told and not acts)
        if hit.pattern.id == "say.stress" and after is not None:
            # "..., stressed Ott." but not "met, stressed Ott's role".
            ends = document.words[after.last : after.last + 1] in ((".",), (",",), ()) or after.last >= self.sentence.last
            closing = closing and ends and after.kind in _NAMED
        return after if closing and after is not None and after.kind in _INVERTS else None

    def _named_behind(self, first: int) -> Mention | None:
        """Return the noun phrase behind an inverted verb: `"...," said Jan Ott, a friend`."""
        document, last = self.document, first
        while last < self.sentence.last and document.tags[last] in _INSIDE_NOUN_GROUP:
            last += 1
        capitals = [word for word in document.words[first:last] if word[0].isupper()]
        named = any(word not in words().weekdays and word not in words().months for word in capitals)
        return Mention(first, last, MentionKind.BODY, head=document.lower[last - 1]) if named else None

    def _apposed(self, hit: Hit, before: int) -> Mention | None:
        """Return a subject that a description in commas divides from its verb: "Jan Ott, an adviser to the premier, said".

        Where the description comes first, "The premier's spokesman, Jan Ott, said", it is the name.
        """
        document, clause = self.document, self.by_main.get(hit.first)
        if hit.pattern.id not in SPEAKING | {"say.stress"} or document.words[before] != ",":
            return None
        named = self.ending.get(before)
        if named is not None and named.kind is MentionKind.PERSON and document.word_at(named.first - 1) == "," and self._describes(named):
            return named
        described = self._described(before)
        if described is not None or (clause is not None and clause.subject and not clause.shared):
            return described
        first = next((i + 1 for i in range(before, self.sentence.first, -1) if document.words[i] == '"'), self.sentence.first)
        while first < before and (document.tags[first] in (Tag.CC, Tag.QUOTE, Tag.ADV) or document.words[first] == ","):
            first += 1
        mention = self.starting.get(first)
        if mention is not None and mention.kind in _NAMED and document.word_at(mention.last) in (",", "("):
            return mention
        last = first
        while last < before and document.tags[last] in _NOMINAL:
            last += 1
        opens = document.words[first][0].isupper() and document.tags[first] is not Tag.PREP
        finite = any(first <= other.verb < before for other in self.clauses)
        if last == first or last >= before or document.words[last] != "," or not opens or finite:
            return None
        return Mention(first, last, MentionKind.BODY, head=document.lower[last - 1])

    def _describes(self, named: Mention) -> bool:
        """Tell whether an office stands in front of the comma before a name and opens its clause: "The premier's spokesman, [Jan Ott]"."""
        document, last = self.document, named.first - 1
        first = last
        while first > self.sentence.first and document.tags[first - 1] in _NOMINAL:
            first -= 1
        opens = first == self.sentence.first or document.tags[first - 1] in (Tag.PUNCT, Tag.QUOTE)
        person = self.ending.get(last)
        return opens and first < last and document.tags[first] is not Tag.PREP and (person is None or person.kind is not MentionKind.PERSON)

    def _described(self, comma: int) -> Mention | None:
        """Return who stands behind what is said with a description that a comma closes: "Trade grew, [Jan Ott], a trader, said"."""
        document = self.document
        index = comma
        while index > self.sentence.first:
            mention = self.ending.get(index)
            if mention is not None and mention.kind is MentionKind.PERSON:
                described = index < comma or "," in document.words[mention.first : mention.last]
                opens = mention.first > self.sentence.first and document.words[mention.first - 1] in (",", '"')
                return mention if described and opens and "," in document.words[mention.first : comma] else None
            index -= 1
            if document.tags[index] not in _NOMINAL | {Tag.CC} and document.words[index] != ",":
                return None
        return None


def extract_sources(document: AnnotatedDocument, findings: Findings) -> Iterator[Source]:
    """Yield the sources of cues that are no subjects right in front of them, in text order; headings are left out."""
    clauses, mentions = findings.along(Clause), findings.along(Mention)
    speaking = Along(document.hits.get("cue", ()), attrgetter("first"))
    for sentence in document.sentences:
        extent = sentence.first, sentence.last
        hits = speaking.within(*extent)
        if hits and not sentence.heading:
            reader = _SentenceReader(document, sentence, clauses.within(*extent), mentions.within(*extent))
            for hit in hits:
                source = reader.read(hit)
                if source is not None:
                    yield source
