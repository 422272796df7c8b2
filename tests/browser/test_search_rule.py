"""The search's rule and folding in real Chromium: the same cases and answers as in Python."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from scripts.exports import search
from scripts.pages.types import Language
from scripts.text.fold import FOLD_TABLE, fold
from scripts.text.search import find
from scripts.text.search_index import address_of, load
from scripts.text.search_words import marked
from tests.exports.made import published
from tests.text.search_data import CASES, as_cases, data, verify
from tests.text.test_fold import CASES as FOLD_CASES

# Python folds the case of a few letters (\u00b5, \u1e9b) further than browsers do.
LETTERS = [
    chr(code)
    for first, last in [(0x20, 0x24F), (0x300, 0x36F), (0x1E00, 0x1EFF), (0x2000, 0x206F)]
    for code in range(first, last + 1)
    if unicodedata.category(chr(code)) not in {"Cn", "Cc"}
    and (chr(code).casefold() == chr(code).lower() or chr(code) in FOLD_TABLE["letters"])
]
# Files in the order in which they arrive, the first one first.
FIND = """async ([first, numbers, shards, queries]) => {
    const { add, addNumbers, prepare } = await import("/assets/js/search-prepare.js");
    const { find } = await import("/assets/js/search-rank.js");
    const index = await prepare(first);
    if (numbers) addNumbers(index, numbers);
    for (const [file, block] of shards) {
        const { at, count } = index.missing.find((shard) => shard.file === file);
        find(index, queries[0]);
        add(index, { ...block, count }, at);
    }
    return queries.map((query) => {
        const { rows, stage } = find(index, query);
        return { rows: [...rows], stage };
    });
}"""


@pytest.fixture(scope="module")
def module_page(browser: Browser, full_url: str) -> Iterator[Page]:
    """A page of the site from which its modules can be imported."""
    page = browser.new_page()
    page.goto(f"{full_url}/404.html")
    yield page
    page.close()


@pytest.fixture(scope="module")
def answers(module_page: Page) -> dict[str, Any]:
    """What the browser finds for each case, in one trip."""
    queries = [case["query"] for case in CASES]
    return dict(zip(queries, found_by(module_page, data()[0], queries), strict=True))


def found_by(page: Page, columns: dict[str, Any], queries: list[str], whole: int = 5_000) -> Any:
    """What the browser finds; above so many products from shards that arrive from the last on."""
    files = search.files(columns, "vi", whole, shard=5)
    name, *others = ((address.split("/")[-1], json.loads(files[address])) for address in files)
    numbers = [content for file, content in others if file.startswith("numbers")]
    shards = [pair for pair in others if not pair[0].startswith("numbers")][::-1]
    return page.evaluate(FIND, [name[1], *(numbers or [None]), shards, queries])


@as_cases
def test_case(case: dict[str, Any], answers: dict[str, Any]) -> None:
    answer = answers[case["query"]]
    verify(case, [data()[1][row] for row in answer["rows"]], answer["stage"])


def variants(columns: dict[str, Any]) -> list[str]:
    """Queries as people type them: whole names, beginnings, pairs of words, slips."""
    names = [*columns["names"], *columns["also"][1]]
    words = [name.split() for name in names]
    typed = [name[: 3 + place % 9] for place, name in enumerate(names)]
    slips = [name[: place % 7] + name[place % 7 + 1 :] for place, name in enumerate(names)]
    mixed = [f"{one[0]} {other[-1]}" for one, other in zip(words, words[5:], strict=False)]
    joined = [fold(" ".join(name[:2])).replace(" ", "") for name in words]
    return [*names, *map(fold, names), *typed, *slips, *mixed, *joined, *map(str.upper, mixed)]


def site_columns(site: Path, language: Language) -> dict[str, Any]:
    """The search data of a built site."""
    folder = site / "assets" / "search"
    return published(
        {f"{search.FOLDER}{f.name}": f.read_bytes() for f in folder.iterdir()}, language
    )


@pytest.mark.parametrize("whole", [5_000, 0])
@pytest.mark.parametrize("source", ["cases", "vi", "en"])
def test_browser_and_python_find_the_same(
    source: str, whole: int, module_page: Page, full_site: Path
) -> None:
    columns = data()[0] if source == "cases" else site_columns(full_site, source)  # type: ignore[arg-type]
    queries = variants(columns)[:: 3 if whole else 7]
    index = load(columns)
    expected = [find(index, query) for query in queries]
    found = found_by(module_page, columns, queries, whole)
    differing = [
        query
        for query, mine, theirs in zip(queries, expected, found, strict=True)
        if (list(mine.rows), mine.stage) != (theirs["rows"], theirs["stage"])
    ]
    assert differing == []


def test_addresses_are_made_as_in_python(module_page: Page, full_site: Path) -> None:
    columns = site_columns(full_site, "vi")
    shown = [row for row, shown in enumerate(load(columns).shown) if shown]
    made = module_page.evaluate(
        """async ([first, rows]) => {
            const { prepare } = await import("/assets/js/search-prepare.js");
            const { view } = await import("/assets/js/search-view.js");
            const index = await prepare(first);
            return rows.map((row) => new URL(view(index, row, []).href).pathname);
        }""",
        [json.loads(search.files(columns, "vi")[search.address("vi")]), shown],
    )
    assert made == [address_of(columns, row) for row in shown]


def folded(page: Page, name: str, texts: list[str]) -> list[str]:
    script = "async ([name, texts]) => texts.map((await import('/assets/js/fold.js'))[name])"
    answer: list[str] = page.evaluate(script, [name, texts])
    return answer


def test_fold_cases(module_page: Page) -> None:
    texts = [text for text, _ in FOLD_CASES]
    assert folded(module_page, "fold", texts) == [result for _, result in FOLD_CASES]


def test_every_letter_folds_as_in_python(module_page: Page) -> None:
    texts = [form for a in LETTERS for form in (f"x{a}y", unicodedata.normalize("NFD", a))]
    assert folded(module_page, "fold", texts) == [fold(text) for text in texts]
    assert folded(module_page, "marked", texts) == [marked(text) for text in texts]


def test_the_folding_table_is_the_one_of_python(module_page: Page) -> None:
    table = module_page.evaluate("async () => (await import('/assets/js/fold.js')).TABLE")
    assert table == {key: FOLD_TABLE[key] for key in table}


def test_marked_text_is_as_long_as_folded_text() -> None:
    texts = [f"x{letter}y" for letter in LETTERS]
    assert [len(marked(text)) for text in texts] == [len(fold(text)) for text in texts]
