"""What the class diagram shows: a card for each top class with its sub-classes and the properties that leave them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from comity.export.vocabulary.ontology import OWN, Ontology

__all__ = ["Card", "Row", "cards"]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a card.

    Args:
        name: of a class, or of a property that leaves the class above it.
        label: the words of the line.
        depth: how far below the top class.
        is_class: what it is of the two.
        targets: the classes of ours that a property leads to.
    """

    name: str
    label: str
    depth: int
    is_class: bool
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A top class with everything below it, top down."""

    rows: tuple[Row, ...]


def cards(ontology: Ontology, label: Callable[[str], str]) -> tuple[Card, ...]:
    """Return the cards in the order of the ontology.

    Args:
        ontology: what to show.
        label: the name of a term in the language of the picture.
    """
    main = _main_properties(ontology)
    tops = (name for name in ontology.classes if not ontology.parents(name))
    return tuple(Card(tuple(_rows(ontology, label, main, top, 0))) for top in tops)


def _rows(
    ontology: Ontology, label: Callable[[str], str], main: tuple[str, ...], class_: str, depth: int
) -> Iterator[Row]:
    yield Row(class_, label(class_), depth, is_class=True)
    for name in main:
        if class_ in ontology.ends(name, "domain").classes:
            aims = ontology.ends(name, "range").classes
            targets = tuple(aim for aim in aims if aim.startswith(OWN))
            words = label(name) if targets else f"{label(name)} → {', '.join(map(label, aims))}"
            yield Row(name, words, depth + 1, is_class=False, targets=targets)
    for child in ontology.children(class_):
        yield from _rows(ontology, label, main, child, depth + 1)


def _main_properties(ontology: Ontology) -> tuple[str, ...]:
    """Return the properties between resources that a picture needs.

    Left out: of two inverse ones the one that is stated from the other side; what is below one that is shown; what may
    lead from many classes to many, for not every class of the one goes with every class of the other.
    """
    shown: list[str] = []
    for name in ontology.object_properties:
        source, target = ontology.ends(name, "domain"), ontology.ends(name, "range")
        told_otherwise = ontology.triples.pointing("owl:inverseOf", name) or set(ontology.parents(name)) & set(shown)
        if not told_otherwise and (source.always or target.always):
            shown.append(name)
    return tuple(shown)
