"""Akoma Ntoso, the XML of the United Nations (AKN4UN): the plain text of a file, and what its mark-up states.

The vocabulary is OASIS LegalDocML, Akoma Ntoso Version 1.0, https://docs.oasis-open.org/legaldocml/akn-core/v1.0/; how
the United Nations use it, https://unsceb-hlcm.github.io/part1/.
"""

from dataclasses import dataclass, field

from lxml import etree

from comity.errors import MarkupError
from comity.model import BlockKind, Markup
from comity.sources.akoma_ntoso_record import read_record, text_of, words_of
from comity.sources.manuscript import Manuscript
from comity.sources.xml import local_name, parse

__all__ = ["read_akoma_ntoso"]

_ROOT, _NAMESPACE = "akomaNtoso", "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_RULE = "_" * 20
_SILENT = frozenset(("meta", "collectionBody", "img"))
_HEADINGS = frozenset(("heading", "subheading", "crossHeading"))
_PARAGRAPHS = frozenset(("paragraph", "point", "item", "indent", "alinea", "clause", "subparagraph"))
_LISTED = frozenset(("point", "item", "indent", "subparagraph"))
_TEXTS = frozenset(("p", "block", "listIntroduction", "listWrapUp"))
_REGIONS = {
    "coverPage": BlockKind.FURNITURE,
    "preamble": BlockKind.PREAMBULAR,
    "mainBody": BlockKind.OPERATIVE,
    "body": BlockKind.OPERATIVE,
    "attachments": BlockKind.PARAGRAPH,
    "formula": BlockKind.OPENING,
    "table": BlockKind.PARAGRAPH,
    "embeddedStructure": BlockKind.PARAGRAPH,
    "conclusions": BlockKind.SIGNATURE,
}
"""What the paragraphs of a part of the document are; those of an annex stay paragraphs, whatever it holds."""


def read_akoma_ntoso(data: bytes, name: str) -> tuple[str, Markup]:
    """Return the plain text of an Akoma Ntoso file, and its mark-up; `name` is how errors speak of the file.

    The text holds the cover, the title, every paragraph with its number, tables row by row, and below a rule the
    footnotes, whose marks stand raised where they are called; blank lines part the paragraphs.

    Raises:
        MarkupError: the XML is broken, hostile, another vocabulary than Akoma Ntoso, or holds no document.
    """
    root = parse(data, name)
    if root.tag != f"{{{_NAMESPACE}}}{_ROOT}":
        raise MarkupError(f"{name}: the root of the XML is {root.tag}; expected {_ROOT} of {_NAMESPACE}")
    document = next((child for child in root if local_name(child) != "components"), None)
    if document is None:
        raise MarkupError(f"{name}: nothing inside {_ROOT}; expected a document such as a statement")
    reader = _Reader({note.get("marker", "") for note in root.iter(f"{{{_NAMESPACE}}}authorialNote")})
    for child in root:
        reader.read(child, BlockKind.OPERATIVE)
    reader.finish()
    written = reader.manuscript
    return written.text, Markup(tuple(written.blocks), tuple(written.references), read_record(document))


@dataclass(slots=True)
class _Reader:
    """One pass over the elements in reading order; `notes` are the footnotes met, `markers` those that exist."""

    markers: set[str]
    manuscript: Manuscript = field(default_factory=Manuscript)
    notes: list[tuple[str, etree._Element]] = field(default_factory=list)
    enumerator: str = ""
    titled: bool = False

    def read(self, element: etree._Element, kind: BlockKind) -> None:
        """Write the blocks below an element; `kind` is what its paragraphs are."""
        name = local_name(element)
        if name in _SILENT:
            return
        if name == "preface":
            self._preface(element)
        elif name in _TEXTS:
            self._paragraph(element, self._kind_of(element, kind))
        elif name in _HEADINGS:
            preambular = element.get("refersTo") == "#preamble"
            self._paragraph(element, BlockKind.PREAMBULAR if preambular else BlockKind.HEADING)
        elif name == "num":
            self._number(element)
        elif name == "tr":
            self._row(element, kind)
        elif name == "container":
            self.manuscript.clause = element.get("name", "")
            self._parts(element, kind)
            self.manuscript.clause = ""
        else:
            self.enumerator = "" if name in _REGIONS else self.enumerator
            inside = kind if kind is BlockKind.PARAGRAPH and name == "mainBody" else _REGIONS.get(name, kind)
            self._parts(element, BlockKind.SUBPARAGRAPH if name in _LISTED else inside)

    def _parts(self, element: etree._Element, kind: BlockKind) -> None:
        for child in element:
            self.read(child, kind)

    def finish(self) -> None:
        """Write the footnotes, below a rule; what a footnote calls in its turn follows after all others."""
        self.manuscript.end()
        if self.notes:
            self.manuscript.begin(BlockKind.FURNITURE)
            self.manuscript.words(_RULE)
        for marker, note in self.notes:
            self.manuscript.begin(BlockKind.FOOTNOTE, marker)
            self._flow(note)
        self.manuscript.end()

    def _preface(self, element: etree._Element) -> None:
        """The number and the title are one block; of the parts of a collection they are headings."""
        self.manuscript.begin(BlockKind.HEADING if self.titled else BlockKind.TITLE)
        self._flow(element)
        self.titled |= self.manuscript.end()

    def _kind_of(self, element: etree._Element, kind: BlockKind) -> BlockKind:
        """Tell the title and the words of adoption, which stand on the cover or in the body, by their element."""
        titles = [child for child in element if local_name(child) == "docTitle"]
        if not titles:
            proposed = any(local_name(child) == "docProponent" for child in element)
            return BlockKind.HEADING if proposed else kind
        if titles[0].get("refersTo") == "#resolutionNumber" or kind is not BlockKind.FURNITURE:
            return BlockKind.HEADING if self.titled else BlockKind.TITLE
        return BlockKind.SIGNATURE

    def _number(self, element: etree._Element) -> None:
        """Keep the number of a paragraph for its words, after that of a paragraph around it: "2. (a)".

        The number of a section stands alone.
        """
        parent = element.getparent()
        if parent is not None and local_name(parent) in _PARAGRAPHS:
            self.enumerator = f"{self.enumerator} {words_of(element)}".strip()
        else:
            self._paragraph(element, BlockKind.HEADING)

    def _paragraph(self, element: etree._Element, kind: BlockKind) -> None:
        """Write a paragraph; the number of an empty one is that of the next, which its editors cut off from it."""
        self.manuscript.begin(kind, self.enumerator)
        self._flow(element, kind)
        if self.manuscript.end():
            self.enumerator = ""
            self.titled |= kind is BlockKind.TITLE

    def _row(self, element: etree._Element, kind: BlockKind) -> None:
        self.manuscript.begin(kind)
        for cell in element:
            self._flow(cell)
            self.manuscript.tab()
        self.manuscript.end()

    def _flow(self, element: etree._Element, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        """Write what stands inside a paragraph: words, links, marks of footnotes, and paragraphs quoted in it."""
        self.manuscript.words(element.text)
        for child in element:
            self._inside(child, kind)
            self.manuscript.words(child.tail)

    def _inside(self, child: etree._Element, kind: BlockKind) -> None:
        name = local_name(child)
        if name == "authorialNote":
            self.notes.append((child.get("marker", "*"), child))
            self.manuscript.mark(child.get("marker", "*"))
        elif name == "sup" and words_of(child) in self.markers:
            self.manuscript.mark(words_of(child))
        elif name == "a":
            self.manuscript.link(text_of(child), child.get("href", ""))
            self._notes_in(child)
        elif name == "embeddedStructure":
            self.read(child, kind)
        elif name == "eol" and kind is BlockKind.SIGNATURE:
            self.manuscript.begin(kind)
        elif name in {"p", "eol"}:
            self.manuscript.words(" ")
            self._flow(child, kind)
            self.manuscript.words(" ")
        elif name not in _SILENT:
            self._flow(child, kind)

    def _notes_in(self, link: etree._Element) -> None:
        """A footnote that is called inside a link is called after it."""
        for note in link.iter(f"{{{_NAMESPACE}}}authorialNote"):
            self._inside(note, BlockKind.PARAGRAPH)
