"""TOML files as values: what packs, layouts and ladders of titles are read with."""

from __future__ import annotations

import tomllib
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from diplocorpus.errors import PatternFormatError

ModelT = TypeVar("ModelT", bound=BaseModel)


def validated(model: type[ModelT], text: str, path: str) -> ModelT:
    """Return what TOML text says; `path` names it in errors.

    Raises PatternFormatError where it is no TOML, or not what the model wants.
    """
    try:
        return model.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise PatternFormatError(path, "", f"not TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        raise PatternFormatError(path, ".".join(str(part) for part in first["loc"]), first["msg"]) from error
