"""The rules of inference: CONSTRUCT queries in strata, read from `queries/rules/`."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from comity import resources
from comity.errors import QueryError

__all__ = ["Rule", "shipped_rules"]

_FILE_NAME = re.compile(r"([1-9])\d-([a-z-]+)\.rq")


@dataclass(frozen=True, slots=True)
class Rule:
    """A CONSTRUCT query over the union of the facts.

    A rule may say "there is no …" only about what no rule of its own stratum, nor of a later one, constructs.
    """

    name: str
    stratum: int
    query: str


def read_rule(path: Path) -> Rule:
    """Return the rule in a file named ``<stratum><place>-<name>.rq``.

    Raises:
        QueryError: the file is named otherwise.
    """
    named = _FILE_NAME.fullmatch(path.name)
    if named is None:
        raise QueryError(f"{path}: a rule's file is named like 10-types.rq, its stratum first")
    return Rule(named[2], int(named[1]), path.read_text(encoding="utf-8"))


@cache
def shipped_rules() -> tuple[Rule, ...]:
    """Return the rules that ship with Comity, by stratum and place, read once.

    Raises:
        ResourceMissingError: they did not ship.
    """
    return tuple(map(read_rule, sorted(resources.path("queries/rules").glob("*.rq"))))
