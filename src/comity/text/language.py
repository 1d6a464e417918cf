"""Which language a text is in: by its script, and by the small words of it."""

import re
from collections import Counter

__all__ = ["detect_language"]

_SMALL_WORDS = {
    "en": frozenset(["the", "of", "and", "to", "in", "a", "for", "on", "with", "by"]),
    "fr": frozenset(["le", "la", "les", "des", "et", "de", "du", "une", "dans", "pour"]),
    "es": frozenset(["el", "los", "las", "y", "del", "que", "en", "una", "por", "para"]),
}
_SAMPLE = 20_000


def detect_language(text: str) -> str:
    """Return the BCP 47 code of a text in one of the six languages of the United Nations; "und" without letters."""
    sample = text[:_SAMPLE]
    scripts: Counter[str] = Counter()
    for character, count in Counter(sample).items():
        if character.isalpha():
            scripts[_script(character)] += count
    if not scripts:
        return "und"
    script = scripts.most_common(1)[0][0]
    if script != "latin":
        return script
    words = re.findall(r"[a-zà-ÿ]+", sample.lower())
    return max(_SMALL_WORDS, key=lambda language: sum(word in _SMALL_WORDS[language] for word in words))


def _script(character: str) -> str:
    if "\u0400" <= character <= "\u052f":
        return "ru"
    if "\u0600" <= character <= "\u06ff":
        return "ar"
    if "\u4e00" <= character <= "\u9fff":
        return "zh"
    return "latin"
