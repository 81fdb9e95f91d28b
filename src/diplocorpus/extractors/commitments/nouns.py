"""Nouns that are themselves the speech and bind: "expressed China's willingness to", "the resolve to act was stressed"."""

from __future__ import annotations

from collections.abc import Iterator

from diplocorpus.extractors.commitments.findings import NounTrigger, Trigger
from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.people.findings import Mention
from diplocorpus.extractors.speech.findings import Utterance
from diplocorpus.models.discourse import Strength
from diplocorpus.text.annotated import AnnotatedDocument
from diplocorpus.text.tagging import FINITE, Tag

_COMPANY_REACH = 9
"""Tokens that whose readiness it is may have behind it: "of [Freedonia along with its allies and partners] to"."""


class _Reader:
    """Reads the nouns that are uttered in one document."""

    def __init__(self, document: AnnotatedDocument, findings: Findings) -> None:
        self.document = document
        self.mentions = findings.along(Mention)

    def uttered(self, utterance: Utterance) -> Trigger | None:
        """Return the trigger of a noun that is the speech: "expressed [China's] willingness to"."""
        noun = utterance.noun
        if noun is None or noun.pattern.label in ("none", "utter"):
            return None
        last = max(noun.last, utterance.cue[1])
        if noun.last <= utterance.cue[0] and len(utterance.content) == 1:
            # "The resolve of both sides [to] oppose it was stressed": nothing follows the verb.
            last = next((i for i in range(noun.last, utterance.content[0][1]) if self.document.tags[i] is Tag.TO), last)
        following = self.document.lower[last] if last < len(self.document) else ""
        if self.document.lower[noun.first] == "interest" and self.document.tags[last + 1 : last + 2] != (Tag.VBG,):
            return None
        if following in ("to", "for", "in", "of", "that", "on", "upon", "with"):
            parted = self.document.lower[last : last + 4] == ("on", "the", "part", "of")  # "readiness on the part of Freedonia to"
            last = self._past_owner(last + 4 if parted else last + 1) if following == "of" or parted else last + 1
        pledges = self.document.lower[utterance.cue[0]].startswith(("pledg", "vow", "promis"))
        strength = Strength.PLEDGED if pledges else Strength(noun.pattern.label)
        return Trigger(
            min(noun.first, utterance.cue[0]),
            last,
            noun.pattern.id,
            strength,
            noun.pattern.negative,
            noun.pattern.bound,
            None,
            utterance,
            noun.first,
            noun,
        )

    def _past_owner(self, first: int) -> int:
        """Return the token behind "[the Freedonian side] to" where a token opens that, else the token: whose readiness it is."""
        lower = self.document.lower
        opens = first + 1 if lower[first : first + 1] == ("the",) else first
        owner = next(iter(self.mentions.within(first, opens + 1)), None)
        if owner is None:
            return first
        end = self.document.sentence_of(first).last
        for index in range(owner.last, min(end, owner.last + _COMPANY_REACH)):
            if lower[index] == "to" or (index == owner.last and lower[index] == "for"):
                return index + 1
            if self.document.tags[index] in FINITE or self.document.tags[index] is Tag.PUNCT:
                break
        return first


def extract_noun_triggers(document: AnnotatedDocument, findings: Findings) -> Iterator[NounTrigger]:
    """Yield the triggers of nouns, in the order of the utterances that they are."""
    reader = _Reader(document, findings)
    for utterance in findings.of(Utterance):
        trigger = reader.uttered(utterance)
        if trigger is not None:
            yield NounTrigger(trigger, utterance.cue[0])
