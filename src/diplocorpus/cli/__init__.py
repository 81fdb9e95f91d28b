"""The command line: a module a group of commands.

Data goes to standard output or to a file that appears whole or not at all, messages to standard error. Exit status 0:
done, 1: some documents failed, 2: wrong usage.
"""

from diplocorpus.cli.app import main

__all__ = ["main"]
