from collections.abc import Callable

import pytest

from comity.model import BlockKind, Value
from comity.statements.context import Context, provision_entity

Contexts = Callable[[str], Context]

RESOLUTION = "80/7. О тишине\n\nГенеральная Ассамблея,\n\nжелая тишины,\n\n1. учреждает Совет по рыбам;\n\n2. рада."


def index(context: Context, word: str) -> int:
    return next(i for i, token in enumerate(context.tokens) if token.text == word)


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Чад не рад.", True),
        ("Чад никогда рад.", True),
        ("Чад ни рад.", True),
        ("Чад рад.", False),
        ("Не всякий Чад рад.", True),
        ("Рад.", False),
    ],
)
def test_a_word_is_denied_right_before_it(context_of: Contexts, text: str, *, negated: bool) -> None:
    context = context_of(text)
    word = next(i for i, token in enumerate(context.tokens) if token.text.lower() == "рад")
    assert context.is_denied(word) is negated


def test_a_quote_is_whole_while_it_is_short(context_of: Contexts) -> None:
    context = context_of("Чад " + "очень " * 90 + "рад соседям.")
    last = len(context.tokens)
    source = context.reading.document.source.text
    assert [span.of(source) for span in context.quote((0, 1), (5, 7))] == ["Чад " + "очень " * 5 + "очень"]
    assert [span.of(source) for span in context.quote((0, 1), (last - 3, last - 1))] == ["Чад", "рад соседям"]


def test_paragraphs_of_an_instrument(context_of: Contexts) -> None:
    context = context_of(RESOLUTION)
    ((name, provision),) = context.provision(index(context, "Совет"))
    assert name == "provision"
    assert not isinstance(provision, Value)
    assert (provision.identifier, provision.types) == ("provision/A-RES-80-7/1", ("OperativeProvision",))
    assert context.own is not None
    preambular = next(context.blocks(BlockKind.PREAMBULAR))
    assert provision_entity(context.own, preambular).identifier == "provision/A-RES-80-7/p1"
    assert provision_entity(context.own, preambular).types == ("PreambularProvision",)


def test_a_report_has_no_paragraphs(context_of: Contexts) -> None:
    context = context_of("1. Чад рад.")
    assert context.provision(index(context, "рад")) == ()


def test_what_stands_where(context_of: Contexts) -> None:
    context = context_of("Чад рад 5 мая 2024 года. Непал ждет.")
    assert [item.entity.identifier for item in context.in_sentence(0)] == ["state/TCD"]
    assert [item.entity.identifier for item in context.in_sentence(index(context, "ждет"))] == ["state/NPL"]
    assert [mention.date.start for mention in context.dates_at(0, 9) if mention.date] == ["2024-05-05"]
    assert list(context.dates_at(0, 2)) == []
    assert context.date_ends[index(context, "года") + 1].first == index(context, "5")
    assert context.document.identifier == "document/text"


def test_offices_are_posts_right_before_persons(context_of: Contexts) -> None:
    context = context_of("Приехали министр торговли Чили Карлос Рохас и посол Перу.")
    assert [(post.entity.identifier, person.entity.label) for post, person in context.offices] == [
        ("post/ministr-torgovlya-chili", "Карлос Рохас")
    ]
