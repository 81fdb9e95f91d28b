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

    Raises TypeError or ValueError where a field is not of its type, as where `requires` is a type and no tuple of types.
    """

    name: str = attrs.field(validator=instance_of(str))
    extract: Extractor[object] = attrs.field(validator=is_callable())
    produces: type = attrs.field(validator=instance_of(type))
    requires: tuple[type, ...] = attrs.field(default=(), validator=deep_iterable(instance_of(type), instance_of(tuple)))
    packs: tuple[PackSource, ...] = attrs.field(default=(), validator=instance_of(tuple))
