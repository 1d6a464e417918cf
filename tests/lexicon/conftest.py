"""A small set of records, indexed with each of the two engines of Russian morphology."""

from collections.abc import Callable
from importlib.util import find_spec

import pytest

from comity.lexicon import Entry, Lexicon, Morphology, morphology, tokens_of
from comity.model import Entity, Name, NameKind

ENGINES = [
    "pymorphy3",
    pytest.param("rumorph", marks=pytest.mark.skipif(not find_spec("rumorph"), reason="no rumorph")),
]
KINDS = {"~": NameKind.ALTERNATIVE, "?": NameKind.HIDDEN}


def record(identifier: str, type_: str, names: str, **facts: object) -> Entry:
    """Names are parted by "|": "~" opens a variant, "?" a form for search only, "@en" ends an English one."""
    made = []
    for written in names.split("|"):
        text, _, language = written.lstrip("~?").partition("@")
        made.append(Name(text, language or "ru", KINDS.get(written[:1], NameKind.PREFERRED)))
    symbol = facts.pop("symbol", None)
    return Entry(Entity(identifier, (type_,), tuple(made), known=True, symbol=symbol), **facts)


RECORDS = [
    record(
        "state/KAZ", "State", "Казахстан|~Республика Казахстан", demonyms=("казахстанский",), capital="place/astana"
    ),
    record("state/CHN", "State", "Китай|~Китайская Народная Республика|~КНР", demonyms=("китайский",)),
    record("state/RUS", "State", "Россия|~Российская Федерация|~РФ|Russia@en", demonyms=("российский",)),
    record("state/BLR", "State", "Беларусь|?Белоруссия", demonyms=("белорусский",)),
    record("state/IRN", "State", "Иран|~Исламская Республика Иран", demonyms=("иранский",)),
    record("state/USA", "State", "Соединённые Штаты Америки|~Соединенные Штаты|~США", demonyms=("американский",)),
    record("state/BRA", "State", "Бразилия"),
    record("state/TGO", "State", "Того"),
    record("state/LBN", "State", "Ливан"),
    record("state/MLI", "State", "Мали"),
    record("state/PER", "State", "Перу"),
    record("state/TCD", "State", "Чад"),
    record("state/CUB", "State", "Куба"),
    record("state/NLD", "State", "Нидерланды"),
    record("state/GIN", "State", "Гвинея"),
    record("state/GNB", "State", "Гвинея-Бисау"),
    record("state/GNQ", "State", "Экваториальная Гвинея"),
    record("state/CIV", "State", "Кот-д'Ивуар"),
    record("state/KOR", "State", "Республика Корея"),
    record("state/PRK", "State", "Корейская Народно-Демократическая Республика|~КНДР"),
    record("state/DMA", "State", "Доминика"),
    record("place/sanaa", "Place", "Сана"),
    record("place/minsk", "Place", "Минск"),
    record("place/rome", "Place", "Рим"),
    record("place/tianjin", "Place", "Тяньцзинь"),
    record("place/new-york", "Place", "Нью-Йорк"),
    record("place/astana", "Place", "Астана"),
    record("organization/sco", "Organization", "Шанхайская организация сотрудничества|~ШОС"),
    record("organization/un", "Organization", "Организация Объединенных Наций|~ООН"),
    record("organization/ndb", "Organization", "Новый банк развития|~НБР"),
    record("body/un-general-assembly", "Body", "Генеральная Ассамблея|~Генеральная Ассамблея ООН"),
    record("body/un-security-council", "Body", "Совет Безопасности"),
    record("body/sco-heads", "Body", "Совет глав государств-членов ШОС"),
    record("body/sco-banks", "Body", "Межбанковское объединение ШОС"),
    record("body/iawg-ai", "Body", "Межучрежденческая рабочая группа по искусственному интеллекту"),
    record("post/un-secretary-general", "Post", "Генеральный секретарь ООН|~генсек ООН", parents=("organization/un",)),
    record("post/sco-secretary-general", "Post", "Генеральный секретарь ШОС", parents=("organization/sco",)),
    record("post/ndb-president", "Post", "Президент Нового банка развития", parents=("organization/ndb",)),
    record("person/tokayev", "Person", "Касым-Жомарт Токаев|~Токаев"),
    record("person/xi", "Person", "Си Цзиньпин"),
    record("instrument/ai-group", "Resolution", "Круг ведения научной группы", symbol="A/RES/79/325"),
    record("instrument/pact", "Compact", "Пакт во имя будущего"),
    record("instrument/un-charter", "Charter", "Устав Организации Объединенных Наций"),
    record("instrument/moscow", "Declaration", "Московская декларация ШОС"),
    record("group/g20", "InformalGroup", "Группа двадцати|~G20"),
]


@pytest.fixture(scope="session", params=ENGINES)
def russian(request: pytest.FixtureRequest) -> Morphology:
    """Return the Russian morphology, by each engine in turn."""
    return morphology("ru", request.param)


@pytest.fixture(scope="session")
def records() -> dict[str, Entry]:
    """Return the records by their identifiers."""
    return {entry.entity.identifier: entry for entry in RECORDS}


@pytest.fixture(scope="session")
def lexicon(russian: Morphology, records: dict[str, Entry]) -> Lexicon:
    """Return the index of the records."""
    return Lexicon.build(records.values(), "ru", russian, {"ИИ": ["искусственный интеллект"]})


@pytest.fixture(scope="session")
def found(lexicon: Lexicon) -> Callable[[str], str]:
    """Return a function that marks the known names of a text: "[state/KAZ Казахстан] и [state/CHN Китай]"."""

    def marked(text: str) -> str:
        tokens = tokens_of(text, lexicon.morphology)
        pieces, position = [], 0
        for match in lexicon.find(tokens, 0):
            start, end = tokens[match.first].span.start, tokens[match.last - 1].span.end
            pieces += [text[position:start], f"[{'+'.join(match.identifiers)} {text[start:end]}]"]
            position = end
        return "".join([*pieces, text[position:]])

    return marked
