"""One contender of `extraction.py`, alone in a fresh process: `python contender.py NAME FOLDER`.

It gets ready by reading one document, says so, and then reads all documents once for every line on standard input.
Each answer is a line of JSON. It imports only what it measures, so it also runs where nothing but its own package is.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

Work = Callable[[Path], object]


def comity(engine: str = "auto", **options: str) -> Work:
    """From the file to statements with their evidence."""
    from comity.pipeline import extract  # noqa: PLC0415 - the time to load is measured
    from comity.sources import read_file  # noqa: PLC0415

    return lambda file: extract(read_file(file), engine, **options)


def comity_quads() -> Work:
    """The same, and the RDF of it."""
    from comity.graph import Names, document_quads  # noqa: PLC0415
    from comity.pipeline import extract  # noqa: PLC0415
    from comity.sources import read_file  # noqa: PLC0415

    return lambda file: list(document_quads(extract(read_file(file)), Names()))


def natasha() -> Work:
    """Segmentation, morphology with lemmas, syntax and names, as its documentation chains them."""
    from natasha import (  # noqa: PLC0415
        Doc,
        MorphVocab,
        NewsEmbedding,
        NewsMorphTagger,
        NewsNERTagger,
        NewsSyntaxParser,
        Segmenter,
    )

    segmenter, vocabulary, embedding = Segmenter(), MorphVocab(), NewsEmbedding()
    morphology, syntax, names = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding)

    def read(file: Path) -> object:
        document = Doc(file.read_text(encoding="utf-8"))
        document.segment(segmenter)
        document.tag_morph(morphology)
        for token in document.tokens:
            token.lemmatize(vocabulary)
        document.parse_syntax(syntax)
        document.tag_ner(names)
        return document

    return read


CONTENDERS = {
    "comity": comity,
    "comity-quads": comity_quads,
    "comity-pymorphy3": partial(comity, "pymorphy3"),
    "comity-ner": partial(comity, ner="slovnet"),
    "natasha": natasha,
}


def tell(**values: float) -> None:
    """Write one line of JSON."""
    print(json.dumps(values), flush=True)


def peak_megabytes() -> float:
    """Return the most memory this process has had resident."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20


def main(name: str, folder: Path) -> None:
    """Get ready, and then read everything whenever asked."""
    files = sorted(folder.glob("*.txt"))
    work = CONTENDERS[name]()
    work(files[0])
    tell(cpu=time.process_time(), peak=peak_megabytes())
    for _ in sys.stdin:
        before = time.process_time()
        for file in files:
            work(file)
        tell(cpu=time.process_time() - before, peak=peak_megabytes())


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
