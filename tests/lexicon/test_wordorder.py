"""English words by their order: parts of speech, forms of verbs."""

import pytest

from comity.lexicon import language_patterns, morphology, tokens_of
from comity.lexicon.vocabulary import vocabulary
from comity.lexicon.wordorder import in_order
from comity.model import Analysis


def readings(sentence: str) -> dict[str, Analysis]:
    """Return the reading of every word of a sentence by the word."""
    tokens = in_order(tokens_of(sentence, morphology("en")), vocabulary(), language_patterns("en").post_nouns)
    assert all(len(token.analyses) <= 1 for token in tokens)
    return {token.text: token.analyses[0] for token in tokens if token.analyses}


@pytest.mark.parametrize(
    ("sentence", "word", "lemma", "form", "tense"),
    [
        ("China supports the plan.", "supports", "support", "Fin", "Pres"),
        ("The leaders support the plan.", "support", "support", "Fin", "Pres"),
        ("The support of the leaders is firm.", "support", "support", None, None),
        ("Requests the Council to report.", "Requests", "request", "Fin", "Pres"),
        ("The Council decides to remain seized of the matter.", "remain", "remain", "Inf", None),
        ("The Council will hold a meeting.", "hold", "hold", "Fin", "Fut"),
        ("The Council has adopted a resolution.", "adopted", "adopt", "Fin", "Past"),
        ("The resolution was adopted by the Council.", "adopted", "adopt", "Part", None),
        ("The resolution adopted by the Council is long.", "adopted", "adopt", "Part", None),
        ("Welcoming the summit held in Oslo, Chad left.", "held", "hold", "Part", None),
        ("Russia held a summit in Oslo.", "held", "hold", "Fin", "Past"),
        ("Recalling its resolution on rivers,", "Recalling", "recall", "Conv", None),
        ("Guided by the Charter,", "Guided", "guide", "Conv", None),
        ("Nepal is building a bridge.", "building", "building", None, None),
        ("Nepal is establishing a bank.", "establishing", "establish", "Fin", "Pres"),
        ("The idea of establishing a bank is old.", "establishing", "establishing", None, None),
        ("Minister Lavrov told reporters that Chad signed the pact.", "told", "tell", "Fin", "Past"),
        ("We call upon Chad to help, and urge Peru to wait.", "urge", "urge", "Fin", "Pres"),
        ("Having met in Oslo, the ministers left.", "met", "meet", "Conv", None),
    ],
)
def test_verbs(sentence: str, word: str, lemma: str, form: str | None, tense: str | None) -> None:
    reading = readings(sentence)[word]
    assert (reading.lemma, reading.form, reading.tense) == (lemma, form, tense)


@pytest.mark.parametrize(
    ("sentence", "word", "part"),
    [
        ("The Development Bank is open.", "Development", "ADJ"),
        ("The Development Bank is open.", "Bank", "PROPN"),
        ("President Xi Jinping spoke.", "President", "NOUN"),
        ("Yesterday President Xi Jinping spoke.", "President", "PROPN"),
        ("China's plan is old.", "China's", "NOUN"),
        ("They met to discuss it.", "to", "PART"),
        ("They went to Oslo.", "to", "ADP"),
        ("The two sides agreed.", "two", "NUM"),
    ],
)
def test_parts_of_speech(sentence: str, word: str, part: str) -> None:
    assert readings(sentence)[word].part == part
