"""Measures the budgets: our build and pages against those of others, on the same records."""

# The groups of rows, in the order of the report; scripts.bench.groups holds them.
GROUPS = ("build", "records", "sizes", "views", "search", "keys", "serve", "absent")
