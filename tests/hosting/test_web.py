"""The policy: which scripts are found in pages, and what nginx is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.hosting import web


@pytest.mark.parametrize(
    ("html", "found"),
    [
        (b"<script>a()</script>", {b"a()"}),
        (b"<script>a()</script><p><script>a()</script>", {b"a()"}),
        (b"<script type=module>\n a()\n</script>", {b"\n a()\n"}),
        (b'<SCRIPT TYPE="Text/JavaScript">a()</SCRIPT>', {b"a()"}),
        (b'<script src="x.js"></script>', set()),
        (b'<script type="module" src=x.js></script>', set()),
        (b'<script data-src="x">a()</script>', {b"a()"}),
        (b'<script type="application/json" id="words">{}</script>', set()),
        (b'<script type="application/ld+json">{}</script>', set()),
        (b"<scripture>a()</scripture>", set()),
    ],
)
def test_scripts_that_a_browser_would_run(html: bytes, found: set[bytes]) -> None:
    assert web.inline(html) == found


def test_the_hash_is_that_of_the_specification() -> None:
    # The example of CSP 3, section 2.3.1
    script = b"alert('Hello, world.');"
    assert web.source(script) == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"


def test_all_pages_count_and_their_order_does_not(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_bytes(b"<script>1</script>")
    (tmp_path / "a" / "index.html").write_bytes(b"<script>2</script>")
    found = web.scripts(tmp_path)
    assert found == {web.source(b"1"), web.source(b"2")}
    assert web.headers(sorted(found)) == web.headers(sorted(found, reverse=True))


def test_the_files_for_nginx_have_no_place_left_open() -> None:
    assert "@" not in web.headers([web.source(b"1")]).replace("http@", "")
    assert "@before" in web.nginx(root="/srv/ocop", name="ocop.example", listen="80")
    assert web.nginx(root="/srv/ocop", name="ocop.example", listen="80").count("@") == 2


def test_a_real_site_has_a_handful_of_inline_scripts(full_site: Path) -> None:
    assert 1 <= len(web.scripts(full_site)) <= 4
