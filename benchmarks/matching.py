"""What the number of phrases costs: the time to match packs of different sizes on the same text, and to compile them.

usage: python benchmarks/matching.py [PHRASES ...]

The phrases are those of our own packs and invented ones beside them, two words to five. The text is that of the seeds.
Times are the best of several runs; a document is as long as a seed on average.
"""

from __future__ import annotations

import random
import sys
import timeit
from collections.abc import Sequence
from pathlib import Path

from diplocorpus import Document, load_corpus
from diplocorpus.patterns.loading import PackSet, own_packs
from diplocorpus.patterns.schema import Pack, Pattern, expand
from diplocorpus.text.annotate import Annotator

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
SIZES = (150, 2000)
RUNS = 7


def phrases(number: int) -> list[str]:
    """Return as many phrases: ours of the frameworks, then invented ones of the words of those, the same at every call."""
    known = [text for pattern in own_packs().patterns("framework") for phrase in pattern.phrases for text in expand(phrase)]
    words = sorted({word for phrase in known for word in phrase.split()})
    chance = random.Random(5)  # noqa: S311 no secret
    found = dict.fromkeys(chance.sample(known, min(number // 2, len(known))))
    while len(found) < number:
        found[" ".join(chance.choices(words, k=chance.randint(2, 5)))] = None
    return list(found)


def pack(number: int) -> PackSet:
    """Return a pack with as many phrases, one a pattern."""
    patterns = [
        Pattern(id=f"made.{index}", label="ready", phrases=(phrase,), examples=(phrase,)) for index, phrase in enumerate(phrases(number))
    ]
    return PackSet((Pack(schema=1, pack="made", version="1", language="en", vocabulary="strength", pattern=tuple(patterns)),))  # type: ignore[call-arg]


def seconds(packs: PackSet, documents: Sequence[Document]) -> tuple[float, float]:
    """Return how long it takes to compile a pack, and to prepare a document with it."""
    annotate = Annotator(packs)
    compiling = timeit.timeit(lambda: annotate(documents[0]), number=1)
    best = min(timeit.repeat(lambda: [annotate(document) for document in documents], number=1, repeat=RUNS))
    return compiling, best / len(documents)


def main(arguments: Sequence[str]) -> int:
    """Print a line a size."""
    documents = list(load_corpus(SEEDS, pattern="*.txt"))
    seconds(pack(1), documents)  # what is read once is read before
    print(f"{'phrases':>8}  {'compile s':>9}  {'document ms':>11}")
    for size in [int(argument) for argument in arguments] or SIZES:
        compiling, one = seconds(pack(size), documents)
        print(f"{size:8}  {compiling:9.3f}  {one * 1000:11.2f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
