import shutil
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from comity.errors import DatasetError
from comity.store import EmbeddedReader, build_store, dataset_digest, is_current, open_reader
from comity.store.building import current_store

DATASET = Path(__file__).parents[1] / "web" / "data" / "dataset.trig"
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(DATASET, tmp_path / "dataset.trig")
    return tmp_path


def count(reader: EmbeddedReader) -> int:
    return int(reader.select(COUNT).rows[0]["n"].value)


def facts(dataset: Path) -> int:
    """Count, with nothing of ours, the distinct triples outside the graphs of evidence."""
    store = Store()
    store.load(path=dataset, format=RdfFormat.TRIG)
    return len({quad.triple for quad in store if not quad.graph_name.value.endswith("/evidence")})


def test_the_default_graph_is_the_union_of_the_facts(folder: Path) -> None:
    build_store(folder / "dataset.trig", folder / "store")
    reader = EmbeddedReader(Store.read_only(str(current_store(folder / "store"))))
    assert count(reader) == facts(folder / "dataset.trig") > 0
    assert not reader.ask("PREFIX c: <https://w3id.org/comity/ontology#> ASK { ?a a c:Assertion }")
    assert reader.ask("PREFIX c: <https://w3id.org/comity/ontology#> ASK { GRAPH ?g { ?a a c:Assertion } }")


def test_in_memory_and_on_disk_answer_alike(folder: Path) -> None:
    everything = "SELECT ?g ?s ?p ?o WHERE { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } } ORDER BY ?g ?s ?p ?o"
    in_memory = EmbeddedReader.load(folder / "dataset.trig").answer(everything, "text/csv")
    assert open_reader(str(folder)).answer(everything, "text/csv") == in_memory


def test_blank_nodes_keep_their_labels(folder: Path) -> None:
    dataset = folder / "dataset.trig"
    dataset.write_text("<https://x.org/g> { _:one <https://x.org/p> _:two }", encoding="utf-8")
    build_store(dataset, folder / "store")
    ((one, two),) = Store.read_only(str(current_store(folder / "store"))).query("SELECT ?s ?o { ?s ?p ?o }")
    assert (str(one), str(two)) == ("_:one", "_:two")


def test_a_store_is_current_until_the_dataset_changes(folder: Path) -> None:
    dataset, store = folder / "dataset.trig", folder / "store"
    assert not is_current(dataset, store)
    build_store(dataset, store)
    assert is_current(dataset, store)
    dataset.write_text(dataset.read_text(encoding="utf-8") + "\n# one more line\n", encoding="utf-8")
    assert not is_current(dataset, store)
    open_reader(str(folder))
    assert is_current(dataset, store)


def test_a_store_whose_folder_was_removed_is_made_again(folder: Path) -> None:
    build_store(folder / "dataset.trig", folder / "store")
    shutil.rmtree(current_store(folder / "store"))
    assert not is_current(folder / "dataset.trig", folder / "store")
    assert open_reader(str(folder)).ask("ASK { ?s ?p ?o }")


def test_a_new_store_leaves_nothing_of_the_old_one_and_readers_in_flight_go_on(folder: Path) -> None:
    dataset, store = folder / "dataset.trig", folder / "store"
    old = open_reader(str(folder))
    before = old.select(COUNT)
    dataset.write_text("<https://x.org/g> { <https://x.org/s> <https://x.org/p> 1 }", encoding="utf-8")
    build_store(dataset, store)
    assert old.select(COUNT) == before
    assert sorted(path.name for path in store.iterdir()) == sorted(["current", current_store(store).name])
    assert open_reader(str(folder)).select(COUNT).rows[0]["n"].value == "1"


def test_a_broken_dataset_leaves_the_store_in_use_as_it_was(folder: Path) -> None:
    dataset, store = folder / "dataset.trig", folder / "store"
    build_store(dataset, store)
    used = current_store(store)
    dataset.write_text("<https://x.org/g> {\n <https://x.org/s> nonsense }", encoding="utf-8")
    with pytest.raises(DatasetError, match=r"dataset.trig is not a readable dataset.*line 2"):
        build_store(dataset, store)
    assert current_store(store) == used
    assert sorted(path.name for path in store.iterdir()) == sorted(["current", used.name])


def test_a_missing_dataset_is_said_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"there is no dataset .*'comity build' makes one"):
        open_reader(str(tmp_path))
    with pytest.raises(DatasetError, match="there is no dataset"):
        EmbeddedReader.load(tmp_path / "dataset.trig")


def test_a_folder_that_cannot_be_written_is_said(folder: Path) -> None:
    (folder / "store").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(DatasetError, match="cannot write the store"):
        build_store(folder / "dataset.trig", folder / "store")


def test_a_store_that_was_cut_short_is_refused(folder: Path) -> None:
    build_store(folder / "dataset.trig", folder / "store")
    for file in current_store(folder / "store").glob("CURRENT"):
        file.write_bytes(b"")
    with pytest.raises(DatasetError, match=r"cannot open the store .*remove it"):
        open_reader(str(folder))


def test_the_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "empty").write_bytes(b"")
    assert dataset_digest(tmp_path / "empty") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
