"""Which of the formats we can write the client likes best (RFC 9110, 12.5.1)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["Offer", "best_language", "choose"]


@dataclass(frozen=True, slots=True)
class Offer:
    """A format we can write: what it is asked for as, and what the engine's serialiser knows it as."""

    media_type: str
    written_as: str

    @property
    def content_type(self) -> str:
        """The value of the Content-Type header."""
        return f"{self.media_type}; charset=utf-8" if self.media_type.startswith("text/") else self.media_type


@dataclass(frozen=True, slots=True)
class _Range:
    name: str
    quality: float

    def specificity(self, media_type: str) -> int:
        """Return how closely the range names the media type: 0 not at all, 3 in full."""
        if self.name == media_type:
            return 3
        if self.name == f"{media_type.partition('/')[0]}/*":
            return 2
        return 1 if self.name in {"*/*", "*"} else 0


def choose(accept: str, offers: Sequence[Offer]) -> Offer | None:
    """Return the offer with the highest quality, the earlier one where two are equal; None when none is acceptable.

    An empty header accepts everything.
    """
    ranges = tuple(_ranges(accept)) or (_Range("*/*", 1.0),)
    quality, best = max(((_quality(offer, ranges), -at) for at, offer in enumerate(offers)), default=(0.0, 0))
    return offers[-best] if quality > 0 else None


def best_language(accept: str, known: Sequence[str]) -> str:
    """Return the known language an Accept-Language header likes best; the first one when it likes none."""
    wanted = sorted(_ranges(accept), key=lambda found: -found.quality)
    for found in wanted:
        language = found.name.partition("-")[0]
        if language in known and found.quality > 0:
            return language
    return known[0]


def _ranges(header: str) -> Iterable[_Range]:
    for part in header.lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        if name:
            yield _Range(name, _q(parameters))


def _q(parameters: Iterable[str]) -> float:
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0


def _quality(offer: Offer, ranges: Sequence[_Range]) -> float:
    specificity, quality = max((found.specificity(offer.media_type), found.quality) for found in ranges)
    return quality if specificity else 0.0
