from collections.abc import Callable

import pytest

from comity.model import Statement, Value

Statements = Callable[..., tuple[Statement, ...]]


def resolution(clause: str, paragraph: str = "постановляет молчать") -> str:
    return f"80/7. О тишине\n\nГенеральная Ассамблея,\n\n{clause},\n\n1. {paragraph}."


def citations(statements: tuple[Statement, ...]) -> list[tuple[str, str | None, str]]:
    found = [s for s in statements if s.rule.startswith("citation-")]
    return [(s.predicate, s.kind, s.object.identifier) for s in found if not isinstance(s.object, Value)]


@pytest.mark.parametrize(
    ("clause", "predicate", "kind"),
    [
        ("ссылаясь на резолюцию 79/999", "recalls", "recalls"),
        ("напоминая о резолюции 79/999", "recalls", "recalls"),
        ("вновь подтверждая резолюцию 79/999", "reaffirms", "reaffirms"),
        ("руководствуясь резолюцией 79/999", "guidedBy", "guided-by"),
        ("приветствуя резолюцию 79/999", "welcomes", "welcomes"),
        ("отмечая резолюцию 79/999", "notes", "notes"),
        ("принимая к сведению резолюцию 79/999", "notes", "notes"),
        ("учитывая резолюцию 79/999", "cites", "cites"),
        ("ссылаясь также на свою резолюцию 79/999", "recalls", "recalls"),
        ("ссылаясь на доклад Комитета по рыбам и на резолюцию 79/999", "recalls", "recalls"),
        ("подтверждая цели и принципы резолюции 79/999", "reaffirms", "reaffirms"),
        ("руководствуясь целями и принципами резолюции 79/999", "guidedBy", "guided-by"),
        ("приветствуя создание группы, учрежденной резолюцией 79/999", "cites", "cites"),
        ("приветствуя доклад о ходе осуществления резолюции 79/999", "cites", "cites"),
        ("отмечая, что мир описан в резолюции 79/999", "cites", "cites"),
        ("отмечая усилия в соответствии с резолюцией 79/999", "cites", "cites"),
        ("ссылаясь на договоренность, которая важна, и на резолюцию 79/999", "recalls", "recalls"),
        ("принимая резолюцию 79/999", "cites", "cites"),
        ("ссылаясь на мир и подтверждая резолюцию 79/999", "reaffirms", "reaffirms"),
    ],
)
def test_the_clause_verb_of_a_preamble_decides(
    statements_of: Statements, clause: str, predicate: str, kind: str
) -> None:
    expected = (predicate, kind, "instrument/A-RES-79-999")
    assert citations(statements_of(resolution(clause))) == [expected]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("призывает к осуществлению Конвенции о рыбах", [("implements", "implements", "instrument/konvenciya-o-ryba")]),
        ("подтверждает Конвенцию о рыбах", [("reaffirms", "reaffirms", "instrument/konvenciya-o-ryba")]),
        ("подтверждает, что чтит Конвенцию о рыбах", [("cites", "cites", "instrument/konvenciya-o-ryba")]),
        ("желает принять конвенцию о рыбах", []),
        ("помнит настоящую резолюцию", []),
        ("помнит резолюцию 80/7", []),
        ("помнит договор «О мире»", [("cites", "cites", "instrument/dogovor-o-mir")]),
    ],
)
def test_citations_of_a_paragraph(
    statements_of: Statements, paragraph: str, expected: list[tuple[str, str, str]]
) -> None:
    assert citations(statements_of(resolution("желая тишины", paragraph))) == expected


def test_a_footnote_cites_without_a_kind(statements_of: Statements) -> None:
    text = resolution("ссылаясь на доклад Комитета по рыбам 1, и на мир") + "\n\n_______________\n\n1 A/79/88.\n"
    assert citations(statements_of(text)) == [("cites", "cites", "instrument/A-79-88")]


@pytest.mark.parametrize(
    ("clause", "pinpoints"),
    [
        ("ссылаясь на резолюцию 79/999, приложение I", ["приложение I"]),
        ("ссылаясь на резолюцию 79/999, пункт 4", ["пункт 4"]),
        ("ссылаясь на резолюцию 79/999, приложение к ней", []),
        ("ссылаясь на резолюцию 79/999 и приложение I", []),
        ("ссылаясь на резолюцию 79/999, приложение", ["приложение"]),
        ("ссылаясь на резолюцию 79/999, пункты 4 и 5", ["пункты 4 и 5"]),
        ("ссылаясь на резолюцию 79/999 (пункт 4)", ["пункт 4"]),
        ("ссылаясь на пункт 4 резолюции 79/999", ["пункт 4"]),
        ("ссылаясь на пункты 4–6 своей резолюции 79/999", ["пункты 4–6"]),
        ("ссылаясь на приложение к резолюции 79/999", ["приложение"]),
        ("ссылаясь на приложение II к резолюции 79/999", ["приложение II"]),
        ("ссылаясь на пункт 4 доклада о резолюции 79/999", []),
    ],
)
def test_pinpoints(statements_of: Statements, clause: str, pinpoints: list[str]) -> None:
    found = [s for s in statements_of(resolution(clause)) if s.rule == "citation-clause"]
    assert [v.text for s in found for name, v in s.details if name == "pinpoint" and isinstance(v, Value)] == pinpoints
    assert [name for s in found for name, _ in s.details].count("provision") == 1


def test_a_report_cites_nothing(statements_of: Statements) -> None:
    assert citations(statements_of("Чад ссылается на резолюцию 79/999.")) == []


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        ("вновь подтверждает резолюцию 79/999", "reaffirms"),
        ("вновь подтверждает свою резолюцию 79/999", "reaffirms"),
        ("постановляет изменить резолюцию 79/999", "amends"),
        ("принимает к сведению резолюцию 79/999", "notes"),
        ("приветствует принятие резолюции 79/999", "welcomes"),
        ("подтверждает пункт 5 резолюции 79/999", "reaffirms"),
        ("действует во исполнение резолюции 79/999", "implements"),
        ("ждет доклада об осуществлении резолюции 79/999", "cites"),
        ("действует в соответствии с резолюцией 79/999", "cites"),
        ("приветствует группу, учрежденную резолюцией 79/999", "cites"),
    ],
)
def test_the_kind_of_a_citation_by_number(statements_of: Statements, paragraph: str, kind: str) -> None:
    found = citations(statements_of(resolution("желая тишины", paragraph)))
    assert [shown for _, shown, _ in found] == [kind]


ENGLISH = "74/33. On peace\n\nThe General Assembly,\n\n{},\n\n1. {}.\n\n46th plenary meeting\n12 December 2019\n"


@pytest.mark.parametrize(
    ("clause", "paragraph", "expected"),
    [
        ("Recalling its resolution 52/1 and others, the latest of which was resolution 73/317", "Decides",
         {"A-RES-52-1": "recalls", "A-RES-73-317": "recalls"}),
        ("Recalling resolution 52/1 and those by which it went on, the latest of which was resolution 73/317", "Acts",
         {"A-RES-52-1": "recalls", "A-RES-73-317": "recalls"}),
        ("Recalling its resolution 52/1, in which it welcomed the Paris Agreement, and resolution 73/317", "Decides",
         {"A-RES-52-1": "recalls", "A-RES-73-317": "recalls"}),
        ("Recalling also that, in its resolution 52/1, it decided", "Decides", {"A-RES-52-1": "recalls"}),
        ("Recalling that States went on under resolution 52/1", "Decides", {"A-RES-52-1": "cites"}),
        ("Welcoming the steps that follow resolution 52/1, and reaffirming its resolution 73/317", "Decides",
         {"A-RES-52-1": "cites", "A-RES-73-317": "reaffirms"}),
        ("Bearing in mind resolution 52/1", "Recalls paragraph 5 of its resolution 73/3", {"A-RES-73-3": "recalls"}),
        ("Bearing in mind resolution 52/1", "Recalls the day and requests a report on resolution 73/3",
         {"A-RES-73-3": "cites"}),
    ],
)  # fmt: skip
def test_the_kind_of_a_citation_in_english(
    statements_of: Statements, clause: str, paragraph: str, expected: dict[str, str]
) -> None:
    found = {
        name.rpartition("/")[2]: kind for _, kind, name in citations(statements_of(ENGLISH.format(clause, paragraph)))
    }
    assert {name: found[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("paragraph", "cited"),
    [
        ("Decides to include the item entitled “Prevention of an arms race in outer space”", False),
        ("Recalls the Universal Declaration of Human Rights", True),
        ("Decides to adopt the Pact for the Future", False),
    ],
)
def test_the_title_of_an_item_or_of_what_is_later_is_no_citation(
    statements_of: Statements, paragraph: str, *, cited: bool
) -> None:
    assert bool(citations(statements_of(ENGLISH.format("Noting the day", paragraph)))) is cited


@pytest.mark.parametrize(
    ("paragraph", "pinpoints"),
    [
        ("Recalls paragraph 5 of its resolution 73/3", ["paragraph 5"]),
        ("Recalls paragraphs 5 and 6 of General Assembly resolution 73/3", ["paragraphs 5 and 6"]),
        ("Recalls paragraph 8 (b) of resolution 73/3", ["paragraph 8 (b)"]),
        ("Recalls section II of resolution 73/3, annex I", ["section II, annex I"]),
        ("Recalls paragraph 9 of resolution 73/3, paragraph 6 of resolution 73/4", ["paragraph 9", "paragraph 6"]),
        ("Recalls the 5 members of the body of resolution 73/3", []),
    ],
)
def test_english_pinpoints(statements_of: Statements, paragraph: str, pinpoints: list[str]) -> None:
    found = [s for s in statements_of(ENGLISH.format("Noting the day", paragraph)) if s.rule.startswith("citation-")]
    assert [
        value.text for s in found for name, value in s.details if name == "pinpoint" and isinstance(value, Value)
    ] == (pinpoints)


LINKED = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">
<coverPage><p><docNumber refersTo="#symbol">A/RES/80/7</docNumber></p></coverPage>
<preamble><formula><p>The General Assembly,</p></formula><container><p>Recalling its resolutions
<a href="https://undocs.org/en/A/RES/70/1">70/1</a> and 70/2,</p></container></preamble></statement></akomaNtoso>"""


def test_a_citation_that_the_editors_linked_says_so(statements_of: Statements) -> None:
    found = [s for s in statements_of(LINKED) if s.rule.startswith("citation-") and not isinstance(s.object, Value)]
    assert [(s.predicate, s.object.identifier, s.rule) for s in found if not isinstance(s.object, Value)] == [
        ("recalls", "instrument/A-RES-70-1", "citation-linked"),
        ("recalls", "instrument/A-RES-70-2", "citation-clause"),
    ]
    assert ("provision", "provision/A-RES-80-7/p1") in [
        (name, value.identifier) for name, value in found[0].details if not isinstance(value, Value)
    ]
