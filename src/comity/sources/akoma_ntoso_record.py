"""The library record inside an Akoma Ntoso file: its identification, classification, workflow and vote."""

import re
from collections.abc import Iterator
from datetime import date

from lxml import etree

from comity.model import Choice, Record, RollCall, Subject
from comity.sources.xml import local_name

__all__ = ["read_record", "text_of", "words_of"]

_CHOICES = {"inFavour": Choice.FOR, "against": Choice.AGAINST, "abstaining": Choice.ABSTAINING}
_SCHEMES = {"UNBIS Thesaurus": "UNBIS"}
_LANGUAGES = {"eng": "en", "rus": "ru", "fra": "fr", "fre": "fr", "spa": "es", "ara": "ar", "zho": "zh", "chi": "zh"}
_LETTER = re.compile(r"[A-Z]")
_AGENDA_ITEM = re.compile(r"^\D*(?=\d)")
_VERBATIM = re.compile(r"\S*/PV\.\d+\S*")
_LIST = re.compile(r",\s+(?![^()]*\))")
_TITLES = ("#resolutionTitle", "#decisionTitle", "#title1", "#resolutionNumber")


def read_record(document: etree._Element) -> Record:
    """Return what a document inside an Akoma Ntoso file says of itself in its metadata, on its cover and at its end.

    What is not there, or is a placeholder such as the date 0001-01-01, is left out.
    """
    statements = document.getroottree().getroot().iter("{*}statement")
    outcomes = {step.get("outcome"): step for step in _below(document, "meta", "step")}
    draft, report = (
        outcomes.get("draftResolution", outcomes.get("draftDecision")),
        outcomes.get("recommendedForAdoption"),
    )
    return Record(
        genre=next(statements, document).get("name"),
        symbol=_symbol(document),
        title=_title(document),
        adopted=_adopted(document),
        language=_language(document),
        body=_words(document, "docAuthority", "#subsidiaryBody") or _words(document, "docAuthority", "#issuingBody"),
        meeting=_meeting(document),
        meeting_record=next(filter(None, (_verbatim(step) for step in _below(document, "meta", "step"))), None),
        session=_words(document, "session"),
        agenda_item=_agenda_item(document),
        agenda_title=_inline(document, "agenda item name"),
        draft=None if draft is None else draft.get("as") or None,
        report=None if report is None else report.get("as") or None,
        sponsors=tuple(_sponsors(document)),
        roll_calls=tuple(_roll_calls(document)),
        subjects=tuple(dict.fromkeys(_subjects(document))),
    )


def words_of(element: etree._Element) -> str:
    """Return the words of an element, without those of its footnotes, one space between any two."""
    return " ".join(text_of(element).split())


def text_of(element: etree._Element) -> str:
    """Return the text of an element, without that of its footnotes, its white space as it stands."""
    inside = ("" if local_name(child) == "authorialNote" else text_of(child) for child in element)
    return (element.text or "") + "".join(
        text + (child.tail or "") for text, child in zip(inside, element, strict=True)
    )


def _below(document: etree._Element, part: str, name: str) -> Iterator[etree._Element]:
    """Yield the elements of a name inside one part of the document itself, not of what is attached to it."""
    for child in document:
        if local_name(child) == part:
            yield from child.iter(f"{{*}}{name}")


def _front(document: etree._Element, name: str) -> Iterator[etree._Element]:
    for part in ("coverPage", "preface"):
        yield from _below(document, part, name)


def _words(document: etree._Element, name: str, role: str | None = None) -> str | None:
    found = (words_of(e) for e in _front(document, name) if role is None or e.get("refersTo") == role)
    return next(filter(None, found), None)


def _inline(document: etree._Element, name: str) -> str | None:
    return next((words_of(e) or None for e in _below(document, "coverPage", "inline") if e.get("name") == name), None)


def _symbol(document: etree._Element) -> str | None:
    """The symbol stands on the cover; where it leaves out the letter of a part, the title has it: "76/402." "B"."""
    symbol = _words(document, "docNumber", "#symbol")
    letters = [words_of(number) for number in _below(document, "preface", "docNumber")]
    letter = next((letter for letter in letters if _LETTER.fullmatch(letter)), None)
    return f"{symbol} {letter}" if symbol and letter and not symbol.endswith(f" {letter}") else symbol


def _title(document: etree._Element) -> str | None:
    """The title follows the number in the preface; the Security Council's is the number on the cover."""
    parts = [words_of(title) for title in _below(document, "preface", "docTitle")]
    if not parts:
        titles = [*_front(document, "docTitle"), *_below(document, "mainBody", "docTitle")]
        parts = [words_of(title) for title in titles if title.get("refersTo") in _TITLES][:1]
    return " ".join(parts) or None


def _adopted(document: etree._Element) -> date | None:
    """The day of adoption stands in the metadata, else on the cover or at the end."""
    dates = [element for element in _below(document, "meta", "FRBRdate") if element.get("name") == "adoption"]
    for part in ("coverPage", "conclusions"):
        dates += (
            element for element in _below(document, part, "docDate") if element.get("refersTo") == "#adoptionDate"
        )
    return next(filter(None, (_day(element.get("date", "")) for element in dates)), None)


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year > 1 else None


def _language(document: etree._Element) -> str | None:
    codes = (element.get("language", "") for element in _below(document, "meta", "FRBRlanguage"))
    return next((_LANGUAGES.get(code, code) for code in codes if code), None)


def _meeting(document: etree._Element) -> str | None:
    for part in ("conclusions", "coverPage"):
        for name, attribute, role in (
            ("inline", "name", "adoptionMeeting"),
            ("location", "refersTo", "#adoptionMeeting"),
        ):
            for element in _below(document, part, name):
                if element.get(attribute) == role and (words := words_of(element)):
                    return words
    return None


def _verbatim(step: etree._Element) -> str | None:
    """Return the symbol of the verbatim record of a meeting that a step names: "A/74/PV.14"."""
    found = _VERBATIM.match(step.get("as", ""))
    return found[0] if found else None


def _agenda_item(document: etree._Element) -> str | None:
    written = _inline(document, "agenda item")
    return _AGENDA_ITEM.sub("", written) or None if written else None


def _sponsors(document: etree._Element) -> Iterator[str]:
    for step in _below(document, "meta", "step"):
        if (step.get("outcome") or "").startswith("draft"):
            named = " ".join((step.get("by") or "").split())
            yield from filter(None, _LIST.split(named) if named[:1].isupper() else [named])


def _roll_calls(document: etree._Element) -> Iterator[RollCall]:
    for count in _below(document, "meta", "count"):
        choice = _CHOICES.get((count.get("refersTo") or "").lstrip("#"))
        voters = tuple(words_of(voter) for voter in count.iter("{*}organization"))
        number = count.get("value", "")
        if choice is not None and (voters or number.isdecimal()):
            yield RollCall(choice, tuple(filter(None, voters)), int(number) if number.isdecimal() else None)


def _subjects(document: etree._Element) -> Iterator[Subject]:
    for keyword in _below(document, "meta", "keyword"):
        label = " ".join(keyword.get("showAs", "").replace("_", " ").split())
        scheme = keyword.get("dictionary", "")
        if label and not keyword.get("refersTo"):
            yield Subject(label, _SCHEMES.get(scheme, scheme), keyword.get("href") or None)
