import pytest

from comity.store import WHOLE_DATASET, DatasetGraphs
from comity.web.cache import AnswerCache, Key, is_changing

JSON, CSV = "application/sparql-results+json", "text/csv"


def key(query: str = "ASK {}", media_type: str = JSON, graphs: DatasetGraphs = WHOLE_DATASET) -> Key:
    return Key(query, media_type, graphs)


def test_what_is_kept_is_found_under_its_own_key_alone() -> None:
    cache = AnswerCache("v1", 1000)
    cache.keep(key(), b"true")
    assert cache.get(key()) == b"true"
    others = key("ASK { }"), key(media_type=CSV), key(graphs=DatasetGraphs(default=("https://x.org/g",)))
    assert [cache.get(other) for other in others] == [None] * 3


def test_the_oldest_go_first_and_what_is_large_does_not_come_in() -> None:
    cache = AnswerCache("v1", 80)
    for number in range(9):
        cache.keep(key(str(number)), b"x" * 10)
    assert cache.get(key("0")) is None
    assert cache.get(key("8")) == b"x" * 10
    cache.keep(key("large"), b"x" * 11)
    assert cache.get(key("large")) is None


def test_without_a_version_nothing_is_kept() -> None:
    cache = AnswerCache("", 1000)
    cache.keep(key(), b"true")
    assert (cache.is_on, cache.get(key())) == (False, None)


def test_a_tag_tells_data_query_format_and_dataset_apart() -> None:
    one, graph = "https://x.org/g", DatasetGraphs(default=("https://x.org/g",))
    keys = [key(), key("ASK { }"), key(media_type=CSV), key(graphs=graph), key(graphs=DatasetGraphs(named=(one,)))]
    tags = {AnswerCache(version, 1).tag(asked) for version in ("v1", "v2") for asked in keys}
    assert len(tags) == 10
    assert all(tag.startswith('"') and tag.endswith('"') for tag in tags)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT (NOW() AS ?t) {}", True),
        ("SELECT (rand() AS ?t) {}", True),
        ("SELECT (StrUUID() AS ?t) {}", True),
        ("SELECT (\\u004eOW() AS ?t) {}", True),
        ("SELECT ?now { ?now a 'RAND()' } # UUID()", False),
        ("SELECT * { ?s <https://x.org/NOW> ?o }", False),
    ],
)
def test_queries_whose_answers_change(query: str, *, expected: bool) -> None:
    assert is_changing(query) is expected
    cache = AnswerCache("v1", 1000)
    cache.keep(key(query), b"x")
    assert (cache.get(key(query)) is None) is expected
