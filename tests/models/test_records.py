"""Records: ordered scales, frozen values, and JSON that reads back."""

from __future__ import annotations

import itertools
import json
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from diplocorpus.models.analysis import Analysis
from diplocorpus.models.discourse import Attribution, Commitment, Polarity, Strength
from diplocorpus.models.documents import DateBasis, Document
from diplocorpus.models.events import Level, Meeting, MeetingKind, Participant
from diplocorpus.models.frameworks import FrameworkKind, FrameworkReference
from diplocorpus.models.offices import Discrepancy, OfficeHolder
from diplocorpus.models.partnerships import Partnership, PartnershipEvent, PartnershipTitle, Qualifier, TitleAge, TitlePart
from diplocorpus.models.spans import Provenance, Span
from diplocorpus.models.stances import ClauseKind, Matter, Stance, StanceClause, StanceObject, StanceVerb

TEXT = "Ruritania upholds the one-Zubrowka principle and is ready to join the Strelsau Process, Lowe told Ott."


def span(words: str) -> Span:
    """Return the span of words in the text."""
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words), text=words)


def full_analysis() -> Analysis:
    """Return an analysis with a record of each kind and every field set."""
    return Analysis(
        document=Document(id="note-7", text=TEXT, date="--07-09", date_basis=DateBasis.UNKNOWN),
        meetings=(
            Meeting(
                id="m1",
                kind=MeetingKind.MEETING,
                date="--07-09",
                place="Strelsau",
                parties=("FRD", "RUR"),
                participants=(Participant(name="Lowe", role="Premier", party="RUR", level=Level.HEAD_OF_GOVERNMENT), Participant(name="Ott")),
                level=Level.MINISTER,
                anchor=span("Lowe told Ott"),
                evidence=(span("Lowe told Ott"),),
                rules=("meeting.told",),
            ),
        ),
        attributions=(
            Attribution(
                id="a1", meeting_id="m1", speaker="Lowe", party="RUR", source=span("Lowe"), cue=span("told"), content=(span(TEXT[:86]),),
                evidence=(span("told"),), rules=("say.say",),
            ),
        ),
        commitments=(
            Commitment(
                id="c1", meeting_id="m1", attribution_id="a1", speaker="Lowe", committers=("RUR",), counterparts=("FRD",), strength=Strength.READY,
                trigger=span("is ready to"), actions=(span("join the Strelsau Process"),), frameworks=("STRELSAU",), evidence=(span("is ready to"),),
            ),
        ),
        frameworks=(
            FrameworkReference(
                id="f1", framework="STRELSAU", name="Strelsau Process", kind=FrameworkKind.MECHANISM, span=span("Strelsau Process"),
                evidence=(span("Strelsau Process"),),
            ),
        ),
        stances=(
            Stance(
                id="s1", meeting_id="m1", matter=Matter.ONE_CHINA, holder="RUR", speaker="Lowe", level=4, object=StanceObject.PRINCIPLE,
                verb=StanceVerb.ADHERE, rank=5, trigger=span("upholds"), reported_by="Strelsau Post", own=False,
                clauses=(StanceClause(kind=ClauseKind.REUNIFICATION, span=span("join"), token=span("ready")),), evidence=(span("upholds"),),
            ),
        ),
        partnerships=(
            Partnership(
                id="p1", meeting_id="m1", dyad=("FRD", "RUR"), title=PartnershipTitle(canonical="SP", span=span("principle")), rank=4, scheme="mine",
                new_title=PartnershipTitle(canonical="CSP", span=span("Process"), qualifiers=(Qualifier(part=TitlePart.STRATEGIC, span=span("ready")),)),
                event=PartnershipEvent.UPGRADE, age=TitleAge.NEWER, evidence=(span("principle"),),
            ),
        ),
        warnings=(
            Discrepancy(
                id="w1",
                meeting_id="m1",
                name="Lowe",
                role="Premier",
                party="RUR",
                date="2021-07-09",
                terms=(OfficeHolder(name="Lowe", party="RUR", role="Premier", level=Level.HEAD_OF_GOVERNMENT, since="2022"),),
                evidence=(span("Lowe"),),
            ),
        ),
        extensions={"acme.mood": ({"mood": "cheerful"},)},
        provenance=Provenance(library="0.1.0", packs={"triggers": "2026.1"}, extractors=("meetings",), source_sha256="0" * 64),
    )  # fmt: skip


def test_an_analysis_survives_json() -> None:
    """What is written reads back equal."""
    analysis = full_analysis()
    assert Analysis.model_validate_json(analysis.model_dump_json()) == analysis


def test_an_analysis_is_one_line_of_json() -> None:
    """So that a file of analyses can be read line by line."""
    assert "\n" not in full_analysis().model_dump_json()


def test_the_wire_format_names_its_version() -> None:
    """A reader can tell what it has before it."""
    assert json.loads(full_analysis().model_dump_json())["schema_version"] == 1


def test_records_go_kind_by_kind() -> None:
    """Meetings first, partnerships last."""
    assert [record.id for record in full_analysis().records] == ["m1", "a1", "c1", "f1", "s1", "p1"]  # type: ignore[attr-defined]


def test_an_analysis_shows_itself_in_a_line() -> None:
    """The counts, not the records."""
    assert repr(full_analysis()) == "Analysis('note-7': 1 meetings, 1 attributions, 1 commitments, 1 frameworks)"


@pytest.mark.parametrize("record", full_analysis().records, ids=lambda record: type(record).__name__)
def test_every_record_is_frozen(record: Meeting) -> None:
    """All kinds alike."""
    with pytest.raises(ValidationError, match="frozen"):
        record.id = "other"  # type: ignore[misc]


@pytest.mark.parametrize("record", full_analysis().records, ids=lambda record: type(record).__name__)
def test_every_record_can_be_kept_in_a_set(record: Meeting) -> None:
    """Sequences in records are tuples."""
    assert len({record, record.model_copy()}) == 1


SCALES = {
    Strength: ["proposed", "hoped", "ready", "affirmed", "pledged", "agreed"],
    Level: ["expert", "official", "ambassador", "vice_minister", "minister", "head_of_government", "head_of_state"],
}


@pytest.mark.parametrize("scale", SCALES)
def test_a_scale_has_the_order_that_its_documentation_gives(scale: type[Strength | Level]) -> None:
    """From the weakest, or lowest, up."""
    assert [str(member) for member in sorted(scale, reverse=True)] == SCALES[scale][::-1]
    assert [member.rank for member in scale] == list(range(len(scale)))


@pytest.mark.parametrize("scale", SCALES)
def test_a_scale_is_compared_by_rank_not_by_spelling(scale: type[Strength | Level]) -> None:
    """Every comparison of every pair, since a member is also a string and strings compare by letters."""
    for low, high in itertools.combinations(scale, 2):
        assert low < high
        assert low <= high
        assert high > low
        assert high >= low
        assert not high < low
        assert not high <= low
        assert not low > high
        assert not low >= high
        assert max(low, high) is high


@given(st.sampled_from(Strength))
def test_a_strength_is_its_name(strength: Strength) -> None:
    """It equals the word, and hashes like it, so that tables can be filtered by words."""
    assert strength == str(strength)
    assert {str(strength): 1}[strength] == 1


def test_polarity_is_positive_unless_said() -> None:
    """Opposing is the marked case."""
    assert full_analysis().commitments[0].polarity is Polarity.POSITIVE


def test_what_is_written_is_what_the_json_schema_promises() -> None:
    """An analysis with every field set, and one with none."""
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(files("diplocorpus.models").joinpath("analysis.schema.json").read_text(encoding="utf-8"))
    bare = Analysis(document=Document(id="bare", text=""), provenance=Provenance(library="0", source_sha256="0" * 64))
    for analysis in (full_analysis(), bare):
        jsonschema.validate(json.loads(analysis.model_dump_json()), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(json.loads(bare.model_dump_json()) | {"treaties": []}, schema)
