"""Pattern packs: each entry proves itself, and a faulty pack is refused with the place of the fault."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from diplocorpus.errors import DocumentNotFoundError, PatternConflictError, PatternFormatError
from diplocorpus.models.documents import Document
from diplocorpus.patterns.loading import _FRAMEWORKS, _SINGLE_PACKS, data_file, merged_packs, own_packs, parse_pack
from diplocorpus.patterns.schema import Pack, Pattern, expand
from diplocorpus.text.annotate import Annotator

HEAD = """\
schema = 1
pack = "mine"
version = "1"
language = "en"
vocabulary = "strength"
"""

VOW = """
[[pattern]]
id = "pledged.swear"
label = "pledged"
phrases = ["gives its word to"]
examples = ["Ruritania gives its word to pay."]
"""


def test_our_own_packs_are_what_we_ask_of_others() -> None:
    """They are read without the checks that a user's go through."""
    files = [data_file(f"{name}.toml") for name in _SINGLE_PACKS] + list(data_file(_FRAMEWORKS).iterdir())
    packs = [parse_pack(file.read_text(encoding="utf-8"), file.name) for file in files]
    assert {pack.pack for pack in packs} == {pack.pack for pack in own_packs().packs}


def sentences() -> Iterator[object]:
    """Yield every example and counterexample of every pack of the package."""
    for pack in own_packs().packs:
        for pattern in pack.pattern:
            for wanted, found in ((True, pattern.examples), (False, pattern.counterexamples)):
                for number, sentence in enumerate(found):
                    kind = "example" if wanted else "counterexample"
                    yield pytest.param(pack, pattern, sentence, wanted, id=f"{pack.pack}-{pattern.id}-{kind}-{number}")


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    """The annotator with the packs of the package."""
    return Annotator(own_packs())


@pytest.mark.parametrize(("pack", "pattern", "sentence", "wanted"), list(sentences()))
def test_an_example_is_hit_by_its_own_pattern_and_a_counterexample_is_not(
    annotator: Annotator, pack: Pack, pattern: Pattern, sentence: str, *, wanted: bool
) -> None:
    """A phrase that does not do what its entry claims is a fault of the pack or of matching."""
    hits = annotator(Document(id="example", text=sentence)).hits.get(pack.vocabulary, ())
    assert (pattern.id in [hit.pattern.id for hit in hits]) is wanted


def test_a_pack_has_a_name_of_its_own_and_is_dated() -> None:
    """Name and version go into the provenance of every analysis."""
    packs = own_packs()
    assert len(packs.versions) == len(packs.packs) + 1  # the table of office-holders
    assert all(version[:4].isdecimal() for version in packs.versions.values())


def test_a_framework_belongs_to_frameworks_that_there_are() -> None:
    """And no naming of it counts for an id that nothing else bears."""
    labels = own_packs().labels("framework")
    assert {broader for label in labels.values() for broader in label.broader} <= set(labels)


FAULTS = {
    # what is wrong: the pack, the location that the error names, a word of the reason
    "no TOML": ("schema = = 1", "", "not TOML"),
    "a key that nobody reads is a slip of the pen": (HEAD + VOW + 'phrase = ["may"]\n', "pattern.0.phrase", "not permitted"),
    "a key missing from the head": (HEAD.replace('version = "1"\n', ""), "version", "required"),
    "a schema of the future": (HEAD.replace("schema = 1", "schema = 2"), "schema", "1"),
    "an id twice": (HEAD + VOW + VOW, "pattern.1.id", "twice"),
    "a label outside the vocabulary": (HEAD + VOW.replace('"pledged"', '"sworn"'), "pattern.0.label", "sworn"),
    "a vocabulary with no labels of its own": (HEAD.replace("strength", "sterngth") + VOW, "pattern.0.label", "pledged"),
    "an entry without words": (HEAD + VOW.replace('"gives its word to"', ""), "pattern.0", "phrases or verbs"),
    "an entry that proves nothing": (HEAD + VOW.replace('"Ruritania gives its word to pay."', ""), "pattern.0.examples", "1"),
    "an empty phrase would match everywhere": (HEAD + VOW.replace("gives its word to", " "), "pattern.0.phrases.0", "match"),
    "a verb that cannot be inflected": (
        HEAD + VOW.replace("phrases = [", "verbs = [").replace("gives its word to", "Gives its word to"),
        "pattern.0.verbs",
        "verb",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_pack_is_refused_with_file_and_place(fault: str) -> None:
    """The error names the file, the entry and the field, and why."""
    text, location, reason = FAULTS[fault]
    with pytest.raises(PatternFormatError) as caught:
        parse_pack(text, "mine.toml")
    assert caught.value.path == "mine.toml"
    assert caught.value.location == location
    assert reason in caught.value.reason
    assert str(caught.value).startswith("mine.toml: ")


def test_a_phrase_under_two_labels_is_a_conflict_that_names_both_places() -> None:
    """Which of the two should hold cannot be guessed."""
    with pytest.raises(PatternConflictError) as caught:
        parse_pack(HEAD + VOW + VOW.replace("pledged", "hoped"), "mine.toml")
    assert caught.value.first == "mine.toml: pattern.0"
    assert caught.value.second == "mine.toml: pattern.1"
    assert "gives its word to" in str(caught.value)


def test_a_phrase_twice_under_one_label_is_no_conflict() -> None:
    """It says the same."""
    assert len(parse_pack(HEAD + VOW + VOW.replace("pledged.swear", "pledged.vow", 1), "mine.toml").pattern) == 2


def test_a_missing_pack_is_a_missing_document(tmp_path: Path) -> None:
    """The message names the path."""
    with pytest.raises(DocumentNotFoundError, match=r"mine\.toml"):
        merged_packs([tmp_path / "mine.toml"])


def test_a_pack_that_is_not_utf_8_is_refused_with_the_byte(tmp_path: Path) -> None:
    """Not with a traceback of the codec."""
    path = tmp_path / "mine.toml"
    path.write_bytes(b"# na\xefve\n")
    with pytest.raises(PatternFormatError, match="byte 4"):
        merged_packs([path])


def test_a_users_pattern_with_a_new_id_adds(tmp_path: Path) -> None:
    """And shows in the versions that provenance records."""
    path = tmp_path / "mine.toml"
    path.write_text(HEAD + VOW, encoding="utf-8")
    packs = merged_packs([path])
    hits = Annotator(packs)(Document(id="x", text="Ruritania gives its word to pay.")).hits["strength"]
    assert [hit.pattern.id for hit in hits] == ["pledged.swear"]
    assert packs.versions["mine"] == "1"


def test_a_users_pattern_with_a_known_id_replaces(tmp_path: Path) -> None:
    """The phrases of the old one are gone."""
    path = tmp_path / "mine.toml"
    path.write_text(HEAD + VOW.replace("pledged.swear", "proposed.should").replace('"pledged"', '"proposed"'), encoding="utf-8")
    hits = Annotator(merged_packs([path]))(Document(id="x", text="Ruritania should pay.")).hits.get("strength", ())
    assert hits == ()


def test_the_own_packs_stay_as_they_are_when_a_user_adds(tmp_path: Path) -> None:
    """One analyzer's packs are nobody else's."""
    before = own_packs().versions
    path = tmp_path / "mine.toml"
    path.write_text(HEAD + VOW, encoding="utf-8")
    merged_packs([path])
    assert own_packs().versions == before


WORDINGS = {
    "stands ready to": ["stands ready to"],
    "{stand|stands} ready": ["stand ready", "stands ready"],
    "{the|} plan": ["the plan", "plan"],  # an empty alternative leaves no double space
    "{a|b} {c|d}": ["a c", "a d", "b c", "b d"],
}


@pytest.mark.parametrize("phrase", WORDINGS)
def test_braces_give_alternatives(phrase: str) -> None:
    """Each in turn, in the order written."""
    assert list(expand(phrase)) == WORDINGS[phrase]


def test_a_users_pattern_may_replace_ours_but_not_contradict_it(tmp_path: Path) -> None:
    """The same id replaces; another id with the same phrase under another label is an error that names both."""
    text = """
    schema = 1
    pack = "mine"
    version = "1"
    language = "en"
    vocabulary = "strength"

    [[pattern]]
    id = "{id}"
    label = "agreed"
    phrases = ["should"]
    examples = ["The two sides should trade more."]
    """
    file = tmp_path / "mine.toml"
    file.write_text(text.replace("{id}", "proposed.should"), encoding="utf-8")
    assert {p.label for p in merged_packs([file]).patterns("strength") if p.id == "proposed.should"} == {"agreed"}
    file.write_text(text.replace("{id}", "mine.should"), encoding="utf-8")
    with pytest.raises(PatternConflictError, match=r"proposed\.should.*mine\.should"):
        merged_packs([file])
