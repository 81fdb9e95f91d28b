"""Public records: what is written to and read from outside (pydantic, frozen)."""
