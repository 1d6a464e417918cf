from collections.abc import Callable

import pytest

from comity.model import Mention

Mentions = Callable[[str], list[tuple[str, Mention]]]


def named(found: list[tuple[str, Mention]], rule: str = "known-name") -> list[tuple[str, tuple[str, ...]]]:
    return [(words, m.candidates) for words, m in found if m.rule == rule]


@pytest.mark.parametrize(
    ("text", "words", "identifier"),
    [
        ("Казахстан готов.", "Казахстан", "state/KAZ"),
        ("Делегация Казахстана готова.", "Казахстана", "state/KAZ"),
        ("Казахстану это известно.", "Казахстану", "state/KAZ"),
        ("Договор с Казахстаном готов.", "Казахстаном", "state/KAZ"),
        ("Речь о Казахстане.", "Казахстане", "state/KAZ"),
        ("Речь о США.", "США", "state/USA"),
        ("Речь о Киргизии.", "Киргизии", "state/KGZ"),
        ("Речь о Кыргызской Республике.", "Кыргызской Республике", "state/KGZ"),
        ("Речь о Белоруссии.", "Белоруссии", "state/BLR"),
        ("Речь о КНР.", "КНР", "state/CHN"),
        ("Речь о Шри-Ланке.", "Шри-Ланке", "state/LKA"),
        ("Речь о Кот-д'Ивуаре.", "Кот-д'Ивуаре", "state/CIV"),
        ("Речь о ЮНЕСКО.", "ЮНЕСКО", "organization/unesco"),
        ("Речь о Движении неприсоединения.", "Движении неприсоединения", "organization/nam"),
        ("Решение Совбеза ООН известно.", "Совбеза ООН", "body/un-security-council"),
        ("Форум прошел в Бишкеке.", "Бишкеке", "place/bishkek"),
        ("Форум прошел в Тяньцзине.", "Тяньцзине", "place/tianjin"),
        ("Гости прибыли из Тяньцзиня.", "Тяньцзиня", "place/tianjin"),
        ("Форум прошел в Нью-Йорке.", "Нью-Йорке", "place/new-york"),
        ("Обсуждали «Один пояс, один путь».", "Один пояс, один путь", "initiative/belt-and-road"),
        ("Обсуждали Парижское соглашение.", "Парижское соглашение", "instrument/paris-agreement"),
        ("Обсуждали саммит ОДКБ.", "саммит ОДКБ", "event/csto-summit"),
    ],
)
def test_known_names_in_every_case(mentions_of: Mentions, text: str, words: str, identifier: str) -> None:
    assert (words, (identifier,)) in named(mentions_of(text))


@pytest.mark.parametrize(
    ("text", "words", "identifier", "inside"),
    [
        ("Речь о Республике Казахстан.", "Республике Казахстан", "state/KAZ", []),
        ("Речь о Совете Безопасности ООН.", "Совете Безопасности ООН", "body/un-security-council", ["organization/un"]),
        ("Речь о Банке развития ШОС.", "Банке развития ШОС", "initiative/sco-development-bank", ["organization/sco"]),
    ],
)  # fmt: skip
def test_the_longest_name_wins_and_keeps_the_names_in_it(
    mentions_of: Mentions, text: str, words: str, identifier: str, inside: list[str]
) -> None:
    found = named(mentions_of(text))
    assert found[0] == (words, (identifier,))
    assert [candidates[0] for _, candidates in found[1:] if candidates[0] != identifier] == inside


@pytest.mark.parametrize(
    "text",
    [
        "Того, кто опоздал, не ждали.",
        "Мало кто пришел, чадила лампа, омана никто не видел.",
        "Эта москва – порода собак, а эта панама – шляпа.",
        "Ключи отдали в один пояс и один путь.",
    ],
)
def test_words_that_only_look_like_names(mentions_of: Mentions, text: str) -> None:
    assert named(mentions_of(text)) == []


def test_page_furniture_names_nothing(mentions_of: Mentions) -> None:
    found = named(mentions_of("Монголия готова.\n\nФото: МИД России\n\nИсточник: пресс-служба Казахстана"))
    assert found == [("Монголия", ("state/MNG",))]


@pytest.mark.parametrize(
    ("words", "states"),
    [
        ("китайской делегации", ["state/CHN"]),
        ("российско-китайской комиссии", ["state/RUS", "state/CHN"]),
        ("Российско-Китайской комиссии", ["state/RUS", "state/CHN"]),
        ("кыргызско-таджикской границы", ["state/KGZ", "state/TJK"]),
        ("американо-российской границы", ["state/USA", "state/RUS"]),
        ("индо-китайской границы", ["state/IND", "state/CHN"]),
        ("южнокорейской делегации", ["state/KOR"]),
        ("научно-китайской делегации", []),
        ("новой делегации", []),
        ("индийского океана", []),
        ("китайского языка", []),
    ],
)
def test_adjectives_of_states(mentions_of: Mentions, words: str, states: list[str]) -> None:
    found = named(mentions_of(f"Речь о работе {words} шла долго."), "demonym")
    assert sorted(candidates[0] for _, candidates in found) == sorted(states)


# Names that are found wrongly or not at all.
@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Речь об Экваториальной Гвинее.", "state/GNQ"),
        ("Речь о Южном Судане.", "state/SSD"),
        ("Речь о Демократической Республике Конго.", "state/COD"),
        ("Речь о Папуа — Новой Гвинее.", "state/PNG"),
    ],
)
def test_a_state_is_not_inside_another(mentions_of: Mentions, text: str, state: str) -> None:
    assert {candidates for _, candidates in named(mentions_of(text))} == {(state,)}


def test_a_name_in_quotation_marks_is_whole(mentions_of: Mentions) -> None:
    assert "Телеканал «Россия 1»" in dict(named(mentions_of("Телеканал «Россия 1» показал фильм.")))


def test_a_name_does_not_reach_over_the_end_of_its_phrase(mentions_of: Mentions) -> None:
    found = named(mentions_of("На восьмидесятой сессии Генеральная Ассамблея решит иначе."))
    assert found == [("Генеральная Ассамблея", ("body/un-general-assembly",))]


@pytest.mark.parametrize("words", ["англо-французских"])
def test_adjectives_of_states_in_their_short_form(mentions_of: Mentions, words: str) -> None:
    assert len(named(mentions_of(f"Речь о {words} отношениях шла долго."), "demonym")) == 2
