"""Positions on a matter: who upholds, supports or opposes what, in which words."""

from __future__ import annotations

from collections.abc import Iterator

from diplocorpus.extractors.findings import Findings
from diplocorpus.models.discourse import Commitment, Stance, Strength
from diplocorpus.models.frameworks import FrameworkReference
from diplocorpus.text.annotated import AnnotatedDocument

MATTERS = frozenset({"ONE_CHINA"})
"""Frameworks that a party takes a position on, not part in."""

_FORMS = ("principle", "policy", "policies", "consensus", "position")


def extract_stances(document: AnnotatedDocument, findings: Findings) -> Iterator[Stance]:
    """Yield a stance for each commitment to a matter, its form as worded: `principle` and `policy` are kept apart."""
    references = findings.of(FrameworkReference)
    number = 0
    for commitment in findings.of(Commitment):
        if commitment.strength is not Strength.AFFIRMED or len(commitment.committers) != 1:
            continue
        for reference in references:
            inside = any(
                action.start <= reference.span.start and reference.span.end <= action.end
                for action in (commitment.trigger, *commitment.actions)
            )
            if reference.framework not in MATTERS or not inside:
                continue
            number += 1
            worded = reference.span.text.lower()
            yield Stance(
                id=f"s{number}",
                matter=reference.framework,
                holder=commitment.committers[0],
                speaker=commitment.speaker,
                form=next((form for form in _FORMS if form in worded), None),
                polarity=commitment.polarity,
                trigger=commitment.trigger,
                attribution_id=commitment.attribution_id,
                evidence=(commitment.trigger, reference.span),
                rules=commitment.rules,
            )
