import os
import signal
import subprocess
import sys
import time

import pytest

from sitrep.errors import LockedError
from sitrep.model.protocols import Store

HOLDER = """
import os, sys, time
from sitrep.store import open_store
with open_store(sys.argv[1]).lock(sys.argv[2]):
    if "fork" in sys.argv and os.fork() == 0:
        print(os.getpid(), flush=True)
        time.sleep(60)
    if "fork" not in sys.argv:
        print("held", flush=True)
    time.sleep(60)
"""


def hold(where: str, crisis: str, *more: str) -> tuple[subprocess.Popen[str], str]:
    """Another process that holds a lock, and what it said once it did."""
    process = subprocess.Popen([sys.executable, "-c", HOLDER, where, crisis, *more], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    return process, process.stdout.readline().strip()


def test_a_second_process_is_refused_at_once_by_a_sentence_that_names_the_first(store: Store, where: str) -> None:
    holder, _ = hold(where, "syria")
    try:
        begun = time.monotonic()
        with pytest.raises(LockedError) as refused, store.lock("syria"):
            raise AssertionError("both have it")
        assert time.monotonic() - begun < 1
        assert refused.value.code == 75
        assert f"syria is being worked on by process {holder.pid} on " in str(refused.value)
        with store.lock("sudan"):
            pass
    finally:
        holder.kill()
        holder.wait()


def test_the_lock_of_a_killed_process_is_taken_over(store: Store, where: str) -> None:
    holder, _ = hold(where, "syria")
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    for _ in range(50):  # a server needs a moment to see that its client is gone
        try:
            with store.lock("syria"):
                return
        except LockedError:
            time.sleep(0.1)
    raise AssertionError("still locked")


def test_a_child_of_a_killed_process_does_not_keep_its_file_lock(store: Store, where: str) -> None:
    if "postgresql" in where:
        return  # the session's socket is the child's too; the module says to fork no such children
    holder, child = hold(where, "syria", "fork")
    try:
        holder.kill()
        holder.wait()
        with store.lock("syria"):
            pass
    finally:
        os.kill(int(child), signal.SIGKILL)


def test_a_lock_is_free_again_after_use_and_after_an_error(store: Store) -> None:
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), store.lock("syria"):
            raise ZeroDivisionError
    with store.lock("syria"), store.lock("a crisis/with: any name \ud800".replace("\ud800", "é")):
        pass


def test_one_process_cannot_take_a_lock_twice(store: Store) -> None:
    with store.lock("syria"):
        with pytest.raises(LockedError), store.lock("syria"):
            pass
        with pytest.raises(LockedError), store.lock("syria"):
            pass
