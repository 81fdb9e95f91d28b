"""For tests of projects that use diplocorpus: documents made in one line, marked texts, checks of evidence and packs, records looked up.

`diplocorpus.testing.strategies` has hypothesis strategies; installed packages give pytest the fixtures of
`diplocorpus.testing.plugin`.
"""

from __future__ import annotations

from diplocorpus.testing.documents import Marked, make_document, parse_marked
from diplocorpus.testing.packs import assert_pack
from diplocorpus.testing.records import assert_evidence, find

__all__ = ["Marked", "assert_evidence", "assert_pack", "find", "make_document", "parse_marked"]
