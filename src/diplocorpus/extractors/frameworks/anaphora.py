"""Nouns that stand for a framework named before: "the initiative", "the Organization", "this format"."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from diplocorpus.extractors.findings import Findings
from diplocorpus.extractors.frameworks.findings import Anaphor, FrameworkName
from diplocorpus.models.frameworks import FrameworkKind
from diplocorpus.text.annotated import AnnotatedDocument, Hit
from diplocorpus.text.tagging import Tag

_STANDS_FOR: dict[FrameworkKind, frozenset[FrameworkKind]] = {
    FrameworkKind.INITIATIVE: frozenset({FrameworkKind.INITIATIVE}),
    FrameworkKind.ORGANIZATION: frozenset({FrameworkKind.ORGANIZATION}),
    FrameworkKind.GROUP: frozenset({FrameworkKind.GROUP, FrameworkKind.ORGANIZATION}),
    FrameworkKind.MECHANISM: frozenset({FrameworkKind.MECHANISM, FrameworkKind.FORUM, FrameworkKind.GROUP}),
    FrameworkKind.FORUM: frozenset({FrameworkKind.FORUM, FrameworkKind.EVENT}),
    FrameworkKind.BANK: frozenset({FrameworkKind.BANK}),
    FrameworkKind.CORRIDOR: frozenset({FrameworkKind.CORRIDOR}),
    FrameworkKind.AGREEMENT: frozenset({FrameworkKind.AGREEMENT}),
    FrameworkKind.STRATEGY: frozenset({FrameworkKind.STRATEGY}),
}
"""Kinds of framework that a noun of a kind can stand for."""

_IN_SMALL_LETTERS = frozenset(
    {FrameworkKind.INITIATIVE, FrameworkKind.ORGANIZATION, FrameworkKind.MECHANISM, FrameworkKind.FORUM, FrameworkKind.BANK}
)
"""Kinds whose nouns mean a framework without a capital, too."""

_ONLY_CAPITAL = frozenset(
    {
        "union",
        "community",
        "council",
        "association",
        "commonwealth",
        "league",
        "conference",
        "summit",
        "partnership",
        "process",
        "dialogue",
        "platform",
        "framework",
    }
)
"""Nouns of those kinds that mean something else in small letters."""

_MEMORY = 3
"""Sentences after which a noun in small letters no longer points back."""

_POINTING = frozenset({"the", "this", "that", "said"})


class _Resolver:
    """Reads nouns in text order, with the names before them in mind."""

    def __init__(self, document: AnnotatedDocument, names: tuple[FrameworkName, ...]) -> None:
        self.document = document
        self.names = deque(names)
        self.claimed = {i for name in names for i in range(name.first, name.last)}
        self.last: dict[tuple[FrameworkKind, str | None], FrameworkName] = {}
        """The last name of each kind that holds a word; under None the last of all of the kind."""

    def _note(self, stop: int) -> None:
        """Take note of the names that end before a token."""
        while self.names and self.names[0].last <= stop:
            name = self.names.popleft()
            for word in (None, *name.label.name.lower().split()):
                self.last[name.label.kind, word] = name

    def resolve(self, noun: Hit) -> Anaphor | None:
        """Return what a noun stands for: the last framework of its kind, None where it stands for none."""
        document, kind = self.document, FrameworkKind(noun.pattern.label)
        if kind not in _STANDS_FOR or not self._points_back(noun) or not self.claimed.isdisjoint(range(noun.first, noun.last)):
            return None
        self._note(noun.first)
        capital = document.words[noun.first][0].isupper()
        if not capital and (kind not in _IN_SMALL_LETTERS or document.lower[noun.first] in _ONLY_CAPITAL):
            return None
        antecedent = self._last(kind, document.lower[noun.last - 1]) or self._last(kind, None)
        if antecedent is None:
            return None
        sentences = document.sentence_number(noun.first) - document.sentence_number(antecedent.first)
        if not capital and sentences > _MEMORY:
            return None
        return Anaphor(noun.first, noun.last, antecedent, noun.pattern.id)

    def _last(self, kind: FrameworkKind, word: str | None) -> FrameworkName | None:
        """Return the last name of what a noun of a kind can stand for, of those that hold a word."""
        found = [name for other in _STANDS_FOR[kind] if (name := self.last.get((other, word))) is not None]
        return max(found, key=lambda name: name.first, default=None)

    def _points_back(self, noun: Hit) -> bool:
        """Tell whether a noun stands alone behind "the" or "this", with nothing after it that says which one is meant."""
        document = self.document
        if document.lower_at(noun.first - 1) not in _POINTING:
            return False
        if noun.last >= len(document):
            return True
        after = document.tags[noun.last]
        return document.lower[noun.last] not in ("of", "for", "on", "to", "between", "-") and after not in (
            Tag.NOUN,
            Tag.NAME,
            Tag.VBN,
            Tag.VBG,
        )


def extract_framework_anaphora(document: AnnotatedDocument, findings: Findings) -> Iterator[Anaphor]:
    """Yield the places where a noun stands for a framework named before, in text order."""
    names = tuple(sorted(findings.of(FrameworkName), key=lambda name: name.first))
    resolver = _Resolver(document, names)
    for noun in document.hits.get("framework_noun", ()) if names else ():
        found = resolver.resolve(noun)
        if found is not None:
            yield found
