"""Whose words a transcript gives: the person that a label names (`PRESIDENT LOWE:`)."""

from __future__ import annotations

from collections.abc import Iterator

from diplocorpus.extractors.findings import Findings, Naming, Person, Turn
from diplocorpus.text.annotated import AnnotatedDocument


def _labelled(label: str, people: tuple[Person, ...]) -> Person | None:
    """Return the person whose name, or surname, a label bears."""
    words = {word.strip(".,:").casefold() for word in label.split()}
    for person in people:
        parts = [part.strip(".,").casefold() for part in person.name.split()]
        if set(parts) <= words or parts[-1] in words or parts[0] in words:
            return person
    return None


def extract_turns(document: AnnotatedDocument, findings: Findings) -> Iterator[Turn]:
    """Yield the labelled words of a transcript, sentence by sentence; labels that name nobody known are passed over."""
    people = tuple(dict.fromkeys(naming.person for naming in findings.of(Naming)))
    for sentence in document.sentences:
        speaker = document.paragraphs[sentence.paragraph].speaker if sentence.transcript else None
        person = _labelled(document.masked[slice(*speaker)], people) if speaker else None
        if person is not None:
            yield Turn(sentence.first, sentence.last, person)
