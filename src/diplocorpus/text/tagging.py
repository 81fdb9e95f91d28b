"""Coarse word classes without a model: closed classes, a verb lexicon, endings, and the words around.

The rules settle what extraction needs: where a finite verb stands, whether `support` is an act or a thing, where a
subject ends. They follow the order of a textbook chunker (Abney 1991): certain words first, then neighbours decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import lru_cache

from diplocorpus.patterns.inflection import Form
from diplocorpus.patterns.words import Words


class Tag(Enum):
    """A coarse word class."""

    DET = "determiner"
    POSS = "possessive"
    PRON = "pronoun"
    PREP = "preposition"
    TO = "to"
    CC = "conjunction"
    SUB = "subordinator"
    MOD = "modal"
    BE = "be"
    HAVE = "have"
    DO = "do"
    NEG = "negation"
    ADV = "adverb"
    NUM = "number"
    NAME = "name"
    NOUN = "noun"
    ADJ = "adjective"
    VB = "verb, base"
    VBZ = "verb, third person"
    VBD = "verb, past"
    VBN = "verb, participle"
    VBG = "verb, -ing"
    PUNCT = "punctuation"
    QUOTE = "quotation mark"
    APOS = "possessive ending"


FINITE = frozenset({Tag.MOD, Tag.BE, Tag.HAVE, Tag.DO, Tag.VBZ, Tag.VBD})
_BEFORE_NOUN = frozenset({Tag.DET, Tag.POSS, Tag.APOS, Tag.ADJ, Tag.PREP, Tag.NUM})
_OPENS_OBJECT = frozenset({Tag.DET, Tag.POSS, Tag.NAME, Tag.ADJ, Tag.NUM, Tag.PRON})
_PARTICLES = frozenset({"up", "out", "forward", "off", "down", "ahead"})
_WITH_PREPOSITION = frozenset({"push", "work", "focus", "press", "fight", "act", "stand"})
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


def tag_tokens(tokens: Sequence[str], starts_sentence: Sequence[bool], names: Sequence[bool], words: Words) -> tuple[Tag, ...]:
    """Return a word class for each token; `names` marks tokens that are known to name a party."""
    tags = [
        Tag.NAME if name else _by_itself(word, initial, words) for word, initial, name in zip(tokens, starts_sentence, names, strict=True)
    ]
    for index, tag in enumerate(tags):
        if tag is None:
            tags[index] = _settle(index, tokens, tags, words)
    return tuple(tag for tag in tags if tag is not None)


@lru_cache(maxsize=1 << 16)
def _by_itself(word: str, initial: bool, words: Words) -> Tag | None:
    """Return the tag that a word has whatever stands beside it, None where that matters."""
    lower = word.lower()
    closed = _closed_class(lower, words) if word.islower() or initial or lower in ("i", "'s", "'") else None
    return closed or _open_class(word, lower, initial, words)


def _neighbour(index: int, tags: Sequence[Tag | None], step: int) -> tuple[int, Tag | None]:
    """Return the nearest token in a direction that is no adverb, negation or quotation mark."""
    index += step
    while 0 <= index < len(tags) and tags[index] in (Tag.ADV, Tag.NEG, Tag.QUOTE):
        index += step
    return (index, tags[index]) if 0 <= index < len(tags) else (-1, None)


def _settle(index: int, tokens: Sequence[str], tags: list[Tag | None], words: Words) -> Tag:
    """Decide an open token by its neighbours; what was decided to the left is used to the right."""
    lower = tokens[index].lower()
    before_at, before = _neighbour(index, tags, -1)
    _, after = _neighbour(index, tags, 1)
    forms: set[Form] = {form for _, form in words.verb_forms.get(lower, ())}
    if not forms:
        forms = {"past"} if lower.endswith("ed") else set()
    following = tokens[index + 1].lower() if index + 1 < len(tokens) else ""
    return _decide(lower, forms, before, before_at, after, tags, tokens, words, following)


def _decide(
    lower: str,
    forms: set[Form],
    before: Tag | None,
    before_at: int,
    after: Tag | None,
    tags: Sequence[Tag | None],
    tokens: Sequence[str],
    words: Words,
    following: str,
) -> Tag:
    if "gerund" in forms:
        return Tag.VBG
    ambiguous = lower in words.ambiguous or lower in words.adjectives
    nominal = Tag.ADJ if lower in words.adjectives else Tag.NOUN
    if forms & {"past", "participle"} and not ("base" in forms and before in (Tag.TO, Tag.MOD, Tag.DO)):
        if before in (Tag.BE, Tag.HAVE):
            return Tag.VBN
        if lower == "said":
            return Tag.VBD
        if before in (Tag.DET, Tag.POSS, Tag.APOS, Tag.ADJ, Tag.PREP):
            return nominal if ambiguous and "base" in forms else Tag.VBN
        if "past" not in forms or (after is Tag.PREP and before is Tag.NOUN and _next_word(tokens, before_at) == "by"):
            return Tag.VBN
        return Tag.VBD
    if "base" in forms:
        if before in (Tag.TO, Tag.MOD, Tag.DO):
            return Tag.VB
        if before in (Tag.DET, Tag.POSS, Tag.APOS) or (ambiguous and before in _BEFORE_NOUN):
            return nominal
        if not ambiguous:
            return Tag.VB
        if before in (Tag.CC, Tag.PUNCT) or before is None:
            phrasal = following in _PARTICLES or (after is Tag.PREP and lower in _WITH_PREPOSITION)
            return Tag.VB if (after in _OPENS_OBJECT or phrasal) and _verb_chain(before_at, tags) else nominal
        if before in (Tag.PRON, Tag.SUB) and after in (_OPENS_OBJECT | {Tag.TO, Tag.PREP, Tag.SUB}):
            return Tag.VB
        plural = before_at >= 0 and tokens[before_at].lower() in words.speakers | {"countries", "nations", "states", "both"}
        return Tag.VB if plural and after in (_OPENS_OBJECT | {Tag.TO, Tag.SUB}) else nominal
    if "third" in forms:
        if not ambiguous:
            return Tag.VBZ
        actor = before in (Tag.NAME, Tag.PRON) or (before is Tag.NOUN and tokens[before_at].lower() in words.speakers | _SINGULAR_ACTORS)
        if actor and (after in _OPENS_OBJECT or after in (Tag.TO, Tag.SUB, Tag.PREP)):
            return Tag.VBZ
        if before in (Tag.CC, Tag.PUNCT, Tag.SUB) and after in _OPENS_OBJECT and _finite_before(before_at, tags):
            return Tag.VBZ
        if before is Tag.NOUN and after is Tag.PUNCT and tokens[before_at].lower() in ("message", "letter", "statement", "text"):
            return Tag.VBZ
        if before is Tag.NOUN and after in (Tag.TO, Tag.DET, Tag.SUB, Tag.POSS, Tag.NAME):
            return Tag.VBZ
        return Tag.NOUN
    return nominal


def _next_word(tokens: Sequence[str], index: int) -> str:
    return tokens[index + 2].lower() if index + 2 < len(tokens) else ""


def _verb_chain(index: int, tags: Sequence[Tag | None], reach: int = 40) -> bool:
    """Tell whether a base verb stands shortly before, so that a conjunct may be one too."""
    return any(tags[i] in (Tag.VB, Tag.MOD) for i in range(max(0, index - reach), max(0, index)))


def _finite_before(index: int, tags: Sequence[Tag | None], reach: int = 60) -> bool:
    return any(tags[i] in FINITE for i in range(max(0, index - reach), max(0, index)))
