"""Words that report or name an encounter: verb or noun, and whether it is news, recalled or to come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.meetings.findings import Anchor
from diplocorpus.extractors.people.findings import MentionKind
from diplocorpus.extractors.speech.findings import Clause, Utterance
from diplocorpus.models.events import MeetingKind, MeetingStatus
from diplocorpus.patterns.words import words
from diplocorpus.text.annotated import AnnotatedDocument, Hit, Sentence
from diplocorpus.text.phrases import governor, phrase_start
from diplocorpus.text.tagging import FINITE, Tag

_GOES = frozenset(
    """
    traveled travelled went flew came arrived gathered convened pleased happy delighted honored honoured glad back
    returned visited
    """.split()
)
_PLANS = frozenset("plans planned scheduled set due expected slated is are plan intends".split())
_RECALLED_NOUN = frozenset("last previous earlier recent past prior".split())
_COMING_NOUN = frozenset("upcoming next forthcoming future planned possible potential proposed".split())
_AHEAD = re.compile(
    r"\b(?:ahead of|in advance of|prior to|before|prepar(?:e[sd]?|ing|ations?|atory) for|invit(?:e[sd]?|ing|ations?) \S+ to) (?:\S+ ){0,3}$"
)
_RECALLS = re.compile(
    r"\b(?:follow(?:s|ing|ed)?(?: up)?(?: on| to)?|since|after|(?:building|built|builds) on|recall(?:s|ed|ing)?|result(?:s|ed)? (?:of|from)"
    r"|outcomes? (?:from|of)|agree(?:d|s|ing|ments?)? (?:\w+ )?(?:at|during|upon|upon at)|(?:reached|discussed|made) (?:at|during|upon|in)"
    r"|in line with|on the basis of|(?:provided|gave|shared|offered) (?:\w+ )?(?:readouts?|account|summary|overview) of"
    r"|(?:briefed|updated|informed|told) (?!(?:the )?(?:media|press|reporters|journalists))(?:\S+ ){1,4}(?:on|about|of)"
    r"|(?:exchanged|exchange of) (?:views|opinions) on)"
    r"(?: \S+){0,4} $"
)
_OF_AHEAD = frozenset(
    """
    ahead advance prior before preparation preparations prepare prepares prepared preparing preparatory
    invite invites invited inviting invitation invitations
    """.split()
)
_OF_RECALLS = frozenset(
    """
    follow follows following followed since after building built builds recall recalls recalled recalling result results
    resulted outcome outcomes agree agrees agreed agreeing agreement agreements reached discussed made line basis provided
    gave shared offered briefed updated informed told exchanged exchange
    """.split()
)
"""Words of which each of these expressions holds one."""

_SAME_DAY = frozenset({"today", "this", "in", "on"})
"""What stands behind `earlier` where it is of the day of the news: "Earlier today", "Earlier in the day"."""

_TIMES = frozenset("week month year day weeks months years days".split())
_LONG_AGO = frozenset("month week year spring summer autumn fall winter decade".split())
_HOLDS = frozenset(
    """
    held hold had convened concluded launched hosted co-hosted opened co-chaired chaired conducted began reconvened
    completed led attended
    """.split()
)
_ON_OCCASION = (("this", "when"), ("this", "during"), ("remarks", "when"), ("remark", "when"))
_HELD_REACH = 18
"""Tokens behind a dialogue, those who held it among them, within which it is said to have taken place."""

_ASIDE = (("at", "a"), ("during", "a"), ("in", "a"))
"""What brings in where something was said or agreed, which is news then: "The deal was reached at a meeting between"."""

_TAKES_PLACE = frozenset({"place", "held", "concluded", "convened"})


_IN_NAME = frozenset({Tag.POSS, Tag.ADJ, Tag.NAME, Tag.NOUN, Tag.NUM, Tag.APOS})
"""What somebody's name and title are made of: "the former President of Kenya, Anna Lowe"."""

_TOLD = frozenset("tell tells told telling address addresses addressed addressing".split())
_REACH_OF_TOLD, _REACH_OF_WITH, _REACH_OF_TO = 8, 20, 4


class _Reader:
    """Reads the anchors of one document."""

    def __init__(self, document: AnnotatedDocument, findings: Findings) -> None:
        self.document = document
        self.contents = findings.cover(Utterance)
        self.clauses = findings.along(Clause)

    def read(self) -> Iterator[Anchor]:
        for hit in self.document.hits.get("encounter", ()):
            if hit.form == "base" and self.document.tags[hit.first] is Tag.NOUN:
                continue
            number = self.document.sentence_number(hit.first)
            sentence = self.document.sentences[number]
            verbal = self._verbal(hit)
            if self._of_words(hit, sentence, verbal=verbal):
                continue
            start = hit.first if verbal else phrase_start(self.document, hit.first)
            status = self._status(hit, number, sentence, start, verbal=verbal)
            if status is not None and (hit.pattern.id != "meeting.dialogue" or self._held(hit, sentence, start)):
                yield Anchor(hit, number, status, start, verbal)

    def _verbal(self, hit: Hit) -> bool:
        """Tell a verb from its noun: "met with", but "a meeting with"."""
        tag = self.document.tags[hit.first]
        if hit.form is None:
            return tag in (Tag.VBD, Tag.VBZ, Tag.VB) and hit.pattern.id in ("phone.call", "phone.speak", "meeting.table")
        if hit.form != "gerund":
            return True
        if self.document.tag_at(hit.first - 1) is Tag.NOUN and self.document.lower_at(hit.last) == "between":
            return False  # "the summit meeting between"
        return hit.first == 0 or self.document.tags[hit.first - 1] not in (Tag.DET, Tag.ADJ, Tag.POSS, Tag.NUM, Tag.NAME, Tag.APOS)

    def _of_words(self, hit: Hit, sentence: Sentence, *, verbal: bool) -> bool:
        """Tell whether words are said of or to others and nobody is met: "called Ott a friend", "told the audience", "where Ott spoke"."""
        document = self.document
        match hit.pattern.id:
            case "phone.verb":
                behind = range(hit.last + 1, sentence.last)
                index = next((i for i in behind if document.tags[i] not in _IN_NAME and document.lower[i] not in ("the", "of")), None)
                return index is not None and (document.lower[index] in ("a", "an") or any(opens == index for opens, _ in document.quotes))
            case "phone.speak" if verbal and self._heard_by(hit, sentence) is None:
                speaks = next((c for c in self.clauses.within(sentence.first, sentence.last) if c.main == hit.first), None)
                return speaks is not None and len(speaks.subject) == 1 and speaks.subject[0].kind is not MentionKind.GROUP
            case "meeting.noun" if document.lower[hit.first] == "audience":
                return not _TOLD.isdisjoint(document.lower[max(sentence.first, hit.first - _REACH_OF_TOLD) : hit.first])
        return False

    def _heard_by(self, hit: Hit, sentence: Sentence) -> int | None:
        """Return the word that says to whom somebody speaks: "spoke on Monday [with] Ott", "spoke [to] Ott"."""
        behind = self.document.lower[hit.last : min(sentence.last, hit.last + _REACH_OF_WITH)]
        return next((i for i, word in enumerate(behind) if word == "with" or (word == "to" and i < _REACH_OF_TO)), None)

    def _held(self, hit: Hit, sentence: Sentence, start: int) -> bool:
        """Tell whether a dialogue is one that was held, not the way of dealing with each other: "launched the Strategic Dialogue"."""
        document = self.document
        verb = governor(document, start, sentence.first)
        behind = set(document.lower[hit.last : min(sentence.last, hit.last + _HELD_REACH)])
        titled = not any(document.tags[i] in FINITE for i in range(sentence.first, sentence.last))
        return sentence.heading or titled or (verb is not None and document.lower[verb] in _HOLDS) or bool(behind & _TAKES_PLACE)

    def _status(self, hit: Hit, number: int, sentence: Sentence, start: int, *, verbal: bool) -> MeetingStatus | None:
        """Tell news from what is recalled and what is to come; None for what did not happen or is only spoken of in general."""
        document = self.document
        noun = set(document.lower[start : hit.first]) if not verbal else set()
        if noun & _TIMES:
            # "the second in a recent week telephone call": what qualifies another noun does not date this one.
            noun -= _RECALLED_NOUN
        words_before = document.lower[sentence.first : start]
        lead = document.masked[document.starts[sentence.first] : document.starts[start]]
        if noun & _COMING_NOUN or (not _OF_AHEAD.isdisjoint(words_before) and _AHEAD.search(lead)):
            return None
        verb = hit.first if verbal else governor(document, start, sentence.first)
        planned = self._planned(verb)
        if planned is not MeetingStatus.REPORTED:
            return planned
        auxiliary = document.lower_at(document.before(sentence, hit.first))
        participle = hit.form is not None and document.tags[hit.first] is Tag.VBN
        if participle and not sentence.heading and auxiliary not in words().have and self._spoken_of(hit, number):
            return None
        if sentence.heading:
            return MeetingStatus.REPORTED
        had = participle if verbal else verb is not None and document.tags[verb] is Tag.VBN
        had = had and document.lower[document.before(sentence, hit.first if verbal or verb is None else verb)] == "had"
        opening = document.lower[sentence.first : sentence.first + 3]
        recalls = (
            sentence.transcript
            or (opening[:1] == ("earlier",) and (opening[1] not in _SAME_DAY or opening[2] in _LONG_AGO))
            or noun & _RECALLED_NOUN
            or (not _OF_RECALLS.isdisjoint(words_before) and _RECALLS.search(lead) and not self._taken_up(hit, start))
        )
        return MeetingStatus.REFERENCED if had or recalls or self._spoken_of(hit, number) else MeetingStatus.REPORTED

    def _planned(self, verb: int | None) -> MeetingStatus | None:
        """Return the status that the words in front of a verb give: "will meet", "plans to hold", "traveled to meet"."""
        document = self.document
        if verb is None:
            return MeetingStatus.REPORTED
        floor = document.sentence_of(verb).first
        index = verb - 1
        while index >= floor and (document.tags[index] is Tag.ADV or document.lower[index] in ("be", "been", "being")):
            index -= 1
        if document.tags[verb] is Tag.VB and (index < floor or document.tags[index] is Tag.CC or document.words[index] == ","):
            # "will visit Freedonia and meet with Ott": the auxiliary stands with the verb before.
            index = next((i for i in range(index - 1, floor - 1, -1) if document.tags[i] in (Tag.MOD, Tag.TO, Tag.VBD, Tag.VBZ)), floor - 1)
        if index < floor:
            return MeetingStatus.REPORTED
        lower, tag = document.lower[index], document.tags[index]
        if tag is Tag.NEG or lower == "without":
            return None
        if tag is Tag.MOD:
            return MeetingStatus.ANNOUNCED if lower in ("will", "shall") else None
        if tag is Tag.TO:
            if set(document.lower[max(0, index - 6) : index]) & _GOES:
                return MeetingStatus.REPORTED
            return MeetingStatus.ANNOUNCED if document.lower_at(index - 1) in _PLANS else None
        return None if document.tags[verb] is Tag.VB else MeetingStatus.REPORTED

    def _taken_up(self, hit: Hit, start: int) -> bool:
        """Tell whether a noun only takes up the encounter at hand, "following the talks", or first brings it in, "at a meeting"."""
        if self.document.lower[max(0, start - 2) : start] in _ASIDE:
            return True
        return start == hit.first and self.document.lower_at(start - 1) == "the" and self.document.words[hit.last : hit.last + 1] == (",",)

    def _spoken_of(self, hit: Hit, number: int) -> bool:
        """Tell whether an encounter stands in what somebody said who is more than the news' messenger."""
        lower = self.document.lower[max(0, hit.first - 2) : hit.first]
        if hit.pattern.label == MeetingKind.PHONE_CALL and lower[:1] in (("in",), ("during",)):
            return False  # "thanked him in a telephone call"
        first = self.document.sentences[number].first
        if any(self.document.lower[i : i + 2] in _ON_OCCASION for i in range(first, hit.first - 1)):
            return False  # "said this when Premier Ott called on her"
        for utterance in self.contents.holding(hit.first):
            if lower in _ASIDE and FINITE.isdisjoint(self.document.tags[utterance.cue[1] : hit.first]):
                continue  # "thanked him for his help in a meeting", not "said that they had met in a meeting"
            told = utterance.subject and all(mention.announces for mention in utterance.subject)
            if utterance.sentence == number and not told:
                return True
        return False


def extract_anchors(document: AnnotatedDocument, findings: Findings) -> Iterator[Anchor]:
    """Yield the words for encounters in order; not those that did not take place or are only spoken of in general."""
    yield from _Reader(document, findings).read()
