from collections.abc import Callable

import pytest

from comity.statements.clauses import clause_of
from comity.statements.context import Context


@pytest.mark.parametrize(
    ("text", "opener"),
    [
        ("Чад рад и поддерживает соседей.", None),
        ("Чад рад, что Непал поддерживает соседей.", "что"),
        ("Чад отмечает, что Непал рад и поддерживает соседей.", "что"),
        ("Чад отмечает, что Непал растет, и поддерживает соседей.", None),
        ("Чад отмечает, что Непал вырос, и поддерживает соседей.", None),
        ("Чад отмечает, что Непал, который вырос, поддерживает соседей.", "что"),
        ("Чад, который вырос, поддерживает соседей.", None),
        ("Чад, который поддерживает соседей, вырос.", "который"),
        ("Когда соседи выросли, Чад поддерживает соседей.", None),
        ("Чад рад тому, как Непал поддерживает соседей.", "как"),
        ("Чад сказал, что рад, и поддержит соседей.", "что"),
    ],
)
def test_what_opens_the_clause_of_a_verb(context_of: Callable[[str], Context], text: str, opener: str | None) -> None:
    context = context_of(text)
    verb = next(i for i, token in enumerate(context.tokens) if token.text.startswith("поддерж"))
    found = clause_of(context, verb).opener
    assert (context.tokens[found].text if found is not None else None) == opener
