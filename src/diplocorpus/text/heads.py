"""Who is named with what they lead, which is no office by its name: "Kenyan leader Jan Ott", "head of Kenya's Trade Mission Jan Ott"."""

from __future__ import annotations

from diplocorpus.models.events import Level
from diplocorpus.patterns.words import words
from diplocorpus.text.acquaintances import Sketch
from diplocorpus.text.peers import PeerReader

_LEADER = frozenset({"leader"})
_HEAD = frozenset({"head"})
_JOINTS = frozenset("the of 's ' for and".split())
_LEVELS = {
    "ministry": Level.MINISTER,
    "department": Level.MINISTER,
    "government": Level.HEAD_OF_GOVERNMENT,
    "cabinet": Level.HEAD_OF_GOVERNMENT,
    "state": Level.HEAD_OF_STATE,
}
"""The rank of whoever heads what is called so last: "the Interim Government"."""

_LONGEST = 10
"""Tokens that what somebody heads has at most."""


class HeadReader(PeerReader):
    """Reads, of the people of one document, those who are named with what they lead."""

    def heads(self) -> None:
        """Read `the Kenyan leader Jan Ott` and `head of the Kenyan Foreign Ministry Jan Ott`."""
        for index in self.document.places(_LEADER):
            before = self.party_at.get(index - 1)
            if before is not None:
                self._led(before.first, index + 1, index + 1, before.code, None)
        for index in self.document.places(_HEAD):
            if self.document.lower_at(index + 1) == "of" and index not in self.role_at:
                self._headed(index)

    def _headed(self, index: int) -> None:
        document, party, at = self.document, None, index + 2
        stop = min(document.sentence_of(index).last, at + _LONGEST)
        while at < stop:
            if at in self.party_at:
                party, at = party or self.party_at[at].code, self.party_at[at].last
            elif document.words[at] in words().institutional or document.lower[at] in _JOINTS:
                at += 1
            else:
                break
        if party is not None and at - 1 not in self.party_at:
            self._led(index, index, at, party, _LEVELS.get(document.lower[at - 1]))

    def _led(self, first: int, role: int, end: int, party: str, level: Level | None) -> None:
        """Register whose name stands behind what they lead, tokens `role` up to `end`; a leader has no title."""
        document, at = self.document, self.past_honorifics(end)
        stop = self.name_end(at)
        if stop == at or not self.known.taken.isdisjoint(range(first, stop)) or document.sentence_of(at) is not document.sentence_of(first):
            return
        told = Sketch(document.text(at, stop), document.text(role, end) or None, party, level)
        self.known.register(told.name, (first, stop), told)
