"""``comity export``: the built dataset in another format."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from comity.cli.analyse import Lang, Language, Store
from comity.errors import ConfigurationError
from comity.export import (
    FORMATS,
    dataset_bytes,
    edges_csv,
    network_bytes,
    nodes_csv,
    quads,
    statements_csv,
    write_vocabulary,
)
from comity.network import PROJECTIONS, Network, project
from comity.store import open_reader
from comity.visual import appearances, draw

__all__ = ["export"]


class Table(StrEnum):
    """Tables that CSV is written of."""

    STATEMENTS = "statements"
    NODES = "nodes"
    EDGES = "edges"


def export(  # noqa: PLR0913  # the options of a command are its interface
    form: Annotated[str, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(FORMATS)}, svg, vocabulary.")],
    *,
    out: Annotated[Path, typer.Option(help="File to write; '-' for standard output. For vocabulary, a folder.")] = Path(
        "-"
    ),
    projection: Annotated[
        str, typer.Option(help=f"Which network, for graphml, gexf, svg and csv: {', '.join(PROJECTIONS)}.")
    ] = "actor-initiative",
    graph: Annotated[str, typer.Option(help="IRI of the one graph to write in an RDF format.")] = "",
    table: Annotated[Table, typer.Option(help="What csv is written of.")] = Table.STATEMENTS,
    lang: Lang = Language.RU,
    store: Store = "build",
) -> None:
    """Write the facts as RDF (all of them, or one graph), or a network, or a table with quotes.

    Turtle, JSON-LD, N-Triples and RDF/XML hold the facts without the evidence; N-Quads and TriG hold every named graph.
    The vocabulary is the documentation of the ontology, a page in each language.
    """
    if form == "vocabulary":
        _vocabulary(out)
        return
    rdf = form in FORMATS and FORMATS[form].rdf is not None
    if form not in {*FORMATS, "svg"}:
        raise ConfigurationError(f"there is no format {form!r}; there are {', '.join(FORMATS)}, svg, vocabulary")
    if graph and not rdf:
        raise ConfigurationError(f"--graph picks a graph for RDF formats; {form} is none")
    reader = open_reader(store)
    if rdf:
        content = dataset_bytes(quads(reader), form, graph)
    elif form == "csv" and table == Table.STATEMENTS:
        content = statements_csv(reader)
    else:
        content = _network(project(reader, projection), form, table, lang)
    if str(out) == "-":
        sys.stdout.buffer.write(content)
        return
    try:
        out.write_bytes(content)
    except OSError as error:
        raise ConfigurationError(f"cannot write {out}: {error}") from error
    typer.echo(f"{out}: {len(content)} bytes", err=True)


def _vocabulary(folder: Path) -> None:
    if str(folder) == "-":
        raise ConfigurationError("the documentation of the ontology is several files; name a folder with --out")
    for file in write_vocabulary(folder):
        typer.echo(f"{file}: {file.stat().st_size} bytes", err=True)


def _network(network: Network, form: str, table: Table, language: str) -> bytes:
    if form == "svg":
        return draw(network, language, limit=len(network.nodes)).svg.encode()
    if form == "csv":
        return nodes_csv(network, language) if table == Table.NODES else edges_csv(network, language)
    return network_bytes(network, form, language, appearances(network))
