"""The language data: it loads, it says what is broken, its words are words, its concepts are concepts."""

import re
import shutil
import tomllib
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from comity import resources
from comity.errors import LanguageDataError
from comity.lexicon import LanguagePatterns, Morphology, language_patterns, morphology, tokens_of
from comity.lexicon.series import document_series
from comity.text.patterns import text_patterns

CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
GENDERS = (None, "Masc", "Fem", "Neut")


def table(language: str, name: str) -> dict[str, Any]:
    return tomllib.loads(resources.path(f"data/language/{language}/{name}.toml").read_text(encoding="utf-8"))


def lemmas(language: str) -> Iterator[tuple[str, list[str]]]:
    """Yield every list of lemmas of a language's data under its dotted name."""
    names, acts = table(language, "names"), table(language, "acts")
    yield from ((f"heads.{type_}", list(nouns)) for type_, nouns in names["heads"].items())
    for key in ("plural", "outside", "ordinals", "tens", "capital", "within", "abbreviates", "parties"):
        yield f"names.{key}", list(names["names"][key])
    yield "names.kinds", " ".join(names["names"]["kinds"]).split()
    yield "names.terms", list(names["names"].get("terms", ()))
    yield from ((key, " ".join(names[key]).split()) for key in ("posts", "groups"))
    yield "dates.months", names["dates"]["months"]
    yield "dates.year", names["dates"]["year"]
    yield from ((f"symbols.{key}", words) for key, words in names["symbols"].items())
    yield from ((f"numbers.{key}", words) for key, words in names["numbers"].items() if key != "between" and words)
    yield from ((f"citations.{kind}", verbs) for kind, verbs in acts["citations"].items())
    for row in acts["stance"]:
        yield f"stance.{row['kind']}", [*row["verbs"], *row["nouns"], *row.get("through", ())]
    yield from ((f"request.{row['kind']}", row["verbs"]) for row in acts["request"])
    for group in ("proposing", "establishing", "carriers", "parties", "events", "reporting"):
        # Words before a signature, "for China", are written ones.
        yield from (
            (f"{group}.{key}", words) for key, words in acts[group].items() if (group, key) != ("parties", "for")
        )
    for concept, phrases in table(language, "topics").items():
        yield f"topics.{concept}", " ".join(phrases).split()


def forms(word: str, engine: Morphology) -> set[str]:
    made = (engine.inflect(word, *form) for form in product(CASES, ("Sing", "Plur"), GENDERS))
    return {word, *made}


def dead(words: list[str]) -> list[str]:
    """Return the words that neither engine ever reads a form of theirs as."""
    engines = [morphology("ru", name) for name in ("pymorphy3", "rumorph") if find_spec(name)]
    return [
        word
        for word in words
        if all(word not in engine.analyse(word).lemmas for engine in engines)
        and all(word not in engine.analyse(form).lemmas for engine in engines for form in forms(word, engine))
    ]


RUSSIAN = [pytest.param(name, words, id=name) for name, words in lemmas("ru")]


@pytest.mark.parametrize(("name", "words"), RUSSIAN)
def test_every_russian_lemma_is_one_that_the_morphology_gives(name: str, words: list[str]) -> None:
    assert words, name
    assert dead(words) == []


def test_every_english_lemma_is_one_that_the_morphology_gives() -> None:
    english = morphology("en")
    words = {word for name, words in lemmas("en") for word in words}
    assert [word for word in sorted(words) if english.analyse(word)[0].lemma != word] == []


def best_lemmas(text: str, engine: Morphology) -> tuple[str, ...]:
    return tuple(token.lemma for token in tokens_of(text, engine))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("государствам-членам", "государства-члены"),
        ("государствам", "государства"),
        ("международного сообщества", "международное сообщество"),
        ("частному сектору", "частный сектор"),
        ("гражданским обществом", "гражданское общество"),
        ("финансовым учреждениям", "финансовые учреждения"),
        ("заинтересованных сторон", "заинтересованные стороны"),
        ("развивающимся странам", "развивающиеся страны"),
        ("научному сообществу", "научное сообщество"),
        ("сопредседателей", "сопредседатели"),
        ("кандидатов", "кандидаты"),
        ("фондам", "фонды"),
        ("правительств", "правительства"),
    ],
)
def test_the_groups_that_texts_address_are_known_in_their_cases(russian: Morphology, text: str, label: str) -> None:
    found = best_lemmas(text, russian)
    assert (found, label) in language_patterns("ru").groups[found[0]]


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("искусственным интеллектом", "artificial-intelligence"),
        ("управления искусственным интеллектом", "governance"),
        ("наращивания потенциала", "capacity-building"),
        ("подготовке кадров", "capacity-building"),
        ("техническим стандартам", "standards"),
        ("информационной безопасности", "information-security"),
        ("государственного суверенитета", "sovereignty"),
        ("невоенной сферой", "military-exclusion"),
        ("открытым исходным кодом", "open-source"),
        ("права человека", "human-rights"),
        ("здравоохранении", "health"),
        ("устойчивого развития", "sustainable-development"),
    ],
)
def test_the_topics_of_texts_are_known_in_their_cases(russian: Morphology, text: str, concept: str) -> None:
    found = best_lemmas(text, russian)
    assert (found, concept) in language_patterns("ru").topics[found[0]]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_longer_phrases_come_before_shorter_ones(language: str) -> None:
    patterns = language_patterns(language)
    for rows in [*patterns.topics.values(), *patterns.groups.values()]:
        lengths = [len(words) for words, _ in rows]
        assert lengths == sorted(lengths, reverse=True)


@pytest.fixture(scope="session")
def codes() -> set[str]:
    """Return the concepts of the code lists: "topic/health"."""
    files = resources.path("ontology/codelists").glob("*.ttl")
    return {
        code
        for file in files
        for code in re.findall(r"^<(\S+/\S+)> a skos:Concept", file.read_text("utf-8"), re.MULTILINE)
    }


@pytest.fixture(scope="session")
def terms() -> set[str]:
    """Return the classes and properties of the ontology."""
    return set(re.findall(r"^comity:(\w+) a ", resources.path("ontology/comity.ttl").read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_topic_is_a_concept(language: str, codes: set[str]) -> None:
    assert {f"topic/{concept}" for concept in table(language, "topics")} <= codes


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_kind_of_head_is_a_concept_and_every_type_a_class(
    language: str, codes: set[str], terms: set[str]
) -> None:
    heads = table(language, "names")["heads"]
    schemes = {"Body": "body-kind", "Organization": "body-kind", "Event": "event-kind"}
    kinds = {
        f"{schemes.get(type_, 'instrument-kind')}/{kind}" for type_ in heads for kind in heads[type_].values() if kind
    }
    kinds |= {f"body-kind/{kind}" for kind in language_patterns(language).kinds.values()}
    assert kinds <= codes
    assert set(heads) <= terms


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_instrument_of_a_title_has_a_class_and_a_kind(language: str, codes: set[str], terms: set[str]) -> None:
    instruments = text_patterns(language).instruments.values()
    assert {type_ for type_, _ in instruments} <= terms
    assert {f"instrument-kind/{kind}" for _, kind in instruments} <= codes


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_kind_of_act_is_a_concept_and_every_predicate_a_property(
    language: str, codes: set[str], terms: set[str]
) -> None:
    acts = language_patterns(language).acts
    assert {f"citation-kind/{kind}" for kind in acts.citations.values()} <= codes
    assert {f"speech-act-kind/{act.kind}" for act in (*acts.stances, *acts.requests)} <= codes
    assert {stance.predicate for stance in acts.stances} - {""} <= terms


@pytest.mark.parametrize("language", ["ru", "en"])
def test_cases_roles_and_months_are_those_that_the_code_knows(language: str) -> None:
    patterns = language_patterns(language)
    assert {case for cases in patterns.prepositions.values() for case in cases} <= set(CASES)
    assert {case for request in patterns.acts.requests for case in request.cases} <= set(CASES)
    assert set(patterns.posts.values()) <= {"head", "post", "represents"}
    assert sorted(patterns.months.values()) == sorted(list(range(1, 13)) * (len(patterns.months) // 12))


@pytest.mark.parametrize("language", ["ru", "en"])
def test_words_that_are_compared_with_a_text_are_in_lower_case(language: str) -> None:
    patterns = language_patterns(language)
    phrases = [*patterns.phrases, *patterns.late_phrases, *patterns.called]
    words = {word for phrase in phrases for word in phrase} | set(patterns.prepositions) | set(patterns.months)
    words |= {word for key in ("idioms", "outcomes") for word in patterns.words[f"names.{key}"]}
    assert [word for word in words if word != word.lower()] == []
    assert patterns.late_phrases <= set(patterns.phrases)


def test_idioms_are_pairs_of_words_as_they_are_compared() -> None:
    patterns = language_patterns("ru")
    pairs = patterns.words["names.idioms"] | patterns.words["names.outcomes"]
    assert [pair for pair in pairs if len(pair.split()) != 2] == []


def test_words_are_found_under_their_dotted_names() -> None:
    patterns = language_patterns("ru")
    assert "учредить" in patterns.acts["establishing.verbs"]
    assert "резолюция" in patterns.words["symbols.resolution"]
    assert patterns.acts.citations["ссылаться"] == "recalls"
    assert patterns.heads["комиссия"] == {"Body": "commission"}
    assert patterns.months["сентября"] == patterns.months["сентябрь"] == 9


@pytest.mark.parametrize("language", ["fr", "zh", "und", ""])
def test_a_language_without_data_of_its_own_has_the_english(language: str) -> None:
    assert language_patterns(language) == language_patterns("en")


def test_the_data_of_every_language_loads() -> None:
    found = {file.relative_to(resources.path("data/language")).as_posix() for file in toml_files()}
    expected = {
        f"{language}/{name}.toml"
        for language in ("ru", "en")
        for name in ("acts", "matching", "names", "record", "text", "topics")
    }
    assert found == expected | {"en/words.toml", "refusals.toml", "symbols.toml"}
    assert document_series()
    assert all(language_patterns(language) and text_patterns(language) for language in ("ru", "en"))


def toml_files() -> list[Path]:
    return sorted(resources.path("data/language").rglob("*.toml"))


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the Russian data that is read in place of the shipped one."""
    copy = tmp_path / "data" / "language" / "ru"
    shutil.copytree(resources.path("data/language/ru"), copy)
    monkeypatch.setattr(resources, "_ROOT", tmp_path)
    return copy


def reread(file: Path, old: str, new: str) -> LanguagePatterns:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return language_patterns.__wrapped__("ru")


def test_changed_data_change_the_patterns(copied: Path) -> None:
    patterns = reread(copied / "names.toml", '"саммит" = "summit"', '"слет" = "summit"')
    assert "саммит" not in patterns.heads
    assert patterns.heads["слет"] == {"Event": "summit"}


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("names.toml", "[posts]", "[offices]"),
        ("names.toml", "plural = ", "plurals = "),
        ("names.toml", "[heads.Body]", "[heads]\nBody = 5\n[others]"),
        ("names.toml", "months = [", "months = 5\nothers = ["),
        ("acts.toml", 'kind = "supports"\n', ""),
        ("acts.toml", 'cases = ["Dat"]\n', ""),
        ("acts.toml", "[citations]", "[quotations]"),
        ("topics.toml", "health = [", "health = 5\nothers = ["),
        ("topics.toml", "health = [", "health = "),
    ],
    ids=["no posts", "no plural", "heads", "months", "a stance", "a request", "no citations", "a number", "not TOML"],
)
def test_broken_data_are_refused_by_name(copied: Path, file: str, old: str, new: str) -> None:
    with pytest.raises(LanguageDataError, match=r"data/language/ru"):
        reread(copied / file, old, new)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("развивающихся стран", "развивающиеся страны"),
        ("специализированные учреждения", "специализированные учреждения"),
    ],
)
def test_a_group_named_by_a_participle_is_known(russian: Morphology, text: str, label: str) -> None:
    readings = [token.analyses.lemmas for token in tokens_of(text, russian)]
    rows = (row for lemma in readings[0] for row in language_patterns("ru").groups.get(lemma, ()))
    assert label in [name for lemmas, name in rows if all(a in b for a, b in zip(lemmas, readings, strict=True))]


def test_human_rights_are_known_in_the_genitive(russian: Morphology) -> None:
    right, human = (token.analyses.lemmas for token in tokens_of("прав человека", russian))
    rows = (row for lemma in right for row in language_patterns("ru").topics.get(lemma, ()))
    assert "human-rights" in [topic for lemmas, topic in rows if lemmas[0] in right and lemmas[1] in human]


def test_every_word_list_is_read_by_the_code() -> None:
    patterns = language_patterns("ru")
    source = resources.path("pyproject.toml").parent / "src" / "comity"
    code = "".join(file.read_text("utf-8") for file in source.rglob("*.py") if file.parent.name != "lexicon")
    assert [name for name in (*patterns.words, *patterns.acts.words) if f'"{name}"' not in code] == []
