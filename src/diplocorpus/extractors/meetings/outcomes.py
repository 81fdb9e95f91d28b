"""What was signed, adopted or issued at a meeting: the documents, with their titles where they are named."""

from __future__ import annotations

from collections.abc import Iterator

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.meetings.findings import Concluded, Gathering, Segment
from diplocorpus.extractors.speech.findings import Utterance
from diplocorpus.models.events import MeetingKind, Outcome, OutcomeForm
from diplocorpus.text.along import Cover
from diplocorpus.text.annotated import AnnotatedDocument, Sentence
from diplocorpus.text.tagging import FINITE, Tag

_FORMS = {
    form: kind
    for kind, forms in (
        (OutcomeForm.SIGNED, "signed sign signing signs inked"),
        (OutcomeForm.ADOPTED, "adopted adopting approved"),
        (OutcomeForm.ISSUED, "issued issuing released"),
        (OutcomeForm.EXCHANGED, "exchanged exchanging"),
    )
    for form in forms.split()
}
_DOCUMENTS = frozenset(
    """
    agreement agreements memorandum memorandums memoranda mou mous declaration declarations statement communique
    communiqué treaty treaties protocol protocols plan roadmap programme program document documents contract contracts
    convention charter accord accords arrangement letter instruments package notes
    """.split()
)
_PHRASE = frozenset({Tag.DET, Tag.ADJ, Tag.NOUN, Tag.NAME, Tag.NUM, Tag.POSS, Tag.APOS, Tag.VBG, Tag.VBN, Tag.ADV})
_LINKS = frozenset("of on for between in and with to & - – ,".split())
_ON = frozenset("on for concerning regarding between in with to".split())
_LONGEST = 45


class _Clerk:
    """Finds the documents of one text."""

    def __init__(self, document: AnnotatedDocument) -> None:
        self.document = document

    def outcomes(self, verb: int, said: Cover[Utterance]) -> Iterator[Outcome]:
        """Yield what is said to be signed, adopted or issued where a word for that stands; not what was agreed, planned or said to be."""
        document, sentence = self.document, self.document.sentence_of(verb)
        if sentence.heading or sentence.transcript or not self._done(verb, sentence) or said.holding(verb) or _recalls(document, sentence):
            return
        passive = document.tags[verb] is Tag.VBN and document.before(sentence, verb) >= sentence.first
        passive = passive and document.tags[document.before(sentence, verb)] is Tag.BE
        found = self._subject(verb, sentence) if passive else self._object(verb + 1, sentence)
        for first, last in self._split(*found) if found is not None else ():
            yield Outcome(form=_FORMS[document.lower[verb]], title=self._title(first, last), span=document.span(first, last))

    def _done(self, verb: int, sentence: Sentence) -> bool:
        """Tell a deed from an intention or a mention: "signed", "the signing of", "were signed", not "agreed to sign"."""
        document = self.document
        tag, before = document.tags[verb], document.before(sentence, verb)
        if document.lower[verb] == "signing":
            return document.lower[verb + 1 : verb + 2] == ("of",)
        if tag is Tag.VBD:
            return True
        auxiliary = document.lower[before] if before >= sentence.first else ""
        return tag is Tag.VBN and auxiliary in ("was", "were", "been", "has", "have")

    def _object(self, first: int, sentence: Sentence) -> tuple[int, int] | None:
        document, index = self.document, first
        if document.lower[index : index + 1] == ("of",):
            index += 1
        start = index
        while index < sentence.last and index - start < _LONGEST:
            if document.tags[index] in FINITE or document.words[index] in (".", ";", ":"):
                break
            if document.tags[index] not in _PHRASE and document.lower[index] not in _LINKS:
                break
            index += 1
        return self._trimmed(start, index)

    def _subject(self, verb: int, sentence: Sentence) -> tuple[int, int] | None:
        """Return the phrase in front of a passive: "A protocol on trade was signed"."""
        document = self.document
        last = document.before(sentence, verb)
        while last > sentence.first and document.tags[last - 1] in (Tag.HAVE, Tag.BE, Tag.ADV):
            last -= 1
        first = last
        while first > sentence.first and (document.tags[first - 1] in _PHRASE or document.lower[first - 1] in _LINKS):
            if document.words[first - 1] == "," and not _DOCUMENTS & set(document.lower[max(0, first - 1 - 12) : first - 1]):
                break
            first -= 1
        return self._trimmed(first, last)

    def _trimmed(self, first: int, last: int) -> tuple[int, int] | None:
        document = self.document
        while first < last and (document.tags[first] is Tag.DET or document.lower[first] in _LINKS):
            first += 1
        while last > first and (document.lower[last - 1] in _LINKS or self._is_year(last - 1)):
            last -= 1
        head = next((i for i in range(first, last) if document.lower[i] in _ON), last)
        return (first, last) if _DOCUMENTS & set(document.lower[first:head]) else None

    def _is_year(self, index: int) -> bool:
        return self.document.tags[index] is Tag.NUM and self.document.lower_at(index - 1) in ("in", "of")

    def _split(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Yield the documents of a list: "a protocol on trade and an agreement on fish"."""
        document, start = self.document, first
        for index in range(first + 1, last - 1):
            joins = document.tags[index] is Tag.CC or document.words[index] == ","
            if joins and document.tag_at(index + 1) is Tag.DET and _DOCUMENTS & set(document.lower[index + 2 : min(last, index + 7)]):
                if part := self._trimmed(start, index):
                    yield part
                start = index + 1
        if part := self._trimmed(start, last):
            yield part

    def _title(self, first: int, last: int) -> str | None:
        """Return the phrase where it names the document: by a capital or by its subject ("agreement on trade")."""
        document = self.document
        for index in range(first, last):
            if document.lower[index] in _DOCUMENTS:
                capital = document.words[index][0].isupper() and index > document.sentence_of(index).first
                several = document.lower[index].endswith("s") or document.lower[index] in ("package", "memoranda")
                subject = bool(_ON & set(document.lower[index + 1 : min(last, index + 5)])) and not several
                return document.text(first, last) if capital or subject else None
        return None


def _recalls(document: AnnotatedDocument, sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of another year than the document's."""
    news = (document.document.date or "")[:4]
    years = {
        word for word in document.words[sentence.first : sentence.last] if len(word) == 4 and word.isdecimal() and word[:2] in ("19", "20")
    }
    return bool(years) and news not in years


def extract_outcomes(document: AnnotatedDocument, findings: Findings) -> Iterator[Concluded]:
    """Yield the outcomes of each gathering that has any: those of the sentences about it, outside of what somebody said."""
    verbs = document.places(_FORMS.keys())
    if not verbs:
        return
    clerk = _Clerk(document)
    said = Cover((utterance, utterance.content) for utterance in findings.of(Utterance) if utterance.subject)
    about: dict[str, list[Segment]] = {}
    for segment in findings.of(Segment):
        about.setdefault(segment.meeting_id, []).append(segment)
    for gathering in findings.of(Gathering):
        found: list[Outcome] = []
        for segment in about.get(gathering.id, ()) if gathering.kind is not MeetingKind.CORRESPONDENCE else ():
            for verb in verbs:
                if segment.first <= document.sentence_number(verb) < segment.last:
                    found += clerk.outcomes(verb, said)
        if found:
            yield Concluded(gathering, tuple(found))
