"""When each host may be asked again."""

__all__ = ["Turns"]


class Turns:
    """From when on each host may be asked, on one clock, in seconds; `interval` lies between two requests."""

    def __init__(self, interval: float) -> None:
        self._interval = interval
        self._open: dict[str, float] = {}

    def take(self, host: str, now: float) -> float:
        """Return how long to wait before asking a host; whoever comes next waits an interval longer."""
        turn = max(now, self._open.get(host, now))
        self._open[host] = turn + self._interval
        return turn - now

    def close(self, host: str, until: float) -> None:
        """Leave a host alone until a moment; an earlier moment changes nothing."""
        self._open[host] = max(until, self._open.get(host, until))
