from pathlib import Path

import pytest

from comity.queries import names
from comity.store import EmbeddedReader

DATASET = Path(__file__).parents[1] / "web" / "data" / "dataset.trig"
ID = "https://w3id.org/comity/id/"


@pytest.fixture(scope="module")
def reader() -> EmbeddedReader:
    return EmbeddedReader.load(DATASET)


@pytest.mark.parametrize(
    ("resource", "expected"),
    [
        ("state/KAZ", {"ru": "Казахстан", "en": "Kazakhstan"}),
        ("document/press.ru", {"ru": "ТАСС о саммите"}),
        ("provision/sco-statement/2", {"": "§ 2"}),
        (
            "speech-act/sco-statement/1",
            {
                "ru": "Заявление Совета глав государств ШОС <script>alert(2)</script>: приветствует",
                "en": "Statement of the SCO Council: welcomes",
            },
        ),
        ("membership/sco-IND-member", {"ru": "Индия: член", "en": "India: member"}),
        ("measurement/plan-degree", {"ru": "измерение", "en": "measurement"}),
    ],
)
def test_each_is_called_by_the_best_there_is(resource: str, expected: dict[str, str], reader: EmbeddedReader) -> None:
    assert names([ID + resource], reader) == {ID + resource: expected}


def test_what_nobody_names_is_absent(reader: EmbeddedReader) -> None:
    assert names([f"{ID}state/XXX"], reader) == {}
    assert names([], reader) == {}
