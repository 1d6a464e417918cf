"""Settings come from the environment, once; what does not fit is refused by the name of its variable."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import ValidationError

from comity.errors import ConfigurationError
from comity.namespaces import BASE
from comity.settings import Settings, settings
from comity.sources import MAXIMUM_BYTES
from comity.store import Capacity, Limits


@pytest.fixture(autouse=True)
def unset(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Read the settings anew, from an environment that has none."""
    for name in [name for name in os.environ if name.upper().startswith("COMITY_")]:
        monkeypatch.delenv(name)
    settings.cache_clear()
    yield
    settings.cache_clear()


def test_without_an_environment_there_are_defaults() -> None:
    assert settings().model_dump() == {
        "base_iri": BASE,
        "out": Path("build"),
        "morphology": "auto",
        "ner": "off",
        "maximum_bytes": MAXIMUM_BYTES,
        "fetch_address": "https://documents.un.org/api/symbol/access?s={symbol}&l={language}&t=pdf",
        "fetch_publisher": "United Nations",
        "fetch_contact": "https://w3id.org/comity/",
        "fetch_cache": Path("~/.cache/comity"),
        "fetch_interval": 1.0,
        "fetch_attempts": 5,
        "fetch_longest_wait": 120.0,
        "fetch_connect_timeout": 10.0,
        "fetch_read_timeout": 30.0,
        "fetch_timeout": 300.0,
        "host": "127.0.0.1",
        "query_seconds": 10.0,
        "query_rows": 100_000,
        "query_bytes": 32 * 2**20,
        "query_memory": 512 * 2**20,
        "query_workers": 8,
        "query_queue": 32,
        "client_seconds": 30.0,
        "client_queries": 5,
        "cache_bytes": 64 * 2**20,
        "held": "auto",
        "port": 8000,
    }


def test_the_capacity_is_made_of_its_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("SECONDS", "2.5"), ("ROWS", "3"), ("BYTES", "4"), ("MEMORY", "5"), ("WORKERS", "6")):
        monkeypatch.setenv(f"COMITY_QUERY_{name}", value)
    monkeypatch.setenv("COMITY_HELD", "disk")
    assert Settings().capacity == Capacity(Limits(2.5, 3, 4, 5), 6, 32, "disk")


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("base_iri", "https://example.org/kg/", "https://example.org/kg/"),
        ("base_iri", "http://localhost:8000/", "http://localhost:8000/"),
        ("out", "/srv/граф 1", Path("/srv/граф 1")),
        ("morphology", "pymorphy3", "pymorphy3"),
        ("maximum_bytes", "1", 1),
        ("fetch_address", "http://localhost/{language}/{symbol}.html", "http://localhost/{language}/{symbol}.html"),
        ("fetch_contact", "mailto:archive@example.org", "mailto:archive@example.org"),
        ("fetch_interval", "0", 0.0),
        ("fetch_timeout", "0.5", 0.5),
        ("host", "::1", "::1"),
        ("port", "0", 0),
        ("port", "65535", 65535),
    ],
)
def test_a_variable_sets_its_field_and_no_other(
    monkeypatch: pytest.MonkeyPatch, name: str, text: str, value: object
) -> None:
    expected = settings().model_dump() | {name: value}
    monkeypatch.setenv(f"COMITY_{name.upper()}", text)
    settings.cache_clear()
    assert settings().model_dump() == expected


@pytest.mark.parametrize(
    ("variable", "text"),
    [
        ("COMITY_BASE_IRI", "example.org/"),
        ("COMITY_BASE_IRI", "https://example.org"),
        ("COMITY_BASE_IRI", "urn:example:"),
        ("COMITY_BASE_IRI", "file:///srv/"),
        ("COMITY_BASE_IRI", ""),
        ("COMITY_BASE_IRI", "https://example.org/a b/"),
        ("COMITY_BASE_IRI", "https://example.org/<a>/"),
        ("COMITY_BASE_IRI", "https:///"),
        ("COMITY_MORPHOLOGY", "mystem"),
        ("COMITY_MORPHOLOGY", "Auto"),
        ("COMITY_MAXIMUM_BYTES", "0"),
        ("COMITY_MAXIMUM_BYTES", "-1"),
        ("COMITY_MAXIMUM_BYTES", "64 MiB"),
        ("COMITY_FETCH_ADDRESS", "https://example.org/"),
        ("COMITY_FETCH_ADDRESS", "ftp://example.org/{symbol}"),
        ("COMITY_FETCH_ADDRESS", "https://example.org/{symbol}/{organ}"),
        ("COMITY_FETCH_CONTACT", "somebody"),
        ("COMITY_FETCH_CONTACT", "https://example.org/\r\nX-Other: 1"),
        ("COMITY_FETCH_INTERVAL", "-1"),
        ("COMITY_FETCH_ATTEMPTS", "0"),
        ("COMITY_FETCH_TIMEOUT", "0"),
        ("COMITY_PORT", "65536"),
        ("COMITY_PORT", "-1"),
        ("COMITY_PORT", "http"),
        ("COMITY_PORT", ""),
    ],
)
def test_a_wrong_value_is_refused_with_the_variable_and_the_value(
    monkeypatch: pytest.MonkeyPatch, variable: str, text: str
) -> None:
    monkeypatch.setenv(variable, text)
    with pytest.raises(ConfigurationError) as refused:
        settings()
    assert str(refused.value).startswith(f"{variable}: ")
    assert str(refused.value).endswith(f"found {text!r}")
    assert "\n" not in str(refused.value)


def test_all_wrong_values_are_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMITY_PORT", "http")
    monkeypatch.setenv("COMITY_MAXIMUM_BYTES", "many")
    with pytest.raises(ConfigurationError, match=r"COMITY_MAXIMUM_BYTES: .*'many'; COMITY_PORT: .*'http'"):
        settings()


def test_settings_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first = settings()
    monkeypatch.setenv("COMITY_PORT", "1")
    assert settings() is first


def test_settings_are_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        settings().port = 1


def test_a_setting_that_is_none_is_refused() -> None:
    with pytest.raises(ValidationError, match="prot"):
        Settings(prot=1)
