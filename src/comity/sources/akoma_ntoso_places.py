"""Where in an Akoma Ntoso file that of its record stands which is not in the text: XPath 1.0, for the evidence."""

from comity.model import Choice

__all__ = ["place_of", "place_of_vote"]

_DRAFT = "//*[local-name()='step'][starts-with(@outcome,'draft')]"
_PLACES = {
    "agenda_item": "//*[local-name()='coverPage']//*[local-name()='inline'][@name='agenda item']",
    "draft": f"{_DRAFT}/@as",
    "meeting": "//*[@name='adoptionMeeting' or @refersTo='#adoptionMeeting']",
    "meeting_record": "//*[local-name()='step']/@as",
    "session": "//*[local-name()='session']",
    "sponsors": f"{_DRAFT}/@by",
}
_VOTES = {Choice.FOR: "inFavour", Choice.AGAINST: "against", Choice.ABSTAINING: "abstaining"}


def place_of(part: str, words: str) -> str:
    """Return the expression of the elements or attributes of a part of the record that hold these words.

    `part` is a field of `Record`.
    """
    return f"{_PLACES[part]}[contains(normalize-space(),{_quoted(words)})]"


def place_of_vote(choice: Choice, voter: str) -> str:
    """Return the expression of a voter's name in the roll call of those who voted this way."""
    calls = f"//*[local-name()='count'][contains(@refersTo,'{_VOTES[choice]}')]"
    return f"{calls}//*[local-name()='organization'][normalize-space()={_quoted(voter)}]"


def _quoted(words: str) -> str:
    """Return words as a literal of XPath 1.0, which has no escapes: what holds both marks is put together."""
    if "'" not in words:
        return f"'{words}'"
    if '"' not in words:
        return f'"{words}"'
    apostrophe = """, "'", """
    parts = (f"'{part}'" for part in words.split("'"))
    return f"concat({apostrophe.join(parts)})"
