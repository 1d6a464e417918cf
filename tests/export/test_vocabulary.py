import hashlib
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pyoxigraph as ox
import pytest
from typer.testing import CliRunner

from comity import resources
from comity.cli import app
from comity.errors import ConfigurationError
from comity.export.vocabulary import LANGUAGES, vocabulary_files, vocabulary_page, write_vocabulary
from comity.export.vocabulary.arrangement import ROW, Arrangement, arrange, text_width
from comity.export.vocabulary.cards import cards
from comity.export.vocabulary.entries import Describer
from comity.export.vocabulary.ontology import Ends, Ontology
from comity.export.vocabulary.shapes import Rules
from comity.export.vocabulary.triples import Triples
from comity.export.vocabulary.wording import wording
from comity.namespaces import BASE, COMITY, OWL, RDF, RDFS, SKOS
from comity.validation import validate

ROOT = Path(__file__).parents[2]
COMMITTED = ROOT / "docs" / "ontology"
SVG = "{http://www.w3.org/2000/svg}"
OTHER = {"ru": "en", "en": "ru"}
CYRILLIC, LATIN = re.compile("[А-Яа-яЁё]"), re.compile("[A-Za-z]{2,}")
# Names that are the same in every language: of things, of standards, of formats.
PROPER = """
    AIRO CC BY CiTO Commons Creative DCMI DPV DQV ELI EuroVoc FOAF ORG PROV Popolo RDF RDFS SHACL SKOS Schema Time
    Turtle UNDO VANN XML
"""


def parsed(*patterns: str) -> list[ox.Quad]:
    files = [file for pattern in patterns for file in sorted(resources.path(".").glob(pattern))]
    return [quad for file in files for quad in ox.parse(path=file, format=ox.RdfFormat.TURTLE)]


TERMS = parsed("ontology/comity.ttl", "ontology/codelists/*.ttl")
SHAPES = parsed("shapes/*.ttl")
LITERALS = [quad.object for quad in [*TERMS, *SHAPES] if isinstance(quad.object, ox.Literal) and quad.object.language]


def subjects(*kinds: str) -> list[str]:
    found = (quad.subject.value for quad in TERMS if quad.predicate.value == RDF.type and quad.object.value in kinds)
    return [iri for iri in dict.fromkeys(found) if iri.startswith(BASE)]


CLASSES, CONCEPTS = subjects(OWL.Class), subjects(SKOS.Concept)
PROPERTIES = subjects(OWL.ObjectProperty, OWL.DatatypeProperty)
SCHEMES = subjects(SKOS.ConceptScheme)


def anchor(iri: str) -> str:
    return iri.removeprefix(COMITY.iri).removeprefix(BASE)


def texts(iri: str, predicate: str, language: str) -> list[str]:
    about = (quad.object for quad in TERMS if (quad.subject.value, quad.predicate.value) == (iri, predicate))
    return [text.value for text in about if text.language == language]


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def spoken(element: Element, language: str) -> Iterator[tuple[str, str]]:
    """Yield everything that is read out or shown, with its language; what stands in code is nobody's language."""
    language = element.get("lang", language)
    for name in ("title", "alt", "aria-label", *(["content"] if element.get("name") == "description" else [])):
        yield element.get(name, ""), language
    code = element.tag in {"code", "pre"}
    if not code:
        yield element.text or "", language
    for child in element:
        if not code:
            yield from spoken(child, language)
            yield child.tail or "", language


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def page(language: str) -> Element:
    """The page as a tree: it is well-formed, or no test of this module passes."""
    return fromstring(vocabulary_page(language).removeprefix("<!doctype html>\n"))  # noqa: S314  # our own output


@pytest.fixture(scope="module")
def targets(page: Element) -> dict[str, Element]:
    return {element.get("id", ""): element for element in page.iter() if element.get("id")}


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    turtle = resources.path("ontology/comity.ttl")
    return Ontology(turtle, Triples([turtle, *sorted(resources.path("shapes").glob("*.ttl"))]))


@pytest.fixture
def arrangement(ontology: Ontology, language: str) -> Arrangement:
    describer = Describer(ontology, Rules(ontology.triples), wording(language))
    return arrange(cards(ontology, lambda name: describer.reference(name).label))


def test_every_class_and_property_is_told(targets: dict[str, Element], language: str) -> None:
    assert len(CLASSES) > 30
    assert len(PROPERTIES) > 80
    for iri in [*CLASSES, *PROPERTIES]:
        told = words(targets[anchor(iri)])
        assert told.startswith(texts(iri, RDFS.label, language)[0])
        for predicate in (SKOS.definition, SKOS.scopeNote, SKOS.example):
            assert [text for text in texts(iri, predicate, language) if text not in told] == []


def test_every_code_list_and_concept_is_told(targets: dict[str, Element], language: str) -> None:
    assert len(CONCEPTS) > 140
    for iri in [*SCHEMES, *CONCEPTS]:
        told = words(targets[anchor(iri)])
        for predicate in (SKOS.prefLabel, SKOS.altLabel, SKOS.definition):
            assert [text for text in texts(iri, predicate, language) if text not in told] == []
        stated = [quad for quad in TERMS if quad.subject.value == iri]
        strength = {quad.object.value for quad in stated if quad.predicate.value == COMITY.strength}
        assert strength <= {cell.text for cell in targets[anchor(iri)].iter("td")}
        above = {quad.object.value for quad in stated if quad.predicate.value == SKOS.broader}
        assert {f"#{anchor(other)}" for other in above} <= {link.get("href") for link in targets[anchor(iri)].iter("a")}


def test_every_shape_says_what_it_wants(page: Element, language: str) -> None:
    messages = [
        q.object.value for q in SHAPES if q.predicate.value.endswith("#message") and q.object.language == language
    ]
    told = {(item.text or "").strip() for item in page.iter("li")}
    assert len(messages) > 100
    assert [message for message in messages if " ".join(message.split()) not in told] == []


def test_every_alignment_is_a_link(targets: dict[str, Element]) -> None:
    aligned = [q for q in parsed("ontology/alignments/*.ttl") if q.subject.value.startswith(BASE)]
    links = {name: {link.get("href") for link in element.iter("a")} for name, element in targets.items()}
    assert len(aligned) > 200
    assert [quad for quad in aligned if quad.object.value not in links[anchor(quad.subject.value)]] == []


def test_no_other_language_is_mixed_in(page: Element, language: str) -> None:
    written = [(text, tongue) for text, tongue in spoken(page, "") if text.strip()]
    here = [text for text, tongue in written if tongue == language]
    assert {tongue for _, tongue in written} == set(LANGUAGES)
    assert len(written) - len(here) <= 2  # the link to the other page and its title
    if language == "en":
        assert [text for text in here if CYRILLIC.search(text)] == []
    else:
        quoted = {word for literal in LITERALS if literal.language == "ru" for word in LATIN.findall(literal.value)}
        assert {word for text in here for word in LATIN.findall(text)} - quoted <= set(PROPER.split())


def test_no_text_of_the_other_language_is_there(page: Element, language: str) -> None:
    own = {literal.value for literal in LITERALS if literal.language == language}
    foreign = {literal.value for literal in LITERALS if literal.language == OTHER[language]} - own
    here = {text.strip() for text, tongue in spoken(page, "") if tongue == language}
    assert len(foreign) > 900
    assert here & foreign == set()


def test_every_link_within_leads_somewhere(page: Element, targets: dict[str, Element]) -> None:
    names = [element.get("id", "") for element in page.iter() if element.get("id")]
    assert len(names) == len(targets)
    links = [element.get("href", "") for element in page.iter() if element.get("href")]
    within = [link for link in links if link.startswith("#")]
    beside = {link for link in links if ":" not in link} - set(within)
    assert [link for link in within if link[1:] not in targets] == []
    assert beside <= set(vocabulary_files())
    references = [
        name for e in page.iter() for key in ("aria-labelledby", "aria-describedby") for name in e.get(key, "").split()
    ]
    assert [name for name in references if name not in targets] == []


def test_nothing_is_fetched_and_no_content_policy_is_broken(page: Element) -> None:
    assert {element.tag.removeprefix(SVG) for element in page.iter()} & {
        "script",
        "style",
        "img",
        "iframe",
        "use",
    } == set()
    assert [
        element for element in page.iter() if {name for name in element.attrib if re.match("style$|on|src", name)}
    ] == []
    assert {element.get("href") for element in page.iter("link")} < set(vocabulary_files())
    assert not re.search(r"url\(|@import", vocabulary_files()["vocabulary.css"].decode())


def test_the_page_can_be_walked(page: Element, language: str) -> None:
    assert page.get("lang") == language
    headings = [int(element.tag[1]) for element in page.iter() if re.fullmatch("h[1-6]", element.tag)]
    assert headings.count(1) == 1
    assert [pair for pair in pairwise(headings) if pair[1] > pair[0] + 1] == []
    assert {"header", "nav", "main", "footer"} <= {element.tag for element in page.iter()}
    assert all(table.find("thead") is not None for table in page.iter("table"))
    assert [row for row in page.findall(".//tbody/tr") if row.find("th[@scope='row']") is None] == []
    assert [link for link in page.iter("a") if not words(link)] == []


def test_the_page_says_what_the_ontology_says_of_itself(page: Element, language: str) -> None:
    header = page.find("body/header")
    assert header is not None
    told = words(header)
    stated = [q.object for q in TERMS if q.subject.value == f"{BASE}ontology" and isinstance(q.object, ox.Literal)]
    shown = [text.value for text in stated if text.language in {"", None, language}]
    # The remark on the profile is said by the link to it.
    assert [text for text in shown if text not in told] == texts(f"{BASE}ontology", RDFS.comment, language)
    links = {link.get("href") for link in header.iter("a")}
    assert {f"{BASE}ontology/0.1.0", "https://creativecommons.org/licenses/by/4.0/", "CHANGELOG.txt"} <= links


def test_the_diagram_shows_every_class_in_the_language_of_the_page(page: Element, language: str) -> None:
    picture = page.find(f".//{SVG}svg")
    assert picture is not None
    links = {link.get("href"): words(text) for link in picture.iter(f"{SVG}a") for text in link.iter(f"{SVG}text")}
    shown = {iri: links[f"#{anchor(iri)}"] for iri in CLASSES}
    assert shown == {iri: texts(iri, RDFS.label, language)[0] for iri in CLASSES}
    assert [part.tag for part in picture[:2] if words(part)] == [f"{SVG}title", f"{SVG}desc"]


def test_nothing_in_the_diagram_overlaps(arrangement: Arrangement) -> None:
    for one, other in combinations(arrangement.boxes, 2):
        apart = one.x + one.width < other.x or one.y + one.height < other.y or other.y + other.height < one.y
        assert apart
    for box in arrangement.boxes:
        assert [p for p in box.places if p.x < box.x or p.x + text_width(p.row) > box.x + box.width] == []
        heights = [box.y, *(place.y for place in box.places), box.y + box.height]
        assert min(below - above for above, below in pairwise(heights)) >= ROW / 2
        assert box.x + box.width <= arrangement.width
        assert box.y + box.height <= arrangement.height
    # All lines keep to the channel between the columns, each to a lane of its own.
    left = max(box.x + box.width for box in arrangement.boxes if box.x == 0)
    right = min(box.x for box in arrangement.boxes if box.x > 0)
    lanes = [line.x for line in arrangement.lines]
    assert len(set(lanes)) == len(lanes)
    assert left < min(lanes) <= max(lanes) < right
    rows = [*arrangement.runs, *(line.target for line in arrangement.lines)]
    assert len({place.y for place in rows}) == len(rows)
    assert {place.port for place in rows} == {left, right}


def test_the_diagram_says_what_the_ontology_says(arrangement: Arrangement, ontology: Ontology) -> None:
    drawn = {(source.row.name, line.target.row.name) for line in arrangement.lines for source in line.sources}
    assert len(drawn) > 40
    assert [pair for pair in drawn if pair[1] not in ontology.ends(pair[0], "range").classes] == []
    assert {("comity:proposes", "comity:Initiative"), ("comity:cites", "comity:Instrument")} <= drawn
    assert {name for name, _ in drawn} & {"comity:proposedBy", "comity:recalls", "comity:partOf"} == set()


@pytest.mark.parametrize(
    ("name", "side", "expected"),
    [
        ("capital", "range", Ends(("comity:Place",), always=True)),
        ("memberCount", "domain", Ends(("comity:Body", "comity:Organization"), always=True)),
        ("date", "range", Ends(("xsd:date", "xsd:gYearMonth", "xsd:gYear"))),
        ("citedBy", "domain", Ends(("comity:Instrument",), always=True, through="comity:cites")),
        ("recalls", "range", Ends(("comity:Instrument",), always=True, through="comity:cites")),
        (
            "confidence",
            "range",
            Ends(("xsd:decimal",), always=True, facets=(("xsd:minInclusive", "0.0"), ("xsd:maxInclusive", "1.0"))),
        ),
    ],
)
def test_from_what_to_what_a_property_leads(ontology: Ontology, name: str, side: str, expected: Ends) -> None:
    assert ontology.ends(f"comity:{name}", side) == expected


def test_every_property_leads_from_and_to_something_with_a_name(ontology: Ontology, language: str) -> None:
    names = wording(language).names
    assert len(ontology.properties) == len(PROPERTIES)
    for name in ontology.properties:
        for side in ("domain", "range"):
            classes = ontology.ends(name, side).classes
            assert classes
            assert [class_ for class_ in classes if not class_.startswith("comity:") and class_ not in names] == []


def test_every_term_is_in_one_area(ontology: Ontology) -> None:
    placed = [name for names in ontology.areas.values() for name in names]
    assert sorted(placed) == sorted(f"comity:{anchor(iri)}" for iri in [*CLASSES, *PROPERTIES])


def test_rules_are_found_by_path_by_target_and_with_their_lists(ontology: Ontology) -> None:
    rules = Rules(ontology.triples)
    kinds = ("recalls", "reaffirms", "guidedBy", "welcomes", "notes", "implements", "amends")
    citing = {rule.shape: rule.properties for rule in rules.of_property("comity:recalls")}
    assert citing == {"shape:Instrument-citesHow": tuple(f"comity:{kind}" for kind in kinds)}
    assert "shape:Provision-instrument" in {rule.shape for rule in rules.of_property("comity:hasProvision")}
    assert "shape:Assertion-subject" in {rule.shape for rule in rules.of_class("comity:Assertion")}
    assert {rule.shape for rule in rules.of_class("comity:Post") if rule.is_warning} == {"shape:Post-belongs"}
    assert rules.lists("comity:role") == ("code:membership-role",)
    assert set(rules.lists("comity:kind")) >= {"code:body-kind", "code:citation-kind", "code:instrument-kind"}


def test_the_example_is_true_and_conforms(language: str) -> None:
    turtle = (Path(vocabulary_module()).with_name("templates") / f"example.{language}.ttl").read_text(encoding="utf-8")
    document = f"{BASE}graph/example.{language}"
    quads = list(ox.parse(turtle, format=ox.RdfFormat.TURTLE))
    values = {quad.predicate.value.rpartition("/")[2].rpartition("#")[2]: quad.object.value for quad in quads}
    text = values["sourceText"]
    assert text[int(values["start"]) : int(values["end"])] == values["exact"]
    assert values["contentDigest"] == f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"
    evidence = re.compile(f"{BASE}id/(?:assertion|span|rule)/")
    graphs = [
        ox.Quad(*quad.triple, ox.NamedNode(f"{document}/evidence" if proves(quad, evidence) else document))
        for quad in quads
    ]
    known = {"state/KAZ", "initiative/sco-development-bank"}
    reference = [q for q in parsed("data/reference/*.ttl") if q.subject.value.removeprefix(f"{BASE}id/") in known]
    labels = [
        ox.Quad(q.subject, ox.NamedNode(RDFS.label), q.object) for q in reference if q.predicate.value == SKOS.prefLabel
    ]
    graphs += [ox.Quad(*q.triple, ox.NamedNode(f"{BASE}graph/reference")) for q in [*reference, *labels]]
    assert {quad.subject.value.removeprefix(f"{BASE}id/") for quad in reference} == known
    found = [f for f in validate(graphs).findings if "example" in f.focus + f.document]
    assert found == []


def vocabulary_module() -> str:
    module = sys.modules[vocabulary_page.__module__].__file__
    assert module
    return module


def proves(quad: ox.Quad, evidence: re.Pattern[str]) -> bool:
    return bool(evidence.match(quad.subject.value)) or quad.predicate.value == COMITY.sourceText


def test_the_words_are_the_same_in_both_languages_and_all_are_used() -> None:
    one, other = (wording(code) for code in LANGUAGES)
    for part in ("words", "areas", "names", "vocabularies"):
        assert getattr(one, part).keys() == getattr(other, part).keys()
    folder = Path(vocabulary_module()).parent
    code = "".join(f.read_text(encoding="utf-8") for f in [*folder.glob("*.py"), *folder.glob("templates/*.html")])
    composed = {f"{direction}_{certainty}" for direction in ("from", "to") for certainty in ("always", "usually")}
    assert {word for word in one.words if not re.search(rf'words\.{word}\b|"{word}"', code)} <= composed


def test_the_committed_pages_are_what_another_process_writes(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import sys; from comity.cli import main; main()"]
    subprocess.run([*command, "export", "vocabulary", "--out", str(tmp_path / "new")], check=True, capture_output=True)
    written = {file.name: file.read_bytes() for file in (tmp_path / "new").iterdir()}
    assert written == vocabulary_files()
    stale = {name for name, content in written.items() if (COMMITTED / name).read_bytes() != content}
    assert stale == set(), "run: comity export vocabulary --out docs/ontology"
    assert {file.name for file in COMMITTED.iterdir()} == set(written)


def test_there_is_no_third_language() -> None:
    with pytest.raises(ConfigurationError, match="no documentation in 'fr'; there is ru, en"):
        vocabulary_page("fr")


def test_what_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="cannot write the documentation"):
        write_vocabulary(tmp_path / "file")
    with pytest.raises(ConfigurationError, match="name a folder"):
        CliRunner().invoke(app, ["export", "vocabulary"], catch_exceptions=False)
