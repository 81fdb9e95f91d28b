"""Who is named as another's peer, whose office is that of the other: "his Kazakh counterpart Olzhas Bektenov"."""

from __future__ import annotations

from diplocorpus.models.events import Tenure
from diplocorpus.text.acquaintances import Acquaintances, Sketch
from diplocorpus.text.annotated import AnnotatedDocument
from diplocorpus.text.titles import TitleReader

_PEERS = frozenset({"counterpart", "counterparts", "colleague"})
_OWNERS = frozenset("his her their its".split())

_REACH_OF_OWNER = 5
"""Tokens in which `his` may stand in front of a counterpart: "his visiting Kazakh counterpart"."""


class PeerReader(TitleReader):
    """Reads the peers among the people of one document; `known` are those read so far."""

    def __init__(self, document: AnnotatedDocument) -> None:
        super().__init__(document)
        self.known = Acquaintances()

    def counterparts(self) -> None:
        """Read `his Kazakh counterpart Olzhas Bektenov`: the office is that of the person of another side named before."""
        document = self.document
        for index in document.places(_PEERS):
            if index < 1:
                continue
            start, parties = self._states_before(index)
            before = range(max(0, start - _REACH_OF_OWNER), start)
            if self._apposed_peer(index, start, parties):
                continue
            owner = next((i for i in reversed(before) if document.lower[i] in _OWNERS), None)
            after = index + 1
            if not parties and (entry := self.party_behind(after, ("of", "from", "in"))) is not None:
                after, parties = entry.last, [entry.code]
            at = after + 1 if document.words[after : after + 1] in ((",",), (":",)) else after
            found = list(self.names_from(at))[: None if document.lower[index].endswith("s") else 1]
            stated: list[str | None] = [*parties] * len(found) if len(parties) == 1 else [*parties]
            stated = stated or [item.party for item in found]
            shown = owner is not None or any(stated)
            if not found or not shown or len(stated) != len(found) or not self.known.taken.isdisjoint(range(at, found[0].stop)):
                continue
            tenure = Tenure.VISITING if "visiting" in document.lower[(owner or start) : index] else None
            begins = [start if owner is None else owner, *(item.first for item in found[1:])]
            for begin, item, party in zip(begins, found, stated, strict=True):
                peer = self._peer(index, party)
                told = Sketch(document.text(item.first, item.stop), peer.role, party, peer.level, tenure, peer.office)
                self.known.register(told.name, (begin, item.last), told)

    def _apposed_peer(self, index: int, start: int, parties: list[str]) -> bool:
        """Give the one in front of a peer in commas its state: "with Jan Ott, his Kenyan counterpart, Lowe said"."""
        document, lead = self.document, start - 1
        if (
            lead < 1
            or document.lower[lead] not in _OWNERS
            or document.words[lead - 1] != ","
            or document.word_at(index + 1) not in (",", ".")
        ):
            return False
        first = self.name_start(lead - 1)
        if first == lead - 1 or len(parties) != 1 or not self.known.taken.isdisjoint(range(first, lead - 1)):
            return False
        peer = self._peer(index, parties[0])
        told = Sketch(document.text(first, lead - 1), peer.role, parties[0], peer.level, None, peer.office)
        self.known.register(told.name, (self.before_honorifics(first), index + 1), told)
        return True

    def _states_before(self, index: int) -> tuple[int, list[str]]:
        """Return where the states in front of a peer begin, and the states: "his Kenyan and Chilean counterparts"."""
        parties: list[str] = []
        start = index - 3 if self._bracketed(index - 1) else index  # "his United Arab Emirates (UAE) counterpart"
        while (entry := self.party_at.get(start - 1)) is not None:
            parties.insert(0, entry.code)
            start = entry.first
            joint = start - 1 if self.document.lower_at(start - 1) in ("and", ",") else start
            joint -= self.document.lower_at(joint - 1) == ","
            if joint == start or joint - 1 not in self.party_at:
                break
            start = joint
        return start, parties

    def _peer(self, index: int, party: str | None) -> Sketch:
        """Return the person of another side who is named last in front of a token with an office."""
        named = (n.sketch for n in reversed(self.known.found) if n.first < index and n.sketch.role)
        return next((sketch for sketch in named if party is None or sketch.party != party), None) or Sketch("")
