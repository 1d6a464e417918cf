"""Every setting is described with its default, and no other is."""

import re
from pathlib import Path

from comity.settings import Settings

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "settings.md"


def test_the_page_has_every_setting_with_its_default() -> None:
    described = dict(re.findall(r"^\| `COMITY_(\w+)` \| `([^`]+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    assert described == {name.upper(): str(field.default) for name, field in Settings.model_fields.items()}
