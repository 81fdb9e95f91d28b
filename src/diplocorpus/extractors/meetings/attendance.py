"""Who is said to have been there: "Taking part in the talks were ...", "was accompanied by", "the leaders of A, B and C attended"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.meetings.findings import Attendance
from diplocorpus.extractors.people.findings import Mention, Person
from diplocorpus.text.annotated import AnnotatedDocument, Sentence
from diplocorpus.text.tagging import FINITE, Tag

_ATTENDS = re.compile(
    r"\b(?:attend(?:s|ed|ing|ance|ees?|ants?)?|joined|took part|taking part|participat(?:e[sd]?|ing|ion|ory)|hosted|co-hosted|held"
    r"|concluded|opened|took place|chaired|were present|brought together|included|addressed)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:(?:was|were|also) present (?:at|during|in)|(?:was|were) (?:also )?present(?=\.)|(?:was|were) (?:also )?in attendance"
    r"|(?:was|were) (?:also )?attended by|(?:also )?(?:took|taking|takes?) part in|(?:also )?participat(?:e[sd]?|ing|ion|ory) in"
    r"|accompanied by|(?:was|were) (?:also )?joined by|joined by|with the participation of|(?:was|were|,) (?:headed|led) by"
    r"|also attend(?:s|ed|ing)|attended)\b",
    re.IGNORECASE,
)
_WITH = re.compile(r", (?:together|along) with\b")
_THE_MEETING = re.compile(
    r"\b(?:the|this) (?:\w+ )?(?:meetings?|talks|calls?|session|audience|conversation|negotiations|reception|event|discussions?"
    r"|consultations|dialogue)\b"
    r"|\baccompanied by|\bjoined by|\bin attendance|\bwith the participation of"
    r"|\b(?:delegations?|sides?) (?:was|were) (?:headed|led) by|\b(?:talks|consultations|meeting|dialogue)\b[^.;]{0,120}, led by"
    r"|\balso present\.",
    re.IGNORECASE,
)
_LABEL = frozenset("participants attendees present attendance".split())
"""What a list of those who were there is headed by."""

_DELEGATION = re.compile(r"\bdelegations? (?:also )?(?:included|includes|comprised|consisted)\b", re.IGNORECASE)
_OPENINGS = frozenset(
    """
    attend attends attended attending attendance attendee attendees attendant attendants joined took take takes taking
    participate participates participated participating participation participatory hosted co-hosted held concluded opened
    chaired headed led present brought included addressed accompanied together along
    """.split()
)
"""Words of which each of these expressions holds one."""

_LONGEST_LABEL = 6
_REPRESENT = frozenset("leaders presidents ministers heads representatives delegations officials envoys ambassadors counterparts".split())
_LISTING = frozenset("the , and ( ) - member states countries state government governments of as well".split())


class _Register:
    """Reads who was there, sentence by sentence."""

    def __init__(self, document: AnnotatedDocument, findings: Findings) -> None:
        self.document = document
        self.mentions = findings.along(Mention)
        self.groups = [i for i in document.places(_REPRESENT) if document.lower_at(i + 1) in ("of", "from")]

    def read(self) -> Iterator[Attendance]:
        yield from self._lists()
        for number in sorted({self.document.sentence_number(index) for index in self.document.places(_OPENINGS)}):
            sentence = self.document.sentences[number]
            if sentence.heading or sentence.transcript:
                continue
            text = self.document.text(sentence.first, sentence.last)
            if not (_ATTENDS.search(text) or _BESIDE.search(text) or _WITH.search(text)):
                continue
            people = tuple(dict.fromkeys(self._people(sentence)))
            parties = tuple(dict.fromkeys(self._represented(sentence)))
            beside = bool(_BESIDE.search(text) and _THE_MEETING.search(text)) and not _DELEGATION.search(text)
            met = next(self.document.hits_in("encounter", sentence.first, sentence.last), None) is not None
            beside = beside or (met and _WITH.search(text) is not None)
            if people or parties:
                named = tuple(hit.code for hit in self.document.parties_in(sentence.first, sentence.last))
                yield Attendance(number, people, parties, beside, self._side(sentence), named=named)

    def _lists(self) -> Iterator[Attendance]:
        """Yield the lists of those who were there: "Participants:" and a line for each."""
        document = self.document
        for index in document.places(_LABEL):
            number = document.sentence_number(index)
            label = document.sentences[number]
            if document.words[label.last - 1] != ":" or label.last - label.first > _LONGEST_LABEL:
                continue
            people: list[Person] = []
            for sentence in document.sentences[number + 1 :]:
                named = list(self._people(sentence))
                if not named or any(document.tags[i] in FINITE for i in range(sentence.first, sentence.last)):
                    break
                people += named
            if people:
                yield Attendance(number, tuple(dict.fromkeys(people)), (), beside=True, side=None, listed=True)

    def _people(self, sentence: Sentence) -> Iterator[Person]:
        for mention in self.mentions.within(sentence.first, sentence.last):
            person = mention.person
            under = mention.first > 0 and self.document.lower[mention.first - 1] == "under"
            # "the institute under the President" only stands in a title.
            if person is not None and not person.former and not under:
                yield person

    def _represented(self, sentence: Sentence) -> Iterator[str]:
        """Yield the states and bodies whose leaders or envoys a sentence names as a group: "the leaders of Freedonia and Ruritania"."""
        document = self.document
        for index in self.groups:
            place = index + 2
            while sentence.first <= index and place < sentence.last:
                hit = document.party_at.get(place)
                if hit is not None and hit.first == place and hit.kind == "name" and hit.last <= sentence.last:
                    yield hit.code
                    place = hit.last
                elif document.lower[place] in _LISTING or document.tags[place] is Tag.NAME:
                    place += 1  # names that the table does not know: "the leaders of the League of Zenda and Kenya"
                else:
                    break

    def _side(self, sentence: Sentence) -> str | None:
        """Return the party of "on the Freedonian side", said of all whom a sentence lists."""
        for hit in self.document.parties_in(sentence.first, sentence.last):
            lower = self.document.lower
            if lower[hit.last : hit.last + 1] == ("side",) and lower[max(0, hit.first - 2) : hit.first] in (("on", "the"), ("from", "the")):
                return hit.code
        return None


def extract_attendance(document: AnnotatedDocument, findings: Findings) -> Iterator[Attendance]:
    """Yield the sentences that say who was there."""
    yield from _Register(document, findings).read()
