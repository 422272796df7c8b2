"""The catalogue as frozen values, built from checked records."""
