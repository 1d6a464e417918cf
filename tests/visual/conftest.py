from collections.abc import Callable

import pytest

from comity.namespaces import BASE, concept
from comity.network import PROJECTIONS, Edge, Network, Node

PLAN = "План всеобщего доступа к возможностям в области наращивания потенциала искусственного интеллекта"


def iri(path: str) -> str:
    return f"{BASE}id/{path}"


def speech(kind: str) -> tuple[str, ...]:
    return (concept("speech-act-kind", kind),)


CAPTIONS = {
    f"{BASE}ontology#State": {"ru": "государство", "en": "state"},
    concept("speech-act-kind", "supports"): {"ru": "поддерживает", "en": "supports"},
    iri("instrument/statement"): {"ru": "Заявление", "en": "Statement"},
}


@pytest.fixture(scope="session")
def stances() -> Network:
    """Two states and a body, four initiatives; one of them acts itself; every sort of stance occurs."""
    nodes = (
        Node(iri("body/ga"), "actor", {"ru": "Генеральная Ассамблея", "en": "General Assembly"}, category="Body"),
        Node(iri("initiative/bank"), "initiative", {"ru": 'Банк <b>"развития"</b> & Ко'}, category="Initiative"),
        Node(iri("initiative/forum"), "both", {"ru": "Форум"}, category="Event"),
        Node(iri("initiative/plan"), "initiative", {"ru": PLAN, "en": "Plan"}, category="Initiative"),
        Node(iri("state/CHN"), "actor", {"ru": "Китай", "en": "China"}, category="State"),
        Node(iri("state/KAZ"), "actor", {"ru": "Казахстан", "en": "Kazakhstan"}, category="State"),
        Node("javascript:alert(1)", "initiative", {"ru": "Чужое"}),
    )
    edges = (
        Edge(iri("body/ga"), "javascript:alert(1)", kinds=speech("notes")),
        Edge(iri("initiative/forum"), iri("initiative/plan"), kinds=speech("supports"), positive=True),
        Edge(iri("state/CHN"), iri("initiative/forum"), kinds=speech("proposes"), positive=True),
        Edge(iri("state/CHN"), iri("initiative/plan"), 3.0, speech("establishes"), positive=True),
        Edge(iri("state/KAZ"), iri("initiative/bank"), kinds=speech("objects"), negative=True),
        Edge(
            iri("state/KAZ"),
            iri("initiative/plan"),
            kinds=speech("supports"),
            positive=True,
            acts=(iri("speech-act/s1"),),
            via=(iri("instrument/statement"),),
            documents=(iri("document/a"),),
        ),
    )
    return Network(PROJECTIONS["actor-initiative"], nodes, edges, CAPTIONS)


@pytest.fixture(scope="session")
def citations() -> Callable[..., Network]:
    """Citations between instruments that are named by their years: pairs such as ``("2025a", "2024")``."""

    def make(*ties: tuple[str, str]) -> Network:
        edges = tuple(Edge(iri(f"instrument/{one}"), iri(f"instrument/{other}")) for one, other in sorted(ties))
        names = sorted({name for tie in ties for name in tie})
        nodes = tuple(
            Node(
                iri(f"instrument/{name}"),
                "instrument",
                {"ru": f"Резолюция {name} о сотрудничестве в области искусственного интеллекта"},
                date="" if name.startswith("undated") else f"{name[:4]}-01-01",
                category="Instrument",
                symbol=f"A/RES/{name}",
                in_corpus=name.startswith("2025"),
            )
            for name in names
        )
        return Network(PROJECTIONS["citations"], nodes, edges)

    return make
