"""Expected texts, reviewed like code; `pytest --write-golden` writes them anew."""
