"""People over a corpus: one person under one name, however documents shorten it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

import attrs

from diplocorpus.models.analysis import Analysis
from diplocorpus.models.discourse import JOINT, NARRATOR
from diplocorpus.patterns.names import contains, name_key


@attrs.frozen
class Named:
    """A person's name with the party that they stand for."""

    name: str
    party: str | None


def fullest(people: Iterable[Named]) -> Mapping[Named, Named]:
    """Return each name under the fullest of the same party that it may stand for, if that is but one person's.

    Of full names of one person (two words and more) it is the one that is used most: a longer one may be a slip.
    """
    used = Counter(people)
    sides: dict[str | None, dict[Named, tuple[str, ...]]] = defaultdict(dict)
    for person in used:
        sides[person.party][person] = name_key(person.name)
    found: dict[Named, Named] = {}
    for keys in sides.values():
        for person, key in keys.items():
            fuller = [other for other, longer in keys.items() if other is person or (len(longer) >= len(key) and contains(longer, key))]
            longest = max(fuller, key=lambda other: (len(keys[other]), len(other.name), other.name))
            if not all(contains(keys[longest], keys[other]) for other in fuller):
                found[person] = person
                continue
            alike = [other for other in keys if contains(keys[longest], keys[other])]
            found[person] = max(alike, key=lambda other: (len(keys[other]) > 1, used[other], len(other.name), other.name))
    return found


def speakers(analyses: Iterable[Analysis]) -> Mapping[tuple[str, str], str]:
    """Return whom each attribution quotes, by the ids of document and attribution: a person by one name in all documents.

    Where a party or nobody by name speaks, it is as the record has it; an attribution to nobody is left out.
    """
    told = {(document, record): person for document, record, person in _told(analyses)}
    names = fullest(person for person in told.values() if _is_person(person))
    return {key: names.get(person, person).name for key, person in told.items()}


def _told(analyses: Iterable[Analysis]) -> Iterator[tuple[str, str, Named]]:
    """Yield the speaker of each attribution by the ids of document and record, under the name of the table where it has one."""
    for analysis in analyses:
        meetings = (*analysis.meetings, *analysis.announced)
        listed = {(p.name, p.party): p.full_name for meeting in meetings for p in meeting.participants if p.full_name}
        for said in analysis.attributions:
            if said.speaker is not None:
                name = listed.get((said.speaker, said.party), said.speaker)
                yield analysis.document.id, said.id, Named(name, said.party)


def _is_person(speaker: Named) -> bool:
    return speaker.name not in (JOINT, NARRATOR, speaker.party)
