"""Settings: one frozen object, read once from the environment (`COMITY_…`) and overruled by command-line options."""

import re
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from comity.errors import ConfigurationError
from comity.namespaces import BASE
from comity.sources import MAXIMUM_BYTES
from comity.store import Capacity, Limits

__all__ = ["Settings", "settings"]


class Settings(BaseSettings):
    """What may differ from one installation to another; every field is documented in `docs/reference/settings.md`."""

    model_config = SettingsConfigDict(env_prefix="COMITY_", frozen=True, extra="forbid")

    base_iri: str = Field(default=BASE, description="Where the IRIs of resources and graphs begin; ends with a slash.")
    out: Path = Field(default=Path("build"), description="The folder of the dataset, the store and the report.")
    morphology: Literal["auto", "rumorph", "pymorphy3"] = Field(
        default="auto", description="The engine for Russian words."
    )
    ner: Literal["off", "auto", "slovnet"] = Field(
        default="off",
        description="Whether a neural network looks for names that no rule finds: auto where the extra is installed.",
    )
    maximum_bytes: int = Field(default=MAXIMUM_BYTES, gt=0, description="The size limit of one document, in bytes.")
    host: str = Field(default="127.0.0.1", description="The address the server listens on.")
    query_seconds: float = Field(default=10.0, gt=0, description="How long a query from outside may take.")
    query_rows: int = Field(default=100_000, gt=0, description="How many rows its answer may have.")
    query_bytes: int = Field(default=32 * 2**20, gt=0, description="How many bytes its answer may have.")
    query_memory: int = Field(
        default=512 * 2**20, gt=0, description="How many bytes of memory it may take beyond the data."
    )
    query_workers: int = Field(default=8, gt=0, description="How many queries run at a time.")
    query_queue: int = Field(default=32, ge=0, description="How many wait; one more is told to come back.")
    client_seconds: float = Field(
        default=30.0, gt=0, description="How many seconds of answering one client may have a minute."
    )
    client_queries: int = Field(default=5, gt=0, description="How many queries of one client run at a time.")
    cache_bytes: int = Field(default=64 * 2**20, ge=0, description="How many bytes of answers are kept.")
    held: Literal["auto", "memory", "disk"] = Field(
        default="auto", description="Where a server holds the data: auto takes memory unless there is very much."
    )
    port: int = Field(default=8000, ge=0, le=65535, description="The port the server listens on; 0 takes a free one.")

    fetch_address: str = Field(
        default="https://documents.un.org/api/symbol/access?s={symbol}&l={language}&t=pdf",
        description="Where official texts are, with {symbol} and {language} in the place of theirs.",
    )
    fetch_publisher: str = Field(default="United Nations", description="The publisher of the texts at that address.")
    fetch_contact: str = Field(
        default="https://w3id.org/comity/", description="The address at which servers can read who asks them."
    )
    fetch_cache: Path = Field(
        default=Path("~/.cache/comity"), description="The folder of what servers gave before; may be deleted."
    )
    fetch_interval: float = Field(default=1.0, ge=0, description="Seconds between two requests to one host.")
    fetch_attempts: int = Field(default=5, ge=1, description="How often a text is asked for while servers are busy.")
    fetch_longest_wait: float = Field(default=120.0, ge=0, description="The longest wait a server may ask for, in s.")
    fetch_connect_timeout: float = Field(default=10.0, gt=0, description="Seconds until there is a connection.")
    fetch_read_timeout: float = Field(default=30.0, gt=0, description="Seconds in which a server may be silent.")
    fetch_timeout: float = Field(default=300.0, gt=0, description="Seconds until an answer is there in whole.")

    @property
    def capacity(self) -> Capacity:
        """How a server answers."""
        limits = Limits(self.query_seconds, self.query_rows, self.query_bytes, self.query_memory)
        return Capacity(limits, self.query_workers, self.query_queue, self.held)

    @field_validator("fetch_address")
    @classmethod
    def _has_a_place_for_the_symbol(cls, value: str) -> str:
        if not re.fullmatch(r"https?://[^\s{}]+", value.replace("{symbol}", "").replace("{language}", "")):
            raise ValueError("expected an http or https address")
        if "{symbol}" not in value:
            raise ValueError("expected {symbol} in the address")
        return value

    @field_validator("fetch_contact")
    @classmethod
    def _fits_in_a_header(cls, value: str) -> str:
        if not re.fullmatch(r"(?:https?://|mailto:)[!-~]+", value):
            raise ValueError("expected an http, https or mailto address in ASCII")
        return value

    @field_validator("base_iri")
    @classmethod
    def _ends_with_slash(cls, value: str) -> str:
        if not re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+/", value):
            raise ValueError("expected an http or https address that ends with a slash")
        return value


@cache
def settings() -> Settings:
    """Return the settings of this process.

    Raises:
        ConfigurationError: a variable of the environment does not fit its field.
    """
    try:
        return Settings()
    except ValidationError as error:
        wrong = "; ".join(
            f"COMITY_{str(e['loc'][0]).upper()}: {e['msg']}, found {e['input']!r}" for e in error.errors()
        )
        raise ConfigurationError(wrong) from error
