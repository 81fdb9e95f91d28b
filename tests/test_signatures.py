"""Whatever a public signature names can itself be imported from a place that is promised to stay."""

from __future__ import annotations

import ast
import builtins
import inspect
import sys
import typing
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import diplocorpus
import diplocorpus.errors
import diplocorpus.testing
import diplocorpus.types

PUBLIC = (
    {name: getattr(diplocorpus, name) for name in diplocorpus.__all__}
    | {name: value for name, value in vars(diplocorpus.errors).items() if inspect.isclass(value)}
    | {name: getattr(diplocorpus.testing, name) for name in diplocorpus.testing.__all__}
    | {name: getattr(diplocorpus.types, name) for name in diplocorpus.types.__all__}
)
"""Every name that is promised to stay, by itself."""


def annotated(name: str, value: object) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield where an annotation stands, its source and the names that it may use: of arguments, results and fields."""
    if inspect.isfunction(value):
        yield from ((f"{name}({argument})", str(source), value.__globals__) for argument, source in value.__annotations__.items())
    if inspect.isclass(value):
        for kind in inspect.getmro(value):
            if kind.__module__.partition(".")[0] == "diplocorpus":
                names = vars(sys.modules[kind.__module__])
                fields = inspect.get_annotations(kind)
                yield from ((f"{name}.{field}", str(source), names) for field, source in fields.items() if not field.startswith("_"))
        for member, found in vars(value).items():
            method = found.fget if isinstance(found, property) else getattr(found, "__func__", found)
            if member == "__init__" or not member.startswith("_"):
                yield from annotated(f"{name}.{member}", method) if inspect.isfunction(method) else ()


def named(source: str, names: dict[str, Any]) -> Iterator[tuple[str, object]]:
    """Yield the classes of ours and the aliases that an annotation uses; those of other libraries are passed over."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Name) and node.id in names and not hasattr(builtins, node.id):
            value = names[node.id]
            module = getattr(value, "__module__", None)
            if inspect.isclass(value):
                shown = str(module).partition(".")[0] == "diplocorpus"
            else:
                shown = module in (None, "types", "typing") and node.id not in vars(typing) and not inspect.ismodule(value)
            if shown:
                yield node.id, value


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_a_signature_names_only_what_is_public(name: str) -> None:
    """Classes by identity, aliases by name: whoever passes something on can annotate it."""
    public = list(PUBLIC.values())
    hidden = {
        f"{where}: {used}"
        for where, source, names in annotated(name, PUBLIC[name])
        for used, value in named(source, names)
        if not (any(value is known for known in public) if inspect.isclass(value) else used in PUBLIC)
    }
    assert hidden == set()


def test_a_hidden_name_would_be_found() -> None:
    """In arguments, results and fields."""

    def opened(door: Hidden) -> list[Hidden]:
        return [door]

    shown: Callable[..., object] = opened
    found = [used for _, source, names in annotated("opened", shown) for used, _ in named(source, names)]
    assert found == ["Hidden", "Hidden"]


class Hidden:
    """What is not public."""


Hidden.__module__ = "diplocorpus.hidden"


def test_types_are_where_they_are_said_to_be() -> None:
    """None is in two places under one name."""
    assert not set(diplocorpus.types.__all__) & set(diplocorpus.__all__)
    assert diplocorpus.types.__all__ == sorted(diplocorpus.types.__all__)
