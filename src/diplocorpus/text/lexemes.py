"""What a word tells by itself, worked out once: how it is compared with phrases, and its class whatever stands beside it."""

from __future__ import annotations

from typing import Self

from diplocorpus.patterns.spelling import american
from diplocorpus.patterns.words import Words
from diplocorpus.text.tagging import Tag, tag_alone
from diplocorpus.text.values import value

_MARKS = frozenset({"-", "–", "—", "‒", "--", '"', "''", "``", "'"})
"""What phrases are compared without."""


@value
class Lexeme:
    """A word as it is written, in whatever text; readers of a text look each of its words up once and have all of this."""

    text: str
    lower: str
    written: str
    """In American spelling, as phrases are compared that tell capitals apart; `folded` is the same in lower case."""
    folded: str
    full: bool
    """Whether it counts where phrases are compared without marks, `lean` where without adverbs, too."""
    lean: bool
    tag: Tag | None
    """Its class within a sentence, None where its neighbours decide; `opening` its class as the first word of one."""
    opening: Tag | None

    @classmethod
    def of(cls, text: str, words: Words) -> Self:
        """Return what a word tells, given the word lists."""
        written = american(text)
        folded = written.lower()
        full = written not in _MARKS
        lean = full and not words.is_adverb(folded)
        return cls(
            text, text.lower(), written, folded, full, lean, tag_alone(text, words, initial=False), tag_alone(text, words, initial=True)
        )
