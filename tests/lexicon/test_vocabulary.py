"""English words by what they may be."""

import pytest

from comity.lexicon.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("third", "past", "participle", "ing", "verb"),
    [
        ("supports", "supported", "supported", "supporting", "support"),
        ("recognizes", "recognized", "recognized", "recognizing", "recognize"),
        ("establishes", "established", "established", "establishing", "establish"),
        ("implies", "implied", "implied", "implying", "imply"),
        ("submits", "submitted", "submitted", "submitting", "submit"),
        ("takes", "took", "taken", "taking", "take"),
        ("oversees", "oversaw", "overseen", "overseeing", "oversee"),
    ],
)
def test_forms_of_verbs(third: str, past: str, participle: str, ing: str, verb: str) -> None:
    words = vocabulary()
    assert words.thirds[third] == words.pasts[past] == words.participles[participle] == words.ings[ing] == verb


def test_verbs_that_are_nouns_too_are_not_pure() -> None:
    assert {"support", "request", "report"}.isdisjoint(vocabulary().pure)
    assert {"adopt", "establish"} <= vocabulary().pure


@pytest.mark.parametrize("word", ["international", "peaceful", "regional", "responsible", "various", "chinese"])
def test_adjectives(word: str) -> None:
    assert vocabulary().is_adjective(word)


@pytest.mark.parametrize("word", ["initiative", "secretary", "representative", "council", "anniversary"])
def test_nouns_that_end_as_adjectives(word: str) -> None:
    assert not vocabulary().is_adjective(word)


def test_adverbs() -> None:
    assert [word for word in ("jointly", "also", "assembly", "july") if vocabulary().is_adverb(word)] == [
        "jointly",
        "also",
    ]
