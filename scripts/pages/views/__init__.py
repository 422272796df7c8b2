"""Typed values for the templates: every choice is made here, none in a template."""
