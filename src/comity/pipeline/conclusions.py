"""What follows from the graphs of a build, and what is wrong with them: worked out in the store that will be served."""

from collections.abc import Collection, Sequence
from pathlib import Path

import pyoxigraph as ox

from comity.graph import Block, join_blocks, write_blocks
from comity.inference import infer_into
from comity.pipeline.records import Options
from comity.pipeline.workers import Mapping
from comity.store import fill
from comity.validation import Report, validate_store

__all__ = ["concluded"]


def concluded(
    stated: Sequence[Block], aside: Path, drafts: Path, options: Options, sound: Collection[str], parallel: Mapping
) -> tuple[tuple[Block, ...], Report]:
    """Fill a store with what is stated and what follows from it; return that as blocks, and the findings."""
    store = ox.Store(aside)
    join_blocks(stated, drafts / "stated.trig")
    fill(store, drafts / "stated.trig")
    inferred = infer_into(store, graph=options.names.graph("inferred"))
    report = validate_store(store, sound=sound, shapes=options.shapes, judging=parallel)
    store.flush()
    return write_blocks(inferred, drafts / "inferred"), report
