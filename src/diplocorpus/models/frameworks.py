"""What a document refers to by name: frameworks, initiatives, mechanisms and signature formulas."""

from __future__ import annotations

from enum import StrEnum

from diplocorpus.models.events import PartyCode
from diplocorpus.models.spans import Frozen, Record, Span


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


class FrameworkRelation(StrEnum):
    """What a party does with a framework, by the words around its name.

    `align`: two things are docked with each other, one of them the framework. `participate`: takes part, joins, is a
    member. `endorse`: supports, welcomes, adheres to. `implement`: promotes, carries out, deepens. `build`: builds,
    as the Belt and Road is built. `within`: something is done there. `coordinate`: parties coordinate there.
    `flagship`: a project stands for the whole. `host`: hosts, chairs, presides. `distance`: leaves, opposes, only
    takes note of, or does not do one of the others.
    """

    ALIGN = "align"
    PARTICIPATE = "participate"
    ENDORSE = "endorse"
    IMPLEMENT = "implement"
    BUILD = "build"
    WITHIN = "within"
    COORDINATE = "coordinate"
    FLAGSHIP = "flagship"
    HOST = "host"
    DISTANCE = "distance"


class FrameworkUse(Frozen):
    """What is done with a framework at one place, by whom, and who says so.

    `holders` are the parties whose relation it is, sorted; `speaker` is whoever says so, `NARRATOR` where it is the
    writer: in "Ott praised Ruritania's support for the SCO" the holder is Ruritania and the speaker Ott. `aligned_with`
    is the other argument of an alignment.
    """

    relation: FrameworkRelation | None = None
    holders: tuple[PartyCode, ...] = ()
    speaker: str | None = None
    attribution_id: str | None = None
    aligned_with: Span | None = None


class FrameworkAnaphor(FrameworkUse):
    """A later place where a noun stands for a framework: "the initiative", "this format"."""

    span: Span


class FrameworkReference(Record, FrameworkUse):
    """A naming of a framework, initiative, mechanism or signature formula (`BRI`, `SCO`, `ONE_CHINA` ...).

    `name` is what it is called in full, `broader` are the frameworks that it belongs to. A name that no pack lists has
    the framework `OTHER_NAMED`, a numbered slogan that none lists `NUMBERED_SLOGAN`. `anaphora` are the places where
    words such as "the initiative" stand for it, each with the last naming before it. `anachronistic` marks a naming in
    a document that is older than the framework; it is set only where the document's date says so.
    """

    id: str
    framework: str
    name: str
    kind: FrameworkKind
    broader: tuple[str, ...] = ()
    span: Span
    anachronistic: bool = False
    anaphora: tuple[FrameworkAnaphor, ...] = ()
