"""MkDocs' hook of the peer: each line of pages.jsonl is a page outside the navigation."""

from __future__ import annotations

import json
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages."""
    source = Path(config.config_file_path or "").parent / "pages.jsonl"
    with source.open(encoding="utf-8") as lines:
        for line in lines:
            path, text = json.loads(line)
            level = InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, path, content=text, inclusion=level))
    return files
