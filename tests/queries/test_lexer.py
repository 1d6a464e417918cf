import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import QueryError
from comity.queries.lexer import decode_escapes, query_form, tokens, where_group


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT ?x", ["SELECT", "?x"]),
        ("a <http://x#y> b # <c>\nd", ["a", "<http://x#y>", "b", "d"]),
        ("?a < ?b", ["?a", "<", "?b"]),
        ("'it' 's'", ["'it'", "'s'"]),
        ("''' ' '' ''' x", ["''' ' '' '''", "x"]),
        ('"""a"b"""@ru', ['"""a"b"""', "@ru"]),
        (r'"a\"b" c', [r'"a\"b"', "c"]),
        ("'open\n x", ["'", "open", "x"]),
        ("ex:a.b. ex:c", ["ex:a.b", ".", "ex:c"]),
        ("ex:. :x _:b1", ["ex:", ".", ":x", "_:b1"]),
        (r"ex:a\,b%20c", [r"ex:a\,b%20c"]),
        ("1.5e-3 .5 2.", ["1.5e-3", ".5", "2."]),
        ("2SERVICE", ["2", "SERVICE"]),
        ("?имя онто:свойство", ["?имя", "онто:свойство"]),
        (r"<http://x/\u0041>", [r"<http://x/\u0041>"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokens(text)] == expected


@given(st.text(alphabet=st.sampled_from("aS?:<>'\"\\#{}() \n.1@_"), max_size=60))
def test_no_character_is_lost_between_tokens(text: str) -> None:
    at = 0
    for token in tokens(text):
        between = text[at : token.start]
        assert all(not piece or piece.isspace() or piece.lstrip().startswith("#") for piece in between.split("\n"))
        at = token.start + len(token.text)
        assert text[token.start : at] == token.text


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("SELECT * {}", "select"),
        ("# ASK\nBASE <http://x/> PREFIX select: <http://construct#> ask {}", "ask"),
        ("construct {} where {}", "construct"),
        ("DESCRIBE <http://x>", "describe"),
        ("INSERT DATA {}", None),
        ("PREFIX a: <http://b> DELETE WHERE {}", None),
        ("", None),
        ("'SELECT'", None),
    ],
)
def test_form(text: str, form: str | None) -> None:
    assert query_form(text) == form


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("SELECT * WHERE { ?s ?p ?o }", " ?s ?p ?o }"),
        ("CONSTRUCT { ?s ?p ?o } where # {\n{ ?a ?b ?c }", " ?a ?b ?c }"),
        ("SELECT (COUNT(*) AS ?where) WHERE{}", "}"),
    ],
)
def test_where_group(text: str, behind: str) -> None:
    assert text[where_group(text) :] == behind


def test_without_where_there_is_no_place_for_values() -> None:
    with pytest.raises(QueryError, match="no WHERE"):
        where_group("SELECT * { ?s ?p ?o }")


def test_escapes_are_decoded_once() -> None:
    assert decode_escapes(r"\u0053ERVICE \U0001F600 \\n") == "SERVICE \U0001f600 \\\\n"


@pytest.mark.parametrize("text", [r"\uD800", r"\U00110000"])
def test_escapes_that_name_no_character_are_refused(text: str) -> None:
    with pytest.raises(QueryError, match="is not a character"):
        decode_escapes(text)
