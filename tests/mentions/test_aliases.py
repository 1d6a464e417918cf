from collections.abc import Callable

import pytest

from comity.model import Mention

Mentions = Callable[[str], list[tuple[str, Mention]]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Создан Совет по рыбам (далее – Совет). Совет доволен.", ["Совет", "Совет"]),
        ("Создан Совет по рыбам (далее именуемый «Совет»). В Совете тихо.", ["Совет", "Совете"]),
        ("Создан Совет по рыбам (далее — СПР, Орган). Орган и СПР довольны.", ["СПР", "Орган", "Орган", "СПР"]),
        ("Создан Совет по рыбам (СПР). Отчет СПР готов.", ["СПР", "СПР"]),
        ("Отчет СПР готов. Создан Совет по рыбам (СПР).", ["СПР"]),
        ("Создан Совет по рыбам (ЛМН). Отчет ЛМН готов.", []),
        ("Создан Совет по рыбам (см. СПР). Отчет СПР готов.", []),
        ("Создан Совет по рыбам (далее – совет). В совете тихо.", []),
        ("Создан Совет по рыбам (далее – Совет). Создан и Совет по рекам.", ["Совет"]),
    ],
)
def test_a_short_name_is_found_from_its_introduction_on(mentions_of: Mentions, text: str, found: list[str]) -> None:
    assert [words for words, mention in mentions_of(text) if mention.rule == "alias"] == found


def test_a_short_name_has_the_type_of_the_name(mentions_of: Mentions) -> None:
    found = dict(mentions_of("Открыт Второй форум по рекам (далее – Форум). На Форуме пели."))
    assert found["Форуме"].type == "Event"
