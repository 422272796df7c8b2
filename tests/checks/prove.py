"""Switch each rule off in turn and name the test that then fails.

A case is a test of tests/checks/test_cases.py; it fails when its lines are not those expected.
Only cases that expect a line of the rule can fail, so only these are run, each read once.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator

from scripts import checks, records
from tests.builder import TODAY
from tests.checks.case import Case, lines, load

TEST = "tests/checks/test_cases.py::test_case[{0}]"
# `field-form` catches what a later pydantic may report; nothing gives it today.
UNREACHABLE = frozenset({"field-form"})


def failing(case: Case) -> Iterator[str]:
    """The rules without which the case fails; none where it fails with all of them."""
    folder = case.folder()
    reading = folder.read()
    problems = checks.run(reading, TODAY)
    if lines(problems) != case.expected:
        return
    for rule in sorted({problem.rule for problem in problems}):
        if lines(checks.run(reading, TODAY, frozenset({rule}))) != case.expected:
            yield rule


def prove() -> dict[str, list[str]]:
    """Rule → the tests that fail without it."""
    proofs: dict[str, list[str]] = defaultdict(list)
    for case in load():
        for rule in failing(case):
            if rule == case.rule:
                proofs[rule].append(TEST.format(case.id))
    return proofs


def main() -> int:
    """0 where a test fails for every rule, else 1; prints one line for each rule."""
    proofs = prove()
    ids = [id for id in (*records.RULES, *checks.RULES) if id not in UNREACHABLE]
    for id in ids:
        first, *others = proofs.get(id, ["KHÔNG CÓ KIỂM THỬ NÀO PHÁT HIỆN"])
        print(f"{id:<22} tắt đi thì hỏng: {first}" + (f" (+{len(others)})" if others else ""))
    without = [id for id in ids if id not in proofs]
    print(f"{len(ids) - len(without)}/{len(ids)} quy tắc có kiểm thử phát hiện khi bị tắt.")
    return 1 if without else 0


if __name__ == "__main__":
    sys.exit(main())
