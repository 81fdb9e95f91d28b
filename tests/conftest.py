"""What several tests share: parses written by hand, so that none needs a trained pipeline."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("parse_by_hand", assigns=["token.dep", "token.head", "token.tag"], default_config={"rows": {}})
class ParseByHand:
    """Gives words the tag, relation and head that `rows` hold under the words of a text."""

    def __init__(self, nlp: Language, name: str, rows: dict[str, str]) -> None:
        self.rows = rows

    def __call__(self, doc: Doc) -> Doc:
        """Assign what the row of the words says."""
        rows = [row.split("|") for row in self.rows[" ".join(token.text for token in doc)].split()]
        for token, (_, tag, relation, head) in zip(doc, rows, strict=True):
            token.tag_, token.dep_, token.head = tag, relation, doc[int(head)]
        return doc


@pytest.fixture(scope="session")
def by_hand() -> Callable[..., Language]:
    """Return a maker of pipelines that know the parses given: a word, its tag, its relation and its head's place a token."""

    def pipeline(*parses: str) -> Language:
        nlp: Any = spacy.blank("en")
        nlp.add_pipe("parse_by_hand", config={"rows": {" ".join(row.split("|")[0] for row in rows.split()): rows for rows in parses}})
        nlp.meta["name"], nlp.meta["version"] = "by_hand", "1.0"
        made: Language = nlp
        return made

    return pipeline
