"""What follows from the graphs of a build, and what is wrong with them: worked out in the store that will be served."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pyoxigraph as ox

from comity.graph import Block, Names, join_blocks, read_blocks, resolved_quads, write_blocks
from comity.inference import infer_into
from comity.pipeline.records import Draft, Options
from comity.store import fill
from comity.validation import Finding, Report, validate_document, validate_store
from comity.workers import Mapping

__all__ = ["Settled", "concluded", "settled"]


@dataclass(frozen=True, slots=True)
class Settled:
    """The graphs of a dataset but for what is inferred, and what the checks of its documents found."""

    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...] = ()


def settled(drafts: Iterable[Draft], common: Iterable[Block], folder: Path, names: Names, parallel: Mapping) -> Settled:
    """Return the graphs of documents, in which things have the names they have among all documents, and the others.

    What is changed is written into `folder`.
    """
    blocks, findings = [*common], list[Finding]()
    for each in parallel(partial(_settled, folder=folder, names=names), drafts):
        blocks += each.blocks
        findings += each.findings
    return Settled(tuple(blocks), tuple(findings))


def _settled(draft: Draft, folder: Path, names: Names) -> Settled:
    quads, blocks = read_blocks(draft.blocks), draft.blocks
    if draft.resolution.replaced:
        quads = list(resolved_quads(quads, draft.document, draft.resolution, names))
        blocks = write_blocks(quads, folder / blocks[0].file.name)
    return Settled(blocks, tuple(validate_document(quads)))


def concluded(
    stated: Settled, aside: Path, drafts: Path, options: Options, sound: Collection[str], parallel: Mapping
) -> tuple[Sequence[Block], Report]:
    """Fill a store with what is stated and what follows from it; return that as blocks, and the findings."""
    store = ox.Store(aside)
    join_blocks(stated.blocks, drafts / "stated.trig")
    fill(store, drafts / "stated.trig")
    graph = options.names.graph("inferred")
    infer_into(store, graph=graph)
    report = validate_store(store, found=stated.findings, sound=sound, shapes=options.shapes, judging=parallel)
    inferred = write_blocks(store.quads_for_pattern(None, None, None, graph), drafts / "inferred")
    store.flush()
    return inferred, report
