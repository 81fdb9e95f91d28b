"""Coarse word classes without a model: closed classes, a verb lexicon, endings, and the words around.

The rules settle what extraction needs: where a finite verb stands, whether `support` is an act or a thing, where a
subject ends. They follow the order of a textbook chunker (Abney 1991): certain words first, then neighbours decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import ClassVar

from diplocorpus.patterns.inflection import Form
from diplocorpus.patterns.words import Words
from diplocorpus.text.lexicon import PhraseTree
from diplocorpus.text.marks import Mark


class Tag(Mark):
    """A coarse word class."""

    __slots__ = ()

    DET: ClassVar[Tag]  # determiner
    POSS: ClassVar[Tag]  # possessive
    PRON: ClassVar[Tag]  # pronoun
    PREP: ClassVar[Tag]  # preposition
    TO: ClassVar[Tag]  # to
    CC: ClassVar[Tag]  # conjunction
    SUB: ClassVar[Tag]  # subordinator
    MOD: ClassVar[Tag]  # modal
    BE: ClassVar[Tag]  # be
    HAVE: ClassVar[Tag]  # have
    DO: ClassVar[Tag]  # do
    NEG: ClassVar[Tag]  # negation
    ADV: ClassVar[Tag]  # adverb
    NUM: ClassVar[Tag]  # number
    NAME: ClassVar[Tag]  # name
    NOUN: ClassVar[Tag]  # noun
    ADJ: ClassVar[Tag]  # adjective
    VB: ClassVar[Tag]  # verb, base
    VBZ: ClassVar[Tag]  # verb, third person
    VBD: ClassVar[Tag]  # verb, past
    VBN: ClassVar[Tag]  # verb, participle
    VBG: ClassVar[Tag]  # verb, -ing
    PUNCT: ClassVar[Tag]  # punctuation
    QUOTE: ClassVar[Tag]  # quotation mark
    APOS: ClassVar[Tag]  # possessive ending


FINITE = frozenset({Tag.MOD, Tag.BE, Tag.HAVE, Tag.DO, Tag.VBZ, Tag.VBD})
_BEFORE_NOUN = frozenset({Tag.DET, Tag.POSS, Tag.APOS, Tag.ADJ, Tag.PREP, Tag.NUM})
_OPENS_OBJECT = frozenset({Tag.DET, Tag.POSS, Tag.NAME, Tag.ADJ, Tag.NUM, Tag.PRON})
_GOES_ON_GROUP = frozenset({Tag.NOUN, Tag.ADJ, Tag.NAME, Tag.CC, Tag.PUNCT, Tag.VBN, None})
"""What follows a participle that stands in front of a noun; None is a word that is not settled yet."""

_PASSED = frozenset({Tag.ADV, Tag.NEG, Tag.QUOTE})
_REMAIN = frozenset("remain remains remained stay stays stayed become becomes became get feel feels felt seem seems".split())
_WANTS = frozenset({"hopes", "wishes", "plans", "aims", "needs", "desires"})
_BEHIND_NOUN = frozenset({"concerned", "involved"})
_PREFIXES = frozenset({"de", "re", "co", "fast"})
"""What a hyphen joins to a verb: "to de-escalate"."""

_MESSAGES = frozenset({"message", "letter", "statement", "text"})
_PARTICLES = frozenset({"up", "out", "forward", "off", "down", "ahead"})
_WITH_PREPOSITION = frozenset({"push", "work", "focus", "press", "fight", "act", "stand"})
_PLURAL_ACTORS = frozenset({"countries", "nations", "states", "both"})
_SINGULAR_ACTORS = frozenset({"country", "side", "nation", "people", "government", "party", "state"})
_ADJECTIVE_ENDINGS = ("al", "ive", "ous", "ful", "ic", "able", "ible", "ary", "less", "ese", "ish")
_NOUN_ENDINGS = ("ment", "tion", "sion", "ness", "ity", "ance", "ence", "ship", "ism", "ist", "ture")


def _closed_class(lower: str, words: Words) -> Tag | None:
    if lower == "to":
        return Tag.TO
    if lower in ("'s", "'"):
        return Tag.APOS
    if lower in ("not", "n't", "never"):
        return Tag.NEG
    for names, tag in (
        (words.conjunctions, Tag.CC),
        (words.be, Tag.BE),
        (words.have, Tag.HAVE),
        (words.do, Tag.DO),
        (words.modals, Tag.MOD),
        (words.possessives, Tag.POSS),
        (words.objects, Tag.PRON),
        (words.prepositions, Tag.PREP),
        (words.subordinators, Tag.SUB),
        (words.pronouns, Tag.PRON),
        (words.numbers, Tag.NUM),
        (words.determiners, Tag.DET),
    ):
        if lower in names:
            return tag
    return None


def _open_class(word: str, lower: str, initial: bool, words: Words) -> Tag | None:
    """Return a tag where the word alone settles it, None where its neighbours must."""
    if not any(char.isalnum() for char in word):
        return Tag.QUOTE if word in ('"', "``", "''") else Tag.PUNCT
    if word[0].isdigit():
        return Tag.NUM
    if word[0].isupper() and not initial:
        return Tag.NAME
    if lower in _PREFIXES:
        return None
    if words.is_adverb(lower):
        return Tag.ADV
    if lower in words.speakers and lower not in words.verb_forms:
        return Tag.NOUN
    forms = words.verb_forms.get(lower, ())
    if word[0].isupper() and not forms and lower not in words.adjectives:
        return Tag.NAME
    if lower in words.adjectives:
        return None if forms else Tag.ADJ
    if forms:
        return None
    if lower.endswith("ing") and len(lower) > 5:
        return Tag.VBG
    if lower.endswith("ed") and len(lower) > 4:
        return None
    if lower.endswith(_NOUN_ENDINGS):
        return Tag.NOUN
    return Tag.ADJ if lower.endswith(_ADJECTIVE_ENDINGS) else Tag.NOUN


def tag_tokens(lower: Sequence[str], alone: Sequence[Tag | None], words: Words) -> tuple[Tag, ...]:
    """Return a word class for each token; `lower` are the tokens in lower case, `alone` the classes that they have by themselves."""
    tags = list(alone)
    for first, last, _ in _asides(words).find(lower):
        tags[first:last] = [Tag.ADV] * (last - first)
    return _Settler(lower, tags, words).settle()


@cache
def _asides(words: Words) -> PhraseTree[Tag]:
    """Return the adverbs of several words."""
    tree: PhraseTree[Tag] = PhraseTree()
    for phrase in words.asides:
        tree.add(phrase, Tag.ADV)
    return tree


def tag_alone(word: str, words: Words, *, initial: bool) -> Tag | None:
    """Return the class that a word has whatever stands beside it, None where that matters; `initial` is the first of a sentence."""
    lower = word.lower()
    closed = _closed_class(lower, words) if word.islower() or initial or lower in ("i", "'s", "'") else None
    return closed or _open_class(word, lower, initial, words)


@lru_cache(maxsize=1 << 12)
def _forms(lower: str, words: Words) -> frozenset[Form]:
    """Return the forms of a verb that a word may be."""
    known: list[Form] = [form for _, form in words.verb_forms.get(lower, ())]
    if not known and lower.endswith("ed"):
        known = ["past"]
    return frozenset(known)


class _Settler:
    """Decides open tokens by their neighbours, left to right: what was decided to the left is used to the right."""

    def __init__(self, lower: Sequence[str], tags: list[Tag | None], words: Words) -> None:
        self.lower = lower
        self.tags = tags
        self.words = words

    def settle(self) -> tuple[Tag, ...]:
        for index, tag in enumerate(self.tags):
            if tag is None:
                self.tags[index] = self.decide(index)
        return tuple(filter(None, self.tags))

    def beside(self, index: int, step: int) -> tuple[int, Tag | None]:
        """Return the nearest token in a direction that is no adverb, negation or quotation mark."""
        tags, end = self.tags, len(self.tags)
        index += step
        while 0 <= index < end:
            tag = tags[index]
            if tag not in _PASSED:
                return index, tag
            index += step
        return -1, None

    def decide(self, index: int) -> Tag:
        lower = self.lower[index]
        before_at, before = self.beside(index, -1)
        after_at, after = self.beside(index, 1)
        if before is Tag.DET and self.lower[before_at] == "both" and self.beside(before_at, -1)[1] in (Tag.PUNCT, Tag.CC, None):
            before = Tag.PRON  # "Both stressed the need"
        if lower in _PREFIXES:
            joined = before in (Tag.TO, Tag.MOD, Tag.DO) and index + 1 < len(self.lower) and self.lower[index + 1] == "-"
            return Tag.VB if joined else Tag.NOUN
        forms = _forms(lower, self.words)
        if "gerund" in forms:
            return Tag.VBG
        ambiguous = lower in self.words.ambiguous or lower in self.words.adjectives
        nominal = Tag.ADJ if lower in self.words.adjectives else Tag.NOUN
        if forms & {"past", "participle"} and not ("base" in forms and before in (Tag.TO, Tag.MOD, Tag.DO)):
            if before in (Tag.DET, Tag.POSS, Tag.APOS, Tag.ADJ, Tag.PREP, Tag.TO) and lower != "said":
                return nominal if ambiguous and "base" in forms else Tag.VBN
            return Tag.VBD if before is Tag.PRON and "past" in forms else self.past(index, forms, before_at, after_at)
        if "base" in forms:
            if before in (Tag.TO, Tag.MOD, Tag.DO):
                return Tag.VB
            if before in (Tag.DET, Tag.POSS, Tag.APOS) or (ambiguous and before in _BEFORE_NOUN):
                return nominal
            return self.base(index, before_at, after) if ambiguous else Tag.VB
        if "third" in forms:
            return self.third(index, before_at, after) if ambiguous else Tag.VBZ
        return nominal

    def past(self, index: int, forms: frozenset[Form], before_at: int, after_at: int) -> Tag:
        """Tell a finite past from a participle: "stressed", but "a stable and unified country", "talks held in Strelsau"."""
        lower, tags = self.lower[index], self.tags
        before = tags[before_at] if before_at >= 0 else None
        after = tags[after_at] if after_at >= 0 else None
        if before in (Tag.BE, Tag.HAVE):
            return Tag.VBN
        if lower == "said":
            return Tag.VBD
        if "past" not in forms or (before is Tag.NOUN and (lower in _BEHIND_NOUN or self.is_by(after_at))):
            return Tag.VBN
        if before_at >= 0 and self.lower[before_at] in _REMAIN:
            return Tag.VBN
        if before in (Tag.VBD, Tag.VB, Tag.VBZ, Tag.VBG) and before_at == index - 1 and after in _GOES_ON_GROUP:
            return Tag.VBN  # "noted continued progress"
        if before in (Tag.CC, Tag.PUNCT) and self.conjoined(before_at, after_at):
            return Tag.VBN
        postmodifies = lower in self.words.postmodifiers and before in (Tag.NOUN, Tag.NAME, Tag.NUM, Tag.PUNCT)
        if postmodifies and after is Tag.PREP and (before is not Tag.NAME or self.lower[after_at] == "by"):
            # "the talks held in Strelsau", "a visit, scheduled for May"
            return Tag.VBD if before is Tag.PUNCT and not self.after_noun(before_at) else Tag.VBN
        return Tag.VBD

    def is_by(self, index: int) -> bool:
        return index >= 0 and self.lower[index] == "by"

    def conjoined(self, mark: int, after_at: int) -> bool:
        """Tell whether a participle goes on a list of modifiers or of participles before a comma or conjunction."""
        if self.lower[mark] not in ("and", "or", "but", ","):
            return False
        mark -= self.lower[mark] != "," and mark > 0 and self.lower[mark - 1] == ","
        model, tag = self.beside(mark, -1)
        after = self.tags[after_at] if after_at >= 0 else None
        if tag is Tag.VBN and self.is_by(after_at):
            return True
        if tag is Tag.VBN and self.beside(model, -1)[1] is Tag.BE:
            return after in (Tag.PREP, Tag.PUNCT, Tag.CC, None)
        attributive = self.beside(model, -1)[1] in (Tag.DET, Tag.POSS, Tag.APOS, Tag.ADJ, Tag.PREP, Tag.VBN, Tag.PUNCT)
        return tag in (Tag.ADJ, Tag.VBN) and attributive and after in _GOES_ON_GROUP

    def after_noun(self, mark: int) -> bool:
        return self.lower[mark] == "," and self.beside(mark, -1)[1] in (Tag.NOUN, Tag.NAME, Tag.NUM, Tag.VBG)

    def base(self, index: int, before_at: int, after: Tag | None) -> Tag:
        """Tell a base form from a noun or adjective: "they support the plan", "a free and open sea"."""
        lower = self.lower[index]
        nominal = Tag.ADJ if lower in self.words.adjectives else Tag.NOUN
        before = self.tags[before_at] if before_at >= 0 else None
        if before in (Tag.CC, Tag.PUNCT) or before is None:
            if before is Tag.CC and nominal is Tag.ADJ and self.beside(before_at, -1)[1] is Tag.ADJ:
                return Tag.ADJ
            following = self.lower[index + 1] if index + 1 < len(self.lower) else ""
            phrasal = following in _PARTICLES or (after is Tag.PREP and lower in _WITH_PREPOSITION)
            return Tag.VB if (after in _OPENS_OBJECT or phrasal) and self.verb_chain(before_at) else nominal
        if before in (Tag.PRON, Tag.SUB) and after in (_OPENS_OBJECT | {Tag.TO, Tag.PREP, Tag.SUB}):
            return Tag.VB
        plural = self.lower[before_at] in self.words.speakers or self.lower[before_at] in _PLURAL_ACTORS or self.two_names(before_at)
        return Tag.VB if plural and after in (_OPENS_OBJECT | {Tag.TO, Tag.SUB}) else nominal

    def two_names(self, last: int) -> bool:
        """Tell whether names joined by a conjunction end at a token and are a subject: "Ruritania and Freedonia"."""
        index, joined = last, False
        while index >= 0 and (self.tags[index] is Tag.NAME or self.lower[index] in ("and", "the", ".", "mr", "mr.", "ms", "ms.")):
            joined = joined or self.lower[index] == "and"
            index -= 1
        opens = index < 0 or self.tags[index] in (Tag.PUNCT, Tag.SUB, Tag.VBD, Tag.QUOTE)
        return joined and opens and self.tags[last] is Tag.NAME

    def third(self, index: int, before_at: int, after: Tag | None) -> Tag:
        """Tell a third person from a plural: "Ruritania supports the plan", "its supports"."""
        before = self.tags[before_at] if before_at >= 0 else None
        word = self.lower[before_at] if before_at >= 0 else ""
        acts = word in self.words.speakers or word in _SINGULAR_ACTORS
        actor = before in (Tag.NAME, Tag.PRON) or (before is Tag.NOUN and acts)
        if actor and (after in _OPENS_OBJECT or after in (Tag.TO, Tag.SUB, Tag.PREP)):
            return Tag.VBZ
        if word in ("it", "he", "she") and after in (Tag.NOUN, None):
            return Tag.VBZ
        if before is Tag.NAME and after in (Tag.NOUN, None) and before_at == index - 1 and self.needs_verb(index, before_at):
            return Tag.VBZ  # "Ruritania advocates dialogue"
        opens = after in _OPENS_OBJECT or (after is Tag.TO and self.lower[index] in _WANTS)
        if before in (Tag.CC, Tag.PUNCT, Tag.SUB) and opens and self.finite_before(before_at):
            return Tag.VBZ
        if before is Tag.NOUN and after in (Tag.PUNCT, None) and (word in _MESSAGES or word in self.words.authorities):
            return Tag.VBZ  # "..., the ministry reports."
        if before is Tag.NOUN and after in (Tag.TO, Tag.DET, Tag.SUB, Tag.POSS, Tag.NAME):
            return Tag.VBZ
        return Tag.NOUN

    def needs_verb(self, index: int, name: int) -> bool:
        """Tell whether a name opens a clause that has no other verb up to the next mark."""
        while name >= 0 and (self.tags[name] is Tag.NAME or self.lower[name] == "the"):
            name -= 1
        if name >= 0 and self.tags[name] not in (Tag.PUNCT, Tag.SUB, Tag.QUOTE) and self.lower[name] not in ("said", "says", "added"):
            return False
        for after in range(index + 1, len(self.tags)):
            if self.tags[after] is Tag.PUNCT:
                break
            if self.tags[after] in FINITE or (self.lower[after].endswith("ed") and self.lower[after] in self.words.verb_forms):
                return False
        return index + 1 < len(self.tags) and self.tags[index + 1] is not Tag.PUNCT

    def verb_chain(self, index: int, reach: int = 40) -> bool:
        """Tell whether a base verb stands shortly before, so that a conjunct may be one too."""
        return any(self.tags[i] in (Tag.VB, Tag.MOD) for i in range(max(0, index - reach), max(0, index)))

    def finite_before(self, index: int, reach: int = 60) -> bool:
        return any(self.tags[i] in FINITE for i in range(max(0, index - reach), max(0, index)))
