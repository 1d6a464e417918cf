"""``comity extract``: what a document says, with the words each statement rests on."""

import json
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import pyoxigraph as ox
import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from comity.errors import SourceError
from comity.graph import Extraction, Names, document_quads
from comity.model import Entity, Source, Statement
from comity.namespaces import PREFIXES
from comity.pipeline import extract as extract_statements
from comity.settings import settings
from comity.sources import read_file, read_source

__all__ = ["extract"]


class Form(StrEnum):
    """How statements are printed."""

    TABLE = "table"
    JSON = "json"
    TURTLE = "turtle"


def extract(
    files: Annotated[
        list[Path],
        typer.Argument(help="Documents: text, PDF, HTML, DOCX, Akoma Ntoso; - reads standard input.", allow_dash=True),
    ],
    form: Annotated[Form, typer.Option("--format", help="How to print the statements.")] = Form.TABLE,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    mentions: Annotated[bool, typer.Option(help="Also print what is only mentioned.")] = False,
    explain: Annotated[
        bool, typer.Option(help="Also print every name found: its rule, its candidates, what decided.")
    ] = False,
) -> None:
    """Print the statements of any document with their quotes; a file that cannot be read is reported at the end."""
    shown = Form.JSON if as_json else form
    wrong, records = [], []
    for file in files:
        try:
            extraction = extract_statements(_source(file), settings().morphology, settings().ner)
        except SourceError as error:
            wrong.append(error)
            continue
        statements = [s for s in extraction.statements if mentions or s.predicate != "mentions"]
        if shown is Form.JSON:
            records.append(_record(extraction, statements, explain=explain))
        else:
            _print(extraction, statements, shown, explain=explain)
    if records:
        _write(json.dumps(records if len(files) > 1 else records[0], ensure_ascii=False, indent=2) + "\n")
    for refused in wrong:
        typer.echo(f"comity: {refused}", err=True)
    if wrong:
        raise typer.Exit(1)


def _source(file: Path) -> Source:
    maximum = settings().maximum_bytes
    if str(file) == "-":
        return read_source(sys.stdin.buffer.read(maximum + 1), "standard-input", name="standard input", maximum=maximum)
    return read_file(file, maximum)


def _print(extraction: Extraction, statements: list[Statement], form: Form, *, explain: bool) -> None:
    if form is Form.TURTLE:
        triples = {quad.triple for quad in document_quads(extraction, Names(settings().base_iri))}
        ordered = sorted(triples, key=lambda triple: (str(triple.subject), str(triple.predicate), str(triple.object)))
        sys.stdout.buffer.write(ox.serialize(ordered, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES) or b"")
        return
    if explain:
        _explain(extraction)
    _table(extraction, statements, explain=explain)


def _write(text: str) -> None:
    """Write UTF-8 text that may name a file whose name is not."""
    sys.stdout.buffer.write(text.encode("utf-8", errors="backslashreplace"))


def _record(extraction: Extraction, statements: list[Statement], *, explain: bool) -> dict[str, Any]:
    source = extraction.document.source
    record: dict[str, Any] = {
        "document": source.identifier,
        "kind": extraction.document.kind.value,
        "language": extraction.document.language,
        "instrument": extraction.own.identifier if extraction.own else None,
        "statements": [_statement(statement, source) for statement in statements],
    }
    return record | ({"links": list(_links(extraction))} if explain else {})


def _statement(statement: Statement, source: Source) -> dict[str, Any]:
    return {
        "subject": _thing(statement.subject),
        "predicate": statement.predicate,
        "object": _thing(statement.object)
        if isinstance(statement.object, Entity)
        else {"value": statement.object.text},
        "kind": statement.kind,
        "modality": statement.modality,
        "attributedTo": statement.speaker.label if statement.speaker else None,
        "rule": statement.rule,
        "confidence": statement.confidence,
        "evidence": [{"start": s.start, "end": s.end, "exact": s.of(source.text)} for s in statement.spans],
    }


def _thing(entity: Entity) -> dict[str, Any]:
    return {"id": entity.identifier, "label": entity.label, "types": list(entity.types)}


def _links(extraction: Extraction) -> Iterator[dict[str, Any]]:
    """Yield how each name was read: the rule that found it, the candidates, and the reason for what it stands for."""
    for link in extraction.links:
        mention = link.mention
        span = extraction.reading.span(mention.first, mention.last)
        yield {
            "text": " ".join(extraction.document.quote(span).split()),
            "evidence": [[place.start, place.end] for place in extraction.document.locate(span)],
            "type": mention.type,
            "rule": mention.rule,
            "candidates": list(link.candidates or mention.candidates),
            "entity": _thing(link.entity) if link.entity else None,
            "reason": link.reason,
        }


def _explain(extraction: Extraction) -> None:
    table = Table(title=Text(f"{extraction.document.source.identifier}: {len(extraction.links)} names"))
    for heading in ("text", "type", "found by", "stands for", "decided by", "candidates"):
        table.add_column(heading, overflow="fold")
    for row in _links(extraction):
        entity = row["entity"]["label"] if row["entity"] else "—"
        cells = (row["text"], row["type"], row["rule"], entity, row["reason"], ", ".join(row["candidates"]))
        table.add_row(*(Text(cell) for cell in cells))
    Console().print(table)


def _table(extraction: Extraction, statements: list[Statement], *, explain: bool) -> None:
    source = extraction.document.source
    table = Table(title=Text(f"{source.identifier}: {extraction.document.kind.value}, {len(statements)} statements"))
    for heading in ("subject", "predicate", "object", "kind", "quote", *(("rule",) if explain else ())):
        table.add_column(heading, overflow="fold")
    for statement in statements:
        rule = (f"{statement.rule} {statement.confidence:.2f}",) if explain else ()
        table.add_row(*(Text(cell) for cell in (*_cells(statement, source), *rule)))
    Console().print(table)


def _cells(statement: Statement, source: Source) -> Iterator[str]:
    yield statement.subject.label
    yield statement.predicate
    yield statement.object.label if isinstance(statement.object, Entity) else statement.object.text
    yield statement.kind or ""
    yield " … ".join(" ".join(span.of(source.text).split()) for span in statement.spans)
