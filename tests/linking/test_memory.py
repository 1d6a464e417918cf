import pytest

from comity.linking import mint
from comity.linking.memory import Memory
from comity.model import (
    Analysis,
    Block,
    BlockKind,
    Document,
    DocumentKind,
    Mention,
    Name,
    Reading,
    Source,
    Span,
    Token,
    View,
)

WORDS = ("группа", "совет", "группы", "президент")
LEMMAS = ("группа", "совет", "группа", "президент")


@pytest.fixture
def reading() -> Reading:
    text = " ".join(WORDS)
    starts = [text.index(word) for word in WORDS]
    tokens = tuple(
        Token(Span(start, start + len(word)), word, (Analysis(lemma, "NOUN"),))
        for start, word, lemma in zip(starts, WORDS, LEMMAS, strict=True)
    )
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    document = Document(Source("text", text, ""), View(text, ()), (block,), "ru", DocumentKind.OTHER)
    return Reading(document, tokens, ((range(len(tokens)), 0),))


def mention(index: int, type_: str = "Body", symbol: str | None = None) -> Mention:
    return Mention(index, index + 1, index, type_, "head-noun", WORDS[index], symbol=symbol)


GROUP, OTHER, COUNCIL = (mint("Body", (word,), (Name(word, "ru"),)) for word in ("группа рыб", "группа лесов", "совет"))


def test_things_come_back_by_their_noun_the_latest_last(reading: Reading) -> None:
    memory = Memory(reading)
    for index, entity in ((0, GROUP), (1, COUNCIL), (2, OTHER)):
        memory.keep(mention(index), entity, opening=False)
    assert memory.things(mention(2)) == (GROUP, OTHER)
    memory.keep(mention(0), GROUP, opening=False)
    assert memory.things(mention(2)) == (OTHER, GROUP)
    assert memory.identifiers == {GROUP.identifier, OTHER.identifier, COUNCIL.identifier}


def test_posts_and_persons_are_no_things(reading: Reading) -> None:
    memory = Memory(reading)
    post = mint("Post", ("президент",), (Name("Президент", "ru"),))
    memory.keep(mention(3, "Post"), post, opening=False)
    memory.keep(mention(2, "Person"), GROUP, opening=False)
    assert memory.things(mention(3)) == ()
    assert memory.things(mention(2)) == ()
    assert memory.post(mention(3, "Post")) == post
    assert memory.post(mention(0, "Post")) is None


def test_symbols_and_the_opening_are_kept(reading: Reading) -> None:
    memory = Memory(reading)
    memory.keep(mention(0, symbol="A/RES/1/1"), GROUP, opening=False)
    memory.keep(mention(1), COUNCIL, opening=True)
    assert memory.symbols == {0: GROUP}
    assert memory.opening == [COUNCIL]
