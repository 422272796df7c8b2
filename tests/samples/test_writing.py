"""Writing a sample: the same bytes everywhere, and nothing that is not a sample is touched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import samples
from scripts.schema import LISTS as LISTS_OF
from scripts.schema import OPTIONAL_LISTS
from tests.builder import CATALOGUES

LISTS = CATALOGUES / "full" / "products" / "_lists"
REAL = Path(__file__).resolve().parents[2] / "products"


def tree(folder: Path) -> dict[str, bytes]:
    """Path below the folder → content of every file."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def write(
    out: Path, count: int, seed: int = 1, report: Callable[[int], None] = lambda done: None
) -> samples.Written:
    """A sample with few communes, which are quickly read."""
    return samples.write(out, count, seed, report, LISTS)


def test_the_same_count_and_seed_give_the_same_bytes(tmp_path: Path) -> None:
    write(tmp_path / "one", 20, 5)
    write(tmp_path / "two", 20, 5)
    write(tmp_path / "other", 20, 6)
    one, two, other = (tree(tmp_path / name) for name in ("one", "two", "other"))
    assert one == two
    products = {path for path in one if path.endswith("product.yml")}
    assert not products & {path for path in other if other[path] == one.get(path)}


def test_a_longer_sample_begins_with_the_shorter_one(tmp_path: Path) -> None:
    write(tmp_path / "short", 40)
    write(tmp_path / "long", 60)
    short, long = tree(tmp_path / "short"), tree(tmp_path / "long")
    assert short.items() < long.items()


def test_the_bytes_are_the_same_on_every_machine(
    tmp_path: Path, golden: Callable[[str, str], None]
) -> None:
    """Pictures aside: they are as the codecs of the machine write them."""
    write(tmp_path / "out", 2)
    texts = {path: raw for path, raw in tree(tmp_path / "out").items() if "_lists" not in path}
    written = "".join(f"## {path}\n{texts[path].decode('utf-8')}" for path in sorted(texts))
    golden("samples/two.yml.txt", written)


def test_what_was_written_is_counted_and_told(tmp_path: Path) -> None:
    told: list[int] = []
    written = write(tmp_path / "out", 12, report=told.append)
    files = tree(tmp_path / "out")
    assert told == list(range(1, 13))
    assert written.files == len(files)
    assert written.bytes == sum(map(len, files.values()))
    assert written.records == sum("_lists" not in path for path in files) - _pictures(files)


def _pictures(files: dict[str, bytes]) -> int:
    return sum(path.endswith(".jpg") for path in files)


def test_lists_are_the_real_ones_but_for_who_publishes(tmp_path: Path) -> None:
    samples.write(tmp_path / "out", 1)
    written, real = tree(tmp_path / "out" / "_lists"), tree(REAL / "_lists")
    assert written.keys() == {f"{name}.yml" for name in set(LISTS_OF) - OPTIONAL_LISTS}
    assert [name for name in written if written[name] != real[name]] == ["publisher.yml"]


def test_an_earlier_sample_is_replaced_whole_also_an_unfinished_one(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(out, 30, 1)

    def stop(done: int) -> None:
        if done == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(out, 30, 2, stop)
    write(out, 10, 3)
    write(tmp_path / "new", 10, 3)
    assert tree(out) == tree(tmp_path / "new")


@pytest.mark.parametrize(
    "strange", ["README.md", "g/.git/config", "_lists/publisher.yml", "docs/x"]
)
def test_a_folder_with_anything_else_is_left_as_it_is(tmp_path: Path, strange: str) -> None:
    file = tmp_path / strange
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("name: Danh mục\n", encoding="utf-8")
    with pytest.raises(samples.NotASampleError):
        write(tmp_path, 1)
    assert tree(tmp_path) == {strange: "name: Danh mục\n".encode()}


def test_a_sample_that_holds_something_else_by_now_is_left_as_it_is(tmp_path: Path) -> None:
    write(tmp_path, 2)
    (tmp_path / "ghi-chu.txt").write_text("giữ lại", encoding="utf-8")
    before = tree(tmp_path)
    with pytest.raises(samples.NotASampleError, match=r"ghi-chu\.txt"):
        write(tmp_path, 3)
    assert tree(tmp_path) == before


def test_the_real_records_are_never_a_place_for_samples(tmp_path: Path) -> None:
    assert samples.refusal(REAL)
    assert samples.refusal(REAL / "x")
    assert samples.refusal(REAL.parent)
    (tmp_path / "link").symlink_to(REAL / "g", target_is_directory=True)
    assert samples.refusal(tmp_path / "link")
    assert samples.refusal(tmp_path)
    assert samples.refusal(tmp_path / "new") is None
