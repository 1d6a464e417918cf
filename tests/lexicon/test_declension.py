"""The cases of English noun phrases by their places."""

import pytest

from comity.lexicon import language_patterns, morphology, tokens_of
from comity.lexicon.vocabulary import vocabulary
from comity.lexicon.wordorder import in_order


def case(sentence: str, word: str) -> str | None:
    """Return the case of a word in a sentence."""
    tokens = in_order(tokens_of(sentence, morphology("en")), vocabulary(), language_patterns("en").post_nouns)
    return next(token.analyses[0].case for token in tokens if token.text == word)


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("China supports the Bank.", "China", "Nom"),
        ("China supports the Bank.", "Bank", "Acc"),
        ("China and India support the Bank.", "India", "Nom"),
        ("China supports the Bank and India opposes it.", "India", "Nom"),
        ("China supports the Bank and the Council.", "Council", "Acc"),
        ("The bank of China is open.", "China", "Gen"),
        ("China's bank is open.", "China's", "Gen"),
        ("The pact was signed by China.", "China", "Ins"),
        ("They met in China.", "China", "Loc"),
        ("At the meeting, China said so.", "China", "Nom"),
        ("Peru said China supports the Bank.", "China", "Nom"),
        ("China is a member of the Bank.", "member", "Ins"),
        ("The Bank that China supports is open.", "China", "Nom"),
        ("We thank China for it.", "China", "Acc"),
    ],
)
def test_cases(sentence: str, word: str, expected: str) -> None:
    assert case(sentence, word) == expected
