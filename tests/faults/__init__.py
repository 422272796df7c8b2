"""Real builds under real trouble; slow, so run by `python -m scripts faults` and not by pytest."""
