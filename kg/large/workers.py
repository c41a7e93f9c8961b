"""Processes that share out work, and end when the one that started them ends, however it ends."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from types import TracebackType
from typing import Generic, TypeVar

S = TypeVar("S")
A = TypeVar("A")
R = TypeVar("R")
_setup: list[object] = []


class Workers(Generic[S]):
    """Runs functions of a set-up and one argument in other processes, or, with one process, in this one.

    The set-up is sent to each process once; functions, arguments and results must be picklable.
    """

    def __init__(self, processes: int, setup: S) -> None:
        self._setup = setup
        self._pool = None
        if processes > 1:
            context = multiprocessing.get_context("spawn")  # this process may have threads, which a fork would lose
            self._pool = ProcessPoolExecutor(processes, context, _begin, (setup,))

    def submit(self, function: Callable[[S, A], R], argument: A) -> Future[R]:
        """The result to come."""
        if self._pool is not None:
            return self._pool.submit(_call, function, argument)
        future: Future[R] = Future()
        try:
            future.set_result(function(self._setup, argument))
        except BaseException as error:
            future.set_exception(error)
        return future

    def map(self, function: Callable[[S, A], R], arguments: Iterable[A]) -> Iterator[R]:
        """The results in the order of the arguments."""
        for future in [self.submit(function, argument) for argument in arguments]:
            yield future.result()

    def __enter__(self) -> Workers[S]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin(setup: object) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _setup[:] = [setup]
    gc.freeze()
    gc.disable()  # the work makes many small values and no cycles; without this a third of the time goes to looking


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _call(function: Callable[[S, A], R], argument: A) -> R:
    (setup,) = _setup
    return function(setup, argument)  # type: ignore[arg-type]
