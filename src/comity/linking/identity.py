"""Identifiers for things that no record knows: the same words give the same identifier in every document."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from comity.model import Entity, Name

__all__ = ["FOLDERS", "mint", "slug"]

FOLDERS = {
    "State": "state",
    "Organization": "organization",
    "InternationalOrganization": "organization",
    "Body": "body",
    "InformalGroup": "body",
    "Person": "person",
    "Post": "post",
    "StakeholderGroup": "group",
    "Initiative": "initiative",
    "Event": "event",
    "Place": "place",
}
"""Class of the ontology → folder of its identifiers; every kind of instrument goes to "instrument"."""

_LONGEST = 90
# ISO 9:1995 simplified to ASCII, as libraries transliterate Russian for identifiers.
_LATIN = "a b v g d e e zh z i j k l m n o p r s t u f kh c ch sh shch _ y _ e yu ya"
_LETTERS = dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", _LATIN.split(), strict=True))


def slug(text: str) -> str:
    """Return a text as lower-case ASCII words with hyphens; a long one is cut and closed with a hash of the whole."""
    letters = "".join(_LETTERS.get(character, character) for character in text.lower()).replace("_", "")
    ascii_ = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", ascii_).strip("-")
    digest = hashlib.sha256(text.encode()).hexdigest()[:10]
    if not words:
        return digest
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 11].rstrip('-')}-{digest}"


_SCHEMES = {"Body": "body-kind", "InformalGroup": "body-kind", "Event": "event-kind"}


def mint(
    type_: str, key: Iterable[str], names: Iterable[Name], symbol: str | None = None, kind: str | None = None
) -> Entity:
    """Return a new thing; its identifier comes from its symbol, else from `key`, the words of its name as lemmas.

    `kind` is a notation of the code list that fits the type: kinds of body, event or instrument.
    """
    folder = FOLDERS.get(type_, "instrument")
    name = re.sub(r"[^A-Za-z0-9.]+", "-", symbol).strip("-") if symbol else slug(" ".join(key))
    scheme = _SCHEMES.get(type_) or ("instrument-kind" if folder == "instrument" else None)
    concept = f"{scheme}/{kind}" if scheme and kind else None
    return Entity(f"{folder}/{name}", (type_,), tuple(names), symbol=symbol, kind=concept)
