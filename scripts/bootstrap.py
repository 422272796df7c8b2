"""Sets the project up on a bare machine: virtual environment, browser, Java, Node tools.

Standard library only, since it runs before anything is installed. Nothing here is silent: what
cannot be had ends in one sentence that names the command to run.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
OLDEST = (3, 11)

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
BROWSER_PATHS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
)


class SetupError(Exception):
    """Something the machine lacks, with the command that brings it, in Vietnamese."""


def ready(stamp: str, sources: Sequence[Path], folder: Path) -> bool:
    """Whether `folder` was set up from exactly these files."""
    mark = folder / f".{stamp}"
    return mark.is_file() and mark.read_text() == _digest(sources)


def _digest(sources: Sequence[Path]) -> str:
    content = b"".join(path.read_bytes() for path in sources)
    return hashlib.sha256(content + sys.version.encode()).hexdigest()


def _mark_ready(stamp: str, sources: Sequence[Path], folder: Path) -> None:
    (folder / f".{stamp}").write_text(_digest(sources))


def _run(command: Sequence[str | Path], failure: str, **environment: str) -> None:
    result = subprocess.run(
        [str(part) for part in command], cwd=ROOT, env={**os.environ, **environment}, check=False
    )
    if result.returncode:
        raise SetupError(failure)


def environment(requirements: str) -> None:
    """Make `.venv` hold the packages of the hashed file `requirements`."""
    if sys.version_info < OLDEST:
        raise SetupError("Cần Python 3.11 trở lên; hãy cài bản mới tại python.org rồi chạy lại.")
    source = ROOT / requirements
    if PYTHON.is_file() and ready(source.stem, [source], VENV):
        return
    print(f"Đang cài các gói trong {requirements} vào .venv (lần đầu mất khoảng một phút)…")
    if not PYTHON.is_file() or not _has_pip():
        _run(
            [sys.executable, "-m", "venv", "--clear", VENV],
            "Không tạo được .venv; trên Debian hãy chạy: apt-get install python3-venv",
        )
    _run(
        [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
         "--require-hashes", "-r", source],
        "Không cài được các gói; hãy kiểm tra mạng rồi chạy lại lệnh vừa rồi.",
    )  # fmt: skip
    _mark_ready(source.stem, [source], VENV)


def _has_pip() -> bool:
    probe = [str(PYTHON), "-c", "import pip"]
    return subprocess.run(probe, check=False, capture_output=True).returncode == 0


def find_browser() -> str | None:
    """The path of a Chromium, Chrome or Edge on this machine."""
    named = os.environ.get("CHROME_PATH")
    if named and Path(named).is_file():
        return named
    found = filter(None, map(shutil.which, BROWSERS))
    installed = (path for path in BROWSER_PATHS if Path(path).is_file())
    return next(found, None) or next(installed, None)


def browser() -> str:
    """A browser for the tests, installed by apt where we may."""
    path = find_browser()
    if path is None and _apt("chromium"):
        path = find_browser()
    if path is None:
        raise SetupError(
            "Thiếu trình duyệt Chromium để chạy kiểm thử; hãy chạy: "
            "sudo apt-get install chromium (hoặc cài Chrome, Edge, hay đặt CHROME_PATH)."
        )
    return path


def java() -> None:
    """Java for the HTML checker, installed by apt where we may."""
    if not _works("java", "-version") and not _apt("default-jre-headless"):
        raise SetupError(
            "Thiếu Java để kiểm tra HTML; hãy chạy: sudo apt-get install default-jre-headless "
            "(máy khác: cài Java 17 trở lên từ adoptium.net)."
        )


def node_tools() -> None:
    """The test tools of package-lock.json, by the npm that comes with the environment."""
    sources = [ROOT / "package.json", ROOT / "package-lock.json"]
    folder = ROOT / "node_modules"
    if folder.is_dir() and ready("ready", sources, folder):
        return
    print("Đang cài công cụ kiểm thử (axe, Nu, Biome, TypeScript)…")
    npm = BIN / ("npm.exe" if os.name == "nt" else "npm")
    _run(
        [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
        "Không cài được công cụ kiểm thử; hãy kiểm tra mạng rồi chạy lại: make test",
        PATH=f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}",
    )
    _mark_ready("ready", sources, folder)


def _works(*command: str) -> bool:
    """Whether the program is there and runs (macOS has a `java` that only opens a dialog)."""
    if shutil.which(command[0]) is None:
        return False
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def _apt(package: str) -> bool:
    """Install a Debian package where this is Debian and we are root; whether it worked."""
    if shutil.which("apt-get") is None or os.name == "nt" or os.geteuid() != 0:
        return False
    print(f"Đang cài {package} bằng apt…")
    quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, "check": False}
    update = subprocess.run(["apt-get", "update", "-qq"], **quiet)  # type: ignore[call-overload]
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", package]
    done = subprocess.run(install, stdout=subprocess.DEVNULL, **quiet)  # type: ignore[call-overload]
    return bool(update.returncode == 0 and done.returncode == 0)


def site() -> None:
    """What building the site needs."""
    environment("requirements.txt")


def tests() -> None:
    """What linting and testing need."""
    environment("requirements-dev.txt")
    node_tools()
    browser()
    java()


def lint() -> None:
    """What linting needs."""
    environment("requirements-dev.txt")
    node_tools()


STEPS = {"site": site, "lint": lint, "test": tests}


def main(arguments: Sequence[str]) -> int:
    """`python -m scripts.bootstrap site|lint|test`; 0 when everything is there, else 1."""
    step = STEPS.get(arguments[0] if arguments else "site")
    if step is None:
        print(f"Hãy chọn một trong: {', '.join(STEPS)}", file=sys.stderr)
        return 2
    try:
        step()
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
