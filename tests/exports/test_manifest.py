"""The manifest lists what was written, and nothing is made twice for it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import UTC, date, datetime

from scripts.exports.manifest import ADDRESS, Origin, canonical, with_manifest
from scripts.pages.types import Asset, Commit

DAY = date(2026, 11, 24)


class Counted:
    """Assets that count how often each is made."""

    def __init__(self) -> None:
        self.times = {"/a.csv": 0, "/b/c.json": 0}
        self.assets = [
            Asset(address=address, content=self.maker(address)) for address in self.times
        ]

    def maker(self, address: str) -> Callable[[], bytes]:
        def content() -> bytes:
            self.times[address] += 1
            return address.encode() * 3

        return content


def test_each_file_is_made_once_and_listed_as_it_was_written() -> None:
    counted = Counted()
    assets = list(with_manifest(counted.assets, Origin(), DAY, {}))
    written = {asset.address: asset.content() for asset in assets}
    assert counted.times == {"/a.csv": 1, "/b/c.json": 1}
    assert assets[-1].address == ADDRESS
    listed = json.loads(written[ADDRESS])["files"]
    assert listed == {
        address[1:]: {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
        for address, content in written.items()
        if address != ADDRESS
    }


def test_the_manifest_is_the_same_where_another_process_wrote_the_files() -> None:
    first, second = (list(with_manifest(Counted().assets, Origin(), DAY, {})) for _ in range(2))
    for asset in first[:-1]:
        asset.content()
    assert first[-1].content() == second[-1].content()


def test_it_says_what_the_site_is_made_from() -> None:
    time = datetime(2026, 11, 24, 18, 30, tzinfo=UTC)
    commit = Commit(hash="f" * 40, time=time, changed=True)
    origin = Origin(records={"products/b.yml": "2", "products/a.yml": "1"}, commit=commit)
    *_, asset = with_manifest([], origin, DAY, {"records": {"product": 2}})
    said = json.loads(asset.content())
    assert said["commit"] == {
        "hash": "f" * 40,
        "time": "2026-11-25T01:30:00+07:00",
        "changed": True,
    }
    assert said["records"] == {"products/a.yml": "1", "products/b.yml": "2"}
    assert said["counts"]["records"] == {"product": 2}
    assert said["build_day"] == "2026-11-24"


def test_json_is_canonical() -> None:
    assert canonical({"b": 1, "a": {"é": "ă\n"}}) == '{"a":{"é":"ă\\n"},"b":1}'.encode()
