"""The catalogue of questions: ``.rq`` files whose first comment lines say what they ask, in Russian and in English.

::

    # title-ru: Кто поддерживает инициативу
    # title-en: Who supports an initiative
    # description-ru: …
    # description-en: …
    # param initiative: iri = <https://…>  инициатива | the initiative
    # column proponent: чья позиция | whose stance
    # keywords: initiative, stance

The default of a parameter may be missing; two spaces stand before its description.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, TypeVar

from comity import resources
from comity.errors import QueryError
from comity.queries.parameters import Parameter, Value, bind

__all__ = ["Question", "Source", "catalogue", "find", "read", "run"]

_LANGUAGES = ("ru", "en")
_LINE = re.compile(
    r"#\s*(?P<key>title|description|param|column|keywords)(?:-(?P<language>\w+)|\s+(?P<name>\w+))?:\s*(?P<rest>.*)"
)
_PARAMETER = re.compile(r"(?P<type>\w+)(?:\s*=\s*(?P<default>\S.*?))??(?:\s{2,}(?P<description>.*))?$")

Answer_co = TypeVar("Answer_co", covariant=True)


class Source(Protocol[Answer_co]):
    """Whatever answers a SELECT query, such as the store's reader."""

    def select(self, query: str, /) -> Answer_co:
        """Return the answer to the text of a query."""


@dataclass(frozen=True, slots=True)
class Question:
    """A query: the name of its file, what it asks by language, its parameters, what its columns hold, its text."""

    name: str
    titles: Mapping[str, str]
    descriptions: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    columns: Mapping[str, Mapping[str, str]]
    keywords: tuple[str, ...]
    text: str

    def column(self, name: str, language: str) -> str:
        """Return what a column holds, in a language; the name of its variable where the header does not say."""
        return self.columns.get(name, {}).get(language, name)

    def bound(self, values: Mapping[str, str]) -> str:
        """Return the text with these values, and the defaults of the parameters that have none, put in.

        An empty value leaves its variable free even where there is a default.

        Raises:
            QueryError: a value for a parameter that the query does not have, or one that does not fit its type.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        unknown = sorted(values.keys() - known.keys())
        if unknown:
            has = f"it has {', '.join(known)}" if known else "it has none"
            raise QueryError(f"query {self.name!r} has no parameter {unknown[0]!r} ({has})")
        terms: dict[str, Value] = {}
        for name, parameter in known.items():
            term = parameter.default if name not in values else parameter.value(values[name]) if values[name] else None
            if term is not None:
                terms[name] = term
        return bind(self.text, terms)


def read(file: Path) -> Question:
    """Return the question of a ``.rq`` file; a file without header lines has its text and its name only.

    Raises:
        QueryError: the file cannot be read, or a header line is broken (with its number).
    """
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"cannot read the query {file}: {error}") from error
    headers = [(number, match) for number, line in enumerate(text.splitlines(), 1) if (match := _LINE.fullmatch(line))]
    return Question(
        name=file.stem,
        titles=_by_language(headers, "title"),
        descriptions=_by_language(headers, "description"),
        parameters=tuple(_parameter(file, number, match) for number, match in headers if match["key"] == "param"),
        columns={match["name"]: _bilingual(match["rest"]) for _, match in headers if match["key"] == "column"},
        keywords=tuple(
            word.strip() for _, match in headers if match["key"] == "keywords" for word in match["rest"].split(",")
        ),
        text=text,
    )


@cache
def catalogue() -> Mapping[str, Question]:
    """Return the questions that ship with Comity, by name, in alphabetical order; they are read once."""
    files = sorted(resources.path("queries/competency").glob("*.rq"))
    return MappingProxyType({file.stem: read(file) for file in files})


def find(name: str) -> Question:
    """Return a question of the catalogue by its name, or that of any ``.rq`` file by its path.

    Raises:
        QueryError: there is neither.
    """
    questions = catalogue()
    if name in questions:
        return questions[name]
    if Path(name).is_file():
        return read(Path(name))
    raise QueryError(f"no file and no question is called {name!r}; the questions are: {', '.join(questions)}")


def run(name: str, values: Mapping[str, str], source: Source[Answer_co]) -> Answer_co:
    """Return what the source answers to a question (`find`) with these values.

    Raises:
        QueryError: no such question, values that do not fit, or a text that the source cannot read.
    """
    return source.select(find(name).bound(values))


def _by_language(headers: Iterable[tuple[int, re.Match[str]]], key: str) -> dict[str, str]:
    return {match["language"]: match["rest"] for _, match in headers if match["key"] == key and match["language"]}


def _parameter(file: Path, number: int, line: re.Match[str]) -> Parameter:
    match = _PARAMETER.fullmatch(line["rest"])
    if match is None or not line["name"]:
        raise QueryError(f"{file}:{number}: expected '# param NAME: TYPE = DEFAULT  description', found {line[0]!r}")
    free = Parameter(line["name"], match["type"], None, _bilingual(match["description"] or ""))
    default = free.value(match["default"].strip('"')) if match["default"] else None
    return Parameter(free.name, free.type, default, free.descriptions)


def _bilingual(text: str) -> dict[str, str]:
    """Return ``ru | en`` by language; a text without a bar is the same in both."""
    texts = text.split("|")
    return {language: texts[min(at, len(texts) - 1)].strip() for at, language in enumerate(_LANGUAGES)}
