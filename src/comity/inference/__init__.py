"""Inference: what follows from the facts, by rules, to a fixpoint, in a graph of its own."""

from comity.inference.engine import INFERRED, Derivation, derive, infer, infer_into
from comity.inference.rules import Rule, shipped_rules

__all__ = ["INFERRED", "Derivation", "Rule", "derive", "infer", "infer_into", "shipped_rules"]
