"""Gold annotations are read from JSON, JSON Lines and brat standoff, and refused where they make no sense."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from diplocorpus.errors import DocumentNotFoundError, GoldFormatError
from diplocorpus.results.gold import read_gold

TEXT = "Anna Lowe said that Kenya will not\nblock the Belt and Road Initiative. Ott is ready to sign. 🕊 It must hold.\n"

ANN = """\
T1\tSource 0 9\tAnna Lowe
T2\tCue 10 14\tsaid
T3\tContent 20 69\tKenya will not block the Belt and Road Initiative
T4\tTrigger 26 30\twill
T5\tAction 31 69\tnot block the Belt and Road Initiative
T6\tFramework 45 69\tBelt and Road Initiative
T7\tTrigger 75 86\tis ready to
T8\tSource 71 74\tOtt
T9\tAction 87 91\tsign
T10\tTrigger 98 102\tmust
T11\tWeather 93 94\tanything
E1\tCue:T2 Source:T1 Content:T3
R1\tbinds Arg1:T5 Arg2:T4\t
R2\tBy Arg1:T7 Arg2:T8
R3\tDoes Arg1:T7 Arg2:T9
A1\tStrength T4 pledged
A2\tNegative T4
A3\tStrength T7 ready
A4\tMood T7 bright
A5\tStrength T10 proposed
A6\tOptional T10
#1\tAnnotatorNotes T4\tcommitters=KEN; counterparts=CHL, UN; a remark
#2\tAnnotatorNotes E1\tparty=KEN
#3\tAnnotatorNotes T8\tspeaker=Paul Ott
#4\tAnnotatorNotes T6\tframework=BRI
#5\tAnnotatorNotes T11\tlooks like rain
"""


def minimal(**more: Any) -> dict[str, Any]:
    """Return the least annotation, and more."""
    return {"id": "note", **more}


def brat(folder: Path, ann: str = ANN, text: str | None = TEXT) -> Path:
    """Write a brat document, and return its `.ann` file."""
    (folder / "note.ann").write_bytes(ann.encode())
    if text is not None:
        (folder / "note.txt").write_bytes(text.encode())
    return folder / "note.ann"


def test_a_folder_a_file_and_lines_read_alike(tmp_path: Path) -> None:
    """Blank lines are passed over."""
    row = json.dumps(minimal(document={"date": "--03-04"}))
    (tmp_path / "note.gold.json").write_text(row, encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text(f"{row}\n\n", encoding="utf-8")
    folder = read_gold(tmp_path)
    assert (
        folder
        == read_gold(tmp_path / "note.gold.json")
        == read_gold(tmp_path / "gold.jsonl")
        == read_gold([minimal(document={"date": "--03-04"})])
    )
    assert list(folder) == ["note"]


@pytest.mark.parametrize(
    ("row", "location"),
    [
        ('{"id": "note"', ""),  # cut off
        ('{"document": {}}', "id"),
        ('{"id": "note", "commitment": []}', "commitment"),  # a key that is not known
        ('{"id": "note", "document": {"date": "March 4"}}', "document.date"),
        ('{"id": "note", "attributions": [{"cue": {"start": 3, "end": 9, "text": "said"}}]}', "attributions.0.cue"),  # offsets do not fit
        ('{"id": "note", "meetings": [{"kind": "picnic"}]}', "meetings.0.kind"),
    ],
)
def test_malformed_json_is_named_by_file_and_place(row: str, location: str, tmp_path: Path) -> None:
    """In JSON Lines with the line, too."""
    single, lines = tmp_path / "note.gold.json", tmp_path / "gold.jsonl"
    single.write_text(row, encoding="utf-8")
    lines.write_text(f'{{"id": "first"}}\n{row}', encoding="utf-8")
    for path, where in ((single, location), (lines, f"line 2: {location}" if location else "line 2")):
        with pytest.raises(GoldFormatError) as caught:
            read_gold(path)
        assert (caught.value.path, caught.value.location) == (str(path), where)


def test_a_document_is_annotated_once(tmp_path: Path) -> None:
    """The error names both places."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.gold.json").write_text(json.dumps(minimal()), encoding="utf-8")
    with pytest.raises(GoldFormatError, match=r"b\.gold\.json.*a\.gold\.json"):
        read_gold(tmp_path)


def test_a_folder_without_annotations_is_said(tmp_path: Path) -> None:
    """And what was looked for."""
    with pytest.raises(DocumentNotFoundError, match=r"\*\.gold\.json"):
        read_gold(tmp_path)


def test_frameworks_of_a_commitment_are_worked_out_where_they_are_not_given() -> None:
    """Those named from the trigger to the end of the last action."""
    span = {"start": 0, "end": 4, "text": "will"}
    inside, outside = {"start": 9, "end": 12, "text": "BRI"}, {"start": 12, "end": 15, "text": "SCO"}
    commitment = {"strength": "pledged", "trigger": span, "actions": [{"start": 5, "end": 12, "text": "aid BRI"}]}
    named = [{"framework": "BRI", "span": inside}, {"framework": "SCO", "span": outside}]
    for given, expected in (({}, {"BRI"}), ({"frameworks": ["UN"]}, {"UN"}), ({"frameworks": []}, set())):
        document = read_gold([minimal(commitments=[{**commitment, **given}], frameworks=named)])["note"]
        assert document.frameworks_of((document.commitments or ())[0]) == expected


def test_brat_attributions_have_their_source_and_content(tmp_path: Path) -> None:
    """By an event here; the speaker is named by the words of the source."""
    [attribution] = read_gold(brat(tmp_path))["note"].attributions or ()
    assert (attribution.speaker, attribution.party, attribution.cue.text) == ("Anna Lowe", "KEN", "said")
    assert [span.text for span in attribution.content] == ["Kenya will not\nblock the Belt and Road Initiative"]


def test_brat_commitments_have_their_facts_from_attributes_notes_and_links(tmp_path: Path) -> None:
    """The speaker is that of a linked source, else of the content around, else the narrator."""
    will, ready, must = read_gold(brat(tmp_path))["note"].commitments or ()
    assert (will.speaker, will.committers, will.counterparts, str(will.polarity)) == ("Anna Lowe", ("KEN",), ("CHL", "UN"), "negative")
    assert [action.text for action in will.actions] == ["not\nblock the Belt and Road Initiative"]
    assert (ready.speaker, str(ready.strength), ready.committers, ready.optional) == ("Paul Ott", "ready", (), False)
    assert (must.speaker, must.optional) == ("NARRATOR", True)


def test_brat_frameworks_and_what_brat_does_not_say(tmp_path: Path) -> None:
    """Meetings and the head are left out, so they are not scored."""
    document = read_gold(brat(tmp_path))["note"]
    assert [(named.framework, named.span.text) for named in document.frameworks or ()] == [("BRI", "Belt and Road Initiative")]
    assert (document.meetings, document.document) == (None, None)


def test_brat_content_in_pieces_is_several_spans(tmp_path: Path) -> None:
    """As where the cue stands inside it."""
    ann = "T1\tCue 10 14\tsaid\nT2\tContent 0 9;20 25\tAnna Lowe Kenya\nR1\tc Arg1:T1 Arg2:T2\n"
    [attribution] = read_gold(brat(tmp_path, ann))["note"].attributions or ()
    assert [span.text for span in attribution.content] == ["Anna Lowe", "Kenya"]
    assert read_gold(tmp_path)["note"].commitments is None


def test_a_kind_that_any_brat_document_has_is_annotated_in_all(tmp_path: Path) -> None:
    """A document of the folder without one says that there is none."""
    brat(tmp_path)
    (tmp_path / "quiet.ann").write_text("", encoding="utf-8")
    (tmp_path / "quiet.txt").write_text("Rain fell.", encoding="utf-8")
    assert read_gold(tmp_path)["quiet"].commitments == ()


@pytest.mark.parametrize(
    ("line", "location", "words"),
    [
        ("T1\tCue ten 14\tsaid", "line 1", "no type with offsets"),
        ("T1\tCue 10 900\tsaid", "line 1", "does not lie"),
        ("T1\tCue 10 14\tsays", "line 1", "'said'"),  # the file holds other words there
        ("T1\tCue 10 14\tsaid\nR1\tc Arg1:T1 Arg2:T9", "line 2", "T9"),
        ("T1\tCue 10 14\tsaid\nR1\tc Arg1:T1", "line 2", "links nothing"),
        ("A1\tOptional", "line 1", "no attribute"),
        ("T1\tCue 10 14\tsaid\n#1\tAnnotatorNotes T1\tspaeker=Anna Lowe", "line 2", "spaeker"),
        ("T4\tTrigger 26 30\twill", "T4: strength", "should be"),
        ("T4\tTrigger 26 30\twill\nA1\tStrength T4 sworn", "T4: strength", "should be"),
        ("T6\tFramework 45 69\tBelt and Road Initiative", "T6", "framework=BRI"),
        ("said", "line 1", "no line of brat standoff"),
    ],
)
def test_malformed_brat_is_named_by_file_and_line(line: str, location: str, words: str, tmp_path: Path) -> None:
    """Or by the annotation that lacks something."""
    with pytest.raises(GoldFormatError, match=words) as caught:
        read_gold(brat(tmp_path, line))
    assert (caught.value.path, caught.value.location) == (str(tmp_path / "note.ann"), location)


def test_brat_needs_the_text(tmp_path: Path) -> None:
    """Beside the annotations."""
    with pytest.raises(GoldFormatError, match=r"no note\.txt"):
        read_gold(brat(tmp_path, text=None))


def test_the_page_on_gold_formats_shows_what_is_read(tmp_path: Path) -> None:
    """Its JSON fits its text, and its brat says the same of the attribution and the first commitment."""
    page = Path(__file__).parents[2] / "docs" / "reference" / "gold-format.md"
    blocks = re.findall(r"(?ms)^```(text|json)\n(.*?)^```$", page.read_text(encoding="utf-8"))
    (_, text), (_, annotation), (_, ann) = blocks
    document = read_gold([json.loads(annotation)])["note"]
    assert all(text[span.start : span.end] == span.text for span in document.spans())
    from_brat = read_gold(brat(tmp_path, ann, text))["note"]
    source = {"source": from_brat.attributions[0].source} if from_brat.attributions else {}
    assert from_brat.attributions == tuple(one.model_copy(update=source) for one in document.attributions or ())
    assert from_brat.commitments == (document.commitments or ())[:1]
