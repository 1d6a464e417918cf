"""``comity analyse``: centrality, citation chains and communities in the built dataset.

Data goes to standard output: tables on a terminal, tab-separated lines elsewhere, or JSON. What the figures rest on
goes to standard error.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from comity import analysis
from comity.analysis import MEASURES, Basis, Reached, find_node
from comity.network import PROJECTIONS, Network, Node, project
from comity.store import open_reader

__all__ = ["Lang", "Language", "Store", "app"]

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Measures of the networks in the data.")


class Language(StrEnum):
    """Languages that names are printed in."""

    RU = "ru"
    EN = "en"


Store = Annotated[
    str, typer.Option(envvar="COMITY_OUT", help="Folder that 'comity build' made, or the URL of an endpoint.")
]
Projection = Annotated[str, typer.Option(help=f"Which network: {', '.join(PROJECTIONS)}.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")]
Lang = Annotated[Language, typer.Option(help="Language of names.")]


_WORDS = frozenset(("name", "chain", "circle", "role"))
"""Columns that hold words; the others hold figures."""
_RUSSIAN = {
    "name": "название",
    "docs": "док.",
    "steps": "шагов",
    "chain": "цепочка",
    "circle": "круг",
    "cited by": "ссылаются",
    "group": "группа",
    "role": "роль",
    "actor": "участник",
    "initiative": "инициатива",
    "instrument": "акт",
    "both": "участник и инициатива",
    "rests on": "опирается на",
    "is rested on by": "служит опорой для",
    "The longest chain": "Самая длинная цепочка",
    "Citations that run in a circle": "Ссылки по кругу",
    "Cited but not read": "Упомянуто, но не прочитано",
    "chains": "цепочек",
    "shown": "показано",
    "modularity": "модулярность",
    "not counted, citations run in a circle": "не сосчитано, ссылки идут по кругу",
}


def _said(english: str, language: str) -> str:
    return _RUSSIAN.get(english, english) if language == Language.RU else english


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One table: what it is called, its columns, its rows."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


@app.command()
def centrality(  # noqa: PLR0913  # the options of a command are its interface
    *,
    store: Store = "build",
    projection: Projection = "actor-initiative",
    measure: Annotated[
        list[str] | None, typer.Option(help=f"May be repeated; the first one orders: {', '.join(MEASURES)}.")
    ] = None,
    role: Annotated[str, typer.Option(help="Whose rows to print: a role of the network, or 'all'.")] = "",
    top: Annotated[int, typer.Option(min=1, help="How many rows to print.")] = 20,
    as_json: AsJson = False,
    lang: Lang = Language.RU,
) -> None:
    """Rank initiatives, actors or instruments by how central they are."""
    network = project(open_reader(store), projection)
    ranking = analysis.ranking(network, tuple(measure or ()), role)
    names = [measure.name for measure in ranking.measures]
    rows = ranking.rows[:top]
    record = {
        "projection": ranking.projection,
        "measures": {measure.name: measure.parameters for measure in ranking.measures},
        "rows": [
            _node(row.node)
            | {"values": dict(zip(names, row.values, strict=True)), "ranks": dict(zip(names, row.ranks, strict=True))}
            | {"documents": row.documents}
            for row in rows
        ],
    }
    sheet = _Sheet(
        PROJECTIONS[projection].titles[lang],
        ("#", "name", *(measure.titles[lang] for measure in ranking.measures), "docs"),
        [
            (str(row.ranks[0]), _name(row.node, lang), *(f"{value:.4g}" for value in row.values), str(row.documents))
            for row in rows
        ],
    )
    _print(record, [sheet], ranking.basis, lang, as_json=as_json)


@app.command()
def chains(
    source: Annotated[
        str, typer.Argument(metavar="[FROM]", help="Symbol, name or IRI of the instrument that cites.")
    ] = "",
    target: Annotated[str, typer.Argument(metavar="[TO]", help="The same of the one that is cited.")] = "",
    *,
    limit: Annotated[int, typer.Option(min=1, help="How many chains to list.")] = 20,
    store: Store = "build",
    as_json: AsJson = False,
    lang: Lang = Language.RU,
) -> None:
    """Follow citations: all chains between two instruments, the kin of one, or the longest chain of all."""
    network = project(open_reader(store), "citations")
    if target:
        record, sheets = _between(network, source, target, limit, lang)
    elif source:
        record, sheets = _kin(network, find_node(network, source), lang)
    else:
        record, sheets = _overview(network, lang)
    _print(record, sheets, analysis.basis(network), lang, as_json=as_json)


@app.command()
def communities(
    *,
    store: Store = "build",
    projection: Projection = "actor-initiative",
    as_json: AsJson = False,
    lang: Lang = Language.RU,
) -> None:
    """Divide a network into groups with more ties inside than chance would give."""
    found = analysis.communities(project(open_reader(store), projection))
    record = {
        "projection": found.projection,
        "method": found.method,
        "parameters": found.parameters,
        "modularity": found.modularity,
        "groups": [[_node(node) for node in group] for group in found.groups],
    }
    rows = [
        (str(number), _said(node.role, lang), _name(node, lang))
        for number, group in enumerate(found.groups, 1)
        for node in group
    ]
    title = f"{PROJECTIONS[projection].titles[lang]}: {_said('modularity', lang)} {found.modularity:.3f}"
    _print(record, [_Sheet(title, ("group", "role", "name"), rows)], found.basis, lang, as_json=as_json)


def _between(
    network: Network, source: str, target: str, limit: int, language: str
) -> tuple[Mapping[str, object], list[_Sheet]]:
    start, end = find_node(network, source), find_node(network, target)
    found = analysis.chains(network, start.iri, end.iri, limit)
    count = _said("not counted, citations run in a circle", language) if found.count is None else str(found.count)
    record = {
        "from": _node(start),
        "to": _node(end),
        "count": found.count,
        "chains": [[_node(node) for node in chain] for chain in found.chains],
    }
    rows = [
        (str(number), " → ".join(_name(node, language) for node in chain))
        for number, chain in enumerate(found.chains, 1)
    ]
    ends = f"{_name(start, language)} → {_name(end, language)}"
    title = f"{ends}: {_said('chains', language)} {count}, {_said('shown', language)} {len(rows)}"
    return record, [_Sheet(title, ("#", "chain"), rows)]


def _kin(network: Network, node: Node, language: str) -> tuple[Mapping[str, object], list[_Sheet]]:
    antecedents, dependents = analysis.antecedents(network, node.iri), analysis.dependents(network, node.iri)
    record = {"of": _node(node), "antecedents": _steps(antecedents), "dependents": _steps(dependents)}
    name = _name(node, language)
    sheets = [
        _Sheet(
            f"{name} {_said(title, language)}",
            ("steps", "name"),
            [(str(found.depth), _name(found.node, language)) for found in kin],
        )
        for title, kin in (("rests on", antecedents), ("is rested on by", dependents))
    ]
    return record, sheets


def _overview(network: Network, language: str) -> tuple[Mapping[str, object], list[_Sheet]]:
    longest, circles = analysis.longest_chain(network), analysis.cycles(network)
    missing = analysis.missing_instruments(network)
    record = {
        "longest": [[_node(node) for node in step] for step in longest],
        "cycles": [[_node(node) for node in circle] for circle in circles],
        "missing": [_node(node) | {"cited": count} for node, count in missing],
    }
    steps = [(str(number), " ⇄ ".join(_name(node, language) for node in step)) for number, step in enumerate(longest)]
    rounds = [(" → ".join(_name(node, language) for node in (*circle, circle[0])),) for circle in circles]
    return record, [
        _Sheet(_said("The longest chain", language), ("steps", "name"), steps),
        _Sheet(_said("Citations that run in a circle", language), ("circle",), rounds),
        _Sheet(
            _said("Cited but not read", language),
            ("cited by", "name"),
            [(str(count), _name(node, language)) for node, count in missing],
        ),
    ]


def _name(node: Node, language: str) -> str:
    name = node.label(language)
    return name if node.symbol in ("", name) else f"{node.symbol} {name}"


def _node(node: Node) -> dict[str, object]:
    return {"iri": node.iri, "symbol": node.symbol, "labels": dict(node.labels)}


def _steps(kin: Sequence[Reached]) -> list[dict[str, object]]:
    return [_node(found.node) | {"depth": found.depth} for found in kin]


def _print(
    record: Mapping[str, object], sheets: Sequence[_Sheet], basis: Basis, language: str, *, as_json: bool
) -> None:
    console = Console()
    if as_json:
        typer.echo(json.dumps({**record, "basis": asdict(basis)}, ensure_ascii=False, indent=1))
    elif console.is_terminal:
        for sheet in sheets:
            console.print(_table(sheet, language))
    else:
        for sheet in sheets:
            typer.echo(sheet.title, err=True)
        typer.echo("\n\n".join(_tab_separated(sheet, language) for sheet in sheets))
    typer.echo(basis.note(language), err=True)


def _table(sheet: _Sheet, language: str) -> Table:
    table = Table(title=Text(sheet.title), title_justify="left", box=box.SIMPLE_HEAD)
    for column in sheet.columns:
        words = column in _WORDS
        table.add_column(_said(column, language), justify="left" if words else "right", max_width=None if words else 10)
    for row in sheet.rows or [("—",)]:
        table.add_row(*map(Text, row))
    return table


def _tab_separated(sheet: _Sheet, language: str) -> str:
    columns = [_said(column, language) for column in sheet.columns]
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in (columns, *sheet.rows))
