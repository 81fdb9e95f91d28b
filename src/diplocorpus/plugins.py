"""Extractors by name: our own, and those that installed packages offer as entry points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diplocorpus.errors import UnknownExtractorError
from diplocorpus.extractors.commitments.actions import extract_acts
from diplocorpus.extractors.commitments.addressees import extract_addressees
from diplocorpus.extractors.commitments.deadlines import extract_deadlines
from diplocorpus.extractors.commitments.findings import Act, Addressee, Deadline, NounTrigger, Trigger
from diplocorpus.extractors.commitments.nouns import extract_noun_triggers
from diplocorpus.extractors.commitments.records import extract_commitments
from diplocorpus.extractors.commitments.triggers import extract_triggers
from diplocorpus.extractors.formulas.findings import Position, Statement, Title, Topic
from diplocorpus.extractors.formulas.partnerships import extract_partnerships
from diplocorpus.extractors.formulas.positions import extract_positions
from diplocorpus.extractors.formulas.stances import extract_stances
from diplocorpus.extractors.formulas.statements import extract_statements
from diplocorpus.extractors.formulas.titles import extract_titles
from diplocorpus.extractors.formulas.topics import extract_topics
from diplocorpus.extractors.frameworks.acting_bodies import extract_acting_bodies
from diplocorpus.extractors.frameworks.anaphora import extract_framework_anaphora
from diplocorpus.extractors.frameworks.findings import ActingBody, Anaphor, FrameworkName, FrameworkTie
from diplocorpus.extractors.frameworks.names import extract_framework_names
from diplocorpus.extractors.frameworks.references import extract_frameworks
from diplocorpus.extractors.frameworks.ties import extract_framework_ties
from diplocorpus.extractors.frameworks.unlisted import extract_unlisted_frameworks
from diplocorpus.extractors.meetings.anchors import extract_anchors
from diplocorpus.extractors.meetings.attendance import extract_attendance
from diplocorpus.extractors.meetings.dates import extract_days
from diplocorpus.extractors.meetings.discrepancies import extract_discrepancies
from diplocorpus.extractors.meetings.encounters import extract_encounters
from diplocorpus.extractors.meetings.findings import (
    Anchor,
    Attendance,
    Concluded,
    Day,
    Encounter,
    Gathering,
    Manner,
    Segment,
    Setting,
    Timing,
)
from diplocorpus.extractors.meetings.gatherings import extract_gatherings
from diplocorpus.extractors.meetings.manner import extract_manners
from diplocorpus.extractors.meetings.outcomes import extract_outcomes
from diplocorpus.extractors.meetings.records import extract_meetings
from diplocorpus.extractors.meetings.segments import extract_segments
from diplocorpus.extractors.meetings.settings import extract_settings
from diplocorpus.extractors.meetings.timing import extract_timings
from diplocorpus.extractors.people.affiliations import extract_affiliations
from diplocorpus.extractors.people.coreference import extract_referents
from diplocorpus.extractors.people.findings import Affiliation, HomeSide, Listed, Mention, Naming, Referent
from diplocorpus.extractors.people.home_side import extract_home_side
from diplocorpus.extractors.people.mentions import extract_mentions
from diplocorpus.extractors.people.names import extract_names
from diplocorpus.extractors.people.office_terms import extract_office_terms
from diplocorpus.extractors.people.sides import extract_people
from diplocorpus.extractors.people.unnamed import extract_unnamed
from diplocorpus.extractors.protocols import ExtractorSpec
from diplocorpus.extractors.speech.attributions import extract_attributions
from diplocorpus.extractors.speech.clauses import extract_clauses
from diplocorpus.extractors.speech.cues import extract_cues
from diplocorpus.extractors.speech.findings import Clause, Cue, Reporting, Source, Turn, Utterance
from diplocorpus.extractors.speech.parsed import extract_parsed_speech
from diplocorpus.extractors.speech.reporting import extract_reporting
from diplocorpus.extractors.speech.sources import extract_sources
from diplocorpus.extractors.speech.transcripts import extract_turns
from diplocorpus.extractors.speech.utterances import extract_speech
from diplocorpus.models.discourse import Attribution, Commitment
from diplocorpus.models.events import Meeting
from diplocorpus.models.frameworks import FrameworkReference
from diplocorpus.models.offices import Discrepancy
from diplocorpus.models.partnerships import Partnership
from diplocorpus.models.stances import Stance
from diplocorpus.offers import EXTRACTORS, load_offer, offered
from diplocorpus.text.acquaintances import Sketched


def default_extractors() -> tuple[ExtractorSpec, ...]:
    """Return our own extractors; extend the tuple to add one: `Analyzer(extractors=[*default_extractors(), mine])`."""
    return (
        ExtractorSpec("names", extract_names, Sketched),
        ExtractorSpec("unnamed", extract_unnamed, Sketched, (Sketched,), needs=("level",)),
        ExtractorSpec("office_terms", extract_office_terms, Listed, needs=(Sketched,)),
        ExtractorSpec("affiliations", extract_affiliations, Affiliation, (Listed,), needs=(Sketched,)),
        ExtractorSpec("home_side", extract_home_side, HomeSide, (Sketched, Affiliation)),
        ExtractorSpec("people", extract_people, Naming, (Listed, Affiliation, HomeSide), needs=(Sketched,)),
        ExtractorSpec("mentions", extract_mentions, Mention, (Naming,)),
        ExtractorSpec("transcripts", extract_turns, Turn, (Naming,)),
        ExtractorSpec("clauses", extract_clauses, Clause, (Mention,)),
        ExtractorSpec("days", extract_days, Day),
        ExtractorSpec("deadlines", extract_deadlines, Deadline, (Day,)),
        ExtractorSpec("sources", extract_sources, Source, (Clause,), needs=("cue",)),
        ExtractorSpec("cues", extract_cues, Cue, (Source,), needs=("cue", "speech_noun")),
        ExtractorSpec("reporting", extract_reporting, Reporting, needs=(Cue,)),
        ExtractorSpec("speech", extract_speech, Utterance, needs=(Reporting,)),
        ExtractorSpec("parsed_speech", extract_parsed_speech, Utterance, (Utterance, Turn)),
        ExtractorSpec("anchors", extract_anchors, Anchor, (Clause, Utterance), needs=("encounter",)),
        ExtractorSpec("encounters", extract_encounters, Encounter, (Naming, Clause), needs=(Anchor,)),
        ExtractorSpec("attendance", extract_attendance, Attendance, (Mention,)),
        ExtractorSpec("gatherings", extract_gatherings, Gathering, (Encounter, Day, Attendance)),
        ExtractorSpec("manner", extract_manners, Manner, (Segment,), needs=(Gathering,)),
        ExtractorSpec("outcomes", extract_outcomes, Concluded, (Segment, Utterance), needs=(Gathering,)),
        ExtractorSpec("settings", extract_settings, Setting, (Day,), needs=(Gathering,)),
        ExtractorSpec("timing", extract_timings, Timing, (Day,), needs=(Gathering,)),
        ExtractorSpec("meetings", extract_meetings, Meeting, (Timing, Setting, Manner, Concluded), needs=(Gathering,)),
        ExtractorSpec("segments", extract_segments, Segment, (Gathering,)),
        ExtractorSpec("coreference", extract_referents, Referent, (Segment, Turn), needs=(Mention, Utterance)),
        ExtractorSpec("attributions", extract_attributions, Attribution, (Referent,), needs=(Utterance,)),
        ExtractorSpec("framework_names", extract_framework_names, FrameworkName, needs=("framework",)),
        ExtractorSpec(
            "unlisted_frameworks", extract_unlisted_frameworks, FrameworkName, (FrameworkName, Mention), needs=("framework_noun",)
        ),
        ExtractorSpec("framework_anaphora", extract_framework_anaphora, Anaphor, needs=(FrameworkName,)),
        ExtractorSpec("framework_ties", extract_framework_ties, FrameworkTie, (Anaphor,), needs=(FrameworkName,)),
        ExtractorSpec("acting_bodies", extract_acting_bodies, ActingBody, (FrameworkTie,), needs=(FrameworkName,)),
        ExtractorSpec(
            "frameworks",
            extract_frameworks,
            FrameworkReference,
            (ActingBody, Anaphor, FrameworkTie, Clause, Attribution, Turn),
            needs=(FrameworkName,),
        ),
        ExtractorSpec("noun_triggers", extract_noun_triggers, NounTrigger, (Mention,), needs=(Utterance,)),
        ExtractorSpec("triggers", extract_triggers, Trigger, (Utterance,), needs=("strength", NounTrigger)),
        ExtractorSpec("actions", extract_acts, Act, needs=(Trigger,)),
        ExtractorSpec("addressees", extract_addressees, Addressee, (Clause, Mention, Referent), needs=(Act,)),
        ExtractorSpec("commitments", extract_commitments, Commitment, (Attribution, Deadline, FrameworkReference), needs=(Addressee,)),
        ExtractorSpec("titles", extract_titles, Title, needs=("partnership_part", "framework")),
        ExtractorSpec("partnerships", extract_partnerships, Partnership, (Clause, Referent, Segment), needs=(Title,)),
        ExtractorSpec("topics", extract_topics, Topic, (Clause,), needs=("one_china_object", "one_china_clause")),
        ExtractorSpec("positions", extract_positions, Position, (Attribution,), needs=(Topic,)),
        ExtractorSpec("statements", extract_statements, Statement, needs=(Position,)),
        ExtractorSpec("stances", extract_stances, Stance, needs=(Statement,)),
        ExtractorSpec("discrepancies", extract_discrepancies, Discrepancy, (Naming,), needs=(Meeting,)),
    )


def available_extractors() -> tuple[str, ...]:
    """Return the names of all extractors: our own first, then those of installed packages, none of them loaded."""
    own = tuple(spec.name for spec in default_extractors())
    return (*own, *sorted(set(offered(EXTRACTORS)) - set(own)))


def as_specs(extractors: Iterable[ExtractorSpec | str]) -> Iterator[ExtractorSpec]:
    """Yield extractors that are given as specs or by name.

    Raises PluginError as `load_extractor` does.
    """
    for extractor in extractors:
        yield extractor if isinstance(extractor, ExtractorSpec) else load_extractor(extractor)


def load_extractor(name: str) -> ExtractorSpec:
    """Return the extractor of a name.

    Raises UnknownExtractorError where nobody offers it and PluginLoadError where its package does but it cannot be
    imported or is no ExtractorSpec.
    """
    for spec in default_extractors():
        if spec.name == name:
            return spec
    entry = offered(EXTRACTORS).get(name)
    if entry is None:
        raise UnknownExtractorError(name, available_extractors())
    loaded = load_offer(entry, ExtractorSpec, "extractor")
    assert isinstance(loaded, ExtractorSpec)
    return loaded
