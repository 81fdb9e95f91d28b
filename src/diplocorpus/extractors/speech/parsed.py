"""Reported speech that only a parse shows: any source, at any distance from its cue.

Where a document carries the parse of a trained pipeline, the verbs of the packs `cue` and `parsed_cue` are looked up in
it: a verb reports where it has a subject and a complement that its pattern takes. What the rules found stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.people.findings import Mention, MentionKind
from diplocorpus.extractors.speech.findings import Turn, Utterance
from diplocorpus.patterns.words import words
from diplocorpus.text.annotated import AnnotatedDocument, Hit
from diplocorpus.text.parse import Parse

_CLAUSE = frozenset({"ccomp"})
_THING = frozenset({"dobj", "pobj", "ccomp", "oprd", "nsubjpass"})
_COMPLEMENTS = {"that": _CLAUSE, "quote": _CLAUSE, "np": _THING, "to": frozenset({"xcomp"})}
"""Relations in which a complement stands to its cue, by what a pattern says that it takes."""

_FOLLOWS = ("prep", "xcomp", "oprd")
"""Relations of what belongs to a complement though it hangs on the verb: "likened the plan [to a dream]"."""

_SHARES_ITS_SUBJECT = frozenset({"conj", "advcl", "xcomp", "pcomp"})
_RELATIVE = frozenset({"WP", "WDT"})
_NOBODY = frozenset("it this that these those there what which nothing you talks discussion discussions conversation".split())
"""Subjects that say nothing themselves; talks are had."""
_EDGES = frozenset({",", ";", ":", '"', "-", "--", "–", "—", ".", "(", "that"})


class _Reader:
    """Reads one document with its parse."""

    def __init__(self, document: AnnotatedDocument, parse: Parse, findings: Findings) -> None:
        self.document = document
        self.parse = parse
        self.mentions = {token: mention for mention in findings.of(Mention) for token in range(mention.first, mention.last)}
        self.encounters = {token for hit in document.hits.get("encounter", ()) for token in range(hit.first, hit.last)}
        self.taken: set[int] = set()
        for utterance in findings.of(Utterance):
            self._take(utterance)
        for turn in findings.of(Turn):
            self.taken.update(range(turn.first, turn.last))

    def _take(self, utterance: Utterance) -> None:
        for first, last in (utterance.cue, *utterance.content):
            self.taken.update(range(first, last))

    def read(self) -> list[Utterance]:
        """Return the utterances that the rules have not found, in text order.

        Verbs high in the tree come first: what is reported within somebody's words is part of them. Of the verbs that
        want a parse those are passed over that bind ("supports the plan" is a commitment), and infinitives.
        """
        hits = self.document.hits
        binding = {hit.first for hit in hits.get("strength", ())}
        wanting = [hit for hit in hits.get("parsed_cue", ()) if hit.first not in binding and not self._infinitive(hit.first)]
        found = []
        for hit in sorted((*hits.get("cue", ()), *wanting), key=lambda hit: (len(list(self.parse.path(hit.first))), hit.first)):
            utterance = self._utterance(hit) if self._may_report(hit) else None
            if utterance is not None:
                found.append(utterance)
                self._take(utterance)
        return sorted(found, key=lambda utterance: utterance.cue)

    def _infinitive(self, verb: int) -> bool:
        return any(self.document.lower[child] == "to" for child in self.parse.children(verb, "aux"))

    def _may_report(self, hit: Hit) -> bool:
        """Tell whether a hit is a verb of the narrative."""
        document, verb = self.document, hit.first
        quoted = any(first < verb < last for first, last in document.quotes)
        free = self.taken.isdisjoint(range(verb, hit.last))
        return self.parse.is_verb(verb) and free and not quoted and not document.sentence_of(verb).heading

    def _utterance(self, hit: Hit) -> Utterance | None:
        head = self._subject(hit.first)
        if head is None or self.document.lower[head] in _NOBODY or head in self.encounters:
            return None
        subject = self._mentions(head)
        source = (subject[0].first, subject[-1].last)
        complements = self._complements(hit, source)
        content = self._content(hit, complements, source) if complements else ()
        if not content:
            return None
        number = self.document.sentence_number(hit.first)
        return Utterance((hit.first, hit.last), source, subject, content, f"{hit.pattern.id}/parsed", number)

    def _subject(self, verb: int) -> int | None:
        """Return the head of who acts: the agent of a passive, a verb's own subject, or that of the verb that it hangs on.

        A relative pronoun stands for its antecedent. Verbs that qualify a noun have none.
        """
        parse = self.parse
        for agent in parse.children(verb, "agent"):
            return next(iter(parse.children(agent, "pobj")), None)
        for token in (verb, *parse.path(verb)):
            if own := parse.children(token, "nsubj"):
                relative = parse.relations[token] == "relcl" and parse.tags[own[0]] in _RELATIVE
                return parse.heads[token] if relative else own[0]
            hangs = parse.tags[token] == "IN" or (parse.is_verb(token) and parse.relations[token] in _SHARES_ITS_SUBJECT)
            if not hangs or parse.children(token, "nsubjpass"):
                return None
        return None

    def _mentions(self, head: int) -> tuple[Mention, ...]:
        """Return who stands at the head of a subject: people and parties that are known, else the noun phrase up to a comma."""
        known = [self.mentions.get(token) for token in (head, *self.parse.children(head, "conj"))]
        named = tuple(mention for mention in known if mention is not None and mention.kind is not MentionKind.BODY)
        if len(named) == len(known):
            return named
        first, last = self.parse.extent(head)
        last = next((token for token in range(head, last) if self.document.words[token] == ","), last)
        first, last = self._trim(first, last) or (head, head + 1)
        return (Mention(first, last, MentionKind.BODY, head=self.document.lower[head]),)

    def _complements(self, hit: Hit, source: tuple[int, int]) -> list[int]:
        """Return the heads of the complements that a pattern takes; only studies and papers find and show things."""
        publishes = any(word in words().publications for word in self.document.lower[slice(*source)])
        takes = [kind for kind in hit.pattern.takes if kind != "np" or hit.pattern.id != "say.find" or publishes]
        wanted = {relation for kind in takes for relation in _COMPLEMENTS.get(kind, ())}
        inside = range(hit.first, hit.last)
        found = [child for token in inside for child in self.parse.children(token, *wanted) if child not in inside]
        return [child for child in found if self.parse.tags[child] not in _RELATIVE]

    def _content(self, hit: Hit, complements: Sequence[int], source: tuple[int, int]) -> tuple[tuple[int, int], ...]:
        """Return the token ranges of complements with what follows them and the quotations that they stand in.

        Source and cue are left out where they stand within.
        """
        extents = [self.parse.extent(complement) for complement in complements]
        first = min(first for first, _ in extents)
        following = [child for child in self.parse.children(hit.first, *_FOLLOWS) if child > complements[0]]
        last = max(self.parse.extent(child)[1] for child in (*complements, *following))
        for opening, closing in self.document.quotes:
            if opening < last and first < closing:
                first, last = min(first, opening), max(last, closing)
        pieces = [(first, last)]
        if first < hit.first < last:
            pieces = [(first, min(hit.first, source[0])), (max(hit.last, source[1]), last)]
        return tuple(trimmed for piece in pieces if (trimmed := self._trim(*piece)))

    def _trim(self, first: int, last: int) -> tuple[int, int] | None:
        while first < last and self.document.lower[first] in _EDGES:
            first += 1
        while first < last and self.document.lower[last - 1] in _EDGES:
            last -= 1
        return (first, last) if first < last else None


def extract_parsed_speech(document: AnnotatedDocument, findings: Findings) -> Iterator[Utterance]:
    """Yield the utterances of a document that a parse shows beyond those found by rule; none without a parse."""
    if document.parse is not None:
        yield from _Reader(document, document.parse, findings).read()
