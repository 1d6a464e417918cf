import pytest

from comity.lexicon import morphology, tokens_of
from comity.mentions.personal import PersonalName, personal_label


@pytest.mark.parametrize(
    ("name", "cases", "label"),
    [
        ("Ивана Петрова", "Gen Acc", "Иван Петров"),
        ("Ивана Петрова", "", "Иван Петров"),
        ("Ивана Петрова", "Nom", "Иван Петров"),
        ("Анны Соколовой", "Gen", "Анна Соколова"),
        ("Анной Соколовой", "Ins", "Анна Соколова"),
        ("А. Петрова", "Gen Acc", "А. Петров"),
        ("А. Петрова", "Nom", "А. Петрова"),
        ("Петрова А. Б.", "Gen", "А. Б. Петров"),
        ("Раджнатха Кумара", "Gen Acc", "Раджнатх Кумар"),
        ("Хуна Манета", "Gen Acc", "Хун Манет"),
        ("Чжан Ханьхуэя", "Gen Acc", "Чжан Ханьхуэй"),
        ("Хун Манетом", "Ins", "Хун Манет"),
        ("Синдзо Абэ", "Ins", "Синдзо Абэ"),
        ("Ёсимаса Хаяси", "Gen Acc", "Ёсимаса Хаяси"),
        ("Хуа Чуньин", "Ins", "Хуа Чуньин"),
    ],
)
@pytest.mark.parametrize("engine", ["rumorph", "pymorphy3"])
def test_the_nominative(engine: str, name: str, cases: str, label: str) -> None:
    if engine == "rumorph":
        pytest.importorskip("rumorph")
    russian = morphology("ru", engine)
    assert personal_label(tokens_of(name, russian), russian, frozenset(cases.split())) == label


@pytest.mark.parametrize(
    ("one", "another", "fits"),
    [
        ("Иван Петров", "И. Петров", True),
        ("Иван Ильич Петров", "И. И. Петров", True),
        ("Иван Петров", "Игорь Петров", False),
        ("Иван Петров", "А. Петров", False),
        ("Иван Петров", "И. Сидоров", False),
        ("Петров", "Иван Петров", False),
    ],
)
def test_forms_of_one_name(one: str, another: str, *, fits: bool) -> None:
    assert PersonalName.of(one).fits(PersonalName.of(another)) is fits
    assert PersonalName.of(another).fits(PersonalName.of(one)) is fits
