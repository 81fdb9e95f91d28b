"""Commands that show what the rules are: extractors, and patterns with their examples."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from diplocorpus.cli.console import add_row, complain, refuse, show
from diplocorpus.cli.sources import Packs

if TYPE_CHECKING:
    from diplocorpus.patterns.schema import Pattern


def extractors(
    steps: Annotated[bool, typer.Option("--steps", "-s", help="Show the steps before them, too: names, clauses, cues ...")] = False,
) -> None:
    """List the extractors that give records, our own and those of installed packages."""
    from diplocorpus.models.spans import Record
    from diplocorpus.plugins import available_extractors, default_extractors

    own = {spec.name: spec for spec in default_extractors()}
    table = Table("Extractor", "Gives", "What it does")
    for name in available_extractors():
        spec = own.get(name)
        if spec is None:
            add_row(table, name, "", "of an installed package")
        elif steps or issubclass(spec.produces, Record):
            add_row(table, name, spec.produces.__name__, (spec.extract.__doc__ or "").partition("\n")[0])
    show(table)


def patterns(
    words: Annotated[str | None, typer.Argument(help="Words to look for in ids, labels, phrases and examples.", show_default=False)] = None,
    label: Annotated[str | None, typer.Option(help="Only patterns with this label: ready, phone_call, BRI ...")] = None,
    vocabulary: Annotated[str | None, typer.Option(help="Only patterns of this vocabulary: strength, cue, framework ...")] = None,
    examples: Annotated[bool, typer.Option("--examples", "-e", help="Show examples and counterexamples.")] = False,
    pack: Packs = None,
) -> None:
    """List or search the patterns that phrases are matched with."""
    from diplocorpus.errors import DocumentNotFoundError, PatternError
    from diplocorpus.patterns.loading import merged_packs

    try:
        packs = merged_packs(pack or ())
    except (PatternError, DocumentNotFoundError) as error:
        refuse(error, error)
    if vocabulary is not None and vocabulary not in packs.vocabularies:
        refuse(f"{vocabulary!r} is no vocabulary; choose one of {', '.join(packs.vocabularies)}")
    headings = ("Vocabulary", "Label", "Pattern", "Phrases", *(("Examples",) if examples else ()))
    table = Table(*headings, show_lines=True)
    number = 0
    for name in packs.vocabularies if vocabulary is None else (vocabulary,):
        for pattern in packs.patterns(name):
            if (label is None or pattern.label == label) and (words is None or _holds(pattern, words)):
                number += 1
                add_row(table, name, pattern.label, pattern.id, _phrases(pattern), *((_examples(pattern),) if examples else ()))
    if number:
        show(table)
    complain(f"{number} pattern{'' if number == 1 else 's'}")


def _holds(pattern: Pattern, words: str) -> bool:
    wanted = words.casefold()
    written = (pattern.id, pattern.label, *pattern.phrases, *pattern.verbs, *pattern.examples)
    return any(wanted in text.casefold() for text in written) or any(wanted in wording.text.casefold() for wording in pattern.wordings())


def _phrases(pattern: Pattern) -> str:
    return "\n".join((*pattern.phrases, *(f"(verb) {verb}" for verb in pattern.verbs)))


def _examples(pattern: Pattern) -> str:
    return "\n".join((*(f"+ {example}" for example in pattern.examples), *(f"- {example}" for example in pattern.counterexamples)))


COMMANDS: dict[Callable[..., None], str] = {extractors: "extractors", patterns: 'patterns "stands ready" --examples'}
"""The commands, each with an example of its use."""
