"""The error tree is one tree, and the drawing of it in the docstring is true."""

import inspect
import re

import pytest

from comity import errors

CLASSES = dict(inspect.getmembers(errors, inspect.isclass))


def drawn_tree() -> dict[str, str]:
    """Read the drawing: the name of each class and of the one it stands under."""
    parents: dict[str, str] = {}
    above: list[tuple[int, str]] = []
    for line in (errors.__doc__ or "").splitlines():
        found = re.match(r"[ │├└─]*(\w+Error)", line)
        if not found:
            continue
        column = found.start(1)
        above = [(depth, name) for depth, name in above if depth < column]
        parents[found[1]] = above[-1][1] if above else "Exception"
        above.append((column, found[1]))
    return parents


def test_every_class_is_public() -> None:
    assert set(errors.__all__) == set(CLASSES)


def test_the_drawing_names_every_class() -> None:
    assert set(drawn_tree()) == set(CLASSES)


@pytest.mark.parametrize(("name", "parent"), drawn_tree().items())
def test_a_class_stands_where_it_is_drawn(name: str, parent: str) -> None:
    assert CLASSES[name].__bases__[0].__name__ == parent


@pytest.mark.parametrize("name", errors.__all__)
def test_whoever_catches_the_root_catches_all(name: str) -> None:
    with pytest.raises(errors.ComityError, match="what was found"):
        raise CLASSES[name]("what was found")
