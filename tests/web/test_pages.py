"""Pages over the sample, as a browser gets them: content, languages, links, escaping, RDF at the same address."""

import html
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import httpx
import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from comity.queries import catalogue
from comity.store import EmbeddedReader

HTML = {"accept": "text/html"}
DATASET = Path(__file__).parent / "data" / "dataset.trig"
TEXT = (
    "ТАСС. Казахстан поддержал План действий, говорится в заявлении. "
    '<script>alert(1)</script> "Саммит" прошел в Тяньцзине.\n'
)
PATHS = ["/", "/search?q=шос", "/queries", "/sparql", "/network", "/citations", "/ontology", "/data"]
RESOURCES = sorted(
    {
        str(quad.subject)[1:-1].removeprefix("https://w3id.org/comity")
        for quad in parse(path=DATASET, format=RdfFormat.TRIG)
        if str(quad.subject).startswith(("<https://w3id.org/comity/id/", "<https://w3id.org/comity/code/"))
    }
)


class Page(HTMLParser):
    """The parts of a page that tests look at."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: list[str] = []
        self.tags: list[str] = []
        self.handlers: list[str] = []
        self.language = ""
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name in {"href", "src"}:
                self.links.append(value or "")
            elif name == "id":
                self.anchors.append(value or "")
            elif name.startswith("on") or name == "style":
                self.handlers.append(name)
            elif name == "lang" and tag == "html":
                self.language = value or ""

    def handle_data(self, data: str) -> None:
        self.words += data


def get(client: httpx.Client, path: str, status: int = 200) -> Page:
    answer = client.get(path, headers=HTML, follow_redirects=True)
    assert answer.status_code == status, answer.text
    return Page(answer.text)


@pytest.mark.parametrize("code", ["ru", "en"])
@pytest.mark.parametrize("path", [*PATHS, *(f"/queries/{name}" for name in catalogue()), *RESOURCES])
def test_every_page_in_both_languages(client: httpx.Client, path: str, code: str) -> None:
    page = get(client, f"{path}{'&' if '?' in path else '?'}lang={code}")
    assert page.language == code
    assert ("Вопросы" in page.words) == (code == "ru")
    assert "main" in page.anchors
    assert "script" not in page.tags
    assert page.handlers == []
    assert len(page.anchors) == len(set(page.anchors))


@pytest.mark.parametrize(
    ("parameters", "accept", "expected"),
    [("", "en", "en"), ("", "", "ru"), ("?lang=ru", "en", "ru"), ("?lang=xx", "en", "en")],
)
def test_the_language_asked_for(client: httpx.Client, parameters: str, accept: str, expected: str) -> None:
    answer = client.get(f"/{parameters}", headers={**HTML, "accept-language": accept})
    assert Page(answer.text).language == expected
    assert answer.headers["content-language"] == expected
    assert "Accept-Language" in answer.headers["vary"]


def test_every_link_leads_somewhere_and_keeps_the_language(client: httpx.Client) -> None:
    """Walk the whole site from its first page."""
    seen: dict[str, Page] = {}
    waiting = ["/?lang=en"]
    wanted: set[tuple[str, str]] = set()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        answer = client.get(path, headers=HTML, follow_redirects=True)
        assert answer.status_code == 200, f"{path}: {answer.status_code}"
        is_page = answer.headers["content-type"].startswith("text/html")
        seen[path] = Page(answer.text if is_page else "")
        for link in seen[path].links:
            address, fragment = urldefrag(urljoin(path, link))
            assert urlsplit(address).scheme in {"", "http", "https", "mailto"}, link
            if address.startswith("/"):
                is_text = (
                    not address.startswith(("/static/", "/data/", "/search", "/sparql")) and "format=" not in address
                )
                assert not is_text or "lang=" in address, f"{path} → {link}"
                waiting.append(address)
                if fragment:
                    wanted.add((address, fragment))
    assert len(seen) > 150
    missing = [(address, fragment) for address, fragment in wanted if fragment not in seen[address].anchors]
    assert missing == []


def test_home_counts_and_offers(client: httpx.Client) -> None:
    page = get(client, "/?lang=en")
    assert re.search(r"Statements with quotes\s*21", page.words)
    assert "ТАСС о саммите" in page.words
    assert "/queries/stances?lang=en" in page.links


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("шос", "/id/organization/sco"),
        ("SCO", "/id/organization/sco"),
        ("казАХстан", "/id/state/KAZ"),
        ("78/311", "/id/instrument/A-RES-78-311"),
        ("совет экспёртный", None),
        ("экспёртный", "/id/body/expert-council"),
        ("%", None),
        ('" } UNION', None),
        ("press.ru", "/document/press.ru"),
    ],
)
def test_search(client: httpx.Client, text: str, expected: str | None) -> None:
    answer = client.get("/search", params={"q": text, "lang": "en"}, headers=HTML)
    hits = [link.partition("?")[0] for link in Page(answer.text).links if link.startswith(("/id/", "/document/"))]
    assert hits[:1] == ([expected] if expected else [])


def test_a_whole_match_goes_before_a_part(client: httpx.Client) -> None:
    answer = client.get("/search", params={"q": "план"}, headers=HTML)
    assert next(link for link in Page(answer.text).links if link.startswith("/id/")) == "/id/initiative/plan"


def test_a_resource_shows_each_statement_with_its_words(client: httpx.Client) -> None:
    text = client.get("/id/initiative/plan?lang=en", headers=HTML).text
    assert "<mark>Казахстан поддержал План действий, говорится в заявлении</mark>" in text
    assert "reported speech" in text
    assert "attributed to" in text
    assert "confidence 0.8" in text
    assert "paragraph 1" in text
    start = TEXT.index("Казахстан поддержал")
    end = TEXT.index(". <script>")
    assert f'href="/document/press.ru?lang=en#c{start}-{end}"' in text


def test_reference_and_inferred_facts_say_so(client: httpx.Client) -> None:
    words = get(client, "/id/state/IND?lang=en").words
    assert "inferred" in words
    assert "Inferred by rules" in words
    assert "reference data" in get(client, "/id/state/KAZ?lang=en").words


def test_a_planned_thing_is_marked_as_planned(client: httpx.Client) -> None:
    assert re.search(r"planned", get(client, "/id/instrument/sco-statement?lang=en").words)


def test_the_text_of_a_document_is_whole_and_its_offsets_exact(client: httpx.Client, reader: EmbeddedReader) -> None:
    page = client.get("/document/press.ru", headers=HTML).text
    shown = re.search(r'<div class="text"[^>]*>(.*?)</div>', page, re.DOTALL)
    assert shown is not None
    assert html.unescape(re.sub(r"<[^>]+>", "", shown[1])) == TEXT
    start, end = TEXT.index("Казахстан"), TEXT.index(". <script>")
    marked = re.search(rf'<mark class="statement" id="c{start}-{end}">(.*)', page, re.DOTALL)
    assert marked is not None
    assert html.unescape(re.sub(r"<[^>]+>", "", marked[1])).startswith(TEXT[start:end])
    assert f'href="#c{start}-{end}"' in page
    assert f'id="s{start}-{end}"' in page
    assert reader.ask("ASK { ?s ?p ?o }")


def test_mentions_lead_to_what_they_mention_and_have_a_look(client: httpx.Client) -> None:
    page = client.get("/document/sco-statement.ru", headers=HTML).text
    assert re.search(r'<mark class="mention actor"[^>]*><a href="/id/state/CHN">КНР</a></mark>', page)


@pytest.mark.parametrize(
    "path", ["/document/sco-statement.ru", "/document/press.ru", "/id/person/xss", "/id/instrument/sco-statement"]
)
def test_scripts_in_data_stay_text(client: httpx.Client, path: str) -> None:
    text = client.get(path, headers=HTML).text
    page = Page(text)
    assert "script" not in page.tags
    assert "img" not in page.tags
    assert "b" not in page.tags
    assert page.handlers == []
    assert "alert(" in text
    assert not any(link.lower().startswith("javascript:") for link in page.links)


@pytest.mark.parametrize(
    "path",
    [
        "/search?q=<script>alert(1)</script>",
        '/search?q="><img src=x onerror=alert(1)>',
        "/id/<script>alert(1)</script>",
        "/id/x'onclick='alert(1)",
        "/document/<img src=x onerror=alert(1)>",
        "/queries/<script>alert(1)</script>",
        '/queries/stances?initiative="><script>alert(1)</script>',
        "/?lang=<script>alert(1)</script>",
        "/sparql?query=<script>alert(1)</script>",
        "/network/<script>/x",
    ],
)
def test_scripts_in_addresses_stay_text(client: httpx.Client, path: str) -> None:
    answer = client.get(path, headers=HTML)
    page = Page(answer.text)
    assert answer.headers["content-type"].startswith("text/html")
    assert "script" not in page.tags
    assert "img" not in page.tags
    assert page.handlers == []


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/id/state/XXX",
        "/document/none",
        "/queries/none",
        "/id/",
        "/id/a b",
        "/network/none/nodes.csv",
        "/network/citations/x",
    ],
)
def test_what_is_not_there(client: httpx.Client, path: str) -> None:
    page = get(client, f"{path}?lang=en", status=404)
    assert "There is no such page" in page.words


@pytest.mark.parametrize(
    ("path", "headers", "content_type", "written"),
    [
        ("/id/state/KAZ.ttl", {}, "text/turtle; charset=utf-8", RdfFormat.TURTLE),
        ("/id/state/KAZ.nt", {}, "application/n-triples", RdfFormat.N_TRIPLES),
        ("/id/state/KAZ.jsonld", {}, "application/ld+json", RdfFormat.JSON_LD),
        ("/id/state/KAZ?format=rdf", {}, "application/rdf+xml", RdfFormat.RDF_XML),
        ("/id/state/KAZ", {"accept": "text/turtle"}, "text/turtle; charset=utf-8", RdfFormat.TURTLE),
        ("/id/state/KAZ", {"accept": "application/ld+json, text/html;q=0.5"}, "application/ld+json", RdfFormat.JSON_LD),
        ("/id/document/press.ru.ttl", {}, "text/turtle; charset=utf-8", RdfFormat.TURTLE),
        ("/id/document/press.ru", {"accept": "application/n-triples"}, "application/n-triples", RdfFormat.N_TRIPLES),
    ],
)
def test_resources_in_rdf(
    client: httpx.Client, path: str, headers: dict[str, str], content_type: str, written: RdfFormat
) -> None:
    answer = client.get(path, headers=headers)
    assert (answer.status_code, answer.headers["content-type"]) == (200, content_type)
    about = NamedNode("https://w3id.org/comity/id/" + ("state/KAZ" if "KAZ" in path else "document/press.ru"))
    triples = [quad.triple for quad in parse(answer.content, written)]
    assert any(triple.subject == about for triple in triples)
    assert all(about in {triple.subject, triple.object} for triple in triples)
    assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("path", ["/id/state/KAZ?format=png", "/queries/stances?format=png"])
def test_a_format_nobody_writes(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 406


def test_rdf_of_nothing(client: httpx.Client) -> None:
    assert client.get("/id/state/XXX.ttl").status_code == 404


def test_the_same_description_has_the_same_bytes(client: httpx.Client) -> None:
    assert client.get("/id/state/KAZ.ttl").content == client.get("/id/state/KAZ.ttl").content


def test_a_document_as_a_resource_leads_to_its_page(client: httpx.Client) -> None:
    answer = client.get("/id/document/press.ru?lang=en", headers=HTML)
    assert (answer.status_code, answer.headers["location"]) == (303, "/document/press.ru?lang=en")


def test_a_question_with_a_value_and_its_downloads(client: httpx.Client) -> None:
    value = "https://w3id.org/comity/id/initiative/plan"
    page = client.get("/queries/stances", params={"initiative": value, "lang": "en"}, headers=HTML).text
    assert f'<option value="{value}" selected>AI Action Plan</option>' in page
    assert '<th scope="col">whose stance</th>' in page
    csv = client.get("/queries/stances", params={"initiative": value, "format": "csv"})
    assert csv.headers["content-type"] == "text/csv; charset=utf-8"
    assert csv.text.startswith("initiative,kind,proponent")
    assert client.get("/queries/stances", params={"format": "json"}).json()["results"]["bindings"]


def test_a_value_that_does_not_fit_is_refused(client: httpx.Client) -> None:
    answer = client.get("/queries/shared-initiatives", params={"least": "many", "lang": "en"}, headers=HTML)
    assert answer.status_code == 400
    assert "wants integer" in answer.text


@pytest.mark.parametrize("path", ["/network", "/citations"])
def test_a_picture_has_its_table(client: httpx.Client, path: str) -> None:
    text = client.get(f"{path}?lang=en", headers=HTML).text
    assert "<svg" in text
    assert text.count("<table") == 2
    assert "/id/initiative/plan" in text or "/id/instrument/A-RES-78-311" in text


@pytest.mark.parametrize("file", ["nodes.csv", "ties.csv", "network.gexf", "network.graphml"])
def test_networks_can_be_taken_away(client: httpx.Client, file: str) -> None:
    answer = client.get(f"/network/actor-initiative/{file}")
    assert answer.status_code == 200
    assert b"initiative/plan" in answer.content
    assert answer.headers["access-control-allow-origin"] == "*"


def test_the_dataset_is_the_file(client: httpx.Client) -> None:
    answer = client.get("/data/dataset.trig")
    assert answer.headers["content-type"] == "application/trig"
    assert answer.content == DATASET.read_bytes()
