"""Abbreviations that a document introduces itself."""

from __future__ import annotations

import pytest

from diplocorpus.models.documents import Document
from diplocorpus.patterns.loading import own_packs
from diplocorpus.text.abbreviations import definitions
from diplocorpus.text.annotate import Annotator

DEFINED = [
    # text, abbreviation and full name: why
    ("The Strelsau Port Initiative (SPI) grew.", ("SPI", "Strelsau Port Initiative")),
    ("The Organization for Danube Ports (ODP) grew.", ("ODP", "Organization for Danube Ports")),  # a small word has no letter
    ("The “Strelsau Port Initiative” (SPI) grew.", ("SPI", "Strelsau Port Initiative")),  # quoted
    ("The Strelsau Port Initiative (hereinafter the SPI) grew.", ("SPI", "Strelsau Port Initiative")),
    ("The SPI (Strelsau Port Initiative) grew.", ("SPI", "Strelsau Port Initiative")),  # the other way round
    ("The Shanghai Co-operation Organisation (SCO) grew.", ("SCO", "Shanghai Co-operation Organisation")),
    ("Something else (XYZ) grew.", ("XYZ", "")),  # its letters are not there
]


@pytest.mark.parametrize(("text", "wanted"), DEFINED)
def test_an_abbreviation_is_found_with_its_full_name(text: str, wanted: tuple[str, str]) -> None:
    """By its letters, the first of which opens a word in capitals."""
    document = Annotator(own_packs())(Document(id="x", text=text))
    assert [(found.short, document.text(found.first, found.last)) for found in definitions(document)] == [wanted]


UNDEFINED = [
    "The president (Ott) left.",  # a name
    "The port (of Strelsau) grew.",  # no abbreviation
    "The Strelsau Port Initiative (a plan of the SPI) grew.",  # more than the abbreviation
    "The Strelsau Port Initiative (SPI grew.",  # never closed
    "(",
]


@pytest.mark.parametrize("text", UNDEFINED)
def test_a_bracket_with_anything_else_introduces_nothing(text: str) -> None:
    """Names, remarks and stray brackets."""
    assert definitions(Annotator(own_packs())(Document(id="x", text=text))) == ()
