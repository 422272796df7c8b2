"""Prints pages into the theme: each shell is rendered once, each body spliced into it."""
