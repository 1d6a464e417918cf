"""Carry the states over from datasets/country-codes into `data/reference/states.ttl`.

Usage: python tools/reference/states.py COUNTRY_CODES.CSV OUTPUT.TTL

The names in six languages are UNTERM's, as the table `country-codes.csv` (public domain, datasets/country-codes)
repeats them. `states.tsv` beside this program adds what that table lacks: everyday variants, Russian adjectives,
capitals, and two Wikidata identifiers (one is blank there, one names Vatican City where the observer is the Holy See).
`names-missing.tsv` holds the UNTERM names that are blank there.
"""
# ruff: noqa: INP001 - a program, not a package

import csv
import re
import sys
import unicodedata
from pathlib import Path

FOLDER = Path(__file__).parent
LANGUAGES = {"ru": "Russian", "en": "English", "fr": "French", "es": "Spanish", "zh": "Chinese", "ar": "Arabic"}
ARTICLES = re.compile(r"^(the |la |le |les |el |los |las |l')(?=\S)")
TRAILING_ARTICLE = re.compile(r"\s*\((the|la|le|les|el|los|las|l')\)$")
QUALIFIER = re.compile(r"\s*\([^()]*\)$")
HEADER = """# States: members of the United Nations, and the Holy See and the State of Palestine (observers).
# Made by tools/reference/states.py.
@base <https://w3id.org/comity/id/> .
@prefix comity: <https://w3id.org/comity/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
"""
SOURCE = '<https://unterm.un.org/>, "datasets/country-codes (names, ISO 3166, M49, Wikidata)"'


def rows(path: Path, delimiter: str) -> list[dict[str, str]]:
    """Return the rows of a table as dictionaries."""
    with path.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter=delimiter))


def clean(name: str) -> str:
    """Return a UNTERM name without its footnote stars, trailing article and doubled spaces."""
    return TRAILING_ARTICLE.sub("", re.sub(r"\s+", " ", name).strip(" *"))


def formal(name: str) -> str:
    """Return a formal name without its leading article."""
    return ARTICLES.sub("", clean(name))


def names(record: dict[str, str], extra: dict[str, str], code: str) -> tuple[str, list[str]]:
    """Return the preferred name of a state in one language and its other names, without repeats."""
    full = clean(record[f"UNTERM {LANGUAGES[code]} Short"])
    preferred = QUALIFIER.sub("", full)
    others = [full, formal(record[f"UNTERM {LANGUAGES[code]} Formal"]), *extra.get(f"alt_{code}", "").split(";")]
    return preferred, [name for name in dict.fromkeys(others) if name and name != preferred]


def slug(name: str) -> str:
    """Return a name as the last part of an IRI: lower case, ASCII, words joined by hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")


def literals(values: list[tuple[str, str]]) -> str:
    """Return language-tagged Turtle literals, joined by commas."""
    return ", ".join(f'"{text}"@{language}' for text, language in values)


def record_turtle(record: dict[str, str], extra: dict[str, str]) -> str:
    """Return one state as Turtle."""
    code = record["ISO3166-1-Alpha-3"]
    both = {language: names(record, extra, language) for language in LANGUAGES}
    lines = [
        f"<state/{code}> a comity:State",
        "skos:prefLabel " + literals([(preferred, language) for language, (preferred, _) in both.items()]),
    ]
    others = [(name, language) for language, (_, found) in both.items() for name in found]
    if others:
        lines.append("skos:altLabel " + literals(others))
    if extra["demonyms"]:
        lines.append("comity:demonym " + literals([(word, "ru") for word in extra["demonyms"].split(";")]))
    if extra["capital_en"]:
        lines.append(f"comity:capital <place/{slug(extra['capital_en'])}>")
    lines.append(f'skos:notation "{code}", "{record["ISO3166-1-Alpha-2"]}", "{int(record["M49"]):03}"')
    wikidata = extra["wikidata"] or record["wikidata_id"].rpartition("/")[2]
    lines.append(f"owl:sameAs <http://www.wikidata.org/entity/{wikidata}>")
    lines.append(f"dcterms:source {SOURCE}")
    return " ;\n    ".join(lines) + " .\n"


def main(source: Path, target: Path) -> None:
    """Write the states named in `states.tsv`, in the order of their codes."""
    by_code = {record["ISO3166-1-Alpha-3"]: record for record in rows(source, ",")}
    for missing in rows(FOLDER / "names-missing.tsv", "\t"):
        record = by_code[missing["iso3"]]
        record[f"UNTERM {missing['language']} Short"] = missing["short"]
        record[f"UNTERM {missing['language']} Formal"] = missing["formal"]
    extras = sorted(rows(FOLDER / "states.tsv", "\t"), key=lambda extra: extra["iso3"])
    blocks = [record_turtle(by_code[extra["iso3"]], extra) for extra in extras]
    target.write_text("\n".join([HEADER, *blocks]), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
