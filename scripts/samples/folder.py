"""The folder of a sample: recognised before anything in it is touched."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

REAL = Path(__file__).resolve().parents[2] / "products"
PUBLISHER = "_lists/publisher.yml"
NAME = "Danh mục mẫu (máy soạn, không có thật)"
_OWN = re.compile(r"[a-z0-9]|_(lists|producers|decisions|crafts|shops|videos)")


class NotASampleError(Exception):
    """The folder holds something that no sample is made of."""


def refusal(out: Path) -> str | None:
    """Why no sample may be written there; None where it may."""
    if out.resolve().is_relative_to(REAL):
        return "đó là chỗ của bản ghi thật"
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        return "đó không phải thư mục"
    if not out.exists() or next(out.iterdir(), None) is None:
        return None
    strange = next((one.name for one in sorted(out.iterdir()) if not _is_own(one)), None)
    if strange:
        return f"trong đó có {strange}"
    return None if _is_sample(out) else "trong đó có bản ghi không phải bản ghi mẫu"


def _is_own(entry: Path) -> bool:
    return bool(_OWN.fullmatch(entry.name)) and entry.is_dir() and not entry.is_symlink()


def _is_sample(out: Path) -> bool:
    publisher = out / PUBLISHER
    return publisher.is_file() and publisher.read_bytes().startswith(f"name: {NAME}\n".encode())


def clear(out: Path) -> None:
    """Remove an earlier sample, its mark last; NotASampleError where there is anything else."""
    reason = refusal(out)
    if reason:
        raise NotASampleError(reason)
    out.mkdir(parents=True, exist_ok=True)
    mark = out / PUBLISHER
    for folder in sorted(out.iterdir()):
        if folder != mark.parent:
            shutil.rmtree(folder)
    if mark.exists():
        for file in sorted(mark.parent.iterdir()):
            if file != mark:
                file.unlink()
        mark.unlink()
        mark.parent.rmdir()
