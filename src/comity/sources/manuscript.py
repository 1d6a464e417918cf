"""A plain text in the making: its paragraphs are written one after the other, and their places remembered."""

import re
from dataclasses import dataclass, field

from comity.model import BlockKind, MarkedBlock, Reference, Span

__all__ = ["Manuscript", "raised"]

_SPACE = " \t\r\n\f\v"
_SPACES = re.compile(f"[{_SPACE}]+")
_BREAK = "\n\n"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(number: str) -> str:
    """Return a footnote's number as it is printed: "12" → "¹²"; a mark of another kind stays as it is."""
    return number.translate(_RAISED)


@dataclass(slots=True)
class Manuscript:
    """Words written one block at a time; `blocks` and `references` are what was written, in order.

    Runs of white space become one space, and a block without words leaves no trace. Words that come after the end of
    a block begin another one of its kind. `clause` names what the blocks that begin now belong to.
    """

    blocks: list[MarkedBlock] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    clause: str = ""
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    _visible: int = 0
    _first: int = 0
    _start: int = 0
    _space: str = ""
    _kind: BlockKind = BlockKind.PARAGRAPH
    _open: bool = False
    _enumerator: str = ""
    _clause: str = ""
    _marks: list[Span] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What has been written."""
        return "".join(self._pieces)

    def begin(self, kind: BlockKind, enumerator: str = "") -> None:
        """Begin a block, ending the one before; its number or bullet is written first."""
        self.end()
        self._first, self._kind, self._enumerator, self._open = len(self._pieces), kind, enumerator, True
        if self.blocks:
            self._write(_BREAK)
        self._start, self._clause = self._length, self.clause
        if enumerator:
            self._write(enumerator)
            self._space = " "

    def end(self) -> bool:
        """End the block; return whether it stays: one of no more than its number and white space is taken back."""
        if not self._open:
            return False
        body = "".join(self._pieces[self._first :])
        stays = body.strip() not in {"", self._enumerator}
        if stays:
            span = Span(self._start, self._length)
            self.blocks.append(MarkedBlock(self._kind, span, self._enumerator, tuple(self._marks), self._clause))
        else:
            del self._pieces[self._first :]
            self._length -= len(body)
        self._open, self._enumerator, self._space, self._marks = False, "", "", []
        return stays

    def words(self, text: str | None) -> None:
        """Write words as they flow."""
        stripped = (text or "").strip(_SPACE)
        if not text or not stripped:
            self._space = self._space or (" " if text else "")
            return
        self._resume()
        if (self._space or text[0] in _SPACE) and self._length > self._start:
            self._write(self._space or " ")
        self._write(_SPACES.sub(" ", stripped))
        self._space = " " if text[-1] in _SPACE else ""

    def tab(self) -> None:
        """Part what follows from what stands before as the cells of a row."""
        self._space = "\t"

    def mark(self, number: str) -> None:
        """Write the mark of a footnote, close to the word before it."""
        self._resume()
        self._marks.append(Span(self._length, self._length + len(number)))
        self._write(raised(number))

    def link(self, text: str, address: str) -> None:
        """Write words that bear a link; what follows the same link, "252" and "(1968)", goes on with it."""
        before = self._visible
        self.words(text)
        if not text.strip():
            return
        start = self._length - len(_SPACES.sub(" ", text.strip(_SPACE)))
        last = self.references[-1] if self.references else None
        if last and last.span.start >= self._start and (last.span.end, last.address) == (before, address):
            start = self.references.pop().span.start
        self.references.append(Reference(Span(start, self._length), address))

    def _resume(self) -> None:
        if not self._open:
            self.begin(self._kind)

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)
        self._visible = self._length if text.strip() else self._visible
