"""Every text of data/gold/ says what its annotation says: no mention and no statement more or less."""

from collections.abc import Callable, Mapping
from pathlib import Path

from comity.graph import Extraction
from comity.lexicon import morphology, read

FILES = 19
TEXTS = 191
SENTENCES = 364

_MENTIONS = {
    "abbreviation-introduced": "an abbreviation that the text introduces is not found again",
    "body-about-governance": "«управление» inside a name is read as the head of another body, and cuts the name",
    "capital-after-a-conjunction": "a capital after «что» is read as a place",
    "capital-as-an-object": "a capital that looks the same in the accusative is read as a government",
    "capitals-where-things-happen": "a capital that does not decline is read as a government in a list of places",
    "fund-is-no-group": "«Фонд» inside a name is read as the addressees «фонды»",
    "request-to-a-government": "one government is read as the addressees «правительства»",
    "states-inside-the-names-of-states": "a state is found inside the name of another",
    "symbol-of-a-revised-draft": "«/Rev.1» is cut to «/R»",
    "symbols-of-old-and-special-sessions": "the Roman and special-session numbers are not read",
    "symbols-of-the-human-rights-council-in-a-list": "numbers after «Совета по правам человека» are not read",
    "symbols-of-two-bodies-in-one-clause": "the body of the second number is given to the first",
    "unknown-person-in-a-known-post": "no person is looked for after a known post",
}
_STATEMENTS = {
    "abbreviation-introduced": _MENTIONS["abbreviation-introduced"],
    "body-about-governance": _MENTIONS["body-about-governance"],
    "capital-after-a-conjunction": _MENTIONS["capital-after-a-conjunction"],
    "capital-as-an-object": _MENTIONS["capital-as-an-object"],
    "conditional-support": "«если» is not heard",
    "declaration-expressing-support": "«выражать поддержку» is filed as readiness",
    "declaration-speaking-of-others": "the request of another state is given to the instrument",
    "declaration-with-bullets": "«Государства-члены СНГ» leads its bullets as the organisation, not as the instrument",
    "denied-support": "«опровергать, что» is not heard",
    "doubtful-support": "«вряд ли» is not heard",
    "event-about-an-organization": "an organisation that a conference is about is taken for its organiser",
    "event-in-two-places": "after «и» the second place and date are lost",
    "event-of-a-delegation": "the delegation of a state is not the state",
    "event-refused": "«отказаться участвовать» counts as taking part",
    "event-with-days-right-after-the-place": "days right after a place, with no preposition, are lost",
    "former-president": "a former president holds the post",
    "founding-agreed-in-own-words": "«не намерены учреждать» founds",
    "founding-asked-of-others": "what others are asked to found, the resolution founds",
    "founding-not-agreed": "«не договорились учредить» founds",
    "possible-support": "«могла бы» is not heard",
    "proposal-heard-at-an-event": "the event where something is proposed is itself proposed",
    "refused-support": "«отказаться поддержать» is support",
    "report-of-a-quotation": "a quotation has no speaker of its own",
    "request-to-a-government": _MENTIONS["request-to-a-government"],
    "request-to-an-acronym": "an acronym has no case, so nobody is asked",
    "requests-denied-and-passed-on": "the requests of another body are given to the resolution",
    "resolution-reaffirming-in-its-body": "between the verb and the number stands «резолюцию», so the kind is lost",
    "resolution-with-a-numbered-annex": "«приложение I к ней» is one word too long",
    "stance-about-the-right-instrument": "«резолюцию» before a number means the last resolution, not the number",
    "states-inside-the-names-of-states": _MENTIONS["states-inside-the-names-of-states"],
    "states-that-do-not-decline": "«Чили» and «Перу» are never subjects",
    "support-of-the-other-state": "of «Индия, а не Китай» the wrong one acts",
    "supposed-support": "«ожидать, что» is not heard",
    "symbols-of-old-and-special-sessions": _MENTIONS["symbols-of-old-and-special-sessions"],
    "symbols-of-the-human-rights-council-in-a-list": _MENTIONS["symbols-of-the-human-rights-council-in-a-list"],
    "symbols-of-two-bodies-in-one-clause": _MENTIONS["symbols-of-two-bodies-in-one-clause"],
    "unknown-person-in-a-known-post": _MENTIONS["unknown-person-in-a-known-post"],
    "unready-support": "«не готова поддержать» is support",
    "wanted-support": "«хотела поддержать» is support",
}
FAULTS: Mapping[str, Mapping[str, str]] = {"test_mentions": _MENTIONS, "test_statements": _STATEMENTS}
"""Known faults, by test and text: each is expected to fail, and fails the run once it is mended."""


def test_the_collection_is_whole(gold_files: list[Path], extractions: dict[str, Extraction]) -> None:
    engine = morphology("ru")
    sentences = sum(len(read(extraction.document, engine).sentences) for extraction in extractions.values())
    assert (len(gold_files), len(extractions), sentences) == (FILES, TEXTS, SENTENCES)


def test_mentions(gold: str, mention_differences: Callable[[str], list[str]]) -> None:
    assert mention_differences(gold) == []


def test_statements(gold: str, statement_differences: Callable[[str], list[str]]) -> None:
    assert statement_differences(gold) == []


def test_every_rule_fires_in_one_text_and_is_silent_in_another(
    extractions: dict[str, Extraction], silent: dict[str, frozenset[str]]
) -> None:
    fired = {statement.rule for extraction in extractions.values() for statement in extraction.statements}
    assert fired == frozenset().union(*silent.values())
