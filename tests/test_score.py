"""What the graph says of the five documents, scored against the gold beside this repository."""

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from comity import resources
from comity.graph import Names, document_quads, ontology_quads, reference_quads, write_dataset
from comity.inference import infer
from comity.pipeline import extract
from comity.sources import find_documents, read_file

GOLD = Path(__file__).parents[2] / "shared" / "gold"
LEAST = {"entities": 0.98, "relations": 0.95, "dates": 1.0}

pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="there is no shared/gold beside the repository")


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(
            "rumorph", marks=pytest.mark.skipif(find_spec("rumorph") is None, reason="rumorph is not installed")
        ),
        "pymorphy3",
    ],
)
def scored(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return what the scorer prints of the dataset that one engine for Russian words gives."""
    names, dataset = Names(), tmp_path_factory.mktemp("scored") / "dataset.trig"
    facts = {*ontology_quads(names), *reference_quads(names)}
    for file in find_documents([resources.path("data/documents")]):
        facts.update(document_quads(extract(read_file(file), request.param), names))
    write_dataset(facts.union(infer(facts)), dataset)
    scorer = [sys.executable, str(GOLD / "score.py"), str(GOLD / "dev.yaml"), str(dataset)]
    return subprocess.run(scorer, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("measure", LEAST)
def test_enough_of_the_gold_is_found(scored: str, measure: str) -> None:
    share = re.search(rf"^ALL .*{measure} \d+/\d+ = (\d\.\d+)", scored, re.MULTILINE)
    assert share, scored
    assert float(share[1]) >= LEAST[measure], scored


def test_every_assertion_has_a_quote_and_every_quote_is_in_a_source(scored: str) -> None:
    counted = re.search(r"^assertions (\d+), with evidence (\d+), quote found in a source (\d+)$", scored, re.MULTILINE)
    assert counted, scored
    assert int(counted[1]) > 200
    assert len(set(counted.groups())) == 1
