"""Measures the budgets: our build and pages against those of others, on the same records."""
