"""Links between the pages lead to files and headings that exist."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\[[^\]]+\]\((?![a-z]+:)([^)#]*)#?([^)]*)\)")


def links() -> Iterator[tuple[Path, str, str]]:
    for page in PAGES:
        for target, anchor in LINK.findall(page.read_text(encoding="utf-8")):
            yield page, target, anchor


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, made as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize(("page", "target", "anchor"), list(links()), ids=str)
def test_a_link_leads_somewhere(page: Path, target: str, anchor: str) -> None:
    aim = (page.parent / target).resolve() if target else page
    assert aim.exists()
    assert not anchor or anchor in anchors(aim)


def test_every_page_is_reached_from_the_index() -> None:
    reached = {(page.parent / target).resolve() for page, target, _ in links() if target}
    assert [page for page in PAGES if page.is_relative_to(ROOT / "docs") and page not in reached] == []
