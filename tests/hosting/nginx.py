"""A real nginx of Debian with our configuration, for as long as a block runs."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts import __main__ as program
from scripts import bootstrap
from scripts.hosting import web

HOST = "127.0.0.1"
PATIENCE = 10.0
# What Debian's nginx.conf brings around a site, and what a test must not write elsewhere.
AROUND = """
daemon off;
user root;
pid {folder}/pid;
error_log {folder}/errors crit; # a missing file is an error to nginx
load_module {brotli};
worker_processes 1;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the server said to one request; names of headers in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A running nginx: its releases, the site that was sent first, the locks of its gates."""

    root: Path
    site: Path
    locks: Path
    port: int

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask once; `accept_encoding="br"` becomes a header. Nothing is unpacked or followed."""
        connection = http.client.HTTPConnection(HOST, self.port, timeout=PATIENCE)
        sent = {"accept_encoding": "identity", **headers}
        named = {name.replace("_", "-"): value for name, value in sent.items()}
        connection.request(method, path, headers=named)
        answer = connection.getresponse()
        said = {name.lower(): value for name, value in answer.getheaders()}
        made = Answer(status=answer.status, headers=said, body=answer.read())
        connection.close()
        return made

    def add_release(self, name: str) -> Path:
        """Another release like the current one; its files are links: replace, do not change."""
        folder = self.root / "releases" / name
        shutil.copytree(self.root / "current", folder, copy_function=os.link, symlinks=True)
        return folder


def deploy(root: Path, site: Path, locks: Path, *more: str) -> int:
    return program.main(["deploy", str(root), "--site", str(site), "--locks", str(locks), *more])


def record(site: Path, locks: Path) -> None:
    """Let this site be the one that was published before."""
    locks.mkdir()
    assert program.main(["gates", "--site", str(site), "--locks", str(locks), "--record"]) == 0


@contextmanager
def deployed(site: Path, folder: Path) -> Iterator[Server]:
    """Deploy a site into the folder and serve it."""
    locks, root = folder / "locks", folder / "srv"
    record(site, locks)
    assert deploy(root, site, locks) == 0
    port = _free_port()
    conf = web.nginx(root=str(root), name="localhost", listen=f"{HOST}:{port}")
    (folder / "site.conf").write_text(conf, encoding="utf-8")
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder, brotli=bootstrap.BROTLI))
    binary = shutil.which("nginx") or "/usr/sbin/nginx"
    command = [binary, "-p", str(folder), "-c", str(folder / "nginx.conf")]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        _wait(process, port, folder / "errors")
        yield Server(root=root, site=site, locks=locks, port=port)
    finally:
        process.terminate()
        process.wait(PATIENCE)
    assert (folder / "errors").read_text() == ""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(process: subprocess.Popen[bytes], port: int, errors: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.02)
    raise AssertionError(errors.read_text() if errors.exists() else "nginx did not start")
