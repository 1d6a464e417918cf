"""A client with manners: one request at a time, no faster than agreed, and again only where that can help."""

import asyncio
import random
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Self

import httpx

from comity import __version__
from comity.errors import FetchError
from comity.fetching.turns import Turns

__all__ = ["Answer", "Client", "Manners", "retry_after"]

_OK, _NOT_MODIFIED = 200, 304
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_MOST_REDIRECTS = 5
_FAULTS = (
    (httpx.ConnectTimeout, "no connection in time"),
    (httpx.ConnectError, "no connection"),
    (httpx.TimeoutException, "silent for too long"),
    (httpx.DecodingError, "the body is not compressed as its header says"),
)


@dataclass(frozen=True, slots=True)
class Manners:
    """How servers are asked; times are in seconds.

    `contact` is the address at which the operator of a server reads who asks. `interval` lies between two requests to
    one host, and doubles with every attempt that failed. A server that wants to be left alone for longer than
    `longest_wait` is not asked again. `connect` bounds the time to a connection, `read` a silence, `whole` an answer.
    """

    contact: str
    interval: float
    attempts: int
    longest_wait: float
    connect: float
    read: float
    whole: float
    maximum_bytes: int

    @property
    def agent(self) -> str:
        """The name under which Comity asks, in the form that robots have: name, version, where to read of it."""
        return f"Comity/{__version__} (+{self.contact})"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server gave: the body with its media type, and by what to ask for something newer."""

    body: bytes
    media_type: str
    etag: str | None = None
    last_modified: str | None = None


class _PassingFaultError(Exception):
    """A fault that may be gone at the next attempt, which the server wants no sooner than `wait` seconds from now."""

    def __init__(self, host: str, message: str, wait: float = 0.0) -> None:
        super().__init__(message)
        self.host = host
        self.wait = wait


class Client:
    """Asks for addresses, one after the other; a context manager that holds the connections."""

    def __init__(self, manners: Manners) -> None:
        self._manners = manners
        self._turns = Turns(manners.interval)
        self._runner = asyncio.Runner()

    def __enter__(self) -> Self:
        manners = self._manners
        headers = {"User-Agent": manners.agent, "Accept-Encoding": "identity"}
        timeout = httpx.Timeout(manners.read, connect=manners.connect)
        self._http = httpx.AsyncClient(headers=headers, timeout=timeout)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._runner.run(self._http.aclose())
        self._runner.close()

    def get(self, url: str, conditions: Mapping[str, str]) -> Answer | None:
        """Return what the server gives, or None where it has nothing newer than the conditions say.

        Raises:
            FetchError: there is no such document, or none after the last attempt, or not in a form to be taken.
        """
        for attempt in range(1, self._manners.attempts + 1):
            try:
                return self._runner.run(self._follow(httpx.URL(url), conditions))
            except _PassingFaultError as passing:
                fault = passing
                self._turns.close(fault.host, time.monotonic() + max(fault.wait, self._pause(attempt)))
            except httpx.InvalidURL as error:
                raise FetchError(f"{url}: leads to what is no address ({error})") from error
        raise FetchError(f"{fault} (attempts: {self._manners.attempts})")

    def _pause(self, attempt: int) -> float:
        """Return the pause after a failed attempt: twice the one before, varied so that clients do not meet again."""
        return self._manners.interval * 2.0**attempt * random.uniform(0.75, 1.25)  # noqa: S311 - no secret

    async def _follow(self, url: httpx.URL, conditions: Mapping[str, str]) -> Answer | None:
        for _ in range(_MOST_REDIRECTS + 1):
            if url.scheme not in {"http", "https"}:
                raise FetchError(f"leads to {url}; expected an http or https address")
            await self._turn(url.host)
            found = await self._ask(url, conditions)
            if not isinstance(found, httpx.URL):
                return found
            url = found
        raise FetchError(f"redirects more than {_MOST_REDIRECTS} times, the last time to {url}")

    async def _turn(self, host: str) -> None:
        wait = self._turns.take(host, time.monotonic())
        if wait > self._manners.longest_wait:
            raise FetchError(
                f"{host} asks to be left alone for {wait:.0f} s; at most {self._manners.longest_wait:g} s "
                "are waited for"
            )
        await asyncio.sleep(wait)

    async def _ask(self, url: httpx.URL, conditions: Mapping[str, str]) -> Answer | httpx.URL | None:
        """Make one request; an address is where the server says to go on."""
        whole = self._manners.whole
        try:
            async with asyncio.timeout(whole), self._http.stream("GET", url, headers=conditions) as response:
                if response.next_request is not None:
                    return response.next_request.url
                if response.status_code == _NOT_MODIFIED and conditions:
                    return None
                _refuse(response)
                return await self._read(response)
        except TimeoutError as error:
            raise _PassingFaultError(url.host, f"no full answer in {whole:g} s") from error
        except httpx.RequestError as error:
            words = next((words for kind, words in _FAULTS if isinstance(error, kind)), "the connection broke")
            raise _PassingFaultError(url.host, f"{words} ({error})" if str(error) else words) from error

    async def _read(self, response: httpx.Response) -> Answer:
        """Return the body, whose length against Content-Length the HTTP client verifies."""
        maximum = self._manners.maximum_bytes
        body = bytearray()
        if int(response.headers.get("Content-Length", 0)) <= maximum:
            async for part in response.aiter_bytes():
                body += part
                if len(body) > maximum:
                    break
            else:
                return _answer(bytes(body), response.headers)
        raise FetchError(f"more than {maximum:,} bytes; expected at most that many")


def _refuse(response: httpx.Response) -> None:
    """Raise what any other status than 200 means."""
    status = response.status_code
    said = f"the server answered {status} {response.reason_phrase}".rstrip()
    if status in _PASSING:
        wait = retry_after(response.headers.get("Retry-After"), datetime.now(UTC))
        raise _PassingFaultError(response.url.host, said, wait)
    if status != _OK:
        raise FetchError(f"{said}; expected 200 OK")


def _answer(body: bytes, headers: httpx.Headers) -> Answer:
    media_type = headers.get("Content-Type", "").partition(";")[0].strip().lower()
    return Answer(body, media_type, headers.get("ETag"), headers.get("Last-Modified"))


def retry_after(value: str | None, now: datetime) -> float:
    """Return the seconds that a Retry-After header asks to wait (RFC 9110, 10.2.3); 0 if it says nothing readable."""
    if value is None:
        return 0.0
    if value.strip().isdecimal():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return 0.0
    return max(0.0, (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() - now.timestamp())
