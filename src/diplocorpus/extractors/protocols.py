"""The contract of an extractor, ours and a stranger's alike."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

import attrs
from attrs.validators import deep_iterable, instance_of, is_callable

from diplocorpus.extractors.findings import Findings
from diplocorpus.patterns.loading import PackSource
from diplocorpus.text.annotated import AnnotatedDocument

FindingT_co = TypeVar("FindingT_co", covariant=True)


class Extractor(Protocol[FindingT_co]):
    """A plain callable: the prepared document and what was found so far in, findings out."""

    def __call__(self, document: AnnotatedDocument, findings: Findings, /) -> Iterable[FindingT_co]:
        """Return what the extractor finds, in text order."""
        ...


@attrs.frozen
class ExtractorSpec:
    """An extractor with its name, what it produces and what it needs to have been found before.

    `produces` is a type of its own: a `Record` where users are to see it, any class where it only serves other
    extractors. `requires` decides the order. `packs` are the pattern packs that it reads, added wherever it is used.
    `needs` may name types, which are required with the others, and vocabularies of packs: in a document that has no finding
    and no hit of any of them the extractor finds nothing, so it is not run there.

    Raises TypeError or ValueError where a field is not of its type, as where `requires` is a type and no tuple of types.
    """

    name: str = attrs.field(validator=instance_of(str))
    extract: Extractor[object] = attrs.field(validator=is_callable())
    produces: type = attrs.field(validator=instance_of(type))
    requires: tuple[type, ...] = attrs.field(default=(), validator=deep_iterable(instance_of(type), instance_of(tuple)))
    packs: tuple[PackSource, ...] = attrs.field(default=(), validator=instance_of(tuple))
    needs: tuple[type | str, ...] = attrs.field(default=(), validator=deep_iterable(instance_of((type, str)), instance_of(tuple)))

    def __attrs_post_init__(self) -> None:
        needed = (need for need in self.needs if isinstance(need, type))
        object.__setattr__(self, "requires", tuple(dict.fromkeys((*self.requires, *needed))))

    def may_find(self, document: AnnotatedDocument, findings: Findings) -> bool:
        """Tell whether a document has anything of what the extractor needs."""
        for need in self.needs:
            found: object = document.hits.get(need) if isinstance(need, str) else findings.of(need)
            if found:
                return True
        return not self.needs
