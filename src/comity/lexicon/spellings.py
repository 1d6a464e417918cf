"""Names as lists and records write them: in capitals, without accents, turned about ("Iran (Islamic Republic of)")."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from comity.lexicon.index import Entry
from comity.model import Entity

__all__ = ["Spellings"]

_ACTING = ("State", "Organization", "InternationalOrganization", "Body", "InformalGroup", "Post")
_TURNED = re.compile(r"(?P<last>[^()]+?) \((?P<first>[^()]+)\)")


class Spellings:
    """The actors of the reference data by their names in one language, whatever their capitals and accents.

    Unlike the lexicon, which finds names inside sentences, this is asked for a name that stands by itself and is
    whole; it answers for exactly that name or not at all.
    """

    def __init__(self, entries: Iterable[Entry], language: str, article: str = "") -> None:
        self._article = f"{article} " if article else ""
        self._actors: dict[str, dict[str, Entity]] = defaultdict(dict)
        for entry in entries:
            if entry.entity.is_a(*_ACTING):
                for name in entry.entity.names:
                    if name.language == language:
                        self._actors[self._folded(name.text)][entry.entity.identifier] = entry.entity

    def named(self, name: str) -> Entity | None:
        """Return the one actor with this name, as it stands or turned about; None where there is none, or several."""
        folded = self._folded(name)
        turned = _TURNED.fullmatch(folded)
        found = dict(self._actors.get(folded, {}))
        if turned:
            found |= self._actors.get(f"{turned['first']} {turned['last']}", {})
        return next(iter(found.values())) if len(found) == 1 else None

    def _folded(self, name: str) -> str:
        letters = unicodedata.normalize("NFKD", name.casefold())
        plain = "".join(letter for letter in letters if not unicodedata.combining(letter)).replace("’", "'")
        return " ".join(plain.split()).strip(" .,;").removeprefix(self._article)
