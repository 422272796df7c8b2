"""One module for each kind of page; each yields the pages of its kind in one language."""
