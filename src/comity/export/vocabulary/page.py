"""The documentation of the ontology as files: a page a language, their stylesheet, the change log."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Generic, TypeVar

import jinja2
from markupsafe import Markup, escape

from comity import resources
from comity.errors import ConfigurationError
from comity.export.vocabulary.codelists import code_lists
from comity.export.vocabulary.drawing import diagram
from comity.export.vocabulary.entries import Describer, Entry, Reference
from comity.export.vocabulary.ontology import Ontology
from comity.export.vocabulary.shapes import Rules
from comity.export.vocabulary.triples import Triples
from comity.export.vocabulary.wording import LANGUAGES, wording

__all__ = ["vocabulary_files", "vocabulary_page", "write_vocabulary"]

T = TypeVar("T")

_TEMPLATES = Path(__file__).with_name("templates")
_STYLESHEET, _CHANGES = "vocabulary.css", "CHANGELOG.txt"


@dataclass(frozen=True, slots=True)
class _About:
    """What the ontology says of itself."""

    title: str
    description: str
    version: str
    version_iri: str
    namespace: str
    prefix: str
    creators: tuple[str, ...]
    licences: tuple[Reference, ...]
    created: str
    modified: str
    profiles: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class _Branch:
    """A class with the classes below it."""

    entry: Entry
    below: "tuple[_Branch, ...]"


@dataclass(frozen=True, slots=True)
class _Area(Generic[T]):
    """A part of the ontology with some of its terms."""

    number: int
    title: str
    terms: tuple[T, ...]


@cache
def vocabulary_page(language: str) -> str:
    """Return the documentation of the ontology in one language, as one HTML page.

    The page names its neighbours of `vocabulary_files` relatively, so it works from a folder and from any address. It
    needs no script, no ``style`` attribute and nothing from elsewhere.

    Raises:
        ConfigurationError: there is no such language.
    """
    if language not in LANGUAGES:
        raise ConfigurationError(f"there is no documentation in {language!r}; there is {', '.join(LANGUAGES)}")
    ontology = _ontology()
    describer = Describer(ontology, Rules(ontology.triples), wording(language))
    classes = {name: describer.class_(name) for name in ontology.classes}
    properties = {name: describer.property_(name) for name in ontology.properties}
    return _template().render(
        language=language,
        other=next(code for code in LANGUAGES if code != language),
        words=describer.wording.words,
        stylesheet=_STYLESHEET,
        changes=_CHANGES,
        about=_about(describer),
        trees=_areas(describer, {name: _branch(describer, name) for name in classes if not ontology.parents(name)}),
        diagram=Markup(diagram(describer)),  # noqa: S704  # our own drawing, escaped by the XML library
        example=_example(language, {*classes, *properties}),
        classes=_areas(describer, classes),
        properties=_areas(describer, properties),
        code_lists=code_lists(describer),
        foreign=tuple(describer.foreign()),
        vocabularies=[
            (prefix, describer.wording.vocabularies[prefix], ontology.triples.prefixes[prefix])
            for prefix in sorted(ontology.triples.prefixes)
        ],
        index=sorted([*classes.values(), *properties.values()], key=_alphabetically),
    )


def vocabulary_files() -> Mapping[str, bytes]:
    """Return everything the documentation consists of, by file name; the same ontology gives the same bytes."""
    return {
        **{f"{language}.html": vocabulary_page(language).encode() for language in LANGUAGES},
        _STYLESHEET: (_TEMPLATES / _STYLESHEET).read_bytes(),
        # Named for what it is shown as: few servers and browsers know Markdown.
        _CHANGES: resources.path("ontology/CHANGELOG.md").read_bytes(),
    }


def write_vocabulary(folder: Path) -> tuple[Path, ...]:
    """Write the documentation into a folder, made if need be, and return the files.

    Raises:
        ConfigurationError: they cannot be written there.
    """
    contents = {folder / name: content for name, content in vocabulary_files().items()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file, content in contents.items():
            file.write_bytes(content)
    except OSError as error:
        raise ConfigurationError(f"cannot write the documentation to {folder}: {error}") from error
    return tuple(contents)


def _ontology() -> Ontology:
    turtle = resources.path("ontology/comity.ttl")
    folders = ("ontology/codelists", "ontology/alignments", "shapes")
    others = [file for folder in folders for file in sorted(resources.path(folder).glob("*.ttl"))]
    return Ontology(turtle, Triples([turtle, *others]))


def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("page.html")


def _about(describer: Describer) -> _About:
    triples, name = describer.ontology.triples, describer.ontology.iri
    return _About(
        title=describer.text(name, "dcterms:title"),
        description=describer.text(name, "dcterms:description"),
        version=triples.text(name, "owl:versionInfo"),
        version_iri=triples.objects(name, "owl:versionIRI")[0],
        namespace=triples.text(name, "vann:preferredNamespaceUri"),
        prefix=triples.text(name, "vann:preferredNamespacePrefix"),
        creators=describer.texts(name, "dcterms:creator"),
        licences=describer.references(triples.objects(name, "dcterms:license")),
        created=triples.text(name, "dcterms:created"),
        modified=triples.text(name, "dcterms:modified"),
        profiles=describer.references(triples.objects(name, "dcterms:conformsTo")),
    )


def _branch(describer: Describer, name: str) -> _Branch:
    below = tuple(_branch(describer, child) for child in describer.ontology.children(name))
    return _Branch(describer.class_(name), below)


def _areas(describer: Describer, terms: Mapping[str, T]) -> list[_Area[T]]:
    """Return the areas that have some of these terms, with those terms."""
    areas = enumerate(describer.ontology.areas.items(), start=1)
    told = (
        _Area(number, describer.wording.areas[heading], tuple(terms[name] for name in names if name in terms))
        for number, (heading, names) in areas
    )
    return [area for area in told if area.terms]


def _example(language: str, terms: Iterable[str]) -> Markup:
    """Return the worked example with its comments marked and every term of ours a link."""
    turtle = str(escape((_TEMPLATES / f"example.{language}.ttl").read_text(encoding="utf-8")))
    known = set(terms)

    def linked(found: re.Match[str]) -> str:
        return f'<a href="#{found[1]}">{found[0]}</a>' if found[0] in known else found[0]

    commented = re.sub(r"^#.*$", r'<span class="comment">\g<0></span>', turtle, flags=re.MULTILINE)
    return Markup(re.sub(r"\bcomity:(\w+)", linked, commented))  # noqa: S704  # escaped above


def _alphabetically(entry: Entry) -> tuple[str, str]:
    """Order names as a dictionary does in both languages: ё with е, accents and case ignored."""
    label = entry.reference.label.casefold().replace("ё", "е").replace("é", "e")
    return label, entry.reference.code
