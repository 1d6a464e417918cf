"""Documents of any number: the five that ship with Comity, with other states, bodies, dates and symbols.

The same number and seed always give the same documents. What stays is the language: names change within their case,
so the grammar of a sentence is as hard to read as before.
"""

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from comity import resources
from comity.lexicon import morphology

__all__ = ["Document", "varied", "write"]

_STATES = (
    "Казахстан", "Китай", "Россия", "Узбекистан", "Индия", "Пакистан", "Беларусь", "Иран", "Монголия", "Сербия",
    "Франция", "Бразилия", "Таджикистан", "Туркменистан", "Азербайджан", "Армения", "Индонезия", "Малайзия", "Египет",
    "Эфиопия", "Аргентина", "Испания", "Норвегия", "Финляндия", "Катар", "Вьетнам", "Кения", "Нигерия", "Мексика",
)  # fmt: skip
_BODIES = ("ШОС", "БРИКС", "ЕАЭС", "СНГ", "ОДКБ", "АСЕАН", "ОБСЕ")
_FIELDS = (
    "искусственный интеллект", "цифровой рынок", "водный транспорт", "ядерный синтез", "морской лед", "научный обмен",
    "горный туризм", "торговый флот", "почтовый союз", "лесной фонд", "речной порт", "музейный фонд",
)  # fmt: skip
_CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
    "декабря",
)  # fmt: skip
_DAY = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(_MONTHS)})(?= \d{{4}})")
_YEAR = re.compile(r"(?<=\s)20[12]\d(?=\s+год)")
_SYMBOL = re.compile(r"\b[67]\d/\d{1,3}\b(?!/)")
_LAST_DAY = 28


class Document(NamedTuple):
    """The name of a document without its ending, its text, and its metadata as TOML."""

    name: str
    text: str
    metadata: str


def varied(count: int, seed: int = 1) -> Iterator[Document]:
    """Yield so many documents, the five as they are first."""
    sources = sorted(resources.path("data/documents").glob("*.txt"))
    originals = [
        Document(file.stem, file.read_text(encoding="utf-8"), file.with_suffix(".toml").read_text(encoding="utf-8"))
        for file in sources
    ]
    yield from originals[:count]
    for number in range(len(originals), count):
        original = originals[number % len(originals)]
        chance = random.Random(f"{seed} {number}")  # noqa: S311 - no secret
        yield original._replace(name=f"varied-{number:06}", text=_changed(original.text, chance))


def write(count: int, folder: Path, seed: int = 1) -> None:
    """Write so many documents with their metadata into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for document in varied(count, seed):
        (folder / f"{document.name}.txt").write_text(document.text, encoding="utf-8", newline="")
        (folder / f"{document.name}.toml").write_text(document.metadata, encoding="utf-8")


def _changed(text: str, chance: random.Random) -> str:
    pattern, groups = _names()
    others = [chance.sample(range(len(group)), len(group)) for group in groups]

    def renamed(match: re.Match[str]) -> str:
        group, index, case = _forms()[match[0]]
        return groups[group][others[group][index]][case]

    text = pattern.sub(renamed, text)
    text = _DAY.sub(lambda _: f"{chance.randint(1, _LAST_DAY)} {chance.choice(_MONTHS)}", text)
    text = _YEAR.sub(lambda _: str(chance.randint(2010, 2029)), text)
    return _SYMBOL.sub(lambda _: f"{chance.randint(60, 79)}/{chance.randint(1, 340)}", text)


@cache
def _names() -> tuple[re.Pattern[str], tuple[tuple[tuple[str, ...], ...], ...]]:
    """Return what finds a name in any case, and the names of each group by their cases."""
    russian = morphology("ru")

    def declined(name: str) -> tuple[str, ...]:
        return tuple(" ".join(russian.inflect(word, case, "Sing", "Masc") for word in name.split()) for case in _CASES)

    groups = (
        tuple(declined(state) for state in _STATES),
        tuple((body,) * len(_CASES) for body in _BODIES),
        tuple(declined(field) for field in _FIELDS),
    )
    forms = sorted({form for group in groups for cases in group for form in cases}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b"), groups


@cache
def _forms() -> dict[str, tuple[int, int, int]]:
    """Return the group, the name and the case of every form; one that several cases share is the first of them."""
    found: dict[str, tuple[int, int, int]] = {}
    for group, names in enumerate(_names()[1]):
        for index, cases in enumerate(names):
            for case, form in enumerate(cases):
                found.setdefault(form, (group, index, case))
    return found
