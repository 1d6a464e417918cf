import pytest
from lxml import etree

from comity.sources.html_text import inner_text, page_text

RULE = "_" * 18


def element(body: str) -> etree._Element:
    return etree.fromstring(f"<html><body>{body}</body></html>".encode(), etree.HTMLParser(encoding="utf-8"))[0]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Один <b>важный</b>\n  текст</p><p>Два</p>", "Один важный текст\n\nДва"),
        ("<div>до<p>внутри</p>после</div>", "до\n\nвнутри\n\nпосле"),
        ("<p>строка<br>вторая<br><br>абзац</p>", "строка\nвторая\n\nабзац"),
        ("<ul><li>а;</li><li><p>б.</p></li><li></li></ul><p>в</p>", "- а;\n\n- б.\n\nв"),
        (
            "<ol><li>а</li><li>б<ol><li>в</li></ol></li></ol><ol start='7'><li>г</li></ol>",
            "1. а\n\n2. б\n\n1. в\n\n7. г",
        ),
        ("<table><tr><th>А</th><td>Б</td></tr><tr><td>В</td></tr></table>", "А\tБ\n\nВ"),
        ("<table><tr><td><p>А</p><p>Б</p></td></tr></table>", "А\n\nБ"),
        ("<h2>Заголовок</h2><pre>как\n есть</pre>", "Заголовок\n\nкак есть"),
        ("<p>\u00a0</p><p></p><p>x</p>", "x"),
        ("<p>10 м<sup>2</sup> и x<sup>n</sup></p>", "10 м² и xn"),
        ('<p>см. <a href="#p5">5</a> и <a href="/a">1</a></p><p id="p5">Пятый</p>', "см. 5 и 1\n\nПятый"),
    ],
    ids=["inline", "mixed", "breaks", "list", "numbers", "row", "layout", "heading", "blank", "raised", "links"],
)
def test_elements_become_paragraphs(body: str, expected: str) -> None:
    assert page_text(element(body)) == f"{expected}\n"


@pytest.mark.parametrize(
    ("call", "note"),
    [
        ('<sup><a href="#fn1">1</a></sup>', '<ol><li id="fn1">Там же.</li></ol>'),
        ('<a href="#_ftn1" name="_r1">[1]</a>', '<p><a href="#_r1" name="_ftn1">[1]</a> Там же.</p>'),
        ('<a href="#n"><sup>1</sup></a>', '<div id="n"><p><sup>1</sup> Там же.</p></div>'),
        ("<sup>1</sup>", "<p><sup>1</sup> Там же.</p>"),
    ],
    ids=["list", "word", "division", "no links"],
)
def test_footnotes_stand_after_a_rule_with_their_number(call: str, note: str) -> None:
    assert page_text(element(f"<p>Договор{call}, и</p>{note}")) == f"Договор¹, и\n\n{RULE}\n\n1 Там же.\n"


def test_a_title_that_the_text_begins_with_is_not_repeated() -> None:
    body = element("<p>ЗАЯВЛЕНИЕ</p><p>Совета глав</p>")
    assert page_text(body, "Заявление Совета глав") == "ЗАЯВЛЕНИЕ\n\nСовета глав\n"
    assert page_text(body, "Саммит") == "Саммит\n\nЗАЯВЛЕНИЕ\n\nСовета глав\n"


def test_the_text_inside_an_element_has_that_of_all_others() -> None:
    assert inner_text(element("<p>а<b>б<i>в</i></b>г</p>")) == "абвг"
