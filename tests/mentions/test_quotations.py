from collections.abc import Callable

import pytest

from comity.mentions import quotations
from comity.model import Reading


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Договор «О мире» подписан.", ["О мире"]),
        ("Договоры «О мире» и «О дружбе» подписаны.", ["О мире", "О дружбе"]),
        ("Договор «О форуме «Мир» и дружбе» подписан.", ["О форуме «Мир» и дружбе", "Мир"]),
        ("Договор «О форуме „Мир“ и дружбе» подписан.", ["О форуме „Мир“ и дружбе", "Мир"]),
        ("Договор “О мире” подписан.", ["О мире"]),
        ('Договоры "О мире" и "О дружбе" подписаны.', ["О мире", "О дружбе"]),
        ('Договор "О форуме "Мир" и дружбе" подписан.', ['О форуме "Мир" и дружбе', "Мир"]),
        ('Договор «О форуме "Мир" и дружбе» подписан.', ['О форуме "Мир" и дружбе', "Мир"]),
        ("Договор «О мире подписан.", []),
        ("Договор О мире» подписан.", []),
        ("Договор «» подписан.", []),
        ("Договор «О мире\n\nподписан» вчера.", []),
        ("Договор подписан.", []),
    ],
)
def test_quotations(reading_of: Callable[[str], Reading], text: str, quoted: list[str]) -> None:
    reading = reading_of(text)
    assert [reading.text(found.opening + 1, found.closing) for found in quotations(reading)] == quoted
