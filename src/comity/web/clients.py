"""How much of the server's time one client may have: a bucket of seconds that fills as time goes by.

As for the public endpoint of Wikidata, a client is its address together with its user agent, so that a script that
asks too much does not shut out its neighbours behind the same address.
"""

import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from cachetools import LRUCache
from starlette.exceptions import HTTPException
from starlette.requests import Request

__all__ = ["Allowance", "Clients", "client_of"]

_MOST_CLIENTS = 10_000
"""How many clients are remembered; whoever has not asked for longest is forgotten first."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one client may have: seconds of processing a minute, and how many queries at a time."""

    seconds: float = 30.0
    parallel: int = 5

    def __post_init__(self) -> None:
        if min(self.seconds, self.parallel) <= 0:
            raise ValueError(f"an allowance is above zero, unlike {self}")


@dataclass(slots=True)
class _Account:
    balance: float
    asked: float
    running: int = 0


class Clients:
    """The accounts of all clients; `clock` gives seconds that never go back."""

    def __init__(self, allowance: Allowance, clock: Callable[[], float] = time.monotonic) -> None:
        self._allowance = allowance
        self._clock = clock
        self._accounts: LRUCache[str, _Account] = LRUCache(_MOST_CLIENTS)

    @contextmanager
    def charged(self, client: str) -> Iterator[None]:
        """Charge a client for the time that passes inside.

        Raises:
            HTTPException: 429, with the seconds after which to ask again, for one that has used up what it may have.
        """
        account = self._account(client)
        if account.balance <= 0:
            raise _refusal("has used up its time", 1 - account.balance * 60 / self._allowance.seconds)
        if account.running >= self._allowance.parallel:
            raise _refusal(f"asks more than {self._allowance.parallel} queries at a time", 1)
        account.running += 1
        begun = self._clock()
        try:
            yield
        finally:
            account.running -= 1
            account.balance -= self._clock() - begun

    def _account(self, client: str) -> _Account:
        """Return the account of a client, filled for the time since it last asked."""
        now, whole = self._clock(), self._allowance.seconds
        account = self._accounts.get(client) or _Account(whole, now)
        account.balance = min(whole, account.balance + (now - account.asked) * whole / 60)
        account.asked = now
        self._accounts[client] = account
        return account


def client_of(request: Request) -> str:
    """Return what tells a client from others."""
    address = request.client.host if request.client else ""
    return f"{address} {request.headers.get('user-agent', '')}"


def _refusal(reason: str, seconds: float) -> HTTPException:
    after = max(1, math.ceil(seconds))
    return HTTPException(
        429,
        f"this client {reason}; ask again in {after} s, or load the dataset into a store of your own",
        {"retry-after": str(after)},
    )
