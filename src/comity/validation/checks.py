"""The checks at work: whole-graph queries on the store, any row of which is a finding."""

import pyoxigraph as ox

from comity.errors import ValidationError
from comity.namespaces import BASE
from comity.validation.finding import Finding, Origin
from comity.validation.requirements import Check
from comity.validation.terms import Term, name_of

__all__ = ["check_findings"]

_COMPONENT = "http://www.w3.org/ns/shacl#SPARQLConstraintComponent"


def check_findings(store: ox.Store, check: Check) -> list[Finding]:
    """Return a finding for every row that the check selects from an arranged store.

    Raises:
        ValidationError: the query does not parse, is not a SELECT, or leaves `?focus` unbound.
    """
    try:
        rows = store.query(check.query)
    except SyntaxError as error:
        raise ValidationError(f"check {check.name}: {error}") from error
    if not isinstance(rows, ox.QuerySolutions):
        raise ValidationError(f"check {check.name}: a check is a SELECT query")
    names = {variable.value for variable in rows.variables}
    return [_finding(check, {name: row[name] for name in names}) for row in rows]


def _finding(check: Check, row: dict[str, Term | None]) -> Finding:
    focus, path, value, document = (row.get(name) for name in ("focus", "path", "value", "document"))
    if focus is None:
        raise ValidationError(f"check {check.name}: a row does not say which resource is at fault (?focus)")
    return Finding(
        focus=name_of(focus),
        shape=f"{BASE}check/{check.name}",
        component=_COMPONENT,
        path="" if path is None else str(path),
        value="" if value is None else str(value),
        severity=check.severity,
        messages=check.messages,
        document="" if document is None else name_of(document),
        origin=Origin.CHECK,
    )
