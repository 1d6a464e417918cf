"""Inference: what follows from the facts, by rules, to a fixpoint, in a graph of its own."""

from comity.inference.engine import INFERRED, Derivation, derive, infer
from comity.inference.rules import Rule, shipped_rules

__all__ = ["INFERRED", "Derivation", "Rule", "derive", "infer", "shipped_rules"]
