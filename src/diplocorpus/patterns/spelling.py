"""British and American spelling as one, so that a pack writes a word once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_RULES = (
    (re.compile(r"(?<=[A-Za-z][a-z]{2}i)s(?=(?:e[ds]?|ing|ations?)$)"), "z"),
    (re.compile(r"(?<=[A-Za-z][a-z]{2}o)u(?=r(?:s|ed|ing|ly|liness|hood)?$)"), ""),
    (re.compile(r"(?<=[A-Za-z][a-z]t)re(?=[ds]?$)"), "er"),
    (re.compile(r"(?<=rogram)me(?=s?$)"), ""),
    (re.compile(r"(?<=efen)c(?=e$)"), "s"),
)
_HYPHENATED = ("operat", "ordinat", "existence")
_UNHYPHENATED = re.compile(rf"(?i)\b(co)(?={'|'.join(_HYPHENATED)})")


@lru_cache(1 << 15)
def american(word: str) -> str:
    """Return a word as Americans spell it; words that only look British change too, always in the same way.

    >>> american("Organisation"), american("neighbourly"), american("centre"), american("programmes")
    ('Organization', 'neighborly', 'center', 'programs')
    """
    for british, letters in _RULES:
        word = british.sub(letters, word)
    return word


def hyphenations(text: str) -> Iterator[str]:
    """Yield a text and, where it holds `cooperation` or its like, the same with `co-operation`.

    >>> list(hyphenations("Economic Cooperation Organization"))
    ['Economic Cooperation Organization', 'Economic Co-operation Organization']
    """
    yield text
    if not any(part in text for part in _HYPHENATED):
        return
    hyphenated = _UNHYPHENATED.sub(r"\1-", text)
    if hyphenated != text:
        yield hyphenated
