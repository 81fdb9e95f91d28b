"""Labels of speakers in transcripts: `PRESIDENT LOWE:`, `President of Ruritania Anna Lowe:`, `Q:`."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

_NAME = r"[A-Z][\w.'-]{0,40}"
_LINK = r"(?:of|the|and|for|to|on|in|de[lrn]?|da|dos|van|von|bin|ben|ibn|al|el|(?:al|el|as|ar|an)-[A-Z][\w'-]{0,40})"
_LABEL = re.compile(
    # At the start of a line, or after the end of a sentence where an extractor has joined the lines.
    rf"(?:^[ \t]{{0,8}}|[.!?\"][ \t]{{0,8}})(?P<label>{_NAME}(?:,? (?:{_NAME}|{_LINK})){{0,16}})"
    r"(?: ?\([^()\n]{1,60}\))?[ \t]{0,24}:(?=\s)",
    re.MULTILINE,
)
_FIRST_PERSON = re.compile(
    r"\b(?:I|I'[a-z]{1,2}|[Ww]e|[Mm]y|[Oo]ur|[Uu]s|me|[Yy]ou|[Yy]our|Thank|Welcome|Hello|Good (?:morning|afternoon|evening|day))\b"
)
_QUESTION = re.compile(r"Q|QUESTION|Question|MODERATOR|PARTICIPANT|INTERPRETER")
_HEADING = re.compile(
    r"(?:FACT SHEETS?|READOUT|PRESS RELEASE|MEDIA (?:RELEASE|ADVISORY|NOTE)|(?:JOINT )?STATEMENT|NOTE|UPDATE|BACKGROUND|REMARKS)\b.*"
)
"""What heads a text and speaks for nobody."""

_REACH = 500
"""Characters after a label in which speech shows itself by a first or second person."""


def _labels(plain: str) -> Iterator[re.Match[str]]:
    """Yield what has the form of a label; it stands in one line with its colon, and other lines are passed over."""
    colon = plain.find(":")
    while colon >= 0:
        line, line_end = plain.rfind("\n", 0, colon) + 1, plain.find("\n", colon)
        line_end = len(plain) if line_end < 0 else line_end
        yield from _LABEL.finditer(plain, line, plain.rfind(":", colon, line_end) + 2)
        colon = plain.find(":", line_end)


@attrs.frozen
class Turn:
    """A label, `start` up to, not including, `end`, its colon included; `name_end` is where the name ends."""

    start: int
    name_end: int
    end: int
    name: str

    @property
    def asks(self) -> bool:
        """Whether the label marks a question."""
        return _QUESTION.fullmatch(self.name) is not None and self.name[0] == "Q"


def turns(plain: str) -> Iterator[Turn]:
    """Yield the labels of speakers in a text whose typography is plain, in order.

    Words that begin with capitals before a colon are a label only where they are all in capitals, where they have been
    a label before, or where the words after them are somebody's own: "Administration Participants:" opens no turn.
    """
    seen: set[str] = set()
    for match in _labels(plain):
        name = match["label"]
        words = name.split()
        if len(words) == 1 and not (name.isupper() or _QUESTION.fullmatch(name) or (len(name) > 12 and name != name.lower())):
            continue
        if name[-1] in ".," or _HEADING.fullmatch(name):
            continue
        shouted = len(words) > 1 and name.isupper()
        if name in seen or shouted or _QUESTION.fullmatch(name) or _FIRST_PERSON.search(plain, match.end(), match.end() + _REACH):
            seen.add(name)
            yield Turn(match.start("label"), match.end("label"), match.end(), name)
