"""Frozen facts that flow between the stages; nothing here knows RDF."""

from comity.model.document import Block, BlockKind, Document, DocumentKind, Segment, View
from comity.model.entity import Entity, Name, NameKind, Value
from comity.model.mention import Date, Mention
from comity.model.reading import Analyses, Analysis, Reading, Token
from comity.model.source import Metadata, Source
from comity.model.span import Span
from comity.model.statement import Link, Statement

__all__ = [
    "Analyses",
    "Analysis",
    "Block",
    "BlockKind",
    "Date",
    "Document",
    "DocumentKind",
    "Entity",
    "Link",
    "Mention",
    "Metadata",
    "Name",
    "NameKind",
    "Reading",
    "Segment",
    "Source",
    "Span",
    "Statement",
    "Token",
    "Value",
    "View",
]
