"""Comity: the knowledge graph of AI-governance actors.

Documents of international politics go in; an RDF graph comes out in which every statement
carries the exact words it rests on. The package is laid out in layers, bottom to top; see
`docs/architecture.md`.
"""

__version__ = "0.1.0"
