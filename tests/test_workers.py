"""Work done by one process or by several."""

import pytest

from comity.workers import working


@pytest.mark.parametrize("count", [1, 2])
def test_work_is_taken_on_as_it_is_asked_for_and_done_in_order(count: int) -> None:
    numbers = iter(range(1000))
    with working(count) as mapped:
        done = mapped(abs, numbers)
        assert [next(done) for _ in range(3)] == [0, 1, 2]
        assert next(numbers) < 100
        assert list(mapped(abs, range(-40, 0))) == list(range(40, 0, -1))
