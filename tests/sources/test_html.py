from collections.abc import Callable

import pytest

from comity.errors import EmptySourceError, MarkupError, SourceError
from comity.sources.html import begins_like_html, read_html

Page = Callable[..., str]
CLAUSE = "Стороны подтверждают приверженность сотрудничеству в области искусственного интеллекта и его регулирования."


def text(page: str | bytes) -> str:
    return read_html(page.encode() if isinstance(page, str) else page, "page.html")[0]


@pytest.mark.parametrize(
    ("begin", "expected"),
    [
        (b"<!DOCTYPE html><html>", True),
        (b"\xef\xbb\xbf \n<HTML lang=ru>", True),
        ("<html>".encode("utf-16"), True),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "a"><html>', True),
        (b"<!-- a --><!-- b -->\n<html>", True),
        (b'<?xml version="1.0"?><akomaNtoso/>', False),
        (b"The <i>Council</i> agreed.", False),
        (b"<htmlish>", False),
    ],
)
def test_pages_are_told_by_how_they_begin(begin: bytes, expected: bool) -> None:  # noqa: FBT001
    assert begins_like_html(begin) is expected


def test_what_stands_around_the_text_is_left_out(web_page: Page) -> None:
    assert text(web_page([CLAUSE, "Москва, 1 мая 2025 года"])) == f"{CLAUSE}\n\nМосква, 1 мая 2025 года\n"


def test_a_page_of_paragraphs_alone_is_all_text() -> None:
    assert text(f"<html><body><p>А</p>{CLAUSE}<br>Москва</body></html>") == f"А\n\n{CLAUSE}\nМосква\n"


def test_a_wrapper_with_the_name_of_a_surrounding_is_not_taken_for_one() -> None:
    assert text(f'<html><body><div class="with-sidebar"><p>{CLAUSE}</p></div></body></html>') == f"{CLAUSE}\n"


def test_the_headline_comes_first_where_the_text_lacks_it(web_page: Page) -> None:
    title = "<h1>Стороны договорились</h1>"
    assert text(web_page([CLAUSE], top=title)).split("\n\n")[0] == "Стороны договорились"
    assert text(web_page(["Стороны договорились", CLAUSE], top=title)).count("Стороны договорились") == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r", "cp866"])
@pytest.mark.parametrize("declared", ["", "windows-1251", "koi8-r", "utf-8", "iso-8859-1", "no-such", "zlib"])
def test_the_text_does_not_depend_on_the_encoding_nor_on_a_wrong_declaration(
    web_page: Page, encoding: str, declared: str
) -> None:
    if encoding in {"cp1251", "koi8-r", "cp866"} and declared in {"windows-1251", "koi8-r"}:
        encoding = declared  # a page that names one Russian code page for another is read as it says
    page = web_page([CLAUSE] * 3, head=f'<meta charset="{declared}">' if declared else "").replace("©", "(c)")
    assert text(page.encode(encoding)) == "\n\n".join([CLAUSE] * 3) + "\n"


def test_a_declared_encoding_of_other_alphabets_is_believed() -> None:
    page = f'<html><head><meta charset="gb2312"></head><body><p>{"联合国大会" * 20}</p></body></html>'
    assert text(page.encode("gb2312")) == "联合国大会" * 20 + "\n"


@pytest.mark.parametrize(
    "page", ["<html></html>", "<html><body><nav>Меню</nav></body></html>", "<html><body> </body></html>"]
)
def test_a_page_without_text_is_empty(page: str) -> None:
    with pytest.raises(EmptySourceError, match=r"^page\.html: "):
        text(page)


def test_a_page_nested_without_end_is_refused() -> None:
    with pytest.raises(MarkupError, match=r"^page\.html, line 1: Excessive depth"):
        text("<html><body>" + "<div>" * 100_000 + CLAUSE)


def test_a_page_that_is_cut_off_is_read_as_far_as_it_goes(web_page: Page) -> None:
    page = web_page([CLAUSE] * 3).encode()
    for end in range(page.index(b"<body"), len(page), 200):
        try:
            found = text(page[:end])
        except SourceError as error:
            assert str(error).startswith("page.html")  # noqa: PT017 - refused by name, or read
        else:
            assert found.strip()


def test_a_language_that_the_letters_do_not_fit_is_not_believed() -> None:
    page = '<html lang="{}"><body><p>{}</p></body></html>'
    assert read_html(page.format("ru-RU", CLAUSE).encode(), "a")[1].language == "ru"
    assert read_html(page.format("en", CLAUSE).encode(), "a")[1].language is None
    assert read_html(page.format("en", "The parties agreed.").encode(), "a")[1].language == "en"
