"""Every shape is shown by examples, and says exactly what they expect."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import SH, Graph, URIRef

from comity import resources
from comity.validation import shipped_requirements, validate

BASE = "https://w3id.org/comity/id/"
Line = tuple[str, str, str]
Reporting = dict[URIRef, list[URIRef]]
NOT_CONSTRAINTS = {
    *(SH.path, SH.message, SH.severity, SH.property, SH.qualifiedValueShape),
    *(SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf),
}


@dataclass(frozen=True)
class Example:
    shape: str
    name: str
    path: Path

    @property
    def base(self) -> str:
        return f"{BASE}{self.shape}/{self.name}/"

    def quads(self) -> list[ox.Quad]:
        return list(ox.parse(path=self.path, format=ox.RdfFormat.TURTLE, base_iri=self.base))

    def expected(self) -> Counter[Line]:
        lines = re.findall(r"^# expect: (\S+) (\S+) (\S+)$", self.path.read_text(encoding="utf-8"), re.MULTILINE)
        return Counter(lines)


def collected() -> list[Example]:
    folder = resources.path("shapes/examples")
    return [Example(path.parent.name, path.stem, path) for path in sorted(folder.glob("*/*.ttl"))]


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    return collected()


@pytest.fixture(scope="module")
def reports(examples: list[Example]) -> dict[str, Counter[Line]]:
    """What the shapes find in each example, by its base: all in one run, as no example names another's resources."""
    quads = [quad for example in examples for quad in example.quads()]
    found: dict[str, Counter[Line]] = {example.base: Counter() for example in examples}
    for finding in validate(quads, replace(shipped_requirements(), checks=())).findings:
        base = next((base for base in found if finding.focus.startswith(base)), f"{BASE}Named/invalid-node/")
        focus = finding.focus.removeprefix(base)
        component = finding.component.removeprefix(str(SH)).removesuffix("ConstraintComponent")
        found[base][local(finding.shape), component, focus] += 1
    return found


def local(iri: str) -> str:
    return iri.rpartition("#")[2]


def test_all_were_collected(examples: list[Example]) -> None:
    assert len(examples) == 144
    assert len({example.shape for example in examples}) == 45


@pytest.mark.parametrize("example", collected(), ids=lambda example: f"{example.shape}/{example.name}")
def test_report_is_the_expected_one(example: Example, reports: dict[str, Counter[Line]]) -> None:
    expected = example.expected()
    assert reports[example.base] == expected
    assert bool(expected) is example.name.startswith("invalid-")


def test_every_targeted_shape_has_both_kinds_of_examples(reporting: Reporting, examples: list[Example]) -> None:
    named = {local(shape) for shape in reporting}
    assert {example.shape for example in examples if example.name.startswith("valid")} == named
    assert {example.shape for example in examples if example.name.startswith("invalid-")} == named


def test_every_declared_constraint_has_a_failing_example(
    shapes: Graph, reporting: Reporting, examples: list[Example]
) -> None:
    declared = {
        (local(shape), local(parameter)[0].upper() + local(parameter)[1:])
        for members in reporting.values()
        for shape in members
        for parameter in shapes.predicates(shape)
        if parameter.startswith(SH) and parameter not in NOT_CONSTRAINTS
    }
    failing = {(shape, component) for example in examples for shape, component, _ in example.expected()}
    assert len(declared) > 200
    assert sorted(declared - failing) == []
