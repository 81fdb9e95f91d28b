"""`python -m diplocorpus.cli` is the program `diplocorpus`."""

from diplocorpus.cli.app import main

main()
