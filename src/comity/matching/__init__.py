"""Are two things that documents name one and the same? Decided after extraction, explained, and never guessed."""

from comity.matching.judge import Decision, Judgement
from comity.matching.profile import Place, Profile, known_profiles, profiles
from comity.matching.resolve import Resolution, resolve
from comity.matching.words import Spelling, spell, wording

__all__ = [
    "Decision",
    "Judgement",
    "Place",
    "Profile",
    "Resolution",
    "Spelling",
    "known_profiles",
    "profiles",
    "resolve",
    "spell",
    "wording",
]
