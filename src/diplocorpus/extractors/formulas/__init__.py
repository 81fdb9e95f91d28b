"""Language that is weighed word by word: one-China positions and the titles of relations."""
