"""Tables of formulas for people who compare states: one-China language, frameworks, titles of relations."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from diplocorpus.models.analysis import Analysis
from diplocorpus.models.documents import Genre
from diplocorpus.models.events import MeetingStatus
from diplocorpus.models.frameworks import FrameworkKind, FrameworkRelation
from diplocorpus.models.partnerships import PartnershipEvent, PartnershipLadder, TitleAge
from diplocorpus.models.spans import Frozen, Span, Wording
from diplocorpus.models.stances import ClauseKind, Matter, Stance, StanceObject, StanceVerb
from diplocorpus.patterns.loading import data_file
from diplocorpus.results.table import Table

_CHINA = "CHN"
_REUNIFICATION = (ClauseKind.REUNIFICATION, ClauseKind.ALL_EFFORTS_FOR_REUNIFICATION)


class OneChinaRow(Frozen):
    """What a document has a party say of one China on a day; without a stance where it was searched in vain.

    `found` is False where the party met China and the document, which was searched, has no such language of it: that is
    no denial. `peaceful` tells whether a clause on reunification has that word, None where there is no such clause.
    """

    party: str
    date: str | None
    found: bool
    level: int | None = None
    matter: Matter | None = None
    object: StanceObject | None = None
    verb: StanceVerb | None = None
    flags: tuple[ClauseKind, ...] = ()
    peaceful: bool | None = None
    commits: bool | None = None
    asserted_by_other: bool | None = None
    historical: bool | None = None
    speaker: str | None = None
    own: bool | None = None
    publisher: str | None = None
    genre: Genre | None = None
    quotation: Wording | None = None
    document_id: str
    stance_id: str | None = None


class FrameworkRow(Frozen):
    """A naming of a framework; a row a holder of what is done with it, one without where nobody holds it."""

    party: str | None = None
    date: str | None
    framework: str
    name: str
    kind: FrameworkKind
    broader: tuple[str, ...] = ()
    relation: FrameworkRelation | None = None
    speaker: str | None = None
    own: bool | None = None
    anachronistic: bool = False
    publisher: str | None = None
    quotation: Wording | None = None
    document_id: str
    framework_id: str


class PartnershipRow(Frozen):
    """A naming of the title of a relation, with what becomes of it; `party` and `other` are sorted."""

    party: str | None = None
    other: str | None = None
    date: str | None
    ladder: PartnershipLadder
    title: str
    new_title: str | None = None
    rank: float | None = None
    scheme: str | None = None
    event: PartnershipEvent
    historical: bool = False
    age: TitleAge | None = None
    publisher: str | None = None
    quotation: Wording | None = None
    document_id: str
    partnership_id: str


class OneChinaCoding(Frozen):
    """How a level compares with a group of a published coding."""

    level: int
    coding: str
    group: str
    condition: str | None = None


def one_china_table(analyses: Iterable[Analysis], *, absent: bool = True, china: bool = False) -> Table[OneChinaRow]:
    """Return a row for each party's stance in each document, in the order of the documents.

    `absent=False` leaves out the rows of parties that met China and have no such language in the document, `china=True`
    keeps China's own statements. Documents whose language was not read, and analyses without the extractor `stances`,
    were not searched and give no rows. For a state's own words keep the rows where `own` is true.
    """
    return Table("one_china", OneChinaRow, (row for analysis in analyses for row in _one_china(analysis, absent=absent, china=china)))


def _one_china(analysis: Analysis, *, absent: bool, china: bool) -> Iterator[OneChinaRow]:
    document = analysis.document
    for stance in analysis.stances:
        if stance.holder is not None and (china or stance.holder != _CHINA):
            yield _of_stance(analysis, stance)
    if not absent or "stances" not in analysis.provenance.extractors:
        return
    heard = {stance.holder for stance in analysis.stances}
    met = {
        party
        for meeting in analysis.meetings
        if meeting.status is MeetingStatus.REPORTED and _CHINA in meeting.parties
        for party in meeting.parties
    }
    for party in sorted(met - heard - {_CHINA}):
        yield OneChinaRow(
            party=party,
            date=document.date,
            found=False,
            own=_own(analysis, party),
            publisher=document.publisher,
            genre=document.genre,
            document_id=document.id,
        )


def _of_stance(analysis: Analysis, stance: Stance) -> OneChinaRow:
    unification = [clause for clause in stance.clauses if clause.kind in _REUNIFICATION]
    return OneChinaRow(
        party=stance.holder or "",
        date=_day(analysis, stance.meeting_id),
        found=True,
        level=stance.level,
        matter=stance.matter,
        object=stance.object,
        verb=stance.verb,
        flags=stance.flags,
        peaceful=any(clause.token is not None for clause in unification) if unification else None,
        commits=stance.commits,
        asserted_by_other=stance.asserted_by_other,
        historical=stance.historical,
        speaker=stance.speaker,
        own=stance.own,
        publisher=stance.reported_by,
        genre=analysis.document.genre,
        quotation=_quotation(stance.evidence),
        document_id=analysis.document.id,
        stance_id=stance.id,
    )


def frameworks_table(analyses: Iterable[Analysis]) -> Table[FrameworkRow]:
    """Return a row for each naming of a framework and each party whose relation to it is told."""
    return Table("frameworks", FrameworkRow, (row for analysis in analyses for row in _frameworks(analysis)))


def _frameworks(analysis: Analysis) -> Iterator[FrameworkRow]:
    document = analysis.document
    for reference in analysis.frameworks:
        for holder in reference.holders or (None,):
            yield FrameworkRow(
                party=holder,
                date=document.date,
                framework=reference.framework,
                name=reference.name,
                kind=reference.kind,
                broader=reference.broader,
                relation=reference.relation,
                speaker=reference.speaker,
                own=_own(analysis, holder),
                anachronistic=reference.anachronistic,
                publisher=document.publisher,
                quotation=_quotation((reference.span,)),
                document_id=document.id,
                framework_id=reference.id,
            )


def partnership_table(analyses: Iterable[Analysis]) -> Table[PartnershipRow]:
    """Return a row for each naming of a title, with what becomes of it."""
    return Table("partnership", PartnershipRow, (row for analysis in analyses for row in _partnerships(analysis)))


def _partnerships(analysis: Analysis) -> Iterator[PartnershipRow]:
    for record in analysis.partnerships:
        first, second = (*record.dyad, None, None)[:2]
        yield PartnershipRow(
            party=first,
            other=second,
            date=_day(analysis, record.meeting_id),
            ladder=record.ladder,
            title=record.title.canonical,
            new_title=record.new_title.canonical if record.new_title else None,
            rank=record.rank,
            scheme=record.scheme,
            event=record.event,
            historical=record.historical,
            age=record.age,
            publisher=record.reported_by,
            quotation=_quotation(record.evidence),
            document_id=analysis.document.id,
            partnership_id=record.id,
        )


def one_china_codings() -> Table[OneChinaCoding]:
    """Return how our levels compare with published codings of one-China positions.

    A rough guide, no conversion: the published ones code what states have laid down, mostly in founding documents and
    over many years, ours what one text has somebody say. The same state may stand on different steps of the two.
    """
    with data_file("one_china_codings.csv").open(encoding="utf-8") as file:
        rows = [OneChinaCoding.model_validate({name: value or None for name, value in row.items()}) for row in csv.DictReader(file)]
    return Table("one_china_codings", OneChinaCoding, rows)


def _day(analysis: Analysis, meeting_id: str | None) -> str | None:
    """Return the day of a record's meeting, else of its document."""
    meeting = next((meeting for meeting in analysis.meetings if meeting.id == meeting_id), None)
    return (meeting.date if meeting else None) or analysis.document.date


def _own(analysis: Analysis, party: str | None) -> bool | None:
    publisher = analysis.document.publisher_party
    return None if publisher is None or party is None else publisher == party


def _quotation(spans: Iterable[Span]) -> str:
    return " ... ".join(" ".join(span.text.split()) for span in spans)
