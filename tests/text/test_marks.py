"""Closed vocabularies that readers of a text ask for all the time."""

from __future__ import annotations

import copy
import pickle

import pytest

from diplocorpus.extractors.people.findings import MentionKind
from diplocorpus.text.marks import Mark
from diplocorpus.text.tagging import Tag


@pytest.mark.parametrize(("mark", "written"), [(Tag.VB, "Tag.VB"), (MentionKind.ROLE, "MentionKind.ROLE")])
def test_each_is_one_object(mark: Mark, written: str) -> None:
    """Also where a document was copied or came from another process."""
    assert pickle.loads(pickle.dumps(mark)) is copy.deepcopy(mark) is mark  # noqa: S301  # our own
    assert repr(mark) == written
