"""What the papers say is so: commands, the guide's example, the workflow's promises."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import yaml

from scripts.__main__ import COMMANDS
from scripts.schema import Product

ROOT = Path(__file__).resolve().parent.parent


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_every_target_has_a_help_line() -> None:
    makefile = read("Makefile")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.M))
    assert targets == set(re.findall(r"^## ([a-z]+): \S", makefile, re.M))


def test_the_readme_names_only_commands_that_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.M))
    named = set(re.findall(r"`make ([a-z]+)`", read("README.md") + read("HACKING.md")))
    assert named <= targets
    assert {"site", "test", "serve", "check", "format", "lint", "help"} <= named
    commands = set(re.findall(r"(?:python|py) -m scripts ([a-z][a-z-]*)", read("README.md")))
    assert commands <= {*COMMANDS, "test"}


def test_continuous_integration_runs_the_readmes_own_commands() -> None:
    assert re.search(r"^make lint test$", read(".ci/run"), re.M)
    assert "make test" in read("README.md")
    assert "bash .ci/run" in read(".github/workflows/check.yml")


def test_the_guides_example_has_the_right_shape() -> None:
    example = re.search(r"```yaml\n(.*?)```", read("CONTRIBUTING.md"), re.S)
    assert example is not None
    Product.model_validate(yaml.safe_load(example.group(1)))


def test_the_untrusted_workflow_can_read_and_nothing_else() -> None:
    for file in (ROOT / ".github" / "workflows").glob("*.yml"):
        workflow = yaml.safe_load(file.read_text(encoding="utf-8"))
        text = file.read_text(encoding="utf-8")
        if "pull_request" in workflow.get(True, workflow.get("on", {})):
            assert workflow["permissions"] == {"contents": "read"}
            assert "secrets." not in text
            assert "pull_request_target" not in text
        for action in re.findall(r"uses: (\S+)", text):
            assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", action), action


def test_no_tracked_file_names_a_machine_or_a_registry() -> None:
    pattern = r"/(root|home|tmp)/[a-z]|index-url *=|registry *="
    command = ["git", "grep", "-nIE", pattern, "--", ":!tests", ":!docs/assets/js"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.stdout == ""
