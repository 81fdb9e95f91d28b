"""Finite verbs and their subjects: the part of a parse that attribution and commitment rest on."""

from __future__ import annotations

from collections.abc import Iterator

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.people.findings import Mention, MentionKind
from diplocorpus.extractors.speech.findings import Clause
from diplocorpus.patterns.words import words
from diplocorpus.text.annotated import AnnotatedDocument, Sentence
from diplocorpus.text.tagging import FINITE, Tag

_VERBS = FINITE | {Tag.VB}
_LINKS = frozenset({Tag.BE, Tag.HAVE})
_NOT_FINITE = frozenset({"be", "been", "being", "having"})
_PASSED_OVER = frozenset({Tag.ADV, Tag.NEG, Tag.QUOTE})
_PAST_AUXILIARIES = frozenset({"was", "were", "had", "did"})
_EITHER = frozenset({"would", "could", "should", "might", "must"})
_GROUP_TAGS = frozenset({Tag.MOD, Tag.BE, Tag.HAVE, Tag.DO, Tag.ADV, Tag.NEG})
_WHEN = frozenset("today yesterday tomorrow afternoon morning evening".split())
_PLURAL_HEADS = frozenset({"who", "which", "that", "countries", "nations"})
_PLURAL_SAYS = frozenset("say argue claim believe think warn contend fear insist".split())
"""Base forms that behind a noun are the plural present: "experts say"."""

_HOLDERS = frozenset(
    """
    presidents leaders ministers premiers governments heads representatives delegations advisors advisers officials
    experts diplomats delegates members envoys
    """.split()
)
"""Plural offices: "the presidents of A and B" are A and B."""

_SEVERAL = frozenset("countries states members nations leaders authorities people officials".split())
"""Nouns that make a party a subject in the plural: "the ASEAN countries support"."""

_COMPANIONS = frozenset("ally allies partner partners friends neighbours neighbors".split())
"""Those who act with a party and are no party of their own: "Freedonia and its allies will"."""

_THEIRS = frozenset("its their our his her".split())
_TOGETHER = ("and", "with", "as well as")

_AT = frozenset({"at", "in", "on", "during"})
"""What stands in front of a place that opens a sentence."""

_NOMINATIVES = frozenset({"we", "he", "she", "they"})
"""Subjects that open a clause of their own behind `and`: "a partner for Kenya and we invest" (but "Ott and I")."""

_MODIFIES = frozenset({Tag.DET, Tag.APOS, Tag.ADJ, Tag.NAME, Tag.NOUN})
"""What stands in front of a title within a subject."""

_CLAIMED = frozenset({"part_of_china", "sole_government"})

_MAX_PARENTHESIS = 45
_OPENS_ADVERBIAL = frozenset("in at on during after before following via through upon".split())
_OF_ADVERBIAL = frozenset({Tag.PREP, Tag.DET, Tag.POSS, Tag.ADJ, Tag.NOUN, Tag.NAME, Tag.NUM, Tag.ADV, Tag.APOS, Tag.VBG, Tag.TO})
_ADVERBIAL_REACH = 8
"""Tokens that when, where or in what something is said may take between subject and verb."""

_FAMILY = frozenset("wife husband spouse daughter son".split())
_FAMILY_REACH = 7
"""Tokens that `and his wife Ada Lowe` may have."""


class _Scanner:
    """Finds the clauses of one sentence, left to right."""

    def __init__(self, document: AnnotatedDocument, sentence: Sentence, ends: dict[int, Mention], starts: dict[int, Mention]) -> None:
        self.document = document
        self.sentence = sentence
        self.ends = ends
        self.starts = starts
        self.clauses: list[Clause] = []

    def scan(self) -> list[Clause]:
        first, last = self.sentence.first, self.sentence.last
        lower, group_end = self.document.lower, first
        for index, tag in enumerate(self.document.tags[first:last], first):
            if tag not in _VERBS or index < group_end:
                continue
            if (tag is Tag.VB and not self._finite_base(index)) or (tag in _LINKS and lower[index] in _NOT_FINITE):
                continue
            group_end = self._group_end(index)
            clause = self._clause(index, group_end - 1)
            if clause is not None:
                self.clauses.append(clause)
        return self.clauses

    def _group_end(self, verb: int) -> int:
        """Return the token after a verb group: auxiliaries, adverbs and the main verb ("has also been noted")."""
        document, index = self.document, verb + 1
        if document.tags[verb] not in _GROUP_TAGS:
            return index
        while index < self.sentence.last and (document.tags[index] in _GROUP_TAGS or document.lower[index] == "earlier"):
            index += 1
        if index < self.sentence.last and document.tags[index] in (Tag.VB, Tag.VBN, Tag.VBG, Tag.VBD):
            return index + 1
        # "have had": an auxiliary that is the main verb
        return index if document.tags[index - 1] is Tag.HAVE else verb + 1

    def _before(self, index: int) -> int:
        """Return the last token before a position that is no adverb, quotation mark or time."""
        document, index = self.document, index - 1
        while index >= self.sentence.first:
            word = document.words[index]
            if document.tags[index] in _PASSED_OVER or document.lower[index] in _WHEN:
                index -= 1
            elif word in words().weekdays:
                index -= 2 if document.lower_at(index - 1) in ("on", "late", "early") else 1
            elif (word == "," or word[0].isdigit() or word in words().months) and (opens := self._date_start(index)) is not None:
                index = opens - 1
            else:
                break
        return index

    def _date_start(self, last: int) -> int | None:
        """Return where a date begins that ends at a token: "Lowe [on March 4] received"; None where none does."""
        document = self.document
        index = last
        while index > self.sentence.first and last - index < 5 and (document.words[index][0].isdigit() or document.words[index] == ","):
            index -= 1
        dated = document.words[index] in words().months
        if dated and document.word_at(index - 1)[:1].isdigit():
            index -= 1
        return index - 1 if dated and index > self.sentence.first and document.lower[index - 1] == "on" else None

    def _finite_base(self, index: int) -> bool:
        """Tell whether a base form is a plural present ("The two sides support"), not an infinitive."""
        before = self._before(index)
        if before < self.sentence.first:
            return False
        mention = self.ends.get(before)
        if mention is not None:
            says = self.document.lower[index] in _PLURAL_SAYS and mention.kind is MentionKind.BODY
            several = mention.kind is MentionKind.GROUP or mention.head in _SEVERAL or self._coordinated(mention)
            plural = says or several or mention.head in ("we", "they", "i")
            return plural and not self._after_causative(mention)
        if self.document.lower[index] in _PLURAL_SAYS and self.document.tags[before] in (Tag.NOUN, Tag.NAME):
            return True
        if self.document.tags[before] not in (Tag.CC, Tag.PUNCT):
            return self.document.lower[before] in _PLURAL_HEADS or self.document.lower[before] in words().speakers
        for place in range(before, self.sentence.first - 1, -1):
            tag = self.document.tags[place]
            if tag in (Tag.TO, Tag.MOD):
                return False
            if tag in (Tag.HAVE, Tag.BE) or any(clause.verb == place and tag is Tag.VB for clause in self.clauses):
                return True
        return False

    def _after_causative(self, mention: Mention) -> bool:
        """Tell whether a group is the object of a verb that takes a bare infinitive or `for`/`to`: "help both sides build"."""
        before = mention.first - 1
        return before >= self.sentence.first and (
            self.document.tags[before] in (Tag.VB, Tag.VBG) or self.document.lower[before] in ("for", "help", "let")
        )

    def _coordinated(self, mention: Mention) -> bool:
        return len(self._with_conjuncts(mention)) > 1

    def _with_conjuncts(self, mention: Mention) -> tuple[Mention, ...]:
        """Return a mention with those that it is coordinated with to its left: "Freedonia and Ruritania"."""
        chain, document = [mention], self.document
        while mention.head not in _NOMINATIVES:
            index = self._before_family(chain[0].first - 1)
            if index >= self.sentence.first and document.lower[index] in ("and", "as well as", ","):
                comma = document.lower[index] == ","
                if comma and len(chain) == 1:
                    break
                index -= 1
                listed = document.lower_at(index) == ","
                if listed:
                    index -= 1
                other = self.ends.get(index)
                if other is not None and listed and other.first > self.sentence.first and document.words[other.first - 1] != ",":
                    break
                if other is not None and comma and document.lower_at(other.first - 1) in _AT:
                    break  # "at the White House, Lowe and Ott": a place opens the sentence
                if other is not None and other.kind in (MentionKind.PERSON, MentionKind.ROLE, MentionKind.PARTY):
                    chain.insert(0, other)
                    continue
            break
        return tuple(chain)

    def _before_family(self, index: int) -> int:
        """Return the last token before `his wife` where that ends at a token: "Lowe and [his wife] Ada"."""
        lower = self.document.lower
        return index - 2 if index > self.sentence.first + 1 and lower[index] in _FAMILY and lower[index - 1] in ("his", "her") else index

    def _family(self, last: int) -> int:
        """Return the last token before `and his wife Ada` where that ends at a token, a token out of reach where it does not."""
        document = self.document
        for index in range(last, max(self.sentence.first, last - _FAMILY_REACH + 2), -1):
            owner = self._before_family(index)
            if owner < index:
                return owner - 1 if document.lower[owner] == "and" else last - _FAMILY_REACH
            if document.tags[index] is not Tag.NAME:
                break
        return last - _FAMILY_REACH

    def _clause(self, verb: int, main: int) -> Clause | None:
        document = self.document
        lower = document.lower[verb]
        past = document.tags[verb] is Tag.VBD or lower in _PAST_AUXILIARIES
        before = self._before(verb)
        if before not in self.ends and (family := self._family(before)) > before - _FAMILY_REACH:
            before = family  # "Lowe and her husband Jan met"
        if before < self.sentence.first:
            return None
        tag = document.tags[before]
        mention = self.ends.get(before)
        if mention is not None:
            return self._with_subject(verb, main, mention, past)
        if document.words[before] in ("-", "–", "—", "--") and not document.glued(before):
            opened = before - 1
            while opened > self.sentence.first and document.words[opened] not in ("-", "–", "—", "--"):
                opened -= 1
            mention = self.ends.get(opened - 1)
            if mention is not None:
                return self._with_subject(verb, main, mention, past)
        if document.words[before] == ")":
            opened = before
            while opened > self.sentence.first and document.words[opened] != "(":
                opened -= 1
            mention = self.ends.get(opened - 1)
            if mention is not None:
                return self._with_subject(verb, main, mention, past)
        if tag is Tag.CC or document.words[before] in (",", ";"):
            return self._shared(verb, main, before, past)
        if document.lower[before] in ("which", "who", "that"):
            antecedent = before - 1
            if antecedent >= self.sentence.first and document.words[antecedent] == ",":
                antecedent -= 1
            mention = self.ends.get(antecedent)
            subject = self._with_conjuncts(mention) if mention else ()
            return Clause(verb, main, subject, (mention.first, mention.last) if mention else None, past, relative=True)
        led = self._leading(before)
        if led is not None:
            return self._with_subject(verb, main, led, past)
        across = self._across(before)
        if across:
            return Clause(verb, main, across, (across[0].first, across[-1].last), past)
        first = self._phrase_start(before)
        return Clause(verb, main, (), (first, before + 1), past)

    def _across(self, last: int) -> tuple[Mention, ...]:
        """Return the subject that when, where or in what it was said parts from its verb: "[Lowe] in a statement [said]"."""
        document = self.document
        for index in range(last, max(self.sentence.first, last - _ADVERBIAL_REACH), -1):
            if document.tags[index] not in _OF_ADVERBIAL and document.words[index] not in words().weekdays:
                return ()
            if document.lower[index] in _OPENS_ADVERBIAL:
                before = self._before(index)
                if document.word_at(before) == ")":
                    before = next((i - 1 for i in range(before, self.sentence.first, -1) if document.words[i] == "("), before)
                mention = self.ends.get(before) or (self.ends.get(before - 1) if document.word_at(before) == "," else None)
                chain = self._with_conjuncts(mention) if mention is not None else ()
                if chain and (chain[0].first == self.sentence.first or self._opens(chain[0].first)):
                    return chain
        return ()

    def _leading(self, index: int) -> Mention | None:
        """Return the party whose companions end at a token: "[Freedonia] and its allies and partners"."""
        document, place = self.document, index
        while place > self.sentence.first and (document.lower[place] in _COMPANIONS or (document.lower[place] == "and" and place < index)):
            place -= 1
        if place == index or document.lower[place] not in _THEIRS or document.lower_at(place - 1) not in _TOGETHER:
            return None
        place -= 2
        if document.lower_at(place) in ("together", "along"):
            place -= 1
        return self.ends.get(place)

    def _with_subject(self, verb: int, main: int, mention: Mention, past: bool) -> Clause:
        chain = self._with_conjuncts(mention)
        first = chain[0].first
        before = first - 1
        holders = (
            before > self.sentence.first and self.document.lower[before] in ("of", "from") and self.document.lower[before - 1] in _HOLDERS
        )
        if holders and len(chain) > 1:
            return Clause(verb, main, chain, (self._phrase_start(before), mention.last), past)
        if before >= self.sentence.first and self.document.tags[before] in (Tag.PREP, Tag.TO):
            across = self._across(before)
            if across:
                return Clause(verb, main, across, (across[0].first, across[-1].last), past)
        if before >= self.sentence.first and self.document.tags[before] in (Tag.PREP, Tag.TO) and not self._opens(before):
            # "relations between the two countries are": the mention only ends the subject.
            return Clause(verb, main, (), (self._phrase_start(before), mention.last), past)
        return Clause(verb, main, chain, (first, mention.last), past)

    def _opens(self, preposition: int) -> bool:
        """Tell whether a preposition opens its clause, so that what follows the phrase is a subject after all."""
        before = preposition - 1
        return (
            before < self.sentence.first
            or self.document.tags[before] in (Tag.PUNCT, Tag.QUOTE)
            or self.document.tags[before] in (Tag.VBD, Tag.VBZ)
        )

    def _shared(self, verb: int, main: int, before: int, past: bool) -> Clause | None:
        """Resolve a verb after a conjunction or comma: parenthesis, coordination, or a comma after an adverbial."""
        document = self.document
        if document.words[before] == ",":
            subject = self._apposed(before) or self._interrupted(before, verb) or self._around_parenthesis(before)
            if subject is not None:
                return Clause(verb, main, subject, (subject[0].first, subject[-1].last), past)
        either = document.lower[verb] in _EITHER
        claims = self._claims()
        beside = [c for c in self.clauses if not c.relative and c.verb not in claims]
        fitting = [c for c in beside if c.past == past and (either or document.lower[c.verb] not in _EITHER)]
        fitting = fitting or [c for c in beside if either or document.lower[c.verb] in _EITHER]
        told = [c for c in fitting if c.subject] if past else []
        models = told or fitting or (beside if claims else []) or self.clauses
        if not models:
            return None
        model = models[-1]
        return Clause(verb, main, model.subject, model.noun_phrase, past, relative=model.relative, shared=True)

    def _claims(self) -> frozenset[int]:
        """Return the verbs that say what Taiwan is, or who governs China: their subject acts in no other clause ("and opposes")."""
        hits = self.document.hits_in("one_china_clause", self.sentence.first, self.sentence.last)
        ends = [hit.last for hit in hits if hit.pattern.label in _CLAIMED]
        claims = {max((c.verb for c in self.clauses if c.verb < end), default=-1) for end in ends}
        return frozenset(claims | {c.verb for c in self.clauses if claims and self.document.lower_at(c.verb - 1) == "there"})

    def _apposed(self, comma: int) -> tuple[Mention, ...] | None:
        """Return a titled name that opens its clause and is closed by a comma: "The envoy of Freedonia, Jan Ott, said"."""
        mention = self.ends.get(comma - 1)
        if mention is None or mention.person is None or "," not in self.document.words[mention.first : mention.last]:
            return None
        first = mention.first
        while first > self.sentence.first and self.document.tags[first - 1] in _MODIFIES:
            first -= 1  # "The premier's adviser, Jan Ott, said"
        opens = first == self.sentence.first or (self._opens(first) and self.document.tags[first - 1] is not Tag.PREP)
        return (mention,) if opens else None

    def _interrupted(self, comma: int, verb: int) -> tuple[Mention, ...] | None:
        """Return the subject that only a comma parts from its verb, or one that opens an aside: "[Lowe], for her part expressed"."""
        document, mention = self.document, self.ends.get(comma - 1)
        if mention is None or any(tag is not Tag.ADV for tag in document.tags[comma + 1 : verb]):
            return None
        opens = mention.first == self.sentence.first or document.tags[mention.first - 1] is Tag.PUNCT
        parted = mention.kind in (MentionKind.PERSON, MentionKind.ROLE) and document.tags[verb] is Tag.VBD and opens
        return (mention,) if parted or (verb - comma > 2 and (opens or self._opens(mention.first))) else None

    def _around_parenthesis(self, comma: int) -> tuple[Mention, ...] | None:
        """Return the subject in front of a pair of commas: "Freedonia, he added, opposes"."""
        document = self.document
        index = comma - 1
        while index > self.sentence.first and comma - index < _MAX_PARENTHESIS:
            if document.words[index] == ",":
                mention = self.ends.get(index - 1)
                if mention is not None:
                    chain = self._with_conjuncts(mention)
                    opens = chain[0].first
                    before = opens - 1
                    lead = (
                        before < self.sentence.first
                        or document.tags[before] in (Tag.PUNCT, Tag.QUOTE, Tag.SUB, Tag.CC)
                        or document.tags[before] in (Tag.VBD, Tag.VBZ)
                    )
                    if lead and not self._conjunct_between(index, comma):
                        return chain
            index -= 1
        return None

    def _conjunct_between(self, first: int, last: int) -> bool:
        """Tell whether the commas only separate items of a list."""
        return last - first <= 3 and self.starts.get(first + 1) is not None

    def _phrase_start(self, index: int) -> int:
        document = self.document
        while index > self.sentence.first:
            tag = document.tags[index - 1]
            if tag in (Tag.PUNCT, Tag.SUB, Tag.VBD, Tag.VBZ, Tag.MOD, Tag.BE, Tag.HAVE, Tag.QUOTE):
                break
            index -= 1
        return index


def extract_clauses(document: AnnotatedDocument, findings: Findings) -> Iterator[Clause]:
    """Yield the finite verbs of a document with their subjects, in text order."""
    mentions = findings.of(Mention)
    ends = {mention.last - 1: mention for mention in mentions}
    starts = {mention.first: mention for mention in mentions}
    for sentence in document.sentences:
        yield from _Scanner(document, sentence, ends, starts).scan()
