"""The people of a text as it names them: which namings are one person's, and what is told of each."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence

import attrs

from diplocorpus.models.events import Level, Tenure
from diplocorpus.patterns.names import NameIndex, fold, is_variant, name_key, name_parts, part_key, spoken_keys


@attrs.define(eq=False)
class Sketch:
    """A person as the text names one, before it is known whose side the person is on."""

    name: str
    role: str | None = None
    party: str | None = None
    level: Level | None = None
    tenure: Tenure | None = None
    office: str | None = None
    """The id of the pattern that the office was read by, the same for all its wordings."""
    gender: str | None = None
    """`he` or `she`, where an honorific tells."""
    assumed: bool = False
    """Whether the party is only that of those who alone have the office (Secretary of State)."""
    foretold: bool = False
    """Whether only the title of the document, which is not in the text, has told of the person so far."""


@attrs.frozen
class Sketched:
    """A place where a person is named, title and country included; tokens `first` up to, not including, `last`."""

    first: int
    last: int
    sketch: Sketch

    @property
    def at(self) -> int:
        """Token that it is looked up by: its first."""
        return self.first


class Acquaintances:
    """The people that a text has named so far, and the tokens that name them."""

    def __init__(self) -> None:
        self.sketches: list[Sketch] = []
        self.found: list[Sketched] = []
        self._by_name: NameIndex[Sketch] = NameIndex()
        self._places: dict[Sketch, list[int]] = {}
        self.taken: set[int] = set()

    def foretell(self, sketch: Sketch) -> None:
        """Know somebody of a title that is not in the text, so that "Mr Ott" is found to be Prime Minister Paul Ott."""
        self._know(sketch)

    def _know(self, sketch: Sketch) -> None:
        self.sketches.append(sketch)
        self._by_name.add(sketch.name, sketch)

    def register(self, name: str, place: tuple[int, int], told: Sketch | None = None) -> None:
        """Add a naming of a person, to a known one where the names fit; `told` is what stands with the name."""
        told = told or Sketch(name)
        sketch = self.lookup(name, place[0], told)
        if sketch is None:
            sketch = told
            self._know(sketch)
        else:
            self._complete(sketch, name, told)
        self.found.append(Sketched(*place, sketch))
        insort(self._places.setdefault(sketch, []), place[0])
        self.taken.update(range(*place))

    def _complete(self, sketch: Sketch, name: str, told: Sketch) -> None:
        """Add to a person what stands with a further naming."""
        fuller = sketch.foretold and len(name_parts(name)) > 1
        if len(name.split()) > len(sketch.name.split()) or fuller:
            sketch.name = name
            self._by_name.add(name, sketch)
        if sketch.foretold and (told.role or fuller):
            # Titles shorten ("Secretary Lowe's Call"): what the text says goes before.
            sketch.foretold = False
            sketch.role, sketch.level, sketch.office = (
                (told.role, told.level, told.office) if told.role else (sketch.role, sketch.level, sketch.office)
            )
        if told.role and (sketch.role is None or (sketch.level is None and told.level) or _fuller(told, sketch)):
            sketch.role, sketch.level, sketch.office = told.role, told.level, told.office
        if told.party and (sketch.party is None or (sketch.assumed and not told.assumed)):
            sketch.party, sketch.assumed = told.party, told.assumed
        sketch.gender = sketch.gender or told.gender
        if told.tenure and sketch.tenure in (None, Tenure.VISITING):
            sketch.tenure = told.tenure

    def lookup(self, name: str, at: int, told: Sketch) -> Sketch | None:
        """Return the known person that a name fits, in any spelling: of the same office if there is one, else the one named last."""
        fitting = [
            sketch
            for sketch in self._by_name.sharing(name_key(name))
            if is_variant(name, sketch.name)
            and (told.party is None or sketch.party is None or told.party == sketch.party)
            and (told.gender is None or sketch.gender is None or told.gender == sketch.gender)
            and not _namesakes(name, told, sketch)
        ]
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        ends = [sketch for sketch in fitting if part_key(fold(name)) in spoken_keys(sketch.name)] or fitting
        office = [sketch for sketch in ends if told.office is not None and sketch.office == told.office]
        return max(office or ends, key=lambda sketch: self._last_before(sketch, at))

    def _last_before(self, sketch: Sketch, at: int) -> int:
        """Return where a person is named last before a token, -1 for nowhere."""
        places = self._places.get(sketch, ())
        index = bisect_left(places, at)
        return places[index - 1] if index else -1

    def goes_by(self, name: str, keys: Sequence[str]) -> bool:
        """Tell whether some known person goes by a part of the name: the first or last part, or several together."""
        for sketch in self._by_name.sharing(keys[:1]):
            own = name_key(sketch.name)
            if len(keys) > 1 and set(keys) <= set(own):
                return True
            if len(keys) == 1 and keys[0] in own and (keys[0] in spoken_keys(sketch.name) or len(name) > 3):
                return True
        return False


def _fuller(told: Sketch, known: Sketch) -> bool:
    """Tell whether an office is the known one in more words: "Minister for Foreign Affairs" for "Minister"."""
    same = told.role is not None and known.role is not None and told.level == known.level
    return same and (told.role or "").casefold().startswith(f"{known.role} ".casefold())


def _namesakes(name: str, told: Sketch, known: Sketch) -> bool:
    """Tell whether a short name with a high office is another's than a known person's with another one: King Jan, Crown Prince Jan."""
    if " " in name or told.role is None or known.role is None or told.level is None or known.level is None:
        return False
    held = told.role.lower() in known.role.lower() or known.role.lower() in told.role.lower()
    return told.level != known.level and min(told.level, known.level) >= Level.MINISTER and not held
