from itertools import permutations
from pathlib import Path

import pytest

from comity.matching import Place, Profile
from comity.model import Entity, Name, Span
from comity.pipeline.occurrences import gathering


def profile(thing: str, document: str) -> Profile:
    entity = Entity(thing, ("Body",), (Name("Совет", "ru"),))
    return Profile(document, "ru", entity, (), dates=frozenset(("2025",)), place=Place(document, Span(0, 5), "Совет"))


@pytest.mark.parametrize("documents", [*permutations(("A", "a", "я"))])
def test_what_documents_tell_comes_back_by_things_whatever_the_order_of_the_documents(
    tmp_path: Path, documents: tuple[str, ...]
) -> None:
    expected = [
        profile(thing, document) for thing in ("body/a", "body/b", "body/б", "body/𝄞") for document in ("A", "a", "я")
    ]
    with gathering(tmp_path / "occurrences") as told:
        for document in documents:
            told.add(each for each in expected if each.document == document)
        assert list(told) == list(told) == expected
        assert len({id(each.entity.names) for each in list(told)}) == 1
        assert expected == sorted(expected, key=lambda each: (each.entity.identifier, each.document))
