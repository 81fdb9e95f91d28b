"""The table of office-holders: who held which office when; ours, and a user's in its place."""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from diplocorpus.errors import DocumentNotFoundError, TableFormatError
from diplocorpus.models.offices import OfficeHolder
from diplocorpus.patterns.names import contains, fold, initials_agree, name_key, name_parts, part_key

COLUMNS = tuple(OfficeHolder.model_fields)
_SURNAME_FIRST = frozenset({"CHN", "KOR", "PRK", "TWN", "VNM"})
_NEEDED = ("name", "party", "role", "level", "since")


class OfficeHolders(Sequence[OfficeHolder]):
    """An immutable table of terms of office, looked up by name in any of its spellings.

    `name` and `version` go into the provenance of analyses.
    """

    def __init__(self, rows: Iterable[OfficeHolder], name: str = "officeholders", version: str = "1") -> None:
        self._rows = tuple(rows)
        self.name = name
        self.version = version

    @classmethod
    def load(cls, path: str | Path) -> OfficeHolders:
        """Return our table with the rows of a CSV file added.

        A row with the name, party and role of rows of ours replaces all of these, others add. The first line names the
        columns: `name,party,role,level,since`, and where needed `aliases` (`|` between them), `until`, `certainty`,
        `source`.

        Raises DocumentNotFoundError where there is no such file, and TableFormatError, which names row and field, where
        it is not well formed.
        """
        file = Path(path)
        if not file.is_file():
            raise DocumentNotFoundError(file, "no such table of office-holders")
        data = file.read_bytes()
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise TableFormatError(file, None, None, f"not UTF-8 at byte {error.start}") from error
        added = list(_read(text, str(file)))
        replaced = {_office(row) for row in added}
        kept = [row for row in own_officeholders() if _office(row) not in replaced]
        return cls([*kept, *added], f"officeholders:{file.name}", f"sha256:{hashlib.sha256(data).hexdigest()[:12]}")

    def __getitem__(self, index: Any) -> Any:
        """Return a row, or the rows of a slice."""
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[OfficeHolder]:
        return iter(self._rows)

    def __eq__(self, other: object) -> bool:
        return self._rows == other._rows if isinstance(other, OfficeHolders) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._rows)

    def __repr__(self) -> str:
        return f"OfficeHolders({len(self)} terms of {len({row.name for row in self})} people)"

    def __getstate__(self) -> dict[str, object]:
        return {"_rows": self._rows, "name": self.name, "version": self.version}

    def role_at(self, name: str, date: str | datetime.date, *, party: str | None = None) -> tuple[OfficeHolder, ...]:
        """Return the offices that a person held on a day, the highest first; of several people of that name, all.

        `date` is a day, or a month or year as `2023-07` and `2023`: then any office held within it. Nothing is found
        where the table does not have the person.

        Raises ValueError where `date` is no date with a year.
        """
        day = date.isoformat()[:10] if isinstance(date, datetime.date) else date
        if not re.fullmatch(r"\d{4}(?:-\d\d){0,2}", day):
            raise ValueError(f"{day!r} is no date with a year; write 2021-04-29, 2021-04 or 2021")
        held = [row for row in self.terms(name) if row.holds_on(day) and party in (None, row.party)]
        return tuple(sorted(held, key=lambda row: row.level, reverse=True))

    def terms(self, name: str) -> tuple[OfficeHolder, ...]:
        """Return all terms of whoever bears a name: a full one in any spelling, or one part of it."""
        key = name_key(name)
        if len(key) < 2:
            found = self._by_part.get(key[0], ()) if key else ()
            return tuple(row for row in found if any(initials_agree(name, known) for known in (row.name, *row.aliases)))
        if key in self._by_name:
            return self._by_name[key]
        return self._of_fuller(key)

    def named(self, name: str) -> tuple[OfficeHolder, ...]:
        """Return all terms of whoever bears a full name, in any spelling but with no part more or less."""
        return self._by_name.get(name_key(name), ())

    def _of_fuller(self, key: tuple[str, ...]) -> tuple[OfficeHolder, ...]:
        """Return the terms of the one person whose whole name is part of a fuller or turned-round one."""
        found = [known for known in self._by_first.get(key[0], ()) if contains(key, known)]
        found = found or [known for part in key[1:] for known in self._by_first.get(part, ()) if contains(key, known)]
        longest = max(map(len, found), default=0)
        people = {row.name for known in found if len(known) == longest for row in self._by_name[known]}
        return self._of_person[people.pop()] if len(people) == 1 else ()

    @cached_property
    def _by_name(self) -> dict[tuple[str, ...], tuple[OfficeHolder, ...]]:
        table: dict[tuple[str, ...], list[OfficeHolder]] = {}
        for row in self:
            for key in dict.fromkeys(name_key(name) for name in (row.name, *row.aliases)):
                if len(key) > 1:
                    table.setdefault(key, []).append(row)
        return {key: tuple(rows) for key, rows in table.items()}

    @cached_property
    def _of_person(self) -> dict[str, tuple[OfficeHolder, ...]]:
        table: dict[str, list[OfficeHolder]] = {}
        for row in self:
            table.setdefault(row.name, []).append(row)
        return {name: tuple(rows) for name, rows in table.items()}

    @cached_property
    def _by_first(self) -> dict[str, list[tuple[str, ...]]]:
        table: dict[str, list[tuple[str, ...]]] = {}
        for key in self._by_name:
            table.setdefault(key[0], []).append(key)
        return table

    @cached_property
    def _by_part(self) -> dict[str, tuple[OfficeHolder, ...]]:
        """The terms by what people are called for short: the last part of the name, or the first."""
        table: dict[str, dict[int, OfficeHolder]] = {}
        for number, row in enumerate(self):
            for name in (row.name, *row.aliases):
                words = [word for word in fold(name).replace(",", "").split() if word not in ("jr.", "sr.", "iii")]
                for word in {words[0], words[-1]}:
                    table.setdefault(part_key(word), {})[number] = row
        return {part: tuple(rows.values()) for part, rows in table.items()}


def is_surname(name: str, row: OfficeHolder) -> bool:
    """Tell whether a name of one word is the surname of an office-holder: Xi of Xi Jinping, but Sergey not of Sergey Lavrov."""
    place = 0 if row.party in _SURNAME_FIRST else -1
    return any(part_key(fold(name)) == part_key(name_parts(known)[place]) for known in (row.name, *row.aliases))


def _office(row: OfficeHolder) -> tuple[object, ...]:
    return name_key(row.name), row.party, row.role.casefold()


def _read(text: str, path: str) -> Iterator[OfficeHolder]:
    """Yield the rows of a table; a row is counted by the line that it begins on, the header being line 1."""
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        header = reader.fieldnames or ()
    except csv.Error as error:
        raise TableFormatError(path, 1, None, f"no CSV: {error}") from error
    for field in header:
        if field not in COLUMNS:
            raise TableFormatError(path, 1, field, f"no such column; there are {', '.join(COLUMNS)}")
    for field in _NEEDED:
        if field not in header:
            raise TableFormatError(path, 1, field, "the column is missing")
    line = reader.line_num + 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise TableFormatError(path, line, None, f"no CSV: {error}") from error
        yield _row(cells, path, line)
        line = reader.line_num + 1


def _row(cells: dict[str | Any, str | Any], path: str, line: int) -> OfficeHolder:
    if None in cells or None in cells.values():
        raise TableFormatError(path, line, None, "it has not as many cells as the first line")
    values: dict[str, Any] = {field: value.strip() for field, value in cells.items() if value.strip()}
    if "aliases" in values:
        values["aliases"] = tuple(alias.strip() for alias in values["aliases"].split("|") if alias.strip())
    for field in _NEEDED:
        if field not in values:
            raise TableFormatError(path, line, field, "the cell is empty")
    try:
        return OfficeHolder.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        field = str(first["loc"][0]) if first["loc"] else "until"
        raise TableFormatError(path, line, field, first["msg"].removeprefix("Value error, ")) from error


@cache
def own_officeholders() -> OfficeHolders:
    """Return the table of the package."""
    file = files("diplocorpus.patterns").joinpath("data", "officeholders.csv")
    return OfficeHolders(_read(file.read_text(encoding="utf-8"), "officeholders.csv"), version="2026.4")


def role_at(name: str, date: str | datetime.date, *, party: str | None = None) -> tuple[OfficeHolder, ...]:
    """Return the offices that a person held on a day according to our table, the highest first; of several people, all.

    `name` is a full name in any spelling or one part of it ("Xi", "Tokaev"); `date` a day, month or year. What the table
    does not have is not found.

    >>> [str(term) for term in role_at("Tokaev", "2001-05-01")]
    ['Kassym-Jomart Tokayev, Prime Minister of KAZ, 1999-10 to 2002-01']

    Raises ValueError where `date` is no date with a year. See `OfficeHolders.load` for a table of your own.
    """
    return own_officeholders().role_at(name, date, party=party)
