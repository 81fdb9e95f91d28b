"""Whose words a transcript gives: the person that a label names (`PRESIDENT LOWE:`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.people.findings import Naming, Person
from diplocorpus.extractors.speech.findings import Turn
from diplocorpus.text.annotated import AnnotatedDocument


class _Labels:
    """Tells whom labels name among the people of a text."""

    def __init__(self, people: Iterable[Person]) -> None:
        self.people = tuple(people)
        self.called: dict[str, int] = {}
        """The number of the first person who goes by a word, as first name or surname."""
        for number, person in enumerate(self.people):
            parts = [part.strip(".,").casefold() for part in person.name.split()]
            for part in (parts[0], parts[-1]):
                self.called.setdefault(part, number)

    def person(self, label: str) -> Person | None:
        """Return the first person whose first name or surname a label bears."""
        words = (word.strip(".,:").casefold() for word in label.split())
        number = min((self.called[word] for word in words if word in self.called), default=None)
        return None if number is None else self.people[number]


def extract_turns(document: AnnotatedDocument, findings: Findings) -> Iterator[Turn]:
    """Yield the labelled words of a transcript, sentence by sentence; labels that name nobody known are passed over."""
    labelled = [sentence for sentence in document.sentences if sentence.transcript]
    labels = _Labels(dict.fromkeys(naming.person for naming in findings.of(Naming)) if labelled else ())
    for sentence in labelled:
        speaker = document.paragraphs[sentence.paragraph].speaker
        person = labels.person(document.masked[slice(*speaker)]) if speaker else None
        if person is not None:
            yield Turn(sentence.first, sentence.last, person)
