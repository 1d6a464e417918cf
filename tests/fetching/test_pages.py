import pytest

from comity.fetching.pages import read_page


def test_a_page_is_its_headings_and_the_words_that_are_seen() -> None:
    page = read_page(
        "<!doctype html><html><head><title>Резолюция\n 79/325</title><style>p { color: red }</style></head>"
        "<body><h1>A/RES/79/325</h1>"
        "<p>Генеральная <b>Ассамблея</b> &amp; Совет</p><script>if (a < b) alert('<p>нет</p>')</script> или</body>"
    )
    assert page.headings == ("Резолюция 79/325", "A/RES/79/325")
    assert page.text.split() == ["A/RES/79/325", "Генеральная", "Ассамблея", "&", "Совет", "или"]


def test_a_heading_goes_to_its_end() -> None:
    assert read_page("<h1>Страница <span>не <b>найдена</b></span></h1><p>Текст").headings == ("Страница не найдена",)


@pytest.mark.parametrize("text", ["", "<", "<p", "<script>", "<!--", "<![CDATA[", "&#", "</p></p><p <p>", "<title>"])
def test_broken_mark_up_is_read_as_far_as_it_goes(text: str) -> None:
    assert read_page(f"<p>слова</p>{text}").text.split()[0] == "слова"


def test_a_long_page_of_unclosed_tags_takes_no_longer_than_another() -> None:
    assert read_page("<script>" * 20_000 + "<p" * 20_000).headings == ()
