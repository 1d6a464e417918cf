"""The authority records: complete, sourced, unambiguous, and pointing only at one another."""

from collections import Counter, defaultdict

import pyoxigraph as ox
import pytest
import rdflib

from comity import resources
from comity.namespaces import COMITY, concept

BASE = "https://w3id.org/comity/id/"
CODE = "https://w3id.org/comity/code/"
Records = dict[str, dict[str, list[ox.NamedNode | ox.Literal]]]


def bounds(value: ox.Literal) -> tuple[str, str]:
    """The first and the last day that a day, a month or a year may mean, as comparable strings."""
    return value.value + "-01-01"[len(value.value) - 4 :], value.value + "-12-31"[len(value.value) - 4 :]


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("state", 195), ("place", 270), ("organization", 230), ("body", 210), ("instrument", 200), ("initiative", 25),
        ("event", 65), ("post", 80), ("person", 60), ("membership", 600),
    ],
)  # fmt: skip
def test_there_are_enough_records_of_each_kind(records: Records, kind: str, least: int) -> None:
    assert sum(identifier.startswith(f"{kind}/") for identifier in records) >= least


@pytest.mark.parametrize("name", sorted(file.name for file in resources.path("data/reference").glob("*.ttl")))
def test_a_second_parser_reads_every_file_alike(name: str) -> None:
    file = resources.path(f"data/reference/{name}")
    quads = {str(quad.triple) for quad in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE)}
    assert len(rdflib.Graph().parse(file)) == len(quads) > 0


def test_every_record_has_a_source(records: Records) -> None:
    assert [identifier for identifier, values in records.items() if "source" not in values] == []


def test_every_named_record_has_one_name_in_russian_and_one_in_english(records: Records) -> None:
    for identifier, values in records.items():
        if not identifier.startswith("membership/"):
            languages = Counter(value.language for value in values["prefLabel"])
            assert languages["ru"] == languages["en"] == max(languages.values()) == 1, identifier


def test_states_are_named_in_the_six_languages_of_the_united_nations(records: Records) -> None:
    states = {identifier: values for identifier, values in records.items() if identifier.startswith("state/")}
    spoken = {i: {name.language for name in values["prefLabel"]} for i, values in states.items()}
    assert {i: languages for i, languages in spoken.items() if languages != {"ru", "en", "fr", "es", "zh", "ar"}} == {}
    assert [i for i, values in states.items() if "sameAs" not in values or len(values["notation"]) != 3] == []
    assert {i for i, values in states.items() if "capital" not in values} == {"state/ISR", "state/PSE"}


def test_no_two_records_of_a_kind_share_a_preferred_name(records: Records) -> None:
    holders = defaultdict(list)
    for identifier, values in records.items():
        for name in values.get("prefLabel", []):
            holders[identifier.partition("/")[0], name.language, name.value].append(identifier)
    assert {name: found for name, found in holders.items() if len(found) > 1} == {}


def test_only_resolutions_of_one_title_share_another_name(records: Records) -> None:
    holders = defaultdict(set)
    for identifier, values in records.items():
        for name in values.get("prefLabel", []) + values.get("altLabel", []):
            holders[name.language, name.value].add(identifier)
    shared = {name: found for name, found in holders.items() if len(found) > 1 and name[0] in ("ru", "en")}
    homonyms = {name for name, found in shared.items() if not all(i.startswith("instrument/A-RES-") for i in found)}
    assert homonyms == set()


def test_names_have_a_language_and_no_spaces_around_or_repeats(records: Records) -> None:
    for identifier, values in records.items():
        names = [(n.language, n.value) for kind in ("prefLabel", "altLabel") for n in values.get(kind, [])]
        assert len(names) == len(set(names)), identifier
        assert all(language and text == " ".join(text.split()) for language, text in names), identifier


def test_no_bare_name_of_two_letters_but_the_two_that_are_safe(triples: list[ox.Triple]) -> None:
    names = {t.object.value for t in triples if isinstance(t.object, ox.Literal) and t.object.language == "ru"}
    assert {name for name in names if len(name) == 2 and name.isalpha() and name.isupper()} == {"ЕС", "РФ", "RT"}


def test_what_is_referred_to_exists(triples: list[ox.Triple]) -> None:
    subjects = {triple.subject for triple in triples}
    dangling = {
        (t.subject.value, t.object.value)
        for t in triples
        if isinstance(t.object, ox.NamedNode) and t.object.value.startswith(BASE) and t.object not in subjects
    }
    assert dangling == set()


def test_terms_and_concepts_are_declared(triples: list[ox.Triple]) -> None:
    nodes = {node for t in triples for node in (t.predicate, t.object) if isinstance(node, ox.NamedNode)}
    used = {node.value for node in nodes}
    assert {iri for iri in used if iri.startswith(COMITY.iri) and iri not in COMITY} == set()
    for iri in used:
        if iri.startswith(CODE):
            scheme, _, notation = iri.removeprefix(CODE).partition("/")
            assert concept(scheme, notation) == iri


def test_dates_are_in_order(records: Records) -> None:
    wrong = []
    for identifier, values in records.items():
        start, end = values.get("startDate") or values.get("date"), values.get("endDate")
        if start and end and bounds(start[0])[0] > bounds(end[0])[1]:
            wrong.append(identifier)
    assert wrong == []


def test_every_membership_is_dated(records: Records) -> None:
    assert [i for i, values in records.items() if i.startswith("membership/") and "startDate" not in values] == []


def test_no_membership_overlaps_itself(records: Records) -> None:
    spans = defaultdict(list)
    for identifier, values in records.items():
        if identifier.startswith("membership/"):
            start = bounds(values["startDate"][0])[1]
            end = bounds(values["endDate"][0])[0] if "endDate" in values else "9999-12-31"
            spans[values["member"][0], values["organization"][0]].append((start, end, identifier))
    for found in spans.values():
        for (_, end, one), (start, _, other) in zip(sorted(found), sorted(found)[1:], strict=False):
            assert end < start, (one, other)


@pytest.mark.parametrize(
    ("organization", "day", "members"),
    [
        ("sco", "2020-11-10", "CHN IND KAZ KGZ PAK RUS TJK UZB"),
        ("sco", "2025-09-01", "BLR CHN IND IRN KAZ KGZ PAK RUS TJK UZB"),
        ("brics", "2010-12-31", "BRA CHN IND RUS"),
        ("brics", "2025-07-06", "ARE BRA CHN EGY ETH IDN IND IRN RUS ZAF"),
        ("eaeu", "2025-01-01", "ARM BLR KAZ KGZ RUS"),
        ("csto", "2010-01-01", "ARM BLR KAZ KGZ RUS TJK UZB"),
        ("cis", "2008-01-01", "ARM AZE BLR GEO KAZ KGZ MDA RUS TJK UKR UZB"),
        ("asean", "2025-11-04", "BRN IDN KHM LAO MMR MYS PHL SGP THA TLS VNM"),
        ("g7", "2025-01-01", "CAN DEU FRA GBR ITA JPN USA"),
    ],
)
def test_who_was_a_member_on_a_day(records: Records, organization: str, day: str, members: str) -> None:
    found = {
        values["member"][0].value.rpartition("/")[2]
        for values in records.values()
        if values.get("organization", [None])[0] == ox.NamedNode(f"{BASE}organization/{organization}")
        and values["role"][0] == ox.NamedNode(concept("membership-role", "member"))
        and bounds(values["startDate"][0])[0] <= day
        and ("endDate" not in values or day <= bounds(values["endDate"][0])[1])
    }
    assert found == set(members.split())


@pytest.mark.parametrize(
    ("organization", "day", "count"),
    [("un", "2025-01-01", 193), ("un", "1945-12-31", 49), ("eu", "2019-01-01", 28), ("eu", "2021-01-01", 27),
     ("council-of-europe", "2022-03-01", 47), ("council-of-europe", "2023-01-01", 46), ("oecd", "2025-01-01", 38)],
)  # fmt: skip
def test_how_many_members_there_were_on_a_day(records: Records, organization: str, day: str, count: int) -> None:
    found = [
        identifier
        for identifier, values in records.items()
        if identifier.startswith(f"membership/{organization}-") and "-member" in identifier
        and bounds(values["startDate"][0])[0] <= day
        and ("endDate" not in values or day <= bounds(values["endDate"][0])[1])
    ]  # fmt: skip
    assert len(found) == count


def test_no_organ_is_a_part_of_itself(records: Records) -> None:
    parents = {i: [p.value.removeprefix(BASE) for p in values.get("partOf", [])] for i, values in records.items()}
    for identifier, nearest in parents.items():
        above, seen = set(nearest), set()
        while above:
            assert identifier not in above
            seen |= above
            above = {higher for parent in above for higher in parents.get(parent, [])} - seen
