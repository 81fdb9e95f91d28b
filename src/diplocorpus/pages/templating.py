"""Templates to HTML that holds all it needs."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from diplocorpus.pages.naming import date_in_words, framework_name, in_words, party_name

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_NOT_IN_HTML = re.compile("[\x00\ud800-\udfff]")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("diplocorpus.pages"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(words=in_words, party=party_name, framework=framework_name, day=date_in_words)
    environment.globals["static"] = static
    return environment


@cache
def static(name: str) -> Markup:
    """Return a style sheet or script of the package, to stand in a page as it is."""
    from markupsafe import Markup

    return Markup(files("diplocorpus.pages").joinpath("static", name).read_text(encoding="utf-8"))  # noqa: S704 - our own file


def render(template: str, **values: Any) -> str:
    """Return a template filled in; every value that is no Markup is escaped.

    A carriage return is written as a reference, or HTML would make a line feed of it; what HTML cannot hold (NUL, half a
    surrogate pair) is replaced, character by character, so that positions keep.
    """
    page = _environment().get_template(template).render(values)
    return _NOT_IN_HTML.sub("\ufffd", page).replace("\r", "&#13;")
