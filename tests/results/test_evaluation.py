"""Predictions are scored as the guidelines for annotators say."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from diplocorpus import Analysis, Document, Evaluation, analyze, evaluate, load_corpus
from diplocorpus.errors import DocumentNotFoundError, GoldFormatError, PredictionFormatError, TextMismatchError

TEXT = (
    "Kenyan President Anna Lowe said that Kenya will reopen the port of Strelsau. "
    "Chilean Premier Paul Ott added that Chile is ready to train pilots under the Belt and Road Initiative."
)

ROOT = Path(__file__).parent.parent.parent
SHARED = ROOT.parent / "shared" / "gold"
TEXTS = {"seeds": ROOT / "seeds", "dev": SHARED / "dev"}
needs_gold = pytest.mark.skipif(not (SHARED / "score.py").is_file(), reason="no annotated documents lie beside the project")


def at(words: str) -> dict[str, Any]:
    """Return the span of words that stand once in the text."""
    assert TEXT.count(words) == 1
    return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words), "text": words}


def gold() -> dict[str, Any]:
    """Return the annotation of the text, as a user writes it."""
    lowe, ott = {"name": "Anna Lowe", "role": "President", "party": "KEN"}, {"name": "Paul Ott", "role": "Premier", "party": "CHL"}
    return {
        "id": "note",
        "document": {"date": None, "place": None, "publisher": "Strelsau Herald"},
        "meetings": [
            {"kind": "meeting", "date": "--03-04", "place": "Nairobi", "parties": ["CHL", "KEN"], "participants": [lowe, ott], "level": "head_of_government"}
        ],
        "attributions": [
            {"speaker": "Anna Lowe", "party": "KEN", "cue": at("said"), "content": [at("Kenya will reopen the port of Strelsau")]},
            {"speaker": "Paul Ott", "party": "CHL", "cue": at("added"), "content": [at("Chile is ready to train pilots under the Belt and Road Initiative")]},
        ],
        "commitments": [
            {"speaker": "Anna Lowe", "committers": ["KEN"], "counterparts": ["CHL"], "strength": "pledged", "trigger": at("will"), "actions": [at("reopen the port of Strelsau")]},
            {"speaker": "Paul Ott", "committers": ["CHL"], "counterparts": ["KEN"], "strength": "ready", "trigger": at("is ready to"), "actions": [at("train pilots under the Belt and Road Initiative")]},
        ],
        "frameworks": [{"framework": "BRI", "span": at("Belt and Road Initiative")}],
    }  # fmt: skip


def perfect() -> dict[str, Any]:
    """Return the prediction that has everything right, in the wire format's shape."""
    found = json.loads(json.dumps(gold()))
    found["document"] = {"id": found.pop("id"), **found["document"]}
    found["commitments"][1]["frameworks"] = ["BRI"]
    for commitment in found["commitments"]:
        commitment["polarity"] = "positive"
    return dict(found)


def f1s(evaluation: Evaluation) -> dict[str, float]:
    """Return F1 by measure."""
    return {name: score.f1 for name, score in evaluation.found.items()}


def test_a_perfect_prediction_scores_one_in_everything() -> None:
    """Nothing is missed, spurious or different."""
    evaluation = evaluate([gold()], [perfect()])
    assert set(f1s(evaluation)) == {
        "meetings", "participants", "attributions", "attributions.full", "commitments", "commitments.full", "actions", "frameworks", "frameworks.core",
    }  # fmt: skip
    assert set(f1s(evaluation).values()) == {1.0}
    assert {right.accuracy for right in evaluation.right.values()} == {1.0}
    assert not [*evaluation.differences, *evaluation.unpredicted, *evaluation.unannotated]


def test_a_missing_record_lowers_recall_alone() -> None:
    """One of two is found; the actions of the other are missed with it."""
    found = perfect()
    del found["commitments"][0]
    evaluation = evaluate([gold()], [found])
    for measure in ("commitments", "commitments.full", "actions"):
        assert (evaluation.found[measure].precision, evaluation.found[measure].recall) == (1.0, 0.5)
    assert [str(difference) for difference in evaluation.differences] == [f"note: missed commitments at {TEXT.index('will')} 'will'"]


def test_a_spurious_record_lowers_precision_alone() -> None:
    """What overlaps nothing in gold is one too many."""
    found = perfect()
    found["attributions"].append({"speaker": "Paul Ott", "cue": at("train"), "content": []})
    evaluation = evaluate([gold()], [found])
    assert (evaluation.found["attributions"].precision, evaluation.found["attributions"].recall) == (0.6667, 1.0)
    assert evaluation.differences[0].kind == "spurious"


def test_a_second_record_on_the_same_words_is_spurious() -> None:
    """Pairs are one to one."""
    found = perfect()
    found["commitments"].append(found["commitments"][0])
    assert evaluate([gold()], [found]).found["commitments"].precision == 0.6667


@pytest.mark.parametrize("is_found", [True, False])
def test_an_optional_record_counts_neither_way(is_found: bool) -> None:
    """Found or not, the rest scores as if it were not there."""
    annotated, found = gold(), perfect()
    annotated["commitments"][0]["optional"] = True
    if not is_found:
        del found["commitments"][0]
    commitments = evaluate([annotated], [found]).found["commitments"]
    assert (commitments.f1, commitments.gold, commitments.predicted) == (1.0, 1, 1)


def test_a_wrong_field_lowers_its_accuracy_and_full_hits() -> None:
    """The record still counts as found."""
    found = perfect()
    found["commitments"][0]["strength"] = "hoped"
    evaluation = evaluate([gold()], [found])
    assert (evaluation.found["commitments"].f1, evaluation.found["commitments.full"].f1) == (1.0, 0.5)
    assert evaluation.right["commitments.strength"].accuracy == 0.5
    [difference] = evaluation.differences
    assert (difference.measure, difference.gold, difference.predicted) == ("commitments.strength", "pledged", "hoped")


@pytest.mark.parametrize(
    ("start", "end", "f1"),
    [
        (-2, 0, 0.5),  # ends where the cue starts: half open, so no character is shared
        (-2, 1, 1.0),  # one character is
        (4, 6, 0.5),  # starts where the cue ends
        (3, 6, 1.0),  # its last character
    ],
)
def test_offsets_are_half_open(start: int, end: int, f1: float) -> None:
    """Records pair when their spans share a character."""
    found, said = perfect(), TEXT.index("said")
    found["attributions"][0]["cue"] = {"start": said + start, "end": said + end}
    assert evaluate([gold()], [found]).found["attributions"].f1 == f1


@pytest.mark.parametrize(("length", "hits"), [(17, 2), (16, 1)])
def test_an_action_is_found_from_three_fifths_of_its_characters_on(length: int, hits: int) -> None:
    """Of the 27 characters of "reopen the port of Strelsau", 17 are enough and 16 are not."""
    found = perfect()
    start = TEXT.index("reopen")
    found["commitments"][0]["actions"] = [{"start": start, "end": start + length}]
    assert evaluate([gold()], [found]).found["actions"].f1 == hits / 2


def test_the_closest_is_paired_first() -> None:
    """A span that grazes two cues does not take the one that another fits."""
    found = perfect()
    wide = {**found["attributions"][0], "cue": {"start": TEXT.index("said"), "end": TEXT.index("added") + 1}}
    found["attributions"] = [wide, found["attributions"][1]]
    assert evaluate([gold()], [found]).found["attributions"].f1 == 1.0


@pytest.mark.parametrize("name", ["ANNA LOWE", "Ánna  Lowe", "Anna-Lowe"])
def test_names_are_compared_without_accents_case_and_hyphens(name: str) -> None:
    """Spelling is not what is measured."""
    found = perfect()
    found["attributions"][0]["speaker"] = name
    assert evaluate([gold()], [found]).right["attributions.speaker"].accuracy == 1.0


def test_a_meeting_only_recalled_is_not_scored() -> None:
    """Neither in gold nor in a prediction."""
    annotated, found = gold(), perfect()
    annotated["meetings"].append({"kind": "visit", "status": "referenced", "parties": ["KEN"]})
    found["meetings"].append({"kind": "phone_call", "status": "referenced", "parties": ["CHL", "KEN"]})
    assert evaluate([annotated], [found]).found["meetings"].gold == evaluate([annotated], [found]).found["meetings"].predicted == 1


def test_frameworks_count_for_the_broader_ones_and_only_those_that_are_scored() -> None:
    """A summit of an organisation names the organisation."""
    found = perfect()
    found["frameworks"] = [
        {"framework": "BRI_FORUM", "broader": ["BRI"], "span": at("Belt and Road Initiative")},
        {"framework": "PORT_PACT", "span": at("port")},
    ]
    assert evaluate([gold()], [found]).found["frameworks"].f1 == 1.0
    assert evaluate([gold()], [found], frameworks={"BRI", "PORT_PACT"}).found["frameworks"].precision == 0.5


@pytest.mark.parametrize("kind", ["document", "meetings", "attributions", "commitments", "frameworks"])
def test_what_was_not_annotated_is_not_scored(kind: str) -> None:
    """A kind that is left out is not the same as one of which there is none."""
    annotated = gold()
    del annotated[kind]
    evaluation = evaluate([annotated], [perfect()])
    assert not [name for name in (*evaluation.found, *evaluation.right) if name.partition(".")[0] == kind]
    if kind != "document":
        assert evaluate([{**annotated, kind: []}], [perfect()]).found[kind].precision == 0.0


def test_a_field_of_the_head_that_was_not_annotated_is_not_scored() -> None:
    """Null says that the document does not tell; leaving out says nothing."""
    evaluation = evaluate([{"id": "note", "document": {"date": None}}], [perfect()])
    assert evaluation.right["document.date"].accuracy == 1.0
    assert "document.place" not in evaluation.right


def test_documents_without_partners_are_named() -> None:
    """Those of gold are scored as if nothing was found, those of the predictions are passed over."""
    other = perfect()
    other["document"]["id"] = "letter"
    evaluation = evaluate([gold()], [other])
    assert (evaluation.unpredicted, evaluation.unannotated) == (("note",), ("letter",))
    assert evaluation.found["commitments"].recall == 0.0


def test_a_path_as_id_is_known_by_its_stem() -> None:
    """Loading with ids by path does not keep documents from being found."""
    found = perfect()
    found["document"]["id"] = "readouts/note.txt"
    assert set(f1s(evaluate([gold()], [found])).values()) == {1.0}
    with pytest.raises(PredictionFormatError, match="stands for 'note' already"):
        evaluate([gold()], [found, perfect()])


def test_each_publisher_is_scored_for_itself() -> None:
    """Documents that name none form a group."""
    nameless = {**gold(), "id": "other", "document": {"date": None, "publisher": None}}
    evaluation = evaluate([gold(), nameless], [perfect()], by="publisher")
    assert {name: scores.found["meetings"].f1 for name, scores in evaluation.by.items()} == {"Strelsau Herald": 1.0, "(none)": 0.0}


def test_analyses_are_scored_as_they_are_and_as_they_are_written(tmp_path: Path) -> None:
    """A list of Analysis, or the file that they were dumped to."""
    analyses = [analyze(Document(id="note", text=TEXT))]
    file = tmp_path / "out.jsonl"
    file.write_text("".join(f"{analysis.model_dump_json()}\n" for analysis in analyses), encoding="utf-8")
    assert evaluate([gold()], analyses) == evaluate([gold()], file)
    assert evaluate([gold()], analyses).found["attributions"].f1 == 1.0


def test_an_evaluation_reads_back_from_json() -> None:
    """It is a record like others."""
    evaluation = evaluate([gold()], [], by="publisher")
    assert Evaluation.model_validate_json(evaluation.model_dump_json()) == evaluation


def test_another_text_is_refused() -> None:
    """Offsets into a text with other newlines would silently score nothing."""
    moved = analyze(Document(id="note", text=f"\n{TEXT}"))
    with pytest.raises(TextMismatchError, match="'note'"):
        evaluate([gold()], [moved])


@pytest.mark.parametrize(
    ("lines", "location"),
    [
        ('{"document": {"id": "a"}}\n\n{"document"', "line 3"),  # cut off
        ('{"document": {}}', "line 1: document.id"),
        ('{"document": {"id": "a"}, "commitments": [{"trigger": {"start": 1}}]}', "line 1: commitments.0.trigger.end"),
        ('{"document": {"id": "a"}}\n{"document": {"id": "a"}}', "line 2"),  # twice
    ],
)
def test_a_malformed_prediction_is_named_by_file_and_line(lines: str, location: str, tmp_path: Path) -> None:
    """And by field where there is one."""
    file = tmp_path / "out.jsonl"
    file.write_text(lines, encoding="utf-8")
    with pytest.raises(PredictionFormatError) as caught:
        evaluate([gold()], file)
    assert (caught.value.path, caught.value.location) == (str(file), location)


@pytest.mark.parametrize("missing", ["gold", "predictions"])
def test_a_path_that_leads_nowhere_is_said(missing: str, tmp_path: Path) -> None:
    """Whichever of the two it is."""
    with pytest.raises(DocumentNotFoundError, match="nowhere"):
        evaluate("nowhere", []) if missing == "gold" else evaluate([gold()], tmp_path / "nowhere.jsonl")


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command."""
    command = [sys.executable, "-m", "diplocorpus.cli", "evaluate", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Write gold and a prediction that misses one commitment."""
    found = perfect()
    del found["commitments"][0]
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "note.gold.json").write_text(json.dumps(gold()), encoding="utf-8")
    (tmp_path / "out.jsonl").write_text(json.dumps(found), encoding="utf-8")
    return tmp_path / "gold", tmp_path / "out.jsonl"


def test_the_command_prints_tables_and_differences(files: tuple[Path, Path]) -> None:
    """Status 0: poor scores are no failure."""
    done = run(*files, "--by", "publisher", "--errors", "5")
    assert (done.returncode, done.stderr) == (0, "")
    assert "0.6667" in done.stdout
    assert "Strelsau Herald" in done.stdout
    assert "note: missed commitments" in done.stdout


def test_the_command_prints_json(files: tuple[Path, Path]) -> None:
    """What Evaluation reads back."""
    evaluation = Evaluation.model_validate_json(run(*files, "--json", "--errors", "1").stdout)
    assert evaluation.found["commitments"].recall == 0.5
    assert len(evaluation.differences) == 1


def test_the_command_refuses_what_it_cannot_read(files: tuple[Path, Path]) -> None:
    """Status 2, and what is wrong on standard error."""
    folder, predictions = files
    faulty = folder / "faulty.json"
    faulty.write_text('{"id": "note", "commitments": [{}]}', encoding="utf-8")
    for arguments, words in (
        ((faulty, predictions), "faulty.json: commitments.0.strength"),
        (("nowhere", predictions), "nowhere"),
        ((folder, folder / "nowhere.jsonl"), "nowhere.jsonl"),
        ((folder, faulty), "faulty.json: line 1"),
    ):
        done = run(*arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert words in done.stderr


def worsened(analyses: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return analyses with records dropped, moved and spoilt, so that every way of being wrong is there."""
    chance = random.Random(4)  # noqa: S311
    for analysis in analyses:
        for kind in ("meetings", "attributions", "commitments", "frameworks"):
            analysis[kind] = [record for record in analysis[kind] if chance.random() < 0.8]
        for record in analysis["attributions"] + analysis["commitments"]:
            span = record.get("cue") or record["trigger"]
            moved = chance.choice([0, 0, 0, 3, 400])
            span["start"], span["end"] = span["start"] + moved, span["end"] + moved
            for field, value in {"speaker": "Anna Lowe", "strength": "hoped", "committers": ["KEN"], "content": [], "actions": []}.items():
                if field in record and chance.random() < 0.15:
                    record[field] = value
    return analyses[1:]


@needs_gold
@pytest.mark.gold
@pytest.mark.parametrize("spoil", [False, True], ids=["as analysed", "worsened"])
@pytest.mark.parametrize("name", TEXTS)
def test_the_figures_are_those_of_the_scorer_of_the_annotated_documents(name: str, spoil: bool, tmp_path: Path) -> None:
    """All of them, over all documents and by publisher."""
    analyses: tuple[Analysis, ...] = tuple(load_corpus(TEXTS[name], pattern="*.txt").analyze())
    rows = [json.loads(analysis.model_dump_json()) for analysis in analyses]
    file = tmp_path / "out.jsonl"
    file.write_text("".join(f"{json.dumps(row)}\n" for row in (worsened(rows) if spoil else rows)), encoding="utf-8")
    command = [sys.executable, str(SHARED / "score.py"), str(SHARED / name), str(file), "--json", "--by", "publisher"]
    theirs = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    ours = evaluate(SHARED / name, file, by="publisher")
    figures = [{key: value.model_dump() for key, value in (*part.found.items(), *part.right.items())} for part in (ours, *ours.by.values())]
    assert ours.documents == theirs["documents"]
    assert figures == [theirs["scores"], *(theirs["by"][key] for key in ours.by)]


def test_a_gold_record_can_be_built_in_memory_only_when_well_formed() -> None:
    """Mappings are checked like files."""
    with pytest.raises(GoldFormatError, match=r"item 0: commitments\.0\.strength"):
        evaluate([{"id": "a", "commitments": [{"trigger": {"start": 0, "end": 1, "text": "x"}, "strength": "sworn"}]}], [])
