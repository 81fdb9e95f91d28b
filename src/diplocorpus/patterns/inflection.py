"""English verb forms, so that a pack names a verb once."""

from __future__ import annotations

from functools import cache
from typing import Literal

Form = Literal["base", "third", "past", "participle", "gerund"]

_IRREGULAR: dict[str, tuple[str, str]] = {
    line.split()[0]: (line.split()[1], line.split()[2])
    for line in """\
arise arose arisen
be was been
bear bore borne
become became become
begin began begun
bind bound bound
break broke broken
bring brought brought
build built built
buy bought bought
catch caught caught
choose chose chosen
come came come
cut cut cut
deal dealt dealt
do did done
draw drew drawn
dwell dwelt dwelt
drive drove driven
fall fell fallen
feel felt felt
fight fought fought
find found found
forbid forbade forbidden
forget forgot forgotten
forgive forgave forgiven
forgo forwent forgone
get got got
give gave given
go went gone
grow grew grown
have had had
hear heard heard
hold held held
keep kept kept
know knew known
lay laid laid
lead led led
leave left left
lend lent lent
let let let
lose lost lost
make made made
mean meant meant
meet met met
oversee oversaw overseen
overcome overcame overcome
pay paid paid
put put put
read read read
rebuild rebuilt rebuilt
rise rose risen
run ran run
say said said
see saw seen
seek sought sought
sell sold sold
send sent sent
set set set
shake shook shaken
shed shed shed
show showed shown
shut shut shut
sit sat sat
speak spoke spoken
spend spent spent
split split split
spread spread spread
stand stood stood
stick stuck stuck
strike struck struck
strive strove striven
swear swore sworn
take took taken
teach taught taught
tell told told
think thought thought
understand understood understood
undertake undertook undertaken
uphold upheld upheld
win won won
withdraw withdrew withdrawn
withstand withstood withstood
write wrote written
""".splitlines()
}

_VOWELS = "aeiou"
_DOUBLED = frozenset(
    "abet abhor admit allot bar bat beg blot chat commit compel concur confer control crop defer deter drop equip expel "
    "flag forget grab gun incur input let map occur omit outbid patrol permit plan plug prefer program propel put refer "
    "regret remit repel run set sit scrap ship shut sign-up spin split step stem stir stop submit swap tap tip top "
    "transfer transmit trim win begin cut get hit rid rub jog quit rip slam spot".split()
)


def _regular_past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return verb + (verb[-1] if verb in _DOUBLED else "") + "ed"


def _third(verb: str) -> str:
    if verb in {"be", "have"}:
        return {"be": "is", "have": "has"}[verb]
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def _gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    return verb + (verb[-1] if verb in _DOUBLED else "") + "ing"


@cache
def inflect(verb: str) -> dict[Form, tuple[str, ...]]:
    """Return the forms of a base verb; spellings in `-ise` and `-ize` are both given.

    >>> inflect("pledge")["past"]
    ('pledged',)
    """
    spellings = [verb]
    for ours, theirs in (("ise", "ize"), ("ize", "ise"), ("vel", "vel"), ("fulfil", "fulfill")):
        if ours != theirs and verb.endswith(ours) and len(verb) > 5:
            spellings.append(verb[: -len(ours)] + theirs)
    forms: dict[Form, list[str]] = {"base": [], "third": [], "past": [], "participle": [], "gerund": []}
    for spelling in spellings:
        past, participle = _IRREGULAR.get(spelling, (_regular_past(spelling), _regular_past(spelling)))
        forms["base"].append(spelling)
        forms["third"].append(_third(spelling))
        forms["past"].append(past)
        if participle != past:
            forms["participle"].append(participle)
        forms["gerund"].append(_gerund(spelling))
    return {form: tuple(words) for form, words in forms.items()}
