"""What validation finds: one typed record a finding, whichever gate found it."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from comity.namespaces import PREFIXES

__all__ = ["Finding", "Origin", "Report", "Severity"]


_IRI = re.compile(r"<([^<>]*[/#])([^<>/#]+)>")
_PREFIX_OF = {iri: prefix for prefix, iri in PREFIXES.items()}


class Severity(StrEnum):
    """How grave a finding is, gravest first; only a violation breaks conformance."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


class Origin(StrEnum):
    """Which gate found it: a shape of `shapes/` or a query of `queries/checks/`."""

    SHACL = "shacl"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, or doubtful, about one resource.

    `focus`, `shape`, `component` and `document` are IRIs (`focus` is ``_:label`` for a blank node, `document` is
    empty where no document owns the resource). `path` is a SPARQL property path, `value` a term in N-Triples;
    either may be empty. `messages` are (language, text) pairs.
    """

    focus: str
    shape: str
    component: str
    path: str
    value: str
    severity: Severity
    messages: tuple[tuple[str, str], ...]
    document: str
    origin: Origin

    def message(self, language: str) -> str:
        """Return the message in this language, or in whichever there is, or nothing."""
        texts = dict(self.messages)
        return texts.get(language) or next(iter(texts.values()), "")

    def key(self) -> tuple[int, str, str, str, str, str, str]:
        """Return the place of this finding in a report: the gravest first, then by resource."""
        rank = list(Severity).index(self.severity)
        return rank, self.focus, self.shape, self.component, self.path, self.value, self.document


@dataclass(frozen=True, slots=True)
class Report:
    """The findings, in a fixed order, and the digests of the parts that had none under the shapes.

    A later run over the same bytes and the same shapes may be told `sound` and spare itself that work.
    """

    findings: tuple[Finding, ...]
    sound: frozenset[str] = frozenset()

    @classmethod
    def of(cls, findings: Iterable[Finding], sound: Iterable[str] = ()) -> "Report":
        """Return the report of these findings: each once, in order."""
        return cls(tuple(sorted(set(findings), key=Finding.key)), frozenset(sound))

    @property
    def conforms(self) -> bool:
        """Whether there is no violation; warnings and infos do not break conformance."""
        return all(finding.severity is not Severity.VIOLATION for finding in self.findings)

    def counts(self) -> dict[str, int]:
        """Return how many findings of each severity there are, gravest first."""
        counted = Counter(finding.severity for finding in self.findings)
        return {severity.value: counted[severity] for severity in Severity}

    def to_dict(self) -> dict[str, Any]:
        """Return the report as JSON knows it: conformance, counts, findings with messages by language."""
        findings = [asdict(finding) | {"messages": dict(finding.messages)} for finding in self.findings]
        return {"conforms": self.conforms, "counts": self.counts(), "findings": findings}

    def to_text(self, language: str = "en") -> str:
        """Return the report for a terminal, messages in the language given."""
        counts = ", ".join(f"{severity} {count}" for severity, count in self.counts().items())
        verdict = "conforms" if self.conforms else "does not conform"
        return "\n".join([f"{verdict}: {counts}", *(_paragraph(finding, language) for finding in self.findings)])


def _paragraph(finding: Finding, language: str) -> str:
    fields = {
        "path": _IRI.sub(_shortened, finding.path),
        "value": _IRI.sub(_shortened, finding.value),
        "document": finding.document,
        "rule": finding.shape,
    }
    details = [f"    {name}: {text}" for name, text in fields.items() if text]
    return "\n".join(["", f"{finding.severity.value}: {finding.focus}", f"    {finding.message(language)}", *details])


def _shortened(iri: re.Match[str]) -> str:
    prefix = _PREFIX_OF.get(iri[1])
    return f"{prefix}:{iri[2]}" if prefix else iri[0]
