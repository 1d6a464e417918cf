"""The optional helper that finds names no rule and no record knows: a protocol, and slovnet behind it."""

from comity.recognition.choice import CHOICES, Recognised, Recogniser, is_used, recogniser

__all__ = ["CHOICES", "Recognised", "Recogniser", "is_used", "recogniser"]
