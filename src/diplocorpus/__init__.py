"""diplocorpus turns diplomatic readouts into typed records: who met whom, who said what, who is bound to what.

Names are loaded on first use; `import diplocorpus` itself loads no dependency.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from diplocorpus.analyses import CorpusAnalysis, load_analyses
    from diplocorpus.analyzer import Analyzer, analyze, extract_attributions, extract_commitments, extract_frameworks, extract_meetings
    from diplocorpus.corpus import Corpus, iter_documents, load_corpus
    from diplocorpus.engines.batches import analyze_batch
    from diplocorpus.engines.dask import analyze_dask
    from diplocorpus.engines.runs import Run, analyze_to_folder
    from diplocorpus.errors import DiplocorpusError
    from diplocorpus.extractors.candidates import candidate_extractor, check_candidates
    from diplocorpus.extractors.findings import Findings
    from diplocorpus.extractors.protocols import Extractor, ExtractorSpec
    from diplocorpus.models.analysis import Analysis
    from diplocorpus.models.candidates import Candidate, CheckedCandidates, RejectedCandidate
    from diplocorpus.models.discourse import Attribution, Commitment, Polarity, Strength
    from diplocorpus.models.documents import DateBasis, Dateline, Document
    from diplocorpus.models.events import (
        Level,
        Meeting,
        MeetingFormat,
        MeetingKind,
        MeetingMode,
        MeetingStatus,
        Outcome,
        OutcomeForm,
        Participant,
        Tenure,
    )
    from diplocorpus.models.frameworks import FrameworkAnaphor, FrameworkKind, FrameworkReference, FrameworkRelation
    from diplocorpus.models.ladder import one_china_level
    from diplocorpus.models.offices import Certainty, Discrepancy, OfficeHolder
    from diplocorpus.models.partnerships import (
        Partnership,
        PartnershipEvent,
        PartnershipLadder,
        PartnershipTitle,
        Qualifier,
        TitleAge,
        TitlePart,
    )
    from diplocorpus.models.spans import Provenance, Record, Span
    from diplocorpus.models.stances import ClauseKind, Matter, Stance, StanceClause, StanceObject, StanceVerb
    from diplocorpus.pages.corpus import Report, report
    from diplocorpus.patterns.officeholders import OfficeHolders, role_at
    from diplocorpus.plugins import available_extractors, default_extractors
    from diplocorpus.results.compare import compare
    from diplocorpus.results.comparison import Comparison
    from diplocorpus.results.evaluation import Evaluation, evaluate
    from diplocorpus.results.formulas import frameworks_table, one_china_codings, one_china_table, partnership_table
    from diplocorpus.results.ledger import LedgerEntry, ledger, read_ledger
    from diplocorpus.results.merging import MergedMeeting
    from diplocorpus.results.network import Network, network
    from diplocorpus.results.sameness import Aspect, Sameness, same_meeting
    from diplocorpus.results.table import Table
    from diplocorpus.results.timeline import Timeline
    from diplocorpus.streaming.stream import analyze_stream
    from diplocorpus.text.annotated import AnnotatedDocument

__all__ = [
    "Analysis",
    "Analyzer",
    "AnnotatedDocument",
    "Aspect",
    "Attribution",
    "Candidate",
    "Certainty",
    "CheckedCandidates",
    "ClauseKind",
    "Commitment",
    "Comparison",
    "Corpus",
    "CorpusAnalysis",
    "DateBasis",
    "Dateline",
    "DiplocorpusError",
    "Discrepancy",
    "Document",
    "Evaluation",
    "Extractor",
    "ExtractorSpec",
    "Findings",
    "FrameworkAnaphor",
    "FrameworkKind",
    "FrameworkReference",
    "FrameworkRelation",
    "LedgerEntry",
    "Level",
    "Matter",
    "Meeting",
    "MeetingFormat",
    "MeetingKind",
    "MeetingMode",
    "MeetingStatus",
    "MergedMeeting",
    "Network",
    "OfficeHolder",
    "OfficeHolders",
    "Outcome",
    "OutcomeForm",
    "Participant",
    "Partnership",
    "PartnershipEvent",
    "PartnershipLadder",
    "PartnershipTitle",
    "Polarity",
    "Provenance",
    "Qualifier",
    "Record",
    "RejectedCandidate",
    "Report",
    "Run",
    "Sameness",
    "Span",
    "Stance",
    "StanceClause",
    "StanceObject",
    "StanceVerb",
    "Strength",
    "Table",
    "Tenure",
    "Timeline",
    "TitleAge",
    "TitlePart",
    "analyze",
    "analyze_batch",
    "analyze_dask",
    "analyze_stream",
    "analyze_to_folder",
    "available_extractors",
    "candidate_extractor",
    "check_candidates",
    "compare",
    "default_extractors",
    "evaluate",
    "extract_attributions",
    "extract_commitments",
    "extract_frameworks",
    "extract_meetings",
    "frameworks_table",
    "iter_documents",
    "ledger",
    "load_analyses",
    "load_corpus",
    "network",
    "one_china_codings",
    "one_china_level",
    "one_china_table",
    "partnership_table",
    "read_ledger",
    "report",
    "role_at",
    "same_meeting",
]

_MODULES = {
    "Analysis": "models.analysis",
    "Analyzer": "analyzer",
    "AnnotatedDocument": "text.annotated",
    "Aspect": "results.sameness",
    "Attribution": "models.discourse",
    "Candidate": "models.candidates",
    "Certainty": "models.offices",
    "CheckedCandidates": "models.candidates",
    "ClauseKind": "models.stances",
    "Commitment": "models.discourse",
    "Comparison": "results.comparison",
    "Corpus": "corpus",
    "CorpusAnalysis": "analyses",
    "DateBasis": "models.documents",
    "Dateline": "models.documents",
    "DiplocorpusError": "errors",
    "Discrepancy": "models.offices",
    "Document": "models.documents",
    "Evaluation": "results.evaluation",
    "Extractor": "extractors.protocols",
    "ExtractorSpec": "extractors.protocols",
    "Findings": "extractors.findings",
    "FrameworkAnaphor": "models.frameworks",
    "FrameworkKind": "models.frameworks",
    "FrameworkReference": "models.frameworks",
    "FrameworkRelation": "models.frameworks",
    "LedgerEntry": "results.ledger",
    "Level": "models.events",
    "Matter": "models.stances",
    "Meeting": "models.events",
    "MeetingFormat": "models.events",
    "MeetingKind": "models.events",
    "MeetingMode": "models.events",
    "MeetingStatus": "models.events",
    "MergedMeeting": "results.merging",
    "Network": "results.network",
    "OfficeHolder": "models.offices",
    "OfficeHolders": "patterns.officeholders",
    "Outcome": "models.events",
    "OutcomeForm": "models.events",
    "Participant": "models.events",
    "Partnership": "models.partnerships",
    "PartnershipEvent": "models.partnerships",
    "PartnershipLadder": "models.partnerships",
    "PartnershipTitle": "models.partnerships",
    "Polarity": "models.discourse",
    "Provenance": "models.spans",
    "Qualifier": "models.partnerships",
    "Record": "models.spans",
    "RejectedCandidate": "models.candidates",
    "Report": "pages.corpus",
    "Run": "engines.runs",
    "Sameness": "results.sameness",
    "Span": "models.spans",
    "Stance": "models.stances",
    "StanceClause": "models.stances",
    "StanceObject": "models.stances",
    "StanceVerb": "models.stances",
    "Strength": "models.discourse",
    "Table": "results.table",
    "Timeline": "results.timeline",
    "Tenure": "models.events",
    "TitleAge": "models.partnerships",
    "TitlePart": "models.partnerships",
    "analyze": "analyzer",
    "analyze_batch": "engines.batches",
    "analyze_dask": "engines.dask",
    "analyze_stream": "streaming.stream",
    "analyze_to_folder": "engines.runs",
    "available_extractors": "plugins",
    "candidate_extractor": "extractors.candidates",
    "check_candidates": "extractors.candidates",
    "compare": "results.compare",
    "default_extractors": "plugins",
    "evaluate": "results.evaluation",
    "extract_attributions": "analyzer",
    "extract_commitments": "analyzer",
    "extract_frameworks": "analyzer",
    "extract_meetings": "analyzer",
    "frameworks_table": "results.formulas",
    "iter_documents": "corpus",
    "ledger": "results.ledger",
    "load_analyses": "analyses",
    "load_corpus": "corpus",
    "network": "results.network",
    "one_china_codings": "results.formulas",
    "one_china_level": "models.ladder",
    "one_china_table": "results.formulas",
    "partnership_table": "results.formulas",
    "read_ledger": "results.ledger",
    "report": "pages.corpus",
    "role_at": "patterns.officeholders",
    "same_meeting": "results.sameness",
}


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        value = getattr(import_module(f"diplocorpus.{_MODULES[name]}"), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module 'diplocorpus' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
