"""What a document refers to by name: frameworks, initiatives, mechanisms and signature formulas."""

from __future__ import annotations

from enum import StrEnum

from diplocorpus.models.spans import Record, Span


class FrameworkKind(StrEnum):
    """What sort of thing a framework is.

    `organization` has a charter and a secretariat (SCO, UN), `organ` is part of one (Security Council), `group` has
    members but no charter (G20, BRICS). `mechanism` is a standing format of meetings, `forum` one that is called so.
    `initiative` is a government's offer to others (BRI), `strategy` its plan for itself, `plan` one that several
    share (2030 Agenda). `corridor`, `project` and `bank` are built or funded, `agreement` binds, `document` is cited.
    `concept` and `slogan` are fixed wordings, the first with a doctrine behind it; `title` names a relation
    (strategic partnership). `event` recurs, `theme` is a field of work.
    """

    ORGANIZATION = "organization"
    ORGAN = "organ"
    GROUP = "group"
    MECHANISM = "mechanism"
    FORUM = "forum"
    INITIATIVE = "initiative"
    STRATEGY = "strategy"
    PLAN = "plan"
    CORRIDOR = "corridor"
    PROJECT = "project"
    BANK = "bank"
    AGREEMENT = "agreement"
    DOCUMENT = "document"
    CONCEPT = "concept"
    SLOGAN = "slogan"
    TITLE = "title"
    EVENT = "event"
    THEME = "theme"


class FrameworkReference(Record):
    """A naming of a framework, initiative, mechanism or signature formula (`BRI`, `SCO`, `ONE_CHINA` ...).

    `name` is what it is called in full, `broader` are the frameworks that it belongs to. `relation` is `align` where
    something is aligned or docked with it, and `aligned_with` is then the other argument.
    """

    id: str
    framework: str
    name: str
    kind: FrameworkKind
    broader: tuple[str, ...] = ()
    span: Span
    relation: str | None = None
    aligned_with: Span | None = None
