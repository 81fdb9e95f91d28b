"""The pages of the reference that show every pattern with its examples, a page a pack."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from diplocorpus.patterns.loading import own_packs
from diplocorpus.patterns.schema import Label, Pack, Pattern

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|$~])")


def patterns_pages() -> dict[str, str]:
    """Return the pages by file name, in Markdown: the list of packs, then a page for each."""
    packs = own_packs().packs
    return {"_patterns.md": "\n".join(_overview(packs))} | {f"patterns/{pack.pack}.md": "\n".join(_page(pack)) for pack in packs}


def write(folder: Path) -> None:
    """Write the pages, where they are not there already, and remove those of packs that are gone."""
    pages = patterns_pages()
    (folder / "patterns").mkdir(exist_ok=True)
    for page in set((folder / "patterns").iterdir()) - {folder / name for name in pages}:
        page.unlink()
    for name, text in pages.items():
        page = folder / name
        if not page.is_file() or page.read_text(encoding="utf-8") != text:
            page.write_text(text, encoding="utf-8")


def _overview(packs: tuple[Pack, ...]) -> Iterator[str]:
    yield "| pack | vocabulary | version | labels | patterns | wordings |\n|---|---|---|---:|---:|---:|"
    for pack in packs:
        labels = len({pattern.label for pattern in pack.pattern})
        wordings = sum(1 for pattern in pack.pattern for _ in pattern.wordings())
        counts = f"{labels} | {len(pack.pattern)} | {wordings}"
        yield f"| [{pack.pack}](patterns/{pack.pack}.md) | `{pack.vocabulary}` | {pack.version} | {counts} |"
    yield ""


def _page(pack: Pack) -> Iterator[str]:
    yield f"# {pack.pack}\n"
    yield f"Vocabulary `{pack.vocabulary}`, version {pack.version}.\n"
    declared = {label.id: label for label in pack.label}
    for label in dict.fromkeys(pattern.label for pattern in pack.pattern):
        yield f"## {label}\n"
        if label in declared:
            yield _about(declared[label])
        for pattern in pack.pattern:
            if pattern.label == label:
                yield from _entry(pattern)


def _about(label: Label) -> str:
    said = [f"{_escaped(label.name)}: {label.kind}"]
    if label.broader:
        said.append(f"part of {', '.join(f'`{broader}`' for broader in label.broader)}")
    if label.since:
        said.append(f"since {label.since}")
    return f"{', '.join(said)}.\n"


def _entry(pattern: Pattern) -> Iterator[str]:
    yield f"### {pattern.id}\n"
    if pattern.note:
        yield f"{_escaped(pattern.note)}\n"
    for field in ("phrases", "verbs", "before", "blocked_by", "cues"):
        if values := getattr(pattern, field):
            yield f"- {field}: {', '.join(f'`{value}`' for value in values)}"
    for field in ("case", "negative", "takes", "bound", "party"):
        if (value := getattr(pattern, field)) != Pattern.model_fields[field].default:
            yield f"- {field}: {', '.join(value) if isinstance(value, tuple) else value}"
    yield from (f"- yes: {_escaped(sentence)}" for sentence in pattern.examples)
    yield from (f"- no: {_escaped(sentence)}" for sentence in pattern.counterexamples)
    yield ""


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)
