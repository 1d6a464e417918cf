from comity.fetching.turns import Turns


def test_a_host_is_asked_no_faster_than_its_interval() -> None:
    turns = Turns(2.0)
    assert [turns.take("a", now) for now in (0.0, 0.0, 1.0, 10.0, 11.5)] == [0.0, 2.0, 3.0, 0.0, 0.5]


def test_hosts_do_not_wait_for_each_other() -> None:
    turns = Turns(2.0)
    assert [turns.take(host, 0.0) for host in ("a", "b", "a", "b")] == [0.0, 0.0, 2.0, 2.0]


def test_a_host_that_wants_to_be_left_alone_is_left_alone() -> None:
    turns = Turns(1.0)
    turns.close("a", 60.0)
    assert turns.take("a", 0.0) == 60.0
    assert turns.take("b", 0.0) == 0.0


def test_an_earlier_moment_opens_nothing() -> None:
    turns = Turns(1.0)
    turns.close("a", 60.0)
    turns.close("a", 5.0)
    assert turns.take("a", 10.0) == 50.0
