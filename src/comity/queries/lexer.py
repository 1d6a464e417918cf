"""SPARQL text as a list of tokens: enough to count, to nest and to find keywords, not a grammar.

Comments and white space are skipped. Every other character belongs to a token, so nothing hides between two of them:
what the patterns do not know (an unclosed quote, say) becomes a token of one character and the engine refuses it.
Terminals follow SPARQL 1.1 Query, section 19.8.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from comity.errors import QueryError

__all__ = ["Form", "Token", "decode_escapes", "query_form", "tokens", "where_group"]

Kind = Literal["iri", "string", "variable", "name", "word", "number", "mark"]
Form = Literal["select", "ask", "construct", "describe"]

_ECHAR = r"\\[tbnrf\\\"']|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
_ESCAPED = r"%[0-9A-Fa-f]{2}|\\[^\w\s]"
_LOCAL = rf"(?:[\w:]|{_ESCAPED})(?:[\w:-]|{_ESCAPED}|\.+(?=[\w:%\\-]))*"
_STRINGS = (
    rf"'''(?:'{{0,2}}(?:[^'\\]|{_ECHAR}))*'''",
    rf'"""(?:"{{0,2}}(?:[^"\\]|{_ECHAR}))*"""',
    rf"'(?:[^'\\\r\n]|{_ECHAR})*'",
    rf'"(?:[^"\\\r\n]|{_ECHAR})*"',
)
_TERMINALS: tuple[tuple[str, str], ...] = (
    ("skip", r"\s+|#[^\r\n]*"),
    ("iri", r'<(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>'),
    ("string", "|".join(_STRINGS)),
    ("variable", r"[?$]\w+"),
    ("number", r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"),
    ("name", rf"(?:[^\W\d_](?:[\w.-]*[\w-])?|_)?:(?:{_LOCAL})?"),
    ("word", r"@?[^\W\d](?:[\w-]*\w)?"),
    ("mark", r"."),
)
_TOKEN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _TERMINALS), re.DOTALL)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_FORMS: dict[str, Form] = {"SELECT": "select", "ASK": "ask", "CONSTRUCT": "construct", "DESCRIBE": "describe"}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query: its kind, its text and where it starts (code points)."""

    kind: Kind
    text: str
    start: int

    def is_word(self, word: str) -> bool:
        """Return whether this is the keyword ``word`` (keywords have no case)."""
        return self.kind == "word" and self.text.upper() == word


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a query, in order."""
    for match in _TOKEN.finditer(text):
        if match.lastgroup != "skip":
            yield Token(match.lastgroup, match.group(), match.start())  # type: ignore[arg-type]  # the group names are the kinds


def decode_escapes(text: str) -> str:
    r"""Return the text with its code point escapes (``\u0053``, ``\U00000053``) replaced, as the SPARQL grammar asks.

    Raises:
        QueryError: an escape that names no character.
    """

    def character(match: re.Match[str]) -> str:
        number = int(match[1] or match[2], 16)
        if number > 0x10FFFF or 0xD800 <= number <= 0xDFFF:  # noqa: PLR2004  # the bounds of Unicode, and its surrogates
            raise QueryError(f"{match[0]} is not a character")
        return chr(number)

    return _ESCAPE.sub(character, text)


def query_form(text: str) -> Form | None:
    """Return what the query asks for, or None for an update and for text that is no query at all."""
    for token in tokens(text):
        if token.kind == "word" and token.text.upper() not in {"PREFIX", "BASE"}:
            return _FORMS.get(token.text.upper())
    return None


def where_group(text: str) -> int:
    """Return the offset just behind the brace that opens the outermost ``WHERE {``.

    Raises:
        QueryError: there is no such brace.
    """
    depth, asked = 0, False
    for token in tokens(text):
        if asked and token.text == "{":
            return token.start + 1
        asked = depth == 0 and token.is_word("WHERE")
        depth += (token.text in "{(") - (token.text in ")}")
    raise QueryError("the query has no WHERE { … } that its parameters could be put into")
