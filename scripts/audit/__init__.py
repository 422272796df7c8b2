"""Looks at a built site as visitors do: pictures of every kind of page, and Lighthouse's marks."""
