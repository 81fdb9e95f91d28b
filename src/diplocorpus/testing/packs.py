"""Checks of pattern packs in tests: whether each entry does what its examples say."""

from __future__ import annotations

from collections.abc import Iterator

from diplocorpus.models.documents import Document
from diplocorpus.patterns.loading import PackSource, merged_packs
from diplocorpus.patterns.schema import Pack
from diplocorpus.text.annotate import Annotator


def assert_pack(pack: PackSource) -> None:
    """Assert that a pack's examples are hit by their own pattern, and its counterexamples are not, beside all our phrases.

    `pack` is the path of a pattern pack, or the name of one that is installed.

    Raises AssertionError, which names each pattern and sentence that fails, and PatternError where the pack is not well
    formed.
    """
    packs = merged_packs([pack])
    annotate = Annotator(packs)
    faults = [fault for added in packs.added if isinstance(added, Pack) for fault in _faults(added, annotate)]
    if faults:
        raise AssertionError("\n".join(faults))


def _faults(pack: Pack, annotate: Annotator) -> Iterator[str]:
    for pattern in pack.pattern:
        for wanted, sentences in ((True, pattern.examples), (False, pattern.counterexamples)):
            for sentence in sentences:
                hits = annotate(Document(id="example", text=sentence)).hits.get(pack.vocabulary, ())
                if (pattern.id in [hit.pattern.id for hit in hits]) is not wanted:
                    yield f"{pack.pack}: {pattern.id} {'does not hit' if wanted else 'hits'} {sentence!r}"
