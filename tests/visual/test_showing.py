import re
from collections.abc import Callable
from xml.etree.ElementTree import Element, fromstring

import pytest

from comity.namespaces import BASE
from comity.network import PROJECTIONS, Edge, Network, Node
from comity.visual import appearances, draw, stylesheet

SVG = "{http://www.w3.org/2000/svg}"
LANGUAGES = ["ru", "en"]


def parsed(svg: str) -> Element:
    return fromstring(svg)  # noqa: S314  # our own output


def texts(root: Element, style: str) -> list[str]:
    """Titles of the marks of a class: what they say when they are pointed at or read aloud."""
    marks = [element for element in root.iter() if element.get("class", "").split()[:1] == [style]]
    return [title.text or "" for mark in marks if (title := mark.find(f"{SVG}title")) is not None]


def styles(root: Element, mark: str) -> set[str]:
    classes = (element.get("class", "").split() for element in root.iter())
    return {names[1] for names in classes if names[:1] == [mark]}


def crowd(count: int, projection: str) -> Network:
    edges = tuple(Edge(f"{BASE}id/a/{index:03}", f"{BASE}id/b/{index % 7:03}") for index in range(count))
    sources, targets = {edge.source for edge in edges}, {edge.target for edge in edges}
    nodes = tuple(
        Node(iri, "actor" if iri in sources else "initiative", {"ru": f"Узел {iri[-5:]}"}, date=f"20{iri[-2:]}")
        for iri in sorted(sources | targets)
    )
    return Network(PROJECTIONS[projection], nodes, edges)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_node_and_every_tie_is_drawn_and_said(stances: Network, language: str) -> None:
    picture = draw(stances, language)
    root = parsed(picture.svg)
    assert picture.hidden == 0
    assert len(texts(root, "tie")) == len(stances.edges)
    nodes = texts(root, "node")
    assert len(nodes) == len(stances.nodes)
    for node in stances.nodes:
        assert any(node.label(language) in text for text in nodes)


def test_a_tie_says_who_what_through_whom_and_on_how_many_documents(stances: Network) -> None:
    assert any(
        text.startswith("Kazakhstan → Plan; supports; weight 1; through: Statement; documents: 1")
        for text in texts(parsed(draw(stances, "en").svg), "tie")
    )


def test_labels_are_escaped_and_links_are_safe(stances: Network) -> None:
    svg = draw(stances).svg
    root = parsed(svg)
    assert "<b>" not in svg
    assert any('Банк <b>"развития"</b> & Ко' in text for text in texts(root, "node"))
    links = [element.get("href", "") for element in root.iter(f"{SVG}a")]
    assert "/id/state/KAZ" in links
    assert "/id/speech-act/s1" in links
    assert not any(link.startswith("javascript") for link in links)


def test_resources_of_another_base_keep_their_address(stances: Network) -> None:
    links = [
        element.get("href", "") for element in parsed(draw(stances, base="https://other.org/").svg).iter(f"{SVG}a")
    ]
    assert f"{BASE}id/state/KAZ" in links


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_in_a_picture_needs_a_script_or_an_inline_style(stances: Network, language: str) -> None:
    root = parsed(draw(stances, language).svg)
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "defs", "marker", "g", "a", "path", "rect", "text", "tspan"}
    names = {name for element in root.iter() for name in element.attrib}
    assert "style" not in names
    assert not any(name.startswith("on") for name in names)


def test_types_are_told_by_shape_and_stances_by_line(stances: Network) -> None:
    root = parsed(draw(stances).svg)
    outlines: dict[str, set[str]] = {}
    for path in root.iter(f"{SVG}path"):
        style = path.get("class", "")
        if style.startswith("shape"):
            shape = re.sub(r"-?[\d.]+", "", path.get("d", ""))
            outlines.setdefault(style, set()).add(shape)
    shapes = list(outlines.values())
    assert all(len(outline) == 1 for outline in shapes)
    assert len({next(iter(outline)) for outline in shapes}) == len(shapes)
    styles = {
        element.get("class", "").removeprefix("tie ") for element in root.iter() if "tie " in element.get("class", "")
    }
    assert styles == {"proposed", "positive", "neutral", "negative"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_is_a_named_and_described_group(stances: Network, language: str) -> None:
    root = parsed(draw(stances, language).svg)
    assert (root.get("role"), root.get("lang")) == ("group", language)
    by_id = {element.get("id"): element.text for element in root.iter() if element.get("id")}
    assert by_id[root.get("aria-labelledby")] == stances.projection.titles[language]
    assert stances.projection.descriptions[language] in (by_id[root.get("aria-describedby")] or "")


@pytest.mark.parametrize("projection", PROJECTIONS)
@pytest.mark.parametrize("limit", [5, 30, 1000])
def test_what_is_hidden_is_counted_and_said(projection: str, limit: int) -> None:
    network = crowd(50, projection)
    picture = draw(network, "en", limit=limit)
    root = parsed(picture.svg)
    drawn = len(texts(root, "node"))
    assert drawn <= limit
    assert drawn + picture.hidden == len(network.nodes)
    assert (f"hidden: {picture.hidden}." in picture.svg) == (picture.hidden > 0)
    assert len(texts(root, "tie")) >= drawn / 2


def test_the_nodes_with_the_most_ties_are_kept_with_their_neighbours() -> None:
    # Node b/000 is tied to eight others, more than any other node.
    nodes = texts(parsed(draw(crowd(50, "actor-initiative"), limit=9).svg), "node")
    assert sorted(node[5:10] for node in nodes) == sorted(["b/000", *(f"a/{index:03}" for index in range(0, 50, 7))])


@pytest.mark.parametrize("projection", PROJECTIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_network_says_so(projection: str, language: str) -> None:
    root = parsed(draw(Network(PROJECTIONS[projection], (), ()), language).svg)
    assert {"ru": "Связей нет.", "en": "No ties."}[language] in [element.text for element in root.iter(f"{SVG}text")]


def test_citations_have_arrows_years_and_a_legend_of_what_was_read(citations: Callable[..., Network]) -> None:
    network = citations(("2025a", "2024a"), ("2024a", "2025a"), ("2025a", "2025b"), ("2024a", "2001a"))
    root = parsed(draw(network, "en").svg)
    lines = [path for path in root.iter(f"{SVG}path") if path.get("marker-end")]
    assert len(lines) == 4
    shapes = [path.get("class", "") for node in root.iter(f"{SVG}a") for path in node.iter(f"{SVG}path")]
    assert sum(shape.endswith("hollow") for shape in shapes) == sum(not node.in_corpus for node in network.nodes) == 2
    marker = {element.get("id") for element in root.iter(f"{SVG}marker")}
    assert {line.get("marker-end") for line in lines} == {f"url(#{name})" for name in marker}
    written = " ".join(text.text or "" for text in root.iter(f"{SVG}text"))
    assert all(word in written for word in ("2025", "2024", "2001", "read", "known by citation"))


@pytest.mark.parametrize("projection", PROJECTIONS)
def test_the_same_network_gives_the_same_bytes(projection: str) -> None:
    assert draw(crowd(30, projection)).svg == draw(crowd(30, projection)).svg


@pytest.mark.parametrize("projection", PROJECTIONS)
def test_every_node_has_an_appearance(projection: str) -> None:
    network = crowd(80, projection)
    found = appearances(network)
    assert list(found) == [node.iri for node in network.nodes]
    assert all(re.fullmatch("#[0-9a-f]{6}", appearance.colour) for appearance in found.values())
    assert len({(appearance.x, appearance.y) for appearance in found.values()}) == len(found)


def test_control_characters_do_not_break_the_picture() -> None:
    node = Node("urn:a", "instrument", {"ru": "a\x00\x0bб"})
    other = Node("urn:b", "instrument", {"ru": "в"})
    svg = draw(Network(PROJECTIONS["citations"], (node, other), (Edge("urn:a", "urn:b"),))).svg
    assert "a\ufffd\ufffdб" in texts(parsed(svg), "node")[0]


def test_the_stylesheet_has_every_class_for_light_and_dark(stances: Network) -> None:
    css = stylesheet()
    root = parsed(draw(stances).svg)
    coloured = {
        element.get("class", "").split()[1]
        for element in root.iter()
        if element.get("class", "").startswith(("shape ", "tie "))
    }
    assert all(f".network .{name}" in css for name in coloured)
    light, dark = css.split("@media (prefers-color-scheme: dark)")
    variables = set(re.findall(r"(--network-\w+):", light))
    assert variables == set(re.findall(r"(--network-\w+):", dark.split("}")[0]))
    assert set(re.findall(r"var\((--network-\w+)\)", css)) <= variables
