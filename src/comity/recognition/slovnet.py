"""slovnet: a small convolutional network with navec word vectors, trained on Russian news.

The weights lie in the wheel of natasha and are read from there; natasha itself is never imported, because its
grammars need packages that current Python installations do not have.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from comity.errors import ConfigurationError
from comity.model import Span
from comity.recognition.choice import Recognised

__all__ = ["SlovnetRecogniser"]

_VECTORS = "emb/navec_news_v1_1B_250K_300d_100q.tar"
_NAMES = "model/slovnet_ner_news_v1.tar"
_TYPES = {"PER": "Person", "LOC": "Place", "ORG": "Organization"}


@dataclass(frozen=True, slots=True)
class SlovnetRecogniser:
    """A loaded model."""

    model: Any

    @classmethod
    def load(cls) -> "SlovnetRecogniser":
        """Load vectors and weights; about a second and 150 MB.

        Raises:
            ConfigurationError: the natasha that is installed has no weights.
        """
        from navec import Navec  # noqa: PLC0415 - an optional dependency
        from slovnet import NER  # noqa: PLC0415

        model = NER.load(_weights(_NAMES))
        return cls(model.navec(Navec.load(_weights(_VECTORS))))

    def find(self, sentences: Sequence[str]) -> Iterator[Sequence[Recognised]]:
        """Yield the names of each sentence in their order; offsets count from the start of the sentence."""
        for markup in self.model.map(sentences):
            yield [Recognised(Span(found.start, found.stop), _TYPES[found.type]) for found in markup.spans]


def _weights(name: str) -> Path:
    natasha = find_spec("natasha")
    file = Path(natasha.origin or "").parent / "data" / name if natasha is not None else Path(name)
    if not file.is_file():
        raise ConfigurationError(f"natasha has no {name}; expected version 1.6 or later: pip install 'comity[ner]'")
    return file
