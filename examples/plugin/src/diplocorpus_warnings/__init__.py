"""Warnings in diplomatic texts."""

from diplocorpus_warnings.extractor import Gravity, Warned

__all__ = ["Gravity", "Warned"]
