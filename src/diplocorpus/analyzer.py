"""Document in, Analysis out: orders the extractors by need and runs them."""

from __future__ import annotations

import hashlib
import re
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import attrs

from diplocorpus.errors import (
    DiplocorpusError,
    DiplocorpusWarning,
    ExtractorConflictError,
    ExtractorCycleError,
    ExtractorFailedError,
    ExtractorNeedError,
)
from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.meetings.findings import Encounter, Headline
from diplocorpus.extractors.people.findings import HomeSide, Naming
from diplocorpus.extractors.protocols import ExtractorSpec
from diplocorpus.models.analysis import Analysis
from diplocorpus.models.discourse import Attribution, Commitment, Strength
from diplocorpus.models.documents import Document
from diplocorpus.models.events import Meeting, MeetingStatus
from diplocorpus.models.frameworks import FrameworkReference
from diplocorpus.models.offices import Discrepancy
from diplocorpus.models.partnerships import Partnership
from diplocorpus.models.spans import Provenance, Record
from diplocorpus.models.stances import Stance
from diplocorpus.patterns.loading import PackSource, merged_packs
from diplocorpus.patterns.officeholders import OfficeHolders
from diplocorpus.plugins import as_specs, default_extractors
from diplocorpus.reading.dating import describe
from diplocorpus.text.annotate import Annotator
from diplocorpus.text.annotated import AnnotatedDocument
from diplocorpus.text.garbage import uncollected
from diplocorpus.text.phrases import topic_start
from diplocorpus.text.pipeline import Pipeline, PipelineSource

Source = str | Document | Iterable[Document]
"""What can be analysed: a text, a document, or several documents (a corpus)."""

_FIELDS: dict[type, str] = {
    Meeting: "meetings",
    Attribution: "attributions",
    Commitment: "commitments",
    FrameworkReference: "frameworks",
    Stance: "stances",
    Partnership: "partnerships",
    Discrepancy: "warnings",
}

_NO_SOURCE = "a text, a Document or several of them are analysed, no {}; load files with load_corpus, decode bytes first"

_BETWEEN_WORDS = re.compile(r"[\W_]+")


@cache
def _library_version() -> str:
    try:
        return version("diplocorpus")
    except PackageNotFoundError:
        return "unknown"


def order(specs: Iterable[ExtractorSpec]) -> tuple[ExtractorSpec, ...]:
    """Return extractors in an order in which each finds what it requires, with those of our own that they need.

    Raises ExtractorConflictError where two have one name, ExtractorNeedError where one needs what none produces,
    ExtractorCycleError where they need each other.
    """
    by_name = _with_needs(specs)
    graph = {
        spec.name: {other.name for kind in spec.requires for other in _producers(kind, spec, by_name.values())} for spec in by_name.values()
    }
    try:
        names = tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        raise ExtractorCycleError(error.args[1], "each needs what the next one produces") from error
    return tuple(by_name[name] for name in names)


def _with_needs(specs: Iterable[ExtractorSpec]) -> dict[str, ExtractorSpec]:
    """Return extractors by name, and with them our own that produce what they require and none of them does."""
    by_name: dict[str, ExtractorSpec] = {}
    for spec in specs:
        if spec.name in by_name:
            raise ExtractorConflictError(spec.name)
        by_name[spec.name] = spec
    waiting = list(by_name.values())
    while waiting:
        spec = waiting.pop()
        for kind in spec.requires:
            if _producers(kind, spec, by_name.values()):
                continue
            own = [other for other in _producers(kind, spec, default_extractors()) if other.name not in by_name]
            if not own:
                raise ExtractorNeedError(spec.name, kind.__name__)
            by_name |= {other.name: other for other in own}
            waiting += own
    return by_name


def _producers(kind: type, spec: ExtractorSpec, among: Iterable[ExtractorSpec]) -> list[ExtractorSpec]:
    """Return the extractors, other than the one that needs it, that produce a type."""
    return [other for other in among if issubclass(other.produces, kind) and other.name != spec.name]


def needed_for(kind: type, ordered: Iterable[ExtractorSpec]) -> tuple[ExtractorSpec, ...]:
    """Return the extractors, in order, without which nothing of a type is found; none where nobody produces it."""
    chosen: list[ExtractorSpec] = []
    wanted = {kind}
    for spec in reversed(tuple(ordered)):
        if any(issubclass(spec.produces, want) for want in wanted):
            chosen.append(spec)
            wanted |= set(spec.requires)
    return tuple(reversed(chosen))


def _carries(annotated: AnnotatedDocument, title: str) -> bool:
    """Tell whether a text holds its own title."""
    return _squeezed(title) in _squeezed(annotated.masked[: 4 * len(title) + 400])


def _squeezed(text: str) -> str:
    """Return the letters and digits of a text, of one case."""
    return _BETWEEN_WORDS.sub("", text.casefold())


class Analyzer:
    """Turns documents into analyses with one set of extractors and pattern packs; build once, use often, picklable.

    `extractors` are specs or names (default: our own); those of our own that they need come with them. `packs` are paths
    of pattern packs and of publishers' layouts to add to ours, where the same id replaces and a new one adds;
    `officeholders` is a table of who held which office when, or the path of one (see `OfficeHolders.load`); `nlp` is a
    trained English spaCy pipeline of your own, or its name: where it is given, its parse finds reported speech that the
    rules alone do not.

    `extensions` are the types of the records of those extractors that are not our own, by extractor name.

    Raises PluginError where extractors cannot be loaded or put in order, PatternError where a pack is faulty,
    PipelineNotFoundError or PipelineUnfitError where the pipeline cannot be used.
    """

    def __init__(
        self,
        extractors: Iterable[ExtractorSpec | str] | None = None,
        packs: Iterable[PackSource] = (),
        officeholders: str | Path | OfficeHolders | None = None,
        nlp: PipelineSource | None = None,
    ) -> None:
        if isinstance(extractors, (str, ExtractorSpec)):
            message = f"extractors are several: [{extractors!r}] in place of {extractors!r}"
            raise TypeError(message)
        specs = default_extractors() if extractors is None else extractors
        self.extractors = order(as_specs(specs))
        self.packs = merged_packs([*dict.fromkeys(pack for spec in self.extractors for pack in spec.packs), *packs])
        if officeholders is not None:
            table = officeholders if isinstance(officeholders, OfficeHolders) else OfficeHolders.load(officeholders)
            self.packs = attrs.evolve(self.packs, officeholders=table)
        self.pipeline = None if nlp is None else Pipeline(nlp)
        self._annotate = Annotator(self.packs, self.pipeline)
        self._headline = needed_for(Encounter, self.extractors)
        self.extensions = record_types(self.extractors)
        names = tuple(spec.name for spec in self.extractors)
        pipeline = self.pipeline.name if self.pipeline else None
        self._of_passed_over = Provenance(library=_library_version(), packs=self.packs.versions, source_sha256="")
        self._of_read = self._of_passed_over.model_copy(update={"extractors": names, "pipeline": pipeline})

    def prepare(self) -> None:
        """Compile the phrases now, which otherwise the first analysis does; for a process that answers others."""
        self._annotate.matching()

    def analyze(self, document: Document | str) -> Analysis:
        """Return everything found in a document; a text is taken as a document with the id `text`.

        A document whose language is known and not English gives an analysis without records.

        Raises ExtractorFailedError where an extractor breaks its promise.
        """
        if not isinstance(document, (str, Document)):
            raise TypeError(_NO_SOURCE.format(type(document).__name__))
        with uncollected():
            return self._analyze(document if isinstance(document, Document) else Document(id="text", text=document))

    def _analyze(self, document: Document) -> Analysis:
        document = describe(document, self.packs.layouts)
        findings, extensions = (Findings(), {}) if passed_over(document) else self._extract(document)
        return Analysis(
            document=document,
            meetings=tuple(m for m in findings.of(Meeting) if m.status is not MeetingStatus.ANNOUNCED),
            announced=tuple(m for m in findings.of(Meeting) if m.status is MeetingStatus.ANNOUNCED),
            attributions=findings.of(Attribution),
            commitments=findings.of(Commitment),
            frameworks=findings.of(FrameworkReference),
            stances=findings.of(Stance),
            partnerships=findings.of(Partnership),
            warnings=findings.of(Discrepancy),
            extensions=extensions,
            provenance=self.provenance(document),
        )

    def _extract(self, document: Document) -> tuple[Findings, dict[str, tuple[Record, ...]]]:
        """Return what all extractors find in a document, and the records of those that are not our own, by extractor name."""
        annotated = self._annotate(document)
        findings = Findings()
        findings.add(Headline, self._read_title(annotated))
        extensions: dict[str, tuple[Record, ...]] = {}
        for spec in self.extractors:
            found = _run(spec, annotated, findings)
            findings.add(spec.produces, found)
            if spec.name in self.extensions:
                extensions[spec.name] = tuple(_borne_out(record, spec, document) for record in found if isinstance(record, Record))
        return findings, extensions

    def provenance(self, document: Document) -> Provenance:
        """Return what an analysis of a document by this analyzer depends on."""
        known = self._of_passed_over if passed_over(document) else self._of_read
        source_sha256 = hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
        return known.model_copy(update={"packs": dict(known.packs), "source_sha256": source_sha256})

    def _read_title(self, annotated: AnnotatedDocument) -> Iterator[Headline]:
        """Read a title that is not in the text like a text of its own, for what it tells of the encounter."""
        document = annotated.document
        if document.title is None or not self._headline or _carries(annotated, document.title):
            return
        title = self._annotate(document.model_copy(update={"text": document.title, "title": None, "dateline": None}))
        findings = Findings()
        for spec in self._headline:
            findings.add(spec.produces, _run(spec, title, findings))
        people = tuple(dict.fromkeys(naming.person for naming in findings.of(Naming)))
        parties = tuple(dict.fromkeys(hit.code for hit in title.parties_in(0, topic_start(title))))
        home = next(iter(findings.of(HomeSide)), None)
        yield Headline(people, findings.of(Encounter), parties, home)

    def __repr__(self) -> str:
        parsed = f", {self.pipeline.name}" if self.pipeline else ""
        return f"Analyzer({len(self.extractors)} extractors, {len(self.packs.packs)} packs{parsed})"


def _run(spec: ExtractorSpec, annotated: AnnotatedDocument, findings: Findings) -> list[object]:
    """Return what an extractor finds, nothing where the document has nothing of what it needs."""
    if not spec.may_find(annotated, findings):
        return []
    try:
        found = list(spec.extract(annotated, findings))
    except DiplocorpusError:
        raise
    except Exception as error:
        raise ExtractorFailedError(spec.name, annotated.document.id, f"{type(error).__name__}: {error}") from error
    for item in found:
        if not isinstance(item, spec.produces):
            message = f"it yielded a {type(item).__name__}, not a {spec.produces.__name__}"
            raise ExtractorFailedError(spec.name, annotated.document.id, message)
    return found


def record_types(specs: Iterable[ExtractorSpec]) -> dict[str, type[Record]]:
    """Return the types of the records of those extractors that are not our own, by extractor name."""
    return {spec.name: spec.produces for spec in specs if issubclass(spec.produces, Record) and spec.produces not in _FIELDS}


def _borne_out(record: Record, spec: ExtractorSpec, document: Document) -> Record:
    """Return a record whose evidence is the document's own words.

    Raises ExtractorFailedError where it is not.
    """
    for span in record.evidence:
        if document.text[span.start : span.end] != span.text:
            where = f"[{span.start}:{span.end}]"
            raise ExtractorFailedError(spec.name, document.id, f"the text at {where} is not the evidence {span.text!r}")
    return record


def passed_over(document: Document) -> bool:
    """Tell whether a document is known to be in another language than English, so that nothing is looked for in it."""
    return document.language is not None and document.language.lower().partition("-")[0] not in ("en", "eng", "english")


def warn_of_passed_over(languages: Iterable[str | None]) -> None:
    """Warn, once, how many documents were passed over, given the language of each."""
    found = Counter(map(str, languages))
    if found:
        counts = ", ".join(f"{language} {count}" for language, count in found.most_common())
        message = f"{found.total()} documents are not in English ({counts}) and were passed over; load with language='en' if they are"
        warnings.warn(message, DiplocorpusWarning, stacklevel=3)


@cache
def default_analyzer() -> Analyzer:
    """Return the analyzer that the functions of the front door use."""
    return Analyzer()


def _documents(source: Source) -> Iterator[Document | str]:
    """Yield the documents of a source.

    Raises TypeError where it is none: a path is no text, and bytes have no characters until they are decoded.
    """
    if isinstance(source, (str, Document)):
        yield source
        return
    if isinstance(source, (bytes, bytearray, Mapping)) or not hasattr(source, "__iter__"):
        raise TypeError(_NO_SOURCE.format(type(source).__name__))
    for document in source:
        if not isinstance(document, (str, Document)):
            raise TypeError(_NO_SOURCE.format(f"{type(source).__name__} of {type(document).__name__}"))
        yield document


def analyze(
    source: str | Document, *, extractors: Iterable[ExtractorSpec | str] | None = None, packs: Iterable[PackSource] = ()
) -> Analysis:
    """Return everything found in one document or text."""
    packs = tuple(packs)
    analyzer = default_analyzer() if extractors is None and not packs else Analyzer(extractors, packs)
    return analyzer.analyze(source)


def _analyses(source: Source, extractors: Iterable[ExtractorSpec | str] | None) -> Iterator[Analysis]:
    analyzer = default_analyzer() if extractors is None else Analyzer(extractors)
    other: list[str | None] = []
    for document in _documents(source):
        if isinstance(document, Document) and passed_over(document):
            other.append(document.language)
        yield analyzer.analyze(document)
    warn_of_passed_over(other)


def extract_commitments(
    source: Source, *, min_strength: Strength | str | None = None, extractors: Iterable[ExtractorSpec | str] | None = None
) -> list[Commitment]:
    """Return the commitments of a text, a document or a corpus, in order; with `min_strength` only those at least as strong."""
    least = Strength(min_strength) if min_strength is not None else Strength.PROPOSED
    return [c for analysis in _analyses(source, extractors) for c in analysis.commitments if c.strength >= least]


def extract_meetings(source: Source, *, extractors: Iterable[ExtractorSpec | str] | None = None) -> list[Meeting]:
    """Return the meetings of a text, a document or a corpus, in order."""
    return [meeting for analysis in _analyses(source, extractors) for meeting in analysis.meetings]


def extract_attributions(source: Source, *, extractors: Iterable[ExtractorSpec | str] | None = None) -> list[Attribution]:
    """Return who is reported to have said what in a text, a document or a corpus, in order."""
    return [attribution for analysis in _analyses(source, extractors) for attribution in analysis.attributions]


def extract_frameworks(source: Source, *, extractors: Iterable[ExtractorSpec | str] | None = None) -> list[FrameworkReference]:
    """Return the frameworks named in a text, a document or a corpus, in order."""
    return [reference for analysis in _analyses(source, extractors) for reference in analysis.frameworks]
