"""Types that public signatures name and that are seldom asked for by name: what results hold, what arguments may be.

What is made or called by name is imported from `diplocorpus` itself; these are for annotations.
"""

from __future__ import annotations

from diplocorpus.analyzer import Source
from diplocorpus.corpus import Loadable, OnError
from diplocorpus.extractors.candidates import CandidateFormat, Proposed
from diplocorpus.models.documents import Genre
from diplocorpus.models.documents import Source as DocumentSource
from diplocorpus.models.events import Completed, PartyCode
from diplocorpus.models.spans import Frozen
from diplocorpus.patterns.inflection import Form
from diplocorpus.patterns.ladders import Ladder, RankedTitle
from diplocorpus.patterns.layouts import Layouts, Mask, PublisherLayout
from diplocorpus.patterns.loading import PackSet, PackSource
from diplocorpus.patterns.parties import NameKind
from diplocorpus.patterns.schema import Label, Pack, Pattern, Wording
from diplocorpus.reading.files import Ids
from diplocorpus.reading.limits import Limits
from diplocorpus.results.annotations import GoldAttribution, GoldCommitment, GoldDocument, GoldFramework, GoldHead, GoldMeeting
from diplocorpus.results.coding import NoEvent, PloverType
from diplocorpus.results.comparison import Account, Difference, Item, Place
from diplocorpus.results.comparison import Aspect as ComparedAspect
from diplocorpus.results.evaluation import Found, Right, Scores
from diplocorpus.results.events import DyadicEvent, Event
from diplocorpus.results.formulas import FrameworkRow, OneChinaCoding, OneChinaRow, PartnershipRow
from diplocorpus.results.gold import Gold
from diplocorpus.results.mentions import Mention
from diplocorpus.results.network import Between, Tie
from diplocorpus.results.predictions import Predictions
from diplocorpus.results.scoring import Difference as ScoreDifference
from diplocorpus.results.scoring import DifferenceKind
from diplocorpus.results.tellings import Comparable
from diplocorpus.results.timeline import By, Change, Use
from diplocorpus.streaming.stream import OnFailure
from diplocorpus.text.along import Along, Cover
from diplocorpus.text.annotated import Hit, PartyHit, Sentence
from diplocorpus.text.layout import Paragraph
from diplocorpus.text.parse import Parse
from diplocorpus.text.pipeline import PipelineSource
from diplocorpus.text.tagging import Tag

__all__ = [
    "Account",
    "Along",
    "Between",
    "By",
    "CandidateFormat",
    "Change",
    "Comparable",
    "ComparedAspect",
    "Completed",
    "Cover",
    "Difference",
    "DifferenceKind",
    "DocumentSource",
    "DyadicEvent",
    "Event",
    "Form",
    "Found",
    "FrameworkRow",
    "Frozen",
    "Genre",
    "Gold",
    "GoldAttribution",
    "GoldCommitment",
    "GoldDocument",
    "GoldFramework",
    "GoldHead",
    "GoldMeeting",
    "Hit",
    "Ids",
    "Item",
    "Label",
    "Ladder",
    "Layouts",
    "Limits",
    "Loadable",
    "Mask",
    "Mention",
    "NameKind",
    "NoEvent",
    "OnError",
    "OnFailure",
    "OneChinaCoding",
    "OneChinaRow",
    "Pack",
    "PackSet",
    "PackSource",
    "Paragraph",
    "Parse",
    "PartnershipRow",
    "PartyCode",
    "PartyHit",
    "Pattern",
    "PipelineSource",
    "Place",
    "PloverType",
    "Predictions",
    "Proposed",
    "PublisherLayout",
    "RankedTitle",
    "Right",
    "ScoreDifference",
    "Scores",
    "Sentence",
    "Source",
    "Tag",
    "Tie",
    "Use",
    "Wording",
]
