"""All pictures of a catalogue made anew, and then looked up unchanged, in a cache of their own."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from scripts.images.album import develop

ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".avif")


def main(products: Path, cache: Path) -> None:
    """Print the seconds for either, and how many processors were busy while encoding."""
    files = sorted(file for file in products.rglob("*") if file.suffix in ENDINGS)
    began, computed = time.perf_counter(), time.process_time()
    develop(files, cache)
    encoding, busy = time.perf_counter() - began, time.process_time() - computed
    again = time.perf_counter()
    develop(files, cache)
    told = {"files": len(files), "encoding": encoding, "cores": busy / encoding,
            "unchanged": time.perf_counter() - again}  # fmt: skip
    print(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
