"""Named questions: SPARQL in ``.rq`` files, their titles in two languages, their parameters bound as data."""

from comity.queries.catalogue import Question, catalogue, find, read, run
from comity.queries.guard import check
from comity.queries.lexer import Form, decode_escapes, query_form, tokens
from comity.queries.names import names
from comity.queries.parameters import Parameter, Value, bind

__all__ = [
    "Form",
    "Parameter",
    "Question",
    "Value",
    "bind",
    "catalogue",
    "check",
    "decode_escapes",
    "find",
    "names",
    "query_form",
    "read",
    "run",
    "tokens",
]
