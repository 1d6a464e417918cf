"""What the recogniser adds to the rules, with a recogniser that knows the answers."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import pytest

from comity.mentions import find_mentions
from comity.model import Mention, Reading, Span
from comity.pipeline import knowledge
from comity.recognition import Recognised

Found = list[tuple[str, str, str, str]]


@dataclass
class Knowing:
    """A recogniser that finds the names it is told, and keeps what it was asked."""

    names: dict[str, str]
    asked: list[str] = field(default_factory=list)

    def find(self, sentences: Sequence[str]) -> Iterator[Sequence[Recognised]]:
        self.asked += sentences
        for sentence in sentences:
            places = ((sentence.find(name), name, type_) for name, type_ in self.names.items())
            yield [Recognised(Span(at, at + len(name)), type_) for at, name, type_ in sorted(places) if at >= 0]


@pytest.fixture
def add(reading_of: Callable[[str], Reading]) -> Callable[[str, Knowing], Found]:
    """Find the mentions of a text with a recogniser."""

    def found(text: str, helper: Knowing) -> Found:
        reading = reading_of(text)
        known = knowledge("ru")
        mentions: Sequence[Mention] = find_mentions(reading, known.lexicon, known.patterns, helper)
        return [(m.rule, m.type, reading.text(m.first, m.last), m.label) for m in mentions if m.type != "Date"]

    return found


PETROV = {"Ивана Петрова": "Person"}


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Гости ждут Ивана Петрова.", PETROV, [("neural", "Person", "Ивана Петрова", "Иван Петров")]),
        ("Гости ждут Ивана Петрова (Ivan).", {"Ивана Петрова (Ivan)": "Person"},
         [("neural", "Person", "Ивана Петрова", "Иван Петров")]),
        ("Гости едут в Тверь.", {"Тверь": "Place"}, [("neural", "Place", "Тверь", "Тверь")]),
        ("Гости едут из Твери.", {"Твери": "Place"}, [("neural", "Place", "Твери", "Тверь")]),
        ("Гости ждут ответа «Ромашки».", {"Ромашки": "Organization"},
         [("neural", "Organization", "Ромашки", "Ромашка")]),
        ("Гости едут в Чили и Тверь.", {"Чили": "Place", "Тверь": "Place"},
         [("known-name", "State", "Чили", "Чили"), ("neural", "Place", "Тверь", "Тверь")]),
        ("Пришла София Тверская.", {"София Тверская": "Person"},
         [("given-name", "Person", "София Тверская", "София Тверская")]),
        ("Пришел Минск Тверской.", {"Минск Тверской": "Person"},
         [("neural", "Person", "Минск Тверской", "Минск Тверской")]),
        ("Гости ждут Ивана Петрова. Петров рад.", PETROV,
         [("neural", "Person", "Ивана Петрова", "Иван Петров"), ("neural", "Person", "Петров", "Иван Петров")]),
    ],
)  # fmt: skip
def test_what_is_added(add: Callable[[str, Knowing], Found], text: str, names: dict[str, str], expected: Found) -> None:
    assert add(text, Knowing(names)) == expected


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Гости ждут ответа.", []),
        ("Казахстан ждет ответа Чили.", []),
        ("Гости ждут Ивана Петрова.", ["Гости ждут Ивана Петрова."]),
        ("Петров ждет.", ["Петров ждет."]),
    ],
)
def test_only_sentences_with_a_name_that_no_rule_explains_are_read(
    add: Callable[[str, Knowing], Found], text: str, asked: list[str]
) -> None:
    helper = Knowing({})
    add(text, helper)
    assert helper.asked == asked


def test_sentences_are_read_with_the_words_around_them(add: Callable[[str, Knowing], Found]) -> None:
    helper = Knowing({"Гости": "Person"})
    found = add("Гости пели долго. Потом они ждали Ивана Петрова. Потом гости ушли домой, к реке, под утро.", helper)
    assert helper.asked == ["Гости пели долго. Потом они ждали Ивана Петрова. Потом гости ушли домой, к"]
    assert found == []


def test_a_rule_is_not_overruled(add: Callable[[str, Knowing], Found]) -> None:
    text = "Комиссия по Тверским рыбам ждет ответа Чили."
    found = add(text, Knowing({"Комиссия по Тверским рыбам ждет": "Organization", "Чили": "Person"}))
    assert {rule for rule, *_ in found} == {"head-noun", "known-name"}
