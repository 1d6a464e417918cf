"""Many queries at a time in one event loop: places, the queue, and queries nobody waits for any more."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from comity.errors import AnswerTooLargeError, BusyError, ComityError, QueryError, QueryStoppedError
from comity.store import EmbeddedReader, Limits, ThreadedAnswers
from comity.store.concurrent import SandboxAnswers
from comity.store.sandbox import Zygote

JSON, CSV = "application/sparql-results+json", "text/csv"
LIMITS = Limits(seconds=1, rows=1000, size=2**20, memory=64 * 2**20)
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
DEEP = f"SELECT * {'{' * 3000}{'}' * 3000}"


OPENED: list[SandboxAnswers] = []


def opened(answers: SandboxAnswers) -> SandboxAnswers:
    OPENED.append(answers)
    return answers


def run(work: Callable[[], Awaitable[None]]) -> None:
    async def work_and_close() -> None:
        try:
            await work()
        finally:
            OPENED.pop().close()
            await asyncio.sleep(0)

    asyncio.run(work_and_close())


def test_the_same_answers_as_in_a_thread(zygote: Zygote, engine: EmbeddedReader) -> None:
    async def work() -> None:
        answers, threads = opened(SandboxAnswers(zygote, LIMITS, 4, 0)), ThreadedAnswers(engine)
        for query in (COUNT, "ASK {}", 'SELECT ("=1+1\\n" AS ?x) {}'):
            assert await answers.answer(query, JSON) == await threads.answer(query, JSON)

    run(work)


def test_a_query_has_one_answer_and_it_is_its_own(zygote: Zygote) -> None:
    async def work() -> None:
        answers = opened(SandboxAnswers(zygote, LIMITS, 3, 100))
        asked = [f"SELECT ({number} AS ?n) {{}}" for number in range(60)]
        given = await asyncio.gather(*(answers.answer(query, CSV) for query in asked))
        assert [int(answer.split()[1]) for answer in given] == list(range(60))

    run(work)


@pytest.mark.parametrize(
    ("query", "error"),
    [(ENDLESS, QueryStoppedError), (DEEP, QueryStoppedError), ("SELECT", QueryError)],
)
def test_an_attacker_costs_the_others_nothing(zygote: Zygote, query: str, error: type[ComityError]) -> None:
    async def work() -> None:
        answers = opened(SandboxAnswers(zygote, LIMITS, 2, 8))
        attack = asyncio.create_task(answers.answer(query, JSON))
        for _ in range(20):
            assert await answers.answer(COUNT, CSV)
        with pytest.raises(error):
            await attack
        assert (answers._free, len(answers._waiting)) == (2, 0)

    run(work)


def test_a_large_answer_comes_whole(zygote: Zygote) -> None:
    async def work() -> None:
        answers = opened(SandboxAnswers(zygote, LIMITS, 1, 0))
        query = f'SELECT ("{"ж" * 20_000}" AS ?x) (REPLACE(?x, "ж", "жжжжжжжжжж") AS ?y) {{}}'
        assert len((await answers.answer(query, CSV)).decode()) > 220_000
        with pytest.raises(AnswerTooLargeError):
            await answers.answer(query.replace("жжжжжжжжжж", "ж" * 30), CSV)

    run(work)


def test_more_than_may_wait_are_told_to_come_back(zygote: Zygote) -> None:
    async def work() -> None:
        answers = opened(SandboxAnswers(zygote, LIMITS, 1, 2))
        first = asyncio.create_task(answers.answer(ENDLESS, JSON))
        await asyncio.sleep(0.05)
        waiting = [asyncio.create_task(answers.answer(COUNT, CSV)) for _ in range(2)]
        await asyncio.sleep(0.05)
        with pytest.raises(BusyError, match="2 queries wait already"):
            await answers.answer(COUNT, CSV)
        told = await asyncio.gather(first, *waiting, return_exceptions=True)
        assert isinstance(told[0], QueryStoppedError)
        assert answers._free == 1
        assert await answers.answer(COUNT, CSV)

    run(work)


def test_who_has_waited_until_the_deadline_is_told(zygote: Zygote) -> None:
    async def work() -> None:
        answers = opened(SandboxAnswers(zygote, LIMITS, 1, 2))
        answers._free = 0
        with pytest.raises(BusyError, match="no worker has been free"):
            await answers.answer(COUNT, CSV)
        assert not answers._waiting

    run(work)


def test_a_query_nobody_waits_for_ends(zygote: Zygote) -> None:
    async def work() -> None:
        answers = opened(SandboxAnswers(zygote, Limits(seconds=60), 1, 2))
        running = asyncio.create_task(answers.answer(ENDLESS, JSON))
        await asyncio.sleep(0.1)
        waiting = asyncio.create_task(answers.answer(COUNT, CSV))
        await asyncio.sleep(0.05)
        waiting.cancel()
        running.cancel()
        told = await asyncio.gather(running, waiting, return_exceptions=True)
        assert [type(error) for error in told] == [asyncio.CancelledError] * 2
        assert (answers._free, answers._idle, len(answers._waiting)) == (1, [], 0)
        assert await answers.answer(COUNT, CSV)

    run(work)
