"""English function words and verbs, read once from `data/words.toml`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property

import attrs

from diplocorpus.patterns.inflection import Form, inflect
from diplocorpus.patterns.loading import read_toml
from diplocorpus.patterns.schema import expand


@attrs.frozen(eq=False, slots=False)
class Words:
    """Word lists by class; all lower case but weekdays, months, regions, institutional words, named_for_state and given names."""

    adverbs: frozenset[str]
    adjectives: frozenset[str]
    prepositions: frozenset[str]
    determiners: frozenset[str]
    possessives: frozenset[str]
    pronouns: frozenset[str]
    objects: frozenset[str]
    conjunctions: frozenset[str]
    subordinators: frozenset[str]
    modals: frozenset[str]
    be: frozenset[str]
    have: frozenset[str]
    do: frozenset[str]
    numbers: frozenset[str]
    weekdays: tuple[str, ...]
    months: frozenset[str]
    institutional: frozenset[str]
    given_names: frozenset[str]
    regions: frozenset[str]
    venues: frozenset[str]
    honorifics: frozenset[str]
    honorific_phrases: dict[str, tuple[tuple[str, ...], ...]]
    """Honorifics of several words by their last, which is seldom anything else ("his excellency")."""
    postnominals: frozenset[str]
    particles: frozenset[str]
    speakers: frozenset[str]
    authorities: frozenset[str]
    named_for_state: frozenset[str]
    """Bodies, but ministries, of whose names the state at the end is a part: "Chairman of the Media Council of Kenya"."""
    publications: frozenset[str]
    group_nouns: frozenset[str]
    """Plurals that with `two`, `both` or `the` stand for all who take part."""
    joint_nouns: frozenset[str]
    """Those of them that do with `the` alone; `bare_plurals` do without, too: "Ministers welcomed the plan"."""
    bare_plurals: frozenset[str]
    group_modifiers: frozenset[str]
    """What may stand between an article and such a plural: "the two countries' [foreign] ministers"."""
    person_nouns: frozenset[str]
    """Nouns for a person: "the Chilean expert"."""
    state_nouns: frozenset[str]
    """Nouns that stand for the state that an adjective names: "the Chilean side"; `own_nouns` behind `his`: "his country"."""
    own_nouns: frozenset[str]
    postmodifiers: frozenset[str]
    """Participles that follow what they tell of: "the talks held in Strelsau"."""
    asides: tuple[tuple[str, ...], ...]
    """Adverbs of several words ("in his turn")."""
    verb_forms: dict[str, tuple[tuple[str, Form], ...]]
    ambiguous: frozenset[str]
    """Verb forms that are nouns or adjectives elsewhere."""

    @cached_property
    def closed(self) -> frozenset[str]:
        """The words of the closed classes: they stand for no person or thing by themselves."""
        return frozenset().union(
            self.prepositions,
            self.determiners,
            self.possessives,
            self.pronouns,
            self.objects,
            self.conjunctions,
            self.subordinators,
            self.modals,
            self.be,
            self.have,
            self.do,
            self.adverbs,
        )

    @cached_property
    def introducing(self) -> frozenset[str]:
        """What introduces a noun or a clause: no part of a name, even where it opens a sentence with a capital."""
        return self.determiners | self.prepositions | self.pronouns | self.subordinators

    def is_adverb(self, word: str) -> bool:
        """Tell whether a lower-case word is an adverb."""
        return word in self.adverbs or (word.endswith("ly") and len(word) > 4 and word not in self.adjectives)


@cache
def words() -> Words:
    """Return the word lists of the package."""
    source = read_toml("words.toml")
    raw = {key: value.split() for key, value in source.items() if isinstance(value, str) and key not in ("version", "language")}
    forms: dict[str, list[tuple[str, Form]]] = {}
    ambiguous: set[str] = set()
    for key in ("verbs", "verbs_or_nouns"):
        for verb in raw[key]:
            for form, spellings in inflect(verb).items():
                for spelling in spellings:
                    forms.setdefault(spelling, []).append((verb, form))
                    if key == "verbs_or_nouns" and form in ("base", "third"):
                        ambiguous.add(spelling)
    sets = {
        field.name: frozenset(raw[field.name]) for field in attrs.fields(Words) if str(field.type) == "frozenset[str]" and field.name in raw
    }
    return Words(
        **sets,
        weekdays=tuple(raw["weekdays"]),
        asides=tuple(tuple(wording.split()) for phrase in source["asides"] for wording in expand(phrase)),
        honorific_phrases=_by_last(source["honorific_phrases"]),
        verb_forms={word: tuple(entries) for word, entries in forms.items()},
        ambiguous=frozenset(ambiguous),
    )


def _by_last(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return phrases by their last word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        for wording in expand(phrase):
            found.setdefault(wording.split()[-1], []).append(tuple(wording.split()))
    return {last: tuple(sorted(wordings, key=len, reverse=True)) for last, wordings in found.items()}
