"""A bar on standard error for work that takes a while."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress_bar(total: int | None, *, shown: bool) -> Iterator[Callable[[int], object]]:
    """Give what to call with the number of documents that got done; shows how many of `total` are done, their rate and the time left."""
    if not shown:
        yield lambda count: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TimeRemainingColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        """How many are done in a second."""

        def render(self, task: Task) -> Text:
            """Return the words of the column."""
            return Text(f"{task.speed or 0:.0f} documents/s")

    with Progress(BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn(), console=Console(file=sys.stderr)) as bar:
        task = bar.add_task("documents", total=total)
        yield lambda count: bar.advance(task, count)
