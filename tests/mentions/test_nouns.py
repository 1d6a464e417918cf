import pytest

from comity.lexicon import morphology, tokens_of
from comity.mentions.nouns import agree, names_person


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Песков О. А.", True),
        ("Анны Петровой", True),
        ("Валентина Матвиенко", True),
        ("Песков и море", False),
        ("рыб О. А.", False),
        ("Северного Кавказа", False),
        ("Анны", False),
    ],
)
def test_a_person_begins_with_a_first_name_or_a_surname_with_initials(words: str, expected: bool) -> None:  # noqa: FBT001
    tokens = tokens_of(words, morphology("ru"))
    assert names_person(tokens, 0, len(tokens), frozenset()) is expected


@pytest.mark.parametrize(
    ("words", "expected"), [("рабочая группа", True), ("рабочий группа", False), ("рабочих групп", True)]
)
def test_an_adjective_agrees_with_its_noun(words: str, expected: bool) -> None:  # noqa: FBT001
    adjective, noun = tokens_of(words, morphology("ru"))
    assert any(agree(a, n) for a in adjective.analyses for n in noun.analyses) is expected
