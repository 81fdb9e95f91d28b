"""What a trained pipeline tells of a document: heads and relations, token for token ours."""

from __future__ import annotations

from collections.abc import Iterator

import attrs


@attrs.frozen(eq=False)
class Parse:
    """Dependencies of a document; positions are token indices as in AnnotatedDocument.

    `heads` are the tokens that tokens depend on, a root's its own; `relations` are the labels of spaCy's English
    pipelines ("nsubj", "ccomp"), `tags` the fine word classes of the Penn Treebank ("VBD").
    """

    heads: tuple[int, ...]
    relations: tuple[str, ...]
    tags: tuple[str, ...]
    _children: tuple[tuple[int, ...], ...] = attrs.field(init=False)
    _extents: tuple[tuple[int, int], ...] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        children: list[list[int]] = [[] for _ in self.heads]
        firsts, lasts = list(range(len(self.heads))), list(range(1, len(self.heads) + 1))
        for token, head in enumerate(self.heads):
            if head != token:
                children[head].append(token)
            for above in self.path(token):
                firsts[above], lasts[above] = min(firsts[above], token), max(lasts[above], token + 1)
        object.__setattr__(self, "_children", tuple(map(tuple, children)))
        object.__setattr__(self, "_extents", tuple(zip(firsts, lasts, strict=True)))

    def path(self, token: int) -> Iterator[int]:
        """Yield the tokens above one, its head first, up to the root."""
        while self.heads[token] != token:
            token = self.heads[token]
            yield token

    def children(self, token: int, *relations: str) -> tuple[int, ...]:
        """Return the tokens that depend on one, those of some relations if any are named, in text order."""
        found = self._children[token]
        return tuple(child for child in found if self.relations[child] in relations) if relations else found

    def extent(self, token: int) -> tuple[int, int]:
        """Return the tokens, from first up to, not including, last, of a token with all that depends on it."""
        return self._extents[token]

    def is_verb(self, token: int) -> bool:
        """Tell whether a token is a form of a verb, modals left out."""
        return self.tags[token].startswith("VB")
