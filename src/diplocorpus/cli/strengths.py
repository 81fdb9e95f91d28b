"""The option that says how strong a commitment must be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from diplocorpus.cli.console import refuse

if TYPE_CHECKING:
    from diplocorpus.models.discourse import Strength


def _strengths() -> list[str]:
    from diplocorpus.models.discourse import Strength

    return list(Strength)


MinStrength = Annotated[
    str,
    typer.Option(help="Leave out what is weaker: proposed, hoped, ready, affirmed, pledged, agreed.", autocompletion=_strengths),
]


def strength(name: str) -> Strength:
    """Return the strength of a name; where there is none, end with the status of wrong usage."""
    from diplocorpus.models.discourse import Strength

    if name not in set(Strength):
        refuse(f"{name!r} is no strength; choose one of {', '.join(Strength)}")
    return Strength(name)
