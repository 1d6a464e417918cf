r"""The first look at a query from outside: is it small enough, and does it keep away from other hosts?

Oxigraph sends ``SERVICE`` out over the network with no switch to stop it, and its parser overflows the stack of the
process on deep nesting (2,255 braces) or long flat chains (2,650 ``OPTIONAL``). Both are refused before it sees them.

The engine's parser has no separate lexer, and each of these was seen to reach another host:

- a keyword glued to its neighbours: ``trueSERVICE``, ``SERVICESILENT<…>``, ``SERVICEex:a``. So the word is refused
  wherever it is part of a bare word or of a prefix; strings, addresses, comments, variables and local names are free;
- a comparison that reads as an address: ``?a<2#>`` and, on the next line, anything. So an address must be plainly one;
- ``\u0053ERVICE``, which engines that follow the grammar to the letter decode first. So both readings are looked at.
"""

import re

from comity.errors import QueryError
from comity.queries.lexer import Token, decode_escapes, tokens

__all__ = ["MAX_BYTES", "MAX_NESTING", "MAX_TOKENS", "check"]

MAX_BYTES = 64_000
MAX_NESTING = 64
MAX_TOKENS = 5_000

_OPENING = frozenset("{([")
_CLOSING = frozenset("})]")
_ABSOLUTE = re.compile(r"<([a-z][a-z0-9]*):", re.IGNORECASE)
_RELATIVE = re.compile(r"<(?:[a-z/][\w/.%~-]*)?>", re.IGNORECASE)


def check(text: str) -> None:
    """Let a query pass, or say why not.

    Raises:
        QueryError: the query is longer than `MAX_BYTES` of UTF-8 or `MAX_TOKENS` tokens, is nested deeper than
            `MAX_NESTING`, asks another endpoint with SERVICE, has a ``<`` that reads two ways, or an escape that names
            no character. The message gives line and column.
    """
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > MAX_BYTES:
        raise QueryError(f"the query has {size:,} bytes; {MAX_BYTES:,} are allowed")
    for reading in dict.fromkeys((text, decode_escapes(text))):
        _check_reading(reading)


def _check_reading(text: str) -> None:
    found = []
    depth = 0
    for token in tokens(text):
        found.append(token)
        depth += (token.text in _OPENING) - (token.text in _CLOSING)
        if len(found) > MAX_TOKENS:
            raise QueryError(f"the query has more than {MAX_TOKENS:,} tokens")
        if depth > MAX_NESTING:
            raise QueryError(f"{_place(text, token)}: nested deeper than {MAX_NESTING}")
        if "SERVICE" in _bare(token).upper():
            raise QueryError(f"{_place(text, token)}: SERVICE is not allowed here, other endpoints are not asked")
    prefixes = {_bare(token).lower() for token in found if token.kind == "name"}
    for token in found:
        if token.kind == "iri" and not _is_address(token.text, prefixes):
            raise QueryError(f"{_place(text, token)}: put a space after '<', or write the address in full")


def _bare(token: Token) -> str:
    """Return the part of a token in which a keyword could hide."""
    return {"word": token.text, "name": token.text.partition(":")[0]}.get(token.kind, "")


def _is_address(text: str, prefixes: set[str]) -> bool:
    """Return whether ``<…>`` cannot be the beginning of a comparison with a prefixed name, a call or a variable."""
    scheme = _ABSOLUTE.match(text)
    if scheme is None:
        return _RELATIVE.fullmatch(text) is not None
    return not any(prefix.endswith(scheme[1].lower()) for prefix in prefixes)


def _place(text: str, token: Token) -> str:
    line = text.count("\n", 0, token.start) + 1
    column = token.start - text.rfind("\n", 0, token.start)
    return f"error at {line}:{column}"
