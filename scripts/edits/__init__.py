"""Whole changes of the catalogue, pure: what was read → the changes of all files, or a refusal."""
