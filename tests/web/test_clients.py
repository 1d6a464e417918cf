"""What one client may have, by a clock that the test turns."""

import pytest
from starlette.exceptions import HTTPException

from comity.web.clients import Allowance, Clients


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def spend(clients: Clients, clock: Clock, client: str, seconds: float) -> None:
    with clients.charged(client):
        clock.now += seconds


def test_a_bucket_is_emptied_and_fills_as_time_goes_by() -> None:
    clock = Clock()
    clients = Clients(Allowance(seconds=30), clock)
    spend(clients, clock, "a", 20)
    spend(clients, clock, "a", 50)
    with pytest.raises(HTTPException) as refused:
        spend(clients, clock, "a", 1)
    assert refused.value.status_code == 429
    after = int((refused.value.headers or {})["retry-after"])
    assert after == 11  # 5 s too many, of which half a second is made good in each second
    clock.now += after
    spend(clients, clock, "a", 1)


def test_who_waits_long_has_no_more_than_a_minute() -> None:
    clock = Clock()
    clients = Clients(Allowance(seconds=6), clock)
    spend(clients, clock, "a", 1)
    clock.now += 10_000
    spend(clients, clock, "a", 5.9)
    spend(clients, clock, "a", 1)
    with pytest.raises(HTTPException):
        spend(clients, clock, "a", 0)


def test_others_are_not_charged() -> None:
    clock = Clock()
    clients = Clients(Allowance(seconds=1), clock)
    spend(clients, clock, "a", 5)
    spend(clients, clock, "b", 0.5)
    with pytest.raises(HTTPException):
        spend(clients, clock, "a", 0)


def test_what_fails_is_charged_as_well() -> None:
    clock = Clock()
    clients = Clients(Allowance(seconds=1), clock)

    def fail() -> None:
        with clients.charged("a"):
            clock.now += 30
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    with pytest.raises(HTTPException):
        spend(clients, clock, "a", 0)


def test_so_many_at_a_time_and_no_more() -> None:
    clients = Clients(Allowance(parallel=2), Clock())
    with clients.charged("a"), clients.charged("a"):
        with pytest.raises(HTTPException, match="more than 2"), clients.charged("a"):
            pass
        with clients.charged("b"):
            pass
    with clients.charged("a"):
        pass


@pytest.mark.parametrize(("seconds", "parallel"), [(0, 1), (1, 0), (-1, 1)])
def test_nothing_is_no_allowance(seconds: float, parallel: int) -> None:
    with pytest.raises(ValueError, match="above zero"):
        Allowance(seconds, parallel)
