"""What a pattern pack (TOML) may say: phrases, their label, and their own examples."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import Field, field_validator, model_validator

from diplocorpus.models.discourse import Strength
from diplocorpus.models.events import Level, MeetingFormat, MeetingKind, MeetingMode
from diplocorpus.models.frameworks import FrameworkKind, FrameworkRelation
from diplocorpus.models.partnerships import TitlePart
from diplocorpus.models.spans import Frozen
from diplocorpus.models.stances import StanceObject, StanceVerb
from diplocorpus.patterns.inflection import Form, inflect

NonEmpty = Annotated[str, Field(min_length=1, pattern=r"\S")]

VOCABULARIES: dict[str, frozenset[str]] = {
    "strength": frozenset(Strength),
    "level": frozenset(Level),
    "speech_noun": frozenset({"utter", "none", *Strength}),
    "encounter": frozenset(MeetingKind),
    "circumstance": frozenset({*MeetingMode, *MeetingFormat, "atmosphere", "request", "three_or_more"}),
    "relation_before": frozenset(FrameworkRelation),
    "relation_after": frozenset(FrameworkRelation),
    "framework_noun": frozenset(FrameworkKind),
    "cue": frozenset({"say", "demand", "evaluate", "feel", "act", "opinion", "according"}),
    "parsed_cue": frozenset({"say", "think", "demand", "evaluate", "act"}),
    "one_china_object": frozenset({*StanceObject, "bare_position"}),
    "one_china_verb": frozenset(StanceVerb),
    "one_china_clause": frozenset(
        """
        part_of_china named_as_part sole_government independence reunification internal_affair official_ties statehood_bodies stability
        status_quo participation us_laws legitimate_measures reciprocity return xinjiang xizang hong_kong south_china_sea human_rights
        """.split()
    ),
    "partnership_part": frozenset({*TitlePart, "partnership", "partners", "allied", "mutual_benefit"}),
    "partnership_event": frozenset({"establish", "upgrade", "anniversary", "decide", "hope"}),
    "one_china_modifier": frozenset({"intensifier", "hedge", "condition", "respective", "all_efforts", "peaceful", "part", "whole"}),
}
"""Closed label sets by name; a pack of the vocabulary `framework` declares its labels itself."""

_GROUP = re.compile(r"\{([^{}]*)\}")
_AHEAD = re.compile(r"(?<= )\[([^\[\]]+)\]$")

GAP = "..."
"""Stands in a phrase for up to eight tokens of the same sentence."""


def expand(phrase: str) -> Iterator[str]:
    """Yield every wording of a phrase: `{stand|stands} ready` gives two, `{the|} plan` one with and one without."""
    pieces = _GROUP.split(phrase)
    options = [piece.split("|") if i % 2 else [piece] for i, piece in enumerate(pieces)]
    for choice in product(*options):
        yield " ".join("".join(choice).split())


class Label(Frozen):
    """A label that a pack declares: a framework with its place among the others.

    `since` is the year, month or day from which it can be spoken of, `broader` what it belongs to. `acts` tells when a
    body is named as one of those who act and not as a framework of work: where it acts `itself`, where its `members`
    act as well, or, as a `state` does, wherever the text does not show it at work.
    """

    id: NonEmpty
    name: NonEmpty
    kind: FrameworkKind = FrameworkKind.CONCEPT
    broader: tuple[str, ...] = ()
    since: Annotated[str, Field(pattern=r"^\d{4}(-\d{2}){0,2}$")] | None = None
    acts: Literal["itself", "members", "state"] | None = None


class Wording(NamedTuple):
    """One expanded phrase of a pattern, with the grammatical form of its verb where it has one.

    `ahead` is the end of `text` that must follow and is no part of a hit: `[that]` in a pack.
    """

    text: str
    form: Form | None = None
    ahead: str = ""


class Pattern(Frozen):
    """A construction: the phrases that express it, what blocks them, and sentences that show both.

    `verbs` are phrases whose first word is a verb to inflect (`pledge to` also matches `pledged to`). `before` are
    words of which at least one must stand directly before the phrase. `negative`,
    `takes` and `bound` qualify triggers and cues, `rank` a verb that takes a position; `party` is the state that alone has an office,
    `label_in` gives the label that it bears instead in some states, by their codes.
    """

    id: NonEmpty
    label: NonEmpty
    phrases: tuple[NonEmpty, ...] = ()
    verbs: tuple[NonEmpty, ...] = ()
    case: Literal["exact", "fold"] = "fold"
    before: tuple[NonEmpty, ...] = ()
    blocked_by: tuple[NonEmpty, ...] = ()
    negative: bool = False
    takes: tuple[Literal["that", "to", "np", "gerund", "quote", "as", "for", "with", "whom"], ...] = ()
    bound: Literal["subject", "object", "both"] = "subject"
    rank: int | None = None
    party: str | None = None
    label_in: Mapping[str, NonEmpty] = Field(default_factory=dict)
    cues: tuple[NonEmpty, ...] = ()
    note: str | None = None
    examples: Annotated[tuple[NonEmpty, ...], Field(min_length=1)]
    counterexamples: tuple[NonEmpty, ...] = ()

    @field_validator("verbs")
    @classmethod
    def _verbs_are_words(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for phrase in value:
            if not re.match(r"[a-z]+\b", phrase):
                raise ValueError(f"{phrase!r} does not begin with a verb in lower case")
        return value

    def wordings(self) -> Iterator[Wording]:
        """Yield every wording, verbs inflected."""
        for phrase in self.phrases:
            for text, ahead in _with_ahead(phrase):
                yield Wording(text, None, ahead)
        for phrase in self.verbs:
            head = phrase.partition(" ")[0]
            forms: list[tuple[Form, str]] = [(form, word) for form, words in inflect(head).items() for word in words]
            for text, ahead in _with_ahead(phrase):
                rest = text.removeprefix(head)
                for form, word in forms:
                    yield Wording(word + rest, form, ahead)


def _with_ahead(phrase: str) -> Iterator[tuple[str, str]]:
    """Yield every wording of a phrase and its end that must only follow, "" for none."""
    for text in expand(phrase):
        ahead = _AHEAD.search(text)
        yield (text.replace("[", "").replace("]", ""), ahead[1]) if ahead else (text, "")


class Pack(Frozen):
    """A pattern pack: a file of patterns that share a vocabulary of labels."""

    schema_: Annotated[Literal[1], Field(alias="schema")]
    pack: NonEmpty
    version: NonEmpty
    language: Literal["en"]
    vocabulary: NonEmpty
    label: tuple[Label, ...] = ()
    pattern: tuple[Pattern, ...] = ()

    @model_validator(mode="after")
    def _frameworks_are_of_a_kind(self) -> Self:
        if self.vocabulary == "framework" and (bare := [label.id for label in self.label if "kind" not in label.model_fields_set]):
            raise ValueError(f"the framework {bare[0]!r} needs a kind, one of {', '.join(FrameworkKind)}")
        return self

    @property
    def labels(self) -> frozenset[str]:
        """The labels that a pattern of this pack may bear."""
        declared = frozenset(entry.id for entry in self.label)
        return declared | VOCABULARIES.get(self.vocabulary, frozenset())
