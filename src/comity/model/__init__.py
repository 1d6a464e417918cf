"""Frozen facts that flow between the stages; nothing here knows RDF."""

from comity.model.block import Block, BlockKind
from comity.model.document import Document, DocumentKind, Segment, View
from comity.model.entity import Entity, Name, NameKind, Value
from comity.model.markup import Choice, MarkedBlock, Markup, Record, Reference, RollCall, Subject
from comity.model.mention import Date, Mention
from comity.model.reading import Analyses, Analysis, Reading, Token
from comity.model.register import Recorded, Register, Roll
from comity.model.source import Metadata, Source
from comity.model.span import Span
from comity.model.statement import Link, Statement

__all__ = [
    "Analyses",
    "Analysis",
    "Block",
    "BlockKind",
    "Choice",
    "Date",
    "Document",
    "DocumentKind",
    "Entity",
    "Link",
    "MarkedBlock",
    "Markup",
    "Mention",
    "Metadata",
    "Name",
    "NameKind",
    "Reading",
    "Record",
    "Recorded",
    "Reference",
    "Register",
    "Roll",
    "RollCall",
    "Segment",
    "Source",
    "Span",
    "Statement",
    "Subject",
    "Token",
    "Value",
    "View",
]
