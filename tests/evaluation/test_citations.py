"""Marked-up texts of our own, and real ones where they lie beside the repository."""

import tarfile
from dataclasses import replace
from pathlib import Path

import pytest

from comity.evaluation import comparable, compare_citations, figures_of, linked_resolutions, marked_sources
from comity.evaluation.stripped import Count
from comity.model import Markup, Record, Reference, Source, Span

ARCHIVE = Path(__file__).parents[3] / "shared" / "corpora" / "un-akn-dev.tar.xz"

TEXT = """75/9. On peace

The General Assembly,

Recalling its resolutions 70/1 and 71/2, Human Rights Council resolution 48/5 and resolution 75/9,

1. Welcomes the Universal Declaration of Human Rights;

2. Notes decision 73/555 and A/75/12.
"""


def source(*links: tuple[str, str]) -> Source:
    references = tuple(
        Reference(Span(TEXT.rindex(words), TEXT.rindex(words) + len(words)), f"https://undocs.org/en/{address}")
        for words, address in sorted(links, key=lambda link: TEXT.rindex(link[0]))
    )
    markup = Markup((), references, Record(genre="resolution", symbol="A/RES/75/9", body="General Assembly"))
    return Source("nine", TEXT, "00", markup=markup)


ALL = (("70/1", "A/RES/70/1"), ("71/2", "A/RES/71/2"), ("48/5", "A/HRC/RES/48/5"), ("75/9", "A/RES/75/9"))


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [
        ("A/RES/217 A (III)", "A/RES/217(III)"),
        ("A/RES/217(III)", "A/RES/217(III)"),
        ("A/RES/75/237 B", "A/RES/75/237"),
        ("a/res/74/252A-B", "A/RES/74/252"),
        ("S/RES/1267 (1999)", "S/RES/1267(1999)"),
        ("A/RES/ES-10/24", "A/RES/ES-10/24"),
    ],
)
def test_symbols_are_compared_without_letters_of_sections(symbol: str, expected: str) -> None:
    assert comparable(symbol) == expected


def test_links_to_resolutions_are_the_truth() -> None:
    assert linked_resolutions(source(*ALL, ("A/75/12", "A/75/12"))) == {address: words for words, address in ALL}


def test_what_is_linked_is_found() -> None:
    result = compare_citations(source(*ALL))
    assert (result.series, result.linked) == ("General Assembly, resolution", True)
    assert result.counted == Count(right=3)
    assert [each.outcome for each in result.disagreements] == ["not counted: cited by its title"]


def test_what_stands_in_the_words_unlinked_is_listed_and_not_counted() -> None:
    result = compare_citations(source(ALL[0]))
    assert result.plain == Count(right=1, wrong=3)
    assert result.counted == Count(right=1)
    assert {(each.item, each.paragraph) for each in result.disagreements} == {
        ("A/RES/71/2", "p1"),
        ("A/HRC/RES/48/5", "p1"),
        ("A/RES/217(III)", "1"),
    }


def test_a_link_that_leads_elsewhere_than_its_words_is_not_counted() -> None:
    result = compare_citations(source(*ALL, ("75/12", "A/RES/75/13")))
    assert result.plain.missed == 1
    assert result.counted.missed == 0


def test_a_link_of_words_that_are_no_number_is_missed() -> None:
    result = compare_citations(source(*ALL, ("General Assembly", "A/RES/60/1")))
    assert (result.plain.missed, result.counted.missed) == (1, 1)


def test_a_text_without_links_tells_nothing() -> None:
    assert not compare_citations(source()).linked
    assert not compare_citations(replace(source(), markup=Markup(()))).linked


def test_figures_have_the_intervals_of_a_bootstrap_over_documents() -> None:
    precision, recall, f1 = figures_of([Count(8, 2, 0), Count(10, 0, 0), Count(9, 1, 3)])
    assert precision is not None
    assert recall is not None
    assert f1 is not None
    assert (precision.value, recall.value, f1.value) == pytest.approx((0.9, 0.9, 0.9))
    assert precision.low == pytest.approx(0.8)
    assert precision.high == pytest.approx(1.0)
    assert figures_of([]) == (None, None, None)
    assert figures_of([Count()])[0] is None


@pytest.mark.skipif(not ARCHIVE.is_file(), reason="there is no shared/corpora/un-akn-dev.tar.xz beside the repository")
def test_a_real_resolution_is_read_from_an_archive(tmp_path: Path) -> None:
    with tarfile.open(ARCHIVE) as archive:
        member = next(m for m in archive if m.name.endswith("74_147.xml"))
        data = archive.extractfile(member)
        assert data is not None
        (tmp_path / "74_147.xml").write_bytes(data.read())
    with tarfile.open(tmp_path / "few.tar.xz", "w:xz") as few:
        few.add(tmp_path / "74_147.xml", arcname="few/74_147.xml")
    (result,) = map(compare_citations, marked_sources([tmp_path / "few.tar.xz"]))
    assert result.counted == Count(right=result.counted.right)
    assert result.counted.right > 5
