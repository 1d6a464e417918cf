"""Where the files that ship with Comity are: in a checkout and in an installed wheel."""

import tomllib
from pathlib import Path
from typing import Any

from comity.errors import LanguageDataError, ResourceMissingError

__all__ = ["path", "table"]

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parents[1]
_ROOT = (
    _CHECKOUT
    if (_CHECKOUT / "pyproject.toml").is_file() and (_CHECKOUT / "ontology").is_dir()
    else _PACKAGE / "bundled"
)


def path(name: str) -> Path:
    """Return the path of a shipped file or folder, such as ``ontology/comity.ttl``.

    Raises:
        ResourceMissingError: nothing of that name was shipped.
    """
    found = _ROOT / name
    if not found.exists():
        raise ResourceMissingError(f"{name!r} does not ship with Comity (looked in {_ROOT})")
    return found


def table(name: str) -> dict[str, Any]:
    """Return a shipped TOML file as a dictionary.

    Raises:
        ResourceMissingError: nothing of that name was shipped.
        LanguageDataError: the file is not valid TOML.
    """
    try:
        return tomllib.loads(path(name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LanguageDataError(f"{name}: {error}") from error
