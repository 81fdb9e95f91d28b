"""Whom words that bind name behind them: who is asked, of whom it is hoped, who is supported."""

from __future__ import annotations

from collections.abc import Iterator

from diplocorpus.extractors.commitments.findings import Act, Addressee, Trigger
from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.people.findings import Mention, MentionKind, Referent
from diplocorpus.extractors.speech.findings import Clause
from diplocorpus.models.discourse import Strength
from diplocorpus.patterns.parties import parties
from diplocorpus.text.annotated import AnnotatedDocument
from diplocorpus.text.tagging import FINITE, Tag

_OPEN_COMMUNITIES = frozenset(
    """
    countries community members nations press media people peoples businesses companies firms world societies
    states citizens others journalists
    """.split()
)
_BOTH = frozenset({"both", "two"})
_WHOEVER = frozenset("parties sides actors stakeholders players".split())
"""Nouns that with `all` or `other` stand for more than the two who meet."""

_AGENTS = frozenset(
    """
    agencies agency army authorities bank banks business businesses cabinet companies company counterpart counterparts enterprise
    enterprises entrepreneurs exporters firms forces government importers industry institutions investors lawmakers legislature
    manufacturers military ministries ministry officials parliament partners people producers side universities
    """.split()
)
"""Nouns whose bearers act, and whose acts their state is asked for: "urged Freedonian companies to invest"."""

_NOMINAL = frozenset({Tag.DET, Tag.ADJ, Tag.NUM, Tag.NAME, Tag.NOUN, Tag.ADV, Tag.APOS, Tag.POSS})
_ENDS_ASKED = FINITE | {Tag.PUNCT, Tag.QUOTE, Tag.SUB}
_LEADS = frozenset({"for", "on", "the", "and", ",", "upon", "all", "both"})
_VAGUE = frozenset({MentionKind.ROLE, MentionKind.BODY})
_REACH = 14
"""Tokens that who is asked may take."""

_TOGETHER = frozenset("together jointly joint mutual mutually bilateral".split())
_BETWEEN_US = frozenset(
    """
    relations relationship ties cooperation partnership friendship countries nations peoples states trade dialogue collaboration
    alliance two
    """.split()
)
"""What is both sides' own: "our relations"."""

_WITH_OTHERS = frozenset("you your allies partners colleagues".split())

_STANDS_FOR_STATE = frozenset("people peoples nation".split())
_NO_ADDRESSEE = frozenset("in as against with between among amid through on at by from during".split())
"""Prepositions behind which those named are not whom a position is for: "support for a ceasefire in Freedonia"."""

_FAVOURS = frozenset({"affirmed.support", "affirmed.commitment"})
_BACKS = frozenset("support back endorse stand side".split())


def _open_ended(words: tuple[str, ...]) -> bool:
    """Tell whether a noun phrase, in lower case, stands for everybody: "the international community", "all parties", "one"."""
    everybody = (not _OPEN_COMMUNITIES.isdisjoint(words) and _BOTH.isdisjoint(words)) or words == ("one",)
    return everybody or (words[:1] in (("all",), ("other",)) and not _WHOEVER.isdisjoint(words))


class _Reader:
    """Reads the noun phrases behind the triggers of one document."""

    def __init__(self, document: AnnotatedDocument, findings: Findings) -> None:
        self.document = document
        self.mentions = findings.along(Mention)
        self.clauses = findings.along(Clause)
        self.referents = {referent.mention.first: referent for referent in findings.of(Referent)}

    def read(self, act: Act) -> Addressee:
        """Return whom the trigger of an act names."""
        trigger = act.trigger
        parties, unnamed = self._behind(trigger)
        favoured = self._favoured(trigger, act.actions[-1][1]) if act.actions else ()
        phrase = trigger.clause.noun_phrase if trigger.clause is not None and not trigger.clause.subject else None
        subject = self._nominal(*phrase) if phrase is not None else None
        return Addressee(trigger, parties, unnamed, favoured, self._together(act), subject)

    def _together(self, act: Act) -> bool:
        """Tell whether an act is one that both sides do: "take our relations further", "work together", not "deepen ties with you"."""
        trigger = act.trigger
        we = trigger.clause is not None and [m.head for m in trigger.clause.subject] == ["we"]
        if not act.actions or not (we or "we" in self.document.lower[trigger.core : trigger.last]):  # "I am confident that we will"
            return False
        lower = self.document.lower[act.actions[0][0] : act.actions[-1][1]]
        if not _WITH_OTHERS.isdisjoint(lower):
            return False
        ours = any(not _BETWEEN_US.isdisjoint(lower[i + 1 : i + 4]) for i, word in enumerate(lower) if word == "our")
        return ours or not _TOGETHER.isdisjoint(lower)

    def _behind(self, trigger: Trigger) -> tuple[tuple[str, ...] | None, bool]:
        """Return who is named behind a trigger, and whether somebody is asked who is not."""
        first, lower = trigger.last, self.document.lower
        if trigger.strength is Strength.HOPED and (hoped := self._hoped(trigger)) is not None:
            return hoped, False
        if trigger.bound != "subject":
            return (self._subject(first + 1), False) if self.document.lower_at(first) == "that" else self._asked(trigger)
        of = trigger.noun is not None and lower[first - 1] == "of" and trigger.rule != "affirmed.support"
        return (self._opening(first) or None if of else None), False

    def _hoped(self, trigger: Trigger) -> tuple[str, ...] | None:
        """Return of whom it is hoped: "hopes (that) [Freedonia] will", "expects [Freedonia] to"; None where one hopes to act."""
        document, first = self.document, trigger.last
        if document.lower[first - 1] == "that" or document.lower_at(first) == "that":
            return self._subject(first + (document.lower[first - 1] != "that"))
        mention = next(iter(self.mentions.within(first, first + 1)), None)
        if trigger.rule != "hoped.hope" or mention is None or document.tag_at(mention.last) not in (Tag.TO, Tag.MOD, Tag.ADV):
            return None
        return self._subject(first)

    def _asked(self, trigger: Trigger) -> tuple[tuple[str, ...] | None, bool]:
        """Return who is asked: "called on [the two countries] to", "the need for [both sides] to", "sought [Freedonia's] support"."""
        first = trigger.last
        found, last = self._opening(first), self._infinitive(first)
        invites = trigger.noun is not None and self.document.lower[trigger.noun.first].startswith("invit")
        if trigger.bound != "object" and not invites:
            led = last is not None and "for" in self.document.lower[first - 1 : first + 1]
            everybody = last is not None and led and _open_ended(self._words(first, last))
            joint = (
                len(found) > 1 or last is not None or self.document.lower[first - 1] in ("that", "for")
            )  # "proposed Strelsau as the venue" asks nobody
            return (found if found and joint else () if everybody else None), False
        if last is None:
            owner = next(self.document.parties_in(first, first + 3), None)
            return ((owner.code,) if owner is not None else None), True
        if found:
            return found, self._vague(first)
        named = self._nominal(first, last)
        return named, named is None

    def _words(self, first: int, last: int) -> tuple[str, ...]:
        """Return the words between two tokens, `for` and `the` in front passed over."""
        while first < last and self.document.lower[first] in ("for", "the", "upon", "on"):
            first += 1
        return self.document.lower[first:last]

    def _infinitive(self, first: int) -> int | None:
        """Return the `to` that says what is asked; None where none is."""
        for index in range(first, min(self.document.sentence_of(first).last, first + _REACH)):
            if self.document.tags[index] is Tag.TO and self.document.tag_at(index + 1) in (
                Tag.VB,
                Tag.BE,
                Tag.ADV,
                Tag.HAVE,
                Tag.DO,
                Tag.NEG,
            ):
                return index
            if self.document.tags[index] in _ENDS_ASKED and self.document.words[index] not in (",", "(", ")"):
                break
        return None

    def _vague(self, first: int) -> bool:
        """Tell whether who stands behind a token is named by an office alone: nobody urges himself."""
        mention = next(iter(self.mentions.within(first, first + 3)), None)
        return mention is not None and mention.kind in _VAGUE and mention.party is None

    def _opening(self, first: int) -> tuple[str, ...]:
        """Return the parties of the mentions that a phrase opens with."""
        found: list[str] = []
        index = first
        for mention in self.mentions.within(index, min(self.document.sentence_of(index).last, index + _REACH)):
            if index <= mention.first and _LEADS.issuperset(self.document.lower[index : mention.first]):
                referent = self.referents.get(mention.first)
                if referent is not None:
                    found += referent.parties
                    index = mention.last
                    if referent.joint:
                        break
        return tuple(dict.fromkeys(found))

    def _subject(self, first: int) -> tuple[str, ...] | None:
        """Return the parties that are the subject of the clause at a token: "hopes that [Freedonia] will"; None for a thing."""
        clause = next(
            (c for c in self.clauses.within(first, first + _REACH) if not c.shared and c.noun_phrase and c.noun_phrase[0] == first), None
        )
        if clause is not None and clause.subject and clause.subject[0].head != "it":
            known = [referent for mention in clause.subject if (referent := self.referents.get(mention.first))]
            return tuple(dict.fromkeys(party for referent in known for party in referent.parties)) or None
        mention = next(iter(self.mentions.within(first, first + 1)), None)
        if mention is not None and mention.head != "it" and self.document.lower_at(mention.last) not in ("'s", "'"):
            return self._opening(first) or None  # "that [he and Premier Ott] will"
        last = clause.noun_phrase[1] if clause is not None and clause.noun_phrase is not None else self._nominal_end(first)
        return self._nominal(first, last)

    def _nominal_end(self, first: int) -> int:
        last = first
        while last < len(self.document) and self.document.tags[last] in _NOMINAL and last - first < _REACH:
            last += 1
        return last

    def _nominal(self, first: int, last: int) -> tuple[str, ...] | None:
        """Return the state whose people a noun phrase stands for: "Freedonian companies"; empty for everybody, None for things."""
        document = self.document
        hits = [hit for hit in document.parties_in(first, last) if document.lower_at(hit.first - 1) not in ("with", "against")]
        opens = bool(hits) and hits[0].first <= first + 1 and document.lower_at(hits[0].last) not in ("'s", "'", "-")
        agents = not _AGENTS.isdisjoint(document.lower[first:last])
        if hits and (agents or (opens and hits[0].kind == "name")):
            joined = [hit.code for hit in hits[1:] if document.lower_at(hit.first - 1) in ("and", ",")]
            return tuple(dict.fromkeys((hits[0].code, *joined)))
        return () if _open_ended(document.lower[first:last]) else None

    def _favoured(self, trigger: Trigger, end: int) -> tuple[str, ...]:
        """Return the states that a position is for: "support for the sovereignty of [Freedonia]", "stands with [Freedonia]"."""
        document, start = self.document, trigger.last
        backs = trigger.rule == "affirmed.uphold" and document.lower[trigger.core].rstrip("s") in _BACKS
        found: list[str] = []
        passed = start
        for hit in document.parties_in(start, end) if trigger.strength is Strength.AFFIRMED and (backs or trigger.rule in _FAVOURS) else ():
            if found and document.lower_at(hit.first - 1 - (document.lower_at(hit.first - 1) == "the")) not in ("and", ","):
                break
            between = range(passed, hit.first) if not found else ()
            if any(document.tags[i] in (Tag.VB, Tag.VBG, Tag.PUNCT, Tag.CC) or document.lower[i] in _NO_ADDRESSEE for i in between):
                break
            passed = hit.first
            of_it = found or document.lower_at(hit.first - 1) in ("for", "of", "to", "the", "with") or hit.first == start
            owns = document.lower_at(hit.last) in ("'s", "'")
            whole = hit.kind == "name" and (owns or (of_it and document.tag_at(hit.last) is not Tag.NOUN))
            glued = document.lower_at(hit.last) == "-" or parties()[hit.code].kind == "organization"
            if not glued and (whole or document.lower_at(hit.last) in _STANDS_FOR_STATE):
                found.append(hit.code)
        return tuple(dict.fromkeys(found))


def extract_addressees(document: AnnotatedDocument, findings: Findings) -> Iterator[Addressee]:
    """Yield for each act whom its trigger names behind it, in text order."""
    reader = _Reader(document, findings)
    for act in findings.of(Act):
        yield reader.read(act)
