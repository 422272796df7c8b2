"""Row A: from the checked model in memory to the last byte of the site.

Reading, checking, the model and the pictures come before the clock starts; starting MkDocs and
asking the theme for its shells are inside.
"""

from __future__ import annotations

import json
import os
import sys
import time
from datetime import date
from pathlib import Path

from scripts import pipeline


def main(products: Path, out: Path, today: date) -> None:
    """Print the seconds that the pages took."""
    checked = pipeline.check(products, today)
    catalogue = pipeline.catalogue(checked, today)
    photos = pipeline.album(pipeline.photographs(checked))
    began, computed = time.perf_counter(), _computed()
    pipeline.print_site(pipeline.edition(catalogue, photos=photos), out)
    told = {"seconds": time.perf_counter() - began, "cpu": _computed() - computed}
    print(json.dumps(told))


def _computed() -> float:
    """Processor seconds of this process and of the helpers that have ended."""
    return sum(os.times()[:4])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), date.fromisoformat(sys.argv[3]))
