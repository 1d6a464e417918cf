"""Every encoding a Russian text comes in gives the same text; what is no text is refused, and never in another way."""

import codecs

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from comity.errors import BinarySourceError, EmptySourceError, EncodingError, SourceError
from comity.sources.encoding import decode

CLAUSE = "Генеральная Ассамблея, ссылаясь на свою резолюцию 79/1, постановляет учредить группу."
TEXTS = {
    "a clause": CLAUSE,
    "lines": "ЗАЯВЛЕНИЕ\r\nСтороны подтверждают приверженность сотрудничеству.\r\n",
    "a word": "Документ",
    "a short word": "Мир",
    "rare letters": "Ёлка, ёж и учёный съели объём.",
    "an acronym": "Председатель ШОС выступил в ООН.",
    "both alphabets": "Стороны отметили доклад UNESCO о развитии технологий.",
}
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1251", "koi8-r", "cp866", "iso8859-5"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_every_encoding_gives_the_same_text(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "note.txt") == (text, encoding)


@pytest.mark.parametrize(("mark", "encoding"), [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")])
def test_the_byte_order_mark_tells_the_byte_order(mark: bytes, encoding: str) -> None:
    assert decode(mark + CLAUSE.encode(encoding), "note.txt")[0] == CLAUSE


@pytest.mark.parametrize(
    "text",
    [
        "«Шанхайский дух» – это доверие…",
        "Резолюция № 5 принята",
        "“Мир”, сказано в документе",
        "Рада прийняла рішення щодо України",
    ],
)
def test_typographic_marks_of_windows_are_kept(text: str) -> None:
    assert decode(text.encode("cp1251"), "note.txt")[0] == text


@pytest.mark.parametrize(
    "text", ["Réaffirmant la résolution", "联合国大会", "الجمعية العامة", "🌍 мир", "a\x0cb\x1bc\td"]
)
def test_utf_8_needs_no_russian(text: str) -> None:
    assert decode(text.encode(), "note.txt") == (text, "utf-8")


@pytest.mark.parametrize("data", [b"", b" ", b"\n\r\n\t ", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, b"\xef\xbb\xbf \n"])
def test_nothing_but_white_space_is_an_empty_file(data: bytes) -> None:
    with pytest.raises(EmptySourceError, match=r"^note\.txt: "):
        decode(data, "note.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01",
        b"PK\x03\x04\x14\x00\x00\x00\x08\x00word/document.xml",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Filter/FlateDecode>>stream\nx\x9c\x00\x01",
        b"\x7fELF\x02\x01\x01\x00\x00\x00\x00",
        bytes(range(256)),
        b"\xff\xd8\xff\xe0\x10JFIF",
        CLAUSE.encode("utf-16-le"),
        CLAUSE.encode("cp1251") + b"\x00",
    ],
    ids=["png", "zip", "pdf", "elf", "all bytes", "jpeg", "utf-16 without mark", "zero byte"],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(BinarySourceError, match=r"^note\.txt: .*expected a text file"):
        decode(data, "note.txt")


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (codecs.BOM_UTF16_LE + b"a", "byte 2"),
        (codecs.BOM_UTF16_LE + "Мир".encode("utf-16-le") + b"\x00\xd8", "byte 8"),
        (codecs.BOM_UTF8 + b"ab\xff", "byte 2"),
        (codecs.BOM_UTF32_LE + b"\xff\xff\xff\xff", "byte 4"),
    ],
)
def test_a_broken_promise_of_the_mark_is_said_with_its_place(data: bytes, place: str) -> None:
    with pytest.raises(EncodingError, match=rf"^note\.txt: says utf-.* {place} does not fit"):
        decode(data, "note.txt")


def test_one_broken_byte_does_not_make_other_words_of_a_utf_8_text() -> None:
    with pytest.raises(SourceError, match="byte 20"):
        decode(CLAUSE.encode()[:20] + b"\xff" + CLAUSE.encode()[20:], "note.txt")


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200) | st.sampled_from(ENCODINGS).map(lambda encoding: CLAUSE.encode(encoding)[:-1]))
@example(b"\xff\xfe\x00\x00")
@example(b"\x98")
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    result = outcome(data)
    assert result.startswith("note.txt: ") if isinstance(result, str) else result[0].strip() and result[1]


def outcome(data: bytes) -> tuple[str, str] | str:
    try:
        return decode(data, "note.txt")
    except SourceError as error:
        return str(error)


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda text: text.strip(" \ufeff")))
def test_any_text_in_utf_8_comes_back(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode(), "note.txt")[0] == text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
def test_capitals_alone_are_decoded(encoding: str) -> None:
    text = "ЗАЯВЛЕНИЕ СОВЕТА ГЛАВ ГОСУДАРСТВ-ЧЛЕНОВ"
    assert decode(text.encode(encoding), "note.txt")[0] == text


def test_a_few_russian_words_in_an_english_text_are_decoded() -> None:
    text = "The Organisation (ШОС) adopted its statement on artificial intelligence in Tianjin."
    assert decode(text.encode("cp1251"), "note.txt")[0] == text


def test_an_english_text_of_windows_is_decoded() -> None:
    text = "The States’ parties — Côte d’Ivoire and Türkiye — recall resolution 79/1."
    assert decode(text.encode("cp1252"), "note.txt")[0] == text
