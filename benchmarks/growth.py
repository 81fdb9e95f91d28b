"""How the whole analysis grows: with the length of a document, with the number of documents, with the number of processes.

usage: python benchmarks/growth.py {length,documents,workers} [--source SOURCE] [N ...]

length: microseconds of the processor a character, for documents of N characters, made of the source's paragraphs.
documents: megabytes at the peak after N short documents, each another, streamed through one process.
workers: documents a second on the clock with N processes, and the ratio to the first; wants a machine that does nothing else.

SOURCE is what `load_corpus` reads; default: the seeds.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from diplocorpus import Analyzer, Document, analyze_stream, load_corpus

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
SIZES = {"length": (100, 1_000, 10_000, 100_000, 1_000_000), "documents": (1_000, 10_000, 100_000), "workers": (1, 2)}
TIMED = 100_000  # characters that are timed at least, so that short documents are timed at all
OFFICES = ("President", "Prime Minister", "Foreign Minister", "Deputy Foreign Minister")
COUNTRIES = ("Kenya", "Kazakhstan", "Mongolia", "Brazil", "Serbia", "Belarus", "Japan", "Egypt")
ACTS = ("will expand trade", "stands ready to deepen cooperation", "hopes to open a consulate", "should abide by the agreement")


def _texts(source: str, chance: random.Random) -> Iterator[str]:
    """Yield paragraphs in an order of chance, over and over, each round another order."""
    paragraphs = [part for document in load_corpus(source, on_error="skip") for part in document.text.split("\n") if part.strip()]
    while True:
        chance.shuffle(paragraphs)
        yield from paragraphs


def _of_length(length: int, paragraphs: Iterator[str]) -> str:
    """Return a text as long, of whole paragraphs but the last."""
    taken: list[str] = []
    have = 0
    while have < length:
        taken.append(next(paragraphs))
        have += len(taken[-1]) + 2
    return "\n\n".join(taken)[:length]


def lengths(sizes: Sequence[int], source: str) -> Iterator[tuple[str, ...]]:
    """Yield characters, seconds a document, microseconds a character, and the ratio to documents of 10,000."""
    paragraphs = _texts(source, random.Random(8))  # noqa: S311 no secret
    analyzer = Analyzer()
    for document in load_corpus("sample"):
        analyzer.analyze(document)
    cost: dict[int, float] = {}
    for size in sorted(sizes):
        texts = [_of_length(size, paragraphs) for _ in range(max(1, TIMED // size))]
        began = time.process_time()
        for text in texts:
            analyzer.analyze(Document(id="text", text=text))
        cost[size] = (time.process_time() - began) / len(texts)
    yield "characters", "s a document", "us a character", "of 10,000's"
    for size, seconds in cost.items():
        ratio = seconds / size * 10_000 / cost[10_000] if 10_000 in cost else 0
        yield f"{size:,}", f"{seconds:.4f}", f"{seconds / size * 1e6:.2f}", f"{ratio:.2f}" if ratio else ""


def short_documents() -> Iterator[Document]:
    """Yield documents of some twenty words without end, no two the same."""
    chance = random.Random(8)  # noqa: S311 no secret
    number = 0
    while True:
        number += 1
        host, guest = chance.sample(COUNTRIES, 2)
        met = f"{host} {chance.choice(OFFICES)} Person{number} met {guest}'s {chance.choice(OFFICES)} on Monday."
        said = f"He said that {host} {chance.choice(ACTS)} with {guest}."
        yield Document(id=str(number), text=f"{met} {said}")


def documents(sizes: Sequence[int], source: str) -> Iterator[tuple[str, ...]]:
    """Yield documents analysed, megabytes at the peak so far, documents a second; the source is not read."""
    del source
    yield "documents", "peak MB", "documents/s"
    done = 0
    began = time.process_time()
    analyses = analyze_stream(short_documents())
    for size in sorted(sizes):
        for _ in islice(analyses, size - done):
            pass
        done = size
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        yield f"{size:,}", f"{peak:,.0f}", f"{size / (time.process_time() - began):,.0f}"


def workers(sizes: Sequence[int], source: str) -> Iterator[tuple[str, ...]]:
    """Yield processes, documents a second on the clock, ratio to the first."""
    chance = random.Random(8)  # noqa: S311 no secret
    corpus = list(load_corpus(source, on_error="skip"))
    while len(corpus) < 2_000:
        corpus += corpus
    corpus = chance.sample(corpus, 2_000)
    first = 0.0
    yield "processes", "documents/s", "ratio"
    for size in sizes:
        analyses = analyze_stream(corpus, workers=size)
        next(analyses)  # processes are there, analyzers built
        began = time.perf_counter()
        rate = sum(1 for _ in analyses) / (time.perf_counter() - began)
        first = first or rate
        yield f"{size}", f"{rate:,.0f}", f"{rate / first:.2f}"


KINDS: dict[str, Callable[[Sequence[int], str], Iterator[tuple[str, ...]]]] = {
    "length": lengths,
    "documents": documents,
    "workers": workers,
}


def main() -> None:
    """Print a table, a row as soon as it is measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("sizes", nargs="*", type=int, metavar="N")
    parser.add_argument("--source", default=str(SEEDS))
    chosen = parser.parse_args()
    for index, row in enumerate(KINDS[chosen.kind](chosen.sizes or SIZES[chosen.kind], chosen.source)):
        print("| " + " | ".join(row) + " |", flush=True)
        if not index:
            print("| " + " | ".join("---:" for _ in row) + " |", flush=True)


if __name__ == "__main__":
    main()
