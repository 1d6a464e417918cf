"""Where the files that ship with Comity are: in a checkout and in an installed wheel."""

from pathlib import Path

from comity.errors import ResourceMissingError

__all__ = ["path"]

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parents[1]
_ROOT = _CHECKOUT if (_CHECKOUT / "pyproject.toml").is_file() and (_CHECKOUT / "ontology").is_dir() else _PACKAGE / "bundled"


def path(name: str) -> Path:
    """Return the path of a shipped file or folder, such as ``ontology/comity.ttl``.

    Raises:
        ResourceMissingError: nothing of that name was shipped.
    """
    found = _ROOT / name
    if not found.exists():
        raise ResourceMissingError(f"{name!r} does not ship with Comity (looked in {_ROOT})")
    return found
