from __future__ import annotations

import json
from pathlib import Path

from scripts.bench.peers import material
from scripts.bench.peers.material.markdown import page


def test_a_page_becomes_markdown_that_says_the_same() -> None:
    html = (
        '<main><script>no</script><h1>Gạo *tám*</h1>\n<ul>\n<li><a href="../x/">X</a> 2</li>\n</ul>'
        "<p>Một <b>hai</b></p></main><p>no</p>"
    )
    assert page(html) == "# Gạo \\*tám\\*\n\n- [X](../x/) 2\n\nMột **hai**\n"


def test_each_page_but_the_home_page_is_generated(full_site: Path, tmp_path: Path) -> None:
    config = material.write(full_site, tmp_path / "plain", search=True)
    assert "plugins: [search]" in config.read_text()
    lines = (config.parent / material.PAGES).read_text().splitlines()
    paths = {json.loads(line)[0] for line in lines}
    assert len(paths) == len(list(full_site.rglob("index.html"))) - 1
    assert {"en.md", "san-pham.md"} <= paths


def test_an_empty_site_has_no_generated_page(tmp_path: Path) -> None:
    config = material.write(tmp_path, tmp_path / "empty", empty=True)
    assert (config.parent / material.PAGES).read_text() == ""
    assert "plugins: []" in config.read_text()
